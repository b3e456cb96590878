//! Opens databases: which URLs are understood, and what every connection is told first.

use std::str::FromStr;
use std::time::Duration;

use sqlx::mysql::{MySqlConnectOptions, MySqlPool, MySqlPoolOptions};
use sqlx::{ConnectOptions as _, Connection as _};

use super::failure::failure;
use super::session::OURS;
use crate::adapter::sql::driver::is_alive;

/// As many as batches, leases and reads of one engine can use at once.
const CONNECTIONS: u32 = 16;
/// How long a call waits for a connection.
const PATIENCE: Duration = Duration::from_secs(30);

/// Why a database could not be opened. Nothing here repeats the URL, which may hold a password.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum MysqlOpenError {
    /// The text is no URL that the driver understands.
    #[error(
        "this is no URL of a MySQL or MariaDB database; write `mysql://user:password@host:3306/database`"
    )]
    Malformed,
    /// Tables have to lie somewhere.
    #[error("the URL names no database; write `mysql://user:password@host:3306/database`")]
    NoDatabase,
    /// The server cannot be reached, or refuses the user.
    #[error("the database cannot be opened: {0}")]
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
pub(super) async fn connect(url: &str) -> Result<MySqlPool, MysqlOpenError> {
    let options = parse(url)?;
    let unreachable = |error: sqlx::Error| MysqlOpenError::Unreachable(failure(&error).detail);
    // A pool would try again until its patience ends, and not say what was wrong.
    let first = tokio::time::timeout(PATIENCE, options.connect())
        .await
        .map_err(|_| MysqlOpenError::Unreachable("it does not answer".to_owned()))?;
    first.map_err(unreachable)?.close().await.map_err(unreachable)?;
    let pool = MySqlPoolOptions::new()
        .max_connections(CONNECTIONS)
        .acquire_timeout(PATIENCE)
        .test_before_acquire(false)
        .before_acquire(is_alive)
        .after_connect(|connection, _| {
            Box::pin(async move { sqlx::raw_sql(OURS).execute(connection).await.map(drop) })
        });
    pool.connect_with(options).await.map_err(unreachable)
}

fn parse(url: &str) -> Result<MySqlConnectOptions, MysqlOpenError> {
    let rest = url.strip_prefix("mariadb://").or_else(|| url.strip_prefix("mysql://"));
    let rest = rest.ok_or(MysqlOpenError::Malformed)?;
    let options =
        MySqlConnectOptions::from_str(&format!("mysql://{rest}")).map_err(|_| MysqlOpenError::Malformed)?;
    if options.get_database().is_none_or(str::is_empty) {
        return Err(MysqlOpenError::NoDatabase);
    }
    Ok(options.charset("utf8mb4"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_schemes_are_understood_and_no_error_repeats_the_password() {
        assert!(parse("mysql://root@127.0.0.1/crm").is_ok());
        assert!(parse("mariadb://root:s3cret@127.0.0.1:3307/crm").is_ok());
        for url in
            ["", "postgres://u:s3cret@h/d", "mysql://u:s3cret@h:notaport/d", "mysql://u:s3cret@h", "mysql://"]
        {
            let error = parse(url).unwrap_err();
            assert!(!format!("{error} {error:?}").contains("s3cret"), "{error}");
        }
    }
}
