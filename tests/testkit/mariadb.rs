//! Tables of a MariaDB database for the kit.

use std::cell::RefCell;
use std::sync::Arc;

use oubliette::adapter::sql::{MysqlLedger, MysqlStore};
use oubliette::datamap::Value;
use oubliette::port::{ColumnKind, Ledger, Store};
use oubliette::testkit::{FixtureError, TableLayout, ledger, store};
use sqlx::mysql::MySqlPool;

use super::databases;
use super::sql::{Dialect, sql_fixture};
use super::{left_out, uphold};

const MARIADB: Dialect = Dialect {
    quote: |name| format!("`{}`", name.replace('`', "``")),
    // The collations are the server's own, as in most hosts' tables: they compare without regard to case.
    column: |kind| match kind {
        ColumnKind::Text { limit: Some(limit) } => format!("VARCHAR({limit}) CHARACTER SET utf8mb4"),
        ColumnKind::Text { limit: None } => "LONGTEXT CHARACTER SET utf8mb4".to_owned(),
        ColumnKind::Integer => "BIGINT".to_owned(),
        ColumnKind::Boolean => "BOOLEAN".to_owned(),
        ColumnKind::Bytes => "BLOB".to_owned(),
        ColumnKind::Time => "DATETIME(6)".to_owned(),
        ColumnKind::Uuid => "CHAR(36) CHARACTER SET ascii".to_owned(),
        other => panic!("no law asks for {other:?} yet"),
    },
    parameter: |_, _| "?".to_owned(),
    // A DATETIME has no offset: the host's moments are in UTC.
    spelled: |kind, text| match kind {
        ColumnKind::Time => {
            let moment = chrono::DateTime::parse_from_rfc3339(&text).unwrap();
            moment.to_utc().format("%Y-%m-%d %H:%M:%S%.6f").to_string()
        }
        _ => text,
    },
    text: |_, column| format!("CAST({column} AS CHAR CHARACTER SET utf8mb4)"),
};

sql_fixture!(
    /// Tables of a MariaDB database.
    MariadbFixture,
    MySqlPool,
    MARIADB
);

/// What is laid out comes back as it was: nothing could be said of a store otherwise.
#[tokio::test]
#[ignore = "needs MariaDB"]
async fn the_fixture_shows_what_it_laid_out() {
    let database = databases::mariadb().await;
    assert!(database.url.contains("oubliette_test_"));
    oubliette::testkit::rehearse(&MariadbFixture(database.pool.clone())).await.unwrap();
}

#[tokio::test]
#[ignore = "needs MariaDB"]
async fn a_store_keeps_all_laws_by_url_and_over_a_hosts_pool_boxed_and_shared() {
    let database = databases::mariadb().await;
    let fixture = MariadbFixture(database.pool.clone());
    let bare = MysqlStore::open(&database.url).await.unwrap();
    let boxed: Box<dyn Store> = Box::new(MysqlStore::from_pool(database.pool.clone()));
    let shared: Arc<dyn Store> = Arc::new(MysqlStore::open(&database.url).await.unwrap());
    for store in [&bare as &dyn Store, &boxed, &shared] {
        let verdicts = store::judge(store, &fixture).await;
        uphold(&verdicts);
        assert_eq!(left_out(&verdicts), [""; 0]);
    }
}

#[tokio::test]
#[ignore = "needs MariaDB"]
async fn a_ledger_keeps_all_laws_by_url_and_over_a_hosts_pool_boxed_and_shared() {
    // Each law has a database of its own, which stays until all are judged.
    let databases = RefCell::new(Vec::new());
    let fresh = async || {
        let database = databases::mariadb().await;
        let opened = (database.url.clone(), database.pool.clone());
        databases.borrow_mut().push(database);
        opened
    };
    uphold(&ledger::judge(async || MysqlLedger::open(&fresh().await.0).await.unwrap()).await);
    uphold(
        &ledger::judge(async || {
            Box::new(MysqlLedger::from_pool(fresh().await.1).await.unwrap()) as Box<dyn Ledger>
        })
        .await,
    );
    uphold(
        &ledger::judge(async || {
            Arc::new(MysqlLedger::open(&fresh().await.0).await.unwrap()) as Arc<dyn Ledger>
        })
        .await,
    );
}
