//! Who does something to a request.

use serde::{Deserialize, Serialize};

/// Who does something to a request, as its journal names them, in the clear.
///
/// As data: `"person"`, `"host"`, or `{"operator":"Q. Roe"}`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Actor {
    /// Who the request is about, or who asked for them. They are not named.
    Person,
    /// The host's program.
    Host,
    /// Somebody who works for the host, by their name or a pseudonym.
    Operator(String),
}

impl Actor {
    /// The operator of this name.
    pub fn operator(name: impl Into<String>) -> Self {
        Self::Operator(name.into())
    }

    /// Whether it says who it is.
    pub fn is_named(&self) -> bool {
        match self {
            Self::Person | Self::Host => true,
            Self::Operator(name) => name.chars().any(char::is_alphanumeric),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_actor_is_written_as_data() {
        for (actor, text) in [
            (Actor::Person, r#""person""#),
            (Actor::Host, r#""host""#),
            (Actor::operator("Q. Roe"), r#"{"operator":"Q. Roe"}"#),
        ] {
            assert_eq!(serde_json::to_string(&actor).unwrap(), text);
            assert_eq!(serde_json::from_str::<Actor>(text).unwrap(), actor);
            assert!(actor.is_named());
        }
        assert!(!Actor::operator(" - ").is_named());
    }
}
