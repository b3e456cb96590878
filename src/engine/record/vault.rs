//! Seals what is personal before it goes into the ledger, and recognises it there without opening it.
//!
//! A seal is a byte for its form, the length and text of its key's id, a nonce, and the ciphertext; the id is
//! authenticated with everything else. The seals of version 0.1 were a nonce and a ciphertext alone. Both open: which of
//! them a seal is, and of which key, is settled by whether it opens.

use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::code::ConfirmationCode;
use crate::engine::error::EngineError;
use crate::port::{Digest, Entropy, KeyError, KeyId, KeyPurpose, Keys, Replacement, Sealed, SecretKey};

const NONCE_LENGTH: usize = 24;

/// What a seal begins with that names its key. A seal of version 0.1 begins with a random byte.
const NAMES_ITS_KEY: u8 = 1;

/// The keys of a ring, as they were when they were fetched.
#[derive(Debug)]
pub(crate) struct Vault {
    current: RingKey,
    /// Newest first.
    former: Vec<RingKey>,
    pseudonyms: SecretKey,
}

/// One key of the ring, for what the ledger holds.
#[derive(Debug)]
struct RingKey {
    id: KeyId,
    sealing: SecretKey,
    recognition: SecretKey,
}

impl Vault {
    /// Fetches the keys.
    pub(crate) async fn fetch(keys: &dyn Keys) -> Result<Self, EngineError> {
        let current = keys.current().await?;
        let pseudonyms = keys.by_id(&current, KeyPurpose::Pseudonyms).await?;
        let mut former = Vec::new();
        for id in keys.ids().await? {
            if id != current {
                former.push(RingKey::fetch(keys, id).await?);
            }
        }
        Ok(Self { current: RingKey::fetch(keys, current).await?, former, pseudonyms })
    }

    /// Seals a value; it opens only under the same `context`, so that nothing sealed can be moved elsewhere.
    pub(crate) fn seal<T: Serialize>(
        &self,
        value: &T,
        context: &str,
        entropy: &dyn Entropy,
    ) -> Result<Sealed, EngineError> {
        let text = serde_json::to_vec(value).map_err(|_| EngineError::Unsealable)?;
        let mut nonce = [0_u8; NONCE_LENGTH];
        entropy.fill(&mut nonce)?;
        let header = header(&self.current.id)?;
        let aad = associated(&header, context);
        let sealed = self
            .current
            .cipher()
            .encrypt(&XNonce::from(nonce), Payload { msg: &text, aad: &aad })
            .map_err(|_| EngineError::Unsealable)?;
        Ok(Sealed::new(header.into_iter().chain(nonce).chain(sealed).collect()))
    }

    /// Opens what was sealed under `context`, with whichever key of the ring.
    pub(crate) fn open<T: DeserializeOwned>(&self, sealed: &Sealed, context: &str) -> Result<T, EngineError> {
        let bytes = sealed.bytes();
        let named = split_header(bytes);
        let key = named.as_ref().and_then(|(id, ..)| self.all().find(|key| key.id == *id));
        let by_its_key = match (&named, key) {
            (Some((_, header, rest)), Some(key)) => key.open(rest, &associated(header, context)),
            _ => None,
        };
        // The nonce of an old seal may look like a header.
        let text = by_its_key.or_else(|| self.all().find_map(|key| key.open(bytes, context.as_bytes())));
        match (text, named) {
            (Some(text), _) => serde_json::from_slice(&text).map_err(|_| EngineError::Unsealable),
            (None, Some((id, ..))) if key.is_none() => Err(KeyError::Unknown(id).into()),
            (None, _) => Err(EngineError::Unsealable),
        }
    }

    /// A digest that recognises these parts again. What the ledger keeps is made with the current key.
    pub(crate) fn recognise(&self, parts: &[&[u8]]) -> Digest {
        self.current.recognise(parts)
    }

    /// The digests by which these parts were recognised under former keys, newest first.
    pub(crate) fn recognise_former(&self, parts: &[&[u8]]) -> Vec<Digest> {
        self.former.iter().map(|key| key.recognise(parts)).collect()
    }

    /// The digest under which a new confirmation code is kept.
    pub(crate) fn code_digest(&self, code: &ConfirmationCode) -> Digest {
        code.digest(self.current.recognition.bytes())
    }

    /// All digests under which a confirmation code may be kept, newest key first.
    pub(crate) fn code_digests(&self, code: &ConfirmationCode) -> impl Iterator<Item = Digest> {
        self.all().map(|key| code.digest(key.recognition.bytes()))
    }

    /// The key under which links and codes of proof are kept. What was sent under a former key is answered in vain, and sent
    /// again.
    pub(crate) fn proof_key(&self) -> [u8; 32] {
        *self.current.recognition.bytes()
    }

    /// Masks by pseudonym with this vault's current key.
    pub(crate) fn pseudonyms(&self) -> Replacement {
        Replacement::Pseudonym(self.pseudonyms.clone())
    }

    fn all(&self) -> impl Iterator<Item = &RingKey> {
        std::iter::once(&self.current).chain(&self.former)
    }
}

impl RingKey {
    async fn fetch(keys: &dyn Keys, id: KeyId) -> Result<Self, EngineError> {
        Ok(Self {
            sealing: keys.by_id(&id, KeyPurpose::Sealing).await?,
            recognition: keys.by_id(&id, KeyPurpose::Recognition).await?,
            id,
        })
    }

    fn recognise(&self, parts: &[&[u8]]) -> Digest {
        Digest::new(self.recognition.mac(parts))
    }

    /// What a nonce and the ciphertext behind it hold, if it was sealed with this key and these associated data.
    fn open(&self, bytes: &[u8], aad: &[u8]) -> Option<Vec<u8>> {
        let (nonce, text) = bytes.split_first_chunk::<NONCE_LENGTH>()?;
        self.cipher().decrypt(&XNonce::from(*nonce), Payload { msg: text, aad }).ok()
    }

    fn cipher(&self) -> XChaCha20Poly1305 {
        XChaCha20Poly1305::new(self.sealing.bytes().into())
    }
}

/// What a seal of this key begins with.
fn header(id: &KeyId) -> Result<Vec<u8>, EngineError> {
    let length = u8::try_from(id.as_str().len()).map_err(|_| EngineError::Unsealable)?;
    Ok([NAMES_ITS_KEY, length].into_iter().chain(id.as_str().bytes()).collect())
}

/// The header and the context as one: the header says where it ends, so no two pairs are the same.
fn associated(header: &[u8], context: &str) -> Vec<u8> {
    [header, context.as_bytes()].concat()
}

/// The key that a seal names, the header that names it, and what stands behind that; `None` where it names none.
fn split_header(bytes: &[u8]) -> Option<(KeyId, &[u8], &[u8])> {
    let [NAMES_ITS_KEY, length, ..] = bytes else { return None };
    let (header, rest) = bytes.split_at_checked(2 + usize::from(*length))?;
    let id = std::str::from_utf8(header.get(2..)?).ok()?;
    Some((id.parse().ok()?, header, rest))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::port::{KeyRing, MasterKey, SystemEntropy};

    fn master(number: u8) -> MasterKey {
        MasterKey::new([number; 32])
    }

    /// The vault of a ring whose current key is the first.
    fn vault(ring: &[u8]) -> Vault {
        let (current, former) = ring.split_first().unwrap();
        let ring =
            former.iter().fold(KeyRing::new(master(*current)), |ring, it| ring.with_former(master(*it)));
        fetched(&ring)
    }

    fn fetched(keys: &dyn Keys) -> Vault {
        tokio::runtime::Builder::new_current_thread().build().unwrap().block_on(Vault::fetch(keys)).unwrap()
    }

    /// A seal as version 0.1 made it.
    fn old_seal(key: u8, nonce: [u8; NONCE_LENGTH], text: &str, context: &str) -> Sealed {
        let vault = vault(&[key]);
        let payload = Payload { msg: text.as_bytes(), aad: context.as_bytes() };
        let sealed = vault.current.cipher().encrypt(&XNonce::from(nonce), payload).unwrap();
        Sealed::new(nonce.into_iter().chain(sealed).collect())
    }

    /// What version 0.1 sealed with the master key of 32 threes, computed without this crate: it has to open for ever.
    #[test]
    fn a_seal_of_version_0_1_opens() {
        let seal = old_seal(3, [5; NONCE_LENGTH], r#"["ana"]"#, "note/7/gone/x");
        let opened: Vec<String> = vault(&[4, 3]).open(&seal, "note/7/gone/x").unwrap();
        assert_eq!(opened, ["ana"]);
        assert_eq!(
            crate::text::hex::hex(seal.bytes()),
            "0505050505050505050505050505050505050505050505059f44b6c3d3467277dba760bf4fbc2df6dd1df3fd41a383"
        );
    }

    #[test]
    fn the_id_of_the_key_is_authenticated_and_a_key_that_is_missing_is_named() {
        let seal = vault(&[1]).seal(&"ana", "here", &SystemEntropy).unwrap();
        let error = vault(&[2]).open::<String>(&seal, "here").unwrap_err();
        assert!(matches!(error, EngineError::Key(KeyError::Unknown(id)) if id == master(1).id()));
        // Nothing of a seal may be changed, and nothing cut off.
        for index in 0..seal.bytes().len() {
            let mut bytes = seal.bytes().to_vec();
            bytes[index] ^= 1;
            assert!(vault(&[1, 2]).open::<String>(&Sealed::new(bytes), "here").is_err(), "byte {index}");
            let cut = Sealed::new(seal.bytes()[..index].to_vec());
            assert!(vault(&[1, 2]).open::<String>(&cut, "here").is_err(), "cut at {index}");
        }
        // Another key's name on it does not make it that key's, and without a name it is no old seal.
        let bare = split_header(seal.bytes()).unwrap().2;
        let renamed = [header(&master(2).id()).unwrap().as_slice(), bare].concat();
        for forged in [renamed, bare.to_vec()] {
            assert!(vault(&[1, 2]).open::<String>(&Sealed::new(forged), "here").is_err());
        }
    }

    #[test]
    fn an_old_seal_whose_nonce_looks_like_a_header_opens() {
        let mut nonce = [0; NONCE_LENGTH];
        let like_a_header = header(&master(1).id()).unwrap();
        nonce[..like_a_header.len()].copy_from_slice(&like_a_header);
        let seal = old_seal(1, nonce, "7", "here");
        assert!(split_header(seal.bytes()).is_some());
        assert_eq!(vault(&[2, 1]).open::<u8>(&seal, "here").unwrap(), 7);
    }

    /// Rings of up to five keys out of six, each key once, and one of them by its place.
    fn rings() -> impl Strategy<Value = (Vec<u8>, prop::sample::Index)> {
        let keys = Just((0..6_u8).collect::<Vec<_>>()).prop_shuffle();
        (keys, 1..6_usize, any::<prop::sample::Index>())
            .prop_map(|(keys, length, of)| (keys[..length].to_vec(), of))
    }

    proptest! {
        #[test]
        fn what_any_key_of_the_ring_sealed_opens_under_its_context_alone(
            (ring, of) in rings(), text: String, context in "[a-z/]{0,20}", old: bool,
        ) {
            let by = *of.get(&ring);
            let seal = if old {
                old_seal(by, [by ^ 0xa5; NONCE_LENGTH], &serde_json::to_string(&text).unwrap(), &context)
            } else {
                vault(&[by]).seal(&text, &context, &SystemEntropy).unwrap()
            };
            prop_assert_eq!(vault(&ring).open::<String>(&seal, &context).unwrap(), text);
            let context_too = format!("{context}x");
            prop_assert!(vault(&ring).open::<String>(&seal, &context_too).is_err());
            let without: Vec<u8> = ring.iter().copied().filter(|key| *key != by).collect();
            if !without.is_empty() {
                prop_assert!(vault(&without).open::<String>(&seal, &context).is_err());
            }
        }

        #[test]
        fn what_any_key_of_the_ring_recognised_is_recognised((ring, of) in rings(), parts: Vec<Vec<u8>>) {
            let parts: Vec<&[u8]> = parts.iter().map(Vec::as_slice).collect();
            let by = vault(&[*of.get(&ring)]);
            let now = vault(&ring);
            let all: Vec<_> =
                std::iter::once(now.recognise(&parts)).chain(now.recognise_former(&parts)).collect();
            prop_assert_eq!(all.len(), ring.len());
            prop_assert_eq!(all.iter().position(|it| *it == by.recognise(&parts)), Some(of.index(ring.len())));
            let code = ConfirmationCode::from_entropy([7; 16]);
            prop_assert!(now.code_digests(&code).any(|digest| digest == by.code_digest(&code)));
            prop_assert_eq!(now.code_digests(&code).next(), Some(now.code_digest(&code)));
        }

        #[test]
        fn any_bytes_are_a_seal_or_an_error(bytes: Vec<u8>) {
            prop_assert!(vault(&[1, 2]).open::<String>(&Sealed::new(bytes), "here").is_err());
        }
    }
}
