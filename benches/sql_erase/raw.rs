//! The drivers by themselves, for what is written by hand.

use sqlx::AssertSqlSafe;
#[cfg(feature = "mysql")]
use sqlx::mysql::MySqlPool;
#[cfg(feature = "postgres")]
use sqlx::postgres::PgPool;
use sqlx::sqlite::{SqliteConnectOptions, SqlitePool, SqlitePoolOptions};

use crate::database::System;

/// Connections of one of the systems.
pub enum Raw {
    Sqlite(SqlitePool),
    #[cfg(feature = "postgres")]
    Postgres(PgPool),
    #[cfg(feature = "mysql")]
    Mariadb(MySqlPool),
}

/// The same for each system.
macro_rules! on_pool {
    ($raw:expr, $pool:ident => $work:expr) => {
        match $raw {
            Raw::Sqlite($pool) => $work,
            #[cfg(feature = "postgres")]
            Raw::Postgres($pool) => $work,
            #[cfg(feature = "mysql")]
            Raw::Mariadb($pool) => $work,
        }
    };
}

impl Raw {
    /// Connections to the server itself; none where there is no server.
    ///
    /// # Errors
    /// The server does not answer.
    pub async fn server(kind: System) -> Result<Option<Self>, String> {
        match kind {
            System::Sqlite => Ok(None),
            #[cfg(feature = "postgres")]
            System::Postgres => {
                let pool = PgPool::connect(&base(kind)).await;
                pool.map(|pool| Some(Self::Postgres(pool))).map_err(|_| "no server answers".to_owned())
            }
            #[cfg(feature = "mysql")]
            System::Mariadb => {
                let pool = MySqlPool::connect(&base(kind)).await;
                pool.map(|pool| Some(Self::Mariadb(pool))).map_err(|_| "no server answers".to_owned())
            }
        }
    }

    /// The URL of a database of the server.
    #[cfg(any(feature = "postgres", feature = "mysql"))]
    pub fn url_of(kind: System, name: &str) -> String {
        let base = base(kind);
        let (server, _) = base.rsplit_once('/').unwrap();
        format!("{server}/{name}")
    }

    /// Connections to a database.
    pub async fn open(kind: System, url: &str) -> Self {
        match kind {
            System::Sqlite => {
                // As the store sets up its own connections, so that all ways do the same: what is erased is overwritten.
                let options = SqliteConnectOptions::new()
                    .filename(url)
                    .create_if_missing(true)
                    .foreign_keys(true)
                    .pragma("secure_delete", "FAST");
                let pool = SqlitePoolOptions::new().max_connections(1).connect_with(options).await;
                Self::Sqlite(pool.unwrap())
            }
            #[cfg(feature = "postgres")]
            System::Postgres => Self::Postgres(PgPool::connect(url).await.unwrap()),
            #[cfg(feature = "mysql")]
            System::Mariadb => Self::Mariadb(MySqlPool::connect(url).await.unwrap()),
        }
    }

    pub async fn execute(&self, sql: &str) {
        on_pool!(self, pool => {
            sqlx::raw_sql(AssertSqlSafe(sql)).execute(pool).await.unwrap();
        });
    }

    pub async fn numbers(&self, sql: &str) -> Vec<i64> {
        on_pool!(self, pool => sqlx::query_scalar(AssertSqlSafe(sql)).fetch_all(pool).await.unwrap())
    }

    /// Erases rows one by one, in one transaction.
    pub async fn erase_each(&self, table: &str, ids: &[i64]) {
        on_pool!(self, pool => {
            let sql = format!("DELETE FROM {table} WHERE id = {}", parameter(self));
            let mut transaction = pool.begin().await.unwrap();
            for id in ids {
                let statement = sqlx::query(AssertSqlSafe(sql.as_str()));
                statement.bind(id).execute(&mut *transaction).await.unwrap();
            }
            transaction.commit().await.unwrap();
        });
    }

    pub async fn close(self) {
        on_pool!(self, pool => pool.close().await);
    }
}

/// How a parameter is written.
fn parameter(raw: &Raw) -> &'static str {
    match raw {
        #[cfg(feature = "postgres")]
        Raw::Postgres(_) => "$1",
        _ => "?",
    }
}

/// The server's own database, from which others are made.
#[cfg(any(feature = "postgres", feature = "mysql"))]
fn base(kind: System) -> String {
    let (variable, usual) = match kind {
        #[cfg(feature = "mysql")]
        System::Mariadb => ("OUBLIETTE_TEST_MARIADB", "mysql://root@127.0.0.1:3306/mysql"),
        _ => ("OUBLIETTE_TEST_POSTGRES", "postgres://postgres@127.0.0.1:5432/postgres"),
    };
    std::env::var(variable).unwrap_or_else(|_| usual.to_owned())
}
