//! What a visit is answered with. Knows statuses, headers and text, and no framework.

use std::fmt;

use http::header::{CONTENT_TYPE, LOCATION, VARY};
use http::{HeaderMap, HeaderName, HeaderValue, StatusCode};
use serde::Serialize;

use super::problem::Trouble;

/// What a visit is answered with. `Debug` hides the body and the headers, which may hold a code.
#[derive(Clone, PartialEq, Eq)]
pub(super) struct Reply {
    pub(super) status: StatusCode,
    /// Without those that all replies have.
    pub(super) headers: HeaderMap,
    pub(super) body: String,
}

impl Reply {
    /// A page.
    pub(super) fn html(status: StatusCode, body: String) -> Self {
        Self::of_type(status, "text/html; charset=utf-8", body)
    }

    /// An object for programs.
    ///
    /// # Errors
    /// It cannot be written, which does not depend on who asks.
    pub(super) fn json(status: StatusCode, value: &impl Serialize) -> Result<Self, Trouble> {
        let body = serde_json::to_string(value).map_err(|_| Trouble::unavailable())?;
        Ok(Self::of_type(status, "application/json", body))
    }

    /// Leads to another page of ours, which is then fetched with GET. `path` is the path of an address of ours.
    ///
    /// # Errors
    /// The configured address holds what no header can, which [`Doors::new`](super::Doors::new) lets nobody configure.
    pub(super) fn see_other(path: &str) -> Result<Self, Trouble> {
        let location = HeaderValue::from_str(path).map_err(|_| Trouble::unavailable())?;
        let reply = Self { status: StatusCode::SEE_OTHER, headers: HeaderMap::new(), body: String::new() };
        Ok(reply.with(LOCATION, location))
    }

    /// The body in this type.
    pub(super) fn of_type(status: StatusCode, content_type: &'static str, body: String) -> Self {
        let reply = Self { status, headers: HeaderMap::new(), body };
        reply.with(CONTENT_TYPE, HeaderValue::from_static(content_type))
    }

    /// Says that form and language follow what the visitor prefers.
    pub(super) fn varying(self) -> Self {
        self.with(VARY, HeaderValue::from_static("Accept, Accept-Language"))
    }

    /// The same with one more header.
    pub(super) fn with(mut self, name: HeaderName, value: HeaderValue) -> Self {
        self.headers.insert(name, value);
        self
    }
}

impl fmt::Debug for Reply {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Reply").field("status", &self.status).finish_non_exhaustive()
    }
}
