//! Databases for tests: a fresh one for each, which is gone when the test is over.
//!
//! SQLite lies in memory. The servers are those of `OUBLIETTE_TEST_POSTGRES` and `OUBLIETTE_TEST_MARIADB`, or else the local
//! ones. What the drivers of `sqlx` do each with types of its own stands behind [`Driver`], in texts.

#[cfg(feature = "mysql")]
pub mod mariadb;
#[cfg(feature = "postgres")]
pub mod postgres;
#[cfg(feature = "sqlite")]
pub mod scratch;
#[cfg(feature = "sqlite")]
pub mod sqlite;

use std::sync::atomic::{AtomicU32, Ordering};

use oubliette::port::{Ledger, Page, Place, Record, Selection, Store};
use sqlx::Pool;
use sqlx::pool::PoolOptions;

/// Rows as texts, of whatever types their columns are.
pub type Texts = Vec<Vec<Option<String>>>;

/// A kind of database, with the crate's own adapters to it.
pub trait Driver: sqlx::Database {
    type Store: Store + Clone;
    type Ledger: Ledger + Clone;

    fn store(pool: Pool<Self>) -> Self::Store;

    fn ledger(pool: Pool<Self>) -> impl Future<Output = Self::Ledger> + Send;

    /// Runs any number of statements.
    fn run(pool: &Pool<Self>, sql: String) -> impl Future<Output = Result<(), sqlx::Error>> + Send;

    /// Runs one statement with these texts as its parameters.
    fn bind(
        pool: &Pool<Self>,
        sql: String,
        parameters: Vec<Option<String>>,
    ) -> impl Future<Output = Result<(), sqlx::Error>> + Send;

    /// The rows of one query.
    fn rows(pool: &Pool<Self>, sql: String) -> impl Future<Output = Result<Texts, sqlx::Error>> + Send;
}

/// Implements [`Driver`], whose code is the same for all of them and whose types are not.
macro_rules! driver {
    ($driver:ty, $store:ty, $ledger:ty) => {
        impl crate::database::Driver for $driver {
            type Store = $store;
            type Ledger = $ledger;

            fn store(pool: sqlx::Pool<Self>) -> $store {
                <$store>::from_pool(pool)
            }

            async fn ledger(pool: sqlx::Pool<Self>) -> $ledger {
                <$ledger>::from_pool(pool).await.unwrap()
            }

            async fn run(pool: &sqlx::Pool<Self>, sql: String) -> Result<(), sqlx::Error> {
                sqlx::raw_sql(sqlx::AssertSqlSafe(sql)).execute(pool).await.map(drop)
            }

            async fn bind(
                pool: &sqlx::Pool<Self>,
                sql: String,
                parameters: Vec<Option<String>>,
            ) -> Result<(), sqlx::Error> {
                let query = sqlx::query(sqlx::AssertSqlSafe(sql));
                parameters.into_iter().fold(query, |query, it| query.bind(it)).execute(pool).await.map(drop)
            }

            async fn rows(
                pool: &sqlx::Pool<Self>,
                sql: String,
            ) -> Result<crate::database::Texts, sqlx::Error> {
                use sqlx::Row as _;
                // Without parameters, the servers answer in text, whatever the type.
                let rows = sqlx::raw_sql(sqlx::AssertSqlSafe(sql)).fetch_all(pool).await?;
                rows.iter().map(|row| (0..row.len()).map(|at| row.try_get_unchecked(at)).collect()).collect()
            }
        }
    };
}
use driver;

/// A database of a test's own.
pub struct Database<D: Driver> {
    pub name: String,
    pub url: String,
    /// Opens its first connection when it is first used.
    pub pool: Pool<D>,
    /// What drops the database, and on which server.
    drop: Option<(String, String)>,
}

impl<D: Driver> Database<D> {
    /// Makes a database on the server, whose URL names some other database. `drop` and `create` are completed by the name.
    async fn on_server(server: String, drop: &str, create_options: &str) -> Self {
        static NEXT: AtomicU32 = AtomicU32::new(0);
        let name = format!("oubliette_test_{}_{}", std::process::id(), NEXT.fetch_add(1, Ordering::Relaxed));
        let drop = drop.replace("NAME", &name);
        administer::<D>(&server, &[&drop, &format!("CREATE DATABASE {name} {create_options}")]).await;
        let (host, options) = server.split_once('?').map_or((&*server, None), |(host, it)| (host, Some(it)));
        let (host, _) = host.rsplit_once('/').unwrap();
        let url = format!("{host}/{name}{}", options.map(|it| format!("?{it}")).unwrap_or_default());
        // Servers have few connections, and many tests run at once; a test that locks needs several.
        let pool = PoolOptions::new().max_connections(10).connect_lazy(&url).unwrap();
        Self { name, url, pool, drop: Some((server, drop)) }
    }

    pub async fn run(&self, sql: &str) {
        run(&self.pool, sql).await;
    }

    /// The only row's only column.
    pub async fn text(&self, sql: &str) -> Option<String> {
        texts(&self.pool, sql).await.remove(0)
    }

    pub async fn number(&self, sql: &str) -> i64 {
        self.text(sql).await.unwrap().parse().unwrap()
    }
}

/// Drops the database on a thread of its own, since nothing can be awaited while a value is dropped.
impl<D: Driver> Drop for Database<D> {
    fn drop(&mut self) {
        let Some((server, drop)) = self.drop.take() else { return };
        let dropping = std::thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
            runtime.block_on(administer::<D>(&server, &[&drop]));
        });
        if dropping.join().is_err() {
            eprintln!("a test's database is left behind: {}", self.name);
        }
    }
}

async fn administer<D: Driver>(server: &str, statements: &[&str]) {
    let pool = PoolOptions::<D>::new().max_connections(1).connect(server).await.unwrap();
    for sql in statements {
        run(&pool, sql).await;
    }
    pool.close().await;
}

pub async fn run<D: Driver>(pool: &Pool<D>, sql: &str) {
    D::run(pool, sql.to_owned()).await.unwrap();
}

/// The first column of every row.
pub async fn texts<D: Driver>(pool: &Pool<D>, sql: &str) -> Vec<Option<String>> {
    let rows = D::rows(pool, sql.to_owned()).await.unwrap();
    rows.into_iter().map(|mut row| row.remove(0)).collect()
}

/// The only row's only column, which is not null.
pub async fn text<D: Driver>(pool: &Pool<D>, sql: &str) -> String {
    texts(pool, sql).await.remove(0).unwrap()
}

pub fn place(table: &str, key: &[&str]) -> Place {
    Place::new(table, names(key), Vec::new())
}

pub fn names(fields: &[&str]) -> Vec<String> {
    fields.iter().map(|&field| field.to_owned()).collect()
}

/// Every record of a selection, page by page.
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
