//! The contract of the ledger: the engine's own memory of requests, which outlives every crash.
//!
//! The engine seals everything personal before it hands it over, and works out every digest: an implementation sees
//! states, times, journal texts without personal data, and bytes that it cannot read.

use std::fmt;

use async_trait::async_trait;
use chrono::{DateTime, Utc};

use crate::request::{RequestId, RequestState};

/// A keyed digest by which something is recognised without being known: a code, a repeated request, a noted record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Digest([u8; 32]);

impl Digest {
    /// The digest with these bytes.
    pub fn new(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    /// The bytes.
    pub fn bytes(&self) -> &[u8; 32] {
        &self.0
    }
}

/// Bytes that only the engine can read: identifiers, or the key of a record, sealed with an authenticated cipher.
#[derive(Clone, PartialEq, Eq)]
pub struct Sealed(Vec<u8>);

impl Sealed {
    /// These bytes, which have to be sealed already.
    pub fn new(bytes: Vec<u8>) -> Self {
        Self(bytes)
    }

    /// The bytes.
    pub fn bytes(&self) -> &[u8] {
        &self.0
    }
}

impl fmt::Debug for Sealed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Sealed({} bytes)", self.0.len())
    }
}

/// Where a request stands: what has to be found quickly, beside the journal that holds everything.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Head {
    /// Its state.
    pub state: RequestState,
    /// From when on there is something to do; `None` where only a person or an event can move it.
    pub due: Option<DateTime<Utc>>,
}

/// A request as it is opened.
#[derive(Debug, Clone)]
pub struct Opening {
    /// Its id, fresh.
    pub id: RequestId,
    /// Recognises the same request when it comes again.
    pub idempotency: Digest,
    /// Recognises its confirmation code.
    pub code: Digest,
    /// Where it stands.
    pub head: Head,
    /// Who it is about, sealed.
    pub sealed: Sealed,
    /// The first lines of its journal.
    pub lines: Vec<String>,
}

/// What became of [`Ledger::open`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Opened {
    /// The request is new and now durable.
    Created,
    /// A request with that idempotency digest was there already; nothing was written.
    AlreadyThere(RequestId),
}

/// A request as the ledger has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standing {
    /// Its id.
    pub id: RequestId,
    /// How many journal lines it has: the version that the next [`Ledger::append`] has to name.
    pub version: u64,
    /// Where it stands.
    pub head: Head,
}

/// A record that was noted before the links that lead to it are cut.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// Recognises the record, so that it is noted once.
    pub digest: Digest,
    /// Its key and what else is needed, sealed.
    pub sealed: Sealed,
}

/// What can go wrong in a ledger.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum LedgerError {
    /// Somebody else has appended since the version that was named, or holds the lease.
    #[error("request {0} was moved on by somebody else; load it again")]
    Conflict(RequestId),
    /// There is no such request.
    #[error("the ledger knows no request {0}")]
    Unknown(RequestId),
    /// The ledger cannot be reached or is busy; trying again later may help.
    #[error("the ledger is not available: {0}")]
    Unavailable(String),
    /// What the ledger holds cannot be read.
    #[error("the ledger holds something that cannot be read: {0}")]
    Corrupt(String),
}

/// Requests, their journals, what is sealed beside them, and what was noted for them.
///
/// Every method that writes is durable when it returns, and atomic: all of it or nothing. What fails writes nothing.
/// Times are kept to the millisecond; texts and bytes are kept as they are.
///
/// The feature `testkit` has a law for every sentence of this contract.
#[async_trait]
pub trait Ledger: fmt::Debug + Send + Sync + 'static {
    /// Opens a request unless one with the same idempotency digest is there.
    ///
    /// - *Requires*: an id and a code digest that no other request has; otherwise `Conflict`.
    /// - *Idempotence*: insert-if-absent; of two callers at once exactly one creates.
    async fn open(&self, opening: &Opening) -> Result<Opened, LedgerError>;

    /// Where a request stands.
    ///
    /// - *On absence*: `None`.
    async fn load(&self, id: RequestId) -> Result<Option<Standing>, LedgerError>;

    /// The request with that confirmation code.
    ///
    /// - *On absence*: `None`, which must never be read as "deleted".
    async fn find_by_code(&self, code: Digest) -> Result<Option<RequestId>, LedgerError>;

    /// Gives a request one more code by which it is found.
    ///
    /// - *Idempotence*: a code that the request has already stays; one that another request has is a `Conflict`.
    /// - *On absence*: `Unknown`.
    async fn add_code(&self, id: RequestId, code: Digest) -> Result<(), LedgerError>;

    /// Appends lines to the journal and moves the head, if the journal has exactly `expected` lines; answers the new version.
    ///
    /// - *Atomicity*: compare-and-set. Of two callers with the same `expected` exactly one succeeds, the other gets `Conflict`.
    /// - *On absence*: `Unknown`.
    async fn append(
        &self,
        id: RequestId,
        expected: u64,
        head: &Head,
        lines: &[String],
    ) -> Result<u64, LedgerError>;

    /// At most `limit` lines of the journal in their order, from line number `from` (the first is 0) on.
    ///
    /// - *On absence*: no lines.
    async fn journal(&self, id: RequestId, from: u64, limit: usize) -> Result<Vec<String>, LedgerError>;

    /// Claims the request that has been due longest, is not leased at `now`, and leases it until `until`.
    ///
    /// A request is due from the very instant of its head on. A lease ends with the instant that it names: from that on
    /// anybody may claim. What the holder appends does not end it.
    ///
    /// - *Atomicity*: no two claimants get the same request within its lease.
    /// - *On absence*: `None` where nothing is due.
    async fn claim_due(
        &self,
        now: DateTime<Utc>,
        until: DateTime<Utc>,
    ) -> Result<Option<RequestId>, LedgerError>;

    /// Leases one request until `until`; false where it is leased beyond `now` already.
    ///
    /// - *On absence*: `Unknown`.
    async fn claim(
        &self,
        id: RequestId,
        now: DateTime<Utc>,
        until: DateTime<Utc>,
    ) -> Result<bool, LedgerError>;

    /// Ends a lease before its time.
    ///
    /// - *Idempotence*: may be repeated. *On absence*: nothing.
    async fn release(&self, id: RequestId) -> Result<(), LedgerError>;

    /// Replaces what is sealed beside a request.
    ///
    /// - *On absence*: `Unknown`.
    async fn seal(&self, id: RequestId, sealed: &Sealed) -> Result<(), LedgerError>;

    /// What is sealed beside a request; `None` once it is shredded.
    ///
    /// - *On absence*: `None`.
    async fn unseal(&self, id: RequestId) -> Result<Option<Sealed>, LedgerError>;

    /// Destroys what is sealed beside a request, overwriting it where the medium allows it.
    ///
    /// - *Idempotence*: may be repeated. *On absence*: nothing.
    async fn shred(&self, id: RequestId) -> Result<(), LedgerError>;

    /// Notes records for a request under a name, each at most once by its digest; answers how many were new.
    ///
    /// - *Atomicity*: of many who note the same record at once, one is answered that it is new.
    /// - *Idempotence*: a record that is noted stays as it was noted first.
    /// - *On absence*: `Unknown`, also where there is nothing to note.
    async fn note(&self, id: RequestId, under: &str, notes: &[Note]) -> Result<u64, LedgerError>;

    /// At most `limit` notes with their numbers, in the order in which they were noted, after number `after`
    /// (numbers start at 1 or later, so that 0 is the beginning, and rise).
    ///
    /// - *On absence*: no notes.
    async fn notes(
        &self,
        id: RequestId,
        under: &str,
        after: u64,
        limit: usize,
    ) -> Result<Vec<(u64, Note)>, LedgerError>;

    /// Which of these digests are noted under that name, in any order.
    ///
    /// - *On absence*: none.
    async fn noted(&self, id: RequestId, under: &str, digests: &[Digest])
    -> Result<Vec<Digest>, LedgerError>;

    /// Destroys what was noted under each of these names.
    ///
    /// - *Atomicity*: name by name. *Idempotence*: may be repeated. *On absence*: nothing.
    async fn forget(&self, id: RequestId, under: &[String]) -> Result<(), LedgerError>;
}
