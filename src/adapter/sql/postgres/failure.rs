//! What PostgreSQL's errors mean, told without what any record holds.
//!
//! PostgreSQL's own words are never repeated: they hold values (`Key (email)=(…)`). What is told are the code and the names
//! of the table, the column and the constraint, which come beside the words.

use sqlx::postgres::PgDatabaseError;

use crate::adapter::sql::driver::{Cause, Failure};
use crate::port::StoreErrorKind;

/// A function of the server in which an error arises that a trigger or function of the host's has raised: its names are
/// the host's to choose, and could be values.
const RAISED: &str = "exec_stmt_raise";

/// A failure of the driver, sorted.
pub(super) fn failure(error: &sqlx::Error) -> Failure {
    let database = match error {
        sqlx::Error::Database(error) => error.try_downcast_ref::<PgDatabaseError>(),
        _ => None,
    };
    let Some(error) = database else {
        return Failure::of_driver(error);
    };
    let code = error.code();
    let (kind, cause) = sort(code);
    let is_raised = error.routine() == Some(RAISED);
    let detail = match meaning(code) {
        _ if is_raised => format!("a trigger or function refuses it (SQLSTATE {code})"),
        Some(meaning) => format!("{meaning} (SQLSTATE {code}{})", names(error)),
        None => format!("SQLSTATE {code}{}", names(error)),
    };
    match (kind, cause) {
        (StoreErrorKind::Other | StoreErrorKind::Constraint, Cause::Other) if is_raised => {
            Failure::new(StoreErrorKind::Constraint, Cause::Raised, detail)
        }
        _ => Failure::new(kind, cause, detail),
    }
}

/// The kinds of failures by their codes.
fn sort(code: &str) -> (StoreErrorKind, Cause) {
    let class = code.get(..2).unwrap_or_default();
    match (class, code) {
        (_, "40001" | "40P01" | "55P03") => (StoreErrorKind::Unavailable, Cause::Contention),
        (_, "23505") => (StoreErrorKind::Constraint, Cause::Duplicate),
        ("23" | "44", _) => (StoreErrorKind::Constraint, Cause::Other),
        (_, "42P01" | "42703" | "3F000") => (StoreErrorKind::Missing, Cause::Other),
        (_, "428C9" | "0A000" | "55000" | "42809") => (StoreErrorKind::Unsupported, Cause::Other),
        // Broken connections, shutdowns and cancelled statements, what the server has too little of, a standby.
        ("08" | "53" | "57" | "58", _) | (_, "25006" | "25P03" | "25P04" | "40003") => {
            (StoreErrorKind::Unavailable, Cause::Other)
        }
        (_, "XX001" | "XX002") => (StoreErrorKind::Other, Cause::Damage),
        _ => (StoreErrorKind::Other, Cause::Other),
    }
}

/// What the codes that are met most mean, in words that help.
fn meaning(code: &str) -> Option<&'static str> {
    Some(match code {
        "40001" => "another transaction changed the same rows",
        "40P01" => "a deadlock with another transaction",
        "55P03" => "another transaction holds a lock for too long",
        "23502" => "a column must not be null",
        "23503" => "other rows refer to the rows",
        "23505" => "a unique index has the value already",
        "23514" => "a check does not allow the value",
        "22001" => "the value is too long for the column",
        "22P02" | "22007" | "22008" | "42804" => "the column's type cannot hold the value",
        "42883" => "the column's type has no such operation",
        "42501" => "the role has no right to it",
        "428C9" => "the database works the column out itself",
        "57014" => "the statement was cancelled or took too long",
        "57P01" | "57P02" | "57P03" => "the server ended the connection",
        "53300" => "the server has no connection left",
        "25006" => "the server only reads",
        _ => return None,
    })
}

fn names(error: &PgDatabaseError) -> String {
    let parts = [("table", error.table()), ("column", error.column()), ("constraint", error.constraint())];
    let named = parts.into_iter().filter_map(|(what, name)| name.map(|name| format!(", {what} `{name}`")));
    named.collect()
}
