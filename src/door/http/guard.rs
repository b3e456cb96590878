//! Who may decide as an operator: the host's to say.

use std::fmt;

use async_trait::async_trait;
use hmac::Mac as _;
use http::HeaderMap;
use http::header::AUTHORIZATION;

use crate::request::Actor;
use crate::text::digest::{Digest, keyed};

/// Tells operators from everybody else. Without a guard the operators' routes do not exist.
#[async_trait]
pub trait Guard: Send + Sync + 'static {
    /// Who it is that sends these headers; `None` for nobody who may be here. Decisions are written down under this name.
    async fn allow(&self, headers: &HeaderMap) -> Option<Actor>;
}

/// Lets in whoever has a token: `Authorization: Bearer …`. It is compared in constant time and kept only as a digest.
#[derive(Clone)]
pub struct BearerGuard {
    digest: Digest,
    actor: Actor,
}

/// A token that anybody could guess.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error(
    "the operators' token has fewer than {MIN_TOKEN} characters, or characters that no header can hold; draw a longer one at random"
)]
pub struct BearerGuardError;

/// The shortest token, in bytes.
const MIN_TOKEN: usize = 16;
/// The key of the digests: they never leave the process, and are there only to be compared in constant time.
const KEY: &[u8; 32] = b"oubliette operator bearer token1";

impl BearerGuard {
    /// Lets in whoever has this token, as the operator `operator`.
    ///
    /// # Errors
    /// A token that is too short, or that cannot stand in a header.
    pub fn new(token: &str) -> Result<Self, BearerGuardError> {
        let is_token = token.len() >= MIN_TOKEN && token.bytes().all(|byte| byte.is_ascii_graphic());
        let actor = Actor::operator("operator");
        if is_token { Ok(Self { digest: digest(token), actor }) } else { Err(BearerGuardError) }
    }

    /// Writes decisions down under this name.
    #[must_use]
    pub fn acting_as(mut self, actor: Actor) -> Self {
        self.actor = actor;
        self
    }
}

#[async_trait]
impl Guard for BearerGuard {
    async fn allow(&self, headers: &HeaderMap) -> Option<Actor> {
        let mut said = headers.get_all(AUTHORIZATION).iter();
        let (one, None) = (said.next()?, said.next()) else { return None };
        let (scheme, token) = one.to_str().ok()?.split_once(' ')?;
        let is_right = scheme.eq_ignore_ascii_case("bearer") && digest(token.trim()) == self.digest;
        is_right.then(|| self.actor.clone())
    }
}

fn digest(token: &str) -> Digest {
    Digest::new(keyed(KEY).chain_update(token).finalize().into_bytes().into())
}

impl fmt::Debug for BearerGuard {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("BearerGuard(redacted)")
    }
}

#[cfg(test)]
mod tests {
    use http::HeaderValue;

    use super::*;

    const TOKEN: &str = "0123456789abcdef";

    async fn allows(lines: &[&str]) -> bool {
        let mut headers = HeaderMap::new();
        for line in lines {
            headers.append(AUTHORIZATION, HeaderValue::from_str(line).unwrap());
        }
        BearerGuard::new(TOKEN).unwrap().allow(&headers).await.is_some()
    }

    #[tokio::test]
    async fn only_the_whole_token_opens() {
        assert!(allows(&["Bearer 0123456789abcdef"]).await);
        assert!(allows(&["bearer  0123456789abcdef"]).await);
        for lines in [
            &[][..],
            &["0123456789abcdef"],
            &["Basic 0123456789abcdef"],
            &["Bearer"],
            &["Bearer "],
            &["Bearer 0123456789abcde"],
            &["Bearer 0123456789abcdef0"],
            &["Bearer 0123456789ABCDEF"],
            &["Bearer 0123456789abcdef", "Bearer 0123456789abcdef"],
        ] {
            assert!(!allows(lines).await, "{lines:?}");
        }
    }

    #[test]
    fn a_token_that_can_be_guessed_is_refused() {
        for bad in ["", "0123456789abcde", "0123456789 abcdef", "0123456789abcdeé"] {
            assert_eq!(BearerGuard::new(bad).err(), Some(BearerGuardError), "{bad}");
        }
    }
}
