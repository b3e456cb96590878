//! What a law returns, and what all of them together return.

use std::fmt;
use std::future::Future;
use std::pin::Pin;

/// What a law returns: nothing where it is kept, and otherwise why not.
pub type Verdict = Result<(), LawError>;

/// A verdict that is still being found.
pub type Judging<'a> = Pin<Box<dyn Future<Output = Verdict> + Send + 'a>>;

/// Why a law is not kept. The data of the laws is made up, so values are shown.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum LawError {
    /// The store or ledger does something else than its contract says.
    #[error("the law `{law}` is broken: {what}")]
    Broken {
        /// The law's name.
        law: &'static str,
        /// What was expected, and what was seen.
        what: String,
    },
    /// The law asks for something that the store does not claim to do, or that the fixture cannot lay out.
    #[error("the law `{law}` does not apply: {why}")]
    NotApplicable {
        /// The law's name.
        law: &'static str,
        /// What is lacking.
        why: String,
    },
    /// The fixture failed, so that nothing can be said of the store.
    #[error("the law `{law}` could not be tried, the fixture failed: {why}")]
    Untried {
        /// The law's name.
        law: &'static str,
        /// What the fixture answered.
        why: String,
    },
}

impl LawError {
    /// The name of the law that this is about.
    pub fn law(&self) -> &'static str {
        match self {
            Self::Broken { law, .. } | Self::NotApplicable { law, .. } | Self::Untried { law, .. } => law,
        }
    }

    /// Whether the law asks for something that is not claimed here; the only case that is not a failure.
    pub fn is_not_applicable(&self) -> bool {
        matches!(self, Self::NotApplicable { .. })
    }
}

/// The verdicts of all laws, in their order.
///
/// `Display` lists what is broken and what could not be tried, counts what is kept, and at the end lists what was skipped.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Verdicts {
    kept: Vec<&'static str>,
    errors: Vec<LawError>,
}

impl Verdicts {
    pub(super) fn add(&mut self, law: &'static str, verdict: Verdict) {
        match verdict {
            Ok(()) => self.kept.push(law),
            Err(error) => self.errors.push(error),
        }
    }

    /// Whether every law that applies is kept.
    pub fn all_kept(&self) -> bool {
        self.errors.iter().all(LawError::is_not_applicable)
    }

    /// The laws that are kept.
    pub fn kept(&self) -> &[&'static str] {
        &self.kept
    }

    /// The laws that are broken or could not be tried.
    pub fn failures(&self) -> impl Iterator<Item = &LawError> {
        self.errors.iter().filter(|error| !error.is_not_applicable())
    }

    /// The laws that do not apply, each with the reason.
    pub fn not_applicable(&self) -> impl Iterator<Item = &LawError> {
        self.errors.iter().filter(|error| error.is_not_applicable())
    }
}

impl fmt::Display for Verdicts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for error in self.failures() {
            writeln!(f, "{error}")?;
        }
        write!(f, "{} laws are kept, {} were skipped", self.kept.len(), self.not_applicable().count())?;
        self.not_applicable().try_for_each(|error| write!(f, "\nskipped: {error}"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_does_not_apply_is_no_failure() {
        let mut verdicts = Verdicts::default();
        verdicts.add("one", Ok(()));
        verdicts.add("two", Err(LawError::NotApplicable { law: "two", why: "no links".into() }));
        assert!(verdicts.all_kept());
        verdicts.add("three", Err(LawError::Untried { law: "three", why: "no disk".into() }));
        assert!(!verdicts.all_kept());
        assert_eq!(verdicts.failures().map(LawError::law).collect::<Vec<_>>(), ["three"]);
        let shown = verdicts.to_string();
        assert!(shown.contains("no disk\n1 laws are kept, 1 were skipped\n"), "{shown}");
        assert!(shown.ends_with("skipped: the law `two` does not apply: no links"), "{shown}");
    }
}
