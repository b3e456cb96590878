//! The fixed words of the policy file: one table per enum gives its file form, its JSON form and its parser.
//!
//! Knows spelling and nothing else: not where a word stands, and not what it means for an erasure.

/// A word that is none of those allowed in its place.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{word}` {}; {}", self.fault(), self.remedy())]
pub struct WordError {
    noun: &'static str,
    word: String,
    allowed: Vec<&'static str>,
}

impl WordError {
    pub(crate) fn new(noun: &'static str, word: &str, allowed: Vec<&'static str>) -> Self {
        Self { noun, word: word.to_owned(), allowed }
    }
}

/// An error about one value, in the two halves that a finding shows: what is wrong, and what to write instead.
pub(crate) trait Explained {
    /// Follows the value or "this", as in "is not a period".
    fn fault(&self) -> String;
    /// A full instruction.
    fn remedy(&self) -> String;
}

impl Explained for WordError {
    fn fault(&self) -> String {
        format!("is not {}", self.noun)
    }

    fn remedy(&self) -> String {
        let allowed = quoted(&self.allowed);
        match nearest(&self.word, self.allowed.iter().copied()) {
            Some(near) => format!("did you mean `{near}`? write one of {allowed}"),
            None => format!("write one of {allowed}"),
        }
    }
}

/// The words in backticks, joined by commas.
pub(crate) fn quoted(words: &[&str]) -> String {
    words.iter().map(|word| format!("`{word}`")).collect::<Vec<_>>().join(", ")
}

/// A value as a message may show it: one line, and not the whole file.
pub(crate) fn excerpt(text: &str) -> String {
    const LONGEST: usize = 80;
    let mut line = text.trim().lines();
    let first = line.next().unwrap_or_default();
    let mut shown: String =
        first.chars().take(LONGEST).map(|c| if c.is_control() { ' ' } else { c }).collect();
    if line.next().is_some() || first.chars().nth(LONGEST).is_some() {
        shown.push('…');
    }
    shown
}

/// The candidate that `word` is most likely a slip of, if any comes close (a third of its letters at most).
pub(crate) fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    const LONGEST: usize = 64;
    let letters = word.chars().take(LONGEST + 1).count();
    if letters > LONGEST {
        return None;
    }
    let word = word.to_lowercase();
    candidates
        .into_iter()
        .map(|candidate| (distance(&word, &candidate.to_lowercase()), candidate))
        .filter(|(slips, _)| *slips <= (letters / 3).max(1))
        .min_by_key(|(slips, _)| *slips)
        .map(|(_, candidate)| candidate)
}

/// Insertions, losses, replacements and swaps of neighbours that lead from one word to the other, row by row.
fn distance(left: &str, right: &str) -> usize {
    let right: Vec<char> = right.chars().collect();
    let mut row: Vec<usize> = (0..=right.len()).collect();
    let mut earlier: Option<(char, Vec<usize>)> = None;
    for (index, letter) in left.chars().enumerate() {
        let mut next = vec![index + 1];
        let mut cell = index + 1;
        let mut beside: Option<char> = None;
        for (position, (&other, (&diagonal, &above))) in
            right.iter().zip(row.iter().zip(row.iter().skip(1))).enumerate()
        {
            cell = (diagonal + usize::from(letter != other)).min(cell + 1).min(above + 1);
            if let Some((before, rows)) = &earlier
                && (*before, Some(letter)) == (other, beside)
                && let Some(swapped) = position.checked_sub(1).and_then(|corner| rows.get(corner))
            {
                cell = cell.min(swapped + 1);
            }
            beside = Some(other);
            next.push(cell);
        }
        earlier = Some((letter, std::mem::replace(&mut row, next)));
    }
    row.last().copied().unwrap_or_default()
}

/// Gives an enum its words: `ALL`, `as_str`, `Display`, `FromStr` and both directions of serde.
macro_rules! words {
    ($type:ident, $noun:literal, { $($variant:ident => $word:literal),+ $(,)? }) => {
        impl $type {
            /// Every value, in the order of the documentation.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The word that stands for it in files and in JSON.
            pub const fn as_str(self) -> &'static str {
                match self {
                    $(Self::$variant => $word),+
                }
            }
        }

        impl std::fmt::Display for $type {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.as_str())
            }
        }

        impl std::str::FromStr for $type {
            type Err = $crate::policy::WordError;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                Self::ALL.iter().copied().find(|value| value.as_str() == text).ok_or_else(|| {
                    $crate::policy::WordError::new($noun, text, Self::ALL.iter().map(|value| value.as_str()).collect())
                })
            }
        }

        impl serde::Serialize for $type {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }

        impl<'de> serde::Deserialize<'de> for $type {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let word = <std::borrow::Cow<'de, str> as serde::Deserialize>::deserialize(deserializer)?;
                word.parse().map_err(serde::de::Error::custom)
            }
        }
    };
}
pub(crate) use words;

/// Why a free word, such as a verification method, cannot be taken; `None` where it can.
pub(crate) fn snake_word_fault(word: &str) -> Option<&'static str> {
    let fits = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_';
    if word.is_empty() {
        Some("this is empty")
    } else if !word.chars().all(fits) || !word.starts_with(|c: char| c.is_ascii_lowercase()) {
        Some("this is not a lower-case word")
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::policy::{Approval, CountedFrom, Disposition, GroundKind};

    #[test]
    fn every_word_is_read_back_and_serialised_as_written() {
        for kind in GroundKind::ALL {
            assert_eq!(kind.as_str().parse::<GroundKind>().unwrap(), *kind);
            assert_eq!(serde_json::to_string(kind).unwrap(), format!("\"{kind}\""));
            assert_eq!(serde_json::from_str::<GroundKind>(&format!("\"{kind}\"")).unwrap(), *kind);
        }
        assert_eq!(GroundKind::ALL.len(), 11);
        assert!(serde_json::from_str::<Approval>("\"nobody\"").is_err());
    }

    #[test]
    fn a_slip_is_answered_with_the_word_that_was_meant() {
        let error = "anonymise".parse::<Disposition>().unwrap_err().to_string();
        assert!(error.contains("did you mean `anonymize`?"), "{error}");
        let error = "finacial_year_end".parse::<CountedFrom>().unwrap_err().to_string();
        assert!(error.contains("`financial_year_end`?"), "{error}");
        let error = "shred".parse::<Disposition>().unwrap_err().to_string();
        assert!(
            error.contains("`erase`, `anonymize`, `retain`") && !error.contains("did you mean"),
            "{error}"
        );
    }

    #[test]
    fn hostile_words_are_neither_matched_nor_shown_in_full() {
        let long = "e".repeat(1_000_000);
        assert_eq!(nearest(&long, ["erase"]), None);
        assert_eq!(excerpt(&long).chars().count(), 81);
        assert_eq!(excerpt("a\u{7}b\nc"), "a b…");
        assert_eq!(nearest("", ["a", "ab"]), Some("a"));
    }

    #[test]
    fn distance_counts_slips() {
        for (left, right, slips) in [
            ("kitten", "sitting", 3),
            ("lwas", "laws", 1),
            ("ab", "ba", 1),
            ("", "abc", 3),
            ("abc", "abc", 0),
            ("ca", "abc", 3),
        ] {
            assert_eq!(distance(left, right), slips, "{left} {right}");
            assert_eq!(distance(right, left), slips, "{right} {left}");
        }
    }
}
