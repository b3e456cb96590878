//! MySQL and MariaDB under others' transactions: deadlocks, waiting, lost connections.
#![cfg(feature = "mysql")]

#[expect(dead_code, reason = "each test takes what it needs")]
#[path = "support/database/mod.rs"]
mod database;

use std::time::Duration;

use database::mariadb::{Database, in_database};
use database::place;
use oubliette::adapter::sql::MysqlStore;
use oubliette::port::{FieldMask, Replacement, Selection, Store, StoreErrorKind};
use oubliette::value::Value;

async fn table(database: &Database) {
    database.run("CREATE TABLE t (id INT PRIMARY KEY, v VARCHAR(40), KEY (v)); INSERT INTO t SELECT seq, 'old' FROM seq_1_to_100").await;
}

#[test]
#[ignore = "needs MariaDB"]
fn what_was_changed_while_it_was_waited_for_is_not_erased() {
    in_database(|database| async move {
        table(&database).await;
        let store = database.store().await;
        let mut other = database.pool.begin().await.unwrap();
        sqlx::query("UPDATE t SET v = 'new' WHERE id = 7").execute(&mut *other).await.unwrap();
        let erasing = tokio::spawn(async move {
            store.erase(&place("t", &["id"]), &Selection::one_of("v", ["old".into()]), 1000).await
        });
        tokio::time::sleep(Duration::from_millis(300)).await;
        other.commit().await.unwrap();
        assert_eq!(erasing.await.unwrap().unwrap(), 99);
        assert_eq!(database.text("SELECT CONCAT(id, v) FROM t").await.as_deref(), Some("7new"));
    });
}

#[test]
#[ignore = "needs MariaDB"]
fn a_deadlock_is_tried_again() {
    in_database(|database| async move {
        table(&database).await;
        let store = database.store().await;
        let deadlocks = "SELECT CAST(VARIABLE_VALUE AS SIGNED) FROM information_schema.GLOBAL_STATUS \
                         WHERE VARIABLE_NAME = 'INNODB_DEADLOCKS'";
        let before = database.number(deadlocks).await;
        let mut other = database.pool.begin().await.unwrap();
        // The heavier transaction is not the one that is ended.
        sqlx::query("UPDATE t SET v = 'theirs' WHERE id BETWEEN 50 AND 100")
            .execute(&mut *other)
            .await
            .unwrap();
        let masking = tokio::spawn(async move {
            let masks = [FieldMask { field: "v".into(), with: Replacement::Prefix(1) }];
            store
                .mask(&place("t", &["id"]), &masks, &Selection::one_of("id", (1..=60).map(Value::Integer)))
                .await
        });
        tokio::time::sleep(Duration::from_millis(300)).await;
        sqlx::query("UPDATE t SET v = 'theirs' WHERE id = 1").execute(&mut *other).await.unwrap();
        other.commit().await.unwrap();
        assert_eq!(masking.await.unwrap().unwrap(), 60);
        assert!(database.number(deadlocks).await > before, "there was none");
        assert_eq!(database.number("SELECT COUNT(*) FROM t WHERE v IN ('o', 't')").await, 60);
        assert_eq!(database.number("SELECT COUNT(*) FROM t WHERE v = 't'").await, 12);
    });
}

#[test]
#[ignore = "needs MariaDB"]
fn a_killed_connection_is_a_retryable_error_and_leaves_nothing_half_done() {
    in_database(|database| async move {
        table(&database).await;
        let store = database.store().await;
        let mut other = database.pool.begin().await.unwrap();
        sqlx::query("UPDATE t SET v = 'new' WHERE id = 7").execute(&mut *other).await.unwrap();
        let waiting = {
            let store = store.clone();
            tokio::spawn(async move {
                store.erase(&place("t", &["id"]), &Selection::one_of("v", ["old".into()]), 1000).await
            })
        };
        tokio::time::sleep(Duration::from_millis(300)).await;
        let find = format!(
            "SELECT CAST(ID AS SIGNED) FROM information_schema.PROCESSLIST WHERE DB = '{}' AND INFO LIKE 'DELETE%'",
            database.name
        );
        let id = database.number(&find).await;
        database.run(&format!("KILL {id}")).await;
        let error = waiting.await.unwrap().unwrap_err();
        assert!(error.is_retryable() && error.kind() == StoreErrorKind::Unavailable, "{error}");
        other.rollback().await.unwrap();
        assert_eq!(database.number("SELECT COUNT(*) FROM t").await, 100);
        assert_eq!(store.erase(&place("t", &["id"]), &Selection::Everything, 1000).await.unwrap(), 100);
    });
}

#[test]
#[ignore = "needs MariaDB"]
fn a_call_that_is_dropped_gives_the_hosts_connection_back_as_it_was() {
    in_database(|database| async move {
        table(&database).await;
        let pool = sqlx::mysql::MySqlPoolOptions::new()
            .max_connections(1)
            .after_connect(|connection, _| {
                Box::pin(async move {
                    sqlx::raw_sql("SET time_zone = '+02:00', autocommit = 0")
                        .execute(connection)
                        .await
                        .map(drop)
                })
            })
            .connect(&database.url)
            .await
            .unwrap();
        let store = MysqlStore::from_pool(pool.clone());
        let mut other = database.pool.begin().await.unwrap();
        sqlx::query("UPDATE t SET v = 'new' WHERE id = 7").execute(&mut *other).await.unwrap();
        let masks = [FieldMask { field: "v".into(), with: Replacement::Prefix(1) }];
        let masking = tokio::time::timeout(Duration::from_millis(300), async {
            store.mask(&place("t", &["id"]), &masks, &Selection::Everything).await
        });
        assert!(masking.await.is_err());
        other.rollback().await.unwrap();
        let zone: String = sqlx::query_scalar("SELECT CONCAT(@@time_zone, IF(@@autocommit, 1, 0))")
            .fetch_one(&pool)
            .await
            .unwrap();
        assert_eq!(zone, "+02:000");
        assert_eq!(
            store.count(&place("t", &["id"]), &Selection::one_of("v", ["old".into()])).await.unwrap(),
            100
        );
        assert_eq!(store.erase(&place("t", &["id"]), &Selection::Everything, 10).await.unwrap(), 10);
        assert_eq!(
            database.number("SELECT COUNT(*) FROM t").await,
            90,
            "committed although the host's sessions do not"
        );
    });
}
