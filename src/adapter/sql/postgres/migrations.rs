//! Makes the ledger's tables in PostgreSQL: in one transaction, behind a lock of ours.

use sqlx::Postgres;
use sqlx::postgres::PgPool;

use super::failure::failure;
use super::open::PostgresOpenError;
use crate::adapter::sql::ledger::migrations::{Migrations, NewerLedger};

/// The lock under which tables are made, so that of several processes one does it; the bytes of `oubliett`.
const LOCK: i64 = 0x6f75_626c_6965_7474;

const MIGRATIONS: Migrations = Migrations {
    is_there: "SELECT COUNT(to_regclass('oubliette_migrations'))",
    bookkeeping: "CREATE TABLE oubliette_migrations (number BIGINT PRIMARY KEY)",
    scripts: &[include_str!("../ledger/postgres/0001.sql"), include_str!("../ledger/postgres/0002.sql")],
};

/// Brings the tables up to what this version knows.
pub(super) async fn migrate(pool: &PgPool) -> Result<(), PostgresOpenError> {
    let done = alone(pool).await.map_err(|error| PostgresOpenError::Tables(failure(&error).detail))?;
    done.map_err(|NewerLedger { found, known }| PostgresOpenError::NewerLedger { found, known })
}

async fn alone(pool: &PgPool) -> Result<Result<(), NewerLedger>, sqlx::Error> {
    let mut transaction = pool.begin_with("BEGIN ISOLATION LEVEL READ COMMITTED").await?;
    // Of two processes that begin at once, the second one waits here and then finds everything done.
    sqlx::query("SELECT pg_advisory_xact_lock($1)").bind(LOCK).execute(&mut *transaction).await?;
    let done = MIGRATIONS.run::<Postgres>(&mut transaction).await?;
    transaction.commit().await?;
    Ok(done)
}
