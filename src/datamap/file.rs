//! `datamap.toml`: its keys and words. Whether the map that it describes makes sense is not judged here.

use std::collections::HashSet;

use super::builder::{CollectionBuilder, DataMapBuilder, Origin, Placed, role_word};
use super::report::{Place, Report, shown};
use super::source::{Node, Reader, Source, Table};
use super::{
    Condition, DataMap, Event, EventForm, Field, IdentifierField, Link, Mask, Release, Role, StoreKind,
    StoreName, Stored, Target, Value,
};
use crate::finding::Findings;
use crate::policy::CategoryId;

const STORE_KINDS: [(&str, StoreKind); 3] =
    [("sql", StoreKind::Sql), ("objects", StoreKind::Objects), ("custom", StoreKind::Custom)];

const EVENT_FORMS: [(&str, EventForm); 5] = [
    ("timestamp", EventForm::Timestamp),
    ("rfc3339", EventForm::Rfc3339),
    ("date", EventForm::Date),
    ("unix_seconds", EventForm::UnixSeconds),
    ("unix_millis", EventForm::UnixMillis),
];

const SPELLINGS: [(&str, Stored); 4] =
    [("e164", Stored::E164), ("digits", Stored::Digits), ("exact", Stored::Exact), ("any", Stored::Any)];

const COLLECTION_KEYS: [&str; 15] = [
    "name",
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
    let mut report = Report::default();
    let Some(document) = source.document(&mut report) else {
        return (None, report.into_findings());
    };
    let mut file = File { reader: Reader::new(&source, report), names: HashSet::new() };
    let root = file.reader.entries(document.get_ref(), Place::default());
    let builder = file.map(&root);
    let (map, findings) = builder.check(file.reader.report);
    (Some(map), findings)
}

/// The file while it is read.
struct File<'a> {
    reader: Reader<'a>,
    /// The names of all collections, which decide what `of = "a.b"` means.
    names: HashSet<String>,
}

impl<'a> File<'a> {
    fn map(&mut self, root: &Table<'a>) -> DataMapBuilder {
        self.reader.only(root, &["stores", "collection"]);
        let mut map = DataMap::builder();
        if let Some(node) = root.get("stores") {
            match self.reader.table(node, "[stores.crm] with kind = \"sql\"") {
                Some(stores) => {
                    for (name, node) in &stores.entries {
                        let kind = self.store_kind(node);
                        map.unread_stores |= kind.is_none();
                        map.stores.push(Placed {
                            line: node.place.line(),
                            item: StoreName {
                                name: (*name).to_owned(),
                                // Objects ask for the least, so that an unreadable kind causes no further findings.
                                kind: kind.unwrap_or(StoreKind::Objects),
                            },
                        });
                    }
                }
                None => map.unread_stores = true,
            }
        }
        if let Some(node) = root.get("collection") {
            match self.reader.array(node, "[[collection]], with two brackets") {
                Some(nodes) => self.collections(&nodes, &mut map),
                None => map.broken = true,
            }
        }
        map
    }

    fn store_kind(&mut self, node: &Node<'a>) -> Option<StoreKind> {
        let table = self.reader.table_of(node, &["kind"], "a table with kind = \"sql\"")?;
        let kind = self.required(&table, "kind", "\"sql\", \"objects\" or \"custom\"")?;
        self.reader.choice(&kind, &STORE_KINDS)
    }

    fn collections(&mut self, nodes: &[Node<'a>], map: &mut DataMapBuilder) {
        let names: Vec<Option<&str>> = nodes.iter().map(|node| node.text_of("name")).collect();
        self.names = names.iter().flatten().map(|name| (*name).to_owned()).collect();
        for (index, (node, name)) in nodes.iter().zip(names).enumerate() {
            let trail = match name {
                Some(name) => format!("collection `{}`", shown(name)),
                None => format!("collection no. {}", index + 1),
            };
            let node = node.at(Place::new(node.place.line(), trail));
            match self.reader.table(&node, "a table under [[collection]]") {
                Some(table) => {
                    let collection = self.collection(&table);
                    map.collections.push(collection);
                }
                None => map.broken = true,
            }
        }
    }

    fn collection(&mut self, table: &Table<'a>) -> CollectionBuilder {
        self.reader.only(table, &COLLECTION_KEYS);
        let mut origin = Origin { line: table.place.line(), ..Origin::default() };
        for (key, node) in &table.entries {
            if let (Some(known), Some(line)) =
                (COLLECTION_KEYS.iter().find(|known| *known == key), node.place.line())
            {
                origin.lines.insert(known, line);
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
            .flat_map(|role| keys.list(role_word(role), |file, node, links| file.links(role, node, links)))
            .collect();
        CollectionBuilder {
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

    fn text(&mut self, node: &Node<'a>) -> Option<String> {
        self.reader.text(node)
    }

    fn texts(&mut self, node: &Node<'a>) -> Option<Vec<String>> {
        self.reader.texts(node)
    }

    fn flag(&mut self, node: &Node<'a>) -> Option<bool> {
        self.reader.flag(node)
    }

    fn category(&mut self, node: &Node<'a>) -> Option<CategoryId> {
        let text = self.reader.text(node)?;
        let category = text.parse().ok();
        if category.is_none() {
            let remedy = "write lower-case letters, digits, `_` or `-` in segments joined by single dots";
            self.reader.wrong(node, "not a category's name", remedy);
        }
        category
    }

    fn conditions(&mut self, node: &Node<'a>) -> Option<Vec<Condition>> {
        let table = self.reader.table(node, "{ field = \"value\" }")?;
        let mut conditions = Some(Vec::new());
        for (field, node) in &table.entries {
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

    fn condition_values(&mut self, node: &Node<'a>) -> Option<Vec<Value>> {
        if self.reader.is_table(node) {
            let shape = "a value, a list of values, or { null = true }";
            let table = self.reader.table_of(node, &["null"], shape)?;
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
        let items = self.reader.items(node);
        let values: Vec<Option<Value>> = items.iter().map(|item| self.reader.value(item)).collect();
        values.into_iter().collect()
    }

    fn identifiers(&mut self, node: &Node<'a>, identifiers: &mut Vec<Placed<IdentifierField>>) -> bool {
        let Some(kinds) = self.reader.table(node, "{ email = \"email\" }") else {
            return false;
        };
        let mut whole = true;
        for (kind, node) in &kinds.entries {
            for item in self.reader.items(node) {
                match self.identifier(kind, &item) {
                    Some(read) => identifiers.extend(
                        read.into_iter()
                            .map(|identifier| Placed { line: item.place.line(), item: identifier }),
                    ),
                    None => whole = false,
                }
            }
        }
        whole
    }

    fn identifier(&mut self, kind: &str, node: &Node<'a>) -> Option<Vec<IdentifierField>> {
        if !self.reader.is_table(node) {
            let field = self.reader.text(node)?;
            return Some(vec![IdentifierField::new(kind, field)]);
        }
        let shape = "{ field = \"…\", stored = \"…\" }";
        let table = self.reader.table_of(node, &["field", "stored", "namespace"], shape)?;
        let stored = table.get("stored").map(|node| self.reader.choice(node, &SPELLINGS));
        let namespace = table.get("namespace").map(|node| self.namespace(node));
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
                    let mut identifier = IdentifierField::new(kind, field);
                    if let Some(stored) = stored {
                        identifier = identifier.stored_as(stored);
                    }
                    if let Some((product, app)) = &namespace {
                        identifier = identifier.in_namespace(product, app);
                    }
                    identifier
                })
                .collect(),
        )
    }

    fn namespace(&mut self, node: &Node<'a>) -> Option<(String, String)> {
        let text = self.reader.text(node)?;
        let parts = text.split_once('/').map(|(product, app)| (product.to_owned(), app.to_owned()));
        if parts.is_none() {
            let remedy = "write the product and the app's id, as in \"facebook/1234567890\"";
            self.reader.wrong(node, "not a namespace", remedy);
        }
        parts
    }

    fn events(&mut self, node: &Node<'a>, events: &mut Vec<Placed<Event>>) -> bool {
        let Some(table) = self.reader.table(node, "{ created = \"created_at\" }") else {
            return false;
        };
        let mut whole = true;
        for (name, node) in &table.entries {
            match self.event(name, node) {
                Some(item) => events.push(Placed { line: node.place.line(), item }),
                None => whole = false,
            }
        }
        whole
    }

    fn event(&mut self, name: &str, node: &Node<'a>) -> Option<Event> {
        if !self.reader.is_table(node) {
            return self.reader.text(node).map(|field| Event::new(name, field));
        }
        let shape = "{ field = \"…\", as = \"…\" }";
        let table = self.reader.table_of(node, &["field", "as"], shape)?;
        let form = table.get("as").map(|node| self.reader.choice(node, &EVENT_FORMS));
        let field = self
            .required(&table, "field", "\"…\", the field that holds it")
            .and_then(|node| self.reader.text(&node));
        let form = unless_unreadable(form)?.unwrap_or_default();
        Some(Event::new(name, field?).stored_as(form))
    }

    fn fields(&mut self, node: &Node<'a>, fields: &mut Vec<Placed<Field>>) -> bool {
        let Some(table) = self.reader.table(node, "[collection.fields] with name = {}") else {
            return false;
        };
        let mut whole = true;
        for (name, node) in &table.entries {
            match self.field(name, node) {
                Some(item) => fields.push(Placed { line: node.place.line(), item }),
                None => whole = false,
            }
        }
        whole
    }

    fn field(&mut self, name: &str, node: &Node<'a>) -> Option<Field> {
        let shape = "{}, or { mask = \"…\" }, or { keep = true }";
        let table = self.reader.table_of(node, &["category", "mask", "keep"], shape)?;
        let category = table.get("category").map(|node| self.category(node));
        let mask = table.get("mask").map(|node| self.mask(node));
        let keep = table.get("keep").map(|node| self.reader.flag(node));
        if keep == Some(Some(true)) && (category.is_some() || mask.is_some()) {
            let remedy = "write keep = true alone where the field is not personal, or leave keep out";
            self.reader.wrong(node, "kept and masked at once", remedy);
            return None;
        }
        Some(Field {
            category: unless_unreadable(category)?,
            mask: unless_unreadable(mask)?.unwrap_or_default(),
            keep: unless_unreadable(keep)?.unwrap_or_default(),
            ..Field::new(name)
        })
    }

    fn mask(&mut self, node: &Node<'a>) -> Option<Mask> {
        if !self.reader.is_table(node) {
            let words = [
                ("null", MaskWord::Null),
                ("token", MaskWord::Token),
                ("pseudonym", MaskWord::Pseudonym),
                ("scrub", MaskWord::Scrub),
                ("constant", MaskWord::Table("{ constant = \"…\" }")),
                ("prefix", MaskWord::Table("{ prefix = 3 }")),
            ];
            return match self.reader.choice(node, &words)? {
                MaskWord::Null => Some(Mask::Null),
                MaskWord::Token => Some(Mask::Token),
                MaskWord::Pseudonym => Some(Mask::Pseudonym),
                MaskWord::Scrub => Some(Mask::Scrub),
                MaskWord::Table(shape) => self.reader.mistyped(node, "a table", shape),
            };
        }
        let shape = "{ constant = \"…\" }";
        let table = self.reader.table_of(node, &["constant", "prefix"], shape)?;
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

    fn links(&mut self, role: Role, node: &Node<'a>, links: &mut Vec<Placed<Link>>) -> bool {
        let mut whole = true;
        for item in self.reader.items(node) {
            match self.link(role, &item) {
                Some(link) => links.push(Placed { line: item.place.line(), item: link }),
                None => whole = false,
            }
        }
        whole
    }

    fn link(&mut self, role: Role, node: &Node<'a>) -> Option<Link> {
        let keys = ["field", "of", "where", "clear", "erase_record"];
        let table = self.reader.table_of(node, &keys, "[{ field = \"…\", of = \"…\" }]")?;
        let fields = self
            .required(&table, "field", "\"…\", the field that points")
            .and_then(|node| self.reader.texts(&node));
        let of = self
            .required(&table, "of", "\"…\", the collection that it points to")
            .and_then(|node| self.reader.text(&node));
        let only = table.get("where").map(|node| self.conditions(node));
        let release = self.release(&table);
        Some(Link {
            role,
            fields: fields?,
            to: self.target(&of?),
            only: unless_unreadable(only)?.unwrap_or_default(),
            release: release?,
        })
    }

    fn release(&mut self, table: &Table<'a>) -> Option<Release> {
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
                self.reader.report.error(&table.place, "erase_record = true", problem, remedy);
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

    fn required(&mut self, table: &Table<'a>, key: &str, shape: &str) -> Option<Node<'a>> {
        let node = table.get(key).cloned();
        if node.is_none() {
            self.missing(table, key, shape);
        }
        node
    }

    fn missing(&mut self, table: &Table<'a>, key: &str, shape: &str) {
        self.reader.report.error(
            &table.place,
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

/// A mask's word; some masks need more than a word.
#[derive(Clone, Copy)]
enum MaskWord {
    Null,
    Token,
    Pseudonym,
    Scrub,
    Table(&'static str),
}

/// The keys of one collection while they are read: remembers which of them could not be.
struct Keys<'f, 'a> {
    file: &'f mut File<'a>,
    table: &'f Table<'a>,
    origin: Origin,
}

impl<'a> Keys<'_, 'a> {
    /// The value of a key, if it is there and can be read.
    fn read<T>(
        &mut self,
        key: &'static str,
        read: impl FnOnce(&mut File<'a>, &Node<'a>) -> Option<T>,
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
        read: impl FnOnce(&mut File<'a>, &Node<'a>, &mut Vec<T>) -> bool,
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
