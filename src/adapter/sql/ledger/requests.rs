//! Requests in a database: opened once, found by their codes, and moved on with their journals.

use async_trait::async_trait;
use chrono::DateTime;

use super::super::driver::{Cause, Driver, Failure, Row, Transaction};
use super::super::render::Sql;
use super::{SqlLedger, Work, bytes, count, first_id, line_count, milliseconds_or_null, push_list};
use crate::port::{Digest, Head, LedgerError, Opened, Opening, Requests, Standing, StoreErrorKind};
use crate::request::{RequestId, RequestState};
use crate::value::Value;

/// So many lines travel in one statement.
const LINES: usize = 100;

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
            Err(failure) => return Err(failure.into_ledger_error()),
        }
        work.commit().await?;
        Ok(Opened::Created)
    }

    async fn load(&self, id: RequestId) -> Result<Option<Standing>, LedgerError> {
        let sql = Sql::new(format!("{} WHERE id = ", select_standings::<D>())).push_bind(id.to_string());
        self.rows(sql).await?.first().map(|row| standing(row)).transpose()
    }

    async fn find_by_code(&self, code: Digest) -> Result<Option<RequestId>, LedgerError> {
        let sql = Sql::new(
            "SELECT r.id FROM oubliette_codes c JOIN oubliette_requests r ON r.number = c.request WHERE c.code = ",
        );
        first_id(&self.rows(sql.push_bind(bytes(code))).await?)
    }

    async fn add_code(&self, id: RequestId, code: Digest) -> Result<(), LedgerError> {
        let mut work = self.begin().await?;
        let number = work.find(id).await?;
        let owner = Sql::new("SELECT request FROM oubliette_codes WHERE code = ").push_bind(bytes(code));
        match work.rows(owner).await?.first().map(Vec::as_slice) {
            Some([Value::Integer(owner)]) if *owner == number => return work.commit().await,
            Some(_) => return Err(LedgerError::Conflict(id)),
            None => {}
        }
        match work.insert_code(number, code).await {
            Err(failure) if failure.cause == Cause::Duplicate => Err(LedgerError::Conflict(id)),
            Err(failure) => Err(failure.into_ledger_error()),
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
            .push_bind(head.state.as_str())
            .with(", due = ", milliseconds_or_null(head.due))
            .with(&format!(", {counted} = "), version)
            .with(" WHERE id = ", id.to_string())
            .with(&format!(" AND {counted} = "), from);
        if work.execute(sql).await? == 0 {
            work.commit().await?;
            self.must_know(id).await?;
            return Err(LedgerError::Conflict(id));
        }
        work.insert_lines(id, from, lines).await.map_err(Failure::into_ledger_error)?;
        work.commit().await?;
        Ok(version.unsigned_abs())
    }

    async fn list(
        &self,
        states: &[RequestState],
        after: Option<RequestId>,
        limit: usize,
    ) -> Result<Vec<Standing>, LedgerError> {
        if states.is_empty() {
            return Ok(Vec::new());
        }
        let mut sql = Sql::new(select_standings::<D>());
        push_list(&mut sql, " WHERE state IN (", states.iter().map(|state| state.as_str()));
        // An id is text that sorts as ids do, and nothing sorts before the empty one.
        let after = after.map(|id| id.to_string()).unwrap_or_default();
        let sql = sql.with(" AND id > ", after).with(" ORDER BY id LIMIT ", count(limit));
        self.rows(sql).await?.iter().map(|row| standing(row)).collect()
    }

    async fn journal(&self, id: RequestId, from: u64, limit: usize) -> Result<Vec<String>, LedgerError> {
        let sql = Sql::new(
            "SELECT j.entry FROM oubliette_journal j JOIN oubliette_requests r ON r.number = j.request WHERE r.id = ",
        )
        .push_bind(id.to_string())
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

fn select_standings<D: Driver>() -> String {
    format!("SELECT id, {}, state, due FROM oubliette_requests", line_count::<D>())
}

/// Where a request stands, as a row has it.
fn standing(row: &[Value]) -> Result<Standing, LedgerError> {
    let [Value::Text(id), lines, state, due] = row else {
        return Err(LedgerError::Corrupt("the id of a request".to_owned()));
    };
    let id: RequestId = id.parse().map_err(|_| LedgerError::Corrupt("the id of a request".to_owned()))?;
    let corrupt = |what: &str| LedgerError::Corrupt(format!("{what} of request {id}"));
    let (Value::Integer(lines), Value::Text(state)) = (lines, state) else {
        return Err(corrupt("the head"));
    };
    let due = match due {
        Value::Null => None,
        Value::Integer(due) => {
            Some(DateTime::from_timestamp_millis(*due).ok_or_else(|| corrupt("the due date"))?)
        }
        _ => return Err(corrupt("the due date")),
    };
    Ok(Standing {
        id,
        version: u64::try_from(*lines).map_err(|_| corrupt("the version"))?,
        head: Head { state: state.parse::<RequestState>().map_err(|_| corrupt("the state"))?, due },
    })
}

impl<D: Driver> SqlLedger<D> {
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

impl<T: Transaction> Work<T> {
    async fn insert_request(&mut self, opening: &Opening) -> Result<(), Failure> {
        let mut sql = Sql::new(format!(
            "INSERT INTO oubliette_requests (id, idempotency, state, due, {}) VALUES (",
            self.lines
        ))
        .push_bind(opening.id.to_string())
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
            .push_bind(bytes(code))
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
}
