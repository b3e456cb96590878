//! Masks in SQLite: in SQL alone where SQL can say it, otherwise worked out here and written back in one statement.
//!
//! Whatever road is taken, every field becomes what [`Replacement::apply`] makes of it.

use sqlx::sqlite::SqliteRow;
use sqlx::{Connection, SqliteConnection};

use super::dialect::{SqliteDialect, cell, json_cell, quote};
use super::failure::store_error;
use super::schema::Shapes;
use super::store::{SqliteStore, malformed, prepare, row_names, value};
use crate::adapter::sql::render::{Dialect, Malformed, Renderer, Scope, Sql};
use crate::datamap::Value;
use crate::port::{EntropyError, FieldMask, Place, Replacement, Selection, StoreError};

/// So many rows are written back by one statement; it bounds the size of the one text that carries them.
const CHUNK: usize = 500;
/// The alias of the rows that are written back.
const NEW: &str = "new";

impl SqliteStore {
    pub(super) async fn apply_masks(
        &self,
        place: &Place,
        masks: &[FieldMask],
        selection: &Selection,
    ) -> Result<u64, StoreError> {
        let context = format!("mask in `{}`", place.table());
        if masks.is_empty() {
            return Err(malformed(&context, "no field is to be masked; name at least one"));
        }
        let failed = |error: sqlx::Error| store_error(context.as_str(), &error);
        let meaningless = |error: Malformed| malformed(&context, error);
        let mut connection = self.connection(&context).await?;
        let shapes = self.shapes(&mut connection, &context, place, selection).await?;
        let statements = Statements { shapes: &shapes, place, masks, selection };
        if !masks.iter().any(|mask| depends_on_old(&mask.with)) {
            let sql = statements.update().map_err(meaningless)?;
            let done = prepare(sql).execute(&mut *connection).await.map_err(failed)?;
            return Ok(done.rows_affected());
        }
        // Between reading and writing nobody else may write: the lock is taken before both.
        let mut transaction = connection.begin_with("BEGIN IMMEDIATE").await.map_err(failed)?;
        let mut in_sql = masks.iter().all(|mask| written_in_sql(&mask.with));
        if in_sql && let Some(sql) = statements.beyond_sql().map_err(meaningless)? {
            let found = prepare(sql).fetch_optional(&mut *transaction).await;
            in_sql = found.map_err(failed)?.is_none();
        }
        let masked = if in_sql {
            let sql = statements.update().map_err(meaningless)?;
            let done = prepare(sql).execute(&mut *transaction).await.map_err(failed)?;
            done.rows_affected()
        } else {
            let sql = statements.read().map_err(meaningless)?;
            let rows = prepare(sql).fetch_all(&mut *transaction).await.map_err(failed)?;
            statements.write_back(&mut transaction, &rows).await.map_err(failed)?
        };
        transaction.commit().await.map_err(failed)?;
        Ok(masked)
    }
}

/// The statements of one call.
struct Statements<'a> {
    shapes: &'a Shapes,
    place: &'a Place,
    masks: &'a [FieldMask],
    selection: &'a Selection,
}

impl Statements<'_> {
    /// Whether a matching row has a value of which SQL would make a prefix otherwise than [`Replacement::apply`]: a
    /// real, bytes, or text with a NUL in it. `None` where nothing is masked with a prefix.
    fn beyond_sql(&self) -> Result<Option<Sql>, Malformed> {
        let dialect = SqliteDialect::new(self.shapes);
        let mut renderer = Renderer::new(&dialect);
        let scope = renderer.scope(self.place);
        let odd: Vec<_> = self
            .masks
            .iter()
            .filter(|mask| matches!(mask.with, Replacement::Prefix(_)))
            .map(|mask| renderer.column(&scope, &mask.field).sql)
            .map(|field| {
                format!("typeof({field}) IN ('real', 'blob') OR coalesce(instr({field}, char(0)), 0) > 0")
            })
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
        let dialect = SqliteDialect::new(self.shapes);
        let mut renderer = Renderer::new(&dialect);
        let scope = renderer.scope(self.place);
        let mut sql = Sql::new(format!("UPDATE {} SET ", renderer.from(&scope)));
        for (index, mask) in self.masks.iter().enumerate() {
            sql.push(if index > 0 { ", " } else { "" });
            sql.push(&quote(&mask.field)).push(" = ");
            push_new_value(&dialect, &mut sql, &renderer.column(&scope, &mask.field).sql, &mask.with);
        }
        sql.push(" WHERE ");
        renderer.matches(&mut sql, &scope, self.place, self.selection)?;
        Ok(sql)
    }

    /// What tells the matching rows apart, and the fields whose new values depend on the old ones.
    fn read(&self) -> Result<Sql, Malformed> {
        let dialect = SqliteDialect::new(self.shapes);
        let mut renderer = Renderer::new(&dialect);
        let scope = renderer.scope(self.place);
        let mut names = row_names(self.shapes, self.place);
        names.extend(self.worked_out().map(|mask| mask.field.clone()));
        let mut sql = Sql::new(format!(
            "SELECT {} FROM {} WHERE ",
            renderer.list(&scope, &names),
            renderer.from(&scope)
        ));
        renderer.matches(&mut sql, &scope, self.place, self.selection)?;
        Ok(sql)
    }

    async fn write_back(
        &self,
        connection: &mut SqliteConnection,
        rows: &[SqliteRow],
    ) -> Result<u64, sqlx::Error> {
        let dialect = SqliteDialect::new(self.shapes);
        let renderer = Renderer::new(&dialect);
        let mut masked = 0;
        for chunk in rows.chunks(CHUNK) {
            let chunk = chunk.iter().map(|row| self.new_row(row)).collect::<Result<Vec<_>, _>>()?;
            let sql = self.write_back_chunk(&dialect, &renderer, serde_json::Value::Array(chunk).to_string());
            masked += prepare(sql).execute(&mut *connection).await?.rows_affected();
        }
        Ok(masked)
    }

    fn write_back_chunk(
        &self,
        dialect: &SqliteDialect<'_>,
        renderer: &Renderer<'_, SqliteDialect<'_>>,
        rows: String,
    ) -> Sql {
        let scope = Scope::named(self.place, "old");
        let names = row_names(self.shapes, self.place);
        let mut position = names.len();
        let mut sql = Sql::new(format!("UPDATE {} SET ", renderer.from(&scope)));
        for (index, mask) in self.masks.iter().enumerate() {
            let old = renderer.column(&scope, &mask.field).sql;
            sql.push(if index > 0 { ", " } else { "" });
            sql.push(&quote(&mask.field)).push(" = ");
            if depends_on_old(&mask.with) {
                // An object says that the old value stays as it is, of whatever type it may be.
                let new = format!("\"{NEW}\".\"value\"");
                sql.push(&format!(
                    "CASE json_type({new}, '$[{position}]') WHEN 'object' THEN {old} ELSE {new} ->> '$[{position}]' END"
                ));
                position += 1;
            } else {
                push_new_value(dialect, &mut sql, &old, &mask.with);
            }
        }
        sql.push(" FROM json_each(");
        dialect.bind(&mut sql, Value::Text(rows));
        sql.push(&format!(") AS \"{NEW}\" WHERE "));
        for (index, name) in names.iter().enumerate() {
            sql.push(if index > 0 { " AND " } else { "" });
            sql.push(&renderer.column(&scope, name).sql);
            sql.push(" = ").push(&cell(NEW, index));
        }
        sql
    }

    /// What tells a row apart, and its new values.
    fn new_row(&self, row: &SqliteRow) -> Result<serde_json::Value, sqlx::Error> {
        let names = row_names(self.shapes, self.place).len();
        let mut cells = (0..names)
            .map(|index| value(row, index).map(|value| json_cell(&value)))
            .collect::<Result<Vec<_>, _>>()?;
        for (index, mask) in (names..).zip(self.worked_out()) {
            let old = value(row, index)?;
            // None of these draws randomness.
            let new = mask
                .with
                .apply(&old, || Err(EntropyError))
                .map_err(|error| sqlx::Error::Encode(Box::new(error)))?;
            cells.push(if new == old { serde_json::json!({}) } else { json_cell(&new) });
        }
        Ok(serde_json::Value::Array(cells))
    }

    fn worked_out(&self) -> impl Iterator<Item = &FieldMask> {
        self.masks.iter().filter(|mask| depends_on_old(&mask.with))
    }
}

/// Whether SQL can say the replacement, at least for most values.
fn written_in_sql(replacement: &Replacement) -> bool {
    !matches!(replacement, Replacement::Pseudonym(_) | Replacement::Scrub(_))
}

/// Whether the new value is made of the old one.
fn depends_on_old(replacement: &Replacement) -> bool {
    matches!(replacement, Replacement::Pseudonym(_) | Replacement::Scrub(_) | Replacement::Prefix(_))
}

/// The new value of a field as an SQL expression.
fn push_new_value(dialect: &SqliteDialect<'_>, sql: &mut Sql, old: &str, replacement: &Replacement) {
    match replacement {
        Replacement::Constant(value) => dialect.bind(sql, value.clone()),
        // 16 bytes of SQLite's own generator, which the operating system seeds.
        Replacement::Token => {
            sql.push("lower(hex(randomblob(16)))");
        }
        Replacement::Prefix(length) => {
            sql.push(&format!("substr({old}, 1, "));
            dialect.bind(sql, Value::Integer(i64::try_from(*length).unwrap_or(i64::MAX)));
            sql.push(")");
        }
        Replacement::Null | Replacement::Pseudonym(_) | Replacement::Scrub(_) => {
            sql.push("NULL");
        }
    }
}
