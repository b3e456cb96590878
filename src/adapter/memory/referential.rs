//! What the tables of a declared schema do to each other when rows go or change, as foreign keys do in SQL.
//!
//! Constraints are looked at when the whole batch is done: rows that leave together do not stand in each other's way.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use super::table::{Change, Column, Fault, Row, Table, Tables, changed, forms};
use crate::port::{Key, OnDelete, Reference};
use crate::value::{LinkForm, Value};

/// Erases these rows and everything that cascades from them, or nothing.
pub(super) fn erase(tables: &mut Tables, table: &str, keys: Vec<Key>) -> Result<(), Fault> {
    let consequences = Consequences::of(tables, table, keys)?;
    consequences.carry_out(tables)
}

/// The consequences of an erasure by table.
#[derive(Default)]
struct Consequences {
    gone: BTreeMap<String, BTreeSet<Key>>,
    cleared: BTreeMap<String, BTreeMap<Key, BTreeSet<usize>>>,
    refused: Vec<Refusal>,
}

/// Rows that must not be left behind as they are.
struct Refusal {
    table: String,
    columns: Vec<Column>,
    names: Vec<String>,
    keys: Vec<Key>,
}

impl Consequences {
    fn of(tables: &Tables, table: &str, keys: Vec<Key>) -> Result<Self, Fault> {
        let mut all = Self::default();
        all.gone.entry(table.to_owned()).or_default().extend(keys.iter().cloned());
        let mut queue = vec![(table.to_owned(), keys)];
        while let Some((name, keys)) = queue.pop() {
            let Some(parent) = tables.get(&name) else { continue };
            for reference in parent.schema().iter().flat_map(|schema| &schema.referred_by) {
                let Some(child) = tables.get(&reference.table) else {
                    continue;
                };
                let to_columns = parent.columns(&reference.to_columns)?;
                let leaving: HashSet<_> =
                    keys.iter().filter_map(|key| forms(parent.row(key)?, &to_columns)).collect();
                let columns = child.columns(&reference.columns)?;
                let referring = rows_among(child, &columns, &leaving);
                let next = all.add(reference, columns, referring);
                if !next.is_empty() {
                    queue.push((reference.table.clone(), next));
                }
            }
        }
        Ok(all)
    }

    /// Notes what one reference does to the referring rows, and returns those that go as well and had not yet.
    fn add(&mut self, reference: &Reference, columns: Vec<Column>, keys: Vec<Key>) -> Vec<Key> {
        match reference.on_delete {
            OnDelete::Cascade => {
                let gone = self.gone.entry(reference.table.clone()).or_default();
                keys.into_iter().filter(|key| gone.insert(key.clone())).collect()
            }
            OnDelete::LetGo => {
                let cleared = self.cleared.entry(reference.table.clone()).or_default();
                for key in keys {
                    cleared.entry(key).or_default().extend(columns.iter().flatten());
                }
                Vec::new()
            }
            OnDelete::Refuse => {
                self.refused.push(Refusal {
                    table: reference.table.clone(),
                    columns,
                    names: reference.columns.clone(),
                    keys,
                });
                Vec::new()
            }
        }
    }

    fn carry_out(self, tables: &mut Tables) -> Result<(), Fault> {
        for refusal in &self.refused {
            if refusal.keys.iter().any(|key| self.still_refers(refusal, key)) {
                return Err(still_referred_to(&refusal.table, &refusal.names));
            }
        }
        let mut done = Vec::new();
        for (name, rows) in &self.cleared {
            let Some(table) = tables.get_mut(name) else {
                continue;
            };
            let gone = self.gone.get(name);
            let changes: Vec<(Key, Row)> = rows
                .iter()
                .filter(|(key, _)| gone.is_none_or(|gone| !gone.contains(key)))
                .filter_map(|(key, columns)| {
                    let nulls = columns.iter().map(|column| (*column, Value::Null));
                    Some((key.clone(), changed(table.row(key)?, nulls)))
                })
                .collect();
            match table.replace(changes) {
                Ok(changes) => done.push((name, changes)),
                Err(fault) => {
                    for (name, changes) in done {
                        if let Some(table) = tables.get_mut(name) {
                            table.undo(changes);
                        }
                    }
                    return Err(fault);
                }
            }
        }
        for (name, keys) in &self.gone {
            if let Some(table) = tables.get_mut(name) {
                for key in keys {
                    table.remove(key);
                }
            }
        }
        Ok(())
    }

    /// Whether the row stays, and stays as it is in the columns by which it refers.
    fn still_refers(&self, refusal: &Refusal, key: &Key) -> bool {
        let goes = self.gone.get(&refusal.table).is_some_and(|gone| gone.contains(key));
        let lets_go =
            self.cleared.get(&refusal.table).and_then(|cleared| cleared.get(key)).is_some_and(|cleared| {
                refusal.columns.iter().flatten().any(|column| cleared.contains(column))
            });
        !goes && !lets_go
    }
}

/// Puts new rows in the place of those with these keys, unless a reference would then point nowhere.
pub(super) fn replace(tables: &mut Tables, table: &str, changes: Vec<(Key, Row)>) -> Result<(), Fault> {
    let Some(target) = tables.get_mut(table) else {
        return Ok(());
    };
    let done = target.replace(changes)?;
    let verdict = check_replaced(tables, table, &done);
    if verdict.is_err()
        && let Some(target) = tables.get_mut(table)
    {
        target.undo(done);
    }
    verdict
}

fn check_replaced(tables: &Tables, name: &str, changes: &[Change]) -> Result<(), Fault> {
    let Some(table) = tables.get(name) else {
        return Ok(());
    };
    for reference in table.schema().iter().flat_map(|schema| &schema.referred_by) {
        let Some(child) = tables.get(&reference.table) else {
            continue;
        };
        let to_columns = table.columns(&reference.to_columns)?;
        let (mut left, _) = moved(table, &to_columns, changes);
        for taken_over in existing(table, &to_columns, &left) {
            left.remove(&taken_over);
        }
        if !rows_among(child, &child.columns(&reference.columns)?, &left).is_empty() {
            return Err(still_referred_to(&reference.table, &reference.columns));
        }
    }
    for parent in tables.values() {
        let Some(schema) = parent.schema() else { continue };
        let referring_here = |reference: &&Reference| reference.table == name;
        for reference in schema.referred_by.iter().filter(referring_here) {
            let columns = table.columns(&reference.columns)?;
            let (_, pointed_at) = moved(table, &columns, changes);
            let found = existing(parent, &parent.columns(&reference.to_columns)?, &pointed_at);
            if found.len() < pointed_at.len() {
                return Err(Fault::constraint(format!(
                    "`{}` would refer to a row that is not there",
                    reference.columns.join("`, `")
                )));
            }
        }
    }
    Ok(())
}

type Tuples = HashSet<Vec<LinkForm>>;

/// What the changed rows held in these columns and do no longer, and what they hold only now.
fn moved(table: &Table, columns: &[Column], changes: &[Change]) -> (Tuples, Tuples) {
    let (mut left, mut entered) = (Tuples::new(), Tuples::new());
    for change in changes {
        let before = forms(&change.before, columns);
        let now = table.row(&change.key).and_then(|row| forms(row, columns));
        if before != now {
            left.extend(before);
            entered.extend(now);
        }
    }
    (left, entered)
}

/// Those of the tuples that some row holds in these columns.
fn existing(table: &Table, columns: &[Column], tuples: &Tuples) -> Tuples {
    if tuples.is_empty() {
        return Tuples::new();
    }
    if columns == table.key() {
        let is_there = |tuple: &&Vec<LinkForm>| table.key_by_forms(tuple).is_some();
        return tuples.iter().filter(is_there).cloned().collect();
    }
    let held = table.rows().values().filter_map(|row| forms(row, columns));
    held.filter(|tuple| tuples.contains(tuple)).collect()
}

/// The rows that hold one of the tuples in these columns.
fn rows_among(table: &Table, columns: &[Column], tuples: &Tuples) -> Vec<Key> {
    if tuples.is_empty() {
        return Vec::new();
    }
    let holds_one = |row: &Row| forms(row, columns).is_some_and(|tuple| tuples.contains(&tuple));
    let referring = table.rows().iter().filter(|(_, row)| holds_one(row));
    referring.map(|(key, _)| key.clone()).collect()
}

fn still_referred_to(table: &str, columns: &[String]) -> Fault {
    Fault::constraint(format!("rows of `{table}` still refer to it by `{}`", columns.join("`, `")))
}
