//! That every decision says who made it and why.

use crate::engine::error::EngineError;
use crate::request::Actor;

/// Refuses what nobody says why, or of whom it is not known who they are.
pub(super) fn signed(actor: &Actor, reason: Option<&str>) -> Result<(), EngineError> {
    let is_said = reason.is_none_or(says);
    if actor.is_named() && is_said { Ok(()) } else { Err(EngineError::NoReason) }
}

/// Whether a text says anything.
pub(super) fn says(text: &str) -> bool {
    text.chars().any(char::is_alphanumeric)
}
