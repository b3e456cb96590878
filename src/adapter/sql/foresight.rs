//! What the database itself says before the first write: which constraints masked records would break, and which links it
//! sees where the engine sees none.
//!
//! Reads only. Whatever cannot be asked so is no finding: it is met when it is done, as an error.

use super::dialect::Dialect;
use super::driver::{Driver, Failure, Row};
use super::render::{Malformed, Renderer, Sql};
use super::shape::{Check, FieldIn, Shapes};
use super::statements::limit;
use crate::port::{FieldMask, Place, Replacement, Selection, StoreErrorKind};
use crate::value::Value;

/// So many records are looked at to see whether masks break a constraint.
const TRIED: usize = 1_000;
/// So many records are looked at for links in other spellings, about a second's work.
const COMPARED: usize = 1_000_000;

/// The names of the constraints that some matching record would break under these masks.
pub(super) async fn broken<D: Driver>(
    driver: &D,
    shapes: &Shapes,
    place: &Place,
    masks: &[FieldMask],
    selection: &Selection,
) -> Result<Vec<String>, Failure> {
    let Some(shape) = shapes.of(place.table()) else { return Ok(Vec::new()) };
    let mut broken = Vec::new();
    for check in driver.checks(shape).await? {
        let sql = breaking(&D::dialect(shapes), place, masks, selection, &check);
        match driver.rows(sql.map_err(|error| Failure::malformed(&error))?).await {
            Ok(rows) if number(&rows) > 0 => broken.push(check.name),
            Ok(_) => {}
            // A type refuses the very value.
            Err(failure) if failure.kind == StoreErrorKind::Constraint => broken.push(check.name),
            Err(failure) if failure.kind == StoreErrorKind::Unavailable => return Err(failure),
            Err(failure) => {
                tracing::debug!(detail = failure.detail, "a constraint could not be tried beforehand");
            }
        }
    }
    Ok(broken)
}

/// Counts the records that would break a constraint. Where there is none, one without values is tried.
fn breaking<D: Dialect>(
    dialect: &D,
    place: &Place,
    masks: &[FieldMask],
    selection: &Selection,
    check: &Check,
) -> Result<Sql, Malformed> {
    let mut renderer = Renderer::new(dialect);
    let scope = renderer.scope(place);
    let mut sql = Sql::new("SELECT count(*) FROM (SELECT ");
    let shape = dialect.shapes().of(place.table());
    for (index, name) in shape.into_iter().flat_map(|it| &it.columns).map(|it| &it.column.name).enumerate() {
        let column = renderer.column(&scope, name);
        sql.push(if index > 0 { ", " } else { "" });
        match masks.iter().find(|mask| mask.field.eq_ignore_ascii_case(name)) {
            Some(mask) if writes_itself(&mask.with) => {
                let kind = dialect.type_of(&column);
                sql.push(if kind.is_some() { "CAST(" } else { "" });
                dialect.new_value(&mut sql, &column, &mask.with);
                if let Some(kind) = kind {
                    sql.push(&format!(" AS {kind})"));
                }
            }
            _ => {
                sql.push(&column.sql);
            }
        }
        sql.push(&format!(" AS {}", dialect.quote(name)));
    }
    let (one, named) = (dialect.quote("one"), dialect.quote(shape.map_or("", |it| it.name.as_str())));
    sql.push(&format!(" FROM (SELECT 1 AS {one}) AS {one} LEFT JOIN {} ON ", renderer.from(&scope)));
    renderer.matches(&mut sql, &scope, place, selection)?;
    sql.push(" LIMIT ").bind(limit(TRIED));
    sql.push(&format!(") AS {named} WHERE ({}) IS FALSE", check.expression));
    Ok(sql)
}

/// Whether the dialect says the new value without more than the old one.
fn writes_itself(replacement: &Replacement) -> bool {
    !matches!(replacement, Replacement::Pseudonym(_) | Replacement::Scrub(_))
}

/// Whether the database sees a link, by what it takes for equal in the columns, that is none by the link forms.
pub(super) async fn is_spelled_otherwise<D: Driver>(
    driver: &D,
    shapes: &Shapes,
    place: &Place,
    selection: &Selection,
    link: (&[String], &Place, &[String]),
) -> Result<bool, Failure> {
    let Some(sql) = spelled_otherwise(&D::dialect(shapes), place, selection, link)
        .map_err(|error| Failure::malformed(&error))?
    else {
        return Ok(false);
    };
    match driver.rows(sql).await {
        Ok(rows) => Ok(number(&rows) > 0),
        Err(failure) if failure.kind == StoreErrorKind::Unavailable => Err(failure),
        Err(failure) => {
            tracing::debug!(detail = failure.detail, "columns that the database does not compare");
            Ok(false)
        }
    }
}

/// `None` where a side is no column of its own.
fn spelled_otherwise<D: Dialect>(
    dialect: &D,
    place: &Place,
    selection: &Selection,
    link: (&[String], &Place, &[String]),
) -> Result<Option<Sql>, Malformed> {
    let (fields, target, to_fields) = link;
    let mut renderer = Renderer::new(dialect);
    let (from, to) = (renderer.scope(place), renderer.scope(target));
    let is_column = |table: &str, name: &String| {
        let shape = dialect.shapes().of(table);
        shape.is_some_and(|shape| matches!(shape.field(name), FieldIn::Column(_)))
    };
    let are_columns = fields.iter().all(|name| is_column(place.table(), name))
        && to_fields.iter().all(|name| is_column(target.table(), name));
    if !are_columns || fields.is_empty() || fields.len() != to_fields.len() {
        return Ok(None);
    }
    let pairs: Vec<_> = fields
        .iter()
        .zip(to_fields)
        .map(|(here, there)| (renderer.column(&from, here), renderer.column(&to, there)))
        .collect();
    let read: Vec<_> = pairs.iter().map(|(here, _)| here.sql.as_str()).collect();
    let mut sql = Sql::new(format!(
        "SELECT count(*) FROM (SELECT 1 FROM (SELECT {} FROM {} WHERE ",
        read.join(", "),
        renderer.from(&from)
    ));
    renderer.matches(&mut sql, &from, place, selection)?;
    sql.push(" LIMIT ").bind(limit(COMPARED));
    // What is referred to stands first: by its rules a foreign key compares.
    let equal: Vec<_> = pairs.iter().map(|(here, there)| format!("{} = {}", there.sql, here.sql)).collect();
    let linked: Vec<_> = pairs.iter().map(|(here, there)| dialect.link_exact(here, there)).collect();
    sql.push(&format!(
        ") AS {} JOIN {} ON {} WHERE ({}) IS NOT TRUE LIMIT 1) AS {}",
        dialect.quote(from.alias()),
        renderer.from(&to),
        equal.join(" AND "),
        linked.join(" AND "),
        dialect.quote("counted"),
    ));
    Ok(Some(sql))
}

fn number(rows: &[Row]) -> u64 {
    match rows.first().and_then(|row| row.first()) {
        Some(Value::Integer(number)) => number.unsigned_abs(),
        _ => 0,
    }
}
