//! How far a run has come, for progress bars.

use std::sync::Arc;

/// How far a run has come, for progress bars.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Progress {
    /// The person's records are being found and counted.
    Locating,
    /// A step begins: what it does in words, and to how many records.
    Step {
        /// What it does.
        words: String,
        /// To how many records.
        records: u64,
    },
    /// So many more records of the step are done.
    Advanced(u64),
    /// What was done is being counted again.
    Checking,
}

pub(crate) type OnProgress = Arc<dyn Fn(Progress) + Send + Sync>;
