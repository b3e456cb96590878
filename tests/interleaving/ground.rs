//! Where a case is played: a place for its rows and a ledger, in memory or in a database.

use std::sync::Arc;

use oubliette::adapter::memory::{MemoryLedger, MemoryStore};
use oubliette::port::{Capabilities, FieldMask, Ledger, Place, Replacement, Selection, Store};
use oubliette::value::Value;

use super::host::Write;
use super::reference::memory::Memory;
use super::reference::model::{Row, Tables, World, value};
use super::reference::stage::{Scene as _, Stage as _};

/// A kind of database.
pub trait Ground {
    type Laid: Laid;

    /// Puts the rows of a world where no other's are.
    async fn lay(&self, world: &World) -> Self::Laid;
}

/// The rows of one case, and a ledger for its requests.
pub trait Laid {
    fn store(&self) -> Arc<dyn Store>;

    fn ledger(&self) -> Arc<dyn Ledger>;

    /// Which case this is of those that share a ledger: under another key, and with other ids, no request is taken for one of
    /// another case.
    fn number(&self) -> u64;

    /// All rows in the order of their keys, without the fields that are null.
    async fn tables(&self, world: &World) -> Tables;

    /// Inserts a row, and says whether that was possible.
    async fn insert(&self, table: &str, row: &Row) -> bool;

    /// Does a write of the host's, and says whether that was possible. The host knows what is there.
    async fn write(&self, world: &World, write: &Write) -> bool {
        if write.applied(world, &self.tables(world).await).is_none() {
            return false;
        }
        let store = self.store();
        let place = Place::new(write.table(), ["id".to_owned()], Vec::new());
        let only = |id: Value| Selection::one_of("id", [id]);
        match write {
            Write::Insert { table, row } => self.insert(table, row).await,
            Write::Set { id, field, to, .. } => {
                let masks = [FieldMask { field: field.clone(), with: Replacement::Constant((*to).into()) }];
                store.mask(&place, &masks, &only((*id).into())).await == Ok(1)
            }
            Write::Delete { id, .. } => store.erase(&place, &only((*id).into()), 1).await == Ok(1),
            Write::Replace { table, row } => {
                store.erase(&place, &only(value(row, "id")), 1).await.is_ok() && self.insert(table, row).await
            }
        }
    }
}

/// Rows in memory.
pub struct InMemory;

pub struct LaidInMemory {
    store: MemoryStore,
    ledger: MemoryLedger,
}

impl Ground for InMemory {
    type Laid = LaidInMemory;

    async fn lay(&self, world: &World) -> LaidInMemory {
        let store = Memory.set(world, Capabilities::FULL).await.unwrap();
        LaidInMemory { store, ledger: MemoryLedger::new() }
    }
}

impl Laid for LaidInMemory {
    fn store(&self) -> Arc<dyn Store> {
        Arc::new(self.store.clone())
    }

    fn ledger(&self) -> Arc<dyn Ledger> {
        Arc::new(self.ledger.clone())
    }

    fn number(&self) -> u64 {
        0
    }

    async fn tables(&self, world: &World) -> Tables {
        self.store.tables(world).await.unwrap()
    }

    async fn insert(&self, table: &str, row: &Row) -> bool {
        self.store.insert(table, row.clone()).is_ok()
    }
}
