//! What of a request's record the person may know, as pages and notices tell it.

use super::history::{History, StepState};
use crate::page::{Kept, PersonFacts, PersonView, StepFacts};
use crate::policy::{Channel, Policy};
use crate::port::Standing;
use crate::request::{Outcome, RequestState, Scope};

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
