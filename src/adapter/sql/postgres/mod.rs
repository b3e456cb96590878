//! PostgreSQL: the host's own tables as a [`Store`](crate::port::Store), and tables of ours as a [`Ledger`](crate::port::Ledger).
//!
//! | file | what it knows |
//! |---|---|
//! | `class` | types: their texts, and what they compare by |
//! | `moments` | reading moments out of columns of every class |
//! | `dialect` | whole comparisons, links, batches and assignments |
//! | `schema`, `catalogue`, `limits` | the system catalogues: shapes for statements, what the port tells of tables, and what the database will refuse |
//! | `driver`, `failure` | connections, values in and out, and what errors mean |
//! | `open`, `migrations` | URLs, and the ledger's own tables |

mod batch;
mod catalogue;
mod class;
mod dialect;
mod driver;
mod failure;
mod limits;
mod lists;
mod migrations;
mod moments;
mod open;
mod schema;
#[cfg(test)]
mod tests;
mod watch;

use sqlx::postgres::PgPool;

use super::driver::Driver as _;
use super::facade;
use super::ledger::SqlLedger;
use super::store::SqlStore;
use driver::{PostgresDriver, Use};

pub use open::PostgresOpenError;

/// A table that every ledger has.
const TABLE: &str = "oubliette_requests";

/// The host's own tables in a PostgreSQL database, 14 or newer.
///
/// Tables are looked for as PostgreSQL does, in the schemas of the connection's `search_path`, which has to be the same on
/// all connections of a pool; `schema.table` says where. Fields inside of `json` and `jsonb` columns are written
/// `column.name.name`.
///
/// The role needs `SELECT` and `DELETE` on what is erased, and `SELECT` and `UPDATE` on what is masked. What row-level
/// security or a trigger keeps although it matches is an error, and never counts as erased.
///
/// Erased rows are dead and no longer seen by anybody, yet their bytes stay in the table's file until a `VACUUM` and the
/// next writes have used the space, in the write-ahead log until its segments are recycled, and in archives, replicas and
/// backups as long as those keep them.
#[derive(Clone)]
pub struct PostgresStore(SqlStore<PostgresDriver>);

facade::store!(PostgresStore);

/// A ledger in a PostgreSQL database: one of its own, or tables of its own in the host's.
///
/// What is destroyed is deleted and its table vacuumed where the role may do that. What [`PostgresStore`] says of the bytes
/// of dead rows is true of sealed identifiers as well: what protects them there is the key by which they are sealed.
#[derive(Clone)]
pub struct PostgresLedger(SqlLedger<PostgresDriver>);

facade::ledger!(PostgresLedger);

impl PostgresStore {
    /// Opens the host's database: a URL `postgres://user:password@host:port/database`.
    ///
    /// Connections call themselves `oubliette` unless the URL says otherwise, are tried before they are used, and wait for
    /// a lock for ten seconds at most, after which the batch is tried again.
    ///
    /// # Errors
    ///
    /// When the text is no such URL, or the server cannot be reached.
    pub async fn open(url: &str) -> Result<Self, PostgresOpenError> {
        open::connect(url, Use::Store).await.map(Self::from_pool)
    }

    /// Uses the host's own connections as they are: their `search_path`, how long they wait for locks and statements, and
    /// how much their isolation refuses is the host's to say. No comparison depends on their settings of dates and zones;
    /// only types that have no other form than their text (`interval`, `money`, arrays of dates) are told as these say.
    pub fn from_pool(pool: PgPool) -> Self {
        Self(SqlStore::over(PostgresDriver { pool, used_as: Use::Store }))
    }
}

impl PostgresLedger {
    /// Opens a ledger, whose tables are made in the first schema of the `search_path` where they are not there.
    ///
    /// # Errors
    ///
    /// When the text is no URL `postgres://…`, the server cannot be reached, the tables cannot be made, or a newer version
    /// of this crate has made them.
    pub async fn open(url: &str) -> Result<Self, PostgresOpenError> {
        Self::from_pool(open::connect(url, Use::Ledger).await?).await
    }

    /// Whether the database that the URL names holds a ledger already. Nothing is made.
    ///
    /// # Errors
    ///
    /// When the text is no such URL, the server cannot be reached, or its catalogue cannot be read.
    pub async fn is_at(url: &str) -> Result<bool, PostgresOpenError> {
        let driver = PostgresDriver { pool: open::connect(url, Use::Ledger).await?, used_as: Use::Ledger };
        let shape = driver.shape(TABLE).await;
        shape.map(|shape| shape.is_some()).map_err(|failure| PostgresOpenError::Tables(failure.detail))
    }

    /// Keeps the ledger in a database that is open already, which may be the host's own, and makes its tables there.
    ///
    /// Whatever the connections are set to, the ledger's transactions are durable when they return
    /// (`synchronous_commit = on`) as far as the server's own `fsync` lets them be.
    ///
    /// # Errors
    ///
    /// When the tables cannot be made, or a newer version of this crate has made them.
    pub async fn from_pool(pool: PgPool) -> Result<Self, PostgresOpenError> {
        migrations::migrate(&pool).await?;
        Ok(Self(SqlLedger::over(PostgresDriver { pool, used_as: Use::Ledger })))
    }
}
