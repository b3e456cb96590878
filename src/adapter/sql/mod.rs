//! Stores and ledgers in relational databases.
//!
//! | what all databases share | what each has for itself, in its own room |
//! |---|---|
//! | `store`, `statements`, `masking`, `ledger`, `notes`: written once, over a `Driver` | `driver`: connections, and values in and out |
//! | `branches`: alternatives that are asked for one by one | |
//! | `render`: how a [`Selection`](crate::port::Selection) becomes SQL | `dialect`: how it quotes, binds, compares and assigns |
//! | `shape`: what statements have to know of a table | `schema`: reading that from the catalogue |
//! | | `open`, `migrations`: URLs, and the ledger's own tables; `failure`: what its errors mean |
//!
//! Values only ever travel as bound parameters, and every name is quoted by one function of the dialect.

mod branches;
mod driver;
mod ledger;
mod masking;
mod notes;
mod patience;
mod render;
mod shape;
mod statements;
mod store;

#[cfg(feature = "mysql")]
mod mysql;
#[cfg(feature = "postgres")]
mod postgres;
#[cfg(feature = "sqlite")]
mod sqlite;

pub use ledger::SqlLedger;
#[cfg(feature = "mysql")]
pub use mysql::{MysqlLedger, MysqlOpenError, MysqlStore};
#[cfg(feature = "postgres")]
pub use postgres::{PostgresLedger, PostgresOpenError, PostgresStore};
#[cfg(feature = "sqlite")]
pub use sqlite::{SqliteLedger, SqliteOpenError, SqliteStore};
pub use store::SqlStore;
