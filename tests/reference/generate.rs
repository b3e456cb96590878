//! Draws worlds from a tape of random numbers. A tape that has run out draws the simplest of everything.

use std::collections::BTreeSet;
use std::fmt;

use oubliette::value::Value;

use super::compare::now;
use super::model::{
    Category, Collection, Condition, Disposition, EVENTS, Field, Ground, IdentifierField, Link, Mask,
    Release, Request, Role, Row, Scope, Tables, World,
};
use super::time::Time;

const CATEGORIES: [&str; 5] = ["a", "a.x", "b", "b.y", "ab"];
const TENANTS: [i64; 2] = [1, 2];
/// Each person's identifiers: phone, e-mail and a kind of the host's own.
const NUMBERS: [&str; 4] = ["+919876543210", "+15550001111", "+442071838750", "+4915123456789"];
const NAMES: [&str; 4] = ["ana", "ben", "cai", "dee"];

/// What a tape is read from. It says nothing to anybody, so that it is not shown.
#[derive(Clone)]
pub struct Words(pub Vec<u16>);

impl fmt::Debug for Words {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("see above")
    }
}

/// Random numbers, one after the other.
pub struct Tape<'a> {
    words: &'a [u16],
    at: usize,
}

impl<'a> Tape<'a> {
    pub fn new(words: &'a [u16]) -> Self {
        Self { words, at: 0 }
    }

    /// One of the first `count` numbers.
    pub fn pick(&mut self, count: usize) -> usize {
        let word = self.words.get(self.at).copied().unwrap_or_default();
        self.at += 1;
        usize::from(word) % count.max(1)
    }

    /// True once in so many times.
    pub fn one_in(&mut self, count: usize) -> bool {
        self.pick(count) == count - 1
    }

    pub fn of<T: Clone>(&mut self, items: &[T]) -> T {
        items[self.pick(items.len())].clone()
    }
}

/// What may be drawn.
#[derive(Clone, Copy, Default)]
pub struct Limits {
    /// Identifiers are spelled as their fields say, so that a minimal store finds them.
    pub plain_spellings: bool,
}

pub fn world(tape: &mut Tape<'_>, limits: Limits) -> World {
    let mut draw = Draw { tape, limits, has_tenants: false, described: false };
    draw.world()
}

struct Draw<'t, 'w> {
    tape: &'t mut Tape<'w>,
    limits: Limits,
    has_tenants: bool,
    described: bool,
}

impl Draw<'_, '_> {
    fn world(&mut self) -> World {
        let categories = self.categories();
        self.has_tenants = self.tape.one_in(3);
        self.described = self.tape.one_in(3);
        let count = 1 + self.tape.pick(6);
        let mut collections: Vec<Collection> = Vec::new();
        for at in 0..count {
            let collection = self.collection(at, &categories, collections.last());
            collections.push(collection);
        }
        if self.has_tenants && self.tape.one_in(2) {
            let root = &mut collections[count - 1];
            let is_alone = root.table == root.name && root.key == ["id"];
            if is_alone {
                root.tenant = None;
                root.tenant_root = true;
            }
        }
        for at in 0..count {
            let links = self.links(at, &collections);
            collections[at].links = links;
        }
        let table_names: Vec<String> = collections.iter().map(|it| it.table.clone()).collect();
        for collection in &mut collections {
            let is_alone = table_names.iter().filter(|it| **it == collection.table).count() == 1;
            self.finish_fields(collection, &categories, is_alone);
        }
        let mut tables = Tables::new();
        for at in 0..count {
            self.rows(&collections, at, &mut tables);
        }
        let has_tenants = collections.iter().any(Collection::has_tenant);
        let request = self.request(&categories, has_tenants);
        let holds = if self.tape.one_in(8) { vec![self.tape.of(&categories).id] } else { Vec::new() };
        World { categories, collections, tables, holds, request, described: self.described }
    }

    fn categories(&mut self) -> Vec<Category> {
        let count = 1 + self.tape.pick(CATEGORIES.len());
        CATEGORIES[..count]
            .iter()
            .map(|id| Category { id: (*id).to_owned(), disposition: self.disposition() })
            .collect()
    }

    fn disposition(&mut self) -> Disposition {
        match self.tape.pick(5) {
            0..=1 => Disposition::Erase,
            2 => Disposition::Anonymize,
            _ => {
                let count = 1 + self.tape.pick(2);
                let grounds = (0..count)
                    .map(|_| Ground { days: self.tape.of(&[10, 30]), event: self.tape.of(&EVENTS).0 })
                    .collect();
                Disposition::Retain { grounds, then_erase: !self.tape.one_in(3) }
            }
        }
    }

    fn collection(&mut self, at: usize, categories: &[Category], before: Option<&Collection>) -> Collection {
        let name = format!("c{at}");
        let shared = before.filter(|it| it.table == it.name && it.only.is_empty() && self.tape.one_in(5));
        let is_subject = at == 0 || self.tape.one_in(3);
        let kind = |it: &str| vec![Condition { field: "kind".to_owned(), values: vec![it.into()] }];
        let mut only = Vec::new();
        if shared.is_some() || self.tape.one_in(8) {
            only = kind(&name);
        }
        // A table whose first collection takes every row has no room for a second one.
        let shared = shared.filter(|it| !it.only.is_empty());
        let mut collection = Collection {
            table: shared.map_or(name.clone(), |it| it.table.clone()),
            only,
            key: match shared {
                Some(it) => it.key.clone(),
                None if self.tape.one_in(8) => vec!["part".to_owned(), "id".to_owned()],
                None => vec!["id".to_owned()],
            },
            category: self.tape.of(categories).id,
            tenant: (self.has_tenants && !self.tape.one_in(3)).then(|| "tenant_id".to_owned()),
            tenant_root: false,
            subject: is_subject.then(|| format!("s{}", self.tape.pick(3))),
            identifiers: Vec::new(),
            fields: Vec::new(),
            links: Vec::new(),
            times: [Time::UnixSeconds; 2],
            not_null: BTreeSet::new(),
            name,
        };
        if is_subject || self.tape.one_in(3) {
            self.identifiers(&mut collection);
        }
        collection
    }

    fn identifiers(&mut self, collection: &mut Collection) {
        let count = 1 + self.tape.pick(3);
        let first = self.tape.pick(3);
        for at in 0..count {
            let kind = ["handle", "phone", "email"][(first + at) % 3];
            let stored = match kind {
                "phone" => Some(self.tape.of(&["e164", "digits", "any"])),
                _ => None,
            };
            collection.identifiers.push(IdentifierField {
                kind: kind.to_owned(),
                field: kind.to_owned(),
                stored,
            });
        }
        if self.tape.one_in(6) {
            let kind = collection.identifiers[0].clone();
            collection.identifiers.push(IdentifierField { field: format!("old_{}", kind.kind), ..kind });
        }
    }

    fn links(&mut self, at: usize, collections: &[Collection]) -> Vec<Link> {
        let is_subject = collections[at].subject.is_some();
        let count = if is_subject { self.tape.pick(3) } else { 1 + self.tape.pick(3) };
        let mut links: Vec<Link> = Vec::new();
        for number in 0..count {
            let to = if self.tape.one_in(2) { self.tape.pick(collections.len()) } else { 0 };
            let to = &collections[to];
            let role = match self.tape.pick(if is_subject { 4 } else { 6 }) {
                0 => Role::Mentions,
                1 => Role::Owns,
                2..=3 if is_subject => Role::Mentions,
                _ => Role::OwnedBy,
            };
            let field = format!("l{number}");
            let mut link = Link {
                role,
                fields: vec![field.clone()],
                to: to.name.clone(),
                to_field: None,
                only: Vec::new(),
                release: Release::Link,
            };
            if to.key.len() > 1 {
                link.fields = vec![format!("{field}p"), field.clone()];
            } else if self.tape.one_in(8) {
                let by_identifier =
                    to.identifiers.iter().find(|it| it.kind == "handle").map(|it| it.field.clone());
                link.to_field =
                    Some(by_identifier.filter(|_| self.tape.one_in(2)).unwrap_or("ref".to_owned()));
            } else if self.tape.one_in(12) && collections[at].key == ["id"] {
                link.fields = vec!["id".to_owned()];
            }
            if self.tape.one_in(4) {
                let values =
                    if self.tape.one_in(3) { vec!["x".into(), "y".into()] } else { vec!["x".into()] };
                link.only.push(Condition { field: format!("{field}_type"), values });
            }
            link.release = self.release(&link.fields);
            if !link.only.is_empty() && link.fields == [field.clone()] && self.tape.one_in(2) {
                let other = &collections[self.tape.pick(collections.len())];
                if other.key.len() == 1 {
                    let only = vec![Condition { field: format!("{field}_type"), values: vec!["z".into()] }];
                    links.push(Link { to: other.name.clone(), to_field: None, only, ..link.clone() });
                }
            }
            links.push(link);
        }
        links
    }

    fn release(&mut self, fields: &[String]) -> Release {
        match self.tape.pick(12) {
            0 | 1 => Release::Clear(Vec::new()),
            2 if fields != ["id"] => {
                Release::Clear(fields.iter().cloned().chain(["spare".to_owned()]).collect())
            }
            3 => Release::Clear(vec!["spare".to_owned()]),
            4 | 5 => Release::EraseRecord,
            _ => Release::Link,
        }
    }

    fn finish_fields(&mut self, collection: &mut Collection, categories: &[Category], is_alone: bool) {
        if self.described && is_alone {
            let columns: BTreeSet<String> =
                collection.links.iter().flat_map(|it| it.fields.clone()).collect();
            collection.not_null = columns
                .into_iter()
                .filter(|it| !collection.key.contains(it) && self.tape.one_in(5))
                .collect();
        }
        for name in &["f1", "f2", "f3"][..self.tape.pick(4)] {
            let keep = self.tape.one_in(5);
            let category = (!keep && self.tape.one_in(3)).then(|| self.tape.of(categories).id);
            let mask = match self.tape.pick(4) {
                _ if keep => Mask::Null,
                0..=1 => Mask::Null,
                2 => Mask::Constant("masked".to_owned()),
                _ => Mask::Token,
            };
            collection.fields.push(Field { name: (*name).to_owned(), category, mask, keep });
        }
        for identifier in collection.identifiers.clone() {
            if self.tape.one_in(5) {
                let mask = Mask::Constant("masked".to_owned());
                collection.fields.push(Field { name: identifier.field, category: None, mask, keep: false });
            }
        }
    }

    fn rows(&mut self, collections: &[Collection], at: usize, tables: &mut Tables) {
        let collection = &collections[at];
        let most = if self.tape.one_in(4) { 8 } else { 4 };
        let count = self.tape.pick(most + 1);
        let taken = tables.get(&collection.table).map_or(0, Vec::len);
        for number in 0..count {
            let row = self.row(collections, collection, taken + number);
            tables.entry(collection.table.clone()).or_default().push(row);
        }
        tables.entry(collection.table.clone()).or_default();
    }

    fn row(&mut self, collections: &[Collection], collection: &Collection, number: usize) -> Row {
        let mut row = Row::new();
        row.insert("id".to_owned(), Value::Integer(1 + number as i64));
        if collection.key.len() > 1 {
            row.insert("part".to_owned(), self.tape.of(&[1_i64, 2]).into());
        }
        if !collection.only.is_empty() {
            let kind = if self.tape.one_in(8) { "other" } else { collection.name.as_str() };
            row.insert("kind".to_owned(), kind.into());
        }
        if let Some(tenant) = &collection.tenant
            && !self.tape.one_in(6)
        {
            row.insert(tenant.clone(), self.tape.of(&TENANTS).into());
        }
        for identifier in &collection.identifiers {
            if !self.tape.one_in(4) {
                let text = self.identifier(&identifier.kind, identifier.stored);
                row.insert(identifier.field.clone(), text.into());
            }
        }
        for field in ["f1", "f2", "f3", "spare"] {
            if !self.tape.one_in(5) {
                row.insert(field.to_owned(), format!("{field} of {} {number}", collection.name).into());
            }
        }
        row.insert("ref".to_owned(), Value::Integer(1 + self.tape.pick(3) as i64));
        for (_, field) in EVENTS {
            let days: Option<i64> =
                self.tape.of(&[None, Some(5), Some(10), Some(11), Some(30), Some(31), Some(100)]);
            if let Some(days) = days {
                let seconds = now().timestamp() - days * 86_400 - i64::from(self.tape.one_in(3));
                row.insert(field.to_owned(), seconds.into());
            }
        }
        for link in &collection.links {
            self.point(collections, collection, link, &mut row);
        }
        row
    }

    fn point(&mut self, collections: &[Collection], collection: &Collection, link: &Link, row: &mut Row) {
        let target = collections.iter().find(|it| it.name == link.to).unwrap();
        for condition in &link.only {
            let kind: Option<&str> = self.tape.of(&[Some("x"), Some("x"), Some("y"), Some("z"), None]);
            if let Some(kind) = kind {
                row.entry(condition.field.clone()).or_insert(kind.into());
            }
        }
        let is_null = self.tape.one_in(5);
        for (at, field) in link.fields.iter().enumerate() {
            if row.contains_key(field) || (is_null && !collection.not_null.contains(field)) {
                continue;
            }
            let value = match &link.to_field {
                Some(name) if name == "handle" => self.identifier("handle", None).into(),
                Some(_) => Value::Integer(1 + self.tape.pick(3) as i64),
                None if target.key.len() > 1 && at == 0 => self.tape.of(&[1_i64, 2]).into(),
                None => {
                    let number = 1 + self.tape.pick(5) as i64;
                    if self.tape.one_in(10) { number.to_string().into() } else { number.into() }
                }
            };
            row.insert(field.clone(), value);
        }
    }

    fn identifier(&mut self, kind: &str, stored: Option<&str>) -> String {
        let who = self.tape.pick(NAMES.len());
        let number = NUMBERS[who];
        match (kind, stored) {
            ("phone", Some("digits")) => number[1..].to_owned(),
            ("phone", Some("any")) if !self.limits.plain_spellings => {
                let (start, end) = number.split_at(6);
                self.tape.of(&[
                    number.to_owned(),
                    number[1..].to_owned(),
                    format!("{start} {end}"),
                    format!("{start}-{end}"),
                ])
            }
            ("phone", _) => number.to_owned(),
            ("email", _) => {
                let usual = format!("{}@example.com", NAMES[who]);
                if !self.limits.plain_spellings && self.tape.one_in(3) { usual.to_uppercase() } else { usual }
            }
            _ => NAMES[who].to_owned(),
        }
    }

    fn request(&mut self, categories: &[Category], has_tenants: bool) -> Request {
        let count = 1 + self.tape.pick(3);
        let identifiers: BTreeSet<(String, String)> = (0..count)
            .map(|_| {
                let kind = self.tape.of(&["handle", "phone", "email"]);
                (kind.to_owned(), self.identifier(kind, None))
            })
            .collect();
        let tenant = (has_tenants && self.tape.one_in(2)).then(|| self.tape.of(&TENANTS).to_string());
        let scope = match self.tape.pick(5) {
            0 => Scope::Categories(vec![self.tape.of(categories).id]),
            1 if tenant.is_some() => Scope::Tenant,
            _ => Scope::Subject,
        };
        Request { identifiers: identifiers.into_iter().collect(), persons: Vec::new(), tenant, scope }
    }
}
