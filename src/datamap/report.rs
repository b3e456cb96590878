//! Collecting findings with the place where each stands, and finding the word that somebody meant.
//!
//! This module knows lines and words. It knows neither the file's format nor the rules of a data map.

use std::fmt;

use crate::finding::{Finding, Findings};

/// Where something stands: a line where it was read from a file, and the words that lead to it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Place {
    line: Option<usize>,
    trail: String,
}

impl Place {
    /// The place of a thing that those words name.
    pub(super) fn new(line: Option<usize>, trail: impl Into<String>) -> Self {
        Self { line, trail: trail.into() }
    }

    /// A key inside of this place, on its own line where it has one.
    pub(super) fn key(&self, line: Option<usize>, key: &str) -> Self {
        let trail = if self.trail.is_empty() {
            format!("`{}`", shown(key))
        } else {
            format!("{}, `{}`", self.trail, shown(key))
        };
        Self { line: line.or(self.line), trail }
    }

    /// The same words on another line (an item of a list).
    pub(super) fn on(&self, line: Option<usize>) -> Self {
        Self { line: line.or(self.line), trail: self.trail.clone() }
    }

    /// The line, counted from 1.
    pub(super) fn line(&self) -> Option<usize> {
        self.line
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.line, self.trail.as_str()) {
            (None, "") => f.write_str("the data map"),
            (None, trail) => f.write_str(trail),
            (Some(line), "") => write!(f, "datamap.toml, line {line}"),
            (Some(line), trail) => write!(f, "datamap.toml, line {line}, {trail}"),
        }
    }
}

/// The findings of one check, which come out in the order of the file's lines.
#[derive(Debug, Default)]
pub(super) struct Report {
    found: Vec<(Option<usize>, Finding)>,
}

impl Report {
    /// Something that stops the work.
    pub(super) fn error(
        &mut self,
        place: &Place,
        words: impl Into<String>,
        problem: impl Into<String>,
        remedy: impl Into<String>,
    ) {
        let words = shown(&words.into());
        let finding =
            Finding::error(place.to_string(), words, printable(&problem.into()), printable(&remedy.into()));
        self.found.push((place.line, finding));
    }

    /// Something that is shown and stops nothing.
    pub(super) fn warning(
        &mut self,
        place: &Place,
        words: impl Into<String>,
        problem: impl Into<String>,
        remedy: impl Into<String>,
    ) {
        let words = shown(&words.into());
        let finding =
            Finding::warning(place.to_string(), words, printable(&problem.into()), printable(&remedy.into()));
        self.found.push((place.line, finding));
    }

    /// Everything found, by line; what concerns the whole file comes first.
    pub(super) fn into_findings(mut self) -> Findings {
        self.found.sort_by_key(|(line, _)| *line);
        let mut findings = Findings::new();
        findings.extend(self.found.into_iter().map(|(_, finding)| finding));
        findings
    }
}

/// How much of the file's own words a finding repeats, in characters.
const SHOWN: usize = 60;

/// A file's words, short enough for a finding and safe for a terminal.
pub(super) fn shown(words: &str) -> String {
    if words.chars().count() <= SHOWN {
        return printable(words);
    }
    let mut short: String = words.chars().take(SHOWN).collect();
    short.push('…');
    printable(&short)
}

/// The text with its control characters written out, so that a name cannot move the reader's cursor.
fn printable(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for letter in text.chars() {
        if letter.is_control() {
            safe.extend(letter.escape_default());
        } else {
            safe.push(letter);
        }
    }
    safe
}

/// How many words a remedy lists before it stops.
const LISTED: usize = 16;
/// Longer words are nobody's slip of the finger, and comparing them costs time.
const LONGEST_WORD: usize = 64;
/// A map with more names than this is not searched for similar ones.
const MOST_CANDIDATES: usize = 2_000;

/// What to write instead of `word`: the nearest of the words that are known, or a list of them.
pub(super) fn advice<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> String {
    let known: Vec<&str> = known.into_iter().collect();
    if let Some(meant) = nearest(word, known.iter().copied()) {
        return format!("write `{meant}`");
    }
    let listed: Vec<String> = known.iter().take(LISTED).map(|word| format!("`{word}`")).collect();
    match (listed.as_slice(), known.len() > LISTED) {
        ([], _) => "leave it out".to_owned(),
        ([only], _) => format!("write {only}"),
        (_, false) => format!("write one of {}", listed.join(", ")),
        (_, true) => format!("write one of {}, …", listed.join(", ")),
    }
}

/// The known word that `word` was probably meant to be.
pub(super) fn nearest<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let typed: Vec<char> = word.to_lowercase().chars().take(LONGEST_WORD + 1).collect();
    if typed.is_empty() || typed.len() > LONGEST_WORD {
        return None;
    }
    let tolerated = (typed.len() / 3).max(1);
    known
        .into_iter()
        .take(MOST_CANDIDATES)
        .filter(|candidate| candidate.len() <= 2 * LONGEST_WORD)
        .map(|candidate| {
            let letters: Vec<char> = candidate.to_lowercase().chars().collect();
            (slips(&typed, &letters), candidate)
        })
        .filter(|(slips, _)| *slips <= tolerated)
        .min_by_key(|(slips, _)| *slips)
        .map(|(_, candidate)| candidate)
}

/// How many slips lead from one word to the other: a letter too many, too few, wrong, or swapped with its neighbour.
fn slips(from: &[char], to: &[char]) -> usize {
    let mut before_last: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=to.len()).collect();
    let mut previous_letter = None;
    for (row, letter) in from.iter().enumerate() {
        let mut current = vec![row + 1];
        let mut previous_target = None;
        for (column, target) in to.iter().enumerate() {
            let at = |cells: &[usize], index: usize| cells.get(index).copied().unwrap_or(usize::MAX / 2);
            let changed = at(&last, column) + usize::from(letter != target);
            let mut best = changed.min(at(&last, column + 1) + 1).min(at(&current, column) + 1);
            let swapped = previous_letter == Some(target) && previous_target == Some(letter);
            if let (true, Some(index)) = (swapped, column.checked_sub(1)) {
                best = best.min(at(&before_last, index) + 1);
            }
            current.push(best);
            previous_target = Some(target);
        }
        before_last = std::mem::replace(&mut last, current);
        previous_letter = Some(letter);
    }
    last.last().copied().unwrap_or(from.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_the_word_that_was_meant() {
        let known = ["contacts", "messages", "owned_by"];
        assert_eq!(nearest("contcts", known), Some("contacts"));
        assert_eq!(nearest("Contacts", known), Some("contacts"));
        assert_eq!(nearest("owend_by", known), Some("owned_by"));
        assert_eq!(nearest("invoices", known), None);
        assert_eq!(nearest("", known), None);
        assert_eq!(nearest(&"x".repeat(100_000), known), None);
    }

    #[test]
    fn counts_a_swap_as_one_slip() {
        let slips = |a: &str, b: &str| slips(&a.chars().collect::<Vec<_>>(), &b.chars().collect::<Vec<_>>());
        assert_eq!(slips("field", "feild"), 1);
        assert_eq!(slips("kind", "kind"), 0);
        assert_eq!(slips("", "key"), 3);
        assert_eq!(slips("key", ""), 3);
        assert_eq!(slips("kitten", "sitting"), 3);
    }

    #[test]
    fn lists_what_is_known_where_nothing_is_near() {
        assert_eq!(advice("zebra", ["sql", "objects"]), "write one of `sql`, `objects`");
        assert_eq!(advice("zebra", []), "leave it out");
    }

    #[test]
    fn words_are_short_and_harmless() {
        assert_eq!(shown(&"ä".repeat(100)).chars().count(), SHOWN + 1);
        assert_eq!(shown("a\u{1b}[2J\nb"), "a\\u{1b}[2J\\nb");
        assert_eq!(shown("\"Zoë\""), "\"Zoë\"");
    }

    #[test]
    fn findings_come_out_by_line() {
        let mut report = Report::default();
        for line in [Some(9), Some(2), None] {
            report.error(&Place::new(line, ""), "", "wrong", "mend it");
        }
        let places: Vec<String> = report.into_findings().into_iter().map(|f| f.at).collect();
        assert_eq!(places, ["the data map", "datamap.toml, line 2", "datamap.toml, line 9"]);
    }
}
