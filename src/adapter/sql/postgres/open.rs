//! Opens databases by URL, and what every connection is told first.

use std::str::FromStr;
use std::time::Duration;

use sqlx::postgres::{PgConnectOptions, PgPool, PgPoolOptions};
use sqlx::{ConnectOptions as _, Connection as _, Executor as _};

use super::driver::Use;
use super::failure::failure;
use crate::adapter::sql::driver::is_alive;

/// How many connections a pool of ours has.
const CONNECTIONS: u32 = 8;
/// How long a call waits for one of them, and so for the server.
const PATIENCE: Duration = Duration::from_secs(30);
/// Statements of a store are planned each time; those of a ledger are few.
const STATEMENTS: usize = 64;
/// How we call ourselves where the server shows who is connected.
const NAME: &str = "oubliette";

/// A batch that waits longer for a lock is tried again; a transaction that lost its program lets go of its locks; and the
/// types that are told as the session says are told in one way.
const SETTINGS: &str = "SET lock_timeout = '10s'; SET idle_in_transaction_session_timeout = '5min'; \
                        SET IntervalStyle = 'postgres'";
/// A ledger's writes are on the disk when they return.
const DURABLE: &str = "SET synchronous_commit = on";

/// Why a database could not be opened. Says nothing of the URL, in which a password may stand.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum PostgresOpenError {
    /// The text is no URL that the driver understands.
    #[error("this is no URL of a PostgreSQL database; write `postgres://user:password@host:port/database`")]
    Malformed,
    /// The server cannot be reached, or does not let us in.
    #[error("the PostgreSQL server cannot be used: {0}")]
    Unreachable(String),
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

/// Connects to the database that the URL names.
pub(super) async fn connect(url: &str, used_as: Use) -> Result<PgPool, PostgresOpenError> {
    if !["postgres://", "postgresql://"].iter().any(|scheme| url.starts_with(scheme)) {
        return Err(PostgresOpenError::Malformed);
    }
    let mut options = PgConnectOptions::from_str(url).map_err(|_| PostgresOpenError::Malformed)?;
    if options.get_application_name().is_none() {
        options = options.application_name(NAME);
    }
    let options = options.statement_cache_capacity(STATEMENTS);
    let unreachable = |error: sqlx::Error| PostgresOpenError::Unreachable(failure(&error).detail);
    // A pool would try again until its patience ends, and not say what was wrong.
    let first = tokio::time::timeout(PATIENCE, options.connect())
        .await
        .map_err(|_| PostgresOpenError::Unreachable("it does not answer".to_owned()))?;
    first.map_err(unreachable)?.close().await.map_err(unreachable)?;
    PgPoolOptions::new()
        .max_connections(CONNECTIONS)
        .acquire_timeout(PATIENCE)
        .test_before_acquire(false)
        .before_acquire(is_alive)
        .after_connect(move |connection, _| {
            Box::pin(async move {
                connection.execute(SETTINGS).await?;
                if used_as == Use::Ledger {
                    connection.execute(DURABLE).await?;
                }
                Ok(())
            })
        })
        .connect_with(options)
        .await
        .map_err(unreachable)
}
