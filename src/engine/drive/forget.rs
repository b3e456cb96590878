//! Destroys what tells who a request was about.

use crate::engine::error::EngineError;
use crate::engine::record::case::CaseFile;
use crate::engine::record::journal::Event;
use crate::engine::record::registry::Registry;
use crate::port::{Head, LedgerError};

impl Registry {
    /// Destroys all of a request but what is retained: that stays, for the day on which it goes.
    pub(crate) async fn forget(&self, case: &mut CaseFile) -> Result<(), EngineError> {
        self.ledger.shred(case.id()).await?;
        match self.note_forgotten(case).await {
            // Whoever cancels a request holds no lease, so that two may forget it at once.
            Err(EngineError::Ledger(LedgerError::Conflict(_))) => {
                *case = self.take_up(case.id()).await?;
                if case.history.is_forgotten { Ok(()) } else { self.note_forgotten(case).await }
            }
            done => done,
        }
    }

    async fn note_forgotten(&self, case: &mut CaseFile) -> Result<(), EngineError> {
        let head = Head { state: case.head().state, due: None };
        self.append(case, head, vec![Event::Forgotten]).await
    }
}
