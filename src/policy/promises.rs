//! What the business promises to whoever asks: how soon, who confirms, and under whose responsibility.
//!
//! Knows the promises as they are written; the statutory clocks and the deadlines of a request are worked out
//! elsewhere.

use serde::Serialize;

use super::is_default;
use super::period::Period;
use crate::text::words::words;

/// The ids of the laws whose clocks can be kept beside the promises.
pub const KNOWN_LAWS: &[&str] =
    &["eu-gdpr", "uk-gdpr", "in-dpdp", "us-ca", "br-lgpd", "id-pdp", "meta-terms"];

words! {
    /// The moment from which the promise to complete is counted.
    #[derive(Default)]
    "a moment to count from" PromiseStart {
        /// When the request came in.
        #[default]
        Receipt = "receipt",
        /// When the person was found to be who they say.
        Verification = "verification",
    }
}

words! {
    /// Whether somebody must approve a plan before it runs.
    #[derive(Default)]
    "a kind of approval" Approval {
        /// Nobody: a verified request runs by itself.
        #[default]
        None = "none",
        /// An operator, who approves the plan's hash.
        Operator = "operator",
    }
}

words! {
    /// What has to be gone before a request counts as completed in time.
    #[derive(Default)]
    "a meaning of completion" Completion {
        /// What the live systems hold.
        #[default]
        Live = "live",
        /// What backups hold, too.
        Backups = "backups",
    }
}

/// The `[promises]` of a policy. Nothing is promised that is not written.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Promises {
    pub(super) acknowledge_within: Option<Period>,
    pub(super) complete_within: Option<Period>,
    pub(super) counted_from: PromiseStart,
    pub(super) backups_rotate: Option<Period>,
    pub(super) grace: Option<Period>,
    pub(super) approval: Approval,
    #[serde(skip_serializing_if = "is_default")]
    pub(super) verification_extends: bool,
    #[serde(skip_serializing_if = "is_default")]
    pub(super) complete_means: Completion,
}

impl Promises {
    /// Promises an acknowledgement within this time of the receipt.
    #[must_use]
    pub fn with_acknowledge_within(mut self, period: Period) -> Self {
        self.acknowledge_within = Some(period);
        self
    }

    /// Promises completion within this time.
    #[must_use]
    pub fn with_complete_within(mut self, period: Period) -> Self {
        self.complete_within = Some(period);
        self
    }

    /// Says from when the promise to complete is counted.
    #[must_use]
    pub fn with_counted_from(mut self, start: PromiseStart) -> Self {
        self.counted_from = start;
        self
    }

    /// Says how long backups hold what is gone from the live systems.
    #[must_use]
    pub fn with_backups_rotate(mut self, period: Period) -> Self {
        self.backups_rotate = Some(period);
        self
    }

    /// Leaves this time in which a scheduled erasure can be cancelled.
    #[must_use]
    pub fn with_grace(mut self, period: Period) -> Self {
        self.grace = Some(period);
        self
    }

    /// Says who approves.
    #[must_use]
    pub fn with_approval(mut self, approval: Approval) -> Self {
        self.approval = approval;
        self
    }

    /// Lets the promise to complete wait while proof is awaited.
    #[must_use]
    pub fn with_verification_extending(mut self) -> Self {
        self.verification_extends = true;
        self
    }

    /// Says what has to be gone in time.
    #[must_use]
    pub fn with_complete_means(mut self, completion: Completion) -> Self {
        self.complete_means = completion;
        self
    }

    /// How soon a request is acknowledged, counted from its receipt.
    pub fn acknowledge_within(&self) -> Option<Period> {
        self.acknowledge_within
    }

    /// How soon it is completed, counted from [`Promises::counted_from`].
    pub fn complete_within(&self) -> Option<Period> {
        self.complete_within
    }

    /// The moment from which the promise to complete is counted.
    pub fn counted_from(&self) -> PromiseStart {
        self.counted_from
    }

    /// How long it takes until no backup holds what was erased. A request is not complete before.
    pub fn backups_rotate(&self) -> Option<Period> {
        self.backups_rotate
    }

    /// How long an erasure stays scheduled, and can be cancelled, before it runs.
    pub fn grace(&self) -> Option<Period> {
        self.grace
    }

    /// Who approves a plan before it runs.
    pub fn approval(&self) -> Approval {
        self.approval
    }

    /// Whether the promise to complete waits while proof is awaited.
    pub fn verification_extends(&self) -> bool {
        self.verification_extends
    }

    /// What has to be gone when the promise to complete falls due.
    pub fn complete_means(&self) -> Completion {
        self.complete_means
    }
}

/// The controller of the data, as pages and notices show it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Controller {
    pub(super) name: String,
    pub(super) contact: String,
    pub(super) grievance: Option<String>,
}

impl Controller {
    /// Names the controller, with the published address for privacy matters.
    pub fn new(name: impl Into<String>, contact: impl Into<String>) -> Self {
        Self { name: name.into(), contact: contact.into(), grievance: None }
    }

    /// Names the officer or address for grievances (DPDP Act 2023 s. 13, Rule 14).
    #[must_use]
    pub fn with_grievance(mut self, grievance: impl Into<String>) -> Self {
        self.grievance = Some(grievance.into());
        self
    }

    /// Its name.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The address to write to.
    pub fn contact(&self) -> &str {
        &self.contact
    }

    /// The officer or address for grievances.
    pub fn grievance(&self) -> Option<&str> {
        self.grievance.as_deref()
    }
}
