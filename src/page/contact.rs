//! Whom a person turns to, as the policy says it. Knows the policy, and no words but its own.

use serde::Serialize;

use crate::policy::Policy;

/// Whom to write to, who answers for privacy, and where to complain, in one language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Contacts {
    /// Who answers for the data, and the address for privacy matters.
    pub controller: Option<Address>,
    /// Who hears grievances, in the controller's own words.
    pub grievance: Option<String>,
    /// The officer.
    pub officer: Option<Address>,
    /// The authority, and its address on the web.
    pub complaint: Option<Authority>,
}

/// Somebody, and how they are reached.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Address {
    /// Who.
    pub name: String,
    /// How.
    pub contact: String,
}

/// An authority, and its address on the web.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Authority {
    /// Its name.
    pub name: String,
    /// Its address on the web; `http` or `https`, as the policy was checked.
    pub url: Option<String>,
}

impl Contacts {
    pub(super) fn of(policy: &Policy, language: &str) -> Self {
        let pages = policy.pages();
        Self {
            controller: policy.controller().map(|controller| Address {
                name: controller.name().to_owned(),
                contact: controller.contact().to_owned(),
            }),
            grievance: policy.controller().and_then(|it| it.grievance()).map(str::to_owned),
            officer: pages.officer().map(|officer| Address {
                name: officer.name().in_language(language).to_owned(),
                contact: officer.contact().to_owned(),
            }),
            complaint: pages.complaint().map(|complaint| Authority {
                name: complaint.name().in_language(language).to_owned(),
                url: complaint.url().map(str::to_owned),
            }),
        }
    }

    /// Whether there is nobody.
    pub fn is_empty(&self) -> bool {
        self.controller.is_none()
            && self.grievance.is_none()
            && self.officer.is_none()
            && self.complaint.is_none()
    }
}
