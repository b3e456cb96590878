//! Five published deletion pages, kept: each policy of `examples/policies` is carried out on its own SQLite database,
//! and what became of the rows is read back with plain SQL, not through the crate.
//!
//! Tests are named after the promise that they check; `examples/policies/README.md` lists the promises.

#![cfg(feature = "sqlite")]

mod files;
mod p0;
mod p1;
mod p2;
mod p3;
mod p4;
mod rows;
mod world;
