//! The ledger in any of the databases, by port: requests, leases, seals, notes and holds. The tables are made by `migrations`.
//!
//! Knows the ports, the driver and its own tables. Every method is one transaction; those that read before they write lock
//! what they read, so that it is still so when it is written.

mod holds;
mod leases;
pub(super) mod migrations;
mod notes;
mod requests;
mod seals;

use std::fmt;
use std::sync::Arc;

use chrono::{DateTime, Utc};
use tokio::sync::Mutex;

use super::dialect::Dialect;
use super::driver::{Driver, Failure, Row, Transaction};
use super::render::Sql;
use super::shape::Shapes;
use super::watch::Marks;
use crate::port::{Digest, LedgerError};
use crate::request::RequestId;
use crate::value::Value;

/// A ledger in a relational database: one of its own, or tables of its own in the host's.
pub struct SqlLedger<D: Driver> {
    pub(super) driver: D,
    /// What this worker is at.
    marks: Arc<Mutex<Marks<D::Watch>>>,
}

/// The same ledger, with the marks of the same worker.
impl<D: Driver> Clone for SqlLedger<D> {
    fn clone(&self) -> Self {
        Self { driver: self.driver.clone(), marks: Arc::clone(&self.marks) }
    }
}

impl<D: Driver> SqlLedger<D> {
    /// A ledger over an open database that has its tables.
    pub(super) fn over(driver: D) -> Self {
        Self { driver, marks: Arc::new(Mutex::new(Marks::none())) }
    }

    /// Reads without a transaction.
    pub(super) async fn rows(&self, sql: Sql) -> Result<Vec<Row>, LedgerError> {
        self.driver.rows(sql).await.map_err(Failure::into_ledger_error)
    }

    pub(super) async fn begin(&self) -> Result<Work<D::Transaction>, LedgerError> {
        Ok(Work {
            transaction: self.driver.begin().await.map_err(Failure::into_ledger_error)?,
            zeros: |column| D::dialect(&Shapes::default()).zeros(column),
            lock: lock::<D>(),
            lines: line_count::<D>(),
        })
    }
}

fn lock<D: Driver>() -> &'static str {
    <D::Dialect<'static> as Dialect>::FOR_UPDATE
}

/// The column that counts the lines of a journal; some databases have that word for something else.
fn line_count<D: Driver>() -> String {
    D::dialect(&Shapes::default()).quote("lines")
}

impl<D: Driver> fmt::Debug for SqlLedger<D> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SqlLedger").field("driver", &self.driver).finish_non_exhaustive()
    }
}

impl<D: Driver> SqlLedger<D> {
    async fn must_know(&self, id: RequestId) -> Result<(), LedgerError> {
        let sql = Sql::new("SELECT id FROM oubliette_requests WHERE id = ");
        first_id(&self.rows(sql.push_bind(id.to_string())).await?)?.map(drop).ok_or(LedgerError::Unknown(id))
    }
}

/// One transaction on the ledger's tables.
pub(super) struct Work<T> {
    transaction: T,
    /// How a column is overwritten, where that leaves nothing of the old bytes.
    pub(super) zeros: fn(&str) -> Option<String>,
    lock: &'static str,
    lines: String,
}

impl<T: Transaction> Work<T> {
    pub(super) async fn rows(&mut self, sql: Sql) -> Result<Vec<Row>, LedgerError> {
        self.transaction.rows(sql).await.map_err(Failure::into_ledger_error)
    }

    pub(super) async fn execute(&mut self, sql: Sql) -> Result<u64, LedgerError> {
        self.transaction.execute(sql).await.map_err(Failure::into_ledger_error)
    }

    pub(super) async fn commit(self) -> Result<(), LedgerError> {
        self.transaction.commit().await.map_err(Failure::into_ledger_error)
    }

    /// The number under which the tables know a request, which stays locked until the transaction ends.
    pub(super) async fn find(&mut self, id: RequestId) -> Result<i64, LedgerError> {
        self.number_of(id).await.map_err(Failure::into_ledger_error)?.ok_or(LedgerError::Unknown(id))
    }

    async fn number_of(&mut self, id: RequestId) -> Result<Option<i64>, Failure> {
        let mut sql = Sql::new("SELECT number FROM oubliette_requests WHERE id = ").push_bind(id.to_string());
        sql.push(self.lock);
        match self.transaction.rows(sql).await?.first().map(Vec::as_slice) {
            Some([Value::Integer(number)]) => Ok(Some(*number)),
            _ => Ok(None),
        }
    }
}

fn first_id(rows: &[Row]) -> Result<Option<RequestId>, LedgerError> {
    match rows.first().map(Vec::as_slice) {
        None => Ok(None),
        Some([Value::Text(id)]) => {
            id.parse().map(Some).map_err(|_| LedgerError::Corrupt("the id of a request".to_owned()))
        }
        Some(_) => Err(LedgerError::Corrupt("the id of a request".to_owned())),
    }
}

pub(super) fn bytes(digest: Digest) -> Value {
    Value::Bytes(digest.bytes().to_vec())
}

fn milliseconds(instant: DateTime<Utc>) -> Value {
    Value::Integer(instant.timestamp_millis())
}

fn milliseconds_or_null(instant: Option<DateTime<Utc>>) -> Value {
    instant.map_or(Value::Null, milliseconds)
}

/// A length or limit as the databases' integer.
pub(super) fn count(length: usize) -> i64 {
    i64::try_from(length).unwrap_or(i64::MAX)
}

/// Goes on with `before`, the values with commas between them, and a closing parenthesis.
fn push_list<V: Into<Value>>(sql: &mut Sql, before: &str, values: impl Iterator<Item = V>) {
    for (index, value) in values.enumerate() {
        sql.push(if index > 0 { ", " } else { before }).bind(value);
    }
    sql.push(")");
}
