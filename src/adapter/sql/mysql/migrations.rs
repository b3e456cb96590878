//! Makes the ledger's tables in MySQL and MariaDB, which commit at every CREATE TABLE, so that a migration cannot be one
//! transaction: each statement may be repeated, and a lock of the server's keeps two processes from migrating at once.

use sqlx::mysql::MySqlPool;
use sqlx::pool::PoolConnection;
use sqlx::{MySql, Row};

use super::failure::failure;
use super::open::MysqlOpenError;
use crate::adapter::sql::ledger::migrations::{Migrations, NewerLedger};

/// How many seconds to wait for another process that migrates.
const WAIT: i64 = 60;

const MIGRATIONS: Migrations = Migrations {
    is_there: "SELECT COUNT(*) FROM information_schema.tables \
               WHERE table_schema = DATABASE() AND table_name = 'oubliette_migrations'",
    bookkeeping: "CREATE TABLE IF NOT EXISTS oubliette_migrations (number BIGINT NOT NULL PRIMARY KEY) ENGINE = InnoDB",
    scripts: &[include_str!("../ledger/mysql/0001.sql"), include_str!("../ledger/mysql/0002.sql")],
};

/// Brings the tables up to what this version knows.
pub(super) async fn migrate(pool: &MySqlPool) -> Result<(), MysqlOpenError> {
    let tables = |error: sqlx::Error| MysqlOpenError::Tables(failure(&error).detail);
    let mut connection = pool.acquire().await.map_err(tables)?;
    // Names of locks are the whole server's.
    let locked: Option<i64> =
        sqlx::query("SELECT GET_LOCK(CONCAT('oubliette ', MD5(DATABASE())), CAST(? AS SIGNED))")
            .bind(WAIT)
            .fetch_one(&mut *connection)
            .await
            .and_then(|row| row.try_get_unchecked(0))
            .map_err(tables)?;
    if locked != Some(1) {
        return Err(MysqlOpenError::Tables(
            "another process has been migrating them for a minute".to_owned(),
        ));
    }
    let done = MIGRATIONS.run::<MySql>(&mut connection).await.map_err(tables);
    unlock(connection).await;
    done?.map_err(|NewerLedger { found, known }| MysqlOpenError::NewerLedger { found, known })
}

/// Lets the next process in; where that fails, closing the connection does it.
async fn unlock(mut connection: PoolConnection<MySql>) {
    let unlock = sqlx::query("DO RELEASE_LOCK(CONCAT('oubliette ', MD5(DATABASE())))");
    if unlock.execute(&mut *connection).await.is_err() {
        drop(connection.detach());
    }
}
