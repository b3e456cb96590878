//! Masks: in SQL alone where SQL can say it, otherwise worked out here and written back in one statement.
//!
//! Whatever road is taken, every field becomes what [`Replacement::apply`] makes of it.

use super::dialect::Dialect;
use super::documents::Documents;
use super::driver::{Cause, Driver, Failure, Row, Transaction as _};
use super::render::{ColumnRef, Malformed, Renderer, Scope, Sql};
use super::shape::{FieldIn, Shapes};
use super::statements::row_names;
use crate::port::{EntropyError, FieldMask, Place, Replacement, Selection, StoreErrorKind};
use crate::text::hex::hex;
use crate::value::Value;

/// So many rows are written back by one statement; it bounds the size of the one text that carries them.
pub(super) const CHUNK: usize = 500;

/// Masks the matching rows, as a whole or not at all, and returns how many there were.
pub(super) async fn apply<D: Driver>(
    driver: &D,
    shapes: &Shapes,
    place: &Place,
    masks: &[FieldMask],
    selection: &Selection,
) -> Result<u64, Failure> {
    let meaningless = |error: Malformed| Failure::malformed(&error);
    if masks.iter().any(|mask| is_list(&mask.with) && is_inside(shapes, place, &mask.field)) {
        return Err(meaningless(Malformed::ListInside));
    }
    if let Some(documents) = Documents::new(shapes, place, masks, selection) {
        documents.mask(driver).await?;
    }
    if !masks.iter().any(|mask| depends_on_old(&mask.with)) {
        let sql = Statements::<D>::new(shapes, place, masks, selection).update().map_err(meaningless)?;
        return driver.execute(sql).await;
    }
    // Between reading and writing nobody else may write: the rows are locked before both.
    let mut transaction = driver.begin().await?;
    let masked = apply_in::<D>(&mut transaction, shapes, place, masks, selection).await?;
    transaction.commit().await?;
    Ok(masked)
}

/// Masks the matching rows within a transaction, and returns how many there were. Documents that SQL cannot follow stay as
/// they are.
pub(super) async fn apply_in<D: Driver>(
    transaction: &mut D::Transaction,
    shapes: &Shapes,
    place: &Place,
    masks: &[FieldMask],
    selection: &Selection,
) -> Result<u64, Failure> {
    let meaningless = |error: Malformed| Failure::malformed(&error);
    let odd = Statements::<D>::new(shapes, place, masks, selection).beyond_sql().map_err(meaningless)?;
    let in_sql = match odd {
        _ if !masks.iter().all(|mask| written_in_sql(&mask.with)) => false,
        Some(sql) => transaction.rows(sql).await?.is_empty(),
        None => true,
    };
    if in_sql {
        let sql = Statements::<D>::new(shapes, place, masks, selection).update().map_err(meaningless)?;
        return transaction.execute(sql).await;
    }
    let sql = Statements::<D>::new(shapes, place, masks, selection).read().map_err(meaningless)?;
    let rows = transaction.rows(sql).await?;
    let mut masked = 0;
    for chunk in rows.chunks(CHUNK) {
        let sql = Statements::<D>::new(shapes, place, masks, selection).write_back(chunk)?;
        masked += transaction.execute(sql).await?;
    }
    Ok(masked)
}

/// The statements of one call.
struct Statements<'a, D: Driver> {
    dialect: D::Dialect<'a>,
    place: &'a Place,
    masks: &'a [FieldMask],
    selection: &'a Selection,
}

impl<'a, D: Driver> Statements<'a, D> {
    fn new(shapes: &'a Shapes, place: &'a Place, masks: &'a [FieldMask], selection: &'a Selection) -> Self {
        Self { dialect: D::dialect(shapes), place, masks, selection }
    }

    /// Selects one row whose prefix SQL would compute differently from [`Replacement::apply`]. `None` where there can be
    /// none.
    fn beyond_sql(&self) -> Result<Option<Sql>, Malformed> {
        let mut renderer = Renderer::new(&self.dialect);
        let scope = renderer.scope(self.place);
        let odd: Vec<_> = self
            .masks
            .iter()
            .filter(|mask| matches!(mask.with, Replacement::Prefix(_)))
            .filter_map(|mask| self.dialect.odd_for_prefix(&renderer.column(&scope, &mask.field)))
            .collect();
        if odd.is_empty() {
            return Ok(None);
        }
        let mut sql =
            Sql::new(format!("SELECT 1 FROM {} WHERE ({}) AND ", renderer.from(&scope), odd.join(" OR ")));
        renderer.matches(&mut sql, &scope, self.place, self.selection)?;
        sql.push(" LIMIT 1");
        Ok(Some(sql))
    }

    /// Masks without reading.
    fn update(&self) -> Result<Sql, Malformed> {
        self.dialect.update(self.place, self.selection, &|sql, alias| {
            self.push_assignments(sql, alias, |sql, column, mask| {
                self.dialect.new_value(sql, column, &mask.with);
            });
        })
    }

    /// What tells the matching rows apart, and the fields whose new values depend on the old ones.
    fn read(&self) -> Result<Sql, Malformed> {
        let mut renderer = Renderer::changing(&self.dialect);
        let scope = renderer.scope(self.place);
        let names = row_names(&self.dialect, self.place);
        let fields = self.worked_out().map(|mask| &mask.field);
        let mut sql = Sql::new(format!(
            "SELECT {} FROM {} WHERE ",
            renderer.read_list(&scope, names.iter().chain(fields)),
            renderer.from(&scope)
        ));
        renderer.matches(&mut sql, &scope, self.place, self.selection)?;
        sql.push(<D::Dialect<'a> as Dialect>::FOR_UPDATE);
        Ok(sql)
    }

    /// Writes the new values of these rows back.
    fn write_back(&self, rows: &[Row]) -> Result<Sql, Failure> {
        let names = row_names(&self.dialect, self.place).len();
        let rows = rows.iter().map(|row| self.new_row(row, names)).collect::<Result<Vec<_>, _>>()?;
        let rows = serde_json::Value::Array(rows).to_string();
        Ok(self.dialect.write_back(self.place, rows, &|sql, alias| {
            self.push_assignments(sql, alias, |sql, column, mask| {
                let position = self.worked_out().position(|it| it.field == mask.field);
                match position.filter(|_| depends_on_old(&mask.with)) {
                    Some(position) if is_list(&mask.with) => {
                        sql.push(&self.dialect.document_cell(names + position, column));
                    }
                    Some(position) => {
                        sql.push(&self.dialect.cell(names + position, column));
                    }
                    None => self.dialect.new_value(sql, column, &mask.with),
                }
            });
        }))
    }

    /// What stands behind SET: one assignment for each column, in which fields inside of JSON are set one in the other.
    fn push_assignments(
        &self,
        sql: &mut Sql,
        alias: &str,
        new_value: impl Fn(&mut Sql, &ColumnRef<'_>, &FieldMask),
    ) {
        let renderer = Renderer::new(&self.dialect);
        let scope = Scope::named(self.place, alias);
        let mut columns: Vec<(&str, Vec<(ColumnRef<'_>, &FieldMask)>)> = Vec::new();
        for mask in self.masks {
            let field = renderer.column(&scope, &mask.field);
            let name = field.column.map_or(mask.field.as_str(), |it| it.column.name.as_str());
            match columns.iter_mut().find(|(known, _)| *known == name) {
                Some((_, fields)) => fields.push((field, mask)),
                None => columns.push((name, vec![(field, mask)])),
            }
        }
        for (index, (name, fields)) in columns.iter().enumerate() {
            sql.push(if index > 0 { ", " } else { "" });
            sql.push(&self.dialect.assigned(alias, name)).push(" = ");
            // A column that is masked as a whole needs nothing set inside of it.
            if let Some((column, mask)) = fields.iter().find(|(field, _)| field.path.is_empty()) {
                new_value(sql, column, mask);
                continue;
            }
            for (field, mask) in fields.iter().rev() {
                sql.push(&self.dialect.json_open(field, creates(&mask.with)));
            }
            sql.push(fields.first().map_or("", |(field, _)| &field.holder));
            for (field, mask) in fields {
                let value = |sql: &mut Sql| new_value(sql, field, mask);
                self.dialect.json_close(sql, field, creates(&mask.with), &value);
            }
        }
    }

    /// What tells a row apart, and its new values.
    fn new_row(&self, row: &Row, names: usize) -> Result<serde_json::Value, Failure> {
        let mut cells: Vec<_> = row.iter().take(names).map(json_cell).collect();
        for (old, mask) in row.iter().skip(names).zip(self.worked_out()) {
            // None of these draws randomness.
            let new = mask.with.apply(old, || Err(EntropyError)).map_err(|error| {
                Failure::new(StoreErrorKind::Unavailable, Cause::Other, error.to_string())
            })?;
            cells.push(if new == *old && !is_list(&mask.with) {
                serde_json::json!({})
            } else {
                json_cell(&new)
            });
        }
        Ok(serde_json::Value::Array(cells))
    }

    fn worked_out(&self) -> impl Iterator<Item = &'a FieldMask> {
        self.masks.iter().filter(|mask| depends_on_old(&mask.with))
    }
}

/// Whether SQL can say the replacement, at least for most values.
fn written_in_sql(replacement: &Replacement) -> bool {
    !matches!(replacement, Replacement::Pseudonym(_) | Replacement::Scrub(_) | Replacement::Without(_))
}

/// Whether the new value is made of the old one.
fn depends_on_old(replacement: &Replacement) -> bool {
    matches!(
        replacement,
        Replacement::Pseudonym(_) | Replacement::Scrub(_) | Replacement::Prefix(_) | Replacement::Without(_)
    )
}

/// Whether the column holds a list, which is written back as a document is.
fn is_list(replacement: &Replacement) -> bool {
    matches!(replacement, Replacement::Without(_))
}

fn is_inside(shapes: &Shapes, place: &Place, field: &str) -> bool {
    shapes.of(place.table()).is_some_and(|shape| matches!(shape.field(field), FieldIn::Json(..)))
}

/// Whether the new value stands in every record, so that a path inside of JSON is made where it is not there.
fn creates(replacement: &Replacement) -> bool {
    matches!(replacement, Replacement::Constant(_) | Replacement::Token)
}

/// A value as JSON. Bytes, which JSON does not have, are an object with hexadecimal digits.
pub(super) fn json_cell(value: &Value) -> serde_json::Value {
    match value {
        Value::Null => serde_json::Value::Null,
        Value::Boolean(flag) => u8::from(*flag).into(),
        Value::Integer(number) => (*number).into(),
        Value::Real(number) => (*number).into(),
        Value::Text(text) => text.as_str().into(),
        Value::Bytes(bytes) => serde_json::json!({ "x": hex(bytes) }),
    }
}
