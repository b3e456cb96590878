//! Failures of the engine.

use crate::finding::Findings;
use crate::page::{ComposeError, Problem};
use crate::plan::{LostName, PlanError, PlanHash};
use crate::policy::Channel;
use crate::port::{
    EntropyError, KeyError, LedgerError, NotifyError, StoreError, StoreErrorKind, TooManyWords,
};
use crate::request::{IllegalTransition, RequestError};
use crate::verify::ChallengeError;

/// An engine failure. What was done before stays written down, and the request can be resumed.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum EngineError {
    /// The two files, or the files and the live schema, do not fit. Nothing was written to any store.
    #[error("the files do not fit the stores; nothing was erased:\n{0}")]
    Unfit(Findings),
    /// The data map names a store that the engine was not given.
    #[error("the data map names store `{0}`, and no such store was given")]
    MissingStore(String),
    /// The engine was not given a port that it cannot do without.
    #[error("the engine was given no {0}; give it one with `with_{0}`")]
    MissingPort(String),
    /// No plan can be made for the request.
    #[error(transparent)]
    Plan(#[from] PlanError),
    /// A store failed.
    #[error("store `{store}` failed: {source}")]
    Store {
        /// The store's name in the data map.
        store: String,
        /// What it said.
        #[source]
        source: StoreError,
    },
    /// The ledger failed.
    #[error(transparent)]
    Ledger(#[from] LedgerError),
    /// A key could not be had.
    #[error(transparent)]
    Key(#[from] KeyError),
    /// A link or code was not sent, or not passed.
    #[error(transparent)]
    Challenge(#[from] ChallengeError),
    /// A message was not taken.
    #[error(transparent)]
    Notify(#[from] NotifyError),
    /// A notice could not be written.
    #[error(transparent)]
    Compose(#[from] ComposeError),
    /// No randomness could be had.
    #[error(transparent)]
    Entropy(#[from] EntropyError),
    /// A request cannot go from its state to that one.
    #[error(transparent)]
    Transition(#[from] IllegalTransition),
    /// A request was built wrongly.
    #[error(transparent)]
    Request(#[from] RequestError),
    /// Texts cannot be searched for all that names the people of a list.
    #[error(transparent)]
    Words(#[from] TooManyWords),
    /// The policy does not open the channel that a request came by. Nothing was opened, and nothing is decided.
    #[error(
        "requests by `{0}` are closed: the policy has no such channel; add `[channels.{0}]` with the methods of `verify` that \
         prove who asks"
    )]
    ChannelClosed(Channel),
    /// The method proves nothing on the channel that the request came by.
    #[error("{}", unlisted_method(*.channel, .listed))]
    UnlistedMethod {
        /// The channel.
        channel: Channel,
        /// The methods that count there.
        listed: Vec<String>,
    },
    /// The tenant's own collection has no record with the key that the request names.
    #[error("`{collection}` has no tenant with that key; write it as its `key` field has it")]
    UnknownTenant {
        /// The collection of which a record is a tenant.
        collection: String,
    },
    /// People of a list are under a legal hold. Nothing was opened.
    #[error(
        "the people at these places of the list are under a legal hold: {}; take them out of it and ask for each by itself",
        listed(.0)
    )]
    HeldPersons(Vec<u64>),
    /// What is sealed in the ledger cannot be opened: it was sealed with another key, or changed since.
    #[error(
        "what the ledger holds was sealed with another key, or changed since; give the key that the request was opened with"
    )]
    Unsealable,
    /// The request's identifiers were destroyed when it ended.
    #[error("the request has ended, and who it was about is forgotten")]
    Forgotten,
    /// The ledger's journal holds a line that this version cannot read.
    #[error(
        "the journal holds a line that this version cannot read; use the version that wrote it, or a newer one"
    )]
    Unreadable,
    /// Something was still there after a step had done its work: somebody writes to it at the same time.
    #[error(
        "{left} records of `{collection}` are still as they were after the step; stop whatever writes them, and resume"
    )]
    Unfinished {
        /// The collection.
        collection: String,
        /// How many records.
        left: u64,
    },
    /// Records that were erased are still there, changed: triggers or rules of the database make something else of an erasure.
    #[error(
        "{left} records of `{collection}` were to be erased and are still there, although nothing leads to them any more: a trigger or rule of the database makes something else of an erasure; make it let records of erased people go, erase what it kept, and resume"
    )]
    Undeleted {
        /// The collection.
        collection: String,
        /// How many records, of those that it has been asked for.
        left: u64,
    },
    /// The data map has changed since the request was planned, and collections in which it has records to deal with are not
    /// there any more, or are another table.
    #[error("files_changed: {}", lost_names(.lost))]
    FilesChanged {
        /// The collections that were not found; none where version 0.1 has planned the request under other files, which
        /// did not write down what they were.
        lost: Vec<LostName>,
    },
    /// The legal holds were replaced while steps were taken; the plan is looked at again.
    #[error("the legal holds changed while the request ran; run it again")]
    HoldsChanged,
    /// There is no open question of that number.
    #[error(
        "the request has no open question {0}: it was answered already, or never asked; `request show` lists those that are open"
    )]
    NoQuestion(u32),
    /// No plan waits for approval.
    #[error("the request has no plan that waits for approval; a run makes one once it is time")]
    NoPlan,
    /// The promised end of a request cannot be put off like that.
    #[error(
        "the promised end cannot be put off: only once, to a later day, and only while it has not passed and the request has not ended"
    )]
    NoExtension,
    /// A decision gives no reason, or does not say who decided.
    #[error(
        "this needs a reason (for a legal hold, its authority) and the name of who decides; give both in a few words"
    )]
    NoReason,
    /// Another worker holds the request at present.
    #[error("another worker is at this request at present; try again when its lease has ended")]
    Busy,
    /// The approval is for another plan than the one that would run now.
    #[error(
        "the approval is for plan `{approved}`, but the plan is now `{current}`; look at it and approve that one"
    )]
    OtherPlan {
        /// The hash that was approved.
        approved: PlanHash,
        /// The hash of the plan as it is now.
        current: PlanHash,
    },
}

impl EngineError {
    /// Whether it may be of what somebody else was doing at the same time, so that looking again may help at once.
    pub(crate) fn is_passing(&self) -> bool {
        matches!(self, Self::Store { source, .. } if source.kind() == StoreErrorKind::Constraint)
    }

    /// The failure as a code with arguments, as the journal keeps it.
    pub(crate) fn problem(&self) -> Problem {
        let detail = |error: &dyn std::fmt::Display| error.to_string();
        match self {
            Self::Store { store, source } => Problem::Store { store: store.clone(), detail: detail(source) },
            Self::Ledger(error) => Problem::Ledger { detail: detail(error) },
            Self::Key(error) => Problem::Secrets { detail: detail(error) },
            Self::Entropy(error) => Problem::Secrets { detail: detail(error) },
            Self::Unfit(findings) => Problem::Unfit { findings: findings.errors().count() as u64 },
            Self::Plan(error) => Problem::Unplannable { detail: detail(error) },
            Self::FilesChanged { lost } => {
                Problem::FilesChanged { collections: lost.iter().map(|it| it.collection.clone()).collect() }
            }
            Self::Unfinished { collection, left } => {
                Problem::Unfinished { collection: collection.clone(), left: *left }
            }
            Self::Undeleted { collection, left } => {
                Problem::Undeleted { collection: collection.clone(), left: *left }
            }
            Self::Unsealable | Self::Unreadable | Self::Forgotten => Problem::Unreadable,
            Self::MissingStore(_)
            | Self::MissingPort(_)
            | Self::Transition(_)
            | Self::Request(_)
            | Self::Words(_)
            | Self::ChannelClosed(_)
            | Self::UnlistedMethod { .. }
            | Self::UnknownTenant { .. }
            | Self::HeldPersons(_)
            | Self::Busy
            | Self::HoldsChanged
            | Self::NoQuestion(_)
            | Self::NoPlan
            | Self::Challenge(_)
            | Self::Notify(_)
            | Self::Compose(_)
            | Self::NoExtension
            | Self::NoReason
            | Self::OtherPlan { .. } => Problem::Other { detail: detail(self) },
        }
    }
}

fn lost_names(lost: &[LostName]) -> String {
    if lost.is_empty() {
        return "version 0.1 has planned the request under other files, and it can be carried on only under those; \
                resume it with the files of that day"
            .to_owned();
    }
    let name = |it: &LostName| match it.is_taken {
        false => format!("`{}`", it.collection),
        true => format!(
            "`{}` (table `{}`), which is another table or has another key now",
            it.collection, it.table
        ),
    };
    let names = lost.iter().map(name).collect::<Vec<_>>().join(", ");
    format!(
        "the request was planned when the data map had {names}; declare it again, or write `formerly` on the \
         collection that it is now, and resume"
    )
}

fn unlisted_method(channel: Channel, listed: &[String]) -> String {
    if listed.is_empty() {
        return format!(
            "the policy asks for no proof by `{channel}`, so that no method counts there; list it under `verify` of \
             `[channels.{channel}]`"
        );
    }
    format!(
        "the policy does not count that method for requests by `{channel}`; it counts `{}`",
        listed.join("`, `")
    )
}

/// The first of the places, and how many more there are.
fn listed(places: &[u64]) -> String {
    const SHOWN: usize = 20;
    let shown: Vec<_> = places.iter().take(SHOWN).map(ToString::to_string).collect();
    let more = places.len().saturating_sub(SHOWN);
    if more == 0 { shown.join(", ") } else { format!("{} and {more} more", shown.join(", ")) }
}
