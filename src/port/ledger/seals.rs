//! Seals: who a request is about, kept only for as long as it is needed.

use std::fmt;

use async_trait::async_trait;

use super::{LedgerError, Sealed};
use crate::request::RequestId;

/// What is sealed beside a request, until all that tells who it was about is destroyed.
#[async_trait]
pub trait Seals: fmt::Debug + Send + Sync + 'static {
    /// Replaces what is sealed beside a request.
    ///
    /// - *On absence*: `Unknown`.
    async fn seal(&self, id: RequestId, sealed: &Sealed) -> Result<(), LedgerError>;

    /// What is sealed beside a request; `None` once it is shredded.
    ///
    /// - *On absence*: `None`.
    async fn unseal(&self, id: RequestId) -> Result<Option<Sealed>, LedgerError>;

    /// Destroys everything of a request but what is retained, overwriting it where the medium allows it: what is sealed
    /// beside it, and the notes of every list that is not [retained](super::ListName::is_retained), whatever its name.
    /// Its head, its journal and its codes hold nothing personal and stay.
    ///
    /// - *Atomicity*: all of it at once.
    /// - *Idempotence*: may be repeated. *On absence*: nothing.
    async fn shred(&self, id: RequestId) -> Result<(), LedgerError>;
}
