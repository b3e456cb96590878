//! How a field's value is replaced, worked out so that every store does the same.

use std::fmt;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;

use super::{EntropyError, SecretKey};
use crate::datamap::Value;

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
        })
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

/// Removes a subject's identifiers from free text: addresses whatever their case, numbers whatever their spelling.
#[derive(Clone, PartialEq, Eq)]
pub struct Scrubber {
    words: Vec<String>,
    numbers: Vec<String>,
}

impl Scrubber {
    /// What stands in the place of what was removed.
    pub const SCRUBBED: &str = "[erased]";

    /// Removes `words` (compared without regard to ASCII case) and `numbers` (digits; found with or without separators).
    pub fn new(words: impl IntoIterator<Item = String>, numbers: impl IntoIterator<Item = String>) -> Self {
        let mut words: Vec<_> =
            words.into_iter().filter(|word| !word.is_empty()).map(|word| word.to_ascii_lowercase()).collect();
        // The longest first, so that an address goes whole before a shorter word inside of it is looked for.
        words.sort_by(|a, b| b.len().cmp(&a.len()).then_with(|| a.cmp(b)));
        words.dedup();
        Self { words, numbers: numbers.into_iter().filter(|number| !number.is_empty()).collect() }
    }

    /// The text with every occurrence replaced by `[erased]`.
    pub fn scrub(&self, text: &str) -> String {
        let without_words = self.words.iter().fold(text.to_owned(), |text, word| replace_word(&text, word));
        self.numbers.iter().fold(without_words, |text, number| replace_number(&text, number))
    }
}

impl fmt::Debug for Scrubber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Scrubber({} words, {} numbers)", self.words.len(), self.numbers.len())
    }
}

/// Replaces `word` wherever it stands by itself: `ana` goes, `banana` stays.
fn replace_word(text: &str, word: &str) -> String {
    // ASCII lower-casing keeps every byte offset, so that places found in one are places in the other.
    let lower = text.to_ascii_lowercase();
    let mut result = String::with_capacity(text.len());
    let mut copied = 0;
    let mut from = 0;
    while let Some(found) = lower.get(from..).and_then(|rest| rest.find(word)) {
        let start = from + found;
        let end = start + word.len();
        let before = lower.get(..start).and_then(|head| head.chars().next_back());
        let after = lower.get(end..).and_then(|tail| tail.chars().next());
        if before.is_some_and(char::is_alphanumeric) || after.is_some_and(char::is_alphanumeric) {
            from = start + lower.get(start..).and_then(|tail| tail.chars().next()).map_or(1, char::len_utf8);
            continue;
        }
        result.push_str(text.get(copied..start).unwrap_or_default());
        result.push_str(Scrubber::SCRUBBED);
        copied = end;
        from = end;
    }
    result.push_str(text.get(copied..).unwrap_or_default());
    result
}

/// Replaces a run of digits that spells `number`, with separators between the digits and a plus or `00` before them.
fn replace_number(text: &str, number: &str) -> String {
    let mut result = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(start) = rest.find(|c: char| c == '+' || c.is_ascii_digit()) {
        let (head, tail) = rest.split_at(start);
        result.push_str(head);
        let length = number_length(tail);
        let (run, after) = tail.split_at(length);
        let digits: String = run.chars().filter(char::is_ascii_digit).collect();
        let spelled = digits == number || digits.strip_prefix("00") == Some(number);
        result.push_str(if spelled { Scrubber::SCRUBBED } else { run });
        rest = after;
    }
    result.push_str(rest);
    result
}

/// How many bytes at the start of `text` belong to one number: from its first sign to its last digit.
fn number_length(text: &str) -> usize {
    let is_separator = |c: char| matches!(c, ' ' | '-' | '.' | '(' | ')' | '/' | '\u{a0}' | '\u{202f}');
    let mut end = 0;
    for (index, c) in text.char_indices() {
        if c.is_ascii_digit() || (index == 0 && c == '+') {
            end = index + c.len_utf8();
        } else if !is_separator(c) {
            break;
        }
    }
    end.max(text.chars().next().map_or(0, char::len_utf8))
}

fn pseudonym(key: &SecretKey, text: &str) -> String {
    if text.starts_with(PSEUDONYM_PREFIX) && text.len() == Replacement::PSEUDONYM_LENGTH {
        return text.to_owned();
    }
    let half: Vec<u8> = key.mac(&[text.as_bytes()]).into_iter().take(16).collect();
    format!("{PSEUDONYM_PREFIX}{}", URL_SAFE_NO_PAD.encode(half))
}

/// Bytes as lower-case hexadecimal text.
pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn apply(replacement: &Replacement, old: Value) -> Value {
        replacement.apply(&old, || Ok([7; 16])).unwrap()
    }

    #[test]
    fn scrub_removes_whole_words_and_any_spelling_of_a_number() {
        let scrubber = Scrubber::new(["Ana@example.com".into(), "ana".into()], ["919876543210".into()]);
        assert_eq!(
            scrubber
                .scrub("Ana (ANA@EXAMPLE.COM, +91 98765-43210 or 00919876543210) likes banana 9198765432101"),
            "[erased] ([erased], [erased] or [erased]) likes banana 9198765432101"
        );
        assert_eq!(scrubber.scrub("é ana ü 12"), "é [erased] ü 12");
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
