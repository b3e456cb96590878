//! What a host asks of requests from outside: opening them, deciding on them, asking where they stand.

mod admission;
pub(crate) mod answer;
pub(crate) mod backlog;
mod decide;
pub(crate) mod holds;
pub(crate) mod open;
pub(crate) mod status;
