//! What the policy asks of whoever comes by one channel, and what it promises them: a `[channels.…]` of the file.
//!
//! Knows the rules as they are written. Whether a request keeps them is judged where it is driven.

use std::collections::BTreeMap;

use serde::Serialize;

use super::is_default;
use super::label::Label;
use super::period::Period;
use super::promises::{Approval, Promises};
use super::requester::Extent;
use crate::policy::Channel;
use crate::text::canonical::as_set;
use crate::text::words::words;

/// The verification methods that the crate's own documents use. A host may name others.
pub const KNOWN_VERIFICATIONS: &[&str] =
    &["registered_email", "number_ownership", "password", "operator_attestation", "representative_mandate"];

words! {
    /// How many of a channel's methods a person has to pass.
    #[derive(Default)]
    "a need of proof" Needs {
        /// One of them, whichever.
        #[default]
        Any = "any",
        /// Every one of them.
        All = "all",
    }
}

/// What the policy asks of whoever comes by one channel. Promises that it does not make of its own are the policy's.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ChannelRules {
    pub(super) name: Channel,
    #[serde(serialize_with = "as_set")]
    pub(super) verify: Vec<String>,
    /// Written as version 0.1 called it, so that a policy has the fingerprint that it had.
    #[serde(rename = "subject_line")]
    pub(super) subject: Option<String>,
    #[serde(rename = "asks_for")]
    pub(super) asks: Vec<Label>,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub(super) scopes: BTreeMap<String, Extent>,
    #[serde(skip_serializing_if = "is_default")]
    pub(super) needs: Needs,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) label: Option<Label>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) address: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) grace: Option<Period>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) approval: Option<Approval>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) acknowledge_within: Option<Period>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) complete_within: Option<Period>,
}

impl ChannelRules {
    /// Opens a channel that asks for no proof beyond its own, such as Meta's signature.
    pub fn new(name: Channel) -> Self {
        Self {
            name,
            verify: Vec::new(),
            subject: None,
            asks: Vec::new(),
            scopes: BTreeMap::new(),
            needs: Needs::default(),
            label: None,
            address: None,
            grace: None,
            approval: None,
            acknowledge_within: None,
            complete_within: None,
        }
    }

    /// Accepts this verification method, such as `registered_email`.
    #[must_use]
    pub fn with_verification(mut self, method: impl Into<String>) -> Self {
        self.verify.push(method.into());
        self
    }

    /// Says how many of the methods have to be passed.
    #[must_use]
    pub fn needing(mut self, needs: Needs) -> Self {
        self.needs = needs;
        self
    }

    /// Asks for this subject line; for `email` only.
    #[must_use]
    pub fn with_subject(mut self, line: impl Into<String>) -> Self {
        self.subject = Some(line.into());
        self
    }

    /// Asks the person to give this: one of [`KNOWN_DETAILS`](super::KNOWN_DETAILS), or words of the policy's own.
    #[must_use]
    pub fn with_asked(mut self, detail: impl Into<Label>) -> Self {
        self.asks.push(detail.into());
        self
    }

    /// Says how much a letter asks for that has these words in it.
    #[must_use]
    pub fn with_scope(mut self, words: impl Into<String>, extent: Extent) -> Self {
        self.scopes.insert(words.into(), extent);
        self
    }

    /// Says to whom the person turns, in words for the instructions page.
    #[must_use]
    pub fn with_label(mut self, label: impl Into<Label>) -> Self {
        self.label = Some(label.into());
        self
    }

    /// Says where the person writes to.
    #[must_use]
    pub fn with_address(mut self, address: impl Into<String>) -> Self {
        self.address = Some(address.into());
        self
    }

    /// Leaves this time to cancel, instead of what the policy promises.
    #[must_use]
    pub fn with_grace(mut self, grace: Period) -> Self {
        self.grace = Some(grace);
        self
    }

    /// Says who approves, instead of what the policy says.
    #[must_use]
    pub fn with_approval(mut self, approval: Approval) -> Self {
        self.approval = Some(approval);
        self
    }

    /// Acknowledges within this time, instead of what the policy promises.
    #[must_use]
    pub fn with_acknowledge_within(mut self, period: Period) -> Self {
        self.acknowledge_within = Some(period);
        self
    }

    /// Completes within this time, instead of what the policy promises.
    #[must_use]
    pub fn with_complete_within(mut self, period: Period) -> Self {
        self.complete_within = Some(period);
        self
    }

    /// Which channel it is.
    pub fn name(&self) -> Channel {
        self.name
    }

    /// The verification methods that count as proof here; empty where the channel itself is the proof.
    pub fn verify(&self) -> &[String] {
        &self.verify
    }

    /// How many of the methods have to be passed.
    pub fn needs(&self) -> Needs {
        self.needs
    }

    /// Whether the methods that were passed are proof enough. One that is not listed counts for nothing.
    pub fn is_proven_by(&self, passed: &[&str]) -> bool {
        let is_passed = |method: &String| passed.contains(&method.as_str());
        match self.needs {
            Needs::Any => self.verify.is_empty() || self.verify.iter().any(is_passed),
            Needs::All => self.verify.iter().all(is_passed),
        }
    }

    /// The subject line that an e-mail is asked to have.
    pub fn subject(&self) -> Option<&str> {
        self.subject.as_deref()
    }

    /// What the person is asked to give: words of [`KNOWN_DETAILS`](super::KNOWN_DETAILS), or the policy's own.
    pub fn asks(&self) -> &[Label] {
        &self.asks
    }

    /// How much a letter asks for, by words in it.
    pub fn scopes(&self) -> &BTreeMap<String, Extent> {
        &self.scopes
    }

    /// To whom the person turns, in words for the instructions page.
    pub fn label(&self) -> Option<&Label> {
        self.label.as_ref()
    }

    /// Where the person writes to.
    pub fn address(&self) -> Option<&str> {
        self.address.as_deref()
    }

    /// What is promised to whoever comes this way, where the policy as a whole promises `general`.
    pub fn promises(&self, general: &Promises) -> Promises {
        let mut promises = general.clone();
        promises.grace = self.grace.or(promises.grace);
        promises.approval = self.approval.unwrap_or(promises.approval);
        promises.acknowledge_within = self.acknowledge_within.or(promises.acknowledge_within);
        promises.complete_within = self.complete_within.or(promises.complete_within);
        promises
    }
}
