//! SQLite: the host's own tables as a [`Store`](crate::port::Store), and a file of ours as a [`Ledger`](crate::port::Ledger).

mod ddl;
mod dialect;
mod driver;
mod failure;
mod migrations;
mod open;
mod schema;
#[cfg(test)]
mod tests;

use sqlx::sqlite::SqlitePool;

use super::facade;
use super::ledger::SqlLedger;
use super::store::SqlStore;
use driver::SqliteDriver;

pub use open::SqliteOpenError;

/// The host's own tables in an SQLite database.
#[derive(Clone)]
pub struct SqliteStore(SqlStore<SqliteDriver>);

facade::store!(SqliteStore);

/// A ledger in an SQLite database: a file of its own, or tables of its own in a file of the host's.
#[derive(Clone)]
pub struct SqliteLedger(SqlLedger<SqliteDriver>);

facade::ledger!(SqliteLedger);

impl SqliteStore {
    /// Opens the host's database: a path, or a URL `sqlite:path`. The file has to be there.
    ///
    /// Foreign keys are enforced, a locked database is waited for, and what is erased is overwritten with zeros
    /// wherever that needs no further page to be written (`secure_delete = FAST`).
    ///
    /// # Errors
    ///
    /// When there is no such file, or it is no database.
    pub async fn open(path_or_url: &str) -> Result<Self, SqliteOpenError> {
        open::open_existing(path_or_url).await.map(Self::from_pool)
    }

    /// Uses the host's own connections as they are: whether foreign keys are enforced on them, how long they wait for a
    /// lock and whether they overwrite what they delete is the host's to say.
    pub fn from_pool(pool: SqlitePool) -> Self {
        Self(SqlStore::over(SqliteDriver::new(pool)))
    }
}

impl SqliteLedger {
    /// Opens a ledger in its own file: a path, or a URL `sqlite:path`. A file that is not there is made, and only its
    /// owner may read it.
    ///
    /// Writes are on the disk when they return (`synchronous = FULL`, write-ahead log), and what is deleted is
    /// overwritten (`secure_delete = ON`).
    ///
    /// # Errors
    ///
    /// When the file cannot be made or is no database, or a newer version of this crate has written it.
    pub async fn open(path_or_url: &str) -> Result<Self, SqliteOpenError> {
        Self::from_pool(open::open_own(path_or_url).await?).await
    }

    /// Keeps the ledger in a database that is open already, which may be the host's own, and makes its tables there.
    ///
    /// The connections stay as they are: for writes that outlive a loss of power they need `synchronous = FULL`, and for
    /// destroyed seals that leave no trace in free pages `secure_delete = ON`.
    ///
    /// # Errors
    ///
    /// When the tables cannot be made, or a newer version of this crate has made them.
    pub async fn from_pool(pool: SqlitePool) -> Result<Self, SqliteOpenError> {
        migrations::migrate(&pool).await?;
        Ok(Self(SqlLedger::over(SqliteDriver::new(pool))))
    }
}
