//! Who may ask, and what becomes of it: the `[requesters.…]` of the file, one for each kind of person.
//!
//! Knows the rules as they are written. Which kinds of person there are is for the data map.

use serde::Serialize;

use super::label::Label;
use crate::text::canonical::as_set;
use crate::text::words::words;

words! {
    /// What is done with a request of such a person.
    #[derive(Default)]
    "a handling of requests" Handling {
        /// It is carried out here.
        #[default]
        Erase = "erase",
        /// The business whose data it is answers for it: it gets the request, and the person is told.
        Forward = "forward",
    }
}

words! {
    /// How much somebody may ask for.
    "an extent of a request" Extent {
        /// Their own data.
        Subject = "subject",
        /// Everything that the account of the business contains.
        Tenant = "tenant",
    }
}

/// What the policy says to one kind of person who may ask.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Requester {
    pub(super) kind: String,
    pub(super) label: Option<Label>,
    pub(super) handling: Handling,
    #[serde(serialize_with = "as_set")]
    pub(super) scopes: Vec<Extent>,
}

impl Requester {
    /// Lets people of this kind ask, by the word that the data map has for them, such as `contact`.
    pub fn new(kind: impl Into<String>) -> Self {
        Self { kind: kind.into(), label: None, handling: Handling::default(), scopes: Vec::new() }
    }

    /// Says who they are, in words for the instructions page.
    #[must_use]
    pub fn with_label(mut self, label: impl Into<Label>) -> Self {
        self.label = Some(label.into());
        self
    }

    /// Says what is done with their requests; [`Handling::Erase`] unless set.
    #[must_use]
    pub fn with_handling(mut self, handling: Handling) -> Self {
        self.handling = handling;
        self
    }

    /// Lets them ask for this much; for [`Extent::Subject`] alone unless set.
    #[must_use]
    pub fn with_scope(mut self, extent: Extent) -> Self {
        self.scopes.push(extent);
        self
    }

    /// The kind of person, as the data map's `subject` names it.
    pub fn kind(&self) -> &str {
        &self.kind
    }

    /// Who they are, in words for people; their kind where the policy has none.
    pub fn label(&self) -> Label {
        self.label.clone().unwrap_or_else(|| Label::new(self.kind.replace('_', " ")))
    }

    /// What is done with their requests.
    pub fn handling(&self) -> Handling {
        self.handling
    }

    /// What they may ask for.
    pub fn scopes(&self) -> &[Extent] {
        if self.scopes.is_empty() { &[Extent::Subject] } else { &self.scopes }
    }

    /// The words that the policy itself has, if any.
    pub(super) fn declared_label(&self) -> Option<&Label> {
        self.label.as_ref()
    }
}
