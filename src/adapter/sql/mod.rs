//! Stores and ledgers in relational databases.
//!
//! | what all databases share | what each has for itself, in its own room |
//! |---|---|
//! | `store`, `statements`, `masking`, `ledger`: written once, over a `Driver` | `driver`: connections, and values in and out |
//! | `branches`: alternatives that are asked for one by one; `patience`: trying again | |
//! | `foresight`, `trial`: what the database says before the first write | |
//! | `render`: how a [`Selection`](crate::port::Selection) becomes SQL | `dialect`: how it quotes, binds, compares and assigns |
//! | `shape`: what statements have to know of a table | `schema`, `limits`: reading that, and what the database refuses, from the catalogue |
//! | `facade`: a type of its own for each store and ledger | `open`, `migrations`: URLs, and the ledger's own tables; `failure`: what its errors mean |
//!
//! Values only ever travel as bound parameters, and every name is quoted by one function of the dialect.
//!
//! # What all stores do
//!
//! They evaluate every selection, follow links, and mask. Every call is one statement or one short transaction; those that
//! erase count first. Where another transaction is in the way (a deadlock, a serialisation failure) the call is tried
//! again up to six times, after pauses that differ from one batch to the next; a lost connection is an error that
//! [`is_retryable`](crate::port::StoreError::is_retryable).
//!
//! Shapes of tables are read once. Where the host changes a table that is in use, a new store sees the change; the old one
//! stays correct and may miss a new index.
//!
//! # What all ledgers do
//!
//! They keep instants in whole milliseconds, in tables with names that begin with `oubliette_`.

mod branches;
mod dialect;
mod documents;
mod driver;
mod facade;
mod foresight;
mod ledger;
mod masking;
mod patience;
mod render;
mod shape;
mod statements;
mod store;
mod trial;

#[cfg(feature = "mysql")]
mod mysql;
#[cfg(feature = "postgres")]
mod postgres;
#[cfg(feature = "sqlite")]
mod sqlite;
mod watch;

#[cfg(feature = "mysql")]
pub use mysql::{MysqlLedger, MysqlOpenError, MysqlStore};
#[cfg(feature = "postgres")]
pub use postgres::{PostgresLedger, PostgresOpenError, PostgresStore};
#[cfg(feature = "sqlite")]
pub use sqlite::{SqliteLedger, SqliteOpenError, SqliteStore};
