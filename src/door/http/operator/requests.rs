//! Which requests there are, where one stands, what is due, and asking on somebody's behalf.

use chrono_tz::UTC;
use http::StatusCode;
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::id;
use crate::door::http::doors::Doors;
use crate::door::http::problem::Trouble;
use crate::door::http::reply::Reply;
use crate::door::http::visit::Visit;
use crate::engine::{EngineError, Idempotency, RequestFilter, RequestSummary};
use crate::identifier::Identifier;
use crate::policy::{Channel, Period, VerificationMethod};
use crate::request::{ReplyTo, Request, RequestId, RequestState, Scope};

/// How many requests a list has unless its address says so.
const PAGE: usize = 100;
/// How many it has at most.
const MAX_PAGE: usize = 1_000;

/// A list, and behind which of them the next page begins.
#[derive(Serialize)]
struct Listed {
    requests: Vec<RequestSummary>,
    #[serde(skip_serializing_if = "Option::is_none")]
    next: Option<RequestId>,
}

/// A request on somebody's behalf.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Asked {
    /// Who: identifiers of one person.
    #[serde(default)]
    identifiers: Vec<Named>,
    /// What for; all that is theirs unless it is said.
    #[serde(default)]
    scope: Option<Scope>,
    #[serde(default)]
    tenant: Option<String>,
    #[serde(default)]
    all_tenants: bool,
    /// The checks of identity that somebody has made already.
    #[serde(default)]
    verified: Vec<VerificationMethod>,
    /// Where notices go.
    #[serde(default)]
    reply_to: Option<Address>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Address {
    address: String,
    #[serde(default)]
    language: Option<String>,
}

/// An identifier as people write it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Named {
    kind: String,
    value: String,
}

/// Reads identifiers. What is wrong with one is told by its place.
pub(super) fn identifiers(named: &[Named]) -> Result<Vec<Identifier>, Trouble> {
    let read = |(place, it): (usize, &Named)| {
        Identifier::parse(&it.kind, &it.value, None).map_err(|error| {
            Trouble::unprocessable("no_identifier", format!("identifier {}: {error}", place + 1))
        })
    };
    named.iter().enumerate().map(read).collect()
}

impl Doors {
    /// `GET requests?state=&channel=&due_within=&after=&limit=`; `state` may stand several times.
    pub(in crate::door::http) async fn list_requests(&self, visit: &Visit) -> Result<Reply, Trouble> {
        self.operator(visit).await?;
        let (mut filter, mut limit) = (RequestFilter::all(), PAGE);
        for (name, value) in visit.query() {
            filter = match name.as_str() {
                "state" => {
                    filter.in_state(value.parse().map_err(|_| bad_query(&RequestState::WORDS.join("`, `")))?)
                }
                "channel" => {
                    filter.by_channel(value.parse().map_err(|_| bad_query(&Channel::WORDS.join("`, `")))?)
                }
                "due_within" => filter.due_before(self.end_of(&value)?),
                "after" => filter.after(value.parse().map_err(|_| bad_query("the id of a request"))?),
                "limit" => {
                    let said = value.parse().ok().filter(|limit| (1..=MAX_PAGE).contains(limit));
                    limit = said.ok_or_else(|| bad_query("a number from 1 to 1000"))?;
                    filter
                }
                _ => return Err(bad_query("state=`, `channel=`, `due_within=`, `after=`, `limit=")),
            };
        }
        let requests = self.engine.registry().requests(&filter, limit).await?;
        let next = requests.last().filter(|_| requests.len() == limit).map(|last| last.request);
        Reply::json(StatusCode::OK, &Listed { requests, next })
    }

    /// `GET requests/{id}`.
    pub(in crate::door::http) async fn show_request(&self, visit: &Visit) -> Result<Reply, Trouble> {
        self.operator(visit).await?;
        self.shown(StatusCode::OK, id(visit)?).await
    }

    /// Where a request stands, without its code.
    pub(super) async fn shown(&self, status: StatusCode, id: RequestId) -> Result<Reply, Trouble> {
        Reply::json(status, &self.engine.registry().report(id).await?)
    }

    /// `GET due?within=`: what is overdue, and what will be soon.
    pub(in crate::door::http) async fn due(&self, visit: &Visit) -> Result<Reply, Trouble> {
        self.operator(visit).await?;
        let mut end = self.end_of("7 days")?;
        for (name, value) in visit.query() {
            match name.as_str() {
                "within" => end = self.end_of(&value)?,
                _ => return Err(bad_query("within=")),
            }
        }
        let filter = RequestFilter::all().due_before(end);
        let requests = self.engine.registry().requests(&filter, MAX_PAGE).await?;
        let is_all = requests.len() < MAX_PAGE;
        let (overdue, soon): (Vec<_>, Vec<_>) = requests.into_iter().partition(|it| it.is_overdue);
        Reply::json(StatusCode::OK, &json!({ "overdue": overdue, "soon": soon, "is_all": is_all }))
    }

    /// `POST requests`: opens one, by the channel `operator`. The reply has its code, which is for the person.
    pub(in crate::door::http) async fn open_request(&self, visit: &Visit) -> Result<Reply, Trouble> {
        self.operator(visit).await?;
        let asked: Asked = visit.json()?;
        let mut request =
            Request::builder(Channel::Operator).with_identifiers(identifiers(&asked.identifiers)?);
        if let Some(scope) = asked.scope {
            request = request.with_scope(scope);
        }
        if let Some(key) = asked.tenant {
            request = request.in_tenant(key);
        }
        if asked.all_tenants {
            request = request.for_all_tenants();
        }
        for method in asked.verified {
            request = request.with_verification(method);
        }
        if let Some(Address { address, language }) = asked.reply_to {
            let language = language.unwrap_or_else(|| self.language(visit).to_owned());
            request = request.with_reply_to(ReplyTo::new(address, language));
        }
        let request = request.build().map_err(EngineError::from)?;
        let ticket = self.engine.open(&request, &Idempotency::WhileOpen).await?;
        let status = if ticket.is_new { StatusCode::CREATED } else { StatusCode::OK };
        let page = self.status_page.response(&ticket.code);
        let body = json!({
            "request": ticket.id,
            "confirmation_code": page.confirmation_code(),
            "url": page.url(),
            "is_new": ticket.is_new,
        });
        Reply::json(status, &body)
    }

    /// The end of a period such as `7 days` that begins now.
    fn end_of(&self, period: &str) -> Result<chrono::DateTime<chrono::Utc>, Trouble> {
        let period: Period = period.parse().map_err(|_| bad_query("a period such as `7 days`"))?;
        period.after(self.now(), UTC).ok_or_else(|| bad_query("a shorter period"))
    }
}

/// What stands behind the question mark cannot be read; what stood there is not repeated.
fn bad_query(wanted: &str) -> Trouble {
    let detail = format!("the address has something else behind its question mark than `{wanted}`");
    Trouble::new(StatusCode::BAD_REQUEST, "bad_query", detail)
}
