//! What goes wrong in PostgreSQL: other transactions in the way, constraints, broken connections, and what is said of it.
#![cfg(feature = "postgres")]

#[expect(dead_code, reason = "each test takes what it needs")]
#[path = "support/database/mod.rs"]
mod database;

use std::time::Duration;

use database::postgres::Database;
use database::{names, place, run, text};
use oubliette::adapter::sql::{PostgresOpenError, PostgresStore};
use oubliette::port::{FieldMask, Page, Replacement, Selection, Store, StoreErrorKind};
use oubliette::value::Value;
use sqlx::Executor as _;
use sqlx::postgres::PgPoolOptions;

fn constant(field: &str, value: &str) -> FieldMask {
    FieldMask { field: field.to_owned(), with: Replacement::Constant(value.into()) }
}

#[tokio::test]
#[ignore = "needs PostgreSQL"]
async fn a_batch_passes_over_no_row_that_others_change_meanwhile() {
    let (_database, pool, store) = Database::with(
        "CREATE TABLE t (owner int, note text); CREATE INDEX ON t (owner);
         INSERT INTO t SELECT 7, 'n' || n FROM generate_series(1, 50) AS n; INSERT INTO t SELECT 8, 'other';",
    )
    .await;
    let mine = Selection::one_of("owner", [Value::from(7)]);
    // Rows are moved while the batch waits for them.
    let mut other = pool.begin().await.unwrap();
    other.execute("UPDATE t SET note = note || '!' WHERE owner = 7").await.unwrap();
    let batch = {
        let (store, mine) = (store.clone(), mine.clone());
        tokio::spawn(async move { store.erase(&place("t", &["note"]), &mine, 1000).await })
    };
    tokio::time::sleep(Duration::from_millis(300)).await;
    other.commit().await.unwrap();
    assert_eq!(batch.await.unwrap().unwrap(), 50);
    assert_eq!(store.count(&place("t", &["note"]), &Selection::Everything).await.unwrap(), 1);
}

#[tokio::test]
#[ignore = "needs PostgreSQL"]
async fn a_batch_erases_no_row_that_somebody_gives_away_meanwhile() {
    // Enough for all of them, and a batch that has to stop before the end.
    for limit in [1000, 20] {
        let (_database, pool, store) = Database::with(
            "CREATE TABLE t (owner int, note text); CREATE INDEX ON t (owner);
             INSERT INTO t SELECT 7, 'n' || n FROM generate_series(1, 50) AS n;",
        )
        .await;
        let mine = Selection::one_of("owner", [Value::from(7)]);
        let mut other = pool.begin().await.unwrap();
        other.execute("UPDATE t SET owner = 8 WHERE note <> 'n7'").await.unwrap();
        let batch = tokio::spawn(async move { store.erase(&place("t", &["note"]), &mine, limit).await });
        tokio::time::sleep(Duration::from_millis(300)).await;
        other.commit().await.unwrap();
        assert_eq!(batch.await.unwrap().unwrap(), 1, "{limit}");
        assert_eq!(text(&pool, "SELECT count(*) || ' ' || min(owner) FROM t").await, "49 8", "{limit}");
    }
}

#[tokio::test]
#[ignore = "needs PostgreSQL"]
async fn rows_of_views_and_partitions_are_looked_at_again_as_well() {
    for (table, limit) in [("v", 1000), ("v", 20), ("p", 1000), ("p", 20)] {
        let (_database, pool, store) = Database::with(
            "CREATE TABLE t (id int PRIMARY KEY, owner int, \"XMIN\" int); CREATE VIEW v AS SELECT * FROM t;
             CREATE TABLE p (id int PRIMARY KEY, owner int) PARTITION BY RANGE (id);
             CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (25);
             CREATE TABLE p2 PARTITION OF p FOR VALUES FROM (25) TO (100);
             INSERT INTO t SELECT n, 7 FROM generate_series(1, 50) AS n; INSERT INTO p SELECT id, owner FROM t;",
        )
        .await;
        let mut other = pool.begin().await.unwrap();
        let give_away = format!("UPDATE {table} SET owner = 8 WHERE id <> 7");
        other.execute(sqlx::AssertSqlSafe(give_away)).await.unwrap();
        let batch = tokio::spawn(async move {
            store.erase(&place(table, &["id"]), &Selection::one_of("owner", [Value::from(7)]), limit).await
        });
        tokio::time::sleep(Duration::from_millis(300)).await;
        other.commit().await.unwrap();
        assert_eq!(batch.await.unwrap().unwrap(), 1, "{table} {limit}");
        let left = format!("SELECT count(*) || ' ' || min(owner) FROM {table}");
        assert_eq!(text(&pool, &left).await, "49 8", "{table} {limit}");
    }
}

#[tokio::test]
#[ignore = "needs PostgreSQL"]
async fn what_a_trigger_keeps_is_an_error_and_never_reads_as_gone() {
    let (_database, _pool, store) = Database::with(
        "CREATE TABLE t (id int PRIMARY KEY); INSERT INTO t VALUES (1);
         CREATE FUNCTION keep() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END';
         CREATE TRIGGER keeps BEFORE DELETE ON t FOR EACH ROW EXECUTE FUNCTION keep();",
    )
    .await;
    let error = store.erase(&place("t", &["id"]), &Selection::Everything, 10).await.unwrap_err();
    assert_eq!(error.kind(), StoreErrorKind::Constraint);
}

#[tokio::test]
#[ignore = "needs PostgreSQL"]
async fn constraints_of_every_kind_refuse_and_nothing_is_lost() {
    let (_database, pool, store) = Database::with(
        "CREATE TABLE a (id int PRIMARY KEY, name text UNIQUE, self int REFERENCES a);
         CREATE TABLE now (a int REFERENCES a); CREATE TABLE later (a int REFERENCES a DEFERRABLE INITIALLY DEFERRED);
         CREATE TABLE along (a int REFERENCES a ON DELETE CASCADE); CREATE TABLE let_go (a int REFERENCES a ON DELETE SET NULL);
         INSERT INTO a VALUES (1, 'canary-one', NULL), (2, 'canary-two', NULL), (3, 'x', 4), (4, 'y', 3);
         INSERT INTO now VALUES (1); INSERT INTO later VALUES (2); INSERT INTO along VALUES (3); INSERT INTO let_go VALUES (4);",
    )
    .await;
    let a = place("a", &["id"]);
    for id in [1, 2] {
        let error = store.erase(&a, &Selection::one_of("id", [Value::from(id)]), 5).await.unwrap_err();
        assert_eq!(error.kind(), StoreErrorKind::Constraint, "{error}");
        assert!(error.to_string().contains("23503") && error.to_string().contains("_a_fkey"), "{error}");
    }
    assert_eq!(text(&pool, "SELECT count(*)::text FROM a").await, "4");
    let both = Selection::one_of("id", [3.into(), 4.into()]);
    assert_eq!(store.erase(&a, &both, 5).await.unwrap(), 2);
    assert_eq!(
        text(&pool, "SELECT (SELECT count(*) FROM along) || ' ' || (SELECT count(a) FROM let_go)").await,
        "0 0"
    );

    let error = store
        .mask(&a, &[constant("name", "canary-two")], &Selection::one_of("id", [Value::from(1)]))
        .await
        .unwrap_err();
    assert_eq!(error.kind(), StoreErrorKind::Constraint);
    assert!(!error.to_string().contains("canary") && !format!("{error:?}").contains("canary"), "{error}");
    let error = store.mask(&a, &[constant("id", "canary")], &Selection::Everything).await.unwrap_err();
    assert!(!error.to_string().contains("canary") && error.to_string().contains("22P02"), "{error}");
    let missing =
        store.count(&place("a", &["id"]), &Selection::Null { field: "nope".into() }).await.unwrap_err();
    assert_eq!(missing.kind(), StoreErrorKind::Missing);
    let missing = store.count(&place("nope", &["id"]), &Selection::Everything).await.unwrap_err();
    assert_eq!(missing.kind(), StoreErrorKind::Missing);
}

#[tokio::test]
#[ignore = "needs PostgreSQL"]
async fn words_that_a_trigger_raises_are_not_repeated() {
    let (_database, _pool, store) = Database::with(
        "CREATE TABLE t (id int PRIMARY KEY, email text); INSERT INTO t VALUES (1, 'canary@example.com');
         CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RAISE EXCEPTION ''no %'', OLD.email USING TABLE = OLD.email; END';
         CREATE TRIGGER refuses BEFORE DELETE ON t FOR EACH ROW EXECUTE FUNCTION refuse();",
    )
    .await;
    let error = store.erase(&place("t", &["id"]), &Selection::Everything, 10).await.unwrap_err();
    assert_eq!(error.kind(), StoreErrorKind::Constraint);
    assert!(error.to_string().contains("P0001") && !error.to_string().contains("canary"), "{error}");
}

#[tokio::test]
#[ignore = "needs PostgreSQL"]
async fn a_deadlock_is_tried_again() {
    let (_database, pool, store) = Database::with(
        "CREATE TABLE t (id int PRIMARY KEY, v text); INSERT INTO t VALUES (1, 'a'), (2, 'b');
         CREATE FUNCTION slowly() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN PERFORM pg_sleep(0.4); RETURN OLD; END';
         CREATE TRIGGER slow BEFORE DELETE ON t FOR EACH ROW EXECUTE FUNCTION slowly();",
    )
    .await;
    // The batch takes 1 and then 2; the other one, which is patient, takes 2 and then 1.
    let mut other = pool.begin().await.unwrap();
    other.execute("SET LOCAL deadlock_timeout = '20s'").await.unwrap();
    other.execute("UPDATE t SET v = 'other' WHERE id = 2").await.unwrap();
    let batch =
        tokio::spawn(async move { store.erase(&place("t", &["id"]), &Selection::Everything, 10).await });
    tokio::time::sleep(Duration::from_millis(900)).await;
    other.execute("UPDATE t SET v = 'other' WHERE id = 1").await.unwrap();
    other.commit().await.unwrap();
    assert_eq!(batch.await.unwrap().unwrap(), 2);
}

#[tokio::test]
#[ignore = "needs PostgreSQL"]
async fn a_serialization_failure_is_tried_again() {
    let database = Database::new().await;
    let options = database.options().options([("default_transaction_isolation", "serializable")]);
    let pool = PgPoolOptions::new().max_connections(4).connect_with(options).await.unwrap();
    run(&pool, "CREATE TABLE t (id int PRIMARY KEY, v text); INSERT INTO t SELECT n, 'name' FROM generate_series(1, 20) AS n;").await;
    let store = PostgresStore::from_pool(pool.clone());
    let mut other = pool.begin().await.unwrap();
    other.execute("UPDATE t SET v = 'changed'").await.unwrap();
    let masks = [FieldMask { field: "v".into(), with: Replacement::Prefix(2) }];
    let batch = {
        let store = store.clone();
        tokio::spawn(async move { store.mask(&place("t", &["id"]), &masks, &Selection::Everything).await })
    };
    tokio::time::sleep(Duration::from_millis(300)).await;
    other.commit().await.unwrap();
    assert_eq!(batch.await.unwrap().unwrap(), 20);
    assert_eq!(text(&pool, "SELECT string_agg(DISTINCT v, ',') FROM t").await, "ch");
    let mut other = pool.begin().await.unwrap();
    other.execute("UPDATE t SET v = 'again'").await.unwrap();
    let batch =
        tokio::spawn(async move { store.erase(&place("t", &["id"]), &Selection::Everything, 50).await });
    tokio::time::sleep(Duration::from_millis(300)).await;
    other.commit().await.unwrap();
    assert_eq!(batch.await.unwrap().unwrap(), 20);
}

#[tokio::test]
#[ignore = "needs PostgreSQL"]
async fn a_killed_connection_is_worth_another_try() {
    let (_database, pool, store) = Database::with(
        "CREATE TABLE t (id int PRIMARY KEY); INSERT INTO t VALUES (1);
         CREATE FUNCTION slowly() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN PERFORM pg_sleep(5); RETURN OLD; END';
         CREATE TRIGGER slow BEFORE DELETE ON t FOR EACH ROW EXECUTE FUNCTION slowly();",
    )
    .await;
    let batch = {
        let store = store.clone();
        tokio::spawn(async move { store.erase(&place("t", &["id"]), &Selection::Everything, 10).await })
    };
    tokio::time::sleep(Duration::from_millis(500)).await;
    run(&pool, "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE 'DELETE FROM%' AND datname = current_database()").await;
    let error = batch.await.unwrap().unwrap_err();
    assert!(error.is_retryable(), "{error}");
    assert_eq!(store.count(&place("t", &["id"]), &Selection::Everything).await.unwrap(), 1);
}

#[tokio::test]
#[ignore = "needs PostgreSQL"]
async fn what_cannot_be_opened_is_said_without_its_password() {
    for wrong in [
        "",
        "postgres:",
        "mysql://root:canary@127.0.0.1/x",
        "canary",
        "postgres://u:canary@127.0.0.1:notaport/x",
    ] {
        assert_eq!(PostgresStore::open(wrong).await.unwrap_err(), PostgresOpenError::Malformed, "{wrong}");
    }
    let error = PostgresStore::open("postgres://nobody:canary@127.0.0.1:5432/no_such_database_at_all")
        .await
        .unwrap_err();
    assert!(matches!(error, PostgresOpenError::Unreachable(_)), "{error}");
    assert!(!format!("{error} {error:?}").contains("canary"));
    let database = Database::new().await;
    let store = PostgresStore::open(&database.url).await.unwrap();
    assert!(!format!("{store:?}").contains("127.0.0.1"));
    let pool = database.pool(1).await;
    run(&pool, "CREATE TABLE t (id int PRIMARY KEY); INSERT INTO t VALUES (1), (2), (3)").await;
    let page = Page { after: None, limit: 2 };
    let read = store.read(&place("t", &["id"]), &names(&[]), &Selection::Everything, page).await.unwrap();
    assert_eq!(read.len(), 2);
    assert_eq!(text(&pool, "SELECT (count(*) > 0)::text FROM pg_stat_activity WHERE application_name = 'oubliette' AND datname = current_database()").await, "true");
}
