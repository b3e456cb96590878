//! The one way of writing what can be written in several ways, so that equal meanings give equal bytes.
//!
//! Knows serde, and which lists have no order. It does not know what the bytes are hashed for.

#[cfg(test)]
pub(crate) mod proof;

use serde::ser::Error;
use serde::{Serialize, Serializer};

/// A list whose order and repetitions mean nothing; written in the order of its items' JSON, each of them once.
pub(crate) struct Set<'a, T>(pub(crate) &'a [T]);

impl<T: Serialize> Serialize for Set<'_, T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        as_set(self.0, serializer)
    }
}

/// The same for a field: `#[serde(serialize_with = "as_set")]`.
pub(crate) fn as_set<T: Serialize, S: Serializer>(items: &[T], serializer: S) -> Result<S::Ok, S::Error> {
    let written: Result<Vec<(String, &T)>, _> =
        items.iter().map(|item| Ok((serde_json::to_string(item)?, item))).collect();
    let mut written = written.map_err(|error: serde_json::Error| S::Error::custom(error))?;
    written.sort_by(|(a, _), (b, _)| a.cmp(b));
    written.dedup_by(|(a, _), (b, _)| a == b);
    serializer.collect_seq(written.iter().map(|(_, item)| item))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn order_and_repetition_are_not_written() {
        let json = |items: &[&str]| serde_json::to_string(&Set(items)).unwrap();
        assert_eq!(json(&["b", "a", "b"]), r#"["a","b"]"#);
        assert_eq!(json(&["a", "b"]), json(&["b", "a"]));
        assert_ne!(json(&["a"]), json(&["a", "b"]));
    }
}
