//! SQLite, in memory.

use oubliette::adapter::sql::{SqliteLedger, SqliteStore};
use sqlx::sqlite::{Sqlite, SqlitePool, SqlitePoolOptions};

super::driver!(Sqlite, SqliteStore, SqliteLedger);

/// An empty database, which lives as long as its only connection.
pub async fn memory() -> SqlitePool {
    SqlitePoolOptions::new()
        .max_connections(1)
        .idle_timeout(None)
        .max_lifetime(None)
        .connect("sqlite::memory:")
        .await
        .unwrap()
}

/// A database after these statements, and a store over it.
pub async fn database(sql: &str) -> (SqlitePool, SqliteStore) {
    let pool = memory().await;
    super::run(&pool, sql).await;
    (pool.clone(), SqliteStore::from_pool(pool))
}
