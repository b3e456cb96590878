//! The ledger in SQLite: requests, their journals, leases, and what is sealed beside them.
//!
//! Knows the port and its own tables. Notes lie in `notes`. Every method is one transaction; those that read before they
//! write take the write lock first, so that what was read is still so when it is written.

use std::fmt;

use async_trait::async_trait;
use chrono::{DateTime, Utc};
use sqlx::sqlite::{Sqlite, SqlitePool};
use sqlx::{Row, SqliteConnection, Transaction};

use super::failure::{Failure, ledger_error};
use super::migrations::migrate;
use super::open::{SqliteOpenError, open_own};
use crate::port::{Digest, Head, Ledger, LedgerError, Note, Opened, Opening, Sealed, Standing};
use crate::request::{RequestId, RequestState};

/// A ledger in an SQLite database: a file of its own, or tables of its own in a file of the host's.
///
/// Instants are kept in whole milliseconds. Its tables have names that begin with `oubliette_`.
#[derive(Clone)]
pub struct SqliteLedger {
    pub(super) pool: SqlitePool,
}

impl SqliteLedger {
    /// Opens a ledger in its own file: a path, or a URL `sqlite:path`. A file that is not there is made, and only its
    /// owner may read it.
    ///
    /// Writes are on the disk when they return (`synchronous = FULL`, write-ahead log), and what is deleted is
    /// overwritten (`secure_delete = ON`).
    ///
    /// # Errors
    ///
    /// When the file cannot be made or is no database, or a newer version of this crate has written it.
    pub async fn open(path_or_url: &str) -> Result<Self, SqliteOpenError> {
        Self::from_pool(open_own(path_or_url).await?).await
    }

    /// Keeps the ledger in a database that is open already, which may be the host's own, and makes its tables there.
    ///
    /// The connections stay as they are: for writes that outlive a loss of power they need `synchronous = FULL`, and for
    /// destroyed seals that leave no trace in free pages `secure_delete = ON`.
    ///
    /// # Errors
    ///
    /// When the tables cannot be made, or a newer version of this crate has made them.
    pub async fn from_pool(pool: SqlitePool) -> Result<Self, SqliteOpenError> {
        migrate(&pool).await?;
        Ok(Self { pool })
    }

    pub(super) async fn begin(&self) -> Result<Transaction<'static, Sqlite>, LedgerError> {
        self.pool.begin_with("BEGIN IMMEDIATE").await.map_err(failed)
    }

    /// Moves what was overwritten out of the write-ahead log and empties that. Somebody who still reads keeps it for a
    /// while, and the next call does it.
    pub(super) async fn checkpoint(&self) {
        let done = sqlx::query("PRAGMA wal_checkpoint(TRUNCATE)").execute(&self.pool).await;
        if let Err(error) = done {
            tracing::debug!(
                detail = Failure::from(&error).detail,
                "the ledger's write-ahead log is emptied later"
            );
        }
    }
}

impl fmt::Debug for SqliteLedger {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SqliteLedger").finish_non_exhaustive()
    }
}

#[async_trait]
impl Ledger for SqliteLedger {
    async fn open(&self, opening: &Opening) -> Result<Opened, LedgerError> {
        let mut transaction = self.begin().await?;
        let there: Option<String> =
            sqlx::query_scalar("SELECT id FROM oubliette_requests WHERE idempotency = ?")
                .bind(opening.idempotency.bytes().as_slice())
                .fetch_optional(&mut *transaction)
                .await
                .map_err(failed)?;
        if let Some(id) = there {
            return read_id(&id).map(Opened::AlreadyThere);
        }
        let inserted = sqlx::query(
            "INSERT INTO oubliette_requests (id, idempotency, state, due, lines) VALUES (?, ?, ?, ?, ?) \
             ON CONFLICT DO NOTHING RETURNING number",
        )
        .bind(opening.id.to_string())
        .bind(opening.idempotency.bytes().as_slice())
        .bind(opening.head.state.as_str())
        .bind(opening.head.due.map(milliseconds))
        .bind(count(opening.lines.len()))
        .fetch_optional(&mut *transaction)
        .await
        .map_err(failed)?;
        let Some(inserted) = inserted else {
            return Err(LedgerError::Conflict(opening.id));
        };
        let number: i64 = inserted.try_get_unchecked(0).map_err(failed)?;
        insert_code(&mut transaction, opening.id, number, opening.code).await?;
        insert_lines(&mut transaction, number, 0, &opening.lines).await?;
        insert_seal(&mut transaction, number, &opening.sealed).await?;
        transaction.commit().await.map_err(failed)?;
        Ok(Opened::Created)
    }

    async fn load(&self, id: RequestId) -> Result<Option<Standing>, LedgerError> {
        let row = sqlx::query("SELECT lines, state, due FROM oubliette_requests WHERE id = ?")
            .bind(id.to_string())
            .fetch_optional(&self.pool)
            .await
            .map_err(failed)?;
        let Some(row) = row else {
            return Ok(None);
        };
        let lines: i64 = row.try_get_unchecked(0).map_err(failed)?;
        let state: String = row.try_get_unchecked(1).map_err(failed)?;
        let due: Option<i64> = row.try_get_unchecked(2).map_err(failed)?;
        let corrupt = |what| LedgerError::Corrupt(format!("{what} of request {id}"));
        Ok(Some(Standing {
            id,
            version: u64::try_from(lines).map_err(|_| corrupt("the version"))?,
            head: Head {
                state: state.parse::<RequestState>().map_err(|_| corrupt("the state"))?,
                due: due
                    .map(|due| DateTime::from_timestamp_millis(due).ok_or_else(|| corrupt("the due date")))
                    .transpose()?,
            },
        }))
    }

    async fn find_by_code(&self, code: Digest) -> Result<Option<RequestId>, LedgerError> {
        let id: Option<String> = sqlx::query_scalar(
            "SELECT id FROM oubliette_codes JOIN oubliette_requests ON number = request WHERE code = ?",
        )
        .bind(code.bytes().as_slice())
        .fetch_optional(&self.pool)
        .await
        .map_err(failed)?;
        id.as_deref().map(read_id).transpose()
    }

    async fn add_code(&self, id: RequestId, code: Digest) -> Result<(), LedgerError> {
        let mut transaction = self.begin().await?;
        let number = find(&mut transaction, id).await?;
        insert_code(&mut transaction, id, number, code).await?;
        transaction.commit().await.map_err(failed)
    }

    async fn append(
        &self,
        id: RequestId,
        expected: u64,
        head: &Head,
        lines: &[String],
    ) -> Result<u64, LedgerError> {
        // A version beyond SQLite's integers is one that no journal has.
        let from = i64::try_from(expected).map_err(|_| LedgerError::Conflict(id))?;
        let mut transaction = self.begin().await?;
        let number = find(&mut transaction, id).await?;
        let version: Option<i64> = sqlx::query_scalar(
            "UPDATE oubliette_requests SET state = ?, due = ?, lines = lines + ? \
             WHERE number = ? AND lines = ? RETURNING lines",
        )
        .bind(head.state.as_str())
        .bind(head.due.map(milliseconds))
        .bind(count(lines.len()))
        .bind(number)
        .bind(from)
        .fetch_optional(&mut *transaction)
        .await
        .map_err(failed)?;
        let version = version.ok_or(LedgerError::Conflict(id))?;
        insert_lines(&mut transaction, number, from, lines).await?;
        transaction.commit().await.map_err(failed)?;
        Ok(version.unsigned_abs())
    }

    async fn journal(&self, id: RequestId, from: u64, limit: usize) -> Result<Vec<String>, LedgerError> {
        sqlx::query_scalar(
            "SELECT entry FROM oubliette_journal \
             WHERE request = (SELECT number FROM oubliette_requests WHERE id = ?) AND line >= ? \
             ORDER BY line LIMIT ?",
        )
        .bind(id.to_string())
        .bind(i64::try_from(from).unwrap_or(i64::MAX))
        .bind(count(limit))
        .fetch_all(&self.pool)
        .await
        .map_err(failed)
    }

    async fn claim_due(
        &self,
        now: DateTime<Utc>,
        until: DateTime<Utc>,
    ) -> Result<Option<RequestId>, LedgerError> {
        // One statement that writes holds the write lock from its beginning.
        let id: Option<String> = sqlx::query_scalar(
            "UPDATE oubliette_requests SET leased_until = ?2 WHERE number = ( \
                 SELECT number FROM oubliette_requests \
                 WHERE due <= ?1 AND (leased_until IS NULL OR leased_until <= ?1) \
                 ORDER BY due, number LIMIT 1 \
             ) RETURNING id",
        )
        .bind(milliseconds(now))
        .bind(milliseconds(until))
        .fetch_optional(&self.pool)
        .await
        .map_err(failed)?;
        id.as_deref().map(read_id).transpose()
    }

    async fn claim(
        &self,
        id: RequestId,
        now: DateTime<Utc>,
        until: DateTime<Utc>,
    ) -> Result<bool, LedgerError> {
        let mut transaction = self.begin().await?;
        let number = find(&mut transaction, id).await?;
        let claimed = sqlx::query(
            "UPDATE oubliette_requests SET leased_until = ?3 \
             WHERE number = ?1 AND (leased_until IS NULL OR leased_until <= ?2)",
        )
        .bind(number)
        .bind(milliseconds(now))
        .bind(milliseconds(until))
        .execute(&mut *transaction)
        .await
        .map_err(failed)?;
        transaction.commit().await.map_err(failed)?;
        Ok(claimed.rows_affected() > 0)
    }

    async fn release(&self, id: RequestId) -> Result<(), LedgerError> {
        sqlx::query("UPDATE oubliette_requests SET leased_until = NULL WHERE id = ?")
            .bind(id.to_string())
            .execute(&self.pool)
            .await
            .map(drop)
            .map_err(failed)
    }

    async fn seal(&self, id: RequestId, sealed: &Sealed) -> Result<(), LedgerError> {
        let mut transaction = self.begin().await?;
        let number = find(&mut transaction, id).await?;
        overwrite_seal(&mut transaction, number).await?;
        insert_seal(&mut transaction, number, sealed).await?;
        transaction.commit().await.map_err(failed)
    }

    async fn unseal(&self, id: RequestId) -> Result<Option<Sealed>, LedgerError> {
        let content: Option<Vec<u8>> = sqlx::query_scalar(
            "SELECT content FROM oubliette_sealed \
             WHERE request = (SELECT number FROM oubliette_requests WHERE id = ?)",
        )
        .bind(id.to_string())
        .fetch_optional(&self.pool)
        .await
        .map_err(failed)?;
        Ok(content.map(Sealed::new))
    }

    async fn shred(&self, id: RequestId) -> Result<(), LedgerError> {
        let mut transaction = self.begin().await?;
        match find(&mut transaction, id).await {
            Ok(number) => overwrite_seal(&mut transaction, number).await?,
            Err(LedgerError::Unknown(_)) => return Ok(()),
            Err(error) => return Err(error),
        }
        transaction.commit().await.map_err(failed)?;
        self.checkpoint().await;
        Ok(())
    }

    async fn note(&self, id: RequestId, under: &str, notes: &[Note]) -> Result<u64, LedgerError> {
        self.insert_notes(id, under, notes).await
    }

    async fn notes(
        &self,
        id: RequestId,
        under: &str,
        after: u64,
        limit: usize,
    ) -> Result<Vec<(u64, Note)>, LedgerError> {
        self.read_notes(id, under, after, limit).await
    }

    async fn noted(
        &self,
        id: RequestId,
        under: &str,
        digests: &[Digest],
    ) -> Result<Vec<Digest>, LedgerError> {
        self.find_notes(id, under, digests).await
    }

    async fn forget(&self, id: RequestId, under: &str) -> Result<(), LedgerError> {
        self.delete_notes(id, under).await
    }
}

/// The number under which the tables know a request.
pub(super) async fn find(connection: &mut SqliteConnection, id: RequestId) -> Result<i64, LedgerError> {
    sqlx::query_scalar("SELECT number FROM oubliette_requests WHERE id = ?")
        .bind(id.to_string())
        .fetch_optional(connection)
        .await
        .map_err(failed)?
        .ok_or(LedgerError::Unknown(id))
}

async fn insert_code(
    connection: &mut SqliteConnection,
    id: RequestId,
    number: i64,
    code: Digest,
) -> Result<(), LedgerError> {
    let inserted =
        sqlx::query("INSERT INTO oubliette_codes (code, request) VALUES (?, ?) ON CONFLICT DO NOTHING")
            .bind(code.bytes().as_slice())
            .bind(number)
            .execute(&mut *connection)
            .await
            .map_err(failed)?;
    if inserted.rows_affected() > 0 {
        return Ok(());
    }
    let owner: i64 = sqlx::query_scalar("SELECT request FROM oubliette_codes WHERE code = ?")
        .bind(code.bytes().as_slice())
        .fetch_one(connection)
        .await
        .map_err(failed)?;
    if owner == number { Ok(()) } else { Err(LedgerError::Conflict(id)) }
}

async fn insert_lines(
    connection: &mut SqliteConnection,
    number: i64,
    from: i64,
    lines: &[String],
) -> Result<(), LedgerError> {
    for (line, entry) in (from..).zip(lines) {
        sqlx::query("INSERT INTO oubliette_journal (request, line, entry) VALUES (?, ?, ?)")
            .bind(number)
            .bind(line)
            .bind(entry)
            .execute(&mut *connection)
            .await
            .map_err(failed)?;
    }
    Ok(())
}

async fn insert_seal(
    connection: &mut SqliteConnection,
    number: i64,
    sealed: &Sealed,
) -> Result<(), LedgerError> {
    sqlx::query("INSERT INTO oubliette_sealed (request, content) VALUES (?, ?)")
        .bind(number)
        .bind(sealed.bytes())
        .execute(connection)
        .await
        .map(drop)
        .map_err(failed)
}

/// Overwrites a seal with zeros of the same length, which SQLite puts in the same place, and deletes it.
async fn overwrite_seal(connection: &mut SqliteConnection, number: i64) -> Result<(), LedgerError> {
    for statement in [
        "UPDATE oubliette_sealed SET content = zeroblob(length(content)) WHERE request = ?",
        "DELETE FROM oubliette_sealed WHERE request = ?",
    ] {
        sqlx::query(statement).bind(number).execute(&mut *connection).await.map_err(failed)?;
    }
    Ok(())
}

fn read_id(text: &str) -> Result<RequestId, LedgerError> {
    text.parse().map_err(|_| LedgerError::Corrupt("the id of a request".to_owned()))
}

fn milliseconds(instant: DateTime<Utc>) -> i64 {
    instant.timestamp_millis()
}

/// A length or limit as SQLite's integer.
pub(super) fn count(length: usize) -> i64 {
    i64::try_from(length).unwrap_or(i64::MAX)
}

pub(super) fn failed(error: sqlx::Error) -> LedgerError {
    ledger_error(&error)
}
