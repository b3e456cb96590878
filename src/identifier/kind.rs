//! Kinds of identifiers: the words before the `=` in `phone=+91…`, and the keys of a data map's `identifiers`.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::text::{as_text, is_word, nearest};

/// The kind of an identifier. Nothing matches across kinds: the digits of a phone number are not an app-scoped id.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum IdentifierKind {
    /// A phone number in E.164, `phone`.
    Phone,
    /// An e-mail address, `email`.
    Email,
    /// WhatsApp's id of an account, digits without a plus, `wa_id`.
    WaId,
    /// WhatsApp's business-scoped user id, `bsuid`.
    Bsuid,
    /// Meta's app-scoped id of somebody who logged in, `asid`.
    Asid,
    /// Meta's page-scoped id of somebody who wrote to a Page, `psid`.
    Psid,
    /// Meta's Instagram-scoped id, `igsid`.
    Igsid,
    /// A kind of the host's own, such as `account_id` or `username`.
    Custom(CustomKind),
}

/// The name of a kind of the host's own: `[a-z][a-z0-9_]*`, 64 bytes at most, and none of the crate's own words.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CustomKind(String);

impl CustomKind {
    /// Returns the word.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Kinds that hosts have and that look like a typo of a known one. Meta names a WhatsApp Business Account `waba_id`, a
/// business's number `phone_number_id` and an Instagram account `ig_id`.
const LOOKALIKES: [&str; 5] = ["account_id", "waba_id", "phone_number_id", "business_id", "ig_id"];
/// Words of fewer bytes are not taken for typos.
const MIN_TYPO: usize = 4;

/// A text that is not a kind of identifier. The text is not repeated: somebody may have typed the value in its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error(
    "not a kind of identifier; write `phone`, `email`, `wa_id`, `bsuid`, `asid`, `psid`, `igsid`, or a lower-case word of your own such as `account_id`"
)]
pub struct IdentifierKindError;

impl IdentifierKind {
    /// The words of the kinds that this crate knows; a host may have kinds of its own.
    pub const WORDS: &'static [&'static str] = &["phone", "email", "wa_id", "bsuid", "asid", "psid", "igsid"];

    /// Returns the word, as files and commands have it.
    pub fn as_str(&self) -> &str {
        match self {
            Self::Phone => "phone",
            Self::Email => "email",
            Self::WaId => "wa_id",
            Self::Bsuid => "bsuid",
            Self::Asid => "asid",
            Self::Psid => "psid",
            Self::Igsid => "igsid",
            Self::Custom(kind) => kind.as_str(),
        }
    }

    /// Returns whether identifiers of this kind are valid only within a product and app of Meta.
    pub fn is_namespaced(&self) -> bool {
        matches!(self, Self::Asid | Self::Psid | Self::Igsid)
    }

    /// Returns whether identifiers of this kind are telephone numbers, compared by their digits.
    pub fn is_number(&self) -> bool {
        matches!(self, Self::Phone | Self::WaId)
    }

    /// Returns whether one identifier of this kind has several spellings, and means the same person in every app: numbers and
    /// addresses.
    pub fn has_spellings(&self) -> bool {
        self.is_number() || *self == Self::Email
    }

    /// Returns the known kind that this kind of the host's own is probably a typo of, such as `email` for `emial`.
    pub fn nearest_known(&self) -> Option<&'static str> {
        let Self::Custom(kind) = self else { return None };
        let word = kind.as_str();
        // Short words come close to everything.
        if word.len() < MIN_TYPO || LOOKALIKES.contains(&word) {
            return None;
        }
        nearest(word, Self::WORDS.iter().copied())
    }
}

impl FromStr for IdentifierKind {
    type Err = IdentifierKindError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Ok(match text {
            "phone" => Self::Phone,
            "email" => Self::Email,
            "wa_id" => Self::WaId,
            "bsuid" => Self::Bsuid,
            "asid" => Self::Asid,
            "psid" => Self::Psid,
            "igsid" => Self::Igsid,
            _ if is_word(text) => Self::Custom(CustomKind(text.to_owned())),
            _ => return Err(IdentifierKindError),
        })
    }
}

as_text!(IdentifierKind);

impl fmt::Display for IdentifierKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_is_its_word() {
        for word in ["phone", "email", "wa_id", "bsuid", "asid", "psid", "igsid", "account_id", "x1"] {
            let kind: IdentifierKind = word.parse().unwrap();
            assert_eq!(kind.to_string(), word);
            assert_eq!(matches!(kind, IdentifierKind::Custom(_)), ["account_id", "x1"].contains(&word));
            let json = serde_json::to_string(&kind).unwrap();
            assert_eq!(serde_json::from_str::<IdentifierKind>(&json).unwrap(), kind);
        }
    }

    #[test]
    fn a_typo_of_a_known_kind_is_told_from_a_kind_of_the_host_s() {
        let near = |word: &str| word.parse::<IdentifierKind>().unwrap().nearest_known();
        assert_eq!(near("emial"), Some("email"));
        assert_eq!(near("wa_di"), Some("wa_id"));
        for word in IdentifierKind::WORDS.iter().chain(&LOOKALIKES).chain(&["loyalty_card", "sid", "x"]) {
            assert_eq!(near(word), None, "{word}");
        }
    }

    #[test]
    fn what_is_no_kind_is_not_repeated() {
        for bad in ["", "Phone", "e-mail", "+919876543210", "ana@example.com", "wa id"] {
            let error = bad.parse::<IdentifierKind>().unwrap_err();
            assert!(bad.is_empty() || !error.to_string().contains(bad), "{error}");
            assert!(serde_json::from_value::<IdentifierKind>(bad.into()).is_err());
        }
    }
}
