//! Carries a plan out: locates, takes one step after the other, counts again.

use std::collections::BTreeMap;

use super::LEASE;
use crate::engine::Engine;
use crate::engine::act::Executor;
use crate::engine::error::EngineError;
use crate::engine::find::step_records::{Finder, StepRecords};
use crate::engine::progress::Progress;
use crate::engine::record::case::CaseFile;
use crate::engine::record::dossier::Dossier;
use crate::engine::record::history::StepState;
use crate::engine::record::journal::{Event, Located};
use crate::plan::Plan;
use crate::plan::ids::NodeId;
use crate::plan::layout::{Part, Step};
use crate::plan::record::Span;
use crate::port::{Head, Scrubber};
use crate::request::{Action, Outcome};

impl Engine {
    /// Locates, erases and checks. The request is running, and its plan means what it meant.
    pub(super) async fn execute(
        &self,
        case: &mut CaseFile,
        dossier: &mut Dossier,
        plan: Plan,
    ) -> Result<(), EngineError> {
        if case.history.files.as_ref().is_some_and(|files| *files != self.files) {
            let event = Event::FilesChanged { files: self.files.clone() };
            self.append(case, case.head().clone(), vec![event]).await?;
        }
        let notebook = self.notebook(case.id(), self.ledger.clone(), case.history.lists());
        if !case.history.is_located {
            self.locate(case, &plan, dossier, &notebook).await?;
        }
        // All that former plans noted and that still matters is noted anew by now. What they noted as kept would outlive the
        // request, so that a run which died in between must not leave it.
        let former = self.former_lists(&case.history);
        if !former.is_empty() {
            notebook.forget(&former).await?;
        }
        let people = self.people_of(dossier)?;
        let finder = self.finder(&plan, &dossier.request, &people, &notebook);
        if case.history.format == 1 {
            self.check_numbers(case, finder).await?;
        }
        self.take_steps(case, finder, dossier).await?;
        self.conclude(case, finder, dossier).await
    }

    async fn take_steps(
        &self,
        case: &mut CaseFile,
        finder: Finder<'_>,
        dossier: &Dossier,
    ) -> Result<(), EngineError> {
        let scrubber = scrubber(dossier)?;
        let pseudonyms = self.vault.pseudonyms();
        let on_batch = |records| (self.on_progress)(Progress::Advanced(records));
        let executor = Executor {
            finder,
            scrubber: &scrubber,
            pseudonyms: &pseudonyms,
            on_batch: &on_batch,
            throttle: self.throttle.as_deref(),
        };
        let mut work = Work { executor, shells_of: BTreeMap::new() };
        // What ended is written down together with the beginning of what follows.
        let mut ended = Vec::new();
        let states = case.history.steps.clone();
        let holds = self.holds();
        for (index, (step, state)) in finder.plan().layout.steps.iter().zip(&states).enumerate() {
            // A hold may have been placed while the last step was taken.
            if self.holds() != holds {
                if !ended.is_empty() {
                    self.append(case, case.head().clone(), ended).await?;
                }
                return Err(EngineError::HoldsChanged);
            }
            if state.outcome.is_done() {
                work.remember(step, state);
                continue;
            }
            let records = finder.records_of(step);
            let located = work.what_there_is(&records, &state.located).await?;
            let changes_something = !located.is_empty() && !step.held && step.action != Action::Retain;
            if changes_something {
                let words = state.planned.words();
                (self.on_progress)(Progress::Step { words, records: located.records });
                let head = Head { state: case.head().state, due: Some(self.clock.now() + LEASE) };
                let began = Event::StepBegan { step: index };
                let events = std::mem::take(&mut ended).into_iter().chain([began]).collect();
                self.append(case, head, events).await?;
            }
            match work.take(&records, &located).await {
                Ok((outcome, records)) => ended.push(Event::StepEnded { step: index, outcome, records }),
                Err(error) => {
                    let records = located.records;
                    ended.push(Event::StepEnded { step: index, outcome: Outcome::Failed, records });
                    self.append(case, case.head().clone(), ended).await?;
                    return Err(error);
                }
            }
        }
        if ended.is_empty() {
            return Ok(());
        }
        self.append(case, case.head().clone(), ended).await
    }
}

/// Steps on their way.
struct Work<'a> {
    executor: Executor<'a>,
    /// How many records of each collection have to stay as shells, as far as it is known.
    shells_of: BTreeMap<NodeId, u64>,
}

impl Work<'_> {
    /// Takes in a step that a run before this one has taken.
    fn remember(&mut self, step: &Step, state: &StepState) {
        if step.action == Action::Erase {
            let all = state.located.records + state.located.shells;
            self.shells_of.insert(step.node, all.saturating_sub(state.records));
        }
    }

    /// What a step has to do: what was located, or what came since where nothing was.
    async fn what_there_is(
        &self,
        records: &StepRecords<'_>,
        located: &Located,
    ) -> Result<Located, EngineError> {
        if !located.is_empty() || records.step.held || records.step.action == Action::Retain {
            return Ok(located.clone());
        }
        Ok(Located { records: records.count().await?, ..located.clone() })
    }

    /// Takes one step and counts again.
    async fn take(
        &mut self,
        records: &StepRecords<'_>,
        located: &Located,
    ) -> Result<(Outcome, u64), EngineError> {
        let step = &records.step;
        if step.held {
            let outcome = if located.records == 0 { Outcome::Absent } else { Outcome::OnHold };
            return Ok((outcome, located.records));
        }
        if located.is_empty() {
            return Ok((Outcome::Absent, 0));
        }
        self.executor.run(records).await?;
        let mut count = located.records;
        match step.part {
            Part::Records(Span::Kept) => {}
            Part::Records(_) if step.action == Action::Erase => {
                // Whatever of them is left has to stay as a shell; the step for shells deals with it.
                let left = self.executor.remaining(records).await?;
                if left > 0 && !records.finder.may_leave_shells(step.node) {
                    let missed = self.executor.missed(records).await?;
                    if missed > 0 {
                        return Err(unfinished(records, missed));
                    }
                }
                count = (located.records + located.shells).saturating_sub(left);
                self.shells_of.insert(step.node, left);
            }
            Part::Shells(_) => {
                count = self.shells_of.get(&step.node).copied().unwrap_or(count);
            }
            _ => {
                let left = self.executor.remaining(records).await?;
                if left > 0 {
                    return Err(unfinished(records, left));
                }
            }
        }
        let outcome = match (count, step.action) {
            (0, _) => Outcome::Absent,
            (_, Action::Erase) => Outcome::Erased,
            (_, Action::Anonymize) => Outcome::Anonymized,
            (_, Action::Clear) => Outcome::Cleared,
            (_, Action::Retain) => Outcome::Retained,
        };
        Ok((outcome, count))
    }
}

fn unfinished(records: &StepRecords<'_>, left: u64) -> EngineError {
    EngineError::Unfinished { collection: records.finder.records.name(records.step.node).to_owned(), left }
}

/// Removes a person's identifiers from free text: addresses and ids as words, numbers in any spelling.
fn scrubber(dossier: &Dossier) -> Result<Scrubber, EngineError> {
    let all = || dossier.identifiers.iter().chain(dossier.request.identifiers());
    let words = all().filter(|it| it.digits().is_none()).map(|it| it.value().to_owned());
    let numbers = all().filter_map(|it| it.digits()).map(str::to_owned);
    Ok(Scrubber::new(words, numbers)?)
}
