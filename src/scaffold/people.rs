//! Who the people are, and what contains them: likely subjects and tenants.

use std::collections::{BTreeMap, BTreeSet};

use super::guess::{Guess, can_be_named, shown};
use super::lists::{PLAIN, TENANTS, THE_THING_ITSELF, WAYS};
use crate::inspect::{Closeness, Sort, Surroundings, by_name, is_one_of, words_of};
use crate::port::{Column, ColumnKind};

/// The kind of subject for customers and whoever else a CRM is about.
pub(super) const CUSTOMER_KIND: &str = "contact";
/// The kind of subject for those who work for the host.
pub(super) const STAFF_KIND: &str = "operator";

/// The kind of identifier that a column of a person's record holds, if it is one by which a request may find the person.
/// `table` are the words of the table's name: the `address` of an `email` is no street.
pub(super) fn identifier_kind(column: &Column, table: &[String]) -> Option<&'static str> {
    let words = words_of(&column.name);
    if !words.iter().all(|word| is_one_of(word, PLAIN)) {
        return None;
    }
    let is_of = |way: &str| table.iter().any(|word| is_one_of(word, &[way]));
    let is_the_thing = matches!(words.as_slice(), [only] if is_one_of(only, THE_THING_ITSELF));
    if is_the_thing && matches!(column.kind, ColumnKind::Text { .. } | ColumnKind::Other) {
        if is_of("email") {
            return Some("email");
        }
        if is_of("phone") {
            return Some("phone");
        }
    }
    match by_name(column, Closeness::Person)? {
        Sort::Email => Some("email"),
        Sort::Phone => Some("phone"),
        Sort::WaId => Some("wa_id"),
        Sort::Bsuid => Some("bsuid"),
        Sort::ScopedId if words.iter().any(|word| word == "psid") => Some("psid"),
        Sort::ScopedId if words.iter().any(|word| word == "igsid") => Some("igsid"),
        Sort::ScopedId => Some("asid"),
        _ => None,
    }
}

/// The tables whose rows are people that a request can find, by index.
pub(super) fn subjects(
    surroundings: &Surroundings<'_>,
    usable: &dyn Fn(usize) -> bool,
) -> BTreeMap<usize, Guess<&'static str>> {
    let has_identifier = |index: usize| {
        let table = surroundings.tables().get(index);
        let columns = table.into_iter().flat_map(|table| &table.schema.columns);
        columns.into_iter().any(|column| identifier_kind(column, surroundings.words(index)).is_some())
    };
    let is_way = |index: usize| surroundings.words(index).iter().any(|word| is_one_of(word, WAYS));
    // People whose addresses and numbers stand in a table of their own.
    let is_found_elsewhere = |index: usize| {
        surroundings
            .pointers_to(index)
            .any(|it| it.from != index && !it.names_a_doer() && is_way(it.from) && has_identifier(it.from))
    };
    let is_candidate = |&index: &usize| {
        usable(index)
            && surroundings.closeness(index) == Closeness::Person
            && !is_way(index)
            && (has_identifier(index) || is_found_elsewhere(index))
    };
    let candidates: BTreeSet<usize> = (0..surroundings.tables().len()).filter(is_candidate).collect();
    let belongs_to_another = |index: usize| {
        surroundings
            .pointers_from(index)
            .any(|pointer| pointer.to != index && !pointer.names_a_doer() && candidates.contains(&pointer.to))
    };
    let mut subjects = BTreeMap::new();
    for &index in &candidates {
        let is_single_word = surroundings.words(index).len() <= 1;
        let is_named_so = surroundings.sounds_like_people(index);
        // `customers.user_id` is the agent in charge; `customer_addresses.customer_id` is whose the address is.
        if belongs_to_another(index) && !(is_named_so && is_single_word) {
            continue;
        }
        let pointers = surroundings.pointers_to(index).count();
        let (kind, whose) = if surroundings.sounds_like_staff(index) {
            (STAFF_KIND, "by its name people who work for you")
        } else if is_named_so {
            (CUSTOMER_KIND, "by its name your customers, contacts or users")
        } else {
            (CUSTOMER_KIND, "a row has a name and a way to reach somebody")
        };
        subjects.insert(
            index,
            Guess::new(kind, format!("{whose}; {pointers} columns of other tables point here")),
        );
    }
    subjects
}

/// What divides a database between tenants.
#[derive(Debug, Default)]
pub(super) struct TenantGuess {
    /// The index of the table whose rows are tenants.
    pub(super) root: Option<usize>,
    /// The column by which most tables name their tenant.
    pub(super) column: Option<String>,
    /// The column by which each table names it, by index.
    fields: BTreeMap<usize, String>,
    tables: usize,
}

impl TenantGuess {
    /// The field of a table that names the tenant.
    pub(super) fn field_of(&self, table: usize) -> Option<Guess<String>> {
        let field = self.fields.get(&table).filter(|_| self.root != Some(table))?;
        Some(Guess::new(
            field.clone(),
            format!("{} of {} tables name a tenant so", self.fields.len(), self.tables),
        ))
    }

    /// Whether a column of a table names the tenant.
    pub(super) fn names_tenant(&self, table: usize, columns: &[String]) -> bool {
        matches!(columns, [only] if self.fields.get(&table).is_some_and(|field| field.eq_ignore_ascii_case(only)))
    }
}

/// The table that most others point to and whose name says that it holds tenants, if people are among what it contains.
pub(super) fn tenancy(
    surroundings: &Surroundings<'_>,
    subjects: &BTreeMap<usize, Guess<&'static str>>,
    usable: &dyn Fn(usize) -> bool,
) -> TenantGuess {
    let tables = surroundings.tables().len();
    let mut best = TenantGuess::default();
    for root in (0..tables).filter(|index| usable(*index) && !subjects.contains_key(index)) {
        let words = surroundings.words(root);
        if !matches!(words, [only] if is_one_of(only, TENANTS)) {
            continue;
        }
        let mut fields = BTreeMap::new();
        for pointer in surroundings.pointers_to(root).filter(|it| it.from != root && !it.names_a_doer()) {
            if let [column] = pointer.columns.as_slice()
                && can_be_named(column)
            {
                fields.entry(pointer.from).or_insert_with(|| column.clone());
            }
        }
        let contains_people = subjects.keys().any(|subject| fields.contains_key(subject));
        let is_common = fields.len() >= 3 && fields.len() * 5 >= tables;
        if contains_people && is_common && fields.len() > best.fields.len() {
            let column = most_common(fields.values());
            best = TenantGuess { root: Some(root), column, fields, tables };
        }
    }
    best
}

fn most_common<'a>(names: impl Iterator<Item = &'a String>) -> Option<String> {
    let mut counts: BTreeMap<&String, usize> = BTreeMap::new();
    for name in names {
        *counts.entry(name).or_default() += 1;
    }
    counts.into_iter().max_by_key(|(_, count)| *count).map(|(name, _)| name.clone())
}

/// How a table is called in comments.
pub(super) fn called(surroundings: &Surroundings<'_>, index: usize) -> String {
    surroundings.tables().get(index).map(|table| shown(&table.name)).unwrap_or_default()
}
