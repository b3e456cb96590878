//! The host's own tables as a store: one set-based statement per call.
//!
//! Knows the port and the dialect. How masked values are worked out lies in `masking`.

use std::collections::HashMap;
use std::fmt;
use std::sync::{Arc, PoisonError, RwLock};

use async_trait::async_trait;
use sqlx::pool::PoolConnection;
use sqlx::query::Query;
use sqlx::sqlite::{Sqlite, SqliteArguments, SqlitePool, SqliteRow};
use sqlx::{AssertSqlSafe, Row, SqliteConnection, TypeInfo, ValueRef};

use super::dialect::SqliteDialect;
use super::failure::store_error;
use super::open::{SqliteOpenError, open_existing};
use super::schema::{Shape, Shapes};
use crate::adapter::sql::render::{Dialect, Malformed, Renderer, Sql};
use crate::datamap::Value;
use crate::port::{
    Capabilities, Description, FieldMask, Key, Page, Place, Record, Selection, Store, StoreError,
    StoreErrorKind,
};

/// The host's own tables in an SQLite database. Answers every selection, follows links, and masks.
///
/// Shapes of tables are read once. Where the host changes a table that is in use, a new store sees the change; the old one
/// stays correct and may miss a new index.
pub struct SqliteStore {
    pool: SqlitePool,
    shapes: RwLock<HashMap<String, Arc<Shape>>>,
}

impl SqliteStore {
    /// Opens the host's database: a path, or a URL `sqlite:path`. The file has to be there.
    ///
    /// Foreign keys are enforced, a locked database is waited for, and what is erased is overwritten with zeros
    /// wherever that needs no further page to be written (`secure_delete = FAST`).
    ///
    /// # Errors
    ///
    /// When there is no such file, or it is no database.
    pub async fn open(path_or_url: &str) -> Result<Self, SqliteOpenError> {
        open_existing(path_or_url).await.map(Self::from_pool)
    }

    /// Uses the host's own connections as they are: whether foreign keys are enforced on them, how long they wait for a
    /// lock and whether they overwrite what they delete is the host's to say.
    pub fn from_pool(pool: SqlitePool) -> Self {
        Self { pool, shapes: RwLock::default() }
    }

    pub(super) async fn connection(&self, context: &str) -> Result<PoolConnection<Sqlite>, StoreError> {
        self.pool.acquire().await.map_err(|error| store_error(context, &error))
    }

    /// The shapes of the place's table and of all tables that the selection links to.
    pub(super) async fn shapes(
        &self,
        connection: &mut SqliteConnection,
        context: &str,
        place: &Place,
        selection: &Selection,
    ) -> Result<Shapes, StoreError> {
        let mut tables = vec![place.table()];
        linked_tables(selection, &mut tables);
        let mut shapes = Shapes::default();
        for table in tables {
            if shapes.of(table).is_none() {
                shapes.insert(table, self.shape(connection, context, table).await?);
            }
        }
        Ok(shapes)
    }

    async fn shape(
        &self,
        connection: &mut SqliteConnection,
        context: &str,
        table: &str,
    ) -> Result<Arc<Shape>, StoreError> {
        let known = self.shapes.read().unwrap_or_else(PoisonError::into_inner).get(table).cloned();
        if let Some(shape) = known {
            return Ok(shape);
        }
        let shape = Shape::read(connection, table)
            .await
            .map_err(|error| store_error(context, &error))?
            .map(Arc::new)
            .ok_or_else(|| {
                StoreError::new(StoreErrorKind::Missing, context, format!("there is no table `{table}`"))
            })?;
        self.shapes
            .write()
            .unwrap_or_else(PoisonError::into_inner)
            .insert(table.to_owned(), Arc::clone(&shape));
        Ok(shape)
    }
}

impl fmt::Debug for SqliteStore {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SqliteStore").finish_non_exhaustive()
    }
}

#[async_trait]
impl Store for SqliteStore {
    fn capabilities(&self) -> Capabilities {
        Capabilities::FULL
    }

    async fn describe(&self, place: &Place) -> Result<Description, StoreError> {
        let context = format!("describe `{}`", place.table());
        let failed = |error| store_error(context.as_str(), &error);
        let mut connection = self.connection(&context).await?;
        match Shape::read(&mut connection, place.table()).await.map_err(failed)? {
            None => Ok(Description::Missing),
            Some(shape) => Ok(Description::Table(shape.describe(&mut connection).await.map_err(failed)?)),
        }
    }

    async fn count(&self, place: &Place, selection: &Selection) -> Result<u64, StoreError> {
        let context = format!("count in `{}`", place.table());
        let mut connection = self.connection(&context).await?;
        let shapes = self.shapes(&mut connection, &context, place, selection).await?;
        let sql = count(&shapes, place, selection).map_err(|error| malformed(&context, error))?;
        let counted: i64 = prepare(sql)
            .fetch_one(&mut *connection)
            .await
            .and_then(|row| row.try_get_unchecked(0))
            .map_err(|error| store_error(context, &error))?;
        Ok(counted.unsigned_abs())
    }

    async fn read(
        &self,
        place: &Place,
        fields: &[String],
        selection: &Selection,
        page: Page<'_>,
    ) -> Result<Vec<Record>, StoreError> {
        let context = format!("read from `{}`", place.table());
        let mut connection = self.connection(&context).await?;
        let shapes = self.shapes(&mut connection, &context, place, selection).await?;
        let sql =
            read(&shapes, place, fields, selection, page).map_err(|error| malformed(&context, error))?;
        let failed = |error| store_error(context.as_str(), &error);
        let rows = prepare(sql).fetch_all(&mut *connection).await.map_err(failed)?;
        let key = place.key().len();
        rows.iter()
            .map(|row| {
                let mut values: Vec<_> = (0..row.len())
                    .map(|index| value(row, index))
                    .collect::<Result<_, _>>()
                    .map_err(failed)?;
                let fields = values.split_off(key.min(values.len()));
                Ok(Record { key: Key::new(values), values: fields })
            })
            .collect()
    }

    async fn erase(&self, place: &Place, selection: &Selection, limit: usize) -> Result<u64, StoreError> {
        let context = format!("erase from `{}`", place.table());
        let mut connection = self.connection(&context).await?;
        let shapes = self.shapes(&mut connection, &context, place, selection).await?;
        let sql = erase(&shapes, place, selection, limit).map_err(|error| malformed(&context, error))?;
        prepare(sql)
            .execute(&mut *connection)
            .await
            .map(|done| done.rows_affected())
            .map_err(|error| store_error(context, &error))
    }

    async fn mask(
        &self,
        place: &Place,
        masks: &[FieldMask],
        selection: &Selection,
    ) -> Result<u64, StoreError> {
        self.apply_masks(place, masks, selection).await
    }
}

/// Counts the matching rows.
fn count(shapes: &Shapes, place: &Place, selection: &Selection) -> Result<Sql, Malformed> {
    let dialect = SqliteDialect::new(shapes);
    let mut renderer = Renderer::new(&dialect);
    let scope = renderer.scope(place);
    let mut sql = Sql::new(format!("SELECT count(*) FROM {} WHERE ", renderer.from(&scope)));
    renderer.matches(&mut sql, &scope, place, selection).map(|()| sql)
}

/// Reads the keys and fields of the matching rows behind the last key, in the order of keys.
fn read(
    shapes: &Shapes,
    place: &Place,
    fields: &[String],
    selection: &Selection,
    page: Page<'_>,
) -> Result<Sql, String> {
    if place.key().is_empty() {
        return Err("the place has no key; name the fields that tell its records apart".to_owned());
    }
    let dialect = SqliteDialect::new(shapes);
    let mut renderer = Renderer::new(&dialect);
    let scope = renderer.scope(place);
    let key = renderer.list(&scope, place.key());
    let mut sql = Sql::new(format!("SELECT {key}"));
    if !fields.is_empty() {
        sql.push(", ").push(&renderer.list(&scope, fields));
    }
    sql.push(" FROM ").push(&renderer.from(&scope)).push(" WHERE ");
    if let Some(after) = page.after {
        if after.values().len() != place.key().len() {
            return Err(
                "the last key has another number of values than the place's key has fields".to_owned()
            );
        }
        let columns: Vec<_> = place.key().iter().map(|name| renderer.column(&scope, name).sql).collect();
        push_after(&dialect, &mut sql, &columns, after.values());
        sql.push(" AND ");
    }
    renderer.matches(&mut sql, &scope, place, selection).map_err(|error| error.to_string())?;
    sql.push(" ORDER BY ").push(&key).push(" LIMIT ");
    dialect.bind(&mut sql, limit(page.limit));
    Ok(sql)
}

/// That the key comes after these values in SQLite's order, in which null comes first.
fn push_after(dialect: &SqliteDialect<'_>, sql: &mut Sql, columns: &[String], values: &[Value]) {
    if !values.iter().any(Value::is_null) {
        sql.push(&format!("({}) > (", columns.join(", ")));
        for (index, value) in values.iter().enumerate() {
            sql.push(if index > 0 { ", " } else { "" });
            dialect.bind(sql, value.clone());
        }
        sql.push(")");
        return;
    }
    // With a null in it the comparison of rows would be null: column by column, then.
    sql.push("(FALSE");
    for (last, (column, value)) in columns.iter().zip(values).enumerate() {
        sql.push(" OR (");
        for (column, value) in columns.iter().zip(values).take(last) {
            sql.push(column).push(" IS ");
            dialect.bind(sql, value.clone());
            sql.push(" AND ");
        }
        if value.is_null() {
            sql.push(column).push(" IS NOT NULL");
        } else {
            sql.push(column).push(" > ");
            dialect.bind(sql, value.clone());
        }
        sql.push(")");
    }
    sql.push(")");
}

/// Erases matching rows, told apart as SQLite itself does it.
fn erase(shapes: &Shapes, place: &Place, selection: &Selection, most: usize) -> Result<Sql, Malformed> {
    let dialect = SqliteDialect::new(shapes);
    let mut renderer = Renderer::new(&dialect);
    let names = row_names(shapes, place);
    let doomed = renderer.scope(place);
    let scope = renderer.scope(place);
    let mut sql = Sql::new(format!(
        "DELETE FROM {} WHERE ({}) IN (SELECT {} FROM {} WHERE ",
        renderer.from(&doomed),
        renderer.list(&doomed, &names),
        renderer.list(&scope, &names),
        renderer.from(&scope),
    ));
    renderer.matches(&mut sql, &scope, place, selection).map(|()| {
        sql.push(" LIMIT ");
        dialect.bind(&mut sql, limit(most));
        sql.push(")");
        sql
    })
}

/// The names by which the place's rows are told apart; in a view the place's own key has to do.
pub(super) fn row_names(shapes: &Shapes, place: &Place) -> Vec<String> {
    let names = shapes.of(place.table()).map(Shape::row_names).unwrap_or_default();
    if names.is_empty() { place.key().to_vec() } else { names }
}

/// What was asked for has no meaning; only a defect in the caller can cause that.
pub(super) fn malformed(context: &str, error: impl fmt::Display) -> StoreError {
    StoreError::new(StoreErrorKind::Unsupported, context, error.to_string())
}

fn limit(limit: usize) -> Value {
    Value::Integer(i64::try_from(limit).unwrap_or(i64::MAX))
}

fn linked_tables<'a>(selection: &'a Selection, tables: &mut Vec<&'a str>) {
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

/// A statement with its values bound, kept prepared by the connection.
pub(super) fn prepare(sql: Sql) -> Query<'static, Sqlite, SqliteArguments> {
    let (text, binds) = sql.into_parts();
    // Names are quoted by the renderer, and values are bound.
    binds.into_iter().fold(sqlx::query(AssertSqlSafe(text)), |query, value| match value {
        Value::Null => query.bind(None::<i64>),
        Value::Boolean(flag) => query.bind(flag),
        Value::Integer(number) => query.bind(number),
        Value::Real(number) => query.bind(number),
        Value::Text(text) => query.bind(text),
        Value::Bytes(bytes) => query.bind(bytes),
    })
}

/// A value by the class in which SQLite stores it. Text that is not UTF-8 is handed out as its bytes.
pub(super) fn value(row: &SqliteRow, index: usize) -> Result<Value, sqlx::Error> {
    let raw = row.try_get_raw(index)?;
    if raw.is_null() {
        return Ok(Value::Null);
    }
    let class = raw.type_info().name().to_owned();
    Ok(match class.as_str() {
        "INTEGER" => Value::Integer(row.try_get_unchecked(index)?),
        "REAL" => Value::Real(row.try_get_unchecked(index)?),
        "TEXT" => {
            let bytes: Vec<u8> = row.try_get_unchecked(index)?;
            match String::from_utf8(bytes) {
                Ok(text) => Value::Text(text),
                Err(error) => Value::Bytes(error.into_bytes()),
            }
        }
        _ => Value::Bytes(row.try_get_unchecked(index)?),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::datamap::Condition;

    async fn crm() -> SqliteStore {
        let pool = sqlx::sqlite::SqlitePoolOptions::new()
            .max_connections(1)
            .connect("sqlite::memory:")
            .await
            .unwrap();
        sqlx::raw_sql(
            "CREATE TABLE contacts (id INTEGER PRIMARY KEY, kind TEXT, phone TEXT);
             CREATE TABLE messages (id INTEGER PRIMARY KEY, contact_id INTEGER, other_id INTEGER, record_id TEXT, body TEXT);
             CREATE INDEX messages_contact ON messages (contact_id);
             CREATE INDEX messages_record ON messages (record_id);
             CREATE TABLE parts (a INTEGER, b TEXT, c, PRIMARY KEY (a, b)) WITHOUT ROWID;",
        )
        .execute(&pool)
        .await
        .unwrap();
        SqliteStore::from_pool(pool)
    }

    fn place(table: &str, only: Vec<Condition>) -> Place {
        Place::new(table, ["id".to_owned()], only)
    }

    fn linked(field: &str, selection: Selection) -> Selection {
        Selection::Linked {
            fields: vec![field.to_owned()],
            to: Arc::new(place("contacts", vec![Condition::new("kind", ["person".into()])])),
            to_fields: vec!["id".to_owned()],
            selection: Box::new(selection),
        }
    }

    /// What SQLite says that it would do to erase the selection.
    async fn plan(store: &SqliteStore, place: &Place, selection: &Selection) -> String {
        let mut connection = store.connection("").await.unwrap();
        let shapes = store.shapes(&mut connection, "", place, selection).await.unwrap();
        let (text, binds) = erase(&shapes, place, selection, 100).unwrap().into_parts();
        let mut explained = Sql::new(format!("EXPLAIN QUERY PLAN {text}"));
        for value in binds {
            explained.push_bind("", value);
        }
        let rows = prepare(explained).fetch_all(&mut *connection).await.unwrap();
        let lines: Vec<String> = rows.iter().map(|row| row.get_unchecked("detail")).collect();
        lines.join("\n")
    }

    #[tokio::test]
    async fn values_in_a_field_are_found_by_its_index_however_many() {
        let store = crm().await;
        for many in [1, 256, 5000] {
            for value in [Value::Integer, |n: i64| Value::Text(n.to_string())] {
                for field in ["contact_id", "record_id"] {
                    let selection = Selection::one_of(field, (0..many).map(value));
                    let plan = plan(&store, &place("messages", vec![]), &selection).await;
                    assert!(plan.contains("SEARCH t1 USING"), "{field} {many}: {plan}");
                    assert!(!plan.contains("SCAN t1") && !plan.contains("SCAN t0"), "{plan}");
                }
            }
            let rows: Vec<_> = (0..many).map(|n| vec![n.into(), n.into()]).collect();
            let selection = Selection::rows(["a".to_owned(), "b".to_owned()], rows);
            let plan = plan(&store, &place("parts", vec![]), &selection).await;
            assert!(plan.contains("SEARCH t1 USING PRIMARY KEY (a=? AND b=?)"), "{plan}");
        }
    }

    #[tokio::test]
    async fn a_link_is_driven_from_the_records_that_it_leads_to() {
        let store = crm().await;
        let contacts = Selection::one_of("id", [7.into(), 8.into()]);
        for (field, index) in [("contact_id", "messages_contact"), ("record_id", "messages_record")] {
            let plan = plan(&store, &place("messages", vec![]), &linked(field, contacts.clone())).await;
            assert!(plan.contains(&format!("SEARCH t1 USING COVERING INDEX {index}")), "{plan}");
            assert!(plan.contains("SEARCH t2 USING INTEGER PRIMARY KEY"), "{plan}");
            assert!(!plan.contains("SCAN t"), "{plan}");
        }
    }

    #[tokio::test]
    async fn the_opposite_of_a_link_is_a_lookup_and_never_reads_the_other_table() {
        let store = crm().await;
        let own = Selection::one_of("contact_id", [7.into()]);
        for field in ["other_id", "record_id"] {
            let others = linked(field, Selection::one_of("id", [7.into()]).negated());
            let selection = own.clone().and(others.negated());
            let plan = plan(&store, &place("messages", vec![]), &selection).await;
            assert!(plan.contains("SEARCH t1 USING INDEX messages_contact"), "{plan}");
            assert!(plan.contains("SEARCH t2 USING INTEGER PRIMARY KEY"), "{plan}");
            assert!(!plan.contains("SCAN t"), "{plan}");
        }
    }
}
