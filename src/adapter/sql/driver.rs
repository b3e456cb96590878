//! What a database has to be able to do so that the store and the ledger can be kept in it.
//!
//! One driver for each database speaks in the crate's own values: statements go in with bound values, rows come out as
//! values. The store, the masks and the ledger are written once, over these traits.

use std::fmt;
#[cfg(any(feature = "postgres", feature = "mysql"))]
use std::{pin::Pin, time::Duration};

use async_trait::async_trait;

use super::dialect::Dialect;
use super::render::Sql;
use super::shape::{Check, Shape, Shapes};
use super::watch::Watch;
use crate::port::{LedgerError, StoreError, StoreErrorKind, Table};
use crate::value::Value;

/// Don't ping a connection that was returned to the pool less than this long ago.
#[cfg(any(feature = "postgres", feature = "mysql"))]
const FRESH: Duration = Duration::from_secs(1);

/// Asks a connection of a pool whether it is still there before anything depends on it: servers restart.
#[cfg(any(feature = "postgres", feature = "mysql"))]
pub(super) fn is_alive<C: sqlx::Connection>(
    connection: &mut C,
    known: sqlx::pool::PoolConnectionMetadata,
) -> Pin<Box<dyn Future<Output = Result<bool, sqlx::Error>> + Send + '_>> {
    Box::pin(async move {
        if known.idle_for >= FRESH {
            connection.ping().await?;
        }
        Ok(true)
    })
}

/// One row of a result.
pub(super) type Row = Vec<Value>;

/// A failure of a database or its driver, sorted; its words hold nothing of what any record holds.
#[derive(Debug, Clone)]
pub(super) struct Failure {
    pub(super) kind: StoreErrorKind,
    pub(super) cause: Cause,
    pub(super) detail: String,
}

/// What has to be told apart among failures of one kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Cause {
    /// A unique index has the value already.
    Duplicate,
    /// Another transaction was in the way, and the database ended this one: a deadlock, a serialisation failure.
    Contention,
    /// A trigger or function of the host's refuses it.
    Raised,
    /// The database itself is damaged, or not one.
    Damage,
    /// Anything else.
    Other,
}

impl Failure {
    pub(super) fn new(kind: StoreErrorKind, cause: Cause, detail: impl Into<String>) -> Self {
        Self { kind, cause, detail: detail.into() }
    }

    /// What went wrong before the database was reached, or with what it answered.
    pub(super) fn of_driver(error: &sqlx::Error) -> Self {
        let (kind, detail) = match error {
            sqlx::Error::PoolTimedOut => (StoreErrorKind::Unavailable, "all connections are in use"),
            sqlx::Error::PoolClosed => (StoreErrorKind::Unavailable, "the pool is closed"),
            sqlx::Error::Io(_) | sqlx::Error::Tls(_) | sqlx::Error::WorkerCrashed => {
                (StoreErrorKind::Unavailable, "the connection broke")
            }
            sqlx::Error::ColumnDecode { .. } | sqlx::Error::Decode(_) => {
                (StoreErrorKind::Other, "a value could not be read")
            }
            _ => (StoreErrorKind::Other, "the driver refused it"),
        };
        Self::new(kind, Cause::Other, detail)
    }

    /// What was asked for has no meaning; only a defect in the caller can cause that.
    pub(super) fn malformed(error: &impl fmt::Display) -> Self {
        Self::new(StoreErrorKind::Unsupported, Cause::Other, error.to_string())
    }

    /// Converts the failure; `context` names the operation and table.
    pub(super) fn into_store_error(self, context: &str) -> StoreError {
        StoreError::new(self.kind, context, self.detail)
    }

    /// Converts the failure of a ledger's statement.
    pub(super) fn into_ledger_error(self) -> LedgerError {
        if self.cause == Cause::Damage || self.kind == StoreErrorKind::Missing {
            LedgerError::Corrupt(self.detail)
        } else {
            LedgerError::Unavailable(self.detail)
        }
    }
}

/// A database that is open.
#[async_trait]
pub(super) trait Driver: fmt::Debug + Clone + Send + Sync + 'static {
    /// How it writes SQL for tables of known shapes.
    type Dialect<'a>: Dialect;
    type Transaction: Transaction;
    /// What shows that a worker lives.
    type Watch: Watch;

    /// A connection of its own for marks.
    async fn watch(&self) -> Result<Self::Watch, Failure>;

    fn dialect(shapes: &Shapes) -> Self::Dialect<'_>;

    /// Runs one statement by itself and returns its rows.
    async fn rows(&self, sql: Sql) -> Result<Vec<Row>, Failure>;

    /// Runs one statement by itself and returns how many rows it touched.
    async fn execute(&self, sql: Sql) -> Result<u64, Failure>;

    /// Begins a transaction in which what is read under [`Dialect::for_update`] is still so when it is written.
    async fn begin(&self) -> Result<Self::Transaction, Failure>;

    /// The shape of a table or view; `None` where there is none. `table` is `schema.table` or `table`.
    async fn shape(&self, table: &str) -> Result<Option<Shape>, Failure>;

    /// The table of that shape with all that its catalogue tells of it.
    async fn describe(&self, shape: &Shape) -> Result<Table, Failure>;

    /// Every table of the host's.
    async fn tables(&self) -> Result<Vec<Table>, Failure>;

    /// The constraints of the table that look at one row.
    async fn checks(&self, shape: &Shape) -> Result<Vec<Check>, Failure>;

    /// Called when something in the ledger was destroyed, to leave as little of it behind as the database can.
    async fn settle(&self);
}

/// A transaction; dropped without [`Transaction::commit`] it leaves everything as it was.
#[async_trait]
pub(super) trait Transaction: Send {
    async fn rows(&mut self, sql: Sql) -> Result<Vec<Row>, Failure>;

    async fn execute(&mut self, sql: Sql) -> Result<u64, Failure>;

    async fn commit(self) -> Result<(), Failure>;

    /// Takes everything back now. Where a transaction is only dropped, its locks may stay until the connection is used again.
    async fn rollback(self) -> Result<(), Failure>;
}
