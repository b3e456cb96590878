//! The contract of the ledger: the engine's own memory of requests, which outlives every crash.
//!
//! | trait | what it keeps |
//! |---|---|
//! | [`Requests`] | requests, the codes by which they are found, and their journals |
//! | [`Leases`] | who works on a request, and until when |
//! | [`Seals`] | who a request is about, sealed, until it is shredded |
//! | [`Notes`] | lists of records, noted before the links to them are cut |
//! | [`Holds`] | legal holds that were placed at run time, sealed |
//!
//! Retained records and tombstones will stand beside them, each as a trait of its own.
//!
//! A [`Ledger`] is all of them, and whoever needs one of them asks for that one alone. They are parts of one thing: a
//! request is opened together with its seal, claimed by its due time, and shredded together with its notes, each in one
//! transaction. So a host that keeps one of them elsewhere implements all of them over both places, hands the other
//! calls on, and is responsible for what then happens in two.
//!
//! The engine seals everything personal before it hands it over, and works out every digest: an implementation sees
//! states, times, journal texts without personal data, and bytes that it cannot read.
//!
//! Every method that writes is durable when it returns, and atomic: all of it or nothing. What fails writes nothing.
//! Times are kept to the millisecond; texts and bytes are kept as they are. The feature `testkit` has a law for every
//! sentence of these contracts.

mod holds;
mod leases;
mod memory_notes;
mod notes;
mod requests;
mod seals;

use std::fmt;

use crate::request::RequestId;

pub use holds::Holds;
pub use leases::Leases;
pub use memory_notes::MemoryNotes;
pub(crate) use memory_notes::NoteLists;
pub use notes::{ListName, Note, Notes};
pub use requests::{Head, Opened, Opening, Requests, Standing};
pub use seals::Seals;

/// Everything that the engine remembers: [`Requests`], [`Leases`], [`Seals`], [`Notes`] and [`Holds`].
pub trait Ledger: Requests + Leases + Seals + Notes + Holds {}

impl<L: Requests + Leases + Seals + Notes + Holds> Ledger for L {}

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
