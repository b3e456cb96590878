//! Whether the data map fits a live schema: what is missing, and what the planner has to know of the rest.
//!
//! The engine asks this before the first write, and a check asks the same: they cannot disagree.

use std::collections::{HashMap, HashSet};

use super::keys::{check_bytes, check_equality, check_key};
use super::limits::check_limits;
use super::values::{check_links, check_values};
use super::{dangling, effects, polymorphic, references, shells};
use crate::datamap::{Collection, DataMap};
use crate::finding::{Finding, Findings};
use crate::plan::SchemaFacts;
use crate::port::{Capabilities, Description, OnDelete, Place, Schema};

/// What the live stores say of a data map.
#[derive(Debug, Default)]
pub(crate) struct Survey {
    /// The schema of each collection, by name, where its store has one.
    pub(crate) schemas: HashMap<String, Schema>,
    /// What each collection's store can do, by the collection's name.
    pub(crate) capabilities: HashMap<String, Capabilities>,
    /// The collections, by name, in which the database does something by itself when a record is erased.
    pub(crate) acting: HashSet<String>,
    pub(crate) facts: SchemaFacts,
    pub(crate) findings: Findings,
}

/// Where a collection's records lie.
pub(crate) fn place_of(collection: &Collection) -> Place {
    Place::new(collection.table(), collection.key().iter().cloned(), collection.conditions().to_vec())
}

impl Survey {
    /// Takes in what the store of a collection can do.
    pub(crate) fn add_store(&mut self, store: &str, collection: &Collection, capabilities: Capabilities) {
        self.capabilities.insert(collection.name().to_owned(), capabilities);
        if !(capabilities.predicates && capabilities.links) {
            self.facts.add_limited_store(collection.store);
        }
        for link in collection.links().iter().filter(|link| link.is_by_prefix() && !capabilities.folders) {
            self.findings.push(Finding::error(
                format!(
                    "store `{store}`, collection `{}`, link to `{}`",
                    collection.name(),
                    link.target().collection()
                ),
                "prefix = true",
                "the store cannot list what lies below a prefix",
                "give it one that can, or point to rows that name each object",
            ));
        }
        for link in collection.links().iter().filter(|link| link.is_list() && !capabilities.lists) {
            self.findings.push(Finding::error(
                format!(
                    "store `{store}`, collection `{}`, link to `{}`",
                    collection.name(),
                    link.target().collection()
                ),
                "list = true",
                "the store cannot look into a list",
                "give it one that can, or a table of its own with one row for each element",
            ));
        }
    }

    /// Takes in the shape of a collection's table, and reports all in which it does not fit.
    pub(crate) fn add_table(&mut self, store: &str, collection: &Collection, description: Description) {
        match description {
            Description::Unknown => {}
            Description::Missing => self.findings.push(Finding::error(
                format!("store `{store}`, collection `{}`", collection.name()),
                collection.table(),
                "the store has no such table",
                "correct `table` in the data map, or create the table",
            )),
            Description::Table(schema) => {
                check_columns(store, collection, &schema, &mut self.findings);
                self.schemas.insert(collection.name().to_owned(), schema);
            }
        }
    }

    /// Once every table was taken in: learns what the planner has to know, and reports foreign keys that the map does not.
    pub(crate) fn conclude(&mut self, map: &DataMap) {
        let by_table = references::ByTable::of(map);
        for collection in map.collections() {
            if let Some(schema) = self.schemas.get(collection.name()).cloned() {
                self.judge(map, collection, &schema);
                self.learn(map, &by_table, collection, &schema);
            }
            for link in dangling::unenforced(map, collection, &self.schemas) {
                self.facts.add_unenforced(collection.name(), link.fields().iter().cloned());
            }
        }
        self.acting = effects::acting_on_erasure(map, &by_table, &self.schemas);
        let mut findings = Findings::new();
        check_equality(map, self, &mut findings);
        self.findings.extend(findings);
    }

    /// What a table is in itself: its key, what it can hold, what it hides or refuses.
    fn judge(&mut self, map: &DataMap, collection: &Collection, schema: &Schema) {
        let store = map.stores().get(collection.store).map_or("", |store| store.name());
        let mut findings = Findings::new();
        check_key(map, store, collection, schema, &mut findings);
        check_bytes(map, store, collection, schema, &mut findings);
        check_values(store, collection, schema, &mut findings);
        check_links(map, self, collection, &mut findings);
        check_limits(map, store, collection, schema, &mut findings);
        self.findings.extend(findings);
    }

    /// What may not be null, and who else refers to the table.
    fn learn(
        &mut self,
        map: &DataMap,
        by_table: &references::ByTable<'_>,
        collection: &Collection,
        schema: &Schema,
    ) {
        // Nothing can be written to what the database works out itself, null neither.
        for column in schema.columns.iter().filter(|column| !column.nullable || column.is_generated) {
            self.facts.add_not_null(collection.name(), &column.name);
        }
        self.findings.extend(polymorphic::unasked(collection, schema));
        for column in shells::emptied_columns(map, collection, schema) {
            self.facts.add_emptied(collection.name(), &column.name);
        }
        for reference in &schema.referred_by {
            let referring = by_table.referring(collection, reference);
            self.findings.extend(references::undeclared(map, collection, reference, &referring));
            if reference.on_delete == OnDelete::LetGo {
                continue;
            }
            if referring.is_empty() {
                self.facts.add_outside_reference(
                    collection.name(),
                    &reference.table,
                    reference.columns.iter().cloned(),
                    reference.to_columns.iter().cloned(),
                );
            }
            for from in referring.into_iter().filter(|from| !references::declares(map, from, reference)) {
                self.facts.add_reference(
                    from.name(),
                    reference.columns.iter().cloned(),
                    collection.name(),
                    reference.to_columns.iter().cloned(),
                );
            }
        }
    }
}

/// The fields of a collection that have to be columns, each with where the data map names it.
pub(crate) fn named_fields(collection: &Collection) -> Vec<(String, &str)> {
    let mut fields: Vec<(String, &str)> = Vec::new();
    fields.extend(collection.key().iter().map(|field| ("`key`".to_owned(), field.as_str())));
    fields.extend(collection.tenant().map(|field| ("`tenant`".to_owned(), field)));
    fields.extend(collection.conditions().iter().map(|it| ("`where`".to_owned(), it.field())));
    fields.extend(
        collection.identifiers().iter().map(|it| (format!("`identifiers.{}`", it.kind()), it.field())),
    );
    fields.extend(collection.events().iter().map(|it| (format!("`events.{}`", it.name()), it.field())));
    fields.extend(collection.fields().iter().map(|it| ("`fields`".to_owned(), it.name())));
    for link in collection.links() {
        let at = format!("link to `{}`", link.target().collection());
        let named = link.fields().iter().map(String::as_str);
        let conditions = link.conditions().iter().map(|it| it.field());
        let cleared = link.cleared().iter().map(|it| it.field());
        fields.extend(named.chain(conditions).chain(cleared).map(|field| (at.clone(), field)));
    }
    fields
}

fn check_columns(store: &str, collection: &Collection, schema: &Schema, findings: &mut Findings) {
    let mut seen = Vec::new();
    for (at, field) in named_fields(collection) {
        if schema.has_field(field) || seen.contains(&field) {
            continue;
        }
        seen.push(field);
        if let Some(column) = schema.holder(field) {
            findings.push(Finding::error(
                format!("store `{store}`, collection `{}`, {at}", collection.name()),
                field,
                format!(
                    "column `{}` holds no JSON in which this could be a path (`{}`)",
                    column.name, column.declared
                ),
                "name a column, or store JSON in a type that the database reads as JSON",
            ));
            continue;
        }
        let columns: Vec<&str> = schema.columns.iter().map(|column| column.name.as_str()).collect();
        findings.push(Finding::error(
            format!("store `{store}`, collection `{}`, {at}", collection.name()),
            field,
            format!("table `{}` has no such column", collection.table()),
            format!("write one of `{}`", columns.join("`, `")),
        ));
    }
}
