//! Notes: lists of records, noted before the links that lead to them are cut.

use std::fmt;

use async_trait::async_trait;

use super::{LedgerError, Sealed};
use crate::request::RequestId;
use crate::text::digest::Digest;

/// What the names of lists begin with that hold what is retained.
const RETAINED: &str = "kept/";

/// The name of a list of notes. It holds no personal data, and says itself whether what the list holds is retained: so a
/// ledger can destroy everything else without being told the names.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ListName(String);

impl ListName {
    /// The list with that name.
    pub fn new(name: impl Into<String>) -> Self {
        Self(name.into())
    }

    /// The list of what is retained of a collection: `kept/` and its name.
    pub fn retained(collection: &str) -> Self {
        Self(format!("{RETAINED}{collection}"))
    }

    /// Whether the list holds what is retained: its name begins with `kept/`, in lower case.
    pub fn is_retained(&self) -> bool {
        self.0.starts_with(RETAINED)
    }

    /// The name.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for ListName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A record that was noted before the links that lead to it are cut.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// Recognises the record, so that it is noted once.
    pub digest: Digest,
    /// Its key and what else is needed, sealed.
    pub sealed: Sealed,
}

/// What was noted for requests, in lists.
///
/// The notes of a ledger belong to its requests. Notes that stand alone, as [`MemoryNotes`](super::MemoryNotes) do, know
/// no requests and take whatever is noted.
#[async_trait]
pub trait Notes: fmt::Debug + Send + Sync + 'static {
    /// Notes records for a request in a list, each at most once by its digest; returns how many were new.
    ///
    /// - *Atomicity*: of many who note the same record at once, one is told that it is new.
    /// - *Idempotence*: a record that is noted stays as it was noted first.
    /// - *On absence*: `Unknown`, also where there is nothing to note.
    async fn note(&self, id: RequestId, list: &ListName, notes: &[Note]) -> Result<u64, LedgerError>;

    /// At most `limit` notes of a list with their numbers, in the order in which they were noted, after number `after`
    /// (numbers start at 1 or later, so that 0 is the beginning, and rise).
    ///
    /// - *On absence*: no notes.
    async fn notes(
        &self,
        id: RequestId,
        list: &ListName,
        after: u64,
        limit: usize,
    ) -> Result<Vec<(u64, Note)>, LedgerError>;

    /// Which of these digests are noted in a list, in any order.
    ///
    /// - *On absence*: none.
    async fn noted(
        &self,
        id: RequestId,
        list: &ListName,
        digests: &[Digest],
    ) -> Result<Vec<Digest>, LedgerError>;

    /// Destroys what was noted in each of these lists, retained or not.
    ///
    /// - *Atomicity*: list by list. *Idempotence*: may be repeated. *On absence*: nothing.
    async fn forget(&self, id: RequestId, lists: &[ListName]) -> Result<(), LedgerError>;
}
