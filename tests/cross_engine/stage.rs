//! Lets the engine work on a world that lies in a database.

use std::cell::Cell;
use std::rc::Rc;
use std::sync::Arc;

use oubliette::adapter::memory::MemoryLedger;
use oubliette::engine::EngineBuilder;
use oubliette::port::{Capabilities, Ledger, MasterKey, Store};
use tokio::runtime::Runtime;

use super::fixture::Fixture;
use super::layout::Layout;
use super::reference::model::{Tables, World};
use super::reference::stage::{Scene, Stage};
use super::small::Small;

/// A database with the crate's own adapter to it.
pub trait Played: Fixture {
    fn store(&self) -> impl Store;
    fn ledger(&self) -> impl Ledger;
}

/// A database on which worlds are played.
pub struct DatabaseStage<D> {
    pub runtime: Runtime,
    pub database: Rc<D>,
    /// What columns and constraints are chosen by.
    pub seed: Cell<u64>,
    /// Worlds played so far.
    played: Cell<u64>,
}

impl<D: Played> DatabaseStage<D> {
    pub fn new(open: impl AsyncFnOnce() -> D) -> Self {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        let database = Rc::new(runtime.block_on(open()));
        Self { runtime, database, seed: Cell::new(0), played: Cell::new(0) }
    }

    pub fn layout(&self, world: &World) -> Layout {
        Layout::of(world, D::DIALECT, self.seed.get())
    }
}

/// A world in a database.
pub struct DatabaseScene<D> {
    database: Rc<D>,
    layout: Layout,
    capabilities: Capabilities,
    keeps_ledger: bool,
    key: MasterKey,
}

impl<D: Played> Stage for DatabaseStage<D> {
    type Scene = DatabaseScene<D>;

    fn block_on<F: Future>(&self, future: F) -> F::Output {
        self.runtime.block_on(future)
    }

    async fn set(&self, world: &World, capabilities: Capabilities) -> Result<DatabaseScene<D>, String> {
        let layout = self.layout(world);
        self.database.put(world, &layout).await?;
        self.played.set(self.played.get() + 1);
        // Requests of other worlds stay in the ledger; under another key none of them is taken for this world's.
        let mut key = [7; 32];
        key[..8].copy_from_slice(&self.played.get().to_be_bytes());
        Ok(DatabaseScene {
            database: Rc::clone(&self.database),
            layout,
            capabilities,
            keeps_ledger: self.seed.get().is_multiple_of(3),
            key: MasterKey::new(key),
        })
    }

    fn forms(&self, world: &World, tables: &Tables) -> Tables {
        self.layout(world).forms(D::DIALECT, tables)
    }
}

impl<D: Played> Scene for DatabaseScene<D> {
    fn equip(&self, engine: EngineBuilder) -> EngineBuilder {
        let store: Arc<dyn Store> = if self.capabilities == Capabilities::MINIMAL {
            Arc::new(Small(self.database.store()))
        } else {
            Arc::new(self.database.store())
        };
        let engine = engine.with_store("crm", store).with_keys(self.key.clone());
        if self.keeps_ledger {
            engine.with_ledger(self.database.ledger())
        } else {
            engine.with_ledger(MemoryLedger::new())
        }
    }

    async fn tables(&self, _: &World) -> Result<Tables, String> {
        self.database.rows(&self.layout).await
    }
}
