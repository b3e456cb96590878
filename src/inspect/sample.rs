//! Looks at some values of the columns that the data map does not mention.
//!
//! Reads page by page through the `Store` port and forgets each value as soon as it was looked at. What is kept are
//! counts; only columns are reported, and keys inside of JSON that so many records have that they are nobody's value.

use std::collections::BTreeMap;

use serde_json::Value as Json;

use super::names::{Closeness, sort_of as sort_of_name, words_of};
use super::personal::Beside;
use super::sort::Sort;
use super::surroundings::Surroundings;
use super::values;
use crate::finding::Finding;
use crate::port::{Column, ColumnKind, Page, Place, Selection, Store, StoreError, Table};
use crate::text::excerpt;
use crate::value::Value;

/// How many records one page holds.
const PAGE_SIZE: usize = 200;
/// Of so many values that are not empty, one that looks personal is enough.
const ONE_IN: usize = 10;
/// A key inside of JSON that fewer records have could be somebody's value, and is not shown.
const MIN_RECORDS: usize = 3;
/// How deep JSON is looked into.
const MAX_DEPTH: usize = 6;
/// What stands for keys inside of JSON that are not shown.
const HIDDEN: &str = "*";

/// A column, or a key inside of one, whose values look personal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Seen {
    /// The index of the table.
    pub(crate) table: usize,
    /// The column, and the keys inside of it.
    pub(crate) path: String,
    pub(crate) sort: Sort,
}

/// Looks at up to `rows` records of every table that has columns of which the map says nothing. What cannot be looked at is reported.
pub(crate) async fn sample(
    store: &dyn Store,
    rows: usize,
    beside: &Beside<'_>,
    surroundings: &Surroundings<'_>,
) -> Result<(Vec<Seen>, Vec<Finding>), StoreError> {
    let mut seen = Vec::new();
    let mut blind = Vec::new();
    for (index, table) in surroundings.tables().iter().enumerate() {
        let columns: Vec<&Column> = beside
            .unmentioned(index, table)
            .into_iter()
            .filter(|column| may_hold_words(&column.kind))
            .collect();
        if columns.is_empty() {
            continue;
        }
        let Some(key) = key_of(table) else {
            blind.push(Finding::warning(
                format!("table `{}`", excerpt(&table.name)),
                excerpt(&table.name),
                "its values could not be looked at: nothing in the table tells its rows apart",
                "give it a primary key, declare it, or answer it as not personal",
            ));
            continue;
        };
        let mut tallies = vec![Tally::default(); columns.len()];
        read(store, table, key, rows, &columns, &mut tallies).await?;
        for (column, tally) in columns.iter().zip(tallies) {
            let found = tally.conclude(&column.name, beside.closeness(index));
            seen.extend(found.into_iter().map(|(path, sort)| Seen { table: index, path, sort }));
        }
    }
    Ok((seen, blind))
}

async fn read(
    store: &dyn Store,
    table: &Table,
    key: &[String],
    rows: usize,
    columns: &[&Column],
    tallies: &mut [Tally],
) -> Result<(), StoreError> {
    let place = Place::new(&table.name, key.iter().cloned(), Vec::new());
    let fields: Vec<String> = columns.iter().map(|column| column.name.clone()).collect();
    let (mut left, mut after) = (rows, None);
    while left > 0 {
        let limit = left.min(PAGE_SIZE);
        let page = Page { after: after.as_ref(), limit };
        let records = store.read(&place, &fields, &Selection::Everything, page).await?;
        for record in &records {
            for (value, tally) in record.values.iter().zip(tallies.iter_mut()) {
                tally.take(value);
            }
        }
        if records.len() < limit {
            break;
        }
        left -= limit;
        after = records.into_iter().next_back().map(|record| record.key);
    }
    Ok(())
}

fn may_hold_words(kind: &ColumnKind) -> bool {
    matches!(kind, ColumnKind::Text { .. } | ColumnKind::Json | ColumnKind::Other)
}

/// The columns that tell rows apart: the first unique set whose columns may not be null.
fn key_of(table: &Table) -> Option<&[String]> {
    let may_not_be_null = |name: &String| table.schema.column(name).is_some_and(|column| !column.nullable);
    table
        .schema
        .unique
        .iter()
        .map(Vec::as_slice)
        .find(|set| !set.is_empty() && set.iter().all(may_not_be_null))
}

/// How many values of one place look like what.
#[derive(Debug, Clone, Default)]
struct Counts {
    values: usize,
    whole: BTreeMap<Sort, usize>,
    inside: BTreeMap<Sort, usize>,
}

impl Counts {
    fn take(&mut self, text: &str) {
        if text.trim().is_empty() {
            return;
        }
        self.values += 1;
        match values::sort_of(text) {
            Some(sort) => *self.whole.entry(sort).or_default() += 1,
            None => {
                if let Some(sort) = values::sort_inside(text) {
                    *self.inside.entry(sort).or_default() += 1;
                }
            }
        }
    }

    /// What most of those values that look personal look like, if they are enough.
    fn conclude(&self) -> Option<Sort> {
        let most = |counts: &BTreeMap<Sort, usize>| {
            counts
                .iter()
                .max_by_key(|(_, count)| **count)
                .filter(|(_, count)| **count * ONE_IN >= self.values)
                .map(|(sort, _)| *sort)
        };
        // An address inside of a text makes the text what it is: free.
        most(&self.whole).or_else(|| most(&self.inside).map(|_| Sort::FreeText))
    }
}

/// What the values of one column look like: texts themselves, and texts inside of JSON by their path.
#[derive(Debug, Clone, Default)]
struct Tally {
    texts: Counts,
    inside: BTreeMap<Vec<String>, Counts>,
    /// How many records have that key at that path.
    keys: BTreeMap<Vec<String>, usize>,
}

impl Tally {
    fn take(&mut self, value: &Value) {
        let Some(text) = value.as_text() else { return };
        match serde_json::from_str::<Json>(text) {
            Ok(json @ (Json::Object(_) | Json::Array(_))) => self.walk(&json, &mut Vec::new()),
            _ => self.texts.take(text),
        }
    }

    fn walk(&mut self, json: &Json, path: &mut Vec<String>) {
        if path.len() > MAX_DEPTH {
            return;
        }
        match json {
            Json::Object(entries) => {
                for (key, value) in entries {
                    path.push(key.clone());
                    *self.keys.entry(path.clone()).or_default() += 1;
                    // A person's address or number may be the key itself.
                    if values::sort_of(key).is_some() {
                        self.texts.take(key);
                    }
                    self.walk(value, path);
                    path.pop();
                }
            }
            Json::Array(items) => items.iter().for_each(|item| self.walk(item, path)),
            Json::String(text) => self.inside.entry(path.clone()).or_default().take(text),
            Json::Number(number) => self.inside.entry(path.clone()).or_default().take(&number.to_string()),
            Json::Null | Json::Bool(_) => {}
        }
    }

    fn conclude(self, column: &str, closeness: Closeness) -> BTreeMap<String, Sort> {
        let mut found = BTreeMap::new();
        if let Some(sort) = self.texts.conclude() {
            found.insert(column.to_owned(), sort);
        }
        for (path, counts) in &self.inside {
            let is_known = |length: usize| {
                let beginning = path.get(..length).unwrap_or_default();
                self.keys.get(beginning).is_some_and(|records| *records >= MIN_RECORDS)
                    && beginning.last().is_some_and(|key| values::sort_of(key).is_none())
            };
            let last = path.last().filter(|_| is_known(path.len()));
            let by_name = last.and_then(|key| {
                sort_of_name(
                    &words_of(key),
                    &ColumnKind::Text { limit: None },
                    closeness.min(Closeness::Linked),
                )
            });
            let Some(sort) = counts.conclude().or(by_name) else { continue };
            let mut shown = vec![excerpt(column)];
            shown.extend((1..=path.len()).map(|length| match path.get(length - 1) {
                Some(key) if is_known(length) => excerpt(key),
                _ => HIDDEN.to_owned(),
            }));
            found.insert(shown.join("."), sort);
        }
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn concluded(values: &[&str]) -> Vec<(String, Sort)> {
        let mut tally = Tally::default();
        for value in values {
            tally.take(&Value::from(*value));
        }
        tally.conclude("payload", Closeness::Linked).into_iter().collect()
    }

    #[test]
    fn a_share_of_the_values_is_enough() {
        let mut values = vec!["ready"; 9];
        values.push("ana@example.com");
        assert_eq!(concluded(&values), [("payload".to_owned(), Sort::Email)]);
        values.extend(["ready"; 10]);
        assert_eq!(concluded(&values), []);
        assert_eq!(concluded(&["write to ana@example.com"]), [("payload".to_owned(), Sort::FreeText)]);
    }

    #[test]
    fn keys_inside_of_json_are_shown_where_many_records_have_them() {
        let shared = r#"{"from": {"wa": "919876543210", "kind": "x"}}"#;
        assert_eq!(concluded(&[shared; 3]), [("payload.from.wa".to_owned(), Sort::Phone)]);
        assert_eq!(concluded(&[shared]), [("payload.*.*".to_owned(), Sort::Phone)]);
        let named = r#"{"items": [{"nickname": "x"}]}"#;
        assert_eq!(concluded(&[named; 3]), [("payload.items.nickname".to_owned(), Sort::Name)]);
    }

    #[test]
    fn a_value_that_is_a_key_is_found_and_not_shown() {
        let found = concluded(&[r#"{"ana@example.com": {"phone": "+919876543210"}}"#; 9]);
        assert_eq!(found, [("payload".to_owned(), Sort::Email), ("payload.*.phone".to_owned(), Sort::Phone)]);
    }
}
