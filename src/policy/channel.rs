//! How a request came in, and how the person behind it was checked.
//!
//! Which checks a channel demands is the policy's to say; this module only has the words.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::text::words::words;
use crate::text::{as_text, is_word};

words! {
    /// The way by which a request arrived.
    "a channel" Channel {
        /// Meta's data deletion callback or one of its id lists.
        Meta = "meta",
        /// A message to the mailbox that the policy names.
        Email = "email",
        /// The person's own click inside the product.
        SelfService = "self_service",
        /// A member of the operator's staff, on somebody's behalf.
        Operator = "operator",
        /// A call by the host or by a tenant's system.
        Api = "api",
        /// Consent was withdrawn, and nothing else allows keeping the data.
        Consent = "consent",
        /// Nobody asked: the person was not seen for as long as the policy says.
        Inactivity = "inactivity",
    }
}

/// A check of identity that was passed, such as `registered_email`, `number_ownership` or `password`: a lower-case word,
/// the same that the policy's `verify` lists.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct VerificationMethod(String);

/// A text that does not name a check of identity.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "`{0}` does not name a method of verification; write a lower-case word such as `registered_email`, of letters, digits and `_`"
)]
pub struct VerificationMethodError(String);

impl VerificationMethod {
    /// A word that is known to be one.
    pub(crate) fn of_word(word: &'static str) -> Self {
        Self(word.to_owned())
    }

    /// The word.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for VerificationMethod {
    type Err = VerificationMethodError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        if is_word(text) { Ok(Self(text.to_owned())) } else { Err(VerificationMethodError(text.to_owned())) }
    }
}

as_text!(VerificationMethod);

impl fmt::Display for VerificationMethod {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_method_is_one_lower_case_word() {
        assert_eq!("number_ownership".parse::<VerificationMethod>().unwrap().as_str(), "number_ownership");
        for bad in ["", "Password", "two words", "pass-word", "9lives"] {
            assert!(bad.parse::<VerificationMethod>().is_err(), "{bad}");
            assert!(serde_json::from_value::<VerificationMethod>(bad.into()).is_err(), "{bad}");
        }
    }
}
