//! A condition on the rows that belong to a collection or have a link.

use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};

use super::Value;
use crate::text::canonical::Set;
use crate::text::words::words;

words! {
    /// One of the two ends of a text.
    "an end of a text" Side {
        /// Where it begins.
        Start = "start",
        /// Where it ends.
        End = "end",
    }
}

impl Side {
    /// Whether `text` has `affix` at this end, byte for byte.
    pub fn has(self, text: &str, affix: &str) -> bool {
        match self {
            Self::Start => text.starts_with(affix),
            Self::End => text.ends_with(affix),
        }
    }
}

/// What a condition compares a field with.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Comparison {
    /// The field has one of these values. A null among them matches rows where the field is null.
    OneOf(Vec<Value>),
    /// The field's text begins or ends with this one, to the letter. A null has no text.
    Affix(Side, String),
}

/// One condition on a row: the field has one of these values, or a text that begins or ends so; or the opposite.
///
/// Two-valued, as all of a [`Selection`](crate::port::Selection) is: a comparison with a null field is false unless null
/// is what it names, and its opposite is true. So a row whose field is null does not begin with anything, and is met by
/// every `not` that does not name null.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Condition {
    pub(crate) field: String,
    pub(crate) comparison: Comparison,
    pub(crate) is_negated: bool,
}

impl Condition {
    /// Makes a condition: the field has one of `values`.
    pub fn new(field: impl Into<String>, values: impl IntoIterator<Item = Value>) -> Self {
        Self::comparing(field, Comparison::OneOf(values.into_iter().collect()))
    }

    /// Makes a condition: the field's text begins with `text`.
    pub fn starting_with(field: impl Into<String>, text: impl Into<String>) -> Self {
        Self::comparing(field, Comparison::Affix(Side::Start, text.into()))
    }

    /// Makes a condition: the field's text ends with `text`.
    pub fn ending_with(field: impl Into<String>, text: impl Into<String>) -> Self {
        Self::comparing(field, Comparison::Affix(Side::End, text.into()))
    }

    pub(crate) fn comparing(field: impl Into<String>, comparison: Comparison) -> Self {
        Self { field: field.into(), comparison, is_negated: false }
    }

    /// The opposite of this condition: it is met by exactly the rows that do not meet this one.
    #[must_use]
    pub fn negated(mut self) -> Self {
        self.is_negated = !self.is_negated;
        self
    }

    /// The field that is looked at.
    pub fn field(&self) -> &str {
        &self.field
    }

    /// What it is compared with.
    pub fn comparison(&self) -> &Comparison {
        &self.comparison
    }

    /// The values that it names; none where it asks how a text begins or ends. Whether a row meets it,
    /// [`is_met_by`](Self::is_met_by) tells.
    pub fn values(&self) -> &[Value] {
        match &self.comparison {
            Comparison::OneOf(values) => values,
            Comparison::Affix(..) => &[],
        }
    }

    /// Whether it is met where the comparison is false.
    pub fn is_negated(&self) -> bool {
        self.is_negated
    }

    /// Whether a row meets it that has this value in the field. For stores that evaluate conditions themselves.
    ///
    /// Values compare by their [`link_form`](Value::link_form); the text that an affix is looked for in is
    /// [`to_text`](Value::to_text).
    pub fn is_met_by(&self, value: &Value) -> bool {
        let is_so = match &self.comparison {
            Comparison::OneOf(values) => {
                let form = value.link_form();
                values.iter().any(|wanted| wanted.link_form() == form)
            }
            Comparison::Affix(side, affix) => value.to_text().is_some_and(|text| side.has(&text, affix)),
        };
        is_so != self.is_negated
    }

    /// Whether it is certain that no value meets both conditions, which are on one field.
    pub(crate) fn excludes(&self, other: &Self) -> bool {
        self.leaves_out(other) || other.leaves_out(self)
    }

    /// Whether this condition, by its own values or its own affix, leaves no value to the other.
    fn leaves_out(&self, other: &Self) -> bool {
        match (&self.comparison, self.is_negated) {
            (Comparison::OneOf(values), false) => !values.iter().any(|value| other.is_met_by(value)),
            (Comparison::OneOf(_), true) => false,
            (Comparison::Affix(side, affix), false) => match (&other.comparison, other.is_negated) {
                (Comparison::Affix(end, another), false) => {
                    side == end && !side.has(affix, another) && !side.has(another, affix)
                }
                // Whatever begins with more begins with less.
                (Comparison::Affix(end, another), true) => side == end && side.has(affix, another),
                (Comparison::OneOf(_), _) => false,
            },
            (Comparison::Affix(..), true) => false,
        }
    }
}

/// In the file's words.
impl Serialize for Condition {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut condition = serializer.serialize_map(None)?;
        condition.serialize_entry("field", &self.field)?;
        match &self.comparison {
            Comparison::OneOf(values) => condition.serialize_entry("values", &Set(values))?,
            Comparison::Affix(Side::Start, text) => condition.serialize_entry("starts_with", text)?,
            Comparison::Affix(Side::End, text) => condition.serialize_entry("ends_with", text)?,
        }
        if self.is_negated {
            condition.serialize_entry("not", &true)?;
        }
        condition.end()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn values() -> Vec<Value> {
        vec![Value::Null, "".into(), "a".into(), "ab".into(), "ba".into(), "Ab".into(), 7.into(), "7".into()]
    }

    fn conditions() -> Vec<Condition> {
        let plain = [
            Condition::new("f", []),
            Condition::new("f", [Value::Null]),
            Condition::new("f", ["a".into(), Value::Null]),
            Condition::new("f", ["ab".into(), 7.into()]),
            Condition::starting_with("f", "a"),
            Condition::starting_with("f", "ab"),
            Condition::ending_with("f", "b"),
            Condition::ending_with("f", "a"),
        ];
        plain.iter().cloned().chain(plain.iter().cloned().map(Condition::negated)).collect()
    }

    #[test]
    fn a_value_meets_a_condition_or_its_opposite() {
        for condition in conditions() {
            for value in values() {
                assert_ne!(condition.is_met_by(&value), condition.clone().negated().is_met_by(&value));
            }
        }
    }

    #[test]
    fn null_has_no_text_and_only_what_names_it_is_met_by_it() {
        for condition in conditions() {
            let names_null =
                matches!(&condition.comparison, Comparison::OneOf(values) if values.contains(&Value::Null));
            assert_eq!(
                condition.is_met_by(&Value::Null),
                names_null != condition.is_negated(),
                "{condition:?}"
            );
        }
    }

    #[test]
    fn what_excludes_another_shares_no_value_with_it() {
        let mut excluding = 0;
        for one in conditions() {
            for other in conditions() {
                if one.excludes(&other) {
                    excluding += 1;
                    assert!(!values().iter().any(|value| one.is_met_by(value) && other.is_met_by(value)));
                }
                assert_eq!(one.excludes(&other), other.excludes(&one));
            }
        }
        assert!(excluding > 40, "{excluding}");
    }
}
