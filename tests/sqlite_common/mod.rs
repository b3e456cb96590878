//! Databases and pages for the tests of the SQLite store.

use oubliette::adapter::sql::SqliteStore;
use oubliette::port::{Page, Place, Record, Selection, Store};
use sqlx::AssertSqlSafe;
use sqlx::sqlite::{SqlitePool, SqlitePoolOptions};

pub async fn memory() -> SqlitePool {
    SqlitePoolOptions::new()
        .max_connections(1)
        .idle_timeout(None)
        .max_lifetime(None)
        .connect("sqlite::memory:")
        .await
        .unwrap()
}

pub async fn run(pool: &SqlitePool, sql: &str) {
    sqlx::raw_sql(AssertSqlSafe(sql.to_owned())).execute(pool).await.unwrap();
}

pub async fn database(sql: &str) -> (SqlitePool, SqliteStore) {
    let pool = memory().await;
    run(&pool, sql).await;
    (pool.clone(), SqliteStore::from_pool(pool))
}

pub fn place(table: &str, key: &[&str]) -> Place {
    Place::new(table, key.iter().map(|&field| field.to_owned()), Vec::new())
}

pub fn names(fields: &[&str]) -> Vec<String> {
    fields.iter().map(|&field| field.to_owned()).collect()
}

pub async fn read_all(
    store: &SqliteStore,
    place: &Place,
    fields: &[String],
    selection: &Selection,
    limit: usize,
) -> Vec<Record> {
    let mut records = Vec::<Record>::new();
    loop {
        let after = records.last().map(|record| record.key.clone());
        let page = Page { after: after.as_ref(), limit };
        let more = store.read(place, fields, selection, page).await.unwrap();
        let done = more.len() < limit;
        records.extend(more);
        if done {
            return records;
        }
    }
}
