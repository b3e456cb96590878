//! What a host asks of requests from outside: opening them, deciding on them, asking where they stand.
//!
//! | module | what is in it |
//! |---|---|
//! | `open`, `admission` | opening requests, and whether one may be opened |
//! | `status`, `person` | where a request stands, for the host and for the person |
//! | `listing`, `backlog` | which requests there are, and what those that have not ended wait for |
//! | `proof`, `challenge`, `approval`, `answer` | what a request waits for from people |
//! | `endings`, `deadlines` | refused, forwarded, cancelled; extended |
//! | `holds` | legal holds |

mod admission;
mod answer;
mod approval;
pub(crate) mod backlog;
mod challenge;
mod deadlines;
mod endings;
mod holds;
pub(crate) mod listing;
pub(crate) mod open;
mod person;
mod proof;
mod signed;
pub(crate) mod status;
