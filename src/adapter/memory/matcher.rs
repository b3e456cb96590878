//! Selections, evaluated over rows in memory.
//!
//! A selection is made ready once per call: links become sets of the values that they may have, so that one pass over
//! each table evaluates it, however deep it is nested. Knows no call of the contract.

use std::collections::HashSet;
use std::ops::Bound;
use std::sync::Arc;

use chrono::{DateTime, Utc};

use super::table::{Column, Fault, Row, Table, Tables, forms, missing_field, value};
use crate::identifier::stored_digits;
use crate::port::{Capabilities, Key, Place, Selection, StoreErrorKind, folder, folders_above};
use crate::value::{EventForm, LinkForm, Side, Value, elements, instant_of, list_of};

/// The table of a place.
pub(super) fn table<'t>(tables: &'t Tables, place: &Place) -> Result<&'t Table, Fault> {
    tables.get(place.table()).ok_or_else(|| {
        Fault::new(
            StoreErrorKind::Missing,
            format!("there is no table `{}`; create it, or correct the name", place.table()),
        )
    })
}

/// Refuses what the capabilities leave out.
pub(super) fn refuse_beyond(
    capabilities: Capabilities,
    place: &Place,
    selection: &Selection,
) -> Result<(), Fault> {
    if !capabilities.folders && holds(selection, &|it| matches!(it, Selection::Below { .. })) {
        return Err(unsupported("what lies below a prefix"));
    }
    if !capabilities.lists && holds(selection, &Selection::names_elements) {
        return Err(unsupported("what a list holds"));
    }
    if capabilities.predicates {
        let is_link = |it: &Selection| matches!(it, Selection::Linked { .. } | Selection::Exists { .. });
        if !capabilities.links && holds(selection, &is_link) {
            return Err(unsupported("links to other places"));
        }
        return Ok(());
    }
    match selection {
        Selection::OneOf { fields, .. } if fields.len() == 1 || fields == place.key() => Ok(()),
        Selection::Below { field, .. } if place.key() == std::slice::from_ref(field) => Ok(()),
        _ => Err(unsupported("anything but the values of one field or of the whole key")),
    }
}

pub(super) fn unsupported(what: &str) -> Fault {
    Fault::new(
        StoreErrorKind::Unsupported,
        format!("this store does not answer {what}; its capabilities say so"),
    )
}

/// Whether a selection of that sort is anywhere in this one.
fn holds(selection: &Selection, is_it: &impl Fn(&Selection) -> bool) -> bool {
    is_it(selection)
        || match selection {
            Selection::All(parts) | Selection::Any(parts) => parts.iter().any(|part| holds(part, is_it)),
            Selection::Not(inner)
            | Selection::Held(inner)
            | Selection::Exists { selection: inner, .. }
            | Selection::Linked { selection: inner, .. } => holds(inner, is_it),
            Selection::Everything
            | Selection::Nothing
            | Selection::OneOf { .. }
            | Selection::Null { .. }
            | Selection::Before { .. }
            | Selection::EmailIs { .. }
            | Selection::NumberIs { .. }
            | Selection::MayHold { .. }
            | Selection::Affix { .. }
            | Selection::Contains { .. }
            | Selection::Below { .. }
            | Selection::Unreadable { .. } => false,
        }
}

/// One matching row.
#[derive(Debug, Clone, Copy)]
pub(super) struct Hit<'t> {
    /// Its key in the table.
    pub(super) key: &'t Key,
    /// Its values.
    pub(super) row: &'t Row,
}

type Hits<'t> = Box<dyn Iterator<Item = Hit<'t>> + 't>;

/// The rows of a place that match, in the order of the table's keys.
pub(super) fn matching<'t>(
    tables: &'t Tables,
    place: &Place,
    selection: &Selection,
) -> Result<Hits<'t>, Fault> {
    let table = table(tables, place)?;
    Ok(hits(table, Test::of_place(tables, place, selection)?, None))
}

/// The rows of a place that match and come after `after`, with the place's keys, in the order of those keys.
pub(super) fn matching_after<'t>(
    tables: &'t Tables,
    place: &Place,
    selection: &Selection,
    after: Option<&Key>,
) -> Result<Box<dyn Iterator<Item = (Key, &'t Row)> + 't>, Fault> {
    let table = table(tables, place)?;
    let test = Test::of_place(tables, place, selection)?;
    let key = key_columns(table, place)?;
    if key == table.key() {
        return Ok(Box::new(hits(table, test, after).map(|hit| (hit.key.clone(), hit.row))));
    }
    let mut found: Vec<(Key, &Row)> = hits(table, test, None)
        .map(|hit| (table.key_of(hit.row, &key), hit.row))
        .filter(|(key, _)| after.is_none_or(|after| key > after))
        .collect();
    found.sort_by(|(a, _), (b, _)| a.cmp(b));
    Ok(Box::new(found.into_iter()))
}

fn key_columns(table: &Table, place: &Place) -> Result<Vec<Column>, Fault> {
    place
        .key()
        .iter()
        .map(|name| match table.column(name)? {
            None => Err(missing_field(name)),
            found => Ok(found),
        })
        .collect()
}

fn hits<'t>(table: &'t Table, test: Test, after: Option<&Key>) -> Hits<'t> {
    if let Some(mut keys) = test.keys(table) {
        keys.retain(|key| after.is_none_or(|after| *key > after));
        keys.sort();
        let found = keys.into_iter().filter_map(|key| Some(Hit { key, row: table.row(key)? }));
        return Box::new(found.filter(move |hit| test.holds(hit.row)));
    }
    let from = after.map_or(Bound::Unbounded, Bound::Excluded);
    Box::new(
        table
            .rows()
            .range::<Key, _>((from, Bound::Unbounded))
            .map(|(key, row)| Hit { key, row })
            .filter(move |hit| test.holds(hit.row)),
    )
}

/// A selection made ready for one table.
#[derive(Debug)]
enum Test {
    Certain(bool),
    In(Column, HashSet<LinkForm>),
    Together(Vec<Column>, HashSet<Vec<LinkForm>>),
    /// Some element of the list.
    Element(Column, HashSet<LinkForm>),
    NoElements(Column),
    NoList(Column),
    Null(Column),
    Before(Column, EventForm, DateTime<Utc>),
    Email(Column, HashSet<String>),
    Number(Column, HashSet<String>),
    MayHold(Column, Arc<Vec<Vec<String>>>),
    Affix(Column, Side, String),
    Contains(Column, String),
    Below(Column, HashSet<String>),
    All(Vec<Test>),
    Any(Vec<Test>),
    Not(Box<Test>),
}

impl Test {
    /// What the place demands of its rows, and the selection.
    fn of_place(tables: &Tables, place: &Place, selection: &Selection) -> Result<Self, Fault> {
        let table = table(tables, place)?;
        let conditions =
            place.conditions().iter().map(|condition| Self::new(tables, table, &Selection::meets(condition)));
        Ok(Self::All(conditions.chain([Self::new(tables, table, selection)]).collect::<Result<_, _>>()?))
    }

    fn new(tables: &Tables, table: &Table, selection: &Selection) -> Result<Self, Fault> {
        let all = |parts: &[Selection]| -> Result<Vec<Self>, Fault> {
            parts.iter().map(|part| Self::new(tables, table, part)).collect()
        };
        Ok(match selection {
            Selection::Everything => Self::Certain(true),
            Selection::Nothing => Self::Certain(false),
            Selection::OneOf { fields, rows } => Self::one_of(End::of(table, fields)?, rows)?,
            Selection::Null { field } => match list_of(field) {
                Some(list) => Self::NoElements(table.column(list)?),
                None => Self::Null(table.column(field)?),
            },
            Selection::Before { field, form, instant } => Self::Before(table.column(field)?, *form, *instant),
            Selection::EmailIs { field, addresses } => {
                Self::Email(table.column(field)?, addresses.iter().cloned().collect())
            }
            Selection::NumberIs { field, digits } => {
                Self::Number(table.column(field)?, digits.iter().cloned().collect())
            }
            Selection::MayHold { field, traces } => Self::MayHold(table.column(field)?, Arc::clone(traces)),
            Selection::Affix { field, side, text } => Self::Affix(table.column(field)?, *side, text.clone()),
            Selection::Contains { field, text } => Self::Contains(table.column(field)?, text.clone()),
            Selection::Below { field, prefixes } => {
                let folders = prefixes.iter().filter_map(|prefix| folder(prefix)).map(str::to_owned);
                Self::Below(table.column(field)?, folders.collect())
            }
            Selection::Unreadable { field } => match list_of(field) {
                Some(list) => Self::NoList(table.column(list)?),
                // Here every field has a place of its own.
                None => table.column(field).map(|_| Self::Certain(false))?,
            },
            Selection::Linked { fields, to, to_fields, selection } => {
                Self::linked(tables, End::of(table, fields)?, to, to_fields, selection)?
            }
            Selection::Exists { place, selection } => {
                Self::Certain(matching(tables, place, selection)?.next().is_some())
            }
            Selection::All(parts) => Self::All(all(parts)?),
            Selection::Any(parts) => Self::Any(all(parts)?),
            Selection::Not(inner) => Self::Not(Box::new(Self::new(tables, table, inner)?)),
            // Nobody else works in here during a change.
            Selection::Held(inner) => Self::new(tables, table, inner)?,
        })
    }

    fn one_of(end: End, rows: &Arc<Vec<Vec<Value>>>) -> Result<Self, Fault> {
        if rows.iter().any(|row| row.len() != end.len()) {
            return Err(malformed("a row of values is not as long as the list of fields"));
        }
        let forms =
            rows.iter().filter_map(|row| row.iter().map(Value::link_form).collect::<Option<Vec<_>>>());
        Self::among(end, forms)
    }

    fn linked(
        tables: &Tables,
        end: End,
        to: &Place,
        to_fields: &[String],
        selection: &Selection,
    ) -> Result<Self, Fault> {
        let target = table(tables, to)?;
        let far_end = End::of(target, to_fields)?;
        if end.len() != far_end.len() {
            return Err(malformed("a link compares a number of fields with another number of fields"));
        }
        let test = Self::of_place(tables, to, selection)?;
        let targets = hits(target, test, None).flat_map(|hit| far_end.forms(hit.row));
        Self::among(end, targets)
    }

    fn among(end: End, rows: impl Iterator<Item = Vec<LinkForm>>) -> Result<Self, Fault> {
        match end {
            End::Elements(list) => Ok(Self::Element(list, rows.flatten().collect())),
            End::Fields(columns) => match columns.as_slice() {
                [] => Err(malformed("a selection compares no fields")),
                [column] => Ok(Self::In(*column, rows.flatten().collect())),
                _ => Ok(Self::Together(columns, rows.collect())),
            },
        }
    }

    fn holds(&self, row: &[Value]) -> bool {
        match self {
            Self::Certain(answer) => *answer,
            Self::In(column, forms) => {
                value(row, *column).link_form().is_some_and(|form| forms.contains(&form))
            }
            Self::Together(columns, rows) => {
                forms(row, columns).is_some_and(|together| rows.contains(&together))
            }
            Self::Element(list, wanted) => element_forms(row, *list).any(|form| wanted.contains(&form)),
            Self::NoElements(list) => element_forms(row, *list).next().is_none(),
            Self::NoList(list) => elements(value(row, *list)).is_none(),
            Self::Null(column) => value(row, *column).is_null(),
            Self::Before(column, form, instant) => {
                instant_of(value(row, *column), *form).is_some_and(|moment| moment < *instant)
            }
            Self::Email(column, addresses) => value(row, *column)
                .as_text()
                .is_some_and(|text| addresses.contains(&text.trim().to_ascii_lowercase())),
            Self::Number(column, numbers) => is_number(value(row, *column), numbers),
            Self::MayHold(column, traces) => may_hold(value(row, *column), traces),
            Self::Affix(column, side, affix) => {
                value(row, *column).to_text().is_some_and(|text| side.has(&text, affix))
            }
            Self::Contains(column, part) => {
                value(row, *column).to_text().is_some_and(|text| text.contains(part.as_str()))
            }
            Self::Below(column, folders) => value(row, *column)
                .as_text()
                .is_some_and(|key| folders_above(key).any(|above| folders.contains(above))),
            Self::All(parts) => parts.iter().all(|part| part.holds(row)),
            Self::Any(parts) => parts.iter().any(|part| part.holds(row)),
            Self::Not(inner) => !inner.holds(row),
        }
    }

    /// The rows that alone can match, where the selection names keys, and fewer of them than there are rows.
    fn keys<'t>(&self, table: &'t Table) -> Option<Vec<&'t Key>> {
        match self {
            Self::In(column, forms) if [*column] == *table.key() && forms.len() < table.rows().len() => {
                let look_up = |form| table.key_by_forms(std::slice::from_ref(form));
                Some(forms.iter().filter_map(look_up).collect())
            }
            Self::Together(columns, rows) if columns == table.key() && rows.len() < table.rows().len() => {
                Some(rows.iter().filter_map(|row| table.key_by_forms(row)).collect())
            }
            Self::All(parts) => parts.iter().find_map(|part| part.keys(table)),
            Self::Certain(false) => Some(Vec::new()),
            _ => None,
        }
    }
}

/// What of a row is compared at one end of a link.
enum End {
    Fields(Vec<Column>),
    /// The elements of a list.
    Elements(Column),
}

impl End {
    fn of(table: &Table, fields: &[String]) -> Result<Self, Fault> {
        match fields {
            [field] => match list_of(field) {
                Some(list) => Ok(Self::Elements(table.column(list)?)),
                None => Ok(Self::Fields(table.columns(fields)?)),
            },
            fields if fields.iter().any(|field| list_of(field).is_some()) => {
                Err(malformed("the elements of a list are compared by themselves, beside no other field"))
            }
            fields => Ok(Self::Fields(table.columns(fields)?)),
        }
    }

    fn len(&self) -> usize {
        match self {
            Self::Fields(columns) => columns.len(),
            Self::Elements(_) => 1,
        }
    }

    /// What a row has there: one for each element of a list.
    fn forms(&self, row: &[Value]) -> Vec<Vec<LinkForm>> {
        match self {
            Self::Fields(columns) => forms(row, columns).into_iter().collect(),
            Self::Elements(list) => element_forms(row, *list).map(|form| vec![form]).collect(),
        }
    }
}

fn element_forms(row: &[Value], list: Column) -> impl Iterator<Item = LinkForm> {
    let elements = elements(value(row, list)).unwrap_or_default();
    elements.into_iter().filter_map(|element| element.link_form())
}

fn is_number(value: &Value, numbers: &HashSet<String>) -> bool {
    let text = match value {
        Value::Text(_) | Value::Integer(_) | Value::Real(_) => value.to_text(),
        _ => None,
    };
    text.and_then(|text| stored_digits(&text)).is_some_and(|digits| numbers.contains(&digits))
}

fn may_hold(value: &Value, traces: &[Vec<String>]) -> bool {
    let text = match value {
        Value::Null | Value::Boolean(_) => return false,
        Value::Bytes(bytes) => String::from_utf8_lossy(bytes).to_ascii_lowercase(),
        Value::Integer(_) | Value::Real(_) | Value::Text(_) => {
            value.to_text().unwrap_or_default().to_ascii_lowercase()
        }
    };
    let stands = |trace: &Vec<String>| {
        let behind = |rest: &mut &str, piece: &String| {
            let (_, behind) = rest.split_once(&piece.to_ascii_lowercase())?;
            *rest = behind;
            Some(())
        };
        let mut rest = text.as_str();
        trace.iter().all(|piece| behind(&mut rest, piece).is_some())
    };
    !traces.is_empty() && !text.is_ascii() || traces.iter().any(stands)
}

fn malformed(what: &str) -> Fault {
    Fault::new(StoreErrorKind::Other, format!("{what}; name as many values as fields, and at least one"))
}
