//! A data map that has not been judged: what a file or Rust code says, and where it says so.
//!
//! Knows parts and places. It knows neither keys of the file nor rules.

use super::{Answer, Event, Field, IdentifierField, Link, StoreName};
use crate::finding::At;
use crate::policy::CategoryId;
use crate::text::document::{Sheet, Subject};
use crate::value::Condition;

/// An empty sheet for a data map.
pub(super) fn new_sheet() -> Sheet {
    Sheet::new(Subject { file: "datamap.toml", built: "the data map" })
}

/// A part, and where findings say that it stands.
#[derive(Debug, Clone)]
pub(super) struct Placed<T> {
    pub(super) at: At,
    pub(super) item: T,
}

impl<T> Placed<T> {
    pub(super) fn new(at: At, item: T) -> Self {
        Self { at, item }
    }
}

/// A map.
#[derive(Debug, Clone, Default)]
pub(super) struct MapDraft {
    pub(super) stores: Vec<Placed<StoreName>>,
    pub(super) collections: Vec<CollectionDraft>,
    /// Each with the name of its store.
    pub(super) answers: Vec<Placed<(String, Answer)>>,
}

/// A collection.
#[derive(Debug, Clone)]
pub(super) struct CollectionDraft {
    pub(super) at: At,
    pub(super) name: String,
    pub(super) formerly: Vec<String>,
    /// Missing only where the file's reader could not read it.
    pub(super) category: Option<CategoryId>,
    pub(super) store: Option<String>,
    pub(super) table: Option<String>,
    pub(super) only: Vec<Condition>,
    pub(super) key: Option<Vec<String>>,
    pub(super) tenant: Option<String>,
    pub(super) tenant_root: bool,
    pub(super) subject: Option<String>,
    pub(super) identifiers: Vec<Placed<IdentifierField>>,
    pub(super) events: Vec<Placed<Event>>,
    pub(super) fields: Vec<Placed<Field>>,
    pub(super) links: Vec<Placed<Link>>,
}

impl CollectionDraft {
    /// A collection of that name and category, and nothing else.
    pub(super) fn new(name: String, category: CategoryId) -> Self {
        Self {
            at: At::collection(&name),
            name,
            formerly: Vec::new(),
            category: Some(category),
            store: None,
            table: None,
            only: Vec::new(),
            key: None,
            tenant: None,
            tenant_root: false,
            subject: None,
            identifiers: Vec::new(),
            events: Vec::new(),
            fields: Vec::new(),
            links: Vec::new(),
        }
    }

    /// The table that it lies in.
    pub(super) fn table_name(&self) -> &str {
        self.table.as_deref().unwrap_or(&self.name)
    }

    /// Whether the file's reader has already reported something about one of its keys.
    pub(super) fn is_broken(&self, key: &str, sheet: &Sheet) -> bool {
        sheet.is_broken(&self.at.key(key))
    }
}
