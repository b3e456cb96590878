//! How telephone numbers are spelled: the one rule by which a stored spelling is read, here and in every store.
//!
//! What a request may be given as, a store has to find. So the reader of requests takes texts apart by the same steps, and
//! adapters render them in their own language.

use super::numbering;

/// What a stored or typed text becomes before its digits are compared: in ASCII lower case, then each of these replaced by
/// the other, one after the other, each wherever it stands. Adapters render the same list, in this order.
///
/// First what is not seen goes, then full-width characters become those of ASCII, then words in front of a number go and
/// a bracketed zero becomes [`TRUNK_MARK`], and last all separators go.
pub const SPELLING: &[(&str, &str)] = &[
    (TRUNK_MARK, ""),
    (" ", ""),
    ("\t", ""),
    ("\n", ""),
    ("\u{B}", ""),
    ("\u{C}", ""),
    ("\r", ""),
    ("\u{85}", ""),   // next line
    ("\u{A0}", ""),   // no-break space
    ("\u{AD}", ""),   // soft hyphen
    ("\u{1680}", ""), // ogham space
    ("\u{2000}", ""), // en quad, and other spaces of a certain width
    ("\u{2001}", ""),
    ("\u{2002}", ""),
    ("\u{2003}", ""),
    ("\u{2004}", ""),
    ("\u{2005}", ""),
    ("\u{2006}", ""),
    ("\u{2007}", ""), // figure space
    ("\u{2008}", ""), // punctuation space
    ("\u{2009}", ""), // thin space
    ("\u{200A}", ""), // hair space
    ("\u{200B}", ""), // zero-width space
    ("\u{200C}", ""), // zero-width non-joiner
    ("\u{200D}", ""), // zero-width joiner
    ("\u{200E}", ""), // left-to-right mark
    ("\u{200F}", ""), // right-to-left mark
    ("\u{2028}", ""), // line separator
    ("\u{2029}", ""), // paragraph separator
    ("\u{202A}", ""), // left-to-right embedding, as address books paste it
    ("\u{202B}", ""), // right-to-left embedding
    ("\u{202C}", ""), // pop directional formatting
    ("\u{202D}", ""), // left-to-right override
    ("\u{202E}", ""), // right-to-left override
    ("\u{202F}", ""), // narrow no-break space
    ("\u{205F}", ""), // mathematical space
    ("\u{2060}", ""), // word joiner
    ("\u{2066}", ""), // left-to-right isolate
    ("\u{2067}", ""), // right-to-left isolate
    ("\u{2068}", ""), // first strong isolate
    ("\u{2069}", ""), // pop directional isolate
    ("\u{3000}", ""), // ideographic space
    ("\u{FEFF}", ""), // zero-width no-break space
    ("\u{FF10}", "0"),
    ("\u{FF11}", "1"),
    ("\u{FF12}", "2"),
    ("\u{FF13}", "3"),
    ("\u{FF14}", "4"),
    ("\u{FF15}", "5"),
    ("\u{FF16}", "6"),
    ("\u{FF17}", "7"),
    ("\u{FF18}", "8"),
    ("\u{FF19}", "9"),
    ("\u{FF08}", "("),
    ("\u{FF09}", ")"),
    ("\u{FF0B}", "+"),
    ("\u{FF0D}", "-"),
    ("\u{FF0E}", "."),
    ("\u{FF0F}", "/"),
    ("\u{FF1A}", ":"),
    ("whatsapp:", ""),
    ("whatsapp", ""),
    ("mobile:", ""),
    ("mobile", ""),
    ("phone:", ""),
    ("phone", ""),
    ("tel.:", ""),
    ("tel:", ""),
    ("tel", ""),
    ("(0)", TRUNK_MARK),
    ("+", ""),
    ("-", ""),
    (".", ""),
    ("(", ""),
    (")", ""),
    ("/", ""),
    ("\u{2010}", ""), // hyphen
    ("\u{2011}", ""), // non-breaking hyphen
    ("\u{2012}", ""), // figure dash
    ("\u{2013}", ""), // en dash
    ("\u{2014}", ""), // em dash
    ("\u{2015}", ""), // horizontal bar
    ("\u{2212}", ""), // minus sign
];

/// What a bracketed zero becomes: `+44 (0)20 …`. Whether it belongs to the number is the numbering plan's to say, so that
/// [`spelled`] has it where it does not count.
pub const TRUNK_MARK: &str = "\u{1}";

/// The servers of WhatsApp's addresses (JIDs) that stand behind a phone-like id. Those of groups and of hidden ids
/// (`g.us`, `lid`) are other names.
pub const JID_SERVERS: [&str; 2] = ["@s.whatsapp.net", "@c.us"];

/// Returns the international digits of a *stored* spelling, for comparison with an identifier's digits.
///
/// The rule, which every adapter must follow to the letter. A text with an `@` is one of WhatsApp's addresses or nothing:
/// without the white space around it and in ASCII lower case, it is digits, optionally the number of a device (`:12`, or
/// `.0:12`), and one of the [servers](JID_SERVERS). From any other text the [spelling](SPELLING) is taken off. What then
/// remains is the number `D` if it is one of the forms in which [`spelled`] writes `D`.
///
/// `None` where something else than digits remains, or digits that are not an international number because they start
/// with a zero. No numbering plan is asked but for a bracketed zero: `9876543210` is itself. An extension is something
/// else than digits: who is behind it is another person than who answers the line.
///
/// ```
/// use oubliette::identifier::stored_digits;
///
/// for spelling in ["+91 98765-43210", "0091 98765 43210", "919876543210", "Tel: +91(98765)43210", "919876543210@c.us"] {
///     assert_eq!(stored_digits(spelling).as_deref(), Some("919876543210"));
/// }
/// assert_eq!(stored_digits("098765 43210"), None);
/// assert_eq!(stored_digits("919876543210@lid"), None);
/// ```
pub fn stored_digits(text: &str) -> Option<String> {
    let bare = if text.contains('@') { jid_account(text)?.to_owned() } else { bare(text) };
    let digits = bare.strip_prefix("00").unwrap_or(&bare);
    let digits = match digits.split_once(TRUNK_MARK) {
        Some((code, rest)) if is_digits(code) && is_digits(rest) => {
            if numbering::country_code_length(digits) != Some(code.len()) {
                return None;
            }
            without_trunk_zero(code, rest)?
        }
        Some(_) => return None,
        None => digits.to_owned(),
    };
    let is_number = !digits.is_empty() && !digits.starts_with('0') && is_digits(&digits);
    is_number.then_some(digits)
}

/// All forms that the spellings of a number, given by its digits, have once [`SPELLING`] is taken off: with and without
/// `00`, and with a bracketed zero where the numbering plan knows what it means.
pub fn spelled(digits: &str) -> Vec<String> {
    let mut forms = vec![digits.to_owned()];
    if let Some((code, rest)) =
        numbering::country_code_length(digits).and_then(|length| digits.split_at_checked(length))
    {
        let behind_zero = [Some(rest), rest.strip_prefix('0')].into_iter().flatten();
        let is_it = |rest: &&str| without_trunk_zero(code, rest).as_deref() == Some(digits);
        forms.extend(behind_zero.filter(is_it).map(|rest| format!("{code}{TRUNK_MARK}{rest}")));
    }
    forms.into_iter().flat_map(|form| [format!("00{form}"), form]).collect()
}

/// The number behind `+44 (0)20 …`, given as what stands before and behind the zero: almost everywhere the zero is dropped
/// abroad, in Italy it stays. The plan decides, or nobody.
pub(super) fn without_trunk_zero(code: &str, rest: &str) -> Option<String> {
    let (dropped, kept) = (format!("{code}{rest}"), format!("{code}0{rest}"));
    match (numbering::is_assigned(&dropped), numbering::is_assigned(&kept)) {
        (true, false) => Some(dropped),
        (false, true) => Some(kept),
        _ => None,
    }
}

/// Whether the digits, country code first, are a number that a numbering plan of this build has assigned.
pub(crate) fn is_assigned(digits: &str) -> bool {
    numbering::is_assigned(digits)
}

/// How a number, given country code first, is dialled inside of its own country, as far as this build knows its plan.
pub(crate) fn dialled_at_home(digits: &str) -> impl Iterator<Item = String> {
    numbering::dialled_at_home(digits).into_iter()
}

/// The digits of an address of WhatsApp's, the number of a device left out.
pub(super) fn jid_account(text: &str) -> Option<&str> {
    let text = text.trim();
    let (account, behind) = text.split_at_checked(leading_digits(text))?;
    let agent = behind.strip_prefix('.').filter(|rest| leading_digits(rest) > 0);
    let device = agent.map_or(behind, |rest| rest.get(leading_digits(rest)..).unwrap_or_default());
    let server = match device.strip_prefix(':').filter(|rest| leading_digits(rest) > 0) {
        Some(rest) => rest.get(leading_digits(rest)..)?,
        None if agent.is_some() => return None,
        None => device,
    };
    let is_known = JID_SERVERS.iter().any(|known| known.eq_ignore_ascii_case(server));
    (is_known && !account.is_empty()).then_some(account)
}

/// A text with [`SPELLING`] taken off.
fn bare(text: &str) -> String {
    let mut text: String = text.chars().filter_map(seen).collect();
    for (word, mark) in SPELLING.iter().filter(|(from, _)| from.len() > 1 && from.is_ascii()) {
        if text.contains(word) {
            text = text.replace(word, mark);
        }
    }
    text.retain(|c| !is_separator(c));
    text
}

/// A character that is seen, in ASCII lower case and of usual width.
pub(super) fn seen(c: char) -> Option<char> {
    match c {
        '0'..='9' => Some(c),
        ' '.. if c.is_ascii() => (c != ' ').then_some(c.to_ascii_lowercase()),
        _ => {
            let mut buffer = [0; 4];
            let text: &str = c.encode_utf8(&mut buffer);
            match SPELLING.iter().find(|(from, _)| *from == text) {
                // Dashes are seen, and go with the other separators.
                Some((_, "")) if !is_separator(c) => None,
                Some((_, to)) if !to.is_empty() => to.chars().next(),
                _ => Some(c),
            }
        }
    }
}

/// The words that may stand in front of a number, the longer ones first.
pub(super) fn words() -> impl Iterator<Item = &'static str> {
    SPELLING
        .iter()
        .filter(|(from, to)| from.len() > 1 && from.is_ascii() && to.is_empty())
        .map(|(from, _)| *from)
}

/// Signs that are seen between digits and say nothing.
pub(crate) fn is_separator(c: char) -> bool {
    matches!(c, '+' | '-' | '.' | '(' | ')' | '/' | '\u{2010}'..='\u{2015}' | '\u{2212}')
}

fn is_digits(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_digit())
}

fn leading_digits(text: &str) -> usize {
    text.bytes().take_while(u8::is_ascii_digit).count()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// The rule of the documentation, written as a database would run it.
    fn as_databases_do(text: &str, digits: &str) -> bool {
        let bare = match text.contains('@') {
            true => jid_account(text).unwrap_or_default().to_owned(),
            false => {
                SPELLING.iter().fold(text.to_ascii_lowercase(), |text, (from, to)| text.replace(from, to))
            }
        };
        spelled(digits).contains(&bare)
    }

    #[test]
    fn stored_spellings_are_compared_by_their_digits() {
        for spelling in [
            "+91 98765-43210",
            "0091 98765 43210",
            "919876543210",
            "whatsapp:+919876543210",
            "WhatsApp: +91 98765 43210",
            "tel:+91-98765-43210",
            "TEL. 0091 98765 43210",
            "Mobile: +91 98765 43210",
            "\u{202A}+91\u{A0}98765\u{2011}43210\u{202C}",
            "(+91) 98765/43210\r\n",
            "+ 0 0 91.98765.43210",
            "\u{2028}＋９１（98765）４３２１０\u{c}",
            "919876543210@s.whatsapp.net",
            "919876543210:12@s.whatsapp.net",
            "919876543210.0:7@S.WhatsApp.net",
            " 919876543210@c.us\n",
        ] {
            assert_eq!(stored_digits(spelling).as_deref(), Some("919876543210"), "{spelling:?}");
        }
        assert_eq!(stored_digits("9876543210").as_deref(), Some("9876543210"));
        for none in [
            "",
            "+",
            "09876543210",
            "000919876543210",
            "+91 98765 43210 x5",
            "+91 98765 43210 ext. 5",
            "+91 98765 43210;ext=5",
            "९८७६५",
            "IN.9876543210",
            "fax:919876543210",
            "919876543210@lid",
            "919876543210@g.us",
            "919876543210-1600000000@g.us",
            "919876543210:@s.whatsapp.net",
            "919876543210:x@s.whatsapp.net",
            "919876543210.0@s.whatsapp.net",
            "919876543210@s.whatsapp.net@c.us",
            "@c.us",
            "call@919876543210",
        ] {
            assert_eq!(stored_digits(none), None, "{none:?}");
        }
    }

    #[cfg(feature = "national-numbers")]
    #[test]
    fn a_bracketed_zero_counts_where_the_plan_says_so() {
        for (spelling, digits) in [
            ("+44 (0)20 7946 0958", Some("442079460958")),
            ("0044 (0) 20 7946 0958", Some("442079460958")),
            ("44(0)2079460958", Some("442079460958")),
            ("+39 (0)6 1234 5678", Some("390612345678")),
            ("+44 (0)20 (0)7946 0958", None),
            ("+44 20 (0)7946 0958", None),
            ("(0)20 7946 0958", None),
            ("+999 (0)12345678", None),
        ] {
            assert_eq!(stored_digits(spelling).as_deref(), digits, "{spelling:?}");
            assert!(digits.is_none_or(|digits| as_databases_do(spelling, digits)), "{spelling:?}");
        }
    }

    #[test]
    fn every_step_is_what_the_one_pass_takes_it_for() {
        let mut seen_before = std::collections::BTreeSet::new();
        for (from, to) in SPELLING {
            assert!(seen_before.insert(from), "{from:?} comes twice");
            assert!(from.chars().count() == 1 || from.is_ascii(), "{from:?}");
            let mut characters = from.chars();
            if let (Some(c), None) = (characters.next(), characters.next()) {
                let after = seen(c).filter(|&c| !is_separator(c) || !to.is_empty());
                assert_eq!(after, to.chars().next(), "{from:?}");
            }
        }
        // Whatever may surround a number is no part of it.
        for c in ('\0'..=char::MAX).filter(|c| c.is_whitespace()) {
            assert_eq!(seen(c), None, "{c:?}");
        }
        let words: Vec<_> = words().collect();
        for (index, word) in words.iter().enumerate() {
            assert!(
                !words.iter().take(index).any(|earlier| word.starts_with(earlier)),
                "{word} comes too late"
            );
        }
    }

    fn spelling() -> impl Strategy<Value = String> {
        let piece = prop_oneof![
            6 => "[0-9]{1,4}",
            2 => "[0]{1,3}",
            3 => proptest::sample::select(SPELLING).prop_map(|(from, _)| from.to_owned()),
            1 => proptest::sample::select(vec!["x", "te", "l:", "ext", "é", "٣", "(0)", "+44", "+39", "@c.us", ":1", "@lid"])
                .prop_map(str::to_owned),
        ];
        proptest::collection::vec(piece, 0..10).prop_map(|pieces| pieces.concat())
    }

    proptest! {
        #[test]
        fn the_rule_is_what_databases_run(text in spelling(), other in "[1-9][0-9]{6,14}") {
            let digits = stored_digits(&text);
            prop_assert_eq!(as_databases_do(&text, &other), digits.as_deref() == Some(other.as_str()));
            if let Some(digits) = digits {
                prop_assert!(as_databases_do(&text, &digits));
                prop_assert_eq!(stored_digits(&digits), Some(digits.clone()));
            }
        }
    }
}
