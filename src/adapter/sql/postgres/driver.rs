//! PostgreSQL as a driver: statements with bound values in, rows as values out.

use std::fmt;

use async_trait::async_trait;
use sqlx::encode::{Encode, IsNull};
use sqlx::error::BoxDynError;
use sqlx::postgres::types::Oid;
use sqlx::postgres::{PgArgumentBuffer, PgArguments, PgPool, PgRow, PgTypeInfo, Postgres};
use sqlx::query::Query;
use sqlx::{AssertSqlSafe, Executor as _, Row as _, Type, TypeInfo, ValueRef};

use super::dialect::PostgresDialect;
use super::failure::failure;
use super::watch::PostgresWatch;
use super::{catalogue, limits, schema};
use crate::adapter::sql::driver::{Driver, Failure, Row, Transaction};
use crate::adapter::sql::render::Sql;
use crate::adapter::sql::shape::{Check, Shape, Shapes};
use crate::port::Table;
use crate::value::Value;

/// The number of PostgreSQL's type `unknown`.
const UNKNOWN: Oid = Oid(705);

/// An open PostgreSQL database.
#[derive(Clone)]
pub(super) struct PostgresDriver {
    pub(super) pool: PgPool,
    pub(super) used_as: Use,
}

/// What a database is open for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Use {
    /// The host's tables. Each statement is planned for its own values, since their number decides which indexes serve.
    Store,
    /// Our own tables. Statements are few and alike, and stay prepared.
    Ledger,
}

impl Use {
    fn keeps_statements(self) -> bool {
        self == Self::Ledger
    }
}

/// A transaction of PostgreSQL's.
#[derive(Debug)]
pub(super) struct PostgresTransaction {
    transaction: sqlx::Transaction<'static, Postgres>,
    used_as: Use,
}

impl fmt::Debug for PostgresDriver {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("PostgresDriver")
    }
}

#[async_trait]
impl Driver for PostgresDriver {
    type Dialect<'a> = PostgresDialect<'a>;
    type Transaction = PostgresTransaction;
    type Watch = PostgresWatch;

    async fn watch(&self) -> Result<PostgresWatch, Failure> {
        PostgresWatch::open(&self.pool).await
    }

    fn dialect(shapes: &Shapes) -> PostgresDialect<'_> {
        PostgresDialect::new(shapes)
    }

    async fn rows(&self, sql: Sql) -> Result<Vec<Row>, Failure> {
        read(prepare(sql, self.used_as).fetch_all(&self.pool).await)
    }

    async fn execute(&self, sql: Sql) -> Result<u64, Failure> {
        let done = prepare(sql, self.used_as).execute(&self.pool).await;
        done.map(|done| done.rows_affected()).map_err(|error| failure(&error))
    }

    /// The ledger's transactions see what others have committed meanwhile, whatever the pool is set to, and their commits
    /// are on the disk.
    async fn begin(&self) -> Result<PostgresTransaction, Failure> {
        let begin = match self.used_as {
            Use::Store => "BEGIN",
            Use::Ledger => "BEGIN ISOLATION LEVEL READ COMMITTED; SET LOCAL synchronous_commit = on",
        };
        let transaction = self.pool.begin_with(begin).await.map_err(|error| failure(&error))?;
        Ok(PostgresTransaction { transaction, used_as: self.used_as })
    }

    async fn shape(&self, table: &str) -> Result<Option<Shape>, Failure> {
        schema::shape(self, table).await
    }

    async fn describe(&self, shape: &Shape) -> Result<Table, Failure> {
        catalogue::describe(self, shape).await
    }

    async fn tables(&self) -> Result<Vec<Table>, Failure> {
        catalogue::tables(self).await
    }

    async fn checks(&self, shape: &Shape) -> Result<Vec<Check>, Failure> {
        limits::checks(self, shape).await
    }

    /// Lets the dead rows go. Where another process does the same, or the role may not, PostgreSQL does it by itself later.
    async fn settle(&self) {
        let vacuum =
            "VACUUM (SKIP_LOCKED) oubliette_sealed, oubliette_note_sets, oubliette_notes, oubliette_holds";
        if let Err(error) = self.pool.execute(vacuum).await {
            tracing::debug!(detail = failure(&error).detail, "the ledger's tables are vacuumed later");
        }
    }
}

#[async_trait]
impl Transaction for PostgresTransaction {
    async fn rows(&mut self, sql: Sql) -> Result<Vec<Row>, Failure> {
        read(prepare(sql, self.used_as).fetch_all(&mut *self.transaction).await)
    }

    async fn execute(&mut self, sql: Sql) -> Result<u64, Failure> {
        let done = prepare(sql, self.used_as).execute(&mut *self.transaction).await;
        done.map(|done| done.rows_affected()).map_err(|error| failure(&error))
    }

    async fn commit(self) -> Result<(), Failure> {
        self.transaction.commit().await.map_err(|error| failure(&error))
    }

    async fn rollback(self) -> Result<(), Failure> {
        self.transaction.rollback().await.map_err(|error| failure(&error))
    }
}

/// A null whose type PostgreSQL finds out from where it stands.
struct AnyNull;

impl Type<Postgres> for AnyNull {
    fn type_info() -> PgTypeInfo {
        PgTypeInfo::with_oid(UNKNOWN)
    }
}

impl Encode<'_, Postgres> for AnyNull {
    fn encode_by_ref(&self, _: &mut PgArgumentBuffer) -> Result<IsNull, BoxDynError> {
        Ok(IsNull::Yes)
    }
}

/// A statement with its values bound.
fn prepare(sql: Sql, used_as: Use) -> Query<'static, Postgres, PgArguments> {
    let (text, binds) = sql.into_parts(|number| format!("${number}"));
    // Names are quoted by the renderer, and values are bound.
    let query = sqlx::query(AssertSqlSafe(text)).persistent(used_as.keeps_statements());
    binds.into_iter().fold(query, |query, value| match value {
        Value::Null => query.bind(AnyNull),
        Value::Boolean(flag) => query.bind(flag),
        Value::Integer(number) => query.bind(number),
        Value::Real(number) => query.bind(number),
        Value::Text(text) => query.bind(text),
        Value::Bytes(bytes) => query.bind(bytes),
    })
}

fn read(rows: Result<Vec<PgRow>, sqlx::Error>) -> Result<Vec<Row>, Failure> {
    let values = |row: &PgRow| (0..row.len()).map(|index| value(row, index)).collect();
    rows.and_then(|rows| rows.iter().map(values).collect()).map_err(|error| failure(&error))
}

/// A value by the type in which it was selected.
fn value(row: &PgRow, index: usize) -> Result<Value, sqlx::Error> {
    let raw = row.try_get_raw(index)?;
    if raw.is_null() {
        return Ok(Value::Null);
    }
    let kind = raw.type_info().name().to_owned();
    Ok(match kind.as_str() {
        "INT8" => Value::Integer(row.try_get(index)?),
        "INT4" => Value::Integer(row.try_get::<i32, _>(index)?.into()),
        "BOOL" => Value::Boolean(row.try_get(index)?),
        "FLOAT8" => Value::Real(row.try_get(index)?),
        "BYTEA" => Value::Bytes(row.try_get(index)?),
        _ => Value::Text(row.try_get(index)?),
    })
}
