//! Closed sets of words: enums whose values stand in files, journals and JSON as fixed `snake_case` words.
//!
//! This module knows how such a word is written and read; it does not know what any word means.

/// Writes an enum whose variants are words: `ALL`, `WORDS`, `as_str`, `Display`, `FromStr` and serde agree by
/// construction. The text before the name completes "is not".
macro_rules! words {
    (
        $(#[$meta:meta])*
        $what:literal $name:ident {
            $($(#[$variant_meta:meta])* $variant:ident = $word:literal,)+
        }
    ) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name {
            $($(#[$variant_meta])* $variant,)+
        }

        impl $name {
            /// Every one of them, in the order of their definition.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)+];

            /// Every word, in the same order.
            pub const WORDS: &'static [&'static str] = &[$($word,)+];

            /// Returns the word, as files, journals and JSON have it.
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
            type Err = $crate::finding::WordError;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                match text {
                    $($word => Ok(Self::$variant),)+
                    _ => Err($crate::finding::WordError::new($what, text, Self::WORDS)),
                }
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let word = <std::borrow::Cow<'de, str> as serde::Deserialize>::deserialize(deserializer)?;
                word.parse().map_err(serde::de::Error::custom)
            }
        }
    };
}
pub(crate) use words;

#[cfg(test)]
mod tests {
    use std::fmt::{Debug, Display};
    use std::str::FromStr;

    use serde::Serialize;
    use serde::de::DeserializeOwned;

    use crate::datamap::{Role, StoreKind, Stored, Topic};
    use crate::finding::WordError;
    use crate::identifier::Product;
    use crate::meta::Endpoint;
    use crate::page::{AskProblem, Fate, Mishap, ProveProblem};
    use crate::policy::{
        After, Approval, Channel, Completion, CountedFrom, Disposition, Extent, GroundKind, Handling,
        OnImport, PromiseStart,
    };
    use crate::request::{Action, Outcome, RequestState};
    use crate::text::is_word;
    use crate::value::EventForm;
    use crate::verify::Method;

    fn agrees<T>(all: &[T], words: &[&str])
    where
        T: Copy + Debug + Display + PartialEq + FromStr<Err = WordError> + Serialize + DeserializeOwned,
    {
        assert_eq!(all.len(), words.len());
        for (&one, &word) in all.iter().zip(words) {
            assert_eq!(one.to_string(), word);
            assert!(is_word(word), "{word}");
            assert_eq!(word.parse::<T>().unwrap(), one);
            let json = serde_json::to_string(&one).unwrap();
            assert_eq!(json, format!("\"{word}\""));
            assert_eq!(serde_json::from_str::<T>(&json).unwrap(), one);
            for other in [word.to_uppercase(), format!("{word} "), String::new()] {
                assert!(other.parse::<T>().is_err(), "{other}");
                assert!(serde_json::from_value::<T>(other.clone().into()).is_err(), "{other}");
            }
        }
    }

    #[test]
    fn display_from_str_and_serde_agree() {
        agrees(Channel::ALL, Channel::WORDS);
        agrees(RequestState::ALL, RequestState::WORDS);
        agrees(Outcome::ALL, Outcome::WORDS);
        agrees(Action::ALL, Action::WORDS);
        agrees(Product::ALL, Product::WORDS);
        agrees(Endpoint::ALL, Endpoint::WORDS);
        agrees(Disposition::ALL, Disposition::WORDS);
        agrees(After::ALL, After::WORDS);
        agrees(GroundKind::ALL, GroundKind::WORDS);
        assert_eq!(GroundKind::ALL.len(), 11);
        agrees(CountedFrom::ALL, CountedFrom::WORDS);
        agrees(PromiseStart::ALL, PromiseStart::WORDS);
        agrees(Approval::ALL, Approval::WORDS);
        agrees(Completion::ALL, Completion::WORDS);
        agrees(Extent::ALL, Extent::WORDS);
        agrees(Handling::ALL, Handling::WORDS);
        agrees(OnImport::ALL, OnImport::WORDS);
        agrees(Fate::ALL, Fate::WORDS);
        agrees(ProveProblem::ALL, ProveProblem::WORDS);
        agrees(AskProblem::ALL, AskProblem::WORDS);
        agrees(Mishap::ALL, Mishap::WORDS);
        agrees(Method::ALL, Method::WORDS);
        agrees(StoreKind::ALL, StoreKind::WORDS);
        agrees(EventForm::ALL, EventForm::WORDS);
        agrees(Stored::ALL, Stored::WORDS);
        agrees(Role::ALL, Role::WORDS);
        agrees(Topic::ALL, Topic::WORDS);
    }

    #[test]
    fn an_unknown_word_is_refused_with_the_known_ones() {
        assert_eq!(
            "letter".parse::<Channel>().unwrap_err().to_string(),
            "`letter` is not a channel; write one of `meta`, `email`, `self_service`, `operator`, `api`, `consent`, `inactivity`"
        );
        let error = "finacial_year_end".parse::<CountedFrom>().unwrap_err().to_string();
        assert!(error.contains("did you mean `financial_year_end`?"), "{error}");
        let error = serde_json::from_str::<Disposition>("\"anonymise\"").unwrap_err().to_string();
        assert!(error.contains("did you mean `anonymize`?"), "{error}");
        let error = "shred".parse::<Disposition>().unwrap_err().to_string();
        assert!(
            error.contains("`erase`, `anonymize`, `retain`") && !error.contains("did you mean"),
            "{error}"
        );
    }

    #[test]
    fn hostile_words_are_not_shown_in_full() {
        let error = format!("\u{1b}[2J{}", "e".repeat(1_000_000)).parse::<Channel>().unwrap_err().to_string();
        assert!(error.len() < 400 && !error.contains('\u{1b}'), "{error}");
    }
}
