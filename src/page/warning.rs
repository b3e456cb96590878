//! What somebody should look at, beside what was done.

use std::fmt;

use serde::Serialize;

use super::question::{decision_words, question_words};
use crate::plan::PlanChange;
use crate::request::Question;

/// What somebody should look at, as a code with arguments. Holds no personal data.
///
/// Its `Display` is the sentence for operators.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "code", rename_all = "snake_case")]
#[non_exhaustive]
pub enum Warning {
    /// People of a list were not found.
    PersonsAbsent {
        /// How many people the list names.
        persons: u64,
        /// How many of them no record names.
        absent: u64,
    },
    /// Given identifiers are of kinds that no collection has.
    UnsearchedIdentifiers {
        /// How many.
        count: u64,
    },
    /// Identifiers that were found are somebody else's too, and were not followed.
    SharedIdentifiers {
        /// Their kind.
        kind: String,
        /// How many.
        count: u64,
    },
    /// Records hold a given identifier and belong to several people or to nobody.
    UnclearOwners {
        /// The collection.
        collection: String,
        /// How many records.
        count: u64,
    },
    /// Records hold another spelling of a given number.
    OtherSpellings {
        /// The collection.
        collection: String,
        /// How many records.
        count: u64,
    },
    /// Kept records whose end nobody can say.
    Undated {
        /// The collection.
        collection: String,
        /// How many records.
        count: u64,
    },
    /// Records still hold an identifier of the person.
    StillHolding {
        /// The collection.
        collection: String,
        /// How many records.
        count: u64,
    },
    /// Records that were the person when they were found have come to be somebody else, and were left.
    ChangedHands {
        /// The collection.
        collection: String,
        /// How many records.
        count: u64,
    },
    /// Records that were the person's alone when they were found have come to be somebody else's as well, and were left.
    Shared {
        /// The collection.
        collection: String,
        /// How many records.
        count: u64,
    },
    /// Records of others name the person in a text.
    Mentioned {
        /// The collection.
        collection: String,
        /// How many records.
        count: u64,
    },
    /// Records still hold an identifier of the person, and the data map says why they may.
    Explained {
        /// The collection.
        collection: String,
        /// The field.
        field: String,
        /// How many records.
        count: u64,
        /// The data map's reason.
        why: String,
    },
    /// A store can only be asked for values, so that identifiers in other spellings than the usual ones were not looked for.
    UsualSpellings {
        /// The collection.
        collection: String,
    },
    /// Something will be asked in the end.
    ToBeAsked {
        /// What, without a number.
        question: Question,
    },
    /// Something stays, since somebody has decided so.
    Left {
        /// What was asked, and the answer.
        question: Question,
    },
    /// Records stay as shells in a store that does not tell its columns, so that only the declared fields were emptied.
    ShellsAsDeclared {
        /// The collection.
        collection: String,
        /// How many records.
        count: u64,
    },
    /// Notices were given up that nobody took.
    NotTold {
        /// How many.
        count: u64,
    },
    /// Many tries in a row have failed.
    ManyFailures {
        /// How many.
        failures: u32,
    },
    /// Records were masked or let go under a former plan, and the plan in force would have done otherwise.
    DoneOtherwise {
        /// The collection.
        collection: String,
        /// How many records.
        count: u64,
    },
    /// The files, the holds or the schema changed while the request ran, and it was planned again.
    PlannedAgain {
        /// In what the plans differ.
        because: Vec<PlanChange>,
    },
}

impl fmt::Display for Warning {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::PersonsAbsent { persons, absent } => write!(
                f,
                "of {persons} people {absent} were not found; `identification.absent` has their places in the list"
            ),
            Self::UnsearchedIdentifiers { count } => write!(
                f,
                "{count} given identifiers are of a kind that no collection of the data map has; nothing was looked for by them"
            ),
            Self::SharedIdentifiers { kind, count } => write!(
                f,
                "{count} {kind} found on the person's records is held by somebody else too; it was not followed"
            ),
            Self::UnclearOwners { collection, count } => write!(
                f,
                "{count} records of `{collection}` hold a given identifier but belong to several people or to nobody; they were not matched"
            ),
            Self::OtherSpellings { collection, count } => write!(
                f,
                "{count} records of `{collection}` hold another spelling of the number; ask the person, and give that number too if it is theirs"
            ),
            Self::Undated { collection, count } => write!(
                f,
                "{count} kept records of `{collection}` have no readable start event, so nobody can say when they end"
            ),
            Self::StillHolding { collection, count } => write!(
                f,
                "{count} records of `{collection}` still hold an identifier of the person; look at who they belong to"
            ),
            Self::ChangedHands { collection, count } => write!(
                f,
                "{count} records of `{collection}` were the person when they were found and have come to be somebody else since; they were left"
            ),
            Self::Shared { collection, count } => write!(
                f,
                "{count} records of `{collection}` were the person's alone when they were found and have come to be somebody else's as well; they were left"
            ),
            Self::Mentioned { collection, count } => write!(
                f,
                "{count} records of `{collection}` that belong to others name the person in a text; what others wrote is theirs, and stays"
            ),
            Self::Explained { collection, field, count, why } => write!(
                f,
                "{count} records of `{collection}` still name the person in `{field}`, and the data map says why: {why}"
            ),
            Self::UsualSpellings { collection } => write!(
                f,
                "`{collection}` lies in a store that can only be asked for values: identifiers of the person in other than their usual spellings were not looked for there"
            ),
            Self::ToBeAsked { question } => {
                write!(f, "{}: it will be asked before the end", question_words(question))
            }
            Self::Left { question } => {
                write!(f, "{}", question_words(question))?;
                match &question.decision {
                    Some(decision) => write!(f, "; {}", decision_words(decision)),
                    None => Ok(()),
                }
            }
            Self::ShellsAsDeclared { collection, count } => write!(
                f,
                "{count} records of `{collection}` stay as shells, and their store does not tell which fields it has: only the declared ones were emptied"
            ),
            Self::NotTold { count } => write!(
                f,
                "{count} notices could not be told to whoever asked: they were tried for days and given up; write to them by other means"
            ),
            Self::ManyFailures { failures } => write!(
                f,
                "{failures} tries in a row have failed, and a person has to look at the problem; it is tried again only from day to day"
            ),
            Self::DoneOtherwise { collection, count } => write!(
                f,
                "{count} records of `{collection}` were changed under a plan before this one, which would do otherwise and may not find them any more; look at them"
            ),
            Self::PlannedAgain { because } => {
                write!(f, "planned again after the request had begun, since what it goes by changed: ")?;
                let changes: Vec<String> = because.iter().map(change_words).collect();
                f.write_str(&changes.join("; "))
            }
        }
    }
}

fn change_words(change: &PlanChange) -> String {
    match change {
        PlanChange::Taken { question } => format!("question {question} was answered with `take`"),
        PlanChange::CollectionAdded { collection } => format!("`{collection}` is new in the data map"),
        PlanChange::CollectionRemoved { collection } => format!("`{collection}` has left the data map"),
        PlanChange::CollectionChanged { collection } => format!("`{collection}` is declared otherwise"),
        PlanChange::StepAdded { collection } => format!("`{collection}` has a new step"),
        PlanChange::StepRemoved { collection } => format!("a step on `{collection}` fell away"),
        PlanChange::HoldPlaced { matter } => format!("the legal hold {matter} was placed"),
        PlanChange::HoldReleased { matter } => format!("the legal hold {matter} was released"),
    }
}
