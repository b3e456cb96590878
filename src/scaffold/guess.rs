//! The parts of a draft before it is written as text, each with the reason for which it was guessed.

use std::collections::BTreeMap;

use crate::datamap::{Mask, Role};
use crate::text::excerpt;
use crate::value::EventForm;

/// A guess and why it was made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Guess<T> {
    pub(super) what: T,
    pub(super) because: String,
}

impl<T> Guess<T> {
    pub(super) fn new(what: T, because: impl Into<String>) -> Self {
        Self { what, because: because.into() }
    }
}

/// A link as a draft writes it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct SketchedLink {
    pub(super) role: Role,
    pub(super) fields: Vec<String>,
    /// The index of the table that it points to.
    pub(super) to: usize,
    /// Empty where it is the key.
    pub(super) to_field: Option<String>,
}

/// What becomes of a field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Treatment {
    Masked(Mask),
    /// It stays.
    Kept,
}

/// A collection as a draft writes it.
#[derive(Debug)]
pub(super) struct Sketched {
    /// The index of the table.
    pub(super) table: usize,
    pub(super) name: String,
    pub(super) table_name: String,
    pub(super) key: Guess<Vec<String>>,
    pub(super) category: Guess<&'static str>,
    pub(super) tenant: Option<Guess<String>>,
    pub(super) is_tenant_root: bool,
    pub(super) subject: Option<Guess<&'static str>>,
    /// By kind.
    pub(super) identifiers: BTreeMap<&'static str, Vec<Guess<String>>>,
    pub(super) events: Vec<(&'static str, String, EventForm)>,
    pub(super) fields: Vec<(String, Guess<Treatment>)>,
    pub(super) links: Vec<Guess<SketchedLink>>,
    /// What may be a link as well, for a person to decide.
    pub(super) candidates: Vec<String>,
}

impl Sketched {
    /// Takes out the fields that nothing would mask: of a record that only mentions people, which stays when one of them
    /// leaves. Whose they are, a person has to say.
    pub(super) fn leave_fields_open(&mut self) {
        let only_mentions =
            !self.links.is_empty() && self.links.iter().all(|it| it.what.role == Role::Mentions);
        if self.subject.is_some() || self.is_tenant_root || !only_mentions {
            return;
        }
        let (kept, open): (Vec<_>, Vec<_>) =
            std::mem::take(&mut self.fields).into_iter().partition(|(_, it)| it.what == Treatment::Kept);
        self.fields = kept;
        if !open.is_empty() {
            let names: Vec<String> = open.iter().map(|(name, _)| shown(name)).collect();
            self.candidates.push(format!(
                "{} look personal, and this record only mentions people: name them in the `clear` of the link if they are about \
                 the person that it mentions, or write `owned_by`, or answer them as not personal",
                names.join(", ")
            ));
        }
    }
}

/// A name as comments show it.
pub(super) fn shown(name: &str) -> String {
    format!("`{}`", excerpt(name))
}

/// Whether a data map can name a table or a column that is called so.
pub(super) fn can_be_named(name: &str) -> bool {
    !name.trim().is_empty()
        && name.trim() == name
        && !name.chars().any(char::is_control)
        && !name.contains(',')
}
