//! A ledger in memory.

use std::collections::{BTreeSet, HashMap};
use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use async_trait::async_trait;
use chrono::{DateTime, Utc};

use crate::port::{
    Digest, Head, Holds, Leases, LedgerError, ListName, Note, NoteLists, Notes, Opened, Opening, Requests,
    Sealed, Seals, Standing,
};
use crate::request::{RequestId, RequestState};

/// A ledger that keeps its books in memory, for tests: it is as durable as the process. A clone is another handle on
/// the same books.
#[derive(Clone, Default)]
pub struct MemoryLedger(Arc<Mutex<Books>>);

#[derive(Default)]
struct Books {
    requests: HashMap<RequestId, Entry>,
    by_idempotency: HashMap<Digest, RequestId>,
    by_code: HashMap<Digest, RequestId>,
    due: BTreeSet<(DateTime<Utc>, RequestId)>,
    holds: HashMap<Digest, Sealed>,
}

struct Entry {
    head: Head,
    journal: Vec<String>,
    sealed: Option<Sealed>,
    leased_until: Option<DateTime<Utc>>,
    notes: NoteLists,
}

impl MemoryLedger {
    /// A ledger without requests.
    pub fn new() -> Self {
        Self::default()
    }

    /// The names of the lists in which anything is noted for a request: what a test looks at that asks whether a request has
    /// left anything behind.
    pub fn lists(&self, id: RequestId) -> Vec<ListName> {
        self.books().requests.get(&id).map(|entry| entry.notes.names()).unwrap_or_default()
    }

    fn books(&self) -> MutexGuard<'_, Books> {
        // A panic elsewhere leaves the books whole: no method can stop between two of its changes.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Books {
    fn entry(&mut self, id: RequestId) -> Result<&mut Entry, LedgerError> {
        self.requests.get_mut(&id).ok_or(LedgerError::Unknown(id))
    }
}

impl Entry {
    fn version(&self) -> u64 {
        self.journal.len() as u64
    }

    fn is_leased(&self, now: DateTime<Utc>) -> bool {
        self.leased_until.is_some_and(|until| until > now)
    }
}

/// Shows how much is in the books, not what.
impl fmt::Debug for MemoryLedger {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("MemoryLedger").field("requests", &self.books().requests.len()).finish_non_exhaustive()
    }
}

#[async_trait]
impl Requests for MemoryLedger {
    async fn open(&self, opening: &Opening) -> Result<Opened, LedgerError> {
        let mut books = self.books();
        let digests = std::iter::once(&opening.idempotency).chain(&opening.former);
        if let Some(there) = digests.filter_map(|digest| books.by_idempotency.get(digest)).next() {
            return Ok(Opened::AlreadyThere(*there));
        }
        if books.requests.contains_key(&opening.id) || books.by_code.contains_key(&opening.code) {
            return Err(LedgerError::Conflict(opening.id));
        }
        let entry = Entry {
            head: opening.head.clone(),
            journal: opening.lines.clone(),
            sealed: Some(opening.sealed.clone()),
            leased_until: None,
            notes: NoteLists::default(),
        };
        books.requests.insert(opening.id, entry);
        books.by_idempotency.insert(opening.idempotency, opening.id);
        books.by_code.insert(opening.code, opening.id);
        books.due.extend(opening.head.due.map(|due| (due, opening.id)));
        Ok(Opened::Created)
    }

    async fn load(&self, id: RequestId) -> Result<Option<Standing>, LedgerError> {
        Ok(self.books().requests.get(&id).map(|entry| Standing {
            id,
            version: entry.version(),
            head: entry.head.clone(),
        }))
    }

    async fn find_by_code(&self, code: Digest) -> Result<Option<RequestId>, LedgerError> {
        Ok(self.books().by_code.get(&code).copied())
    }

    async fn add_code(&self, id: RequestId, code: Digest) -> Result<(), LedgerError> {
        let mut books = self.books();
        books.entry(id)?;
        if *books.by_code.entry(code).or_insert(id) == id { Ok(()) } else { Err(LedgerError::Conflict(id)) }
    }

    async fn append(
        &self,
        id: RequestId,
        expected: u64,
        head: &Head,
        lines: &[String],
    ) -> Result<u64, LedgerError> {
        let mut books = self.books();
        let entry = books.entry(id)?;
        if entry.version() != expected {
            return Err(LedgerError::Conflict(id));
        }
        entry.journal.extend_from_slice(lines);
        let version = entry.version();
        let before = std::mem::replace(&mut entry.head, head.clone());
        if let Some(due) = before.due {
            books.due.remove(&(due, id));
        }
        books.due.extend(head.due.map(|due| (due, id)));
        Ok(version)
    }

    async fn list(
        &self,
        states: &[RequestState],
        after: Option<RequestId>,
        limit: usize,
    ) -> Result<Vec<Standing>, LedgerError> {
        let books = self.books();
        let found = books.requests.iter().filter(|(id, entry)| {
            states.contains(&entry.head.state) && after.is_none_or(|after| **id > after)
        });
        let mut found: Vec<Standing> = found
            .map(|(id, entry)| Standing { id: *id, version: entry.version(), head: entry.head.clone() })
            .collect();
        found.sort_by_key(|standing| standing.id);
        found.truncate(limit);
        Ok(found)
    }

    async fn journal(&self, id: RequestId, from: u64, limit: usize) -> Result<Vec<String>, LedgerError> {
        let books = self.books();
        let journal = books.requests.get(&id).map(|entry| entry.journal.as_slice());
        let from = usize::try_from(from).unwrap_or(usize::MAX);
        let rest = journal.and_then(|journal| journal.get(from..)).unwrap_or_default();
        Ok(rest.iter().take(limit).cloned().collect())
    }
}

#[async_trait]
impl Leases for MemoryLedger {
    async fn claim_due(
        &self,
        now: DateTime<Utc>,
        until: DateTime<Utc>,
    ) -> Result<Option<RequestId>, LedgerError> {
        let mut books = self.books();
        let is_free = |id: &RequestId| books.requests.get(id).is_some_and(|entry| !entry.is_leased(now));
        let found = books.due.iter().take_while(|(due, _)| *due <= now).map(|(_, id)| *id).find(is_free);
        if let Some(id) = found {
            books.entry(id)?.leased_until = Some(until);
        }
        Ok(found)
    }

    async fn claim(
        &self,
        id: RequestId,
        now: DateTime<Utc>,
        until: DateTime<Utc>,
    ) -> Result<bool, LedgerError> {
        let mut books = self.books();
        let entry = books.entry(id)?;
        if entry.is_leased(now) {
            return Ok(false);
        }
        entry.leased_until = Some(until);
        Ok(true)
    }

    async fn release(&self, id: RequestId) -> Result<(), LedgerError> {
        if let Some(entry) = self.books().requests.get_mut(&id) {
            entry.leased_until = None;
        }
        Ok(())
    }
}

#[async_trait]
impl Seals for MemoryLedger {
    async fn seal(&self, id: RequestId, sealed: &Sealed) -> Result<(), LedgerError> {
        self.books().entry(id)?.sealed = Some(sealed.clone());
        Ok(())
    }

    async fn unseal(&self, id: RequestId) -> Result<Option<Sealed>, LedgerError> {
        Ok(self.books().requests.get(&id).and_then(|entry| entry.sealed.clone()))
    }

    async fn shred(&self, id: RequestId) -> Result<(), LedgerError> {
        if let Some(entry) = self.books().requests.get_mut(&id) {
            entry.sealed = None;
            entry.notes.shred();
        }
        Ok(())
    }
}

#[async_trait]
impl Notes for MemoryLedger {
    async fn note(&self, id: RequestId, list: &ListName, notes: &[Note]) -> Result<u64, LedgerError> {
        Ok(self.books().entry(id)?.notes.note(list, notes))
    }

    async fn notes(
        &self,
        id: RequestId,
        list: &ListName,
        after: u64,
        limit: usize,
    ) -> Result<Vec<(u64, Note)>, LedgerError> {
        let books = self.books();
        Ok(books.requests.get(&id).map(|entry| entry.notes.notes(list, after, limit)).unwrap_or_default())
    }

    async fn noted(
        &self,
        id: RequestId,
        list: &ListName,
        digests: &[Digest],
    ) -> Result<Vec<Digest>, LedgerError> {
        let books = self.books();
        Ok(books.requests.get(&id).map(|entry| entry.notes.noted(list, digests)).unwrap_or_default())
    }

    async fn forget(&self, id: RequestId, lists: &[ListName]) -> Result<(), LedgerError> {
        if let Some(entry) = self.books().requests.get_mut(&id) {
            entry.notes.forget(lists);
        }
        Ok(())
    }
}

#[async_trait]
impl Holds for MemoryLedger {
    async fn place(&self, matter: Digest, former: &[Digest], hold: &Sealed) -> Result<(), LedgerError> {
        let mut books = self.books();
        books.holds.retain(|known, _| !former.contains(known));
        books.holds.insert(matter, hold.clone());
        Ok(())
    }

    async fn lift(&self, matter: &[Digest]) -> Result<bool, LedgerError> {
        let mut books = self.books();
        let before = books.holds.len();
        books.holds.retain(|known, _| !matter.contains(known));
        Ok(books.holds.len() < before)
    }

    async fn placed(&self) -> Result<Vec<Sealed>, LedgerError> {
        Ok(self.books().holds.values().cloned().collect())
    }
}
