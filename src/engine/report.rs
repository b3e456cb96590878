//! What is said of a request: to programs as one object, in the form that the command prints.

use chrono::{DateTime, Utc};
use serde::Serialize;

use super::Engine;
use super::drive::setback::MANY_FAILURES;
use super::record::case::CaseFile;
use super::record::history::{History, StepState};
use super::record::identification::Identification;
use super::record::journal::Explained;
use crate::finding::{self, Findings};
use crate::page::{Refusal, Warning};
use crate::plan::{PlanChange, PlanHash, Reason};
use crate::port::Head;
use crate::request::{Action, Outcome, Question, RequestId, RequestState};

/// One step of a [`Report`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct StepReport {
    /// The collection.
    pub collection: String,
    /// What is done.
    pub action: Action,
    /// To how many records.
    pub records: u64,
    /// How it ended.
    pub outcome: Outcome,
    /// Why it is done.
    pub reason: Reason,
    /// What is done to which records, in words.
    pub words: String,
}

/// That a request was planned again after it had a plan, since the files, the holds or the schema had changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Replanning {
    /// When.
    pub at: DateTime<Utc>,
    /// The hash of the plan before.
    pub from: PlanHash,
    /// The hash of the plan that replaced it.
    pub to: PlanHash,
    /// In what they differ.
    pub because: Vec<PlanChange>,
}

/// Where a request stands. Holds no personal data but the confirmation code, which only the person should have.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Report {
    /// The request's id; none for a plan that was not asked for.
    pub request: Option<RequestId>,
    /// The confirmation code, as long as it may still be told.
    pub code: Option<String>,
    /// Where the request stands.
    pub state: RequestState,
    /// The hash of the plan, once there is one.
    pub plan_hash: Option<PlanHash>,
    /// When and why it was planned again.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub planned_again: Vec<Replanning>,
    /// What is asked for: `subject`, `tenant`, or `categories=` and their names; none in a ledger that does not say.
    pub scope: Option<String>,
    /// What only a person can decide, and what was decided.
    pub questions: Vec<Question>,
    /// How many records stay as empty shells, since something that stays points to them.
    #[serde(skip_serializing_if = "is_zero")]
    pub shells: u64,
    /// What somebody should look at.
    pub warnings: Vec<String>,
    /// The steps, in the order in which they are taken; first of all what was done under former plans by steps that the
    /// plan in force does not have.
    pub steps: Vec<StepReport>,
    /// What was found of the person besides the records themselves.
    pub identification: Identification,
    /// When it was opened.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub opened_at: Option<DateTime<Utc>>,
    /// Why nothing is done, where it was refused.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub refusal: Option<Refusal>,
    /// When receipt has to be acknowledged, by the policy's promise.
    pub acknowledge_by: Option<DateTime<Utc>>,
    /// When all has to be done, by the policy's promise.
    pub complete_by: Option<DateTime<Utc>>,
    /// From when on there is something to do: a grace period or the backups' rotation ends, or another try is due.
    pub due: Option<DateTime<Utc>>,
    /// What stopped the last run.
    pub problem: Option<String>,
}

impl Report {
    pub(crate) fn new(
        request: Option<RequestId>,
        state: RequestState,
        due: Option<DateTime<Utc>>,
        code: Option<String>,
        history: &History,
    ) -> Self {
        let listed = |step: &&StepState| step.planned.is_main() || step.records() > 0;
        let planned_again = history.planned_again.iter().map(|it| Replanning {
            at: it.at,
            from: it.from,
            to: it.to,
            because: it.because.clone(),
        });
        Self {
            request,
            code,
            state,
            plan_hash: history.plan.as_ref().map(|plan| plan.hash),
            planned_again: planned_again.collect(),
            scope: history.scope.clone(),
            questions: history.questions.clone(),
            shells: shells(history).map(|(_, records)| records).sum(),
            warnings: warnings(history).iter().map(ToString::to_string).collect(),
            steps: history.all_steps().filter(listed).map(step_report).collect(),
            identification: history.identification.clone(),
            opened_at: history.opened_at,
            refusal: history.refusal.clone(),
            acknowledge_by: history.acknowledge_by,
            complete_by: history.complete_by,
            due,
            problem: history.problem.clone(),
        }
    }

    /// The same with what is to be said of the files that are in force.
    pub(crate) fn with_file_warnings(mut self, findings: &Findings) -> Self {
        self.warnings.splice(0..0, finding::counted(findings.warnings()));
        self
    }

    /// Whether nothing is left of what was asked for: no shell, and nothing that somebody has decided to leave.
    pub fn is_all_gone(&self) -> bool {
        self.state == RequestState::Completed
            && self.shells == 0
            && self.questions.iter().all(|question| question.is_taken())
    }

    /// Whether all that can be done today is done, without a failure and without a person being needed.
    pub fn is_settled(&self) -> bool {
        !matches!(
            self.state,
            RequestState::Received
                | RequestState::AwaitingVerification
                | RequestState::AwaitingApproval
                | RequestState::AwaitingDecision
                | RequestState::OnHold
                | RequestState::Running
                | RequestState::PartiallyFailed
        )
    }

    /// How many records had that outcome, summed over the steps: a record that lets go of two links counts twice.
    pub fn records(&self, outcome: Outcome) -> u64 {
        self.steps.iter().filter(|step| step.outcome == outcome).map(|step| step.records).sum()
    }
}

impl CaseFile {
    /// What is said of it, to somebody who has this code of it.
    pub(crate) fn report(&self, code: Option<String>) -> Report {
        let Head { state, due } = *self.head();
        Report::new(Some(self.id()), state, due, code, &self.history)
    }
}

/// The steps that leave empty shells, each with how many.
fn shells(history: &History) -> impl Iterator<Item = (&StepState, u64)> {
    let is_empty_shell =
        |step: &&StepState| step.planned.leaves_shells() && step.outcome() == Outcome::Anonymized;
    history.all_steps().filter(is_empty_shell).map(|step| (step, step.records()))
}

impl Engine {
    /// A report with what is to be said of the live stores as well: what they do beside the plan.
    pub(super) fn told(&self, history: &History, report: Report) -> Report {
        let mut report = report.with_file_warnings(&self.live);
        for (step, count) in shells(history) {
            let collection = step.planned.collection();
            let node = self.planner.collection_once_named(collection);
            let name = node.map(|node| self.planner.compiled().graph.nodes[node].name());
            if !name.is_some_and(|name| self.survey.schemas.contains_key(name)) {
                let collection = collection.to_owned();
                report.warnings.push(Warning::ShellsAsDeclared { collection, count }.to_string());
            }
        }
        report
    }
}

fn is_zero(number: &u64) -> bool {
    *number == 0
}

fn step_report(step: &StepState) -> StepReport {
    StepReport {
        collection: step.planned.collection().to_owned(),
        action: step.planned.action(),
        records: step.records(),
        outcome: step.outcome(),
        reason: step.reason(),
        words: step.planned.words(),
    }
}

/// What follows from a request's history that somebody should look at.
fn warnings(history: &History) -> Vec<Warning> {
    let found = &history.identification;
    let mut warnings = Vec::new();
    if !found.absent.is_empty() {
        let absent = found.absent.len() as u64;
        warnings.push(Warning::PersonsAbsent { persons: found.persons, absent });
    }
    if found.unsearched > 0 {
        warnings.push(Warning::UnsearchedIdentifiers { count: found.unsearched });
    }
    let counted = |counts: &std::collections::BTreeMap<String, u64>| -> Vec<(String, u64)> {
        counts.iter().map(|(name, count)| (name.clone(), *count)).collect()
    };
    for (kind, count) in counted(&found.shared) {
        warnings.push(Warning::SharedIdentifiers { kind, count });
    }
    for (collection, count) in counted(&found.unclear) {
        warnings.push(Warning::UnclearOwners { collection, count });
    }
    for (collection, count) in counted(&found.proposed) {
        warnings.push(Warning::OtherSpellings { collection, count });
    }
    for step in history.steps.iter().filter(|step| step.located.undated > 0) {
        let collection = step.planned.collection().to_owned();
        warnings.push(Warning::Undated { collection, count: step.located.undated });
    }
    for (collection, count) in counted(&history.executed.still_holding) {
        warnings.push(Warning::StillHolding { collection, count });
    }
    for (collection, count) in counted(&history.changed_hands) {
        warnings.push(Warning::ChangedHands { collection, count });
    }
    for step in history.steps.iter().filter(|step| step.left > 0 && step.planned.is_main()) {
        let collection = step.planned.collection().to_owned();
        warnings.push(Warning::Shared { collection, count: step.left });
    }
    for (collection, count) in counted(&history.executed.mentioned) {
        warnings.push(Warning::Mentioned { collection, count });
    }
    for collection in history.executed.usual_spellings.iter().cloned() {
        warnings.push(Warning::UsualSpellings { collection });
    }
    for Explained { collection, field, count, why } in history.executed.explained.iter().cloned() {
        warnings.push(Warning::Explained { collection, field, count, why });
    }
    for question in history.questions.iter().filter(|question| question.is_left()) {
        warnings.push(Warning::Left { question: question.clone() });
    }
    if history.news.given_up > 0 {
        warnings.push(Warning::NotTold { count: history.news.given_up });
    }
    if history.failures >= MANY_FAILURES {
        warnings.push(Warning::ManyFailures { failures: history.failures });
    }
    for (collection, count) in history.done_otherwise() {
        warnings.push(Warning::DoneOtherwise { collection: collection.to_owned(), count });
    }
    for again in &history.planned_again {
        warnings.push(Warning::PlannedAgain { because: again.because.clone() });
    }
    warnings
}
