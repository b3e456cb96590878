//! What a report says was done, summed up; and what a check says of all places to die at.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use oubliette::engine::Report;
use oubliette::request::{Action, Outcome};

use super::changes::Change;
use super::drive::Left;

/// How many records of each collection had which outcome: all of them, or only those that are erased.
pub fn counts(
    report: &Report,
    all: bool,
    name: impl Fn(&str) -> String,
) -> BTreeMap<(String, &'static str), u64> {
    let mut counts = BTreeMap::new();
    for step in &report.steps {
        let counted = step.outcome == Outcome::Erased || all && step.outcome != Outcome::Absent;
        if counted && step.records > 0 {
            *counts.entry((name(&step.collection), step.outcome.as_str())).or_default() += step.records;
        }
    }
    counts
}

/// What a report says is kept: the collection by its name of before, category, citation, last day, how many records.
pub fn keeps(report: &Report, change: &Change) -> Vec<(String, String, String, String, u64)> {
    let kept = report.steps.iter().filter(|step| step.action == Action::Retain && step.records > 0);
    kept.map(|step| {
        let reason = &step.reason;
        (
            change.name_before(&step.collection).to_owned(),
            reason.category.clone(),
            reason.citation.clone().unwrap_or_default(),
            reason.until.map(|day| day.to_string()).unwrap_or_default(),
            step.records,
        )
    })
    .collect()
}

/// What is wrong, and at how many places.
#[derive(Default)]
pub struct Tally {
    places: usize,
    broken: usize,
    faults: BTreeMap<String, (usize, String)>,
}

impl Tally {
    pub fn add(&mut self, place: &str, left: &Left, faults: Vec<String>) {
        self.places += 1;
        self.broken += usize::from(!faults.is_empty());
        let place = format!("{place}, at {}", left.report.state);
        let mut faults = faults;
        faults.sort();
        faults.dedup();
        for fault in faults {
            self.faults.entry(fault).or_insert_with(|| (0, place.clone())).0 += 1;
        }
    }

    /// # Panics
    /// Something is wrong anywhere, or there were fewer places than these.
    pub fn judge(&self, at_least: usize) {
        let mut text = format!("wrong at {} of {} places to die at:\n", self.broken, self.places);
        for (fault, (places, first)) in &self.faults {
            writeln!(text, "{places:>5} x {fault} (first at {first})").unwrap();
        }
        assert!(self.faults.is_empty(), "{text}");
        assert!(self.places >= at_least, "only {} places to die at", self.places);
    }
}
