//! Makes the ledger's tables in SQLite: in one transaction, behind the lock that writing takes.

use sqlx::Sqlite;
use sqlx::sqlite::SqlitePool;

use super::failure::failure;
use super::open::SqliteOpenError;
use crate::adapter::sql::ledger::migrations::{Migrations, NewerLedger};

const MIGRATIONS: Migrations = Migrations {
    is_there: "SELECT COUNT(*) FROM sqlite_schema WHERE name = 'oubliette_migrations'",
    bookkeeping: "CREATE TABLE oubliette_migrations (number INTEGER PRIMARY KEY) STRICT",
    scripts: &[include_str!("../ledger/sqlite/0001.sql"), include_str!("../ledger/sqlite/0002.sql")],
};

/// Brings the tables up to what this version knows.
pub(super) async fn migrate(pool: &SqlitePool) -> Result<(), SqliteOpenError> {
    let done = alone(pool).await.map_err(|error| SqliteOpenError::Tables(failure(&error).detail))?;
    done.map_err(|NewerLedger { found, known }| SqliteOpenError::NewerLedger { found, known })
}

async fn alone(pool: &SqlitePool) -> Result<Result<(), NewerLedger>, sqlx::Error> {
    // Of two processes that begin at once, the second one waits here and then finds everything done.
    let mut transaction = pool.begin_with("BEGIN IMMEDIATE").await?;
    let done = MIGRATIONS.run::<Sqlite>(&mut transaction).await?;
    transaction.commit().await?;
    Ok(done)
}
