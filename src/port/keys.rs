//! Key material: a ring of keys, of which one is current and former ones still open what was sealed with them.

use std::fmt;
use std::str::FromStr;

use async_trait::async_trait;
use hmac::Mac;
use serde::{Deserialize, Serialize};
use zeroize::{Zeroize, ZeroizeOnDrop};

use crate::text::as_text;
use crate::text::digest::keyed;
use crate::text::hex::{from_hex, hex};

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
        let mut mac = keyed(&self.0);
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

/// The name of a key, which is no secret and is written beside everything that is sealed with it: 1 to 64 letters, digits
/// and `-`, `_`, `.`, `:`, `/`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct KeyId(String);

/// A text that is no [`KeyId`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the id of a key is 1 to {MAX_KEY_ID} letters, digits and `-`, `_`, `.`, `:`, `/`")]
pub struct KeyIdError;

/// The longest id of a key, in bytes: its length has to fit into one byte beside what is sealed.
const MAX_KEY_ID: usize = 64;

impl KeyId {
    /// The id as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for KeyId {
    type Err = KeyIdError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let is_allowed = |byte: u8| byte.is_ascii_alphanumeric() || b"-_.:/".contains(&byte);
        if text.is_empty() || text.len() > MAX_KEY_ID || !text.bytes().all(is_allowed) {
            return Err(KeyIdError);
        }
        Ok(Self(text.to_owned()))
    }
}

impl fmt::Display for KeyId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

as_text!(KeyId);

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
    /// The ring has no such key.
    #[error("it was sealed with another key, `{0}`, which is not in the ring; add that one as a former key")]
    Unknown(KeyId),
    /// The key was destroyed, and all that was sealed with it with the key.
    #[error(
        "the key `{0}` was destroyed, and what was sealed with it is gone for good; open the request anew"
    )]
    Destroyed(KeyId),
}

/// Hands out key material: a ring of keys, of which one is current.
///
/// Everything new is made with the current key. What was made before is opened, and recognised, with whichever key of the
/// ring made it. So a key is replaced in three steps: every process gets the new one in its ring; then every process takes
/// it for current; and the former one leaves the ring when no request of its time is open any more. With it go the codes
/// and repetitions of those requests: they are no longer recognised.
#[async_trait]
pub trait Keys: fmt::Debug + Send + Sync + 'static {
    /// The id of the key with which everything new is made.
    async fn current(&self) -> Result<KeyId, KeyError>;

    /// The key with that id for that purpose: always the same one, and another for every id and every purpose.
    ///
    /// - *On absence*: `Unknown`, or `Destroyed` where that is known.
    async fn by_id(&self, id: &KeyId, purpose: KeyPurpose) -> Result<SecretKey, KeyError>;

    /// The ids of all keys that can be had: the current one first, then the former ones, newest first.
    async fn ids(&self) -> Result<Vec<KeyId>, KeyError>;
}

/// One secret from which the key for each purpose is derived (HMAC-SHA256 over the purpose's name): by itself a ring of one.
///
/// Its id is derived from it, too, so that two master keys have two ids.
#[derive(Clone, PartialEq, Eq)]
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

    /// Its id: 16 hexadecimal digits, from which nothing of the key follows.
    pub fn id(&self) -> KeyId {
        let [a, b, c, d, e, f, g, h, ..] = self.0.mac(&[b"oubliette/1/id"]);
        KeyId(hex(&[a, b, c, d, e, f, g, h]))
    }

    fn derived(&self, purpose: KeyPurpose) -> SecretKey {
        // Ledgers that were written with these labels have to open for ever.
        let label: &[u8] = match purpose {
            KeyPurpose::Sealing => b"oubliette/1/sealing",
            KeyPurpose::Recognition => b"oubliette/1/recognition",
            KeyPurpose::Pseudonyms => b"oubliette/1/pseudonyms",
        };
        SecretKey::new(self.0.mac(&[label]))
    }
}

impl fmt::Debug for MasterKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("MasterKey(…)")
    }
}

#[async_trait]
impl Keys for MasterKey {
    async fn current(&self) -> Result<KeyId, KeyError> {
        Ok(self.id())
    }

    async fn by_id(&self, id: &KeyId, purpose: KeyPurpose) -> Result<SecretKey, KeyError> {
        if *id == self.id() { Ok(self.derived(purpose)) } else { Err(KeyError::Unknown(id.clone())) }
    }

    async fn ids(&self) -> Result<Vec<KeyId>, KeyError> {
        Ok(vec![self.id()])
    }
}

/// A ring of master keys.
///
/// ```
/// use oubliette::port::{KeyRing, MasterKey};
///
/// # let (this_year, last_year) = ([2; 32], [1; 32]);
/// let keys = KeyRing::new(MasterKey::new(this_year)).with_former(MasterKey::new(last_year));
/// ```
#[derive(Debug, Clone)]
pub struct KeyRing {
    current: MasterKey,
    former: Vec<MasterKey>,
}

impl KeyRing {
    /// The ring with this current key alone.
    pub fn new(current: MasterKey) -> Self {
        Self { current, former: Vec::new() }
    }

    /// With one more key that was current before; the newest is to be added first. A key that is there already stays
    /// where it is.
    #[must_use]
    pub fn with_former(mut self, key: MasterKey) -> Self {
        if self.all().all(|there| *there != key) {
            self.former.push(key);
        }
        self
    }

    fn all(&self) -> impl Iterator<Item = &MasterKey> {
        std::iter::once(&self.current).chain(&self.former)
    }
}

#[async_trait]
impl Keys for KeyRing {
    async fn current(&self) -> Result<KeyId, KeyError> {
        Ok(self.current.id())
    }

    async fn by_id(&self, id: &KeyId, purpose: KeyPurpose) -> Result<SecretKey, KeyError> {
        let key = self.all().find(|key| key.id() == *id).ok_or_else(|| KeyError::Unknown(id.clone()))?;
        Ok(key.derived(purpose))
    }

    async fn ids(&self) -> Result<Vec<KeyId>, KeyError> {
        Ok(self.all().map(MasterKey::id).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn each_purpose_and_each_master_key_has_its_own_key() {
        let (keys, other) = (MasterKey::new([3; 32]), MasterKey::new([4; 32]));
        let id = keys.current().await.unwrap();
        assert_eq!(keys.ids().await.unwrap(), std::slice::from_ref(&id));
        let sealing = keys.by_id(&id, KeyPurpose::Sealing).await.unwrap();
        assert_eq!(sealing, keys.by_id(&id, KeyPurpose::Sealing).await.unwrap());
        assert_ne!(sealing, keys.by_id(&id, KeyPurpose::Recognition).await.unwrap());
        assert_ne!(sealing, other.by_id(&other.id(), KeyPurpose::Sealing).await.unwrap());
        assert_eq!(other.by_id(&id, KeyPurpose::Sealing).await, Err(KeyError::Unknown(id.clone())));
        assert_ne!(id, other.id());
    }

    /// What a ledger holds was derived like this by every version so far.
    #[test]
    fn derived_keys_are_those_of_every_version() {
        let sealing = MasterKey::new([3; 32]).derived(KeyPurpose::Sealing);
        assert_eq!(sealing, SecretKey::new(SecretKey::new([3; 32]).mac(&[b"oubliette/1/sealing"])));
        assert_eq!(hex(sealing.bytes()), "2c15c1e08dafad755ccce619d8d2f45b78081706d19270d8f5e505a93b18c782");
        assert_eq!(MasterKey::new([3; 32]).id().as_str(), "e9072a76c5fa365f");
    }

    #[tokio::test]
    async fn a_ring_hands_out_every_key_and_names_the_current_one_first() {
        let [new, old, oldest] = [3, 2, 1].map(|byte| MasterKey::new([byte; 32]));
        let ring = KeyRing::new(new.clone()).with_former(old.clone()).with_former(oldest.clone());
        let ring = ring.with_former(new.clone()).with_former(old.clone());
        assert_eq!(ring.current().await.unwrap(), new.id());
        assert_eq!(ring.ids().await.unwrap(), [new.id(), old.id(), oldest.id()]);
        for key in [&new, &old, &oldest] {
            let handed = ring.by_id(&key.id(), KeyPurpose::Pseudonyms).await.unwrap();
            assert_eq!(handed, key.by_id(&key.id(), KeyPurpose::Pseudonyms).await.unwrap());
        }
        let nobody = MasterKey::new([9; 32]).id();
        assert_eq!(ring.by_id(&nobody, KeyPurpose::Sealing).await, Err(KeyError::Unknown(nobody)));
    }

    #[test]
    fn a_key_is_read_from_hexadecimal_digits_only() {
        assert!(MasterKey::from_hex(&format!(" {}\n", "0a".repeat(32))).is_ok());
        for wrong in ["", "0a", &"0g".repeat(32), &"é".repeat(32)] {
            assert_eq!(MasterKey::from_hex(wrong).err(), Some(KeyError::Malformed));
        }
    }

    #[test]
    fn the_id_of_a_key_is_short_and_printable() {
        for right in ["a", "arn:aws:kms:eu-west-1:1/key_2.3", &"k".repeat(64)] {
            assert_eq!(right.parse::<KeyId>().unwrap().as_str(), right);
        }
        for wrong in ["", " a", "a b", "é", "a\0", &"k".repeat(65)] {
            assert_eq!(wrong.parse::<KeyId>(), Err(KeyIdError), "{wrong}");
        }
    }
}
