//! `datamap.toml`: its keys and words. Whether the map that it describes makes sense is not judged here.

use std::collections::HashSet;

use super::builder::{CollectionBuilder, DataMapBuilder, Origin, Placed, new_report};
use super::names::not_a_kind;
use super::reader::Reader;
use super::{
    Answer, DataMap, Event, Field, IdentifierField, Link, Mask, Release, Role, StoreKind, StoreName, Target,
    Topic,
};
use crate::finding::Findings;
use crate::identifier::{IdentifierKind, Namespace};
use crate::policy::CategoryId;
use crate::text::document::{Node, Place, Source, Table};
use crate::text::{advice, excerpt};
use crate::value::{Condition, Value};

const COLLECTION_KEYS: [&str; 16] = [
    "name",
    "formerly",
    "store",
    "table",
    "where",
    "key",
    "category",
    "tenant",
    "tenant_root",
    "subject",
    "identifiers",
    "events",
    "fields",
    "owned_by",
    "owns",
    "mentions",
];

/// Reads a map leniently: the best that can be made of the text, and everything that is wrong with it.
///
/// The map is usable only if no finding is an error. It is there all the same, so that a check which needs the
/// policy as well can report in the same go.
pub(crate) fn read(text: &str) -> (Option<DataMap>, Findings) {
    let source = Source::new(text);
    let document = source.parse();
    let mut report = new_report();
    if !document.is_whole() {
        // Links lead anywhere in the file, so that nothing can be said of one part while another cannot be read.
        document.report_mistakes(&source, &mut report);
        return (None, report.into_findings());
    }
    let mut file = File { reader: Reader { report }, names: HashSet::new() };
    let builder = file.map(&source.root(&document));
    let (map, findings) = builder.check(file.reader.report);
    (Some(map), findings)
}

/// The file while it is read.
struct File {
    reader: Reader,
    /// The names of all collections, which decide what `of = "a.b"` means.
    names: HashSet<String>,
}

impl File {
    fn map(&mut self, root: &Table<'_>) -> DataMapBuilder {
        self.reader.only(root, "the data map", &["stores", "collection"]);
        let mut map = DataMap::builder();
        if let Some(node) = root.get("stores") {
            match self.reader.table(node, "[stores.crm] with kind = \"sql\"") {
                Some(stores) => {
                    for (name, node) in stores.entries() {
                        let kind = self.store(name, node, &mut map.answers);
                        map.unread_stores |= kind.is_none();
                        map.stores.push(Placed {
                            mark: node.mark(),
                            item: StoreName {
                                name: (*name).to_owned(),
                                // Objects ask for the least, so that an unreadable kind causes no further findings.
                                kind: kind.unwrap_or(StoreKind::Objects),
                                answers: Vec::new(),
                            },
                        });
                    }
                }
                None => map.unread_stores = true,
            }
        }
        if let Some(node) = root.get("collection") {
            match self.reader.list(node, "[[collection]], with two brackets") {
                Some(nodes) => self.collections(&nodes, &mut map),
                None => map.broken = true,
            }
        }
        map
    }

    /// A store's kind, and what the map says about things in it that it leaves out on purpose.
    fn store(
        &mut self,
        name: &str,
        node: &Node<'_>,
        answers: &mut Vec<Placed<(String, Answer)>>,
    ) -> Option<StoreKind> {
        let keys: Vec<&str> = std::iter::once("kind").chain(Topic::WORDS.iter().copied()).collect();
        let table = self.reader.table_of(node, "a store", &keys, "a table with kind = \"sql\"")?;
        for topic in Topic::ALL {
            if let Some(node) = table.get(topic.as_str()) {
                // What cannot be read is reported, and nothing else depends on it.
                self.entries(node, "{ \"table.column\" = \"reason\" }", answers, |file, about, node| {
                    let reason = file.reader.text(node)?;
                    Some((name.to_owned(), Answer::new(*topic, about, reason)))
                });
            }
        }
        let kind = self.required(&table, "kind", "\"sql\", \"objects\" or \"custom\"")?;
        self.reader.parsed(&kind)
    }

    fn collections(&mut self, nodes: &[Node<'_>], map: &mut DataMapBuilder) {
        let names: Vec<Option<&str>> = nodes.iter().map(|node| node.text_of("name")).collect();
        self.names = names.iter().flatten().map(|name| (*name).to_owned()).collect();
        for (index, (node, name)) in nodes.iter().zip(names).enumerate() {
            let trail = match name {
                Some(name) => format!("collection `{}`", excerpt(name)),
                None => format!("collection no. {}", index + 1),
            };
            let node = node.at(Place::new(node.mark(), trail));
            match self.reader.table(&node, "a table under [[collection]]") {
                Some(table) => {
                    let collection = self.collection(&table);
                    map.collections.push(collection);
                }
                None => map.broken = true,
            }
        }
    }

    fn collection(&mut self, table: &Table<'_>) -> CollectionBuilder {
        self.reader.only(table, "a collection", &COLLECTION_KEYS);
        let mut origin = Origin { mark: table.place().mark(), ..Origin::default() };
        for (key, node) in table.entries() {
            if let (Some(known), Some(mark)) =
                (COLLECTION_KEYS.iter().find(|known| *known == key), node.mark())
            {
                origin.keys.insert(known, mark);
            }
        }
        if table.get("name").is_none() {
            self.missing(table, "name", "\"…\", by which links refer to the collection");
            origin.broken.insert("name");
        }
        if table.get("category").is_none() {
            self.missing(table, "category", "\"…\", a category of the policy");
        }
        let mut keys = Keys { file: self, table, origin };
        let name = keys.read("name", File::text);
        let formerly = keys.read("formerly", File::texts);
        let category = keys.read("category", File::category);
        let store = keys.read("store", File::text);
        let physical = keys.read("table", File::text);
        let only = keys.read("where", File::conditions);
        let key = keys.read("key", File::texts);
        let tenant = keys.read("tenant", File::text);
        let tenant_root = keys.read("tenant_root", File::flag);
        let subject = keys.read("subject", File::text);
        let identifiers = keys.list("identifiers", File::identifiers);
        let events = keys.list("events", File::events);
        let fields = keys.list("fields", File::fields);
        let links = [Role::OwnedBy, Role::Owns, Role::Mentions]
            .into_iter()
            .flat_map(|role| keys.list(role.as_str(), |file, node, links| file.links(role, node, links)))
            .collect();
        CollectionBuilder {
            formerly: formerly.unwrap_or_default(),
            store,
            table: physical,
            only: only.unwrap_or_default(),
            key,
            tenant,
            tenant_root: tenant_root.unwrap_or_default(),
            subject,
            identifiers,
            events,
            fields,
            links,
            ..CollectionBuilder::read(name.unwrap_or_default(), category, keys.origin)
        }
    }

    fn text(&mut self, node: &Node<'_>) -> Option<String> {
        self.reader.text(node)
    }

    fn texts(&mut self, node: &Node<'_>) -> Option<Vec<String>> {
        self.reader.texts(node)
    }

    fn flag(&mut self, node: &Node<'_>) -> Option<bool> {
        self.reader.flag(node)
    }

    fn category(&mut self, node: &Node<'_>) -> Option<CategoryId> {
        self.reader.parsed(node)
    }

    fn conditions(&mut self, node: &Node<'_>) -> Option<Vec<Condition>> {
        let table = self.reader.table(node, "{ field = \"value\" }")?;
        let mut conditions = Some(Vec::new());
        for (field, node) in table.entries() {
            match self.condition_values(node) {
                Some(values) => {
                    if let Some(conditions) = &mut conditions {
                        conditions.push(Condition::new(*field, values));
                    }
                }
                None => conditions = None,
            }
        }
        conditions
    }

    fn condition_values(&mut self, node: &Node<'_>) -> Option<Vec<Value>> {
        if node.is_table() {
            let shape = "a value, a list of values, or { null = true }";
            let table = self.reader.table_of(node, "a condition", &["null"], shape)?;
            let null = table.get("null").map(|node| self.reader.flag(node));
            return match null {
                Some(Some(true)) => Some(vec![Value::Null]),
                Some(None) => None,
                Some(Some(false)) | None => {
                    let remedy = "write { null = true }, or the values that are meant";
                    self.reader.wrong(node, "a condition that says nothing", remedy);
                    None
                }
            };
        }
        let items = node.items();
        let values: Vec<Option<Value>> = items.iter().map(|item| self.reader.value(item)).collect();
        values.into_iter().collect()
    }

    fn identifiers(&mut self, node: &Node<'_>, identifiers: &mut Vec<Placed<IdentifierField>>) -> bool {
        let Some(kinds) = self.reader.table(node, "{ email = \"email\" }") else {
            return false;
        };
        let mut whole = true;
        for (word, node) in kinds.entries() {
            let Ok(kind) = word.parse() else {
                not_a_kind(node.place(), word, &mut self.reader.report);
                whole = false;
                continue;
            };
            for item in node.items() {
                match self.identifier(&kind, &item) {
                    Some(read) => identifiers.extend(
                        read.into_iter().map(|identifier| Placed { mark: item.mark(), item: identifier }),
                    ),
                    None => whole = false,
                }
            }
        }
        whole
    }

    fn identifier(&mut self, kind: &IdentifierKind, node: &Node<'_>) -> Option<Vec<IdentifierField>> {
        if !node.is_table() {
            let field = self.reader.text(node)?;
            return Some(vec![IdentifierField::new(kind.clone(), field)]);
        }
        let shape = "{ field = \"…\", stored = \"…\" }";
        let table = self.reader.table_of(node, "an identifier", &["field", "stored", "namespace"], shape)?;
        let stored = table.get("stored").map(|node| self.reader.parsed(node));
        let namespace = table.get("namespace").map(|node| self.reader.parsed::<Namespace>(node));
        let fields = self
            .required(&table, "field", "\"…\", the field that holds it")
            .and_then(|node| self.reader.texts(&node));
        let (stored, namespace, fields) =
            (unless_unreadable(stored)?, unless_unreadable(namespace)?, fields?);
        if fields.is_empty() {
            self.reader.wrong(node, "names no field", "write field = \"…\"");
        }
        Some(
            fields
                .into_iter()
                .map(|field| {
                    let usual = IdentifierField::new(kind.clone(), field);
                    let stored = stored.unwrap_or(usual.stored);
                    IdentifierField { stored, namespace: namespace.clone(), ..usual }
                })
                .collect(),
        )
    }

    /// Each entry of a table that can be read; false where one, or the whole, cannot.
    fn entries<T>(
        &mut self,
        node: &Node<'_>,
        shape: &str,
        items: &mut Vec<Placed<T>>,
        read: impl Fn(&mut Self, &str, &Node<'_>) -> Option<T>,
    ) -> bool {
        let Some(table) = self.reader.table(node, shape) else {
            return false;
        };
        let mut whole = true;
        for (name, node) in table.entries() {
            match read(self, name, node) {
                Some(item) => items.push(Placed { mark: node.mark(), item }),
                None => whole = false,
            }
        }
        whole
    }

    fn events(&mut self, node: &Node<'_>, events: &mut Vec<Placed<Event>>) -> bool {
        self.entries(node, "{ created = \"created_at\" }", events, Self::event)
    }

    fn event(&mut self, name: &str, node: &Node<'_>) -> Option<Event> {
        if !node.is_table() {
            return self.reader.text(node).map(|field| Event::new(name, field));
        }
        let shape = "{ field = \"…\", as = \"…\" }";
        let table = self.reader.table_of(node, "an event", &["field", "as"], shape)?;
        let form = table.get("as").map(|node| self.reader.parsed(node));
        let field = self
            .required(&table, "field", "\"…\", the field that holds it")
            .and_then(|node| self.reader.text(&node));
        let form = unless_unreadable(form)?.unwrap_or_default();
        Some(Event::new(name, field?).stored_as(form))
    }

    fn fields(&mut self, node: &Node<'_>, fields: &mut Vec<Placed<Field>>) -> bool {
        self.entries(node, "[collection.fields] with name = {}", fields, Self::field)
    }

    fn field(&mut self, name: &str, node: &Node<'_>) -> Option<Field> {
        let shape = "{}, or { mask = \"…\" }, or { keep = true }, or { not_personal = \"reason\" }";
        let keys = ["category", "mask", "keep", "not_personal"];
        let table = self.reader.table_of(node, "a field", &keys, shape)?;
        let category = table.get("category").map(|node| self.category(node));
        let mask = table.get("mask").map(|node| self.mask(node));
        let keep = table.get("keep").map(|node| self.reader.flag(node));
        let reason = table.get("not_personal").map(|node| self.reader.text(node));
        let is_masked = category.is_some() || mask.is_some();
        if reason.is_some() && (is_masked || keep == Some(Some(false))) {
            let remedy = "write not_personal = \"reason\" alone, or leave it out";
            self.reader.wrong(node, "not personal and masked at once", remedy);
            return None;
        }
        if keep == Some(Some(true)) && is_masked {
            let remedy = "write keep = true alone where the field is not personal, or leave keep out";
            self.reader.wrong(node, "kept and masked at once", remedy);
            return None;
        }
        let reason = unless_unreadable(reason)?;
        Some(Field {
            category: unless_unreadable(category)?,
            mask: unless_unreadable(mask)?.unwrap_or_default(),
            keep: unless_unreadable(keep)?.unwrap_or_default() || reason.is_some(),
            reason,
            ..Field::new(name)
        })
    }

    fn mask(&mut self, node: &Node<'_>) -> Option<Mask> {
        if !node.is_table() {
            return self.mask_word(node);
        }
        let shape = "{ constant = \"…\" }";
        let table = self.reader.table_of(node, "a mask", &["constant", "prefix"], shape)?;
        match (table.get("constant"), table.get("prefix")) {
            (Some(value), None) => self.reader.value(value).map(Mask::Constant),
            (None, Some(count)) => self.reader.count(count).map(Mask::Prefix),
            _ => {
                let remedy = "write { constant = \"…\" } or { prefix = 3 }";
                self.reader.wrong(node, "not one mask", remedy);
                None
            }
        }
    }

    /// A mask that is one word; some masks need more than that.
    fn mask_word(&mut self, node: &Node<'_>) -> Option<Mask> {
        const WORDS: [&str; 6] = ["null", "token", "pseudonym", "scrub", "constant", "prefix"];
        match self.reader.text(node)?.as_str() {
            "null" => Some(Mask::Null),
            "token" => Some(Mask::Token),
            "pseudonym" => Some(Mask::Pseudonym),
            "scrub" => Some(Mask::Scrub),
            "constant" => self.reader.mistyped(node, "a table", "{ constant = \"…\" }"),
            "prefix" => self.reader.mistyped(node, "a table", "{ prefix = 3 }"),
            word => {
                self.reader.wrong(node, "this is not a mask", advice(word, WORDS));
                None
            }
        }
    }

    fn links(&mut self, role: Role, node: &Node<'_>, links: &mut Vec<Placed<Link>>) -> bool {
        let mut whole = true;
        for item in node.items() {
            match self.link(role, &item) {
                Some(link) => links.push(Placed { mark: item.mark(), item: link }),
                None => whole = false,
            }
        }
        whole
    }

    fn link(&mut self, role: Role, node: &Node<'_>) -> Option<Link> {
        let keys = ["field", "of", "prefix", "where", "clear", "erase_record"];
        let table = self.reader.table_of(node, "a link", &keys, "[{ field = \"…\", of = \"…\" }]")?;
        let fields = self
            .required(&table, "field", "\"…\", the field that points")
            .and_then(|node| self.reader.texts(&node));
        let of = self
            .required(&table, "of", "\"…\", the collection that it points to")
            .and_then(|node| self.reader.text(&node));
        let by_prefix = table.get("prefix").map(|node| self.reader.flag(node));
        let only = table.get("where").map(|node| self.conditions(node));
        let release = self.release(&table);
        Some(Link {
            role,
            fields: fields?,
            to: self.target(&of?),
            by_prefix: unless_unreadable(by_prefix)?.unwrap_or_default(),
            only: unless_unreadable(only)?.unwrap_or_default(),
            release: release?,
        })
    }

    fn release(&mut self, table: &Table<'_>) -> Option<Release> {
        let clear = table.get("clear").map(|node| self.reader.texts(node));
        let erase = table.get("erase_record").map(|node| self.reader.flag(node));
        let (clear, erase) = (unless_unreadable(clear)?, unless_unreadable(erase)?);
        match (clear, erase.unwrap_or_default()) {
            (None, false) => Some(Release::ClearLink),
            (None, true) => Some(Release::EraseRecord),
            (Some(fields), false) => Some(Release::Clear(fields)),
            (Some(_), true) => {
                let problem = "both `clear` and `erase_record`: a record that goes has nothing to clear";
                let remedy = "write one of them";
                self.reader.report.error(table.place(), "erase_record = true", problem, remedy);
                None
            }
        }
    }

    /// What `of` means: a collection of exactly that name, or else a field after the last dot.
    fn target(&self, of: &str) -> Target {
        if self.names.contains(of) {
            return Target::key_of(of);
        }
        match of.rsplit_once('.') {
            Some((collection, field)) => Target::field_of(collection, field),
            None => Target::key_of(of),
        }
    }

    fn required<'a>(&mut self, table: &Table<'a>, key: &str, shape: &str) -> Option<Node<'a>> {
        let node = table.get(key).cloned();
        if node.is_none() {
            self.missing(table, key, shape);
        }
        node
    }

    fn missing(&mut self, table: &Table<'_>, key: &str, shape: &str) {
        self.reader.report.error(
            table.place(),
            "",
            format!("`{key}` is missing"),
            format!("write {key} = {shape}"),
        );
    }
}

/// A key that is absent is no trouble; one that is there and could not be read is.
fn unless_unreadable<T>(read: Option<Option<T>>) -> Option<Option<T>> {
    match read {
        None => Some(None),
        Some(None) => None,
        Some(value) => Some(value),
    }
}

/// The keys of one collection while they are read: remembers which of them could not be.
struct Keys<'f, 'a> {
    file: &'f mut File,
    table: &'f Table<'a>,
    origin: Origin,
}

impl Keys<'_, '_> {
    /// The value of a key, if it is there and can be read.
    fn read<T>(
        &mut self,
        key: &'static str,
        read: impl FnOnce(&mut File, &Node<'_>) -> Option<T>,
    ) -> Option<T> {
        let value = read(self.file, self.table.get(key)?);
        if value.is_none() {
            self.origin.broken.insert(key);
        }
        value
    }

    /// The items of a key that can be read.
    fn list<T>(
        &mut self,
        key: &'static str,
        read: impl FnOnce(&mut File, &Node<'_>, &mut Vec<T>) -> bool,
    ) -> Vec<T> {
        let mut items = Vec::new();
        if let Some(node) = self.table.get(key)
            && !read(self.file, node, &mut items)
        {
            self.origin.broken.insert(key);
        }
        items
    }
}
