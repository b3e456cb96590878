//! Where something stands, and the findings of one check in the order of the file.
//!
//! Knows lines and words. It knows neither a file's format nor its rules.

use crate::finding::{Finding, Findings, Severity};
use crate::text::{excerpt, printable};

/// A position in a file. Positions are ordered as the file is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Mark {
    offset: usize,
    line: usize,
}

impl Mark {
    pub(super) fn new(offset: usize, line: usize) -> Self {
        Self { offset, line }
    }

    /// The line, counted from 1.
    pub(crate) fn line(self) -> usize {
        self.line
    }

    /// The bytes before it.
    pub(crate) fn offset(self) -> usize {
        self.offset
    }
}

/// Where something stands: a position where it was read from a file, and the words that lead to it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Place {
    mark: Option<Mark>,
    trail: String,
}

impl Place {
    /// The place of a thing that those words name; without words, the whole.
    pub(crate) fn new(mark: Option<Mark>, trail: impl Into<String>) -> Self {
        Self { mark, trail: trail.into() }
    }

    /// A key inside of this place, at its own position where it has one.
    pub(crate) fn key(&self, mark: Option<Mark>, key: &str) -> Self {
        let before = if self.trail.is_empty() { "" } else { ", " };
        let trail = format!("{}{before}`{}`", self.trail, excerpt(key));
        Self { mark: mark.or(self.mark), trail }
    }

    /// The same words at another position (an item of a list).
    pub(crate) fn on(&self, mark: Option<Mark>) -> Self {
        Self { mark: mark.or(self.mark), trail: self.trail.clone() }
    }

    /// The position in the file.
    pub(crate) fn mark(&self) -> Option<Mark> {
        self.mark
    }
}

/// What the findings are about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Subject {
    /// What findings call it where it was read from a file, such as `policy.toml`.
    pub(crate) file: &'static str,
    /// What they call it where Rust code built it.
    pub(crate) built: &'static str,
}

/// The findings of one check.
#[derive(Debug)]
pub(crate) struct Report {
    subject: Subject,
    found: Vec<(Option<Mark>, Finding)>,
}

impl Report {
    /// Nothing found yet.
    pub(crate) fn new(subject: Subject) -> Self {
        Self { subject, found: Vec::new() }
    }

    /// Something that stops the work.
    pub(crate) fn error(
        &mut self,
        place: &Place,
        words: impl AsRef<str>,
        problem: impl AsRef<str>,
        remedy: impl AsRef<str>,
    ) {
        self.add(Severity::Error, place, words.as_ref(), problem.as_ref(), remedy.as_ref());
    }

    /// Something that is shown and stops nothing.
    pub(crate) fn warning(
        &mut self,
        place: &Place,
        words: impl AsRef<str>,
        problem: impl AsRef<str>,
        remedy: impl AsRef<str>,
    ) {
        self.add(Severity::Warning, place, words.as_ref(), problem.as_ref(), remedy.as_ref());
    }

    /// A finding of that severity: the file's own words, what is wrong, and what to write instead.
    pub(crate) fn add(
        &mut self,
        severity: Severity,
        place: &Place,
        words: &str,
        problem: &str,
        remedy: &str,
    ) {
        let Subject { file, built } = self.subject;
        let whole = place.mark.map_or_else(|| built.to_owned(), |mark| format!("{file}, line {}", mark.line));
        let finding = Finding {
            severity,
            at: if place.trail.is_empty() { whole } else { format!("{whole}, {}", place.trail) },
            words: excerpt(words),
            problem: printable(problem),
            remedy: printable(remedy),
        };
        self.found.push((place.mark, finding));
    }

    /// Forgets what cannot be trusted in a file whose syntax breaks at `offset`: whatever follows, which may have been
    /// read into the wrong table, and whatever is missing, which may have been skipped.
    pub(crate) fn forget_from(&mut self, offset: usize) {
        self.found.retain(|(mark, finding)| {
            mark.is_none_or(|mark| mark.offset < offset) && !finding.words.is_empty()
        });
    }

    /// Everything found, in the order of the file; what concerns the whole comes first.
    pub(crate) fn into_findings(mut self) -> Findings {
        self.found.sort_by_key(|(mark, _)| *mark);
        let mut findings = Findings::new();
        findings.extend(self.found.into_iter().map(|(_, finding)| finding));
        findings
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SUBJECT: Subject = Subject { file: "datamap.toml", built: "the data map" };

    fn places(given: &[Place]) -> Vec<String> {
        let mut report = Report::new(SUBJECT);
        for place in given {
            report.error(place, "", "wrong", "mend it");
        }
        report.into_findings().into_iter().map(|finding| finding.at).collect()
    }

    #[test]
    fn findings_come_out_in_the_order_of_the_file() {
        let at = |offset, line| Some(Mark::new(offset, line));
        let root = Place::default();
        let given = [root.key(at(80, 9), "z"), Place::new(at(12, 2), ""), root.key(at(70, 9), "a"), root];
        assert_eq!(
            places(&given),
            [
                "the data map",
                "datamap.toml, line 2",
                "datamap.toml, line 9, `a`",
                "datamap.toml, line 9, `z`"
            ]
        );
    }

    #[test]
    fn a_key_without_a_position_stands_where_its_table_does() {
        let table = Place::new(Some(Mark::new(5, 3)), "collection `a`");
        assert_eq!(places(&[table.key(None, "of").on(None)]), ["datamap.toml, line 3, collection `a`, `of`"]);
    }

    #[test]
    fn nothing_moves_the_cursor() {
        let mut report = Report::new(SUBJECT);
        let place = Place::default().key(None, "\u{1b}[2J");
        report.warning(&place, "a\nb", "\u{1b}", "\r");
        let shown = report.into_findings().to_string();
        assert!(!shown.contains(char::is_control), "{shown:?}");
    }
}
