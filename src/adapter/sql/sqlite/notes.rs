//! What was noted for a request: many rows at a time, each recognised by its digest.

use std::collections::HashSet;

use sqlx::{Row, SqliteConnection};

use super::ledger::{SqliteLedger, count, failed, find};
use crate::port::{Digest, LedgerError, Note, Sealed, hex};
use crate::request::RequestId;

impl SqliteLedger {
    pub(super) async fn insert_notes(
        &self,
        id: RequestId,
        under: &str,
        notes: &[Note],
    ) -> Result<u64, LedgerError> {
        let mut transaction = self.begin().await?;
        let request = find(&mut transaction, id).await?;
        let set = sqlx::query(
            "INSERT INTO oubliette_note_sets (request, name, noted) VALUES (?, ?, 0) \
             ON CONFLICT (request, name) DO UPDATE SET noted = noted RETURNING number, noted",
        )
        .bind(request)
        .bind(under)
        .fetch_one(&mut *transaction)
        .await
        .map_err(failed)?;
        let number: i64 = set.try_get_unchecked(0).map_err(failed)?;
        let noted: i64 = set.try_get_unchecked(1).map_err(failed)?;

        let digests: Vec<_> = notes.iter().map(|note| note.digest).collect();
        let mut known: HashSet<_> = among(&mut transaction, number, &digests).await?.into_iter().collect();
        let fresh: Vec<_> = notes.iter().filter(|note| known.insert(note.digest)).collect();
        let rows: Vec<_> =
            fresh.iter().map(|note| [hex(note.digest.bytes()), hex(note.sealed.bytes())]).collect();
        // The element's index in the array counts on from the last number that was given.
        sqlx::query(
            "INSERT INTO oubliette_notes (note_set, number, digest, sealed) \
             SELECT ?1, ?2 + 1 + j.key, unhex(j.value ->> 0), unhex(j.value ->> 1) FROM json_each(?3) AS j",
        )
        .bind(number)
        .bind(noted)
        .bind(serde_json::json!(rows).to_string())
        .execute(&mut *transaction)
        .await
        .map_err(failed)?;
        sqlx::query("UPDATE oubliette_note_sets SET noted = noted + ? WHERE number = ?")
            .bind(count(fresh.len()))
            .bind(number)
            .execute(&mut *transaction)
            .await
            .map_err(failed)?;
        transaction.commit().await.map_err(failed)?;
        Ok(fresh.len() as u64)
    }

    pub(super) async fn read_notes(
        &self,
        id: RequestId,
        under: &str,
        after: u64,
        limit: usize,
    ) -> Result<Vec<(u64, Note)>, LedgerError> {
        let Ok(after) = i64::try_from(after) else {
            return Ok(Vec::new());
        };
        let rows = sqlx::query(
            "SELECT n.number, n.digest, n.sealed FROM oubliette_requests AS r \
             JOIN oubliette_note_sets AS s ON s.request = r.number \
             JOIN oubliette_notes AS n ON n.note_set = s.number \
             WHERE r.id = ? AND s.name = ? AND n.number > ? ORDER BY n.number LIMIT ?",
        )
        .bind(id.to_string())
        .bind(under)
        .bind(after)
        .bind(count(limit))
        .fetch_all(&self.pool)
        .await
        .map_err(failed)?;
        rows.iter()
            .map(|row| {
                let number: i64 = row.try_get_unchecked(0).map_err(failed)?;
                let digest: Vec<u8> = row.try_get_unchecked(1).map_err(failed)?;
                let note = Note {
                    digest: read_digest(digest)?,
                    sealed: Sealed::new(row.try_get_unchecked(2).map_err(failed)?),
                };
                Ok((number.unsigned_abs(), note))
            })
            .collect()
    }

    pub(super) async fn find_notes(
        &self,
        id: RequestId,
        under: &str,
        digests: &[Digest],
    ) -> Result<Vec<Digest>, LedgerError> {
        let mut connection = self.pool.acquire().await.map_err(failed)?;
        match find_set(&mut connection, id, under).await? {
            Some(set) => among(&mut connection, set, digests).await,
            None => Ok(Vec::new()),
        }
    }

    pub(super) async fn delete_notes(&self, id: RequestId, under: &str) -> Result<(), LedgerError> {
        let mut transaction = self.begin().await?;
        let Some(set) = find_set(&mut transaction, id, under).await? else {
            return Ok(());
        };
        for statement in [
            "UPDATE oubliette_notes SET sealed = zeroblob(length(sealed)) WHERE note_set = ?",
            "DELETE FROM oubliette_notes WHERE note_set = ?",
            "DELETE FROM oubliette_note_sets WHERE number = ?",
        ] {
            sqlx::query(statement).bind(set).execute(&mut *transaction).await.map_err(failed)?;
        }
        transaction.commit().await.map_err(failed)?;
        self.checkpoint().await;
        Ok(())
    }
}

/// The set of what was noted for a request under a name.
async fn find_set(
    connection: &mut SqliteConnection,
    id: RequestId,
    under: &str,
) -> Result<Option<i64>, LedgerError> {
    sqlx::query_scalar(
        "SELECT s.number FROM oubliette_requests AS r JOIN oubliette_note_sets AS s ON s.request = r.number \
         WHERE r.id = ? AND s.name = ?",
    )
    .bind(id.to_string())
    .bind(under)
    .fetch_optional(connection)
    .await
    .map_err(failed)
}

/// Those of the digests that are in the set.
async fn among(
    connection: &mut SqliteConnection,
    set: i64,
    digests: &[Digest],
) -> Result<Vec<Digest>, LedgerError> {
    let digests: Vec<_> = digests.iter().map(|digest| hex(digest.bytes())).collect();
    let found: Vec<Vec<u8>> = sqlx::query_scalar(
        "SELECT digest FROM oubliette_notes \
         WHERE note_set = ? AND digest IN (SELECT unhex(j.value) FROM json_each(?) AS j)",
    )
    .bind(set)
    .bind(serde_json::json!(digests).to_string())
    .fetch_all(connection)
    .await
    .map_err(failed)?;
    found.into_iter().map(read_digest).collect()
}

fn read_digest(bytes: Vec<u8>) -> Result<Digest, LedgerError> {
    bytes.try_into().map(Digest::new).map_err(|_| LedgerError::Corrupt("the digest of a note".to_owned()))
}
