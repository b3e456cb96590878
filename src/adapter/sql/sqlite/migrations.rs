//! The ledger's own tables, under a prefix of their own: the file may be the host's, who has migrations of their own.

use sqlx::sqlite::SqlitePool;
use sqlx::{AssertSqlSafe, Row};

use super::failure::failure;
use super::open::SqliteOpenError;

/// Every migration in its order; the first has number 1. A migration that was released is never changed.
const MIGRATIONS: &[&str] = &["
    CREATE TABLE oubliette_requests (
        number       INTEGER PRIMARY KEY,
        id           TEXT    NOT NULL UNIQUE,
        idempotency  BLOB    NOT NULL UNIQUE,
        state        TEXT    NOT NULL,
        due          INTEGER,
        leased_until INTEGER,
        lines        INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX oubliette_requests_due ON oubliette_requests (due, number) WHERE due IS NOT NULL;

    CREATE TABLE oubliette_codes (
        code    BLOB    NOT NULL PRIMARY KEY,
        request INTEGER NOT NULL REFERENCES oubliette_requests (number)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE oubliette_journal (
        request INTEGER NOT NULL REFERENCES oubliette_requests (number),
        line    INTEGER NOT NULL,
        entry   TEXT    NOT NULL,
        PRIMARY KEY (request, line)
    ) STRICT;

    CREATE TABLE oubliette_sealed (
        request INTEGER PRIMARY KEY REFERENCES oubliette_requests (number),
        content BLOB NOT NULL
    ) STRICT;

    CREATE TABLE oubliette_note_sets (
        number  INTEGER PRIMARY KEY,
        request INTEGER NOT NULL REFERENCES oubliette_requests (number),
        name    TEXT    NOT NULL,
        noted   INTEGER NOT NULL,
        UNIQUE (request, name)
    ) STRICT;

    CREATE TABLE oubliette_notes (
        note_set INTEGER NOT NULL REFERENCES oubliette_note_sets (number),
        number   INTEGER NOT NULL,
        digest   BLOB    NOT NULL,
        sealed   BLOB    NOT NULL,
        PRIMARY KEY (note_set, number),
        UNIQUE (note_set, digest)
    ) STRICT, WITHOUT ROWID;
"];

/// Brings the tables up to what this version knows.
pub(super) async fn migrate(pool: &SqlitePool) -> Result<(), SqliteOpenError> {
    let found = bring_up(pool).await.map_err(|error| SqliteOpenError::Tables(failure(&error).detail))?;
    let known = known();
    if found > known {
        return Err(SqliteOpenError::NewerLedger { found, known });
    }
    Ok(())
}

fn known() -> i64 {
    i64::try_from(MIGRATIONS.len()).unwrap_or(i64::MAX)
}

/// Answers the newest migration that the tables had or have now.
async fn bring_up(pool: &SqlitePool) -> Result<i64, sqlx::Error> {
    // Of two processes that begin at once, the second one waits here and then finds everything done.
    let mut transaction = pool.begin_with("BEGIN IMMEDIATE").await?;
    sqlx::query("CREATE TABLE IF NOT EXISTS oubliette_migrations (number INTEGER PRIMARY KEY) STRICT")
        .execute(&mut *transaction)
        .await?;
    let found: i64 = sqlx::query("SELECT coalesce(max(number), 0) FROM oubliette_migrations")
        .fetch_one(&mut *transaction)
        .await?
        .try_get_unchecked(0)?;
    for (number, migration) in (1_i64..).zip(MIGRATIONS) {
        if number > found {
            sqlx::raw_sql(AssertSqlSafe(*migration)).execute(&mut *transaction).await?;
            sqlx::query("INSERT INTO oubliette_migrations (number) VALUES (?)")
                .bind(number)
                .execute(&mut *transaction)
                .await?;
        }
    }
    transaction.commit().await?;
    Ok(found.max(known()))
}
