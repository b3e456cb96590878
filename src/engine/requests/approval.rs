//! The operator's approval of a plan.

use super::signed::signed;
use crate::engine::Engine;
use crate::engine::error::EngineError;
use crate::engine::record::journal::{Event, PlanBody};
use crate::engine::record::registry::Registry;
use crate::plan::PlanHash;
use crate::plan::resume::Resumed;
use crate::port::Head;
use crate::request::{Actor, RequestId, RequestState};

impl Registry {
    /// Approves the plan that waits for it, by its hash. Where the files or the holds have changed since, so that another plan
    /// would be made, that one waits for an approval of its own.
    ///
    /// # Errors
    /// The request does not wait for approval; the plan that waits is another ([`EngineError::OtherPlan`]); `by` has no name.
    pub async fn approve(&self, id: RequestId, plan_hash: PlanHash, by: &Actor) -> Result<(), EngineError> {
        signed(by, None)?;
        let mut case = self.take_up(id).await?;
        case.head().state.advance(RequestState::Running)?;
        let current = match &case.history.plan {
            Some(planned) if case.head().state == RequestState::AwaitingApproval => planned.hash,
            _ => return Err(EngineError::NoPlan),
        };
        if current != plan_hash {
            return Err(EngineError::OtherPlan { approved: plan_hash, current });
        }
        let head = Head { state: case.head().state, due: Some(self.clock.now()) };
        let event = Event::Approved { hash: current, by: Some(by.clone()) };
        self.append(&mut case, head, vec![event]).await
    }
}

impl Engine {
    /// Approves a plan by its hash. Only that very plan will run under the approval.
    ///
    /// # Errors
    /// The plan is another by now ([`EngineError::OtherPlan`]), the request's channel is closed, it has ended, or `by` has
    /// no name.
    pub async fn approve(&self, id: RequestId, plan_hash: PlanHash, by: &Actor) -> Result<(), EngineError> {
        signed(by, None)?;
        let mut case = self.take_up(id).await?;
        let Head { state, due } = case.head().clone();
        state.advance(RequestState::Running)?;
        let dossier = self.archive().dossier(id).await?.ok_or(EngineError::Forgotten)?;
        if !case.history.has_written {
            self.rules_of(dossier.request.channel())?;
        }
        self.refresh_holds().await?;
        let now = self.registry.clock.now();
        let mut events = Vec::new();
        let current = match (self.resume_plan(&case.history, &dossier)?, &case.history.plan) {
            // What was shown is what was written down.
            (Some(Resumed::Same(_)), Some(planned)) => planned.hash,
            (resumed, _) => {
                let plan = self.planner.plan(&dossier.request, &self.holds_on(&dossier), now)?;
                if resumed.is_none() {
                    self.forget_first_notes(&case).await?;
                    let body = PlanBody::Record { plan: Box::new(plan.record()), files: self.files.clone() };
                    events.push(Event::Planned { hash: plan.hash(), body });
                }
                plan.hash()
            }
        };
        if current != plan_hash {
            return Err(EngineError::OtherPlan { approved: plan_hash, current });
        }
        events.push(Event::Approved { hash: current, by: Some(by.clone()) });
        let due = if state == RequestState::AwaitingApproval { Some(now) } else { due };
        self.append(&mut case, Head { state, due }, events).await
    }
}
