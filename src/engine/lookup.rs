//! Reads what the ledger knows of a request: where it stands, what was done, who it is about.

use super::error::EngineError;
use super::journal::Progress;
use super::open::{Dossier, dossier_context};
use super::report::Report;
use super::vault::Vault;
use crate::code::ConfirmationCode;
use crate::port::{Keys, Ledger, LedgerError, Standing};
use crate::request::RequestId;

/// How many journal lines are read at a time.
const JOURNAL_PAGE: usize = 256;

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
    Desk { ledger, vault: &Vault::fetch(keys).await? }.status(code).await
}

/// A ledger and the keys to what is sealed in it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Desk<'a> {
    pub(crate) ledger: &'a dyn Ledger,
    pub(crate) vault: &'a Vault,
}

impl Desk<'_> {
    /// Where the request with this code stands.
    pub(crate) async fn status(&self, code: &ConfirmationCode) -> Result<Option<Report>, EngineError> {
        for digest in self.vault.code_digests(code) {
            if let Some(id) = self.ledger.find_by_code(digest).await? {
                return self.report(id, Some(code.as_str().to_owned())).await.map(Some);
            }
        }
        Ok(None)
    }

    /// Where a request stands, told to somebody who has this code of it.
    pub(crate) async fn report(&self, id: RequestId, code: Option<String>) -> Result<Report, EngineError> {
        let standing = self.standing(id).await?;
        let progress = self.progress(id).await?;
        Ok(Report::new(Some(id), standing.head.state, standing.head.due, code, &progress))
    }

    pub(crate) async fn standing(&self, id: RequestId) -> Result<Standing, EngineError> {
        Ok(self.ledger.load(id).await?.ok_or(LedgerError::Unknown(id))?)
    }

    /// What is sealed beside a request; `None` once it is forgotten.
    pub(crate) async fn dossier(&self, id: RequestId) -> Result<Option<Dossier>, EngineError> {
        match self.ledger.unseal(id).await? {
            Some(sealed) => self.vault.open(&sealed, &dossier_context(id)).map(Some),
            None => Ok(None),
        }
    }

    /// What follows from the whole journal.
    pub(crate) async fn progress(&self, id: RequestId) -> Result<Progress, EngineError> {
        let mut progress = Progress::default();
        let mut from = 0;
        loop {
            let lines = self.ledger.journal(id, from, JOURNAL_PAGE).await?;
            from += lines.len() as u64;
            for line in &lines {
                progress.take(Progress::read(line)?);
            }
            if lines.len() < JOURNAL_PAGE {
                return Ok(progress);
            }
        }
    }
}
