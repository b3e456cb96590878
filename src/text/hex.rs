//! Bytes as hexadecimal text, and back.

/// Bytes as lower-case hexadecimal text.
pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The bytes that a text of hexadecimal digits, in either case, stands for; `None` where it is anything else.
pub(crate) fn from_hex<const N: usize>(text: &str) -> Option<[u8; N]> {
    let text = text.as_bytes();
    if text.len() != 2 * N {
        return None;
    }
    let digit = |c: u8| char::from(c).to_digit(16).and_then(|digit| u8::try_from(digit).ok());
    let mut bytes = [0_u8; N];
    for (byte, pair) in bytes.iter_mut().zip(text.chunks_exact(2)) {
        let [high, low] = pair else { return None };
        *byte = digit(*high)? << 4 | digit(*low)?;
    }
    Some(bytes)
}

/// The same for lower-case digits only: what this crate writes itself has one spelling.
pub(crate) fn from_lower_hex<const N: usize>(text: &str) -> Option<[u8; N]> {
    if text.bytes().any(|byte| byte.is_ascii_uppercase()) { None } else { from_hex(text) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_written_is_read_again_and_nothing_else_is() {
        assert_eq!(hex(&[0, 10, 255]), "000aff");
        assert_eq!(from_hex("000AfF"), Some([0, 10, 255]));
        for wrong in ["", "000af", "000affa", "000agg", "00 aff", "0x0aff", "ÿÿÿ"] {
            assert_eq!(from_hex::<3>(wrong), None, "{wrong}");
        }
        assert_eq!((from_lower_hex("000aff"), from_lower_hex::<3>("000AfF")), (Some([0, 10, 255]), None));
    }
}
