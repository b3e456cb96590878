//! The ways in which a field can hold a moment.

use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime, Utc};
use oubliette::value::Value;

/// How moments are written, by the data map's words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Time {
    UnixSeconds,
    UnixMillis,
    Timestamp,
    Rfc3339,
    Date,
}

const STAMP: &str = "%Y-%m-%d %H:%M:%S";
const DAY: &str = "%Y-%m-%d";

impl Time {
    /// What the data map calls it.
    pub fn word(self) -> &'static str {
        match self {
            Self::UnixSeconds => "unix_seconds",
            Self::UnixMillis => "unix_millis",
            Self::Timestamp => "timestamp",
            Self::Rfc3339 => "rfc3339",
            Self::Date => "date",
        }
    }

    pub fn write(self, moment: DateTime<Utc>) -> Value {
        match self {
            Self::UnixSeconds => moment.timestamp().into(),
            Self::UnixMillis => moment.timestamp_millis().into(),
            Self::Timestamp => moment.format(STAMP).to_string().into(),
            Self::Rfc3339 => moment.to_rfc3339().into(),
            Self::Date => moment.format(DAY).to_string().into(),
        }
    }

    pub fn read(self, value: &Value) -> Option<DateTime<Utc>> {
        match (self, value) {
            (Self::UnixSeconds, Value::Integer(seconds)) => DateTime::from_timestamp(*seconds, 0),
            (Self::UnixMillis, Value::Integer(millis)) => DateTime::from_timestamp_millis(*millis),
            (Self::Timestamp, Value::Text(text)) => {
                Some(NaiveDateTime::parse_from_str(text, STAMP).ok()?.and_utc())
            }
            (Self::Rfc3339, Value::Text(text)) => Some(DateTime::parse_from_rfc3339(text).ok()?.to_utc()),
            (Self::Date, Value::Text(text)) => {
                Some(NaiveDate::parse_from_str(text, DAY).ok()?.and_time(NaiveTime::MIN).and_utc())
            }
            _ => None,
        }
    }
}
