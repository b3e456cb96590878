//! No numbering plans: what this build says without them. Nothing is guessed, so that nobody else's number is taken for a
//! person's: no digits are certainly a number, and none can be read as a region's.

use std::collections::BTreeSet;

use super::Region;

/// Whether this build knows numbering plans.
pub(in crate::identifier) const ARE_BUILT_IN: bool = false;

/// No region is known.
pub(super) fn region_id(_code: &str) -> Option<&'static str> {
    None
}

/// No number is known to be assigned.
pub(in crate::identifier) fn is_assigned(_digits: &str) -> bool {
    false
}

/// No country code is known.
pub(in crate::identifier) fn country_code_length(_digits: &str) -> Option<usize> {
    None
}

/// No number is known to be a mobile one.
pub(in crate::identifier) fn is_mobile(_digits: &str) -> bool {
    false
}

/// Any digits may be a mobile number of some country.
pub(in crate::identifier) fn is_a_mobile_number_elsewhere(_digits: &str) -> bool {
    true
}

/// No digits can be read as a number of a region.
pub(in crate::identifier) fn readings_in(_region: Region, _digits: &str) -> BTreeSet<String> {
    BTreeSet::new()
}

/// No number is known to be dialled in any other way.
pub(in crate::identifier) fn dialled_at_home(_digits: &str) -> BTreeSet<String> {
    BTreeSet::new()
}

/// No prefix for calls abroad is known.
pub(in crate::identifier) fn prefix_abroad(_region: Region, _digits: &str) -> Option<usize> {
    None
}

#[cfg(test)]
mod tests {
    use crate::identifier::{Identifier, IdentifierError, PhoneError, Region, RegionError};

    #[test]
    fn numbers_are_read_with_their_country_code_alone() {
        for spelling in ["+91 98765-43210", "0091 98765 43210", "tel:+91(98765)43210"] {
            assert_eq!(Identifier::phone(spelling, None).unwrap().value(), "+919876543210", "{spelling}");
        }
        for national in ["98765 43210", "09876543210", "919876543210", "447911123456"] {
            let error = Identifier::phone(national, None).unwrap_err();
            assert_eq!(error, IdentifierError::Phone(PhoneError::NoPlans), "{national}");
            let words = error.to_string();
            assert!(words.contains("`+`") && words.contains("`national-numbers`"), "{words}");
            assert!(!words.contains(national), "{words}");
        }
    }

    #[test]
    fn a_bracketed_zero_is_refused() {
        let error = Identifier::phone("+44 (0)7911 123456", None).unwrap_err();
        assert_eq!(error, IdentifierError::Phone(PhoneError::TrunkZero));
    }

    #[test]
    fn a_region_cannot_be_named() {
        for text in ["IN", "br", "ZZ", ""] {
            assert_eq!(text.parse::<Region>(), Err(RegionError::NoPlans));
        }
        assert!(RegionError::NoPlans.to_string().contains("`national-numbers`"));
    }
}
