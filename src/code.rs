//! Confirmation codes: by which a person, and Meta, can follow a request.
//!
//! A code is 128 random bits and two check symbols. It is derived from nothing about the person; whoever holds it can
//! read the status of the request, so it is stored as a [`Digest`] and never as itself. This module knows how codes
//! are written and read; it draws no randomness and looks nothing up.

use std::fmt;
use std::str::FromStr;

use hmac::Mac as _;

use crate::text::digest::keyed;
pub use crate::text::digest::{Digest, DigestError};

/// The symbols by value, 0 to 31: digits and capitals without I, L and O, which look like 1 and 0, and without U, which
/// looks like V.
const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// Symbols that carry the random bits: 26 of 5 bits hold 128, the first one's upper two being zero.
const DATA_SYMBOLS: usize = 26;

/// The greatest value of the first symbol, which carries the three bits that 25 others leave over.
const MAX_FIRST_VALUE: u8 = 0b111;

/// Symbols of a code, check symbols included.
const SYMBOLS: usize = DATA_SYMBOLS + 2;

/// Symbols that [`ConfirmationCode::grouped`] writes together.
const GROUP: usize = 4;

/// Parts the digests of codes from everything else that may be made with the same key.
const DIGEST_CONTEXT: &[u8] = b"oubliette confirmation code 1\0";

/// The code of a request: 28 digits and capital letters.
///
/// Requests are found by [`digest`](Self::digest), not by comparing codes.
///
/// ```
/// use oubliette::code::{CodeError, ConfirmationCode};
///
/// let code = ConfirmationCode::from_entropy([0x5a; 16]);
/// let typed = format!("  {} ", code.grouped().to_lowercase());
/// assert_eq!(typed.parse(), Ok(code));
/// assert_eq!("hello".parse::<ConfirmationCode>(), Err(CodeError::WrongLength));
/// ```
#[derive(Clone, PartialEq, Eq)]
pub struct ConfirmationCode(String);

/// Why a text is not a code. It repeats nothing of the text.
#[non_exhaustive]
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, thiserror::Error)]
pub enum CodeError {
    /// It has too few or too many symbols.
    #[error("a confirmation code has {SYMBOLS} letters and digits; copy it whole")]
    WrongLength,
    /// It holds something that is neither a letter or digit of a code nor a separator.
    #[error("a confirmation code has only letters and digits, and no letter U; check the copy")]
    UnknownCharacter,
    /// Its symbols do not fit together: at least one is wrong. No request can have this code.
    #[error("the confirmation code has a typing error; compare it with the original")]
    Mistyped,
}

impl ConfirmationCode {
    /// The code that 128 random bits stand for. They must come from a cryptographic generator: a code that can be
    /// guessed shows a stranger's request.
    pub fn from_entropy(entropy: [u8; 16]) -> Self {
        let bits = u128::from_be_bytes(entropy);
        let data: [u8; DATA_SYMBOLS] = std::array::from_fn(|index| {
            let [.., lowest] = (bits >> (5 * (DATA_SYMBOLS - 1 - index))).to_be_bytes();
            lowest & 0b1_1111
        });
        Self(data.into_iter().chain(remainder(&data)).filter_map(symbol).collect())
    }

    /// The code without separators, as Meta wants it: 28 characters, digits and capital letters.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The code in groups of four with hyphens between, for people to read and type.
    pub fn grouped(&self) -> String {
        let mut grouped = String::with_capacity(SYMBOLS + SYMBOLS / GROUP);
        for (index, symbol) in self.0.chars().enumerate() {
            if index > 0 && index.is_multiple_of(GROUP) {
                grouped.push('-');
            }
            grouped.push(symbol);
        }
        grouped
    }

    /// The form in which a code is stored and looked up. Without the key it tells nothing, and no code can be had from
    /// it.
    pub fn digest(&self, key: &[u8; 32]) -> Digest {
        let digest = keyed(key).chain_update(DIGEST_CONTEXT).chain_update(&self.0).finalize();
        Digest::new(digest.into_bytes().into())
    }
}

impl FromStr for ConfirmationCode {
    type Err = CodeError;

    /// Reads a code as people write it: in either case, with spaces, hyphens or dots anywhere, with O for 0 and with I
    /// or L for 1.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let mut symbols = [0; SYMBOLS];
        let mut room = symbols.iter_mut();
        for character in text.chars().filter(|character| !is_separator(*character)) {
            let value = value(character).ok_or(CodeError::UnknownCharacter)?;
            *room.next().ok_or(CodeError::WrongLength)? = value;
        }
        if room.next().is_some() {
            return Err(CodeError::WrongLength);
        }
        let [first, ..] = symbols;
        if remainder(&symbols) != [0; 2] || first > MAX_FIRST_VALUE {
            return Err(CodeError::Mistyped);
        }
        Ok(Self(symbols.into_iter().filter_map(symbol).collect()))
    }
}

impl fmt::Debug for ConfirmationCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ConfirmationCode(redacted)")
    }
}

/// What is left of the code's polynomial, times x², when it is divided by (x - 2)(x - 4) = x² + 6x + 8 over GF(32).
///
/// Appended to what it was made from, it leaves zero. That is a Reed-Solomon code of distance 3: any two wrong symbols
/// show, and so does any exchange of two, while fewer than 32 symbols stand in a row.
fn remainder(values: &[u8]) -> [u8; 2] {
    values.iter().fold([0; 2], |[high, low], value| {
        let carry = high ^ value;
        [low ^ product(carry, 6), product(carry, 8)]
    })
}

/// The product of two elements of GF(32), modulo x⁵ + x² + 1.
fn product(a: u8, b: u8) -> u8 {
    (0..5).rev().fold(0, |sum, bit| {
        let doubled = sum << 1;
        let reduced = if doubled & 0b10_0000 == 0 { doubled } else { doubled ^ 0b10_0101 };
        if (b >> bit) & 1 == 0 { reduced } else { reduced ^ a }
    })
}

fn symbol(value: u8) -> Option<char> {
    ALPHABET.get(usize::from(value)).copied().map(char::from)
}

/// The value of a symbol in either case. Letters that look like a digit are taken for it.
fn value(character: char) -> Option<u8> {
    let canonical = match character.to_ascii_uppercase() {
        'O' => '0',
        'I' | 'L' => '1',
        other => other,
    };
    ALPHABET.iter().zip(0..).find_map(|(symbol, value)| (char::from(*symbol) == canonical).then_some(value))
}

/// What people, mail programs and word processors put between symbols: spaces, hyphens, dashes and dots, visible or not.
fn is_separator(character: char) -> bool {
    character.is_whitespace()
        || matches!(
            character,
            '-' | '_' | '.' | ',' | ':' | '/' | '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2010}'..='\u{2015}'
                | '\u{2060}' | '\u{2212}' | '\u{feff}'
        )
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use hmac::{Hmac, KeyInit as _};
    use proptest::prelude::*;
    use sha2::Sha256;

    use super::*;

    /// Codes of every look: none, all, one bit set, and arbitrary bytes.
    fn samples() -> Vec<ConfirmationCode> {
        let single_bits = (0..128).map(|bit| (1_u128 << bit).to_be_bytes());
        [[0; 16], [0xff; 16], *b"any sixteen byte"]
            .into_iter()
            .chain(single_bits)
            .map(ConfirmationCode::from_entropy)
            .collect()
    }

    fn read(symbols: &[char]) -> Result<ConfirmationCode, CodeError> {
        symbols.iter().collect::<String>().parse()
    }

    #[test]
    fn the_field_is_a_field() {
        // 2 makes every element but zero, so its powers, the weights of the symbols, all differ.
        let powers: HashSet<u8> =
            (0..31).scan(1, |power, _| Some(std::mem::replace(power, product(*power, 2)))).collect();
        assert_eq!(powers.len(), 31);
        assert!(!powers.contains(&0));
        assert_eq!((product(2, 4), 2 ^ 4), (8, 6), "the coefficients of the divisor");
    }

    #[test]
    fn codes_look_as_meta_wants_them() {
        for code in samples() {
            assert_eq!(code.as_str().len(), SYMBOLS);
            assert!(code.as_str().bytes().all(|byte| ALPHABET.contains(&byte)));
        }
        let different: HashSet<_> = samples().iter().map(|code| code.as_str().to_owned()).collect();
        assert_eq!(different.len(), samples().len());
    }

    #[test]
    fn every_wrong_symbol_shows() {
        for code in samples() {
            let original: Vec<char> = code.as_str().chars().collect();
            for place in 0..SYMBOLS {
                for other in ALPHABET.iter().map(|symbol| char::from(*symbol)) {
                    let mut typed = original.clone();
                    typed[place] = other;
                    let expected =
                        if other == original[place] { Ok(code.clone()) } else { Err(CodeError::Mistyped) };
                    assert_eq!(read(&typed), expected, "{other} at {place}");
                }
            }
        }
    }

    #[test]
    fn every_exchange_of_two_symbols_shows() {
        for code in samples() {
            let original: Vec<char> = code.as_str().chars().collect();
            for (left, right) in (0..SYMBOLS).flat_map(|left| (0..left).map(move |right| (left, right))) {
                let mut typed = original.clone();
                typed.swap(left, right);
                let expected = if typed == original { Ok(code.clone()) } else { Err(CodeError::Mistyped) };
                assert_eq!(read(&typed), expected, "{left} and {right}");
            }
        }
    }

    #[test]
    fn every_two_wrong_symbols_show() {
        // The code is linear: that no pair of wrong symbols turns this code into another holds for all codes.
        let zero = ConfirmationCode::from_entropy([0; 16]);
        for (left, right) in (0..SYMBOLS).flat_map(|left| (0..left).map(move |right| (left, right))) {
            for (a, b) in (1..32).flat_map(|a| (1..32).map(move |b| (a, b))) {
                let mut typed: Vec<char> = zero.as_str().chars().collect();
                (typed[left], typed[right]) = (char::from(ALPHABET[a]), char::from(ALPHABET[b]));
                assert_eq!(read(&typed), Err(CodeError::Mistyped), "{a} at {left}, {b} at {right}");
            }
        }
    }

    #[test]
    fn spare_bits_are_not_another_spelling() {
        // Of what has correct check symbols, only codes that hold 128 bits are codes.
        let mut data = [0; DATA_SYMBOLS];
        data[0] = MAX_FIRST_VALUE + 1;
        let text: String = data.into_iter().chain(remainder(&data)).filter_map(symbol).collect();
        assert_eq!(text.parse::<ConfirmationCode>(), Err(CodeError::Mistyped));
        data[0] = MAX_FIRST_VALUE;
        let text: String = data.into_iter().chain(remainder(&data)).filter_map(symbol).collect();
        assert!(text.parse::<ConfirmationCode>().is_ok());
    }

    #[test]
    fn people_write_codes_in_many_ways() {
        for code in samples() {
            let grouped = code.grouped();
            assert_eq!(grouped.len(), SYMBOLS + 6);
            let unlike: String = code.as_str().replace('0', "o").replace('1', "l");
            let unlike_too: String = code.as_str().replace('0', "O").replace('1', "I");
            let spread: String =
                code.as_str().chars().flat_map(|symbol| [symbol, '\u{2011}', '\u{a0}']).collect();
            for typed in [
                grouped.to_lowercase(),
                grouped.replace('-', " "),
                grouped.replace('-', "\u{2013}"),
                format!("\u{feff}\t{grouped}.\r\n"),
                unlike,
                unlike_too,
                spread,
            ] {
                assert_eq!(typed.parse().as_ref(), Ok(&code), "{typed:?}");
            }
        }
    }

    #[test]
    fn what_is_no_code_says_why() {
        let code = ConfirmationCode::from_entropy([0x5a; 16]);
        let whole = code.as_str();
        for text in
            ["", " ", "---", "0", &whole[1..], &format!("{whole}0"), &whole.repeat(2), &"0".repeat(1_000_000)]
        {
            assert_eq!(text.parse::<ConfirmationCode>(), Err(CodeError::WrongLength));
        }
        for intruder in ['u', 'U', '!', '*', '\0', 'é', '０', 'А', '\u{661}', '😀'] {
            let text = format!("{}{intruder}", &whole[1..]);
            assert_eq!(text.parse::<ConfirmationCode>(), Err(CodeError::UnknownCharacter), "{intruder:?}");
        }
    }

    #[test]
    fn digests_depend_on_code_and_key_and_tell_neither() {
        let code = ConfirmationCode::from_entropy([0x5a; 16]);
        let digest = code.digest(&[1; 32]);
        assert_eq!(digest, code.grouped().parse::<ConfirmationCode>().unwrap().digest(&[1; 32]));
        assert_ne!(digest, code.digest(&[2; 32]));
        assert_ne!(digest, ConfirmationCode::from_entropy([0x5b; 16]).digest(&[1; 32]));
        assert!(!digest.to_string().to_uppercase().contains(code.as_str()));
        let reference = Hmac::<Sha256>::new_from_slice(&[1; 32]).unwrap();
        let reference = reference.chain_update(DIGEST_CONTEXT).chain_update(code.as_str()).finalize();
        assert_eq!(digest.bytes().as_slice(), reference.into_bytes().as_slice());
    }

    #[test]
    fn debug_shows_no_code() {
        let code = ConfirmationCode::from_entropy([0x5a; 16]);
        assert_eq!(format!("{code:?}"), "ConfirmationCode(redacted)");
    }

    proptest! {
        #[test]
        fn codes_are_read_as_they_are_written(entropy: [u8; 16], other: [u8; 16]) {
            let code = ConfirmationCode::from_entropy(entropy);
            prop_assert_eq!(code.as_str().parse(), Ok(code.clone()));
            prop_assert_eq!(code.grouped().parse(), Ok(code.clone()));
            prop_assert_eq!(code == ConfirmationCode::from_entropy(other), entropy == other);
        }

        #[test]
        fn any_text_is_a_code_or_an_error(text in any::<String>()) {
            if let Ok(code) = text.parse::<ConfirmationCode>() {
                prop_assert_eq!(code.as_str().parse(), Ok(code));
            }
        }

        #[test]
        fn nearly_codes_are_codes_or_errors(text in "[0-9A-Za-z \\-]{26,34}") {
            if let Ok(code) = text.parse::<ConfirmationCode>() {
                prop_assert_eq!(code.as_str().parse(), Ok(code));
            }
        }
    }
}
