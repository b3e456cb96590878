//! Reads the values of a file, and reports those that cannot be read, so that the reading goes on.
//!
//! Knows types, and which keys a table may have; it does not know what they mean. What is absent is `None`, and so is
//! what cannot be read: the [`Sheet`] tells the two apart.

use std::str::FromStr;

use super::node::{Fault, Node, Table};
use super::sheet::Sheet;
use crate::finding::At;
use crate::text::Explained;

/// What a table of one kind looks like.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Shape<'k> {
    /// What it describes, with its article: "a category".
    pub(crate) noun: &'k str,
    /// All its keys.
    pub(crate) keys: &'k [&'k str],
    /// What to write.
    pub(crate) example: &'k str,
}

/// One table of a file while it is read.
#[derive(Debug)]
pub(crate) struct Keys<'a, 's> {
    table: Table<'a>,
    pub(crate) sheet: &'s mut Sheet,
}

impl<'a, 's> Keys<'a, 's> {
    /// Remembers where every key stands, and reports those that are not known.
    pub(crate) fn open(table: Table<'a>, shape: &Shape<'_>, sheet: &'s mut Sheet) -> Self {
        sheet.mark(table.at(), table.mark(), "");
        for (key, node) in table.entries() {
            sheet.place(node);
            if !shape.keys.contains(key) {
                let Fault { problem, remedy } = Fault::unknown_key(key, shape.noun, shape.keys);
                sheet.error(node.at(), key, problem, remedy);
            }
        }
        Self { table, sheet }
    }

    /// Where the table stands.
    pub(crate) fn at(&self) -> &At {
        self.table.at()
    }

    /// Whether the key is there, whatever its value.
    pub(crate) fn has(&self, key: &str) -> bool {
        self.table.get(key).is_some()
    }

    /// Reports a key that has no default and is not there.
    pub(crate) fn require(&mut self, key: &str, problem: &str, remedy: &str) {
        if !self.has(key) {
            self.sheet.refuse(&self.table.at().key(key), "", &Fault::new(problem, remedy));
        }
    }

    /// What was read from this table, unless some of it could not be.
    pub(crate) fn unless_broken<T>(&self, read: T) -> Option<T> {
        (!self.sheet.is_broken(self.at())).then_some(read)
    }

    /// What is read from a key that is there.
    pub(crate) fn read<T>(
        &mut self,
        key: &str,
        read: impl FnOnce(&mut Sheet, &Node<'a>) -> Option<T>,
    ) -> Option<T> {
        read(self.sheet, self.table.get(key)?)
    }

    /// Text.
    pub(crate) fn text(&mut self, key: &str) -> Option<String> {
        self.read(key, Sheet::text)
    }

    /// A text that its type accepts.
    pub(crate) fn parsed<T>(&mut self, key: &str) -> Option<T>
    where
        T: FromStr,
        T::Err: Explained,
    {
        self.read(key, |sheet, node| sheet.kept(node, node.parsed()))
    }

    /// True or false.
    pub(crate) fn flag(&mut self, key: &str) -> Option<bool> {
        self.read(key, |sheet, node| sheet.kept(node, node.flag()))
    }

    /// A whole number from 0 up.
    pub(crate) fn count(&mut self, key: &str) -> Option<usize> {
        self.read(key, |sheet, node| sheet.kept(node, node.count()))
    }

    /// The texts of a list. One that cannot be read leaves an empty stand-in, so that the others keep their places.
    pub(crate) fn texts(&mut self, key: &str) -> Vec<String> {
        let items = self.read(key, |sheet, node| {
            let items = sheet.list(node, "a list of texts", &node.written("[\"…\"]"))?;
            Some(items.iter().map(|item| sheet.text(item).unwrap_or_default()).collect())
        });
        items.unwrap_or_default()
    }

    /// The texts of a list that their type accepts; what it does not accept is reported and left out.
    pub(crate) fn parsed_list<T>(&mut self, key: &str) -> Vec<T>
    where
        T: FromStr,
        T::Err: Explained,
    {
        let items = self.read(key, |sheet, node| {
            let items = sheet.list(node, "a list of texts", &node.written("[\"…\"]"))?;
            Some(items.iter().filter_map(|item| sheet.kept(item, item.parsed())).collect())
        });
        items.unwrap_or_default()
    }

    /// A text, or the texts of a list; `None` where one of them cannot be read.
    pub(crate) fn names(&mut self, key: &str) -> Option<Vec<String>> {
        self.read(key, |sheet, node| {
            let texts: Vec<Option<String>> = sheet.items(node).iter().map(|item| sheet.text(item)).collect();
            texts.into_iter().collect()
        })
    }

    /// The items of a list; `shape` shows what to write.
    pub(crate) fn list(&mut self, key: &str, expected: &str, shape: &str) -> Vec<Node<'a>> {
        self.read(key, |sheet, node| sheet.list(node, expected, shape)).unwrap_or_default()
    }

    /// The items of a list; a value that is no list is its own only item.
    pub(crate) fn items(&mut self, key: &str) -> Vec<Node<'a>> {
        self.read(key, |sheet, node| Some(sheet.items(node))).unwrap_or_default()
    }

    /// The entries of a table whose keys are names.
    pub(crate) fn entries(&mut self, key: &str, shape: &str) -> Vec<(&'a str, Node<'a>)> {
        self.read(key, |sheet, node| sheet.entries(node, shape)).unwrap_or_default()
    }

    /// A table in this one, under a name of its own.
    pub(crate) fn table(&mut self, key: &str, at: &At, shape: &Shape<'_>) -> Option<Keys<'a, '_>> {
        let node = self.table.get(key)?;
        self.sheet.table(node, at, shape)
    }
}

impl Sheet {
    /// The value that was read; what is wrong with it is reported.
    pub(crate) fn kept<T>(&mut self, node: &Node<'_>, read: Result<T, Fault>) -> Option<T> {
        read.map_err(|fault| self.wrong(node, &fault)).ok()
    }

    /// Reports a value that cannot be used.
    pub(crate) fn wrong(&mut self, node: &Node<'_>, fault: &Fault) {
        self.place(node);
        self.refuse(node.at(), node.words(), fault);
    }

    /// Text.
    pub(crate) fn text(&mut self, node: &Node<'_>) -> Option<String> {
        self.kept(node, node.text().map(str::to_owned))
    }

    /// The items of a list; a value that is no list is its own only item.
    pub(crate) fn items<'a>(&mut self, node: &Node<'a>) -> Vec<Node<'a>> {
        let items = node.items();
        items.iter().for_each(|item| self.place(item));
        items
    }

    fn list<'a>(&mut self, node: &Node<'a>, expected: &str, shape: &str) -> Option<Vec<Node<'a>>> {
        let items = self.kept(node, node.list(expected, shape))?;
        items.iter().for_each(|item| self.place(item));
        Some(items)
    }

    /// The entries of a table whose keys are names; `shape` shows what to write.
    pub(crate) fn entries<'a>(&mut self, node: &Node<'a>, shape: &str) -> Option<Vec<(&'a str, Node<'a>)>> {
        let entries = self.kept(node, node.table(node.at(), shape))?.into_entries();
        entries.iter().for_each(|(_, node)| self.place(node));
        Some(entries)
    }

    /// A table of that shape, under that name.
    pub(crate) fn table<'a>(&mut self, node: &Node<'a>, at: &At, shape: &Shape<'_>) -> Option<Keys<'a, '_>> {
        let table = self.kept(node, node.table(at, shape.example))?;
        Some(Keys::open(table, shape, self))
    }
}
