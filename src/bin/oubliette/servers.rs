//! PostgreSQL and MySQL as the command uses them.
//!
//! In a build without a driver there is nothing here but the message that it is missing; URLs are refused before that.

use std::sync::Arc;

use oubliette::port::{Catalogue, Ledger, Store};

use super::failure::Failure;

/// A database server.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Server {
    Postgres,
    Mysql,
}

/// A store, and what lists its tables.
type WithCatalogue = (Arc<dyn Store>, Arc<dyn Catalogue>);

/// Opens a store.
pub(crate) async fn open_store(server: Server, url: &str) -> Result<WithCatalogue, Failure> {
    match server {
        #[cfg(feature = "postgres")]
        Server::Postgres => {
            let store = oubliette::adapter::sql::PostgresStore::open(url).await.map_err(postgres_unopened)?;
            Ok((Arc::new(store.clone()), Arc::new(store)))
        }
        #[cfg(feature = "mysql")]
        Server::Mysql => {
            let store = oubliette::adapter::sql::MysqlStore::open(url).await.map_err(mysql_unopened)?;
            Ok((Arc::new(store.clone()), Arc::new(store)))
        }
        #[cfg(not(all(feature = "postgres", feature = "mysql")))]
        _ => Err(missing(url)),
    }
}

/// Opens a ledger, whose tables are made where they are not there.
pub(crate) async fn open_ledger(server: Server, url: &str) -> Result<Arc<dyn Ledger>, Failure> {
    match server {
        #[cfg(feature = "postgres")]
        Server::Postgres => {
            Ok(Arc::new(oubliette::adapter::sql::PostgresLedger::open(url).await.map_err(postgres_unopened)?))
        }
        #[cfg(feature = "mysql")]
        Server::Mysql => {
            Ok(Arc::new(oubliette::adapter::sql::MysqlLedger::open(url).await.map_err(mysql_unopened)?))
        }
        #[cfg(not(all(feature = "postgres", feature = "mysql")))]
        _ => Err(missing(url)),
    }
}

/// Whether the database holds a ledger's tables. Nothing is made or changed.
pub(crate) async fn holds_ledger(server: Server, url: &str) -> Result<bool, Failure> {
    match server {
        #[cfg(feature = "postgres")]
        Server::Postgres => {
            oubliette::adapter::sql::PostgresLedger::is_at(url).await.map_err(postgres_unopened)
        }
        #[cfg(feature = "mysql")]
        Server::Mysql => oubliette::adapter::sql::MysqlLedger::is_at(url).await.map_err(mysql_unopened),
        #[cfg(not(all(feature = "postgres", feature = "mysql")))]
        _ => Err(missing(url)),
    }
}

/// The drivers' own words say what to do and never repeat the URL. A server that is not there or lets nobody in is a failure:
/// the same call may work the next time.
#[cfg(feature = "postgres")]
fn postgres_unopened(error: oubliette::adapter::sql::PostgresOpenError) -> Failure {
    use oubliette::adapter::sql::PostgresOpenError as Error;
    match error {
        Error::Unreachable(_) | Error::Tables(_) => Failure::stopped(error.to_string()),
        error => Failure::misuse(error.to_string()),
    }
}

#[cfg(feature = "mysql")]
fn mysql_unopened(error: oubliette::adapter::sql::MysqlOpenError) -> Failure {
    use oubliette::adapter::sql::MysqlOpenError as Error;
    match error {
        Error::Unreachable(_) | Error::Tables(_) => Failure::stopped(error.to_string()),
        error => Failure::misuse(error.to_string()),
    }
}

#[cfg(not(all(feature = "postgres", feature = "mysql")))]
fn missing(_url: &str) -> Failure {
    Failure::misuse("this build has no driver for that server; build with `--features cli,postgres,mysql`")
}
