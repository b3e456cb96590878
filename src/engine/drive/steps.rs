//! Carries a plan out: locates, then takes its steps in passes, until a whole pass finds nothing left to do.

use std::collections::{BTreeMap, HashSet};

use super::LEASE;
use super::passes::{Pass, Passes};
use super::work::{Ended, Took, Work};
use crate::engine::Engine;
use crate::engine::act::Executor;
use crate::engine::error::EngineError;
use crate::engine::find::evidence::Person;
use crate::engine::find::step_records::StepRecords;
use crate::engine::find::unreadable::UnreadableNames;
use crate::engine::progress::Progress;
use crate::engine::record::case::CaseFile;
use crate::engine::record::dossier::Dossier;
use crate::engine::record::history::History;
use crate::engine::record::journal::Event;
use crate::engine::record::notebook::Notebook;
use crate::plan::Plan;
use crate::plan::ids::NodeId;
use crate::plan::layout::Step;
use crate::port::{Head, Scrubber};
use crate::request::{Action, Outcome, Question};

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
        let notebook = self.notebook(case.id(), self.registry.ledger.clone(), case.history.lists());
        if !case.history.is_located {
            self.locate(case, &plan, dossier, &notebook).await?;
        }
        // All that former plans noted and that still matters is noted anew by now. What they noted as kept would outlive the
        // request, so that a run which died in between must not leave it.
        let former = self.former_lists(&case.history);
        if !former.is_empty() {
            notebook.forget(&former).await?;
        }
        let person = self.person_under(&plan, dossier, &case.history, &case.history.steps)?;
        let finder = self.finder(&plan, &dossier.request, &person, &notebook);
        if case.history.format == 1 {
            self.check_numbers(case, finder).await?;
        }
        for node in plan.compiled.graph.nodes.ids() {
            let acts = self.survey.acting.contains(plan.compiled.graph.nodes[node].name());
            let is_erased =
                plan.layout.steps.iter().any(|step| step.node == node && step.action == Action::Erase);
            // What once acted on an erasure may be gone by now, and what it has kept is not.
            let is_to_be_confirmed = if acts { !is_erased } else { case.history.has_written };
            if is_to_be_confirmed && !finder.is_suspended(node) {
                finder.confirm_gone(node).await?;
            }
        }
        let asked = self.take_steps(case, dossier, &plan, &notebook).await?;
        if !asked.is_empty() {
            return self.ask(case, asked).await;
        }
        let person = self.confirmed_person(case, &plan, dossier, &notebook).await?;
        let finder = self.finder(&plan, &dossier.request, &person, &notebook);
        self.conclude(case, finder, dossier).await
    }

    /// Takes the steps, pass after pass, and says what somebody has to be asked before the others are taken. Somebody else may
    /// be working on the same records: what waits for them is found by the next pass.
    async fn take_steps(
        &self,
        case: &mut CaseFile,
        dossier: &Dossier,
        plan: &Plan,
        notebook: &Notebook,
    ) -> Result<Vec<Question>, EngineError> {
        let mut passes = Passes::begin(self.waiting.as_ref());
        loop {
            let is_first = passes.is_first();
            let (pass, asked) = self.pass(case, dossier, plan, notebook, is_first).await?;
            match passes.goes_on(pass).await {
                None => return Ok(asked),
                Some(Ok(())) => {}
                Some(Err((step, error))) => {
                    let records = case.history.steps.get(step).map_or(0, |state| state.records);
                    let event = Event::StepEnded { step, outcome: Outcome::Failed, records, left: 0 };
                    self.append(case, case.head().clone(), vec![event]).await?;
                    return Err(error);
                }
            }
        }
    }

    /// Takes each step that is not done and that no question concerns, and in every pass but the first counts again those that
    /// are done. Says what has to be asked.
    async fn pass(
        &self,
        case: &mut CaseFile,
        dossier: &Dossier,
        plan: &Plan,
        notebook: &Notebook,
        is_first: bool,
    ) -> Result<(Pass, Vec<Question>), EngineError> {
        let scrubber = scrubber(dossier)?;
        let pseudonyms = self.registry.vault.pseudonyms();
        let on_batch = |records| (self.on_progress)(Progress::Advanced(records));
        let person = self.confirmed_person(case, plan, dossier, notebook).await?;
        let finder = self.finder(plan, &dossier.request, &person, notebook);
        if !is_first {
            finder.note_again().await?;
        }
        let unreadable = finder.unreadable_names().await?;
        let asked = case.history.to_ask(unreadable.iter().map(UnreadableNames::question).collect());
        let is_asked =
            |names: &&UnreadableNames| asked.iter().any(|it| it.is_about_the_same(&names.question()));
        let waiting = finder.waiting_for(unreadable.iter().filter(is_asked));
        let mut work = Work::default();
        // What ended is written down together with the beginning of what follows.
        let mut ended = Vec::new();
        let (mut found, mut skipped) = (false, false);
        let states = case.history.steps.clone();
        let holds = self.holds();
        let steps = plan.layout.steps.iter().zip(&states).enumerate();
        for (index, (step, state)) in steps.filter(|(_, (step, _))| !waiting.contains(&step.node)) {
            self.refresh_holds().await?;
            // A hold may have been placed while the last step was taken.
            if self.holds() != holds {
                self.write_down(case, ended).await?;
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
                survey: &self.survey,
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
                let head = Head { state: case.head().state, due: Some(self.registry.clock.now() + LEASE) };
                let began = Event::StepBegan { step: index };
                let events = std::mem::take(&mut ended).into_iter().chain([began]).collect();
                self.append(case, head, events).await?;
            }
            match work.take(&executor, &records, &located, state).await {
                Ok(Took::All(Ended { outcome, records, left })) => {
                    ended.push(Event::StepEnded { step: index, outcome, records, left });
                }
                Ok(Took::Kept(located)) => ended.push(Event::KeptLater { step: index, located }),
                Ok(Took::Not { left }) => {
                    let error = unfinished(&records, left);
                    self.write_down(case, ended).await?;
                    return Ok((Pass::Stopped { step: index, left, error }, asked));
                }
                Err(error) if error.is_passing() => {
                    let left = located.records;
                    self.write_down(case, ended).await?;
                    return Ok((Pass::Stopped { step: index, left, error }, asked));
                }
                Err(error) => {
                    let records = located.records;
                    let outcome = Outcome::Failed;
                    ended.push(Event::StepEnded { step: index, outcome, records, left: 0 });
                    self.append(case, case.head().clone(), ended).await?;
                    return Err(error);
                }
            }
        }
        self.write_down(case, ended).await?;
        Ok((Pass::Whole { is_last: !found && !skipped }, asked))
    }

    /// Writes down what ended in a pass.
    async fn write_down(&self, case: &mut CaseFile, ended: Vec<Event>) -> Result<(), EngineError> {
        match ended.is_empty() {
            true => Ok(()),
            false => self.append(case, case.head().clone(), ended).await,
        }
    }

    /// The records that still are the person. What has come to be somebody else is left, and said.
    async fn confirmed_person(
        &self,
        case: &mut CaseFile,
        plan: &Plan,
        dossier: &Dossier,
        notebook: &Notebook,
    ) -> Result<Person, EngineError> {
        let mut person = self.person_under(plan, dossier, &case.history, &case.history.steps)?;
        let finder = self.finder(plan, &dossier.request, &person, notebook);
        let lost = person.evidence.lost(finder.records, &person.people).await?;
        let mut kept = HashSet::new();
        for node in self.acting_nodes(plan).filter(|node| lost.iter().any(|(lost, _)| lost == node)) {
            kept.extend(
                finder.kept_by_database(node).await?.into_iter().map(|key| (node, key.into_values())),
            );
        }
        let mut collections: BTreeMap<String, u64> = BTreeMap::new();
        // What the database has changed instead of erasing it is nobody else.
        for (node, _) in lost.iter().filter(|lost| !kept.contains(lost)) {
            *collections.entry(plan.recorded_name(*node).to_owned()).or_default() += 1;
        }
        if collections != case.history.changed_hands {
            let event = Event::ChangedHands { collections };
            self.append(case, case.head().clone(), vec![event]).await?;
        }
        person.people = person.people.without(&lost);
        Ok(person)
    }

    /// The collections in which the databases do something by themselves when a record is erased.
    fn acting_nodes<'a>(&'a self, plan: &'a Plan) -> impl Iterator<Item = NodeId> + 'a {
        let nodes = &plan.compiled.graph.nodes;
        nodes.ids().filter(|&node| self.survey.acting.contains(nodes[node].name()))
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
        let evidence = self.person_under(plan, dossier, history, &states)?.evidence;
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
