//! Leases in a database: the due request that nobody else has, passing over rows that others have locked; or one whose
//! worker has died, where the database tells.

use async_trait::async_trait;
use chrono::{DateTime, Utc};

use super::super::dialect::Dialect;
use super::super::driver::{Driver, Failure, Row};
use super::super::render::Sql;
use super::super::watch::Watch as _;
use super::{SqlLedger, first_id, milliseconds};
use crate::port::{Leases, LedgerError};
use crate::request::RequestId;
use crate::value::Value;

#[async_trait]
impl<D: Driver> Leases for SqlLedger<D> {
    async fn claim_due(
        &self,
        now: DateTime<Utc>,
        until: DateTime<Utc>,
    ) -> Result<Option<RequestId>, LedgerError> {
        let mut work = self.begin().await?;
        let mut next = Sql::new("SELECT id, number FROM oubliette_requests WHERE due <= ")
            .push_bind(milliseconds(now))
            .with(" AND (leased_until IS NULL OR leased_until <= ", milliseconds(now));
        next.push(") ORDER BY due, number LIMIT 1");
        next.push(<D::Dialect<'static> as Dialect>::FOR_UPDATE_SKIP_LOCKED);
        let next = claimable(&work.rows(next).await?)?;
        if let Some((id, number, _)) = next {
            // Marked before the lease can be seen, so that nobody takes it for one of the dead.
            self.mark(id, number).await?;
            let lease = Sql::new("UPDATE oubliette_requests SET leased_until = ")
                .push_bind(milliseconds(until))
                .with(" WHERE id = ", id.to_string());
            work.execute(lease).await?;
        }
        // A transaction that is merely dropped ends some time later, and keeps others from what it has locked until then.
        work.commit().await?;
        match next {
            Some((id, _, _)) => Ok(Some(id)),
            None => self.claim_from_the_dead(None, now, until).await,
        }
    }

    async fn claim(
        &self,
        id: RequestId,
        now: DateTime<Utc>,
        until: DateTime<Utc>,
    ) -> Result<bool, LedgerError> {
        let mut work = self.begin().await?;
        let mut free = Sql::new("SELECT id, number FROM oubliette_requests WHERE id = ")
            .push_bind(id.to_string())
            .with(" AND (leased_until IS NULL OR leased_until <= ", milliseconds(now));
        free.push(")");
        free.push(<D::Dialect<'static> as Dialect>::FOR_UPDATE);
        let free = claimable(&work.rows(free).await?)?;
        if let Some((_, number, _)) = free {
            self.mark(id, number).await?;
            let lease = Sql::new("UPDATE oubliette_requests SET leased_until = ")
                .push_bind(milliseconds(until))
                .with(" WHERE id = ", id.to_string());
            work.execute(lease).await?;
        }
        work.commit().await?;
        if free.is_some() {
            return Ok(true);
        }
        self.must_know(id).await?;
        Ok(self.claim_from_the_dead(Some(id), now, until).await?.is_some())
    }

    async fn release(&self, id: RequestId) -> Result<(), LedgerError> {
        let sql = Sql::new("UPDATE oubliette_requests SET leased_until = NULL WHERE id = ");
        let released = self.driver.execute(sql.push_bind(id.to_string())).await;
        self.marks.lock().await.unmark(id).await;
        released.map(drop).map_err(Failure::into_ledger_error)
    }
}

impl<D: Driver> SqlLedger<D> {
    /// Leases a request that is leased to somebody who does not live any more: that one, or the one that was due first. A
    /// request is put off while somebody is at it, so that one of the dead is due at the latest when its lease would end.
    async fn claim_from_the_dead(
        &self,
        id: Option<RequestId>,
        now: DateTime<Utc>,
        until: DateTime<Utc>,
    ) -> Result<Option<RequestId>, LedgerError> {
        let Some(unmarked) = D::Watch::UNMARKED else { return Ok(None) };
        let dead = Sql::new("SELECT id, number, leased_until FROM oubliette_requests WHERE ");
        let dead = match id {
            Some(id) => dead.with("id = ", id.to_string()),
            None => dead.with("due <= ", milliseconds(until)),
        };
        let mut dead = dead.with(" AND leased_until > ", milliseconds(now));
        dead.push(&format!(" AND {unmarked} ORDER BY due, number LIMIT 1"));
        let Some((id, number, leased_until)) = claimable(&self.rows(dead).await?)? else { return Ok(None) };
        if !self.mark(id, number).await? {
            return Ok(None);
        }
        let lease = Sql::new("UPDATE oubliette_requests SET leased_until = ")
            .push_bind(milliseconds(until))
            .with(" WHERE id = ", id.to_string())
            .with(" AND leased_until = ", leased_until);
        match self.driver.execute(lease).await {
            Ok(1..) => Ok(Some(id)),
            claimed => {
                self.marks.lock().await.unmark(id).await;
                claimed.map(|_| None).map_err(Failure::into_ledger_error)
            }
        }
    }

    /// Marks a request as one that somebody is at; false where somebody else has marked it.
    async fn mark(&self, id: RequestId, number: i64) -> Result<bool, LedgerError> {
        let mut marks = self.marks.lock().await;
        marks.mark(&self.driver, id, number).await.map_err(Failure::into_ledger_error)
    }
}

/// The id and number of the first row, and until when it is leased where that was asked for.
fn claimable(rows: &[Row]) -> Result<Option<(RequestId, i64, Value)>, LedgerError> {
    let Some(id) =
        first_id(&rows.iter().map(|row| row.iter().take(1).cloned().collect()).collect::<Vec<_>>())?
    else {
        return Ok(None);
    };
    let row = rows.first().map(Vec::as_slice).unwrap_or_default();
    match row {
        [_, Value::Integer(number), rest @ ..] => {
            Ok(Some((id, *number, rest.first().cloned().unwrap_or(Value::Null))))
        }
        _ => Err(LedgerError::Corrupt(format!("the number of request {id}"))),
    }
}
