//! Ledgers that version 0.1 has written are finished by this version, whatever state they are in.
//!
//! | | |
//! |---|---|
//! | `0.1/` | one folder for each database, and in it one file for each state: all tables, the host's and the ledger's |
//! | `states` | the states, and how they are reached |
//! | `files`, `rows`, `requests` | policy and data map, what the host's tables hold, who asks |
//! | `drive` | all that is asked of the engine |
//! | `course`, `expect` | drives a request to its end, and compares that with the end of one that nothing disturbed |
//! | `write`, `dump`, `fuse` | writes such files: lets a process die, and puts its database into a text |
//!
//! To write the ledgers of the version that is compiled, for the day on which the format changes again:
//! `OUBLIETTE_WRITE_FORMATS=sqlite,postgres,mariadb cargo test --features sqlite,postgres,mysql --test formats -- --ignored write`
#![cfg(any(feature = "sqlite", feature = "postgres", feature = "mysql"))]
#![expect(clippy::unwrap_used, reason = "helpers of tests fail as tests do")]

mod course;
mod databases;
mod drive;
mod dump;
mod expect;
mod files;
mod fuse;
mod requests;
mod rows;
#[cfg(feature = "sqlite")]
#[path = "../sqlite_common/scratch.rs"]
mod scratch;
#[cfg(any(feature = "postgres", feature = "mysql"))]
#[path = "../servers/mod.rs"]
mod servers;
mod states;
mod write;

use std::path::{Path, PathBuf};

use databases::Kind;

#[cfg(feature = "sqlite")]
#[tokio::test]
async fn finish_every_ledger_of_0_1_in_sqlite() {
    expect::finish_all(Kind::Sqlite, &folder("0", "1", Kind::Sqlite)).await;
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

/// Where the ledgers lie that a version has written.
fn folder(major: &str, minor: &str, kind: Kind) -> PathBuf {
    let formats = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/formats");
    formats.join(format!("{major}.{minor}")).join(kind.name())
}
