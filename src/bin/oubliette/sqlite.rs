//! SQLite as the command uses it: opened to be read without leaving a trace, or opened to erase.
//!
//! In a build without the driver there is nothing here but the answer that it is missing; URLs are refused before that.

pub(crate) use driver::{IS_BUILT_IN, Reader, file_of, holds_ledger, open_ledger, open_store};

#[cfg(feature = "sqlite")]
mod driver {
    use std::io::Read;
    use std::path::{Path, PathBuf};
    use std::str::FromStr;
    use std::sync::Arc;
    use std::time::Duration;

    use oubliette::adapter::sql::{SqliteLedger, SqliteOpenError, SqliteStore};
    use oubliette::port::{Catalogue, Ledger, Store};
    use sqlx::sqlite::{SqliteConnectOptions, SqlitePool, SqlitePoolOptions};

    use crate::failure::Failure;

    pub(crate) const IS_BUILT_IN: bool = true;

    /// How long a reader waits for a writer's lock.
    const BUSY: Duration = Duration::from_secs(10);

    /// The file behind a URL.
    pub(crate) fn file_of(url: &str) -> Result<PathBuf, Failure> {
        Ok(options(url)?.get_filename().to_owned())
    }

    fn options(url: &str) -> Result<SqliteConnectOptions, Failure> {
        let options = SqliteConnectOptions::from_str(url)
            .map_err(|_| Failure::misuse("that is no URL of an SQLite file; write `sqlite:PATH`"))?;
        let location = url.trim_start_matches("sqlite:");
        if location.contains(":memory:") || location.contains("mode=memory") {
            return Err(Failure::misuse(
                "a database in memory holds nothing yet and keeps nothing; give a file",
            ));
        }
        if options.get_filename().as_os_str().is_empty() {
            return Err(Failure::misuse("the URL names no file; write `sqlite:PATH`"));
        }
        Ok(options)
    }

    /// Opens a store to erase in it.
    pub(crate) async fn open_store(url: &str) -> Result<Arc<dyn Store>, Failure> {
        options(url)?;
        Ok(Arc::new(SqliteStore::open(url).await.map_err(unopened)?))
    }

    /// Opens a ledger, which is made where it is not there.
    pub(crate) async fn open_ledger(url: &str) -> Result<Arc<dyn Ledger>, Failure> {
        options(url)?;
        Ok(Arc::new(SqliteLedger::open(url).await.map_err(unopened)?))
    }

    fn unopened(error: SqliteOpenError) -> Failure {
        match error {
            // The file is right, and somebody or something stands in the way.
            SqliteOpenError::Tables(_) => Failure::stopped(error.to_string()),
            error => Failure::misuse(error.to_string()),
        }
    }

    /// Whether the file holds a ledger's tables. Nothing is made or changed.
    pub(crate) async fn holds_ledger(url: &str) -> Result<bool, Failure> {
        if !file_of(url)?.is_file() {
            return Ok(false);
        }
        let reader = Reader::open(url).await?;
        let query = "SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name = 'oubliette_requests'";
        let found: Result<i64, sqlx::Error> = sqlx::query_scalar(query).fetch_one(&reader.pool).await;
        reader.close().await;
        found.map(|tables| tables > 0).map_err(|error| unread(&error))
    }

    /// A database that is only read.
    #[derive(Debug)]
    pub(crate) struct Reader {
        pool: SqlitePool,
    }

    impl Reader {
        /// Opens a file that is there.
        pub(crate) async fn open(url: &str) -> Result<Self, Failure> {
            let options = options(url)?;
            let file = options.get_filename().to_owned();
            if !file.is_file() {
                return Err(Failure::misuse(format!(
                    "there is no database file `{}`; check the path",
                    file.display()
                )));
            }
            let options = options
                .create_if_missing(false)
                .read_only(!makes_own_log(&file))
                .foreign_keys(true)
                .busy_timeout(BUSY)
                .pragma("query_only", "ON");
            let pool = SqlitePoolOptions::new()
                .max_connections(2)
                .connect_with(options)
                .await
                .map_err(|error| unread(&error))?;
            let reader = Self { pool };
            // SQLite looks at the file when it first has to.
            let looked = sqlx::query("SELECT count(*) FROM sqlite_schema").execute(&reader.pool).await;
            match looked {
                Ok(_) => Ok(reader),
                Err(error) => {
                    reader.close().await;
                    Err(unread(&error))
                }
            }
        }

        /// The database as a store.
        pub(crate) fn store(&self) -> Arc<dyn Store> {
            Arc::new(SqliteStore::from_pool(self.pool.clone()))
        }

        /// What lists its tables.
        pub(crate) fn catalogue(&self) -> Arc<dyn Catalogue> {
            Arc::new(SqliteStore::from_pool(self.pool.clone()))
        }

        /// Closes it, and waits until it is closed.
        pub(crate) async fn close(self) {
            self.pool.close().await;
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

    fn unread(error: &sqlx::Error) -> Failure {
        let detail = error.as_database_error().map_or("the driver failed", |error| error.message());
        Failure::misuse(format!("it cannot be read as an SQLite database: {detail}"))
    }
}

#[cfg(not(feature = "sqlite"))]
mod driver {
    use std::path::PathBuf;
    use std::sync::Arc;

    use oubliette::port::{Catalogue, Ledger, Store};

    use crate::failure::Failure;

    pub(crate) const IS_BUILT_IN: bool = false;

    fn missing() -> Failure {
        Failure::misuse("this build has no SQLite; build with `--features cli,sqlite`")
    }

    pub(crate) fn file_of(_url: &str) -> Result<PathBuf, Failure> {
        Err(missing())
    }

    pub(crate) async fn holds_ledger(_url: &str) -> Result<bool, Failure> {
        Err(missing())
    }

    pub(crate) async fn open_store(_url: &str) -> Result<Arc<dyn Store>, Failure> {
        Err(missing())
    }

    pub(crate) async fn open_ledger(_url: &str) -> Result<Arc<dyn Ledger>, Failure> {
        Err(missing())
    }

    /// There is none in this build.
    #[derive(Debug)]
    pub(crate) enum Reader {}

    impl Reader {
        pub(crate) async fn open(_url: &str) -> Result<Self, Failure> {
            Err(missing())
        }

        pub(crate) fn store(&self) -> Arc<dyn Store> {
            match *self {}
        }

        pub(crate) fn catalogue(&self) -> Arc<dyn Catalogue> {
            match *self {}
        }

        pub(crate) async fn close(self) {
            match self {}
        }
    }
}
