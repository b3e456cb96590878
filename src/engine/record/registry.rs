//! The registry of requests: a ledger with its keys, and nothing of the files and the stores.

use std::fmt;
use std::sync::Arc;

use super::archive::Archive;
use super::vault::Vault;
use crate::engine::error::EngineError;
use crate::port::{Clock, Entropy, Keys, Ledger};

/// A ledger with its keys: where requests stand, and what people decide on them.
///
/// | what | method |
/// |---|---|
/// | where a request stands | [`status`](Self::status), [`report`](Self::report), [`requests`](Self::requests) |
/// | answers | [`decide`](Self::decide), [`approve`](Self::approve) |
/// | ends | [`refuse`](Self::refuse), [`forward`](Self::forward), [`cancel`](Self::cancel) |
/// | deadlines | [`extend`](Self::extend) |
/// | legal holds | [`place_hold`](Self::place_hold), [`release_hold`](Self::release_hold), [`placed_holds`](Self::placed_holds) |
///
/// Every decision is written into the request's journal with who made it and when, and refused where the request's state
/// does not allow it; nothing was written then.
#[derive(Clone)]
pub struct Registry {
    pub(crate) ledger: Arc<dyn Ledger>,
    pub(crate) vault: Arc<Vault>,
    pub(crate) clock: Arc<dyn Clock>,
    pub(crate) entropy: Arc<dyn Entropy>,
}

impl fmt::Debug for Registry {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Registry").field("ledger", &self.ledger).finish_non_exhaustive()
    }
}

impl Registry {
    /// The registry that lies in a ledger.
    ///
    /// # Errors
    /// The keys cannot be had.
    pub async fn open(
        ledger: impl Ledger,
        keys: &dyn Keys,
        clock: impl Clock,
        entropy: impl Entropy,
    ) -> Result<Self, EngineError> {
        Ok(Self {
            ledger: Arc::new(ledger),
            vault: Arc::new(Vault::fetch(keys).await?),
            clock: Arc::new(clock),
            entropy: Arc::new(entropy),
        })
    }

    pub(crate) fn archive(&self) -> Archive<'_> {
        Archive { ledger: self.ledger.as_ref(), vault: &self.vault }
    }
}
