//! PostgreSQL.

use std::str::FromStr;

use oubliette::adapter::sql::{PostgresLedger, PostgresStore};
use sqlx::postgres::{PgConnectOptions, PgPool, PgPoolOptions, Postgres};

super::driver!(Postgres, PostgresStore, PostgresLedger);

pub type Database = super::Database<Postgres>;

impl Database {
    pub async fn new() -> Self {
        let server = std::env::var("OUBLIETTE_TEST_POSTGRES")
            .unwrap_or_else(|_| "postgres://postgres@127.0.0.1:5432/postgres".to_owned());
        Self::on_server(server, "DROP DATABASE IF EXISTS NAME WITH (FORCE)", "").await
    }

    /// A database after these statements, its connections and a store over it.
    pub async fn with(sql: &str) -> (Self, PgPool, PostgresStore) {
        let database = Self::new().await;
        database.run(sql).await;
        let pool = database.pool.clone();
        (database, pool.clone(), PostgresStore::from_pool(pool))
    }

    /// How to connect to it, for a test that does so in a way of its own.
    pub fn options(&self) -> PgConnectOptions {
        PgConnectOptions::from_str(&self.url).unwrap()
    }

    pub async fn pool(&self, connections: u32) -> PgPool {
        PgPoolOptions::new().max_connections(connections).connect_with(self.options()).await.unwrap()
    }
}
