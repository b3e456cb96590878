//! Finds telephone numbers in a text, whatever stands between their digits, and tells them from longer ones.

use std::collections::BTreeSet;
use std::ops::Range;

use super::coat::Layer;
use crate::identifier::{is_assigned, is_separator};

/// What is dialled in front of an international number where no plus is: in most countries, in North America, in Australia.
const ABROAD: [&str; 3] = ["00", "011", "0011"];
/// The digits of an international number, what is dialled in front of it, and a bracketed zero.
const MAX_DIGITS: usize = 20;
/// An international number alone.
const MAX_NUMBER: usize = 15;
/// So many characters may stand between two digits of one number.
const MAX_GAP: usize = 8;
/// So many digits has an extension.
const MAX_EXTENSION: usize = 6;

/// Digits that stand together, by their place in the layer.
type Group = Range<usize>;

/// Notes where in the original one of these numbers stands.
pub(super) fn find(
    numbers: &BTreeSet<String>,
    layer: &Layer,
    below: &[Layer],
    found: &mut Vec<Range<usize>>,
) {
    for run in runs(&layer.text) {
        let mut first = 0;
        while first < run.len() {
            let number = longest_from(numbers, &layer.text, &run, first);
            let Some(last) = number.filter(|last| !is_part_of_longer(&layer.text, &run, first..*last + 1))
            else {
                first += 1;
                continue;
            };
            if let (Some(from), Some(to)) = (run.get(first), run.get(last)) {
                let whole = layer.original(&(from.start..to.end));
                let ends_below =
                    |layer: &Layer| layer.place_of(&whole).is_none_or(|place| no_digit_around(layer, &place));
                if below.iter().all(ends_below) {
                    let around = opening(&layer.text, from.start..to.end)..extension(&layer.text, to.end);
                    found.push(layer.original(&around));
                }
            }
            first = last + 1;
        }
    }
}

/// The groups of digits of a text, parted where too much stands between them for one number.
fn runs(text: &str) -> Vec<Vec<Group>> {
    let mut runs: Vec<Vec<Group>> = Vec::new();
    let mut is_open = false;
    let mut gap = 0;
    for (at, c) in text.char_indices() {
        if !c.is_ascii_digit() {
            gap += 1;
            is_open &= gap <= MAX_GAP && (is_separator(c) || c.is_whitespace());
            continue;
        }
        match runs.last_mut().filter(|_| is_open) {
            Some(run) => match run.last_mut().filter(|group| group.end == at) {
                Some(group) => group.end = at + 1,
                None => run.push(at..at + 1),
            },
            None => runs.push(Vec::from_iter([Group { start: at, end: at + 1 }])),
        }
        (is_open, gap) = (true, 0);
    }
    runs
}

/// The last group of the longest of these numbers that begins with the group `first`.
fn longest_from(numbers: &BTreeSet<String>, text: &str, run: &[Group], first: usize) -> Option<usize> {
    let mut spelled = vec![String::new()];
    let mut longest = None;
    for (index, group) in run.iter().enumerate().skip(first) {
        let digits = text.get(group.clone()).unwrap_or_default();
        let trunk = index > first && is_bracketed_zero(text, group);
        if trunk {
            // It may belong to the number or not; whoever wrote it meant one of the two.
            let without = spelled.clone();
            spelled.iter_mut().for_each(|begun| begun.push_str(digits));
            spelled.extend(without);
        } else {
            spelled.iter_mut().for_each(|begun| begun.push_str(digits));
        }
        spelled.retain(|begun| begun.len() <= MAX_DIGITS);
        // A text of nothing but bracketed zeros spells nothing.
        spelled.truncate(MAX_GAP);
        if spelled.is_empty() {
            break;
        }
        let is_one = |begun: &String| {
            let mut behind = ABROAD.iter().filter_map(|prefix| begun.strip_prefix(prefix));
            numbers.contains(begun) || behind.any(|begun| numbers.contains(begun))
        };
        if spelled.iter().any(is_one) {
            longest = Some(index);
        }
    }
    longest
}

/// Whether the groups together with others around them are a longer number of some country: `+44 20 7946 0958` is not
/// `+44 20 7946`.
fn is_part_of_longer(text: &str, run: &[Group], own: Range<usize>) -> bool {
    let digits_of = |groups: Range<usize>| -> String {
        run.get(groups).unwrap_or_default().iter().filter_map(|group| text.get(group.clone())).collect()
    };
    let has_plus = |index: usize| run.get(index).is_some_and(|group| follows_plus(text, group.start));
    // A plus begins a number, so that what stands before it belongs to another.
    let mut starts = vec![own.start];
    while let Some(start) = starts.last().copied().filter(|&start| start > 0 && !has_plus(start)) {
        if digits_of(start - 1..own.end).len() > MAX_NUMBER + 2 {
            break;
        }
        starts.push(start - 1);
    }
    let mut ends = vec![own.end];
    while let Some(end) = ends.last().copied().filter(|&end| end < run.len() && !has_plus(end)) {
        if digits_of(own.start..end + 1).len() > MAX_NUMBER + 2 {
            break;
        }
        ends.push(end + 1);
    }
    starts.iter().any(|&start| {
        ends.iter().filter(|&&end| start < own.start || end > own.end).any(|&end| {
            let digits = digits_of(start..end);
            let digits = digits.strip_prefix("00").unwrap_or(&digits);
            digits.len() <= MAX_NUMBER && is_assigned(digits)
        })
    })
}

fn follows_plus(text: &str, at: usize) -> bool {
    text.get(..at).is_some_and(|head| head.trim_end_matches([' ', '(']).ends_with('+'))
}

fn is_bracketed_zero(text: &str, group: &Group) -> bool {
    let head = text.get(..group.start).unwrap_or_default();
    let tail = text.get(group.end..).unwrap_or_default();
    text.get(group.clone()) == Some("0") && head.ends_with('(') && tail.starts_with(')')
}

fn no_digit_around(layer: &Layer, place: &Range<usize>) -> bool {
    let before = layer.text.get(..place.start).and_then(|head| head.chars().next_back());
    let after = layer.text.get(place.end..).and_then(|tail| tail.chars().next());
    !before.is_some_and(|c| c.is_ascii_digit()) && !after.is_some_and(|c| c.is_ascii_digit())
}

/// Where a number begins with the plus and the bracket before its first digit.
fn opening(text: &str, digits: Range<usize>) -> usize {
    let closes = text.get(digits.clone()).is_some_and(|inside| {
        inside.find(')') < inside.find('(').or(Some(usize::MAX)) && inside.contains(')')
    });
    let mut start = digits.start;
    while let Some(c) = text.get(..start).and_then(|head| head.chars().next_back()) {
        if c == '+' || (c == '(' && closes) {
            start -= c.len_utf8();
        } else {
            break;
        }
    }
    start
}

/// Where an extension behind a number ends; where the number ends, if there is none.
fn extension(text: &str, end: usize) -> usize {
    let Some(behind) = text.get(end..) else { return end };
    let words = behind.trim_start_matches([' ', ',', ';']);
    let of_ours = ["extension", "ext", "x", "#"].iter().find_map(|word| words.strip_prefix(word));
    let Some(rest) = of_ours else { return end };
    let digits = rest.trim_start_matches([' ', '.', '=', ':']);
    let count = digits.bytes().take_while(u8::is_ascii_digit).count();
    let gaps = behind.len() - words.len() + rest.len() - digits.len();
    if (1..=MAX_EXTENSION).contains(&count) && gaps <= MAX_GAP {
        text.len() - digits.len() + count
    } else {
        end
    }
}
