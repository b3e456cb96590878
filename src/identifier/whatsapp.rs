//! WhatsApp's own names for a person: the `wa_id` and the business-scoped user id.
//!
//! A `wa_id` looks like a phone number and is not always one; a business-scoped id only contains digits by chance. Neither
//! is ever read by a numbering plan.

use super::spelling::{jid_account, seen, stored_digits};

/// Reads a `wa_id`: 7 to 15 digits without a leading zero, in any spelling of a number, or as a JID with or without the
/// number of a device. `None` for anything else.
pub(super) fn read_wa_id(text: &str) -> Option<String> {
    if text.len() > 256 {
        return None;
    }
    let digits = match text.contains('@') {
        true => jid_account(text)?.to_owned(),
        false => stored_digits(text)?,
    };
    // `00` is dialled, and never part of an id: whoever wrote it wrote a phone number.
    let first = text.chars().filter_map(seen).find(char::is_ascii_digit);
    ((7..=15).contains(&digits.len()) && first != Some('0')).then_some(digits)
}

/// Whether the text is a business-scoped user id: a country's two capitals and a dot, or those, `ENT` and another dot, and
/// then 1 to 128 letters and digits.
pub(super) fn is_bsuid(text: &str) -> bool {
    let Some((country, rest)) = text.split_once('.') else {
        return false;
    };
    let id = rest.strip_prefix("ENT.").unwrap_or(rest);
    country.len() == 2
        && country.bytes().all(|byte| byte.is_ascii_uppercase())
        && (1..=128).contains(&id.len())
        && id.bytes().all(|byte| byte.is_ascii_alphanumeric())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_wa_id_is_its_digits() {
        for spelling in [
            "551187654321",
            "+55 11 8765-4321",
            "whatsapp:+551187654321",
            "551187654321@s.whatsapp.net",
            "551187654321@c.us",
            "551187654321:7@s.whatsapp.net",
            "551187654321.0:7@s.whatsapp.net",
            " 551187654321 ",
        ] {
            assert_eq!(read_wa_id(spelling).as_deref(), Some("551187654321"), "{spelling}");
        }
    }

    #[test]
    fn a_wa_id_is_never_checked_against_a_plan() {
        assert_eq!(read_wa_id("15550001111").as_deref(), Some("15550001111"));
        assert_eq!(read_wa_id("9876543210").as_deref(), Some("9876543210"));
    }

    #[test]
    fn what_is_no_wa_id() {
        for bad in [
            "",
            "123456",
            "1234567890123456",
            "0551187654321",
            "00551187654321",
            "+00551187654321",
            "IN.123456789",
            "551187654321@g.us",
            "551187654321@lid",
            "551187654321:x@s.whatsapp.net",
            "551187654321@s.whatsapp.net@c.us",
            "@c.us",
            "5511٨٧٦٥٤٣٢١",
            "ana",
        ] {
            assert_eq!(read_wa_id(bad), None, "{bad}");
        }
    }

    #[test]
    fn business_scoped_ids_keep_every_character() {
        let longest = format!("US.{}", "a".repeat(128));
        let longest_parent = format!("US.ENT.{}", "9".repeat(128));
        for good in [
            "US.1",
            "IN.13491208655302741918",
            "US.ENT.11815799212886844830",
            "BR.ENT",
            &longest,
            &longest_parent,
        ] {
            assert!(is_bsuid(good), "{good}");
        }
        let too_long = format!("US.{}", "a".repeat(129));
        for bad in [
            "",
            "US",
            "US.",
            "us.1",
            "U.1",
            "USA.1",
            "US.1.2",
            "US.ENT.",
            "US.ent.1",
            "US.1 ",
            "US.é",
            "US.ENT.1.2",
            &too_long,
        ] {
            assert!(!is_bsuid(bad), "{bad}");
        }
    }

    proptest! {
        #[test]
        fn reading_never_panics_and_is_idempotent(text in prop_oneof![".*", "[0-9+@.:a-z]{0,30}"]) {
            let _ = is_bsuid(&text);
            if let Some(id) = read_wa_id(&text) {
                prop_assert_eq!(read_wa_id(&id), Some(id.clone()));
            }
        }
    }
}
