//! Meta's callbacks: a person asks for deletion, or takes an app's access away.
//!
//! Both are answered alike whether anybody knows the person or not. A repetition gets the answer of the first.

use http::StatusCode;
use serde_json::json;

use super::doors::Doors;
use super::problem::Trouble;
use super::reply::Reply;
use super::visit::Visit;
use crate::engine::Idempotency;
use crate::meta::{Deletion, IdempotencyKey, MetaApp};

impl Doors {
    /// `POST /meta/{app}/deletion`.
    pub(super) async fn deletion(&self, visit: &Visit) -> Result<Reply, Trouble> {
        let (app, signed_request) = self.callback(visit)?;
        match app.deletion(&signed_request, visit.at)? {
            Deletion::Asked(asked) => {
                let ticket = self.engine.open(&asked.request, &recognised(asked.key)).await?;
                Reply::json(StatusCode::OK, &self.status_page.response(&ticket.code))
            }
            // Nobody asked for anything, so that there is nothing to follow.
            Deletion::PageRemoved(_) => Reply::json(StatusCode::OK, &json!({})),
        }
    }

    /// `POST /meta/{app}/deauthorize`. What the policy's `on_deauthorize` names dies by a request of its own, which is also the
    /// record of it; the rest of the person's data is not asked for.
    pub(super) async fn deauthorization(&self, visit: &Visit) -> Result<Reply, Trouble> {
        let (app, signed_request) = self.callback(visit)?;
        let left = app.deauthorization(&signed_request, visit.at)?;
        match app.revocation(&left, self.policy())? {
            Some(request) => {
                let ticket = self.engine.open(&request, &recognised(left.key)).await?;
                tracing::info!(request = %ticket.id, is_new = ticket.is_new, "an app was deauthorised; what dies with it is due");
            }
            None => tracing::info!("an app was deauthorised; the policy lets nothing die with it"),
        }
        Reply::json(StatusCode::OK, &json!({}))
    }

    /// The app that a callback is for, and the one token that it brings.
    fn callback(&self, visit: &Visit) -> Result<(&MetaApp, String), Trouble> {
        let app = self.apps.get(visit.place("app")?).ok_or_else(Trouble::not_found)?;
        let form = visit.form()?;
        let twice = |_| {
            Trouble::new(StatusCode::BAD_REQUEST, "malformed", "the form has `signed_request` more than once")
        };
        Ok((app, form.text("signed_request").map_err(twice)?.to_owned()))
    }
}

/// By what the same callback is recognised. One of which Meta did not say when it was made is told by its open request.
fn recognised(key: Option<IdempotencyKey>) -> Idempotency {
    key.map_or(Idempotency::WhileOpen, Idempotency::Key)
}
