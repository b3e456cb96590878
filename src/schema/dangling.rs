//! Links that keep their value on purpose, where no foreign key holds what they point to.

use std::collections::HashMap;

use super::references::same_columns;
use super::tables::same_table;
use crate::datamap::{Collection, DataMap, Link, Release};
use crate::port::Schema;

/// The links of a collection that may lead nowhere, as far as the live schemas are known.
pub(crate) fn unenforced<'c>(
    map: &DataMap,
    collection: &'c Collection,
    schemas: &HashMap<String, Schema>,
) -> Vec<&'c Link> {
    let keeps = |link: &&Link| matches!(link.release(), Release::Clear(_)) && !link.lets_go();
    let is_free = |link: &&Link| {
        let Some(target) = map.collection(link.target().collection()) else { return false };
        if target.store != collection.store {
            return true;
        }
        schemas.get(target.name()).is_some_and(|schema| {
            !schema.referred_by.iter().any(|reference| {
                same_table(collection.table(), &reference.table) && same_columns(link.fields(), reference)
            })
        })
    };
    collection.links().iter().filter(keeps).filter(is_free).collect()
}
