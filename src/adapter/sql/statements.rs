//! The statements of a store that are the same in every dialect.

use super::render::{ColumnRef, Dialect, Malformed, Renderer, Sql};
use crate::datamap::Value;
use crate::port::{Page, Place, Selection};

/// Counts the matching rows.
pub(super) fn count(dialect: &impl Dialect, place: &Place, selection: &Selection) -> Result<Sql, Malformed> {
    let mut renderer = Renderer::new(dialect);
    let scope = renderer.scope(place);
    let mut sql = Sql::new(format!("SELECT count(*) FROM {} WHERE ", renderer.from(&scope)));
    renderer.matches(&mut sql, &scope, place, selection).map(|()| sql)
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
    let scope = renderer.scope(place);
    let mut sql =
        Sql::new(format!("SELECT {}", renderer.read_list(&scope, place.key().iter().chain(fields))));
    sql.push(" FROM ").push(&renderer.from(&scope)).push(" WHERE ");
    if let Some(after) = page.after {
        if after.values().len() != place.key().len() {
            return Err(
                "the last key has another number of values than the place's key has fields".to_owned()
            );
        }
        let columns: Vec<_> = place.key().iter().map(|name| renderer.column(&scope, name)).collect();
        push_after(dialect, &mut sql, &columns, after.values());
        sql.push(" AND ");
    }
    renderer.matches(&mut sql, &scope, place, selection).map_err(|error| error.to_string())?;
    sql.push(" ORDER BY ").push(&renderer.list(&scope, place.key())).push(" LIMIT ").bind(limit(page.limit));
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

/// Erases at most so many of the matching rows, where a statement may read the table that it erases from.
#[cfg(any(feature = "sqlite", feature = "postgres"))]
pub(super) fn erase(
    dialect: &impl Dialect,
    place: &Place,
    selection: &Selection,
    most: usize,
) -> Result<Sql, Malformed> {
    let mut renderer = Renderer::new(dialect);
    let names = row_names(dialect, place);
    let doomed = renderer.scope(place);
    let scope = renderer.scope(place);
    let mut sql = Sql::new(format!(
        "DELETE FROM {} WHERE ({}) IN (SELECT {} FROM {} WHERE ",
        renderer.from(&doomed),
        renderer.list(&doomed, &names),
        renderer.list(&scope, &names),
        renderer.from(&scope),
    ));
    renderer.matches(&mut sql, &scope, place, selection)?;
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
    let mut renderer = Renderer::new(dialect);
    let scope = renderer.scope(place);
    let mut sql = Sql::new(format!("UPDATE {} SET ", renderer.from(&scope)));
    assign(&mut sql, scope.alias());
    sql.push(" WHERE ");
    renderer.matches(&mut sql, &scope, place, selection)?;
    Ok(sql)
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

/// The tables that a selection links to.
pub(super) fn linked_tables<'a>(selection: &'a Selection, tables: &mut Vec<&'a str>) {
    match selection {
        Selection::Linked { to, selection, .. } => {
            tables.push(to.table());
            linked_tables(selection, tables);
        }
        Selection::All(parts) | Selection::Any(parts) => {
            for part in parts {
                linked_tables(part, tables);
            }
        }
        Selection::Not(inner) => linked_tables(inner, tables),
        _ => {}
    }
}
