//! Where whoever asked is told how it goes.

use std::fmt;

use serde::{Deserialize, Serialize};

/// An address, and the language in which to write there. Sealed with the request, and destroyed with it.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReplyTo {
    address: String,
    language: String,
}

impl ReplyTo {
    /// Writes to this e-mail address in this language, such as `en`.
    pub fn new(address: impl Into<String>, language: impl Into<String>) -> Self {
        Self { address: address.into(), language: language.into() }
    }

    /// The e-mail address.
    pub fn address(&self) -> &str {
        &self.address
    }

    /// The language.
    pub fn language(&self) -> &str {
        &self.language
    }
}

impl fmt::Debug for ReplyTo {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ReplyTo").field("language", &self.language).finish_non_exhaustive()
    }
}
