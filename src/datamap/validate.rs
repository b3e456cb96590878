//! What a data map must keep to be used: names that are unique and lead somewhere, links that fit their targets,
//! and no row that counts twice.
//!
//! The map may come from a file or from Rust; policies and live schemas are compared with it elsewhere.

use std::cell::Cell;
use std::collections::{HashMap, HashSet};

use super::draft::{CollectionDraft, MapDraft, Placed};
use super::names::{counted, field_name, field_names, is_name, not_a_kind, not_a_name, target_words};
use super::{
    Cleared, Collection, DataMap, Link, Role, StoreKind, StoreName, answers, letting_go, names, parts,
    polymorphic, reach,
};
use crate::finding::{At, Findings};
use crate::text::document::Sheet;
use crate::text::{advice, is_word, nearest, quoted};
use crate::value::Condition;

/// The store of a map that names none.
const ONLY_STORE: &str = "crm";
/// The key of an object, where the map names no other.
const OBJECT_KEY: &str = "key";

/// The best map that can be made of a draft, and everything that is wrong with it.
pub(super) fn judged(draft: MapDraft, mut sheet: Sheet) -> (DataMap, Findings) {
    let mut map = judge(draft, &mut sheet);
    let findings = sheet.into_findings();
    map.warnings.extend(findings.warnings().cloned());
    (map, findings)
}

fn judge(draft: MapDraft, sheet: &mut Sheet) -> DataMap {
    let mut stores = stores(&draft, sheet);
    let scope = Scope::new(&stores, &draft, sheet);
    let is_whole = !sheet.is_broken(&At::whole().key("collection"));
    if draft.collections.is_empty() && is_whole {
        let remedy = "write a [[collection]] for each table, bucket or index that holds personal data";
        sheet.error(&At::whole(), "", "no collection: there is nothing to erase", remedy);
    }
    names::of_collections(&draft.collections, sheet);
    for (index, collection) in draft.collections.iter().enumerate() {
        scope.collection(index, collection, sheet);
    }
    scope.overlaps(sheet);
    scope.shared_objects(sheet);
    if !draft.collections.is_empty() && is_whole {
        reach::check(&draft.collections, sheet);
    }
    let Scope { homes, keys, .. } = scope;
    answers::check(draft.answers, &mut stores, &draft.collections, &homes, sheet);
    let placed = draft.collections.into_iter().zip(homes.into_iter().zip(keys));
    let collections =
        placed.filter_map(|(collection, (home, key))| finished(collection, home, key)).collect();
    DataMap { stores, collections, warnings: Findings::new() }
}

/// The collection, unless its name or its category could not be read.
fn finished(collection: CollectionDraft, home: Option<usize>, key: Vec<String>) -> Option<Collection> {
    if collection.name.is_empty() {
        return None;
    }
    let cleared: Vec<Vec<Cleared>> =
        collection.links.iter().map(|link| letting_go::clears(&collection, &key, &link.item)).collect();
    let table = collection.table_name().to_owned();
    let links = bare(collection.links).into_iter().zip(cleared);
    Some(Collection {
        table,
        name: collection.name,
        formerly: collection.formerly,
        store: home.unwrap_or_default(),
        only: collection.only,
        key,
        category: collection.category?,
        tenant: collection.tenant,
        tenant_root: collection.tenant_root,
        subject: collection.subject,
        identifiers: bare(collection.identifiers),
        events: bare(collection.events),
        fields: bare(collection.fields),
        links: links.map(|(link, clears)| Link { clears, ..link }).collect(),
    })
}

fn bare<T>(placed: Vec<Placed<T>>) -> Vec<T> {
    placed.into_iter().map(|placed| placed.item).collect()
}

fn stores(draft: &MapDraft, sheet: &mut Sheet) -> Vec<StoreName> {
    if draft.stores.is_empty() {
        return vec![StoreName { name: ONLY_STORE.to_owned(), kind: StoreKind::Sql, answers: Vec::new() }];
    }
    let stores: Vec<StoreName> = draft.stores.iter().map(|placed| placed.item.clone()).collect();
    let natural = natural_store(&stores).and_then(|index| stores.get(index)).map(|store| store.name.as_str());
    let mut seen = HashSet::new();
    for Placed { at, item } in &draft.stores {
        if !is_name(&item.name) {
            not_a_name(at, &item.name, "a store", sheet);
        }
        if !seen.insert(item.name.as_str()) {
            sheet.error(at, &item.name, "two stores of this name", "give each store its own name");
        }
        let used = |collection: &CollectionDraft| match &collection.store {
            Some(name) => *name == item.name || !stores.iter().any(|store| store.name == *name),
            None => natural.is_none_or(|name| name == item.name),
        };
        if !draft.collections.is_empty() && !draft.collections.iter().any(used) {
            let remedy = "leave it out, or write it as the `store` of the collections that lie in it";
            sheet.warning(at, &item.name, "a store that no collection lies in", remedy);
        }
    }
    stores
}

/// Where a collection lies that does not say: in the only store, or in the only database beside stores of other kinds.
fn natural_store(stores: &[StoreName]) -> Option<usize> {
    let mut databases = (0..).zip(stores).filter(|(_, store)| store.kind == StoreKind::Sql);
    match (stores.len(), databases.next(), databases.next()) {
        (1, _, _) => Some(0),
        (_, Some((index, _)), None) => Some(index),
        _ => None,
    }
}

fn holds_objects(stores: &[StoreName], home: Option<usize>) -> bool {
    home.and_then(|index| stores.get(index)).is_some_and(|store| store.kind == StoreKind::Objects)
}

/// What a collection's rules look up about the rest of the map.
struct Scope<'a> {
    stores: &'a [StoreName],
    collections: &'a [CollectionDraft],
    /// Whether the file's reader has already reported a store that it could not read.
    unread_stores: bool,
    by_name: HashMap<&'a str, usize>,
    /// Each collection's store, where it is known.
    homes: Vec<Option<usize>>,
    /// Each collection's key; empty where it is not known.
    keys: Vec<Vec<String>>,
    /// How many times it was asked what somebody meant, which is looked for among all names.
    meanings: Cell<usize>,
}

/// So many names of no collection are compared with those that there are.
const MAX_MEANINGS: usize = 20;

impl<'a> Scope<'a> {
    fn new(stores: &'a [StoreName], draft: &'a MapDraft, sheet: &Sheet) -> Self {
        let collections = draft.collections.as_slice();
        let mut by_name = HashMap::new();
        for (index, collection) in collections.iter().enumerate() {
            by_name.entry(collection.name.as_str()).or_insert(index);
        }
        let natural = natural_store(stores);
        let home = |collection: &CollectionDraft| match &collection.store {
            Some(name) => stores.iter().position(|store| store.name == *name),
            None => natural,
        };
        let homes: Vec<Option<usize>> = collections.iter().map(home).collect();
        let keys = collections
            .iter()
            .zip(&homes)
            .map(|(collection, home)| match &collection.key {
                Some(key) => key.clone(),
                None if holds_objects(stores, *home) && !collection.is_broken("key", sheet) => {
                    vec![OBJECT_KEY.to_owned()]
                }
                None => Vec::new(),
            })
            .collect();
        let is_unread = |at: &At| sheet.is_unreadable(at) || sheet.is_unreadable(&at.key("kind"));
        let unread_stores =
            is_unread(&At::whole().key("stores")) || draft.stores.iter().any(|store| is_unread(&store.at));
        Self { stores, collections, unread_stores, by_name, homes, keys, meanings: Cell::new(0) }
    }

    fn key(&self, index: usize) -> &[String] {
        self.keys.get(index).map_or(&[], Vec::as_slice)
    }

    /// Whether a collection's records are known to be objects.
    fn is_object(&self, index: usize) -> bool {
        let home = self.homes.get(index).copied().flatten();
        !self.unread_stores && holds_objects(self.stores, home)
    }

    fn collection(&self, index: usize, collection: &CollectionDraft, sheet: &mut Sheet) {
        let key = self.key(index);
        self.store(index, collection, sheet);
        if let Some(table) = &collection.table {
            field_name(table, &collection.at.key("table"), "a table", sheet);
        }
        self.key_rules(index, collection, sheet);
        parts::conditions(&collection.only, &collection.at.key("where"), sheet);
        parts::tenant(collection, key, sheet);
        if let Some(kind) = &collection.subject {
            let at = collection.at.key("subject");
            if !is_word(kind) {
                not_a_kind(&at, kind, sheet);
            }
        }
        parts::identifiers(collection, sheet);
        parts::events(collection, sheet);
        parts::fields(collection, key, sheet);
        for link in &collection.links {
            self.link(index, collection, link, sheet);
        }
    }

    fn store(&self, index: usize, collection: &CollectionDraft, sheet: &mut Sheet) {
        if self.unread_stores
            || collection.is_broken("store", sheet)
            || self.homes.get(index).is_some_and(Option::is_some)
        {
            return;
        }
        let names = self.stores.iter().map(|store| store.name.as_str());
        match &collection.store {
            Some(name) => {
                let problem = "no store has this name";
                sheet.error(&collection.at.key("store"), name, problem, advice(name, names));
            }
            None => {
                let remedy = format!("write store = \"…\", one of {}", quoted(names));
                let problem = "`store` is missing, and there are several stores that it could be";
                sheet.error(&collection.at, "", problem, remedy);
            }
        }
    }

    fn key_rules(&self, index: usize, collection: &CollectionDraft, sheet: &mut Sheet) {
        if collection.is_broken("key", sheet) {
            return;
        }
        let at = collection.at.key("key");
        match &collection.key {
            Some(key) if key.is_empty() => {
                sheet.error(&at, "[]", "a key without fields", "name the fields that identify a record");
            }
            Some(key) => {
                field_names(key, &at, sheet);
                if key.len() > 1 && self.is_object(index) {
                    let problem = "an object is told from others by one field, its key";
                    sheet.error(&at, key.join(", "), problem, "name one field, or leave `key` out");
                }
                if collection.tenant_root && key.len() > 1 {
                    let problem = "a tenant with a key of several fields, which no `tenant` field can hold";
                    sheet.error(&at, key.join(", "), problem, "name the one field that tenant fields hold");
                }
            }
            None if self.key(index).is_empty() && !self.may_hold_objects(index) => {
                let remedy = "write key = \"…\", the field or the list of fields that identify a record";
                sheet.error(&collection.at, "", "`key` is missing", remedy);
            }
            None => {}
        }
    }

    /// Whether the collection's store is not known, and may turn out to be one where the key has a default.
    fn may_hold_objects(&self, index: usize) -> bool {
        let is_known = self.homes.get(index).is_some_and(Option::is_some);
        !is_known && self.stores.iter().any(|store| store.kind == StoreKind::Objects)
    }

    fn link(&self, index: usize, collection: &CollectionDraft, link: &Placed<Link>, sheet: &mut Sheet) {
        let key = self.key(index);
        let Placed { at, item: link } = link;
        let is_object = self.is_object(index);
        if link.by_prefix && !self.unread_stores && self.homes.get(index).is_some_and(Option::is_some) {
            parts::prefix(is_object, key, link, at, sheet);
        }
        if link.is_list {
            parts::list(collection, key, link, at, sheet);
        }
        if link.fields.is_empty() {
            sheet.error(at, "[]", "a link without a field", "name the field that points");
        }
        field_names(&link.fields, at, sheet);
        field_names(&link.to.fields, at, sheet);
        parts::conditions(&link.only, &at.key("where"), sheet);
        letting_go::check(collection, key, link, is_object, at, sheet);
        polymorphic::check(collection, link, at, sheet);
        let Some(target) = self.by_name.get(link.to.collection.as_str()) else {
            let remedy = self.meant(link);
            sheet.error(at, target_words(link), "a link to a collection that is not there", remedy);
            return;
        };
        if link.role == Role::SamePerson {
            self.two_subjects(collection, link, *target, at, sheet);
        }
        let (wanted, of) = match link.to.fields.as_slice() {
            [] => (self.key(*target), "the key of"),
            named => (named, "the fields that it names of"),
        };
        if !wanted.is_empty() && !link.fields.is_empty() && wanted.len() != link.fields.len() {
            let problem = format!(
                "{} cannot point to {of} `{}`, {}",
                counted(&link.fields),
                link.to.collection,
                counted(wanted),
            );
            let remedy = format!(
                "name as many fields as {}, in the same order, or point to one field with of = \"{}.…\"",
                quoted(wanted),
                link.to.collection,
            );
            sheet.error(at, link.fields.join(", "), problem, remedy);
        }
    }

    /// Only people can be the same person.
    fn two_subjects(
        &self,
        collection: &CollectionDraft,
        link: &Link,
        target: usize,
        at: &At,
        sheet: &mut Sheet,
    ) {
        let is_somebody = |one: &CollectionDraft| one.subject.is_some() || one.is_broken("subject", sheet);
        let both = [Some(collection), self.collections.get(target)];
        if let Some(nobody) = both.into_iter().flatten().find(|one| !is_somebody(one)) {
            let problem = format!("records of `{}` are no people, and so nobody's same person", nobody.name);
            let remedy =
                "write `subject` there where its records are people, or `owned_by` where they belong to one";
            sheet.error(at, target_words(link), problem, remedy);
        }
    }

    /// What somebody probably meant who wrote the name of no collection: a similar name, or a table's.
    fn meant(&self, link: &Link) -> String {
        // Who has so many of them wrong has no typo, and nobody reads on.
        let so_far = self.meanings.get();
        self.meanings.set(so_far.saturating_add(1));
        if so_far >= MAX_MEANINGS {
            return "write the name of a collection".to_owned();
        }
        let names = || self.collections.iter().map(|collection| collection.name.as_str());
        let words = target_words(link);
        let of_table = |table: &str| {
            self.collections.iter().find(|collection| collection.table.as_deref() == Some(table))
        };
        if let Some(collection) = of_table(&words).or_else(|| of_table(&link.to.collection)) {
            return format!("write `{}`, the name of the collection in that table", collection.name);
        }
        match nearest(&words, names()) {
            Some(name) => format!("write `{name}`"),
            None => advice(&link.to.collection, names()),
        }
    }

    /// Nothing but conditions tells the objects of one store apart, whatever `table` says. Where the rows of two
    /// collections name one object, neither knows of the other's owners.
    fn shared_objects(&self, sheet: &mut Sheet) {
        let mut by_store: HashMap<usize, Vec<&CollectionDraft>> = HashMap::new();
        for (index, (collection, home)) in self.collections.iter().zip(&self.homes).enumerate() {
            let Some(home) = home.filter(|_| self.is_object(index)) else { continue };
            let earlier = by_store.entry(home).or_default();
            let meets = |other: &&&CollectionDraft| {
                other.table_name() != collection.table_name() && !are_disjoint(&other.only, &collection.only)
            };
            if let Some(other) = earlier.iter().find(meets) {
                let problem = format!(
                    "an object that rows of this collection name and rows of `{}` as well is erased with either, whoever the other's owner is",
                    other.name,
                );
                let remedy = "make one collection of them, with a link to each kind of row, unless no object is in both";
                sheet.warning(&collection.at, &collection.name, problem, remedy);
            }
            earlier.push(collection);
        }
    }

    /// Two collections of one table must be told apart by their conditions, or a row would be counted twice.
    fn overlaps(&self, sheet: &mut Sheet) {
        let mut by_table: HashMap<(usize, &str), Vec<&CollectionDraft>> = HashMap::new();
        for (collection, home) in self.collections.iter().zip(&self.homes) {
            let readable =
                !["store", "table", "where", "name"].iter().any(|key| collection.is_broken(key, sheet));
            if let (Some(home), true) = (home, readable) {
                let earlier = by_table.entry((*home, collection.table_name())).or_default();
                if let Some(other) = earlier.iter().find(|other| {
                    other.name != collection.name && !are_disjoint(&other.only, &collection.only)
                }) {
                    let problem = format!(
                        "the same rows of table `{}` may be in collection `{}` as well, and would count twice",
                        collection.table_name(),
                        other.name,
                    );
                    let remedy = "write a `where` on both, on the same field and with no value in common";
                    sheet.error(&collection.at, &collection.name, problem, remedy);
                }
                earlier.push(collection);
            }
        }
    }
}

/// Whether no row can meet both: some field of both has no value that both allow.
pub(super) fn are_disjoint(left: &[Condition], right: &[Condition]) -> bool {
    left.iter().any(|one| right.iter().any(|other| one.field == other.field && one.excludes(other)))
}
