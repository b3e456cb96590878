//! Reads the values of a data map and keeps what is wrong with them, so that the reading goes on.
//!
//! This module knows types and nothing of what the keys mean.

use std::str::FromStr;

use toml::de::DeValue;

use crate::text::Explained;
use crate::text::document::{Fault, Node, Report, Table};
use crate::value::Value;

/// Reads values and reports those that cannot be read.
#[derive(Debug)]
pub(super) struct Reader {
    pub(super) report: Report,
}

impl Reader {
    /// The value that was read; what is wrong with it is reported.
    fn keep<T>(&mut self, node: &Node<'_>, read: Result<T, Fault>) -> Option<T> {
        read.map_err(|Fault { problem, remedy }| self.wrong(node, problem, remedy)).ok()
    }

    /// A table; `shape` shows what to write.
    pub(super) fn table<'a>(&mut self, node: &Node<'a>, shape: &str) -> Option<Table<'a>> {
        self.keep(node, node.table(shape))
    }

    /// A table that knows these keys only; the noun says what it describes.
    pub(super) fn table_of<'a>(
        &mut self,
        node: &Node<'a>,
        noun: &str,
        keys: &[&str],
        shape: &str,
    ) -> Option<Table<'a>> {
        let table = self.table(node, shape)?;
        self.only(&table, noun, keys);
        Some(table)
    }

    /// Reports every key that is not one of these.
    pub(super) fn only(&mut self, table: &Table<'_>, noun: &str, keys: &[&str]) {
        for (key, node) in table.unknown(keys) {
            let Fault { problem, remedy } = Fault::unknown_key(key, noun, keys);
            self.report.error(node.place(), key, problem, remedy);
        }
    }

    /// The tables of an array of tables.
    pub(super) fn list<'a>(&mut self, node: &Node<'a>, shape: &str) -> Option<Vec<Node<'a>>> {
        self.keep(node, node.list("a list", shape))
    }

    /// Text.
    pub(super) fn text(&mut self, node: &Node<'_>) -> Option<String> {
        self.keep(node, node.text("\"…\"").map(str::to_owned))
    }

    /// A text or a list of texts.
    pub(super) fn texts(&mut self, node: &Node<'_>) -> Option<Vec<String>> {
        let read = |item: &Node<'_>| {
            let text = item.text("\"…\", or a list [\"…\", \"…\"]").map(str::to_owned);
            self.keep(item, text)
        };
        let texts: Vec<Option<String>> = node.items().iter().map(read).collect();
        texts.into_iter().collect()
    }

    /// A text that its type accepts.
    pub(super) fn parsed<T>(&mut self, node: &Node<'_>) -> Option<T>
    where
        T: FromStr,
        T::Err: Explained,
    {
        self.keep(node, node.parsed("\"…\""))
    }

    /// True or false.
    pub(super) fn flag(&mut self, node: &Node<'_>) -> Option<bool> {
        self.keep(node, node.flag())
    }

    /// A whole number from 0 up.
    pub(super) fn count(&mut self, node: &Node<'_>) -> Option<usize> {
        self.keep(node, node.count())
    }

    /// Text, a number, true or false, or a date, as a store holds it.
    pub(super) fn value(&mut self, node: &Node<'_>) -> Option<Value> {
        self.keep(node, value(node))
    }

    /// A value that has the right type and is wrong all the same.
    pub(super) fn wrong(&mut self, node: &Node<'_>, problem: impl AsRef<str>, remedy: impl AsRef<str>) {
        self.report.error(node.place(), node.words(), problem, remedy);
    }

    /// A value of the wrong type.
    pub(super) fn mistyped<T>(&mut self, node: &Node<'_>, expected: &str, shape: &str) -> Option<T> {
        self.keep(node, Err(node.mistyped(expected, shape)))
    }
}

fn value(node: &Node<'_>) -> Result<Value, Fault> {
    match node.value() {
        DeValue::String(text) => Ok(Value::Text(text.to_string())),
        DeValue::Boolean(flag) => Ok(Value::Boolean(*flag)),
        DeValue::Datetime(instant) => Ok(Value::Text(instant.to_string())),
        DeValue::Integer(number) => i64::from_str_radix(number.as_str(), number.radix())
            .map(Value::Integer)
            .map_err(|_| Fault::new("a number beyond 64 bits", "write it as text if the store holds text")),
        DeValue::Float(number) => {
            let value = number.as_str().parse::<f64>().ok().filter(|number| number.is_finite());
            value
                .map(Value::Real)
                .ok_or_else(|| Fault::new("not a number that a store can hold", "write a finite number"))
        }
        DeValue::Array(_) | DeValue::Table(_) => {
            Err(node.mistyped("text, a number, or true or false", "\"…\""))
        }
    }
}
