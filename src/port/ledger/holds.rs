//! Legal holds that were placed at run time, sealed: a matter and whom it is on can be personal data.

use std::fmt;

use async_trait::async_trait;

use super::{LedgerError, Sealed};
use crate::text::digest::Digest;

/// Legal holds, each under a digest that recognises its matter.
#[async_trait]
pub trait Holds: fmt::Debug + Send + Sync + 'static {
    /// Places a hold, in place of the one that is on the matter already: under its digest, or under one that it was
    /// recognised by under former keys.
    ///
    /// - *Idempotence*: may be repeated; of two callers at once with the same matter one hold remains.
    async fn place(&self, matter: Digest, former: &[Digest], hold: &Sealed) -> Result<(), LedgerError>;

    /// Destroys the hold on a matter that has one of these digests, overwriting it where the medium allows it; false where
    /// there is none.
    ///
    /// - *Idempotence*: may be repeated. *On absence*: `false`.
    async fn lift(&self, matter: &[Digest]) -> Result<bool, LedgerError>;

    /// Every hold that is in place, in no particular order.
    ///
    /// - *On absence*: none.
    async fn placed(&self) -> Result<Vec<Sealed>, LedgerError>;
}
