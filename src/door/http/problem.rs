//! Why a visit does not get what it asked for: for programs as problem details (RFC 9457) with a stable `code`, for people as
//! a page. Neither repeats what was sent.

use http::header::{HeaderName, RETRY_AFTER, WWW_AUTHENTICATE};
use http::{HeaderValue, StatusCode};
use serde::Serialize;

use super::reply::Reply;
use super::visit::BodyError;
use crate::engine::EngineError;
use crate::meta::CallbackError;
use crate::page::{Mishap, PageError};
use crate::port::LedgerError;

/// Why a visit does not get what it asked for.
#[derive(Debug)]
pub(super) struct Trouble {
    pub(super) status: StatusCode,
    /// A stable word.
    pub(super) code: &'static str,
    /// What is wrong and what to do, for whoever writes programs.
    detail: String,
    header: Option<(HeaderName, HeaderValue)>,
}

/// The body, as RFC 9457 has it. `code` is ours, and stable.
#[derive(Serialize)]
struct Details<'a> {
    r#type: &'static str,
    title: &'a str,
    status: u16,
    code: &'a str,
    detail: &'a str,
}

impl Trouble {
    pub(super) fn new(status: StatusCode, code: &'static str, detail: impl Into<String>) -> Self {
        Self { status, code, detail: detail.into(), header: None }
    }

    pub(super) fn bad_request() -> Self {
        Self::new(StatusCode::BAD_REQUEST, "bad_request", "this cannot be read; look at what was sent")
    }

    pub(super) fn not_found() -> Self {
        Self::new(StatusCode::NOT_FOUND, "not_found", "there is nothing at this address")
    }

    pub(super) fn method_not_allowed() -> Self {
        Self::new(
            StatusCode::METHOD_NOT_ALLOWED,
            "method_not_allowed",
            "this address is not for that method; `Allow` lists those that it is for",
        )
    }

    pub(super) fn forbidden() -> Self {
        Self::new(
            StatusCode::FORBIDDEN,
            "forbidden",
            "this came from somewhere else, or lacks what the page before gave; open that page and try again",
        )
    }

    pub(super) fn unauthorized() -> Self {
        let trouble = Self::new(
            StatusCode::UNAUTHORIZED,
            "unauthorized",
            "this is for operators; say who you are as the host's guard asks it",
        );
        trouble.with(WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"))
    }

    /// Something of ours does not work. What it is stands in the log, and not here.
    pub(super) fn unavailable() -> Self {
        Self::new(
            StatusCode::SERVICE_UNAVAILABLE,
            "unavailable",
            "this does not work at present; try again later",
        )
    }

    pub(super) fn too_many(seconds: u64) -> Self {
        let trouble = Self::new(
            StatusCode::TOO_MANY_REQUESTS,
            "too_many",
            "there were too many tries; `Retry-After` says how many seconds to wait",
        );
        trouble.with(RETRY_AFTER, HeaderValue::from(seconds))
    }

    pub(super) fn unsupported_media(wanted: &str) -> Self {
        Self::new(
            StatusCode::UNSUPPORTED_MEDIA_TYPE,
            "unsupported_media_type",
            format!("the body has to be `{wanted}`; say so in `Content-Type`"),
        )
    }

    /// A body that is not the object that was expected. Only the place is told: the rest could be personal.
    pub(super) fn unreadable_json(error: &serde_json::Error) -> Self {
        let what = match error.classify() {
            serde_json::error::Category::Data => "has a member that is missing, unknown or of another form",
            _ => "is no JSON",
        };
        Self::new(
            StatusCode::BAD_REQUEST,
            "unreadable_body",
            format!("the body {what}; look at line {}, column {}", error.line(), error.column()),
        )
    }

    /// What is readable and cannot be done.
    pub(super) fn unprocessable(code: &'static str, detail: impl Into<String>) -> Self {
        Self::new(StatusCode::UNPROCESSABLE_ENTITY, code, detail)
    }

    fn with(mut self, name: HeaderName, value: HeaderValue) -> Self {
        self.header = Some((name, value));
        self
    }

    /// What a page says about it.
    pub(super) fn mishap(&self) -> Mishap {
        match self.status {
            StatusCode::NOT_FOUND | StatusCode::METHOD_NOT_ALLOWED => Mishap::NotFound,
            StatusCode::FORBIDDEN | StatusCode::UNAUTHORIZED => Mishap::Forbidden,
            StatusCode::CONFLICT | StatusCode::GONE => Mishap::NotPossible,
            StatusCode::PAYLOAD_TOO_LARGE => Mishap::TooLarge,
            StatusCode::TOO_MANY_REQUESTS => Mishap::TooMany,
            status if status.is_server_error() => Mishap::Unavailable,
            _ => Mishap::BadRequest,
        }
    }

    /// The reply to a program.
    pub(super) fn to_program(&self) -> Reply {
        let details = Details {
            r#type: "about:blank",
            title: self.status.canonical_reason().unwrap_or_default(),
            status: self.status.as_u16(),
            code: self.code,
            detail: &self.detail,
        };
        // Words and a number can always be written.
        let body = serde_json::to_string(&details).unwrap_or_default();
        self.on(Reply::of_type(self.status, "application/problem+json", body))
    }

    /// The reply to a person, with this page.
    pub(super) fn to_person(&self, page: String) -> Reply {
        self.on(Reply::html(self.status, page))
    }

    fn on(&self, reply: Reply) -> Reply {
        match &self.header {
            Some((name, value)) => reply.with(name.clone(), value.clone()),
            None => reply,
        }
    }
}

impl From<BodyError> for Trouble {
    fn from(error: BodyError) -> Self {
        match error {
            BodyError::TooLarge => {
                Self::new(StatusCode::PAYLOAD_TOO_LARGE, "too_large", "the body is too large for this route")
            }
            BodyError::TooSlow => Self::new(
                StatusCode::REQUEST_TIMEOUT,
                "too_slow",
                "the body did not come in time; send it again",
            ),
            BodyError::Broken => Self::bad_request(),
        }
    }
}

impl From<CallbackError> for Trouble {
    fn from(error: CallbackError) -> Self {
        Self::new(StatusCode::BAD_REQUEST, error.code(), error.to_string())
    }
}

impl From<PageError> for Trouble {
    fn from(error: PageError) -> Self {
        tracing::error!(%error, "a page cannot be made");
        Self::unavailable()
    }
}

/// What can be asked for otherwise is said; what is ours to mend is not for strangers to read.
impl From<EngineError> for Trouble {
    fn from(error: EngineError) -> Self {
        let detail = error.to_string();
        let conflict = |code| Self::new(StatusCode::CONFLICT, code, detail.as_str());
        let unprocessable = |code| Self::unprocessable(code, detail.as_str());
        match &error {
            EngineError::Ledger(LedgerError::Unknown(_)) => {
                Self::new(StatusCode::NOT_FOUND, "unknown_request", "there is no request with this id")
            }
            EngineError::Ledger(LedgerError::Conflict(_)) | EngineError::Busy => conflict("busy"),
            EngineError::Transition(_) => conflict("not_possible"),
            EngineError::Forgotten => conflict("forgotten"),
            EngineError::NoQuestion(_) => conflict("no_question"),
            EngineError::NoPlan => conflict("no_plan"),
            EngineError::OtherPlan { .. } => conflict("other_plan"),
            EngineError::NoExtension => conflict("no_extension"),
            EngineError::HeldPersons(_) => conflict("on_hold"),
            EngineError::ChannelClosed(_) => conflict("channel_closed"),
            EngineError::NoReason => unprocessable("no_reason"),
            EngineError::UnlistedMethod { .. } => unprocessable("unlisted_method"),
            EngineError::UnknownTenant { .. } => unprocessable("unknown_tenant"),
            EngineError::Request(_) => unprocessable("no_request"),
            EngineError::Plan(_) => unprocessable("no_plan_possible"),
            _ => {
                tracing::error!(problem = %error.problem(), "a visit could not be answered");
                Self::unavailable()
            }
        }
    }
}
