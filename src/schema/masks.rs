//! Whether a table's columns can hold what the plan writes into them.

use super::fit::Survey;
use super::kinds::{cannot_hold, kind_words};
use crate::datamap::{Collection, Mask};
use crate::finding::{Finding, Findings};
use crate::plan::rules::MaskedField;
use crate::port::{Column, ColumnKind, Replacement, Schema};
use crate::value::{Value, list_of};

/// Reports the masks of one step that its table cannot hold.
pub(crate) fn check_masks(
    collection: &Collection,
    survey: &Survey,
    masks: &[MaskedField],
    findings: &mut Findings,
) {
    let name = collection.name();
    if survey.capabilities.get(name).is_some_and(|can| !can.masks) {
        findings.push(Finding::error(
            format!("collection `{name}`"),
            "",
            "its store cannot change a record, only keep or erase it, and records of it have to be changed",
            "let its category be erased, or keep its links with `clear = []`",
        ));
        return;
    }
    let Some(schema) = survey.schemas.get(name) else { return };
    for masked in masks {
        let list = list_of(&masked.field);
        let Some(column) = schema.column(list.unwrap_or(&masked.field)) else { continue };
        // A list that loses elements still is what the column holds.
        if list.is_some() && !column.is_generated {
            continue;
        }
        if let Some((problem, remedy)) = misfit(column, schema, &masked.mask) {
            findings.push(Finding::error(
                format!("collection `{name}`, `fields.{}`", masked.field),
                words_of(&masked.mask),
                problem,
                remedy,
            ));
        }
    }
}

fn words_of(mask: &Mask) -> &'static str {
    match mask {
        Mask::Null => "null",
        Mask::Constant(_) => "constant",
        Mask::Token => "token",
        Mask::Pseudonym => "pseudonym",
        Mask::Prefix(_) => "prefix",
        Mask::Scrub => "scrub",
    }
}

/// Why a column cannot hold what a mask writes, and what to do about it; `None` where it can.
pub(crate) fn misfit(column: &Column, schema: &Schema, mask: &Mask) -> Option<(String, String)> {
    let is_unique = schema
        .unique
        .iter()
        .any(|set| matches!(set.as_slice(), [only] if only.eq_ignore_ascii_case(&column.name)));
    let needs_text = |length: usize| match &column.kind {
        ColumnKind::Text { limit: Some(limit) } if (*limit as usize) < length => Some((
            format!("the column holds at most {limit} characters, and the mask writes {length}"),
            "widen the column, or use `{ constant = … }` with a short text".to_owned(),
        )),
        ColumnKind::Text { .. } | ColumnKind::Other => None,
        kind => Some((
            format!("the column holds {}, and the mask writes text", kind_words(kind)),
            "use `\"null\"`, or `{ constant = … }` with a value that the column holds".to_owned(),
        )),
    };
    if column.is_generated {
        return Some((
            "the database works this column out itself, and nothing can be written to it".to_owned(),
            "mask the columns that it is made of, and leave this one out".to_owned(),
        ));
    }
    match mask {
        Mask::Null if !column.nullable => Some((
            "the column may not be null".to_owned(),
            match fitting_mask(column, schema) {
                Some(mask) => format!("give the field another mask, such as `mask = {mask}`"),
                None => "let the column be null; no other mask fits it".to_owned(),
            },
        )),
        Mask::Null => None,
        Mask::Constant(_) | Mask::Prefix(_) if is_unique => Some((
            "the column is unique, and this mask may give two records the same value".to_owned(),
            "use `mask = \"token\"`".to_owned(),
        )),
        Mask::Constant(value) => constant_misfit(column, value),
        Mask::Token => needs_text(Replacement::TOKEN_LENGTH),
        Mask::Pseudonym => needs_text(Replacement::PSEUDONYM_LENGTH),
        Mask::Prefix(_) | Mask::Scrub => needs_text(0),
    }
}

/// A mask that the column can hold, in the data map's words; `None` where there is none but null.
pub(crate) fn fitting_mask(column: &Column, schema: &Schema) -> Option<String> {
    let constant = match &column.kind {
        ColumnKind::Text { .. } | ColumnKind::Other => Some(Value::from("")),
        ColumnKind::Integer => Some(Value::Integer(0)),
        ColumnKind::Real => Some(Value::Real(0.0)),
        ColumnKind::Boolean => Some(Value::Boolean(false)),
        ColumnKind::Uuid => Some(Value::from("00000000-0000-0000-0000-000000000000")),
        ColumnKind::Time => Some(Value::from("1970-01-01T00:00:00Z")),
        ColumnKind::Json => Some(Value::from("{}")),
        ColumnKind::Choice { values } => values.first().map(|value| Value::from(value.as_str())),
        ColumnKind::List | ColumnKind::Bytes => None,
    };
    let fits = |mask: &Mask| misfit(column, schema, mask).is_none();
    let holds_text = matches!(column.kind, ColumnKind::Text { .. } | ColumnKind::Other);
    if holds_text && fits(&Mask::Token) {
        return Some("\"token\"".to_owned());
    }
    let constant = constant.filter(|constant| fits(&Mask::Constant(constant.clone())))?;
    let words = match &constant {
        Value::Integer(number) => number.to_string(),
        Value::Real(number) => format!("{number:?}"),
        Value::Boolean(truth) => truth.to_string(),
        text => format!("{:?}", text.as_text().unwrap_or_default()),
    };
    Some(format!("{{ constant = {words} }}"))
}

fn constant_misfit(column: &Column, value: &Value) -> Option<(String, String)> {
    let fits = match (value, &column.kind) {
        (_, ColumnKind::Other) => true,
        (Value::Text(text), ColumnKind::Text { limit }) => {
            limit.is_none_or(|limit| text.chars().count() <= limit as usize)
        }
        (Value::Text(text), ColumnKind::Choice { values }) => values.contains(text),
        // Databases read UUIDs in whatever case they are written.
        (Value::Text(text), ColumnKind::Uuid) => {
            cannot_hold(column, &Value::Text(text.to_ascii_lowercase())).is_none()
        }
        (Value::Text(_), ColumnKind::Time) => cannot_hold(column, value).is_none(),
        (Value::Text(_), ColumnKind::Json) => true,
        (Value::Integer(_), ColumnKind::Integer | ColumnKind::Boolean) => {
            cannot_hold(column, value).is_none()
        }
        (Value::Integer(_), ColumnKind::Real | ColumnKind::Time) => true,
        (Value::Boolean(_), ColumnKind::Boolean | ColumnKind::Integer) => true,
        (Value::Real(_), ColumnKind::Real) => true,
        _ => false,
    };
    (!fits).then(|| {
        (
            format!("the column holds {}, and the constant does not fit", kind_words(&column.kind)),
            "write a constant of that kind and length".to_owned(),
        )
    })
}
