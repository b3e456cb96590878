//! Databases of their own for the tests of the MySQL and MariaDB adapter, dropped afterwards.

#![expect(dead_code, reason = "no test needs all of it")]

use std::future::Future;
use std::sync::atomic::{AtomicU32, Ordering};

use oubliette::adapter::sql::MysqlStore;
use oubliette::port::{Page, Place, Record, Selection, Store};
use sqlx::AssertSqlSafe;
use sqlx::mysql::{MySqlPool, MySqlPoolOptions};

/// The server, as a URL that names some database.
pub fn server() -> String {
    std::env::var("OUBLIETTE_TEST_MARIADB").unwrap_or_else(|_| "mysql://root@127.0.0.1:3306/mysql".to_owned())
}

/// A database of a test's own.
#[derive(Clone)]
pub struct Database {
    pub name: String,
    pub url: String,
    pub pool: MySqlPool,
}

impl Database {
    pub async fn run(&self, sql: &str) {
        sqlx::raw_sql(AssertSqlSafe(sql.to_owned())).execute(&self.pool).await.unwrap();
    }

    pub async fn text(&self, sql: &str) -> Option<String> {
        sqlx::query_scalar(AssertSqlSafe(sql.to_owned())).fetch_one(&self.pool).await.unwrap()
    }

    pub async fn number(&self, sql: &str) -> i64 {
        sqlx::query_scalar(AssertSqlSafe(sql.to_owned())).fetch_one(&self.pool).await.unwrap()
    }

    pub async fn store(&self) -> MysqlStore {
        MysqlStore::open(&self.url).await.unwrap()
    }
}

/// Runs a test in a database of its own, which is dropped whatever becomes of the test.
pub fn in_database<F: Future<Output = ()> + Send + 'static>(test: impl FnOnce(Database) -> F) {
    static NEXT: AtomicU32 = AtomicU32::new(0);
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap();
    let name = format!("oub_my_{}_{}", std::process::id(), NEXT.fetch_add(1, Ordering::Relaxed));
    let (url, _) =
        server().rsplit_once('/').map(|(host, rest)| (format!("{host}/{name}"), rest.to_owned())).unwrap();
    let admin = runtime.block_on(async {
        let admin = MySqlPoolOptions::new().max_connections(1).connect(&server()).await.unwrap();
        let create = format!("CREATE DATABASE {name} CHARACTER SET utf8mb4 COLLATE utf8mb4_general_ci");
        sqlx::raw_sql(AssertSqlSafe(create)).execute(&admin).await.unwrap();
        admin
    });
    let database = runtime.block_on(async {
        let pool = MySqlPoolOptions::new().max_connections(20).connect(&url).await.unwrap();
        Database { name: name.clone(), url, pool }
    });
    let running = runtime.spawn(test(database));
    let outcome = runtime.block_on(running);
    let drop = format!("DROP DATABASE {name}");
    runtime.block_on(sqlx::raw_sql(AssertSqlSafe(drop)).execute(&admin)).unwrap();
    if let Err(failed) = outcome {
        std::panic::resume_unwind(failed.into_panic());
    }
}

pub fn place(table: &str, key: &[&str]) -> Place {
    Place::new(table, key.iter().map(|&field| field.to_owned()), Vec::new())
}

pub fn names(fields: &[&str]) -> Vec<String> {
    fields.iter().map(|&field| field.to_owned()).collect()
}

pub async fn read_all(
    store: &MysqlStore,
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
