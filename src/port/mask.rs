//! How a field's value is replaced, worked out so that every store does the same.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use aho_corasick::AhoCorasick;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;

use super::{EntropyError, SecretKey};
use crate::text::hex::hex;
use crate::value::Value;

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

    /// Whether a value is one that the replacement leaves. Of a random text only its form can be told.
    pub fn may_have_left(&self, value: &Value) -> bool {
        match self {
            Self::Token => value.as_text().is_some_and(|text| {
                text.len() == Self::TOKEN_LENGTH && text.bytes().all(|byte| byte.is_ascii_hexdigit())
            }),
            Self::Null | Self::Constant(_) | Self::Pseudonym(_) | Self::Prefix(_) | Self::Scrub(_) => {
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

/// Removes a subject's identifiers from free text: addresses whatever their case, numbers whatever their spelling.
///
/// One pass over the text, however many identifiers there are.
#[derive(Clone)]
pub struct Scrubber {
    words: BTreeSet<String>,
    /// Finds all words at once.
    finder: AhoCorasick,
    numbers: BTreeSet<String>,
}

impl Scrubber {
    /// What stands in the place of what was removed.
    pub const SCRUBBED: &str = "[erased]";

    /// Removes `words` (compared without regard to ASCII case) and `numbers` (digits; found with or without separators).
    ///
    /// # Errors
    /// The words together are longer than a machine that looks for all of them at once can be.
    pub fn new(
        words: impl IntoIterator<Item = String>,
        numbers: impl IntoIterator<Item = String>,
    ) -> Result<Self, TooManyWords> {
        let words: BTreeSet<String> =
            words.into_iter().filter(|word| !word.is_empty()).map(|word| word.to_ascii_lowercase()).collect();
        let finder = AhoCorasick::builder().ascii_case_insensitive(true).build(&words);
        let numbers = numbers.into_iter().filter(|number| !number.is_empty()).collect();
        Ok(Self { words, finder: finder.map_err(|_| TooManyWords)?, numbers })
    }

    /// The text with every occurrence replaced by `[erased]`.
    pub fn scrub(&self, text: &str) -> String {
        self.replace_numbers(&self.replace_words(text))
    }

    /// Replaces words wherever they stand by themselves: `ana` goes, `banana` stays.
    fn replace_words(&self, text: &str) -> String {
        let stands_alone = |start: usize, end: usize| {
            let before = text.get(..start).and_then(|head| head.chars().next_back());
            let after = text.get(end..).and_then(|tail| tail.chars().next());
            !before.is_some_and(char::is_alphanumeric) && !after.is_some_and(char::is_alphanumeric)
        };
        let mut found: Vec<(usize, usize)> = self
            .finder
            .find_overlapping_iter(text)
            .map(|word| (word.start(), word.end()))
            .filter(|&(start, end)| stands_alone(start, end))
            .collect();
        // The longest first, so that an address goes whole and not only a shorter word inside of it.
        found.sort_by_key(|&(start, end)| (Reverse(end - start), start));
        let mut taken: BTreeMap<usize, usize> = BTreeMap::new();
        for (start, end) in found {
            let is_free = taken.range(..end).next_back().is_none_or(|(_, &before)| before <= start);
            if is_free {
                taken.insert(start, end);
            }
        }
        let mut result = String::with_capacity(text.len());
        let mut copied = 0;
        for (start, end) in taken {
            result.push_str(text.get(copied..start).unwrap_or_default());
            result.push_str(Self::SCRUBBED);
            copied = end;
        }
        result.push_str(text.get(copied..).unwrap_or_default());
        result
    }

    /// Replaces runs of digits that spell one of the numbers, with separators between the digits and a plus or `00`
    /// before them.
    fn replace_numbers(&self, text: &str) -> String {
        if self.numbers.is_empty() {
            return text.to_owned();
        }
        let mut result = String::with_capacity(text.len());
        let mut rest = text;
        while let Some(start) = rest.find(|c: char| c == '+' || c.is_ascii_digit()) {
            let (head, tail) = rest.split_at(start);
            result.push_str(head);
            let (run, after) = tail.split_at(number_length(tail));
            let digits: String = run.chars().filter(char::is_ascii_digit).collect();
            let spelled = self.numbers.contains(&digits)
                || digits.strip_prefix("00").is_some_and(|digits| self.numbers.contains(digits));
            result.push_str(if spelled { Self::SCRUBBED } else { run });
            rest = after;
        }
        result.push_str(rest);
        result
    }
}

/// More words than can be looked for at once.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("there are too many identifiers to look for in texts at once; make several requests of the list")]
pub struct TooManyWords;

/// What finds the words follows from them.
impl PartialEq for Scrubber {
    fn eq(&self, other: &Self) -> bool {
        (&self.words, &self.numbers) == (&other.words, &other.numbers)
    }
}

impl Eq for Scrubber {}

impl fmt::Debug for Scrubber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Scrubber({} words, {} numbers)", self.words.len(), self.numbers.len())
    }
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

#[cfg(test)]
mod tests {
    use super::*;

    fn apply(replacement: &Replacement, old: Value) -> Value {
        replacement.apply(&old, || Ok([7; 16])).unwrap()
    }

    #[test]
    fn scrub_removes_whole_words_and_any_spelling_of_a_number() {
        let scrubber =
            Scrubber::new(["Ana@example.com".into(), "ana".into()], ["919876543210".into()]).unwrap();
        assert_eq!(
            scrubber
                .scrub("Ana (ANA@EXAMPLE.COM, +91 98765-43210 or 00919876543210) likes banana 9198765432101"),
            "[erased] ([erased], [erased] or [erased]) likes banana 9198765432101"
        );
        assert_eq!(scrubber.scrub("é ana ü 12"), "é [erased] ü 12");
        assert_eq!(scrubber.scrub("ana@example.comx"), "[erased]@example.comx");
        assert_eq!(Scrubber::new([], []).unwrap().scrub("ana 12"), "ana 12");
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
