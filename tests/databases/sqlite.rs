//! SQLite, in memory.

use oubliette::adapter::sql::{SqliteLedger, SqliteStore};
use oubliette::port::{Ledger, Store};
use sqlx::sqlite::{SqlitePool, SqlitePoolOptions};
use sqlx::{AssertSqlSafe, Row};

use super::dialect::Dialect;
use super::fixture::{Fixture, Texts};
use super::stage::Database;

pub struct Sqlite {
    pool: SqlitePool,
    ledger: SqliteLedger,
}

impl Sqlite {
    pub async fn open() -> Self {
        let options = SqlitePoolOptions::new().max_connections(1).idle_timeout(None).max_lifetime(None);
        let pool = options.connect("sqlite::memory:").await.unwrap();
        let ledger = SqliteLedger::from_pool(pool.clone()).await.unwrap();
        Self { pool, ledger }
    }
}

impl Fixture for Sqlite {
    const DIALECT: Dialect = Dialect::Sqlite;

    async fn run(&self, sql: String) -> Result<(), String> {
        let done = sqlx::raw_sql(AssertSqlSafe(sql)).execute(&self.pool).await;
        done.map(drop).map_err(|error| error.to_string())
    }

    async fn texts(&self, sql: String) -> Result<Texts, String> {
        let rows = sqlx::raw_sql(AssertSqlSafe(sql)).fetch_all(&self.pool).await;
        let texts = |row: &sqlx::sqlite::SqliteRow| (0..row.len()).map(|at| row.get(at)).collect();
        rows.map(|rows| rows.iter().map(texts).collect()).map_err(|error| error.to_string())
    }
}

impl Database for Sqlite {
    fn store(&self) -> impl Store {
        SqliteStore::from_pool(self.pool.clone())
    }

    fn ledger(&self) -> impl Ledger {
        self.ledger.clone()
    }
}
