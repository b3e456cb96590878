//! Removes a subject's identifiers from free text, in whatever coat they come, and never the beginning of a longer one.
//!
//! A text is read as it stands and with its coats taken off, layer by layer ([`coat`]); words and [numbers](numbers) are
//! looked for in each layer. Where one ends is asked of its own layer and of all below: `ana@x.example&#46;org` is
//! somebody else's address. The time is linear in the length of the text.

mod coat;
mod numbers;

use std::collections::BTreeSet;
use std::fmt;
use std::ops::Range;

use aho_corasick::AhoCorasick;

use coat::{Layer, layers};

/// Removes a subject's identifiers from free text: addresses whatever their case, numbers whatever their spelling, each
/// also where it is percent-encoded, escaped as in JSON or JavaScript, written with entities of HTML, broken by characters
/// that are not seen, or (an address or a number) by white space.
///
/// An address ends where no character of an address follows: `ana@x.example.org` is another one, and so is
/// `joana@x.example`. A number ends where no digit follows, and where what follows behind a separator does not make it a
/// longer number of its country. An extension goes with its number.
#[derive(Clone)]
pub struct Scrubber {
    words: BTreeSet<String>,
    /// Finds all words at once.
    finder: AhoCorasick,
    /// Finds the addresses among them where white space breaks them.
    broken: AhoCorasick,
    numbers: BTreeSet<String>,
}

/// More words than can be looked for at once.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("there are too many identifiers to look for in texts at once; make several requests of the list")]
pub struct TooManyWords;

impl Scrubber {
    /// What stands in the place of what was removed.
    pub const SCRUBBED: &str = "[erased]";

    /// Removes `words` (compared without regard to ASCII case) and `numbers` (digits; found with or without separators).
    ///
    /// # Errors
    /// The words together are longer than a machine that looks for all of them at once can be.
    pub fn new(
        words: impl IntoIterator<Item = String>,
        numbers: impl IntoIterator<Item = String>,
    ) -> Result<Self, TooManyWords> {
        let words: BTreeSet<String> =
            words.into_iter().map(|word| coat::bare(&word)).filter(|word| !word.is_empty()).collect();
        let finder = |words: &[&String]| AhoCorasick::new(words).map_err(|_| TooManyWords);
        let all: Vec<&String> = words.iter().collect();
        let addresses: Vec<&String> = words.iter().filter(|word| word.contains('@')).collect();
        let numbers = numbers.into_iter().filter(|number| !number.is_empty()).collect();
        Ok(Self { finder: finder(&all)?, broken: finder(&addresses)?, words, numbers })
    }

    /// The text with every occurrence replaced by `[erased]`.
    pub fn scrub(&self, text: &str) -> String {
        if self.words.is_empty() && self.numbers.is_empty() {
            return text.to_owned();
        }
        let layers = layers(text);
        let mut found: Vec<Range<usize>> = Vec::new();
        for (depth, layer) in layers.iter().enumerate() {
            let below = layers.get(depth + 1..).unwrap_or_default();
            self.find_words(layer, below, &mut found);
            if !self.numbers.is_empty() {
                numbers::find(&self.numbers, layer, below, &mut found);
            }
        }
        found.retain(|place| !is_scrubbed_already(text, place));
        replaced(text, found)
    }

    fn find_words(&self, layer: &Layer, below: &[Layer], found: &mut Vec<Range<usize>>) {
        let mut note = |place: Range<usize>| {
            let whole = layer.original(&place);
            let ends_below =
                |layer: &Layer| layer.place_of(&whole).is_none_or(|place| stands_alone(layer, &place));
            if stands_alone(layer, &place) && below.iter().all(ends_below) {
                found.push(whole);
            }
        };
        for word in self.finder.find_overlapping_iter(&layer.text) {
            note(word.range());
        }
        let squeezed = layer.without_white_space();
        for word in self.broken.find_overlapping_iter(&squeezed.text) {
            note(squeezed.original(&word.range()));
        }
    }
}

/// Whether nothing around these characters makes them part of a longer word or address.
fn stands_alone(layer: &Layer, place: &Range<usize>) -> bool {
    let head = layer.text.get(..place.start).unwrap_or_default();
    let tail = layer.text.get(place.end..).unwrap_or_default();
    !goes_on(head.chars().rev()) && !goes_on(tail.chars())
}

/// Whether an address goes on with these characters: with a letter or a digit, be it behind a dot, a hyphen and the like.
/// Those also end sentences and draw lines, and two in a row join nothing.
fn goes_on(mut outwards: impl Iterator<Item = char>) -> bool {
    let mut joint = None;
    loop {
        match outwards.next() {
            Some(c) if matches!(c, '.' | '-' | '_' | '+' | '@') && joint != Some(c) => joint = Some(c),
            next => return next.is_some_and(char::is_alphanumeric),
        }
    }
}

/// Whether this is our own word, which a subject may have for a name.
fn is_scrubbed_already(text: &str, place: &Range<usize>) -> bool {
    let around = place.start.checked_sub(1).and_then(|start| text.get(start..place.end + 1));
    around == Some(Scrubber::SCRUBBED)
}

/// The text with these places replaced; those that overlap are one.
fn replaced(text: &str, mut places: Vec<Range<usize>>) -> String {
    places.sort_unstable_by_key(|place| (place.start, place.end));
    let mut result = String::with_capacity(text.len());
    let mut copied = 0;
    let mut places = places.into_iter().peekable();
    while let Some(mut place) = places.next() {
        while let Some(next) = places.next_if(|next| next.start < place.end) {
            place.end = place.end.max(next.end);
        }
        result.push_str(text.get(copied..place.start).unwrap_or_default());
        result.push_str(Scrubber::SCRUBBED);
        copied = place.end;
    }
    result.push_str(text.get(copied..).unwrap_or_default());
    result
}

/// What finds the words follows from them.
impl PartialEq for Scrubber {
    fn eq(&self, other: &Self) -> bool {
        (&self.words, &self.numbers) == (&other.words, &other.numbers)
    }
}

impl Eq for Scrubber {}

impl fmt::Debug for Scrubber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Scrubber({} words, {} numbers)", self.words.len(), self.numbers.len())
    }
}

#[cfg(test)]
mod tests;
