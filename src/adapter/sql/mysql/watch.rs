//! MySQL's and MariaDB's marks: named locks, which end with their session.

use async_trait::async_trait;
use sqlx::mysql::{MySqlConnection, MySqlPool};
use sqlx::{AssertSqlSafe, ConnectOptions as _, Row as _};

use super::failure::failure;
use crate::adapter::sql::driver::Failure;
use crate::adapter::sql::watch::Watch;

/// A connection with marks. The names of locks are the server's, so that they are made of the database's as well.
pub(super) struct MysqlWatch(MySqlConnection);

impl MysqlWatch {
    /// Opens a connection of its own, whatever the pool has left.
    pub(super) async fn open(pool: &MySqlPool) -> Result<Self, Failure> {
        let mut connection = pool.connect_options().connect().await.map_err(|error| failure(&error))?;
        // It is idle for as long as the work takes.
        let wait = sqlx::query("SET SESSION wait_timeout = 31536000").execute(&mut connection).await;
        wait.map_err(|error| failure(&error))?;
        Ok(Self(connection))
    }

    async fn ask(&mut self, sql: String) -> Result<bool, Failure> {
        let row = sqlx::query(AssertSqlSafe(sql)).fetch_one(&mut self.0).await;
        let answer: Option<i64> = row.and_then(|row| row.try_get(0)).map_err(|error| failure(&error))?;
        Ok(answer == Some(1))
    }
}

fn name(number: i64) -> String {
    format!("CONCAT('oubliette/', MD5(CONCAT(DATABASE(), '/', {number})))")
}

#[async_trait]
impl Watch for MysqlWatch {
    const UNMARKED: Option<&'static str> =
        Some("IS_FREE_LOCK(CONCAT('oubliette/', MD5(CONCAT(DATABASE(), '/', number)))) = 1");

    async fn mark(&mut self, number: i64) -> Result<bool, Failure> {
        self.ask(format!("SELECT GET_LOCK({}, 0)", name(number))).await
    }

    async fn unmark(&mut self, number: i64) -> Result<(), Failure> {
        self.ask(format!("SELECT RELEASE_LOCK({})", name(number))).await.map(drop)
    }
}
