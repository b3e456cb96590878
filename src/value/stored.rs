//! A value as a store holds it.

use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};

use serde::{Deserialize, Serialize};

/// A value as a store holds it: of a key, of a link, of a condition.
///
/// Values may be personal data (a key can be an e-mail address), so `Debug` shows the type only.
#[derive(Clone, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Value {
    /// No value.
    Null,
    /// True or false.
    Boolean(bool),
    /// A whole number.
    Integer(i64),
    /// A number with a fraction.
    Real(f64),
    /// Text. UUIDs, decimals and times of databases that have such types travel as text.
    Text(String),
    /// Bytes.
    Bytes(Vec<u8>),
}

/// What two values must share for a link between them to hold: `7` and `"7"` are the same key to every database
/// that compares a number column with a number written as text, and a link may cross from one store to another.
///
/// `Value::Null` has no such form, because a null link points nowhere.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct LinkForm(Vec<u8>);

impl Value {
    /// Whether there is no value.
    pub fn is_null(&self) -> bool {
        matches!(self, Self::Null)
    }

    /// The text, where the value is text.
    pub fn as_text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            _ => None,
        }
    }

    /// The value written as text, as a database would cast it; `None` for null and for bytes that are not UTF-8.
    pub fn to_text(&self) -> Option<String> {
        match self {
            Self::Null => None,
            Self::Boolean(flag) => Some(u8::from(*flag).to_string()),
            Self::Integer(number) => Some(number.to_string()),
            Self::Real(number) => Some(number.to_string()),
            Self::Text(text) => Some(text.clone()),
            Self::Bytes(bytes) => String::from_utf8(bytes.clone()).ok(),
        }
    }

    /// Returns what this value must share with another for a link between them to hold; `None` for null.
    pub fn link_form(&self) -> Option<LinkForm> {
        match self {
            Self::Null => None,
            Self::Bytes(bytes) => Some(LinkForm(bytes.clone())),
            other => other.to_text().map(|text| LinkForm(text.into_bytes())),
        }
    }

    /// Orders kinds of values that cannot be compared by their content.
    fn rank(&self) -> u8 {
        match self {
            Self::Null => 0,
            Self::Boolean(_) => 1,
            Self::Integer(_) => 2,
            Self::Real(_) => 3,
            Self::Text(_) => 4,
            Self::Bytes(_) => 5,
        }
    }
}

impl Ord for Value {
    fn cmp(&self, other: &Self) -> Ordering {
        match (self, other) {
            (Self::Boolean(a), Self::Boolean(b)) => a.cmp(b),
            (Self::Integer(a), Self::Integer(b)) => a.cmp(b),
            (Self::Real(a), Self::Real(b)) => a.total_cmp(b),
            (Self::Text(a), Self::Text(b)) => a.cmp(b),
            (Self::Bytes(a), Self::Bytes(b)) => a.cmp(b),
            (a, b) => a.rank().cmp(&b.rank()),
        }
    }
}

impl PartialOrd for Value {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Value {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Value {}

impl Hash for Value {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.rank().hash(state);
        match self {
            Self::Null => {}
            Self::Boolean(flag) => flag.hash(state),
            Self::Integer(number) => number.hash(state),
            Self::Real(number) => number.to_bits().hash(state),
            Self::Text(text) => text.hash(state),
            Self::Bytes(bytes) => bytes.hash(state),
        }
    }
}

impl fmt::Debug for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Null => "Null",
            Self::Boolean(_) => "Boolean(…)",
            Self::Integer(_) => "Integer(…)",
            Self::Real(_) => "Real(…)",
            Self::Text(_) => "Text(…)",
            Self::Bytes(_) => "Bytes(…)",
        })
    }
}

impl fmt::Debug for LinkForm {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("LinkForm(…)")
    }
}

impl From<bool> for Value {
    fn from(flag: bool) -> Self {
        Self::Boolean(flag)
    }
}

impl From<i32> for Value {
    fn from(number: i32) -> Self {
        Self::Integer(number.into())
    }
}

impl From<i64> for Value {
    fn from(number: i64) -> Self {
        Self::Integer(number)
    }
}

impl From<Vec<u8>> for Value {
    fn from(bytes: Vec<u8>) -> Self {
        Self::Bytes(bytes)
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_links_to_the_same_number_written_as_text() {
        assert_eq!(Value::Integer(7).link_form(), Value::from("7").link_form());
        assert_ne!(Value::Integer(7).link_form(), Value::from("07").link_form());
        assert_eq!(Value::Null.link_form(), None);
    }

    #[test]
    fn debug_shows_no_content() {
        let shown = format!("{:?}", [Value::from("ana@example.com"), Value::Integer(4711)]);
        assert!(!shown.contains("ana") && !shown.contains("4711"), "{shown}");
    }
}
