//! What a host asks of requests from outside: opening them, deciding on them, asking where they stand.

pub(crate) mod answer;
mod decide;
pub(crate) mod open;
pub(crate) mod status;
pub(crate) mod waiting;
