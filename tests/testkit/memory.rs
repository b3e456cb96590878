//! The kit on the adapters in memory, with all and with few capabilities, bare, boxed and shared.

use std::sync::Arc;

use async_trait::async_trait;
use oubliette::adapter::memory::{MemoryLedger, MemoryStore};
use oubliette::port::{Capabilities, Column, Ledger, MemoryNotes, OnDelete, Reference, Schema, Store};
use oubliette::testkit::{Fixture, FixtureError, TableLayout, ledger, store};
use oubliette::value::Value;

use super::{left_out, uphold};

/// Tables of a store in memory, which keep to a schema or take whatever comes.
#[derive(Debug)]
pub struct MemoryFixture {
    pub store: MemoryStore,
    pub described: bool,
}

impl MemoryFixture {
    pub fn new() -> Self {
        let all = Capabilities::FULL.with_folders();
        Self { store: MemoryStore::with_capabilities(all), described: true }
    }
}

#[async_trait]
impl Fixture for MemoryFixture {
    async fn create(&self, tables: &[TableLayout]) -> Result<(), FixtureError> {
        for table in tables {
            // A clone is another handle on the same tables.
            let handle = self.store.clone();
            if self.described {
                let _ = handle.with_described_table(&table.name, &table.key, schema(table, tables));
            } else if table.unique.is_some() || table.refers.is_some() {
                return Err(FixtureError::Cannot("a table without a schema has no constraints".into()));
            } else {
                let _ = handle.with_table(&table.name, &table.key);
            }
        }
        Ok(())
    }

    async fn insert(&self, table: &TableLayout, rows: &[Vec<Value>]) -> Result<(), FixtureError> {
        for row in rows {
            let row = table.fields().into_iter().zip(row.iter().cloned());
            self.store.insert(&table.name, row).map_err(FixtureError::failed)?;
        }
        Ok(())
    }

    async fn rows(&self, table: &TableLayout) -> Result<Vec<Vec<Value>>, FixtureError> {
        let in_order = |row: &std::collections::BTreeMap<String, Value>| {
            table.fields().iter().map(|field| row.get(field).cloned().unwrap_or(Value::Null)).collect()
        };
        Ok(self.store.rows(&table.name).iter().map(in_order).collect())
    }
}

fn schema(table: &TableLayout, all: &[TableLayout]) -> Schema {
    let mut schema = Schema::default();
    for wanted in &table.columns {
        schema.columns.push(Column {
            name: wanted.name.clone(),
            kind: wanted.kind.clone(),
            nullable: wanted.nullable,
            ..Column::default()
        });
    }
    schema.unique = [Some(table.key.clone()), table.unique.clone()].into_iter().flatten().collect();
    for other in all {
        if let Some(refers) = other.refers.as_ref().filter(|refers| refers.table == table.name) {
            schema.referred_by.push(Reference {
                table: other.name.clone(),
                columns: vec![refers.column.clone()],
                to_columns: vec![refers.to_column.clone()],
                on_delete: OnDelete::Refuse,
            });
        }
    }
    schema
}

fn memory() -> (MemoryStore, MemoryFixture) {
    let fixture = MemoryFixture::new();
    (fixture.store.clone(), fixture)
}

mod store_laws {
    oubliette::store_laws!(super::memory());
}

mod ledger_laws {
    oubliette::ledger_laws!(super::MemoryLedger::new());
}

/// Each part is held to its own laws, and notes to theirs without any ledger around them.
mod requests_laws {
    oubliette::requests_laws!(super::MemoryLedger::new());
}

mod leases_laws {
    oubliette::leases_laws!(super::MemoryLedger::new());
}

mod seals_laws {
    oubliette::seals_laws!(super::MemoryLedger::new());
}

mod notes_laws {
    oubliette::notes_laws!(super::MemoryNotes::new());
}

mod holds_laws {
    oubliette::holds_laws!(super::MemoryLedger::new());
}

#[tokio::test]
async fn a_boxed_and_a_shared_store_are_stores() {
    let (bare, fixture) = memory();
    let boxed: Box<dyn Store> = Box::new(bare.clone());
    let shared: Arc<dyn Store> = Arc::new(bare.clone());
    let both: Arc<Box<dyn Store>> = Arc::new(Box::new(bare));
    let stores: [&dyn Store; 3] = [&boxed, &shared, &both];
    for store in stores {
        let verdicts = store::judge(store, &fixture).await;
        uphold(&verdicts);
        assert!(left_out(&verdicts).is_empty());
    }
}

#[tokio::test]
async fn a_boxed_and_a_shared_ledger_are_ledgers() {
    let boxed = ledger::judge(async || Box::new(MemoryLedger::new()) as Box<dyn Ledger>).await;
    let shared = ledger::judge(async || Arc::new(MemoryLedger::new()) as Arc<dyn Ledger>).await;
    for verdicts in [boxed, shared] {
        uphold(&verdicts);
        assert_eq!(verdicts.kept().len(), ledger::laws::<dyn Ledger>().len());
    }
}

#[tokio::test]
async fn clones_are_handles_on_one_ledger() {
    let verdicts = ledger::judge(async || {
        let ledger = MemoryLedger::new();
        ledger::Handles::new(ledger.clone(), [ledger.clone(), ledger])
    })
    .await;
    uphold(&verdicts);
}

#[tokio::test]
async fn tables_without_a_schema_keep_all_laws_but_those_of_constraints() {
    let fixture = MemoryFixture { described: false, ..MemoryFixture::new() };
    let verdicts = store::judge(&fixture.store, &fixture).await;
    uphold(&verdicts);
    assert_eq!(
        left_out(&verdicts),
        ["a_table_is_described_as_it_is", "a_forbidden_erasure_is_an_error", "a_forbidden_mask_is_an_error"]
    );
}

#[tokio::test]
async fn a_store_that_can_do_little_keeps_the_laws_of_the_little() {
    let mut without_links = Capabilities::FULL;
    without_links.links = false;
    for capabilities in [
        without_links,
        Capabilities::MINIMAL,
        Capabilities::MINIMAL.without_masks(),
        Capabilities::FULL.without_masks(),
    ] {
        let store = MemoryStore::with_capabilities(capabilities);
        let verdicts = store::judge(&store, &MemoryFixture { store: store.clone(), described: true }).await;
        uphold(&verdicts);
        let beyond = |law: &&store::StoreLaw| capabilities.lacking(law.needs).is_some();
        let expected: Vec<_> = store::laws().iter().filter(beyond).map(|law| law.name).collect();
        assert_eq!(left_out(&verdicts), expected);
    }
}
