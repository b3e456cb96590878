//! The promised end of a request, put off.

use chrono::{DateTime, Utc};

use super::signed::signed;
use crate::engine::Engine;
use crate::engine::error::EngineError;
use crate::engine::record::journal::Event;
use crate::engine::record::registry::Registry;
use crate::request::{Actor, RequestId, RequestState};

impl Registry {
    /// Puts the promised end of a request off until `complete_by`, for a reason that the person is told. Only once, and only
    /// while the end that was promised has not passed.
    ///
    /// # Errors
    /// The request has ended, or has no promised end; that has passed, was put off already, or is not put off by this
    /// ([`EngineError::NoExtension`]); nobody says why.
    pub async fn extend(
        &self,
        id: RequestId,
        complete_by: DateTime<Utc>,
        reason: &str,
        by: &Actor,
    ) -> Result<(), EngineError> {
        signed(by, Some(reason))?;
        let mut case = self.take_up(id).await?;
        let is_over = case.head().state.is_terminal() || case.head().state == RequestState::AwaitingBackups;
        let may_be = |promised: DateTime<Utc>| promised >= self.clock.now() && promised < complete_by;
        if is_over || case.history.is_extended || !case.history.complete_by.is_some_and(may_be) {
            return Err(EngineError::NoExtension);
        }
        let event = Event::Extended { complete_by, reason: reason.to_owned(), by: by.clone() };
        let head = case.head().clone();
        self.append(&mut case, head, vec![event]).await
    }
}

impl Engine {
    /// Puts the promised end of a request off; see [`Registry::extend`].
    ///
    /// # Errors
    /// As there.
    pub async fn extend(
        &self,
        id: RequestId,
        complete_by: DateTime<Utc>,
        reason: &str,
        by: &Actor,
    ) -> Result<(), EngineError> {
        self.registry.extend(id, complete_by, reason, by).await
    }
}
