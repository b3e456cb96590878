//! Other spellings under which WhatsApp and phone books of three countries know the same line.
//!
//! A variant is made by rule, and the rule may lead to somebody else's number. Variants serve to search and to propose;
//! nothing is erased on one before a person has confirmed it. Exact values are `identifier`'s.

/// The other spellings of international digits, sorted:
///
/// - Brazil, `55`: an area code of two digits, then eight digits with or without a ninth, `9`, in front;
/// - Mexico, `52`: ten digits with or without a `1` in front;
/// - Argentina, `54`: ten digits with or without a `9` in front.
pub(super) fn of_digits(digits: &str) -> Vec<String> {
    let other = match digits.split_at_checked(2) {
        Some(("55", national)) => brazil(national),
        Some(("52", national)) => mobile_mark("52", '1', national),
        Some(("54", national)) => mobile_mark("54", '9', national),
        _ => None,
    };
    other.into_iter().collect()
}

fn brazil(national: &str) -> Option<String> {
    let (area, subscriber) = national.split_at_checked(2)?;
    // No area code has a zero, and no subscriber's number starts with 0 or 1.
    if area.contains('0') {
        return None;
    }
    let short = match subscriber.len() {
        8 => subscriber,
        9 => subscriber.strip_prefix('9')?,
        _ => return None,
    };
    if short.starts_with(['0', '1']) {
        return None;
    }
    Some(if subscriber.len() == 8 { format!("55{area}9{short}") } else { format!("55{area}{short}") })
}

/// Countries whose mobile numbers once carried a digit behind the country code, and in WhatsApp often still do.
fn mobile_mark(code: &str, mark: char, national: &str) -> Option<String> {
    match national.len() {
        10 if !national.starts_with('0') => Some(format!("{code}{mark}{national}")),
        11 => {
            let rest = national.strip_prefix(mark)?;
            (!rest.starts_with('0')).then(|| format!("{code}{rest}"))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn each_country_has_its_rule() {
        for (one, other) in [
            ("5511987654321", "551187654321"),
            ("5215512345678", "525512345678"),
            ("5491123456789", "541123456789"),
        ] {
            assert_eq!(of_digits(one), [other]);
            assert_eq!(of_digits(other), [one]);
        }
    }

    #[test]
    fn other_numbers_have_no_variants() {
        for digits in [
            "",
            "5",
            "55",
            "919876543210",
            "12025550123",
            "551",
            "55118765432",   // seven digits
            "5511887654321", // nine digits, not a ninth `9`
            "550187654321",  // no such area
            "551117654321",  // no subscriber
            "52155123456789",
            "5225512345678", // eleven digits without the mark
            "525512345",
            "549112345678901",
            "55é",
        ] {
            assert_eq!(of_digits(digits), [""; 0], "{digits}");
        }
    }

    proptest! {
        #[test]
        fn a_variant_leads_back(digits in "(55|52|54|91)[0-9]{9,12}") {
            for variant in of_digits(&digits) {
                prop_assert_ne!(&variant, &digits);
                prop_assert_eq!(of_digits(&variant), vec![digits.clone()]);
            }
        }
    }
}
