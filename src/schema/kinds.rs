//! What a column can hold and what it can never be equal to, as far as its type tells.
//!
//! Only what can *never* be is told: where two types have some values in common, or nobody knows, nothing is said.

use crate::port::{Column, ColumnKind};
use crate::value::Value;

/// The length of a UUID with its hyphens.
const UUID_LENGTH: usize = 36;

/// Why no row of the column can have that value; `None` where one may.
pub(crate) fn cannot_hold(column: &Column, value: &Value) -> Option<String> {
    let text = value.to_text()?;
    let is_number = text.parse::<f64>().is_ok();
    let is_whole = text.parse::<i64>().is_ok_and(|number| may_be_in_range(&column.declared, number));
    let holds = match &column.kind {
        ColumnKind::Text { limit: Some(limit) } => text.chars().count() <= *limit as usize,
        ColumnKind::Integer => is_whole || column.is_loose && is_number,
        ColumnKind::Real => is_number,
        ColumnKind::Boolean => matches!(text.as_str(), "0" | "1") || column.is_loose,
        ColumnKind::Uuid => is_uuid(&text) || column.is_loose,
        ColumnKind::Time => is_moment(&text) || column.is_loose || column.declared.starts_with("year"),
        // MySQL keeps an empty text for what was none of the list.
        ColumnKind::Choice { values } => values.contains(&text) || text.is_empty(),
        // A list as the database writes it is no single value.
        ColumnKind::List => text.starts_with(['{', '[']) || is_of_a_set(column, &text),
        ColumnKind::Text { limit: None } | ColumnKind::Bytes | ColumnKind::Json | ColumnKind::Other => true,
    };
    (!holds).then(|| {
        let what = kind_words(&column.kind);
        match column.kind {
            ColumnKind::Text { .. } => format!("the column holds {what}, and the value is longer"),
            ColumnKind::Uuid if is_uuid(&text.to_ascii_lowercase()) => {
                format!("the column holds {what}, which are told with small letters")
            }
            _ => format!("the column holds {what}, and the value is none of them"),
        }
    })
}

/// Members of a set are written with commas between them.
fn is_of_a_set(column: &Column, text: &str) -> bool {
    let declared = column.declared.strip_prefix("set(").unwrap_or_default();
    !declared.is_empty() && text.split(',').all(|member| declared.contains(&format!("'{member}'")))
}

/// Whether numbers of the declared type reach so far; types that nobody knows reach everywhere.
fn may_be_in_range(declared: &str, number: i64) -> bool {
    let word = declared.split(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or_default();
    match word.to_ascii_lowercase().as_str() {
        "tinyint" => (-128..=255).contains(&number),
        "smallint" | "int2" => (-32_768..=65_535).contains(&number),
        "mediumint" => (-8_388_608..=16_777_215).contains(&number),
        "integer" | "int" | "int4" => (-2_147_483_648..=4_294_967_295).contains(&number),
        _ => true,
    }
}

/// Whether it is a UUID as databases tell it.
fn is_uuid(text: &str) -> bool {
    text.len() == UUID_LENGTH
        && text.bytes().enumerate().all(|(index, byte)| match index {
            8 | 13 | 18 | 23 => byte == b'-',
            _ => matches!(byte, b'0'..=b'9' | b'a'..=b'f'),
        })
}

/// Whether it could be a day, a time or an instant, in whatever form.
pub(crate) fn is_moment(text: &str) -> bool {
    let unsigned = text.trim_start_matches(['-', '+']);
    matches!(text, "infinity" | "-infinity")
        || unsigned.starts_with(|c: char| c.is_ascii_digit()) && text.contains(['-', ':'])
}

/// Why no value of one column can be equal to one of the other; `None` where some may.
pub(crate) fn never_equal(one: &Column, other: &Column) -> Option<String> {
    let words = |column: &Column| match &column.kind {
        ColumnKind::Real if has_fraction(column) => "numbers that are written with a fraction".to_owned(),
        kind => kind_words(kind),
    };
    let is_never = never(one, other) || never(other, one);
    is_never
        .then(|| format!("`{}` holds {}, and `{}` holds {}", one.name, words(one), other.name, words(other)))
}

fn never(one: &Column, other: &Column) -> bool {
    match (&one.kind, &other.kind) {
        (ColumnKind::Uuid, ColumnKind::Text { limit: Some(limit) }) => (*limit as usize) < UUID_LENGTH,
        (ColumnKind::Uuid, ColumnKind::Choice { values }) => !values.iter().any(|it| is_uuid(it)),
        (
            ColumnKind::Uuid,
            ColumnKind::Integer
            | ColumnKind::Real
            | ColumnKind::Boolean
            | ColumnKind::Time
            | ColumnKind::Bytes,
        ) => true,
        (ColumnKind::Time, ColumnKind::Integer) => !one.declared.starts_with("year"),
        (ColumnKind::Time, ColumnKind::Real | ColumnKind::Boolean | ColumnKind::Bytes) => true,
        (ColumnKind::Bytes, ColumnKind::Text { .. }) => !may_be_text(one),
        (ColumnKind::Bytes, ColumnKind::Integer | ColumnKind::Real | ColumnKind::Boolean) => true,
        (ColumnKind::Integer, ColumnKind::Real) => has_fraction(other),
        (ColumnKind::Choice { values }, ColumnKind::Integer) => {
            !values.iter().any(|it| it.parse::<i64>().is_ok())
        }
        (ColumnKind::Choice { values }, ColumnKind::Choice { values: others }) => {
            !values.iter().any(|it| others.contains(it))
        }
        _ => false,
    }
}

/// Whether every number is written with digits behind the point: `numeric(10,2)`.
fn has_fraction(column: &Column) -> bool {
    let numbers = column.declared.split_once('(').and_then(|(_, rest)| rest.split(')').next());
    let scale =
        numbers.and_then(|it| it.split_once(',')).and_then(|(_, scale)| scale.trim().parse::<u32>().ok());
    scale.is_some_and(|scale| scale > 0)
}

/// Bytes of any length are often texts that compare byte by byte; those of a fixed length are ids.
pub(crate) fn may_be_text(column: &Column) -> bool {
    column.declared.to_ascii_lowercase().starts_with("varbinary")
}

/// What a kind of column holds, for people.
pub(crate) fn kind_words(kind: &ColumnKind) -> String {
    match kind {
        ColumnKind::Text { limit: Some(limit) } => format!("text of at most {limit} characters"),
        ColumnKind::Text { limit: None } => "text".to_owned(),
        ColumnKind::Integer => "whole numbers".to_owned(),
        ColumnKind::Real => "numbers".to_owned(),
        ColumnKind::Boolean => "true or false".to_owned(),
        ColumnKind::Bytes => "bytes".to_owned(),
        ColumnKind::Time => "dates or times".to_owned(),
        ColumnKind::Uuid => "UUIDs".to_owned(),
        ColumnKind::Json => "JSON".to_owned(),
        ColumnKind::Choice { values } => format!("one of `{}`", values.join("`, `")),
        ColumnKind::List => "lists of values".to_owned(),
        ColumnKind::Other => "values of a type of its own".to_owned(),
    }
}
