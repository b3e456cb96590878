//! Drives one request as far as it can go today.

use std::collections::BTreeMap;

use chrono::{DateTime, TimeDelta, Utc};

use super::bind::{Binder, People};
use super::case::Case;
use super::error::EngineError;
use super::execute::Executor;
use super::identify::{Found, identify, still_holding};
use super::journal::{Event, PlannedStep, Progress as Past, StepProgress};
use super::locate::{Located, Locator};
use super::notebook::{Notebook, lists};
use super::open::{Dossier, dossier_context};
use super::reader::Reader;
use super::report::Report;
use super::{Engine, Progress};
use crate::finding::Findings;
use crate::plan::graph::NodeIndex;
use crate::plan::layout::{Part, Span, Step};
use crate::plan::{Plan, PlanStep, Reason};
use crate::policy::Approval;
use crate::port::{Head, LedgerError, Scrubber, Standing};
use crate::request::{Action, Outcome, Request, RequestId, RequestState};
use crate::schema::check_masks;

/// How long a worker has a request to itself before another may take it over.
pub(super) const LEASE: TimeDelta = TimeDelta::minutes(15);
/// When a failed request is tried again.
const RETRY: TimeDelta = TimeDelta::minutes(15);

impl Engine {
    /// What would be done for a request as of now, with counts. Writes nothing to any store.
    ///
    /// Notes made on the way go into the engine's ledger and are destroyed again, so a ledger in memory leaves no trace.
    ///
    /// # Errors
    /// As [`Engine::run`].
    pub async fn preview(&self, request: &Request) -> Result<(Plan, Report), EngineError> {
        let plan = self.planner.plan(request, &self.holds, self.clock.now())?;
        let mut random = [0_u8; 10];
        self.entropy.fill(&mut random)?;
        let id = RequestId::new(self.clock.now(), random);
        (self.on_progress)(Progress::Locating);
        let scratch = self.scratch_request(id, request).await?;
        let located = match self.identify(&plan, request, id).await {
            Ok(found) => {
                self.locate(&plan, request, &found.people, id).await.map(|located| (located, found.report))
            }
            Err(error) => Err(error),
        };
        self.ledger.shred(id).await?;
        self.forget_kept(id, &plan).await?;
        self.ledger
            .append(
                id,
                scratch.version,
                &Head { state: RequestState::Cancelled, due: None },
                &[super::journal::Line { at: self.clock.now(), event: Event::Forgotten }.write()?],
            )
            .await?;
        let (located, identification) = located?;
        let mut past = Past { identification, planned: Some((plan.hash(), plan.now())), ..Past::default() };
        past.steps = plan.steps().map(|step| StepProgress::pending(planned_step(&step))).collect();
        past.warnings = plan.warnings().warnings().map(ToString::to_string).collect();
        for (step, located) in past.steps.iter_mut().zip(located) {
            step.take(located);
            step.outcome = if step.records == 0 { Outcome::Absent } else { Outcome::Pending };
        }
        let nothing = past.steps.iter().all(|step| step.records == 0);
        let state = if nothing { RequestState::NothingHeld } else { RequestState::Received };
        Ok((plan, Report::new(None, state, None, None, &past)))
    }

    /// Opens a request that is only there to keep the notes of a preview, and that nobody will ever run.
    async fn scratch_request(&self, id: RequestId, request: &Request) -> Result<Standing, EngineError> {
        let dossier = Dossier {
            request: request.clone(),
            code: String::new(),
            people: Vec::new(),
            identifiers: Vec::new(),
        };
        let head = Head { state: RequestState::Received, due: None };
        let opening = crate::port::Opening {
            id,
            idempotency: self.vault.recognise(&[b"preview", id.to_string().as_bytes()]),
            former: Vec::new(),
            code: self.vault.recognise(&[b"no code", id.to_string().as_bytes()]),
            head: head.clone(),
            sealed: self.vault.seal(&dossier, &dossier_context(id), self.entropy.as_ref())?,
            lines: Vec::new(),
        };
        self.ledger.open(&opening).await?;
        self.desk().standing(id).await
    }

    /// Drives a request as far as it can go today: to its end, or to where it waits for somebody or something.
    ///
    /// May be called again at any time, by anybody; what is done is not done twice.
    ///
    /// # Errors
    /// What stopped it. The request stays open, and the next run goes on from there.
    pub async fn run(&self, id: RequestId) -> Result<Report, EngineError> {
        let now = self.clock.now();
        if !self.ledger.claim(id, now + self.foresight, now + LEASE).await? {
            return Err(EngineError::Busy);
        }
        let result = self.drive(id).await;
        self.ledger.release(id).await?;
        result
    }

    /// Claims the request that has been due longest and drives it; `None` where nothing is due.
    ///
    /// # Errors
    /// As [`Engine::run`], with the request that it was about.
    pub async fn run_due(&self) -> Result<Option<(RequestId, Result<Report, EngineError>)>, EngineError> {
        let now = self.clock.now();
        let Some(id) = self.ledger.claim_due(now + self.foresight, now + LEASE).await? else {
            return Ok(None);
        };
        let result = self.drive(id).await;
        self.ledger.release(id).await?;
        Ok(Some((id, result)))
    }

    async fn drive(&self, id: RequestId) -> Result<Report, EngineError> {
        let mut case = self.take_up(id).await?;
        if !case.head().state.is_terminal() {
            let mut dossier = self.desk().dossier(id).await?.ok_or(EngineError::Forgotten)?;
            while !case.head().state.is_terminal() {
                match self.next_state(&case, &dossier)? {
                    Next::Wait => return Ok(case.report(Some(dossier.code))),
                    Next::Enter(to, due) => self.enter(&mut case, to, due).await?,
                    Next::Execute => {
                        if let Err(error) = self.execute(&mut case, &mut dossier).await {
                            self.note_failure(id, &error).await?;
                            return Err(error);
                        }
                    }
                }
            }
        }
        if !case.past.is_forgotten {
            self.forget(&mut case).await?;
        }
        Ok(case.report(None))
    }

    /// What a request that has not ended does next.
    fn next_state(&self, case: &Case, dossier: &Dossier) -> Result<Next, EngineError> {
        use RequestState as S;
        let now = self.clock.now();
        let (state, past) = (case.head().state, &case.past);
        if state == S::AwaitingBackups {
            let is_over = past.backups_gone_at.is_none_or(|instant| instant <= now);
            return Ok(if is_over { Next::Enter(final_state(past), Some(now)) } else { Next::Wait });
        }
        if past.has_written || matches!(state, S::Running | S::PartiallyFailed | S::OnHold) {
            return Ok(match state {
                // Nothing has changed since the hold stopped it.
                S::OnHold if self.plan_again(past, &dossier.request)?.1 => Next::Wait,
                S::Running => Next::Execute,
                S::AwaitingApproval if !self.is_approved(past, dossier)? => Next::Wait,
                _ => Next::Enter(S::Running, Some(now)),
            });
        }
        if self.awaits_verification(&dossier.request, past) {
            return Ok(if state == S::AwaitingVerification {
                Next::Wait
            } else {
                Next::Enter(S::AwaitingVerification, None)
            });
        }
        let start = past.verified_at.or(past.opened_at).unwrap_or(now);
        let policy = self.planner.policy();
        let grace_ends = policy.promises().grace().and_then(|grace| grace.after(start, policy.time_zone()));
        if let Some(end) = grace_ends.filter(|end| *end > now) {
            return Ok(if state == S::Scheduled { Next::Wait } else { Next::Enter(S::Scheduled, Some(end)) });
        }
        if !self.is_approved(past, dossier)? {
            return Ok(if state == S::AwaitingApproval {
                Next::Wait
            } else {
                Next::Enter(S::AwaitingApproval, None)
            });
        }
        Ok(Next::Enter(S::Running, Some(now)))
    }

    /// Whether the plan as it would run now may run: no approval is asked for, or this very plan has it.
    fn is_approved(&self, past: &Past, dossier: &Dossier) -> Result<bool, EngineError> {
        if self.planner.policy().promises().approval() == Approval::None {
            return Ok(true);
        }
        let Some((hash, at)) = &past.approved else { return Ok(false) };
        Ok(self.planner.plan(&dossier.request, &self.holds, *at)?.hash() == *hash)
    }

    async fn enter(
        &self,
        case: &mut Case,
        to: RequestState,
        due: Option<DateTime<Utc>>,
    ) -> Result<(), EngineError> {
        case.advance(to)?;
        tracing::info!(request = %case.id(), state = %to, "request moved");
        self.append(case, Head { state: to, due }, vec![Event::State { to }]).await
    }

    async fn note_failure(&self, id: RequestId, error: &EngineError) -> Result<(), EngineError> {
        // The failure may have been the ledger's, so that only the ledger knows how far the request got.
        let mut case = self.take_up(id).await?;
        if case.head().state != RequestState::Running {
            return Ok(());
        }
        let to = case.head().state.advance(RequestState::PartiallyFailed)?;
        let head = Head { state: to, due: Some(self.clock.now() + RETRY) };
        let problem = error.to_string();
        tracing::warn!(request = %id, problem, "request stopped");
        self.append(&mut case, head, vec![Event::Stopped { problem }, Event::State { to }]).await
    }

    /// Plans, locates, erases and checks. The request is running.
    async fn execute(&self, case: &mut Case, dossier: &mut Dossier) -> Result<(), EngineError> {
        let id = case.id();
        let (plan, is_same) = self.plan_again(&case.past, &dossier.request)?;
        if !is_same {
            let event = Event::Planned {
                hash: plan.hash(),
                steps: plan.steps().map(|step| planned_step(&step)).collect(),
                warnings: plan.warnings().warnings().map(ToString::to_string).collect(),
            };
            self.append(case, case.head().clone(), vec![event]).await?;
        }
        if !case.past.is_located {
            (self.on_progress)(Progress::Locating);
            let mut identification = case.past.identification.clone();
            if dossier.people.is_empty() {
                let found = self.identify(&plan, &dossier.request, id).await?;
                dossier.people = self.by_name(&found.people);
                dossier.identifiers = found.identifiers.into_iter().collect();
                identification = found.report;
                let sealed = self.vault.seal(dossier, &dossier_context(id), self.entropy.as_ref())?;
                self.ledger.seal(id, &sealed).await?;
            }
            let people = self.by_index(dossier);
            let steps = self.locate(&plan, &dossier.request, &people, id).await?;
            self.check_fit(&plan, &dossier.request, &people, id, &steps)?;
            self.append(case, case.head().clone(), vec![Event::Located { steps, identification }]).await?;
        }
        let people = self.by_index(dossier);
        self.take_steps(case, &plan, dossier, &people).await?;
        self.conclude(case, &plan, dossier, &people).await
    }

    /// The plan that was begun, if it would still be made as of then; a new one as of now otherwise.
    fn plan_again(&self, past: &Past, request: &Request) -> Result<(Plan, bool), EngineError> {
        if let Some((hash, at)) = &past.planned {
            let plan = self.planner.plan(request, &self.holds, *at)?;
            if plan.hash() == *hash {
                return Ok((plan, true));
            }
        }
        let approved_at = past.approved.as_ref().map(|(_, at)| *at);
        let as_of = approved_at.filter(|_| past.planned.is_none()).unwrap_or_else(|| self.clock.now());
        Ok((self.planner.plan(request, &self.holds, as_of)?, false))
    }

    async fn take_steps(
        &self,
        case: &mut Case,
        plan: &Plan,
        dossier: &Dossier,
        people: &People,
    ) -> Result<(), EngineError> {
        let notebook = self.notebook(case.id());
        let reader = self.reader(plan, &dossier.request, people);
        let locator = Locator { reader, plan, notebook: &notebook };
        let scrubber = scrubber(dossier)?;
        let pseudonyms = self.vault.pseudonyms();
        let on_batch = |records| (self.on_progress)(Progress::Advanced(records));
        let executor = Executor {
            locator,
            scrubber: &scrubber,
            pseudonyms: &pseudonyms,
            on_batch: &on_batch,
            throttle: self.throttle.as_deref(),
        };
        let mut shells_of: BTreeMap<NodeIndex, u64> = BTreeMap::new();
        // The end of one step and the beginning of the next are written down together.
        let mut ended_before = None;
        let steps = case.past.steps.clone();
        for (index, (step, taken)) in plan.layout.steps.iter().zip(&steps).enumerate() {
            if taken.outcome.is_done() {
                if step.action == Action::Erase {
                    let all = taken.located.records + taken.located.shells;
                    shells_of.insert(step.node, all.saturating_sub(taken.records));
                }
                continue;
            }
            let words = taken.planned.words.clone();
            (self.on_progress)(Progress::Step { words, records: taken.records });
            let head = Head { state: case.head().state, due: Some(self.clock.now() + LEASE) };
            let begun = Event::StepBegan { step: index };
            let events = ended_before.take().into_iter().chain([begun]).collect();
            self.append(case, head.clone(), events).await?;
            match self.take_step(&executor, step, &taken.located, &mut shells_of).await {
                Ok((outcome, records)) => {
                    ended_before = Some(Event::StepEnded { step: index, outcome, records });
                }
                Err(error) => {
                    let failed =
                        Event::StepEnded { step: index, outcome: Outcome::Failed, records: taken.records };
                    self.append(case, head, vec![failed]).await?;
                    return Err(error);
                }
            }
        }
        match ended_before {
            Some(event) => self.append(case, case.head().clone(), vec![event]).await,
            None => Ok(()),
        }
    }

    /// Takes one step and counts again.
    async fn take_step(
        &self,
        executor: &Executor<'_>,
        step: &Step,
        located: &Located,
        shells_of: &mut BTreeMap<NodeIndex, u64>,
    ) -> Result<(Outcome, u64), EngineError> {
        if step.held {
            let outcome = if located.records == 0 { Outcome::Absent } else { Outcome::OnHold };
            return Ok((outcome, located.records));
        }
        executor.run(step).await?;
        let mut records = located.records;
        match step.part {
            Part::Records(Span::Kept) => {}
            Part::Records(_) if step.action == Action::Erase => {
                // Whatever of them is left has to stay as a shell; the step for shells deals with it.
                let left = executor.remaining(step).await?;
                if left > 0 && !executor.locator.may_leave_shells(step.node) {
                    let missed = executor.missed(step).await?;
                    if missed > 0 {
                        return Err(unfinished(executor, step, missed));
                    }
                }
                records = (located.records + located.shells).saturating_sub(left);
                shells_of.insert(step.node, left);
            }
            Part::Shells(_) => {
                records = shells_of.get(&step.node).copied().unwrap_or(records);
            }
            _ => {
                let left = executor.remaining(step).await?;
                if left > 0 {
                    return Err(unfinished(executor, step, left));
                }
            }
        }
        let outcome = match (records, step.action) {
            (0, _) => Outcome::Absent,
            (_, Action::Erase) => Outcome::Erased,
            (_, Action::Anonymize) => Outcome::Anonymized,
            (_, Action::Clear) => Outcome::Cleared,
            (_, Action::Retain) => Outcome::Retained,
        };
        Ok((outcome, records))
    }

    /// Looks once more for what still names the person, and moves the request to where it ends or waits.
    async fn conclude(
        &self,
        case: &mut Case,
        plan: &Plan,
        dossier: &Dossier,
        people: &People,
    ) -> Result<(), EngineError> {
        (self.on_progress)(Progress::Checking);
        let takes = |node: NodeIndex| {
            plan.layout
                .steps
                .iter()
                .any(|step| step.node == node && !step.held && step.action != Action::Retain)
        };
        let left = still_holding(
            self.reader(plan, &dossier.request, people),
            &dossier.identifiers,
            &self.notebook(case.id()),
            |node| !takes(node),
        )
        .await?;
        let now = self.clock.now();
        let policy = self.planner.policy();
        let end = final_state(&case.past);
        let rotation = policy.promises().backups_rotate().and_then(|it| it.after(now, policy.time_zone()));
        let (to, due) = match (end, rotation) {
            (RequestState::Completed | RequestState::CompletedWithRetention, Some(gone_at)) => {
                (RequestState::AwaitingBackups, Some(gone_at))
            }
            // Due until who it was about is forgotten, so that a crash in between leaves nothing sealed behind.
            (end, _) => (end, end.is_terminal().then_some(now)),
        };
        let backups_gone_at = due.filter(|_| to == RequestState::AwaitingBackups);
        let next = match end {
            RequestState::NothingHeld => case.head().state.advance(to)?,
            _ => case.advance(to)?,
        };
        let events =
            vec![Event::Executed { backups_gone_at, still_holding: left }, Event::State { to: next }];
        self.append(case, Head { state: next, due }, events).await
    }

    /// Destroys what tells who a request was about. What is noted of kept records stays, for the day on which they go.
    pub(crate) async fn forget(&self, case: &mut Case) -> Result<(), EngineError> {
        self.ledger.shred(case.id()).await?;
        match self.note_forgotten(case).await {
            // Whoever cancels a request holds no lease, so that two may forget it at once.
            Err(EngineError::Ledger(LedgerError::Conflict(_))) => {
                *case = self.take_up(case.id()).await?;
                if case.past.is_forgotten { Ok(()) } else { self.note_forgotten(case).await }
            }
            done => done,
        }
    }

    async fn note_forgotten(&self, case: &mut Case) -> Result<(), EngineError> {
        let head = Head { state: case.head().state, due: None };
        self.append(case, head, vec![Event::Forgotten]).await
    }

    async fn forget_kept(&self, id: RequestId, plan: &Plan) -> Result<(), EngineError> {
        let kept: Vec<_> = plan.steps().map(|step| lists::kept(step.collection())).collect();
        Ok(self.ledger.forget(id, &kept).await?)
    }

    async fn identify(&self, plan: &Plan, request: &Request, id: RequestId) -> Result<Found, EngineError> {
        let nobody = People::default();
        identify(self.reader(plan, request, &nobody), &self.notebook(id), request).await
    }

    async fn locate(
        &self,
        plan: &Plan,
        request: &Request,
        people: &People,
        id: RequestId,
    ) -> Result<Vec<Located>, EngineError> {
        let notebook = self.notebook(id);
        let locator = Locator { reader: self.reader(plan, request, people), plan, notebook: &notebook };
        let mut located = locator.locate().await?;
        for (found, step) in located.iter_mut().zip(plan.steps()) {
            found.reason = reason_of(plan, &step, found);
        }
        Ok(located)
    }

    /// Refuses what the live schema cannot hold, before the first write.
    fn check_fit(
        &self,
        plan: &Plan,
        request: &Request,
        people: &People,
        id: RequestId,
        located: &[Located],
    ) -> Result<(), EngineError> {
        let notebook = self.notebook(id);
        let locator = Locator { reader: self.reader(plan, request, people), plan, notebook: &notebook };
        let mut findings = Findings::new();
        for (step, located) in plan.layout.steps.iter().zip(located) {
            let changes = matches!(step.action, Action::Anonymize | Action::Clear) && !step.held;
            if let Some(collection) =
                locator.reader.binder.node(step.node).filter(|_| changes && located.records > 0)
            {
                check_masks(collection, &self.survey, &plan.compiled.masked_fields(step), &mut findings);
            }
        }
        if findings.has_errors() { Err(EngineError::Unfit(findings)) } else { Ok(()) }
    }

    fn notebook(&self, id: RequestId) -> Notebook {
        Notebook { notes: self.ledger.clone(), vault: self.vault.clone(), entropy: self.entropy.clone(), id }
    }

    fn reader<'a>(&'a self, plan: &Plan, request: &'a Request, people: &'a People) -> Reader<'a> {
        let binder = Binder {
            compiled: self.planner.compiled(),
            places: &self.places,
            anchor: plan.anchor,
            people,
            tenancy: request.tenancy(),
        };
        Reader { binder, stores: &self.stores, page: self.batch }
    }

    fn by_name(&self, people: &People) -> Vec<(String, Vec<Vec<crate::value::Value>>)> {
        let name = |node| {
            self.planner.compiled().graph.node(node).map(|it| it.name().to_owned()).unwrap_or_default()
        };
        people.iter().map(|(node, keys)| (name(node), keys.to_vec())).collect()
    }

    fn by_index(&self, dossier: &Dossier) -> People {
        let mut people = People::default();
        for (name, keys) in &dossier.people {
            let node = self.planner.compiled().graph.nodes.iter().position(|it| it.name() == name);
            if let Some(node) = node {
                people.add(node, keys.iter().cloned());
            }
        }
        people
    }
}

fn unfinished(executor: &Executor<'_>, step: &Step, left: u64) -> EngineError {
    EngineError::Unfinished { collection: executor.locator.reader.name(step.node).to_owned(), left }
}

/// What a request that has not ended does next.
enum Next {
    Wait,
    Enter(RequestState, Option<DateTime<Utc>>),
    Execute,
}

/// The state in which a request ends, by how its steps ended.
fn final_state(past: &Past) -> RequestState {
    let any = |outcome| past.steps.iter().any(|step| step.outcome == outcome);
    if any(Outcome::OnHold) {
        RequestState::OnHold
    } else if any(Outcome::Retained) {
        RequestState::CompletedWithRetention
    } else if past.steps.iter().all(|step| step.outcome == Outcome::Absent) {
        RequestState::NothingHeld
    } else {
        RequestState::Completed
    }
}

/// Completes a step's reason with what was found: the ground that binds longest, and its last day.
fn reason_of(plan: &Plan, step: &PlanStep<'_>, located: &Located) -> Option<Reason> {
    let ground = plan.compiled.rules.grounds.get(located.binding?)?;
    Some(Reason {
        ground: Some(ground.kind().to_string()),
        citation: Some(ground.citation().to_owned()),
        until: located.until,
        ..step.reason()
    })
}

fn planned_step(step: &PlanStep<'_>) -> PlannedStep {
    PlannedStep {
        collection: step.collection().to_owned(),
        action: step.action(),
        words: step.words(),
        reason: step.reason(),
        is_main: step.is_main(),
    }
}

/// Removes a person's identifiers from free text: addresses and ids as words, numbers in any spelling.
fn scrubber(dossier: &Dossier) -> Result<Scrubber, EngineError> {
    let all = || dossier.identifiers.iter().chain(dossier.request.identifiers());
    let words = all().filter(|it| it.digits().is_none()).map(|it| it.value().to_owned());
    let numbers = all().filter_map(|it| it.digits()).map(str::to_owned);
    Ok(Scrubber::new(words, numbers)?)
}
