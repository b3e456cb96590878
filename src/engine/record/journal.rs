//! The journal of a request, as lines of the ledger: what was decided and done.
//!
//! Lines hold no personal data, no sentences and nothing that today's files would be needed to read: codes with arguments,
//! names, states, hashes, and the plan itself as data. Where a line names a step by its place, it is the place in the plan
//! that the same journal holds.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use super::files::Fingerprints;
use super::identification::Identification;
use crate::engine::error::EngineError;
use crate::page::Problem;
use crate::plan::{PlanChange, PlanHash, PlanRecord, Reason};
use crate::policy::Channel;
use crate::request::{Action, Actor, Decision, Outcome, Question, RequestState};
use crate::verify::Challenge;

/// The format in which journals are written now. Version 0.1 of this crate wrote format 1 and did not say so.
pub(crate) const FORMAT: u32 = 2;

fn first_format() -> u32 {
    1
}

/// One line of the journal.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Line {
    pub(crate) at: DateTime<Utc>,
    #[serde(flatten)]
    pub(crate) event: Event,
}

/// What happened.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(tag = "event", rename_all = "snake_case")]
pub(crate) enum Event {
    Opened {
        #[serde(default = "first_format")]
        format: u32,
        channel: Channel,
        scope: String,
        policy: String,
        version: String,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        files: Option<Fingerprints>,
    },
    Verified {
        method: String,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        by: Option<Actor>,
    },
    /// A link or code was sent, or answered: what is kept of it by now.
    Challenge {
        challenge: Box<Challenge>,
    },
    /// Somebody wants better proof than there is.
    ProofAsked {
        reason: String,
        by: Actor,
    },
    Deadlines {
        acknowledge_by: Option<DateTime<Utc>>,
        complete_by: Option<DateTime<Utc>>,
    },
    Approved {
        hash: PlanHash,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        by: Option<Actor>,
    },
    /// The promised end was put off once.
    Extended {
        complete_by: DateTime<Utc>,
        reason: String,
        by: Actor,
    },
    /// Nothing is done, for a reason that a person can check.
    Refused {
        reason: String,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        citation: Option<String>,
        by: Actor,
    },
    /// The controller whose data it is deals with it.
    Forwarded {
        to: String,
        by: Actor,
    },
    Cancelled {
        by: Actor,
    },
    /// The first plan.
    Planned {
        hash: PlanHash,
        #[serde(flatten)]
        body: PlanBody,
    },
    /// The files, the holds or the schema changed so that the plan means something else: this one replaces it.
    PlannedAgain {
        hash: PlanHash,
        plan: Box<PlanRecord>,
        because: Vec<PlanChange>,
        /// What collections of the plan before are called in this one.
        #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
        renamed: BTreeMap<String, String>,
        files: Fingerprints,
        /// The plan before, where format 1 wrote it down.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        former: Option<Box<PlanRecord>>,
    },
    /// The files changed, and the plan means the same: it goes on.
    FilesChanged {
        files: Fingerprints,
    },
    /// What the plan will touch; from here on records may change.
    Located {
        steps: Vec<Located>,
        identification: Identification,
    },
    /// A step that has something to do begins to do it.
    StepBegan {
        step: usize,
    },
    StepEnded {
        step: usize,
        outcome: Outcome,
        records: u64,
        /// How many more it was about that have come to be somebody else's as well, and were left.
        #[serde(default, skip_serializing_if = "is_zero")]
        left: u64,
    },
    /// More records are kept than were when they were located: these came since.
    KeptLater {
        step: usize,
        located: Located,
    },
    /// Records that were the person when they were found are somebody else by now, and are left; in all, by collection.
    ChangedHands {
        collections: BTreeMap<String, u64>,
    },
    /// Something stopped the run; it will be tried again.
    Stopped {
        problem: Told,
    },
    /// The questions that are open from here on. What was open before and is not among them has settled itself.
    Asked {
        questions: Vec<Question>,
    },
    /// Somebody answered a question.
    Decided {
        question: u32,
        #[serde(flatten)]
        decision: Decision,
    },
    /// A legal hold was released by that person, and the request is looked at again.
    HoldReleased {
        by: Actor,
    },
    /// What was done is done; what is left is to wait for the backups.
    Executed(Executed),
    State {
        to: RequestState,
    },
    /// The person was told what was announced under that number.
    Told {
        number: u32,
    },
    /// The person could not be told; the last time, nobody tries again.
    NotTold {
        number: u32,
        #[serde(default)]
        is_last: bool,
    },
    /// The identifiers were destroyed.
    Forgotten,
}

/// What was found when all was done.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Executed {
    pub(crate) backups_gone_at: Option<DateTime<Utc>>,
    /// Whether the policy calls it complete once it is gone from the live systems, before the backups have rotated.
    #[serde(default, skip_serializing_if = "is_false")]
    pub(crate) is_complete: bool,
    /// Records that still hold an identifier, by collection. Empty since that is asked before the end.
    #[serde(default)]
    pub(crate) still_holding: BTreeMap<String, u64>,
    /// Records of others that name the person in a text, by collection.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub(crate) mentioned: BTreeMap<String, u64>,
    /// What the data map answers once and for all.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(crate) explained: Vec<Explained>,
    /// Collections that were looked through for usual spellings of the person's identifiers alone.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub(crate) usual_spellings: BTreeSet<String>,
}

/// Residue that the data map has an answer for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Explained {
    pub(crate) collection: String,
    pub(crate) field: String,
    pub(crate) count: u64,
    /// The data map's reason.
    pub(crate) why: String,
}

/// A plan as it was written down.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(untagged)]
pub(crate) enum PlanBody {
    Record {
        plan: Box<PlanRecord>,
        files: Fingerprints,
    },
    /// As format 1 had it: sentences, and steps by their places under the files of that day.
    First {
        steps: Vec<FirstStep>,
    },
}

/// A step as format 1 had it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct FirstStep {
    pub(crate) collection: String,
    pub(crate) action: Action,
    pub(crate) words: String,
    pub(crate) reason: Reason,
    pub(crate) is_main: bool,
}

/// A problem as it was written down: by its code or, in format 1, as a sentence.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(untagged)]
pub(crate) enum Told {
    Code(Problem),
    Sentence(String),
}

/// What was located for one step, before the first write.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Located {
    /// How many records.
    pub(crate) records: u64,
    /// For records that are erased: how many more have to stay as shells, as far as known in advance.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub(crate) shells: u64,
    /// The last day of the last of the records that are kept.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) until: Option<NaiveDate>,
    /// Why they are kept, with the ground that binds longest.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) reason: Option<Reason>,
    /// Kept records whose start event is missing or cannot be read, so that nobody can say when they end.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub(crate) undated: u64,
}

fn is_false(flag: &bool) -> bool {
    !flag
}

fn is_zero(number: &u64) -> bool {
    *number == 0
}

impl Line {
    /// The line as the ledger keeps it.
    pub(crate) fn write(&self) -> Result<String, EngineError> {
        serde_json::to_string(self).map_err(|_| EngineError::Unreadable)
    }

    /// Reads one line as the ledger has it.
    pub(crate) fn read(text: &str) -> Result<Self, EngineError> {
        let line: Self = serde_json::from_str(text).map_err(|_| EngineError::Unreadable)?;
        match line.event {
            Event::Opened { format, .. } if format > FORMAT => Err(EngineError::Unreadable),
            _ => Ok(line),
        }
    }
}

impl Located {
    /// Whether the step has anything to do.
    pub(crate) fn is_empty(&self) -> bool {
        self.records == 0 && self.shells == 0
    }
}
