//! What pages and notices say beside the rules: languages, where to complain, and what kept data is never used for.
//!
//! Knows what is written. The pages themselves are made elsewhere.

use serde::Serialize;

use super::label::{ENGLISH, Label};

/// What a person may be asked to give, in words that pages have for it. A policy may ask in words of its own.
pub const KNOWN_DETAILS: &[&str] = &[
    "full_name",
    "phone",
    "email",
    "organisation",
    "statement",
    "scope",
    "description",
    "waba_id",
    "phone_number_id",
    "business_id",
    "app_user_id",
];

/// What kept data may be promised never to be used for, in words that pages have for it. A policy may use words of its own.
pub const KNOWN_PURPOSES: &[&str] = &["marketing", "model_training", "profiling", "sale"];

/// The `[pages]` of a policy.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Pages {
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) languages: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) complaint: Option<Complaint>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) officer: Option<Officer>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) never: Vec<Label>,
}

/// Where a person complains who is not content: an authority, and its address on the web.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Complaint {
    pub(super) name: Label,
    pub(super) url: Option<String>,
}

/// The person who answers for privacy or hears grievances, and how they are reached.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Officer {
    pub(super) name: Label,
    pub(super) contact: String,
}

impl Pages {
    /// Offers the pages in this language, by its tag; the first is the one for readers who ask for none.
    #[must_use]
    pub fn with_language(mut self, language: impl Into<String>) -> Self {
        self.languages.push(language.into());
        self
    }

    /// Says where to complain.
    #[must_use]
    pub fn with_complaint(mut self, complaint: Complaint) -> Self {
        self.complaint = Some(complaint);
        self
    }

    /// Names the officer.
    #[must_use]
    pub fn with_officer(mut self, officer: Officer) -> Self {
        self.officer = Some(officer);
        self
    }

    /// Promises that what is kept is not used for this: one of [`KNOWN_PURPOSES`], or words of the policy's own.
    #[must_use]
    pub fn with_never(mut self, purpose: impl Into<Label>) -> Self {
        self.never.push(purpose.into());
        self
    }

    /// The languages of the pages, the default first; English unless the policy names some.
    pub fn languages(&self) -> Vec<&str> {
        if self.languages.is_empty() {
            return vec![ENGLISH];
        }
        self.languages.iter().map(String::as_str).collect()
    }

    /// Where to complain.
    pub fn complaint(&self) -> Option<&Complaint> {
        self.complaint.as_ref()
    }

    /// The officer.
    pub fn officer(&self) -> Option<&Officer> {
        self.officer.as_ref()
    }

    /// What kept data is not used for.
    pub fn never(&self) -> &[Label] {
        &self.never
    }
}

impl Complaint {
    /// Names the authority.
    pub fn new(name: impl Into<Label>) -> Self {
        Self { name: name.into(), url: None }
    }

    /// Its address on the web, `https://…`.
    #[must_use]
    pub fn with_url(mut self, url: impl Into<String>) -> Self {
        self.url = Some(url.into());
        self
    }

    /// The authority.
    pub fn name(&self) -> &Label {
        &self.name
    }

    /// Its address on the web.
    pub fn url(&self) -> Option<&str> {
        self.url.as_deref()
    }
}

impl Officer {
    /// Names the officer, and the address or number by which they are reached.
    pub fn new(name: impl Into<Label>, contact: impl Into<String>) -> Self {
        Self { name: name.into(), contact: contact.into() }
    }

    /// Their name or office.
    pub fn name(&self) -> &Label {
        &self.name
    }

    /// How they are reached.
    pub fn contact(&self) -> &str {
        &self.contact
    }
}
