//! Builds a policy in Rust, under the same rules as the file.

use chrono_tz::Tz;

use super::calendar::MonthDay;
use super::category::{Category, CategoryId};
use super::channel_rules::ChannelRules;
use super::pages::Pages;
use super::places::new_sheet;
use super::promises::{Controller, Promises};
use super::requester::Requester;
use super::unasked::{Inactive, Suppression};
use super::validate::validate;
use super::{Policy, PolicyError};

/// Builds a policy in Rust; see [`Policy::builder`].
#[derive(Debug, Clone)]
#[must_use]
pub struct PolicyBuilder {
    draft: Policy,
}

impl PolicyBuilder {
    pub(super) fn new(name: String, version: String) -> Self {
        Self { draft: Policy::draft(name, version) }
    }

    /// Keeps the clocks of this law, such as `eu-gdpr`, beside the promises.
    pub fn with_law(mut self, law: impl Into<String>) -> Self {
        self.draft.laws.push(law.into());
        self
    }

    /// Sets the first day of the financial year; 1 January unless set.
    pub fn with_financial_year_starts(mut self, day: MonthDay) -> Self {
        self.draft.financial_year_starts = day;
        self
    }

    /// Sets the zone whose midnights end the days; UTC unless set.
    pub fn with_time_zone(mut self, zone: Tz) -> Self {
        self.draft.time_zone = zone;
        self
    }

    /// Names the controller of the data.
    pub fn with_controller(mut self, controller: Controller) -> Self {
        self.draft.controller = Some(controller);
        self
    }

    /// Sets what is promised; nothing unless set.
    pub fn with_promises(mut self, promises: Promises) -> Self {
        self.draft.promises = promises;
        self
    }

    /// Opens a channel under these rules.
    pub fn with_channel(mut self, channel: ChannelRules) -> Self {
        self.draft.channels.push(channel);
        self
    }

    /// Adds a category; their order is the order in which people read them.
    pub fn with_category(mut self, category: Category) -> Self {
        self.draft.categories.push(category);
        self
    }

    /// Lets people of one kind ask, and says what becomes of it.
    pub fn with_requester(mut self, requester: Requester) -> Self {
        self.draft.requesters.push(requester);
        self
    }

    /// Lets this category die with a deauthorisation by Meta.
    pub fn on_deauthorize(mut self, category: CategoryId) -> Self {
        self.draft.on_deauthorize.push(category);
        self
    }

    /// Erases people of whom nothing was seen for a time.
    pub fn with_inactive(mut self, inactive: Inactive) -> Self {
        self.draft.inactive.push(inactive);
        self
    }

    /// Says what becomes of people who were erased and are imported again.
    pub fn with_suppression(mut self, suppression: Suppression) -> Self {
        self.draft.suppression = Some(suppression);
        self
    }

    /// Sets what pages and notices say beside the rules.
    pub fn with_pages(mut self, pages: Pages) -> Self {
        self.draft.pages = pages;
        self
    }

    /// Checks everything and returns the policy.
    ///
    /// # Errors
    /// All findings at once, warnings included, if any of them is an error.
    pub fn build(self) -> Result<Policy, PolicyError> {
        let mut sheet = new_sheet();
        validate(&self.draft, &mut sheet);
        let findings = sheet.into_findings();
        if findings.has_errors() { Err(PolicyError(findings)) } else { Ok(self.draft.completed(&findings)) }
    }
}
