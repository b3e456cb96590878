//! What is wrong with a file, a map or a schema, said so that a person can mend it.
//!
//! Every check of the crate reports through [`Finding`]; a check never stops at the first one. This module knows
//! nothing about what is checked.

use std::fmt;

use serde::Serialize;

use crate::text::{Explained, advice, excerpt};

/// How bad a [`Finding`] is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// Shown, carried into the plan, stops nothing.
    Warning,
    /// Stops everything before the first write.
    Error,
}

/// One thing that is wrong: where it stands, in the file's own words, and what to write instead.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct Finding {
    /// Whether it stops the work.
    pub severity: Severity,
    /// Where it stands, for example ``policy.toml, line 14, category `billing`, `retain` `` or ``store `crm`, table `contacts` ``.
    pub at: String,
    /// The words that it is about, as the file has them; empty where something is missing.
    pub words: String,
    /// What is wrong.
    pub problem: String,
    /// What to write instead.
    pub remedy: String,
}

impl Finding {
    /// A finding that stops the work.
    pub fn error(
        at: impl Into<String>,
        words: impl Into<String>,
        problem: impl Into<String>,
        remedy: impl Into<String>,
    ) -> Self {
        Self {
            severity: Severity::Error,
            at: at.into(),
            words: words.into(),
            problem: problem.into(),
            remedy: remedy.into(),
        }
    }

    /// A finding that is shown and carried into the plan.
    pub fn warning(
        at: impl Into<String>,
        words: impl Into<String>,
        problem: impl Into<String>,
        remedy: impl Into<String>,
    ) -> Self {
        Self { severity: Severity::Warning, ..Self::error(at, words, problem, remedy) }
    }

    /// Whether it stops the work.
    pub fn is_error(&self) -> bool {
        self.severity == Severity::Error
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let word = if self.is_error() { "error" } else { "warning" };
        write!(f, "{word}: {}: {}", self.at, self.problem)?;
        if !self.words.is_empty() {
            write!(f, " (it says `{}`)", self.words)?;
        }
        write!(f, "; {}", self.remedy)
    }
}

/// All findings of one check, in the order in which they stand in the file.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, thiserror::Error)]
#[serde(transparent)]
pub struct Findings(Vec<Finding>);

impl Findings {
    /// No findings yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds one.
    pub fn push(&mut self, finding: Finding) {
        self.0.push(finding);
    }

    /// Adds all of another check's findings.
    pub fn extend(&mut self, others: impl IntoIterator<Item = Finding>) {
        self.0.extend(others);
    }

    /// Each finding.
    pub fn iter(&self) -> std::slice::Iter<'_, Finding> {
        self.0.iter()
    }

    /// Those that stop the work.
    pub fn errors(&self) -> impl Iterator<Item = &Finding> {
        self.0.iter().filter(|finding| finding.is_error())
    }

    /// Those that are only shown.
    pub fn warnings(&self) -> impl Iterator<Item = &Finding> {
        self.0.iter().filter(|finding| !finding.is_error())
    }

    /// Whether any finding stops the work.
    pub fn has_errors(&self) -> bool {
        self.0.iter().any(Finding::is_error)
    }

    /// Whether nothing at all was found.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }
}

impl IntoIterator for Findings {
    type Item = Finding;
    type IntoIter = std::vec::IntoIter<Finding>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

impl fmt::Display for Findings {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, finding) in self.0.iter().enumerate() {
            if index > 0 {
                writeln!(f)?;
            }
            write!(f, "{finding}")?;
        }
        Ok(())
    }
}

/// A text that is none of the words of a closed set. It says which word was probably meant, and which there are.
///
/// ```
/// use oubliette::policy::Disposition;
///
/// let error = "anonymise".parse::<Disposition>().unwrap_err();
/// assert!(error.to_string().contains("did you mean `anonymize`?"));
/// ```
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{}` {}; {}", excerpt(.given), self.fault(), self.remedy())]
pub struct WordError {
    what: &'static str,
    given: String,
    allowed: &'static [&'static str],
}

impl WordError {
    /// `what` has its article: "a channel".
    pub(crate) fn new(what: &'static str, given: &str, allowed: &'static [&'static str]) -> Self {
        Self { what, given: given.to_owned(), allowed }
    }
}

impl Explained for WordError {
    fn fault(&self) -> String {
        format!("is not {}", self.what)
    }

    fn remedy(&self) -> String {
        advice(&self.given, self.allowed.iter().copied())
    }
}
