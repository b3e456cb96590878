//! Where a world's rows lie while the engine works on them.

use oubliette::engine::EngineBuilder;
use oubliette::port::Capabilities;

use super::model::{Tables, World};

/// A kind of database on which worlds can be played, one after the other.
pub trait Stage {
    type Scene: Scene;

    fn block_on<F: Future>(&self, future: F) -> F::Output;

    /// Puts a world's rows in place, and what was there before away.
    ///
    /// # Errors
    /// What the database says.
    async fn set(&self, world: &World, capabilities: Capabilities) -> Result<Self::Scene, String>;

    /// How these values, of the world or what is expected to become of it, come back out of their columns.
    fn forms(&self, world: &World, tables: &Tables) -> Tables;
}

/// One world in place.
pub trait Scene {
    /// Gives the engine the store that the rows lie in, a ledger and a key.
    fn equip(&self, engine: EngineBuilder) -> EngineBuilder;

    /// All rows in the order of their keys, without the fields that are null.
    ///
    /// # Errors
    /// What the database says.
    async fn tables(&self, world: &World) -> Result<Tables, String>;
}
