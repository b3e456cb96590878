//! A gate before every call of a port: whoever calls waits there until the schedule lets it go on.

use std::collections::VecDeque;
use std::future::{Future, poll_fn};
use std::pin::Pin;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::task::Poll;

use async_trait::async_trait;
use chrono::{DateTime, Utc};
use oubliette::port::{
    Capabilities, Change, Description, Digest, FieldMask, Head, Holds, Leases, LedgerError, ListName, Note,
    Notes, Opened, Opening, Page, Place, Record, Requests, Sealed, Seals, Selection, Standing, Store,
    StoreError,
};
use oubliette::request::{RequestId, RequestState};

/// So many calls are remembered for a failing test's message.
const MAX_REMEMBERED: usize = 400;

/// One worker's gate. A clone is another handle on it.
#[derive(Debug, Clone)]
pub struct Gate {
    /// Who waits here, for a failing test's message.
    worker: String,
    state: Arc<State>,
}

#[derive(Debug, Default)]
struct State {
    /// Whether everybody may pass, as if there were no gate.
    is_open: AtomicBool,
    /// Whether the worker waits here.
    is_waiting: AtomicBool,
    /// Whether the next call may pass.
    has_leave: AtomicBool,
    /// Whether the call that waits here would change a record.
    would_write: AtomicBool,
    /// Whether the last call may have changed a record.
    has_written: AtomicBool,
    /// The calls that changed something or failed, in words.
    told: Mutex<VecDeque<String>>,
}

impl Gate {
    pub fn new(worker: String) -> Self {
        Self { worker, state: Arc::default() }
    }

    /// The same gate for one more worker.
    #[cfg(any(feature = "postgres", feature = "mysql"))]
    pub fn also_of(&self, worker: String) -> Self {
        Self { worker, state: Arc::clone(&self.state) }
    }

    /// Nobody waits any more.
    pub fn open(&self) {
        self.state.is_open.store(true, Ordering::SeqCst);
    }

    /// Whether a record may have been changed since this was asked last.
    pub fn has_written(&self) -> bool {
        self.state.has_written.swap(false, Ordering::SeqCst)
    }

    /// Whether the worker waits here to change a record.
    pub fn would_write(&self) -> bool {
        self.state.would_write.load(Ordering::SeqCst)
    }

    /// What was called since this was asked last.
    pub fn told(&self) -> Vec<String> {
        self.state.told.lock().unwrap().drain(..).collect()
    }

    /// Lets a worker make one call, and go on to its next one; what comes of it, if that was its last.
    pub async fn step<T>(&self, worker: &mut Pin<Box<dyn Future<Output = T> + '_>>) -> Option<T> {
        self.state.has_leave.store(true, Ordering::SeqCst);
        self.state.is_waiting.store(false, Ordering::SeqCst);
        poll_fn(|context| match worker.as_mut().poll(context) {
            Poll::Ready(done) => Poll::Ready(Some(done)),
            Poll::Pending if self.state.is_waiting.load(Ordering::SeqCst) => Poll::Ready(None),
            Poll::Pending => Poll::Pending,
        })
        .await
    }

    async fn pass(&self, would_write: bool) {
        poll_fn(|_| {
            let may_pass = self.state.is_open.load(Ordering::SeqCst)
                || self.state.has_leave.swap(false, Ordering::SeqCst);
            self.state.would_write.store(would_write && !may_pass, Ordering::SeqCst);
            self.state.is_waiting.store(!may_pass, Ordering::SeqCst);
            // Nobody wakes it: whoever gives leave polls it.
            if may_pass { Poll::Ready(()) } else { Poll::Pending }
        })
        .await;
    }

    fn tell(&self, words: String) {
        let mut told = self.state.told.lock().unwrap();
        if told.len() == MAX_REMEMBERED {
            told.pop_front();
        }
        told.push_back(words);
    }

    /// Makes a call of a store that changes nothing.
    async fn call<T>(
        &self,
        what: &str,
        place: &Place,
        shown: impl FnOnce(&T) -> String,
        call: impl Future<Output = Result<T, StoreError>>,
    ) -> Result<T, StoreError> {
        self.pass(false).await;
        let result = call.await;
        self.tell_result(what, place, shown, &result);
        result
    }

    /// Makes a call of a store that changes records.
    async fn change(
        &self,
        what: &str,
        place: &Place,
        call: impl Future<Output = Result<u64, StoreError>>,
    ) -> Result<u64, StoreError> {
        self.pass(true).await;
        let result = call.await;
        self.state.has_written.store(true, Ordering::SeqCst);
        self.tell_result(what, place, u64::to_string, &result);
        result
    }

    fn tell_result<T>(
        &self,
        what: &str,
        place: &Place,
        shown: impl FnOnce(&T) -> String,
        result: &Result<T, StoreError>,
    ) {
        let outcome = result.as_ref().map_or_else(ToString::to_string, shown);
        self.tell(format!("{}: {what} {}: {outcome}", self.worker, place.table()));
    }

    async fn keep<T>(
        &self,
        what: &str,
        call: impl Future<Output = Result<T, LedgerError>>,
    ) -> Result<T, LedgerError> {
        self.pass(false).await;
        let result = call.await;
        let outcome = result.as_ref().map_or_else(ToString::to_string, |_| "done".to_owned());
        self.tell(format!("{}: ledger, {what}: {outcome}", self.worker));
        result
    }
}

/// A port whose calls wait at a gate.
#[derive(Debug)]
pub struct Gated<T>(pub T, pub Gate);

#[async_trait]
#[deny(clippy::missing_trait_methods, reason = "a method that falls back would pass by the gate")]
impl<S: Store> Store for Gated<S> {
    fn capabilities(&self) -> Capabilities {
        self.0.capabilities()
    }
    async fn describe(&self, place: &Place) -> Result<Description, StoreError> {
        self.0.describe(place).await
    }
    async fn count(&self, place: &Place, selection: &Selection) -> Result<u64, StoreError> {
        self.1.call("count", place, u64::to_string, self.0.count(place, selection)).await
    }
    async fn read(
        &self,
        place: &Place,
        fields: &[String],
        selection: &Selection,
        page: Page<'_>,
    ) -> Result<Vec<Record>, StoreError> {
        let shown = |records: &Vec<Record>| records.len().to_string();
        self.1.call("read", place, shown, self.0.read(place, fields, selection, page)).await
    }
    async fn erase(&self, place: &Place, selection: &Selection, limit: usize) -> Result<u64, StoreError> {
        self.1.change("ERASE", place, self.0.erase(place, selection, limit)).await
    }
    async fn mask(
        &self,
        place: &Place,
        masks: &[FieldMask],
        selection: &Selection,
    ) -> Result<u64, StoreError> {
        let fields: Vec<&str> = masks.iter().map(|it| it.field.as_str()).collect();
        let what = format!("MASK {} in", fields.join(","));
        self.1.change(&what, place, self.0.mask(place, masks, selection)).await
    }
    fn key_named(&self, name: &str) -> Option<String> {
        self.0.key_named(name)
    }
    fn names_of(&self, key: &str) -> Vec<String> {
        self.0.names_of(key)
    }
    async fn broken_by(
        &self,
        place: &Place,
        masks: &[FieldMask],
        selection: &Selection,
    ) -> Result<Vec<String>, StoreError> {
        self.0.broken_by(place, masks, selection).await
    }
    async fn refusal_of(
        &self,
        place: &Place,
        change: Change<'_>,
        selection: &Selection,
    ) -> Result<Option<String>, StoreError> {
        self.0.refusal_of(place, change, selection).await
    }
    async fn is_linked_otherwise(
        &self,
        place: &Place,
        selection: &Selection,
        fields: &[String],
        to: &Place,
        to_fields: &[String],
    ) -> Result<bool, StoreError> {
        self.0.is_linked_otherwise(place, selection, fields, to, to_fields).await
    }
}

#[async_trait]
#[deny(clippy::missing_trait_methods, reason = "a method that falls back would pass by the gate")]
impl<L: Requests> Requests for Gated<L> {
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
        let what = format!("append {}", head.state);
        self.1.keep(&what, self.0.append(id, expected, head, lines)).await
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
#[deny(clippy::missing_trait_methods, reason = "a method that falls back would pass by the gate")]
impl<L: Leases> Leases for Gated<L> {
    async fn claim_due(
        &self,
        now: DateTime<Utc>,
        until: DateTime<Utc>,
    ) -> Result<Option<RequestId>, LedgerError> {
        self.1.keep("claim what is due", self.0.claim_due(now, until)).await
    }
    async fn claim(
        &self,
        id: RequestId,
        now: DateTime<Utc>,
        until: DateTime<Utc>,
    ) -> Result<bool, LedgerError> {
        self.1.keep("claim", self.0.claim(id, now, until)).await
    }
    async fn release(&self, id: RequestId) -> Result<(), LedgerError> {
        self.1.keep("release", self.0.release(id)).await
    }
}

#[async_trait]
#[deny(clippy::missing_trait_methods, reason = "a method that falls back would pass by the gate")]
impl<L: Seals> Seals for Gated<L> {
    async fn seal(&self, id: RequestId, sealed: &Sealed) -> Result<(), LedgerError> {
        self.1.keep("seal", self.0.seal(id, sealed)).await
    }
    async fn unseal(&self, id: RequestId) -> Result<Option<Sealed>, LedgerError> {
        self.0.unseal(id).await
    }
    async fn shred(&self, id: RequestId) -> Result<(), LedgerError> {
        self.1.keep("shred", self.0.shred(id)).await
    }
}

#[async_trait]
#[deny(clippy::missing_trait_methods, reason = "a method that falls back would pass by the gate")]
impl<L: Notes> Notes for Gated<L> {
    async fn note(&self, id: RequestId, list: &ListName, notes: &[Note]) -> Result<u64, LedgerError> {
        self.1.keep(&format!("note {list}"), self.0.note(id, list, notes)).await
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
        self.1.keep("forget", self.0.forget(id, lists)).await
    }
}

#[async_trait]
#[deny(clippy::missing_trait_methods, reason = "a method that falls back would pass by the gate")]
impl<L: Holds> Holds for Gated<L> {
    async fn place(&self, matter: Digest, former: &[Digest], hold: &Sealed) -> Result<(), LedgerError> {
        self.1.keep("place a hold", self.0.place(matter, former, hold)).await
    }
    async fn lift(&self, matter: &[Digest]) -> Result<bool, LedgerError> {
        self.1.keep("lift a hold", self.0.lift(matter)).await
    }
    async fn placed(&self) -> Result<Vec<Sealed>, LedgerError> {
        self.0.placed().await
    }
}
