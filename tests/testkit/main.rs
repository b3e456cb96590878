//! The test kit on the shipped adapters, and on broken ones that it has to find out.
#![cfg(feature = "testkit")]

mod broken;
mod found_out;
mod memory;

#[cfg(any(feature = "sqlite", feature = "postgres", feature = "mysql"))]
mod sql;
#[cfg(feature = "sqlite")]
mod sqlite;

/// A fresh database on each server.
#[cfg(any(feature = "postgres", feature = "mysql"))]
#[path = "../servers/mod.rs"]
mod fresh;
#[cfg(feature = "mysql")]
mod mariadb;
#[cfg(feature = "postgres")]
mod postgres;

use oubliette::testkit::Verdicts;

/// Shows what does not apply, and fails with all that is broken.
#[track_caller]
fn uphold(verdicts: &Verdicts) {
    println!("{verdicts}");
    assert!(verdicts.all_kept(), "{verdicts}");
    assert!(!verdicts.kept().is_empty());
}

/// The laws of stores that list what lies below a prefix, which databases do not.
#[cfg(any(feature = "sqlite", feature = "postgres", feature = "mysql"))]
const OF_FOLDERS: [&str; 3] = [
    "a_prefix_is_a_folder",
    "a_prefix_that_means_no_folder_is_nothing",
    "erasing_a_folder_leaves_its_neighbours",
];

/// The names of the laws that do not apply.
fn left_out(verdicts: &Verdicts) -> Vec<&'static str> {
    verdicts.not_applicable().map(|error| error.law()).collect()
}
