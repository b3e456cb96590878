//! One challenge: sent, answered, and passed at most once.
//!
//! Knows digests, times and counts, which is all that is kept of it. Sending is somebody else's.

use chrono::{DateTime, Utc};
use hmac::Mac as _;
use serde::{Deserialize, Serialize};

use super::{Limits, Method, ProofCode, ProofToken, Verified};
use crate::request::RequestId;
use crate::text::digest::{Digest, keyed};

/// Parts these digests from everything else that may be made with the same key.
const CONTEXT: &[u8] = b"oubliette proof 1\0";

/// A challenge as it is kept, by one method and for one request. It holds nothing by which it could be passed.
///
/// There is one for each method of a request, and it is kept for as long as the request waits: its counts are what limits
/// guessing and sending, so that a new one in its place would lift the limits.
///
/// ```
/// use chrono::{DateTime, TimeDelta, Utc};
/// use oubliette::request::RequestId;
/// use oubliette::verify::{Challenge, ChallengeError, Limits, Method};
///
/// let now: DateTime<Utc> = "2026-07-05T14:30:00Z".parse()?;
/// let (key, limits) = ([7; 32], Limits::default()); // a key that is kept elsewhere
/// let id = RequestId::new(now, [1; 10]);
/// let mut challenge = Challenge::new(id, Method::NumberOwnership)?;
/// let sent = challenge.send([42; 32], &key, now, &limits)?; // 32 bytes of a cryptographic generator
/// let code = sent.code.ok_or("a number gets a code")?;
///
/// let soon = now + TimeDelta::minutes(2);
/// let proof = challenge.answer(&sent.token, Some(code.reveal()), &key, soon, &limits)?;
/// assert_eq!(proof.method.as_str(), "number_ownership");
/// let again = challenge.answer(&sent.token, Some(code.reveal()), &key, soon, &limits);
/// assert_eq!(again, Err(ChallengeError::Used));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Challenge {
    request: RequestId,
    method: Method,
    #[serde(default)]
    token: Option<Digest>,
    #[serde(default)]
    code: Option<Digest>,
    #[serde(default)]
    sent_at: Option<DateTime<Utc>>,
    #[serde(default)]
    expires_at: Option<DateTime<Utc>>,
    #[serde(default)]
    sendings: u32,
    #[serde(default)]
    wrong_answers: u32,
    #[serde(default)]
    passed_at: Option<DateTime<Utc>>,
}

/// What is sent to the person, and kept by nobody.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Sent {
    /// The token of the page on which the challenge is answered. A link carries it to the person, and is the proof; where there
    /// is a code, the person's browser has it.
    pub token: ProofToken,
    /// The code, where one is typed in. It goes to the person's number, and nowhere else.
    pub code: Option<ProofCode>,
}

/// Why a challenge was not sent or not passed. Holds no personal data, and nothing of what was given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ChallengeError {
    /// The method is none that is sent and answered.
    #[error("this method is no challenge; take the host's or the staff's word for it")]
    NoChallenge,
    /// The token or code is wrong, or an older one.
    #[error("this is not the right link or code; use the one that was sent last")]
    Wrong,
    /// It was right, and its time is over.
    #[error("the time for this link or code is over; have another one sent")]
    Expired,
    /// It was passed before.
    #[error("this link or code was used before, and counts once; nothing more is needed")]
    Used,
    /// It was answered wrongly too often.
    #[error("there were too many wrong answers; prove it by another method, or ask a member of the staff")]
    TooManyAttempts,
    /// It was sent a moment ago.
    #[error("a link or code was sent a moment ago; wait until {from}")]
    TooSoon {
        /// From when it can be sent again.
        from: DateTime<Utc>,
    },
    /// It was sent too often.
    #[error("links or codes were sent too often; prove it by another method, or ask a member of the staff")]
    TooManySendings,
}

impl Challenge {
    /// A challenge that is not sent yet.
    ///
    /// # Errors
    /// [`ChallengeError::NoChallenge`] for methods that are neither a link nor a code.
    pub fn new(request: RequestId, method: Method) -> Result<Self, ChallengeError> {
        if !method.is_challenge() {
            return Err(ChallengeError::NoChallenge);
        }
        Ok(Self {
            request,
            method,
            token: None,
            code: None,
            sent_at: None,
            expires_at: None,
            sendings: 0,
            wrong_answers: 0,
            passed_at: None,
        })
    }

    /// Makes what is sent to the person, for the first time or again. What was sent before is void from then on; wrong
    /// answers stay counted.
    ///
    /// `entropy` has to come from a cryptographic generator. The challenge must be kept before anything is sent.
    ///
    /// # Errors
    /// When it was passed, answered wrongly too often, sent too often, or sent just before.
    pub fn send(
        &mut self,
        entropy: [u8; 32],
        key: &[u8; 32],
        now: DateTime<Utc>,
        limits: &Limits,
    ) -> Result<Sent, ChallengeError> {
        self.is_open(limits)?;
        if self.sendings >= limits.sendings() {
            return Err(ChallengeError::TooManySendings);
        }
        if let Some(from) = self.sent_at.and_then(|sent| sent.checked_add_signed(limits.sent_apart()))
            && now < from
        {
            return Err(ChallengeError::TooSoon { from });
        }
        let token = ProofToken::new(self.request, self.method, &entropy);
        let code = self.method.has_code().then(|| ProofCode::new(&entropy));
        let lasts = if self.method.has_code() { limits.code_lasts() } else { limits.link_lasts() };
        self.token = Some(self.token_digest(&token, key));
        self.code = code.as_ref().map(|code| self.code_digest(code, key));
        self.sent_at = Some(now);
        // Beyond the calendar there is no end to wait for: it is over at once.
        self.expires_at = Some(now.checked_add_signed(lasts).unwrap_or(now));
        self.sendings = self.sendings.saturating_add(1);
        Ok(Sent { token, code })
    }

    /// Takes an answer: the token of the page, and the code where one was sent. The right one passes once.
    ///
    /// Must be kept whether it passes or not, before anybody is told: a wrong answer that is forgotten can be given again. Two
    /// at a time must not both find the same state.
    ///
    /// # Errors
    /// When it was passed before, is over, was answered wrongly too often, or now is.
    pub fn answer(
        &mut self,
        token: &ProofToken,
        code: Option<&str>,
        key: &[u8; 32],
        now: DateTime<Utc>,
        limits: &Limits,
    ) -> Result<Verified, ChallengeError> {
        self.is_open(limits)?;
        if self.expires_at.is_none_or(|end| now >= end) {
            return Err(ChallengeError::Expired);
        }
        // Both are compared, whatever the first comparison says.
        let is_token = token.request() == self.request
            && token.method() == self.method
            && self.token == Some(self.token_digest(token, key));
        let given = code.and_then(ProofCode::typed).map(|code| self.code_digest(&code, key));
        let is_code = given == self.code;
        if !(is_token & is_code) {
            self.wrong_answers = self.wrong_answers.saturating_add(1);
            return Err(ChallengeError::Wrong);
        }
        self.passed_at = Some(now);
        (self.token, self.code) = (None, None);
        Ok(Verified::of_challenge(self.method, now))
    }

    /// The request that it is for.
    pub fn request(&self) -> RequestId {
        self.request
    }

    /// The method.
    pub fn method(&self) -> Method {
        self.method
    }

    /// When it was sent last.
    pub fn sent_at(&self) -> Option<DateTime<Utc>> {
        self.sent_at
    }

    /// Until when what was sent last can be answered.
    pub fn expires_at(&self) -> Option<DateTime<Utc>> {
        self.expires_at
    }

    /// When it was passed.
    pub fn passed_at(&self) -> Option<DateTime<Utc>> {
        self.passed_at
    }

    /// How many wrong answers are left.
    pub fn attempts_left(&self, limits: &Limits) -> u32 {
        limits.attempts().saturating_sub(self.wrong_answers)
    }

    fn is_open(&self, limits: &Limits) -> Result<(), ChallengeError> {
        if self.passed_at.is_some() {
            return Err(ChallengeError::Used);
        }
        if self.attempts_left(limits) == 0 {
            return Err(ChallengeError::TooManyAttempts);
        }
        Ok(())
    }

    fn token_digest(&self, token: &ProofToken, key: &[u8; 32]) -> Digest {
        self.digest(key, b"token\0", token.secret())
    }

    fn code_digest(&self, code: &ProofCode, key: &[u8; 32]) -> Digest {
        self.digest(key, b"code\0", code.reveal().as_bytes())
    }

    /// What is kept of a secret: bound to the key, the request and the method.
    fn digest(&self, key: &[u8; 32], part: &[u8], secret: &[u8]) -> Digest {
        let bound = keyed(key).chain_update(CONTEXT).chain_update(self.request.as_bytes());
        let bound = bound.chain_update(self.method.as_str()).chain_update(b"\0").chain_update(part);
        Digest::new(bound.chain_update(secret).finalize().into_bytes().into())
    }
}
