//! Reads the URLs of stores and ledgers. Knows which systems there are and which of them this build can open.
//!
//! A URL may hold a password, so no message repeats one.

use std::path::PathBuf;
use std::sync::Arc;

use oubliette::port::Ledger;

use super::failure::Failure;
use super::lock::Lock;
use super::servers::{self, Server};
use super::stores::{Access, OpenedStore};
use super::{objects, sqlite};

/// Where a store or ledger lies.
#[derive(Debug, Clone)]
pub(crate) struct Location {
    system: System,
    url: String,
}

/// What lies at a URL.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum System {
    Sqlite,
    Server(Server),
    Directory,
}

impl Location {
    /// Reads the URL of a store. `what` names it in messages.
    pub(crate) fn of_store(url: &str, what: &str) -> Result<Self, Failure> {
        let scheme = url.split_once(':').map(|(scheme, _)| scheme.to_ascii_lowercase());
        let (system, is_built_in, name, feature) = match scheme.as_deref() {
            Some("sqlite") => (System::Sqlite, sqlite::IS_BUILT_IN, "SQLite", "sqlite"),
            Some("postgres" | "postgresql") => {
                (System::Server(Server::Postgres), cfg!(feature = "postgres"), "PostgreSQL", "postgres")
            }
            Some("mysql" | "mariadb") => {
                (System::Server(Server::Mysql), cfg!(feature = "mysql"), "MySQL", "mysql")
            }
            Some("file") => (System::Directory, objects::IS_BUILT_IN, "object stores", "objects"),
            _ => {
                return Err(Failure::misuse(format!(
                    "{what}: that is no URL of a store; write `sqlite:PATH`, `postgres://…`, `mysql://…` or, for objects, `file:///DIRECTORY`"
                )));
            }
        };
        if !is_built_in {
            return Err(Failure::misuse(format!(
                "{what}: this build has no {name}; build with `--features cli,{feature}`"
            )));
        }
        // The drivers know their schemes in lower case alone.
        let (_, rest) = url.split_once(':').unwrap_or_default();
        Ok(Self { system, url: format!("{}:{rest}", scheme.unwrap_or_default()) })
    }

    /// Reads the URL of the ledger.
    pub(crate) fn of_ledger(url: &str) -> Result<Self, Failure> {
        let location = Self::of_store(url, "the ledger")?;
        if location.system == System::Directory {
            return Err(Failure::misuse(
                "the ledger: a directory cannot keep one; use `sqlite:PATH`, `postgres://…` or `mysql://…`",
            ));
        }
        Ok(location)
    }

    /// Opens the store.
    pub(crate) async fn open_store(&self, access: Access) -> Result<OpenedStore, Failure> {
        match (self.system, access) {
            (System::Sqlite, Access::Write) => {
                Ok(OpenedStore { store: sqlite::open_store(&self.url).await?, catalogue: None, reader: None })
            }
            (System::Sqlite, Access::Read) => sqlite::open_to_read(&self.url).await,
            // A server is left as it was by whoever only reads there.
            (System::Server(server), _) => {
                let (store, catalogue) = servers::open_store(server, &self.url).await?;
                Ok(OpenedStore { store, catalogue: Some(catalogue), reader: None })
            }
            (System::Directory, _) => {
                Ok(OpenedStore { store: objects::open(&self.url)?, catalogue: None, reader: None })
            }
        }
    }

    /// The file of the ledger, beside which its key and its lock lie; none where a server keeps it.
    pub(crate) fn file(&self) -> Result<Option<PathBuf>, Failure> {
        match self.system {
            System::Sqlite => sqlite::file_of(&self.url).map(Some),
            System::Server(_) | System::Directory => Ok(None),
        }
    }

    /// Whether there is a ledger. Nothing is made or changed.
    pub(crate) async fn holds_ledger(&self) -> Result<bool, Failure> {
        match self.system {
            System::Sqlite => sqlite::holds_ledger(&self.url).await,
            System::Server(server) => servers::holds_ledger(server, &self.url).await,
            System::Directory => Ok(false),
        }
    }

    /// The wrong use of a command that needs a ledger where there is none.
    pub(crate) fn no_ledger(&self) -> Failure {
        let shown = match self.file() {
            Ok(Some(file)) => format!("there is no ledger `{}`", file.display()),
            _ => "there is no ledger in that database".to_owned(),
        };
        Failure::misuse(format!("{shown}; give the ledger with which `oubliette erase` was called"))
    }

    /// The lock beside the ledger. A server's ledger has workers elsewhere, and only leases tell them apart.
    pub(crate) fn lock(&self) -> Result<Lock, Failure> {
        match self.file()? {
            Some(file) => Lock::take(&file),
            None => Ok(Lock::shared()),
        }
    }

    /// Opens the ledger, which is made where it is not there.
    pub(crate) async fn open_ledger(&self) -> Result<Arc<dyn Ledger>, Failure> {
        match self.system {
            System::Sqlite => sqlite::open_ledger(&self.url).await,
            System::Server(server) => servers::open_ledger(server, &self.url).await,
            System::Directory => Err(self.no_ledger()),
        }
    }
}
