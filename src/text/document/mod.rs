//! A TOML file as somebody wrote it: its lines, its values, and what is wrong with them, each with its place.
//!
//! Both of the crate's files are read through this room: [`Keys`] reads their tables, and the [`Sheet`] keeps where
//! everything stands, what could not be read and what was found. It knows TOML and places. It knows no key of any file,
//! and not what a value means.

mod keys;
mod node;
mod sheet;
mod source;

pub(crate) use keys::{Keys, Shape};
pub(crate) use node::{Fault, Node};
pub(crate) use sheet::{Sheet, Subject};
pub(crate) use source::Source;
