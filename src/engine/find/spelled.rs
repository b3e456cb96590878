//! What a text may mean by which a row names an object, where its store does not understand it.
//!
//! Never a guess to act on: what may be meant is asked. So all of this errs on the side of "maybe". A text may be a list of
//! names, a URL with a query, a path with a detour, encoded once too often, or composed of other characters that look alike.

use std::collections::BTreeSet;

/// What parts the items of a list, and stands around them.
const BETWEEN: &[char] = &[',', ';', '|', '\n', '\r', '\t', '[', ']', '{', '}', '"', '\''];
/// How often a text is decoded: a URL inside of a URL is encoded twice.
const MAX_ROUNDS: usize = 3;
/// What is in a text that does not name an object plainly: one of these, or a letter beyond ASCII.
pub(super) const ODD: [&str; 20] = [
    "//", "./", "..", "?", "#", "\\", ":", "%", ",", ";", "|", "[", "{", "\"", "'", " ", "+", "&", "\n", "\t",
];

/// What in a text leads to letters of a name that nobody has to encode.
pub(super) const OVER_ENCODED: [&str; 9] = ["%2D", "%2d", "%2E", "%2e", "%3", "%4", "%5", "%6", "%7"];

/// A text by which a row names something, as it is looked at.
#[derive(Debug)]
pub(super) struct Name {
    whole: String,
    paths: Vec<Vec<String>>,
}

/// The key of an object, or a folder, that may be meant.
#[derive(Debug)]
pub(super) struct Meant {
    path: Vec<String>,
}

impl Name {
    pub(super) fn new(text: &str) -> Self {
        let readings = readings(text);
        Self { whole: alike(&decoded(text)), paths: readings.iter().map(|reading| path(reading)).collect() }
    }

    /// Whether it, or one item of it, says the same path, whatever stands in front.
    pub(super) fn may_mean(&self, meant: &Meant) -> bool {
        !meant.path.is_empty() && self.paths.iter().any(|path| path.ends_with(&meant.path))
    }

    /// Whether the last segment of what may be meant stands in it as a word of its own.
    pub(super) fn has_in_it(&self, meant: &Meant) -> bool {
        let Some(last) = meant.path.last() else { return false };
        let is_part = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '.' | '~' | '*');
        self.whole.match_indices(last).any(|(at, _)| {
            let before = self.whole.get(..at).and_then(|before| before.chars().next_back());
            let behind = self.whole.get(at + last.len()..).and_then(|behind| behind.chars().next());
            !before.is_some_and(is_part) && !behind.is_some_and(is_part)
        })
    }
}

impl Meant {
    pub(super) fn new(key: &str) -> Self {
        Self { path: path(key) }
    }
}

/// Whether a text may have other readings than the plain one.
pub(super) fn is_odd(text: &str) -> bool {
    !text.is_ascii() || text.ends_with('/') || ODD.iter().any(|odd| text.contains(odd))
}

/// The texts that a text may stand for: itself, its items, and each as a path that is read from left to right.
pub(super) fn readings(name: &str) -> BTreeSet<String> {
    let mut readings = BTreeSet::new();
    for item in items(name) {
        readings.insert(item.to_owned());
        let decoded = decoded(item);
        let bare = decoded.split(['?', '#']).next().unwrap_or_default().to_owned();
        for text in [item.to_owned(), decoded, bare] {
            let path = segments(&text).join("/");
            if !path.is_empty() {
                readings.extend([path.replace('+', " "), path.replace(' ', "+"), path]);
            }
        }
    }
    readings
}

/// What every usual spelling of a key has in it; `None` where any text may be a spelling of it.
pub(super) fn landmark(key: &str) -> Option<String> {
    let last = key.trim_end_matches('/').rsplit('/').next().unwrap_or(key);
    let is_kept = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.');
    let mut runs = Vec::new();
    let mut run = String::new();
    for c in last.chars() {
        if is_kept(c) {
            run.push(c);
            continue;
        }
        if is_mark(c) {
            // Together with the letter before it, it may be one character.
            run.pop();
        }
        runs.push(std::mem::take(&mut run));
    }
    runs.push(run);
    runs.into_iter().filter(|run| !run.is_empty()).max_by_key(String::len)
}

/// Whether two keys are the same to the eye.
pub(super) fn look_alike(one: &str, other: &str) -> bool {
    path(one) == path(other)
}

/// Whether a text says no path at all, or one that leads up and out of where it begins.
pub(super) fn leads_out(name: &str) -> bool {
    let mut depth = 0_usize;
    for segment in name.trim().split('/') {
        match segment {
            "" | "." => {}
            ".." if depth == 0 => return true,
            ".." => depth -= 1,
            _ => depth += 1,
        }
    }
    depth == 0
}

/// The whole text, and what it lists.
fn items(name: &str) -> impl Iterator<Item = &str> {
    std::iter::once(name).chain(name.split(BETWEEN)).map(str::trim).filter(|item| !item.is_empty())
}

/// The segments of a path, as they are compared.
fn path(text: &str) -> Vec<String> {
    segments(&alike(&decoded(text)))
}

/// The segments of a path without detours.
fn segments(text: &str) -> Vec<String> {
    let mut segments = Vec::new();
    for segment in text.replace('\\', "/").split('/').map(str::trim) {
        match segment {
            "" | "." => {}
            ".." => drop(segments.pop()),
            other => segments.push(other.to_owned()),
        }
    }
    segments
}

/// A text in which what looks alike is the same: a blank and what forms write for it, and letters beyond ASCII, which may be
/// composed or not.
fn alike(text: &str) -> String {
    let mut alike = String::with_capacity(text.len());
    for c in text.chars() {
        if is_mark(c) {
            alike.pop();
        }
        match c {
            '+' => alike.push(' '),
            _ if c.is_ascii() || is_single(c) => alike.push(c),
            _ if alike.ends_with('*') => {}
            _ => alike.push('*'),
        }
    }
    alike
}

/// Whether a character beyond ASCII is never composed of others: an ideograph or a picture.
fn is_single(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9FFF}' | '\u{1F300}'..='\u{1FAFF}')
}

/// Whether a character is put on the one before it.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36F}' | '\u{1AB0}'..='\u{1AFF}' | '\u{1DC0}'..='\u{1DFF}' | '\u{20D0}'..='\u{20FF}')
}

/// A text with its escapes decoded, as often as there are some.
fn decoded(text: &str) -> String {
    let mut text = text.to_owned();
    for _ in 0..MAX_ROUNDS {
        let once = decoded_once(&text);
        if once == text {
            break;
        }
        text = once;
    }
    text
}

fn decoded_once(text: &str) -> String {
    let mut pieces = text.split('%');
    let mut bytes = pieces.next().unwrap_or_default().as_bytes().to_vec();
    for piece in pieces {
        let digits = piece.get(..2).filter(|digits| digits.bytes().all(|it| it.is_ascii_hexdigit()));
        match digits.and_then(|digits| u8::from_str_radix(digits, 16).ok()) {
            Some(byte) => {
                bytes.push(byte);
                bytes.extend_from_slice(piece.get(2..).unwrap_or_default().as_bytes());
            }
            None => {
                bytes.push(b'%');
                bytes.extend_from_slice(piece.as_bytes());
            }
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn may_mean(name: &str, key: &str) -> bool {
        Name::new(name).may_mean(&Meant::new(key))
    }

    fn has_in_it(name: &str, key: &str) -> bool {
        Name::new(name).has_in_it(&Meant::new(key))
    }

    #[test]
    fn a_text_may_mean_what_it_says_in_any_spelling() {
        for name in [
            "a/1.jpg",
            "/a/1.jpg",
            "a//1.jpg",
            "a/./1.jpg",
            "b/../a/1.jpg",
            "../a/1.jpg",
            "a\\1.jpg",
            "a%2F1.jpg",
            "a%252F1.jpg",
            "%61/%31.jpg",
            "a/1.jpg?v=2",
            "a/1.jpg#top",
            "https://host/bucket/a/1.jpg?v=2&w=3",
            "bucket/a/1.jpg",
            " a/1.jpg ",
            "a/1.jpg,b/2.jpg",
            "b/2.jpg; a/1.jpg",
            "[\"b/2.jpg\", \"a\\/1.jpg\"]",
            "{a/1.jpg}",
        ] {
            assert!(may_mean(name, "a/1.jpg"), "{name}");
            assert!(has_in_it(name, "a/1.jpg"), "{name}");
        }
        for other in
            ["", "/", "..", "a/11.jpg", "a/1.jpg.bak", "1.jpg", "a", "b/1.jpg", "A/1.JPG", "a/1.jpeg"]
        {
            assert!(!may_mean(other, "a/1.jpg"), "{other}");
        }
        for other in ["", "a/11.jpg", "a/1.jpg.bak", "a/1.jpeg", "a/x-1.jpg"] {
            assert!(!has_in_it(other, "a/1.jpg"), "{other}");
        }
        assert!(
            may_mean("m/cafe\u{301} x.jpg", "m/café+x.jpg") && may_mean("m/café.jpg", "m/cafe\u{301}.jpg")
        );
    }

    #[test]
    fn what_leads_nowhere_or_out_is_told() {
        for out in ["", " ", "/", ".", "./", "..", "../a", "a/../..", "a/../../b", "a/.."] {
            assert!(leads_out(out), "{out:?}");
        }
        for within in ["a", "a/../b", "/a", "a/b/../..//c"] {
            assert!(!leads_out(within), "{within:?}");
        }
    }

    proptest! {
        /// Whatever the spelling, what a store is asked for finds it.
        #[test]
        fn every_odd_spelling_has_the_landmark_in_it(
            key in "[ab1é+ .]{1,4}(/[ab1é+ .-]{1,5}){0,2}",
            spelling in 0..6_usize,
        ) {
            let name = match spelling {
                0 => format!("https://host/x/{key}?v=2"),
                1 => key.replace('/', "//"),
                2 => format!("[\"{key}\"]"),
                3 => key.replace('é', "e\u{301}"),
                4 => key.replace(' ', "%20").replace('é', "%C3%A9"),
                _ => key.replace('+', " "),
            };
            if !path(&key).is_empty() {
                prop_assert!(may_mean(&name, &key), "{name:?} {key:?}");
            }
            if let Some(landmark) = landmark(&key) {
                prop_assert!(name.contains(&landmark), "{name:?} {landmark:?}");
            }
        }
    }
}
