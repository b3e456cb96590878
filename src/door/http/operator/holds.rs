//! Legal holds: placed, listed and released. Whom they are on is never told.

use chrono::{DateTime, NaiveDate, Utc};
use http::StatusCode;
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::name;
use super::requests::{Named, identifiers};
use crate::door::http::doors::Doors;
use crate::door::http::problem::Trouble;
use crate::door::http::reply::Reply;
use crate::door::http::visit::Visit;
use crate::hold::{HoldScope, LegalHold, PlacedHold};
use crate::policy::CategoryId;

/// A hold as it is posted.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Posting {
    matter: String,
    authority: String,
    scope: PostedScope,
    #[serde(default)]
    review: Option<NaiveDate>,
}

/// What it is on.
#[derive(Deserialize)]
#[serde(rename_all = "snake_case")]
enum PostedScope {
    Subject(Vec<Named>),
    Tenant(String),
    Category(CategoryId),
    Everything,
}

/// A hold as it is told: on a person or a tenant, and not on which.
#[derive(Serialize)]
struct Told<'a> {
    matter: &'a str,
    authority: &'a str,
    scope: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    category: Option<&'a CategoryId>,
    #[serde(skip_serializing_if = "Option::is_none")]
    review: Option<NaiveDate>,
    placed_by: &'a str,
    placed_at: DateTime<Utc>,
}

impl<'a> From<&'a PlacedHold> for Told<'a> {
    fn from(placed: &'a PlacedHold) -> Self {
        let (scope, category) = match placed.hold.scope() {
            HoldScope::Subject(_) => ("subject", None),
            HoldScope::Tenant(_) => ("tenant", None),
            HoldScope::Category(category) => ("category", Some(category)),
            HoldScope::Everything => ("everything", None),
        };
        Self {
            matter: placed.hold.matter(),
            authority: &placed.authority,
            scope,
            category,
            review: placed.review,
            placed_by: &placed.placed_by,
            placed_at: placed.placed_at,
        }
    }
}

impl Doors {
    /// `GET holds`.
    pub(in crate::door::http) async fn list_holds(&self, visit: &Visit) -> Result<Reply, Trouble> {
        self.operator(visit).await?;
        let placed = self.engine.registry().placed_holds().await?;
        let told: Vec<Told<'_>> = placed.iter().map(Told::from).collect();
        Reply::json(StatusCode::OK, &json!({ "holds": told }))
    }

    /// `POST holds`; one on the same matter is replaced.
    pub(in crate::door::http) async fn place_hold(&self, visit: &Visit) -> Result<Reply, Trouble> {
        let by = self.operator(visit).await?;
        let posted: Posting = visit.json()?;
        let scope = match posted.scope {
            PostedScope::Subject(named) => HoldScope::Subject(identifiers(&named)?),
            PostedScope::Tenant(key) => HoldScope::Tenant(key),
            PostedScope::Category(category) => HoldScope::Category(category),
            PostedScope::Everything => HoldScope::Everything,
        };
        let hold = LegalHold::new(posted.matter, scope)
            .map_err(|error| Trouble::unprocessable("no_hold", error.to_string()))?;
        let mut placed = PlacedHold::new(hold, posted.authority, name(&by), self.now());
        placed.review = posted.review;
        self.engine.registry().place_hold(&placed).await?;
        Reply::json(StatusCode::CREATED, &Told::from(&placed))
    }

    /// `POST holds/{matter}/release`: says how many requests are due since.
    pub(in crate::door::http) async fn release_hold(&self, visit: &Visit) -> Result<Reply, Trouble> {
        let by = self.operator(visit).await?;
        let due = self.engine.registry().release_hold(visit.place("matter")?, &by).await?;
        let due = due.ok_or_else(|| {
            Trouble::new(StatusCode::NOT_FOUND, "unknown_matter", "there is no hold on this matter")
        })?;
        Reply::json(StatusCode::OK, &json!({ "due": due }))
    }
}
