//! What the person gets: the token of a link, and the code that is typed in.
//!
//! Knows how they are made, written and read. It looks nothing up, and reads whatever a stranger sends.

use std::fmt;
use std::str::FromStr;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use zeroize::Zeroizing;

use super::Method;
use crate::request::RequestId;

/// The bytes of a token's secret: 192 bits.
const SECRET: usize = 24;

/// Version, method, the request's id, the secret.
const TOKEN: usize = 2 + 16 + SECRET;

/// The first byte of every token, for the day that they look otherwise.
const VERSION: u8 = 1;

/// The digits of a code.
const DIGITS: usize = 6;

/// The token of a proof page: whoever holds it can open the page, and for a link it is the proof itself.
///
/// As text it is 56 letters, digits, `-` and `_`, fit for a URL's path. `Debug` hides it; nothing in it is personal, and
/// nothing of it may be logged.
#[derive(Clone, PartialEq, Eq)]
pub struct ProofToken {
    request: RequestId,
    method: Method,
    secret: Zeroizing<[u8; SECRET]>,
}

/// A text that is no token of ours. It repeats nothing of the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("this is not the whole address of a proof page; copy it whole from the message")]
pub struct ProofTokenError;

impl ProofToken {
    pub(super) fn new(request: RequestId, method: Method, entropy: &[u8; 32]) -> Self {
        let mut secret = Zeroizing::new([0; SECRET]);
        for (byte, random) in secret.iter_mut().zip(entropy) {
            *byte = *random;
        }
        Self { request, method, secret }
    }

    /// A token that looks like any other and that no challenge has made, for the answer to somebody whom nobody knows.
    ///
    /// `request` must be the id of no request. `entropy` has to come from a cryptographic generator.
    pub fn decoy(request: RequestId, method: Method, entropy: [u8; 32]) -> Self {
        Self::new(request, method, &entropy)
    }

    /// The request that it says it is for. Nothing is proven by that.
    pub fn request(&self) -> RequestId {
        self.request
    }

    /// The method that it says it is for.
    pub fn method(&self) -> Method {
        self.method
    }

    /// The token as text, for the address of the page. It is a secret.
    pub fn reveal(&self) -> String {
        let mut bytes = Zeroizing::new(Vec::with_capacity(TOKEN));
        bytes.extend([VERSION, self.method_byte()]);
        bytes.extend(self.request.as_bytes());
        bytes.extend(self.secret.iter());
        URL_SAFE_NO_PAD.encode(&*bytes)
    }

    pub(super) fn secret(&self) -> &[u8; SECRET] {
        &self.secret
    }

    /// The method's place among the challenges; tokens of old links are read with it.
    fn method_byte(&self) -> u8 {
        match self.method {
            Method::RegisteredEmail => 1,
            Method::NumberOwnership => 2,
            // None of these is ever sent.
            Method::Password | Method::OperatorAttestation | Method::RepresentativeMandate => 0,
        }
    }
}

/// Reads what [`ProofToken::reveal`] writes, and only that.
impl FromStr for ProofToken {
    type Err = ProofTokenError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        // Long texts are not even decoded.
        if text.len() != TOKEN.div_ceil(3) * 4 {
            return Err(ProofTokenError);
        }
        let bytes = Zeroizing::new(URL_SAFE_NO_PAD.decode(text).map_err(|_| ProofTokenError)?);
        let (head, rest) = bytes.split_first_chunk::<2>().ok_or(ProofTokenError)?;
        let method = match head {
            [VERSION, 1] => Method::RegisteredEmail,
            [VERSION, 2] => Method::NumberOwnership,
            _ => return Err(ProofTokenError),
        };
        let (id, secret) = rest.split_first_chunk::<16>().ok_or(ProofTokenError)?;
        let request = RequestId::from_bytes(*id).map_err(|_| ProofTokenError)?;
        let secret: [u8; SECRET] = secret.try_into().map_err(|_| ProofTokenError)?;
        Ok(Self { request, method, secret: Zeroizing::new(secret) })
    }
}

impl fmt::Debug for ProofToken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ProofToken(redacted)")
    }
}

/// The code that a person gets on their phone and types in: six digits. `Debug` hides it.
#[derive(Clone, PartialEq, Eq)]
pub struct ProofCode(Zeroizing<String>);

impl ProofCode {
    pub(super) fn new(entropy: &[u8; 32]) -> Self {
        let [.., a, b, c, d, e, f, g, h] = *entropy;
        // A million does not divide 2^64; what that favours some codes by is far below what can be guessed.
        let number = u64::from_be_bytes([a, b, c, d, e, f, g, h]) % 10_u64.pow(6);
        Self(Zeroizing::new(format!("{number:0DIGITS$}")))
    }

    /// A code as it was typed: digits of any script, with spaces and hyphens between them. `None` for anything else.
    pub(super) fn typed(text: &str) -> Option<Self> {
        let mut digits = Zeroizing::new(String::with_capacity(DIGITS));
        for letter in text.chars().filter(|letter| !is_separator(*letter)) {
            if digits.len() == DIGITS {
                return None;
            }
            digits.push(ascii_digit(letter)?);
        }
        (digits.len() == DIGITS).then_some(Self(digits))
    }

    /// The six digits, for the message. They are a secret.
    pub fn reveal(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for ProofCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ProofCode(redacted)")
    }
}

fn is_separator(letter: char) -> bool {
    letter.is_whitespace() || matches!(letter, '-' | '\u{2010}'..='\u{2015}' | '\u{200b}'..='\u{200f}')
}

/// The digit in ASCII, from the scripts whose keyboards people type codes on.
fn ascii_digit(letter: char) -> Option<char> {
    /// Arabic, Persian, Devanagari, Bengali, Gurmukhi, Gujarati, Tamil, Telugu, Kannada, Malayalam, and full width.
    const ZEROS: &[u32] =
        &[0x30, 0x660, 0x6F0, 0x966, 0x9E6, 0xA66, 0xAE6, 0xBE6, 0xC66, 0xCE6, 0xD66, 0xFF10];
    let value =
        ZEROS.iter().filter_map(|zero| u32::from(letter).checked_sub(*zero)).find(|value| *value < 10)?;
    char::from_digit(value, 10)
}

#[cfg(test)]
mod tests {
    use chrono::DateTime;
    use proptest::prelude::*;

    use super::*;

    fn token(method: Method, entropy: [u8; 32]) -> ProofToken {
        ProofToken::new(RequestId::new(DateTime::UNIX_EPOCH, [7; 10]), method, &entropy)
    }

    #[test]
    fn a_token_is_read_as_it_is_written_and_fits_a_path() {
        for method in [Method::RegisteredEmail, Method::NumberOwnership] {
            let token = token(method, std::array::from_fn(|index| u8::try_from(index * 8).unwrap()));
            let text = token.reveal();
            assert_eq!(text.len(), 56);
            assert!(text.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_')));
            assert_eq!(text.parse(), Ok(token.clone()));
            assert_eq!((token.method(), format!("{token:?}").as_str()), (method, "ProofToken(redacted)"));
        }
    }

    #[test]
    fn codes_are_typed_in_many_ways() {
        let code = ProofCode::typed("012345").unwrap();
        for text in ["012 345", " 012-345 ", "०१२३४५", "٠١٢٣٤٥", "۰۱۲۳۴۵", "０１２３４５", "\u{200e}012345"]
        {
            assert_eq!(ProofCode::typed(text), Some(code.clone()), "{text}");
        }
        for text in ["", "12345", "0123456", "01234a", "½12345", "०१२३४", &"1".repeat(100_000)] {
            assert_eq!(ProofCode::typed(text), None, "{text}");
        }
        assert_eq!(format!("{code:?}"), "ProofCode(redacted)");
    }

    proptest! {
        #[test]
        fn every_code_has_six_digits(entropy: [u8; 32]) {
            let code = ProofCode::new(&entropy);
            prop_assert_eq!(ProofCode::typed(code.reveal()), Some(code));
        }

        #[test]
        fn hostile_tokens_are_refused_and_never_a_panic(
            text in ".{0,120}",
            bytes in prop::collection::vec(any::<u8>(), 0..64),
            place in 0_usize..56,
            letter in any::<char>(),
        ) {
            let _ = text.parse::<ProofToken>();
            let _ = URL_SAFE_NO_PAD.encode(&bytes).parse::<ProofToken>();
            let _ = ProofCode::typed(&text);
            let whole = token(Method::RegisteredEmail, [9; 32]).reveal();
            let mut letters: Vec<char> = whole.chars().collect();
            letters[place] = letter;
            let changed: String = letters.into_iter().collect();
            if changed != whole && let Ok(read) = changed.parse::<ProofToken>() {
                prop_assert_eq!(read.reveal(), changed, "one token has one spelling");
            }
            prop_assert!(whole[..place].parse::<ProofToken>().is_err());
        }
    }
}
