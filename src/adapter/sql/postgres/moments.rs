//! Moments in columns of every class, compared with an instant exactly as [`instant_of`](crate::value::instant_of) reads them.
//!
//! Columns of moments are compared as they are, so that an index serves. Text is taken apart by a pattern, and what comes
//! out is counted in whole numbers: no text, however odd, makes PostgreSQL raise an error.

use chrono::{DateTime, Datelike, Utc};

use super::class::{Class, Type};
use crate::adapter::sql::render::{ColumnRef, Sql};
use crate::value::{EventForm, Value};

/// What `str::trim` takes for white space.
pub(super) const WHITE_SPACE: &str = "\t\n\u{b}\u{c}\r \u{85}\u{a0}\u{1680}\u{2000}\u{2001}\u{2002}\u{2003}\u{2004}\u{2005}\
     \u{2006}\u{2007}\u{2008}\u{2009}\u{200a}\u{2028}\u{2029}\u{202f}\u{205f}\u{3000}";

/// The groups of every pattern: year, month, day, hour, minute, second, fraction, sign of the offset, its hours and minutes.
const DAY: &str = "([0-9]{4})-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])";
const NO_TIME: &str = "()()()()()()()";
const HOUR_AND_MINUTE: &str = "([01][0-9]|2[0-3]):([0-5][0-9])";
/// As RFC 3339 has it, and as the engine's reader does: a minus sign may be the typographic one.
const RFC_OFFSET: &str = "(?:[Zz]|([-+\u{2212}])([01][0-9]|2[0-3]):([0-5][0-9]))";

/// That the moment in the column lies before the instant.
pub(super) fn push_before(sql: &mut Sql, column: &ColumnRef<'_>, form: EventForm, instant: DateTime<Utc>) {
    let kind = Type::of(column);
    let milliseconds = ceiling(instant, 1_000_000);
    match (kind.class, form) {
        (Class::Timestamptz, EventForm::Timestamp | EventForm::Rfc3339)
        | (Class::Timestamp, EventForm::Timestamp)
        | (Class::Date, EventForm::Timestamp | EventForm::Date) => {
            push_native(sql, column, &kind, instant);
        }
        (Class::Integer, EventForm::Timestamp | EventForm::UnixSeconds) => {
            push_number(
                sql,
                &column.sql,
                DateTime::<Utc>::MIN_UTC.timestamp(),
                ceiling(instant, 1_000_000_000),
            );
        }
        (Class::Integer, EventForm::UnixMillis) => {
            push_number(sql, &column.sql, first_millisecond(), milliseconds);
        }
        (Class::Real, EventForm::UnixSeconds | EventForm::UnixMillis) => {
            let (factor, most) = if form == EventForm::UnixMillis { ("1", "1e16") } else { ("1000", "1e13") };
            let real = format!("{}::float8", column.sql);
            sql.push(&format!("CASE WHEN {real} > -{most} AND {real} < {most} THEN "));
            push_number(sql, &format!("floor({real} * {factor})"), first_millisecond(), milliseconds);
            sql.push(" END");
        }
        (Class::Boolean | Class::Bytes | Class::Integer | Class::Real, _) => {
            sql.push("FALSE");
        }
        (_, EventForm::UnixSeconds) => push_written_number(sql, &kind.text(&column.sql), 1000, milliseconds),
        (_, EventForm::UnixMillis) => push_written_number(sql, &kind.text(&column.sql), 1, milliseconds),
        (Class::Date | Class::Timestamp | Class::Timestamptz, _) => {
            sql.push("FALSE");
        }
        (_, EventForm::Timestamp) => {
            // After the day: nothing, or a time; `T` or a blank before it, and an offset behind it if there is one.
            let pattern = format!(
                "^{DAY}(?:[ Tt]{HOUR_AND_MINUTE}(?::([0-5][0-9]|60))?(?:[.]([0-9]+))?\
                 (?: ?(?:[Zz]|([-+])([01][0-9]|2[0-3])(?::?([0-5][0-9]))?))?)?$"
            );
            push_written(sql, &kind.text(&column.sql), &pattern, false, instant);
        }
        (_, EventForm::Rfc3339) => {
            let pattern =
                format!("^{DAY}[ Tt]{HOUR_AND_MINUTE}:([0-5][0-9]|60)(?:[.]([0-9]+))?{RFC_OFFSET}$");
            push_written(sql, &kind.text(&column.sql), &pattern, true, instant);
        }
        (_, EventForm::Date) => {
            push_written(sql, &kind.text(&column.sql), &format!("^{DAY}{NO_TIME}$"), false, instant);
        }
    }
}

/// The least whole number of units since 1970 that does not lie before the instant.
fn ceiling(instant: DateTime<Utc>, unit: i128) -> i64 {
    let nanos =
        i128::from(instant.timestamp()) * 1_000_000_000 + i128::from(instant.timestamp_subsec_nanos());
    let whole = nanos.div_euclid(unit) + i128::from(nanos.rem_euclid(unit) > 0);
    i64::try_from(whole).unwrap_or(i64::MAX)
}

/// The first millisecond that the reader knows.
fn first_millisecond() -> i64 {
    DateTime::<Utc>::MIN_UTC.timestamp_millis()
}

/// A column of moments. Infinity is no moment, and neither is a year that has not four digits.
fn push_native(sql: &mut Sql, column: &ColumnRef<'_>, kind: &Type, instant: DateTime<Utc>) {
    let (first, last) = ("0001-01-01", "10000-01-01");
    let until = if instant.year() < 1 {
        first.to_owned()
    } else if instant.year() > 9999 {
        last.to_owned()
    } else if kind.class == Class::Date {
        let seconds = ceiling(instant, 1_000_000_000);
        let days = seconds.div_euclid(86_400) + i64::from(seconds.rem_euclid(86_400) > 0);
        DateTime::from_timestamp(days * 86_400, 0)
            .map_or_else(|| last.to_owned(), |day| day.format("%Y-%m-%d").to_string())
    } else {
        DateTime::from_timestamp_micros(ceiling(instant, 1_000))
            .map_or_else(|| last.to_owned(), |moment| moment.format("%Y-%m-%dT%H:%M:%S%.6f").to_string())
    };
    // What rounding carries over the end of the last year is that end.
    let until = if until.starts_with('+') { last } else { until.as_str() };
    let zone = if kind.class == Class::Timestamptz { "+00" } else { "" };
    let with_zone = |day: &str| match (zone, day.contains('T')) {
        ("", _) => day.to_owned(),
        (zone, true) => format!("{day}{zone}"),
        (zone, false) => format!("{day} 00:00:00{zone}"),
    };
    for (index, (operator, bound)) in [(">=", first), ("<", until)].into_iter().enumerate() {
        sql.push(if index > 0 { " AND " } else { "(" });
        sql.push(&format!("{} {operator} ", column.sql)).bind(with_zone(bound));
        sql.push("::text::").push(&kind.name);
    }
    sql.push(")");
}

fn push_number(sql: &mut Sql, number: &str, first: i64, until: i64) {
    sql.push(&format!("({number} >= ")).bind(first);
    sql.push(&format!(" AND {number} < ")).bind(until).push(")");
}

/// Text that is a whole number of so many milliseconds.
fn push_written_number(sql: &mut Sql, text: &str, unit: i64, until: i64) {
    sql.push("(SELECT ");
    push_number(sql, &format!("((\"m\"[1] || \"m\"[2])::numeric * {unit})"), first_millisecond(), until);
    // A plus says nothing; zeros before the number may be as many as somebody likes.
    sql.push(&format!(" FROM regexp_match(btrim({text}, ")).bind(WHITE_SPACE);
    sql.push(") COLLATE \"C\", '^(?:[+]|(-)?)0*([0-9]{1,19})$') AS \"r\"(\"m0\"), ");
    sql.push("LATERAL (SELECT ARRAY[coalesce(\"m0\"[1], ''), \"m0\"[2]] AS \"m\") AS \"s\")");
}

/// Text that is a day or a moment. A leap second is the next second, or where `leaps` says so, longer than others.
fn push_written(sql: &mut Sql, text: &str, pattern: &str, leaps: bool, instant: DateTime<Utc>) {
    let (second, beyond) = if leaps { ("least(\"s\", 59)", "\"s\" = 60") } else { ("\"s\"", "FALSE") };
    let epoch = format!(
        "extract(epoch FROM make_date(CASE \"y\" WHEN 0 THEN -1 ELSE \"y\" END, \"mo\", \"d\"))::int8 \
         + \"h\" * 3600 + \"mi\" * 60 + {second} - \"ahead\""
    );
    let nanos = format!("\"f\" + CASE WHEN {beyond} THEN 1000000000 ELSE 0 END");
    let last_day = "CASE WHEN \"mo\" = 2 THEN CASE WHEN \"y\" % 4 = 0 AND (\"y\" % 100 <> 0 OR \"y\" % 400 = 0) \
                    THEN 29 ELSE 28 END WHEN \"mo\" IN (4, 6, 9, 11) THEN 30 ELSE 31 END";
    sql.push(&format!("(SELECT CASE WHEN \"d\" <= {last_day} THEN ({epoch}, {nanos}) < ("));
    sql.bind(instant.timestamp()).push(", ");
    sql.bind(i64::from(instant.timestamp_subsec_nanos()));
    sql.push(&format!(") END FROM regexp_match(btrim({text}, ")).bind(WHITE_SPACE);
    sql.push(") COLLATE \"C\", ").bind(Value::from(pattern));
    let number = |group: usize| format!("coalesce(nullif(\"m\"[{group}], '')::int, 0)");
    sql.push(&format!(
        ") AS \"r\"(\"m\"), LATERAL (SELECT \"m\"[1]::int AS \"y\", \"m\"[2]::int AS \"mo\", \"m\"[3]::int AS \"d\", \
         {} AS \"h\", {} AS \"mi\", {} AS \"s\", rpad(left(coalesce(\"m\"[7], ''), 9), 9, '0')::int8 AS \"f\", \
         CASE WHEN \"m\"[8] = '+' THEN 1 ELSE -1 END * ({} * 3600 + {} * 60) AS \"ahead\") AS \"p\")",
        number(4),
        number(5),
        number(6),
        number(9),
        number(10),
    ));
}
