//! What the person is told of their own request.

use super::super::record::history::{History, StepState};
use crate::code::ConfirmationCode;
use crate::engine::Engine;
use crate::engine::error::EngineError;
use crate::engine::record::registry::Registry;
use crate::page::{Kept, PersonFacts, PersonView, StepFacts};
use crate::policy::{Channel, Policy};
use crate::port::Standing;
use crate::request::{Outcome, RequestId, RequestState, Scope};

impl Registry {
    /// What the person with this code is told, in a language and in the words of a policy; `None` for a code that was never
    /// given, which must never be shown as "deleted".
    ///
    /// # Errors
    /// The ledger fails.
    pub async fn person(
        &self,
        code: &ConfirmationCode,
        policy: &Policy,
        language: &str,
    ) -> Result<Option<PersonView>, EngineError> {
        match self.find(code).await? {
            Some(id) => self.person_of(id, policy, language).await.map(Some),
            None => Ok(None),
        }
    }

    async fn person_of(
        &self,
        id: RequestId,
        policy: &Policy,
        language: &str,
    ) -> Result<PersonView, EngineError> {
        let standing = self.archive().standing(id).await?;
        let history = self.archive().history(id).await?;
        Ok(person(&standing, &history, policy, language))
    }
}

impl Engine {
    /// What the person with this code is told; see [`Registry::person`].
    ///
    /// # Errors
    /// As there.
    pub async fn person(
        &self,
        code: &ConfirmationCode,
        language: &str,
    ) -> Result<Option<PersonView>, EngineError> {
        self.registry.person(code, self.planner.policy(), language).await
    }
}

/// What the person is told of a request that stands there.
pub(crate) fn person(standing: &Standing, history: &History, policy: &Policy, language: &str) -> PersonView {
    let state = standing.head.state;
    // A journal of version 0.1 says all of these; one that does not is nobody's who could be shown more.
    let channel = history.channel.unwrap_or(Channel::Operator);
    let scope = history.scope.as_deref().and_then(|scope| scope.parse().ok()).unwrap_or(Scope::Subject);
    let mut facts = PersonFacts::new(state, channel, scope);
    facts.received_at = history.opened_at;
    facts.verified_at = history.verified_at;
    facts.acknowledge_by = history.acknowledge_by;
    facts.complete_by = history.complete_by;
    facts.begins_at = standing.head.due.filter(|_| state == RequestState::Scheduled);
    facts.ended_at = history.entered_at.filter(|_| state.is_terminal());
    facts.backups_gone_at = history.executed.backups_gone_at;
    facts.steps = history.all_steps().filter_map(step).collect();
    facts.has_leftovers =
        history.all_steps().any(leaves_shells) || history.questions.iter().any(|it| it.is_left());
    facts.is_mentioned_by_others = !history.executed.mentioned.is_empty();
    facts.refusal.clone_from(&history.refusal);
    facts.forwarded_to.clone_from(&history.forwarded_to);
    PersonView::new(&facts, policy, language)
}

/// One step as the person is told of it; `None` where the plan has no category for it that a policy could have.
fn step(step: &StepState) -> Option<StepFacts> {
    let reason = step.reason();
    let category = reason.category.parse().ok()?;
    let facts = StepFacts::new(category, step.planned.action(), step.outcome(), step.records());
    let ground = reason.ground.as_deref().and_then(|ground| ground.parse().ok());
    Some(match ground {
        Some(ground) => facts.keeping(Kept::new(ground, reason.citation.unwrap_or_default(), reason.until)),
        None => facts,
    })
}

fn leaves_shells(step: &StepState) -> bool {
    step.planned.leaves_shells() && step.outcome() == Outcome::Anonymized
}
