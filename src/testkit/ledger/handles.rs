//! One ledger behind several handles, as several processes have it.

use std::sync::atomic::{AtomicUsize, Ordering};

use async_trait::async_trait;
use chrono::{DateTime, Utc};

use crate::port::{
    Digest, Head, Leases, LedgerError, ListName, Note, Notes, Opened, Opening, Requests, Sealed, Seals,
    Standing,
};
use crate::request::RequestId;

/// Handles on one ledger: each call goes to the next of them. So the laws are tried on what several processes see of it,
/// and those of many callers at once with callers in several processes.
#[derive(Debug)]
pub struct Handles<L> {
    first: L,
    others: Vec<L>,
    calls: AtomicUsize,
}

impl<L> Handles<L> {
    /// These handles in turn.
    pub fn new(first: L, others: impl IntoIterator<Item = L>) -> Self {
        Self { first, others: others.into_iter().collect(), calls: AtomicUsize::new(0) }
    }

    fn next(&self) -> &L {
        let turn = self.calls.fetch_add(1, Ordering::Relaxed) % (self.others.len() + 1);
        self.others.get(turn).unwrap_or(&self.first)
    }
}

#[async_trait]
impl<L: Requests> Requests for Handles<L> {
    async fn open(&self, opening: &Opening) -> Result<Opened, LedgerError> {
        self.next().open(opening).await
    }

    async fn load(&self, id: RequestId) -> Result<Option<Standing>, LedgerError> {
        self.next().load(id).await
    }

    async fn find_by_code(&self, code: Digest) -> Result<Option<RequestId>, LedgerError> {
        self.next().find_by_code(code).await
    }

    async fn add_code(&self, id: RequestId, code: Digest) -> Result<(), LedgerError> {
        self.next().add_code(id, code).await
    }

    async fn append(
        &self,
        id: RequestId,
        expected: u64,
        head: &Head,
        lines: &[String],
    ) -> Result<u64, LedgerError> {
        self.next().append(id, expected, head, lines).await
    }

    async fn journal(&self, id: RequestId, from: u64, limit: usize) -> Result<Vec<String>, LedgerError> {
        self.next().journal(id, from, limit).await
    }
}

#[async_trait]
impl<L: Leases> Leases for Handles<L> {
    async fn claim_due(
        &self,
        now: DateTime<Utc>,
        until: DateTime<Utc>,
    ) -> Result<Option<RequestId>, LedgerError> {
        self.next().claim_due(now, until).await
    }

    async fn claim(
        &self,
        id: RequestId,
        now: DateTime<Utc>,
        until: DateTime<Utc>,
    ) -> Result<bool, LedgerError> {
        self.next().claim(id, now, until).await
    }

    async fn release(&self, id: RequestId) -> Result<(), LedgerError> {
        self.next().release(id).await
    }
}

#[async_trait]
impl<L: Seals> Seals for Handles<L> {
    async fn seal(&self, id: RequestId, sealed: &Sealed) -> Result<(), LedgerError> {
        self.next().seal(id, sealed).await
    }

    async fn unseal(&self, id: RequestId) -> Result<Option<Sealed>, LedgerError> {
        self.next().unseal(id).await
    }

    async fn shred(&self, id: RequestId) -> Result<(), LedgerError> {
        self.next().shred(id).await
    }
}

#[async_trait]
impl<L: Notes> Notes for Handles<L> {
    async fn note(&self, id: RequestId, list: &ListName, notes: &[Note]) -> Result<u64, LedgerError> {
        self.next().note(id, list, notes).await
    }

    async fn notes(
        &self,
        id: RequestId,
        list: &ListName,
        after: u64,
        limit: usize,
    ) -> Result<Vec<(u64, Note)>, LedgerError> {
        self.next().notes(id, list, after, limit).await
    }

    async fn noted(
        &self,
        id: RequestId,
        list: &ListName,
        digests: &[Digest],
    ) -> Result<Vec<Digest>, LedgerError> {
        self.next().noted(id, list, digests).await
    }

    async fn forget(&self, id: RequestId, lists: &[ListName]) -> Result<(), LedgerError> {
        self.next().forget(id, lists).await
    }
}
