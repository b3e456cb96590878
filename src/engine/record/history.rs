//! What follows from a request's journal: where it stands, what was planned, what was done.
//!
//! Folded from the lines alone. Outcomes and counts of what was done outlive the plan under which it was done.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Utc};

use super::files::Fingerprints;
use super::identification::Identification;
use super::journal::{Event, Executed, FORMAT, FirstStep, Line, Located, PlanBody, Told};
use super::lists::Lists;
use super::news::{Announcement, News};
use crate::engine::error::EngineError;
use crate::page::{Refusal, step_words};
use crate::plan::record::{PartRecord, PlanRecord, StepRecord};
use crate::plan::{PlanChange, PlanHash, Reason};
use crate::policy::Channel;
use crate::request::{Action, Choice, Decision, Outcome, Question, RequestState};
use crate::verify::Challenge;

/// What follows from a journal.
#[derive(Debug, Clone, Default)]
pub(crate) struct History {
    /// The format of the plan in force, or of the first line where there is none.
    pub(crate) format: u32,
    pub(crate) opened_at: Option<DateTime<Utc>>,
    pub(crate) channel: Option<Channel>,
    pub(crate) verified_at: Option<DateTime<Utc>>,
    /// The methods by which the person proved who they are, after the request was opened.
    pub(crate) verified: BTreeSet<String>,
    /// Whether better proof is wanted than what came with the request.
    pub(crate) is_doubted: bool,
    pub(crate) acknowledge_by: Option<DateTime<Utc>>,
    pub(crate) complete_by: Option<DateTime<Utc>>,
    /// Whether the promised end was put off.
    pub(crate) is_extended: bool,
    /// Why nothing is done.
    pub(crate) refusal: Option<Refusal>,
    /// To whom it was handed.
    pub(crate) forwarded_to: Option<String>,
    /// When it came to where it stands.
    pub(crate) entered_at: Option<DateTime<Utc>>,
    /// Links and codes by which the person may prove who they are, one for each method.
    pub(crate) challenges: Vec<Challenge>,
    /// What the person is to be told.
    pub(crate) news: News,
    /// The hash of the plan that was approved last.
    pub(crate) approved: Option<PlanHash>,
    /// The files that the request was worked on under last.
    pub(crate) files: Option<Fingerprints>,
    /// The plan in force.
    pub(crate) plan: Option<Planned>,
    /// The plans before it, in their order, with what their lists are called.
    pub(crate) former_plans: Vec<(Lists, PlanRecord)>,
    pub(crate) is_located: bool,
    /// Whether anything may have been changed in any store, under this plan or one before it.
    pub(crate) has_written: bool,
    /// The steps of the plan in force.
    pub(crate) steps: Vec<StepState>,
    /// What was done under former plans by steps that the plan in force does not have.
    pub(crate) former_steps: Vec<StepState>,
    /// When and why it was planned again.
    pub(crate) planned_again: Vec<PlannedAgain>,
    pub(crate) identification: Identification,
    /// Records that were the person and are somebody else by now, by collection.
    pub(crate) changed_hands: BTreeMap<String, u64>,
    /// What was found when all was done.
    pub(crate) executed: Executed,
    /// What was asked: the questions that were answered, and those that are open.
    pub(crate) questions: Vec<Question>,
    /// How many questions were ever asked.
    pub(crate) asked: u32,
    /// Questions that were answered with `take` since the plan in force was made.
    pub(crate) to_take: Vec<u32>,
    pub(crate) problem: Option<String>,
    /// How many runs in a row were stopped.
    pub(crate) failures: u32,
    /// What is asked for: the person, the tenant or some categories.
    pub(crate) scope: Option<String>,
    pub(crate) is_forgotten: bool,
}

/// A plan in force.
#[derive(Debug, Clone)]
pub(crate) struct Planned {
    pub(crate) hash: PlanHash,
    /// When it was written down; in format 1 also the instant as of which it was made.
    pub(crate) at: DateTime<Utc>,
    /// `None` in format 1, which knew only what the steps are called.
    pub(crate) record: Option<PlanRecord>,
}

/// That a request was planned again.
#[derive(Debug, Clone)]
pub(crate) struct PlannedAgain {
    pub(crate) at: DateTime<Utc>,
    pub(crate) from: PlanHash,
    pub(crate) to: PlanHash,
    pub(crate) because: Vec<PlanChange>,
}

/// A step as it was written down.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum PlannedStep {
    Record(StepRecord),
    First(FirstStep),
}

/// A step as far as it has come.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct StepState {
    pub(crate) planned: PlannedStep,
    pub(crate) located: Located,
    pub(crate) outcome: Outcome,
    /// How many records it is about, or was.
    pub(crate) records: u64,
    /// How many more it was about that have come to be somebody else's as well, and were left.
    pub(crate) left: u64,
    /// How many records it was done to under former plans.
    pub(crate) carried: u64,
}

impl History {
    /// How many plans there were.
    pub(crate) fn generation(&self) -> usize {
        self.former_plans.len() + 1
    }

    /// What the lists of the plan in force are called.
    pub(crate) fn lists(&self) -> Lists {
        Lists::of(self.format, self.generation())
    }

    /// Takes in one more line.
    ///
    /// # Errors
    /// The line speaks of steps that the plan before it does not have.
    pub(crate) fn take(&mut self, line: Line) -> Result<(), EngineError> {
        let at = line.at;
        match line.event {
            Event::Opened { format, files, scope, channel, .. } => {
                (self.format, self.opened_at, self.files) = (format, Some(at), files);
                (self.scope, self.channel) = (Some(scope), Some(channel));
                self.news.announce(Announcement::Acknowledged, at);
            }
            Event::Verified { method, .. } => {
                self.verified_at = Some(at);
                self.is_doubted = false;
                self.verified.insert(method);
            }
            Event::ProofAsked { .. } => {
                self.is_doubted = true;
                self.verified.clear();
            }
            Event::Deadlines { acknowledge_by, complete_by } => {
                (self.acknowledge_by, self.complete_by) = (acknowledge_by, complete_by);
            }
            Event::Approved { hash, .. } => self.approved = Some(hash),
            Event::Extended { complete_by, .. } => {
                (self.complete_by, self.is_extended) = (Some(complete_by), true);
            }
            Event::Refused { reason, citation, .. } => {
                self.refusal = Some(Refusal::new(reason, citation));
            }
            Event::Planned { hash, body: PlanBody::Record { plan, files } } => {
                self.files = Some(files);
                self.plan_with(hash, at, *plan);
            }
            Event::Planned { hash, body: PlanBody::First { steps } } => {
                // Format 1 wrote down another plan like the first one.
                self.keep_what_was_done(&BTreeMap::new());
                self.is_located = false;
                self.steps = steps.into_iter().map(|step| StepState::new(PlannedStep::First(step))).collect();
                self.plan = Some(Planned { hash, at, record: None });
            }
            Event::PlannedAgain { hash, plan, because, renamed, files, former } => {
                if let Some(record) = former {
                    self.tell_in_full(*record);
                }
                if let Some(former) = &self.plan {
                    let again = PlannedAgain { at, from: former.hash, to: hash, because };
                    self.planned_again.push(again);
                }
                self.files = Some(files);
                // What stopped the plan before says nothing of this one.
                self.problem = None;
                self.failures = 0;
                self.to_take = Vec::new();
                self.keep_what_was_done(&renamed);
                self.plan_with(hash, at, *plan);
            }
            Event::FilesChanged { files } => self.files = Some(files),
            Event::Located { steps, identification } => {
                if steps.len() != self.steps.len() {
                    return Err(EngineError::Unreadable);
                }
                self.is_located = true;
                self.identification = identification;
                for (step, located) in self.steps.iter_mut().zip(steps) {
                    step.locate(located);
                }
                self.carry_on();
            }
            Event::StepBegan { step } => {
                let step = self.steps.get_mut(step).ok_or(EngineError::Unreadable)?;
                // Format 1 began steps that had nothing to do as well.
                self.has_written |= self.format > 1 || !step.located.is_empty();
                step.outcome = Outcome::Running;
            }
            Event::StepEnded { step, outcome, records, left } => {
                let step = self.steps.get_mut(step).ok_or(EngineError::Unreadable)?;
                (step.outcome, step.records, step.left) = (outcome, records, left);
            }
            Event::KeptLater { step, located } => {
                self.steps.get_mut(step).ok_or(EngineError::Unreadable)?.locate(located);
            }
            Event::ChangedHands { collections } => self.changed_hands = collections,
            Event::Asked { questions } => self.ask(questions),
            Event::Decided { question, decision } => self.decide(question, decision)?,
            Event::Stopped { problem } => {
                self.failures += 1;
                self.problem = Some(match problem {
                    Told::Code(problem) => problem.to_string(),
                    Told::Sentence(words) => words,
                });
            }
            Event::Executed(executed) => {
                self.problem = None;
                self.failures = 0;
                self.executed = executed;
            }
            Event::Forwarded { to, .. } => self.forwarded_to = Some(to),
            Event::State { to } => self.enter(to, at),
            Event::Challenge { challenge } => {
                self.challenges.retain(|it| it.method() != challenge.method());
                self.challenges.push(*challenge);
            }
            Event::Told { number } => self.news.told(number),
            Event::NotTold { number, is_last } => self.news.failed(number, at, is_last),
            Event::HoldReleased { .. } | Event::Cancelled { .. } => {}
            Event::Forgotten => self.is_forgotten = true,
        }
        Ok(())
    }

    fn enter(&mut self, to: RequestState, at: DateTime<Utc>) {
        self.entered_at = Some(at);
        if let Some(announcement) = Announcement::of(to, self) {
            self.news.announce(announcement, at);
        }
    }

    /// The questions that nobody has answered yet.
    pub(crate) fn open_questions(&self) -> impl Iterator<Item = &Question> {
        self.questions.iter().filter(|question| question.is_open())
    }

    /// What is to be asked of these findings, each with its number: all but those of which somebody has said that they stay.
    /// What is open already keeps its number.
    pub(crate) fn to_ask(&self, found: Vec<Question>) -> Vec<Question> {
        let mut last = self.asked;
        let mut asked = Vec::new();
        for question in found {
            let mut same = self.questions.iter().filter(|it| it.is_about_the_same(&question));
            // More than was looked at is another question.
            if same.clone().any(|it| it.is_left() && it.count >= question.count) {
                continue;
            }
            let number = same.find(|it| it.is_open()).map_or_else(
                || {
                    last += 1;
                    last
                },
                |open| open.number,
            );
            asked.push(Question { number, ..question });
        }
        asked
    }

    fn ask(&mut self, questions: Vec<Question>) {
        self.problem = None;
        self.failures = 0;
        self.questions.retain(|question| !question.is_open());
        self.asked = questions.iter().map(|question| question.number).fold(self.asked, u32::max);
        self.questions.extend(questions);
    }

    fn decide(&mut self, number: u32, decision: Decision) -> Result<(), EngineError> {
        let mut open = self.questions.iter_mut().filter(|question| question.is_open());
        let question = open.find(|question| question.number == number).ok_or(EngineError::Unreadable)?;
        if decision.answer == Choice::Take {
            self.to_take.push(number);
        }
        question.decision = Some(decision);
        Ok(())
    }

    fn plan_with(&mut self, hash: PlanHash, at: DateTime<Utc>, plan: PlanRecord) {
        self.is_located = false;
        self.format = FORMAT;
        let steps = plan.steps().iter().cloned();
        self.steps = steps.map(StepState::of).collect();
        self.plan = Some(Planned { hash, at, record: Some(plan) });
    }

    /// The plan in force, which format 1 wrote down, becomes known in full: the same steps in the same order.
    fn tell_in_full(&mut self, record: PlanRecord) {
        for (state, step) in self.steps.iter_mut().zip(record.steps()) {
            state.planned = PlannedStep::Record(step.clone());
        }
        if let Some(plan) = &mut self.plan {
            plan.record = Some(record);
        }
    }

    /// Another plan comes into force: what was begun under the one before is kept, in the names of the new one.
    fn keep_what_was_done(&mut self, renamed: &BTreeMap<String, String>) {
        let done = std::mem::take(&mut self.steps).into_iter().filter(StepState::has_changed_anything);
        self.former_steps.extend(done);
        for step in &mut self.former_steps {
            step.planned.rename(renamed);
        }
        if let Some(Planned { record: Some(record), .. }) = self.plan.take() {
            self.former_plans.push((self.lists(), record));
        }
    }

    /// Steps of the plan in force go on where the same steps of former plans stopped.
    fn carry_on(&mut self) {
        let mut left = Vec::new();
        for former in std::mem::take(&mut self.former_steps) {
            let same = self.steps.iter_mut().find(|step| step.planned.is_same_work(&former.planned));
            match same {
                Some(step) => step.carried += former.done_beside(step.located.records),
                None => left.push(former),
            }
        }
        for former in &mut left {
            former.settle(&self.steps);
        }
        left.retain(|former| former.records() > 0);
        self.former_steps = left;
    }

    /// Collections with records that were masked or let go under a former plan, and that the plan in force, which would do
    /// otherwise, does not find any more.
    pub(crate) fn done_otherwise(&self) -> impl Iterator<Item = (&str, u64)> {
        let changed = self.former_steps.iter().filter(|step| step.outcome != Outcome::Erased);
        changed.filter_map(|former| {
            let collection = former.planned.collection();
            let of_same = self.steps.iter().filter(|step| step.planned.collection() == collection);
            let found: u64 = of_same.map(|step| step.located.records + step.located.shells).sum();
            let lost = former.records().saturating_sub(found);
            (lost > 0).then_some((collection, lost))
        })
    }

    /// The steps that a report tells of: those of former plans that the one in force does not have, and its own.
    pub(crate) fn all_steps(&self) -> impl Iterator<Item = &StepState> {
        self.former_steps.iter().chain(&self.steps)
    }
}

impl StepState {
    /// A step that is not begun.
    pub(crate) fn of(step: StepRecord) -> Self {
        Self::new(PlannedStep::Record(step))
    }

    fn new(planned: PlannedStep) -> Self {
        Self {
            planned,
            located: Located::default(),
            outcome: Outcome::Pending,
            records: 0,
            left: 0,
            carried: 0,
        }
    }

    /// Takes in what was located for it.
    pub(crate) fn locate(&mut self, located: Located) {
        self.records = located.records;
        self.located = located;
    }

    /// Why it is taken, as far as it is known.
    pub(crate) fn reason(&self) -> Reason {
        self.located.reason.clone().unwrap_or_else(|| self.planned.reason())
    }

    /// How it stands, with what was done under former plans.
    pub(crate) fn outcome(&self) -> Outcome {
        match self.outcome {
            Outcome::Absent if self.carried > 0 => self.planned.outcome_when_done(),
            outcome => outcome,
        }
    }

    /// How many records it is about, with what was done under former plans.
    pub(crate) fn records(&self) -> u64 {
        self.records + self.carried
    }

    fn has_changed_anything(&self) -> bool {
        let is_a_change = self.planned.action() != Action::Retain;
        match self.outcome {
            Outcome::Erased | Outcome::Anonymized | Outcome::Cleared => true,
            Outcome::Running | Outcome::Failed => is_a_change && !self.located.is_empty(),
            Outcome::Pending
            | Outcome::Absent
            | Outcome::Retained
            | Outcome::OnHold
            | Outcome::Unsupported => self.carried > 0,
        }
    }

    /// How many records it was done to, where the same step finds so many that are still to be done.
    fn done_beside(&self, still_there: u64) -> u64 {
        let here = match self.outcome {
            // What is masked stays, and is found once more.
            Outcome::Anonymized => self.records.saturating_sub(still_there),
            // So was in format 1 what was noted to let go.
            Outcome::Cleared if matches!(self.planned, PlannedStep::First(_)) => {
                self.records.saturating_sub(still_there)
            }
            Outcome::Erased | Outcome::Cleared => self.records,
            Outcome::Running | Outcome::Failed => self.located.records.saturating_sub(still_there),
            Outcome::Pending
            | Outcome::Absent
            | Outcome::Retained
            | Outcome::OnHold
            | Outcome::Unsupported => 0,
        };
        here + self.carried
    }

    /// A step that stopped under a former plan and is no step any more: what the new plan does not find was done.
    fn settle(&mut self, steps: &[StepState]) {
        if matches!(self.outcome, Outcome::Pending | Outcome::Absent) {
            // All that is known to be done was done under plans before that one.
            (self.records, self.outcome) = (0, self.planned.outcome_when_done());
        }
        if matches!(self.outcome, Outcome::Running | Outcome::Failed) {
            let of_same = steps.iter().filter(|step| {
                step.planned.is_main() && step.planned.collection() == self.planned.collection()
            });
            let still_there = of_same.map(|step| step.located.records + step.located.shells).sum();
            self.records = self.located.records.saturating_sub(still_there);
            self.outcome = self.planned.outcome_when_done();
        }
    }
}

impl PlannedStep {
    pub(crate) fn collection(&self) -> &str {
        match self {
            Self::Record(step) => step.collection(),
            Self::First(step) => &step.collection,
        }
    }

    pub(crate) fn action(&self) -> Action {
        match self {
            Self::Record(step) => step.action(),
            Self::First(step) => step.action,
        }
    }

    pub(crate) fn is_main(&self) -> bool {
        match self {
            Self::Record(step) => step.is_main(),
            Self::First(step) => step.is_main,
        }
    }

    /// Whether what it is about stays as empty shells.
    pub(crate) fn leaves_shells(&self) -> bool {
        match self {
            Self::Record(step) => matches!(step.part, PartRecord::Shells { .. }),
            // Version 0.1 has one sentence for it.
            Self::First(step) => step.action == Action::Anonymize && step.words.starts_with("empty "),
        }
    }

    pub(crate) fn reason(&self) -> Reason {
        match self {
            Self::Record(step) => step.reason(),
            Self::First(step) => step.reason.clone(),
        }
    }

    /// What it does, in words.
    pub(crate) fn words(&self) -> String {
        match self {
            Self::Record(step) => step_words(step),
            Self::First(step) => step.words.clone(),
        }
    }

    fn outcome_when_done(&self) -> Outcome {
        match self.action() {
            Action::Erase => Outcome::Erased,
            Action::Anonymize => Outcome::Anonymized,
            Action::Clear => Outcome::Cleared,
            Action::Retain => Outcome::Retained,
        }
    }

    fn rename(&mut self, renamed: &BTreeMap<String, String>) {
        let Self::Record(step) = self else { return };
        let name = |name: &mut String| {
            if let Some(now) = renamed.get(name) {
                name.clone_from(now);
            }
        };
        name(&mut step.collection);
        if let PartRecord::KeptLink { link } | PartRecord::OthersLink { link, .. } = &mut step.part {
            name(&mut link.to);
        }
    }

    /// Whether two steps of different plans do the same to the same kind of records, whatever else of them has changed.
    fn is_same_work(&self, other: &Self) -> bool {
        let (one, other) = match (self, other) {
            (Self::Record(one), Self::Record(other)) => (one, other),
            (Self::First(one), Self::First(other)) => return one.words == other.words,
            _ => return false,
        };
        let is_same_part = match (&one.part, &other.part) {
            (PartRecord::Records { span: a }, PartRecord::Records { span: b })
            | (PartRecord::Shells { span: a }, PartRecord::Shells { span: b }) => a == b,
            (PartRecord::Fields { span: a }, PartRecord::Fields { span: b }) => {
                // The category may have got another name: the fields tell.
                a == b
            }
            (PartRecord::KeptLink { link: a }, PartRecord::KeptLink { link: b })
            | (PartRecord::OthersLink { link: a, .. }, PartRecord::OthersLink { link: b, .. }) => {
                (&a.role, &a.fields, &a.to) == (&b.role, &b.fields, &b.to)
            }
            _ => false,
        };
        // What was masked otherwise is not done yet.
        let is_as_much = matches!(one.action, Action::Erase | Action::Retain)
            || (&one.fields, &one.links) == (&other.fields, &other.links);
        is_same_part && is_as_much && one.collection == other.collection && one.action == other.action
    }
}
