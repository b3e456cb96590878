//! Ledgers that version 0.1 has written are finished by this version, whatever state they are in.
//!
//! | | |
//! |---|---|
//! | `0.1/` | one folder for each database, and in it one file for each state: all tables, the host's and the ledger's |
//! | `states` | the states, and how they are reached |
//! | `files`, `rows`, `requests` | policy and data map, what the host's tables hold, who asks |
//! | `drive` | all that is asked of the engine |
//! | `course`, `expect` | drives a request to its end, and compares that with the end of one that nothing disturbed |
//! | `changes` | goes on with a ledger under files that have changed |
//! | `write`, `dump`, `fuse` | writes such files: lets a process die, and puts its database into a text |
//!
//! To write the ledgers of the version that is compiled, for the day on which the format changes again:
//! `OUBLIETTE_WRITE_FORMATS=sqlite,postgres,mariadb cargo test --features sqlite,postgres,mysql --test formats -- --ignored write`
#![cfg(any(feature = "sqlite", feature = "postgres", feature = "mysql"))]
#![expect(clippy::unwrap_used, reason = "helpers of tests fail as tests do")]

mod changes;
mod course;
#[expect(dead_code, reason = "each test takes what it needs")]
#[path = "../support/database/mod.rs"]
mod database;
mod databases;
mod drive;
mod dump;
mod expect;
mod files;
mod fuse;
mod requests;
mod rows;
mod states;
mod write;

use std::path::{Path, PathBuf};

use databases::Kind;
#[cfg(feature = "sqlite")]
use files::Deploy;

#[cfg(feature = "sqlite")]
#[tokio::test]
async fn finish_every_ledger_of_0_1_in_sqlite() {
    expect::finish_all(Kind::Sqlite, &folder("0", "1", Kind::Sqlite)).await;
}

#[cfg(feature = "sqlite")]
#[tokio::test]
async fn a_category_that_nothing_is_of_changes_nothing_for_a_ledger_of_0_1() {
    changes::go_on_all(Kind::Sqlite, &folder("0", "1", Kind::Sqlite), Deploy::CategoryAdded).await;
}

#[cfg(feature = "sqlite")]
#[tokio::test]
async fn a_ledger_of_0_1_that_is_begun_stops_where_records_are_of_another_category() {
    changes::go_on_all(Kind::Sqlite, &folder("0", "1", Kind::Sqlite), Deploy::InvoicesMoved).await;
}

#[cfg(feature = "sqlite")]
#[tokio::test]
async fn a_ledger_of_0_1_that_is_begun_stops_where_a_collection_is_called_otherwise() {
    changes::go_on_all(Kind::Sqlite, &folder("0", "1", Kind::Sqlite), Deploy::ThreadsRenamed).await;
}

#[cfg(feature = "sqlite")]
#[tokio::test]
async fn finish_every_ledger_of_this_version_in_sqlite() {
    write_and_finish(Kind::Sqlite).await;
}

#[cfg(feature = "postgres")]
#[tokio::test]
#[ignore = "needs PostgreSQL"]
async fn finish_every_ledger_of_0_1_in_postgres() {
    expect::finish_all(Kind::Postgres, &folder("0", "1", Kind::Postgres)).await;
}

#[cfg(feature = "mysql")]
#[tokio::test]
#[ignore = "needs MariaDB"]
async fn finish_every_ledger_of_0_1_in_mariadb() {
    expect::finish_all(Kind::Mariadb, &folder("0", "1", Kind::Mariadb)).await;
}

/// What is written for the next version is what this one goes on from. In one database: what lines say is the same in all.
#[cfg(feature = "sqlite")]
async fn write_and_finish(kind: Kind) {
    let folder =
        std::env::temp_dir().join(format!("oubliette-formats-{}-{}", std::process::id(), kind.name()));
    write::write_all(kind, &folder).await;
    expect::finish_all(kind, &folder).await;
    std::fs::remove_dir_all(&folder).unwrap();
}

/// Where the ledgers lie that a version has written.
fn folder(major: &str, minor: &str, kind: Kind) -> PathBuf {
    let formats = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/formats");
    formats.join(format!("{major}.{minor}")).join(kind.name())
}
