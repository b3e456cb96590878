//! What is said of a request: to programs as one object, in the form that the command prints.

use chrono::{DateTime, Utc};
use serde::Serialize;

use super::identify::Identification;
use super::journal::{Progress, StepProgress};
use crate::plan::Reason;
use crate::request::{Action, Outcome, RequestId, RequestState};

/// One step of a [`Report`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
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

/// Where a request stands. Holds no personal data but the confirmation code, which only the person should have.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Report {
    /// The request's id; none for a plan that was not asked for.
    pub request: Option<RequestId>,
    /// The confirmation code, as long as it may still be told.
    pub code: Option<String>,
    /// Where the request stands.
    pub state: RequestState,
    /// The hash of the plan, once there is one.
    pub plan_hash: Option<String>,
    /// What somebody should look at.
    pub warnings: Vec<String>,
    /// The steps, in the order in which they are taken.
    pub steps: Vec<StepReport>,
    /// What was found of the person besides the records themselves.
    pub identification: Identification,
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
        progress: &Progress,
    ) -> Self {
        let listed = |step: &&StepProgress| step.planned.is_main || step.records > 0;
        Self {
            request,
            code,
            state,
            plan_hash: progress.planned.as_ref().map(|(hash, _)| hash.clone()),
            warnings: progress.warnings.iter().cloned().chain(found_warnings(progress)).collect(),
            steps: progress.steps.iter().filter(listed).map(step_report).collect(),
            identification: progress.identification.clone(),
            acknowledge_by: progress.acknowledge_by,
            complete_by: progress.complete_by,
            due,
            problem: progress.problem.clone(),
        }
    }

    /// Whether all that can be done today is done, without a failure and without a person being needed.
    pub fn is_settled(&self) -> bool {
        !matches!(
            self.state,
            RequestState::Received
                | RequestState::AwaitingVerification
                | RequestState::AwaitingApproval
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

fn step_report(step: &StepProgress) -> StepReport {
    StepReport {
        collection: step.planned.collection.clone(),
        action: step.planned.action,
        records: step.records,
        outcome: step.outcome,
        reason: step.planned.reason.clone(),
        words: step.planned.words.clone(),
    }
}

fn found_warnings(progress: &Progress) -> impl Iterator<Item = String> + '_ {
    let identification = &progress.identification;
    let shared = identification.shared.iter().map(|(kind, count)| {
        format!(
            "{count} {kind} found on the person's records is held by somebody else too; it was not followed"
        )
    });
    let unclear = identification.unclear.iter().map(|(collection, count)| {
        format!("{count} records of `{collection}` hold a given identifier but belong to several people or to nobody; they were not matched")
    });
    let proposed = identification.proposed.iter().map(|(collection, count)| {
        format!("{count} records of `{collection}` hold another spelling of the number; ask the person, and give that number too if it is theirs")
    });
    let undated = progress.steps.iter().filter(|step| step.located.undated > 0).map(|step| {
        format!(
            "{} kept records of `{}` have no readable start event, so nobody can say when they end",
            step.located.undated, step.planned.collection
        )
    });
    let left = progress.still_holding.iter().map(|(collection, count)| {
        format!("{count} records of `{collection}` still hold an identifier of the person; look at who they belong to")
    });
    let absent = identification.absent.len();
    let absent = (absent > 0).then(|| {
        format!(
            "of {} people {absent} were not found; `identification.absent` has their places in the list",
            identification.persons
        )
    });
    absent.into_iter().chain(shared).chain(unclear).chain(proposed).chain(undated).chain(left)
}
