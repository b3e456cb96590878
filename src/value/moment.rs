//! Reading the moments that records hold, the same in every store and in the engine.
//!
//! Knows spellings of moments; knows no time zones but offsets, and no database.

use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Utc};

use super::Value;
use crate::text::words::words;

words! {
    /// How a store writes down an instant.
    #[derive(Default)]
    "a form of an instant" EventForm {
        /// The database's own date and time types (the default); text is read as RFC 3339 or `YYYY-MM-DD[ hh:mm[:ss]]` in UTC.
        #[default]
        Timestamp = "timestamp",
        /// Text as in RFC 3339.
        Rfc3339 = "rfc3339",
        /// A calendar day, `YYYY-MM-DD`; the event is taken to be at the start of that day in UTC.
        Date = "date",
        /// Seconds since 1970-01-01 UTC.
        UnixSeconds = "unix_seconds",
        /// Milliseconds since 1970-01-01 UTC.
        UnixMillis = "unix_millis",
    }
}

/// The moment that `value` holds, written down as `form` says; `None` where there is none, or none that can be read.
///
/// | form | what is read |
/// |---|---|
/// | `Timestamp` | text: `YYYY-MM-DD`, or that and `hh:mm[:ss[.fraction]]` behind a space or `T`, and then nothing (UTC), `Z`, `±hh`, `±hhmm` or `±hh:mm`. A whole number: seconds since 1970 |
/// | `Rfc3339` | text as in RFC 3339, offset included |
/// | `Date` | text `YYYY-MM-DD`; the day's first instant in UTC |
/// | `UnixSeconds`, `UnixMillis` | a number, or text that is a whole number |
///
/// White space around a text is ignored. A fraction finer than a nanosecond is cut off.
///
/// ```
/// use oubliette::value::{EventForm, Value};
/// use oubliette::value::instant_of;
///
/// let local = instant_of(&Value::from("2026-11-21 05:30:00+05:30"), EventForm::Timestamp);
/// assert_eq!(local, instant_of(&Value::from("2026-11-21"), EventForm::Date));
/// assert_eq!(instant_of(&Value::from("0000-00-00 00:00:00"), EventForm::Timestamp), None);
/// ```
pub fn instant_of(value: &Value, form: EventForm) -> Option<DateTime<Utc>> {
    match form {
        EventForm::Timestamp => match value {
            Value::Integer(seconds) => DateTime::from_timestamp(*seconds, 0),
            other => timestamp(other.as_text()?.trim()),
        },
        EventForm::Rfc3339 => {
            DateTime::parse_from_rfc3339(value.as_text()?.trim()).ok().map(|moment| moment.to_utc())
        }
        EventForm::Date => Some(day(value.as_text()?.trim())?.and_time(NaiveTime::MIN).and_utc()),
        EventForm::UnixSeconds => since_1970(value, 1_000),
        EventForm::UnixMillis => since_1970(value, 1),
    }
}

/// A number of units of so many milliseconds since 1970.
fn since_1970(value: &Value, unit: i64) -> Option<DateTime<Utc>> {
    let millis = match value {
        Value::Integer(number) => number.checked_mul(unit)?,
        Value::Text(text) => text.trim().parse::<i64>().ok()?.checked_mul(unit)?,
        Value::Real(number) => {
            let millis = (number * if unit == 1 { 1.0 } else { 1_000.0 }).floor();
            // Whole numbers up to here are exact in a Real; chrono's last instant lies below.
            if millis.abs() < 9_007_199_254_740_992.0 {
                #[expect(clippy::cast_possible_truncation, reason = "whole, and within 2^53")]
                let millis = millis as i64;
                millis
            } else {
                return None;
            }
        }
        _ => return None,
    };
    DateTime::from_timestamp_millis(millis)
}

fn timestamp(text: &str) -> Option<DateTime<Utc>> {
    let date = day(text.get(..10)?)?;
    let Some(rest) = text.get(10..).filter(|rest| !rest.is_empty()) else {
        return Some(date.and_time(NaiveTime::MIN).and_utc());
    };
    let rest = rest.strip_prefix([' ', 'T', 't'])?;
    let (hour, rest) = two_digits(rest)?;
    let (minute, rest) = two_digits(rest.strip_prefix(':')?)?;
    let (second, rest) = match rest.strip_prefix(':') {
        Some(rest) => two_digits(rest)?,
        None => (0, rest),
    };
    let (nanos, rest) = match rest.strip_prefix('.') {
        Some(rest) => fraction(rest)?,
        None => (0, rest),
    };
    let ahead = offset(rest.strip_prefix(' ').unwrap_or(rest))?;
    let local = local_moment(date, hour, minute, second, nanos)?;
    Some(local.checked_sub_signed(ahead)?.and_utc())
}

/// A leap second is taken as the first second of the next minute, as in RFC 3339 arithmetic without a leap table.
fn local_moment(date: NaiveDate, hour: u32, minute: u32, second: u32, nanos: u32) -> Option<NaiveDateTime> {
    let (second, extra) = if second == 60 { (59, 1) } else { (second, 0) };
    date.and_time(NaiveTime::from_hms_nano_opt(hour, minute, second, nanos)?)
        .checked_add_signed(TimeDelta::seconds(extra))
}

/// Exactly `YYYY-MM-DD`.
fn day(text: &str) -> Option<NaiveDate> {
    let (century, rest) = two_digits(text)?;
    let (year, rest) = two_digits(rest)?;
    let (month, rest) = two_digits(rest.strip_prefix('-')?)?;
    let (day, rest) = two_digits(rest.strip_prefix('-')?)?;
    if !rest.is_empty() {
        return None;
    }
    NaiveDate::from_ymd_opt(i32::try_from(century * 100 + year).ok()?, month, day)
}

fn two_digits(text: &str) -> Option<(u32, &str)> {
    let (digits, rest) = text.split_at_checked(2)?;
    let number = digits.chars().try_fold(0, |number, c| Some(number * 10 + c.to_digit(10)?))?;
    Some((number, rest))
}

/// Nanoseconds, from at least one digit.
fn fraction(text: &str) -> Option<(u32, &str)> {
    let end = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
    let (digits, rest) = text.split_at_checked(end)?;
    if digits.is_empty() {
        return None;
    }
    let nanos = digits
        .chars()
        .chain(std::iter::repeat('0'))
        .take(9)
        .try_fold(0, |number, c| Some(number * 10 + c.to_digit(10)?))?;
    Some((nanos, rest))
}

/// How far local time is ahead of UTC.
fn offset(text: &str) -> Option<TimeDelta> {
    if matches!(text, "" | "Z" | "z") {
        return Some(TimeDelta::zero());
    }
    let (sign, rest) = match text.strip_prefix('+') {
        Some(rest) => (1, rest),
        None => (-1, text.strip_prefix('-')?),
    };
    let (hours, rest) = two_digits(rest)?;
    let (minutes, rest) =
        if rest.is_empty() { (0, rest) } else { two_digits(rest.strip_prefix(':').unwrap_or(rest))? };
    if hours > 23 || minutes > 59 || !rest.is_empty() {
        return None;
    }
    TimeDelta::try_minutes(sign * i64::from(hours * 60 + minutes))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str, form: EventForm) -> Option<String> {
        instant_of(&Value::from(text), form).map(|moment| moment.to_rfc3339())
    }

    #[test]
    fn a_timestamp_is_read_in_every_spelling_that_databases_use() {
        let noon = Some("2024-02-29T12:00:00+00:00".to_owned());
        for text in [
            "2024-02-29 12:00",
            "2024-02-29T12:00:00",
            " 2024-02-29 12:00:00.000000 ",
            "2024-02-29 12:00:00+00",
            "2024-02-29T12:00:00Z",
            "2024-02-29 12:00:00 +0000",
            "2024-02-29 17:30:00+05:30",
            "2024-02-29t06:30:00-0530",
            "2024-02-29 11:59:60",
        ] {
            assert_eq!(read(text, EventForm::Timestamp), noon, "{text}");
        }
        assert_eq!(read("2024-02-29", EventForm::Timestamp).as_deref(), Some("2024-02-29T00:00:00+00:00"));
        assert_eq!(
            read("2024-02-29 12:00:00.1234567899", EventForm::Timestamp).as_deref(),
            Some("2024-02-29T12:00:00.123456789+00:00")
        );
    }

    #[test]
    fn what_is_no_moment_is_none_and_never_a_panic() {
        for text in [
            "",
            "infinity",
            "0000-00-00 00:00:00",
            "2023-02-29",
            "2024-2-9",
            "+2024-02-29",
            "12024-02-29",
            "2024-02-29x12:00",
            "2024-02-29 24:00",
            "2024-02-29 12:60",
            "2024-02-29 12:00:61",
            "2024-02-29 12:00:00.",
            "2024-02-29 12:00:00+24:00",
            "2024-02-29 12:00:00+05:3",
            "2024-02-29 12:00:00Zulu",
            "2024-02-29 12:00:00 BC",
            "2024-02-２9",
            "é024-02-29",
            "2024-02-2é",
        ] {
            assert_eq!(read(text, EventForm::Timestamp), None, "{text}");
        }
        assert!(read("9999-12-31 23:59:59-23:59", EventForm::Timestamp).is_some());
        assert!(read("0000-01-01 00:00:00+23:59", EventForm::Timestamp).is_some());
    }

    #[test]
    fn each_form_reads_its_own_spelling_only() {
        assert!(read("2024-02-29T12:00:00+01:00", EventForm::Rfc3339).is_some());
        assert!(read("2024-02-29", EventForm::Rfc3339).is_none());
        assert!(read("2024-02-29T12:00:00", EventForm::Rfc3339).is_none());
        assert!(read("2024-02-29", EventForm::Date).is_some());
        assert!(read("2024-02-29 12:00", EventForm::Date).is_none());
        assert!(read("2024-02-29", EventForm::UnixSeconds).is_none());
    }

    #[test]
    fn numbers_are_counted_from_1970_and_overflow_to_none() {
        let at = |value: Value, form| instant_of(&value, form).map(|moment| moment.timestamp_millis());
        assert_eq!(at(Value::Integer(-1), EventForm::UnixSeconds), Some(-1_000));
        assert_eq!(at(Value::Integer(1_500), EventForm::UnixMillis), Some(1_500));
        assert_eq!(at(Value::Integer(2), EventForm::Timestamp), Some(2_000));
        assert_eq!(at(Value::from("2"), EventForm::UnixSeconds), Some(2_000));
        assert_eq!(at(Value::Real(1.5), EventForm::UnixSeconds), Some(1_500));
        for form in [EventForm::UnixSeconds, EventForm::UnixMillis, EventForm::Timestamp] {
            for value in [
                Value::Integer(i64::MAX),
                Value::Integer(i64::MIN),
                Value::Real(f64::NAN),
                Value::Real(f64::INFINITY),
                Value::Real(-1e300),
                Value::Null,
                Value::Bytes(vec![0xff]),
            ] {
                assert_eq!(at(value.clone(), form), None, "{form:?} {value:?}");
            }
        }
    }
}
