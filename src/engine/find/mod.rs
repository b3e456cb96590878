//! Which records a request is about: who the person is, what is theirs, and how each step's records are found.
//!
//! Reads stores and notes; changes nothing in any store.

pub(crate) mod among;
mod climb;
mod doomed;
pub(crate) mod evidence;
pub(crate) mod identify;
pub(crate) mod likeness;
pub(crate) mod matching;
pub(crate) mod naming;
pub(crate) mod ownership;
pub(crate) mod pages;
pub(crate) mod questions;
pub(crate) mod recheck;
pub(crate) mod records;
mod same_person;
pub(crate) mod shells;
pub(crate) mod sightings;
mod spelled;
pub(crate) mod step_records;
pub(crate) mod survey;
pub(crate) mod unreadable;
pub(crate) mod walk;
