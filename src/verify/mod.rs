//! What counts as proof that a person is who they say: challenges by link and by code, and what others vouch for.
//!
//! Pure: entropy and time are arguments, sending is somebody else's, and so is keeping. Knows the policy's words for methods
//! and the ids of requests. Which methods a channel takes as proof is the policy's to say
//! ([`ChannelRules::is_proven_by`](crate::policy::ChannelRules::is_proven_by)).
//!
//! - A **link** to the registered e-mail address and a **code** to the number are a [`Challenge`] each: sent, answered, passed
//!   once.
//! - A **password** is checked by the host, an **attestation** is given by its staff, and a **mandate** is a letter that staff
//!   has seen: [`Verified::by_host`], [`Verified::attested`], [`Verified::mandated`].
//!
//! What is kept is that, how and when identity was checked, never by what: of links and codes there are keyed digests alone.

mod challenge;
mod limits;
mod method;
mod token;
mod verified;

pub use challenge::{Challenge, ChallengeError, Sent};
pub use limits::Limits;
pub use method::Method;
pub use token::{ProofCode, ProofToken, ProofTokenError};
pub use verified::{Verified, VoucherError};

#[cfg(test)]
mod tests;
