//! Ends that people give a request before anything was erased: refused, forwarded, cancelled.

use super::signed::signed;
use crate::engine::Engine;
use crate::engine::error::EngineError;
use crate::engine::record::journal::Event;
use crate::engine::record::registry::Registry;
use crate::port::Head;
use crate::request::{Actor, RequestId, RequestState};

impl Registry {
    /// Refuses a request for a reason that the person is told, with the rule that allows it, and forgets who it was about.
    ///
    /// # Errors
    /// It has begun, or has ended; nobody says why.
    pub async fn refuse(
        &self,
        id: RequestId,
        reason: &str,
        citation: Option<&str>,
        by: &Actor,
    ) -> Result<(), EngineError> {
        signed(by, Some(reason))?;
        let event = Event::Refused {
            reason: reason.to_owned(),
            citation: citation.map(str::to_owned),
            by: by.clone(),
        };
        self.end(id, RequestState::Refused, event).await
    }

    /// Ends a request that was handed to the controller whose data it is, and forgets who it was about.
    ///
    /// # Errors
    /// It has begun, or has ended; it is not said to whom.
    pub async fn forward(&self, id: RequestId, to: &str, by: &Actor) -> Result<(), EngineError> {
        signed(by, Some(to))?;
        let event = Event::Forwarded { to: to.to_owned(), by: by.clone() };
        self.end(id, RequestState::Forwarded, event).await
    }

    /// Cancels a request that has not begun, and forgets who it was about.
    ///
    /// # Errors
    /// It has begun, or has ended; `by` has no name.
    pub async fn cancel(&self, id: RequestId, by: &Actor) -> Result<(), EngineError> {
        signed(by, None)?;
        self.end(id, RequestState::Cancelled, Event::Cancelled { by: by.clone() }).await
    }

    async fn end(&self, id: RequestId, to: RequestState, event: Event) -> Result<(), EngineError> {
        let mut case = self.take_up(id).await?;
        let to = case.advance(to)?;
        let head = Head { state: to, due: Some(self.clock.now()) };
        self.append(&mut case, head, vec![event, Event::State { to }]).await?;
        let is_to_be_told =
            self.archive().dossier(id).await?.is_some_and(|it| it.request.reply_to().is_some());
        // Where somebody is to be told, the next run does that, and forgets them then.
        if is_to_be_told { Ok(()) } else { self.forget(&mut case).await }
    }
}

impl Engine {
    /// Cancels a request that has not begun; see [`Registry::cancel`].
    ///
    /// # Errors
    /// As there.
    pub async fn cancel(&self, id: RequestId, by: &Actor) -> Result<(), EngineError> {
        self.registry.cancel(id, by).await
    }

    /// Refuses a request; see [`Registry::refuse`].
    ///
    /// # Errors
    /// As there.
    pub async fn refuse(
        &self,
        id: RequestId,
        reason: &str,
        citation: Option<&str>,
        by: &Actor,
    ) -> Result<(), EngineError> {
        self.registry.refuse(id, reason, citation, by).await
    }

    /// Ends a request that was handed on; see [`Registry::forward`].
    ///
    /// # Errors
    /// As there.
    pub async fn forward(&self, id: RequestId, to: &str, by: &Actor) -> Result<(), EngineError> {
        self.registry.forward(id, to, by).await
    }
}
