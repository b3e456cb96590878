//! Ids of requests: unique, sortable by time, and derived from nothing that names a person.

use std::fmt;
use std::str::FromStr;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use uuid::{Builder, Uuid, Variant, Version};

use crate::text::as_text;

/// The latest instant that the layout can hold: 48 bits of milliseconds (RFC 9562, section 5.7).
const LAST_MILLISECOND: i64 = (1 << 48) - 1;

/// The id of a request: a version 7 UUID (RFC 9562, section 5.7), written as lower-case hexadecimal with hyphens.
///
/// It holds a creation time and randomness, and is no secret: a person is given a confirmation code, never this.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct RequestId(Uuid);

/// A text that is not a request id.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "not the id of a request; write it as it was given, 36 characters like `019a9d2e-7c00-7abc-8def-0123456789ab`"
)]
pub struct RequestIdError;

impl RequestId {
    /// Makes an id from the time of receipt and 80 bits of fresh randomness.
    ///
    /// The layout has no room for instants before 1970 or after the year 10889; those count as the nearest that it has.
    pub fn new(received: DateTime<Utc>, entropy: [u8; 10]) -> Self {
        let milliseconds = received.timestamp_millis().clamp(0, LAST_MILLISECOND).unsigned_abs();
        Self(Builder::from_unix_timestamp_millis(milliseconds, &entropy).into_uuid())
    }

    /// The id that [`RequestId::as_bytes`] gave.
    ///
    /// # Errors
    /// Bytes that are no version 7 UUID.
    pub fn from_bytes(bytes: [u8; 16]) -> Result<Self, RequestIdError> {
        let uuid = Uuid::from_bytes(bytes);
        if is_ours(&uuid) { Ok(Self(uuid)) } else { Err(RequestIdError) }
    }

    /// The sixteen bytes, most significant first.
    pub fn as_bytes(&self) -> &[u8; 16] {
        self.0.as_bytes()
    }
}

impl FromStr for RequestId {
    type Err = RequestIdError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let uuid = Uuid::try_parse(text).map_err(|_| RequestIdError)?;
        // The parser also takes braces, URNs and bare digits; one spelling keeps keys in a ledger comparable as text.
        if is_ours(&uuid) && text.len() == 36 { Ok(Self(uuid)) } else { Err(RequestIdError) }
    }
}

fn is_ours(uuid: &Uuid) -> bool {
    uuid.get_version() == Some(Version::SortRand) && uuid.get_variant() == Variant::RFC4122
}

as_text!(RequestId);

impl fmt::Display for RequestId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0.as_hyphenated())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn at(milliseconds: i64) -> DateTime<Utc> {
        DateTime::from_timestamp_millis(milliseconds).unwrap()
    }

    #[test]
    fn the_layout_is_that_of_the_standard() {
        // The example of RFC 9562, appendix A.6.
        let entropy = [0x0c, 0xc3, 0x18, 0xc4, 0xdc, 0x0c, 0x0c, 0x07, 0x39, 0x8f];
        let id = RequestId::new(at(0x017F_22E2_79B0), entropy);
        assert_eq!(id.to_string(), "017f22e2-79b0-7cc3-98c4-dc0c0c07398f");
        assert_eq!(id.as_bytes()[..6], [0x01, 0x7F, 0x22, 0xE2, 0x79, 0xB0]);
    }

    #[test]
    fn ids_sort_by_time_and_differ_by_entropy() {
        assert!(RequestId::new(at(1_000), [255; 10]) < RequestId::new(at(1_001), [0; 10]));
        assert_ne!(RequestId::new(at(1_000), [1; 10]), RequestId::new(at(1_000), [2; 10]));
        assert!(
            RequestId::new(at(1_000), [1; 10]).to_string() < RequestId::new(at(1_001), [0; 10]).to_string()
        );
    }

    #[test]
    fn instants_outside_the_layout_count_as_its_ends() {
        assert!(RequestId::new(at(-1), [0; 10]).to_string().starts_with("00000000-0000-7"));
        assert!(RequestId::new(DateTime::<Utc>::MAX_UTC, [0; 10]).to_string().starts_with("ffffffff-ffff-7"));
    }

    #[test]
    fn other_spellings_and_other_versions_are_refused() {
        for bad in [
            "",
            "017f22e279b07cc398c4dc0c0c07398f",
            "{017f22e2-79b0-7cc3-98c4-dc0c0c07398f}",
            "urn:uuid:017f22e2-79b0-7cc3-98c4-dc0c0c07398f",
            "f47ac10b-58cc-4372-a567-0e02b2c3d479",
            "017f22e2-79b0-7cc3-18c4-dc0c0c07398f",
            "017f22e2-79b0-7cc3-98c4-dc0c0c07398é",
        ] {
            assert_eq!(bad.parse::<RequestId>(), Err(RequestIdError), "{bad}");
        }
    }

    proptest! {
        #[test]
        fn text_and_json_round_trip(milliseconds in 0i64..LAST_MILLISECOND, entropy: [u8; 10]) {
            let id = RequestId::new(at(milliseconds), entropy);
            prop_assert_eq!(id.to_string().parse::<RequestId>(), Ok(id));
            let json = serde_json::to_string(&id).unwrap();
            prop_assert_eq!(serde_json::from_str::<RequestId>(&json).unwrap(), id);
            prop_assert_eq!(RequestId::from_bytes(*id.as_bytes()), Ok(id));
        }

        #[test]
        fn reading_never_panics(text in ".*") {
            let _ = text.parse::<RequestId>();
        }
    }
}
