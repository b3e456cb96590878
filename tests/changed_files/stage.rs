//! Where rows and ledger lie: in memory, or in SQLite.

use std::sync::Arc;

use oubliette::adapter::memory::{MemoryLedger, MemoryStore};
use oubliette::port::{Column, Ledger, OnDelete, Reference, Schema, Seals as _, Store};
use oubliette::request::RequestId;
use oubliette::value::Value;

use super::rows::{Row, Rows, TABLES, columns, is_number};

/// Rows and a ledger, fresh.
pub trait Stage: Sized {
    /// Every how manieth place to die at is tried.
    const STRIDE: usize;

    async fn set() -> Self;

    fn store(&self) -> Arc<dyn Store>;

    fn ledger(&self) -> Arc<dyn Ledger>;

    async fn rows(&self) -> Rows;

    /// Under which names something is sealed for a request, apart from what is noted of kept records. Where nobody can
    /// tell the names, these are looked at.
    async fn sealed(&self, id: RequestId) -> Vec<String>;
}

pub struct Memory {
    store: MemoryStore,
    ledger: MemoryLedger,
}

impl Stage for Memory {
    const STRIDE: usize = 1;

    async fn set() -> Self {
        let mut store = MemoryStore::new();
        for (table, _) in TABLES {
            store = match *table {
                "addresses" | "invoices" => store.with_described_table(*table, ["id"], described(table)),
                _ => store.with_table(*table, ["id"]),
            };
        }
        for ((table, _), row) in Rows::before().0 {
            store.insert(table, row.iter().map(|(field, cell)| (*field, value(field, cell)))).unwrap();
        }
        Self { store, ledger: MemoryLedger::new() }
    }

    fn store(&self) -> Arc<dyn Store> {
        Arc::new(self.store.clone())
    }

    fn ledger(&self) -> Arc<dyn Ledger> {
        Arc::new(self.ledger.clone())
    }

    async fn rows(&self) -> Rows {
        let tables = TABLES.iter().flat_map(|(table, _)| {
            self.store.rows(table).into_iter().map(|row| {
                let text = |field: &'static str| (field, row.get(field).and_then(Value::to_text));
                let row: Row = columns(table).into_iter().map(text).collect();
                ((*table, row["id"].as_ref().unwrap().parse().unwrap()), row)
            })
        });
        Rows(tables.collect())
    }

    async fn sealed(&self, id: RequestId) -> Vec<String> {
        let mut found = Vec::new();
        if self.ledger.unseal(id).await.unwrap().is_some() {
            found.push("dossier".to_owned());
        }
        let left = self.ledger.lists(id).into_iter().filter(|list| !list.is_retained());
        found.extend(left.map(|list| list.to_string()));
        found
    }
}

/// Tables with the one foreign key that makes a shell of an address.
fn described(table: &str) -> Schema {
    let column = |name: &&'static str| Column {
        name: (*name).to_owned(),
        nullable: *name != "id",
        ..Column::default()
    };
    let address = Reference {
        table: "invoices".to_owned(),
        columns: vec!["address_id".to_owned()],
        to_columns: vec!["id".to_owned()],
        on_delete: OnDelete::Refuse,
    };
    Schema {
        columns: columns(table).iter().map(column).collect(),
        unique: vec![vec!["id".to_owned()]],
        referred_by: if table == "addresses" { vec![address] } else { Vec::new() },
        ..Schema::default()
    }
}

fn value(field: &str, cell: &Option<String>) -> Value {
    match cell {
        None => Value::Null,
        Some(cell) if is_number(field) => Value::from(cell.parse::<i64>().unwrap()),
        Some(cell) => Value::from(cell.as_str()),
    }
}
