//! Phone numbers: how a person's spelling becomes E.164.
//!
//! Reading is strict because a wrong reading erases somebody else: whatever could be two numbers is refused, with a word on
//! how to write it. Which signs may stand in a number is `spelling`'s to know, which digits are assigned to whom `numbering`'s.

use super::numbering::{self, Region};
use super::spelling::{self, is_separator};

/// Why a text is not a phone number. No message repeats the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum PhoneError {
    /// There are no digits, only separators.
    #[error("the phone number is empty; write it with `+` and its country code")]
    Empty,
    /// There is something besides digits, separators and one leading plus.
    #[error(
        "a phone number holds the digits 0 to 9, separators and one leading `+`; leave out letters, extensions and other signs"
    )]
    Characters,
    /// More or fewer digits than an international number has.
    #[error("an international phone number has 8 to 15 digits, its country code included; write it in full")]
    Length,
    /// The country code starts with a zero.
    #[error(
        "a country code does not start with 0; write `+` and the country code, without `00` or a trunk prefix"
    )]
    CountryCode,
    /// A `(0)` that is dialled only inside the country, and no way to tell whether it belongs to the number.
    #[error("the `(0)` may or may not belong to the number; write it with `+`, as it is dialled from abroad")]
    TrunkZero,
    /// There is no plus and no region, and the country is not certain.
    #[error(
        "without its country code the number could be somebody else's; write it with `+` and its country code, or name its region"
    )]
    NeedsRegion,
    /// No plus, and no numbering plans in this build that could tell the country: feature `national-numbers`.
    #[error(
        "this build knows no numbering plans; write the number with `+` and its country code, or build with the feature `national-numbers`"
    )]
    NoPlans,
    /// The region's numbering plan has no such number.
    #[error("the numbering plan of `{0}` has no such number; write it with `+` and its country code")]
    NotInRegion(Region),
    /// In the region, the digits are the numbers of two people.
    #[error(
        "in `{0}` the digits can be read as two different numbers; write the number with `+` and its country code"
    )]
    Ambiguous(Region),
}

/// Reads a number as people write it, and returns it in E.164: a plus and digits.
pub(super) fn read(text: &str, region: Option<Region>) -> Result<String, PhoneError> {
    if text.len() > MAX_TEXT {
        return Err(PhoneError::Length);
    }
    let written = Written::parse(text)?;
    let digits = match written.trunk_zero {
        Some(position) if position > 0 => written.without_trunk_zero(position, region)?,
        _ if written.international => international(&written.digits)?,
        _ => undeclared(&written.digits, region)?,
    };
    Ok(format!("+{digits}"))
}

/// Whether a text is already what [`read`] returns.
pub(super) fn is_e164(text: &str) -> bool {
    text.strip_prefix('+').is_some_and(|digits| is_digits(digits) && international(digits).is_ok())
}

/// No spelling of fifteen digits needs more; what is longer is hostile or no number.
const MAX_TEXT: usize = 256;

/// A number in a person's spelling, taken apart.
struct Written {
    /// It began with a plus.
    international: bool,
    /// All digits, in order.
    digits: String,
    /// Where among the digits a bracketed `(0)` stood.
    trunk_zero: Option<usize>,
}

impl Written {
    fn parse(text: &str) -> Result<Self, PhoneError> {
        let text: String = text.chars().filter_map(spelling::seen).collect();
        let bare = spelling::words().find_map(|word| text.strip_prefix(word)).unwrap_or(&text);
        let mut written = Self { international: false, digits: String::new(), trunk_zero: None };
        let mut rest = bare.chars();
        while let Some(c) = rest.next() {
            match c {
                '0'..='9' => written.digits.push(c),
                '+' if written.digits.is_empty() && !written.international => written.international = true,
                '+' => return Err(PhoneError::Characters),
                '(' if rest.as_str().starts_with("0)") => {
                    if written.trunk_zero.replace(written.digits.len()).is_some() {
                        return Err(PhoneError::TrunkZero);
                    }
                }
                c if is_separator(c) => {}
                _ => return Err(PhoneError::Characters),
            }
        }
        if written.digits.is_empty() { Err(PhoneError::Empty) } else { Ok(written) }
    }

    /// `+44 (0)7911 …`, or the same after `00` or without a plus: the zero counts as the plan of the country has it.
    fn without_trunk_zero(&self, position: usize, region: Option<Region>) -> Result<String, PhoneError> {
        let (before, after) = self.digits.split_at_checked(position).ok_or(PhoneError::TrunkZero)?;
        let dialled = (!self.international).then(|| before.strip_prefix("00")).flatten();
        let code = dialled.unwrap_or(before);
        let rest = after.strip_prefix('0').ok_or(PhoneError::TrunkZero)?;
        let is_code = numbering::country_code_length(&format!("{code}{rest}")) == Some(code.len());
        let number =
            spelling::without_trunk_zero(code, rest).filter(|_| is_code).ok_or(PhoneError::TrunkZero)?;
        match (self.international, dialled) {
            (true, _) => international(&number),
            (false, Some(_)) => undeclared(&format!("00{number}"), region),
            (false, None) => undeclared(&number, region),
        }
    }
}

/// Digits that follow a plus: only their shape counts, since plans lag behind what operators assign.
fn international(digits: &str) -> Result<String, PhoneError> {
    if digits.starts_with('0') {
        return Err(PhoneError::CountryCode);
    }
    match digits.len() {
        8..=15 => Ok(digits.to_owned()),
        // The smallest country codes (Niue, +683) have numbers of seven digits in all.
        7 if numbering::is_assigned(digits) => Ok(digits.to_owned()),
        _ => Err(PhoneError::Length),
    }
}

/// Digits without a plus: `00` and a country code, a national number of the region, or a country code alone.
fn undeclared(digits: &str, region: Option<Region>) -> Result<String, PhoneError> {
    if let Some(rest) = digits.strip_prefix("00") {
        // Where `00` is only the beginning of a longer prefix, as with Brazil's carriers, the plan has to tell.
        let carrier =
            region.and_then(|region| numbering::prefix_abroad(region, digits)).is_some_and(|end| end > 2);
        if !carrier {
            return international(rest);
        }
    }
    if digits.len() > MAX_DIALLED {
        return Err(PhoneError::Length);
    }
    let Some(region) = region else {
        return match is_certainly_international(digits) {
            true => Ok(digits.to_owned()),
            false if numbering::ARE_BUILT_IN => Err(PhoneError::NeedsRegion),
            false => Err(PhoneError::NoPlans),
        };
    };
    let mut readings = numbering::readings_in(region, digits).into_iter();
    match (readings.next(), readings.next()) {
        // `49151…` in Germany might be a landline without its trunk zero; a mobile number with its country code it surely is.
        (Some(_), Some(_)) if numbering::is_mobile(digits) && is_certainly_international(digits) => {
            Ok(digits.to_owned())
        }
        (Some(_), Some(_)) => Err(PhoneError::Ambiguous(region)),
        (Some(reading), None) => international(&reading),
        (None, _) if is_certainly_international(digits) => Ok(digits.to_owned()),
        (None, _) => Err(PhoneError::NotInRegion(region)),
    }
}

/// Fifteen digits and the longest prefix for calls abroad, carrier included.
const MAX_DIALLED: usize = 24;

/// Bare digits are taken to begin with a country code only if such a number is assigned *and* nobody could have meant a
/// mobile number of their own country: `13012345678` is a number in Maryland and a mobile one in China.
fn is_certainly_international(digits: &str) -> bool {
    international(digits).is_ok()
        && numbering::is_assigned(digits)
        && !numbering::is_a_mobile_number_elsewhere(digits)
}

fn is_digits(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::identifier::spelling::{SPELLING, stored_digits};
    use proptest::prelude::*;

    #[test]
    fn one_number_in_many_spellings() {
        for spelling in [
            "+919876543210",
            "+91 98765 43210",
            "+91-98765-43210",
            "+91.98765.43210",
            "+91/98765/43210",
            "(+91) 98765 43210",
            "+91 (98765) 43210",
            "00919876543210",
            "00 91 98765 43210",
            "tel:+91-98765-43210",
            "TEL:+919876543210",
            "whatsapp:+919876543210",
            "\u{202A}+91 98765 43210\u{202C}",
            "\u{200E}tel:+91\u{A0}98765\u{202F}43210",
            "＋91 98765 43210",
            "  +91\u{2011}98765\u{2013}43210\r\n",
        ] {
            assert_eq!(read(spelling, None).as_deref(), Ok("+919876543210"), "{spelling:?}");
        }
    }

    #[test]
    fn numbers_with_a_plus_need_only_the_shape() {
        for good in ["+910000000001", "+15550001111", "+12345678", "+999999999999999"] {
            assert_eq!(read(good, None).as_deref(), Ok(good));
        }
        for (bad, expected) in [
            ("", PhoneError::Empty),
            ("+", PhoneError::Empty),
            ("()", PhoneError::Empty),
            ("+1234567", PhoneError::Length),
            ("+1234567890123456", PhoneError::Length),
            ("+0919876543210", PhoneError::CountryCode),
            ("+00919876543210", PhoneError::CountryCode),
            ("0000919876543210", PhoneError::CountryCode),
            ("+91 98765 43210 ext. 5", PhoneError::Characters),
            ("+91 98765 43210;ext=5", PhoneError::Characters),
            ("+91 98765 4321O", PhoneError::Characters),
            ("++919876543210", PhoneError::Characters),
            ("91+9876543210", PhoneError::Characters),
            ("+919876543210+919876543211", PhoneError::Characters),
            ("+91 ९८७६५ ४३२१०", PhoneError::Characters),
            ("1-800-FLOWERS", PhoneError::Characters),
            ("IN.9876543210", PhoneError::Characters),
            ("%2B919876543210", PhoneError::Characters),
            ("*#06#", PhoneError::Characters),
            ("+919876543210, +919876543211", PhoneError::Characters),
            ("9876543210 / 9876543211 / 9876543212", PhoneError::Length),
        ] {
            assert_eq!(read(bad, None), Err(expected), "{bad:?}");
        }
    }

    #[test]
    fn errors_do_not_repeat_the_number() {
        for text in ["+1234567", "9876543210", "+91 98765 4321O", "0044"] {
            let error = read(text, None).unwrap_err();
            assert!(!error.to_string().contains(text) && !format!("{error:?}").contains(text));
        }
    }

    #[test]
    fn very_long_input_is_refused_at_once() {
        assert_eq!(read(&"9".repeat(1_000_000), None), Err(PhoneError::Length));
    }

    fn spelling() -> impl Strategy<Value = String> {
        let piece = prop_oneof![
            6 => "[0-9]{1,4}",
            2 => "[0]{1,3}",
            3 => proptest::sample::select(SPELLING).prop_map(|(from, _)| from.to_owned()),
            1 => proptest::sample::select(vec!["x", "te", "l:", "ext", "é", "٣", "(0)", "+44", "+39"]).prop_map(str::to_owned),
        ];
        proptest::collection::vec(piece, 0..10).prop_map(|pieces| pieces.concat())
    }

    proptest! {
        #[test]
        fn what_a_request_is_given_as_is_found_where_it_is_stored_so(
            text in prop_oneof![spelling(), "[+]?[0-9 ()-]{0,24}", spelling().prop_map(|text| format!("+44 (0){text}"))],
        ) {
            if let Ok(e164) = read(&text, None) {
                let stored = stored_digits(&text);
                prop_assert_eq!(stored.as_deref(), e164.strip_prefix('+'));
            }
        }

        #[test]
        fn reading_never_panics_and_is_idempotent(
            text in prop_oneof![spelling(), ".*", "[+]?[0-9 ()-]{0,24}"],
            code in proptest::sample::select(vec!["", "IN", "US", "AR", "BR", "KR", "IT", "SM", "GG", "RU", "AU", "CN"]),
        ) {
            let region = code.parse().ok();
            if let Ok(e164) = read(&text, region) {
                prop_assert!(is_e164(&e164));
                prop_assert_eq!(read(&e164, region), Ok(e164.clone()));
                let digits = stored_digits(&e164);
                prop_assert_eq!(digits.as_deref(), e164.strip_prefix('+'));
            }
        }

        #[test]
        fn a_plus_number_is_read_from_any_punctuation(digits in "[1-9][0-9]{7,14}", gap in "[ .-]{0,2}") {
            let spaced: String = digits.chars().flat_map(|c| std::iter::once(c).chain(gap.chars())).collect();
            prop_assert_eq!(read(&format!("+{spaced}"), None), Ok(format!("+{digits}")));
        }
    }
}

/// What the numbering plans decide.
#[cfg(test)]
#[cfg(feature = "national-numbers")]
mod tests_with_plans {
    use super::*;

    fn region(code: &str) -> Option<Region> {
        Some(code.parse().unwrap())
    }

    #[test]
    fn a_plus_counts_more_than_a_region() {
        for good in ["+910000000001", "+15550001111", "+12345678", "+999999999999999", "+6834002"] {
            assert_eq!(read(good, None).as_deref(), Ok(good));
            assert_eq!(read(good, region("IN")).as_deref(), Ok(good));
        }
    }

    #[test]
    fn very_long_input_is_refused_in_every_region() {
        assert_eq!(read(&"9".repeat(200), region("AR")), Err(PhoneError::Length));
        assert_eq!(read(&"(0)".repeat(80), region("KR")), Err(PhoneError::TrunkZero));
    }

    #[test]
    fn bare_digits_that_might_be_national_are_refused() {
        for ambiguous in [
            "9876543210",   // India
            "2025550123",   // United States
            "2035550123",   // United States; also +20 35550123, Alexandria
            "07911123456",  // Great Britain
            "13012345678",  // China; also +1 301 234 5678
            "15550001111",  // China; and no assigned number in North America
            "89161234567",  // Russia, with its trunk prefix
            "910000000001", // not assigned
            "91123456789",  // Argentina
            "123456789012345",
            "1",
        ] {
            assert_eq!(read(ambiguous, None), Err(PhoneError::NeedsRegion), "{ambiguous}");
        }
        for certain in [
            "12025550123",
            "447911123456",
            "5511987654321",
            "4915112345678",
            "79161234567",
            "971501234567",
            "6281234567890",
            "393401234567",
        ] {
            assert_eq!(read(certain, None), Ok(format!("+{certain}")));
        }
        for spelling in ["919876543210", "91 98765 43210"] {
            assert_eq!(read(spelling, None).as_deref(), Ok("+919876543210"), "{spelling:?}");
        }
    }

    #[test]
    fn a_region_reads_its_own_numbers_and_no_others() {
        for (code, spelling, expected) in [
            ("IN", "98765 43210", "+919876543210"),
            ("IN", "098765 43210", "+919876543210"),
            ("IN", "91 98765 43210", "+919876543210"),
            ("GB", "(07911) 123456", "+447911123456"),
            ("US", "(202) 555-0123", "+12025550123"),
            ("US", "011 91 98765 43210", "+919876543210"),
            ("US", "13012345678", "+13012345678"),
            ("CN", "13012345678", "+8613012345678"),
            ("AR", "011 15 2345-6789", "+5491123456789"),
            ("BR", "(11) 98765-4321", "+5511987654321"),
            ("BR", "00 15 91 98765 43210", "+919876543210"),
            ("IT", "06 1234 5678", "+390612345678"),
            ("DE", "0151 12345678", "+4915112345678"),
            ("DE", "49 151 12345678", "+4915112345678"),
            ("ID", "62 812 3456 78", "+62812345678"),
            ("JP", "81 90 1234 5678", "+819012345678"),
            ("GB", "919876543210", "+919876543210"),
            ("US", "0091 98765 43210", "+919876543210"),
        ] {
            assert_eq!(read(spelling, region(code)).as_deref(), Ok(expected), "{code} {spelling}");
        }
        assert_eq!(read("1000000000", region("IN")), Err(PhoneError::NotInRegion("IN".parse().unwrap())));
        assert_eq!(read("0", region("GB")), Err(PhoneError::NotInRegion("GB".parse().unwrap())));
    }

    #[test]
    fn the_bracketed_zero_is_decided_by_the_plan() {
        for spelling in ["+91 (0) 98765 43210", "+91 (0)98765 43210"] {
            assert_eq!(read(spelling, None).as_deref(), Ok("+919876543210"), "{spelling:?}");
        }
        assert_eq!(read("+44 (0)7911 123456", None).as_deref(), Ok("+447911123456"));
        assert_eq!(read("+39 (0)6 1234 5678", None).as_deref(), Ok("+390612345678"));
        assert_eq!(read("+999 (0)12345678", None), Err(PhoneError::TrunkZero));
        assert_eq!(read("(0)+447911123456", None), Err(PhoneError::Characters));
    }
}
