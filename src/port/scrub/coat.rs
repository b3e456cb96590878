//! A text as it stands, and with its coats taken off: percent-encoding, escapes of JSON and JavaScript, entities of HTML,
//! characters that are not seen, full-width forms.

use std::ops::Range;

/// How many coats may be worn one over the other: JSON in a text of JSON in a URL.
const MAX_COATS: usize = 3;

/// A text with coats taken off, in ASCII lower case. Each byte knows where in the original it comes from.
#[derive(Debug, Default)]
pub(super) struct Layer {
    pub(super) text: String,
    /// For each byte of the text, the place of its character in the original.
    places: Vec<(usize, usize)>,
}

impl Layer {
    fn push(&mut self, c: char, place: (usize, usize)) {
        self.text.push(c);
        self.places.extend(std::iter::repeat_n(place, c.len_utf8()));
    }

    /// Where these characters stand in the original.
    pub(super) fn original(&self, place: &Range<usize>) -> Range<usize> {
        let start = self.places.get(place.start).map_or(0, |(start, _)| *start);
        let end =
            place.end.checked_sub(1).and_then(|last| self.places.get(last)).map_or(start, |(_, end)| *end);
        start..end
    }

    /// Where what stands there in the original stands here; `None` where it begins or ends within a character.
    pub(super) fn place_of(&self, original: &Range<usize>) -> Option<Range<usize>> {
        let start = self.places.partition_point(|(start, _)| *start < original.start);
        let end = self.places.partition_point(|(start, _)| *start < original.end);
        let begins = self.places.get(start).is_none_or(|(at, _)| *at >= original.start)
            && start
                .checked_sub(1)
                .and_then(|before| self.places.get(before))
                .is_none_or(|(_, end)| *end <= original.start);
        let ends = end
            .checked_sub(1)
            .and_then(|last| self.places.get(last))
            .is_none_or(|(_, at)| *at <= original.end);
        (begins && ends && start <= end).then_some(start..end)
    }

    /// The same without white space; places are those of this layer.
    pub(super) fn without_white_space(&self) -> Self {
        let mut squeezed = Self::default();
        for (at, c) in self.text.char_indices().filter(|(_, c)| !c.is_whitespace()) {
            squeezed.push(c, (at, at + c.len_utf8()));
        }
        squeezed
    }

    /// The same with one more coat taken off; `None` where there is none.
    fn decoded(&self) -> Option<Self> {
        if !self.text.contains(['%', '\\', '&']) {
            return None;
        }
        let mut decoded = Self::default();
        let mut rest = self.text.as_str();
        let mut has_coat = false;
        while let Some(c) = rest.chars().next() {
            let at = self.text.len() - rest.len();
            let (length, worn) = match coat(rest) {
                Some((length, worn)) => (length, Some(worn)),
                None => (c.len_utf8(), None),
            };
            has_coat |= worn.is_some();
            let place = self.original(&(at..at + length));
            match worn {
                None => decoded.push(c, (place.start, place.end)),
                Some(worn) => {
                    worn.chars().filter_map(seen).for_each(|c| decoded.push(c, (place.start, place.end)))
                }
            }
            rest = rest.get(length..).unwrap_or_default();
        }
        has_coat.then_some(decoded)
    }
}

/// The text as it stands, and below it with its coats taken off one by one.
pub(super) fn layers(text: &str) -> Vec<Layer> {
    let mut outermost = Layer::default();
    for (at, c) in text.char_indices() {
        if let Some(seen) = seen(c) {
            outermost.push(seen, (at, at + c.len_utf8()));
        }
    }
    let mut layers = vec![outermost];
    while layers.len() <= MAX_COATS
        && let Some(next) = layers.last().and_then(Layer::decoded)
    {
        layers.push(next);
    }
    layers
}

/// A word as it stands in a layer.
pub(super) fn bare(word: &str) -> String {
    word.chars().filter_map(seen).collect()
}

/// A character in ASCII lower case, of usual width and, if it is white space other than a line break, a blank; `None` for
/// what is not seen.
fn seen(c: char) -> Option<char> {
    Some(match c {
        '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{180E}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' => {
            return None;
        }
        '\u{2060}'..='\u{206F}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' => return None,
        '\u{FF01}'..='\u{FF5E}' => {
            char::from_u32(u32::from(c) - 0xFF01 + 0x21).unwrap_or(c).to_ascii_lowercase()
        }
        '\u{660}'..='\u{669}' => char::from_digit(u32::from(c) - 0x660, 10).unwrap_or(c),
        '\u{6F0}'..='\u{6F9}' => char::from_digit(u32::from(c) - 0x6F0, 10).unwrap_or(c),
        '\n' | '\r' => c,
        c if c.is_whitespace() => ' ',
        c => c.to_ascii_lowercase(),
    })
}

/// What stands at the beginning of a text in a coat: how many bytes of it, and what is inside.
fn coat(text: &str) -> Option<(usize, String)> {
    match text.as_bytes().first()? {
        b'%' => percent(text),
        b'\\' => escape(text),
        b'&' => entity(text).map(|(length, c)| (length, c.to_string())),
        _ => None,
    }
}

/// `%40`, and characters of several bytes.
fn percent(text: &str) -> Option<(usize, String)> {
    let byte = |at: usize| {
        let digits = text.get(at..)?.strip_prefix('%')?.get(..2)?;
        digits.bytes().all(|digit| digit.is_ascii_hexdigit()).then(|| u8::from_str_radix(digits, 16).ok())?
    };
    let first = byte(0)?;
    let length = match first {
        0x00..=0x7F => 1,
        0xC0..=0xDF => 2,
        0xE0..=0xEF => 3,
        0xF0..=0xF7 => 4,
        _ => return None,
    };
    let bytes: Vec<u8> = (0..length).map(|index| byte(index * 3)).collect::<Option<_>>()?;
    Some((length * 3, String::from_utf8(bytes).ok()?))
}

/// `\u0040`, `\x40`, `\n` and their likes, with as many backslashes as there are when JSON is written into JSON.
fn escape(text: &str) -> Option<(usize, String)> {
    /// Nobody writes JSON into JSON more often.
    const MAX_BACKSLASHES: usize = 16;
    let backslashes = text.bytes().take(MAX_BACKSLASHES).take_while(|byte| *byte == b'\\').count();
    let rest = text.get(backslashes..)?;
    let hex = |at: usize, length: usize| {
        let digits = rest.get(at..at + length)?;
        let are_digits = digits.bytes().all(|digit| digit.is_ascii_hexdigit());
        are_digits.then(|| u32::from_str_radix(digits, 16).ok()).flatten()
    };
    let (length, c) = match rest.bytes().next()? {
        b'n' => (1, '\n'),
        b'r' => (1, '\r'),
        b't' => (1, '\t'),
        b'/' => (1, '/'),
        b'x' => (3, char::from_u32(hex(1, 2)?)?),
        b'u' if rest.starts_with("u{") => {
            let end = rest.bytes().take(9).position(|byte| byte == b'}')?;
            (end + 1, char::from_u32(hex(2, end.checked_sub(2)?)?)?)
        }
        b'u' => (5, char::from_u32(hex(1, 4)?)?),
        _ => return None,
    };
    Some((backslashes + length, c.to_string()))
}

/// `&#64;`, `&#x40;`, `&commat;`.
fn entity(text: &str) -> Option<(usize, char)> {
    /// The names of what may stand in an address or a number, in lower case as the layer is.
    const NAMES: [(&str, char); 22] = [
        ("&commat;", '@'),
        ("&period;", '.'),
        ("&plus;", '+'),
        ("&amp;", '&'),
        ("&percnt;", '%'),
        ("&bsol;", '\\'),
        ("&num;", '#'),
        ("&lowbar;", '_'),
        ("&hyphen;", '-'),
        ("&dash;", '-'),
        ("&ndash;", '-'),
        ("&lpar;", '('),
        ("&rpar;", ')'),
        ("&sol;", '/'),
        ("&colon;", ':'),
        ("&nbsp;", ' '),
        ("&thinsp;", ' '),
        ("&ensp;", ' '),
        ("&emsp;", ' '),
        ("&shy;", '\u{AD}'),
        ("&zwj;", '\u{200D}'),
        ("&zwnj;", '\u{200C}'),
    ];
    let Some(number) = text.strip_prefix("&#") else {
        return NAMES.iter().find(|(name, _)| text.starts_with(name)).map(|(name, c)| (name.len(), *c));
    };
    let (radix, digits) = match number.strip_prefix('x') {
        Some(digits) => (16, digits),
        None => (10, number),
    };
    let length = digits.chars().take(8).take_while(|c| c.is_digit(radix)).count();
    let c = char::from_u32(u32::from_str_radix(digits.get(..length)?, radix).ok()?)?;
    let before = text.len() - digits.len();
    // Browsers do without the semicolon.
    let end = usize::from(digits.get(length..)?.starts_with(';'));
    Some((before + length + end, c))
}
