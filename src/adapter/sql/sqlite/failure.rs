//! What the driver's errors mean, told without what any record holds.
//!
//! SQLite's own words are repeated only where they are known to name nothing but tables and columns: a trigger of the
//! host's can put anything into its message.

use crate::adapter::sql::driver::{Cause, Failure};
use crate::port::StoreErrorKind;

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

/// Busy, locked.
const HELD: [u32; 2] = [5, 6];
/// Interrupted, input and output, full, a race for the log.
const PASSING: [u32; 4] = [9, 10, 13, 15];

/// What stands in the way of a file that is as it should be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Obstacle {
    /// Another program holds it.
    Lock,
    /// The operating system cannot serve it just now.
    System,
}

/// What stands in the way for a while; `None` for what trying again does not mend.
pub(super) fn obstacle(error: &sqlx::Error) -> Option<Obstacle> {
    let primary = match error {
        sqlx::Error::Database(error) => error.code()?.parse::<u32>().ok()? & 0xff,
        sqlx::Error::PoolTimedOut => return Some(Obstacle::Lock),
        _ => return None,
    };
    match primary {
        code if HELD.contains(&code) => Some(Obstacle::Lock),
        code if PASSING.contains(&code) => Some(Obstacle::System),
        _ => None,
    }
}

/// A failure of the driver, sorted.
pub(super) fn failure(error: &sqlx::Error) -> Failure {
    let sqlx::Error::Database(error) = error else {
        return Failure::of_driver(error);
    };
    let code: u32 = error.code().and_then(|code| code.parse().ok()).unwrap_or(1);
    let primary = code & 0xff;
    let message = error.message();
    // RAISE in a trigger of the host's: the words are the host's too.
    // Foreign keys that act at once come with the same code.
    let is_key = message.starts_with("FOREIGN KEY constraint failed");
    let is_trigger = primary == CONSTRAINT && code >> 8 == TRIGGER && !is_key;
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
    let cause = match primary {
        CONSTRAINT if is_trigger => Cause::Raised,
        CONSTRAINT if error.is_unique_violation() => Cause::Duplicate,
        primary if CORRUPT.contains(&primary) => Cause::Damage,
        _ => Cause::Other,
    };
    let detail = if harmless {
        format!("{message} (SQLite code {code})")
    } else if is_trigger {
        format!("a trigger refuses it (SQLite code {code})")
    } else {
        format!("SQLite code {code}")
    };
    Failure::new(kind, cause, detail)
}
