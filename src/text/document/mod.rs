//! A TOML file as somebody wrote it: its lines, its values, and what is wrong with them, each with its place.
//!
//! Both of the crate's files are read through this room, so that they speak of mistakes in the same words. It knows
//! TOML and places. It knows no key of any file, and not what a value means.

mod node;
mod place;
mod source;

pub(crate) use node::{Fault, Node, Table};
pub(crate) use place::{Mark, Place, Report, Subject};
pub(crate) use source::{Document, Source};
