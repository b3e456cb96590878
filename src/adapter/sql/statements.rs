//! The statements of a store that are the same in every dialect.

use super::branches::branches;
use super::dialect::Dialect;
use super::render::{ColumnRef, Malformed, Renderer, Sql};
use crate::port::{Page, Place, Selection};
use crate::value::Value;

/// Counts the matching rows.
pub(super) fn count(dialect: &impl Dialect, place: &Place, selection: &Selection) -> Result<Sql, Malformed> {
    let mut renderer = Renderer::new(dialect);
    let mut sql = Sql::new("SELECT ");
    for (index, branch) in disjoint_branches(dialect, place, selection).iter().enumerate() {
        let scope = renderer.scope(place);
        sql.push(if index > 0 { " + " } else { "" });
        sql.push("(SELECT count(*) FROM ").push(&renderer.from(&scope)).push(" WHERE ");
        renderer.matches(&mut sql, &scope, place, branch)?;
        sql.push(")");
    }
    Ok(sql)
}

/// Counts the matching rows up to so many.
pub(super) fn count_up_to(
    dialect: &impl Dialect,
    place: &Place,
    selection: &Selection,
    most: usize,
) -> Result<Sql, Malformed> {
    let mut renderer = Renderer::new(dialect);
    let mut sql = Sql::new("SELECT count(*) FROM (");
    for (index, branch) in disjoint_branches(dialect, place, selection).iter().enumerate() {
        let scope = renderer.scope(place);
        sql.push(if index > 0 { " UNION ALL SELECT 1 FROM " } else { "SELECT 1 FROM " });
        sql.push(&renderer.from(&scope)).push(" WHERE ");
        renderer.matches(&mut sql, &scope, place, branch)?;
    }
    sql.push(" LIMIT ").bind(limit(most)).push(&format!(") AS {}", dialect.quote("counted")));
    Ok(sql)
}

/// Reads the keys and fields of the matching rows behind the last key, in the order of keys.
pub(super) fn read(
    dialect: &impl Dialect,
    place: &Place,
    fields: &[String],
    selection: &Selection,
    page: Page<'_>,
) -> Result<Sql, String> {
    if place.key().is_empty() {
        return Err("the place has no key; name the fields that tell its records apart".to_owned());
    }
    let mut renderer = Renderer::new(dialect);
    let mut sql = Sql::new("");
    let branches = disjoint_branches(dialect, place, selection);
    let mut order: Vec<_> = (1..=place.key().len()).map(|number| number.to_string()).collect();
    for (index, branch) in branches.iter().enumerate() {
        let scope = renderer.scope(place);
        if branches.len() == 1 {
            order = vec![renderer.list(&scope, place.key())];
        }
        sql.push(if index > 0 { " UNION ALL SELECT " } else { "SELECT " });
        sql.push(&renderer.read_list(&scope, place.key().iter().chain(fields)));
        sql.push(" FROM ").push(&renderer.from(&scope)).push(" WHERE ");
        if let Some(after) = page.after {
            let columns: Vec<_> = place.key().iter().map(|name| renderer.column(&scope, name)).collect();
            push_after(dialect, &mut sql, &columns, after.values());
            sql.push(" AND ");
        }
        renderer.matches(&mut sql, &scope, place, branch).map_err(|error| error.to_string())?;
    }
    sql.push(" ORDER BY ").push(&order.join(", ")).push(" LIMIT ").bind(limit(page.limit));
    Ok(sql)
}

/// That the key comes after these values in the order of keys.
fn push_after<D: Dialect>(dialect: &D, sql: &mut Sql, columns: &[ColumnRef<'_>], values: &[Value]) {
    if D::NULLS_FIRST && (D::COMPARES_ROWS || columns.len() == 1) && !values.iter().any(Value::is_null) {
        let names: Vec<_> = columns.iter().map(|column| column.sql.as_str()).collect();
        sql.push(&format!("({}) > (", names.join(", ")));
        for (index, (column, value)) in columns.iter().zip(values).enumerate() {
            sql.push(if index > 0 { ", " } else { "" });
            dialect.bind_key(sql, column, value.clone());
        }
        sql.push(")");
        return;
    }
    // Column by column: with a null among the keys the comparison of rows would be null, and some databases read the
    // whole index for it.
    sql.push("(FALSE");
    for (last, (column, value)) in columns.iter().zip(values).enumerate() {
        sql.push(" OR (");
        for (column, value) in columns.iter().zip(values).take(last) {
            sql.push(&column.sql);
            if value.is_null() {
                sql.push(" IS NULL");
            } else {
                sql.push(" = ");
                dialect.bind_key(sql, column, value.clone());
            }
            sql.push(" AND ");
        }
        match (value.is_null(), D::NULLS_FIRST) {
            (true, true) => {
                sql.push(&column.sql).push(" IS NOT NULL");
            }
            (true, false) => {
                sql.push("FALSE");
            }
            (false, nulls_first) => {
                sql.push("(").push(&column.sql).push(" > ");
                dialect.bind_key(sql, column, value.clone());
                if !nulls_first {
                    sql.push(" OR ").push(&column.sql).push(" IS NULL");
                }
                sql.push(")");
            }
        }
        sql.push(")");
    }
    sql.push(")");
}

/// Erases all of the matching rows, where a statement may read the table that it erases from.
#[cfg(any(feature = "sqlite", feature = "postgres"))]
pub(super) fn erase_all(
    dialect: &impl Dialect,
    place: &Place,
    selection: &Selection,
) -> Result<Sql, Malformed> {
    let mut renderer = Renderer::changing(dialect);
    let scope = renderer.scope(place);
    let mut sql = Sql::new(format!("DELETE FROM {} WHERE ", renderer.from(&scope)));
    renderer.matches(&mut sql, &scope, place, selection).map(|()| sql)
}

/// Erases at most so many of the matching rows, where a statement may read the table that it erases from.
#[cfg(feature = "sqlite")]
pub(super) fn erase_batch(
    dialect: &impl Dialect,
    place: &Place,
    selection: &Selection,
    most: usize,
) -> Result<Sql, Malformed> {
    let mut renderer = Renderer::changing(dialect);
    let names = row_names(dialect, place);
    let doomed = renderer.scope(place);
    let mut sql = Sql::new(format!(
        "DELETE FROM {} WHERE ({}) IN (",
        renderer.from(&doomed),
        renderer.list(&doomed, &names)
    ));
    for (index, branch) in disjoint_branches(dialect, place, selection).iter().enumerate() {
        let scope = renderer.scope(place);
        sql.push(if index > 0 { " UNION ALL SELECT " } else { "SELECT " });
        sql.push(&renderer.list(&scope, &names)).push(" FROM ").push(&renderer.from(&scope)).push(" WHERE ");
        renderer.matches(&mut sql, &scope, place, branch)?;
    }
    sql.push(" LIMIT ").bind(limit(most)).push(")");
    Ok(sql)
}

/// Changes the matching rows, where a statement may read the table that it changes.
#[cfg(any(feature = "sqlite", feature = "postgres"))]
pub(super) fn update(
    dialect: &impl Dialect,
    place: &Place,
    selection: &Selection,
    assign: &dyn Fn(&mut Sql, &str),
) -> Result<Sql, Malformed> {
    let mut renderer = Renderer::changing(dialect);
    let scope = renderer.scope(place);
    let mut sql = Sql::new(format!("UPDATE {} SET ", renderer.from(&scope)));
    assign(&mut sql, scope.alias());
    sql.push(" WHERE ");
    renderer.matches(&mut sql, &scope, place, selection)?;
    Ok(sql)
}

/// The selection as branches that no row matches twice.
pub(super) fn disjoint_branches<D: Dialect>(
    dialect: &D,
    place: &Place,
    selection: &Selection,
) -> Vec<Selection> {
    match dialect.shapes().of(place.table()) {
        Some(shape) if D::REMEMBERS_ROWS => branches(shape, selection),
        _ => vec![selection.clone()],
    }
}

/// The names by which the place's rows are told apart; in a view the place's own key has to do.
pub(super) fn row_names(dialect: &impl Dialect, place: &Place) -> Vec<String> {
    let names = dialect.shapes().of(place.table()).map(|shape| shape.row_names.clone()).unwrap_or_default();
    if names.is_empty() { place.key().to_vec() } else { names }
}

/// A limit as the databases' integer.
pub(super) fn limit(limit: usize) -> Value {
    Value::Integer(i64::try_from(limit).unwrap_or(i64::MAX))
}

/// Whether a selection links to the place's own table, or to a view, behind which it may lie.
#[cfg(any(feature = "sqlite", feature = "mysql"))]
pub(super) fn may_read_itself(dialect: &impl Dialect, place: &Place, selection: &Selection) -> bool {
    let mut tables = Vec::new();
    linked_tables(selection, &mut tables);
    // A place and a link may spell one table in two ways.
    let real = |table: &str| dialect.shapes().of(table).filter(|shape| !shape.is_view);
    tables.iter().any(|table| match (real(table), real(place.table())) {
        (Some(linked), Some(own)) => (&linked.schema, &linked.name) == (&own.schema, &own.name),
        _ => true,
    })
}

/// The tables that a selection links to.
pub(super) fn linked_tables<'a>(selection: &'a Selection, tables: &mut Vec<&'a str>) {
    match selection {
        Selection::Linked { to, selection, .. } => {
            tables.push(to.table());
            linked_tables(selection, tables);
        }
        Selection::Exists { place, selection } => {
            tables.push(place.table());
            linked_tables(selection, tables);
        }
        Selection::All(parts) | Selection::Any(parts) => {
            for part in parts {
                linked_tables(part, tables);
            }
        }
        Selection::Not(inner) | Selection::Held(inner) => linked_tables(inner, tables),
        _ => {}
    }
}
