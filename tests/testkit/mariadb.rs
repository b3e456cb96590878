//! The kit on a MariaDB database, all laws in one test for each way of holding an adapter.

use oubliette::adapter::sql::{MysqlLedger, MysqlStore};
use oubliette::port::{ColumnKind, Ledger, Store};
use oubliette::testkit::{FixtureError, TableLayout, ledger, store};
use oubliette::value::Value;
use sqlx::mysql::MySqlPool;

use super::sql::{Dialect, sql_fixture};
use super::{OF_FOLDERS, fresh, left_out, uphold};

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
    let database = fresh::mariadb().await;
    assert!(database.url.contains("oubliette_test_"));
    oubliette::testkit::rehearse(&MariadbFixture(database.pool.clone())).await.unwrap();
}

#[tokio::test]
#[ignore = "needs MariaDB"]
async fn the_store_keeps_all_laws_bare_boxed_and_shared() {
    let database = fresh::mariadb().await;
    let fixture = MariadbFixture(database.pool.clone());
    let bare = MysqlStore::from_pool(database.pool.clone());
    let boxed: Box<dyn Store> = Box::new(MysqlStore::from_pool(database.pool.clone()));
    let shared: std::sync::Arc<dyn Store> = std::sync::Arc::new(MysqlStore::from_pool(database.pool.clone()));
    for store in [&bare as &dyn Store, &boxed, &shared] {
        let verdicts = store::judge(store, &fixture).await;
        uphold(&verdicts);
        assert_eq!(left_out(&verdicts), OF_FOLDERS);
    }
}

#[tokio::test]
#[ignore = "needs MariaDB"]
async fn the_ledger_keeps_all_laws_behind_several_handles() {
    // A database stays until its ledger's law has been tried, and no longer: servers have few connections.
    let latest = std::cell::RefCell::new(None);
    let verdicts = ledger::judge(async || {
        let database = fresh::mariadb().await;
        let own = MysqlLedger::open(&database.url).await.unwrap();
        let other = MysqlLedger::from_pool(database.pool.clone()).await.unwrap();
        latest.replace(Some(database));
        Box::new(ledger::Handles::new(own, [other])) as Box<dyn Ledger>
    })
    .await;
    uphold(&verdicts);
}
