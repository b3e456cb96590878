//! Which requests a ledger has: filtered, page by page, each with where it stands and until when it has to be done.

use chrono::{DateTime, Utc};
use serde::Serialize;

use crate::engine::Engine;
use crate::engine::error::EngineError;
use crate::engine::record::history::History;
use crate::engine::record::registry::Registry;
use crate::page::Problem;
use crate::policy::Channel;
use crate::port::{Head, Standing};
use crate::request::{RequestId, RequestState};

/// How many requests are read from the ledger at a time.
const PAGE: usize = 500;

/// Which requests are listed; all of them unless something is said.
#[derive(Debug, Clone, Default)]
pub struct RequestFilter {
    states: Vec<RequestState>,
    channel: Option<Channel>,
    tenant: Option<String>,
    due_before: Option<DateTime<Utc>>,
    after: Option<RequestId>,
}

impl RequestFilter {
    /// All requests.
    pub fn all() -> Self {
        Self::default()
    }

    /// Only those in this state; asked for several times, in any of them.
    #[must_use]
    pub fn in_state(mut self, state: RequestState) -> Self {
        self.states.push(state);
        self
    }

    /// Only those that came by this channel.
    #[must_use]
    pub fn by_channel(mut self, channel: Channel) -> Self {
        self.channel = Some(channel);
        self
    }

    /// Only those of this tenant, as far as that is known: of a request that is forgotten nobody knows it.
    #[must_use]
    pub fn in_tenant(mut self, tenant: impl Into<String>) -> Self {
        self.tenant = Some(tenant.into());
        self
    }

    /// Only those with a deadline before this instant that has not been kept yet.
    #[must_use]
    pub fn due_before(mut self, instant: DateTime<Utc>) -> Self {
        self.due_before = Some(instant);
        self
    }

    /// Only those behind this one, for the next page.
    #[must_use]
    pub fn after(mut self, id: RequestId) -> Self {
        self.after = Some(id);
        self
    }
}

/// One request of a list. Holds no personal data.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct RequestSummary {
    /// Its id.
    pub request: RequestId,
    /// Where it stands.
    pub state: RequestState,
    /// The channel by which it came; none in a journal that cannot be read.
    pub channel: Option<Channel>,
    /// When it was opened.
    pub opened_at: Option<DateTime<Utc>>,
    /// From when on there is something to do; `None` where only a person or an event can move it.
    pub due: Option<DateTime<Utc>>,
    /// What is still to be kept, the earliest first.
    pub deadlines: Vec<Deadline>,
    /// When all has to be done, by the policy's promise.
    pub complete_by: Option<DateTime<Utc>>,
    /// Whether that has passed.
    pub is_overdue: bool,
    /// How many questions are open.
    pub questions: u64,
    /// What stopped the last run.
    pub problem: Option<String>,
}

/// Until when something has to be done, and by what.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Deadline {
    /// By what: `promise`, the policy's own.
    pub source: &'static str,
    /// What: `complete`.
    pub what: &'static str,
    /// The date as it is counted.
    pub strict: DateTime<Utc>,
    /// The date with the days on which nobody works left out.
    pub rolled: DateTime<Utc>,
}

impl Registry {
    /// At most `limit` requests that a filter lets through, in the order in which they were opened.
    ///
    /// # Errors
    /// The ledger fails.
    pub async fn requests(
        &self,
        filter: &RequestFilter,
        limit: usize,
    ) -> Result<Vec<RequestSummary>, EngineError> {
        let states = if filter.states.is_empty() { RequestState::ALL } else { &filter.states };
        let mut found = Vec::new();
        let mut after = filter.after;
        while found.len() < limit {
            let page = self.ledger.list(states, after, PAGE).await?;
            after = page.last().map(|standing| standing.id);
            for standing in &page {
                let summary = self.summary(standing).await?;
                if found.len() < limit && self.lets_through(filter, &summary).await? {
                    found.push(summary);
                }
            }
            if page.len() < PAGE {
                break;
            }
        }
        Ok(found)
    }

    async fn lets_through(
        &self,
        filter: &RequestFilter,
        summary: &RequestSummary,
    ) -> Result<bool, EngineError> {
        let by_channel = filter.channel.is_none_or(|channel| summary.channel == Some(channel));
        let is_due = |before: DateTime<Utc>| summary.deadlines.iter().any(|it| it.strict < before);
        if !by_channel || !filter.due_before.is_none_or(is_due) {
            return Ok(false);
        }
        let Some(tenant) = &filter.tenant else { return Ok(true) };
        let dossier = self.archive().dossier(summary.request).await?;
        Ok(dossier.is_some_and(|it| it.request.tenancy().tenant() == Some(tenant.as_str())))
    }

    /// One line of a list. A journal that cannot be read is told as such.
    pub(super) async fn summary(&self, standing: &Standing) -> Result<RequestSummary, EngineError> {
        let Standing { id, head: Head { state, due }, .. } = *standing;
        let history = match self.archive().history(id).await {
            Err(EngineError::Unreadable) => {
                History { problem: Some(Problem::Unreadable.to_string()), ..History::default() }
            }
            history => history?,
        };
        // What waits for the backups is done, unless the policy calls it done only once they are clean too.
        let is_gone = state == RequestState::AwaitingBackups && history.executed.is_complete;
        let is_promised = !state.is_terminal() && !is_gone;
        let complete_by = history.complete_by.filter(|_| is_promised);
        let deadline = |strict| Deadline { source: "promise", what: "complete", strict, rolled: strict };
        Ok(RequestSummary {
            request: id,
            state,
            channel: history.channel,
            opened_at: history.opened_at,
            due,
            deadlines: complete_by.map(deadline).into_iter().collect(),
            complete_by: history.complete_by,
            is_overdue: complete_by.is_some_and(|by| by < self.clock.now()),
            questions: history.open_questions().count() as u64,
            problem: history.problem,
        })
    }
}

impl Engine {
    /// At most `limit` requests that a filter lets through; see [`Registry::requests`].
    ///
    /// # Errors
    /// As there.
    pub async fn requests(
        &self,
        filter: &RequestFilter,
        limit: usize,
    ) -> Result<Vec<RequestSummary>, EngineError> {
        self.registry.requests(filter, limit).await
    }
}
