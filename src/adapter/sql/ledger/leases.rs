//! Leases in a database: the due request that nobody else has, passing over rows that others have locked.

use async_trait::async_trait;
use chrono::{DateTime, Utc};

use super::super::dialect::Dialect;
use super::super::driver::{Driver, Failure};
use super::super::render::Sql;
use super::{SqlLedger, first_id, milliseconds};
use crate::port::{Leases, LedgerError};
use crate::request::RequestId;

#[async_trait]
impl<D: Driver> Leases for SqlLedger<D> {
    async fn claim_due(
        &self,
        now: DateTime<Utc>,
        until: DateTime<Utc>,
    ) -> Result<Option<RequestId>, LedgerError> {
        let mut work = self.begin().await?;
        let mut next = Sql::new("SELECT id FROM oubliette_requests WHERE due <= ")
            .push_bind(milliseconds(now))
            .with(" AND (leased_until IS NULL OR leased_until <= ", milliseconds(now));
        next.push(") ORDER BY due, number LIMIT 1");
        next.push(<D::Dialect<'static> as Dialect>::FOR_UPDATE_SKIP_LOCKED);
        let next = first_id(&work.rows(next).await?)?;
        if let Some(id) = next {
            let lease = Sql::new("UPDATE oubliette_requests SET leased_until = ")
                .push_bind(milliseconds(until))
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
            .push_bind(milliseconds(until))
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
        self.driver.execute(sql.push_bind(id.to_string())).await.map(drop).map_err(Failure::into_ledger_error)
    }
}
