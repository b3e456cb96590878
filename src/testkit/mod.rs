//! The laws that every store and every ledger keeps, as functions and as tests for an adapter of your own.
mod fixture;
mod law;
pub mod ledger;
mod plain;
mod scene;
pub mod store;
mod tests_macro;
mod together;

pub use fixture::{ColumnLayout, Fixture, FixtureError, ReferenceLayout, TableLayout};
pub use law::{Judging, LawError, Verdict, Verdicts};
pub use plain::{PlainRow, PlainWorld};
