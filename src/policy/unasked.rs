//! What a policy does without anybody asking: people who are not seen for long, people who come back by an import, and
//! an access that was taken away at Meta.
//!
//! Knows the rules as they are written; a version that carries out none of them says so in `validate`.

use serde::Serialize;

use super::period::Period;
use crate::text::words::words;

/// People of one kind who are erased when nothing was seen of them for a time: an `[[inactive]]` of the file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Inactive {
    pub(super) subject: String,
    pub(super) period: Period,
    pub(super) start: String,
    pub(super) notify_before: Option<Period>,
}

impl Inactive {
    /// Erases people of a kind when `period` has passed since the event, such as `last_login`.
    pub fn new(subject: impl Into<String>, period: Period, start: impl Into<String>) -> Self {
        Self { subject: subject.into(), period, start: start.into(), notify_before: None }
    }

    /// Tells them this long before.
    #[must_use]
    pub fn with_notify_before(mut self, period: Period) -> Self {
        self.notify_before = Some(period);
        self
    }

    /// The kind of person, as the data map's `subject` names it.
    pub fn subject(&self) -> &str {
        &self.subject
    }

    /// How long nothing was seen of them.
    pub fn period(&self) -> Period {
        self.period
    }

    /// The event that it is counted from, as the data map's `events` name it.
    pub fn start(&self) -> &str {
        &self.start
    }

    /// How long before they are told.
    pub fn notify_before(&self) -> Option<Period> {
        self.notify_before
    }
}

words! {
    /// What becomes of somebody who was erased and is imported again.
    #[derive(Default)]
    "an answer to an import" OnImport {
        /// They are let in like anybody.
        #[default]
        Allow = "allow",
        /// They are let in, and somebody is told.
        Alert = "alert",
        /// They are kept out.
        Block = "block",
    }
}

/// What becomes of people who were erased and come back by an import: the `[suppression]` of the file.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Suppression {
    pub(super) on_import: OnImport,
    pub(super) period: Option<Period>,
}

impl Suppression {
    /// Says what becomes of them.
    pub fn new(on_import: OnImport) -> Self {
        Self { on_import, period: None }
    }

    /// Remembers for so long who was erased.
    #[must_use]
    pub fn with_period(mut self, period: Period) -> Self {
        self.period = Some(period);
        self
    }

    /// What becomes of them.
    pub fn on_import(&self) -> OnImport {
        self.on_import
    }

    /// For how long it is remembered who was erased.
    pub fn period(&self) -> Option<Period> {
        self.period
    }
}
