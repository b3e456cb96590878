//! The test kit on the shipped adapters, and on broken ones that it has to find out.
#![cfg(feature = "testkit")]

mod broken;
mod found_out;
mod memory;

#[cfg(any(feature = "sqlite", feature = "postgres", feature = "mysql"))]
#[expect(dead_code, reason = "each test takes what it needs")]
#[path = "../support/database/mod.rs"]
mod database;
#[cfg(feature = "mysql")]
mod mariadb;
#[cfg(feature = "postgres")]
mod postgres;
#[cfg(any(feature = "sqlite", feature = "postgres", feature = "mysql"))]
mod sql;
#[cfg(feature = "sqlite")]
mod sqlite;

use oubliette::testkit::Verdicts;

/// Shows what does not apply, and fails with all that is broken.
#[track_caller]
fn uphold(verdicts: &Verdicts) {
    println!("{verdicts}");
    assert!(verdicts.all_kept(), "{verdicts}");
    assert!(!verdicts.kept().is_empty());
}

/// The names of the laws that do not apply.
fn left_out(verdicts: &Verdicts) -> Vec<&'static str> {
    verdicts.not_applicable().map(|error| error.law()).collect()
}
