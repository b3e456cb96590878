//! What an operator decides on one request. Each says who and, where that is asked, why; each reply is where it stands then.

use chrono::{DateTime, Utc};
use http::StatusCode;
use serde::Deserialize;
use serde::de::DeserializeOwned;

use super::{id, name};
use crate::door::http::doors::Doors;
use crate::door::http::problem::Trouble;
use crate::door::http::reply::Reply;
use crate::door::http::visit::Visit;
use crate::engine::EngineError;
use crate::plan::PlanHash;
use crate::policy::VerificationMethod;
use crate::request::{Actor, Choice, Decision, RequestId};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Prove {
    method: VerificationMethod,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Ask {
    reason: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Approve {
    /// The hash of the plan that was looked at.
    plan: PlanHash,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Decide {
    question: u32,
    answer: Choice,
    reason: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Refuse {
    reason: String,
    #[serde(default)]
    citation: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Extend {
    reason: String,
    until: DateTime<Utc>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Cancel {}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Forward {
    to: String,
}

impl Doors {
    /// `POST requests/{id}/prove`, `{ "method" }`: somebody has checked who the person is.
    pub(in crate::door::http) async fn prove_request(&self, visit: &Visit) -> Result<Reply, Trouble> {
        self.decided(visit, async |id, it: Prove, by| self.engine.prove(id, &it.method, &by).await).await
    }

    /// `POST requests/{id}/ask`, `{ "reason" }`: the proof does not do.
    pub(in crate::door::http) async fn ask_for_more(&self, visit: &Visit) -> Result<Reply, Trouble> {
        self.decided(visit, async |id, it: Ask, by| self.engine.ask_for_proof(id, &it.reason, &by).await)
            .await
    }

    /// `POST requests/{id}/approve`, `{ "plan" }`.
    pub(in crate::door::http) async fn approve_request(&self, visit: &Visit) -> Result<Reply, Trouble> {
        self.decided(visit, async |id, it: Approve, by| self.engine.approve(id, it.plan, &by).await).await
    }

    /// `POST requests/{id}/decide`, `{ "question", "answer", "reason" }`.
    pub(in crate::door::http) async fn decide_request(&self, visit: &Visit) -> Result<Reply, Trouble> {
        self.decided(visit, async |id, it: Decide, by| {
            let decision = Decision { answer: it.answer, reason: it.reason, by: name(&by) };
            self.engine.decide(id, it.question, decision).await
        })
        .await
    }

    /// `POST requests/{id}/refuse`, `{ "reason", "citation" }`.
    pub(in crate::door::http) async fn refuse_request(&self, visit: &Visit) -> Result<Reply, Trouble> {
        self.decided(visit, async |id, it: Refuse, by| {
            self.engine.refuse(id, &it.reason, it.citation.as_deref(), &by).await
        })
        .await
    }

    /// `POST requests/{id}/extend`, `{ "reason", "until" }`.
    pub(in crate::door::http) async fn extend_request(&self, visit: &Visit) -> Result<Reply, Trouble> {
        self.decided(visit, async |id, it: Extend, by| {
            self.engine.extend(id, it.until, &it.reason, &by).await
        })
        .await
    }

    /// `POST requests/{id}/cancel`.
    pub(in crate::door::http) async fn cancel_request(&self, visit: &Visit) -> Result<Reply, Trouble> {
        self.decided(visit, async |id, Cancel {}, by| self.engine.cancel(id, &by).await).await
    }

    /// `POST requests/{id}/forward`, `{ "to" }`.
    pub(in crate::door::http) async fn forward_request(&self, visit: &Visit) -> Result<Reply, Trouble> {
        self.decided(visit, async |id, it: Forward, by| self.engine.forward(id, &it.to, &by).await).await
    }

    /// Decides on a request, and says where it stands then.
    async fn decided<T: DeserializeOwned>(
        &self,
        visit: &Visit,
        decide: impl AsyncFnOnce(RequestId, T, Actor) -> Result<(), EngineError>,
    ) -> Result<Reply, Trouble> {
        let by = self.operator(visit).await?;
        let id = id(visit)?;
        decide(id, visit.json()?, by).await?;
        self.shown(StatusCode::OK, id).await
    }
}
