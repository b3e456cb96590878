//! How a field's value is replaced, worked out so that every store does the same.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;

use std::collections::BTreeSet;
use std::sync::Arc;

use super::{EntropyError, Scrubber, SecretKey};
use crate::text::hex::hex;
use crate::value::{LinkForm, Value, without};

/// Marks a text as made by [`Replacement::Token`] or [`Replacement::Pseudonym`], so that a batch may run twice.
const PSEUDONYM_PREFIX: &str = "pseudonym-";

/// What takes the place of a field's value; see [`Mask`](crate::datamap::Mask), of which this is the form with keys.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum Replacement {
    /// Null.
    Null,
    /// This value.
    Constant(Value),
    /// A fresh random text of [`Replacement::TOKEN_LENGTH`] characters for each record.
    Token,
    /// A keyed HMAC of the value as text, [`Replacement::PSEUDONYM_LENGTH`] characters. A value that is a pseudonym already stays.
    Pseudonym(SecretKey),
    /// The first so many characters.
    Prefix(usize),
    /// The text without the identifiers of the subject.
    Scrub(Scrubber),
    /// The list in the field, as [`elements`](crate::value::elements) reads it, without all elements that have one of these
    /// forms; the others stay as they are, in their order. What is no such list stays.
    Without(Arc<BTreeSet<LinkForm>>),
}

impl Replacement {
    /// The length in characters of what [`Replacement::Token`] writes.
    pub const TOKEN_LENGTH: usize = 32;
    /// The length in characters of what [`Replacement::Pseudonym`] writes.
    pub const PSEUDONYM_LENGTH: usize = PSEUDONYM_PREFIX.len() + 22;

    /// What takes the place of `old`. `random` is asked for 16 bytes only where the replacement is random.
    ///
    /// Null stays null, except under a constant or a token, which stand in every record.
    pub fn apply(
        &self,
        old: &Value,
        random: impl FnOnce() -> Result<[u8; 16], EntropyError>,
    ) -> Result<Value, EntropyError> {
        Ok(match self {
            Self::Null => Value::Null,
            Self::Constant(value) => value.clone(),
            Self::Token => Value::Text(hex(&random()?)),
            Self::Pseudonym(key) => match old.to_text() {
                None => Value::Null,
                Some(text) => Value::Text(pseudonym(key, &text)),
            },
            Self::Prefix(length) => match old.to_text() {
                None => Value::Null,
                Some(text) => Value::Text(text.chars().take(*length).collect()),
            },
            Self::Scrub(scrubber) => match old {
                Value::Text(text) => Value::Text(scrubber.scrub(text)),
                Value::Null => Value::Null,
                other => other.clone(),
            },
            Self::Without(gone) => {
                without(old, |element| element.link_form().is_some_and(|form| gone.contains(&form)))
            }
        })
    }

    /// Whether a value is one that the replacement leaves. Of a random text only its form can be told.
    pub fn may_have_left(&self, value: &Value) -> bool {
        match self {
            Self::Token => value.as_text().is_some_and(|text| {
                text.len() == Self::TOKEN_LENGTH && text.bytes().all(|byte| byte.is_ascii_hexdigit())
            }),
            Self::Null
            | Self::Constant(_)
            | Self::Pseudonym(_)
            | Self::Prefix(_)
            | Self::Scrub(_)
            | Self::Without(_) => {
                // What is left may be replaced once more, and stays as it is.
                let again = self.apply(value, || Err(EntropyError));
                again.is_ok_and(|again| again.link_form() == value.link_form())
            }
        }
    }

    /// Whether every record gets the same value, so that a store can write it without reading.
    pub fn same_for_all(&self) -> Option<Value> {
        match self {
            Self::Null => Some(Value::Null),
            Self::Constant(value) => Some(value.clone()),
            _ => None,
        }
    }
}

/// One field and what takes its value's place.
#[derive(Debug, Clone, PartialEq)]
pub struct FieldMask {
    /// The field.
    pub field: String,
    /// What takes its value's place.
    pub with: Replacement,
}

fn pseudonym(key: &SecretKey, text: &str) -> String {
    if text.starts_with(PSEUDONYM_PREFIX) && text.len() == Replacement::PSEUDONYM_LENGTH {
        return text.to_owned();
    }
    let half: Vec<u8> = key.mac(&[text.as_bytes()]).into_iter().take(16).collect();
    format!("{PSEUDONYM_PREFIX}{}", URL_SAFE_NO_PAD.encode(half))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn apply(replacement: &Replacement, old: Value) -> Value {
        replacement.apply(&old, || Ok([7; 16])).unwrap()
    }

    #[test]
    fn a_pseudonym_of_a_pseudonym_is_itself() {
        let replacement = Replacement::Pseudonym(SecretKey::new([1; 32]));
        let once = apply(&replacement, "ana".into());
        assert_eq!(apply(&replacement, once.clone()), once);
        assert_ne!(apply(&Replacement::Pseudonym(SecretKey::new([2; 32])), "ana".into()), once);
        assert_eq!(once.to_text().unwrap().len(), Replacement::PSEUDONYM_LENGTH);
    }

    #[test]
    fn prefix_counts_characters_not_bytes() {
        assert_eq!(apply(&Replacement::Prefix(2), "éàü".into()), "éà".into());
    }
}
