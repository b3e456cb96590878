//! JSON for the staff: which requests there are, what is decided on them, and legal holds.
//!
//! Replies hold no identifiers and no tenants. Whoever decides is written down under the name that the guard gave.

mod decisions;
mod holds;
mod requests;

use super::doors::Doors;
use super::problem::Trouble;
use super::tries::Try;
use super::visit::Visit;
use crate::request::{Actor, RequestId};

impl Doors {
    /// Who decides here. Tokens that are wrong count as guesses.
    pub(super) async fn operator(&self, visit: &Visit) -> Result<Actor, Trouble> {
        let guard = self.guard.as_ref().ok_or_else(Trouble::not_found)?;
        self.let_try(Try::Guess, visit)?;
        let actor = guard.allow(&visit.headers).await;
        actor.ok_or_else(|| {
            self.count(Try::Guess, visit);
            Trouble::unauthorized()
        })
    }
}

/// The request that the address names.
fn id(visit: &Visit) -> Result<RequestId, Trouble> {
    let id = visit.place("id")?.parse();
    id.map_err(|error: crate::request::RequestIdError| {
        Trouble::new(http::StatusCode::BAD_REQUEST, "no_request_id", error.to_string())
    })
}

/// An actor's name, where it stands beside a reason.
fn name(actor: &Actor) -> String {
    match actor {
        Actor::Person => "person".to_owned(),
        Actor::Host => "host".to_owned(),
        Actor::Operator(name) => name.clone(),
    }
}
