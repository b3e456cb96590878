//! SQLite: the host's own tables as a [`Store`](crate::port::Store), and a file of ours as a [`Ledger`](crate::port::Ledger).

mod dialect;
mod failure;
mod ledger;
mod masking;
mod migrations;
mod notes;
mod open;
mod schema;
mod store;

pub use ledger::SqliteLedger;
pub use open::SqliteOpenError;
pub use store::SqliteStore;
