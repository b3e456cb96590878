//! Whether a data map fits the live schema of the stores: tables, keys, fields, values, masks,
//! references, rights, indexes.
//!
//! The engine asks before its first write; `inspect`, with the feature of that name, asks the same without an engine and
//! adds its guesses. Knows the port's description of a schema, and no database.

mod alike;
pub(crate) mod answers;
mod cost;
mod dangling;
mod effects;
pub(crate) mod fit;
mod keys;
pub(crate) mod kinds;
mod limits;
pub(crate) mod masks;
mod polymorphic;
pub(crate) mod references;
pub(crate) mod shells;
pub(crate) mod tables;
pub(crate) mod trials;
mod values;

pub(crate) use cost::{Rows, check_indexes};
pub(crate) use effects::{acting_triggers, cascades};
pub(crate) use fit::{Survey, place_of};
pub(crate) use masks::check_masks;

use crate::finding::Findings;
use crate::plan::Compiled;

/// Reports what of the plans a live schema refuses: rights that are missing, records that would be alike, shells that could not
/// be emptied, and search columns that go on holding what is masked.
pub(crate) fn check_plans(compiled: &Compiled, survey: &Survey, findings: &mut Findings) {
    limits::check_rights(compiled, survey, findings);
    limits::check_search_columns(compiled, survey, findings);
    alike::check_alike(compiled, survey, findings);
    shells::check_shells(compiled, survey, findings);
}
