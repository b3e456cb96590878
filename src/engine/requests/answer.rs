//! Answers to the questions of a request.

use super::signed::says;
use crate::engine::Engine;
use crate::engine::error::EngineError;
use crate::engine::record::journal::{Event, Line};
use crate::engine::record::registry::Registry;
use crate::port::Head;
use crate::request::{Decision, RequestId, RequestState};

impl Registry {
    /// Answers a question of a request. Once all have an answer the request is due, and the next run goes on with it: what is
    /// taken is looked for again and erased, what is left or accepted stays, and is told in the end.
    ///
    /// # Errors
    /// There is no such open question ([`EngineError::NoQuestion`]); the decision gives no reason or no name
    /// ([`EngineError::NoReason`]); the ledger fails. Nothing was written then.
    pub async fn decide(&self, id: RequestId, question: u32, decision: Decision) -> Result<(), EngineError> {
        if !says(&decision.reason) || !says(&decision.by) {
            return Err(EngineError::NoReason);
        }
        let standing = self.archive().standing(id).await?;
        let history = self.archive().history(id).await?;
        if !history.open_questions().any(|it| it.number == question) {
            return Err(EngineError::NoQuestion(question));
        }
        let is_last = history.open_questions().count() == 1;
        let is_waiting = standing.head.state == RequestState::AwaitingDecision;
        let at = self.clock.now();
        let mut events = vec![Event::Decided { question, decision }];
        let mut head = standing.head;
        if is_last && is_waiting {
            head = Head { state: RequestState::Running, due: Some(at) };
            events.push(Event::State { to: head.state });
        }
        let lines: Vec<String> =
            events.into_iter().map(|event| Line { at, event }.write()).collect::<Result<_, _>>()?;
        Ok(self.ledger.append(id, standing.version, &head, &lines).await.map(drop)?)
    }
}

impl Engine {
    /// Answers a question of a request; see [`Registry::decide`].
    ///
    /// # Errors
    /// As there.
    pub async fn decide(&self, id: RequestId, question: u32, decision: Decision) -> Result<(), EngineError> {
        self.registry.decide(id, question, decision).await
    }
}
