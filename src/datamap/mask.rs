//! Masks: what replaces a personal value in a record that is kept.

use serde::Serialize;

use crate::value::Value;

/// What replaces a personal value in a record that is kept.
///
/// A mask is not deletion, and a pseudonym is not anonymous to whoever holds the key: the plan says which was used.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Mask {
    /// Null (the default).
    #[default]
    Null,
    /// The same value for every record.
    Constant(Value),
    /// A fresh random text, unique per record, so that two masked records cannot be linked again.
    Token,
    /// A keyed HMAC of the value: the same person gives the same text, and nobody without the key can go back.
    Pseudonym,
    /// The first so many characters of the value.
    Prefix(usize),
    /// The text without the subject's own identifiers.
    Scrub,
}
