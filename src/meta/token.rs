//! The text of a signed request: two halves of base64 around a dot.
//!
//! Knows which spellings Meta uses, and nothing about keys or about what the payload says.

use std::borrow::Cow;

use base64::Engine as _;
use base64::alphabet;
use base64::engine::DecodePaddingMode;
use base64::engine::general_purpose::{GeneralPurpose, GeneralPurposeConfig};

/// The bytes of an HMAC-SHA256.
const SIGNATURE_BYTES: usize = 32;
/// What those bytes take in base64, padding included.
const SIGNATURE_TEXT_BYTES: usize = 44;

/// Padding is judged before decoding. Spare bits in the last symbol are let through: they change no byte of what is
/// decoded, and no rule of Meta's says that they are zero.
const DECODER: GeneralPurpose = GeneralPurpose::new(
    &alphabet::URL_SAFE,
    GeneralPurposeConfig::new()
        .with_decode_padding_mode(DecodePaddingMode::RequireNone)
        .with_decode_allow_trailing_bits(true),
);

/// A token taken apart. Nothing in it has been verified.
pub(super) struct Token<'t> {
    /// The signature that the token claims.
    pub(super) signature: [u8; SIGNATURE_BYTES],
    /// The payload as it was received: this text is what was signed.
    pub(super) encoded_payload: &'t str,
    /// What the payload's text stands for.
    pub(super) payload: Vec<u8>,
}

impl<'t> Token<'t> {
    /// Takes a token apart: exactly one dot, both halves base64 and not empty, a signature of 32 bytes.
    pub(super) fn parse(token: &'t str) -> Option<Self> {
        let (signature, encoded_payload) = token.split_once('.')?;
        // A second dot is no symbol of either alphabet, so decoding refuses it.
        Some(Self {
            signature: decode_signature(signature)?,
            encoded_payload,
            payload: DECODER.decode(symbols(encoded_payload)?.as_ref()).ok()?,
        })
    }
}

fn decode_signature(text: &str) -> Option<[u8; SIGNATURE_BYTES]> {
    if text.len() > SIGNATURE_TEXT_BYTES {
        return None;
    }
    // The decoder wants room for whole groups of three bytes.
    let mut room = [0; SIGNATURE_BYTES + 4];
    let length = DECODER.decode_slice(symbols(text)?.as_ref(), &mut room).ok()?;
    room.get(..length)?.try_into().ok()
}

/// The symbols of a half in the alphabet for URLs, without padding. A half is padded fully or not at all.
fn symbols(text: &str) -> Option<Cow<'_, str>> {
    let symbols = text.trim_end_matches('=');
    let padding = text.len() - symbols.len();
    if symbols.is_empty() || padding > 2 || (padding > 0 && !text.len().is_multiple_of(4)) {
        return None;
    }
    // Looking at all of them is faster than stopping at the first: it takes many at a time.
    if symbols.bytes().fold(false, |found, byte| found | matches!(byte, b'+' | b'/')) {
        return Some(Cow::Owned(symbols.replace('+', "-").replace('/', "_")));
    }
    Some(Cow::Borrowed(symbols))
}

#[cfg(test)]
mod tests {
    use base64::engine::general_purpose::{STANDARD, STANDARD_NO_PAD, URL_SAFE, URL_SAFE_NO_PAD};

    use super::*;

    /// Bytes whose base64 holds both symbols in which the alphabets differ.
    const SIGNATURE: [u8; 32] = [0xfb; 32];
    const PAYLOADS: [&[u8]; 3] = [&[0xfb, 0xff, 0xbf], &[0xfb, 0xff], &[0xfb, 0xff, 0xbf, 0xff]];

    fn payload_of(token: &str) -> Option<Vec<u8>> {
        Token::parse(token).map(|token| token.payload)
    }

    #[test]
    fn every_spelling_of_meta_is_read() {
        let engines = [STANDARD, STANDARD_NO_PAD, URL_SAFE, URL_SAFE_NO_PAD];
        for left in &engines {
            for right in &engines {
                for payload in PAYLOADS {
                    let token = format!("{}.{}", left.encode(SIGNATURE), right.encode(payload));
                    let read = Token::parse(&token).unwrap();
                    assert_eq!(read.signature, SIGNATURE);
                    assert_eq!(read.payload, payload);
                    assert!(token.ends_with(read.encoded_payload));
                }
            }
        }
    }

    #[test]
    fn alphabets_may_mix_within_a_half() {
        let signature = URL_SAFE_NO_PAD.encode(SIGNATURE);
        assert_eq!(payload_of(&format!("{signature}.-_+/")), payload_of(&format!("{signature}.+/-_")));
        assert!(payload_of(&format!("{signature}.-_+/")).is_some());
    }

    #[test]
    fn spare_bits_do_not_matter() {
        let signature = URL_SAFE_NO_PAD.encode(SIGNATURE);
        assert_eq!(payload_of(&format!("{signature}.QQ")), Some(b"A".to_vec()));
        assert_eq!(payload_of(&format!("{signature}.QR")), Some(b"A".to_vec()));
        assert_eq!(payload_of(&format!("{signature}.QR==")), Some(b"A".to_vec()));
    }

    #[test]
    fn nothing_else_is_read() {
        let signature = URL_SAFE_NO_PAD.encode(SIGNATURE);
        let bad_payloads = [
            "",
            "=",
            "==",
            "===",
            "====",
            "Q",
            "Q=",
            "Q==",
            "Q===",
            "QQ=",
            "QQ===",
            "QQ====",
            "QUJ==",
            "QUJD=",
            "QUJD==",
            "QUJD====",
            "Q=Q=",
            "=QQ=",
            "QQ==QQ==",
            "QQ= =",
            " QQ",
            "QQ ",
            "QQ\n",
            "QQ\r\n",
            "Q Q",
            "Q\tQ",
            "QQ\0",
            "Q,",
            "Q~",
            "Q%2B",
            "QUJD.",
            ".QUJD",
            "QU.JD",
            "QUJDé",
            "ＱＱ",
            "QQ=\u{200b}",
        ];
        for payload in bad_payloads {
            assert!(payload_of(&format!("{signature}.{payload}")).is_none(), "{payload:?}");
        }
        for token in ["", ".", "..", "QQ", "QQ.", ".QQ", "QQ.QQ", "QQ.QQ.QQ"] {
            assert!(payload_of(token).is_none(), "{token:?}");
        }
    }

    #[test]
    fn signatures_have_32_bytes() {
        for length in 0..=100 {
            let token = format!("{}.QQ", URL_SAFE_NO_PAD.encode(vec![7; length]));
            assert_eq!(payload_of(&token).is_some(), length == SIGNATURE_BYTES, "{length} bytes");
            let padded = format!("{}.QQ", URL_SAFE.encode(vec![7; length]));
            assert_eq!(payload_of(&padded).is_some(), length == SIGNATURE_BYTES, "{length} bytes, padded");
        }
    }
}
