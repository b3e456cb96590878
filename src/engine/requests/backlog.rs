//! What has not ended: which requests wait, for whom, and which of them are overdue.

use std::collections::BTreeMap;

use serde::Serialize;

use super::listing::RequestSummary;
use crate::engine::Engine;
use crate::engine::error::EngineError;
use crate::request::RequestState;

/// How many requests are read from the ledger at a time.
const PAGE: usize = 500;
/// How many requests are told one by one; the rest are counted.
const MAX_TOLD: usize = 100;

/// The requests of a ledger that have not ended.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Backlog {
    /// How many there are in each state.
    pub states: BTreeMap<String, u64>,
    /// The first hundred of them, the oldest first.
    pub requests: Vec<RequestSummary>,
}

impl Backlog {
    /// How many requests there are.
    pub fn total(&self) -> u64 {
        self.states.values().sum()
    }

    /// Whether a person has to do something: to answer a question, or to look at what is overdue.
    pub fn needs_a_person(&self) -> bool {
        let is_asked = self.states.contains_key(RequestState::AwaitingDecision.as_str());
        is_asked || self.requests.iter().any(|request| request.is_overdue)
    }
}

impl Engine {
    /// The requests that have not ended, with what each waits for. One that cannot be read is told as such.
    ///
    /// # Errors
    /// The ledger fails.
    pub async fn backlog(&self) -> Result<Backlog, EngineError> {
        let mut backlog = Backlog::default();
        let unended: Vec<RequestState> =
            RequestState::ALL.iter().copied().filter(|state| !state.is_terminal()).collect();
        let mut after = None;
        loop {
            let page = self.registry.ledger.list(&unended, after, PAGE).await?;
            after = page.last().map(|standing| standing.id);
            for standing in &page {
                *backlog.states.entry(standing.head.state.to_string()).or_default() += 1;
                if backlog.requests.len() < MAX_TOLD {
                    backlog.requests.push(self.registry.summary(standing).await?);
                }
            }
            if page.len() < PAGE {
                return Ok(backlog);
            }
        }
    }
}
