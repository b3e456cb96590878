//! The command `oubliette`, driven as people and scripts drive it: a built binary, files, an SQLite database, exit codes.
#![cfg(all(feature = "cli", feature = "sqlite"))]

mod files;
mod ledgers;
mod media;
mod requests;
#[cfg(any(feature = "postgres", feature = "mysql"))]
mod servers;
mod world;

#[cfg(any(feature = "postgres", feature = "mysql"))]
#[path = "../servers/mod.rs"]
mod fresh;
