//! The databases on which worlds are played.

use oubliette::port::{Ledger, Store};
use sqlx::pool::PoolOptions;
use sqlx::{MySql, Pool, Postgres, Sqlite};

use super::database::{Driver, Texts, mariadb, postgres, sqlite};
use super::dialect::Dialect;
use super::fixture::Fixture;
use super::stage::Played;

/// A kind of database by the words that it has for things.
pub trait Spoken: Driver {
    const DIALECT: Dialect;
}

impl Spoken for Sqlite {
    const DIALECT: Dialect = Dialect::Sqlite;
}

impl Spoken for Postgres {
    const DIALECT: Dialect = Dialect::Postgres;
}

impl Spoken for MySql {
    const DIALECT: Dialect = Dialect::MariaDb;
}

/// A database with a ledger in it.
pub struct Arena<D: Driver> {
    pool: Pool<D>,
    ledger: D::Ledger,
    /// Dropped with the rest, where a server has it.
    _database: Option<super::database::Database<D>>,
}

impl<D: Driver> Arena<D> {
    async fn over(pool: Pool<D>, database: Option<super::database::Database<D>>) -> Self {
        let ledger = D::ledger(pool.clone()).await;
        Self { pool, ledger, _database: database }
    }
}

impl Arena<Sqlite> {
    pub async fn open() -> Self {
        Self::over(sqlite::memory().await, None).await
    }
}

impl Arena<Postgres> {
    pub async fn open() -> Self {
        let database = postgres::Database::new().await;
        let options = database
            .options()
            .options([("synchronous_commit", "off"), ("timezone", "UTC"), ("client_min_messages", "warning")])
            // Tables of one name have other columns in each world, and a statement that was prepared for others fails.
            .statement_cache_capacity(0);
        let pool = PoolOptions::new().max_connections(2).connect_with(options).await.unwrap();
        sqlx::raw_sql("CREATE EXTENSION citext").execute(&pool).await.unwrap();
        Self::over(pool, Some(database)).await
    }
}

impl Arena<MySql> {
    pub async fn open() -> Self {
        let database = mariadb::Database::new().await;
        let pool = PoolOptions::new().max_connections(2).connect(&database.url).await.unwrap();
        Self::over(pool, Some(database)).await
    }
}

impl<D: Spoken> Fixture for Arena<D> {
    const DIALECT: Dialect = D::DIALECT;

    async fn run(&self, sql: String) -> Result<(), String> {
        D::run(&self.pool, sql).await.map_err(|error| error.to_string())
    }

    async fn texts(&self, sql: String) -> Result<Texts, String> {
        D::rows(&self.pool, sql).await.map_err(|error| error.to_string())
    }
}

impl<D: Spoken> Played for Arena<D> {
    fn store(&self) -> impl Store {
        D::store(self.pool.clone())
    }

    fn ledger(&self) -> impl Ledger {
        self.ledger.clone()
    }
}
