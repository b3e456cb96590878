//! Selections read plainly: row by row, word by word as the contract has them, with no thought of speed.
//!
//! What every store is compared with. It shares no code with any of them, but for the rules of spelling that the
//! crate itself gives to adapters: [`instant_of`], [`stored_digits`] and [`folder`].

use std::collections::BTreeMap;

use crate::identifier::stored_digits;
use crate::port::{Place, Selection, folder, folders_above};
use crate::value::{Value, instant_of};

/// One row, by the names of its fields. A field that is not named is null.
pub(super) type PlainRow = BTreeMap<String, Value>;

/// Tables that are read plainly.
#[derive(Debug, Clone, Default)]
pub(super) struct PlainWorld {
    tables: BTreeMap<String, Vec<PlainRow>>,
}

impl PlainWorld {
    /// A world without tables.
    pub(super) fn new() -> Self {
        Self::default()
    }

    /// With a table of this name, which has these rows.
    #[must_use]
    pub(super) fn with_table(
        mut self,
        name: impl Into<String>,
        rows: impl IntoIterator<Item = PlainRow>,
    ) -> Self {
        self.tables.insert(name.into(), rows.into_iter().collect());
        self
    }

    /// The rows of the place that match, in the order in which the table has them.
    pub(super) fn matching(&self, place: &Place, selection: &Selection) -> Vec<&PlainRow> {
        self.rows(place).filter(|row| self.matches(row, selection)).collect()
    }

    /// The rows of the table that meet the conditions of the place.
    fn rows<'w>(&'w self, place: &Place) -> impl Iterator<Item = &'w PlainRow> {
        let rows = self.tables.get(place.table()).map(Vec::as_slice).unwrap_or_default();
        rows.iter().filter(|row| {
            place.conditions().iter().all(|condition| condition.is_met_by(field(row, condition.field())))
        })
    }

    fn matches(&self, row: &PlainRow, selection: &Selection) -> bool {
        match selection {
            Selection::Everything => true,
            Selection::Nothing => false,
            Selection::OneOf { fields, rows } => rows
                .iter()
                .any(|values| fields.iter().zip(values).all(|(name, value)| equal(field(row, name), value))),
            Selection::Null { field: name } => field(row, name).is_null(),
            Selection::Before { field: name, form, instant } => {
                instant_of(field(row, name), *form).is_some_and(|moment| moment < *instant)
            }
            Selection::EmailIs { field: name, addresses } => {
                let address = field(row, name).as_text().map(|text| text.trim().to_ascii_lowercase());
                address.is_some_and(|address| addresses.contains(&address))
            }
            Selection::NumberIs { field: name, digits } => {
                let held = match field(row, name) {
                    held @ (Value::Text(_) | Value::Integer(_) | Value::Real(_)) => held.to_text(),
                    _ => None,
                };
                let number = held.and_then(|text| stored_digits(&text));
                number.is_some_and(|number| digits.contains(&number))
            }
            Selection::MayHold { field: name, traces } => {
                let held = match field(row, name) {
                    Value::Null | Value::Boolean(_) => None,
                    Value::Bytes(bytes) => Some(String::from_utf8_lossy(bytes).into_owned()),
                    held => held.to_text(),
                };
                let held = held.filter(|_| !traces.is_empty()).unwrap_or_default().to_ascii_lowercase();
                !held.is_ascii() || traces.iter().any(|pieces| stand_in_order(&held, pieces))
            }
            Selection::Linked { fields, to, to_fields, selection } => {
                let points_at = |other: &PlainRow| {
                    fields.iter().zip(to_fields).all(|(from, to)| equal(field(row, from), field(other, to)))
                };
                self.rows(to).any(|other| points_at(other) && self.matches(other, selection))
            }
            Selection::Exists { place, selection } => {
                self.rows(place).any(|other| self.matches(other, selection))
            }
            Selection::Affix { field: name, side, text } => {
                field(row, name).to_text().is_some_and(|held| side.has(&held, text))
            }
            Selection::Contains { field: name, text } => {
                field(row, name).to_text().is_some_and(|held| held.contains(text.as_str()))
            }
            Selection::Below { field: name, prefixes } => {
                let lies_below = |key: &str| {
                    let mut folders = prefixes.iter().filter_map(|prefix| folder(prefix));
                    folders.any(|folder| folders_above(key).any(|above| above == folder))
                };
                field(row, name).as_text().is_some_and(lies_below)
            }
            Selection::Unreadable { .. } => false,
            Selection::All(parts) => parts.iter().all(|part| self.matches(row, part)),
            Selection::Any(parts) => parts.iter().any(|part| self.matches(row, part)),
            Selection::Not(inner) => !self.matches(row, inner),
            Selection::Held(inner) => self.matches(row, inner),
        }
    }
}

fn field<'r>(row: &'r PlainRow, name: &str) -> &'r Value {
    row.get(name).unwrap_or(&Value::Null)
}

/// Whether the pieces stand in a text one behind the other. Text that is empty holds none.
fn stand_in_order(text: &str, pieces: &[String]) -> bool {
    match pieces.split_first() {
        None => true,
        Some((piece, rest)) => {
            let piece = piece.to_ascii_lowercase();
            let at = text.find(&piece).and_then(|at| text.get(at + piece.len()..));
            at.is_some_and(|behind| stand_in_order(behind, rest))
        }
    }
}

/// Equal by link form; null equals nothing.
fn equal(one: &Value, other: &Value) -> bool {
    one.link_form().is_some_and(|form| other.link_form() == Some(form))
}
