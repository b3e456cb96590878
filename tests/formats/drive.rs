//! All that these tests ask of the engine, in one place, for the day on which a name changes.

use std::cell::RefCell;
use std::sync::Arc;

use chrono::{DateTime, Utc};
use oubliette::engine::{Engine, EngineError, Report, Ticket};
use oubliette::hold::{HoldScope, LegalHold};
use oubliette::port::{Entropy, ManualClock, MasterKey, SystemEntropy};
use oubliette::request::RequestId;

use super::databases::Ports;
use super::files::{Deploy, Files};
use super::requests::Who;

/// A host: its files, its database, its clock, and the legal holds that it knows of.
pub struct Host {
    files: Files,
    deploy: Deploy,
    who: Who,
    pub clock: Arc<ManualClock>,
    pub entropy: Arc<dyn Entropy>,
    pub batch: usize,
    ports: Ports,
    is_held: bool,
    /// Built once for all calls between two changes.
    engine: RefCell<Option<Engine>>,
}

/// A step of a report: what was done to how many records, how it ended, and why.
pub type Step = oubliette::engine::StepReport;

impl Host {
    pub fn new(ports: Ports, files: Files, who: Who, now: DateTime<Utc>) -> Self {
        Self {
            files,
            deploy: Deploy::None,
            who,
            clock: Arc::new(ManualClock::new(now)),
            entropy: Arc::new(SystemEntropy),
            batch: 2,
            ports,
            is_held: false,
            engine: RefCell::new(None),
        }
    }

    pub fn set_ports(&mut self, ports: Ports) {
        self.ports = ports;
        self.engine.take();
    }

    /// Says whether a legal hold is on the invoices.
    pub fn set_held(&mut self, is_held: bool) {
        self.is_held = is_held;
        self.engine.take();
    }

    /// Says what has changed in the files.
    pub fn set_deploy(&mut self, deploy: Deploy) {
        self.deploy = deploy;
        self.engine.take();
    }

    async fn engine(&self) -> Engine {
        let built = self.engine.borrow().clone();
        match built {
            Some(engine) => engine,
            None => {
                let engine = self.build().await;
                self.engine.replace(Some(engine.clone()));
                engine
            }
        }
    }

    async fn build(&self) -> Engine {
        let hold = LegalHold::new("Case 7/2026", HoldScope::Category("billing".parse().unwrap())).unwrap();
        Engine::builder(self.files.policy(self.deploy), self.files.map(self.deploy))
            .with_store("crm", self.ports.store.clone())
            .with_ledger(self.ports.ledger.clone())
            .with_keys(MasterKey::new([7; 32]))
            .with_clock(self.clock.clone())
            .with_entropy(self.entropy.clone())
            .with_holds(self.is_held.then_some(hold))
            .with_batch_size(self.batch)
            .build()
            .await
            .unwrap()
    }

    pub async fn open(&self) -> Ticket {
        self.engine().await.open(&self.who.request(), &self.who.idempotency()).await.unwrap()
    }

    pub async fn run(&self, id: RequestId) -> Result<Report, EngineError> {
        self.engine().await.run(id).await
    }

    /// Runs whatever is due, as a host's job does; answers whether anything was.
    pub async fn run_due(&self) -> Option<(RequestId, Result<Report, EngineError>)> {
        self.engine().await.run_due().await.unwrap()
    }

    pub async fn report(&self, id: RequestId) -> Report {
        self.engine().await.report(id).await.unwrap()
    }

    /// What whoever has the code is told.
    pub async fn status(&self, code: &str) -> Option<Report> {
        self.engine().await.status(&code.parse().unwrap()).await.unwrap()
    }

    pub async fn verify(&self, id: RequestId) {
        self.engine()
            .await
            .prove(id, &"registered_email".parse().unwrap(), &oubliette::request::Actor::Host)
            .await
            .unwrap();
    }

    /// Approves the plan that was shown or, where none was, the one that would be made now.
    pub async fn approve(&self, id: RequestId) {
        let engine = self.engine().await;
        let now = oubliette::port::Clock::now(self.clock.as_ref());
        let shown = self.report(id).await.plan_hash;
        let hash =
            shown.unwrap_or_else(|| engine.planner().plan(&self.who.request(), &[], now).unwrap().hash());
        engine.approve(id, hash, &oubliette::request::Actor::operator("Q. Roe")).await.unwrap();
    }

    pub async fn cancel(&self, id: RequestId) -> Result<(), EngineError> {
        self.engine().await.cancel(id, &oubliette::request::Actor::Person).await
    }
}
