//! Collects what is wrong with a policy, and says where it stands: in the file, or in what Rust code built.
//!
//! Knows places and nothing of what is checked there. The reader and the validator write into the same collection,
//! so that one error holds all findings, in the order of the file.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use toml::Spanned;
use toml::de::DeValue;

use super::words::excerpt;
use crate::finding::{Finding, Findings};

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
            Self::Controller => f.write_str(", `[controller]`"),
            Self::Promises => f.write_str(", `[promises]`"),
            Self::Channels => f.write_str(", `[channels]`"),
            Self::Channel(name) => write!(f, ", channel `{}`", excerpt(name)),
            Self::Category { label, .. } => write!(f, ", category `{}`", excerpt(label)),
            Self::Ground { label, number, .. } => {
                write!(f, ", category `{}`, ground {number}", excerpt(label))
            }
            Self::Deletion { label, .. } => write!(f, ", category `{}`, `deletion`", excerpt(label)),
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
pub(super) struct Notes<'t> {
    text: Option<&'t str>,
    /// Where each line after the first begins.
    line_starts: Vec<usize>,
    places: BTreeMap<Spot, Place>,
    unreadable: BTreeSet<Spot>,
    broken_lines: BTreeSet<usize>,
    found: Vec<(usize, Finding)>,
}

#[derive(Debug)]
struct Place {
    offset: usize,
    words: String,
}

impl<'t> Notes<'t> {
    /// For a policy that Rust code built: places have no lines.
    pub(super) fn of_code() -> Self {
        Self {
            text: None,
            line_starts: Vec::new(),
            places: BTreeMap::new(),
            unreadable: BTreeSet::new(),
            broken_lines: BTreeSet::new(),
            found: Vec::new(),
        }
    }

    /// For the text of a policy file.
    pub(super) fn of_file(text: &'t str) -> Self {
        let line_starts = text.match_indices('\n').map(|(newline, _)| newline + 1).collect();
        Self { text: Some(text), line_starts, ..Self::of_code() }
    }

    /// Remembers where something stands, and its words.
    pub(super) fn place(&mut self, spot: Spot, offset: usize, words: &str) {
        self.places.insert(spot, Place { offset, words: excerpt(words) });
    }

    /// Remembers where a key or an item stands, and what its value says: a text's own words, or the file's.
    pub(super) fn place_value(&mut self, spot: Spot, offset: usize, value: &Spanned<DeValue<'_>>) {
        let raw = self.text.and_then(|text| text.get(value.span())).unwrap_or_default();
        let words = value.get_ref().as_str().filter(|text| !text.is_empty()).unwrap_or(raw);
        self.place(spot, offset, words);
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
    pub(super) fn unreadable(&mut self, spot: Spot, problem: impl Into<String>, remedy: impl Into<String>) {
        self.error(&spot, "", problem, remedy);
        self.mark_unreadable(spot);
    }

    /// An error at a place. `words` are shown where there is no file to quote.
    pub(super) fn error(
        &mut self,
        spot: &Spot,
        words: &str,
        problem: impl Into<String>,
        remedy: impl Into<String>,
    ) {
        self.push(spot, words, |at, words| Finding::error(at, words, problem, remedy));
    }

    /// A warning at a place. `words` are shown where there is no file to quote.
    pub(super) fn warning(
        &mut self,
        spot: &Spot,
        words: &str,
        problem: impl Into<String>,
        remedy: impl Into<String>,
    ) {
        self.push(spot, words, |at, words| Finding::warning(at, words, problem, remedy));
    }

    fn push(&mut self, spot: &Spot, words: &str, finding: impl FnOnce(String, String) -> Finding) {
        if self.unreadable.contains(spot) {
            return;
        }
        let place = self.places.get(spot);
        let words = place.map_or_else(|| excerpt(words), |place| place.words.clone());
        let offset = place.or_else(|| self.places.get(&spot.section.at(""))).map_or(0, |place| place.offset);
        let mut at = self.line(offset);
        at.push_str(&spot.section.to_string());
        if !spot.key.is_empty() {
            at.push_str(&format!(", `{}`", excerpt(&spot.key)));
        }
        self.found.push((offset, finding(at, words)));
    }

    /// A mistake in the file's own syntax; the first of its line.
    pub(super) fn syntax(&mut self, offset: usize, message: &str) {
        let before = self.text.and_then(|text| text.get(..offset)).unwrap_or_default();
        let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
        let column = before.get(line_start..).unwrap_or_default().chars().count() + 1;
        if !self.broken_lines.insert(line_start) {
            return;
        }
        let line = self.text.and_then(|text| text.get(line_start..)).and_then(|rest| rest.lines().next());
        let finding = Finding::error(
            format!("{}, column {column}", self.line(offset)),
            excerpt(line.unwrap_or_default()),
            format!("this is not TOML: {}", excerpt(message)),
            "mend the line; texts stand in double quotes, lists in `[…]`, and each key once in its table",
        );
        self.found.push((offset, finding));
    }

    /// Forgets what cannot be trusted in a file whose syntax breaks at `offset`: whatever follows, which may have been
    /// read into the wrong table, and whatever is missing, which may have been skipped.
    pub(super) fn forget_from(&mut self, offset: usize) {
        self.found.retain(|(place, finding)| *place < offset && !finding.words.is_empty());
    }

    /// Everything, in the order of the file.
    pub(super) fn into_findings(mut self) -> Findings {
        self.found.sort_by_key(|(offset, _)| *offset);
        let mut findings = Findings::new();
        findings.extend(self.found.into_iter().map(|(_, finding)| finding));
        findings
    }

    fn line(&self, offset: usize) -> String {
        match self.text {
            Some(_) => {
                let line = self.line_starts.partition_point(|start| *start <= offset) + 1;
                format!("policy.toml, line {line}")
            }
            None => "policy".to_owned(),
        }
    }
}
