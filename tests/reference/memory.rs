//! Worlds on the memory adapter.

use std::collections::BTreeSet;

use oubliette::adapter::memory::{MemoryLedger, MemoryStore};
use oubliette::engine::EngineBuilder;
use oubliette::port::{Capabilities, Column, ColumnKind, MasterKey, OnDelete, Reference, Schema};

use super::model::{Collection, Link, Row, Tables, World, value};
use super::stage::{Scene, Stage};

pub struct Memory;

impl Stage for Memory {
    type Scene = MemoryStore;

    fn block_on<F: Future>(&self, future: F) -> F::Output {
        tokio::runtime::Builder::new_current_thread().build().unwrap().block_on(future)
    }

    async fn set(&self, world: &World, capabilities: Capabilities) -> Result<MemoryStore, String> {
        Ok(fill(world, capabilities))
    }

    fn forms(&self, _: &World, tables: &Tables) -> Tables {
        tables.clone()
    }
}

impl Scene for MemoryStore {
    fn equip(&self, engine: EngineBuilder) -> EngineBuilder {
        engine
            .with_store("crm", self.clone())
            .with_ledger(MemoryLedger::new())
            .with_keys(MasterKey::new([7; 32]))
    }

    async fn tables(&self, world: &World) -> Result<Tables, String> {
        let rows = |table: &String| {
            self.rows(table)
                .into_iter()
                .map(|row| row.into_iter().filter(|(_, value)| !value.is_null()).collect())
                .collect()
        };
        Ok(world.tables.keys().map(|table| (table.clone(), rows(table))).collect())
    }
}

fn fill(world: &World, capabilities: Capabilities) -> MemoryStore {
    let mut store = MemoryStore::with_capabilities(capabilities);
    for (table, rows) in &world.tables {
        let Some(collection) = world.collections.iter().find(|it| it.table == *table) else {
            continue;
        };
        store = if world.described {
            store.with_described_table(table, collection.key.clone(), schema(world, table))
        } else {
            store.with_table(table, collection.key.clone())
        };
        for row in rows {
            store.insert(table, row.clone()).unwrap();
        }
    }
    store
}

fn schema(world: &World, table: &str) -> Schema {
    let here: Vec<&Collection> = world.collections.iter().filter(|it| it.table == table).collect();
    let mut names: BTreeSet<String> = here.iter().flat_map(|it| it.field_names()).collect();
    for row in &world.tables[table] {
        names.extend(row.keys().cloned());
    }
    // A link may point to a field that its target's own entry in the map does not name.
    for link in world.collections.iter().flat_map(|it| &it.links) {
        let is_here = here.iter().any(|it| it.name == link.to);
        names.extend(link.to_field.iter().filter(|_| is_here).cloned());
    }
    let is_nullable =
        |name: &String| here.iter().all(|it| !it.key.contains(name) && !it.not_null.contains(name));
    let columns = names
        .iter()
        .map(|name| Column {
            name: name.clone(),
            kind: ColumnKind::Other,
            nullable: is_nullable(name),
            ..Column::default()
        })
        .collect();
    let key = here[0].key.clone();
    Schema {
        columns,
        unique: vec![key.clone()],
        indexes: vec![key],
        referred_by: references(world, &here),
        ..Schema::default()
    }
}

/// Foreign keys for the plain links to a table, where the rows keep to them.
fn references(world: &World, here: &[&Collection]) -> Vec<Reference> {
    let [target] = here else { return Vec::new() };
    kept_links(world)
        .into_iter()
        .filter(|(_, _, to)| to.name == target.name)
        .map(|(from, link, to)| Reference {
            table: from.table.clone(),
            columns: link.fields.clone(),
            to_columns: to.key.clone(),
            on_delete: OnDelete::Refuse,
        })
        .collect()
}

/// The links that could be foreign keys: from and to whole tables, and kept to by all rows.
pub fn kept_links(world: &World) -> Vec<(&Collection, &Link, &Collection)> {
    let is_whole = |it: &&Collection| {
        it.only.is_empty() && world.collections.iter().filter(|other| other.table == it.table).count() == 1
    };
    let texts = |row: &Row, fields: &[String]| -> Option<Vec<String>> {
        fields.iter().map(|field| value(row, field).to_text()).collect()
    };
    let mut kept = Vec::new();
    for from in world.collections.iter().filter(|it| it.only.is_empty()) {
        for link in from.links.iter().filter(|it| it.to_field.is_none() && it.only.is_empty()) {
            let target = world.collections.iter().find(|it| it.name == link.to);
            let Some(to) = target.filter(is_whole) else { continue };
            let is_kept = |row: &Row| {
                let wanted = texts(row, &link.fields);
                wanted.is_none() || world.tables[&to.table].iter().any(|it| texts(it, &to.key) == wanted)
            };
            if world.tables[&from.table].iter().all(is_kept) {
                kept.push((from, link, to));
            }
        }
    }
    kept
}
