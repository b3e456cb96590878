//! A fuse that blows at one call of a port, as if the process had died there.

use std::future::{Future, poll_fn};
use std::pin::pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::task::Poll;

use async_trait::async_trait;
use chrono::{DateTime, Utc};
use oubliette::port::{
    Capabilities, Description, Digest, FieldMask, Head, Holds, Leases, LedgerError, ListName, Note, Notes,
    Opened, Opening, Page, Place, Record, Requests, Sealed, Seals, Selection, Standing, Store, StoreError,
};
use oubliette::request::{RequestId, RequestState};

/// Counts calls of ports and never returns from one of them, as if the process had died there.
#[derive(Debug, Clone)]
pub struct Fuse {
    calls: Arc<AtomicUsize>,
    has_blown: Arc<AtomicBool>,
    blows_at: usize,
    after_the_work: bool,
}

impl Fuse {
    pub fn new(blows_at: usize, after_the_work: bool) -> Self {
        Self { calls: Arc::default(), has_blown: Arc::default(), blows_at, after_the_work }
    }

    /// Does this work, unless it is its turn to blow.
    pub async fn guard<T>(&self, work: impl Future<Output = T>) -> T {
        let blows = self.calls.fetch_add(1, Ordering::Relaxed) == self.blows_at;
        if blows && !self.after_the_work {
            self.blow().await;
        }
        let done = work.await;
        if blows {
            self.blow().await;
        }
        done
    }

    async fn blow(&self) {
        self.has_blown.store(true, Ordering::Relaxed);
        std::future::pending().await
    }

    /// What comes of a future unless the fuse blows in it; it is dropped then, wherever it waits.
    pub async fn until_it_blows<T>(&self, future: impl Future<Output = T>) -> Option<T> {
        let mut future = pin!(future);
        poll_fn(|context| match future.as_mut().poll(context) {
            Poll::Ready(done) => Poll::Ready(Some(done)),
            Poll::Pending if self.has_blown.load(Ordering::Relaxed) => Poll::Ready(None),
            Poll::Pending => Poll::Pending,
        })
        .await
    }
}

/// A port whose calls may never return.
#[derive(Debug)]
pub struct Fused<T>(pub T, pub Fuse);

#[async_trait]
impl<S: Store> Store for Fused<S> {
    fn capabilities(&self) -> Capabilities {
        self.0.capabilities()
    }
    async fn describe(&self, place: &Place) -> Result<Description, StoreError> {
        self.0.describe(place).await
    }
    async fn count(&self, place: &Place, selection: &Selection) -> Result<u64, StoreError> {
        self.1.guard(self.0.count(place, selection)).await
    }
    async fn read(
        &self,
        place: &Place,
        fields: &[String],
        selection: &Selection,
        page: Page<'_>,
    ) -> Result<Vec<Record>, StoreError> {
        self.1.guard(self.0.read(place, fields, selection, page)).await
    }
    async fn erase(&self, place: &Place, selection: &Selection, limit: usize) -> Result<u64, StoreError> {
        self.1.guard(self.0.erase(place, selection, limit)).await
    }
    async fn mask(
        &self,
        place: &Place,
        masks: &[FieldMask],
        selection: &Selection,
    ) -> Result<u64, StoreError> {
        self.1.guard(self.0.mask(place, masks, selection)).await
    }
}

#[async_trait]
impl<L: Requests> Requests for Fused<L> {
    async fn open(&self, opening: &Opening) -> Result<Opened, LedgerError> {
        self.0.open(opening).await
    }
    async fn load(&self, id: RequestId) -> Result<Option<Standing>, LedgerError> {
        self.0.load(id).await
    }
    async fn find_by_code(&self, code: Digest) -> Result<Option<RequestId>, LedgerError> {
        self.0.find_by_code(code).await
    }
    async fn add_code(&self, id: RequestId, code: Digest) -> Result<(), LedgerError> {
        self.0.add_code(id, code).await
    }
    async fn append(
        &self,
        id: RequestId,
        expected: u64,
        head: &Head,
        lines: &[String],
    ) -> Result<u64, LedgerError> {
        self.1.guard(self.0.append(id, expected, head, lines)).await
    }
    async fn list(
        &self,
        states: &[RequestState],
        after: Option<RequestId>,
        limit: usize,
    ) -> Result<Vec<Standing>, LedgerError> {
        self.0.list(states, after, limit).await
    }
    async fn journal(&self, id: RequestId, from: u64, limit: usize) -> Result<Vec<String>, LedgerError> {
        self.0.journal(id, from, limit).await
    }
}

#[async_trait]
impl<L: Leases> Leases for Fused<L> {
    async fn claim_due(
        &self,
        now: DateTime<Utc>,
        until: DateTime<Utc>,
    ) -> Result<Option<RequestId>, LedgerError> {
        self.0.claim_due(now, until).await
    }
    async fn claim(
        &self,
        id: RequestId,
        now: DateTime<Utc>,
        until: DateTime<Utc>,
    ) -> Result<bool, LedgerError> {
        self.1.guard(self.0.claim(id, now, until)).await
    }
    async fn release(&self, id: RequestId) -> Result<(), LedgerError> {
        self.1.guard(self.0.release(id)).await
    }
}

#[async_trait]
impl<L: Seals> Seals for Fused<L> {
    async fn seal(&self, id: RequestId, sealed: &Sealed) -> Result<(), LedgerError> {
        self.1.guard(self.0.seal(id, sealed)).await
    }
    async fn unseal(&self, id: RequestId) -> Result<Option<Sealed>, LedgerError> {
        self.0.unseal(id).await
    }
    async fn shred(&self, id: RequestId) -> Result<(), LedgerError> {
        self.1.guard(self.0.shred(id)).await
    }
}

#[async_trait]
impl<L: Notes> Notes for Fused<L> {
    async fn note(&self, id: RequestId, list: &ListName, notes: &[Note]) -> Result<u64, LedgerError> {
        self.1.guard(self.0.note(id, list, notes)).await
    }
    async fn notes(
        &self,
        id: RequestId,
        list: &ListName,
        after: u64,
        limit: usize,
    ) -> Result<Vec<(u64, Note)>, LedgerError> {
        self.0.notes(id, list, after, limit).await
    }
    async fn noted(
        &self,
        id: RequestId,
        list: &ListName,
        digests: &[Digest],
    ) -> Result<Vec<Digest>, LedgerError> {
        self.0.noted(id, list, digests).await
    }
    async fn forget(&self, id: RequestId, lists: &[ListName]) -> Result<(), LedgerError> {
        self.1.guard(self.0.forget(id, lists)).await
    }
}

#[async_trait]
impl<L: Holds> Holds for Fused<L> {
    async fn place(&self, matter: Digest, former: &[Digest], hold: &Sealed) -> Result<(), LedgerError> {
        self.1.guard(self.0.place(matter, former, hold)).await
    }
    async fn lift(&self, matter: &[Digest]) -> Result<bool, LedgerError> {
        self.1.guard(self.0.lift(matter)).await
    }
    async fn placed(&self) -> Result<Vec<Sealed>, LedgerError> {
        self.0.placed().await
    }
}
