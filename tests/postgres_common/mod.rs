//! Databases and pages for the tests of PostgreSQL.

use std::str::FromStr;
use std::sync::atomic::{AtomicU32, Ordering};

use oubliette::adapter::sql::PostgresStore;
use oubliette::port::{Page, Place, Record, Selection, Store};
use sqlx::postgres::{PgConnectOptions, PgPool, PgPoolOptions};
use sqlx::{AssertSqlSafe, ConnectOptions as _, Connection as _, Executor as _, Row as _};

/// The server on which databases are made.
fn server() -> String {
    std::env::var("OUBLIETTE_TEST_POSTGRES")
        .unwrap_or_else(|_| "postgres://postgres@127.0.0.1:5432/postgres".to_owned())
}

/// A database of its own, dropped when the test is over.
pub struct Database {
    name: String,
}

impl Database {
    pub async fn new() -> Self {
        static NEXT: AtomicU32 = AtomicU32::new(0);
        let name = format!("oubliette_test_{}_{}", std::process::id(), NEXT.fetch_add(1, Ordering::Relaxed));
        for statement in [format!("DROP DATABASE IF EXISTS {name}"), format!("CREATE DATABASE {name}")] {
            administer(statement).await;
        }
        Self { name }
    }

    pub async fn with(sql: &str) -> (Self, PgPool, PostgresStore) {
        let database = Self::new().await;
        let pool = database.pool(4).await;
        run(&pool, sql).await;
        (database, pool.clone(), PostgresStore::from_pool(pool))
    }

    pub fn options(&self) -> PgConnectOptions {
        PgConnectOptions::from_str(&server()).unwrap().database(&self.name)
    }

    pub fn url(&self) -> String {
        self.options().to_url_lossy().to_string()
    }

    pub async fn pool(&self, connections: u32) -> PgPool {
        PgPoolOptions::new().max_connections(connections).connect_with(self.options()).await.unwrap()
    }
}

impl Drop for Database {
    fn drop(&mut self) {
        let statement = format!("DROP DATABASE IF EXISTS {} WITH (FORCE)", self.name);
        let done = std::thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
            runtime.block_on(administer(statement));
        });
        let _ = done.join();
    }
}

async fn administer(statement: String) {
    let mut connection = sqlx::PgConnection::connect(&server()).await.unwrap();
    connection.execute(AssertSqlSafe(statement)).await.unwrap();
}

pub async fn run(pool: &PgPool, sql: &str) {
    sqlx::raw_sql(AssertSqlSafe(sql.to_owned())).execute(pool).await.unwrap();
}

/// The first column of every row, which has to be text.
pub async fn texts(pool: &PgPool, sql: &str) -> Vec<Option<String>> {
    let rows = sqlx::query(AssertSqlSafe(sql.to_owned())).fetch_all(pool).await.unwrap();
    rows.iter().map(|row| row.get(0)).collect()
}

/// The only row's only column.
pub async fn text(pool: &PgPool, sql: &str) -> String {
    texts(pool, sql).await.remove(0).unwrap()
}

pub fn place(table: &str, key: &[&str]) -> Place {
    Place::new(table, key.iter().map(|&field| field.to_owned()), Vec::new())
}

pub fn names(fields: &[&str]) -> Vec<String> {
    fields.iter().map(|&field| field.to_owned()).collect()
}

pub async fn read_all(
    store: &impl Store,
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
