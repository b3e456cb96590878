//! Tables of a PostgreSQL database for the kit.

use std::cell::RefCell;
use std::sync::Arc;

use oubliette::adapter::sql::{PostgresLedger, PostgresStore};
use oubliette::datamap::Value;
use oubliette::port::{ColumnKind, Ledger, Store};
use oubliette::testkit::{FixtureError, TableLayout, ledger, store};
use sqlx::postgres::PgPool;

use super::databases;
use super::sql::{Dialect, sql_fixture};
use super::{left_out, uphold};

fn type_of(kind: &ColumnKind) -> String {
    match kind {
        ColumnKind::Text { limit: Some(limit) } => format!("VARCHAR({limit})"),
        ColumnKind::Text { limit: None } => "TEXT".to_owned(),
        ColumnKind::Integer => "BIGINT".to_owned(),
        ColumnKind::Boolean => "BOOLEAN".to_owned(),
        ColumnKind::Bytes => "BYTEA".to_owned(),
        ColumnKind::Time => "TIMESTAMPTZ".to_owned(),
        ColumnKind::Uuid => "UUID".to_owned(),
        other => panic!("no law asks for {other:?} yet"),
    }
}

const POSTGRES: Dialect = Dialect {
    quote: |name| format!("\"{}\"", name.replace('"', "\"\"")),
    column: type_of,
    parameter: |kind, number| match kind {
        ColumnKind::Bytes => format!("${number}"),
        kind => format!("CAST(${number}::text AS {})", type_of(kind)),
    },
    spelled: |_, text| text,
    text: |kind, column| match kind {
        ColumnKind::Boolean => format!("CAST({column}::int AS text)"),
        _ => format!("{column}::text"),
    },
};

sql_fixture!(
    /// Tables of a PostgreSQL database.
    PostgresFixture,
    PgPool,
    POSTGRES
);

/// What is laid out comes back as it was: nothing could be said of a store otherwise.
#[tokio::test]
#[ignore = "needs PostgreSQL"]
async fn the_fixture_shows_what_it_laid_out() {
    let database = databases::postgres().await;
    assert!(database.url.contains("oubliette_test_"));
    oubliette::testkit::rehearse(&PostgresFixture(database.pool.clone())).await.unwrap();
}

#[tokio::test]
#[ignore = "needs PostgreSQL"]
async fn a_store_keeps_all_laws_by_url_and_over_a_hosts_pool_boxed_and_shared() {
    let database = databases::postgres().await;
    let fixture = PostgresFixture(database.pool.clone());
    let bare = PostgresStore::open(&database.url).await.unwrap();
    let boxed: Box<dyn Store> = Box::new(PostgresStore::from_pool(database.pool.clone()));
    let shared: Arc<dyn Store> = Arc::new(PostgresStore::open(&database.url).await.unwrap());
    for store in [&bare as &dyn Store, &boxed, &shared] {
        let verdicts = store::judge(store, &fixture).await;
        uphold(&verdicts);
        assert_eq!(left_out(&verdicts), [""; 0]);
    }
}

#[tokio::test]
#[ignore = "needs PostgreSQL"]
async fn a_ledger_keeps_all_laws_by_url_and_over_a_hosts_pool_boxed_and_shared() {
    // Each law has a database of its own, which stays until all are judged.
    let databases = RefCell::new(Vec::new());
    let fresh = async || {
        let database = databases::postgres().await;
        let opened = (database.url.clone(), database.pool.clone());
        databases.borrow_mut().push(database);
        opened
    };
    uphold(&ledger::judge(async || PostgresLedger::open(&fresh().await.0).await.unwrap()).await);
    uphold(
        &ledger::judge(async || {
            Box::new(PostgresLedger::from_pool(fresh().await.1).await.unwrap()) as Box<dyn Ledger>
        })
        .await,
    );
    uphold(
        &ledger::judge(async || {
            Arc::new(PostgresLedger::open(&fresh().await.0).await.unwrap()) as Arc<dyn Ledger>
        })
        .await,
    );
}
