//! What the driver's errors mean, told without what any record holds.
//!
//! SQLite's own words are repeated only where they are known to name nothing but tables and columns: a trigger of the
//! host's can put anything into its message.

use crate::port::{LedgerError, StoreError, StoreErrorKind};

/// The words that SQLite puts before names of tables, columns and constraints, and nothing else.
const HARMLESS: &[&str] = &[
    "no such table: ",
    "no such column: ",
    "UNIQUE constraint failed: ",
    "NOT NULL constraint failed: ",
    "CHECK constraint failed: ",
    "FOREIGN KEY constraint failed",
    "cannot modify ",
    "cannot UPDATE generated column ",
];

/// SQLite's primary result codes by what they mean here.
const CONSTRAINT: u32 = 19;
const TRIGGER: u32 = 7;
const CORRUPT: [u32; 2] = [11, 26];
/// Permission, busy, locked, read-only, interrupted, input and output, full, cannot open, protocol.
const UNAVAILABLE: [u32; 9] = [3, 5, 6, 8, 9, 10, 13, 14, 15];

/// A failure of the driver, sorted.
#[derive(Debug)]
pub(super) struct Failure {
    pub(super) kind: StoreErrorKind,
    /// The database itself is damaged, or not one.
    pub(super) corrupt: bool,
    pub(super) detail: String,
}

impl From<&sqlx::Error> for Failure {
    fn from(error: &sqlx::Error) -> Self {
        let sqlx::Error::Database(error) = error else {
            return Self::of_driver(error);
        };
        let code: u32 = error.code().and_then(|code| code.parse().ok()).unwrap_or(1);
        let primary = code & 0xff;
        let message = error.message();
        // RAISE in a trigger of the host's: the words are the host's too.
        let is_trigger = primary == CONSTRAINT && code >> 8 == TRIGGER;
        let harmless = !is_trigger && HARMLESS.iter().any(|words| message.starts_with(words));
        let kind = if primary == CONSTRAINT {
            StoreErrorKind::Constraint
        } else if UNAVAILABLE.contains(&primary) {
            StoreErrorKind::Unavailable
        } else if message.starts_with("no such table: ") || message.starts_with("no such column: ") {
            StoreErrorKind::Missing
        } else {
            StoreErrorKind::Other
        };
        let detail = if harmless {
            format!("{message} (SQLite code {code})")
        } else if is_trigger {
            format!("a trigger refuses it (SQLite code {code})")
        } else {
            format!("SQLite code {code}")
        };
        Self { kind, corrupt: CORRUPT.contains(&primary), detail }
    }
}

impl Failure {
    /// What went wrong before SQLite was reached, or with what it answered.
    fn of_driver(error: &sqlx::Error) -> Self {
        let (kind, detail) = match error {
            sqlx::Error::PoolTimedOut => (StoreErrorKind::Unavailable, "all connections are in use"),
            sqlx::Error::PoolClosed => (StoreErrorKind::Unavailable, "the pool is closed"),
            sqlx::Error::Io(_) | sqlx::Error::WorkerCrashed => {
                (StoreErrorKind::Unavailable, "the connection broke")
            }
            sqlx::Error::ColumnDecode { .. } | sqlx::Error::Decode(_) => {
                (StoreErrorKind::Other, "a value could not be read")
            }
            _ => (StoreErrorKind::Other, "the driver refused it"),
        };
        Self { kind, corrupt: false, detail: detail.to_owned() }
    }
}

/// What a store says of the driver's error; `context` is what was tried, on which table.
pub(super) fn store_error(context: impl Into<String>, error: &sqlx::Error) -> StoreError {
    let failure = Failure::from(error);
    StoreError::new(failure.kind, context, failure.detail)
}

/// What a ledger says of the driver's error.
pub(super) fn ledger_error(error: &sqlx::Error) -> LedgerError {
    let failure = Failure::from(error);
    if failure.corrupt || failure.kind == StoreErrorKind::Missing {
        LedgerError::Corrupt(failure.detail)
    } else {
        LedgerError::Unavailable(failure.detail)
    }
}
