//! What a host implements: the traits through which the engine reaches the host's data and its own memory.
//!
//! | port | what the engine asks of it | who ships one |
//! |---|---|---|
//! | [`Store`] | find, count, erase and mask records | `adapter::memory`, `adapter::sql`, `adapter::objects` |
//! | [`Catalogue`] | list the tables, to compare them with the data map | `adapter::sql` |
//! | [`Ledger`]: [`Requests`], [`Leases`], [`Seals`], [`Notes`], [`Holds`] | keep requests, journals, sealed identifiers, legal holds | `adapter::memory`, `adapter::sql` |
//! | [`Notifier`] | hand messages to people | `adapter::outbox` |
//! | [`Throttle`] | pause between batches | none: without one there are no pauses |
//! | [`Clock`], [`Entropy`], [`Waiting`] | time, randomness, waiting | [`SystemClock`], [`SystemEntropy`], [`SystemWaiting`] |
//! | [`Keys`] | key material | [`MasterKey`], [`KeyRing`] |
//!
//! The contracts have no convenience defaults: what a port does not do itself, it says in its [`Capabilities`]; only what a
//! store may foresee ([`Store::broken_by`], [`Store::refusal_of`], [`Store::is_linked_otherwise`]) it need not foresee.
//! This room knows the words of the pure rooms, and neither the engine nor any adapter.

mod catalogue;
pub mod document;
mod environment;
mod error;
mod folder;
pub(crate) mod forward;
mod keys;
mod ledger;
mod mask;
mod notifier;
mod schema;
mod scrub;
mod selection;
mod shared;
mod store;
mod throttle;
pub mod your_own_store;

pub use crate::text::digest::{Digest, DigestError};
pub use catalogue::Catalogue;
pub use environment::{
    Clock, Entropy, EntropyError, ManualClock, SystemClock, SystemEntropy, SystemWaiting, Waiting,
};
pub use error::{StoreError, StoreErrorKind};
pub use folder::{folder, folders_above};
pub use keys::{KeyError, KeyId, KeyIdError, KeyPurpose, KeyRing, Keys, MasterKey, SecretKey};
pub(crate) use ledger::NoteLists;
pub use ledger::{
    Head, Holds, Leases, Ledger, LedgerError, ListName, MemoryNotes, Note, Notes, Opened, Opening, Requests,
    Sealed, Seals, Standing,
};
pub use mask::{FieldMask, Replacement};
pub use notifier::{Destination, Message, Notifier, NotifyError};
pub use schema::{
    Act, Column, ColumnKind, Description, Exclusion, OnDelete, Reference, Refusal, Schema, Table, Trigger,
};
pub use scrub::{Scrubber, TooManyWords};
pub use selection::{Place, Selection};
pub use store::{Capabilities, Change, Key, Page, Record, Store};
pub use throttle::{Batch, Throttle};
