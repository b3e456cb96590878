//! The kit on a PostgreSQL database, all laws in one test for each way of holding an adapter.

use oubliette::adapter::sql::{PostgresLedger, PostgresStore};
use oubliette::port::{ColumnKind, Ledger, Store};
use oubliette::testkit::{FixtureError, TableLayout, ledger, store};
use oubliette::value::Value;
use std::str::FromStr;

use sqlx::postgres::{PgConnectOptions, PgPool, PgPoolOptions};

use super::sql::{Dialect, sql_fixture};
use super::{OF_FOLDERS, fresh, left_out, uphold};

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
    let database = fresh::postgres().await;
    assert!(database.url.contains("oubliette_test_"));
    oubliette::testkit::rehearse(&PostgresFixture(database.pool.clone())).await.unwrap();
}

#[tokio::test]
#[ignore = "needs PostgreSQL"]
async fn the_store_keeps_all_laws_bare_boxed_and_shared() {
    let database = fresh::postgres().await;
    let fixture = PostgresFixture(database.pool.clone());
    let bare = PostgresStore::from_pool(database.pool.clone());
    let boxed: Box<dyn Store> = Box::new(PostgresStore::from_pool(database.pool.clone()));
    let shared: std::sync::Arc<dyn Store> =
        std::sync::Arc::new(PostgresStore::from_pool(database.pool.clone()));
    for store in [&bare as &dyn Store, &boxed, &shared] {
        let verdicts = store::judge(store, &fixture).await;
        uphold(&verdicts);
        assert_eq!(left_out(&verdicts), OF_FOLDERS);
    }
}

/// Whatever a host's pool is set to.
#[tokio::test]
#[ignore = "needs PostgreSQL"]
async fn the_ledger_keeps_all_laws_behind_several_handles() {
    for settings in
        [&[][..], &[("default_transaction_isolation", "serializable"), ("synchronous_commit", "off")]]
    {
        // A database stays until its ledger's law has been tried, and no longer: servers have few connections.
        let latest = std::cell::RefCell::new(None);
        let verdicts = ledger::judge(async || {
            let database = fresh::postgres().await;
            let options =
                PgConnectOptions::from_str(&database.url).unwrap().options(settings.iter().copied());
            let pool = PgPoolOptions::new().max_connections(8).connect_with(options).await.unwrap();
            let own = PostgresLedger::from_pool(pool).await.unwrap();
            let other = PostgresLedger::from_pool(database.pool.clone()).await.unwrap();
            latest.replace(Some(database));
            Box::new(ledger::Handles::new(own, [other])) as Box<dyn Ledger>
        })
        .await;
        uphold(&verdicts);
    }
}
