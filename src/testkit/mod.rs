//! The laws that every store and every ledger keeps, as functions and as tests for an adapter of your own.
//!
//! A store that forgets a write, or takes a null for a match, erases the wrong people or leaves the right ones there. So
//! the contracts of [`Store`](crate::port::Store) and [`Ledger`](crate::port::Ledger) are not only written down: every
//! sentence of them that can be tried is a law here, and the adapters of this crate are held to the same laws as yours.
//!
//! # In one minute
//!
//! 1. Take the crate with its feature `testkit` among your dev-dependencies, and tokio with `macros` and `rt`.
//! 2. Write a [`Fixture`]: who makes tables in your database, fills them, and looks into them past your store.
//!    [`rehearse`] tries it by itself.
//! 3. Make a test of every law. Each has its own name, and uses tables of its own, so that all run at once:
//!
//! ```
//! # use oubliette::adapter::memory::{MemoryLedger, MemoryStore};
//! # use oubliette::value::Value;
//! # use oubliette::testkit::{Fixture, FixtureError, TableLayout};
//! # #[derive(Debug)]
//! # struct MyFixture;
//! # #[async_trait::async_trait]
//! # impl Fixture for MyFixture {
//! #     async fn create(&self, _: &[TableLayout]) -> Result<(), FixtureError> { Ok(()) }
//! #     async fn insert(&self, _: &TableLayout, _: &[Vec<Value>]) -> Result<(), FixtureError> { Ok(()) }
//! #     async fn rows(&self, _: &TableLayout) -> Result<Vec<Vec<Value>>, FixtureError> { Ok(vec![]) }
//! # }
//! # async fn my_store() -> (MemoryStore, MyFixture) { (MemoryStore::new(), MyFixture) }
//! # async fn my_empty_ledger() -> MemoryLedger { MemoryLedger::new() }
//! mod my_store_keeps {
//!     oubliette::store_laws!(super::my_store().await); // the store and its fixture
//! }
//! mod my_ledger_keeps {
//!     oubliette::ledger_laws!(super::my_empty_ledger().await);
//! }
//! ```
//!
//! Or hold an adapter to all laws in one call, and get every verdict: [`store::judge`], [`ledger::judge`]. A whole store
//! with its fixture, which keeps all laws, is in [`port::your_own_store`](crate::port::your_own_store).
//!
//! # What is where
//!
//! | | |
//! |---|---|
//! | [`store`], [`ledger`] | one function for every law, `laws()` to list them, `judge` for all at once |
//! | [`LawError`], [`Verdicts`] | what a law returns: broken, not applicable, or not tried because the fixture failed |
//!
//! A law that asks for more than the store's [`Capabilities`](crate::port::Capabilities), or for something that the
//! fixture says it [cannot](FixtureError::Cannot) lay out, is [not applicable](LawError::NotApplicable), which it says.
//! What a store does not claim to do it has to refuse; that is a law, too.
//!
//! The kit needs no runtime. It knows the ports and the words in which they speak, and no adapter.

mod fixture;
mod law;
pub mod ledger;
mod plain;
mod scene;
pub mod store;
mod tests_macro;
mod together;

pub use fixture::{ColumnLayout, Fixture, FixtureError, ReferenceLayout, TableLayout, rehearse};
pub use law::{Judging, LawError, Verdict, Verdicts};
