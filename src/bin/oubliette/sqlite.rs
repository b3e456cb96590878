//! SQLite as the command uses it: opened to be read without leaving a trace, or opened to erase.
//!
//! In a build without the driver there is nothing here but the message that it is missing; URLs are refused before that.

pub(crate) use driver::{ReadOnly, file_of, holds_ledger, open_ledger, open_store, open_to_read};

/// Whether this build can.
pub(crate) const IS_BUILT_IN: bool = cfg!(feature = "sqlite");

#[cfg(feature = "sqlite")]
mod driver {
    use std::path::PathBuf;
    use std::sync::Arc;

    use oubliette::adapter::sql::{SqliteLedger, SqliteOpenError, SqliteStore};
    use oubliette::port::{Ledger, Store};

    use crate::failure::Failure;
    use crate::stores::OpenedStore;

    /// A database that is only read, and has to be closed.
    pub(crate) type ReadOnly = SqliteStore;

    /// The file behind a URL.
    pub(crate) fn file_of(url: &str) -> Result<PathBuf, Failure> {
        SqliteLedger::file(url).map_err(unopened)
    }

    /// Whether the file holds a ledger's tables. Nothing is made or changed.
    pub(crate) async fn holds_ledger(url: &str) -> Result<bool, Failure> {
        SqliteLedger::is_at(url).await.map_err(unopened)
    }

    /// Opens a file that is there, to read it.
    pub(crate) async fn open_to_read(url: &str) -> Result<OpenedStore, Failure> {
        let reader = SqliteStore::open_read_only(url).await.map_err(unopened)?;
        Ok(OpenedStore {
            store: Arc::new(reader.clone()),
            catalogue: Some(Arc::new(reader.clone())),
            reader: Some(reader),
        })
    }

    /// Opens a store to erase in it.
    pub(crate) async fn open_store(url: &str) -> Result<Arc<dyn Store>, Failure> {
        Ok(Arc::new(SqliteStore::open(url).await.map_err(unopened)?))
    }

    /// Opens a ledger, which is made where it is not there.
    pub(crate) async fn open_ledger(url: &str) -> Result<Arc<dyn Ledger>, Failure> {
        Ok(Arc::new(SqliteLedger::open(url).await.map_err(unopened)?))
    }

    fn unopened(error: SqliteOpenError) -> Failure {
        match error {
            // The file is right, and somebody or something stands in the way.
            SqliteOpenError::Tables(_) | SqliteOpenError::Unavailable { .. } => {
                Failure::stopped(error.to_string())
            }
            // The error repeats the URL.
            SqliteOpenError::Malformed(_) => {
                Failure::misuse("that is no URL of an SQLite file; write `sqlite:PATH`")
            }
            error => Failure::misuse(error.to_string()),
        }
    }
}

#[cfg(not(feature = "sqlite"))]
mod driver {
    use std::path::PathBuf;
    use std::sync::Arc;

    use oubliette::port::{Ledger, Store};

    use crate::failure::Failure;
    use crate::stores::OpenedStore;

    /// There is none in this build.
    #[derive(Debug)]
    pub(crate) enum ReadOnly {}

    impl ReadOnly {
        pub(crate) async fn close(&self) {
            match *self {}
        }
    }

    fn missing<T>() -> Result<T, Failure> {
        Err(Failure::misuse("this build has no SQLite; build with `--features cli,sqlite`"))
    }

    pub(crate) fn file_of(_url: &str) -> Result<PathBuf, Failure> {
        missing()
    }

    pub(crate) async fn holds_ledger(_url: &str) -> Result<bool, Failure> {
        missing()
    }

    pub(crate) async fn open_to_read(_url: &str) -> Result<OpenedStore, Failure> {
        missing()
    }

    pub(crate) async fn open_store(_url: &str) -> Result<Arc<dyn Store>, Failure> {
        missing()
    }

    pub(crate) async fn open_ledger(_url: &str) -> Result<Arc<dyn Ledger>, Failure> {
        missing()
    }
}
