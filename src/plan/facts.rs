//! What the live schema adds to a data map: which fields may not be null, and who else refers to a table.

use std::collections::{HashMap, HashSet};

use crate::datamap::Collection;

/// What the live schema adds to a data map. Empty where no schema was read: then every field may be null and nobody
/// else refers to anything.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SchemaFacts {
    not_null: HashSet<(String, String)>,
    outside: HashMap<String, Vec<OutsideReference>>,
    references: Vec<InsideReference>,
    emptied: HashMap<String, Vec<String>>,
    limited: HashSet<usize>,
    unenforced: HashSet<(String, Vec<String>)>,
}

/// A foreign key from a table that the data map does not declare: a row there keeps what it refers to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct OutsideReference {
    pub(crate) table: String,
    pub(crate) fields: Vec<String>,
    pub(crate) to_fields: Vec<String>,
}

/// A foreign key between two declared collections that the data map does not declare as a link.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct InsideReference {
    pub(crate) from: String,
    pub(crate) fields: Vec<String>,
    pub(crate) to: String,
    pub(crate) to_fields: Vec<String>,
}

impl SchemaFacts {
    /// No facts yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// The field of that collection may not be null.
    pub fn add_not_null(&mut self, collection: &str, field: &str) {
        self.not_null.insert((collection.to_owned(), field.to_ascii_lowercase()));
    }

    /// A table that the data map does not declare refers to `to_fields` of that collection: a record that a row of it
    /// points to stays as an empty shell, since neither may the row be touched nor the reference be broken.
    pub fn add_outside_reference(
        &mut self,
        collection: &str,
        table: impl Into<String>,
        fields: impl IntoIterator<Item = String>,
        to_fields: impl IntoIterator<Item = String>,
    ) {
        self.outside.entry(collection.to_owned()).or_default().push(OutsideReference {
            table: table.into(),
            fields: fields.into_iter().collect(),
            to_fields: to_fields.into_iter().collect(),
        });
    }

    /// The database has a foreign key from one declared collection to another that the data map does not declare as a
    /// link. It decides nothing about ownership, but it takes part in the order, and what it points to cannot go first.
    pub fn add_reference(
        &mut self,
        from: &str,
        fields: impl IntoIterator<Item = String>,
        to: &str,
        to_fields: impl IntoIterator<Item = String>,
    ) {
        self.references.push(InsideReference {
            from: from.to_owned(),
            fields: fields.into_iter().collect(),
            to: to.to_owned(),
            to_fields: to_fields.into_iter().collect(),
        });
    }

    /// The live schemas are known, and none has a foreign key over these fields of that collection: what they point to may go
    /// while they keep their value.
    pub fn add_unenforced(&mut self, collection: &str, fields: impl IntoIterator<Item = String>) {
        self.unenforced.insert((collection.to_owned(), fields.into_iter().collect()));
    }

    /// Whether it is certain that the database lets these fields point nowhere.
    pub(crate) fn may_dangle(&self, collection: &Collection, fields: &[String]) -> bool {
        self.unenforced.contains(&(collection.name().to_owned(), fields.to_vec()))
    }

    pub(crate) fn references_from(&self, collection: &str) -> impl Iterator<Item = &InsideReference> {
        self.references.iter().filter(move |reference| reference.from == collection)
    }

    /// The live table of that collection has this column, which an empty shell loses.
    pub fn add_emptied(&mut self, collection: &str, column: &str) {
        self.emptied.entry(collection.to_owned()).or_default().push(column.to_owned());
    }

    /// The columns that an empty shell of a collection loses; none where no schema was read.
    pub(crate) fn emptied(&self, collection: &Collection) -> &[String] {
        self.emptied.get(collection.name()).map(Vec::as_slice).unwrap_or_default()
    }

    /// The store at that index in the data map takes no whole selections: the engine follows every link itself.
    pub fn add_limited_store(&mut self, store: usize) {
        self.limited.insert(store);
    }

    pub(crate) fn is_limited(&self, store: usize) -> bool {
        self.limited.contains(&store)
    }

    pub(crate) fn may_be_null(&self, collection: &Collection, field: &str) -> bool {
        !self.not_null.contains(&(collection.name().to_owned(), field.to_ascii_lowercase()))
    }

    pub(crate) fn outside_references(&self, collection: &Collection) -> &[OutsideReference] {
        self.outside.get(collection.name()).map(Vec::as_slice).unwrap_or_default()
    }
}
