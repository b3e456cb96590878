//! What the driver's errors mean, told without what any record holds.
//!
//! The server's own words hold values (`Duplicate entry 'ana@example.com' for key …`), and a trigger of the host's can put
//! anything into its message. So the words here are made from the error's number; of the server's they take over a
//! name at most, and only where it is spelled as names are.

use sqlx::mysql::MySqlDatabaseError;

use crate::adapter::sql::driver::{Cause, Failure};
use crate::port::StoreErrorKind;

/// What an error of that number means.
struct Meaning {
    kind: StoreErrorKind,
    cause: Cause,
    words: &'static str,
    /// What stands in the server's message right before the name of a column, table or constraint.
    name_behind: &'static str,
}

/// A failure of the driver, sorted.
pub(super) fn failure(error: &sqlx::Error) -> Failure {
    let sqlx::Error::Database(error) = error else {
        return Failure::of_driver(error);
    };
    let Some(error) = error.try_downcast_ref::<MySqlDatabaseError>() else {
        return Failure::new(StoreErrorKind::Other, Cause::Other, "the driver refused it");
    };
    let number = error.number();
    let meaning = meaning(number);
    let name =
        name(error.message(), meaning.name_behind).map(|name| format!(" `{name}`")).unwrap_or_default();
    Failure::new(meaning.kind, meaning.cause, format!("{}{name} (error {number})", meaning.words))
}

fn meaning(number: u16) -> Meaning {
    use StoreErrorKind::{Constraint, Missing, Other, Unavailable, Unsupported};
    let of = |kind, words, name_behind| Meaning { kind, cause: Cause::Other, words, name_behind };
    match number {
        1213 => Meaning {
            cause: Cause::Contention,
            ..of(Unavailable, "a deadlock with another transaction, which went first", "")
        },
        1205 => {
            Meaning { cause: Cause::Contention, ..of(Unavailable, "another transaction holds the rows", "") }
        }
        // MariaDB and MySQL: a row has changed since the snapshot was taken.
        1020 => Meaning { cause: Cause::Contention, ..of(Unavailable, "a row was changed meanwhile", "") },
        1062 | 1169 | 1586 => {
            Meaning { cause: Cause::Duplicate, ..of(Constraint, "a unique index has the value already", "") }
        }
        1451 | 1217 | 1834 => of(Constraint, "a row of another table still refers to it by", "CONSTRAINT `"),
        1452 | 1216 => of(Constraint, "there is no row to refer to by", "CONSTRAINT `"),
        1048 | 1364 => of(Constraint, "null is not allowed in the column", "olumn '"),
        3819 => of(Constraint, "a check forbids it:", "Check constraint '"),
        4025 => of(Constraint, "a check forbids it:", "CONSTRAINT `"),
        1644 | 1442 => Meaning { cause: Cause::Raised, ..of(Constraint, "a trigger refuses it", "") },
        1265 | 1366 | 1264 | 1292 | 1411 | 3140 | 4078 => {
            of(Constraint, "the column's type cannot hold the value:", " column '")
        }
        1406 => of(Constraint, "the value is too long for the column", " column '"),
        1906 | 3105 => of(Constraint, "a generated column cannot be written", ""),
        3141 | 3146 => of(Constraint, "a field inside of JSON is masked in a text that is no JSON", ""),
        1146 | 1051 | 1109 => of(Missing, "there is no such table", ""),
        1054 => of(Missing, "there is no such column:", "column '"),
        1049 => of(Missing, "there is no such database", ""),
        1288 | 1347 | 1348 | 1394 | 1395 | 1443 => of(Unsupported, "the view cannot be written", ""),
        1093 => of(
            Unsupported,
            "the table has no key, and its rows link to one another; give it a primary key",
            "",
        ),
        1153 => of(Other, "the values are more than `max_allowed_packet` lets through; raise it", ""),
        1142 | 1143 | 1044 | 1045 | 1227 | 1370 => of(Other, "the user may not do that", ""),
        1665 => of(Other, "the server logs statements; set `binlog_format` to ROW or MIXED", ""),
        1175 => of(Other, "`sql_safe_updates` forbids it", ""),
        // Too many connections, shutting down, lost, killed, read-only, disk full, timed out, interrupted.
        1040
        | 1203
        | 1226
        | 1053
        | 1077
        | 1079
        | 1152
        | 1158..=1161
        | 1184
        | 1317
        | 1836
        | 1290
        | 1792
        | 1021
        | 1114
        | 1927
        | 1969
        | 1180
        | 1189
        | 1190
        | 1206
        | 2002
        | 2003
        | 2006
        | 2013
        | 3024
        | 3169
        | 4031 => of(Unavailable, "the server does not answer now", ""),
        1034 | 1035 | 1194 | 1195 | 1712 | 1877 => {
            Meaning { cause: Cause::Damage, ..of(Other, "the table is damaged", "") }
        }
        _ => of(Other, "the server refuses it", ""),
    }
}

/// The name behind those words, if it is spelled as names of tables and columns are.
fn name<'m>(message: &'m str, behind: &str) -> Option<&'m str> {
    let (_, rest) = message.split_once(behind).filter(|_| !behind.is_empty())?;
    let (name, _) = rest.split_once(['\'', '`'])?;
    let is_name = name.len() <= 64
        && name.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_')
        && name.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | '.' | '$'));
    is_name.then_some(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_taken_over_and_a_value_is_not() {
        assert_eq!(name("Column 'e_mail' cannot be null", "olumn '"), Some("e_mail"));
        assert_eq!(name("Column 'ana@example.com' cannot be null", "olumn '"), None);
        assert_eq!(name("Column '+919876543210' cannot be null", "olumn '"), None);
        assert_eq!(name("Duplicate entry 'ana' for key 'x'", ""), None);
    }

    #[test]
    fn what_may_be_tried_again_is_told_from_what_may_not() {
        for number in [1213, 1205, 1040, 1053, 1927, 2006, 2013, 1317] {
            assert_eq!(meaning(number).kind, StoreErrorKind::Unavailable, "{number}");
        }
        for number in [1062, 1451, 1452, 1048, 3819, 4025, 1265] {
            assert_eq!(meaning(number).kind, StoreErrorKind::Constraint, "{number}");
        }
        assert_eq!(meaning(1146).kind, StoreErrorKind::Missing);
        assert_eq!(meaning(1).kind, StoreErrorKind::Other);
    }
}
