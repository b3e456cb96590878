//! What the reader sees: headings, tables and progress.

use std::io::Write as _;
use std::sync::{Arc, Mutex, PoisonError};

use chrono::{DateTime, Utc};
use oubliette::code::ConfirmationCode;
use oubliette::engine::{Progress, Report, StepReport};
use oubliette::plan::Plan;
use oubliette::request::{Action, Outcome};

/// Begins a section.
pub fn heading(text: &str) {
    println!("\n{text}\n{}", "-".repeat(text.len()));
}

/// Tables and their rows, four to a line.
pub fn counts(counts: &[(String, i64)]) {
    for line in counts.chunks(4) {
        let cells: Vec<String> = line.iter().map(|(table, rows)| format!("{rows:>7} {table:<15}")).collect();
        println!("{}", cells.concat().trim_end());
    }
}

/// A plan with the reason and count of each step that finds something; returns how many records it would change.
pub fn plan(who: &str, plan: &Plan, report: &Report) -> u64 {
    println!("  The {who}: plan {}…", &plan.hash().to_string()[..12]);
    for step in report.steps.iter().filter(|step| step.records > 0) {
        let between = if step.reason.ground.is_some() { "\n          " } else { " " };
        println!("  {:>6}  {},{between}because of {}", step.records, step.words, reason(step));
    }
    let has_some = |name: &str| report.steps.iter().any(|step| step.collection == name && step.records > 0);
    let mut absent: Vec<&str> = report.steps.iter().map(|step| step.collection.as_str()).collect();
    absent.retain(|name| !has_some(name));
    absent.dedup();
    println!("  nothing in {}", absent.join(", "));
    for warning in &report.warnings {
        println!("  Warning: {warning}");
    }
    report.steps.iter().filter(|step| step.action != Action::Retain).map(|step| step.records).sum()
}

fn reason(step: &StepReport) -> String {
    let reason = &step.reason;
    let until = reason.until.map(|day| format!(", the last of them until {day}")).unwrap_or_default();
    match (&reason.ground, &reason.citation) {
        (Some(ground), Some(citation)) => format!("`{}`: {ground}, {citation}{until}", reason.category),
        _ => format!("`{}`", reason.category),
    }
}

/// How a request ended, by what became of the records.
pub fn report(who: &str, report: &Report) {
    println!("  The {who}, code {}: {}", report.code.as_deref().unwrap_or("-"), report.state);
    let all = [
        (Outcome::Erased, "erased"),
        (Outcome::Anonymized, "masked"),
        (Outcome::Cleared, "let go of"),
        (Outcome::Retained, "kept"),
    ];
    for (outcome, word) in all {
        let steps: Vec<&StepReport> =
            report.steps.iter().filter(|step| step.outcome == outcome && step.records > 0).collect();
        let cells: Vec<String> =
            steps.iter().map(|step| format!("{} {}", step.records, step.collection)).collect();
        if !cells.is_empty() {
            println!("  {:>6} {word:<9}  {}", report.records(outcome), cells.join(", "));
        }
        for step in steps.iter().filter(|_| outcome == Outcome::Retained) {
            println!("                    {}: {}", step.collection, reason(step));
        }
    }
}

/// What a status page says to somebody who types a code.
pub fn status(now: DateTime<Utc>, code: &ConfirmationCode, report: &Report) {
    let due = report.due.map(|due| format!(", until {}", due.format("%Y-%m-%d"))).unwrap_or_default();
    println!("  {}  {}: {}{due}", now.format("%Y-%m-%d"), code.grouped(), report.state);
}

/// Progress in percent, one line for each request.
#[derive(Clone, Default)]
pub struct Meter(Arc<Mutex<Count>>);

#[derive(Default)]
struct Count {
    total: u64,
    done: u64,
    shown: u64,
    is_finding: bool,
}

impl Meter {
    /// A run begins that will change so many records.
    pub fn begin(&self, total: u64) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Count { total, ..Count::default() };
    }

    /// The engine got further. Nothing is shown before a run began.
    pub fn take(&self, progress: &Progress) {
        let mut count = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        match progress {
            _ if count.total == 0 => {}
            Progress::Locating if !count.is_finding => {
                count.is_finding = true;
                eprint!("  finding");
            }
            Progress::Advanced(records) => {
                count.done += records;
                let percent = (100 * count.done / count.total).min(100);
                if percent / 10 > count.shown / 10 {
                    count.shown = percent;
                    eprint!(" {percent}%");
                }
            }
            Progress::Checking => eprintln!(" counting again: done"),
            _ => {}
        }
        // Progress is a courtesy: a reader who hung up stops nothing.
        let _ = std::io::stderr().flush();
    }
}
