//! The kit on SQLite: in memory for every law by itself, and on files with several connections for all together.

use std::sync::Arc;

use oubliette::adapter::sql::{SqliteLedger, SqliteStore};
use oubliette::port::{ColumnKind, Ledger, Store};
use oubliette::testkit::{ledger, store};
use sqlx::Sqlite;
use sqlx::sqlite::{SqliteConnectOptions, SqlitePool};

use super::database::scratch::Scratch;
use super::database::sqlite::memory;
use super::sql::{Dialect, OF_FOLDERS, Spoken, SqlFixture};
use super::{left_out, uphold};

impl Spoken for Sqlite {
    const DIALECT: Dialect = Dialect {
        quote: |name| format!("\"{}\"", name.replace('"', "\"\"")),
        column: |kind| match kind {
            ColumnKind::Text { limit: Some(limit) } => format!("VARCHAR({limit})"),
            ColumnKind::Text { limit: None } => "TEXT".to_owned(),
            ColumnKind::Integer => "INTEGER".to_owned(),
            ColumnKind::Boolean => "BOOLEAN".to_owned(),
            ColumnKind::Bytes => "BLOB".to_owned(),
            ColumnKind::Time => "TIMESTAMP".to_owned(),
            ColumnKind::Uuid => "UUID".to_owned(),
            ColumnKind::Json => "JSON".to_owned(),
            other => panic!("no law asks for {other:?} yet"),
        },
        // A column's affinity would leave a text that is no number alone, but not take one for a number that a law means as text.
        parameter: |kind, _| match kind {
            ColumnKind::Integer | ColumnKind::Boolean => "CAST(? AS INTEGER)".to_owned(),
            ColumnKind::Bytes => "unhex(?)".to_owned(),
            _ => "?".to_owned(),
        },
        spelled: |_, text| text,
        text: |kind, column| match kind {
            // Of null it would make an empty text.
            ColumnKind::Bytes => format!("CASE WHEN {column} IS NOT NULL THEN hex({column}) END"),
            _ => format!("CAST({column} AS TEXT)"),
        },
    };
}

async fn in_memory() -> (SqliteStore, SqlFixture<Sqlite>) {
    let pool = memory().await;
    (SqliteStore::from_pool(pool.clone()), SqlFixture(pool))
}

mod store_laws {
    oubliette::store_laws!(super::in_memory().await);
}

async fn empty_ledger() -> SqliteLedger {
    SqliteLedger::from_pool(memory().await).await.unwrap()
}

mod ledger_laws {
    oubliette::ledger_laws!(super::empty_ledger().await);
}

#[tokio::test]
async fn a_file_with_several_connections_keeps_all_laws_boxed_and_shared() {
    let scratch = Scratch::new();
    let file = scratch.file("crm.db");
    let pool = SqlitePool::connect_with(SqliteConnectOptions::new().filename(&file).create_if_missing(true))
        .await
        .unwrap();
    let fixture = SqlFixture(pool);
    oubliette::testkit::rehearse(&fixture).await.unwrap();
    let boxed: Box<dyn Store> = Box::new(SqliteStore::open(&file).await.unwrap());
    let shared: Arc<dyn Store> = Arc::new(SqliteStore::open(&file).await.unwrap());
    for store in [&boxed as &dyn Store, &shared] {
        let verdicts = store::judge(store, &fixture).await;
        uphold(&verdicts);
        assert_eq!(left_out(&verdicts), OF_FOLDERS);
    }
}

#[tokio::test]
async fn ledgers_in_files_keep_all_laws_boxed_and_shared() {
    let scratch = Scratch::new();
    let next = std::cell::Cell::new(0);
    let open = async || {
        next.set(next.get() + 1);
        SqliteLedger::open(&scratch.file(&format!("{}.db", next.get()))).await.unwrap()
    };
    uphold(&ledger::judge(async || Box::new(open().await) as Box<dyn Ledger>).await);
    uphold(&ledger::judge(async || Arc::new(open().await) as Arc<dyn Ledger>).await);
    // Two handles are two processes, as far as the file is concerned; they are opened at once, too.
    let open_twice = async || {
        next.set(next.get() + 1);
        let file = scratch.file(&format!("{}.db", next.get()));
        let (one, other) = tokio::join!(SqliteLedger::open(&file), SqliteLedger::open(&file));
        ledger::Handles::new(one.unwrap(), [other.unwrap()])
    };
    uphold(&ledger::judge(open_twice).await);
}
