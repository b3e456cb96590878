//! Moments before an instant, in columns of every type that can hold one, read as `port::instant_of` reads them.
//!
//! Nothing here casts a text that was not looked at first: in a statement that writes, what cannot be cast would be an
//! error and not false.

use chrono::{DateTime, NaiveDate, TimeDelta, Timelike, Utc};

use super::family::Family;
use super::spellings::trimmed;
use crate::adapter::sql::render::{ColumnRef, Sql};
use crate::value::{EventForm, Value};

/// A day of the Gregorian calendar, and nothing that only looks like one.
const DAY: &str = "([0-9]{4}-((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)\
     |02-(0[1-9]|1[0-9]|2[0-8]))|([0-9]{2}(0[48]|[2468][048]|[13579][26])|([02468][048]|[13579][26])00)-02-29)";
const TIME: &str = "([01][0-9]|2[0-3]):[0-5][0-9]";
const SECOND: &str = ":([0-5][0-9]|60)";
const FRACTION: &str = "([.][0-9]+)?";
const OFFSET: &str = "[+-]([01][0-9]|2[0-3])";

/// From the first day of the year 0, on which counting begins here, to 1970.
const DAYS_TO_1970: i64 = 719_528;
const SECONDS_PER_DAY: i64 = 86_400;

/// Numbers of milliseconds beyond these are no instants; and a real number is exact up to 2^53.
fn first_and_last() -> (i64, i64) {
    (DateTime::<Utc>::MIN_UTC.timestamp_millis(), DateTime::<Utc>::MAX_UTC.timestamp_millis())
}

/// The moment in the column lies before the instant.
pub(super) fn before(sql: &mut Sql, column: &ColumnRef<'_>, form: EventForm, instant: DateTime<Utc>) {
    let family = Family::of(column);
    let name = &column.sql;
    match (&family, form) {
        (Family::Date, EventForm::Timestamp | EventForm::Date)
        | (Family::Moment { .. }, EventForm::Timestamp) => {
            calendar(sql, name, instant);
        }
        (Family::Integer, EventForm::Timestamp | EventForm::UnixSeconds) => {
            counted(sql, name, 1_000, instant)
        }
        (Family::Integer | Family::Decimal { scale: 0 }, EventForm::UnixMillis) => {
            counted(sql, name, 1, instant)
        }
        (Family::Decimal { scale: 0 }, EventForm::UnixSeconds) => counted(sql, name, 1_000, instant),
        (Family::Real, EventForm::UnixSeconds) => fractional(sql, name, 1_000, instant),
        (Family::Real, EventForm::UnixMillis) => fractional(sql, name, 1, instant),
        (
            Family::Integer
            | Family::Decimal { .. }
            | Family::Real
            | Family::Date
            | Family::Moment { .. }
            | Family::Bytes
            | Family::Uuid,
            _,
        ) => {
            sql.push("FALSE");
        }
        (_, EventForm::UnixSeconds) => written_number(sql, &trimmed(&family.text(name)), 1_000, instant),
        (_, EventForm::UnixMillis) => written_number(sql, &trimmed(&family.text(name)), 1, instant),
        (_, form) => written_moment(sql, &trimmed(&family.text(name)), form, instant),
    }
}

/// A column of the database's own days or moments. One with a zero for its month or day is none.
fn calendar(sql: &mut Sql, name: &str, instant: DateTime<Utc>) {
    // The columns know microseconds: what lies before the instant lies before the next whole one.
    let above = TimeDelta::nanoseconds((1_000 - i64::from(instant.nanosecond() % 1_000)) % 1_000);
    let limit = instant.checked_add_signed(above).unwrap_or(instant).naive_utc();
    let first = NaiveDate::from_ymd_opt(0, 1, 1).map(|day| day.and_time(chrono::NaiveTime::MIN));
    let behind_last = NaiveDate::from_ymd_opt(10_000, 1, 1).map(|day| day.and_time(chrono::NaiveTime::MIN));
    if first.is_some_and(|first| limit <= first) {
        sql.push("FALSE");
        return;
    }
    sql.push(&format!("(MONTH({name}) > 0 AND DAYOFMONTH({name}) > 0"));
    if behind_last.is_some_and(|last| limit < last) {
        sql.push(&format!(" AND {name} < CAST("));
        sql.bind(Value::Text(limit.format("%Y-%m-%d %H:%M:%S%.6f").to_string())).push(" AS DATETIME(6))");
    }
    sql.push(")");
}

/// A whole number of units of so many milliseconds since 1970.
fn counted(sql: &mut Sql, name: &str, unit: i64, instant: DateTime<Utc>) {
    let (first, last) = first_and_last();
    let millis = millis_above(instant);
    sql.push(&format!("({name} >= "))
        .bind(-(-first / unit))
        .push(&format!(" AND {name} <= "))
        .bind(last / unit);
    // The first whole unit that is no longer before the instant.
    let limit = millis.div_euclid(unit) + i64::from(millis.rem_euclid(unit) > 0);
    sql.push(&format!(" AND {name} < ")).bind(limit).push(")");
}

/// A number with a fraction, of which whole milliseconds count.
fn fractional(sql: &mut Sql, name: &str, factor: i64, instant: DateTime<Utc>) {
    let (first, last) = first_and_last();
    // Beyond these the product could be more than the type holds, which would be an error.
    sql.push(&format!("CASE WHEN ABS({name}) < 1e16 THEN FLOOR({name} * {factor}) END BETWEEN "));
    sql.bind(first).push(" AND ").bind(last.min(millis_above(instant).saturating_sub(1)));
}

/// The same as [`counted`], where the number is written out.
fn written_number(sql: &mut Sql, text: &str, unit: i64, instant: DateTime<Utc>) {
    let number =
        format!("CASE WHEN {text} REGEXP '^[+-]?0*[0-9]{{1,18}}$' THEN CAST({text} AS DECIMAL(65,0)) END");
    counted(sql, &number, unit, instant);
}

/// A moment that is written out.
fn written_moment(sql: &mut Sql, text: &str, form: EventForm, instant: DateTime<Utc>) {
    let pattern = match form {
        EventForm::Date => format!("^{DAY}$"),
        EventForm::Rfc3339 => format!("^{DAY}[Tt ]{TIME}{SECOND}{FRACTION}([Zz]|{OFFSET}:[0-5][0-9])$"),
        _ => format!("^{DAY}([Tt ]{TIME}({SECOND})?{FRACTION} ?([Zz]|{OFFSET}(:?[0-5][0-9])?)?)?$"),
    };
    let part = |from: u32, length: u32| format!("CAST(SUBSTRING({text}, {from}, {length}) AS SIGNED)");
    let (year, month, day) = (part(1, 4), part(6, 2), part(9, 2));
    let days = format!(
        "({year} * 365 + ({year} + 3) DIV 4 - ({year} + 99) DIV 100 + ({year} + 399) DIV 400 \
         + CAST(ELT({month}, 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334) AS SIGNED) + {day} - 1 \
         + ({month} > 2 AND {year} % 4 = 0 AND ({year} % 100 <> 0 OR {year} % 400 = 0)))"
    );
    // What is not there counts as nothing. Behind the minutes there are no other signs than the offset's.
    let or_zero = |there: &str, value: &str| format!("CASE WHEN {there} THEN {value} ELSE 0 END");
    let has_time = format!("CHAR_LENGTH({text}) > 10");
    let has_second = format!("SUBSTRING({text}, 17, 1) = ':'");
    let rest = format!("SUBSTRING({text}, 17)");
    let has_fraction = format!("{rest} REGEXP '[.]'");
    let fraction =
        format!("CAST(CONCAT('0.', SUBSTRING(REGEXP_SUBSTR({rest}, '[.][0-9]+'), 2, 9)) AS DECIMAL(10,9))");
    let has_offset = format!("{rest} REGEXP '[+-]'");
    let offset = format!("REGEXP_SUBSTR({rest}, '[+-].*')");
    let offset_minutes =
        format!("CASE WHEN CHAR_LENGTH({offset}) > 3 THEN CAST(RIGHT({offset}, 2) AS SIGNED) ELSE 0 END");
    let ahead = format!(
        "(CASE LEFT({offset}, 1) WHEN '-' THEN -60 ELSE 60 END \
         * (CAST(SUBSTRING({offset}, 2, 2) AS SIGNED) * 60 + {offset_minutes}))"
    );
    let moment = format!(
        "{days} * {SECONDS_PER_DAY} + {} + {} + {} - {}",
        or_zero(&has_time, &format!("({} * 3600 + {} * 60)", part(12, 2), part(15, 2))),
        or_zero(&has_second, &part(18, 2)),
        or_zero(&has_fraction, &fraction),
        or_zero(&has_offset, &ahead),
    );
    let seconds = instant.timestamp() + DAYS_TO_1970 * SECONDS_PER_DAY;
    sql.push(&format!("CASE WHEN {text} REGEXP '{pattern}' THEN {moment} END < CAST("));
    sql.bind(Value::Text(decimal(seconds, instant.timestamp_subsec_nanos()))).push(" AS DECIMAL(24,9))");
}

/// Seconds and nanoseconds on top of them as one decimal.
fn decimal(seconds: i64, nanos: u32) -> String {
    let total = i128::from(seconds) * 1_000_000_000 + i128::from(nanos);
    let (sign, size) = (if total < 0 { "-" } else { "" }, total.unsigned_abs());
    format!("{sign}{}.{:09}", size / 1_000_000_000, size % 1_000_000_000)
}

/// The first whole millisecond that is not before the instant.
fn millis_above(instant: DateTime<Utc>) -> i64 {
    instant.timestamp_millis().saturating_add(i64::from(!instant.nanosecond().is_multiple_of(1_000_000)))
}
