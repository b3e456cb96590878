//! Plays a case: workers of the engine over one store and one ledger, of which exactly one moves at a time.

use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
#[cfg(any(feature = "postgres", feature = "mysql"))]
use std::time::Duration;

use chrono::TimeDelta;
use oubliette::datamap::DataMap;
use oubliette::engine::{Engine, Idempotency};
use oubliette::identifier::Identifier;
use oubliette::policy::{Channel, Policy};
use oubliette::port::{Entropy, EntropyError, ManualClock, MasterKey, Requests as _, Standing};
use oubliette::request::{Request, RequestId, RequestState};

use super::case::{Asked, Case, Turn};
use super::gate::{Gate, Gated};
use super::ground::{Ground, Laid};
use super::reference::compare::now;
use super::reference::model::Tables;
use super::watch::Watch;

/// A worker tries again where its request was stopped, but not for ever.
const TRIES: usize = 3;
/// So often is every request taken up again after all workers have ended.
const ROUNDS: usize = 6;
/// Far more calls than a request of a few rows needs.
const PATIENCE: usize = 4_000;
/// More than a lease, and more than the time before another try.
const LATER: TimeDelta = TimeDelta::minutes(20);

/// What came of a case.
pub struct Outcome {
    pub tables: Tables,
    /// Where each request stands, and what stopped it last.
    pub ends: Vec<(RequestState, Option<String>)>,
    /// Requests that changed or erased any record.
    pub have_written: Vec<bool>,
    /// The host's writes in the order in which they were tried, and whether they were possible.
    pub written: Vec<(usize, bool)>,
    /// What was seen to go wrong on the way.
    pub wrong: Option<(String, String)>,
    /// All that happened, in words.
    pub told: Vec<String>,
}

impl Outcome {
    fn new(case: &Case) -> Self {
        Self {
            tables: Tables::new(),
            ends: Vec::new(),
            have_written: vec![false; case.requests.len()],
            written: Vec::new(),
            wrong: None,
            told: Vec::new(),
        }
    }
}

type Work<'a> = Pin<Box<dyn Future<Output = ()> + 'a>>;

struct Worker<'a> {
    gate: Gate,
    /// `None` once it has ended.
    work: Option<Work<'a>>,
    calls: usize,
    /// Calls that changed records, or would have.
    writes: usize,
}

struct Stage<'a, L> {
    case: &'a Case,
    ids: &'a [RequestId],
    laid: &'a L,
    clock: &'a ManualClock,
    workers: Vec<Worker<'a>>,
    watch: Watch<'a>,
    outcome: Outcome,
}

/// Plays a case step by step, in the turns that it says.
pub async fn play(ground: &impl Ground, case: &Case) -> Outcome {
    let laid = ground.lay(&case.world).await;
    let clock = Arc::new(ManualClock::new(now()));
    let gates: Vec<Gate> = (0..case.workers()).map(|it| Gate::new(case.worker_name(it))).collect();
    let entropy = Arc::new(Drawn(AtomicU64::new(super::scrambled(laid.number()))));
    let files = files(case);
    let mut engines = Vec::new();
    for gate in &gates {
        engines.push(engine(case, &files, &laid, gate, &clock, &entropy).await);
    }
    let ids = open(case, &engines[0]).await;
    let work = |worker: usize| -> Work<'_> { Box::pin(work(&engines[worker], ids[case.request_of(worker)])) };
    let workers = gates.iter().enumerate();
    let workers =
        workers.map(|(at, gate)| Worker { gate: gate.clone(), work: Some(work(at)), calls: 0, writes: 0 });
    let tables = laid.tables(&case.world).await;
    let mut stage = Stage {
        workers: workers.collect(),
        watch: Watch::new(case, tables),
        outcome: Outcome::new(case),
        case,
        ids: &ids,
        laid: &laid,
        clock: &clock,
    };
    for turn in &case.turns {
        match turn {
            Turn::Work { worker, calls } => stage.work(*worker, *calls).await,
            Turn::Reach { worker, times } => stage.reach(*worker, *times).await,
            Turn::Host(write) => stage.write(*write).await,
        }
    }
    // Whoever takes over ends before whom it took over from.
    for worker in (case.requests.len()..case.workers()).chain(0..case.workers()) {
        stage.work(worker, PATIENCE).await;
    }
    let mut outcome = stage.outcome;
    finish(&engines, &ids, &clock, &gates, &mut outcome).await;
    outcome.tables = laid.tables(&case.world).await;
    outcome
}

/// Plays a case with all workers at once, as they come. The host writes meanwhile, in its order.
#[cfg(any(feature = "postgres", feature = "mysql"))]
pub async fn play_freely(ground: &impl Ground, case: &Case) -> Outcome {
    let laid = ground.lay(&case.world).await;
    let clock = Arc::new(ManualClock::new(now()));
    let gate = Gate::new("nobody".to_owned());
    gate.open();
    let entropy = Arc::new(Drawn(AtomicU64::new(super::scrambled(laid.number()))));
    let files = files(case);
    let mut engines = Vec::new();
    for worker in 0..case.requests.len() {
        let gate = gate.also_of(case.worker_name(worker));
        engines.push(engine(case, &files, &laid, &gate, &clock, &entropy).await);
    }
    let ids = open(case, &engines[0]).await;
    let workers = engines.iter().zip(&ids).map(|(engine, id)| {
        let (engine, id) = (engine.clone(), *id);
        tokio::spawn(async move { work(&engine, id).await })
    });
    let workers: Vec<_> = workers.collect();
    let mut outcome = Outcome::new(case);
    for turn in &case.turns {
        match turn {
            // As long as some calls take.
            Turn::Work { calls: length, .. } | Turn::Reach { times: length, .. } => {
                tokio::time::sleep(Duration::from_micros(200 * *length as u64)).await;
            }
            Turn::Host(write) => {
                let was_possible = laid.write(&case.world, &case.writes[*write]).await;
                outcome.written.push((*write, was_possible));
            }
        }
    }
    for worker in workers {
        worker.await.unwrap();
    }
    finish(&engines, &ids, &clock, &[gate], &mut outcome).await;
    outcome.tables = laid.tables(&case.world).await;
    outcome
}

fn files(case: &Case) -> (Policy, DataMap) {
    let policy = Policy::from_toml(&case.world.policy_toml()).unwrap();
    (policy, DataMap::from_toml(&case.world.map_toml()).unwrap())
}

async fn engine(
    case: &Case,
    files: &(Policy, DataMap),
    laid: &impl Laid,
    gate: &Gate,
    clock: &Arc<ManualClock>,
    entropy: &Arc<Drawn>,
) -> Engine {
    let mut key = [7; 32];
    key[..8].copy_from_slice(&laid.number().to_be_bytes());
    let (policy, map) = files.clone();
    Engine::builder(policy, map)
        .with_store("crm", Gated(laid.store(), gate.clone()))
        .with_ledger(Gated(laid.ledger(), gate.clone()))
        .with_keys(MasterKey::new(key))
        .with_clock(Arc::clone(clock))
        .with_entropy(Arc::clone(entropy))
        .with_batch_size(case.batch)
        .build()
        .await
        .unwrap_or_else(|error| panic!("build: {error}\n{}", case.describe()))
}

async fn open(case: &Case, engine: &Engine) -> Vec<RequestId> {
    let mut ids = Vec::new();
    for Asked { identifier: (kind, text), .. } in &case.requests {
        let request = Request::builder(Channel::Operator)
            .with_identifier(Identifier::parse(kind, text, None).unwrap())
            .for_all_tenants()
            .build()
            .unwrap();
        ids.push(engine.open(&request, &Idempotency::WhileOpen).await.unwrap().id);
    }
    ids
}

/// Runs a request; once more where it was stopped.
async fn work(engine: &Engine, id: RequestId) {
    for _ in 0..TRIES {
        if engine.run(id).await.is_ok() {
            return;
        }
    }
}

/// Takes up what has not ended, as a host does: later, and again.
async fn finish(
    engines: &[Engine],
    ids: &[RequestId],
    clock: &ManualClock,
    gates: &[Gate],
    outcome: &mut Outcome,
) {
    gates.iter().for_each(Gate::open);
    for round in 1..=ROUNDS {
        clock.set(now() + TimeDelta::hours(2) + LATER * round as i32);
        outcome.ends.clear();
        for (engine, id) in engines.iter().zip(ids) {
            let end = match engine.run(*id).await {
                Ok(report) => (report.state, report.problem),
                Err(error) => (RequestState::PartiallyFailed, Some(error.to_string())),
            };
            outcome.ends.push(end);
        }
        for gate in gates {
            outcome.told.extend(gate.told());
        }
        if outcome.ends.iter().all(|(state, _)| state.is_terminal()) {
            break;
        }
    }
    let ends =
        outcome.ends.iter().map(|(state, problem)| format!("{state} {}", problem.as_deref().unwrap_or("")));
    outcome.told.extend(ends.collect::<Vec<_>>());
}

impl<L: Laid> Stage<'_, L> {
    /// Lets a worker make so many calls, as long as it may.
    async fn work(&mut self, worker: usize, calls: usize) {
        self.take_over(worker).await;
        self.calls(worker, calls).await;
    }

    /// Lets a worker go on until it is about to change records, so many times.
    async fn reach(&mut self, worker: usize, times: usize) {
        self.take_over(worker).await;
        for _ in 0..times {
            self.calls(worker, 1).await;
            while self.may_go(worker) && !self.workers[worker].gate.would_write() {
                self.step(worker).await;
            }
        }
    }

    /// Whoever takes over begins when the lease of the one before has ended.
    async fn take_over(&mut self, worker: usize) {
        if let Some(of) = worker.checked_sub(self.case.requests.len()).map(|it| self.case.takeovers[it].of)
            && self.workers[worker].calls == 0
        {
            // Nobody takes over from a worker that goes on.
            self.calls(of, PATIENCE).await;
            self.clock.set(now() + LATER);
        }
    }

    async fn calls(&mut self, worker: usize, calls: usize) {
        for _ in 0..calls {
            if !self.may_go(worker) {
                return;
            }
            self.step(worker).await;
        }
    }

    /// Whether a worker has anything left to do, and may do it.
    fn may_go(&self, worker: usize) -> bool {
        self.workers[worker].work.is_some() && !self.is_stopped(worker) && self.outcome.wrong.is_none()
    }

    /// Whether a worker waits for the one that takes over from it.
    fn is_stopped(&self, worker: usize) -> bool {
        (self.case.requests.len()..).zip(&self.case.takeovers).any(|(successor, it)| {
            it.of == worker
                && self.workers[worker].writes >= it.writes
                && self.workers[worker].gate.would_write()
                && self.workers[successor].work.is_some()
        })
    }

    async fn step(&mut self, at: usize) {
        let worker = &mut self.workers[at];
        let Some(work) = &mut worker.work else { return };
        worker.writes += usize::from(worker.gate.would_write());
        if worker.gate.step(work).await.is_some() {
            worker.work = None;
        }
        worker.calls += 1;
        self.outcome.told.extend(worker.gate.told());
        let name = self.case.worker_name(at);
        if worker.calls == PATIENCE {
            self.outcome.wrong = Some(("a worker never ends".to_owned(), name.clone()));
        }
        if worker.gate.has_written() {
            let after = self.laid.tables(&self.case.world).await;
            if after != *self.watch.tables() {
                self.outcome.have_written[self.case.request_of(at)] = true;
            }
            let wrong = self.watch.step(after).map(|(kind, text)| (kind, format!("{name}: {text}")));
            self.outcome.wrong = self.outcome.wrong.take().or(wrong);
        }
        let request = self.case.request_of(at);
        if self.laid.ledger().load(self.ids[request]).await.is_ok_and(has_ended) {
            self.watch.end(request);
        }
    }

    async fn write(&mut self, at: usize) {
        let write = &self.case.writes[at];
        let was_possible = self.laid.write(&self.case.world, write).await;
        self.outcome.written.push((at, was_possible));
        let outcome = if was_possible { "done" } else { "not possible" };
        self.outcome.told.push(format!("host: {}: {outcome}", write.text()));
        self.watch.host(self.laid.tables(&self.case.world).await);
    }
}

fn has_ended(standing: Option<Standing>) -> bool {
    standing.is_some_and(|it| it.head.state.is_terminal())
}

/// The same random numbers in every run.
#[derive(Debug)]
struct Drawn(AtomicU64);

impl Entropy for Drawn {
    fn fill(&self, bytes: &mut [u8]) -> Result<(), EntropyError> {
        for chunk in bytes.chunks_mut(8) {
            let number = self.0.fetch_add(1, Ordering::Relaxed);
            chunk.copy_from_slice(&super::scrambled(number).to_be_bytes()[..chunk.len()]);
        }
        Ok(())
    }
}
