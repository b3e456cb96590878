//! Whether a data map fits the live schema of the stores: tables, fields, masks, references, indexes.
//!
//! The engine asks before its first write; `inspect`, with the feature of that name, asks the same without an engine and
//! adds its guesses. Knows the port's description of a schema, and no database.

mod answers;
mod cost;
mod fit;
mod masks;
mod references;
mod tables;
mod whole;

pub(crate) use answers::{answered, how_to_answer, idle};
pub(crate) use cost::{Rows, check_indexes};
pub(crate) use fit::{Survey, named_fields, place_of};
pub(crate) use masks::{check_masks, misfit};
pub(crate) use tables::find_table;
pub(crate) use whole::check_tables;
