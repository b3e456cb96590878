//! Carries a plan out: locates, then takes its steps in passes, until a whole pass finds nothing left to do.

use std::collections::BTreeMap;

use super::LEASE;
use super::passes::{Pass, Passes};
use super::work::{Took, Work};
use crate::engine::Engine;
use crate::engine::act::Executor;
use crate::engine::error::EngineError;
use crate::engine::find::evidence::Person;
use crate::engine::find::step_records::StepRecords;
use crate::engine::progress::Progress;
use crate::engine::record::case::CaseFile;
use crate::engine::record::dossier::Dossier;
use crate::engine::record::history::History;
use crate::engine::record::journal::Event;
use crate::engine::record::notebook::Notebook;
use crate::plan::Plan;
use crate::plan::layout::Step;
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
        let person = self.person(&plan, dossier, &case.history, &case.history.steps)?;
        let finder = self.finder(&plan, &dossier.request, &person, &notebook);
        if case.history.format == 1 {
            self.check_numbers(case, finder).await?;
        }
        let unreadable = finder.unreadable_names().await?;
        if let Some(((collection, field), count)) = unreadable.into_iter().next() {
            return Err(EngineError::UnreadableNames { collection, field, count });
        }
        let unreadable = finder.unreadable_lists().await?;
        if let Some(((collection, field), count)) = unreadable.into_iter().next() {
            return Err(EngineError::UnreadableLists { collection, field, count });
        }
        self.take_steps(case, dossier, &plan, &notebook).await?;
        let person = self.confirmed_person(case, &plan, dossier, &notebook).await?;
        let finder = self.finder(&plan, &dossier.request, &person, &notebook);
        self.conclude(case, finder, dossier).await
    }

    /// Takes the steps, pass after pass. Somebody else may be working on the same records: what waits for them is found by
    /// the next pass.
    async fn take_steps(
        &self,
        case: &mut CaseFile,
        dossier: &Dossier,
        plan: &Plan,
        notebook: &Notebook,
    ) -> Result<(), EngineError> {
        let mut passes = Passes::begin(self.waiting.as_ref());
        loop {
            let is_first = passes.is_first();
            let pass = self.pass(case, dossier, plan, notebook, is_first).await?;
            match passes.goes_on(pass).await {
                None => return Ok(()),
                Some(Ok(())) => {}
                Some(Err((step, error))) => {
                    let records = case.history.steps.get(step).map_or(0, |state| state.records);
                    let event = Event::StepEnded { step, outcome: Outcome::Failed, records };
                    self.append(case, case.head().clone(), vec![event]).await?;
                    return Err(error);
                }
            }
        }
    }

    /// Takes each step that is not done, and in every pass but the first counts again those that are.
    async fn pass(
        &self,
        case: &mut CaseFile,
        dossier: &Dossier,
        plan: &Plan,
        notebook: &Notebook,
        is_first: bool,
    ) -> Result<Pass, EngineError> {
        let scrubber = scrubber(dossier)?;
        let pseudonyms = self.vault.pseudonyms();
        let on_batch = |records| (self.on_progress)(Progress::Advanced(records));
        let person = self.confirmed_person(case, plan, dossier, notebook).await?;
        let finder = self.finder(plan, &dossier.request, &person, notebook);
        if !is_first {
            finder.note_again().await?;
        }
        let mut work = Work::default();
        // What ended is written down together with the beginning of what follows.
        let mut ended = Vec::new();
        let (mut found, mut skipped) = (false, false);
        let states = case.history.steps.clone();
        let holds = self.holds();
        for (index, (step, state)) in plan.layout.steps.iter().zip(&states).enumerate() {
            // A hold may have been placed while the last step was taken.
            if self.holds() != holds {
                if !ended.is_empty() {
                    self.append(case, case.head().clone(), ended).await?;
                }
                return Err(EngineError::HoldsChanged);
            }
            // A step that masks who the person is goes on to know them by what it puts there.
            let masked = self.person_masked_by(plan, dossier, &person, (index, step), &case.history)?;
            let finder = match &masked {
                None => finder,
                Some(person) => self.finder(plan, &dossier.request, person, notebook),
            };
            let executor = Executor {
                finder,
                scrubber: &scrubber,
                pseudonyms: &pseudonyms,
                on_batch: &on_batch,
                throttle: self.throttle.as_deref(),
            };
            let records = finder.records_of(step);
            if state.outcome.is_done() {
                work.remember(step, state);
                if is_first {
                    skipped = true;
                    continue;
                }
            }
            let Some(located) = work.due(&executor, &records, state).await? else { continue };
            let changes_something = !located.is_empty() && !step.held && step.action != Action::Retain;
            if changes_something {
                found = true;
                let words = state.planned.words();
                (self.on_progress)(Progress::Step { words, records: located.records });
                let head = Head { state: case.head().state, due: Some(self.clock.now() + LEASE) };
                let began = Event::StepBegan { step: index };
                let events = std::mem::take(&mut ended).into_iter().chain([began]).collect();
                self.append(case, head, events).await?;
            }
            match work.take(&executor, &records, &located, state).await {
                Ok(Took::All(outcome, records)) => {
                    ended.push(Event::StepEnded { step: index, outcome, records });
                }
                Ok(Took::Kept(located)) => ended.push(Event::KeptLater { step: index, located }),
                Ok(Took::Not { left }) => {
                    let error = unfinished(&records, left);
                    return self.stop(case, ended, Pass::Stopped { step: index, left, error }).await;
                }
                Err(error) if error.is_passing() => {
                    let left = located.records;
                    return self.stop(case, ended, Pass::Stopped { step: index, left, error }).await;
                }
                Err(error) => {
                    let records = located.records;
                    ended.push(Event::StepEnded { step: index, outcome: Outcome::Failed, records });
                    self.append(case, case.head().clone(), ended).await?;
                    return Err(error);
                }
            }
        }
        self.stop(case, ended, Pass::Whole { is_last: !found && !skipped }).await
    }

    /// Writes down what ended in a pass.
    async fn stop(&self, case: &mut CaseFile, ended: Vec<Event>, pass: Pass) -> Result<Pass, EngineError> {
        if !ended.is_empty() {
            self.append(case, case.head().clone(), ended).await?;
        }
        Ok(pass)
    }

    /// The records that still are the person. What has come to be somebody else is left, and said.
    async fn confirmed_person(
        &self,
        case: &mut CaseFile,
        plan: &Plan,
        dossier: &Dossier,
        notebook: &Notebook,
    ) -> Result<Person, EngineError> {
        let mut person = self.person(plan, dossier, &case.history, &case.history.steps)?;
        let records = self.finder(plan, &dossier.request, &person, notebook).records;
        let lost = person.evidence.lost(records, &person.people).await?;
        let mut collections: BTreeMap<String, u64> = BTreeMap::new();
        for (node, _) in &lost {
            *collections.entry(plan.recorded_name(*node).to_owned()).or_default() += 1;
        }
        if collections != case.history.changed_hands {
            let event = Event::ChangedHands { collections };
            self.append(case, case.head().clone(), vec![event]).await?;
        }
        person.people = person.people.without(&lost);
        Ok(person)
    }

    /// The person, as a step is about to mask what tells who they are; `None` where it masks nothing of the kind.
    fn person_masked_by(
        &self,
        plan: &Plan,
        dossier: &Dossier,
        person: &Person,
        (index, step): (usize, &Step),
        history: &History,
    ) -> Result<Option<Person>, EngineError> {
        let masks = step.action == Action::Anonymize && !step.held && person.people.of(step.node).is_some();
        if !masks {
            return Ok(None);
        }
        let mut states = history.steps.clone();
        if let Some(state) = states.get_mut(index) {
            state.outcome = Outcome::Running;
        }
        let evidence = self.person(plan, dossier, history, &states)?.evidence;
        Ok(Some(Person { people: person.people.clone(), evidence }))
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
