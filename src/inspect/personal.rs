//! Columns that look personal and that the data map does not mention.

use std::collections::HashSet;

use super::fit::TableNames;
use super::names::{Closeness, by_name};
use super::sample::Seen;
use super::sort::Sort;
use super::surroundings::{Surroundings, is_row_id};
use crate::datamap::{Collection, DataMap, Topic};
use crate::finding::Finding;
use crate::port::{Column, Table};
use crate::schema::answers::{answered, how_to_answer};
use crate::schema::fit::named_fields;
use crate::text::excerpt;

/// How many columns of one table a finding names before it stops.
const MAX_NAMED: usize = 12;

/// One store of the map beside what its database really has.
#[derive(Debug)]
pub(crate) struct Beside<'a> {
    map: &'a DataMap,
    store: usize,
    surroundings: &'a Surroundings<'a>,
    /// The collections of each table.
    collections: Vec<Vec<&'a Collection>>,
}

impl<'a> Beside<'a> {
    /// Lays the map's collections of a store over its tables.
    pub(crate) fn new(map: &'a DataMap, store: usize, surroundings: &'a Surroundings<'a>) -> Self {
        let tables = surroundings.tables();
        let mut collections = vec![Vec::new(); tables.len()];
        let names = TableNames::of(tables);
        for collection in map.collections().iter().filter(|it| it.store == store) {
            let table = names.find(collection.table());
            if let Some(list) = table.and_then(|table| collections.get_mut(table)) {
                list.push(collection);
            }
        }
        Self { map, store, surroundings, collections }
    }

    fn collections_of(&self, table: usize) -> &[&'a Collection] {
        self.collections.get(table).map(Vec::as_slice).unwrap_or_default()
    }

    /// The columns of a table that the map says nothing about, whatever they are called; none of a view, in which nothing lies.
    pub(crate) fn unmentioned(&self, index: usize, table: &'a Table) -> Vec<&'a Column> {
        if table.is_view || self.is_answered_whole(index, table) {
            return Vec::new();
        }
        let mentioned: HashSet<String> = self
            .collections_of(index)
            .iter()
            .flat_map(|collection| named_fields(collection))
            .map(|(_, field)| field.to_ascii_lowercase())
            .collect();
        let is_mentioned = |column: &str| mentioned.contains(&column.to_ascii_lowercase());
        let columns = table.schema.columns.iter();
        columns
            .filter(|column| !is_row_id(table, column))
            .filter(|column| !is_mentioned(&column.name) && !self.is_answered(index, table, &column.name))
            .collect()
    }

    /// Whether an answer says that nothing in a table is personal. A collection is answered field by field.
    fn is_answered_whole(&self, index: usize, table: &Table) -> bool {
        self.collections_of(index).is_empty()
            && answered(self.map, self.store, Topic::NotPersonal, std::slice::from_ref(&table.name))
    }

    fn is_answered(&self, index: usize, table: &Table, column: &str) -> bool {
        let answers = self.map.stores().get(self.store).map(|it| it.answers()).unwrap_or_default();
        let name = [format!("{}.{column}", table.name)];
        // An answer about many tables was not meant for one that the map declares.
        let is_wide = |about: &str| answers.iter().any(|it| it.about() == about && it.covers(&table.name));
        if self.collections_of(index).is_empty() {
            return answered(self.map, self.store, Topic::NotPersonal, &name);
        }
        answers
            .iter()
            .filter(|it| it.topic() == Topic::NotPersonal && !is_wide(it.about()))
            .any(|it| it.covers(name.first().map_or("", String::as_str)))
    }

    /// How close a table is to people, the map's own word included.
    pub(crate) fn closeness(&self, index: usize) -> Closeness {
        let collections = self.collections_of(index);
        let by_map = if collections.iter().any(|it| it.subject().is_some()) {
            Closeness::Person
        } else if collections.iter().any(|it| !it.is_tenant_root()) || self.points_to_declared(index) {
            Closeness::Linked
        } else {
            Closeness::Apart
        };
        by_map.max(self.surroundings.closeness(index))
    }

    fn points_to_declared(&self, index: usize) -> bool {
        self.surroundings.pointers_from(index).any(|pointer| {
            !pointer.names_a_doer() && self.collections_of(pointer.to).iter().any(|it| !it.is_tenant_root())
        })
    }

    /// Everything that looks personal and that the map does not mention; one finding for each field of a collection, and
    /// one for each table that is no collection.
    pub(crate) fn findings(&self, seen: &[Seen]) -> Vec<Finding> {
        let mut findings = Vec::new();
        for (index, table) in self.surroundings.tables().iter().enumerate() {
            let closeness = self.closeness(index);
            let columns = self.unmentioned(index, table);
            let mut personal: Vec<(String, Sort)> = columns
                .iter()
                .filter_map(|column| by_name(column, closeness).map(|sort| (column.name.clone(), sort)))
                .collect();
            for sight in seen.iter().filter(|it| it.table == index) {
                // What values show is surer than what names say; a key inside of JSON is reported beside its column.
                personal.retain(|(column, _)| *column != sight.path);
                personal.push((sight.path.clone(), sight.sort));
            }
            findings.extend(self.pointers(index, table));
            match self.collections_of(index) {
                [] if personal.is_empty() => {}
                [] => findings.push(self.table_finding(table, &personal)),
                [first, ..] => {
                    findings.extend(
                        personal.iter().map(|(path, sort)| self.field_finding(first, table, path, *sort)),
                    );
                }
            }
        }
        findings
    }

    fn store_name(&self) -> &str {
        self.map.stores().get(self.store).map_or("crm", |store| store.name())
    }

    fn table_finding(&self, table: &Table, personal: &[(String, Sort)]) -> Finding {
        let listed: Vec<String> = personal
            .iter()
            .take(MAX_NAMED)
            .map(|(column, sort)| format!("`{}` ({})", excerpt(column), sort.words()))
            .collect();
        let rest = match personal.len().saturating_sub(MAX_NAMED) {
            0 => String::new(),
            more => format!(" and {more} more"),
        };
        let names = std::slice::from_ref(&table.name);
        let (what, remedy) = if table.schema.is_copy {
            ("this copy of what other tables hold", "see to it that it is written anew when a record goes")
        } else {
            ("this table", "declare it as a collection")
        };
        Finding::warning(
            format!("store `{}`, table `{}`", self.store_name(), excerpt(&table.name)),
            excerpt(&table.name),
            format!(
                "the data map does not mention {what}, and it looks personal: {}{rest}",
                listed.join(", ")
            ),
            format!(
                "{remedy}, or {}; single columns are answered as \"table.column\"",
                how_to_answer(self.map, self.store, Topic::NotPersonal, names)
            ),
        )
    }

    fn field_finding(&self, collection: &Collection, table: &Table, path: &str, sort: Sort) -> Finding {
        Finding::warning(
            format!("store `{}`, collection `{}`", self.store_name(), collection.name()),
            excerpt(path),
            format!(
                "column `{}` of table `{}` looks like {}, and the data map does not mention it",
                excerpt(path),
                excerpt(&table.name),
                sort.words()
            ),
            "list it under `fields`; where it is not personal, with { keep = true } or { not_personal = \"the reason\" }",
        )
    }

    /// Columns that by their names point to a collection, without a foreign key and without a link.
    fn pointers(&self, index: usize, table: &Table) -> Vec<Finding> {
        if table.is_view || self.is_answered_whole(index, table) {
            return Vec::new();
        }
        let own = self.collections_of(index);
        let mentioned: Vec<&str> =
            own.iter().flat_map(|it| named_fields(it)).map(|(_, field)| field).collect();
        let mut findings = Vec::new();
        for pointer in self.surroundings.pointers_from(index).filter(|it| it.constraint.is_none()) {
            let Some(target) = self.collections_of(pointer.to).iter().find(|it| !it.is_tenant_root()) else {
                continue;
            };
            let [column] = pointer.columns.as_slice() else { continue };
            let names = [format!("{}.{column}", table.name)];
            let is_settled = mentioned.iter().any(|field| field.eq_ignore_ascii_case(column))
                || answered(self.map, self.store, Topic::NotLinked, &names)
                || self.is_answered(index, table, column);
            if is_settled || own.is_empty() && target.subject().is_none() {
                continue;
            }
            let (at, remedy) = match own.first() {
                Some(own) => {
                    (format!("collection `{}`", own.name()), "declare it as `owned_by`, `owns` or `mentions`")
                }
                None => (format!("table `{}`", excerpt(&table.name)), "declare the table as a collection"),
            };
            findings.push(Finding::warning(
                format!("store `{}`, {at}", self.store_name()),
                excerpt(column),
                format!(
                    "by its name, column `{}` of table `{}` points to a record of `{}`, without a foreign key and without a link",
                    excerpt(column),
                    excerpt(&table.name),
                    target.name(),
                ),
                format!("{remedy}, or {}", how_to_answer(self.map, self.store, Topic::NotLinked, &names)),
            ));
        }
        findings
    }
}
