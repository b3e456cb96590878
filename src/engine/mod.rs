//! Drives requests through the ports: opens them, finds the person, plans, erases in bounded batches, counts again, and
//! writes every step down before and after.
//!
//! An [`Engine`] is built once from a policy, a data map and the host's ports, and shared. Stopping it at any point, or
//! killing the process, and calling [`Engine::run`] again comes to the same end: what was located is noted in the
//! ledger, every batch may run twice, and a step counts as done only once its records were counted again.

mod bind;
mod case;
mod error;
mod execute;
mod identify;
mod journal;
mod locate;
mod lookup;
mod notebook;
mod open;
mod preflight;
mod reader;
mod report;
mod roll;
mod run;
mod shells;
mod trace;
mod vault;

use std::fmt;
use std::sync::Arc;

use chrono::TimeDelta;

use crate::datamap::DataMap;
use crate::finding::Findings;
use crate::hold::LegalHold;
use crate::plan::Planner;
use crate::policy::Policy;
use crate::port::{Clock, Entropy, Keys, Ledger, Place, Store, SystemClock, SystemEntropy, Throttle};
use crate::schema::{Rows, Survey, check_indexes, check_masks, place_of};

pub use error::EngineError;
pub use identify::Identification;
pub use lookup::lookup;
pub use open::{Recurrence, Ticket};
pub use report::{Report, StepReport};

use preflight::survey;
use reader::Stores;
use vault::Vault;

/// How many records a page or batch holds unless [`EngineBuilder::with_batch_size`] says otherwise.
const BATCH_SIZE: usize = 2_000;

/// How far a run has come, for progress bars.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Progress {
    /// The person's records are being found and counted.
    Locating,
    /// A step begins: what it does in words, and to how many records.
    Step {
        /// What it does.
        words: String,
        /// To how many records.
        records: u64,
    },
    /// So many more records of the step are done.
    Advanced(u64),
    /// What was done is being counted again.
    Checking,
}

type OnProgress = Arc<dyn Fn(Progress) + Send + Sync>;

/// Erases people from the host's stores, by one policy and one data map.
#[derive(Clone)]
pub struct Engine {
    planner: Planner,
    places: Arc<Vec<Arc<Place>>>,
    stores: Stores,
    survey: Arc<Survey>,
    ledger: Arc<dyn Ledger>,
    clock: Arc<dyn Clock>,
    entropy: Arc<dyn Entropy>,
    vault: Arc<Vault>,
    holds: Arc<Vec<LegalHold>>,
    batch: usize,
    /// How much later than now leases and due times are looked at.
    foresight: TimeDelta,
    throttle: Option<Arc<dyn Throttle>>,
    on_progress: OnProgress,
}

impl fmt::Debug for Engine {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Engine")
            .field("policy", &self.planner.policy().name())
            .field("stores", &self.stores)
            .field("ledger", &self.ledger)
            .finish_non_exhaustive()
    }
}

impl Engine {
    /// Begins to build an engine that keeps this policy over this data map.
    pub fn builder(policy: Policy, map: DataMap) -> EngineBuilder {
        EngineBuilder {
            policy,
            map,
            stores: Vec::new(),
            ledger: None,
            keys: None,
            clock: Arc::new(SystemClock),
            entropy: Arc::new(SystemEntropy),
            holds: Vec::new(),
            batch: BATCH_SIZE,
            is_alone: false,
            throttle: None,
            on_progress: Arc::new(|_| {}),
        }
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

/// Builds an [`Engine`].
pub struct EngineBuilder {
    policy: Policy,
    map: DataMap,
    stores: Vec<(String, Arc<dyn Store>)>,
    ledger: Option<Arc<dyn Ledger>>,
    keys: Option<Arc<dyn Keys>>,
    clock: Arc<dyn Clock>,
    entropy: Arc<dyn Entropy>,
    holds: Vec<LegalHold>,
    batch: usize,
    is_alone: bool,
    throttle: Option<Arc<dyn Throttle>>,
    on_progress: OnProgress,
}

impl fmt::Debug for EngineBuilder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("EngineBuilder").field("policy", &self.policy.name()).finish_non_exhaustive()
    }
}

impl EngineBuilder {
    /// The store that the data map calls `name`.
    #[must_use]
    pub fn with_store(mut self, name: impl Into<String>, store: impl Store) -> Self {
        self.stores.push((name.into(), Arc::new(store)));
        self
    }

    /// The store that the data map calls `name`, shared with others.
    #[must_use]
    pub fn with_shared_store(mut self, name: impl Into<String>, store: Arc<dyn Store>) -> Self {
        self.stores.push((name.into(), store));
        self
    }

    /// The engine's own memory. Required.
    #[must_use]
    pub fn with_ledger(mut self, ledger: impl Ledger) -> Self {
        self.ledger = Some(Arc::new(ledger));
        self
    }

    /// The engine's own memory, shared with others.
    #[must_use]
    pub fn with_shared_ledger(mut self, ledger: Arc<dyn Ledger>) -> Self {
        self.ledger = Some(ledger);
        self
    }

    /// Key material for what is sealed. Required.
    #[must_use]
    pub fn with_keys(mut self, keys: impl Keys) -> Self {
        self.keys = Some(Arc::new(keys));
        self
    }

    /// Another clock than the machine's.
    #[must_use]
    pub fn with_clock(mut self, clock: Arc<dyn Clock>) -> Self {
        self.clock = clock;
        self
    }

    /// Another source of randomness than the system's.
    #[must_use]
    pub fn with_entropy(mut self, entropy: Arc<dyn Entropy>) -> Self {
        self.entropy = entropy;
        self
    }

    /// The legal holds that are in force.
    #[must_use]
    pub fn with_holds(mut self, holds: impl IntoIterator<Item = LegalHold>) -> Self {
        self.holds.extend(holds);
        self
    }

    /// How many records are read or masked at a time, at least 1; a statement that erases may take 64 times as many. What
    /// the engine keeps in memory grows with it, and with nothing else.
    #[must_use]
    pub fn with_batch_size(mut self, batch: usize) -> Self {
        self.batch = batch.max(1);
        self
    }

    /// Says that no other worker is at this ledger: whatever is leased was left by one that died, and need not be waited
    /// for. Without this, a request that died in the middle is taken up again when its lease of 15 minutes has ended.
    ///
    /// Two workers that both say so may take the same step at the same time. Nothing is lost by that, but one of them
    /// will be told of a conflict.
    #[must_use]
    pub fn as_lone_worker(mut self) -> Self {
        self.is_alone = true;
        self
    }

    /// Is asked after every batch when the next one may begin.
    #[must_use]
    pub fn with_throttle(mut self, throttle: impl Throttle) -> Self {
        self.throttle = Some(Arc::new(throttle));
        self
    }

    /// Is told how far runs have come.
    #[must_use]
    pub fn with_progress(mut self, on_progress: impl Fn(Progress) + Send + Sync + 'static) -> Self {
        self.on_progress = Arc::new(on_progress);
        self
    }

    /// Reads the stores' schemas and lays the policy over the data map.
    ///
    /// # Errors
    /// Everything in which policy, data map and live schema do not fit, in one list; a store or port that was not
    /// given; a store that does not answer.
    pub async fn build(self) -> Result<Engine, EngineError> {
        let missing = |what: &str| EngineError::MissingPort(what.to_owned());
        let ledger = self.ledger.ok_or_else(|| missing("ledger"))?;
        let keys = self.keys.ok_or_else(|| missing("keys"))?;
        let mut stores = Vec::new();
        for wanted in self.map.stores() {
            let given = self.stores.iter().find(|(name, _)| name == wanted.name());
            let (name, store) = given.ok_or_else(|| EngineError::MissingStore(wanted.name().to_owned()))?;
            stores.push((name.clone(), Arc::clone(store)));
        }
        let stores = Stores::new(stores);
        let survey = survey(&self.map, &stores).await?;
        if survey.findings.has_errors() {
            let mut findings = crate::plan::cross_check(&self.policy, &self.map);
            findings.extend(survey.findings);
            return Err(EngineError::Unfit(findings));
        }
        let planner =
            Planner::with_facts(&self.policy, &self.map, &survey.facts).map_err(EngineError::Unfit)?;
        let mut findings = Findings::new();
        for step in planner.compiled().steps_that_mask() {
            if let Some(collection) = planner.compiled().graph.node(step.node) {
                check_masks(collection, &survey, &planner.compiled().masked_fields(step), &mut findings);
            }
        }
        if findings.has_errors() {
            return Err(EngineError::Unfit(findings));
        }
        let places = planner.compiled().graph.nodes.iter().map(|node| Arc::new(place_of(node))).collect();
        Ok(Engine {
            planner,
            places: Arc::new(places),
            stores,
            survey: Arc::new(survey),
            ledger,
            clock: self.clock,
            entropy: self.entropy,
            vault: Arc::new(Vault::fetch(keys.as_ref()).await?),
            holds: Arc::new(self.holds),
            batch: self.batch,
            foresight: if self.is_alone { run::LEASE } else { TimeDelta::zero() },
            throttle: self.throttle,
            on_progress: self.on_progress,
        })
    }
}
