//! SQLite as a driver: statements with bound values in, rows as values out.

use std::fmt;
use std::sync::Arc;

use async_trait::async_trait;
use sqlx::query::Query;
use sqlx::sqlite::{Sqlite, SqliteArguments, SqlitePool, SqliteRow};
use sqlx::{AssertSqlSafe, Row as _, TypeInfo, ValueRef};

use super::dialect::SqliteDialect;
use super::failure::failure;
use super::schema;
use crate::adapter::sql::driver::{Driver, Failure, Row, Transaction};
use crate::adapter::sql::render::Sql;
use crate::adapter::sql::shape::{Check, Shape, Shapes};
use crate::adapter::sql::watch::NoWatch;
use crate::port::Table;
use crate::value::Value;

/// An open SQLite database.
#[derive(Clone)]
pub(super) struct SqliteDriver {
    pub(super) pool: SqlitePool,
    files: Arc<schema::Files>,
}

impl SqliteDriver {
    pub(super) fn new(pool: SqlitePool) -> Self {
        Self { pool, files: Arc::default() }
    }
}

impl fmt::Debug for SqliteDriver {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SqliteDriver")
    }
}

#[async_trait]
impl Driver for SqliteDriver {
    type Dialect<'a> = SqliteDialect<'a>;
    type Transaction = sqlx::Transaction<'static, Sqlite>;
    type Watch = NoWatch;

    async fn watch(&self) -> Result<NoWatch, Failure> {
        Ok(NoWatch)
    }

    fn dialect(shapes: &Shapes) -> SqliteDialect<'_> {
        SqliteDialect::new(shapes)
    }

    async fn rows(&self, sql: Sql) -> Result<Vec<Row>, Failure> {
        read(prepare(sql).fetch_all(&self.pool).await)
    }

    async fn execute(&self, sql: Sql) -> Result<u64, Failure> {
        let done = prepare(sql).execute(&self.pool).await;
        done.map(|done| done.rows_affected()).map_err(|error| failure(&error))
    }

    /// Takes the write lock at once: SQLite has one for the whole database, and to take it later could fail.
    async fn begin(&self) -> Result<Self::Transaction, Failure> {
        self.pool.begin_with("BEGIN IMMEDIATE").await.map_err(|error| failure(&error))
    }

    async fn shape(&self, table: &str) -> Result<Option<Shape>, Failure> {
        let mut connection = self.pool.acquire().await.map_err(|error| failure(&error))?;
        schema::read(&mut connection, &self.files, table).await.map_err(|error| failure(&error))
    }

    async fn describe(&self, shape: &Shape) -> Result<Table, Failure> {
        let mut connection = self.pool.acquire().await.map_err(|error| failure(&error))?;
        schema::describe(&mut connection, &self.files, shape).await.map_err(|error| failure(&error))
    }

    async fn tables(&self) -> Result<Vec<Table>, Failure> {
        let mut connection = self.pool.acquire().await.map_err(|error| failure(&error))?;
        schema::tables(&mut connection, &self.files).await.map_err(|error| failure(&error))
    }

    async fn checks(&self, shape: &Shape) -> Result<Vec<Check>, Failure> {
        let mut connection = self.pool.acquire().await.map_err(|error| failure(&error))?;
        schema::checks(&mut connection, &self.files, shape).await.map_err(|error| failure(&error))
    }

    /// Moves what was overwritten out of the write-ahead log and empties that. Somebody who still reads keeps it for a
    /// while, and the next call does it.
    async fn settle(&self) {
        let done = sqlx::query("PRAGMA wal_checkpoint(TRUNCATE)").execute(&self.pool).await;
        if let Err(error) = done {
            tracing::debug!(detail = failure(&error).detail, "the ledger's write-ahead log is emptied later");
        }
    }
}

#[async_trait]
impl Transaction for sqlx::Transaction<'static, Sqlite> {
    async fn rows(&mut self, sql: Sql) -> Result<Vec<Row>, Failure> {
        read(prepare(sql).fetch_all(&mut **self).await)
    }

    async fn execute(&mut self, sql: Sql) -> Result<u64, Failure> {
        let done = prepare(sql).execute(&mut **self).await;
        done.map(|done| done.rows_affected()).map_err(|error| failure(&error))
    }

    async fn commit(self) -> Result<(), Failure> {
        sqlx::Transaction::commit(self).await.map_err(|error| failure(&error))
    }

    async fn rollback(self) -> Result<(), Failure> {
        sqlx::Transaction::rollback(self).await.map_err(|error| failure(&error))
    }
}

/// A statement with its values bound, kept prepared by the connection.
pub(super) fn prepare(sql: Sql) -> Query<'static, Sqlite, SqliteArguments> {
    let (text, binds) = sql.into_parts(|_| "?".to_owned());
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

fn read(rows: Result<Vec<SqliteRow>, sqlx::Error>) -> Result<Vec<Row>, Failure> {
    let values = |row: &SqliteRow| (0..row.len()).map(|index| value(row, index)).collect();
    rows.and_then(|rows| rows.iter().map(values).collect()).map_err(|error| failure(&error))
}

/// A value by the class in which SQLite stores it. Text that is not UTF-8 is handed out as its bytes.
fn value(row: &SqliteRow, index: usize) -> Result<Value, sqlx::Error> {
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
