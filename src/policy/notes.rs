//! Collects what is wrong with a policy, and knows where its parts stand: in the file, or in what Rust code built.
//!
//! Knows places and nothing of what is checked there. The reader and the validator write into the same collection,
//! so that one error holds all findings, in the order of the file.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use crate::finding::{Findings, Severity};
use crate::text::document::{Document, Fault, Mark, Node, Place, Report, Source, Subject};
use crate::text::excerpt;

/// A part of the policy. Categories are told apart by their position, since their ids may be wrong.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Section {
    Policy,
    Controller,
    Promises,
    Channels,
    Channel(String),
    Category { index: usize, label: String },
    Ground { index: usize, label: String, number: usize },
    Deletion { index: usize, label: String },
}

impl fmt::Display for Section {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Policy => Ok(()),
            Self::Controller => f.write_str("`[controller]`"),
            Self::Promises => f.write_str("`[promises]`"),
            Self::Channels => f.write_str("`[channels]`"),
            Self::Channel(name) => write!(f, "channel `{}`", excerpt(name)),
            Self::Category { label, .. } => write!(f, "category `{}`", excerpt(label)),
            Self::Ground { label, number, .. } => {
                write!(f, "category `{}`, ground {number}", excerpt(label))
            }
            Self::Deletion { label, .. } => write!(f, "category `{}`, `deletion`", excerpt(label)),
        }
    }
}

/// A key of a section, or one item of its list; an empty key is the section itself.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Spot {
    section: Section,
    key: String,
    item: Option<usize>,
}

impl Section {
    /// The place of a key in this section.
    pub(super) fn at(&self, key: &str) -> Spot {
        Spot { section: self.clone(), key: key.to_owned(), item: None }
    }

    /// The place of one item in the list under a key.
    pub(super) fn at_item(&self, key: &str, item: usize) -> Spot {
        Spot { item: Some(item), ..self.at(key) }
    }
}

/// What was found so far.
#[derive(Debug)]
pub(super) struct Notes {
    report: Report,
    /// Where the file has each part, and its words there.
    marks: BTreeMap<Spot, (Option<Mark>, String)>,
    unreadable: BTreeSet<Spot>,
}

impl Notes {
    /// Nothing found, and nothing known of any file.
    pub(super) fn new() -> Self {
        Self {
            report: Report::new(Subject { file: "policy.toml", built: "policy" }),
            marks: BTreeMap::new(),
            unreadable: BTreeSet::new(),
        }
    }

    /// Remembers where something stands, and its words.
    pub(super) fn place(&mut self, spot: Spot, mark: Option<Mark>, words: &str) {
        self.marks.insert(spot, (mark, words.to_owned()));
    }

    /// Remembers where a key or an item stands, and what its value says.
    pub(super) fn place_value(&mut self, spot: Spot, node: &Node<'_>) {
        self.place(spot, node.mark(), node.words());
    }

    /// Whether the reader has already said that nothing usable stands here.
    pub(super) fn is_unreadable(&self, spot: &Spot) -> bool {
        self.unreadable.contains(spot)
    }

    /// Keeps the validator from judging a place whose value is only a stand-in.
    pub(super) fn mark_unreadable(&mut self, spot: Spot) {
        self.unreadable.insert(spot);
    }

    /// An error, and the place is not to be judged again.
    pub(super) fn unreadable(&mut self, spot: Spot, fault: &Fault) {
        self.error(&spot, "", &fault.problem, &fault.remedy);
        self.mark_unreadable(spot);
    }

    /// An error at a place. `words` are shown where there is no file to quote.
    pub(super) fn error(
        &mut self,
        spot: &Spot,
        words: &str,
        problem: impl AsRef<str>,
        remedy: impl AsRef<str>,
    ) {
        self.add(Severity::Error, spot, words, problem.as_ref(), remedy.as_ref());
    }

    /// A warning at a place. `words` are shown where there is no file to quote.
    pub(super) fn warning(
        &mut self,
        spot: &Spot,
        words: &str,
        problem: impl AsRef<str>,
        remedy: impl AsRef<str>,
    ) {
        self.add(Severity::Warning, spot, words, problem.as_ref(), remedy.as_ref());
    }

    fn add(&mut self, severity: Severity, spot: &Spot, words: &str, problem: &str, remedy: &str) {
        if self.unreadable.contains(spot) {
            return;
        }
        let own = self.marks.get(spot);
        let words = own.map_or(words, |(_, words)| words);
        // A key that is missing stands where its section does.
        let mark = own
            .or_else(|| self.marks.get(&spot.section.at("")))
            .or_else(|| self.marks.get(&Section::Policy.at("")))
            .and_then(|(mark, _)| *mark);
        let section = Place::new(mark, spot.section.to_string());
        let place = if spot.key.is_empty() { section } else { section.key(None, &spot.key) };
        self.report.add(severity, &place, words, problem, remedy);
    }

    /// Every line that is not TOML. Where the syntax breaks, what follows and what is missing is not trusted.
    pub(super) fn syntax(&mut self, source: &Source<'_>, document: &Document<'_>) {
        if let Some(offset) = document.breaks_at() {
            self.report.forget_from(offset);
        }
        document.report_mistakes(source, &mut self.report);
    }

    /// Everything, in the order of the file.
    pub(super) fn into_findings(self) -> Findings {
        self.report.into_findings()
    }
}
