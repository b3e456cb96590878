//! MySQL and MariaDB.

use oubliette::adapter::sql::{MysqlLedger, MysqlStore};
use sqlx::MySql;

super::driver!(MySql, MysqlStore, MysqlLedger);

pub type Database = super::Database<MySql>;

impl Database {
    pub async fn new() -> Self {
        let server = std::env::var("OUBLIETTE_TEST_MARIADB")
            .unwrap_or_else(|_| "mysql://root@127.0.0.1:3306/mysql".to_owned());
        let create = "CHARACTER SET utf8mb4 COLLATE utf8mb4_general_ci";
        Self::on_server(server, "DROP DATABASE IF EXISTS NAME", create).await
    }

    /// A store that connects as a host's would: by URL.
    pub async fn store(&self) -> MysqlStore {
        MysqlStore::open(&self.url).await.unwrap()
    }
}

/// Runs a test in a database of its own, with threads to wait for locks on.
pub fn in_database<F: Future<Output = ()>>(test: impl FnOnce(Database) -> F) {
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap();
    runtime.block_on(async { test(Database::new().await).await });
}
