//! Tables and values, each read as the type that is expected.
//!
//! Says what is wrong with a value, and leaves it to the caller to report it: how the parts of a file are called, and
//! what follows from one that cannot be read, is for the file's own reader.

use std::ops::Range;
use std::str::FromStr;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::place::{Mark, Place};
use super::source::Source;
use crate::text::{Explained, nearest, quoted};

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
    place: Place,
}

impl<'a> Node<'a> {
    fn new(source: &'a Source<'a>, value: &'a Spanned<DeValue<'a>>, place: Place) -> Self {
        Self { source, value: value.get_ref(), span: value.span(), place }
    }

    /// Where it stands: at its key, or at itself as an item of a list.
    pub(crate) fn place(&self) -> &Place {
        &self.place
    }

    /// The position of [`Node::place`].
    pub(crate) fn mark(&self) -> Option<Mark> {
        self.place.mark()
    }

    /// The same value, said to stand elsewhere.
    pub(crate) fn at(&self, place: Place) -> Self {
        Self { place, ..self.clone() }
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

    /// A text; `shape` shows what to write.
    pub(crate) fn text(&self, shape: &str) -> Result<&'a str, Fault> {
        self.value.as_str().ok_or_else(|| self.mistyped("text", shape))
    }

    /// A text that its type accepts.
    pub(crate) fn parsed<T>(&self, shape: &str) -> Result<T, Fault>
    where
        T: FromStr,
        T::Err: Explained,
    {
        self.text(shape)?.parse().map_err(|error| Fault::refused(&error))
    }

    /// True or false.
    pub(crate) fn flag(&self) -> Result<bool, Fault> {
        self.value.as_bool().ok_or_else(|| self.mistyped("true or false", "true"))
    }

    /// A whole number from 0 up.
    pub(crate) fn count(&self) -> Result<usize, Fault> {
        let count = match self.value {
            DeValue::Integer(number) => usize::from_str_radix(number.as_str(), number.radix()).ok(),
            _ => None,
        };
        count.ok_or_else(|| self.mistyped("a whole number from 0 up", "3"))
    }

    /// A table.
    pub(crate) fn table(&self, shape: &str) -> Result<Table<'a>, Fault> {
        match self.value {
            DeValue::Table(table) => Ok(Table::new(self.source, table, self.place.clone())),
            _ => Err(self.mistyped("a table", shape)),
        }
    }

    /// The items of a list.
    pub(crate) fn list(&self, expected: &str, shape: &str) -> Result<Vec<Node<'a>>, Fault> {
        match self.value {
            DeValue::Array(_) => Ok(self.items()),
            _ => Err(self.mistyped(expected, shape)),
        }
    }

    /// The items of a list; a value that is no list is its own only item.
    pub(crate) fn items(&self) -> Vec<Node<'a>> {
        let DeValue::Array(items) = self.value else {
            return vec![self.clone()];
        };
        let place = |item: &Spanned<DeValue<'_>>| self.place.on(Some(self.source.mark(item.span().start)));
        items.iter().map(|item| Node::new(self.source, item, place(item))).collect()
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
}

/// A table and where it stands; its entries are in the file's order.
#[derive(Debug, Clone)]
pub(crate) struct Table<'a> {
    place: Place,
    entries: Vec<(&'a str, Node<'a>)>,
}

impl<'a> Table<'a> {
    pub(super) fn new(source: &'a Source<'a>, table: &'a DeTable<'a>, place: Place) -> Self {
        let mut entries: Vec<(&str, Node<'_>)> = table
            .iter()
            .map(|(key, value)| {
                let name = key.get_ref().as_ref();
                let place = place.key(Some(source.mark(key.span().start)), name);
                (name, Node::new(source, value, place))
            })
            .collect();
        entries.sort_by_key(|(_, node)| node.mark());
        Self { place, entries }
    }

    /// Where it stands.
    pub(crate) fn place(&self) -> &Place {
        &self.place
    }

    /// Its keys and values.
    pub(crate) fn entries(&self) -> &[(&'a str, Node<'a>)] {
        &self.entries
    }

    /// The value of a key.
    pub(crate) fn get(&self, key: &str) -> Option<&Node<'a>> {
        self.entries.iter().find_map(|(name, node)| (*name == key).then_some(node))
    }

    /// Whether the key is there, whatever its value.
    pub(crate) fn has(&self, key: &str) -> bool {
        self.get(key).is_some()
    }

    /// The keys that are not among those known.
    pub(crate) fn unknown(&self, known: &[&str]) -> impl Iterator<Item = &(&'a str, Node<'a>)> {
        self.entries.iter().filter(|(key, _)| !known.contains(key))
    }
}
