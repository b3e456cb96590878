//! MariaDB, in a database of its own that is dropped afterwards.

use std::str::FromStr;
use std::sync::atomic::{AtomicU32, Ordering};

use oubliette::adapter::sql::{MysqlLedger, MysqlStore};
use oubliette::port::{Ledger, Store};
use sqlx::mysql::{MySqlConnectOptions, MySqlPool, MySqlPoolOptions, MySqlRow};
use sqlx::{AssertSqlSafe, Row};

use super::dialect::Dialect;
use super::fixture::{Fixture, Texts};
use super::stage::Database;

pub struct MariaDb {
    name: String,
    pool: MySqlPool,
    ledger: MysqlLedger,
}

fn server() -> MySqlConnectOptions {
    let url = std::env::var("OUBLIETTE_TEST_MARIADB")
        .unwrap_or_else(|_| "mysql://root@127.0.0.1:3306/mysql".to_owned());
    MySqlConnectOptions::from_str(&url).unwrap()
}

async fn administer(sql: String) {
    let pool = MySqlPoolOptions::new().max_connections(1).connect_with(server()).await.unwrap();
    sqlx::raw_sql(AssertSqlSafe(sql)).execute(&pool).await.unwrap();
    pool.close().await;
}

impl MariaDb {
    pub async fn open() -> Self {
        static NEXT: AtomicU32 = AtomicU32::new(0);
        let number = NEXT.fetch_add(1, Ordering::Relaxed);
        let name = format!("oubliette_equal_{}_{number}", std::process::id());
        administer(format!("CREATE DATABASE {name} CHARACTER SET utf8mb4 COLLATE utf8mb4_general_ci")).await;
        let options = server().database(&name);
        let pool = MySqlPoolOptions::new().max_connections(2).connect_with(options).await.unwrap();
        let ledger = MysqlLedger::from_pool(pool.clone()).await.unwrap();
        Self { name, pool, ledger }
    }
}

impl Drop for MariaDb {
    fn drop(&mut self) {
        let sql = format!("DROP DATABASE {}", self.name);
        let dropped = std::thread::spawn(|| {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
            runtime.block_on(administer(sql));
        });
        drop(dropped.join());
    }
}

impl Fixture for MariaDb {
    const DIALECT: Dialect = Dialect::MariaDb;

    async fn run(&self, sql: String) -> Result<(), String> {
        let done = sqlx::raw_sql(AssertSqlSafe(sql)).execute(&self.pool).await;
        done.map(drop).map_err(|error| error.to_string())
    }

    async fn texts(&self, sql: String) -> Result<Texts, String> {
        let rows = sqlx::raw_sql(AssertSqlSafe(sql)).fetch_all(&self.pool).await;
        let texts = |row: &MySqlRow| (0..row.len()).map(|at| row.get(at)).collect();
        rows.map(|rows| rows.iter().map(texts).collect()).map_err(|error| error.to_string())
    }
}

impl Database for MariaDb {
    fn store(&self) -> impl Store {
        MysqlStore::from_pool(self.pool.clone())
    }

    fn ledger(&self) -> impl Ledger {
        self.ledger.clone()
    }
}
