//! Names of categories, which form a tree by their dots.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

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

/// A name that is not a category's.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "`{0}` is not a category name; write lower-case letters, digits, `_` or `-` in segments joined by single dots"
)]
pub struct CategoryIdError(String);

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

impl TryFrom<String> for CategoryId {
    type Error = CategoryIdError;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse()
    }
}

impl From<CategoryId> for String {
    fn from(id: CategoryId) -> Self {
        id.0
    }
}

impl fmt::Display for CategoryId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
