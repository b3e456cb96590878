//! A TOML text with its lines: reads values of the expected type and reports every other one.
//!
//! This module knows TOML and nothing of what the keys mean.

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::Value;
use super::report::{Place, Report, advice};

/// A text and where its lines begin.
#[derive(Debug)]
pub(super) struct Source<'a> {
    text: &'a str,
    lines: Vec<usize>,
}

impl<'a> Source<'a> {
    /// Notes where the lines begin.
    pub(super) fn new(text: &'a str) -> Self {
        let after_breaks = text.match_indices('\n').map(|(offset, _)| offset + 1);
        Self { text, lines: std::iter::once(0).chain(after_breaks).collect() }
    }

    /// The whole document, or the first place where it is not TOML: what follows that place is guesswork.
    pub(super) fn document(&self, report: &mut Report) -> Option<Spanned<DeTable<'a>>> {
        let (document, errors) = DeTable::parse_recoverable(self.text);
        let Some(first) = errors.iter().min_by_key(|error| error.span().map(|span| span.start)) else {
            return Some(document);
        };
        let span = first.span().unwrap_or_default();
        let line = self.line(span.start);
        let start = self.lines.get(line.saturating_sub(1)).copied().unwrap_or_default();
        let column = self.text.get(start..span.start).unwrap_or_default().chars().count() + 1;
        let whole_line = self.text.get(start..).unwrap_or_default();
        report.error(
            &Place::new(Some(line), format!("column {column}")),
            first_line(whole_line),
            format!("not TOML: {}", first.message()),
            "correct the syntax of this line; the rest of the file is read after that",
        );
        None
    }

    /// The line of an offset, counted from 1.
    pub(super) fn line(&self, offset: usize) -> usize {
        self.lines.partition_point(|start| *start <= offset)
    }

    /// The file's own words.
    fn words(&self, span: &Range<usize>) -> &'a str {
        first_line(self.text.get(span.clone()).unwrap_or_default())
    }
}

/// The first line of a text.
fn first_line(text: &str) -> &str {
    text.lines().next().unwrap_or_default().trim()
}

/// A value and where it stands.
#[derive(Debug, Clone)]
pub(super) struct Node<'a> {
    value: &'a DeValue<'a>,
    span: Range<usize>,
    pub(super) place: Place,
}

impl<'a> Node<'a> {
    /// The text under a key, if this is a table that has it; nothing is reported.
    pub(super) fn text_of(&self, key: &str) -> Option<&'a str> {
        self.value.as_table()?.get(key)?.get_ref().as_str()
    }

    /// The same value, said to stand elsewhere.
    pub(super) fn at(&self, place: Place) -> Self {
        Self { place, ..self.clone() }
    }
}

/// A table and where it stands; its entries are in the file's order.
#[derive(Debug)]
pub(super) struct Table<'a> {
    pub(super) place: Place,
    pub(super) entries: Vec<(&'a str, Node<'a>)>,
}

impl<'a> Table<'a> {
    /// The value of a key.
    pub(super) fn get(&self, key: &str) -> Option<&Node<'a>> {
        self.entries.iter().find_map(|(name, node)| (*name == key).then_some(node))
    }
}

/// Reads values and keeps what is wrong with them.
#[derive(Debug)]
pub(super) struct Reader<'a> {
    source: &'a Source<'a>,
    pub(super) report: Report,
}

impl<'a> Reader<'a> {
    /// A reader of that text which adds to that report.
    pub(super) fn new(source: &'a Source<'a>, report: Report) -> Self {
        Self { source, report }
    }

    /// A table's entries, each with its place.
    pub(super) fn entries(&self, table: &'a DeTable<'a>, place: Place) -> Table<'a> {
        let mut entries: Vec<(usize, &'a str, Node<'a>)> = table
            .iter()
            .map(|(key, value)| {
                let start = key.span().start;
                let node = Node {
                    value: value.get_ref(),
                    span: value.span(),
                    place: place.key(Some(self.source.line(start)), key.get_ref()),
                };
                (start, key.get_ref().as_ref(), node)
            })
            .collect();
        entries.sort_by_key(|(start, ..)| *start);
        let entries = entries.into_iter().map(|(_, key, node)| (key, node)).collect();
        Table { place, entries }
    }

    /// A table; `shape` shows what to write.
    pub(super) fn table(&mut self, node: &Node<'a>, shape: &str) -> Option<Table<'a>> {
        match node.value {
            DeValue::Table(table) => Some(self.entries(table, node.place.clone())),
            _ => self.mistyped(node, "a table", shape),
        }
    }

    /// A table that knows these keys only.
    pub(super) fn table_of(&mut self, node: &Node<'a>, keys: &[&str], shape: &str) -> Option<Table<'a>> {
        let table = self.table(node, shape)?;
        self.only(&table, keys);
        Some(table)
    }

    /// Reports every key that is not one of these.
    pub(super) fn only(&mut self, table: &Table<'a>, keys: &[&str]) {
        for (key, node) in &table.entries {
            if !keys.contains(key) {
                let remedy = format!("{}, or leave it out", advice(key, keys.iter().copied()));
                self.report.error(&node.place, *key, "a key that is not known here", remedy);
            }
        }
    }

    /// The tables of an array of tables.
    pub(super) fn array(&mut self, node: &Node<'a>, shape: &str) -> Option<Vec<Node<'a>>> {
        match node.value {
            DeValue::Array(_) => Some(self.items(node)),
            _ => self.mistyped(node, "a list", shape),
        }
    }

    /// The items of a list; a value that is no list is its own only item.
    pub(super) fn items(&self, node: &Node<'a>) -> Vec<Node<'a>> {
        let DeValue::Array(array) = node.value else {
            return vec![node.clone()];
        };
        array
            .iter()
            .map(|value| Node {
                value: value.get_ref(),
                span: value.span(),
                place: node.place.on(Some(self.source.line(value.span().start))),
            })
            .collect()
    }

    /// Text.
    pub(super) fn text(&mut self, node: &Node<'a>) -> Option<String> {
        match node.value {
            DeValue::String(text) => Some(text.to_string()),
            _ => self.mistyped(node, "text", "\"…\""),
        }
    }

    /// A text or a list of texts.
    pub(super) fn texts(&mut self, node: &Node<'a>) -> Option<Vec<String>> {
        let mut texts = Some(Vec::new());
        for item in self.items(node) {
            match item.value {
                DeValue::String(text) => {
                    if let Some(texts) = &mut texts {
                        texts.push(text.to_string());
                    }
                }
                _ => texts = self.mistyped(&item, "text", "\"…\", or a list [\"…\", \"…\"]"),
            }
        }
        texts
    }

    /// True or false.
    pub(super) fn flag(&mut self, node: &Node<'a>) -> Option<bool> {
        match node.value {
            DeValue::Boolean(flag) => Some(*flag),
            _ => self.mistyped(node, "true or false", "true"),
        }
    }

    /// A whole number from 0 up.
    pub(super) fn count(&mut self, node: &Node<'a>) -> Option<usize> {
        let count = match node.value {
            DeValue::Integer(number) => usize::from_str_radix(number.as_str(), number.radix()).ok(),
            _ => None,
        };
        if count.is_none() {
            return self.mistyped(node, "a whole number from 0 up", "3");
        }
        count
    }

    /// One of these words.
    pub(super) fn choice<T: Copy>(&mut self, node: &Node<'a>, words: &[(&str, T)]) -> Option<T> {
        let text = self.text(node)?;
        let chosen = words.iter().find_map(|(word, meaning)| (*word == text).then_some(*meaning));
        if chosen.is_none() {
            let remedy = advice(&text, words.iter().map(|(word, _)| *word));
            self.wrong(node, "a word that is not known here", remedy);
        }
        chosen
    }

    /// Text, a number, true or false, or a date, as a store holds it.
    pub(super) fn value(&mut self, node: &Node<'a>) -> Option<Value> {
        match node.value {
            DeValue::String(text) => Some(Value::Text(text.to_string())),
            DeValue::Boolean(flag) => Some(Value::Boolean(*flag)),
            DeValue::Datetime(instant) => Some(Value::Text(instant.to_string())),
            DeValue::Integer(number) => {
                let value = i64::from_str_radix(number.as_str(), number.radix()).ok();
                if value.is_none() {
                    self.wrong(node, "a number beyond 64 bits", "write it as text if the store holds text");
                }
                value.map(Value::Integer)
            }
            DeValue::Float(number) => {
                let value = number.as_str().parse::<f64>().ok().filter(|number| number.is_finite());
                if value.is_none() {
                    self.wrong(node, "not a number that a store can hold", "write a finite number");
                }
                value.map(Value::Real)
            }
            DeValue::Array(_) | DeValue::Table(_) => {
                self.mistyped(node, "text, a number, or true or false", "\"…\"")
            }
        }
    }

    /// Whether the value is a table.
    pub(super) fn is_table(&self, node: &Node<'a>) -> bool {
        node.value.is_table()
    }

    /// A value that has the right type and is wrong all the same.
    pub(super) fn wrong(&mut self, node: &Node<'a>, problem: impl Into<String>, remedy: impl Into<String>) {
        let words = self.source.words(&node.span);
        self.report.error(&node.place, words, problem, remedy);
    }

    /// A value of the wrong type.
    pub(super) fn mistyped<T>(&mut self, node: &Node<'a>, expected: &str, shape: &str) -> Option<T> {
        let found = match node.value {
            DeValue::String(_) => "text",
            DeValue::Integer(_) | DeValue::Float(_) => "a number",
            DeValue::Boolean(_) => "true or false",
            DeValue::Datetime(_) => "a date",
            DeValue::Array(_) => "a list",
            DeValue::Table(_) => "a table",
        };
        self.wrong(node, format!("expected {expected}, found {found}"), format!("write {shape}"));
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finding::Findings;

    fn syntax(text: &str) -> Findings {
        let source = Source::new(text);
        let mut report = Report::default();
        assert!(source.document(&mut report).is_none(), "{text} was accepted");
        report.into_findings()
    }

    #[test]
    fn a_syntax_error_is_one_finding_with_line_and_column() {
        let found = syntax("a = 1\nname = \"open\nb = 2\n[x]\n");
        assert_eq!(found.len(), 1);
        let finding = found.iter().next().unwrap();
        assert_eq!(finding.at, "datamap.toml, line 2, column 13");
        assert_eq!(finding.words, "name = \"open");
    }

    #[test]
    fn a_key_written_twice_is_a_syntax_error() {
        let found = syntax("a = 1\n\"ä\" = 2\na = 3\n");
        assert_eq!(found.iter().next().unwrap().at, "datamap.toml, line 3, column 1");
    }

    #[test]
    fn depth_and_length_are_bounded() {
        for text in [
            format!("a = {}", "[".repeat(100_000)),
            format!("a = {}", "{a=".repeat(100_000)),
            format!("a{} = 1", ".a".repeat(100_000)),
            format!("[a{}]", ".a".repeat(100_000)),
        ] {
            assert_eq!(syntax(&text).len(), 1);
        }
    }
}
