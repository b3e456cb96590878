//! Builds an engine from a policy, a data map and the host's ports.

use std::fmt;
use std::sync::{Arc, RwLock};

use chrono::TimeDelta;

use super::drive::LEASE;
use super::drive::notices::Notices;
use super::error::EngineError;
use super::find::records::Stores;
use super::live_schema::{ask, survey};
use super::progress::{OnProgress, Progress};
use super::record::files::Fingerprints;
use super::record::registry::Registry;
use super::record::vault::Vault;
use super::{Engine, HoldsInForce};
use crate::datamap::DataMap;
use crate::finding::Findings;
use crate::hold::LegalHold;
use crate::meta::StatusPage;
use crate::page::Composer;
use crate::plan::Planner;
use crate::plan::ids::IdVec;
use crate::policy::Policy;
use crate::port::{
    Clock, Entropy, Keys, Ledger, Notifier, Store, SystemClock, SystemEntropy, SystemWaiting, Throttle,
    Waiting,
};
use crate::schema::{acting_triggers, cascades, check_masks, check_plans, place_of};

/// How many records a page or batch holds unless [`EngineBuilder::with_batch_size`] says otherwise.
const BATCH_SIZE: usize = 2_000;

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
            waiting: Arc::new(SystemWaiting),
            notices: None,
            on_progress: Arc::new(|_| {}),
        }
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
    waiting: Arc<dyn Waiting>,
    notices: Option<Notices>,
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

    /// The engine's own memory. Required.
    #[must_use]
    pub fn with_ledger(mut self, ledger: impl Ledger) -> Self {
        self.ledger = Some(Arc::new(ledger));
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
    pub fn with_clock(mut self, clock: impl Clock) -> Self {
        self.clock = Arc::new(clock);
        self
    }

    /// Another source of randomness than the system's.
    #[must_use]
    pub fn with_entropy(mut self, entropy: impl Entropy) -> Self {
        self.entropy = Arc::new(entropy);
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

    /// Is called after every batch; the next one starts when it returns.
    #[must_use]
    pub fn with_throttle(mut self, throttle: impl Throttle) -> Self {
        self.throttle = Some(Arc::new(throttle));
        self
    }

    /// Tells people how their requests go: `composer` writes the notices, `notifier` hands them on. Only who gave an address
    /// with their request is told; that address is kept until the last notice was taken, or was tried for a week.
    #[must_use]
    pub fn with_notifier(mut self, notifier: impl Notifier, composer: impl Composer) -> Self {
        let (notifier, composer) = (Arc::new(notifier), Arc::new(composer));
        self.notices = Some(Notices { notifier, composer, status_page: None, proof_page: None });
        self
    }

    /// Notices lead to the page of the request, and links of proof to the pages below `proof_page`, such as
    /// `https://crm.example/privacy/prove/`. To be called after [`with_notifier`](Self::with_notifier).
    #[must_use]
    pub fn with_pages(mut self, status_page: StatusPage, proof_page: impl Into<String>) -> Self {
        if let Some(notices) = &mut self.notices {
            notices.status_page = Some(status_page);
            notices.proof_page = Some(proof_page.into());
        }
        self
    }

    /// Waits by something else than a sleeping thread, where records are left that somebody else may be working on.
    #[must_use]
    pub fn with_waiting(mut self, waiting: impl Waiting) -> Self {
        self.waiting = Arc::new(waiting);
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
    /// given; a store that cannot be reached.
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
        let mut survey = survey(&self.map, &stores).await?;
        let along = cascades(&self.policy, &self.map, &survey);
        survey.findings.extend(along);
        if survey.findings.has_errors() {
            let mut findings = crate::plan::cross_check(&self.policy, &self.map);
            findings.extend(survey.findings);
            return Err(EngineError::Unfit(findings));
        }
        let planner =
            Planner::with_facts(&self.policy, &self.map, &survey.facts).map_err(EngineError::Unfit)?;
        let mut findings = Findings::new();
        for step in planner.compiled().steps_that_mask() {
            let collection = &planner.compiled().graph.nodes[step.node];
            check_masks(collection, &survey, &planner.compiled().masked_fields(step), &mut findings);
        }
        check_plans(planner.compiled(), &survey, &mut findings);
        ask(planner.compiled(), &survey, &stores, &mut findings).await?;
        if findings.has_errors() {
            return Err(EngineError::Unfit(findings));
        }
        survey.findings.extend(findings);
        let nodes = &planner.compiled().graph.nodes;
        let places = IdVec::for_each(nodes, |node| Arc::new(place_of(&nodes[node])));
        let mut live = Findings::new();
        live.extend(survey.findings.warnings().cloned());
        let masked = planner.compiled().masked_by_collection();
        live.extend(acting_triggers(&self.map, &survey, &masked));
        Ok(Engine {
            live: Arc::new(live),
            files: Fingerprints::of(&self.policy, &self.map)?,
            planner,
            places: Arc::new(places),
            stores,
            survey: Arc::new(survey),
            registry: Registry {
                ledger,
                vault: Arc::new(Vault::fetch(keys.as_ref()).await?),
                clock: self.clock,
                entropy: self.entropy,
            },
            holds: Arc::new(RwLock::new(HoldsInForce { given: self.holds, placed: Vec::new() })),
            batch: self.batch,
            lease_grace: if self.is_alone { LEASE } else { TimeDelta::zero() },
            throttle: self.throttle,
            waiting: self.waiting,
            notices: self.notices.map(Arc::new),
            on_progress: self.on_progress,
        })
    }
}
