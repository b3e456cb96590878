//! MySQL and MariaDB: the host's own tables as a [`Store`](crate::port::Store), and tables of ours as a
//! [`Ledger`](crate::port::Ledger).
//!
//! | file | what it knows |
//! |---|---|
//! | `family`, `comparing` | what types mean for comparing; lists and links that are the same to the byte |
//! | `moments`, `spellings` | moments, e-mail addresses and numbers however they are written |
//! | `json`, `dialect` | fields inside of JSON; the statements that write |
//! | `session`, `driver`, `failure` | connections, values in and out, what errors mean |
//! | `schema`, `limits` | the catalogue: shapes and tables, and what the server will refuse |
//! | `open`, `migrations` | URLs; the ledger's own tables |

mod comparing;
mod dialect;
mod driver;
mod failure;
mod family;
mod json;
mod limits;
mod migrations;
mod moments;
mod open;
mod schema;
mod session;
mod spellings;
mod watch;

use sqlx::mysql::MySqlPool;

use super::driver::Driver as _;
use super::facade;
use super::ledger::SqlLedger;
use super::store::SqlStore;
use driver::MysqlDriver;

pub use open::MysqlOpenError;

/// A table that every ledger has.
const TABLE: &str = "oubliette_requests";

/// The host's own tables in a MySQL (8.0 and later) or MariaDB (10.6 and later) database.
///
/// What has to be known of it:
///
/// - Values compare by their [link form](crate::value::Value::link_form) and by nothing else, whatever collation a
///   column has: `a`, `A`, `á` and `a ` are four values. A column's index serves all the same.
/// - Moments are read in UTC, `TIMESTAMP` columns among them. `0000-00-00` is no moment.
/// - A mask is written whole or is an error: nothing is cut, and no zero takes the place of what does not fit.
/// - A column that the database sets itself whenever a row changes (`ON UPDATE CURRENT_TIMESTAMP`) keeps its value when
///   other columns are masked. Retention periods are counted from such columns, and a mask is no event of the person's.
/// - Erasing and masking run under READ COMMITTED, where rows are locked and gaps are not; a server that keeps a binary
///   log needs `binlog_format` ROW or MIXED for it.
/// - Rows that foreign keys erase by CASCADE fire no triggers (InnoDB does not), and a table `WITH SYSTEM VERSIONING`
///   keeps what was erased from it; the catalogue tells of the latter as of a trigger.
/// - MyISAM tables have no transactions and no foreign keys: there a batch goes record by record, and what was done before
///   a failure stays done.
/// - A table without a primary key or a unique index over columns that are NOT NULL is erased and masked where it
///   stands. Masks that are worked out from old values find its rows again by the place's key, which then has to tell
///   them apart.
/// - Temporary tables are not in the catalogue, and are not found.
///
/// Tested with MariaDB 10.11. The statements keep to what MySQL 8.0 documents as well.
#[derive(Clone)]
pub struct MysqlStore(SqlStore<MysqlDriver>);

facade::store!(MysqlStore);

/// A ledger in a MySQL or MariaDB database: one of its own, or tables of its own in the host's.
///
/// Its tables are InnoDB. Whether a commit outlives a loss of power is the server's to say: it takes
/// `innodb_flush_log_at_trx_commit = 1`, which is the default.
#[derive(Clone)]
pub struct MysqlLedger(SqlLedger<MysqlDriver>);

facade::ledger!(MysqlLedger);

impl MysqlStore {
    /// Opens the host's database: a URL `mysql://user:password@host:port/database`, or the same with `mariadb://`.
    ///
    /// Sessions speak utf8mb4 and UTC, are strict, read what is committed, and wait for a lock for ten seconds.
    ///
    /// # Errors
    ///
    /// When the URL names no database, or the server cannot be reached. No error repeats the URL.
    pub async fn open(url: &str) -> Result<Self, MysqlOpenError> {
        let pool = open::connect(url).await?;
        Ok(Self(SqlStore::over(MysqlDriver { pool, is_ours: true })))
    }

    /// Uses the host's own connections. Each call sets time zone, character set, SQL mode and isolation level as it needs
    /// them, and puts back what it found; that costs two more round trips than [`MysqlStore::open`]. How long a lock is
    /// waited for, and whether foreign keys are checked, is the host's to say.
    pub fn from_pool(pool: MySqlPool) -> Self {
        Self(SqlStore::over(MysqlDriver { pool, is_ours: false }))
    }
}

impl MysqlLedger {
    /// Opens a ledger in a database that is there, and makes its tables where they are not.
    ///
    /// # Errors
    ///
    /// When the URL names no database, the server cannot be reached, the tables cannot be made, or a newer version of
    /// this crate has made them. No error repeats the URL.
    pub async fn open(url: &str) -> Result<Self, MysqlOpenError> {
        let pool = open::connect(url).await?;
        migrations::migrate(&pool).await?;
        Ok(Self(SqlLedger::over(MysqlDriver { pool, is_ours: true })))
    }

    /// Whether the database that the URL names holds a ledger already. Nothing is made.
    ///
    /// # Errors
    ///
    /// When the URL names no database, the server cannot be reached, or its catalogue cannot be read.
    pub async fn is_at(url: &str) -> Result<bool, MysqlOpenError> {
        let driver = MysqlDriver { pool: open::connect(url).await?, is_ours: true };
        let shape = driver.shape(TABLE).await;
        shape.map(|shape| shape.is_some()).map_err(|failure| MysqlOpenError::Tables(failure.detail))
    }

    /// Keeps the ledger in a database that is open already, which may be the host's own, and makes its tables there.
    ///
    /// # Errors
    ///
    /// When the tables cannot be made, or a newer version of this crate has made them.
    pub async fn from_pool(pool: MySqlPool) -> Result<Self, MysqlOpenError> {
        migrations::migrate(&pool).await?;
        Ok(Self(SqlLedger::over(MysqlDriver { pool, is_ours: false })))
    }
}
