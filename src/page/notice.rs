//! What is written to a person, as data, and as the message that is handed on.
//!
//! Knows what is announced, and not how it gets there.

use std::fmt;

use chrono::{DateTime, Utc};

use super::person::PersonView;

/// What a notice announces.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum NoticeKind {
    /// The request came in.
    Acknowledged,
    /// The person has to show that they are who they say.
    ProveYourself(Proving),
    /// It begins at a set time, and how to cancel it.
    Scheduled,
    /// All is gone.
    Completed,
    /// Some of it is kept.
    PartlyKept,
    /// Nothing was found.
    NothingHeld,
    /// It was refused, and why.
    Refused,
    /// It was cancelled.
    Cancelled,
}

impl NoticeKind {
    /// The word for it, for an outbox.
    pub const fn as_str(&self) -> &'static str {
        match self {
            Self::Acknowledged => "acknowledged",
            Self::ProveYourself(_) => "prove_yourself",
            Self::Scheduled => "scheduled",
            Self::Completed => "completed",
            Self::PartlyKept => "partly_kept",
            Self::NothingHeld => "nothing_held",
            Self::Refused => "refused",
            Self::Cancelled => "cancelled",
        }
    }
}

/// By what the person shows who they are. Both are secrets; `Debug` hides them.
#[derive(Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Proving {
    /// By a link, in a message to the address that is on record.
    Link {
        /// The page that it leads to.
        url: String,
        /// Until when it works.
        until: DateTime<Utc>,
    },
    /// By a code, in a message to the number that is on record.
    Code {
        /// The code.
        code: String,
        /// Until when it works.
        until: DateTime<Utc>,
    },
}

impl Proving {
    /// By a link.
    pub fn link(url: impl Into<String>, until: DateTime<Utc>) -> Self {
        Self::Link { url: url.into(), until }
    }

    /// By a code.
    pub fn code(code: impl Into<String>, until: DateTime<Utc>) -> Self {
        Self::Code { code: code.into(), until }
    }
}

impl fmt::Debug for Proving {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Link { .. } => "Link(redacted)",
            Self::Code { .. } => "Code(redacted)",
        })
    }
}

/// What a notice is made from.
#[derive(Clone)]
#[non_exhaustive]
pub struct NoticeView<'a> {
    /// What it announces.
    pub kind: NoticeKind,
    /// What the person is told of their request.
    pub view: &'a PersonView,
    /// The page of the request. Whoever has it can see how the request stands, so that it goes only to the person.
    pub status_url: Option<String>,
}

impl<'a> NoticeView<'a> {
    /// Announces it of this request.
    pub fn new(kind: NoticeKind, view: &'a PersonView) -> Self {
        Self { kind, view, status_url: None }
    }

    /// Leads to the page of the request.
    #[must_use]
    pub fn with_status_url(mut self, url: impl Into<String>) -> Self {
        self.status_url = Some(url.into());
        self
    }
}

impl fmt::Debug for NoticeView<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("NoticeView").field("kind", &self.kind).finish_non_exhaustive()
    }
}

/// A finished message, as text and as HTML of the same words. It may hold links and codes: `Debug` hides it.
#[derive(Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Notice {
    /// What it announces, as a word.
    pub kind: &'static str,
    /// Its language.
    pub language: String,
    /// Its subject. It has no line breaks.
    pub subject: String,
    /// The message as text.
    pub text: String,
    /// The same as HTML.
    pub html: String,
}

impl fmt::Debug for Notice {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Notice")
            .field("kind", &self.kind)
            .field("language", &self.language)
            .finish_non_exhaustive()
    }
}

/// A notice could not be composed: words or templates that a host has changed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("a notice cannot be written: {0}")]
pub struct ComposeError(pub String);

/// Writes notices in the words of a language. With feature `pages` a [`Renderer`](super::Renderer) does.
pub trait Composer: fmt::Debug + Send + Sync + 'static {
    /// A finished notice.
    ///
    /// # Errors
    /// It cannot be written.
    fn compose(&self, notice: &NoticeView<'_>) -> Result<Notice, ComposeError>;
}
