//! Whether a data map fits the live schema of the stores: tables, fields, masks, references, indexes.
//!
//! The engine asks before its first write; `inspect`, with the feature of that name, asks the same without an engine and
//! adds its guesses. Knows the port's description of a schema, and no database.

pub(crate) mod answers;
mod cost;
mod effects;
pub(crate) mod fit;
pub(crate) mod masks;
pub(crate) mod references;
pub(crate) mod shells;
pub(crate) mod tables;

pub(crate) use cost::{Rows, check_indexes};
pub(crate) use effects::side_effects;
pub(crate) use fit::{Survey, place_of};
pub(crate) use masks::check_masks;
