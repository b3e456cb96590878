//! PostgreSQL, in a database of its own that is dropped afterwards.

use std::str::FromStr;
use std::sync::atomic::{AtomicU32, Ordering};

use oubliette::adapter::sql::{PostgresLedger, PostgresStore};
use oubliette::port::{Ledger, Store};
use sqlx::postgres::{PgConnectOptions, PgPool, PgPoolOptions, PgRow};
use sqlx::{AssertSqlSafe, Row};

use super::dialect::Dialect;
use super::fixture::{Fixture, Texts};
use super::stage::Database;

pub struct Postgres {
    name: String,
    pool: PgPool,
    ledger: PostgresLedger,
}

fn server() -> PgConnectOptions {
    let url = std::env::var("OUBLIETTE_TEST_POSTGRES")
        .unwrap_or_else(|_| "postgres://postgres@127.0.0.1:5432/postgres".to_owned());
    PgConnectOptions::from_str(&url).unwrap()
}

async fn administer(sql: String) {
    let pool = PgPoolOptions::new().max_connections(1).connect_with(server()).await.unwrap();
    sqlx::raw_sql(AssertSqlSafe(sql)).execute(&pool).await.unwrap();
    pool.close().await;
}

impl Postgres {
    pub async fn open() -> Self {
        static NEXT: AtomicU32 = AtomicU32::new(0);
        let number = NEXT.fetch_add(1, Ordering::Relaxed);
        let name = format!("oubliette_equal_{}_{number}", std::process::id());
        administer(format!("CREATE DATABASE {name}")).await;
        let options = server()
            .database(&name)
            .options([("synchronous_commit", "off"), ("timezone", "UTC"), ("client_min_messages", "warning")])
            // Tables of one name have other columns in each world, and a statement that was prepared for others fails.
            .statement_cache_capacity(0);
        let pool = PgPoolOptions::new().max_connections(2).connect_with(options).await.unwrap();
        sqlx::raw_sql("CREATE EXTENSION citext").execute(&pool).await.unwrap();
        let ledger = PostgresLedger::from_pool(pool.clone()).await.unwrap();
        Self { name, pool, ledger }
    }
}

impl Drop for Postgres {
    fn drop(&mut self) {
        let sql = format!("DROP DATABASE {} WITH (FORCE)", self.name);
        let dropped = std::thread::spawn(|| {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
            runtime.block_on(administer(sql));
        });
        drop(dropped.join());
    }
}

impl Fixture for Postgres {
    const DIALECT: Dialect = Dialect::Postgres;

    async fn run(&self, sql: String) -> Result<(), String> {
        let done = sqlx::raw_sql(AssertSqlSafe(sql)).execute(&self.pool).await;
        done.map(drop).map_err(|error| error.to_string())
    }

    async fn texts(&self, sql: String) -> Result<Texts, String> {
        let rows = sqlx::raw_sql(AssertSqlSafe(sql)).fetch_all(&self.pool).await;
        let texts = |row: &PgRow| (0..row.len()).map(|at| row.get(at)).collect();
        rows.map(|rows| rows.iter().map(texts).collect()).map_err(|error| error.to_string())
    }
}

impl Database for Postgres {
    fn store(&self) -> impl Store {
        PostgresStore::from_pool(self.pool.clone())
    }

    fn ledger(&self) -> impl Ledger {
        self.ledger.clone()
    }
}
