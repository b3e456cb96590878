//! The ledger's own tables, under a prefix of their own: the database may be the host's, who has migrations of their own.

use sqlx::postgres::PgPool;
use sqlx::{AssertSqlSafe, Row};

use super::failure::failure;
use super::open::PostgresOpenError;

/// The lock under which tables are made, so that of several processes one does it; the bytes of `oubliett`.
const LOCK: i64 = 0x6f75_626c_6965_7474;

/// Every migration in its order; the first has number 1. A migration that was released is never changed.
const MIGRATIONS: &[&str] = &["
    CREATE TABLE oubliette_requests (
        number       BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        id           TEXT COLLATE \"C\" NOT NULL UNIQUE,
        idempotency  BYTEA  NOT NULL UNIQUE,
        state        TEXT   NOT NULL,
        due          BIGINT,
        leased_until BIGINT,
        lines        BIGINT NOT NULL
    );
    CREATE INDEX oubliette_requests_due ON oubliette_requests (due, number) WHERE due IS NOT NULL;

    CREATE TABLE oubliette_codes (
        code    BYTEA  NOT NULL PRIMARY KEY,
        request BIGINT NOT NULL REFERENCES oubliette_requests (number)
    );

    CREATE TABLE oubliette_journal (
        request BIGINT NOT NULL REFERENCES oubliette_requests (number),
        line    BIGINT NOT NULL,
        entry   TEXT   NOT NULL,
        PRIMARY KEY (request, line)
    );

    CREATE TABLE oubliette_sealed (
        request BIGINT PRIMARY KEY REFERENCES oubliette_requests (number),
        content BYTEA  NOT NULL
    );

    CREATE TABLE oubliette_note_sets (
        number  BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        request BIGINT NOT NULL REFERENCES oubliette_requests (number),
        name    TEXT COLLATE \"C\" NOT NULL,
        noted   BIGINT NOT NULL,
        UNIQUE (request, name)
    );

    CREATE TABLE oubliette_notes (
        note_set BIGINT NOT NULL REFERENCES oubliette_note_sets (number),
        number   BIGINT NOT NULL,
        digest   BYTEA  NOT NULL,
        sealed   BYTEA  NOT NULL,
        PRIMARY KEY (note_set, number),
        UNIQUE (note_set, digest)
    );
"];

/// Brings the tables up to what this version knows.
pub(super) async fn migrate(pool: &PgPool) -> Result<(), PostgresOpenError> {
    let found = bring_up(pool).await.map_err(|error| PostgresOpenError::Tables(failure(&error).detail))?;
    let known = known();
    if found > known {
        return Err(PostgresOpenError::NewerLedger { found, known });
    }
    Ok(())
}

fn known() -> i64 {
    i64::try_from(MIGRATIONS.len()).unwrap_or(i64::MAX)
}

/// Answers the newest migration that the tables had or have now.
async fn bring_up(pool: &PgPool) -> Result<i64, sqlx::Error> {
    let mut transaction = pool.begin_with("BEGIN ISOLATION LEVEL READ COMMITTED").await?;
    // Of two processes that begin at once, the second one waits here and then finds everything done.
    sqlx::query("SELECT pg_advisory_xact_lock($1)").bind(LOCK).execute(&mut *transaction).await?;
    // A role that may not make tables can still use those that are there.
    let is_there: bool = sqlx::query("SELECT to_regclass('oubliette_migrations') IS NOT NULL")
        .fetch_one(&mut *transaction)
        .await?
        .try_get(0)?;
    if !is_there {
        sqlx::query("CREATE TABLE oubliette_migrations (number BIGINT PRIMARY KEY)")
            .execute(&mut *transaction)
            .await?;
    }
    let found: i64 = sqlx::query("SELECT coalesce(max(number), 0) FROM oubliette_migrations")
        .fetch_one(&mut *transaction)
        .await?
        .try_get(0)?;
    for (number, migration) in (1_i64..).zip(MIGRATIONS) {
        if number > found {
            sqlx::raw_sql(AssertSqlSafe(*migration)).execute(&mut *transaction).await?;
            sqlx::query("INSERT INTO oubliette_migrations (number) VALUES ($1)")
                .bind(number)
                .execute(&mut *transaction)
                .await?;
        }
    }
    transaction.commit().await?;
    Ok(found.max(known()))
}
