//! Rows in memory, in the order of their keys, and the constraints that a declared schema puts on them.
//!
//! Knows one table at a time; what tables have to do with each other is in `referential`.

use std::collections::{BTreeMap, HashMap, HashSet};

use crate::port::{ColumnKind, Key, Schema, StoreErrorKind};
use crate::value::{LinkForm, Value};

/// All tables by name.
pub(super) type Tables = BTreeMap<String, Table>;

/// A column's position; `None` for a field that no row of a table without a schema has ever had.
pub(super) type Column = Option<usize>;

/// What went wrong, before it is said of which call.
#[derive(Debug)]
pub(super) struct Fault {
    pub(super) kind: StoreErrorKind,
    pub(super) detail: String,
}

impl Fault {
    pub(super) fn new(kind: StoreErrorKind, detail: impl Into<String>) -> Self {
        Self { kind, detail: detail.into() }
    }

    pub(super) fn constraint(detail: impl Into<String>) -> Self {
        Self::new(StoreErrorKind::Constraint, detail)
    }
}

/// One row's values by position. It may be shorter than the table is wide: what is left out is null.
pub(super) type Row = Vec<Value>;

/// The value in a column.
pub(super) fn value(row: &[Value], column: Column) -> &Value {
    static NULL: Value = Value::Null;
    column.and_then(|column| row.get(column)).unwrap_or(&NULL)
}

/// The link forms of these columns taken together; `None` where one of them is null.
pub(super) fn forms(row: &[Value], columns: &[Column]) -> Option<Vec<LinkForm>> {
    columns.iter().map(|column| value(row, *column).link_form()).collect()
}

fn put(row: &mut Row, column: usize, new: Value) {
    if row.len() <= column {
        row.resize(column + 1, Value::Null);
    }
    if let Some(slot) = row.get_mut(column) {
        *slot = new;
    }
}

/// The rows of one table.
#[derive(Debug)]
pub(super) struct Table {
    schema: Option<Schema>,
    /// The names of the columns by position. They grow with the rows where there is no schema.
    columns: Vec<String>,
    key: Vec<Column>,
    rows: BTreeMap<Key, Row>,
    /// Finds a row by its key whatever the types in which the key is given: `7` or `"7"`.
    by_form: HashMap<Vec<LinkForm>, Key>,
}

impl Table {
    pub(super) fn new(key: Vec<String>, schema: Option<Schema>) -> Self {
        let mut columns: Vec<String> = schema
            .iter()
            .flat_map(|schema| schema.columns.iter().map(|column| column.name.clone()))
            .collect();
        let key = key
            .into_iter()
            .map(|name| {
                let found = columns.iter().position(|column| same_name(column, &name, schema.is_some()));
                Some(found.unwrap_or_else(|| {
                    columns.push(name);
                    columns.len() - 1
                }))
            })
            .collect();
        Self { schema, columns, key, rows: BTreeMap::new(), by_form: HashMap::new() }
    }

    pub(super) fn schema(&self) -> Option<&Schema> {
        self.schema.as_ref()
    }

    pub(super) fn key(&self) -> &[Column] {
        &self.key
    }

    pub(super) fn rows(&self) -> &BTreeMap<Key, Row> {
        &self.rows
    }

    pub(super) fn row(&self, key: &Key) -> Option<&Row> {
        self.rows.get(key)
    }

    pub(super) fn key_by_forms(&self, forms: &[LinkForm]) -> Option<&Key> {
        self.by_form.get(forms)
    }

    /// Where a field is. A field that a declared schema lacks is missing; without a schema it is null everywhere.
    pub(super) fn column(&self, name: &str) -> Result<Column, Fault> {
        let found = self.columns.iter().position(|column| same_name(column, name, self.schema.is_some()));
        if found.is_none() && self.schema.is_some() {
            return Err(missing_field(name));
        }
        Ok(found)
    }

    pub(super) fn columns<'n>(
        &self,
        names: impl IntoIterator<Item = &'n String>,
    ) -> Result<Vec<Column>, Fault> {
        names.into_iter().map(|name| self.column(name)).collect()
    }

    /// Where a field is, with room made for it in a table without a schema.
    fn column_for(&mut self, name: &str) -> Result<usize, Fault> {
        if let Some(column) = self.column(name)? {
            return Ok(column);
        }
        self.columns.push(name.to_owned());
        Ok(self.columns.len() - 1)
    }

    pub(super) fn columns_for<'n>(
        &mut self,
        names: impl IntoIterator<Item = &'n str>,
    ) -> Result<Vec<usize>, Fault> {
        names.into_iter().map(|name| self.column_for(name)).collect()
    }

    pub(super) fn insert(&mut self, fields: impl IntoIterator<Item = (String, Value)>) -> Result<(), Fault> {
        let mut row = Row::new();
        for (name, new) in fields {
            let column = self.column_for(&name)?;
            put(&mut row, column, new);
        }
        self.check(&row)?;
        let Some(forms) = forms(&row, &self.key) else {
            return Err(Fault::constraint("a key field is null"));
        };
        if self.by_form.contains_key(&forms) {
            return Err(Fault::constraint("there is a row with that key"));
        }
        self.place(row, forms);
        Ok(())
    }

    fn place(&mut self, row: Row, forms: Vec<LinkForm>) {
        let key = self.key_of(&row, &self.key);
        self.by_form.insert(forms, key.clone());
        self.rows.insert(key, row);
    }

    pub(super) fn key_of(&self, row: &[Value], columns: &[Column]) -> Key {
        Key::new(columns.iter().map(|column| value(row, *column).clone()))
    }

    pub(super) fn remove(&mut self, key: &Key) -> Option<Row> {
        let row = self.rows.remove(key)?;
        if let Some(forms) = forms(&row, &self.key) {
            self.by_form.remove(&forms);
        }
        Some(row)
    }

    /// Puts new rows in the place of those with these keys, all or none, and returns what stood there before.
    pub(super) fn replace(&mut self, changes: Vec<(Key, Row)>) -> Result<Vec<Change>, Fault> {
        for (_, row) in &changes {
            self.check(row)?;
        }
        self.check_unique(&changes)?;
        let mut done = Vec::with_capacity(changes.len());
        let mut arriving = Vec::with_capacity(changes.len());
        // All leave before any arrives, since a new key may be one that another row of the batch has left.
        for (key, row) in changes {
            let Some(before) = self.remove(&key) else { continue };
            done.push(Change { key: self.key_of(&row, &self.key), before });
            arriving.push(row);
        }
        for row in arriving {
            if let Some(forms) = forms(&row, &self.key) {
                self.place(row, forms);
            }
        }
        Ok(done)
    }

    /// Puts back what [`Table::replace`] replaced.
    pub(super) fn undo(&mut self, changes: Vec<Change>) {
        for change in &changes {
            self.remove(&change.key);
        }
        for Change { before, .. } in changes {
            if let Some(forms) = forms(&before, &self.key) {
                self.place(before, forms);
            }
        }
    }

    /// Every field of every row, null where a row lacks one.
    pub(super) fn to_maps(&self) -> Vec<BTreeMap<String, Value>> {
        let map = |row: &Row| {
            self.columns
                .iter()
                .enumerate()
                .map(|(column, name)| (name.clone(), value(row, Some(column)).clone()))
                .collect()
        };
        self.rows.values().map(map).collect()
    }

    /// Whether one row keeps to the schema by itself.
    fn check(&self, row: &[Value]) -> Result<(), Fault> {
        if self.key.iter().any(|column| value(row, *column).is_null()) {
            return Err(Fault::constraint("a key field is null"));
        }
        for (position, column) in self.schema.iter().flat_map(|schema| &schema.columns).enumerate() {
            let held = value(row, Some(position));
            if held.is_null() && !column.nullable {
                return Err(Fault::constraint(format!("`{}` may not be null", column.name)));
            }
            if !fits(held, &column.kind) {
                return Err(Fault::constraint(format!(
                    "the value does not fit the type of `{}`",
                    column.name
                )));
            }
        }
        Ok(())
    }

    /// Whether the changed rows share a key or a unique set of columns with each other or with a row that stays.
    fn check_unique(&self, changes: &[(Key, Row)]) -> Result<(), Fault> {
        let mut sets = vec![self.key.clone()];
        for set in self.schema.iter().flat_map(|schema| &schema.unique) {
            sets.push(self.columns(set)?);
        }
        let changing: HashSet<&Key> = changes.iter().map(|(key, _)| key).collect();
        for set in sets {
            let untouched = changes
                .iter()
                .all(|(key, row)| self.row(key).and_then(|row| forms(row, &set)) == forms(row, &set));
            if untouched {
                continue;
            }
            let mut taken = HashSet::new();
            let all_differ =
                changes.iter().filter_map(|(_, row)| forms(row, &set)).all(|forms| taken.insert(forms));
            let none_stays = self
                .rows
                .iter()
                .filter(|(key, _)| !changing.contains(key))
                .filter_map(|(_, row)| forms(row, &set))
                .all(|forms| !taken.contains(&forms));
            if !(all_differ && none_stays) {
                let names: Vec<&str> = set
                    .iter()
                    .filter_map(|column| self.columns.get((*column)?))
                    .map(String::as_str)
                    .collect();
                return Err(Fault::constraint(format!("`{}` would no longer be unique", names.join("`, `"))));
            }
        }
        Ok(())
    }
}

/// A row that was replaced: its key now, and what it was before.
#[derive(Debug)]
pub(super) struct Change {
    pub(super) key: Key,
    pub(super) before: Row,
}

/// Applies `new` to these columns of a copy of the row.
pub(super) fn changed(row: &[Value], news: impl IntoIterator<Item = (usize, Value)>) -> Row {
    let mut row = row.to_vec();
    for (column, new) in news {
        put(&mut row, column, new);
    }
    row
}

pub(super) fn missing_field(name: &str) -> Fault {
    Fault::new(
        StoreErrorKind::Missing,
        format!("there is no field `{name}`; declare it, or correct the name"),
    )
}

/// Names that a schema declares compare as SQL's do; without a schema there is nothing but the name as written.
fn same_name(column: &str, name: &str, declared: bool) -> bool {
    if declared { column.eq_ignore_ascii_case(name) } else { column == name }
}

/// Whether a column of that kind can hold the value, as a strict database sees it.
fn fits(value: &Value, kind: &ColumnKind) -> bool {
    let is_text_of = |test: fn(&str) -> bool| value.as_text().is_some_and(test);
    match (kind, value) {
        (ColumnKind::List, _) => true,
        (_, Value::Null) | (ColumnKind::Text { limit: None }, _) => true,
        (ColumnKind::Text { limit: Some(limit) }, value) => value
            .to_text()
            .is_some_and(|text| u32::try_from(text.chars().count()).is_ok_and(|length| length <= *limit)),
        (ColumnKind::Integer, value) => {
            matches!(value, Value::Integer(_) | Value::Boolean(_))
                || is_text_of(|text| text.parse::<i64>().is_ok())
        }
        (ColumnKind::Real, value) => {
            matches!(value, Value::Integer(_) | Value::Real(_))
                || is_text_of(|text| text.parse::<f64>().is_ok())
        }
        (ColumnKind::Boolean, value) => matches!(value, Value::Boolean(_) | Value::Integer(0 | 1)),
        (ColumnKind::Choice { values }, value) => {
            value.as_text().is_some_and(|text| values.iter().any(|it| it == text))
        }
        (
            ColumnKind::Bytes | ColumnKind::Time | ColumnKind::Uuid | ColumnKind::Json | ColumnKind::Other,
            _,
        ) => true,
    }
}
