//! The shape of a table as statements need it: columns with the types that decide how they compare, keys, indexes.
//!
//! Knows no catalogue and no dialect. A [`Shape`] is what statements are made with; a [`Schema`](crate::port::Schema)
//! is what the port tells of a table.

use std::collections::HashMap;
use std::sync::{Arc, PoisonError, RwLock};

use crate::port::Column;

/// What is known of a table.
#[derive(Debug, Clone, Default)]
pub(super) struct Shape {
    /// Where it lies, as the database itself spells it; empty where the dialect has no such thing.
    pub(super) schema: String,
    /// Its name, as the database itself spells it.
    pub(super) name: String,
    pub(super) is_view: bool,
    pub(super) columns: Vec<ShapeColumn>,
    /// The primary key.
    #[cfg_attr(
        not(any(feature = "sqlite", feature = "postgres")),
        expect(dead_code, reason = "MySQL tells what foreign keys refer to")
    )]
    pub(super) key: Vec<String>,
    /// The names by which the database itself tells rows apart; empty for a view.
    pub(super) row_names: Vec<String>,
    /// All but the partial ones.
    pub(super) indexes: Vec<Index>,
}

/// A column and how it compares.
#[derive(Debug, Clone)]
pub(super) struct ShapeColumn {
    pub(super) column: Column,
    /// The type that decides how values compare, in whatever words the dialect reads again.
    pub(super) native: String,
}

/// An index over columns.
#[derive(Debug, Clone, Default)]
pub(super) struct Index {
    pub(super) unique: bool,
    /// Up to the first expression.
    pub(super) columns: Vec<String>,
    /// Whether it is over columns alone.
    pub(super) whole: bool,
}

/// A constraint of a table that looks at one row.
#[derive(Debug, Clone)]
pub(super) struct Check {
    pub(super) name: String,
    /// In the database's own SQL, over the bare names of the columns.
    pub(super) expression: String,
}

/// The columns that an expression names outside of its texts, each once.
#[cfg(any(feature = "sqlite", feature = "mysql"))]
pub(super) fn columns_in<'c>(expression: &str, columns: impl Iterator<Item = &'c str>) -> Vec<String> {
    let mut words = std::collections::HashSet::new();
    let (mut word, mut is_text) = (String::new(), false);
    for c in expression.chars().chain([' ']) {
        is_text ^= c == '\'';
        if !is_text && (c.is_alphanumeric() || c == '_' || c == '$') {
            word.push(c);
        } else if !word.is_empty() {
            words.insert(std::mem::take(&mut word).to_lowercase());
        }
    }
    columns.filter(|column| words.contains(&column.to_lowercase())).map(str::to_owned).collect()
}

/// What a field of the data map is in a table.
#[derive(Debug, Clone, Copy)]
pub(super) enum FieldIn<'a> {
    /// A column.
    Column(&'a ShapeColumn),
    /// A value inside of a column that holds JSON, behind this path of names.
    Json(&'a ShapeColumn, &'a str),
    /// Nothing that the table has.
    Unknown,
}

impl Shape {
    /// The column of exactly that name, or else of that name in another case.
    pub(super) fn column(&self, name: &str) -> Option<&ShapeColumn> {
        let exact = self.columns.iter().find(|it| it.column.name == name);
        exact.or_else(|| self.columns.iter().find(|it| it.column.name.eq_ignore_ascii_case(name)))
    }

    /// What a field is: a column of that name, or `column.path.into.json`.
    pub(super) fn field<'a>(&'a self, name: &'a str) -> FieldIn<'a> {
        if let Some(column) = self.column(name) {
            return FieldIn::Column(column);
        }
        match name.split_once('.').and_then(|(column, path)| Some((self.column(column)?, path))) {
            Some((column, path)) if column.column.may_hold_json() => FieldIn::Json(column, path),
            _ => FieldIn::Unknown,
        }
    }

    /// Whether some index begins with that column.
    pub(super) fn finds_by(&self, column: &str) -> bool {
        self.indexes
            .iter()
            .any(|index| index.columns.first().is_some_and(|first| first.eq_ignore_ascii_case(column)))
    }

    /// Sets of columns that are unique together.
    pub(super) fn unique(&self) -> Vec<Vec<String>> {
        let whole = self.indexes.iter().filter(|index| index.unique && index.whole);
        whole.map(|index| index.columns.clone()).collect()
    }

    /// The columns of each index.
    pub(super) fn indexed(&self) -> Vec<Vec<String>> {
        let named = self.indexes.iter().filter(|index| !index.columns.is_empty());
        named.map(|index| index.columns.clone()).collect()
    }
}

/// The shapes of all tables that a statement names, by the names that the places have for them.
#[derive(Debug, Clone, Default)]
pub(super) struct Shapes(HashMap<String, Arc<Shape>>);

impl Shapes {
    /// The shape of that table.
    pub(super) fn of(&self, table: &str) -> Option<&Shape> {
        self.0.get(table).map(Arc::as_ref)
    }

    /// Adds one.
    pub(super) fn insert(&mut self, table: &str, shape: Arc<Shape>) {
        self.0.insert(table.to_owned(), shape);
    }
}

/// The shapes that a store has read already.
#[derive(Debug, Default)]
pub(super) struct ShapeCache(RwLock<HashMap<String, Arc<Shape>>>);

impl ShapeCache {
    pub(super) fn get(&self, table: &str) -> Option<Arc<Shape>> {
        self.0.read().unwrap_or_else(PoisonError::into_inner).get(table).cloned()
    }

    pub(super) fn put(&self, table: &str, shape: Arc<Shape>) {
        self.0.write().unwrap_or_else(PoisonError::into_inner).insert(table.to_owned(), shape);
    }
}
