//! What an erasure leaves, worked out record by record from the data map's rules.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, TimeDelta, Utc};
use oubliette::value::Value;

use super::memory::kept_links;
use super::model::{
    Collection, Disposition, EVENTS, Field, Link, Mask, Row, Scope, Tables, World, covers, value,
};
use super::person::{Id, Records};

/// Stands for a fresh token: any text that was not there before.
pub const TOKEN: &str = "«token»";

/// What becomes of a record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fate {
    /// Not the subject's: it only lets go.
    Foreign,
    Erase,
    Anonymize,
    /// Kept for a ground that has not ended.
    Keep,
    /// Suspended by a legal hold.
    Held,
    /// Nothing is to go of it, and a legal hold keeps it from letting go.
    Guarded,
    /// Of a category that the request is not about.
    Outside,
    /// To be erased, but something that stays keeps pointing to it.
    Shell,
}

/// What the reference expects of one request.
#[derive(Debug)]
pub struct Expected {
    pub tables: Tables,
    /// How many records of each collection have which fate.
    pub fates: BTreeMap<String, Vec<Fate>>,
    pub is_changed: bool,
}

impl Expected {
    pub fn count(&self, collection: &str, fate: Fate) -> u64 {
        self.fates.get(collection).map_or(0, |fates| fates.iter().filter(|it| **it == fate).count() as u64)
    }

    pub fn has(&self, fate: Fate) -> bool {
        self.fates.values().flatten().any(|it| *it == fate)
    }
}

/// What the request leaves, as of `now`.
pub fn expected(world: &World, now: DateTime<Utc>) -> Expected {
    let records = Records::new(world);
    let subjects = subjects(&records);
    let mut case = Case { world, records, subjects, fates: Vec::new(), now };
    case.fates = (0..case.records.all.len()).map(|id| case.fate(id)).collect();
    case.keep_shells();
    let mut tables: Tables = world.tables.clone();
    let mut erased: BTreeMap<&str, BTreeSet<usize>> = BTreeMap::new();
    let mut fates: BTreeMap<String, Vec<Fate>> = BTreeMap::new();
    for (id, record) in case.records.all.iter().enumerate() {
        fates.entry(world.collections[record.collection].name.clone()).or_default().push(case.fates[id]);
        match case.after(id) {
            Some(row) => tables.get_mut(&record.table).unwrap()[record.at] = row,
            None => drop(erased.entry(&record.table).or_default().insert(record.at)),
        }
    }
    for (table, gone) in erased {
        let mut at = 0..;
        tables.get_mut(table).unwrap().retain(|_| !gone.contains(&at.next().unwrap()));
    }
    let is_changed = tables != world.tables;
    Expected { tables, fates, is_changed }
}

/// The records that are the subject's, and nobody else's: of a person, or of a tenant.
fn subjects(records: &Records<'_>) -> BTreeSet<Id> {
    let world = records.world;
    let ids = 0..records.all.len();
    let wanted = world.request.tenant.as_ref();
    let is_guarded = |id: Id| {
        let tenant = records.tenant(id);
        wanted.is_none() || tenant.is_none() || tenant.as_ref() == wanted
    };
    if world.request.scope == Scope::Tenant {
        let tenants = records.tenants();
        let only: BTreeSet<String> = wanted.cloned().into_iter().collect();
        let contained = |id: &Id| tenants[*id] == only;
        return closed(records, ids.filter(contained).collect(), is_guarded);
    }
    let owners = records.owners();
    let person = records.person(&owners);
    let is_own = |id: &Id| !owners[*id].is_empty() && owners[*id].is_subset(&person) && is_guarded(*id);
    closed(records, ids.filter(is_own).collect(), is_guarded)
}

/// Adds the records that go with what they point to.
fn closed(records: &Records<'_>, mut own: BTreeSet<Id>, is_guarded: impl Fn(Id) -> bool) -> BTreeSet<Id> {
    loop {
        let goes = |id: &Id| {
            !own.contains(id)
                && is_guarded(*id)
                && records.links(*id).any(|(link, targets)| {
                    link.release == super::model::Release::EraseRecord
                        && targets.iter().any(|it| own.contains(it))
                })
        };
        let more: Vec<Id> = (0..records.all.len()).filter(goes).collect();
        if more.is_empty() {
            return own;
        }
        own.extend(more);
    }
}

struct Case<'a> {
    world: &'a World,
    records: Records<'a>,
    subjects: BTreeSet<Id>,
    fates: Vec<Fate>,
    now: DateTime<Utc>,
}

impl Case<'_> {
    fn is_held(&self, category: &str) -> bool {
        self.world.holds.iter().any(|held| covers(held, category))
    }

    fn is_asked(&self, category: &str) -> bool {
        match &self.world.request.scope {
            Scope::Categories(asked) => asked.iter().any(|it| covers(it, category)),
            Scope::Subject | Scope::Tenant => true,
        }
    }

    /// What a category says of a collection's row today: erase, anonymize or keep.
    fn disposed(&self, category: &str, collection: &Collection, row: &Row) -> Fate {
        match &self.world.category(category).disposition {
            Disposition::Erase => Fate::Erase,
            Disposition::Anonymize => Fate::Anonymize,
            Disposition::Retain { grounds, then_erase } => {
                let has_ended = |days: i64, event: &str| {
                    let at = EVENTS.iter().position(|(name, _)| *name == event).unwrap();
                    let Some(event) = collection.times[at].read(&value(row, EVENTS[at].1)) else {
                        return false;
                    };
                    // The period ends with its last day.
                    let last_day = event.date_naive() + TimeDelta::days(days);
                    last_day < self.now.date_naive()
                };
                match grounds.iter().all(|ground| has_ended(ground.days, ground.event)) {
                    false => Fate::Keep,
                    true if *then_erase => Fate::Erase,
                    true => Fate::Anonymize,
                }
            }
        }
    }

    /// What becomes of a record by its own category.
    fn fate(&self, id: Id) -> Fate {
        let collection = self.records.collection(id);
        let category = &collection.category;
        // A record that holds something of a category under a hold is not touched at all.
        let mut categories =
            collection.fields.iter().filter_map(|field| field.category.as_ref()).chain([category]);
        let is_held = categories.any(|it| self.is_held(it));
        match (self.subjects.contains(&id), self.is_asked(category)) {
            (true, true) if is_held => Fate::Held,
            (true, true) => self.disposed(category, collection, self.records.row(id)),
            _ if is_held => Fate::Guarded,
            (false, _) => Fate::Foreign,
            (true, false) => Fate::Outside,
        }
    }

    /// Turns into shells what cannot go because something that stays keeps pointing to it.
    fn keep_shells(&mut self) {
        loop {
            let pinned: BTreeSet<Id> =
                (0..self.fates.len()).flat_map(|id| self.pins(id)).filter(|it| self.goes(*it)).collect();
            let stuck = if pinned.is_empty() { self.stuck() } else { pinned };
            if stuck.is_empty() {
                return;
            }
            stuck.into_iter().for_each(|id| self.fates[id] = Fate::Shell);
        }
    }

    /// Records that would go but cannot, in whatever order: circles, and what they point to.
    fn stuck(&self) -> BTreeSet<Id> {
        let mut left: BTreeSet<Id> = (0..self.fates.len()).filter(|id| self.goes(*id)).collect();
        loop {
            let pointed: BTreeSet<Id> = left.iter().flat_map(|id| self.hard(*id)).collect();
            let before = left.len();
            left.retain(|id| pointed.contains(id));
            if left.len() == before {
                return left;
            }
        }
    }

    fn goes(&self, id: Id) -> bool {
        self.fates[id] == Fate::Erase
    }

    /// The records that a record which stays keeps from going.
    fn pins(&self, id: Id) -> Vec<Id> {
        match self.fates[id] {
            Fate::Erase => Vec::new(),
            Fate::Held | Fate::Guarded => {
                let mut all: Vec<Id> =
                    self.records.links(id).flat_map(|(_, targets)| targets).copied().collect();
                all.extend(self.hard(id));
                all
            }
            _ => self.hard(id),
        }
    }

    /// The records to which a record points by links that cannot let go.
    fn hard(&self, id: Id) -> Vec<Id> {
        let collection = self.records.collection(id);
        let mut hard: Vec<Id> = self
            .records
            .links(id)
            .filter(|(link, _)| link.is_hard(collection) && !self.dangles(link))
            .flat_map(|(_, targets)| targets)
            .copied()
            .collect();
        if let (Some(_), Some(tenant)) = (&collection.tenant, self.records.tenant(id)) {
            let is_root = |it: &Id| self.records.collection(*it).tenant_root;
            let named = |it: &Id| self.records.tenant(*it).as_ref() == Some(&tenant);
            hard.extend((0..self.records.all.len()).filter(is_root).filter(named));
        }
        hard.retain(|it| *it != id);
        hard
    }

    /// Whether a link may lead nowhere: it keeps its value on purpose, and the schema has no foreign key there.
    fn dangles(&self, link: &Link) -> bool {
        let is_enforced = || kept_links(self.world).into_iter().any(|(_, kept, _)| std::ptr::eq(kept, link));
        link.keeps_its_value() && self.world.described && !is_enforced()
    }

    /// The record afterwards; `None` where it is gone.
    fn after(&self, id: Id) -> Option<Row> {
        let (collection, before) = (self.records.collection(id), self.records.row(id));
        let mut row = before.clone();
        let is_own = |it: &Id| self.subjects.contains(it);
        // A record of theirs that nothing is done to stays, and so do other people's links to it.
        let is_left =
            |it: &Id| is_own(it) && !matches!(self.fates[*it], Fate::Outside | Fate::Held | Fate::Guarded);
        let goes = |it: &Id| matches!(self.fates[*it], Fate::Erase | Fate::Shell);
        match self.fates[id] {
            Fate::Erase => return None,
            Fate::Held | Fate::Guarded => {}
            Fate::Foreign => self.let_go(id, &mut row, is_left),
            Fate::Anonymize => {
                mask_identifiers(collection, &mut row);
                for field in collection.fields.iter().filter(|it| it.category.is_none() && !it.keep) {
                    mask(field, &mut row);
                }
                self.mask_others(collection, before, &mut row);
                self.let_go(id, &mut row, is_own);
            }
            Fate::Outside => {
                self.mask_others(collection, before, &mut row);
                self.let_go(id, &mut row, is_left);
            }
            Fate::Keep => {
                self.mask_others(collection, before, &mut row);
                self.let_go(id, &mut row, goes);
            }
            Fate::Shell => {
                if self.world.described {
                    self.empty(collection, &mut row);
                }
                mask_identifiers(collection, &mut row);
                collection.fields.iter().filter(|it| !it.keep).for_each(|field| mask(field, &mut row));
                // What others point to holds it in its place.
                let links = self.world.collections.iter().flat_map(|it| &it.links);
                for field in links.filter(|it| it.to == collection.name).filter_map(|it| it.to_field.as_ref())
                {
                    if let Some(value) = before.get(field) {
                        row.insert(field.clone(), value.clone());
                    }
                }
                self.let_go(id, &mut row, is_own);
            }
        }
        Some(row)
    }

    /// Takes every column of a described table out of a shell but what keeps it in its place.
    fn empty(&self, collection: &Collection, row: &mut Row) {
        let mut stays: BTreeSet<&str> =
            collection.key.iter().chain(&collection.tenant).map(String::as_str).collect();
        stays.extend(collection.only.iter().map(|it| it.field.as_str()));
        stays.extend(collection.fields.iter().map(|it| it.name.as_str()));
        for link in &collection.links {
            stays.extend(link.fields.iter().map(String::as_str));
            stays.extend(link.only.iter().map(|it| it.field.as_str()));
        }
        let links = || self.world.collections.iter().flat_map(|it| &it.links);
        stays.extend(links().filter(|it| it.to == collection.name).filter_map(|it| it.to_field.as_deref()));
        // What tells that its periods have ended tells that it is one of the shells.
        let category = self.world.categories.iter().find(|it| it.id == collection.category);
        if let Some(Disposition::Retain { grounds, .. }) = category.map(|it| &it.disposition) {
            let is_counted = |event: &str| grounds.iter().any(|ground| ground.event == event);
            stays.extend(EVENTS.iter().filter(|(event, _)| is_counted(event)).map(|(_, field)| *field));
        }
        let here = self.world.collections.iter().filter(|it| it.table == collection.table);
        let mut columns: BTreeSet<String> = here.flat_map(|it| it.field_names()).collect();
        columns.extend(self.world.tables[&collection.table].iter().flat_map(|row| row.keys().cloned()));
        let to_others = |name: &str| {
            self.world.collections.iter().any(|it| it.table == collection.table && it.name == name)
        };
        columns.extend(links().filter(|it| to_others(&it.to)).filter_map(|it| it.to_field.clone()));
        for column in columns.into_iter().filter(|it| !stays.contains(it.as_str())) {
            row.insert(column, Value::Null);
        }
    }

    /// Fields that follow a category of their own.
    fn mask_others(&self, collection: &Collection, before: &Row, row: &mut Row) {
        for field in &collection.fields {
            let Some(category) = &field.category else { continue };
            let stays = !self.is_asked(category)
                || self.is_held(category)
                || self.disposed(category, collection, before) == Fate::Keep;
            if !stays {
                mask(field, row);
            }
        }
    }

    fn let_go(&self, id: Id, row: &mut Row, is_left: impl Fn(&Id) -> bool) {
        let collection = self.records.collection(id);
        let left = self.records.links(id).filter(|(_, targets)| targets.iter().any(&is_left));
        let cleared: Vec<String> = left.flat_map(|(link, _): (&Link, _)| link.clears(collection)).collect();
        for field in cleared {
            row.insert(field, Value::Null);
        }
    }
}

/// Identifiers that are not declared as fields are masked with null.
fn mask_identifiers(collection: &Collection, row: &mut Row) {
    let is_declared = |name: &str| collection.fields.iter().any(|field| field.name == name);
    for identifier in collection.identifiers.iter().filter(|it| !is_declared(&it.field)) {
        row.insert(identifier.field.clone(), Value::Null);
    }
}

fn mask(field: &Field, row: &mut Row) {
    let masked = match &field.mask {
        Mask::Null => Value::Null,
        Mask::Constant(text) => text.as_str().into(),
        Mask::Token => TOKEN.into(),
    };
    row.insert(field.name.clone(), masked);
}
