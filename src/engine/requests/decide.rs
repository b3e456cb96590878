//! Decisions on a request while it waits: proof, approval, withdrawal.

use crate::engine::Engine;
use crate::engine::error::EngineError;
use crate::engine::record::history::History;
use crate::engine::record::journal::{Event, PlanBody};
use crate::plan::PlanHash;
use crate::plan::resume::Resumed;
use crate::policy::{Channel, ChannelRules, PromiseStart, VerificationMethod};
use crate::port::Head;
use crate::request::{Request, RequestId, RequestState};

impl Engine {
    /// Records that the person proved who they are by `method`.
    ///
    /// # Errors
    /// The request does not wait for that; its channel is closed, or does not count the method.
    pub async fn verify(&self, id: RequestId, method: &VerificationMethod) -> Result<(), EngineError> {
        let mut case = self.take_up(id).await?;
        case.head().state.advance(RequestState::Running)?;
        let dossier = self.archive().dossier(id).await?.ok_or(EngineError::Forgotten)?;
        let channel = dossier.request.channel();
        let rules = self.rules_of(channel)?;
        if !rules.verify().iter().any(|listed| listed == method.as_str()) {
            return Err(EngineError::UnlistedMethod { channel, listed: rules.verify().to_vec() });
        }
        let at = self.clock.now();
        let policy = self.planner.policy().by_way_of(channel);
        let mut events = vec![Event::Verified { method: method.as_str().to_owned() }];
        if policy.promises().counted_from() == PromiseStart::Verification {
            let complete_by =
                policy.promises().complete_within().and_then(|it| it.after(at, policy.time_zone()));
            events.push(Event::Deadlines { acknowledge_by: case.history.acknowledge_by, complete_by });
        }
        let head = Head { state: case.head().state, due: Some(at) };
        self.append(&mut case, head, events).await
    }

    /// Approves a plan by its hash. Only that very plan will run under the approval.
    ///
    /// # Errors
    /// The plan is another by now ([`EngineError::OtherPlan`]), the request's channel is closed, or it has ended.
    pub async fn approve(&self, id: RequestId, plan_hash: PlanHash) -> Result<(), EngineError> {
        let mut case = self.take_up(id).await?;
        let Head { state, due } = case.head().clone();
        state.advance(RequestState::Running)?;
        let dossier = self.archive().dossier(id).await?.ok_or(EngineError::Forgotten)?;
        if !case.history.has_written {
            self.rules_of(dossier.request.channel())?;
        }
        self.refresh_holds().await?;
        let now = self.clock.now();
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
        events.push(Event::Approved { hash: current });
        let due = if state == RequestState::AwaitingApproval { Some(now) } else { due };
        self.append(&mut case, Head { state, due }, events).await
    }

    /// Cancels a request that has not begun, and forgets who it was about.
    ///
    /// # Errors
    /// It has begun, or has ended.
    pub async fn cancel(&self, id: RequestId) -> Result<(), EngineError> {
        let mut case = self.take_up(id).await?;
        let to = case.advance(RequestState::Cancelled)?;
        let head = Head { state: to, due: Some(self.clock.now()) };
        self.append(&mut case, head, vec![Event::State { to }]).await?;
        self.forget(&mut case).await
    }

    /// What the policy asks of whoever comes by a channel.
    ///
    /// # Errors
    /// The policy does not open it.
    pub(crate) fn rules_of(&self, channel: Channel) -> Result<&ChannelRules, EngineError> {
        self.planner.policy().channel(channel).ok_or(EngineError::ChannelClosed(channel))
    }

    /// Whether the policy wants proof that the request does not have yet. What has begun is not asked for any.
    ///
    /// # Errors
    /// The policy does not open the channel by which the request came.
    pub(crate) fn lacks_proof(&self, request: &Request, history: &History) -> Result<bool, EngineError> {
        if history.has_written {
            return Ok(false);
        }
        let rules = self.rules_of(request.channel())?;
        let given = request.verifications().iter().map(VerificationMethod::as_str);
        let passed: Vec<&str> = given.chain(history.verified.iter().map(String::as_str)).collect();
        Ok(!rules.is_proven_by(&passed))
    }
}
