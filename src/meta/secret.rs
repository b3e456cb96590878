//! App secrets, and the key ring of a route.
//!
//! Knows how a message is checked against a ring, and nothing about what the message says.

use std::fmt;

use hmac::{Hmac, KeyInit as _, Mac as _};
use sha2::Sha256;
use zeroize::Zeroizing;

/// The secret that Meta and one app share. Its memory is cleared when it is dropped; its text is never shown.
///
/// ```
/// # use oubliette::meta::AppSecret;
/// assert_eq!(format!("{:?}", AppSecret::new("hunter2")), "AppSecret(redacted)");
/// ```
#[derive(Clone)]
pub struct AppSecret(Zeroizing<String>);

impl AppSecret {
    /// Takes the secret exactly as the app's settings at Meta show it.
    ///
    /// A blank secret (a configuration that was never filled in) is accepted here and verifies nothing: anybody could
    /// sign with it.
    pub fn new(secret: impl Into<String>) -> Self {
        Self(Zeroizing::new(secret.into()))
    }

    fn is_blank(&self) -> bool {
        self.0.trim().is_empty()
    }
}

impl fmt::Debug for AppSecret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("AppSecret(redacted)")
    }
}

/// The key ring of one route: the secrets with which a message may be signed, such as the old and the new one while a
/// secret is being replaced.
///
/// A ring without a usable secret verifies nothing. Put into one ring only the secrets of one app: an identifier means
/// somebody else in another app.
#[derive(Clone)]
pub struct AppSecrets {
    /// Each secret already worked into its HMAC state, so that a check costs the message and no more.
    keyed: Vec<Hmac<Sha256>>,
}

impl AppSecrets {
    /// Makes a ring of these secrets, leaving out blank ones.
    pub fn new(secrets: impl IntoIterator<Item = AppSecret>) -> Self {
        let keyed = secrets
            .into_iter()
            .filter(|secret| !secret.is_blank())
            // HMAC takes a key of any length, so no secret is lost here (RFC 2104, section 2).
            .filter_map(|secret| Hmac::new_from_slice(secret.0.as_bytes()).ok())
            .collect();
        Self { keyed }
    }

    /// Returns whether the ring holds no usable secret, so that every message fails. Worth refusing when a service starts.
    pub fn is_empty(&self) -> bool {
        self.keyed.is_empty()
    }

    /// Whether any secret of the ring made `signature` over `message`. Each comparison takes constant time, and every
    /// secret is tried: how long it takes does not tell which one fitted.
    pub(super) fn verify(&self, message: &[u8], signature: &[u8]) -> bool {
        self.keyed.iter().fold(false, |verified, keyed| {
            verified | keyed.clone().chain_update(message).verify_slice(signature).is_ok()
        })
    }
}

impl fmt::Debug for AppSecrets {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "AppSecrets({} redacted)", self.keyed.len())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mac(secret: &str, message: &[u8]) -> Vec<u8> {
        let keyed = Hmac::<Sha256>::new_from_slice(secret.as_bytes()).unwrap();
        keyed.chain_update(message).finalize().into_bytes().to_vec()
    }

    #[test]
    fn any_secret_of_the_ring_verifies_wherever_it_stands() {
        let ring = AppSecrets::new(["old", "new", "newest"].map(AppSecret::new));
        for secret in ["old", "new", "newest"] {
            assert!(ring.verify(b"message", &mac(secret, b"message")), "{secret}");
        }
        assert!(!ring.verify(b"message", &mac("stranger", b"message")));
        assert!(!ring.verify(b"another", &mac("old", b"message")));
    }

    #[test]
    fn secrets_longer_than_a_block_verify() {
        let long = "s".repeat(1_000);
        let ring = AppSecrets::new([AppSecret::new(long.as_str())]);
        assert!(ring.verify(b"message", &mac(&long, b"message")));
    }

    #[test]
    fn blank_secrets_and_empty_rings_verify_nothing() {
        let message = b"message";
        for blank in ["", " ", "\n", "\t\r\n"] {
            let ring = AppSecrets::new([AppSecret::new(blank)]);
            assert!(ring.is_empty());
            assert!(!ring.verify(message, &mac(blank, message)), "{blank:?}");
        }
        assert!(!AppSecrets::new([]).verify(message, &mac("", message)));
        let mixed = AppSecrets::new([AppSecret::new(""), AppSecret::new("real")]);
        assert!(!mixed.is_empty());
        assert!(!mixed.verify(message, &mac("", message)));
        assert!(mixed.verify(message, &mac("real", message)));
    }

    #[test]
    fn truncated_signatures_do_not_verify() {
        let ring = AppSecrets::new([AppSecret::new("secret")]);
        let whole = mac("secret", b"message");
        for length in 0..whole.len() {
            assert!(!ring.verify(b"message", &whole[..length]), "{length} bytes");
        }
    }

    #[test]
    fn debug_shows_no_secret() {
        let secret = AppSecret::new("hunter2");
        assert!(!format!("{secret:?}").contains("hunter2"));
        assert_eq!(format!("{:?}", AppSecrets::new([secret])), "AppSecrets(1 redacted)");
    }
}
