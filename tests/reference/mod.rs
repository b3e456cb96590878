//! A naive reference for the planner and the engine, and the worlds on which the two are compared.
//!
//! `naive` says record by record what an erasure leaves, from the data map's rules alone; it knows nothing of plans,
//! selections, steps or batches. `observe` lets the engine do the same on a `stage`, which is the
//! memory adapter unless a test brings another. `generate` draws worlds,
//! and `shrink` makes one in which the two differ as small as it gets.

pub mod compare;
pub mod generate;
pub mod memory;
pub mod model;
pub mod naive;
pub mod observe;
pub mod person;
pub mod shrink;
pub mod stage;
pub mod time;
