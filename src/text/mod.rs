//! How messages show words, and how they find the word that somebody meant.
//!
//! Knows spelling and nothing else: not where a word stands, and not what it means for an erasure.

pub(crate) mod canonical;
pub(crate) mod digest;
pub(crate) mod document;
pub(crate) mod hex;
pub(crate) mod words;

/// An error about one value, in the two halves that a finding shows: what is wrong, and what to write instead.
pub(crate) trait Explained {
    /// Follows the value or "this", as in "is not a period".
    fn fault(&self) -> String;
    /// A full instruction.
    fn remedy(&self) -> String;
}

/// The longest free word, in bytes. The bound keeps hostile input small.
const MAX_FREE_WORD: usize = 64;

/// Whether `text` is a lower-case word of letters, digits and underscores that starts with a letter: `[a-z][a-z0-9_]*`,
/// of 64 bytes at most. Kinds of identifiers and methods of verification are such words.
pub(crate) fn is_word(text: &str) -> bool {
    text.len() <= MAX_FREE_WORD
        && text.starts_with(|c: char| c.is_ascii_lowercase())
        && text.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_')
}

/// Quotes each word in backticks and joins them with commas.
pub(crate) fn quoted<W: AsRef<str>>(words: impl IntoIterator<Item = W>) -> String {
    words.into_iter().map(|word| format!("`{}`", word.as_ref())).collect::<Vec<_>>().join(", ")
}

/// How many characters of somebody's own words a message repeats.
const MAX_SHOWN: usize = 80;

/// Somebody's own words as a message may show them: short, on one line, and safe for a terminal.
pub(crate) fn excerpt(words: &str) -> String {
    let mut rest = words.chars();
    let mut shown = printable(&rest.by_ref().take(MAX_SHOWN).collect::<String>());
    if rest.next().is_some() {
        shown.push('…');
    }
    shown
}

/// The text with what would move the reader's cursor, or turn the direction of reading, written out.
pub(crate) fn printable(text: &str) -> String {
    let moves = |c: char| {
        c.is_control()
            || matches!(c, '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    let mut safe = String::with_capacity(text.len());
    for letter in text.chars() {
        if moves(letter) {
            safe.extend(letter.escape_default());
        } else {
            safe.push(letter);
        }
    }
    safe
}

/// How many words a remedy lists before it stops.
const MAX_LISTED: usize = 16;
/// Longer words are not typos, and comparing them costs time.
const MAX_WORD: usize = 64;
/// Beyond this many names, no typo is searched for.
const MAX_CANDIDATES: usize = 2_000;

/// What to write instead of `word`: the word that was probably meant, and those that are known.
pub(crate) fn advice<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> String {
    let known: Vec<&str> = known.into_iter().collect();
    let listed = quoted(known.iter().take(MAX_LISTED));
    let choice = match known.len() {
        0 => return "leave it out".to_owned(),
        1 => format!("write {listed}"),
        few if few <= MAX_LISTED => format!("write one of {listed}"),
        _ => format!("write one of {listed}, …"),
    };
    match nearest(word, known) {
        Some(near) => format!("did you mean `{near}`? {choice}"),
        None => choice,
    }
}

/// The known word that `word` is most likely a typo of, if any comes close: within edits of a third of its letters.
pub(crate) fn nearest<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let typed: Vec<char> = word.to_lowercase().chars().take(MAX_WORD + 1).collect();
    if typed.is_empty() || typed.len() > MAX_WORD {
        return None;
    }
    let tolerated = (typed.len() / 3).max(1);
    known
        .into_iter()
        .take(MAX_CANDIDATES)
        .filter(|candidate| candidate.len() <= 2 * MAX_WORD)
        .map(|candidate| {
            let letters: Vec<char> = candidate.to_lowercase().chars().collect();
            (edit_distance(&typed, &letters), candidate)
        })
        .filter(|(distance, _)| *distance <= tolerated)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| candidate)
}

/// The edit distance of two words (optimal string alignment): letters inserted, deleted, replaced, or swapped with their
/// neighbour.
fn edit_distance(from: &[char], to: &[char]) -> usize {
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

/// Gives a type that is read by `FromStr` and written by `Display` the conversions from and to `String` that serde's
/// `try_from` and `into` ask for, so that a stored value passes the same checks as a typed one.
macro_rules! as_text {
    ($name:ident) => {
        impl TryFrom<String> for $name {
            type Error = <$name as std::str::FromStr>::Err;

            fn try_from(text: String) -> Result<Self, Self::Error> {
                text.parse()
            }
        }

        impl From<$name> for String {
            fn from(value: $name) -> Self {
                value.to_string()
            }
        }
    };
}
pub(crate) use as_text;

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
        assert_eq!(nearest("", ["a", "ab"]), None);
        assert_eq!(nearest("b", ["a", "abc"]), Some("a"));
        assert_eq!(nearest(&"e".repeat(1_000_000), ["erase"]), None);
        assert_eq!(nearest("erase", ["e".repeat(1_000_000).as_str()]), None);
    }

    #[test]
    fn the_edit_distance_is_the_same_in_both_directions() {
        let count =
            |a: &str, b: &str| edit_distance(&a.chars().collect::<Vec<_>>(), &b.chars().collect::<Vec<_>>());
        for (left, right, distance) in [
            ("kitten", "sitting", 3),
            ("lwas", "laws", 1),
            ("field", "feild", 1),
            ("ab", "ba", 1),
            ("", "abc", 3),
            ("abc", "abc", 0),
            ("ca", "abc", 3),
        ] {
            assert_eq!(count(left, right), distance, "{left} {right}");
            assert_eq!(count(right, left), distance, "{right} {left}");
        }
    }

    #[test]
    fn advice_names_what_is_near_and_what_is_known() {
        assert_eq!(advice("zebra", ["sql", "objects"]), "write one of `sql`, `objects`");
        assert_eq!(advice("sqll", ["sql", "objects"]), "did you mean `sql`? write one of `sql`, `objects`");
        assert_eq!(advice("zebra", ["sql"]), "write `sql`");
        assert_eq!(advice("zebra", []), "leave it out");
        let many: Vec<String> = (0..1_000).map(|n| format!("name{n}")).collect();
        assert!(advice("zebra", many.iter().map(String::as_str)).ends_with("`name15`, …"));
    }

    #[test]
    fn shown_words_are_short_and_harmless() {
        assert_eq!(excerpt(&"ä".repeat(1_000_000)).chars().count(), MAX_SHOWN + 1);
        assert_eq!(excerpt(&"ä".repeat(MAX_SHOWN)).chars().count(), MAX_SHOWN);
        assert_eq!(excerpt("a\u{1b}[2J\nb"), "a\\u{1b}[2J\\nb");
        assert_eq!(excerpt("a\u{7}b\u{202e}c"), "a\\u{7}b\\u{202e}c");
        assert_eq!(excerpt("\"Zoë\""), "\"Zoë\"");
    }

    #[test]
    fn free_words_are_lower_case() {
        for good in ["a", "account_id", "waba_id2", "x__"] {
            assert!(is_word(good), "{good}");
        }
        for bad in ["", "_a", "2a", "Account", "account-id", "größe", "a b", "a\n", &"a".repeat(65)] {
            assert!(!is_word(bad), "{bad}");
        }
    }
}
