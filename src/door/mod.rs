//! What drives the engine from outside: each way in opens requests, shows where they stand, and takes decisions on them.
//!
//! A door knows the engine, the words for people and Meta's wire; it knows no database, and nothing of plans and steps.

#[cfg(feature = "http")]
pub mod http;
