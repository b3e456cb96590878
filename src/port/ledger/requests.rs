//! Requests: each opened once, found by its codes, and moved on by appending to its journal.

use std::fmt;

use async_trait::async_trait;
use chrono::{DateTime, Utc};

use super::{LedgerError, Sealed};
use crate::request::{RequestId, RequestState};
use crate::text::digest::Digest;

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
    /// Recognises the same request when it comes again. This one is kept.
    pub idempotency: Digest,
    /// What the same request was recognised by under former keys, newest first: looked for, and not kept.
    pub former: Vec<Digest>,
    /// Recognises its confirmation code.
    pub code: Digest,
    /// Where it stands.
    pub head: Head,
    /// Who it is about, sealed.
    pub sealed: Sealed,
    /// The first lines of its journal.
    pub lines: Vec<String>,
}

/// What became of [`Requests::open`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Opened {
    /// The request is new and now durable.
    Created,
    /// A request with one of its idempotency digests was there already; nothing was written.
    AlreadyThere(RequestId),
}

/// A request as the ledger has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standing {
    /// Its id.
    pub id: RequestId,
    /// How many journal lines it has: the version that the next [`Requests::append`] has to name.
    pub version: u64,
    /// Where it stands.
    pub head: Head,
}

/// Requests, the codes by which they are found, and their journals.
#[async_trait]
pub trait Requests: fmt::Debug + Send + Sync + 'static {
    /// Opens a request unless one with its idempotency digest, or with one of the former ones, is there.
    ///
    /// - *Requires*: an id and a code digest that no other request has; otherwise `Conflict`.
    /// - *Idempotence*: insert-if-absent; of two callers at once with the same idempotency digest exactly one creates.
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

    /// Appends lines to the journal and moves the head, if the journal has exactly `expected` lines; returns the new
    /// version.
    ///
    /// - *Atomicity*: compare-and-set. Of two callers with the same `expected` exactly one succeeds, the other gets
    ///   `Conflict`.
    /// - *On absence*: `Unknown`.
    async fn append(
        &self,
        id: RequestId,
        expected: u64,
        head: &Head,
        lines: &[String],
    ) -> Result<u64, LedgerError>;

    /// Where requests stand that are in one of these states, at most `limit` of them, in the order of their ids, from the
    /// one after `after` on.
    ///
    /// - *On absence*: none.
    async fn list(
        &self,
        states: &[RequestState],
        after: Option<RequestId>,
        limit: usize,
    ) -> Result<Vec<Standing>, LedgerError>;

    /// At most `limit` lines of the journal in their order, from line number `from` (the first is 0) on.
    ///
    /// - *On absence*: no lines.
    async fn journal(&self, id: RequestId, from: u64, limit: usize) -> Result<Vec<String>, LedgerError>;
}
