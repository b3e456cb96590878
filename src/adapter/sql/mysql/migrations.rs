//! The ledger's own tables, under a prefix of their own: the database may be the host's, who has migrations of their own.
//!
//! MySQL commits at every CREATE TABLE, so that a migration cannot be one transaction: each statement may be repeated, and
//! a lock of the server's keeps two processes from migrating at once.

use sqlx::mysql::{MySqlConnection, MySqlPool};
use sqlx::pool::PoolConnection;
use sqlx::{MySql, Row};

use super::failure::failure;
use super::open::MysqlOpenError;

/// How many seconds to wait for another process that migrates.
const WAIT: i64 = 60;

/// Every migration in its order; the first has number 1. A migration that was released is never changed. Each statement
/// can be repeated, for a process may stop between any two of them.
const MIGRATIONS: &[&[&str]] = &[&[
    "CREATE TABLE IF NOT EXISTS oubliette_requests (
        number       BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
        id           VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL UNIQUE,
        idempotency  VARBINARY(32) NOT NULL UNIQUE,
        state        VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        due          BIGINT,
        leased_until BIGINT,
        `lines`      BIGINT NOT NULL,
        INDEX oubliette_requests_due (due, number)
    ) ENGINE = InnoDB DEFAULT CHARACTER SET = utf8mb4 COLLATE = utf8mb4_bin",
    "CREATE TABLE IF NOT EXISTS oubliette_codes (
        code    VARBINARY(32) NOT NULL PRIMARY KEY,
        request BIGINT NOT NULL,
        CONSTRAINT oubliette_codes_request FOREIGN KEY (request) REFERENCES oubliette_requests (number)
    ) ENGINE = InnoDB DEFAULT CHARACTER SET = utf8mb4 COLLATE = utf8mb4_bin",
    "CREATE TABLE IF NOT EXISTS oubliette_journal (
        request BIGINT NOT NULL,
        line    BIGINT NOT NULL,
        entry   LONGTEXT NOT NULL,
        PRIMARY KEY (request, line),
        CONSTRAINT oubliette_journal_request FOREIGN KEY (request) REFERENCES oubliette_requests (number)
    ) ENGINE = InnoDB DEFAULT CHARACTER SET = utf8mb4 COLLATE = utf8mb4_bin",
    "CREATE TABLE IF NOT EXISTS oubliette_sealed (
        request BIGINT NOT NULL PRIMARY KEY,
        content LONGBLOB NOT NULL,
        CONSTRAINT oubliette_sealed_request FOREIGN KEY (request) REFERENCES oubliette_requests (number)
    ) ENGINE = InnoDB DEFAULT CHARACTER SET = utf8mb4 COLLATE = utf8mb4_bin",
    "CREATE TABLE IF NOT EXISTS oubliette_note_sets (
        number  BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
        request BIGINT NOT NULL,
        name    VARBINARY(1024) NOT NULL,
        noted   BIGINT NOT NULL,
        UNIQUE (request, name),
        CONSTRAINT oubliette_note_sets_request FOREIGN KEY (request) REFERENCES oubliette_requests (number)
    ) ENGINE = InnoDB DEFAULT CHARACTER SET = utf8mb4 COLLATE = utf8mb4_bin",
    "CREATE TABLE IF NOT EXISTS oubliette_notes (
        note_set BIGINT NOT NULL,
        number   BIGINT NOT NULL,
        digest   VARBINARY(32) NOT NULL,
        sealed   LONGBLOB NOT NULL,
        PRIMARY KEY (note_set, number),
        UNIQUE (note_set, digest),
        CONSTRAINT oubliette_notes_set FOREIGN KEY (note_set) REFERENCES oubliette_note_sets (number)
    ) ENGINE = InnoDB DEFAULT CHARACTER SET = utf8mb4 COLLATE = utf8mb4_bin",
]];

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
    let done = bring_up(&mut connection).await.map_err(tables);
    unlock(connection).await;
    let found = done?;
    if found > known() {
        return Err(MysqlOpenError::NewerLedger { found, known: known() });
    }
    Ok(())
}

/// Lets the next process in; where that fails, closing the connection does it.
async fn unlock(mut connection: PoolConnection<MySql>) {
    let unlock = sqlx::query("DO RELEASE_LOCK(CONCAT('oubliette ', MD5(DATABASE())))");
    if unlock.execute(&mut *connection).await.is_err() {
        drop(connection.detach());
    }
}

fn known() -> i64 {
    i64::try_from(MIGRATIONS.len()).unwrap_or(i64::MAX)
}

/// Answers the newest migration that the tables had or have now.
async fn bring_up(connection: &mut MySqlConnection) -> Result<i64, sqlx::Error> {
    sqlx::query("CREATE TABLE IF NOT EXISTS oubliette_migrations (number BIGINT NOT NULL PRIMARY KEY) ENGINE = InnoDB")
        .execute(&mut *connection)
        .await?;
    let found: i64 = sqlx::query("SELECT COALESCE(MAX(number), 0) FROM oubliette_migrations")
        .fetch_one(&mut *connection)
        .await?
        .try_get_unchecked(0)?;
    for (number, migration) in (1_i64..).zip(MIGRATIONS) {
        if number > found {
            for statement in *migration {
                sqlx::query(*statement).execute(&mut *connection).await?;
            }
            sqlx::query("INSERT INTO oubliette_migrations (number) VALUES (?)")
                .bind(number)
                .execute(&mut *connection)
                .await?;
        }
    }
    Ok(found.max(known()))
}
