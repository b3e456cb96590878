//! The world's numbering plans: which digits are a number of which region.
//!
//! The plans are those of the crate `phonenumber`. Only its patterns are used, each matched from end to end: its own parser
//! guesses, and a guess here erases somebody else. This module takes ASCII digits and nothing else; it knows no spelling.

use std::collections::BTreeSet;
use std::sync::{LazyLock, OnceLock};

use phonenumber::metadata::{DATABASE, Descriptor, Metadata};
use regex::Regex;

use super::Region;

/// Whether this build knows numbering plans.
pub(in crate::identifier) const ARE_BUILT_IN: bool = true;

/// The region of that code, upper case, if it has a plan.
pub(super) fn region_id(code: &str) -> Option<&'static str> {
    DATABASE.by_id(code).map(Metadata::id)
}

/// Whether the digits, country code first, are a number that some plan has assigned.
pub(in crate::identifier) fn is_assigned(digits: &str) -> bool {
    plans_of(digits).any(|(plan, national)| plan.has_assigned(national))
}

/// How many of the digits are their country code. No code is the beginning of another.
pub(in crate::identifier) fn country_code_length(digits: &str) -> Option<usize> {
    plans_of(digits).next().map(|(plan, _)| plan.code.len())
}

/// Whether the digits, country code first, are an assigned mobile number.
pub(in crate::identifier) fn is_mobile(digits: &str) -> bool {
    plans_of(digits).any(|(plan, national)| plan.is_mobile(national))
}

/// Whether somebody, somewhere, could have written these digits for a mobile number of their own country that is not the
/// number which the digits are when read with a country code. Satellites and freephone have no country to dial inside.
pub(in crate::identifier) fn is_a_mobile_number_elsewhere(digits: &str) -> bool {
    PLANS.iter().filter(|plan| plan.region != NO_REGION).any(|plan| {
        plan.national_readings(digits)
            .iter()
            .any(|national| plan.is_mobile(national) && format!("{}{national}", plan.code) != digits)
    })
}

/// The international digits of every assigned number that somebody in `region` could mean by `digits`: a national number
/// with or without its trunk prefix, the region's own country code, or its prefix for calls abroad.
pub(in crate::identifier) fn readings_in(region: Region, digits: &str) -> BTreeSet<String> {
    let mut readings = BTreeSet::new();
    for plan in PLANS.iter().filter(|plan| plan.region == region.as_str()) {
        // Regions may share a country code and dialling habits: a Guernsey number is dialled in Great Britain as any other.
        let national =
            plan.national_readings(digits).into_iter().map(|national| format!("{}{national}", plan.code));
        readings.extend(national.filter(|reading| is_assigned(reading)));
        if digits.starts_with(&plan.code) && is_assigned(digits) {
            readings.insert(digits.to_owned());
        }
    }
    let abroad = prefix_abroad(region, digits).into_iter().chain(digits.starts_with("00").then_some(2));
    for rest in abroad.filter_map(|length| digits.get(length..)) {
        if is_assigned(rest) {
            readings.insert(rest.to_owned());
        }
    }
    readings
}

/// How the number, given country code first, is dialled inside of its own country, as far as a plan has assigned it: without
/// its country code, and with the trunk prefix in front where there is one.
pub(in crate::identifier) fn dialled_at_home(digits: &str) -> BTreeSet<String> {
    let assigned = plans_of(digits).filter(|(plan, national)| plan.has_assigned(national));
    let mut dialled = BTreeSet::new();
    for (plan, national) in assigned {
        let behind_trunk = plan.metadata.national_prefix().map(|trunk| format!("{trunk}{national}"));
        // A prefix that the plan itself does not read back is none.
        let is_read = |it: &String| plan.national_readings(it).iter().any(|reading| reading == national);
        dialled.extend(behind_trunk.filter(is_read));
        dialled.insert(national.to_owned());
    }
    dialled
}

/// The length of the prefix for calls abroad with which the digits begin in `region`, a carrier's code included.
pub(in crate::identifier) fn prefix_abroad(region: Region, digits: &str) -> Option<usize> {
    let plan = PLANS.iter().find(|plan| plan.region == region.as_str())?;
    let prefix = plan.abroad.get_or_init(|| starting_with(plan.metadata.international_prefix()?.as_str()));
    prefix.as_ref()?.find(digits).map(|found| found.end())
}

/// How the plans name the world as a whole (UN M.49).
const NO_REGION: &str = "001";

/// The plans whose country code the digits begin with, and what follows it.
fn plans_of(digits: &str) -> impl Iterator<Item = (&'static NumberingPlan, &str)> {
    PLANS.iter().filter_map(|plan| Some((plan, digits.strip_prefix(plan.code.as_str())?)))
}

/// Every plan, those shared by many regions and those of no region (satellites, freephone) included.
static PLANS: LazyLock<Vec<NumberingPlan>> = LazyLock::new(|| {
    let plans = (1..=999u16).filter_map(|code| DATABASE.by_code(&code));
    plans.flatten().map(NumberingPlan::new).collect()
});

/// One region's plan. Patterns are compiled when they are first needed: a number touches a few of the many.
struct NumberingPlan {
    region: &'static str,
    code: String,
    metadata: &'static Metadata,
    assigned: OnceLock<Option<Regex>>,
    mobile: OnceLock<Option<Regex>>,
    trunk: OnceLock<Option<Regex>>,
    abroad: OnceLock<Option<Regex>>,
}

impl NumberingPlan {
    fn new(metadata: &'static Metadata) -> Self {
        Self {
            region: metadata.id(),
            code: metadata.country_code().to_string(),
            metadata,
            assigned: OnceLock::new(),
            mobile: OnceLock::new(),
            trunk: OnceLock::new(),
            abroad: OnceLock::new(),
        }
    }

    /// Whether the national digits, without any prefix, are a number of any type.
    fn has_assigned(&self, national: &str) -> bool {
        if !has_length(self.metadata.descriptors().general(), national) {
            return false;
        }
        let pattern = self.assigned.get_or_init(|| {
            let types = self.metadata.descriptors();
            let patterns: Vec<&str> = [
                types.fixed_line(),
                types.mobile(),
                types.toll_free(),
                types.premium_rate(),
                types.shared_cost(),
                types.personal_number(),
                types.voip(),
                types.pager(),
                types.uan(),
                types.voicemail(),
            ]
            .into_iter()
            .flatten()
            .map(|descriptor| descriptor.national_number().as_str())
            .collect();
            whole(&patterns.join("|"))
        });
        pattern.as_ref().is_some_and(|pattern| pattern.is_match(national))
    }

    /// Whether the national digits, without any prefix, are a mobile number, or may be one where the plan does not tell
    /// mobile numbers from others.
    fn is_mobile(&self, national: &str) -> bool {
        let Some(descriptor) = self.metadata.descriptors().mobile() else {
            return false;
        };
        has_length(descriptor, national)
            && self
                .mobile
                .get_or_init(|| whole(descriptor.national_number().as_str()))
                .as_ref()
                .is_some_and(|pattern| pattern.is_match(national))
    }

    /// The digits as they are, and without the trunk prefix or carrier code that is dialled inside the region. Some plans
    /// do more than drop it: Argentina's `11 15 2345 6789` is `9 11 2345 6789` seen from abroad.
    fn national_readings(&self, digits: &str) -> Vec<String> {
        let mut readings = vec![digits.to_owned()];
        let Some(trunk) = self.metadata.national_prefix_for_parsing() else {
            let plain = self.metadata.national_prefix().and_then(|prefix| digits.strip_prefix(prefix));
            readings.extend(plain.map(str::to_owned));
            return readings;
        };
        let trunk = self.trunk.get_or_init(|| starting_with(trunk.as_str()));
        let Some(found) = trunk.as_ref().and_then(|trunk| trunk.captures(digits)) else {
            return readings;
        };
        let end = found.get(0).map_or(0, |prefix| prefix.end());
        let rest = digits.get(end..).unwrap_or_default();
        let last_group =
            found.len().checked_sub(1).filter(|&index| index > 0).and_then(|index| found.get(index));
        match (self.metadata.national_prefix_transform_rule(), last_group) {
            (Some(rule), Some(_)) => {
                let mut transformed = String::new();
                found.expand(rule, &mut transformed);
                readings.push(transformed + rest);
            }
            _ => readings.push(rest.to_owned()),
        }
        readings
    }
}

/// A cheap test before a pattern is compiled; a descriptor without lengths says nothing.
fn has_length(descriptor: &Descriptor, national: &str) -> bool {
    let lengths = descriptor.possible_length();
    lengths.is_empty() || lengths.iter().any(|&length| usize::from(length) == national.len())
}

/// A pattern that must match the whole text; the plans' own alternatives are not anchored. `None` is a pattern that cannot
/// be compiled, which assigns no number: a test compiles every one.
fn whole(pattern: &str) -> Option<Regex> {
    if pattern.is_empty() { None } else { Regex::new(&format!("(?x-u)^(?:{pattern})$")).ok() }
}

fn starting_with(pattern: &str) -> Option<Regex> {
    Regex::new(&format!("(?x-u)^(?:{pattern})")).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_pattern_of_every_plan_compiles() {
        assert!(PLANS.len() > 200);
        for plan in PLANS.iter() {
            let types = plan.metadata.descriptors();
            assert!(
                plan.metadata.international_prefix().is_none_or(|re| starting_with(re.as_str()).is_some())
            );
            assert!(
                plan.metadata
                    .national_prefix_for_parsing()
                    .is_none_or(|re| starting_with(re.as_str()).is_some())
            );
            for descriptor in [types.fixed_line(), types.mobile(), types.toll_free(), types.voip()] {
                let source = descriptor.map(|descriptor| descriptor.national_number().as_str());
                assert!(source.is_none_or(|source| whole(source).is_some()), "{}", plan.region);
            }
        }
    }

    #[test]
    fn the_example_of_every_mobile_plan_is_assigned_in_its_own_region() {
        let mut seen = 0;
        for plan in PLANS.iter() {
            let Some(example) = plan.metadata.descriptors().mobile().and_then(Descriptor::example) else {
                continue;
            };
            let digits = format!("{}{example}", plan.code);
            assert!(plan.is_mobile(example), "{} {example}", plan.region);
            assert!(is_assigned(&digits), "{} {digits}", plan.region);
            if let Ok(region) = plan.region.parse::<Region>() {
                assert!(readings_in(region, example).contains(&digits), "{} {example}", plan.region);
            }
            seen += 1;
        }
        assert!(seen > 200, "{seen}");
    }

    #[test]
    fn regions_are_two_letters_with_a_plan() {
        assert_eq!("in".parse::<Region>().unwrap().as_str(), "IN");
        assert_eq!("BR".parse::<Region>().unwrap().to_string(), "BR");
        for bad in ["", "I", "IND", "ZZ", "001", "91", "ıN", "🇮🇳", "I N"] {
            assert!(bad.parse::<Region>().is_err(), "{bad}");
        }
    }

    #[test]
    fn trunk_prefixes_are_dropped_and_transformed() {
        let one = |region: &str, digits: &str| {
            let readings = readings_in(region.parse().unwrap(), digits);
            assert_eq!(readings.len(), 1, "{region} {digits} {readings:?}");
            readings.into_iter().next().unwrap()
        };
        assert_eq!(one("IN", "09876543210"), "919876543210");
        assert_eq!(one("IN", "9876543210"), "919876543210");
        assert_eq!(one("IN", "919876543210"), "919876543210");
        assert_eq!(one("GB", "07911123456"), "447911123456");
        assert_eq!(one("US", "12025550123"), "12025550123");
        assert_eq!(one("RU", "89161234567"), "79161234567");
        assert_eq!(one("HU", "06201234567"), "36201234567");
        assert_eq!(one("AR", "0111523456789"), "5491123456789");
        assert_eq!(one("BR", "01511961234567"), "5511961234567");
        assert_eq!(one("IT", "0612345678"), "390612345678");
        assert_eq!(one("US", "011919876543210"), "919876543210");
        assert_eq!(one("AU", "0011919876543210"), "919876543210");
        assert!(readings_in("IN".parse().unwrap(), "1000000000").is_empty());
    }
}
