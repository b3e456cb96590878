//! What was noted for a request: many rows at a time, each recognised by its digest.

use std::collections::HashSet;

use async_trait::async_trait;

use super::super::driver::{Driver, Row, Transaction};
use super::super::render::Sql;
use super::{SqlLedger, Work, bytes, count, push_list};
use crate::port::{Digest, LedgerError, ListName, Note, Notes, Sealed};
use crate::request::RequestId;
use crate::value::Value;

/// So many notes travel in one statement; each has four values, and the databases have limits on those.
const CHUNK: usize = 500;

#[async_trait]
impl<D: Driver> Notes for SqlLedger<D> {
    async fn note(&self, id: RequestId, list: &ListName, notes: &[Note]) -> Result<u64, LedgerError> {
        let mut work = self.begin().await?;
        // The request stays locked, so that nobody else gives out numbers in this set.
        let request = work.find(id).await?;
        let (set, noted) = work.set(request, list).await?;
        let mut known = HashSet::new();
        let mut fresh: Vec<&Note> = Vec::with_capacity(notes.len());
        for chunk in notes.chunks(CHUNK) {
            let digests: Vec<_> = chunk.iter().map(|note| note.digest).collect();
            known.extend(read_digests(&work.rows(among(set, &digests)).await?)?);
            fresh.extend(chunk.iter().filter(|note| known.insert(note.digest)));
        }
        let mut number = noted;
        for chunk in fresh.chunks(CHUNK) {
            let mut sql = Sql::new("INSERT INTO oubliette_notes (note_set, number, digest, sealed) VALUES ");
            for (index, note) in chunk.iter().enumerate() {
                number += 1;
                sql.push(if index > 0 { ", (" } else { "(" }).bind(set);
                sql.push(", ").bind(number);
                sql.push(", ").bind(bytes(note.digest));
                sql.push(", ").bind(note.sealed.bytes().to_vec());
                sql.push(")");
            }
            work.execute(sql).await?;
        }
        let sql = Sql::new("UPDATE oubliette_note_sets SET noted = ").push_bind(number);
        work.execute(sql.with(" WHERE number = ", set)).await?;
        work.commit().await?;
        Ok(fresh.len() as u64)
    }

    async fn notes(
        &self,
        id: RequestId,
        list: &ListName,
        after: u64,
        limit: usize,
    ) -> Result<Vec<(u64, Note)>, LedgerError> {
        let Ok(after) = i64::try_from(after) else {
            return Ok(Vec::new());
        };
        let sql = Sql::new(
            "SELECT n.number, n.digest, n.sealed FROM oubliette_requests r \
             JOIN oubliette_note_sets s ON s.request = r.number \
             JOIN oubliette_notes n ON n.note_set = s.number WHERE r.id = ",
        )
        .push_bind(id.to_string())
        .with(" AND s.name = ", list.as_str())
        .with(" AND n.number > ", after)
        .with(" ORDER BY n.number LIMIT ", count(limit));
        let note = |row: Row| match row.as_slice() {
            [Value::Integer(number), Value::Bytes(digest), Value::Bytes(sealed)] => {
                let note = Note { digest: read_digest(digest)?, sealed: Sealed::new(sealed.clone()) };
                Ok((number.unsigned_abs(), note))
            }
            _ => Err(LedgerError::Corrupt("a note".to_owned())),
        };
        self.rows(sql).await?.into_iter().map(note).collect()
    }

    async fn noted(
        &self,
        id: RequestId,
        list: &ListName,
        digests: &[Digest],
    ) -> Result<Vec<Digest>, LedgerError> {
        let found = self.rows(sets_of(id, std::slice::from_ref(list))).await?;
        let Some(set) = found.first().and_then(|row| number_of_set(row)) else {
            return Ok(Vec::new());
        };
        let mut found = Vec::new();
        for chunk in digests.chunks(CHUNK) {
            found.extend(read_digests(&self.rows(among(set, chunk)).await?)?);
        }
        Ok(found)
    }

    async fn forget(&self, id: RequestId, lists: &[ListName]) -> Result<(), LedgerError> {
        let mut sets = Vec::new();
        for names in lists.chunks(CHUNK) {
            sets.extend(self.rows(sets_of(id, names)).await?.iter().filter_map(|row| number_of_set(row)));
        }
        // Each by itself, so that nobody has to wait for all of them.
        for set in &sets {
            let mut work = self.begin().await?;
            work.delete_set(*set).await?;
            work.commit().await?;
        }
        if !sets.is_empty() {
            self.driver.settle().await;
        }
        Ok(())
    }
}

impl<T: Transaction> Work<T> {
    /// Deletes a set; where the database would put zeros of the same length in the same place, they go there first.
    async fn delete_set(&mut self, set: i64) -> Result<(), LedgerError> {
        if let Some(zeros) = (self.zeros)("sealed") {
            let sql = Sql::new(format!("UPDATE oubliette_notes SET sealed = {zeros} WHERE note_set = "));
            self.execute(sql.push_bind(set)).await?;
        }
        for statement in [
            "DELETE FROM oubliette_notes WHERE note_set = ",
            "DELETE FROM oubliette_note_sets WHERE number = ",
        ] {
            self.execute(Sql::new(statement).push_bind(set)).await?;
        }
        Ok(())
    }

    /// Deletes every list of a request that is `doomed` by its name.
    pub(super) async fn delete_lists(
        &mut self,
        request: i64,
        doomed: impl Fn(&ListName) -> bool,
    ) -> Result<(), LedgerError> {
        let sql =
            Sql::new("SELECT number, name FROM oubliette_note_sets WHERE request = ").push_bind(request);
        for row in self.rows(sql).await? {
            let (set, name) = match row.as_slice() {
                [Value::Integer(set), Value::Text(name)] => (*set, name.clone()),
                // MySQL keeps names as bytes, so that no two of them are the same to it.
                [Value::Integer(set), Value::Bytes(name)] => {
                    let name = String::from_utf8(name.clone());
                    (*set, name.map_err(|_| LedgerError::Corrupt("the name of a list of notes".to_owned()))?)
                }
                _ => return Err(LedgerError::Corrupt("a list of notes".to_owned())),
            };
            if doomed(&ListName::new(name)) {
                self.delete_set(set).await?;
            }
        }
        Ok(())
    }

    /// The number of the set of what was noted for a request under a name, and how many numbers it has given out.
    async fn set(&mut self, request: i64, list: &ListName) -> Result<(i64, i64), LedgerError> {
        let find = || {
            Sql::new("SELECT number, noted FROM oubliette_note_sets WHERE request = ")
                .push_bind(request)
                .with(" AND name = ", list.as_str())
        };
        if let Some([Value::Integer(number), Value::Integer(noted)]) =
            self.rows(find()).await?.first().map(Vec::as_slice)
        {
            return Ok((*number, *noted));
        }
        let mut insert = Sql::new("INSERT INTO oubliette_note_sets (request, name, noted) VALUES (")
            .push_bind(request)
            .with(", ", list.as_str())
            .with(", ", 0);
        insert.push(")");
        self.execute(insert).await?;
        match self.rows(find()).await?.first().map(Vec::as_slice) {
            Some([Value::Integer(number), Value::Integer(noted)]) => Ok((*number, *noted)),
            _ => Err(LedgerError::Corrupt("a set of notes".to_owned())),
        }
    }
}

/// Finds the sets of what was noted for a request under these names, of which there is at least one.
fn sets_of(id: RequestId, names: &[ListName]) -> Sql {
    let mut sql = Sql::new(
        "SELECT s.number FROM oubliette_requests r JOIN oubliette_note_sets s ON s.request = r.number WHERE r.id = ",
    )
    .push_bind(id.to_string());
    push_list(&mut sql, " AND s.name IN (", names.iter().map(ListName::as_str));
    sql
}

fn number_of_set(row: &[Value]) -> Option<i64> {
    match row {
        [Value::Integer(number)] => Some(*number),
        _ => None,
    }
}

/// Those of the digests, of which there is at least one, that are in the set.
fn among(set: i64, digests: &[Digest]) -> Sql {
    let mut sql = Sql::new("SELECT digest FROM oubliette_notes WHERE note_set = ").push_bind(set);
    push_list(&mut sql, " AND digest IN (", digests.iter().copied().map(bytes));
    sql
}

fn read_digests(rows: &[Row]) -> Result<Vec<Digest>, LedgerError> {
    rows.iter()
        .map(|row| match row.as_slice() {
            [Value::Bytes(digest)] => read_digest(digest),
            _ => Err(LedgerError::Corrupt("the digest of a note".to_owned())),
        })
        .collect()
}

fn read_digest(bytes: &[u8]) -> Result<Digest, LedgerError> {
    bytes.try_into().map(Digest::new).map_err(|_| LedgerError::Corrupt("the digest of a note".to_owned()))
}
