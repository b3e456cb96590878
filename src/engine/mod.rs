//! Drives requests through the ports: opens them, finds the person, plans, erases in bounded batches, counts again, and
//! writes every step down before and after.
//!
//! An [`Engine`] is built once from a policy, a data map and the host's ports, and shared. Stopping it at any point, or
//! killing the process, and calling [`Engine::run`] again comes to the same end: what was located is noted in the
//! ledger, every batch may run twice, and a step counts as done only once its records were counted again.
//!
//! Each room below may know those above it:
//!
//! | room | what is in it |
//! |---|---|
//! | `record` | one request's record in the ledger: journal, history, sealed identifiers, notes |
//! | `find` | which records a request is about: the person, ownership, links, each step's records |
//! | `act` | one step's records: erase, mask, let go, the final scan |
//! | `drive` | what comes next, and doing it: plan, locate, take the steps, conclude, forget; previews |
//! | `requests` | what a host asks of requests: open, verify, approve, answer questions, cancel, status, what waits |

mod act;
mod builder;
mod drive;
mod error;
mod find;
mod live_schema;
mod progress;
mod record;
mod report;
mod requests;

use std::fmt;
use std::sync::{Arc, PoisonError, RwLock};

use chrono::TimeDelta;

use crate::finding::Findings;
use crate::hold::LegalHold;
use crate::plan::Planner;
use crate::plan::ids::{IdVec, NodeId};
use crate::port::{Place, Throttle, Waiting};
use crate::schema::{Rows, Survey, check_indexes};

pub use builder::EngineBuilder;
pub use drive::worker::Worker;
pub use error::EngineError;
pub use progress::Progress;
pub use record::identification::Identification;
pub use record::registry::Registry;
pub use report::{Replanning, Report, StepReport};
pub use requests::backlog::Backlog;
pub use requests::listing::{Deadline, RequestFilter, RequestSummary};
pub use requests::open::{Idempotency, Ticket};

use drive::notices::Notices;
use find::records::Stores;
use progress::OnProgress;
use record::files::Fingerprints;

/// Erases people from the host's stores, by one policy and one data map.
#[derive(Clone)]
pub struct Engine {
    planner: Planner,
    /// The fingerprints of the files.
    files: Fingerprints,
    places: Arc<IdVec<NodeId, Arc<Place>>>,
    stores: Stores,
    survey: Arc<Survey>,
    /// What the live stores do beside the plan: undeclared references, cascades, triggers.
    live: Arc<Findings>,
    /// The ledger, its keys, the clock and the entropy.
    registry: Registry,
    holds: Arc<RwLock<HoldsInForce>>,
    batch: usize,
    /// Treats leases and due times that end within this time as ended.
    lease_grace: TimeDelta,
    throttle: Option<Arc<dyn Throttle>>,
    waiting: Arc<dyn Waiting>,
    /// Without it nobody is told anything.
    notices: Option<Arc<Notices>>,
    on_progress: OnProgress,
}

/// The legal holds that are in force.
#[derive(Debug, Default)]
struct HoldsInForce {
    /// Those that the host gave.
    given: Vec<LegalHold>,
    /// Those that were placed in the ledger, as they were read last.
    placed: Vec<LegalHold>,
}

impl fmt::Debug for Engine {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Engine")
            .field("policy", &self.planner.policy().name())
            .field("stores", &self.stores)
            .field("registry", &self.registry)
            .finish_non_exhaustive()
    }
}

impl Engine {
    /// Replaces the legal holds that the host gives, for this engine and all clones of it, beside those that are
    /// [placed](Registry::place_hold) in the ledger. A run asks for them again before each step.
    pub fn set_holds(&self, holds: impl IntoIterator<Item = LegalHold>) {
        let holds = holds.into_iter().collect();
        self.holds.write().unwrap_or_else(PoisonError::into_inner).given = holds;
    }

    /// The legal holds that are in force: those that the host gave, and those that were placed, as they were read last.
    pub fn holds(&self) -> Vec<LegalHold> {
        // A panic elsewhere leaves the lists whole: each is replaced in one go.
        let holds = self.holds.read().unwrap_or_else(PoisonError::into_inner);
        holds.given.iter().chain(&holds.placed).cloned().collect()
    }

    /// Whether it was given a notifier, without which no links, codes and notices go to anybody.
    pub fn can_notify(&self) -> bool {
        self.notices.is_some()
    }

    /// The planner, with what the live schema added to it.
    pub fn planner(&self) -> &Planner {
        &self.planner
    }

    /// What the live stores say of the data map that should be looked at: undeclared foreign keys, missing indexes.
    pub fn schema_warnings(&self) -> Findings {
        let mut findings = self.survey.findings.clone();
        findings.extend(check_indexes(self.planner.data_map(), &self.survey, &Rows::new()));
        findings
    }
}
