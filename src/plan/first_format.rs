//! The hash of a plan as version 0.1 of this crate made it, so that what a ledger of 0.1 holds can be told from what other
//! files would have written.
//!
//! It went over all that a plan said, sentences included, and so the sentences of 0.1 stand here as they were. Nothing new
//! is written in this form.

use chrono::{DateTime, Utc};
use serde::Serialize;
use sha2::{Digest, Sha256};

use super::record::{PartRecord, Reason, Span, StepRecord};
use super::{Plan, PlanHash};
use crate::request::Action;

#[derive(Serialize)]
struct FirstPlan<'a> {
    policy: &'a str,
    version: &'a str,
    scope: String,
    tenancy: &'a str,
    holds: Vec<&'a str>,
    steps: Vec<FirstStep>,
}

#[derive(Serialize)]
struct FirstStep {
    collection: String,
    action: Action,
    words: String,
    fields: Vec<String>,
    reason: Reason,
    grounds: Vec<FirstGround>,
}

#[derive(Serialize)]
struct FirstGround {
    ground: String,
    citation: String,
    period: String,
    is_review: bool,
    start: String,
    counted_from: String,
    ended_before: Option<DateTime<Utc>>,
}

impl Plan {
    /// The hash that version 0.1 gave this plan; `None` where it cannot be told, so that it equals none.
    pub(crate) fn hash_of_first_format(&self) -> Option<PlanHash> {
        let holds: Vec<&str> = self.holds.iter().map(|hold| hold.matter()).collect();
        let plan = FirstPlan {
            policy: self.policy().name(),
            version: self.policy().version(),
            scope: self.scope.to_string(),
            tenancy: if self.is_for_one_tenant { "one" } else { "all" },
            steps: self.steps().map(|step| first_step(step.record(), holds.first().copied())).collect(),
            holds,
        };
        let text = format!("oubliette-plan-1\n{}", serde_json::to_string(&plan).ok()?);
        Some(PlanHash::new(Sha256::digest(text.as_bytes()).into()))
    }
}

fn first_step(step: StepRecord, first_hold: Option<&str>) -> FirstStep {
    let mut reason = step.reason();
    if step.held_by().is_some() {
        reason.citation = first_hold.map(str::to_owned);
    }
    let grounds = step.grounds().iter().map(|ground| FirstGround {
        ground: ground.ground.clone(),
        citation: ground.citation.clone(),
        period: ground.period.clone(),
        is_review: ground.is_review,
        start: ground.start.clone(),
        counted_from: ground.counted_from.clone(),
        ended_before: ground.ended_before,
    });
    FirstStep {
        collection: step.collection().to_owned(),
        action: step.action(),
        words: first_words(&step),
        fields: step.fields().into_iter().map(str::to_owned).collect(),
        reason,
        grounds: grounds.collect(),
    }
}

fn first_words(step: &StepRecord) -> String {
    let name = step.collection();
    let fields = step.fields().join("`, `");
    let mask = if fields.is_empty() { String::new() } else { format!(": mask `{fields}`") };
    if step.held_by().is_some() {
        return format!("leave records of `{name}` as they are: a legal hold suspends their erasure");
    }
    match (&step.part, step.action()) {
        (PartRecord::Records { span: Span::Kept }, _) => {
            format!("keep records of `{name}` that a ground still binds")
        }
        (PartRecord::Records { span: Span::Lapsed }, Action::Erase) => {
            format!("erase records of `{name}` whose last ground has ended")
        }
        (PartRecord::Records { span: Span::Lapsed }, _) => {
            format!("anonymise records of `{name}` whose last ground has ended{mask}")
        }
        (PartRecord::Records { span: Span::All }, Action::Erase) => {
            format!("erase records of `{name}` that are the subject's alone")
        }
        (PartRecord::Records { span: Span::All }, _) => {
            format!("anonymise records of `{name}` that are the subject's alone{mask}")
        }
        (PartRecord::Shells { .. }, _) => {
            format!("empty records of `{name}` that something which stays still points to: mask `{fields}`")
        }
        (PartRecord::Fields { .. }, _) => format!("mask `{fields}` in records of `{name}` that stay"),
        (PartRecord::KeptLink { link }, _) => {
            format!("clear `{fields}` in kept records of `{name}` where `{}` goes", link.to)
        }
        (PartRecord::OthersLink { link, .. }, _) => format!(
            "clear `{fields}` in other people's records of `{name}`, which let go of the subject's `{}`",
            link.to
        ),
    }
}
