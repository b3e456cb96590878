//! What the routes are made from, and what all of them share: addresses, languages, the clock, and how trouble is told.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use chrono::{DateTime, Utc};
use http::{HeaderName, HeaderValue};
use url::Url;

use super::guard::Guard;
use super::headers::{language, wants_json};
use super::problem::Trouble;
use super::reply::Reply;
use super::self_service::SelfService;
use super::tries::{Tries, Try};
use super::visit::Visit;
use crate::engine::Engine;
use crate::meta::{MetaApp, StatusPage, StatusPageError};
use crate::page::{PageError, Renderer, Site};
use crate::policy::Policy;
use crate::port::EntropyError;

/// How long a body may take.
const BODY_TIME: Duration = Duration::from_secs(10);

/// An engine's routes, before they are mounted. See the [module](super) for what they are.
#[must_use = "the routes are there once `router` is nested"]
pub struct Doors {
    pub(super) engine: Engine,
    pub(super) renderer: Renderer,
    base: Url,
    pub(super) status_page: StatusPage,
    pub(super) apps: BTreeMap<String, MetaApp>,
    pub(super) guard: Option<Arc<dyn Guard>>,
    pub(super) self_service: Option<Arc<dyn SelfService>>,
    pub(super) client_header: Option<HeaderName>,
    pub(super) body_time: Duration,
    pub(super) tries: Tries,
}

/// Why no routes can be made.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum DoorsError {
    /// The public address cannot be one.
    #[error("the public address of the routes: {0}")]
    BaseUrl(#[from] StatusPageError),
    /// The public address has a query, which no route can be put behind.
    #[error("the public address of the routes has a query; leave out `?` and what follows")]
    Query,
    /// There is no randomness.
    #[error(transparent)]
    Entropy(#[from] EntropyError),
}

impl Doors {
    /// The routes of an engine. `base_url` is the address below which the public sees them, whatever lies between: with
    /// `https://crm.example/privacy`, a status page is `https://crm.example/privacy/status/…`.
    ///
    /// # Errors
    /// An address that is not HTTPS (except on this machine), has credentials, a query or a fragment.
    pub fn new(engine: Engine, renderer: Renderer, base_url: Url) -> Result<Self, DoorsError> {
        StatusPage::new(base_url.clone())?;
        if base_url.query().is_some() {
            return Err(DoorsError::Query);
        }
        let mut key = [0; 32];
        engine.registry().entropy.fill(&mut key)?;
        let status_page = StatusPage::new(below(&base_url, &["status"]))?;
        Ok(Self {
            engine,
            renderer,
            base: base_url,
            status_page,
            apps: BTreeMap::new(),
            guard: None,
            self_service: None,
            client_header: None,
            body_time: BODY_TIME,
            tries: Tries::new(key),
        })
    }

    /// Takes the callbacks of an app of Meta's below `/meta/{name}/`.
    pub fn with_meta(mut self, name: impl Into<String>, app: MetaApp) -> Self {
        self.apps.insert(name.into(), app);
        self
    }

    /// Opens the operators' routes to whom this guard lets in. Without a guard they do not exist.
    pub fn with_guard(mut self, guard: impl Guard) -> Self {
        self.guard = Some(Arc::new(guard));
        self
    }

    /// Lets people who are signed in to the host's product ask without filling anything in.
    pub fn with_self_service(mut self, self_service: impl SelfService) -> Self {
        self.self_service = Some(Arc::new(self_service));
        self
    }

    /// Takes visitors' addresses from this header, which a proxy before the host sets. Of a list, the last address counts,
    /// which is the one that the nearest proxy saw. Only for hosts that nobody reaches except through that proxy: anybody can
    /// send headers.
    ///
    /// Without it, the address is that of the connection, if the host serves with
    /// [connection info](axum::extract::ConnectInfo). Where no address is known, all visitors count as one network: then
    /// somebody who guesses keeps out everybody.
    pub fn with_client_address_from(mut self, header: HeaderName) -> Self {
        self.client_header = Some(header);
        self
    }

    /// Gives up on a body that is not there after this time; ten seconds unless set.
    pub fn with_body_time(mut self, time: Duration) -> Self {
        self.body_time = time;
        self
    }

    /// The path of an address of ours, as the public sees it, from the configured address.
    pub(super) fn path(&self, segments: &[&str]) -> String {
        below(&self.base, segments).path().to_owned()
    }

    /// The configured address.
    pub(super) fn base(&self) -> &Url {
        &self.base
    }

    pub(super) fn policy(&self) -> &Policy {
        self.engine.planner().policy()
    }

    pub(super) fn now(&self) -> DateTime<Utc> {
        self.engine.registry().clock.now()
    }

    /// The language of the policy's that a visitor prefers.
    pub(super) fn language<'d>(&'d self, visit: &Visit) -> &'d str {
        let asked = visit.query().find_map(|(name, value)| (name == "lang").then_some(value));
        let offered = self.policy().pages().languages();
        // A policy without languages offers English.
        language(asked.as_deref(), &visit.headers, &offered).unwrap_or("en")
    }

    pub(super) fn site(&self, visit: &Visit) -> Site {
        Site::of(self.policy(), self.language(visit))
    }

    /// Puts a network off that has used up its tries.
    pub(super) fn let_try(&self, what: Try, visit: &Visit) -> Result<(), Trouble> {
        match self.tries.wait(what, visit.client, visit.at) {
            Some(seconds) => Err(Trouble::too_many(seconds)),
            None => Ok(()),
        }
    }

    /// Counts a try of the visitor's network.
    pub(super) fn count(&self, what: Try, visit: &Visit) {
        self.tries.count(what, visit.client, visit.at);
    }

    /// The reply to a program.
    pub(super) fn to_program(reply: Result<Reply, Trouble>) -> Reply {
        reply.unwrap_or_else(|trouble| trouble.to_program())
    }

    /// The reply to a person, or to a program that asks what people ask.
    pub(super) fn to_person(&self, visit: &Visit, reply: Result<Reply, Trouble>) -> Reply {
        let reply = reply.or_else(|trouble| {
            if wants_json(&visit.headers) {
                return Ok(trouble.to_program());
            }
            let page = self.renderer.mishap(&self.site(visit), trouble.mishap());
            page.and_then(|page| self.renderer.html(&page)).map(|page| trouble.to_person(page))
        });
        // Words that a host broke leave no page to say so on.
        reply.unwrap_or_else(|error: PageError| Trouble::from(error).to_program()).varying()
    }

    /// The header `Content-Security-Policy` of all answers.
    pub(super) fn content_security_policy(&self) -> HeaderValue {
        // Base64 and words of ours can always stand in a header.
        HeaderValue::try_from(self.renderer.content_security_policy())
            .unwrap_or_else(|_| HeaderValue::from_static("default-src 'none'; frame-ancestors 'none'"))
    }
}

/// The address of segments below a base.
fn below(base: &Url, segments: &[&str]) -> Url {
    let mut url = base.clone();
    // Only an address without a host has no segments, and `Doors::new` lets none through.
    if let Ok(mut path) = url.path_segments_mut() {
        path.pop_if_empty().extend(segments);
    }
    url
}

impl fmt::Debug for Doors {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Doors")
            .field("engine", &self.engine)
            .field("base_url", &self.base.as_str())
            .field("apps", &self.apps.keys())
            .field("has_guard", &self.guard.is_some())
            .field("has_self_service", &self.self_service.is_some())
            .finish_non_exhaustive()
    }
}
