//! A store and a ledger that live in memory: for the test suites of hosts, and as the reference for every other adapter.
//!
//! Both do exactly what the contracts of [`Store`](crate::port::Store) and [`Ledger`](crate::port::Ledger) say, with
//! no runtime and no I/O: each call is done under one lock, as a whole or not at all.
//!
//! ```
//! use oubliette::adapter::memory::MemoryStore;
//! use oubliette::value::Value;
//!
//! let store = MemoryStore::new()
//!     .with_table("contacts", ["id"])
//!     .with_table("messages", ["id"]);
//! store.insert("contacts", [("id", Value::from(7)), ("phone", Value::from("+919876543210"))])?;
//! store.insert("messages", [("id", Value::from(1)), ("sender_id", Value::from(7))])?;
//! assert_eq!(store.rows("contacts").len(), 1);
//! # Ok::<(), oubliette::port::StoreError>(())
//! ```

mod ledger;
mod matcher;
mod referential;
mod store;
mod table;

pub use ledger::MemoryLedger;
pub use store::MemoryStore;
