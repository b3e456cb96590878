//! Stores and ledgers in relational databases.
//!
//! What all dialects share is how a [`Selection`](crate::port::Selection) becomes SQL; everything else about a
//! database lies in its own room. Values only ever travel as bound parameters, and every name is quoted.

mod render;

#[cfg(feature = "sqlite")]
mod sqlite;

#[cfg(feature = "sqlite")]
pub use sqlite::{SqliteLedger, SqliteOpenError, SqliteStore};
