//! What is promised: categories and their rules, grounds and periods, channels and deadlines.
//!
//! Lawyers own the policy. This room reads it, checks it and does its arithmetic. It knows no table, no request and
//! no clock: where data lies is for the data map, and "now" comes in as an argument.

mod builder;
mod calendar;
mod category;
mod channel;
mod channel_rules;
mod file;
mod ground;
mod label;
mod not_yet;
mod pages;
mod period;
mod places;
mod promises;
mod requester;
mod unasked;
mod validate;
mod validate_people;
mod zone;

use std::borrow::Cow;
use std::collections::BTreeMap;

use chrono_tz::Tz;
use serde::{Serialize, Serializer};

use crate::finding::Findings;
use crate::text::canonical::as_set;

pub use builder::PolicyBuilder;
pub use calendar::{Calendar, MonthDay, MonthDayError};
pub use category::{After, Category, CategoryId, CategoryIdError, Disposition};
pub use channel::{Channel, VerificationMethod, VerificationMethodError};
pub use channel_rules::{ChannelRules, KNOWN_VERIFICATIONS, Needs};
pub(crate) use file::read;
pub use ground::{Bound, CountedFrom, DeletionPeriod, Ground, GroundKind};
pub use label::{ENGLISH, Label};
pub use pages::{Complaint, KNOWN_DETAILS, KNOWN_PURPOSES, Officer, Pages};
pub use period::{Period, PeriodError, PeriodUnit};
pub use promises::{Approval, Completion, Controller, KNOWN_LAWS, PromiseStart, Promises};
pub use requester::{Extent, Handling, Requester};
pub use unasked::{Inactive, OnImport, Suppression};

/// A policy that holds together. It comes from [`Policy::from_toml`] or [`Policy::builder`], under the same rules.
///
/// Serialises in canonical form, for fingerprints: two policies with the same bytes mean the same, however their files
/// are ordered, commented and spelled. Defaults are spelled out, and lists whose order means nothing are sorted. The
/// grounds of a category keep theirs: of two that end on the same day, the first is named.
///
/// ```
/// use oubliette::policy::Policy;
///
/// let policy = Policy::from_toml(
///     r#"
///     name = "Example CRM"
///     version = "2026-07-05"
///
///     [[category]]
///     id = "billing"
///     label = "Invoices"
///     on_erasure = "retain"
///     retain = [{ ground = "tax_law", citation = "AO s. 147", period = "10 years", start = "issued",
///                 counted_from = "calendar_year_end" }]
///     "#,
/// )?;
/// let billing = policy.category(&"billing".parse()?).ok_or("no such category")?;
/// assert_eq!(billing.grounds().len(), 1);
///
/// let error = Policy::from_toml("name = 'Example'\nversion = '1'\ncolour = 'red'").unwrap_err();
/// assert!(error.to_string().contains("line 3"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Policy {
    name: String,
    version: String,
    #[serde(serialize_with = "as_set")]
    laws: Vec<String>,
    financial_year_starts: MonthDay,
    #[serde(serialize_with = "zone_name")]
    time_zone: Tz,
    controller: Option<Controller>,
    promises: Promises,
    #[serde(serialize_with = "as_set")]
    channels: Vec<ChannelRules>,
    #[serde(serialize_with = "as_set")]
    categories: Vec<Category>,
    #[serde(serialize_with = "as_set", skip_serializing_if = "Vec::is_empty")]
    requesters: Vec<Requester>,
    #[serde(serialize_with = "as_set", skip_serializing_if = "Vec::is_empty")]
    on_deauthorize: Vec<CategoryId>,
    #[serde(serialize_with = "as_set", skip_serializing_if = "Vec::is_empty")]
    inactive: Vec<Inactive>,
    #[serde(skip_serializing_if = "Option::is_none")]
    suppression: Option<Suppression>,
    #[serde(skip_serializing_if = "is_default")]
    pages: Pages,
    #[serde(skip)]
    positions: BTreeMap<CategoryId, usize>,
    #[serde(skip)]
    warnings: Findings,
}

/// Everything that is wrong with a policy, warnings included.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct PolicyError(Findings);

impl PolicyError {
    /// Each finding, in the order of the file.
    pub fn findings(&self) -> &Findings {
        &self.0
    }
}

impl Policy {
    /// Reads the text of a `policy.toml`.
    ///
    /// # Errors
    /// All findings of the file at once, each with its line, if any of them is an error.
    pub fn from_toml(text: &str) -> Result<Self, PolicyError> {
        match read(text) {
            (Some(policy), findings) if !findings.has_errors() => Ok(policy),
            (_, findings) => Err(PolicyError(findings)),
        }
    }

    /// Starts a policy in Rust, with the product's name and the version under which it is published.
    pub fn builder(name: impl Into<String>, version: impl Into<String>) -> PolicyBuilder {
        PolicyBuilder::new(name.into(), version.into())
    }

    /// The product's name.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The date or number under which it was published.
    pub fn version(&self) -> &str {
        &self.version
    }

    /// The laws whose clocks are kept beside the promises, such as `eu-gdpr`.
    pub fn laws(&self) -> &[String] {
        &self.laws
    }

    /// The first day of the financial year; 1 January unless the policy says otherwise.
    pub fn financial_year_starts(&self) -> MonthDay {
        self.financial_year_starts
    }

    /// The time zone whose midnights end the days; UTC unless the policy names one.
    pub fn time_zone(&self) -> Tz {
        self.time_zone
    }

    /// The clock that counts this policy's periods.
    pub fn calendar(&self) -> Calendar {
        Calendar::new(self.time_zone, self.financial_year_starts)
    }

    /// The controller of the data, as pages and notices show it.
    pub fn controller(&self) -> Option<&Controller> {
        self.controller.as_ref()
    }

    /// The promises: how soon, and with whose approval.
    pub fn promises(&self) -> &Promises {
        &self.promises
    }

    /// The channels that the policy opens.
    pub fn channels(&self) -> &[ChannelRules] {
        &self.channels
    }

    /// The rules of one channel; `None` where the policy does not open it.
    pub fn channel(&self, name: Channel) -> Option<&ChannelRules> {
        self.channels.iter().find(|rules| rules.name() == name)
    }

    /// The policy as it stands for requests by one channel: what the channel promises of its own is promised instead of what
    /// is promised to all.
    pub(crate) fn by_way_of(&self, channel: Channel) -> Cow<'_, Self> {
        let own = self.channel(channel).map(|rules| rules.promises(&self.promises));
        match own.filter(|own| *own != self.promises) {
            Some(promises) => Cow::Owned(Self { promises, ..self.clone() }),
            None => Cow::Borrowed(self),
        }
    }

    /// The categories, in the order of the file.
    pub fn categories(&self) -> &[Category] {
        &self.categories
    }

    /// The category of exactly this name.
    pub fn category(&self, id: &CategoryId) -> Option<&Category> {
        self.categories.get(self.category_index(id)?)
    }

    /// The index of the category of exactly this name in [`Policy::categories`].
    pub fn category_index(&self, id: &CategoryId) -> Option<usize> {
        self.positions.get(id).copied()
    }

    /// Who may ask, in the order of the file; empty where the policy does not say.
    pub fn requesters(&self) -> &[Requester] {
        &self.requesters
    }

    /// What is done with requests of one kind of person; `None` where the policy does not say.
    pub fn requester(&self, kind: &str) -> Option<&Requester> {
        self.requesters.iter().find(|requester| requester.kind() == kind)
    }

    /// The categories that die when access is taken away at Meta, each with all below it. It asks for no erasure.
    pub fn on_deauthorize(&self) -> &[CategoryId] {
        &self.on_deauthorize
    }

    /// The people who are erased when nothing was seen of them for a time.
    pub fn inactive(&self) -> &[Inactive] {
        &self.inactive
    }

    /// What becomes of people who were erased and are imported again.
    pub fn suppression(&self) -> Option<&Suppression> {
        self.suppression.as_ref()
    }

    /// What pages and notices say beside the rules.
    pub fn pages(&self) -> &Pages {
        &self.pages
    }

    /// What is doubtful about the policy and stops nothing: shown by `check` and carried into plans.
    pub fn warnings(&self) -> &Findings {
        &self.warnings
    }

    /// A policy that has not been judged yet.
    fn draft(name: String, version: String) -> Self {
        Self {
            name,
            version,
            laws: Vec::new(),
            financial_year_starts: MonthDay::NEW_YEAR,
            time_zone: Tz::UTC,
            controller: None,
            promises: Promises::default(),
            channels: Vec::new(),
            categories: Vec::new(),
            requesters: Vec::new(),
            on_deauthorize: Vec::new(),
            inactive: Vec::new(),
            suppression: None,
            pages: Pages::default(),
            positions: BTreeMap::new(),
            warnings: Findings::new(),
        }
    }

    /// The judged policy: it can be looked up in, and keeps its warnings.
    fn completed(mut self, findings: &Findings) -> Self {
        for (position, category) in self.categories.iter().enumerate() {
            self.positions.entry(category.id().clone()).or_insert(position);
        }
        self.warnings.extend(findings.warnings().cloned());
        self
    }
}

/// What is not said is not written, so that a policy keeps its fingerprint when the format gets a new key.
fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}

pub(crate) fn zone_name<S: Serializer>(zone: &Tz, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(zone.name())
}

#[cfg(test)]
pub(crate) mod tests;
