//! Seals what is personal before it goes into the ledger, and recognises it there without opening it.

use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::error::EngineError;
use crate::code::{CodeDigest, ConfirmationCode};
use crate::port::{Digest, Entropy, KeyPurpose, Keys, Replacement, Sealed, SecretKey};

const NONCE_LENGTH: usize = 24;

/// Keys for one run of the engine.
#[derive(Debug)]
pub(crate) struct Vault {
    sealing: SecretKey,
    recognition: SecretKey,
    pseudonyms: SecretKey,
}

impl Vault {
    /// Fetches the keys.
    pub(crate) fn new(keys: &dyn Keys) -> Result<Self, EngineError> {
        Ok(Self {
            sealing: keys.key(KeyPurpose::Sealing)?,
            recognition: keys.key(KeyPurpose::Recognition)?,
            pseudonyms: keys.key(KeyPurpose::Pseudonyms)?,
        })
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
        let sealed = self
            .cipher()
            .encrypt(&XNonce::from(nonce), Payload { msg: &text, aad: context.as_bytes() })
            .map_err(|_| EngineError::Unsealable)?;
        Ok(Sealed::new(nonce.into_iter().chain(sealed).collect()))
    }

    /// Opens what was sealed under `context`.
    pub(crate) fn open<T: DeserializeOwned>(&self, sealed: &Sealed, context: &str) -> Result<T, EngineError> {
        let (nonce, text) =
            sealed.bytes().split_first_chunk::<NONCE_LENGTH>().ok_or(EngineError::Unsealable)?;
        let text = self
            .cipher()
            .decrypt(&XNonce::from(*nonce), Payload { msg: text, aad: context.as_bytes() })
            .map_err(|_| EngineError::Unsealable)?;
        serde_json::from_slice(&text).map_err(|_| EngineError::Unsealable)
    }

    /// A digest that recognises these parts again.
    pub(crate) fn recognise(&self, parts: &[&[u8]]) -> Digest {
        Digest::new(self.recognition.mac(parts))
    }

    /// The digest under which a confirmation code is kept.
    pub(crate) fn code_digest(&self, code: &ConfirmationCode) -> Digest {
        let digest: CodeDigest = code.digest(self.recognition.bytes());
        Digest::new(*digest.as_bytes())
    }

    /// Masks by pseudonym with this vault's key.
    pub(crate) fn pseudonyms(&self) -> Replacement {
        Replacement::Pseudonym(self.pseudonyms.clone())
    }

    fn cipher(&self) -> XChaCha20Poly1305 {
        XChaCha20Poly1305::new(self.sealing.bytes().into())
    }
}
