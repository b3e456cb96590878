//! Ports implemented: what a host can use as it is, or read as an example.
//!
//! An adapter knows the ports and the words in which they speak. It knows neither the engine nor any other adapter.

pub mod memory;

#[cfg(feature = "objects")]
pub mod objects;

#[cfg(feature = "outbox")]
pub mod outbox;

#[cfg(any(feature = "sqlite", feature = "postgres", feature = "mysql"))]
pub mod sql;
