//! That somebody was found to be who they say: by which method, when, and on whose word. Never by what.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::Method;
use crate::policy::VerificationMethod;

/// The longest name of somebody who vouches, in bytes.
const MAX_NAME: usize = 128;

/// What is kept of a check that was passed. It holds nothing by which it was passed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Verified {
    /// The method, as the policy's `verify` lists it.
    pub method: VerificationMethod,
    /// When it was passed.
    pub at: DateTime<Utc>,
    /// Who of the staff vouches for it, where somebody does.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<String>,
}

/// A name by which nobody can be found who vouches.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error(
    "somebody has to vouch for this; write the name of a member of the staff, of up to {MAX_NAME} bytes on one line"
)]
pub struct VoucherError;

impl Verified {
    pub(super) fn of_challenge(method: Method, at: DateTime<Utc>) -> Self {
        Self { method: method.into(), at, by: None }
    }

    /// The host has checked somebody by a method of its own, such as `password`.
    pub fn by_host(method: VerificationMethod, at: DateTime<Utc>) -> Self {
        Self { method, at, by: None }
    }

    /// A member of the staff says who the person is.
    ///
    /// # Errors
    /// A name that is empty, too long, or of several lines.
    pub fn attested(by: &str, at: DateTime<Utc>) -> Result<Self, VoucherError> {
        Self::vouched(Method::OperatorAttestation, by, at)
    }

    /// A member of the staff has seen the letter by which somebody speaks for the person.
    ///
    /// # Errors
    /// As [`Verified::attested`].
    pub fn mandated(by: &str, at: DateTime<Utc>) -> Result<Self, VoucherError> {
        Self::vouched(Method::RepresentativeMandate, by, at)
    }

    fn vouched(method: Method, by: &str, at: DateTime<Utc>) -> Result<Self, VoucherError> {
        let by = by.trim();
        if by.is_empty() || by.len() > MAX_NAME || by.chars().any(char::is_control) {
            return Err(VoucherError);
        }
        Ok(Self { method: method.into(), at, by: Some(by.to_owned()) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_proof_is_kept_as_method_time_and_name() {
        let at = DateTime::UNIX_EPOCH;
        let json = |proof: &Verified| serde_json::to_string(proof).unwrap();
        let password = Verified::by_host("password".parse().unwrap(), at);
        assert_eq!(json(&password), r#"{"method":"password","at":"1970-01-01T00:00:00Z"}"#);
        let attested = Verified::attested(" Ravi ", at).unwrap();
        let text = r#"{"method":"operator_attestation","at":"1970-01-01T00:00:00Z","by":"Ravi"}"#;
        assert_eq!(json(&attested), text);
        assert_eq!(serde_json::from_str::<Verified>(text).unwrap(), attested);
        assert_eq!(Verified::mandated("Ravi", at).unwrap().method.as_str(), "representative_mandate");
        for nobody in ["", " ", "a\nb", &"x".repeat(129)] {
            assert_eq!(Verified::attested(nobody, at), Err(VoucherError));
        }
    }
}
