//! What stopped a run.

use std::fmt;

use serde::{Deserialize, Serialize};

/// What stopped a run, as a code with arguments. Holds no personal data.
///
/// Its `Display` is the sentence for operators.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "code", rename_all = "snake_case")]
#[non_exhaustive]
pub enum Problem {
    /// A store failed.
    Store {
        /// The store's name in the data map.
        store: String,
        /// What was tried, and the store's own words.
        detail: String,
    },
    /// The ledger failed.
    Ledger {
        /// The ledger's own words.
        detail: String,
    },
    /// A key or randomness could not be had.
    Secrets {
        /// The service's own words.
        detail: String,
    },
    /// The files and the live schema do not fit.
    Unfit {
        /// How many findings there are; `check` lists them.
        findings: u64,
    },
    /// No plan can be made under the files as they are now.
    Unplannable {
        /// Why.
        detail: String,
    },
    /// Collections of the recorded plan are not in the data map any more, or are something else.
    FilesChanged {
        /// The collections, as the record calls them; none where version 0.1 has written the record.
        collections: Vec<String>,
    },
    /// Records were still there after a step had done its work.
    Unfinished {
        /// The collection.
        collection: String,
        /// How many records.
        left: u64,
    },
    /// Records that were erased are still there, changed: the database makes something else of an erasure.
    Undeleted {
        /// The collection.
        collection: String,
        /// How many records.
        left: u64,
    },
    /// A field inside of documents could not be reached, and may hold what it would be masked for. Versions
    /// that did not ask yet stopped there.
    UnreadableFields {
        /// The collection.
        collection: String,
        /// The field.
        field: String,
        /// How many records.
        count: u64,
    },
    /// The ledger holds something that cannot be read or opened.
    Unreadable,
    /// Anything else.
    Other {
        /// What it was.
        detail: String,
    },
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Store { store, detail } => write!(f, "store `{store}` failed: {detail}"),
            Self::Ledger { detail }
            | Self::Secrets { detail }
            | Self::Unplannable { detail }
            | Self::Other { detail } => f.write_str(detail),
            Self::Unfit { findings } => write!(
                f,
                "the files do not fit the stores, with {findings} findings; nothing was erased since; check the files against the stores"
            ),
            Self::FilesChanged { collections } if collections.is_empty() => f.write_str(
                "files_changed: version 0.1 has planned the request under other files, and it can be carried on only under those; resume it with the files of that day",
            ),
            Self::FilesChanged { collections } => write!(
                f,
                "files_changed: this request has records to deal with in `{}`, and in the data map that is gone, or another table or key; declare it again as it was, or write `formerly` on the collection that it is now",
                collections.join("`, `")
            ),
            Self::Unfinished { collection, left } => write!(
                f,
                "{left} records of `{collection}` are still as they were after the step; stop whatever writes them, and resume"
            ),
            Self::Undeleted { collection, left } => write!(
                f,
                "{left} records of `{collection}` were to be erased and are still there, although nothing leads to them any more: a trigger or rule of the database makes something else of an erasure; make it let records of erased people go, erase what it kept, and resume"
            ),
            Self::UnreadableFields { collection, field, count } => write!(
                f,
                "{count} records of `{collection}` hold a document in which `{field}` could not be reached, because something else stands on the way to it; look at them, correct them, and resume"
            ),
            Self::Unreadable => f.write_str(
                "the ledger holds something that cannot be read: written by a newer version, sealed with another key, or changed since",
            ),
        }
    }
}
