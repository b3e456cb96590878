//! The text of a file: its lines, and where it is not TOML.

use std::collections::BTreeSet;
use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::node::Table;
use super::sheet::Mark;
use crate::finding::At;

/// A text and where its lines begin.
#[derive(Debug)]
pub(crate) struct Source<'a> {
    text: &'a str,
    lines: Vec<usize>,
}

/// A text read as TOML, and every place where it is none.
#[derive(Debug)]
pub(crate) struct Document<'a> {
    root: Spanned<DeTable<'a>>,
    mistakes: Vec<toml::de::Error>,
}

impl<'a> Source<'a> {
    /// Notes where the lines begin.
    pub(crate) fn new(text: &'a str) -> Self {
        let after_breaks = text.match_indices('\n').map(|(offset, _)| offset + 1);
        Self { text, lines: std::iter::once(0).chain(after_breaks).collect() }
    }

    /// Reads the text, past its mistakes if there are any.
    pub(crate) fn parse(&self) -> Document<'a> {
        let (root, mistakes) = DeTable::parse_recoverable(self.text);
        Document { root, mistakes }
    }

    /// The document's own table.
    pub(crate) fn root<'s>(&'s self, document: &'s Document<'_>) -> Table<'s> {
        Table::new(self, document.root.get_ref(), self.mark(0), &At::whole())
    }

    /// The position of an offset.
    pub(super) fn mark(&self, offset: usize) -> Mark {
        Mark::new(offset, self.lines.partition_point(|start| *start <= offset))
    }

    /// What findings quote of a value: a text's own words, or the first line of the file's.
    pub(super) fn words<'s>(&'s self, value: &'s DeValue<'_>, span: &Range<usize>) -> &'s str {
        match value.as_str().filter(|text| !text.trim().is_empty()) {
            Some(text) => text,
            None => first_line(self.text.get(span.clone()).unwrap_or_default()),
        }
    }

    /// A mistake as a person finds it.
    fn locate<'s>(&'s self, mistake: &'s toml::de::Error) -> Mistake<'s> {
        let mark = self.mark(start(mistake));
        let line_start = self.lines.get(mark.line().saturating_sub(1)).copied().unwrap_or_default();
        let before = self.text.get(line_start..mark.offset()).unwrap_or_default();
        let line = first_line(self.text.get(line_start..).unwrap_or_default());
        Mistake { mark, column: before.chars().count() + 1, line, message: mistake.message() }
    }
}

/// Where a text is not TOML.
pub(super) struct Mistake<'s> {
    pub(super) mark: Mark,
    /// Counted from 1.
    pub(super) column: usize,
    /// The line's words.
    pub(super) line: &'s str,
    /// What the parser says.
    pub(super) message: &'s str,
}

impl Document<'_> {
    /// Whether the whole text is TOML. Where it is not, what was skipped looks as if it were missing.
    pub(crate) fn is_whole(&self) -> bool {
        self.mistakes.is_empty()
    }

    /// Where the syntax first breaks. A key that is there twice breaks nothing around it.
    pub(super) fn breaks_at(&self) -> Option<usize> {
        let broken = self.mistakes.iter().filter(|mistake| !mistake.message().starts_with("duplicate key"));
        broken.map(start).min()
    }

    /// Each line's first mistake; the parser stumbles on over the rest of the line.
    pub(super) fn mistakes<'s>(&'s self, source: &'s Source<'_>) -> impl Iterator<Item = Mistake<'s>> {
        let mut broken_lines = BTreeSet::new();
        let located = self.mistakes.iter().map(|mistake| source.locate(mistake));
        located.filter(move |mistake| broken_lines.insert(mistake.mark.line()))
    }
}

fn start(mistake: &toml::de::Error) -> usize {
    mistake.span().map_or(0, |span| span.start)
}

fn first_line(text: &str) -> &str {
    text.lines().next().unwrap_or_default().trim()
}

#[cfg(test)]
mod tests {
    use super::super::{Sheet, Subject};
    use super::*;
    use crate::finding::Findings;

    fn syntax(text: &str) -> Findings {
        let source = Source::new(text);
        let mut sheet = Sheet::new(Subject { file: "a.toml", built: "it" });
        let document = source.parse();
        assert!(!document.is_whole(), "{text} was accepted");
        sheet.syntax(&source, &document);
        sheet.into_findings()
    }

    #[test]
    fn a_syntax_error_is_one_finding_with_line_and_column() {
        let found = syntax("a = 1\nname = \"open\nb = 2\n[x]\n");
        assert_eq!(found.len(), 1);
        let finding = found.iter().next().unwrap();
        assert_eq!(finding.at, "a.toml, line 2, column 13");
        assert_eq!(finding.words, "name = \"open");
    }

    #[test]
    fn every_broken_line_is_reported_once() {
        let found = syntax("a = = 1 = 2\nb = 2\nc = ]\n");
        let lines: Vec<_> =
            found.iter().map(|finding| finding.at.split(", column").next().unwrap()).collect();
        assert_eq!(lines, ["a.toml, line 1", "a.toml, line 3"]);
    }

    #[test]
    fn a_key_written_twice_is_a_syntax_error_that_breaks_nothing() {
        let text = "a = 1\n\"ä\" = 2\na = 3\n";
        assert_eq!(syntax(text).iter().next().unwrap().at, "a.toml, line 3, column 1");
        assert_eq!(Source::new(text).parse().breaks_at(), None);
        assert_eq!(Source::new("a = 1\nb = \n").parse().breaks_at().map(|offset| offset > 5), Some(true));
    }

    #[test]
    fn depth_and_length_are_bounded() {
        for text in [
            format!("a = {}", "[".repeat(100_000)),
            format!("a = {}", "{a=".repeat(100_000)),
            format!("a{} = 1", ".a".repeat(100_000)),
            format!("[a{}]", ".a".repeat(100_000)),
        ] {
            assert_eq!(syntax(&text).len(), 1);
        }
    }
}
