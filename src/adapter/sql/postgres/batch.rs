//! How PostgreSQL erases a bounded batch: by the places of rows, each only in the form in which it was found.

use super::dialect::PostgresDialect;
use crate::adapter::sql::render::{Dialect as _, Malformed, Renderer, Sql};
use crate::adapter::sql::statements::{self, limit};
use crate::port::{Place, Selection};

/// The rows of the batch, under a name of their own.
const DOOMED: &str = "doomed";

/// Erases at most so many of the matching rows. Those that somebody else changes meanwhile are passed over, since their
/// new forms lie elsewhere and need not match; the store looks for them again.
///
/// No row is locked before it is erased. Places are looked up as an array, which is the only way that PostgreSQL never
/// trades for reading the whole table. What decides is the comparison with each row that was found: a place alone can be
/// that of another child of the table, and releases before the autumn of 2025 follow a place to a row's newer form without
/// looking at it again; that form was written by another transaction, which `xmin` tells.
pub(super) fn erase_batch(
    dialect: &PostgresDialect<'_>,
    place: &Place,
    selection: &Selection,
    most: usize,
) -> Result<Sql, Malformed> {
    let mut names = match dialect.shapes().of(place.table()) {
        Some(shape) if !shape.row_names.is_empty() => shape.row_names.clone(),
        // A view's rows lie nowhere.
        _ => return statements::erase_batch(dialect, place, selection, most),
    };
    names.push("xmin".to_owned());
    let mut renderer = Renderer::new(dialect);
    let doomed = renderer.scope(place);
    let scope = renderer.scope(place);
    let mut sql = Sql::new(format!(
        "WITH \"{DOOMED}\" AS MATERIALIZED (SELECT {} FROM {} WHERE ",
        renderer.list(&scope, &names),
        renderer.from(&scope),
    ));
    renderer.matches(&mut sql, &scope, place, selection)?;
    sql.push(" LIMIT ").bind(limit(most));
    let same: Vec<_> = names
        .iter()
        .map(|name| format!("\"{DOOMED}\".\"{name}\" = {}", renderer.column(&doomed, name).sql))
        .collect();
    sql.push(&format!(
        ") DELETE FROM {} USING \"{DOOMED}\" WHERE {}.ctid = ANY (ARRAY(SELECT \"ctid\" FROM \"{DOOMED}\")) AND {}",
        renderer.from(&doomed),
        dialect.quote(doomed.alias()),
        same.join(" AND ")
    ));
    Ok(sql)
}
