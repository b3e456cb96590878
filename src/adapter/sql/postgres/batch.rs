//! How PostgreSQL erases a bounded batch: each row only in the form in which it was found.

use super::dialect::PostgresDialect;
use crate::adapter::sql::dialect::Dialect as _;
use crate::adapter::sql::render::{Malformed, Renderer, Scope, Sql};
use crate::adapter::sql::statements::limit;
use crate::port::{Place, Selection};

/// Erases at most so many of the matching rows. Those that somebody else changes meanwhile are passed over, since their
/// new forms need not match; the store looks for them again. No row is locked before it is erased.
///
/// Where a row has changed, PostgreSQL looks at its new form again, but only at what stands outside of the list: releases
/// before the autumn of 2025 not even at its place. So a row is compared together with `xmin`, the transaction that wrote
/// its form. Rows of views have none, and there the selection itself stands outside once more.
pub(super) fn erase_batch(
    dialect: &PostgresDialect<'_>,
    place: &Place,
    selection: &Selection,
    most: usize,
) -> Result<Sql, Malformed> {
    let mut renderer = Renderer::changing(dialect);
    let doomed = renderer.scope(place);
    let scope = renderer.scope(place);
    let row_names = dialect.shapes().of(place.table()).map(|shape| shape.row_names.as_slice());
    let names = |scope: &Scope<'_>| match row_names {
        // Names that the database itself gave, some of them of no column that a shape knows.
        Some(names) if !names.is_empty() => {
            let alias = dialect.quote(scope.alias());
            let names = names.iter().map(|name| format!("{alias}.{}, ", dialect.quote(name)));
            format!("{}{alias}.xmin::text", names.collect::<String>())
        }
        _ => renderer.list(scope, place.key()),
    };
    let mut sql = Sql::new(format!(
        "DELETE FROM {} WHERE ({}) IN (SELECT {} FROM {} WHERE ",
        renderer.from(&doomed),
        names(&doomed),
        names(&scope),
        renderer.from(&scope),
    ));
    renderer.matches(&mut sql, &scope, place, selection)?;
    sql.push(" LIMIT ").bind(limit(most)).push(")");
    if row_names.is_none_or(<[String]>::is_empty) {
        sql.push(" AND ");
        renderer.matches(&mut sql, &doomed, place, selection)?;
    }
    Ok(sql)
}
