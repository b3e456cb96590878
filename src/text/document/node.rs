//! Tables and values, each read as the type that is expected.
//!
//! Says what is wrong with a value, and leaves it to the caller to report it: how the parts of a file are called, and
//! what follows from one that cannot be read, is for the file's own reader.

use std::ops::Range;
use std::str::FromStr;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::sheet::Mark;
use super::source::Source;
use crate::finding::At;
use crate::text::{Explained, excerpt, nearest, quoted};

/// What is wrong with a value, and what to write instead.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Fault {
    pub(crate) problem: String,
    pub(crate) remedy: String,
}

impl Fault {
    /// A fault in these words.
    pub(crate) fn new(problem: impl Into<String>, remedy: impl Into<String>) -> Self {
        Self { problem: problem.into(), remedy: remedy.into() }
    }

    /// A text that its type refuses.
    pub(crate) fn refused(error: &impl Explained) -> Self {
        Self::new(format!("this {}", error.fault()), error.remedy())
    }

    /// A key that its table does not know. The noun has its article: "a category".
    pub(crate) fn unknown_key(key: &str, noun: &str, known: &[&str]) -> Self {
        let keys = quoted(known);
        let remedy = match nearest(key, known.iter().copied()) {
            Some(near) => format!("did you mean `{near}`? the keys here are {keys}"),
            None => format!("remove it; the keys here are {keys}"),
        };
        Self::new(format!("this is not a key of {noun}"), remedy)
    }
}

/// A value and where it stands.
#[derive(Debug, Clone)]
pub(crate) struct Node<'a> {
    source: &'a Source<'a>,
    value: &'a DeValue<'a>,
    span: Range<usize>,
    mark: Mark,
    at: At,
}

impl<'a> Node<'a> {
    /// Where it stands: at its key, or at itself as an item of a list.
    pub(crate) fn at(&self) -> &At {
        &self.at
    }

    /// The position of [`Node::at`].
    pub(super) fn mark(&self) -> Mark {
        self.mark
    }

    /// The same value under another name.
    pub(crate) fn named(&self, at: At) -> Self {
        Self { at, ..self.clone() }
    }

    /// What findings quote of it.
    pub(crate) fn words(&self) -> &'a str {
        self.source.words(self.value, &self.span)
    }

    /// The value as the parser gives it.
    pub(crate) fn value(&self) -> &'a DeValue<'a> {
        self.value
    }

    /// Whether it is a table.
    pub(crate) fn is_table(&self) -> bool {
        self.value.is_table()
    }

    /// The text under a key, if this is a table that has it.
    pub(crate) fn text_of(&self, key: &str) -> Option<&'a str> {
        self.value.as_table()?.get(key)?.get_ref().as_str()
    }

    /// The text.
    pub(crate) fn text(&self) -> Result<&'a str, Fault> {
        self.value.as_str().ok_or_else(|| self.mistyped("text", &self.written("\"…\"")))
    }

    /// A text that its type accepts.
    pub(crate) fn parsed<T>(&self) -> Result<T, Fault>
    where
        T: FromStr,
        T::Err: Explained,
    {
        self.text()?.parse().map_err(|error| Fault::refused(&error))
    }

    /// True or false.
    pub(crate) fn flag(&self) -> Result<bool, Fault> {
        self.value.as_bool().ok_or_else(|| self.mistyped("true or false", &self.written("true")))
    }

    /// A whole number from 0 up.
    pub(crate) fn count(&self) -> Result<usize, Fault> {
        let count = match self.value {
            DeValue::Integer(number) => usize::from_str_radix(number.as_str(), number.radix()).ok(),
            _ => None,
        };
        count.ok_or_else(|| self.mistyped("a whole number from 0 up", &self.written("3")))
    }

    /// The table, under that name; `shape` shows what to write.
    pub(super) fn table(&self, at: &At, shape: &str) -> Result<Table<'a>, Fault> {
        match self.value {
            DeValue::Table(table) => Ok(Table::new(self.source, table, self.mark, at)),
            _ => Err(self.mistyped("a table", shape)),
        }
    }

    /// The items of a list.
    pub(super) fn list(&self, expected: &str, shape: &str) -> Result<Vec<Node<'a>>, Fault> {
        match self.value {
            DeValue::Array(_) => Ok(self.items()),
            _ => Err(self.mistyped(expected, shape)),
        }
    }

    /// The items of a list; a value that is no list is its own only item.
    pub(super) fn items(&self) -> Vec<Node<'a>> {
        let DeValue::Array(items) = self.value else {
            return vec![self.clone()];
        };
        let numbered = items.iter().enumerate();
        numbered
            .map(|(index, item)| Self::new(self.source, item, item.span().start, self.at.item(index)))
            .collect()
    }

    /// Says that this is of the wrong type.
    pub(crate) fn mistyped(&self, expected: &str, shape: &str) -> Fault {
        let found = match self.value {
            DeValue::String(_) => "text",
            DeValue::Integer(_) | DeValue::Float(_) => "a number",
            DeValue::Boolean(_) => "true or false",
            DeValue::Datetime(_) => "a date",
            DeValue::Array(_) => "a list",
            DeValue::Table(_) => "a table",
        };
        Fault::new(format!("expected {expected}, found {found}"), format!("write {shape}"))
    }

    /// How a value is written here: behind its key, where it has one.
    pub(super) fn written(&self, value: &str) -> String {
        let is_bare = |key: &str| key.chars().all(|c| c.is_ascii_alphanumeric() || c == '_' || c == '-');
        match self.at.last_key() {
            Some(key) if is_bare(key) => format!("`{} = {value}`", excerpt(key)),
            Some(key) => format!("`\"{}\" = {value}`", excerpt(key)),
            None => value.to_owned(),
        }
    }

    fn new(source: &'a Source<'a>, value: &'a Spanned<DeValue<'a>>, offset: usize, at: At) -> Self {
        Self { source, value: value.get_ref(), span: value.span(), mark: source.mark(offset), at }
    }
}

/// A table and where it stands; its entries are in the file's order.
#[derive(Debug, Clone)]
pub(crate) struct Table<'a> {
    mark: Mark,
    at: At,
    entries: Vec<(&'a str, Node<'a>)>,
}

impl<'a> Table<'a> {
    pub(super) fn new(source: &'a Source<'a>, table: &'a DeTable<'a>, mark: Mark, at: &At) -> Self {
        let mut entries: Vec<(&str, Node<'_>)> = table
            .iter()
            .map(|(key, value)| {
                let name = key.get_ref().as_ref();
                (name, Node::new(source, value, key.span().start, at.key(name)))
            })
            .collect();
        entries.sort_by_key(|(_, node)| node.mark());
        Self { mark, at: at.clone(), entries }
    }

    /// Where it stands.
    pub(super) fn at(&self) -> &At {
        &self.at
    }

    /// The position of [`Table::at`].
    pub(super) fn mark(&self) -> Mark {
        self.mark
    }

    /// Its keys and values.
    pub(super) fn entries(&self) -> &[(&'a str, Node<'a>)] {
        &self.entries
    }

    /// Its keys and values, for keeps.
    pub(super) fn into_entries(self) -> Vec<(&'a str, Node<'a>)> {
        self.entries
    }

    /// The value of a key.
    pub(super) fn get(&self, key: &str) -> Option<&Node<'a>> {
        self.entries.iter().find_map(|(name, node)| (*name == key).then_some(node))
    }
}
