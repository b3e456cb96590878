//! Runs one request to its end, or to where it waits for somebody or something.

use chrono::{DateTime, TimeDelta, Utc};

use super::next::{Next, next};
use crate::engine::Engine;
use crate::engine::error::EngineError;
use crate::engine::record::case::CaseFile;
use crate::engine::record::dossier::Dossier;
use crate::engine::record::journal::Event;
use crate::engine::report::Report;
use crate::plan::PlanChange;
use crate::plan::resume::Resumed;
use crate::port::{Head, LedgerError};
use crate::request::{RequestId, RequestState};

/// How long a worker has a request to itself before another may take it over.
pub(crate) const LEASE: TimeDelta = TimeDelta::minutes(15);

impl Engine {
    /// Drives a request as far as it can go today: to its end, or to where it waits for somebody or something.
    ///
    /// May be called again at any time, by anybody; what is done is not done twice.
    ///
    /// # Errors
    /// What stopped it. The request stays open, and the next run goes on from there.
    pub async fn run(&self, id: RequestId) -> Result<Report, EngineError> {
        let now = self.registry.clock.now();
        if !self.registry.ledger.claim(id, now + self.lease_grace, now + LEASE).await? {
            return Err(EngineError::Busy);
        }
        let result = self.drive(id).await;
        self.registry.ledger.release(id).await?;
        result
    }

    /// Claims the request that has been due longest and drives it; `None` where nothing is due.
    ///
    /// # Errors
    /// As [`Engine::run`], with the request that it was about.
    pub async fn run_due(&self) -> Result<Option<(RequestId, Result<Report, EngineError>)>, EngineError> {
        let now = self.registry.clock.now();
        let Some(id) = self.registry.ledger.claim_due(now + self.lease_grace, now + LEASE).await? else {
            return Ok(None);
        };
        let result = self.drive(id).await;
        self.registry.ledger.release(id).await?;
        match &result {
            // Somebody has written to it meanwhile, such as the person who proved who they are: it goes on from there at once.
            Ok(_) | Err(EngineError::Ledger(LedgerError::Conflict(_))) => {}
            Err(_) => self.set_aside(id).await?,
        }
        Ok(Some((id, result)))
    }

    async fn drive(&self, id: RequestId) -> Result<Report, EngineError> {
        let result = self.go_on(id).await;
        if let Err(error) = &result {
            self.put_off(id, error).await;
        }
        result
    }

    async fn go_on(&self, id: RequestId) -> Result<Report, EngineError> {
        let mut case = self.take_up(id).await?;
        if !case.head().state.is_terminal() {
            let mut dossier = self.archive().dossier(id).await?.ok_or(EngineError::Forgotten)?;
            while !case.head().state.is_terminal() {
                match self.advance(&mut case, &mut dossier).await {
                    // The plan is looked at again, under the holds as they are now.
                    Ok(true) | Err(EngineError::HoldsChanged) => {}
                    Ok(false) => {
                        self.tell_meanwhile(&mut case, &dossier).await?;
                        return Ok(self.told(&case.history, case.report(Some(dossier.code))));
                    }
                    Err(error) => return Err(error),
                }
            }
        }
        if !case.history.is_forgotten && !self.is_still_telling(&mut case).await? {
            self.registry.forget(&mut case).await?;
        }
        Ok(self.told(&case.history, case.report(None)))
    }

    /// Tells what there is to tell of a request that waits, and has it due again where somebody could not be told.
    async fn tell_meanwhile(&self, case: &mut CaseFile, dossier: &Dossier) -> Result<(), EngineError> {
        let Some(again) = self.tell(case, dossier).await? else { return Ok(()) };
        let Head { state, due } = *case.head();
        let due = Some(due.map_or(again, |due| due.min(again)));
        self.append(case, Head { state, due }, Vec::new()).await
    }

    /// Tells what there is to tell of a request that has ended; true where it has to be told later, so that the address is
    /// still needed.
    async fn is_still_telling(&self, case: &mut CaseFile) -> Result<bool, EngineError> {
        let Some(dossier) = self.archive().dossier(case.id()).await? else { return Ok(false) };
        let Some(again) = self.tell(case, &dossier).await? else { return Ok(false) };
        let head = Head { state: case.head().state, due: Some(again) };
        self.append(case, head, Vec::new()).await?;
        Ok(true)
    }

    /// Does what comes next; false where nothing does today.
    async fn advance(&self, case: &mut CaseFile, dossier: &mut Dossier) -> Result<bool, EngineError> {
        self.refresh_holds().await?;
        let state = case.head().state;
        let resumed = match state {
            // All is done that needs the files, or somebody has to decide first.
            RequestState::AwaitingBackups | RequestState::AwaitingDecision => None,
            _ => self.resume_plan(&case.history, dossier)?,
        };
        let standing = self.standing_of(resumed.as_ref(), &case.history);
        // What has ended in all but the copies was let in before.
        let lacks_proof =
            state != RequestState::AwaitingBackups && self.lacks_proof(&dossier.request, &case.history)?;
        let policy = self.planner.policy().by_way_of(dossier.request.channel());
        let next = next(state, &case.history, &policy, standing, lacks_proof, self.registry.clock.now());
        match (next, resumed) {
            (Next::Wait(until), _) => {
                self.wait(case, until).await?;
                return Ok(false);
            }
            (Next::Enter(to, due), _) => self.enter(case, to, due).await?,
            (Next::Plan, _) => {
                self.know_tenant(&dossier.request).await?;
                self.plan_first(case, dossier).await?;
            }
            (Next::PlanAgain, Some(resumed)) => {
                let (mut because, renamed) = match resumed {
                    Resumed::Other { because, renamed } => (because, renamed),
                    Resumed::Same(_) => Default::default(),
                };
                let taken = case.history.to_take.iter();
                because.extend(taken.map(|question| PlanChange::Taken { question: *question }));
                self.plan_again(case, dossier, (because, renamed)).await?;
            }
            (Next::Execute, Some(Resumed::Same(plan))) => {
                if self.settle_before(case, dossier, &plan).await? {
                    self.execute(case, dossier, plan).await?;
                }
            }
            // The plan is what `next` was told it is; anything else would be a plan that nobody looked at.
            (Next::PlanAgain | Next::Execute, _) => return Err(LedgerError::Conflict(case.id()).into()),
        }
        Ok(true)
    }

    /// Leaves a request where it is. One that was due, and has nothing to do all the same, must not stay due.
    async fn wait(&self, case: &mut CaseFile, until: Option<DateTime<Utc>>) -> Result<(), EngineError> {
        let Head { state, due } = *case.head();
        if due == until || due.is_none_or(|due| due > self.registry.clock.now()) {
            return Ok(());
        }
        self.append(case, Head { state, due: until }, vec![Event::State { to: state }]).await
    }

    async fn enter(
        &self,
        case: &mut CaseFile,
        to: RequestState,
        due: Option<DateTime<Utc>>,
    ) -> Result<(), EngineError> {
        case.advance(to)?;
        tracing::info!(request = %case.id(), state = %to, "request moved");
        self.append(case, Head { state: to, due }, vec![Event::State { to }]).await
    }
}
