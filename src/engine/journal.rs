//! The journal of a request: what was decided and done, line by line, and what follows from it.
//!
//! Lines hold no personal data: numbers, names of collections and categories, states, hashes.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::error::EngineError;
use super::identify::Identification;
use super::locate::Located;
use crate::plan::Reason;
use crate::policy::Channel;
use crate::request::{Action, Outcome, RequestState};

/// One line of the journal.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Line {
    pub(crate) at: DateTime<Utc>,
    #[serde(flatten)]
    pub(crate) event: Event,
}

/// A step as it is written down before it is taken.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct PlannedStep {
    pub(crate) collection: String,
    pub(crate) action: Action,
    pub(crate) words: String,
    pub(crate) reason: Reason,
    /// Whether it is listed even where it has nothing to do.
    pub(crate) is_main: bool,
}

/// What happened.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(tag = "event", rename_all = "snake_case")]
pub(crate) enum Event {
    Opened {
        channel: Channel,
        scope: String,
        policy: String,
        version: String,
    },
    Verified {
        method: String,
    },
    Deadlines {
        acknowledge_by: Option<DateTime<Utc>>,
        complete_by: Option<DateTime<Utc>>,
    },
    Approved {
        hash: String,
    },
    /// The plan itself. It replaces any plan before it.
    Planned {
        hash: String,
        steps: Vec<PlannedStep>,
        warnings: Vec<String>,
    },
    /// What the plan will touch; from here on records may change.
    Located {
        steps: Vec<Located>,
        identification: Identification,
    },
    StepBegan {
        step: usize,
    },
    StepEnded {
        step: usize,
        outcome: Outcome,
        records: u64,
    },
    /// Something stopped the run; it will be tried again.
    Stopped {
        problem: String,
    },
    /// What was done is done; what is left is to wait for the backups.
    Executed {
        backups_gone_at: Option<DateTime<Utc>>,
        still_holding: BTreeMap<String, u64>,
    },
    State {
        to: RequestState,
    },
    /// The identifiers were destroyed.
    Forgotten,
}

/// A step as far as it has come.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct StepProgress {
    pub(crate) planned: PlannedStep,
    pub(crate) located: Located,
    pub(crate) outcome: Outcome,
    pub(crate) records: u64,
}

/// What follows from a journal.
#[derive(Debug, Clone, Default)]
pub(crate) struct Progress {
    pub(crate) opened_at: Option<DateTime<Utc>>,
    pub(crate) verified_at: Option<DateTime<Utc>>,
    pub(crate) acknowledge_by: Option<DateTime<Utc>>,
    pub(crate) complete_by: Option<DateTime<Utc>>,
    pub(crate) approved: Option<(String, DateTime<Utc>)>,
    /// The plan's hash, and the instant as of which it was made.
    pub(crate) planned: Option<(String, DateTime<Utc>)>,
    pub(crate) is_located: bool,
    /// Whether anything may have been changed in any store, under this plan or one before it.
    pub(crate) has_written: bool,
    pub(crate) steps: Vec<StepProgress>,
    pub(crate) warnings: Vec<String>,
    pub(crate) identification: Identification,
    /// Records that hold one of the person's identifiers after all was done, by collection.
    pub(crate) still_holding: BTreeMap<String, u64>,
    pub(crate) problem: Option<String>,
    pub(crate) backups_gone_at: Option<DateTime<Utc>>,
    pub(crate) is_forgotten: bool,
}

impl Progress {
    /// Takes in one more line.
    pub(crate) fn take(&mut self, line: Line) {
        match line.event {
            Event::Opened { .. } => self.opened_at = Some(line.at),
            Event::Verified { .. } => self.verified_at = Some(line.at),
            Event::Deadlines { acknowledge_by, complete_by } => {
                (self.acknowledge_by, self.complete_by) = (acknowledge_by, complete_by);
            }
            Event::Approved { hash } => self.approved = Some((hash, line.at)),
            Event::Planned { hash, steps, warnings } => {
                self.planned = Some((hash, line.at));
                self.is_located = false;
                self.warnings = warnings;
                self.steps = steps.into_iter().map(StepProgress::pending).collect();
            }
            Event::Located { steps, identification } => {
                self.is_located = true;
                self.identification = identification;
                for (step, located) in self.steps.iter_mut().zip(steps) {
                    step.take(located);
                }
            }
            Event::StepBegan { step } => {
                self.has_written = true;
                if let Some(step) = self.steps.get_mut(step) {
                    step.outcome = Outcome::Running;
                }
            }
            Event::StepEnded { step, outcome, records } => {
                if let Some(step) = self.steps.get_mut(step) {
                    (step.outcome, step.records) = (outcome, records);
                }
            }
            Event::Stopped { problem } => self.problem = Some(problem),
            Event::Executed { backups_gone_at, still_holding } => {
                self.problem = None;
                self.backups_gone_at = backups_gone_at;
                self.still_holding = still_holding;
            }
            Event::State { .. } => {}
            Event::Forgotten => self.is_forgotten = true,
        }
    }

    /// Reads one line as the ledger has it.
    pub(crate) fn read(text: &str) -> Result<Line, EngineError> {
        serde_json::from_str(text).map_err(|_| EngineError::Unreadable)
    }
}

impl StepProgress {
    pub(crate) fn pending(planned: PlannedStep) -> Self {
        Self { planned, located: Located::default(), outcome: Outcome::Pending, records: 0 }
    }

    /// Takes in what was located for it.
    pub(crate) fn take(&mut self, located: Located) {
        self.records = located.records;
        if let Some(reason) = &located.reason {
            self.planned.reason = reason.clone();
        }
        self.located = located;
    }
}

impl Line {
    /// The line as the ledger keeps it.
    pub(crate) fn write(&self) -> Result<String, EngineError> {
        serde_json::to_string(self).map_err(|_| EngineError::Unreadable)
    }
}
