//! How a command ends without a result.

use oubliette::engine::{EngineError, Report};
use oubliette::finding::Findings;
use oubliette::plan::PlanError;

/// The exit code for findings, failures, and whatever needs a person.
pub(crate) const UNSETTLED: u8 = 1;
/// The exit code for wrong use.
pub(crate) const WRONG_USE: u8 = 2;

/// Why a command has no result.
#[derive(Debug)]
pub(crate) enum Failure {
    /// The command was used wrongly; nothing was done.
    Misuse(String),
    /// Something is wrong with the files or failed on the way.
    Stopped(Box<Stopped>),
}

/// What stopped a command.
#[derive(Debug)]
pub(crate) struct Stopped {
    pub(crate) error: String,
    pub(crate) findings: Findings,
    /// Where the request stands that it was about.
    pub(crate) report: Option<Report>,
}

impl Failure {
    pub(crate) fn misuse(words: impl Into<String>) -> Self {
        Self::Misuse(words.into())
    }

    pub(crate) fn stopped(error: impl Into<String>) -> Self {
        Self::Stopped(Box::new(Stopped { error: error.into(), findings: Findings::new(), report: None }))
    }

    pub(crate) fn unfit(error: impl Into<String>, findings: Findings) -> Self {
        Self::Stopped(Box::new(Stopped { error: error.into(), findings, report: None }))
    }

    /// The same, with where the request stands that it was about.
    pub(crate) fn about(self, report: Option<Report>) -> Self {
        match self {
            Self::Stopped(stopped) => Self::Stopped(Box::new(Stopped { report, ..*stopped })),
            misuse @ Self::Misuse(_) => misuse,
        }
    }
}

impl From<EngineError> for Failure {
    fn from(error: EngineError) -> Self {
        match error {
            EngineError::Unfit(findings) => Self::unfit(
                "the files do not fit the stores; correct what the findings say, nothing was erased",
                findings,
            ),
            EngineError::Plan(error) => error.into(),
            error @ (EngineError::MissingStore(_)
            | EngineError::Request(_)
            | EngineError::ChannelClosed(_)
            | EngineError::UnlistedMethod { .. }
            | EngineError::UnknownTenant { .. }) => Self::misuse(error.to_string()),
            error => Self::stopped(error.to_string()),
        }
    }
}

impl From<PlanError> for Failure {
    fn from(error: PlanError) -> Self {
        match error {
            PlanError::TenantNotNamed => {
                Self::misuse(format!("{error}: pass `--tenant KEY`, or `--all-tenants`"))
            }
            error => Self::misuse(error.to_string()),
        }
    }
}
