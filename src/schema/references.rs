//! Foreign keys that the data map does not mention.

use std::collections::HashMap;

use super::answers::{answered, how_to_answer};
use super::tables::{bare_name, same_table};
use crate::datamap::{Collection, DataMap, Topic};
use crate::finding::Finding;
use crate::port::{OnDelete, Reference};

/// The collections of a map by the tables in which they lie, so that none is looked for among all.
#[derive(Debug)]
pub(crate) struct ByTable<'m>(HashMap<(usize, String), Vec<&'m Collection>>);

impl<'m> ByTable<'m> {
    pub(crate) fn of(map: &'m DataMap) -> Self {
        let mut tables: HashMap<(usize, String), Vec<&Collection>> = HashMap::new();
        for collection in map.collections() {
            let table = (collection.store, bare_name(collection.table()));
            tables.entry(table).or_default().push(collection);
        }
        Self(tables)
    }

    /// The collections whose table a foreign key to this one stands in.
    pub(crate) fn referring(&self, collection: &Collection, reference: &Reference) -> Vec<&'m Collection> {
        let of_name = self.0.get(&(collection.store, bare_name(&reference.table)));
        let of_name = of_name.map(Vec::as_slice).unwrap_or_default();
        of_name.iter().copied().filter(|other| same_table(other.table(), &reference.table)).collect()
    }
}

/// The names by which an answer may mean a foreign key, the first of them for people.
pub(crate) fn names_of(reference: &Reference) -> Vec<String> {
    reference.columns.iter().map(|column| format!("{}.{column}", reference.table)).collect()
}

/// The warning for a foreign key that the map does not declare, unless the map answers it.
pub(crate) fn undeclared(
    map: &DataMap,
    collection: &Collection,
    reference: &Reference,
    referring: &[&Collection],
) -> Option<Finding> {
    let is_declared = !referring.is_empty() && referring.iter().all(|from| declares(map, from, reference));
    if is_declared {
        return None;
    }
    let is_collection = !referring.is_empty();
    let (topic, problem) = match (is_collection, reference.on_delete) {
        (false, OnDelete::Refuse) => (
            Topic::NotLinked,
            "a table that the data map does not declare refers to this one; records that a row of it points to stay as empty shells",
        ),
        (false, OnDelete::Cascade) => (
            Topic::Cascades,
            "a table that the data map does not declare refers to this one with ON DELETE CASCADE; so that the database does not erase its rows, records that one of them points to stay as empty shells",
        ),
        (false, OnDelete::LetGo) => (
            Topic::Cascades,
            "the database clears these columns of a table that the data map does not declare when a record here goes, and leaves the rest of the row",
        ),
        (true, OnDelete::Refuse) => (
            Topic::NotLinked,
            "a foreign key without a link: it decides nothing about whose a record is, and what it points to stays as an empty shell while the record stays",
        ),
        (true, OnDelete::Cascade) => (
            Topic::NotLinked,
            "a foreign key without a link, with ON DELETE CASCADE: the plan does not let the database follow it, so that what it points to stays as an empty shell while the record stays",
        ),
        (true, OnDelete::LetGo) => (
            Topic::NotLinked,
            "a foreign key without a link: the database clears it when what it points to goes, and the plan does not say so",
        ),
    };
    let names = names_of(reference);
    if answered(map, collection.store, topic, &names) {
        return None;
    }
    let remedy = if is_collection {
        "declare it as `owned_by`, `owns` or `mentions`"
    } else {
        "declare the table as a collection"
    };
    Some(Finding::warning(
        format!("collection `{}`", collection.name()),
        format!("{}.{}", reference.table, reference.columns.join(", ")),
        problem,
        format!("{remedy}, or {}", how_to_answer(map, collection.store, topic, &names)),
    ))
}

/// Whether a collection declares a foreign key of its table: as a link or as its tenant.
pub(crate) fn declares(map: &DataMap, from: &Collection, reference: &Reference) -> bool {
    let is_tenant = matches!(reference.columns.as_slice(), [column] if from.tenant().is_some_and(|field| field.eq_ignore_ascii_case(column)));
    is_tenant
        || from.links().iter().any(|link| {
            same_columns(link.fields(), reference) && map.collection(link.target().collection()).is_some()
        })
}

/// Whether a collection's records are told by their links when they point along a foreign key to a record of that one.
///
/// What the map does not declare is told as well, but for the rows that a condition leaves out.
pub(super) fn tells(map: &DataMap, from: &Collection, to: &Collection, reference: &Reference) -> bool {
    let is_tenant = |column: &String| from.tenant().is_some_and(|field| field.eq_ignore_ascii_case(column));
    let by_tenant =
        to.is_tenant_root() && matches!(reference.columns.as_slice(), [column] if is_tenant(column));
    let by_link = from.links().iter().any(|link| {
        let pairs = link.fields().iter().zip(map.target_fields(link));
        let pairs: Vec<_> = pairs.collect();
        link.target().collection() == to.name()
            && link.conditions().is_empty()
            && pairs.len() == reference.columns.len()
            && reference.columns.iter().zip(&reference.to_columns).all(|(column, to_column)| {
                pairs.iter().any(|(field, to_field)| {
                    field.eq_ignore_ascii_case(column) && to_field.eq_ignore_ascii_case(to_column)
                })
            })
    });
    from.conditions().is_empty() && (by_tenant || by_link || !declares(map, from, reference))
}

/// Whether a link runs over the columns of a foreign key, in any order.
pub(crate) fn same_columns(fields: &[String], reference: &Reference) -> bool {
    fields.len() == reference.columns.len()
        && fields
            .iter()
            .all(|field| reference.columns.iter().any(|column| column.eq_ignore_ascii_case(field)))
}
