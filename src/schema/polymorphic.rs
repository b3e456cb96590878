//! Links over `owner_id` in a table that has `owner_type`, which the data map need not name.

use crate::datamap::{Collection, polymorphic};
use crate::finding::Finding;
use crate::port::Schema;

/// Reports links that take rows of every type, though the table says of which type each of them is.
pub(crate) fn unasked(collection: &Collection, schema: &Schema) -> Vec<Finding> {
    let columns = || schema.columns.iter().map(|column| column.name.as_str());
    let found = |link| Some((link, collection.unasked_type(link, columns())?));
    collection
        .links()
        .iter()
        .filter_map(found)
        .map(|(link, type_column)| {
            Finding::error(
                format!("collection `{}`, link to `{}`", collection.name(), link.target().collection()),
                link.fields().join("`, `"),
                format!(
                    "table `{}` has a column `{type_column}`: {}",
                    collection.table(),
                    polymorphic::PROBLEM
                ),
                polymorphic::remedy(type_column),
            )
        })
        .collect()
}
