//! The classes of PostgreSQL's types: how a column of each is told as text, and what its values compare by.
//!
//! Every value has one text by which it links ([`Value::link_form`]). A class knows that text, and the comparison of
//! its own type that says the same and can use an index. Nothing here depends on the settings of a session.

use chrono::{NaiveDate, NaiveTime, Timelike};
use serde::{Deserialize, Serialize};

use crate::adapter::sql::render::ColumnRef;
use crate::text::hex::hex;
use crate::value::Value;

/// The names of types that are told apart within their class.
const SMALL: &str = "\"pg_catalog\".\"int2\"";
const MIDDLE: &str = "\"pg_catalog\".\"int4\"";
/// The collation of the database, under its own name.
const DEFAULT_COLLATION: &str = "pg_catalog.\"default\"";
/// Longer texts are no numbers here; PostgreSQL's own limit lies beyond.
const MAX_NUMERIC: usize = 16_000;

/// What the type of a column compares by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(super) enum Class {
    /// `int2`, `int4`, `int8`.
    Integer,
    Boolean,
    /// `float4`, `float8`.
    Real,
    /// Text that is equal only byte for byte.
    Text,
    /// Text for which other spellings are equal too: `citext`, and collations that are not deterministic.
    Folded,
    /// `char(n)`, which is told without the blanks at its end.
    Padded,
    Uuid,
    /// Numbers that keep how many digits they were written with.
    Numeric,
    Date,
    Timestamp,
    Timestamptz,
    Enum,
    Json,
    Jsonb,
    Bytes,
    /// Whatever else there is, by its text.
    Other,
}

/// The type of a column, as a [`ShapeColumn`](crate::adapter::sql::shape::ShapeColumn) keeps it between statements.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Type {
    pub(super) class: Class,
    /// Its name with its schema, quoted; that of the base type for a domain.
    pub(super) name: String,
    /// Its collation with its schema, quoted; none for the database's own.
    pub(super) collation: Option<String>,
}

impl Type {
    /// A type without a collation of its own.
    pub(super) fn new(class: Class, name: &str) -> Self {
        Self { class, name: name.to_owned(), collation: None }
    }

    /// The type by which a field compares: values inside of JSON are texts, and a column that nobody knows is its text.
    pub(super) fn of(column: &ColumnRef<'_>) -> Self {
        let text = |class| Self::new(class, "\"pg_catalog\".\"text\"");
        if !column.path.is_empty() {
            return text(Class::Text);
        }
        Self::of_whole(column).unwrap_or_else(|| text(Class::Other))
    }

    /// The type of the column itself, also where the field lies inside of it.
    pub(super) fn of_whole(column: &ColumnRef<'_>) -> Option<Self> {
        serde_json::from_str(&column.column?.native).ok()
    }

    /// The text by which a value of this type links.
    pub(super) fn text(&self, sql: &str) -> String {
        match self.class {
            Class::Boolean => format!("CASE {sql} WHEN TRUE THEN '1' WHEN FALSE THEN '0' END"),
            Class::Real => format!(
                "CASE {sql}::float8::text WHEN 'Infinity' THEN 'inf' WHEN '-Infinity' THEN '-inf' WHEN 'NaN' THEN 'NaN' \
                 WHEN '-0' THEN '-0' ELSE {sql}::float8::text::numeric::text END"
            ),
            // JSON has days and instants in one spelling, whatever the session's.
            Class::Date | Class::Timestamp => format!("(to_jsonb({sql}) #>> '{{}}')"),
            Class::Timestamptz => format!(
                "CASE WHEN isfinite({sql}) THEN (to_jsonb({sql} AT TIME ZONE 'UTC') #>> '{{}}') || '+00:00' \
                 ELSE (to_jsonb({sql}) #>> '{{}}') END"
            ),
            Class::Folded => format!("({sql}::text COLLATE \"C\")"),
            Class::Bytes => format!("convert_from({sql}, 'UTF8')"),
            _ => format!("{sql}::text"),
        }
    }

    /// What has to be equal beside the value itself, where the type takes different texts for equal.
    pub(super) fn witness(&self, sql: &str) -> Option<String> {
        match self.class {
            Class::Folded => Some(self.text(sql)),
            Class::Numeric => Some(format!("{sql}::text")),
            // Zero has two signs, and two texts.
            Class::Real => Some(format!("CASE WHEN {sql} = 0 THEN {sql}::float8::text ELSE '' END")),
            _ => None,
        }
    }

    /// The witness of a text that [`Type::stored`] made.
    pub(super) fn witness_of<'t>(&self, stored: &'t str) -> &'t str {
        match self.class {
            Class::Real if !matches!(stored, "0" | "-0") => "",
            _ => stored,
        }
    }

    /// A value of this type, and its witness if it needs one.
    pub(super) fn operands(&self, sql: &str) -> Vec<String> {
        std::iter::once(sql.to_owned()).chain(self.witness(sql)).collect()
    }

    /// The text that, read as a value of this type, is equal to those values alone that link to `value`; `None` where no
    /// value of the type can.
    pub(super) fn stored(&self, value: &Value) -> Option<String> {
        if self.class == Class::Bytes {
            return match value {
                Value::Null => None,
                Value::Bytes(bytes) => Some(format!("\\x{}", hex(bytes))),
                other => other.to_text().map(|text| format!("\\x{}", hex(text.as_bytes()))),
            };
        }
        // No text of PostgreSQL's holds a zero.
        let text = value.to_text().filter(|text| !text.contains('\0'))?;
        match self.class {
            Class::Integer => text
                .parse()
                .ok()
                .filter(|number: &i64| number.to_string() == text && self.holds(*number))
                .map(|_| text),
            Class::Boolean => match text.as_str() {
                "1" => Some("true".to_owned()),
                "0" => Some("false".to_owned()),
                _ => None,
            },
            Class::Real => text.parse().ok().filter(|number: &f64| number.to_string() == text).map(|_| text),
            Class::Padded => Some(text).filter(|text| !text.ends_with(' ')),
            Class::Uuid => Some(text).filter(|text| is_uuid(text)),
            Class::Numeric => Some(text).filter(|text| is_numeric(text)),
            Class::Date => Some(text).filter(|text| is_infinite(text) || is_day(text)),
            Class::Timestamp => Some(text).filter(|text| is_infinite(text) || is_moment(text)),
            Class::Timestamptz => Some(text)
                .filter(|text| is_infinite(text) || text.strip_suffix("+00:00").is_some_and(is_moment)),
            _ => Some(text),
        }
    }

    /// Whether the number fits.
    fn holds(&self, number: i64) -> bool {
        match self.name.as_str() {
            SMALL => i16::try_from(number).is_ok(),
            MIDDLE => i32::try_from(number).is_ok(),
            _ => true,
        }
    }

    /// The type as which texts of [`Type::stored`] are read.
    pub(super) fn read_as(&self) -> &str {
        match self.class {
            Class::Real => "float8",
            Class::Text | Class::Json | Class::Jsonb | Class::Other => "text",
            _ => &self.name,
        }
    }

    /// Whether PostgreSQL reads such a text without a look at the session, and so once for a statement.
    pub(super) fn is_read_once(&self) -> bool {
        !matches!(self.class, Class::Date | Class::Timestamp | Class::Timestamptz | Class::Enum)
    }

    /// What of a value of `other` is equal to the [`Type::operands`] of this type where both link; null where the other
    /// value has no counterpart. `None` where the types have nothing in common but their texts.
    pub(super) fn operands_from(&self, other: &Self, sql: &str) -> Option<Vec<String>> {
        let same = self.class == other.class;
        let text = || format!("({})", other.text(sql));
        let collation = self.collation.as_deref().unwrap_or(DEFAULT_COLLATION);
        let one = |operand: String| Some(vec![operand]);
        match self.class {
            Class::Integer | Class::Boolean | Class::Uuid | Class::Bytes if same => one(sql.to_owned()),
            Class::Date | Class::Timestamp | Class::Timestamptz if same => one(sql.to_owned()),
            Class::Enum if same && self.name == other.name => one(sql.to_owned()),
            Class::Real | Class::Numeric if same => Some(self.operands(sql)),
            Class::Padded if same => one(format!("({sql} COLLATE {collation})")),
            Class::Integer => one(format!(
                "CASE WHEN {0} ~ '^(0|-?[1-9][0-9]{{0,18}})$' THEN CASE WHEN {0}::numeric BETWEEN \
                 -9223372036854775808 AND 9223372036854775807 THEN {0}::int8 END END",
                text()
            )),
            Class::Boolean => one(format!("CASE {} WHEN '1' THEN TRUE WHEN '0' THEN FALSE END", text())),
            Class::Uuid => one(format!(
                "CASE WHEN {0} ~ '^[0-9a-f]{{8}}-[0-9a-f]{{4}}-[0-9a-f]{{4}}-[0-9a-f]{{4}}-[0-9a-f]{{12}}$' THEN {0}::uuid END",
                text()
            )),
            Class::Text => one(format!("({}::text COLLATE {collation})", text())),
            Class::Padded => one(format!(
                "(CASE WHEN right({0}, 1) IS DISTINCT FROM ' ' THEN {0}::bpchar END COLLATE {collation})",
                text()
            )),
            Class::Folded => Some(vec![
                format!("({}::{} COLLATE {collation})", text(), self.name),
                format!("({}::text COLLATE \"C\")", text()),
            ]),
            Class::Numeric if other.class == Class::Integer => {
                Some(vec![format!("{sql}::numeric"), format!("{sql}::text")])
            }
            Class::Numeric => Some(vec![
                format!(
                    "CASE WHEN {0} ~ '^(-?(0|[1-9][0-9]*)([.][0-9]+)?|NaN|-?Infinity)$' \
                     AND length({0}) <= {MAX_NUMERIC} THEN {0}::numeric END",
                    text()
                ),
                text(),
            ]),
            Class::Bytes => one(format!("convert_to({}, 'UTF8')", text())),
            Class::Real
            | Class::Date
            | Class::Timestamp
            | Class::Timestamptz
            | Class::Enum
            | Class::Json
            | Class::Jsonb
            | Class::Other => None,
        }
    }
}

fn is_uuid(text: &str) -> bool {
    text.len() == 36
        && text.bytes().enumerate().all(|(index, byte)| match index {
            8 | 13 | 18 | 23 => byte == b'-',
            _ => matches!(byte, b'0'..=b'9' | b'a'..=b'f'),
        })
}

/// Whether PostgreSQL would tell a `numeric` so.
fn is_numeric(text: &str) -> bool {
    if matches!(text, "NaN" | "Infinity" | "-Infinity") {
        return true;
    }
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let (whole, fraction) = match text.split_once('.') {
        Some((whole, fraction)) => (whole, Some(fraction)),
        None => (text, None),
    };
    let whole = whole.strip_prefix('-').unwrap_or(whole);
    text.len() <= MAX_NUMERIC
        && digits(whole)
        && (whole == "0" || !whole.starts_with('0'))
        && fraction.is_none_or(digits)
}

fn is_infinite(text: &str) -> bool {
    matches!(text, "infinity" | "-infinity")
}

/// Whether PostgreSQL would tell a day so in JSON. Years before the first have ` BC` behind them.
fn is_day(text: &str) -> bool {
    let (text, before_first) = match text.strip_suffix(" BC") {
        Some(text) => (text, true),
        None => (text, false),
    };
    let mut parts = text.split('-');
    let (Some(year), Some(month), Some(day), None) = (parts.next(), parts.next(), parts.next(), parts.next())
    else {
        return false;
    };
    let two = |part: &str| part.parse::<u32>().ok().filter(|number| format!("{number:02}") == part);
    let year = year.parse::<i32>().ok().filter(|number| *number > 0 && format!("{number:04}") == year);
    let (Some(year), Some(month), Some(day)) = (year, two(month), two(day)) else {
        return false;
    };
    // PostgreSQL's first year, and the last one that it and this program both know.
    let known = if before_first { year <= 4712 } else { year <= 262_142 };
    known && NaiveDate::from_ymd_opt(if before_first { 1 - year } else { year }, month, day).is_some()
}

/// Whether PostgreSQL would tell a moment without a zone so in JSON.
fn is_moment(text: &str) -> bool {
    let Some((day, time)) = text.split_once('T') else {
        return false;
    };
    let (time, era) = match time.strip_suffix(" BC") {
        Some(time) => (time, " BC"),
        None => (time, ""),
    };
    let Ok(parsed) = NaiveTime::parse_from_str(time, "%H:%M:%S%.f") else {
        return false;
    };
    let nanos = parsed.nanosecond();
    let fraction = if nanos == 0 { String::new() } else { format!(".{:06}", nanos / 1000) };
    let told = format!("{}{}", parsed.format("%H:%M:%S"), fraction.trim_end_matches('0'));
    nanos % 1000 == 0 && nanos < 1_000_000_000 && told == time && is_day(&format!("{day}{era}"))
}
