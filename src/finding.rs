//! What is wrong with a file, a map or a schema, in words that let a person correct it.
//!
//! Every check of the crate reports through [`Finding`]; a check never stops at the first one. This module knows
//! nothing about what is checked.

use std::collections::HashMap;
use std::fmt;

use serde::Serialize;

use crate::text::{Explained, advice, excerpt};

/// How bad a [`Finding`] is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// Shown and carried into the plan; stops nothing.
    Warning,
    /// Stops everything before the first write.
    Error,
}

/// One thing that is wrong: where it stands, in the file's own words, and what to write instead.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[non_exhaustive]
pub struct Finding {
    /// Whether it stops the work.
    pub severity: Severity,
    /// Where it stands (see [`At`]), for example ``policy.toml, line 14, category `billing`, `retain` `` or ``store `crm`, table `contacts` ``.
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

/// Where something stands in a file, a map or a schema, step by step from the whole to the part.
///
/// ```
/// use oubliette::finding::{At, Finding};
///
/// let at = At::collection("contacts").key("events").key("created");
/// assert_eq!(at.to_string(), "collection `contacts`, `events`, `created`");
/// let at = At::store("crm").named("table", "contacts");
/// assert_eq!(Finding::error(at, "", "no primary key", "add one").at, "store `crm`, table `contacts`");
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct At(Vec<Step>);

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum Step {
    Named(&'static str, String),
    Numbered(&'static str, usize),
    Key(String),
    /// Not shown: the words before it say enough, and a line says which item.
    Item(usize),
}

impl At {
    /// The whole file, map or schema.
    pub fn whole() -> Self {
        Self::default()
    }

    /// A store, by the name that the data map gives it.
    pub fn store(name: &str) -> Self {
        Self::whole().named("store", name)
    }

    /// A collection of the data map.
    pub fn collection(name: &str) -> Self {
        Self::whole().named("collection", name)
    }

    /// A category of the policy.
    pub fn category(name: &str) -> Self {
        Self::whole().named("category", name)
    }

    /// Something in it that has a name, such as ``table `contacts` ``.
    pub fn named(&self, noun: &'static str, name: &str) -> Self {
        self.then(Step::Named(noun, name.to_owned()))
    }

    /// Something in it that has a number, such as `ground 1`.
    pub fn numbered(&self, noun: &'static str, number: usize) -> Self {
        self.then(Step::Numbered(noun, number))
    }

    /// A key or a column in it.
    pub fn key(&self, key: &str) -> Self {
        self.then(Step::Key(key.to_owned()))
    }

    /// An item of the list that stands here, or one of several things that may have one name. It is told from the
    /// others, and shown like them.
    pub(crate) fn item(&self, index: usize) -> Self {
        self.then(Step::Item(index))
    }

    /// What it stands in; `None` for the whole.
    pub(crate) fn parent(&self) -> Option<Self> {
        self.0.split_last().map(|(_, before)| Self(before.to_vec()))
    }

    /// Whether it is `outer`, or stands in it.
    pub(crate) fn is_within(&self, outer: &Self) -> bool {
        self.0.starts_with(&outer.0)
    }

    /// The key that it is the value of.
    pub(crate) fn last_key(&self) -> Option<&str> {
        match self.0.last()? {
            Step::Key(key) => Some(key),
            Step::Named(..) | Step::Numbered(..) | Step::Item(_) => None,
        }
    }

    fn then(&self, step: Step) -> Self {
        Self(self.0.iter().cloned().chain([step]).collect())
    }
}

impl fmt::Display for At {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let shown = self.0.iter().filter(|step| !matches!(step, Step::Item(_)));
        for (index, step) in shown.enumerate() {
            if index > 0 {
                f.write_str(", ")?;
            }
            match step {
                Step::Named(noun, name) if name.is_empty() => write!(f, "a {noun} without a name")?,
                Step::Named(noun, name) => write!(f, "{noun} `{}`", excerpt(name))?,
                Step::Numbered(noun, number) => write!(f, "{noun} {number}")?,
                Step::Key(key) => write!(f, "`{}`", excerpt(key))?,
                Step::Item(_) => {}
            }
        }
        Ok(())
    }
}

impl From<At> for String {
    fn from(at: At) -> Self {
        at.to_string()
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
        f.write_str(&counted(&self.0).join("\n"))
    }
}

/// Each finding as a line, in their order; equal ones are one line with their count.
pub(crate) fn counted<'f>(findings: impl IntoIterator<Item = &'f Finding>) -> Vec<String> {
    let mut order: Vec<&Finding> = Vec::new();
    let mut counts: HashMap<&Finding, usize> = HashMap::new();
    for finding in findings {
        let count = counts.entry(finding).or_default();
        *count += 1;
        if *count == 1 {
            order.push(finding);
        }
    }
    let line = |finding: &Finding| match counts.get(finding) {
        Some(&count) if count > 1 => format!("{finding} ({count} times)"),
        _ => finding.to_string(),
    };
    order.into_iter().map(line).collect()
}

/// A text that is not one of a closed set of words. The message says which word was probably meant, and which there are.
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_findings_are_one_line_with_their_count() {
        let one = || Finding::warning("a", "w", "problem", "remedy");
        let mut findings = Findings::new();
        findings.extend([one(), Finding::error("b", "", "other", "do"), one(), one()]);
        assert_eq!(
            findings.to_string(),
            "warning: a: problem (it says `w`); remedy (3 times)\nerror: b: other; do"
        );
        assert_eq!(findings.len(), 4);
        assert_eq!(Findings::new().to_string(), "");
    }
}
