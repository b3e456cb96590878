//! PostgreSQL's marks: advisory locks, which end with their session.

use async_trait::async_trait;
use sqlx::postgres::{PgConnection, PgPool};
use sqlx::{AssertSqlSafe, ConnectOptions as _, Row as _};

use super::failure::failure;
use crate::adapter::sql::driver::Failure;
use crate::adapter::sql::watch::Watch;

/// A connection with marks. Our locks have the class 7957, and the request's number within the range of their second part.
pub(super) struct PostgresWatch(PgConnection);

impl PostgresWatch {
    /// Opens a connection of its own, whatever the pool has left.
    pub(super) async fn open(pool: &PgPool) -> Result<Self, Failure> {
        let mut connection = pool.connect_options().connect().await.map_err(|error| failure(&error))?;
        // It is idle for as long as the work takes. Older servers have no such limit.
        let _ = sqlx::query("SET idle_session_timeout = 0").execute(&mut connection).await;
        Ok(Self(connection))
    }

    async fn ask(&mut self, function: &str, number: i64) -> Result<bool, Failure> {
        let sql = format!("SELECT {function}(7957, ({number} % 2147483647)::int4)");
        let row = sqlx::query(AssertSqlSafe(sql)).fetch_one(&mut self.0).await;
        row.and_then(|row| row.try_get(0)).map_err(|error| failure(&error))
    }
}

#[async_trait]
impl Watch for PostgresWatch {
    const UNMARKED: Option<&'static str> = Some(
        "NOT EXISTS (SELECT 1 FROM pg_catalog.pg_locks l JOIN pg_catalog.pg_database d ON d.oid = l.database \
         WHERE d.datname = current_database() AND l.locktype = 'advisory' AND l.classid = 7957 \
         AND l.objid = (number % 2147483647)::int4::oid AND l.objsubid = 2)",
    );

    async fn mark(&mut self, number: i64) -> Result<bool, Failure> {
        self.ask("pg_try_advisory_lock", number).await
    }

    async fn unmark(&mut self, number: i64) -> Result<(), Failure> {
        self.ask("pg_advisory_unlock", number).await.map(drop)
    }
}
