//! The ledger in any of the databases: requests, their journals, leases, and what is sealed beside them.
//!
//! Knows the port, the driver and its own tables. Notes lie in `notes`. Every method is one transaction; those that read
//! before they write lock what they read, so that it is still so when it is written.

use std::fmt;

use async_trait::async_trait;
use chrono::{DateTime, Utc};

use super::driver::{Cause, Driver, Failure, Row, Transaction};
use super::notes::push_list;
use super::render::{Dialect, Sql};
use super::shape::Shapes;
use crate::port::{
    Digest, Head, Leases, LedgerError, ListName, Note, Notes, Opened, Opening, Requests, Sealed, Seals,
    Standing, StoreErrorKind,
};
use crate::request::{RequestId, RequestState};
use crate::value::Value;

/// So many lines travel in one statement.
const LINES: usize = 100;

/// A ledger in a relational database: one of its own, or tables of its own in the host's.
///
/// Instants are kept in whole milliseconds. Its tables have names that begin with `oubliette_`.
#[derive(Clone)]
pub struct SqlLedger<D> {
    pub(super) driver: D,
}

impl<D: Driver> SqlLedger<D> {
    /// A ledger over an open database that has its tables.
    pub(super) fn over(driver: D) -> Self {
        Self { driver }
    }

    /// Reads without a transaction.
    pub(super) async fn rows(&self, sql: Sql) -> Result<Vec<Row>, LedgerError> {
        self.driver.rows(sql).await.map_err(Failure::in_ledger)
    }

    pub(super) async fn begin(&self) -> Result<Work<D::Transaction>, LedgerError> {
        Ok(Work {
            transaction: self.driver.begin().await.map_err(Failure::in_ledger)?,
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

#[async_trait]
impl<D: Driver> Requests for SqlLedger<D> {
    async fn open(&self, opening: &Opening) -> Result<Opened, LedgerError> {
        if let Some(id) = self.opened_before(opening).await? {
            return Ok(Opened::AlreadyThere(id));
        }
        let mut work = self.begin().await?;
        match work.insert_request(opening).await {
            Ok(()) => {}
            // Somebody else was quicker, or the id or the code is another request's.
            Err(failure) if failure.cause == Cause::Duplicate => {
                drop(work);
                let there = self.opened_before(opening).await?;
                return there.map(Opened::AlreadyThere).ok_or(LedgerError::Conflict(opening.id));
            }
            Err(failure) => return Err(failure.in_ledger()),
        }
        work.commit().await?;
        Ok(Opened::Created)
    }

    async fn load(&self, id: RequestId) -> Result<Option<Standing>, LedgerError> {
        let sql =
            Sql::new(format!("SELECT {}, state, due FROM oubliette_requests WHERE id = ", line_count::<D>()));
        let rows = self.rows(sql.with("", id.to_string())).await?;
        let Some(row) = rows.first() else {
            return Ok(None);
        };
        let corrupt = |what: &str| LedgerError::Corrupt(format!("{what} of request {id}"));
        let [Value::Integer(lines), Value::Text(state), due] = row.as_slice() else {
            return Err(corrupt("the head"));
        };
        let due = match due {
            Value::Null => None,
            Value::Integer(due) => {
                Some(DateTime::from_timestamp_millis(*due).ok_or_else(|| corrupt("the due date"))?)
            }
            _ => return Err(corrupt("the due date")),
        };
        Ok(Some(Standing {
            id,
            version: u64::try_from(*lines).map_err(|_| corrupt("the version"))?,
            head: Head { state: state.parse::<RequestState>().map_err(|_| corrupt("the state"))?, due },
        }))
    }

    async fn find_by_code(&self, code: Digest) -> Result<Option<RequestId>, LedgerError> {
        let sql = Sql::new(
            "SELECT r.id FROM oubliette_codes c JOIN oubliette_requests r ON r.number = c.request WHERE c.code = ",
        );
        first_id(&self.rows(sql.with("", bytes(code))).await?)
    }

    async fn add_code(&self, id: RequestId, code: Digest) -> Result<(), LedgerError> {
        let mut work = self.begin().await?;
        let number = work.find(id).await?;
        let owner = Sql::new("SELECT request FROM oubliette_codes WHERE code = ").with("", bytes(code));
        match work.rows(owner).await?.first().map(Vec::as_slice) {
            Some([Value::Integer(owner)]) if *owner == number => return work.commit().await,
            Some(_) => return Err(LedgerError::Conflict(id)),
            None => {}
        }
        match work.insert_code(number, code).await {
            Err(failure) if failure.cause == Cause::Duplicate => Err(LedgerError::Conflict(id)),
            Err(failure) => Err(failure.in_ledger()),
            Ok(()) => work.commit().await,
        }
    }

    async fn append(
        &self,
        id: RequestId,
        expected: u64,
        head: &Head,
        lines: &[String],
    ) -> Result<u64, LedgerError> {
        // A version beyond the databases' integers is one that no journal has.
        let from = i64::try_from(expected).map_err(|_| LedgerError::Conflict(id))?;
        let version = from.saturating_add(count(lines.len()));
        let mut work = self.begin().await?;
        let counted = line_count::<D>();
        let sql = Sql::new("UPDATE oubliette_requests SET state = ")
            .with("", head.state.as_str())
            .with(", due = ", milliseconds_or_null(head.due))
            .with(&format!(", {counted} = "), version)
            .with(" WHERE id = ", id.to_string())
            .with(&format!(" AND {counted} = "), from);
        if work.execute(sql).await? == 0 {
            work.commit().await?;
            self.must_know(id).await?;
            return Err(LedgerError::Conflict(id));
        }
        work.insert_lines(id, from, lines).await.map_err(Failure::in_ledger)?;
        work.commit().await?;
        Ok(version.unsigned_abs())
    }

    async fn journal(&self, id: RequestId, from: u64, limit: usize) -> Result<Vec<String>, LedgerError> {
        let sql = Sql::new(
            "SELECT j.entry FROM oubliette_journal j JOIN oubliette_requests r ON r.number = j.request WHERE r.id = ",
        )
        .with("", id.to_string())
        .with(" AND j.line >= ", i64::try_from(from).unwrap_or(i64::MAX))
        .with(" ORDER BY j.line LIMIT ", count(limit));
        let rows = self.rows(sql).await?;
        let entry = |row: Row| match row.into_iter().next() {
            Some(Value::Text(entry)) => Ok(entry),
            _ => Err(LedgerError::Corrupt(format!("the journal of request {id}"))),
        };
        rows.into_iter().map(entry).collect()
    }
}

#[async_trait]
impl<D: Driver> Leases for SqlLedger<D> {
    async fn claim_due(
        &self,
        now: DateTime<Utc>,
        until: DateTime<Utc>,
    ) -> Result<Option<RequestId>, LedgerError> {
        let mut work = self.begin().await?;
        let mut next = Sql::new("SELECT id FROM oubliette_requests WHERE due <= ")
            .with("", milliseconds(now))
            .with(" AND (leased_until IS NULL OR leased_until <= ", milliseconds(now));
        next.push(") ORDER BY due, number LIMIT 1");
        next.push(<D::Dialect<'static> as Dialect>::FOR_UPDATE_SKIP_LOCKED);
        let next = first_id(&work.rows(next).await?)?;
        if let Some(id) = next {
            let lease = Sql::new("UPDATE oubliette_requests SET leased_until = ")
                .with("", milliseconds(until))
                .with(" WHERE id = ", id.to_string());
            work.execute(lease).await?;
        }
        // A transaction that is merely dropped ends some time later, and keeps others from what it has locked until then.
        work.commit().await?;
        Ok(next)
    }

    async fn claim(
        &self,
        id: RequestId,
        now: DateTime<Utc>,
        until: DateTime<Utc>,
    ) -> Result<bool, LedgerError> {
        let mut work = self.begin().await?;
        let mut lease = Sql::new("UPDATE oubliette_requests SET leased_until = ")
            .with("", milliseconds(until))
            .with(" WHERE id = ", id.to_string())
            .with(" AND (leased_until IS NULL OR leased_until <= ", milliseconds(now));
        lease.push(")");
        let claimed = work.execute(lease).await?;
        work.commit().await?;
        if claimed == 0 {
            self.must_know(id).await?;
        }
        Ok(claimed > 0)
    }

    async fn release(&self, id: RequestId) -> Result<(), LedgerError> {
        let sql = Sql::new("UPDATE oubliette_requests SET leased_until = NULL WHERE id = ");
        self.driver.execute(sql.with("", id.to_string())).await.map(drop).map_err(Failure::in_ledger)
    }
}

#[async_trait]
impl<D: Driver> Seals for SqlLedger<D> {
    async fn seal(&self, id: RequestId, sealed: &Sealed) -> Result<(), LedgerError> {
        let mut work = self.begin().await?;
        let number = work.find(id).await?;
        work.delete_seal(number).await?;
        work.insert_seal(number, sealed).await.map_err(Failure::in_ledger)?;
        work.commit().await
    }

    async fn unseal(&self, id: RequestId) -> Result<Option<Sealed>, LedgerError> {
        let sql = Sql::new(
            "SELECT s.content FROM oubliette_sealed s JOIN oubliette_requests r ON r.number = s.request WHERE r.id = ",
        );
        match self.rows(sql.with("", id.to_string())).await?.pop().as_deref() {
            None => Ok(None),
            Some([Value::Bytes(content)]) => Ok(Some(Sealed::new(content.clone()))),
            Some(_) => Err(LedgerError::Corrupt(format!("what is sealed beside request {id}"))),
        }
    }

    async fn shred(&self, id: RequestId) -> Result<(), LedgerError> {
        let mut work = self.begin().await?;
        match work.find(id).await {
            Ok(number) => {
                work.delete_seal(number).await?;
                work.delete_lists(number, |list| !list.is_retained()).await?;
            }
            Err(LedgerError::Unknown(_)) => return Ok(()),
            Err(error) => return Err(error),
        }
        work.commit().await?;
        self.driver.settle().await;
        Ok(())
    }
}

#[async_trait]
impl<D: Driver> Notes for SqlLedger<D> {
    async fn note(&self, id: RequestId, list: &ListName, notes: &[Note]) -> Result<u64, LedgerError> {
        self.insert_notes(id, list, notes).await
    }

    async fn notes(
        &self,
        id: RequestId,
        list: &ListName,
        after: u64,
        limit: usize,
    ) -> Result<Vec<(u64, Note)>, LedgerError> {
        self.read_notes(id, list, after, limit).await
    }

    async fn noted(
        &self,
        id: RequestId,
        list: &ListName,
        digests: &[Digest],
    ) -> Result<Vec<Digest>, LedgerError> {
        self.find_notes(id, list, digests).await
    }

    async fn forget(&self, id: RequestId, lists: &[ListName]) -> Result<(), LedgerError> {
        self.delete_notes(id, lists).await
    }
}

impl<D: Driver> SqlLedger<D> {
    async fn must_know(&self, id: RequestId) -> Result<(), LedgerError> {
        let sql = Sql::new("SELECT id FROM oubliette_requests WHERE id = ");
        first_id(&self.rows(sql.with("", id.to_string())).await?)?.map(drop).ok_or(LedgerError::Unknown(id))
    }

    /// The request that has one of the opening's idempotency digests; the first of them decides.
    async fn opened_before(&self, opening: &Opening) -> Result<Option<RequestId>, LedgerError> {
        let digests: Vec<_> = std::iter::once(&opening.idempotency).chain(&opening.former).copied().collect();
        let mut sql = Sql::new("SELECT id FROM oubliette_requests WHERE ");
        push_list(&mut sql, "idempotency IN (", digests.iter().copied().map(bytes));
        if digests.len() > 1 {
            sql.push(" ORDER BY CASE idempotency");
            for (place, digest) in (0_i64..).zip(&digests) {
                sql.push(" WHEN ").bind(bytes(*digest)).push(&format!(" THEN {place}"));
            }
            sql.push(" END LIMIT 1");
        }
        first_id(&self.rows(sql).await?)
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
        self.transaction.rows(sql).await.map_err(Failure::in_ledger)
    }

    pub(super) async fn execute(&mut self, sql: Sql) -> Result<u64, LedgerError> {
        self.transaction.execute(sql).await.map_err(Failure::in_ledger)
    }

    pub(super) async fn commit(self) -> Result<(), LedgerError> {
        self.transaction.commit().await.map_err(Failure::in_ledger)
    }

    /// The number under which the tables know a request, which stays locked until the transaction ends.
    pub(super) async fn find(&mut self, id: RequestId) -> Result<i64, LedgerError> {
        self.number_of(id).await.map_err(Failure::in_ledger)?.ok_or(LedgerError::Unknown(id))
    }

    async fn number_of(&mut self, id: RequestId) -> Result<Option<i64>, Failure> {
        let mut sql = Sql::new("SELECT number FROM oubliette_requests WHERE id = ").with("", id.to_string());
        sql.push(self.lock);
        match self.transaction.rows(sql).await?.first().map(Vec::as_slice) {
            Some([Value::Integer(number)]) => Ok(Some(*number)),
            _ => Ok(None),
        }
    }

    async fn insert_request(&mut self, opening: &Opening) -> Result<(), Failure> {
        let mut sql = Sql::new(format!(
            "INSERT INTO oubliette_requests (id, idempotency, state, due, {}) VALUES (",
            self.lines
        ))
        .with("", opening.id.to_string())
        .with(", ", bytes(opening.idempotency))
        .with(", ", opening.head.state.as_str())
        .with(", ", milliseconds_or_null(opening.head.due))
        .with(", ", count(opening.lines.len()));
        sql.push(")");
        self.transaction.execute(sql).await?;
        let number = self.number_of(opening.id).await?.ok_or_else(|| {
            Failure::new(StoreErrorKind::Other, Cause::Other, "the database lost what it was just given")
        })?;
        self.insert_code(number, opening.code).await?;
        self.insert_lines(opening.id, 0, &opening.lines).await?;
        self.insert_seal(number, &opening.sealed).await
    }

    async fn insert_code(&mut self, number: i64, code: Digest) -> Result<(), Failure> {
        let mut sql = Sql::new("INSERT INTO oubliette_codes (code, request) VALUES (")
            .with("", bytes(code))
            .with(", ", number);
        sql.push(")");
        self.transaction.execute(sql).await.map(drop)
    }

    async fn insert_lines(&mut self, id: RequestId, from: i64, lines: &[String]) -> Result<(), Failure> {
        for (chunk, from) in lines.chunks(LINES).zip((from..).step_by(LINES)) {
            let mut sql = Sql::new("INSERT INTO oubliette_journal (request, line, entry) VALUES ");
            for (line, entry) in (from..).zip(chunk) {
                sql.push(if line > from { ", (" } else { "(" });
                sql.push("(SELECT number FROM oubliette_requests WHERE id = ").bind(id.to_string());
                sql.push("), ").bind(line).push(", ").bind(entry.as_str()).push(")");
            }
            self.transaction.execute(sql).await?;
        }
        Ok(())
    }

    async fn insert_seal(&mut self, number: i64, sealed: &Sealed) -> Result<(), Failure> {
        let mut sql = Sql::new("INSERT INTO oubliette_sealed (request, content) VALUES (")
            .with("", number)
            .with(", ", sealed.bytes().to_vec());
        sql.push(")");
        self.transaction.execute(sql).await.map(drop)
    }

    /// Deletes a seal; where the database would put zeros of the same length in the same place, they go there first.
    async fn delete_seal(&mut self, number: i64) -> Result<(), LedgerError> {
        if let Some(zeros) = (self.zeros)("content") {
            let sql = Sql::new(format!("UPDATE oubliette_sealed SET content = {zeros} WHERE request = "));
            self.execute(sql.with("", number)).await?;
        }
        let sql = Sql::new("DELETE FROM oubliette_sealed WHERE request = ");
        self.execute(sql.with("", number)).await.map(drop)
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
