//! The fingerprints of the two files that a request was worked on under.

use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

use crate::datamap::DataMap;
use crate::engine::error::EngineError;
use crate::policy::Policy;
use crate::text::digest::Digest;

/// SHA-256 of what each file says, however it is arranged.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Fingerprints {
    policy: Digest,
    data_map: Digest,
}

impl Fingerprints {
    /// Of these files.
    ///
    /// # Errors
    /// A file cannot be serialised.
    pub(crate) fn of(policy: &Policy, map: &DataMap) -> Result<Self, EngineError> {
        Ok(Self { policy: fingerprint(policy)?, data_map: fingerprint(map)? })
    }
}

fn fingerprint<T: Serialize>(file: &T) -> Result<Digest, EngineError> {
    let text = serde_json::to_vec(file).map_err(|_| EngineError::Unreadable)?;
    Ok(Digest::new(Sha256::digest(text).into()))
}
