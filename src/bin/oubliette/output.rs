//! Writes results, errors and progress: where they go, and in which form.

use std::io::{IsTerminal, Write};
use std::process::ExitCode;
use std::time::Duration;

use indicatif::{HumanCount, ProgressBar, ProgressStyle};
use oubliette::engine::{Progress, Report};
use oubliette::finding::Finding;
use serde::Serialize;

use super::failure::{Failure, Stopped, UNSETTLED, WRONG_USE};
use super::page;

/// What a command writes when it has done its work.
#[derive(Debug)]
pub(crate) struct Output {
    /// For programs: one object.
    pub(crate) json: String,
    /// For people.
    pub(crate) page: String,
    /// Whether all that can be done today is done.
    pub(crate) is_settled: bool,
}

/// A value as one line of JSON.
pub(crate) fn json(value: &impl Serialize) -> Result<String, Failure> {
    serde_json::to_string(value)
        .map_err(|error| Failure::stopped(format!("the result cannot be written: {error}")))
}

/// Writes what became of a command, and returns its exit code.
pub(crate) fn conclude(result: Result<Output, Failure>, as_json: bool) -> ExitCode {
    match result {
        Ok(Output { json, page, is_settled }) => {
            print(if as_json { &json } else { page.trim_end() });
            if is_settled { ExitCode::SUCCESS } else { ExitCode::from(UNSETTLED) }
        }
        Err(Failure::Misuse(words)) => misused(&words, as_json),
        Err(Failure::Stopped(stopped)) => {
            tell(&format!("error: {}", stopped.error));
            for finding in stopped.findings.iter() {
                tell(&format!("  {finding}"));
            }
            if as_json {
                // An object of text and numbers can always be written.
                print(&serde_json::to_string(&StoppedView::of(&stopped)).unwrap_or_default());
            } else if let Some(report) = &stopped.report {
                print(page::report(report).trim_end());
            }
            ExitCode::from(UNSETTLED)
        }
    }
}

/// Says that a command was used wrongly, so that nothing was done.
pub(crate) fn misused(words: &str, as_json: bool) -> ExitCode {
    tell(&format!("error: {words}"));
    if as_json {
        let view = StoppedView { report: None, error: words, findings: Vec::new() };
        print(&serde_json::to_string(&view).unwrap_or_default());
    }
    ExitCode::from(WRONG_USE)
}

/// What stopped a command, for programs: the report it was about, as far as there is one, and the error beside it.
#[derive(Debug, Serialize)]
struct StoppedView<'a> {
    #[serde(flatten)]
    report: Option<&'a Report>,
    error: &'a str,
    findings: Vec<&'a Finding>,
}

impl<'a> StoppedView<'a> {
    fn of(stopped: &'a Stopped) -> Self {
        Self {
            report: stopped.report.as_ref(),
            error: &stopped.error,
            findings: stopped.findings.iter().collect(),
        }
    }
}

/// Writes to standard output, where there is something to write. A reader that has gone away wants no more, and that is no
/// failure.
pub(crate) fn print(text: &str) {
    if text.is_empty() {
        return;
    }
    let mut out = std::io::stdout().lock();
    let _ = writeln!(out, "{text}").and_then(|()| out.flush());
}

/// Writes to standard error, where nobody may be listening either.
pub(crate) fn tell(text: &str) {
    let _ = writeln!(std::io::stderr().lock(), "{text}");
}

/// Shows progress on standard error where that is a terminal, and nothing otherwise.
#[derive(Debug, Clone)]
pub(crate) struct Meter(Option<ProgressBar>);

impl Meter {
    pub(crate) fn new() -> Self {
        if !std::io::stderr().is_terminal() {
            return Self(None);
        }
        let bar = ProgressBar::new_spinner();
        bar.enable_steady_tick(Duration::from_millis(120));
        Self(Some(bar))
    }

    /// Shows nothing, whoever watches.
    #[cfg(feature = "http")]
    pub(crate) fn silent() -> Self {
        Self(None)
    }

    /// Takes in how far a run has come.
    pub(crate) fn show(&self, progress: Progress) {
        let Some(bar) = &self.0 else { return };
        match progress {
            Progress::Locating => {
                bar.set_style(ProgressStyle::default_spinner());
                bar.set_message("finding the person's records");
            }
            Progress::Step { words, records } => {
                bar.set_position(0);
                bar.set_message(words);
                bar.set_length(records);
                bar.set_style(step_style());
            }
            Progress::Advanced(records) => bar.inc(records),
            Progress::Checking => {
                bar.set_style(ProgressStyle::default_spinner());
                bar.set_message("counting again");
            }
            _ => {}
        }
    }

    /// Takes the bar away.
    pub(crate) fn clear(&self) {
        if let Some(bar) = &self.0 {
            bar.finish_and_clear();
        }
    }
}

fn step_style() -> ProgressStyle {
    ProgressStyle::with_template("{spinner} {bar:24} {human_pos}/{human_len} {msg}")
        .unwrap_or_else(|_| ProgressStyle::default_bar())
}

/// A number of records as people read it: `1,234`.
pub(crate) fn count(records: u64) -> String {
    HumanCount(records).to_string()
}
