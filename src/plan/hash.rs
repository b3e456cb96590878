//! The hash by which one plan is told from another, over what it means.
//!
//! A plan is fed to the hash value by value, each with its kind and length before it, so that no two plans have the same
//! bytes, and so that nothing on the way can fail or be left out in silence.

use std::fmt;
use std::str::FromStr;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

use super::record::Meaning;
use crate::text::digest::Digest;
use crate::text::hex::hex;
use crate::value::Value;

/// SHA-256 over everything that a plan means, as 64 lower-case hexadecimal digits.
///
/// Two plans with the same hash do the same, for whomever they are: a plan names nobody, and an approval is kept with the
/// request that it is for. The hash does not depend on how the files are arranged, on what policy, version and categories
/// are called, on the words of this crate's messages, nor on the instant of planning beyond the days on which periods end.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct PlanHash(Digest);

/// A text that is no hash of a plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the hash of a plan is 64 lower-case hexadecimal digits; copy it whole from the plan")]
pub struct PlanHashError;

impl PlanHash {
    pub(super) fn of(meaning: &Meaning) -> Self {
        let mut sink = Sink(Sha256::new_with_prefix("oubliette-plan-2"));
        meaning.feed(&mut sink);
        Self(Digest::new(sink.0.finalize().into()))
    }

    /// The beginning of the hash of one part of a plan, by which it is told from others of its kind.
    pub(super) fn short(part: &impl Canonical) -> String {
        let mut sink = Sink(Sha256::new_with_prefix("oubliette-plan-2/part"));
        part.feed(&mut sink);
        let [a, b, c, d, e, f, g, h, ..] = <[u8; 32]>::from(sink.0.finalize());
        hex(&[a, b, c, d, e, f, g, h])
    }

    /// The hash with these bytes.
    pub(crate) fn new(bytes: [u8; 32]) -> Self {
        Self(Digest::new(bytes))
    }
}

impl fmt::Display for PlanHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl fmt::Debug for PlanHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "PlanHash({self})")
    }
}

impl FromStr for PlanHash {
    type Err = PlanHashError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        text.parse().map(Self).map_err(|_| PlanHashError)
    }
}

/// Takes values in, one after the other.
pub(super) struct Sink(Sha256);

impl Sink {
    fn tagged(&mut self, tag: u8, bytes: &[u8]) {
        self.0.update([tag]);
        self.0.update((bytes.len() as u64).to_be_bytes());
        self.0.update(bytes);
    }

    pub(super) fn word(&mut self, word: &str) {
        self.tagged(b'w', word.as_bytes());
    }

    /// Goes on with something that older plans do not have, so that it is taken for nothing that they have.
    pub(super) fn addition(&mut self, what: &str) {
        self.tagged(b'+', what.as_bytes());
    }

    pub(super) fn number(&mut self, number: u64) {
        self.tagged(b'n', &number.to_be_bytes());
    }
}

/// What has one form in bytes.
pub(super) trait Canonical {
    /// Hands the value over, whole.
    fn feed(&self, to: &mut Sink);
}

impl Canonical for String {
    fn feed(&self, to: &mut Sink) {
        to.word(self);
    }
}

impl Canonical for bool {
    fn feed(&self, to: &mut Sink) {
        to.tagged(b'b', &[u8::from(*self)]);
    }
}

impl Canonical for DateTime<Utc> {
    fn feed(&self, to: &mut Sink) {
        to.tagged(b't', &self.timestamp_micros().to_be_bytes());
    }
}

impl Canonical for Value {
    fn feed(&self, to: &mut Sink) {
        match self {
            Self::Null => to.tagged(b'0', &[]),
            Self::Boolean(flag) => to.tagged(b'1', &[u8::from(*flag)]),
            Self::Integer(number) => to.tagged(b'2', &number.to_be_bytes()),
            Self::Real(number) => to.tagged(b'3', &number.to_bits().to_be_bytes()),
            Self::Text(text) => to.tagged(b'4', text.as_bytes()),
            Self::Bytes(bytes) => to.tagged(b'5', bytes),
        }
    }
}

impl<T: Canonical> Canonical for Vec<T> {
    fn feed(&self, to: &mut Sink) {
        to.number(self.len() as u64);
        for item in self {
            item.feed(to);
        }
    }
}

impl<T: Canonical> Canonical for Option<T> {
    fn feed(&self, to: &mut Sink) {
        self.is_some().feed(to);
        if let Some(value) = self {
            value.feed(to);
        }
    }
}
