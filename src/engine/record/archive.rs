//! What a ledger alone tells of a request: no policy, data map or store is needed to read it.

use super::dossier::Dossier;
use super::history::History;
use super::journal::Line;
use super::vault::Vault;
use crate::engine::error::EngineError;
use crate::port::{Ledger, LedgerError, Standing};
use crate::request::RequestId;

/// How many journal lines are read at a time.
const JOURNAL_PAGE: usize = 256;

/// A ledger and the keys to what is sealed in it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Archive<'a> {
    pub(crate) ledger: &'a dyn Ledger,
    pub(crate) vault: &'a Vault,
}

impl Archive<'_> {
    pub(crate) async fn standing(&self, id: RequestId) -> Result<Standing, EngineError> {
        Ok(self.ledger.load(id).await?.ok_or(LedgerError::Unknown(id))?)
    }

    /// What is sealed beside a request; `None` once it is forgotten.
    pub(crate) async fn dossier(&self, id: RequestId) -> Result<Option<Dossier>, EngineError> {
        match self.ledger.unseal(id).await? {
            Some(sealed) => self.vault.open(&sealed, &Dossier::context(id)).map(Some),
            None => Ok(None),
        }
    }

    /// What follows from the whole journal.
    pub(crate) async fn history(&self, id: RequestId) -> Result<History, EngineError> {
        let mut history = History::default();
        let mut from = 0;
        loop {
            let lines = self.ledger.journal(id, from, JOURNAL_PAGE).await?;
            from += lines.len() as u64;
            for line in &lines {
                history.take(Line::read(line)?)?;
            }
            if lines.len() < JOURNAL_PAGE {
                return Ok(history);
            }
        }
    }
}
