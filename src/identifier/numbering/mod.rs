//! Numbering plans: which digits are a number of which region.
//!
//! With the feature `national-numbers` the plans of the whole world are built in; without it none is known, no region can be
//! named, and a number has to be written with its country code. Both builds have the same functions, in `plans` and in `none`.

use std::fmt;
use std::str::FromStr;

#[cfg(not(feature = "national-numbers"))]
mod none;
#[cfg(feature = "national-numbers")]
mod plans;

#[cfg(not(feature = "national-numbers"))]
use none as known;
#[cfg(feature = "national-numbers")]
use plans as known;

pub(super) use known::{
    ARE_BUILT_IN, country_code_length, dialled_at_home, is_a_mobile_number_elsewhere, is_assigned, is_mobile,
    prefix_abroad, readings_in,
};

/// A country or region whose numbering plan is known, by its ISO 3166-1 alpha-2 code, such as `IN` or `BR`.
///
/// None can be made without the feature `national-numbers`.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Region(&'static str);

/// Why a text does not name a region.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum RegionError {
    /// No numbering plan belongs to such a region.
    #[error(
        "`{0}` is not a region with a numbering plan; write its two-letter code of ISO 3166-1, such as `IN`"
    )]
    Unknown(String),
    /// The crate was built without numbering plans.
    #[error(
        "this build knows no numbering plans, so that no region can be named; write numbers with `+` and their country code, or build with the feature `national-numbers`"
    )]
    NoPlans,
}

impl Region {
    /// The two letters, upper case.
    pub fn as_str(&self) -> &'static str {
        self.0
    }
}

impl FromStr for Region {
    type Err = RegionError;

    /// Reads the code in either case.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        if !ARE_BUILT_IN {
            return Err(RegionError::NoPlans);
        }
        let code = text.to_ascii_uppercase();
        let is_code = code.len() == 2 && code.bytes().all(|byte| byte.is_ascii_uppercase());
        let id = if is_code { known::region_id(&code) } else { None };
        id.map(Self).ok_or_else(|| RegionError::Unknown(text.to_owned()))
    }
}

impl fmt::Display for Region {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }
}

impl fmt::Debug for Region {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Region({})", self.0)
    }
}
