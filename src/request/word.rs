//! Closed sets of words: enums whose variants are written in files, journals and answers as fixed `snake_case` words.
//!
//! This module knows how such a word is written and read; it does not know what any word means.

/// A text that is none of the words of a closed set.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{given}` is not a {what}; write one of {}", list(.allowed))]
pub struct WordError {
    what: &'static str,
    given: String,
    allowed: &'static [&'static str],
}

impl WordError {
    pub(crate) fn new(what: &'static str, given: &str, allowed: &'static [&'static str]) -> Self {
        Self { what, given: given.to_owned(), allowed }
    }
}

fn list(words: &[&str]) -> String {
    words.iter().map(|word| format!("`{word}`")).collect::<Vec<_>>().join(", ")
}

/// Whether `text` is a lower-case word of letters, digits and underscores that starts with a letter: `[a-z][a-z0-9_]*`,
/// of 64 bytes at most. Kinds of identifiers and methods of verification are such words.
pub(crate) fn is_snake_case(text: &str) -> bool {
    text.len() <= 64
        && text.starts_with(|c: char| c.is_ascii_lowercase())
        && text.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_')
}

/// Writes an enum whose variants are words: `as_str`, `ALL`, `Display`, `FromStr` and serde agree by construction.
macro_rules! words {
    (
        $(#[$meta:meta])*
        $what:literal $name:ident {
            $($(#[$variant_meta:meta])* $variant:ident = $word:literal,)+
        }
    ) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        pub enum $name {
            $($(#[$variant_meta])* #[serde(rename = $word)] $variant,)+
        }

        impl $name {
            /// Every one of them, in the order of their definition.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)+];

            /// The word as files, journals and answers have it.
            pub const fn as_str(self) -> &'static str {
                match self {
                    $(Self::$variant => $word,)+
                }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.as_str())
            }
        }

        impl std::str::FromStr for $name {
            type Err = $crate::request::WordError;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                match text {
                    $($word => Ok(Self::$variant),)+
                    _ => Err($crate::request::WordError::new($what, text, &[$($word,)+])),
                }
            }
        }
    };
}
pub(crate) use words;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::request::{Action, Channel, Outcome, Product, RequestState};

    fn agrees<T>(all: &[T])
    where
        T: Copy
            + std::fmt::Debug
            + std::fmt::Display
            + PartialEq
            + std::str::FromStr<Err = WordError>
            + serde::Serialize
            + serde::de::DeserializeOwned,
    {
        for &one in all {
            let word = one.to_string();
            assert!(is_snake_case(&word), "{word}");
            assert_eq!(word.parse::<T>().unwrap(), one);
            let json = serde_json::to_string(&one).unwrap();
            assert_eq!(json, format!("\"{word}\""));
            assert_eq!(serde_json::from_str::<T>(&json).unwrap(), one);
            assert!(word.to_uppercase().parse::<T>().is_err());
        }
    }

    #[test]
    fn display_from_str_and_serde_agree() {
        agrees(Channel::ALL);
        agrees(RequestState::ALL);
        agrees(Outcome::ALL);
        agrees(Action::ALL);
        agrees(Product::ALL);
    }

    #[test]
    fn an_unknown_word_is_answered_with_the_known_ones() {
        let error = "letter".parse::<Channel>().unwrap_err().to_string();
        assert_eq!(
            error,
            "`letter` is not a channel; write one of `meta`, `email`, `self_service`, `operator`, `api`, `consent`"
        );
    }

    #[test]
    fn snake_case_words() {
        for good in ["a", "account_id", "waba_id2", "x__"] {
            assert!(is_snake_case(good), "{good}");
        }
        for bad in ["", "_a", "2a", "Account", "account-id", "größe", "a b", "a\n", &"a".repeat(65)] {
            assert!(!is_snake_case(bad), "{bad}");
        }
    }
}
