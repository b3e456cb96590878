//! What has not ended: which requests wait, for whom, and which of them are overdue.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use serde::Serialize;

use crate::engine::Engine;
use crate::engine::error::EngineError;
use crate::engine::record::history::History;
use crate::page::Problem;
use crate::plan::resume::Resumed;
use crate::port::{Head, Standing};
use crate::request::{RequestId, RequestState};

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
    pub requests: Vec<BacklogRequest>,
}

/// A request that has not ended.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct BacklogRequest {
    /// Its id.
    pub request: RequestId,
    /// Where it stands.
    pub state: RequestState,
    /// From when on there is something to do; `None` where only a person or an event can move it.
    pub due: Option<DateTime<Utc>>,
    /// When all has to be done, by the policy's promise.
    pub complete_by: Option<DateTime<Utc>>,
    /// Whether that has passed.
    pub is_overdue: bool,
    /// How many questions are open.
    pub questions: u64,
    /// What stopped the last run.
    pub problem: Option<String>,
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
        let mut after = None;
        loop {
            let page = self.ledger.unended(after, PAGE).await?;
            after = page.last().map(|standing| standing.id);
            for standing in &page {
                *backlog.states.entry(standing.head.state.to_string()).or_default() += 1;
                if backlog.requests.len() < MAX_TOLD {
                    backlog.requests.push(self.backlog_request(standing).await?);
                }
            }
            if page.len() < PAGE {
                return Ok(backlog);
            }
        }
    }

    /// The requests that a legal hold has stopped and that none stops any more: nothing but the next run makes them go on.
    /// Those that cannot be read are among them, so that their run says why.
    ///
    /// A host calls this when it has released a hold, and [`run`](Engine::run)s what it gets.
    ///
    /// # Errors
    /// The ledger fails.
    pub async fn released(&self) -> Result<Vec<RequestId>, EngineError> {
        let mut released = Vec::new();
        let mut after = None;
        loop {
            let page = self.ledger.unended(after, PAGE).await?;
            after = page.last().map(|standing| standing.id);
            for standing in page.iter().filter(|standing| standing.head.state == RequestState::OnHold) {
                match self.is_stopped_by_hold(standing.id).await {
                    Ok(true) => {}
                    Ok(false) => released.push(standing.id),
                    Err(EngineError::Ledger(error)) => return Err(error.into()),
                    Err(_) => released.push(standing.id),
                }
            }
            if page.len() < PAGE {
                return Ok(released);
            }
        }
    }

    /// Whether the plan that a hold has stopped is still what it was.
    async fn is_stopped_by_hold(&self, id: RequestId) -> Result<bool, EngineError> {
        let history = self.archive().history(id).await?;
        let dossier = self.archive().dossier(id).await?.ok_or(EngineError::Forgotten)?;
        Ok(matches!(self.resume_plan(&history, &dossier)?, Some(Resumed::Same(_))))
    }

    async fn backlog_request(&self, standing: &Standing) -> Result<BacklogRequest, EngineError> {
        let Standing { id, head: Head { state, due }, .. } = *standing;
        let history = match self.archive().history(id).await {
            Err(EngineError::Unreadable) => {
                History { problem: Some(Problem::Unreadable.to_string()), ..History::default() }
            }
            history => history?,
        };
        // What waits for the backups is done.
        let is_promised = state != RequestState::AwaitingBackups;
        let is_late = history.complete_by.is_some_and(|by| by < self.clock.now());
        Ok(BacklogRequest {
            request: id,
            state,
            due,
            complete_by: history.complete_by,
            is_overdue: is_promised && is_late,
            questions: history.open_questions().count() as u64,
            problem: history.problem,
        })
    }
}
