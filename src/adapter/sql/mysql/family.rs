//! What a column's type means for comparing: how its values look as text, and which values it can hold at all.
//!
//! Knows types, character sets and collations; no selection and no statement. Everything here serves one rule: two
//! values are the same where their link forms are the same bytes, whatever MySQL itself would take for equal.

use chrono::{NaiveDate, NaiveTime};

use crate::adapter::sql::render::ColumnRef;
use crate::value::Value;

/// Marks a column that the database sets to the current time whenever its row changes.
pub(super) const STAMPS: &str = "stamps";
/// Stands where a type has no character set, or nothing special.
pub(super) const NOTHING: &str = "-";

/// The longest text that a list of values may have so that a temporary table can have an index on it.
const MAX_VARCHAR: usize = 16_000;

/// What decides how the values of a column compare.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Family {
    /// Whole numbers and bits.
    Integer,
    /// Decimals of so many digits behind the point.
    Decimal { scale: usize },
    /// Floating point.
    Real,
    /// Text in a character set, compared under a collation.
    Text { charset: String, collation: String },
    /// One of a list of texts.
    Enumeration { charset: String, collation: String, values: Vec<String> },
    /// Several of a list of texts.
    Set { values: Vec<String> },
    /// Bytes.
    Bytes,
    /// A day.
    Date,
    /// A day and a time of so many digits behind the second, in UTC under the session that the driver sees to.
    Moment { digits: usize },
    /// MariaDB's own UUIDs.
    Uuid,
    /// A value inside of JSON, as text.
    Inner,
    /// What is only compared as the text that it is cast to.
    Other,
}

impl Family {
    /// The family of a field.
    pub(super) fn of(column: &ColumnRef<'_>) -> Self {
        match column.native() {
            Some(native) => Self::read(native),
            None if column.path.is_empty() => Self::Other,
            None => Self::Inner,
        }
    }

    /// Reads what [`native`] wrote.
    fn read(native: &str) -> Self {
        let mut words = native.splitn(5, ' ');
        let mut word = || words.next().unwrap_or_default();
        let (name, charset, collation, _, full) = (word(), word(), word(), word(), word());
        let numbers =
            || full.split_once('(').map_or("", |(_, rest)| rest.split(')').next().unwrap_or_default());
        let digits = || numbers().parse().unwrap_or(0);
        let text = || (charset.to_owned(), collation.to_owned());
        match name {
            "tinyint" | "smallint" | "mediumint" | "int" | "bigint" | "bit" => Self::Integer,
            "decimal" if !full.contains("zerofill") => {
                let scale = numbers().split_once(',').and_then(|(_, scale)| scale.trim().parse().ok());
                Self::Decimal { scale: scale.unwrap_or(0) }
            }
            "float" | "double" => Self::Real,
            "enum" => {
                let (charset, collation) = text();
                Self::Enumeration { charset, collation, values: listed(full) }
            }
            "set" => Self::Set { values: listed(full) },
            "char" | "varchar" | "tinytext" | "text" | "mediumtext" | "longtext" if charset != NOTHING => {
                let (charset, collation) = text();
                Self::Text { charset, collation }
            }
            "binary" | "varbinary" | "tinyblob" | "blob" | "mediumblob" | "longblob" => Self::Bytes,
            "date" => Self::Date,
            "datetime" | "timestamp" => Self::Moment { digits: digits() },
            "uuid" => Self::Uuid,
            _ => Self::Other,
        }
    }

    /// The value as text in utf8mb4.
    pub(super) fn text(&self, sql: &str) -> String {
        match self {
            // The sum drops the zeros to which a column may be filled, and makes a number of bits.
            Self::Integer => format!("CAST({sql} + 0 AS CHAR CHARACTER SET utf8mb4)"),
            Self::Text { .. } | Self::Enumeration { .. } | Self::Set { .. } | Self::Bytes => {
                format!("CONVERT({sql} USING utf8mb4)")
            }
            Self::Inner => sql.to_owned(),
            _ => format!("CAST({sql} AS CHAR CHARACTER SET utf8mb4)"),
        }
    }

    /// The bytes of the link form, which compare by nothing but themselves.
    pub(super) fn bytes(&self, sql: &str) -> String {
        match self {
            Self::Bytes => sql.to_owned(),
            // These are written in UTF-8 already.
            Self::Text { charset, .. }
                if matches!(charset.as_str(), "utf8mb4" | "utf8mb3" | "utf8" | "ascii") =>
            {
                format!("CAST({sql} AS BINARY)")
            }
            _ => format!("CAST({} AS BINARY)", self.text(sql)),
        }
    }

    /// What stands around a text in utf8mb4 (for bytes and numbers: around the value itself) so that the column's index
    /// finds it; `None` where no index could. What it finds can be more than what is the same.
    pub(super) fn typed(&self) -> Option<(String, String)> {
        let cast = |to: &str| Some(("CAST(".to_owned(), format!(" AS {to})")));
        match self {
            Self::Integer | Self::Real | Self::Bytes => Some((String::new(), String::new())),
            Self::Decimal { scale } => cast(&format!("DECIMAL(65,{scale})")),
            Self::Text { charset, collation } | Self::Enumeration { charset, collation, .. } => {
                Some(("CONVERT(".to_owned(), format!(" USING {charset}) COLLATE {collation}")))
            }
            Self::Date => cast("DATE"),
            Self::Moment { digits } => cast(&format!("DATETIME({digits})")),
            Self::Uuid => cast("UUID"),
            Self::Set { .. } | Self::Inner | Self::Other => None,
        }
    }

    /// Whether what [`Self::typed`] finds is the same to the byte, for values that the column can [hold](Self::hold).
    pub(super) fn is_exact(&self) -> bool {
        match self {
            Self::Text { collation, .. } => is_byte_wise(collation),
            Self::Set { .. } | Self::Inner | Self::Other => false,
            _ => true,
        }
    }

    /// Whether the plain `=` between two columns says whether their link forms are the same.
    pub(super) fn compares_plainly(&self, other: &Self) -> bool {
        match self {
            Self::Integer | Self::Real | Self::Bytes | Self::Date | Self::Moment { .. } | Self::Uuid => {
                self == other
            }
            Self::Decimal { scale: 0 } => matches!(other, Self::Decimal { scale: 0 } | Self::Integer),
            Self::Decimal { .. } => self == other,
            Self::Text { collation, .. } => self == other && is_byte_wise(collation),
            _ => false,
        }
    }

    /// The value as it is looked for in the column; `None` where no value of the column has its link form. What is
    /// handed out converts without a warning, which a statement that writes would turn into an error.
    pub(super) fn hold(&self, value: &Value) -> Option<Value> {
        if let (Self::Bytes, Value::Bytes(bytes)) = (self, value) {
            return Some(Value::Bytes(bytes.clone()));
        }
        let text = match (self, value) {
            (Self::Integer, Value::Integer(_)) => return Some(value.clone()),
            _ => value.to_text()?,
        };
        match self {
            Self::Bytes => Some(Value::Bytes(text.into_bytes())),
            Self::Integer => whole_number(&text),
            Self::Real => {
                let number = text.parse::<f64>().ok()?;
                (number.is_finite() && number.to_string() == text).then_some(Value::Real(number))
            }
            Self::Decimal { scale } => is_decimal(&text, *scale).then_some(Value::Text(text)),
            // What was no text of the list is kept as an empty one.
            Self::Enumeration { values, .. } => {
                (text.is_empty() || values.contains(&text)).then_some(Value::Text(text))
            }
            Self::Date => is_day(&text).then_some(Value::Text(text)),
            Self::Moment { digits } => is_moment(&text, *digits).then_some(Value::Text(text)),
            Self::Uuid => is_uuid(&text).then_some(Value::Text(text)),
            Self::Text { .. } | Self::Set { .. } | Self::Inner | Self::Other => Some(Value::Text(text)),
        }
    }

    /// The type of a column that takes these values out of JSON, and how they are then made values of this family.
    pub(super) fn list_type(&self, values: &[Value]) -> (String, fn(&str) -> String) {
        let plain: fn(&str) -> String = str::to_owned;
        match self {
            Self::Integer if values.iter().all(|value| matches!(value, Value::Integer(_))) => {
                ("BIGINT".to_owned(), plain)
            }
            Self::Integer => ("DECIMAL(20,0)".to_owned(), plain),
            Self::Real => ("DOUBLE".to_owned(), plain),
            // Hexadecimal digits pass through every character set and every reader of JSON as they are.
            _ => {
                let longest = values.iter().map(|value| 2 * byte_length(value)).max().unwrap_or(0).max(1);
                let kind =
                    if longest > MAX_VARCHAR { "LONGTEXT".to_owned() } else { format!("VARCHAR({longest})") };
                let read: fn(&str) -> String = match self {
                    Self::Bytes => |cell| format!("UNHEX({cell})"),
                    _ => |cell| format!("CONVERT(UNHEX({cell}) USING utf8mb4)"),
                };
                (kind, read)
            }
        }
    }
}

/// How a type is written down so that [`Family::of`] reads it again.
pub(super) fn native(
    name: &str,
    charset: Option<&str>,
    collation: Option<&str>,
    stamps: bool,
    full: &str,
) -> String {
    let word = |word: Option<&str>| {
        let word = word.filter(|it| it.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_'));
        word.filter(|it| !it.is_empty()).unwrap_or(NOTHING).to_owned()
    };
    let stamps = if stamps { STAMPS } else { NOTHING };
    format!("{name} {} {} {stamps} {full}", word(charset), word(collation))
}

/// Whether the database itself changes the column whenever its row changes.
pub(super) fn stamps(native: &str) -> bool {
    native.split(' ').nth(3) == Some(STAMPS)
}

/// The texts of `enum('a','b')` or `set('a','b')`.
pub(super) fn listed(full: &str) -> Vec<String> {
    let inside = full.split_once('(').map_or("", |(_, rest)| rest.strip_suffix(')').unwrap_or(rest));
    let mut values = Vec::new();
    let mut current: Option<String> = None;
    let mut characters = inside.chars().peekable();
    while let Some(c) = characters.next() {
        match (&mut current, c) {
            (None, '\'') => current = Some(String::new()),
            (None, _) => {}
            (Some(text), '\'') if characters.peek() == Some(&'\'') => {
                characters.next();
                text.push('\'');
            }
            (Some(_), '\'') => values.extend(current.take()),
            (Some(text), c) => text.push(c),
        }
    }
    values
}

/// Collations that tell all different bytes apart, blanks at the end included.
pub(super) fn is_byte_wise(collation: &str) -> bool {
    collation.ends_with("_nopad_bin") || collation.ends_with("_0900_bin")
}

fn whole_number(text: &str) -> Option<Value> {
    if let Ok(number) = text.parse::<i64>() {
        return (number.to_string() == text).then_some(Value::Integer(number));
    }
    // Beyond the crate's own integers, where only an unsigned column reaches.
    let number = text.parse::<u64>().ok()?;
    (number.to_string() == text).then(|| Value::Text(text.to_owned()))
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// Written as the database writes a decimal of that scale.
fn is_decimal(text: &str, scale: usize) -> bool {
    let unsigned = text.strip_prefix('-').unwrap_or(text);
    let (whole, fraction) = unsigned.split_once('.').unwrap_or((unsigned, ""));
    let is_whole = is_digits(whole) && (whole == "0" || !whole.starts_with('0'));
    let is_fraction =
        if scale == 0 { !unsigned.contains('.') } else { fraction.len() == scale && is_digits(fraction) };
    let is_negative_zero = text.starts_with('-') && !text.contains(|c: char| ('1'..='9').contains(&c));
    is_whole && is_fraction && whole.len() + scale <= 65 && !is_negative_zero
}

/// A day, or what the database keeps in the place of one: zeros for the month or the day.
fn is_day(text: &str) -> bool {
    let is_written = text.len() == 10
        && text.bytes().enumerate().all(|(index, byte)| match index {
            4 | 7 => byte == b'-',
            _ => byte.is_ascii_digit(),
        });
    let part = |from: usize| text.get(from..from + 2).and_then(|part| part.parse::<u32>().ok()).unwrap_or(99);
    let has_zero = part(5) <= 12 && part(8) <= 31 && (part(5) == 0 || part(8) == 0);
    is_written && (has_zero || NaiveDate::parse_from_str(text, "%Y-%m-%d").is_ok())
}

fn is_moment(text: &str, digits: usize) -> bool {
    let (moment, fraction) = text.split_once('.').unwrap_or((text, ""));
    let is_fraction =
        if digits == 0 { !text.contains('.') } else { fraction.len() == digits && is_digits(fraction) };
    let (day, time) = moment.split_once(' ').unwrap_or((moment, ""));
    let is_time = NaiveTime::parse_from_str(time, "%H:%M:%S").is_ok_and(|it| it.to_string() == time)
        && !time.ends_with("60");
    is_fraction && is_day(day) && is_time
}

fn is_uuid(text: &str) -> bool {
    text.len() == 36
        && text.bytes().enumerate().all(|(index, byte)| match index {
            8 | 13 | 18 | 23 => byte == b'-',
            _ => byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte),
        })
}

fn byte_length(value: &Value) -> usize {
    match value {
        Value::Text(text) => text.len(),
        Value::Bytes(bytes) => bytes.len(),
        _ => 0,
    }
}
