//! Proves that a file's canonical bytes depend on all that the file says, and on nothing else.
//!
//! Works on an example that has every key of the format, each with another value than its default.

use std::collections::{BTreeMap, BTreeSet};

use toml::{Table, Value};

use crate::finding::Findings;

/// A format under proof.
pub(crate) struct Format {
    /// The canonical bytes of the best that can be made of a text, and everything that is wrong with it.
    pub(crate) read: fn(&str) -> (String, Findings),
    /// The keys whose lists have an order.
    pub(crate) ordered: &'static [&'static str],
    /// Words of closed sets, each with another one of its set. Other texts are changed by a letter.
    pub(crate) words: &'static [(&'static str, &'static str)],
}

impl Format {
    /// Nothing of the example is forgotten, everything of the format is in the example, and order means nothing.
    pub(crate) fn prove(&self, example: &str) {
        let (bytes, findings) = (self.read)(example);
        assert!(!findings.has_errors(), "{findings}");
        let table: Table = example.parse().unwrap();
        assert!(
            (self.read)(&self.reordered(&table)).0 == bytes,
            "order, comments and white space mean nothing"
        );
        self.every_key_is_there(&table);
        for (path, changed) in self.changes(&table) {
            let (other, findings) = (self.read)(&toml::to_string(&changed).unwrap());
            let is_unread = |problem: &str| problem.contains("is not a") || problem.starts_with("expected");
            assert!(!findings.iter().any(|it| is_unread(&it.problem)), "{path}: {findings}");
            assert!(other != bytes, "another value of {path} changes nothing");
        }
        for (path, removed) in removals(&table) {
            let (other, findings) = (self.read)(&toml::to_string(&removed).unwrap());
            assert!(other != bytes || findings.has_errors(), "without {path} nothing changes");
        }
    }

    /// Every list without an order backwards; keys are written in the order of the alphabet.
    fn reordered(&self, table: &Table) -> String {
        fn turn(value: &mut Value, is_ordered: bool, ordered: &[&str]) {
            match value {
                Value::Table(table) => {
                    table
                        .iter_mut()
                        .for_each(|(key, value)| turn(value, ordered.contains(&key.as_str()), ordered));
                }
                Value::Array(items) => {
                    items.iter_mut().for_each(|item| turn(item, false, ordered));
                    if !is_ordered {
                        items.reverse();
                    }
                }
                _ => {}
            }
        }
        let mut whole = Value::Table(table.clone());
        turn(&mut whole, false, self.ordered);
        toml::to_string(&whole).unwrap()
    }

    /// The example with one value changed, for each of its values.
    fn changes(&self, table: &Table) -> Vec<(String, Table)> {
        let mut changes = Vec::new();
        for path in paths(table) {
            let mut changed = table.clone();
            match at(&mut changed, &path) {
                Value::String(text) => {
                    *text = match self.words.iter().find(|(word, _)| word == text) {
                        Some((_, other)) => (*other).to_owned(),
                        None if text.starts_with(|c: char| c.is_ascii_digit()) => format!("1{text}"),
                        None => format!("{text}x"),
                    };
                }
                Value::Integer(number) => *number += 1,
                Value::Boolean(flag) => *flag = !*flag,
                _ => continue,
            }
            changes.push((shown(&path), changed));
        }
        changes
    }

    /// Asks every table for the keys that it knows.
    fn every_key_is_there(&self, table: &Table) {
        const STRANGER: &str = "zzzz";
        let mut known: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        let mut there: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        let inner = paths(table).into_iter().filter(|path| at(&mut table.clone(), path).is_table());
        for path in std::iter::once(Vec::new()).chain(inner) {
            let mut asked = table.clone();
            let here =
                if path.is_empty() { &mut asked } else { at(&mut asked, &path).as_table_mut().unwrap() };
            let keys: BTreeSet<String> = here.keys().cloned().collect();
            here.insert(STRANGER.to_owned(), Value::Integer(1));
            let findings = (self.read)(&toml::to_string(&asked).unwrap()).1;
            let Some(finding) =
                findings.iter().find(|it| it.words == STRANGER && it.problem.contains("not a key of"))
            else {
                continue;
            };
            let words = finding.remedy.split("the keys here are ").nth(1).unwrap();
            let words = words.split(", ").map(|word| word.trim_matches('`').to_owned());
            known.entry(finding.problem.clone()).or_default().extend(words);
            there.entry(finding.problem.clone()).or_default().extend(keys);
        }
        assert_eq!(there, known, "an example that has not every key proves nothing");
    }
}

/// The example without one of its keys or items, for each of them.
fn removals(table: &Table) -> Vec<(String, Table)> {
    let mut removals = Vec::new();
    for path in paths(table) {
        let mut removed = table.clone();
        let (last, before) = path.split_last().unwrap();
        match last {
            Step::Key(key) if before.is_empty() => drop(removed.remove(key)),
            Step::Key(key) => drop(at(&mut removed, before).as_table_mut().unwrap().remove(key)),
            Step::Item(index) => drop(at(&mut removed, before).as_array_mut().unwrap().remove(*index)),
        }
        removals.push((shown(&path), removed));
    }
    removals
}

#[derive(Debug, Clone)]
enum Step {
    Key(String),
    Item(usize),
}

/// The way to every value, the outer ones first.
fn paths(table: &Table) -> Vec<Vec<Step>> {
    fn below(value: &Value, way: &[Step], paths: &mut Vec<Vec<Step>>) {
        let steps: Vec<(Step, &Value)> = match value {
            Value::Table(table) => table.iter().map(|(key, value)| (Step::Key(key.clone()), value)).collect(),
            Value::Array(items) => {
                items.iter().enumerate().map(|(index, item)| (Step::Item(index), item)).collect()
            }
            _ => Vec::new(),
        };
        for (step, value) in steps {
            let way: Vec<Step> = way.iter().cloned().chain([step]).collect();
            paths.push(way.clone());
            below(value, &way, paths);
        }
    }
    let mut paths = Vec::new();
    below(&Value::Table(table.clone()), &[], &mut paths);
    paths
}

fn at<'a>(table: &'a mut Table, path: &[Step]) -> &'a mut Value {
    let Some((Step::Key(first), rest)) = path.split_first() else { panic!("a path starts with a key") };
    rest.iter().fold(&mut table[first], |value, step| match step {
        Step::Key(key) => &mut value[key.as_str()],
        Step::Item(index) => &mut value[*index],
    })
}

fn shown(path: &[Step]) -> String {
    let steps = path.iter().map(|step| match step {
        Step::Key(key) => key.clone(),
        Step::Item(index) => index.to_string(),
    });
    steps.collect::<Vec<_>>().join(" > ")
}
