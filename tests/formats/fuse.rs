//! Ports that do not return from one chosen call, as if the process had died there, or that fail at it.

use std::fmt;
use std::future::Future;
use std::pin::pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::task::Poll;

use async_trait::async_trait;
use chrono::{DateTime, Utc};
use oubliette::port::{
    Capabilities, Description, Digest, FieldMask, Head, Holds, Leases, LedgerError, ListName, Note, Notes,
    Opened, Opening, Page, Place, Record, Requests, Sealed, Seals, Selection, Standing, Store, StoreError,
    StoreErrorKind,
};
use oubliette::request::{RequestId, RequestState};

use super::databases::Ports;
use super::states::{Call, Trouble, When};

/// The trouble that is to come, and whether it came.
#[derive(Debug, Clone)]
pub struct Fuse(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    trouble: Trouble,
    met: AtomicU32,
    has_blown: AtomicBool,
}

impl Fuse {
    pub fn new(trouble: Trouble) -> Self {
        Self(Arc::new(Inner { trouble, met: AtomicU32::new(0), has_blown: AtomicBool::new(false) }))
    }

    /// The same ports, with this fuse in every call.
    pub fn in_front_of(&self, ports: &Ports) -> Ports {
        Ports {
            store: Arc::new(Fused(ports.store.clone(), self.clone())),
            ledger: Arc::new(Fused(ports.ledger.clone(), self.clone())),
        }
    }

    /// Drives a future until it is done, or until the fuse has blown inside of it.
    pub async fn watch<T>(&self, future: impl Future<Output = T>) -> Option<T> {
        let mut future = pin!(future);
        std::future::poll_fn(|context| match future.as_mut().poll(context) {
            Poll::Ready(done) => Poll::Ready(Some(done)),
            Poll::Pending if self.0.has_blown.load(Ordering::SeqCst) => Poll::Ready(None),
            Poll::Pending => Poll::Pending,
        })
        .await
    }

    /// What happens at a call, if it is the one: asked once for each.
    fn meet(&self, is_it: impl Fn(Call) -> bool) -> Option<When> {
        let Trouble { when, call, nth } = self.0.trouble;
        (is_it(call) && self.0.met.fetch_add(1, Ordering::SeqCst) + 1 == nth).then_some(when)
    }

    async fn guard<T>(&self, is_it: impl Fn(Call) -> bool, work: impl Future<Output = T>) -> T {
        let when = self.meet(is_it);
        if when == Some(When::Before) {
            self.blow().await;
        }
        let done = work.await;
        if when == Some(When::After) {
            self.blow().await;
        }
        done
    }

    async fn guard_store(
        &self,
        is_it: impl Fn(Call) -> bool,
        work: impl Future<Output = Result<u64, StoreError>>,
    ) -> Result<u64, StoreError> {
        let Trouble { when, .. } = self.0.trouble;
        if when == When::Fails && self.meet(&is_it).is_some() {
            return Err(StoreError::new(StoreErrorKind::Unavailable, "erase", "the store is away"));
        }
        self.guard(|call| when != When::Fails && is_it(call), work).await
    }

    async fn blow(&self) {
        self.0.has_blown.store(true, Ordering::SeqCst);
        std::future::pending::<()>().await;
    }
}

/// A port with a fuse.
struct Fused<T>(T, Fuse);

impl<T: fmt::Debug> fmt::Debug for Fused<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

#[async_trait]
impl<S: Store> Store for Fused<S> {
    fn capabilities(&self) -> Capabilities {
        self.0.capabilities()
    }
    async fn describe(&self, place: &Place) -> Result<Description, StoreError> {
        self.0.describe(place).await
    }
    async fn count(&self, place: &Place, selection: &Selection) -> Result<u64, StoreError> {
        self.0.count(place, selection).await
    }
    async fn read(
        &self,
        place: &Place,
        fields: &[String],
        selection: &Selection,
        page: Page<'_>,
    ) -> Result<Vec<Record>, StoreError> {
        self.0.read(place, fields, selection, page).await
    }
    async fn erase(&self, place: &Place, selection: &Selection, limit: usize) -> Result<u64, StoreError> {
        let is_it = |call| matches!(call, Call::Erase(table) if table == place.table());
        self.1.guard_store(is_it, self.0.erase(place, selection, limit)).await
    }
    async fn mask(
        &self,
        place: &Place,
        masks: &[FieldMask],
        selection: &Selection,
    ) -> Result<u64, StoreError> {
        let is_it = |call| matches!(call, Call::Mask(table) if table == place.table());
        self.1.guard_store(is_it, self.0.mask(place, masks, selection)).await
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
        let is_it = |call| match call {
            Call::Line(text) => lines.iter().any(|line| line.contains(text)),
            // The end of any other step is written together with the beginning of the next one.
            Call::EndOfLastStep => lines.iter().all(|line| line.contains("step_ended")),
            _ => false,
        };
        self.1.guard(is_it, self.0.append(id, expected, head, lines)).await
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
        self.0.claim(id, now, until).await
    }
    async fn release(&self, id: RequestId) -> Result<(), LedgerError> {
        self.0.release(id).await
    }
}

#[async_trait]
impl<L: Seals> Seals for Fused<L> {
    async fn seal(&self, id: RequestId, sealed: &Sealed) -> Result<(), LedgerError> {
        self.1.guard(|call| call == Call::Seal, self.0.seal(id, sealed)).await
    }
    async fn unseal(&self, id: RequestId) -> Result<Option<Sealed>, LedgerError> {
        self.0.unseal(id).await
    }
    async fn shred(&self, id: RequestId) -> Result<(), LedgerError> {
        self.1.guard(|call| call == Call::Shred, self.0.shred(id)).await
    }
}

#[async_trait]
impl<L: Notes> Notes for Fused<L> {
    async fn note(&self, id: RequestId, list: &ListName, notes: &[Note]) -> Result<u64, LedgerError> {
        let is_it = |call| matches!(call, Call::Note(name) if name == list.as_str());
        self.1.guard(is_it, self.0.note(id, list, notes)).await
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
        self.0.forget(id, lists).await
    }
}

#[async_trait]
impl<L: Holds> Holds for Fused<L> {
    async fn place(&self, matter: Digest, former: &[Digest], hold: &Sealed) -> Result<(), LedgerError> {
        self.0.place(matter, former, hold).await
    }
    async fn lift(&self, matter: &[Digest]) -> Result<bool, LedgerError> {
        self.0.lift(matter).await
    }
    async fn placed(&self) -> Result<Vec<Sealed>, LedgerError> {
        self.0.placed().await
    }
}
