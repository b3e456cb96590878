//! What a person can fill in or press on a page. Knows fields, and not what they are for.

use serde::Serialize;

use crate::text::words::words;

/// A form that is posted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Form {
    /// Where it is posted to.
    pub action: String,
    /// What is posted with it.
    pub hidden: Vec<Hidden>,
    /// What the person fills in.
    pub fields: Vec<Field>,
    /// The words of the button.
    pub button: String,
}

impl Form {
    /// A form with nothing but a button.
    pub(crate) fn new(action: impl Into<String>, button: String) -> Self {
        Self { action: action.into(), hidden: Vec::new(), fields: Vec::new(), button }
    }
}

/// A value that is posted and not seen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Hidden {
    /// Its name.
    pub name: String,
    /// Its value.
    pub value: String,
}

words! {
    /// What kind of field it is.
    "a kind of field" FieldKind {
        /// An e-mail address.
        Email = "email",
        /// A phone number.
        Phone = "tel",
        /// A code of digits.
        Code = "code",
        /// One of several choices.
        Choice = "choice",
        /// A field that people do not see and programs fill in.
        Trap = "trap",
    }
}

/// A field of a form.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Field {
    /// What kind it is.
    pub kind: FieldKind,
    /// Its name in what is posted.
    pub name: &'static str,
    /// Its label.
    pub label: String,
    /// What helps to fill it in.
    pub hint: Option<String>,
    /// What is wrong with what was filled in.
    pub problem: Option<String>,
    /// What stands in it.
    pub value: String,
    /// What a browser may fill in.
    pub autocomplete: &'static str,
    /// Whether it has to be filled in.
    pub is_required: bool,
    /// What there is to choose from.
    pub choices: Vec<Choosable>,
}

impl Field {
    /// An empty field, which need not be filled in.
    pub(crate) fn new(kind: FieldKind, name: &'static str, label: String) -> Self {
        Self {
            kind,
            name,
            label,
            hint: None,
            problem: None,
            value: String::new(),
            autocomplete: "off",
            is_required: false,
            choices: Vec::new(),
        }
    }
}

/// Something to choose.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Choosable {
    /// What is posted.
    pub value: &'static str,
    /// Its label.
    pub label: String,
    /// Whether it is chosen already.
    pub is_chosen: bool,
}
