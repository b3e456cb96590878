//! A condition on the rows that belong to a collection or have a link.

use serde::Serialize;

use super::Value;
use crate::text::canonical::as_set;

/// One condition on a row: the field has one of these values.
///
/// A null among the values matches rows where the field is null.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct Condition {
    pub(crate) field: String,
    #[serde(serialize_with = "as_set")]
    pub(crate) values: Vec<Value>,
}

impl Condition {
    /// Makes a condition: the field has one of `values`.
    pub fn new(field: impl Into<String>, values: impl IntoIterator<Item = Value>) -> Self {
        Self { field: field.into(), values: values.into_iter().collect() }
    }

    /// The field that is looked at.
    pub fn field(&self) -> &str {
        &self.field
    }

    /// The values, one of which it must have.
    pub fn values(&self) -> &[Value] {
        &self.values
    }
}
