//! A fresh database on a server, which is dropped when the test is over.
//!
//! The servers are those of `OUBLIETTE_TEST_POSTGRES` and `OUBLIETTE_TEST_MARIADB`, or else the local ones.

use std::sync::atomic::{AtomicU32, Ordering};

use sqlx::{AssertSqlSafe, Connection, Database, Executor, IntoArguments, Pool};

/// A database of this test's own.
pub struct FreshDatabase<D: Database> {
    /// Where it is, for adapters that open a URL.
    pub url: String,
    /// Connections to it.
    pub pool: Pool<D>,
    server: String,
    drop: String,
    dropped_by: fn(String, String),
}

/// A fresh database on the PostgreSQL server.
#[cfg(feature = "postgres")]
pub async fn postgres() -> FreshDatabase<sqlx::Postgres> {
    let server = server("OUBLIETTE_TEST_POSTGRES", "postgres://postgres@127.0.0.1:5432/postgres");
    fresh(server, |name| format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)"), drop_on::<sqlx::Postgres>)
        .await
}

/// A fresh database on the MariaDB server.
#[cfg(feature = "mysql")]
pub async fn mariadb() -> FreshDatabase<sqlx::MySql> {
    let server = server("OUBLIETTE_TEST_MARIADB", "mysql://root@127.0.0.1:3306/mysql");
    fresh(server, |name| format!("DROP DATABASE IF EXISTS {name}"), drop_on::<sqlx::MySql>).await
}

fn server(variable: &str, local: &str) -> String {
    std::env::var(variable).unwrap_or_else(|_| local.to_owned())
}

async fn fresh<D>(
    server: String,
    drop: fn(&str) -> String,
    dropped_by: fn(String, String),
) -> FreshDatabase<D>
where
    D: Database,
    D::Arguments: IntoArguments<D>,
    for<'c> &'c mut D::Connection: Executor<'c, Database = D>,
{
    static NEXT: AtomicU32 = AtomicU32::new(0);
    let name = format!("oubliette_test_{}_{}", std::process::id(), NEXT.fetch_add(1, Ordering::Relaxed));
    let drop = drop(&name);
    let mut connection = D::Connection::connect(&server).await.unwrap();
    for sql in [drop.clone(), format!("CREATE DATABASE {name}")] {
        connection.execute(sqlx::raw_sql(AssertSqlSafe(sql))).await.unwrap();
    }
    connection.close().await.unwrap();
    let (host, options) =
        server.split_once('?').map_or((server.as_str(), ""), |(host, options)| (host, options));
    let (host, _) = host.rsplit_once('/').unwrap();
    let options = if options.is_empty() { String::new() } else { format!("?{options}") };
    let url = format!("{host}/{name}{options}");
    let pool = Pool::connect(&url).await.unwrap();
    FreshDatabase { url, pool, server, drop, dropped_by }
}

/// Drops the database on a thread of its own, since nothing can be awaited while a value is dropped.
impl<D: Database> Drop for FreshDatabase<D> {
    fn drop(&mut self) {
        let (server, drop, dropped_by) = (self.server.clone(), self.drop.clone(), self.dropped_by);
        let done = std::thread::spawn(move || dropped_by(server, drop)).join();
        if done.is_err() {
            eprintln!("a test's database is left behind: {}", self.drop);
        }
    }
}

fn drop_on<D>(server: String, drop: String)
where
    D: Database,
    for<'c> &'c mut D::Connection: Executor<'c, Database = D>,
{
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(async {
        let mut connection = D::Connection::connect(&server).await.unwrap();
        connection.execute(sqlx::raw_sql(AssertSqlSafe(drop))).await.unwrap();
        connection.close().await.unwrap();
    });
}
