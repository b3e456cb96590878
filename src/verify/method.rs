//! The checks of identity that this crate knows. Knows their names, and which of them are a challenge.

use crate::policy::VerificationMethod;
use crate::text::words::words;

words! {
    /// A check of identity.
    "a method of verification" Method {
        /// A link to the e-mail address that is on record.
        RegisteredEmail = "registered_email",
        /// A code to the phone number, by message or call.
        NumberOwnership = "number_ownership",
        /// A password, which the host checks.
        Password = "password",
        /// The word of somebody of the host's staff.
        OperatorAttestation = "operator_attestation",
        /// A letter by which somebody may speak for the person.
        RepresentativeMandate = "representative_mandate",
    }
}

impl Method {
    /// Whether it is a link or code that is sent and answered.
    pub const fn is_challenge(self) -> bool {
        matches!(self, Self::RegisteredEmail | Self::NumberOwnership)
    }

    /// Whether a code is sent that the person types in; the other challenges are a link.
    pub const fn has_code(self) -> bool {
        matches!(self, Self::NumberOwnership)
    }
}

impl From<Method> for VerificationMethod {
    fn from(method: Method) -> Self {
        Self::of_word(method.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::policy::KNOWN_VERIFICATIONS;

    #[test]
    fn the_policy_has_the_same_words() {
        assert_eq!(Method::WORDS, KNOWN_VERIFICATIONS);
        for &method in Method::ALL {
            assert_eq!(Ok(VerificationMethod::from(method)), method.as_str().parse());
        }
    }
}
