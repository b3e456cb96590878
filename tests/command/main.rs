//! The command `oubliette`, driven as people and scripts drive it: a built binary, files, an SQLite database, exit codes.
#![cfg(all(feature = "cli", feature = "sqlite"))]

mod authority;
#[cfg(any(feature = "postgres", feature = "mysql"))]
#[expect(dead_code, reason = "each test takes what it needs")]
#[path = "../support/database/mod.rs"]
mod database;
mod deciding;
mod files;
mod ledgers;
mod media;
mod questions;
mod requests;
#[cfg(any(feature = "postgres", feature = "mysql"))]
mod servers;
mod world;
mod wrong;
