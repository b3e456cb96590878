//! Where requests stand, by id and by code.

use crate::code::ConfirmationCode;
use crate::engine::Engine;
use crate::engine::error::EngineError;
use crate::engine::record::archive::Archive;
use crate::engine::record::registry::Registry;
use crate::engine::report::Report;
use crate::request::RequestId;

impl Registry {
    /// Where the request with this code stands; `None` for a code that was never given, which says nothing about anybody, and
    /// must never be shown as "deleted".
    ///
    /// # Errors
    /// The ledger fails.
    pub async fn status(&self, code: &ConfirmationCode) -> Result<Option<Report>, EngineError> {
        match self.find(code).await? {
            Some(id) => self.archive().report(id, Some(code.as_str().to_owned())).await.map(Some),
            None => Ok(None),
        }
    }

    /// The request that has this code; `None` for a code that was never given.
    ///
    /// # Errors
    /// The ledger fails.
    pub async fn find(&self, code: &ConfirmationCode) -> Result<Option<RequestId>, EngineError> {
        for digest in self.vault.code_digests(code) {
            if let Some(id) = self.ledger.find_by_code(digest).await? {
                return Ok(Some(id));
            }
        }
        Ok(None)
    }

    /// Where a request stands. Its code, which only the person should have, is left out.
    ///
    /// # Errors
    /// The ledger fails, or knows no such request.
    pub async fn report(&self, id: RequestId) -> Result<Report, EngineError> {
        self.archive().report(id, None).await
    }
}

impl Archive<'_> {
    /// Where a request stands, told to somebody who has this code of it.
    async fn report(&self, id: RequestId, code: Option<String>) -> Result<Report, EngineError> {
        let standing = self.standing(id).await?;
        let history = self.history(id).await?;
        Ok(Report::new(Some(id), standing.head.state, standing.head.due, code, &history))
    }
}

impl Engine {
    /// The registry of the engine's ledger: what can be asked and decided without the files and the stores.
    pub fn registry(&self) -> &Registry {
        &self.registry
    }

    /// Where the request with this code stands; see [`Registry::status`].
    ///
    /// # Errors
    /// The ledger fails.
    pub async fn status(&self, code: &ConfirmationCode) -> Result<Option<Report>, EngineError> {
        self.registry.status(code).await
    }

    /// Where a request stands, with its code as long as it may still be told.
    ///
    /// # Errors
    /// The ledger fails, or knows no such request.
    pub async fn report(&self, id: RequestId) -> Result<Report, EngineError> {
        let code = self.archive().dossier(id).await?.map(|dossier| dossier.code);
        self.archive().report(id, code).await
    }

    pub(crate) fn archive(&self) -> Archive<'_> {
        self.registry.archive()
    }
}
