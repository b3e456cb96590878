//! The one digest of the crate: 32 keyed bytes by which something is recognised without being known.

use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::str::FromStr;

use hmac::digest::CtOutput;
use hmac::{Hmac, KeyInit as _};
use serde::{Deserialize, Serialize};
use sha2::Sha256;
use zeroize::Zeroizing;

use super::as_text;
use super::hex::{from_lower_hex, hex};

/// HMAC-SHA256 under a key, before anything was put into it.
pub(crate) fn keyed(key: &[u8; 32]) -> Hmac<Sha256> {
    // A key shorter than the hash's block is the same key with zeros behind it (RFC 2104, section 2).
    let mut block = Zeroizing::new([0; 64]);
    for (padded, byte) in block.iter_mut().zip(key) {
        *padded = *byte;
    }
    Hmac::<Sha256>::new((&*block).into())
}

/// A keyed digest by which something is recognised without being known: a code, a repeated request, a noted record.
///
/// Its text form is 64 lower-case hexadecimal digits. Two are compared in constant time; their order and their hash are
/// for collections, and are not.
#[derive(Clone, Copy, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Digest([u8; 32]);

/// A text that is no [`Digest`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a digest is 64 lower-case hexadecimal digits; copy it whole")]
pub struct DigestError;

impl Digest {
    /// The digest with these bytes.
    pub fn new(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    /// The bytes.
    pub fn bytes(&self) -> &[u8; 32] {
        &self.0
    }
}

impl PartialEq for Digest {
    fn eq(&self, other: &Self) -> bool {
        let comparable = |digest: &Self| CtOutput::<Hmac<Sha256>>::new(digest.0.into());
        comparable(self) == comparable(other)
    }
}

impl Eq for Digest {}

impl PartialOrd for Digest {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Digest {
    fn cmp(&self, other: &Self) -> Ordering {
        self.0.cmp(&other.0)
    }
}

impl Hash for Digest {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.0.hash(state);
    }
}

impl fmt::Display for Digest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&hex(&self.0))
    }
}

impl fmt::Debug for Digest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Digest({self})")
    }
}

impl FromStr for Digest {
    type Err = DigestError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        from_lower_hex(text).map(Self).ok_or(DigestError)
    }
}

as_text!(Digest);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digests_are_read_as_they_are_written() {
        let digest = Digest::new(std::array::from_fn(|index| u8::try_from(index * 7).unwrap()));
        let text = digest.to_string();
        assert_eq!(text.len(), 64);
        assert_eq!(text.parse(), Ok(digest));
        assert_eq!(format!("{digest:?}"), format!("Digest({text})"));
        let json = serde_json::to_string(&digest).unwrap();
        assert_eq!(json, format!("\"{text}\""));
        assert_eq!(serde_json::from_str::<Digest>(&json).unwrap(), digest);
        for bad in [
            "",
            "0",
            &text[1..],
            &format!("{text}0"),
            &text.to_uppercase(),
            &text.replace('a', "g"),
            &"é".repeat(32),
        ] {
            assert_eq!(bad.parse::<Digest>(), Err(DigestError), "{bad}");
        }
    }

    #[test]
    fn every_byte_counts() {
        let zero = Digest::new([0; 32]);
        for index in 0..32 {
            let mut bytes = [0; 32];
            bytes[index] = 1;
            let other = Digest::new(bytes);
            assert_ne!(zero, other);
            assert!(zero < other && other == Digest::new(bytes));
        }
    }
}
