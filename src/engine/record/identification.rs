//! What was found of a person, in counts.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// What was found of a person, besides the records themselves. Counts and kinds only.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Identification {
    /// How many persons a list names; 0 where the request is for one person.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub persons: u64,
    /// Which persons of a list no record names, by their places in the list (the first has place 1).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub absent: Vec<u64>,
    /// How many of the given identifiers are of a kind that no collection has, so that nothing was looked for by them.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub unsearched: u64,
    /// How many identifiers were found besides those given.
    pub found: u64,
    /// Identifiers that somebody else holds too, and that were therefore not followed, by kind.
    pub shared: BTreeMap<String, u64>,
    /// Records that hold a given identifier but belong to several people or to nobody, by collection; they are not erased for it.
    pub unclear: BTreeMap<String, u64>,
    /// Records that hold a possible other spelling of a given number (Brazil, Mexico, Argentina), by collection;
    /// they are erased only when a request gives that spelling.
    pub proposed: BTreeMap<String, u64>,
}

fn is_zero(number: &u64) -> bool {
    *number == 0
}
