//! Where requests stand, by id and by code.

use crate::code::ConfirmationCode;
use crate::engine::Engine;
use crate::engine::error::EngineError;
use crate::engine::record::archive::Archive;
use crate::engine::record::vault::Vault;
use crate::engine::report::Report;
use crate::port::{Keys, Ledger};
use crate::request::RequestId;

/// Where the request with this code stands, read from a ledger alone: no policy, data map or store is needed.
///
/// `None` for a code that was never given, which says nothing about anybody, and must never be shown as "deleted".
///
/// # Errors
/// The ledger or the keys fail.
pub async fn lookup(
    ledger: &dyn Ledger,
    keys: &dyn Keys,
    code: &ConfirmationCode,
) -> Result<Option<Report>, EngineError> {
    Archive { ledger, vault: &Vault::fetch(keys).await? }.status(code).await
}

/// Where a request stands, by its id, read from a ledger alone.
///
/// # Errors
/// The ledger or the keys fail, or the ledger knows no such request.
pub async fn lookup_request(
    ledger: &dyn Ledger,
    keys: &dyn Keys,
    id: RequestId,
) -> Result<Report, EngineError> {
    Archive { ledger, vault: &Vault::fetch(keys).await? }.report(id, None).await
}

impl Archive<'_> {
    /// Where the request with this code stands.
    async fn status(&self, code: &ConfirmationCode) -> Result<Option<Report>, EngineError> {
        for digest in self.vault.code_digests(code) {
            if let Some(id) = self.ledger.find_by_code(digest).await? {
                return self.report(id, Some(code.as_str().to_owned())).await.map(Some);
            }
        }
        Ok(None)
    }

    /// Where a request stands, told to somebody who has this code of it.
    async fn report(&self, id: RequestId, code: Option<String>) -> Result<Report, EngineError> {
        let standing = self.standing(id).await?;
        let history = self.history(id).await?;
        Ok(Report::new(Some(id), standing.head.state, standing.head.due, code, &history))
    }
}

impl Engine {
    /// Where the request with this code stands; `None` for a code that was never given, which says nothing about anybody.
    ///
    /// # Errors
    /// The ledger fails.
    pub async fn status(&self, code: &ConfirmationCode) -> Result<Option<Report>, EngineError> {
        self.archive().status(code).await
    }

    /// Where a request stands.
    ///
    /// # Errors
    /// The ledger fails, or knows no such request.
    pub async fn report(&self, id: RequestId) -> Result<Report, EngineError> {
        let code = self.archive().dossier(id).await?.map(|dossier| dossier.code);
        self.archive().report(id, code).await
    }

    pub(crate) fn archive(&self) -> Archive<'_> {
        Archive { ledger: self.ledger.as_ref(), vault: &self.vault }
    }
}
