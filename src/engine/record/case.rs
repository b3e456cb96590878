//! The case file of a request that is worked on: where it stands and what follows from its journal, in step with the
//! ledger.

use super::history::History;
use super::journal::{Event, Line};
use crate::engine::Engine;
use crate::engine::error::EngineError;
use crate::engine::record::registry::Registry;
use crate::port::{Head, Standing};
use crate::request::{RequestId, RequestState};

/// A request that is worked on.
#[derive(Debug)]
pub(crate) struct CaseFile {
    standing: Standing,
    /// What follows from all that was written down so far.
    pub(crate) history: History,
}

impl CaseFile {
    /// The request's id.
    pub(crate) fn id(&self) -> RequestId {
        self.standing.id
    }

    /// Where it stands, as the ledger has it.
    pub(crate) fn standing(&self) -> &Standing {
        &self.standing
    }

    /// Where it stands.
    pub(crate) fn head(&self) -> &Head {
        &self.standing.head
    }

    /// Whether it may go to that state, by all that was done already.
    ///
    /// # Errors
    /// It may not.
    pub(crate) fn advance(&self, to: RequestState) -> Result<RequestState, EngineError> {
        let state = self.head().state;
        Ok(if self.history.has_written { state.advance_after_writes(to)? } else { state.advance(to)? })
    }
}

impl Registry {
    /// Takes a request up as the ledger has it now.
    pub(crate) async fn take_up(&self, id: RequestId) -> Result<CaseFile, EngineError> {
        let standing = self.archive().standing(id).await?;
        Ok(CaseFile { standing, history: self.archive().history(id).await? })
    }

    /// Writes events down and moves the head. Refused by the ledger where somebody else has written meanwhile.
    pub(crate) async fn append(
        &self,
        case: &mut CaseFile,
        head: Head,
        events: Vec<Event>,
    ) -> Result<(), EngineError> {
        let at = self.clock.now();
        let lines =
            events.into_iter().map(|event| Line { at, event }.write()).collect::<Result<Vec<_>, _>>()?;
        let Standing { id, version, .. } = case.standing;
        let version = self.ledger.append(id, version, &head, &lines).await?;
        case.standing = Standing { id, version, head };
        // What was written is read as it will be read again.
        for line in &lines {
            case.history.take(Line::read(line)?)?;
        }
        Ok(())
    }
}

impl Engine {
    /// Takes a request up as the ledger has it now.
    pub(crate) async fn take_up(&self, id: RequestId) -> Result<CaseFile, EngineError> {
        self.registry.take_up(id).await
    }

    /// Writes events down and moves the head; see [`Registry::append`].
    pub(crate) async fn append(
        &self,
        case: &mut CaseFile,
        head: Head,
        events: Vec<Event>,
    ) -> Result<(), EngineError> {
        self.registry.append(case, head, events).await
    }
}
