//! The signed request: verified, then read.
//!
//! Knows the order of the checks and what a verified request says. Reads no clock: whether a request is fresh is asked
//! with the time in hand.

use std::fmt;

use chrono::{DateTime, TimeDelta, Utc};
use serde_json::{Map, Value};

use super::payload::Payload;
use super::token::Token;
use super::{AppScopedId, AppSecrets, ProfileId};

/// The longest token that is looked at, in bytes of its text.
pub const MAX_SIGNED_REQUEST_BYTES: usize = 8 * 1024;

/// Why a token was refused. It repeats nothing of the token, the secrets or the expected signature.
#[non_exhaustive]
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, thiserror::Error)]
pub enum SignedRequestError {
    /// It does not have the form of a signed request: too long, not two halves of base64 around one dot, or a payload that is
    /// not a JSON object, repeats a member, or holds an identifier or an instant that is not valid.
    #[error(
        "the signed request is malformed; pass on the form field `signed_request` exactly as Meta sent it"
    )]
    Malformed,
    /// No secret of the ring made its signature. A ring without a usable secret always says so.
    #[error(
        "the signature fits none of the app secrets; configure the secret of the app that calls this route"
    )]
    BadSignature,
    /// The signature fits, and the payload does not name the algorithm `HMAC-SHA256`, in these very letters.
    #[error(
        "the signed request does not name the algorithm `HMAC-SHA256`; refuse it, no other one is supported"
    )]
    UnsupportedAlgorithm,
}

/// A message from Meta whose signature has been verified.
///
/// It says who removed the app or asked for deletion. It has no nonce and names no app: see
/// [`idempotency_key`](Self::idempotency_key) for recognising a repetition.
#[derive(Clone, PartialEq)]
pub struct SignedRequest {
    user_id: Option<AppScopedId>,
    profile_id: Option<ProfileId>,
    issued_at: Option<DateTime<Utc>>,
    expires: Option<DateTime<Utc>>,
    payload: Map<String, Value>,
}

impl SignedRequest {
    /// Verifies the text of the form field `signed_request`, and reads it.
    ///
    /// The checks run in this order: length (at most [`MAX_SIGNED_REQUEST_BYTES`]); two halves around one dot; base64,
    /// padded or not and in either alphabet; the signature, over the payload's text as received and against every
    /// secret of the ring; and only then JSON, the algorithm, and the members.
    ///
    /// # Errors
    ///
    /// See [`SignedRequestError`]. Nothing of a payload is read whose signature does not fit.
    pub fn verify(token: &str, secrets: &AppSecrets) -> Result<Self, SignedRequestError> {
        if token.len() > MAX_SIGNED_REQUEST_BYTES {
            return Err(SignedRequestError::Malformed);
        }
        let token = Token::parse(token).ok_or(SignedRequestError::Malformed)?;
        if !secrets.verify(token.encoded_payload.as_bytes(), &token.signature) {
            return Err(SignedRequestError::BadSignature);
        }
        let Payload { user_id, profile_id, issued_at, expires, members } = Payload::parse(&token.payload)?;
        Ok(Self { user_id, profile_id, issued_at, expires, payload: members })
    }

    /// The person, in this app's numbering. `None` where the request names nobody: the member is absent, null or zero,
    /// as when a Page removed the app.
    pub fn user_id(&self) -> Option<&AppScopedId> {
        self.user_id.as_ref()
    }

    /// The Page that removed the app, where one did.
    pub fn profile_id(&self) -> Option<&ProfileId> {
        self.profile_id.as_ref()
    }

    /// When Meta made the request. Meta always says so today; its rules do not promise it.
    pub fn issued_at(&self) -> Option<DateTime<Utc>> {
        self.issued_at
    }

    /// When the access that the request speaks of ends; `None` for never.
    pub fn expires(&self) -> Option<DateTime<Utc>> {
        self.expires
    }

    /// Everything that was signed, unknown members included.
    ///
    /// A number beyond 64 bits loses digits here; [`user_id`](Self::user_id) and [`profile_id`](Self::profile_id)
    /// don't. It may hold personal data and access tokens: keep it out of logs.
    pub fn payload(&self) -> &Map<String, Value> {
        &self.payload
    }

    /// How long ago the request was made, zero where its time still lies ahead, `None` where it gives none.
    pub fn age(&self, now: DateTime<Utc>) -> Option<TimeDelta> {
        self.issued_at.map(|issued_at| now.signed_duration_since(issued_at).max(TimeDelta::zero()))
    }

    /// Compares the request's instants with `now`.
    ///
    /// Meta documents no window in which a request is fresh, so age and expiry are reported and refuse nothing: a
    /// deletion that was asked for long ago is still owed.
    ///
    /// # Errors
    ///
    /// [`FreshnessError::IssuedInFuture`] if it was made more than `skew` after `now`; a negative `skew` counts as
    /// none.
    pub fn check_freshness(&self, now: DateTime<Utc>, skew: TimeDelta) -> Result<Freshness, FreshnessError> {
        let ahead = self.issued_at.map(|issued_at| issued_at.signed_duration_since(now));
        if let Some(ahead) = ahead.filter(|ahead| *ahead > skew.max(TimeDelta::zero())) {
            return Err(FreshnessError::IssuedInFuture { ahead });
        }
        Ok(Freshness { age: self.age(now), expired: self.expires.is_some_and(|end| end <= now) })
    }
}

impl fmt::Debug for SignedRequest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SignedRequest")
            .field("user_id", &self.user_id)
            .field("profile_id", &self.profile_id)
            .field("issued_at", &self.issued_at)
            .field("expires", &self.expires)
            .finish_non_exhaustive()
    }
}

/// How a request's instants lie to a given time, where that is no reason to refuse it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Freshness {
    age: Option<TimeDelta>,
    expired: bool,
}

impl Freshness {
    /// How long ago the request was made, if it says so; never negative.
    pub fn age(&self) -> Option<TimeDelta> {
        self.age
    }

    /// Whether the access that the request speaks of has ended. What was asked for stays asked for.
    pub fn is_expired(&self) -> bool {
        self.expired
    }
}

/// Why a verified request is not believed in time.
#[non_exhaustive]
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum FreshnessError {
    /// It says that it was made in the future.
    #[error("the signed request was issued {} s in the future; check this machine's clock", ahead.num_seconds())]
    IssuedInFuture {
        /// How far ahead of the given time.
        ahead: TimeDelta,
    },
}

#[cfg(test)]
mod tests {
    use super::super::AppSecret;
    use super::super::testing::{sign, signature};
    use super::*;

    const SECRET: &str = "9d1bd3c5e2";
    const PAYLOAD: &str = r#"{"algorithm":"HMAC-SHA256","issued_at":1291836800,"user_id":"218471"}"#;

    fn ring() -> AppSecrets {
        AppSecrets::new([AppSecret::new(SECRET)])
    }

    fn verify(token: &str) -> Result<SignedRequest, SignedRequestError> {
        SignedRequest::verify(token, &ring())
    }

    fn at(seconds: i64) -> DateTime<Utc> {
        DateTime::from_timestamp(seconds, 0).unwrap()
    }

    #[test]
    fn a_genuine_request_is_read() {
        let request = verify(&sign(SECRET, PAYLOAD)).unwrap();
        assert_eq!(request.user_id().map(ToString::to_string).as_deref(), Some("218471"));
        assert_eq!(request.profile_id(), None);
        assert_eq!(request.issued_at(), Some(at(1_291_836_800)));
        assert_eq!(request.expires(), None);
        assert_eq!(request.payload().get("user_id"), Some(&Value::from("218471")));
        assert_eq!(request.payload().len(), 3);
    }

    #[test]
    fn the_signature_covers_the_text_as_received() {
        let unpadded = sign(SECRET, r#"{"algorithm":"HMAC-SHA256"} "#).split_once('.').unwrap().1.to_owned();
        let padded = format!("{unpadded}==");
        for (signed_text, other_text) in [(&unpadded, &padded), (&padded, &unpadded)] {
            let signature = signature(SECRET, signed_text);
            assert!(verify(&format!("{signature}.{signed_text}")).is_ok());
            assert_eq!(verify(&format!("{signature}.{other_text}")), Err(SignedRequestError::BadSignature));
        }
    }

    #[test]
    fn form_is_judged_before_signature_and_signature_before_content() {
        let unsigned = |payload: &str| sign("somebody else's", payload);
        assert_eq!(verify(&unsigned("not json")), Err(SignedRequestError::BadSignature));
        assert_eq!(verify(&unsigned(r#"{"algorithm":"none"}"#)), Err(SignedRequestError::BadSignature));
        assert_eq!(verify(&format!("{} ", unsigned(PAYLOAD))), Err(SignedRequestError::Malformed));
        assert_eq!(verify(&sign(SECRET, "not json")), Err(SignedRequestError::Malformed));
        assert_eq!(
            verify(&sign(SECRET, r#"{"algorithm":"none"}"#)),
            Err(SignedRequestError::UnsupportedAlgorithm)
        );
    }

    #[test]
    fn every_changed_symbol_is_noticed() {
        let token = sign(SECRET, PAYLOAD);
        for (index, symbol) in token.char_indices().filter(|(_, symbol)| *symbol != '.') {
            // The top bit of a symbol is never a spare one.
            let other = if symbol.is_ascii_lowercase() { 'A' } else { 'z' };
            let mut changed = token.clone();
            changed.replace_range(index..=index, &other.to_string());
            if changed != token {
                assert_eq!(verify(&changed), Err(SignedRequestError::BadSignature), "symbol {index}");
            }
        }
    }

    #[test]
    fn the_longest_token_is_8_kib() {
        let of_length = |length: usize| {
            let mut filler = "x".repeat(length / 4 * 3 - 200);
            loop {
                let token = sign(SECRET, format!(r#"{{"algorithm":"HMAC-SHA256","filler":"{filler}"}}"#));
                if token.len() >= length {
                    return token;
                }
                filler.push('x');
            }
        };
        let longest = of_length(MAX_SIGNED_REQUEST_BYTES);
        assert_eq!(longest.len(), MAX_SIGNED_REQUEST_BYTES);
        assert!(verify(&longest).is_ok());
        assert_eq!(verify(&of_length(MAX_SIGNED_REQUEST_BYTES + 1)), Err(SignedRequestError::Malformed));
        assert_eq!(verify(&"A".repeat(10_000_000)), Err(SignedRequestError::Malformed));
    }

    #[test]
    fn empty_rings_refuse_everything() {
        for ring in [AppSecrets::new([]), AppSecrets::new([AppSecret::new("")])] {
            let forged = sign("", PAYLOAD);
            assert_eq!(SignedRequest::verify(&forged, &ring), Err(SignedRequestError::BadSignature));
        }
    }

    #[test]
    fn time_reports_and_only_the_future_refuses() {
        let request = verify(&sign(
            SECRET,
            r#"{"algorithm":"HMAC-SHA256","issued_at":1000000,"expires":1000060,"user_id":"1"}"#,
        ))
        .unwrap();
        let skew = TimeDelta::seconds(30);
        let old = request.check_freshness(at(1_000_000_000), skew).unwrap();
        assert_eq!((old.age(), old.is_expired()), (Some(TimeDelta::seconds(999_000_000)), true));
        assert!(request.check_freshness(at(1_000_060), skew).unwrap().is_expired());
        assert!(!request.check_freshness(at(1_000_059), skew).unwrap().is_expired());
        let early = request.check_freshness(at(999_970), skew).unwrap();
        assert_eq!((early.age(), early.is_expired()), (Some(TimeDelta::zero()), false));
        assert_eq!(
            request.check_freshness(at(999_969), skew),
            Err(FreshnessError::IssuedInFuture { ahead: TimeDelta::seconds(31) })
        );
        assert!(request.check_freshness(at(1_000_000), TimeDelta::seconds(-5)).is_ok());
        assert!(request.check_freshness(DateTime::<Utc>::MIN_UTC, TimeDelta::MAX).is_ok());
        assert!(request.check_freshness(DateTime::<Utc>::MAX_UTC, TimeDelta::MIN).is_ok());
        let timeless = verify(&sign(SECRET, r#"{"algorithm":"HMAC-SHA256"}"#)).unwrap();
        assert_eq!(timeless.check_freshness(at(0), skew).unwrap().age(), None);
    }

    #[test]
    fn nothing_personal_or_secret_is_shown() {
        let token = sign(SECRET, r#"{"algorithm":"HMAC-SHA256","user_id":"218471","oauth_token":"canary"}"#);
        let shown = format!("{:?}", verify(&token).unwrap());
        assert!(!shown.contains("218471") && !shown.contains("canary"), "{shown}");
        for error in [verify("218471.canary"), verify(&sign("canary", "218471"))] {
            let error = error.unwrap_err();
            assert!(!format!("{error} {error:?}").contains("canary"));
        }
    }
}
