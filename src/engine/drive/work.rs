//! One step's work: what it has to do, whether it did it, and how it ended.

use std::collections::BTreeMap;

use crate::engine::act::Executor;
use crate::engine::error::EngineError;
use crate::engine::find::step_records::StepRecords;
use crate::engine::record::history::StepState;
use crate::engine::record::journal::Located;
use crate::plan::ids::NodeId;
use crate::plan::layout::{Part, Step};
use crate::plan::record::Span;
use crate::request::{Action, Outcome};

/// What became of a step's records.
#[derive(Debug)]
pub(super) enum Took {
    /// All of them were taken, and so the step ended.
    All(Ended),
    /// More are kept than were when they were counted first.
    Kept(Located),
    /// Some are left that should not be.
    Not { left: u64 },
}

/// How a step ended.
#[derive(Debug)]
pub(super) struct Ended {
    pub(super) outcome: Outcome,
    /// To how many records it was done.
    pub(super) records: u64,
    /// How many more it was about that have come to be somebody else's as well.
    pub(super) left: u64,
}

/// Steps on their way.
#[derive(Debug, Default)]
pub(super) struct Work {
    /// How many records of each collection have to stay as shells, as far as it is known.
    shells_of: BTreeMap<NodeId, u64>,
}

impl Work {
    /// Takes in a step that was taken before.
    pub(super) fn remember(&mut self, step: &Step, state: &StepState) {
        if step.action == Action::Erase {
            let all = state.located.records + state.located.shells;
            self.shells_of.insert(step.node, all.saturating_sub(state.records + state.left));
        }
    }

    /// What a step has to do; `None` where it was done before and nothing came since.
    pub(super) async fn due(
        &self,
        executor: &Executor<'_>,
        records: &StepRecords<'_>,
        state: &StepState,
    ) -> Result<Option<Located>, EngineError> {
        let step = &records.step;
        let is_untouched = step.held || step.action == Action::Retain;
        if !state.outcome.is_done() {
            // What was located, or what came since where nothing was.
            if !state.located.is_empty() || is_untouched {
                return Ok(Some(state.located.clone()));
            }
            return Ok(Some(Located {
                records: executor.standing(records).await?.hers,
                ..state.located.clone()
            }));
        }
        if step.held {
            return Ok(None);
        }
        if step.action == Action::Retain {
            let kept = records.finder.note_kept(step).await?;
            return Ok((kept.records != state.located.records).then_some(kept));
        }
        let left = executor.left(records).await?;
        Ok((left > 0).then(|| Located { records: left, ..Located::default() }))
    }

    /// Takes one step and counts again.
    pub(super) async fn take(
        &mut self,
        executor: &Executor<'_>,
        records: &StepRecords<'_>,
        due: &Located,
        state: &StepState,
    ) -> Result<Took, EngineError> {
        let step = &records.step;
        let is_again = state.outcome.is_done();
        if step.held {
            let outcome = if due.records == 0 { Outcome::Absent } else { Outcome::OnHold };
            return Ok(Took::All(Ended { outcome, records: due.records, left: 0 }));
        }
        if is_again && step.action == Action::Retain {
            return Ok(Took::Kept(due.clone()));
        }
        if due.is_empty() {
            let left = match records.list() {
                Some(_) => executor.standing_after(records).await?.others,
                None => 0,
            };
            return Ok(Took::All(Ended { outcome: Outcome::Absent, records: 0, left }));
        }
        records.finder.note_unreached(records).await?;
        let erased = executor.run(records).await?;
        let is_kept = step.part == Part::Records(Span::Kept);
        let left = if is_kept { 0 } else { executor.left(records).await? };
        if left > 0 {
            return Ok(Took::Not { left });
        }
        let standing = executor.standing_after(records).await?;
        let count = match step.part {
            _ if is_again => state.records + due.records,
            Part::Records(_) if step.action == Action::Erase => {
                // What is hers by now has to stay as a shell; the step for shells deals with it.
                self.shells_of.insert(step.node, standing.hers);
                let gone = (due.records + due.shells).saturating_sub(standing.hers + standing.others);
                // A run before this one may have erased some of them.
                erased.filter(|_| state.outcome == Outcome::Pending).unwrap_or(gone)
            }
            Part::Shells(_) => self.shells_of.get(&step.node).copied().unwrap_or(due.records),
            _ => due.records.saturating_sub(standing.others),
        };
        let outcome = match (count, step.action) {
            (0, _) => Outcome::Absent,
            (_, Action::Erase) => Outcome::Erased,
            (_, Action::Anonymize) => Outcome::Anonymized,
            (_, Action::Clear) => Outcome::Cleared,
            (_, Action::Retain) => Outcome::Retained,
        };
        Ok(Took::All(Ended { outcome, records: count, left: standing.others }))
    }
}
