//! Time, randomness and key material: all that the pure rooms may not draw themselves.

use std::fmt;
use std::sync::Mutex;
use std::time::SystemTime;

use chrono::{DateTime, Utc};
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use zeroize::{Zeroize, ZeroizeOnDrop};

use crate::text::hex::from_hex;

/// Tells the time.
pub trait Clock: fmt::Debug + Send + Sync + 'static {
    /// The present instant.
    fn now(&self) -> DateTime<Utc>;
}

/// The machine's clock.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    fn now(&self) -> DateTime<Utc> {
        SystemTime::now().into()
    }
}

/// A clock that stands still until it is told otherwise, for tests and for "what would happen on that day".
#[derive(Debug)]
pub struct ManualClock(Mutex<DateTime<Utc>>);

impl ManualClock {
    /// Stands at `now`.
    pub fn new(now: DateTime<Utc>) -> Self {
        Self(Mutex::new(now))
    }

    /// Stands at `now` from here on.
    pub fn set(&self, now: DateTime<Utc>) {
        *self.0.lock().unwrap_or_else(std::sync::PoisonError::into_inner) = now;
    }
}

impl Clock for ManualClock {
    fn now(&self) -> DateTime<Utc> {
        *self.0.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
    }
}

/// No randomness could be had.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("the system gave no randomness; nothing was begun, try again")]
pub struct EntropyError;

/// Draws randomness fit for keys and codes.
pub trait Entropy: fmt::Debug + Send + Sync + 'static {
    /// Fills `bytes` with randomness that nobody can foretell, or fails.
    fn fill(&self, bytes: &mut [u8]) -> Result<(), EntropyError>;
}

/// The operating system's randomness.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemEntropy;

impl Entropy for SystemEntropy {
    fn fill(&self, bytes: &mut [u8]) -> Result<(), EntropyError> {
        getrandom::fill(bytes).map_err(|_| EntropyError)
    }
}

/// 32 bytes that must stay secret. Not shown, and wiped when dropped.
#[derive(Clone, PartialEq, Eq, Zeroize, ZeroizeOnDrop)]
pub struct SecretKey([u8; 32]);

impl SecretKey {
    /// The key with these bytes, which are to be random or derived from a random key.
    pub fn new(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    /// The bytes themselves.
    pub fn bytes(&self) -> &[u8; 32] {
        &self.0
    }

    /// HMAC-SHA256 under this key over the parts, each preceded by its length, so that no two lists of parts
    /// have the same message.
    pub fn mac(&self, parts: &[&[u8]]) -> [u8; 32] {
        // A key shorter than the hash's block is the same key with zeros behind it (RFC 2104, section 2).
        let mut block = [0_u8; 64];
        for (to, from) in block.iter_mut().zip(self.0) {
            *to = from;
        }
        let mut mac = Hmac::<Sha256>::new(&block.into());
        block.zeroize();
        for part in parts {
            mac.update(&(part.len() as u64).to_be_bytes());
            mac.update(part);
        }
        mac.finalize().into_bytes().into()
    }
}

impl fmt::Debug for SecretKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SecretKey(…)")
    }
}

/// What a key is used for. One key is never used for two purposes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum KeyPurpose {
    /// Sealing identifiers and record keys in the ledger.
    Sealing,
    /// Digests by which the ledger recognises codes, repeated requests and noted records.
    Recognition,
    /// Pseudonyms that masks write into the host's records.
    Pseudonyms,
}

/// A key could not be had.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum KeyError {
    /// A master key is 32 bytes, written as 64 hexadecimal digits.
    #[error("a key is 64 hexadecimal digits (32 random bytes); make one with `openssl rand -hex 32`")]
    Malformed,
    /// The host's key service did not answer.
    #[error("the key service gave no key; nothing was begun, try again")]
    Unavailable,
}

/// Hands out key material.
pub trait Keys: fmt::Debug + Send + Sync + 'static {
    /// The key for that purpose: always the same one, and another for every purpose.
    fn key(&self, purpose: KeyPurpose) -> Result<SecretKey, KeyError>;
}

/// One secret from which the key for each purpose is derived (HMAC-SHA256 over the purpose's name).
#[derive(Clone)]
pub struct MasterKey(SecretKey);

impl MasterKey {
    /// The master key with these random bytes.
    pub fn new(bytes: [u8; 32]) -> Self {
        Self(SecretKey::new(bytes))
    }

    /// Reads 64 hexadecimal digits; white space around them is ignored.
    pub fn from_hex(text: &str) -> Result<Self, KeyError> {
        let bytes = from_hex(text.trim()).ok_or(KeyError::Malformed)?;
        Ok(Self::new(bytes))
    }
}

impl fmt::Debug for MasterKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("MasterKey(…)")
    }
}

impl Keys for MasterKey {
    fn key(&self, purpose: KeyPurpose) -> Result<SecretKey, KeyError> {
        let label: &[u8] = match purpose {
            KeyPurpose::Sealing => b"oubliette/1/sealing",
            KeyPurpose::Recognition => b"oubliette/1/recognition",
            KeyPurpose::Pseudonyms => b"oubliette/1/pseudonyms",
        };
        Ok(SecretKey::new(self.0.mac(&[label])))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_purpose_has_its_own_key() {
        let keys = MasterKey::new([3; 32]);
        let sealing = keys.key(KeyPurpose::Sealing).unwrap();
        assert_eq!(sealing, keys.key(KeyPurpose::Sealing).unwrap());
        assert_ne!(sealing, keys.key(KeyPurpose::Recognition).unwrap());
        assert_ne!(sealing, MasterKey::new([4; 32]).key(KeyPurpose::Sealing).unwrap());
    }

    #[test]
    fn a_key_is_read_from_hexadecimal_digits_only() {
        assert!(MasterKey::from_hex(&format!(" {}\n", "0a".repeat(32))).is_ok());
        for wrong in ["", "0a", &"0g".repeat(32), &"é".repeat(32)] {
            assert_eq!(MasterKey::from_hex(wrong).err(), Some(KeyError::Malformed));
        }
    }
}
