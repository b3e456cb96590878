//! Categories: their names, which form a tree by their dots, and what an erasure does with each.
//!
//! Knows one category by itself. It does not know where the data lies.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize, Serializer};

use super::ground::{DeletionPeriod, Ground};
use super::label::Label;
use crate::text::words::words;
use crate::text::{Explained, as_text, excerpt};

/// The name of a category: lower-case segments joined by dots, such as `meta.tokens`.
///
/// Names are matched on whole segments only: `device.cookie` covers `device.cookie.id` and never `device.cookie_id`.
///
/// ```
/// use oubliette::policy::CategoryId;
///
/// let meta: CategoryId = "meta".parse()?;
/// assert!(meta.covers(&"meta.tokens".parse()?));
/// assert!(!meta.covers(&"metadata".parse()?));
/// # Ok::<(), oubliette::policy::CategoryIdError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct CategoryId(String);

/// A text that is not the name of a category.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{}` {}; {}", excerpt(.0), self.fault(), self.remedy())]
pub struct CategoryIdError(String);

impl Explained for CategoryIdError {
    fn fault(&self) -> String {
        "is not a category name".to_owned()
    }

    fn remedy(&self) -> String {
        "write lower-case letters, digits, `_` or `-` in segments joined by single dots".to_owned()
    }
}

impl CategoryId {
    /// The name as it is written.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether `other` is this category or lies below it in the tree.
    pub fn covers(&self, other: &CategoryId) -> bool {
        match other.0.strip_prefix(self.0.as_str()) {
            Some(rest) => rest.is_empty() || rest.starts_with('.'),
            None => false,
        }
    }
}

impl FromStr for CategoryId {
    type Err = CategoryIdError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let segment_is_valid = |segment: &str| {
            !segment.is_empty()
                && segment
                    .chars()
                    .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_' || c == '-')
        };
        if text.split('.').all(segment_is_valid) {
            Ok(Self(text.to_owned()))
        } else {
            Err(CategoryIdError(text.to_owned()))
        }
    }
}

as_text!(CategoryId);

impl fmt::Display for CategoryId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

words! {
    /// What happens to a category's records on an erasure.
    "a disposition" Disposition {
        /// They are deleted.
        Erase = "erase",
        /// They stay, and what is personal in them is masked. That is not deletion, and is never called deletion.
        Anonymize = "anonymize",
        /// They stay until their last ground ends.
        Retain = "retain",
    }
}

words! {
    /// What follows when the last ground of a retained category has ended.
    #[derive(Default)]
    "an end of retention" After {
        /// The records are deleted.
        #[default]
        Erase = "erase",
        /// What is personal in them is masked.
        Anonymize = "anonymize",
    }
}

/// A cluster of personal data used for one purpose, and its one rule.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct Category {
    pub(super) id: CategoryId,
    pub(super) label: Label,
    pub(super) disposition: Disposition,
    #[serde(serialize_with = "spelled_out")]
    pub(super) then: Option<After>,
    pub(super) grounds: Vec<Ground>,
    pub(super) deletion: Option<DeletionPeriod>,
}

impl Category {
    /// Makes a category whose label is its id until it is set.
    pub fn new(id: CategoryId, disposition: Disposition) -> Self {
        Self {
            label: Label::new(id.as_str()),
            id,
            disposition,
            then: None,
            grounds: Vec::new(),
            deletion: None,
        }
    }

    /// Sets the words that people read.
    #[must_use]
    pub fn with_label(mut self, label: impl Into<Label>) -> Self {
        self.label = label.into();
        self
    }

    /// Says what follows a retention; [`After::Erase`] unless set. For retained categories only.
    #[must_use]
    pub fn with_then(mut self, then: After) -> Self {
        self.then = Some(then);
        self
    }

    /// Adds a ground to retain it. The one that ends last binds.
    #[must_use]
    pub fn with_ground(mut self, ground: Ground) -> Self {
        self.grounds.push(ground);
        self
    }

    /// Says when its records must be gone, even if nobody asks.
    #[must_use]
    pub fn with_deletion(mut self, deletion: DeletionPeriod) -> Self {
        self.deletion = Some(deletion);
        self
    }

    /// Its name.
    pub fn id(&self) -> &CategoryId {
        &self.id
    }

    /// The words that people read, where no language of theirs is known.
    pub fn label(&self) -> &str {
        self.label.as_str()
    }

    /// The words that people read, in each language that the policy has them in.
    pub fn words(&self) -> &Label {
        &self.label
    }

    /// What happens to its records on an erasure.
    pub fn disposition(&self) -> Disposition {
        self.disposition
    }

    /// What follows when the last ground has ended.
    pub fn then(&self) -> After {
        self.then.unwrap_or_default()
    }

    /// Why it is retained; empty unless it is. The ground that ends last binds.
    pub fn grounds(&self) -> &[Ground] {
        &self.grounds
    }

    /// When its records must be gone, even if nobody asks.
    pub fn deletion(&self) -> Option<&DeletionPeriod> {
        self.deletion.as_ref()
    }

    /// What the policy itself says should follow, if it does.
    pub(super) fn declared_then(&self) -> Option<After> {
        self.then
    }
}

/// What is not said is written as its default.
fn spelled_out<S: Serializer>(then: &Option<After>, serializer: S) -> Result<S::Ok, S::Error> {
    then.unwrap_or_default().serialize(serializer)
}
