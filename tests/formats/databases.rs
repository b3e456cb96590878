//! Databases of the tests' own, one for each ledger: each with the adapters that a host would open on it.

use std::sync::Arc;

use oubliette::port::{Ledger, Store};
use sqlx::{AssertSqlSafe, ColumnIndex, Decode, Row};

#[cfg(any(feature = "postgres", feature = "mysql"))]
use super::database;
#[cfg(feature = "sqlite")]
use super::database::scratch::Scratch;

/// A kind of database.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    #[cfg(feature = "sqlite")]
    Sqlite,
    #[cfg(feature = "postgres")]
    Postgres,
    #[cfg(feature = "mysql")]
    Mariadb,
}

/// An empty database, removed when it is dropped.
pub enum Database {
    #[cfg(feature = "sqlite")]
    Sqlite { pool: sqlx::SqlitePool, _file: Scratch },
    #[cfg(feature = "postgres")]
    Postgres(database::postgres::Database),
    #[cfg(feature = "mysql")]
    Mariadb(database::mariadb::Database),
}

/// What the engine works on: the host's tables and the ledger, here in one database.
#[derive(Clone)]
pub struct Ports {
    pub store: Arc<dyn Store>,
    pub ledger: Arc<dyn Ledger>,
}

impl Kind {
    /// Those that this build knows.
    pub const ALL: &[Self] = &[
        #[cfg(feature = "sqlite")]
        Self::Sqlite,
        #[cfg(feature = "postgres")]
        Self::Postgres,
        #[cfg(feature = "mysql")]
        Self::Mariadb,
    ];

    pub fn name(self) -> &'static str {
        match self {
            #[cfg(feature = "sqlite")]
            Self::Sqlite => "sqlite",
            #[cfg(feature = "postgres")]
            Self::Postgres => "postgres",
            #[cfg(feature = "mysql")]
            Self::Mariadb => "mariadb",
        }
    }

    pub async fn fresh(self) -> Database {
        match self {
            #[cfg(feature = "sqlite")]
            Self::Sqlite => {
                use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePool, SqliteSynchronous};
                let file = Scratch::new();
                // Nobody pulls the plug here, and waiting for the disk is most of what a small ledger costs.
                let options = SqliteConnectOptions::new()
                    .filename(file.file("crm.db"))
                    .create_if_missing(true)
                    .pragma("secure_delete", "ON")
                    .journal_mode(SqliteJournalMode::Wal)
                    .synchronous(SqliteSynchronous::Off);
                let pool = SqlitePool::connect_with(options).await.unwrap();
                Database::Sqlite { pool, _file: file }
            }
            #[cfg(feature = "postgres")]
            Self::Postgres => Database::Postgres(database::postgres::Database::new().await),
            #[cfg(feature = "mysql")]
            Self::Mariadb => Database::Mariadb(database::mariadb::Database::new().await),
        }
    }
}

impl Database {
    pub fn kind(&self) -> Kind {
        match self {
            #[cfg(feature = "sqlite")]
            Self::Sqlite { .. } => Kind::Sqlite,
            #[cfg(feature = "postgres")]
            Self::Postgres(_) => Kind::Postgres,
            #[cfg(feature = "mysql")]
            Self::Mariadb(_) => Kind::Mariadb,
        }
    }

    /// Runs statements, as they stand in a file.
    pub async fn run(&self, sql: &str) {
        let sql = sqlx::raw_sql(AssertSqlSafe(sql.to_owned()));
        match self {
            #[cfg(feature = "sqlite")]
            Self::Sqlite { pool, .. } => sql.execute(pool).await.map(drop).unwrap(),
            #[cfg(feature = "postgres")]
            Self::Postgres(database) => sql.execute(&database.pool).await.map(drop).unwrap(),
            #[cfg(feature = "mysql")]
            Self::Mariadb(database) => sql.execute(&database.pool).await.map(drop).unwrap(),
        }
    }

    /// The last column of every row, which has to be text.
    pub async fn texts(&self, sql: &str) -> Vec<String> {
        let sql = sqlx::raw_sql(AssertSqlSafe(sql.to_owned()));
        match self {
            #[cfg(feature = "sqlite")]
            Self::Sqlite { pool, .. } => last_of(&sql.fetch_all(pool).await.unwrap()),
            #[cfg(feature = "postgres")]
            Self::Postgres(database) => last_of(&sql.fetch_all(&database.pool).await.unwrap()),
            #[cfg(feature = "mysql")]
            Self::Mariadb(database) => last_of(&sql.fetch_all(&database.pool).await.unwrap()),
        }
    }

    /// Opens the adapters. Those of the ledger bring its tables up to what this version knows.
    pub async fn ports(&self) -> Ports {
        match self {
            #[cfg(feature = "sqlite")]
            Self::Sqlite { pool, .. } => {
                use oubliette::adapter::sql::{SqliteLedger, SqliteStore};
                Ports {
                    store: Arc::new(SqliteStore::from_pool(pool.clone())),
                    ledger: Arc::new(SqliteLedger::from_pool(pool.clone()).await.unwrap()),
                }
            }
            #[cfg(feature = "postgres")]
            Self::Postgres(database) => {
                use oubliette::adapter::sql::{PostgresLedger, PostgresStore};
                Ports {
                    store: Arc::new(PostgresStore::from_pool(database.pool.clone())),
                    ledger: Arc::new(PostgresLedger::from_pool(database.pool.clone()).await.unwrap()),
                }
            }
            #[cfg(feature = "mysql")]
            Self::Mariadb(database) => {
                use oubliette::adapter::sql::{MysqlLedger, MysqlStore};
                Ports {
                    store: Arc::new(MysqlStore::from_pool(database.pool.clone())),
                    ledger: Arc::new(MysqlLedger::from_pool(database.pool.clone()).await.unwrap()),
                }
            }
        }
    }
}

fn last_of<R: Row>(rows: &[R]) -> Vec<String>
where
    usize: ColumnIndex<R>,
    String: for<'r> Decode<'r, R::Database>,
{
    // Some columns are text to us and bytes to the database.
    rows.iter().map(|row| row.try_get_unchecked(row.len() - 1).unwrap()).collect()
}
