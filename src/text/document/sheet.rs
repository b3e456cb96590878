//! Where everything of a file stands, what of it could not be read, and what is wrong with it.
//!
//! A file's reader and its rules write into one [`Sheet`], so that one error holds all findings in the order of the file,
//! and no place is judged whose value is only a stand-in. What Rust code built is judged on a sheet without marks. Knows
//! lines and words; knows neither a file's format nor its rules.

use std::collections::{BTreeMap, BTreeSet};

use super::node::{Fault, Node};
use super::source::{Document, Source};
use crate::finding::{At, Finding, Findings, Severity};
use crate::text::{excerpt, printable};

/// A position in a file. Positions are ordered as the file is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Mark {
    offset: usize,
    line: usize,
}

impl Mark {
    pub(super) fn new(offset: usize, line: usize) -> Self {
        Self { offset, line }
    }

    /// The line, counted from 1.
    pub(super) fn line(self) -> usize {
        self.line
    }

    /// The bytes before it.
    pub(super) fn offset(self) -> usize {
        self.offset
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

/// The marks, the unreadable places and the findings of one file.
#[derive(Debug)]
pub(crate) struct Sheet {
    subject: Subject,
    /// Where the file has each part, and its words there.
    marks: BTreeMap<At, (Mark, String)>,
    unreadable: BTreeSet<At>,
    found: Vec<(Option<Mark>, Finding)>,
}

impl Sheet {
    /// Nothing found, and nothing known of any file.
    pub(crate) fn new(subject: Subject) -> Self {
        Self { subject, marks: BTreeMap::new(), unreadable: BTreeSet::new(), found: Vec::new() }
    }

    /// Remembers where a value stands, and what it says.
    pub(super) fn place(&mut self, node: &Node<'_>) {
        self.mark(node.at(), node.mark(), node.words());
    }

    /// Remembers where something stands, and its words.
    pub(super) fn mark(&mut self, at: &At, mark: Mark, words: &str) {
        self.marks.insert(at.clone(), (mark, excerpt(words)));
    }

    /// The line of what stands exactly there, in a file.
    pub(crate) fn line(&self, at: &At) -> Option<usize> {
        self.marks.get(at).map(|(mark, _)| mark.line)
    }

    /// Whether the reader has already said that nothing usable stands exactly there.
    pub(crate) fn is_unreadable(&self, at: &At) -> bool {
        self.unreadable.contains(at)
    }

    /// Whether the reader has already said that something there, or in it, is not usable.
    pub(crate) fn is_broken(&self, at: &At) -> bool {
        // Whatever stands in a place follows it in order.
        self.unreadable.range(at..).next().is_some_and(|first| first.is_within(at))
    }

    /// Keeps a place from being judged whose value is only a stand-in.
    pub(crate) fn mark_unreadable(&mut self, at: At) {
        self.unreadable.insert(at);
    }

    /// Reports an error, and keeps the place from being judged again.
    pub(crate) fn refuse(&mut self, at: &At, words: &str, fault: &Fault) {
        self.error(at, words, &fault.problem, &fault.remedy);
        self.mark_unreadable(at.clone());
    }

    /// Reports an error. Without `words`, the file's own words at that place are shown.
    pub(crate) fn error(
        &mut self,
        at: &At,
        words: impl AsRef<str>,
        problem: impl AsRef<str>,
        remedy: impl AsRef<str>,
    ) {
        self.add(Severity::Error, at, words.as_ref(), problem.as_ref(), remedy.as_ref());
    }

    /// Reports a warning. Without `words`, the file's own words at that place are shown.
    pub(crate) fn warning(
        &mut self,
        at: &At,
        words: impl AsRef<str>,
        problem: impl AsRef<str>,
        remedy: impl AsRef<str>,
    ) {
        self.add(Severity::Warning, at, words.as_ref(), problem.as_ref(), remedy.as_ref());
    }

    fn add(&mut self, severity: Severity, at: &At, words: &str, problem: &str, remedy: &str) {
        if self.is_unreadable(at) {
            return;
        }
        let own = self.marks.get(at).map(|(_, own)| own.as_str());
        let words = if words.is_empty() { own.unwrap_or_default().to_owned() } else { excerpt(words) };
        self.push(severity, self.nearest_mark(at), at.to_string(), words, problem, remedy);
    }

    /// Where something stands; what is missing stands where the part does that lacks it.
    fn nearest_mark(&self, at: &At) -> Option<Mark> {
        let outwards = std::iter::successors(Some(at.clone()), At::parent);
        outwards.filter_map(|at| self.marks.get(&at)).map(|(mark, _)| *mark).next()
    }

    fn push(
        &mut self,
        severity: Severity,
        mark: Option<Mark>,
        at: String,
        words: String,
        problem: &str,
        remedy: &str,
    ) {
        let Subject { file, built } = self.subject;
        let whole = mark.map_or_else(|| built.to_owned(), |mark| format!("{file}, line {}", mark.line));
        let finding = Finding {
            severity,
            at: if at.is_empty() { whole } else { format!("{whole}, {at}") },
            words,
            problem: printable(problem),
            remedy: printable(remedy),
        };
        self.found.push((mark, finding));
    }

    /// Reports every line that is not TOML. Where the syntax breaks, nothing is said of what cannot be trusted: whatever
    /// follows, which may have been read into the wrong table, and whatever is missing, which may have been skipped.
    pub(crate) fn syntax(&mut self, source: &Source<'_>, document: &Document<'_>) {
        if let Some(offset) = document.breaks_at() {
            self.found.retain(|(mark, finding)| {
                mark.is_none_or(|mark| mark.offset < offset) && !finding.words.is_empty()
            });
        }
        for mistake in document.mistakes(source) {
            self.push(
                Severity::Error,
                Some(mistake.mark),
                format!("column {}", mistake.column),
                excerpt(mistake.line),
                &format!("this is not TOML: {}", excerpt(mistake.message)),
                "correct the line; texts stand in double quotes, lists in `[…]`, and each key once in its table",
            );
        }
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

    fn sheet(marks: &[(At, usize, usize)]) -> Sheet {
        let mut sheet = Sheet::new(Subject { file: "datamap.toml", built: "the data map" });
        for (at, offset, line) in marks {
            sheet.mark(at, Mark::new(*offset, *line), "own words");
        }
        sheet
    }

    fn places(mut sheet: Sheet, given: &[At]) -> Vec<String> {
        for at in given {
            sheet.error(at, "", "wrong", "correct it");
        }
        sheet.into_findings().into_iter().map(|finding| finding.at).collect()
    }

    #[test]
    fn findings_come_out_in_the_order_of_the_file() {
        let (a, z) = (At::whole().key("a"), At::whole().key("z"));
        let marked = sheet(&[(z.clone(), 80, 9), (a.clone(), 70, 9), (At::whole(), 0, 1)]);
        assert_eq!(
            places(marked, &[z.clone(), a.clone(), At::whole()]),
            ["datamap.toml, line 1", "datamap.toml, line 9, `a`", "datamap.toml, line 9, `z`"]
        );
        assert_eq!(places(sheet(&[]), &[z, At::whole()]), ["the data map, `z`", "the data map"]);
    }

    #[test]
    fn a_key_without_a_mark_stands_where_its_table_does() {
        let table = At::collection("a").item(3);
        let marked = sheet(&[(table.clone(), 5, 3), (At::collection("a").item(4), 9, 8)]);
        assert_eq!(
            places(marked, &[table.key("of").item(0)]),
            ["datamap.toml, line 3, collection `a`, `of`"]
        );
    }

    #[test]
    fn what_could_not_be_read_is_not_judged() {
        let list = At::collection("a").key("links");
        let mut sheet = sheet(&[]);
        sheet.refuse(&list.item(1), "x", &Fault::new("no", "correct it"));
        sheet.error(&list.item(1), "x", "again", "correct it");
        assert!(sheet.is_broken(&list) && !sheet.is_unreadable(&list));
        assert!(!sheet.is_broken(&list.item(0)) && !sheet.is_broken(&At::collection("a").key("link")));
        assert_eq!(sheet.into_findings().len(), 1);
    }

    #[test]
    fn the_file_s_own_words_are_shown_where_there_are_no_others() {
        let at = At::whole().key("a");
        let mut sheet = sheet(&[(at.clone(), 0, 1)]);
        sheet.error(&at, "", "wrong", "correct it");
        sheet.error(&at, "given", "wrong", "correct it");
        sheet.error(&at.key("b"), "", "missing", "correct it");
        let words: Vec<String> = sheet.into_findings().into_iter().map(|finding| finding.words).collect();
        assert_eq!(words, ["own words", "given", ""]);
    }

    #[test]
    fn nothing_moves_the_cursor() {
        let mut sheet = sheet(&[]);
        sheet.warning(&At::whole().key("\u{1b}[2J"), "a\nb", "\u{1b}", "\r");
        let shown = sheet.into_findings().to_string();
        assert!(!shown.contains(char::is_control), "{shown:?}");
    }
}
