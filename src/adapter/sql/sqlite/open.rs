//! Opens database files: which are looked for, which are made, and what every connection is told first.

use std::io::Read;
use std::path::{Path, PathBuf};
use std::str::FromStr;
use std::time::Duration;

use sqlx::sqlite::{SqliteConnectOptions, SqlitePool, SqlitePoolOptions};

use super::failure::{Obstacle, failure, obstacle};
use super::{SqliteLedger, SqliteStore};
use crate::adapter::sql::driver::Cause;

/// How long a connection waits for another one's transaction.
const BUSY: Duration = Duration::from_secs(10);
/// SQLite writes one transaction at a time; more connections would only wait for each other.
const CONNECTIONS: u32 = 4;

/// Why a database could not be opened.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum SqliteOpenError {
    /// There is no such file, and a store of the host's is never created.
    #[error("there is no database file `{0}`; check the path, since a store is never created")]
    Missing(String),
    /// The text is no path and no `sqlite:` URL that the driver understands.
    #[error("`{0}` is no path of a database file and no `sqlite:` URL; write `sqlite:path/to/file.db`")]
    Malformed(String),
    /// A database in memory would be empty, and gone with its connection.
    #[error(
        "a database in memory holds nothing of the host's and keeps nothing; give a file, or a pool that is open already"
    )]
    InMemory,
    /// The file is there or could be made, and cannot be used.
    #[error("`{path}` cannot be used as a database: {detail}")]
    Unusable {
        /// The file.
        path: String,
        /// What the operating system or SQLite answered.
        detail: String,
    },
    /// Something passing is in the way: another program holds the file for longer than a connection waits, or the operating
    /// system cannot read or write it just now.
    #[error("`{path}` cannot be used at the moment: {detail}; nothing was done, try it again")]
    Unavailable {
        /// The file.
        path: String,
        /// What is in the way.
        detail: String,
    },
    /// The ledger was last written by a newer version of this crate.
    #[error(
        "the ledger has migration {found}, and this version knows {known}; open it with a newer version of oubliette"
    )]
    NewerLedger {
        /// The newest migration that the ledger has.
        found: i64,
        /// The newest migration that this version knows.
        known: i64,
    },
    /// The ledger's own tables could not be read or made.
    #[error("the ledger's tables could not be read or made: {0}")]
    Tables(String),
}

impl SqliteStore {
    /// Opens the host's database to look at it and nothing else: a path, or a URL `sqlite:path`. The file has to be there.
    ///
    /// Whatever is asked of this store, nothing is written into the file. After [`close`](Self::close) nothing lies beside
    /// it that was not there before.
    ///
    /// # Errors
    ///
    /// When there is no such file, or it is no database.
    pub async fn open_read_only(path_or_url: &str) -> Result<Self, SqliteOpenError> {
        let options = existing(path_or_url)?;
        let read_only = !makes_own_log(options.get_filename());
        connect(options.read_only(read_only).pragma("query_only", "ON")).await.map(Self::from_pool)
    }

    /// Closes all connections and waits until they are closed. The store is of no use afterwards.
    pub async fn close(&self) {
        self.0.driver.pool.close().await;
    }
}

impl SqliteLedger {
    /// Whether the file is there and holds a ledger already. Nothing is made.
    ///
    /// # Errors
    ///
    /// When the text is no path or URL of a file, or the file is no database.
    pub async fn is_at(path_or_url: &str) -> Result<bool, SqliteOpenError> {
        if !Self::file(path_or_url)?.is_file() {
            return Ok(false);
        }
        let store = SqliteStore::open_read_only(path_or_url).await?;
        let query = "SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name = 'oubliette_requests'";
        let found: Result<i64, _> = sqlx::query_scalar(query).fetch_one(&store.0.driver.pool).await;
        store.close().await;
        found.map(|tables| tables > 0).map_err(|error| SqliteOpenError::Tables(failure(&error).detail))
    }

    /// The file that a path or a URL `sqlite:path` names, whether it is there or not.
    ///
    /// # Errors
    ///
    /// When the text names no file.
    pub fn file(path_or_url: &str) -> Result<PathBuf, SqliteOpenError> {
        Ok(parse(path_or_url)?.get_filename().to_owned())
    }
}

/// Connects to a file that the host has; deleted content is overwritten where that costs no further page.
pub(super) async fn open_existing(path_or_url: &str) -> Result<SqlitePool, SqliteOpenError> {
    connect(existing(path_or_url)?.pragma("secure_delete", "FAST")).await
}

fn existing(path_or_url: &str) -> Result<SqliteConnectOptions, SqliteOpenError> {
    let options = parse(path_or_url)?;
    if options.get_filename().is_file() {
        Ok(options)
    } else {
        Err(SqliteOpenError::Missing(shown(&options)))
    }
}

/// Whether reading the file makes a write-ahead log beside it, because it keeps one and nobody has it open.
///
/// A connection that may only read cannot take that log away again; one that may write does, and changes nothing else,
/// since the log is empty and `query_only` keeps it so. A log that is there already is somebody else's: then
/// nothing may be written at all, or closing would move its content into the file.
fn makes_own_log(file: &Path) -> bool {
    let mut header = [0_u8; 20];
    let is_read = std::fs::File::open(file).and_then(|mut it| it.read_exact(&mut header)).is_ok();
    // https://www.sqlite.org/fileformat2.html, 1.3.3: the read version, 2 for a write-ahead log.
    let keeps_log = is_read && header.last() == Some(&2);
    let mut log = file.as_os_str().to_owned();
    log.push("-wal");
    keeps_log && !Path::new(&log).exists()
}

/// Connects to a file of ours, which is made where it is not there, readable by its owner alone.
pub(super) async fn open_own(path_or_url: &str) -> Result<SqlitePool, SqliteOpenError> {
    let options = parse(path_or_url)?;
    create(options.get_filename()).map_err(|error| SqliteOpenError::Unusable {
        path: shown(&options),
        detail: error.kind().to_string(),
    })?;
    let pool = connect(options.pragma("secure_delete", "ON").pragma("synchronous", "FULL")).await?;
    // Another process may be opening the file at this very moment, and then it is the one that switches. Until the switch
    // the old journal serves as well: it is only slower.
    if let Err(error) = sqlx::query("PRAGMA journal_mode = WAL").execute(&pool).await {
        tracing::debug!(detail = failure(&error).detail, "the ledger's journal mode stays as it is");
    }
    Ok(pool)
}

fn parse(path_or_url: &str) -> Result<SqliteConnectOptions, SqliteOpenError> {
    let malformed = || SqliteOpenError::Malformed(path_or_url.to_owned());
    let (location, is_url) = match path_or_url.strip_prefix("sqlite:") {
        Some(rest) => (rest, true),
        None => (path_or_url, false),
    };
    if location.contains(":memory:") || is_url && location.contains("mode=memory") {
        return Err(SqliteOpenError::InMemory);
    }
    if location.trim_start_matches('/').is_empty() || location.contains('\0') {
        return Err(malformed());
    }
    let options = if is_url {
        SqliteConnectOptions::from_str(path_or_url).map_err(|_| malformed())?
    } else {
        SqliteConnectOptions::new().filename(location)
    };
    Ok(options.create_if_missing(false).foreign_keys(true).busy_timeout(BUSY))
}

async fn connect(options: SqliteConnectOptions) -> Result<SqlitePool, SqliteOpenError> {
    let path = shown(&options);
    let pool = SqlitePoolOptions::new()
        .max_connections(CONNECTIONS)
        // A file does not go away as a server does, and every question whether it is there costs as much as a statement.
        .test_before_acquire(false)
        .connect_with(options)
        .await;
    let pool = pool.map_err(|error| unusable(&path, &error))?;
    // SQLite looks at the file when it first has to.
    if let Err(error) = sqlx::query("SELECT count(*) FROM sqlite_schema").execute(&pool).await {
        pool.close().await;
        return Err(unusable(&path, &error));
    }
    Ok(pool)
}

fn unusable(path: &str, error: &sqlx::Error) -> SqliteOpenError {
    let failure = failure(error);
    let path = path.to_owned();
    match obstacle(error) {
        Some(Obstacle::Lock) => {
            let detail = format!("another program holds it ({})", failure.detail);
            SqliteOpenError::Unavailable { path, detail }
        }
        Some(Obstacle::System) => SqliteOpenError::Unavailable { path, detail: failure.detail },
        None if failure.cause == Cause::Damage => {
            let detail = format!("it is damaged or no SQLite database ({})", failure.detail);
            SqliteOpenError::Unusable { path, detail }
        }
        None => SqliteOpenError::Unusable { path, detail: failure.detail },
    }
}

fn shown(options: &SqliteConnectOptions) -> String {
    options.get_filename().display().to_string()
}

/// Makes the file where it is not there. SQLite gives its journals the same mode as the file.
fn create(path: &Path) -> std::io::Result<()> {
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    match options.open(path) {
        Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => Ok(()),
        made => made.map(drop),
    }
}
