//! A plan as a page that a lawyer can read.

use std::fmt;

use super::step::step_words;
use crate::plan::{GroundRecord, Plan, StepRecord};
use crate::request::Action;

/// A plan as a page of text: `println!("{}", PlanPage::of(&plan))`.
#[derive(Debug, Clone, Copy)]
pub struct PlanPage<'a>(&'a Plan);

impl<'a> PlanPage<'a> {
    /// The plan as a page that a lawyer can read.
    pub fn of(plan: &'a Plan) -> Self {
        Self(plan)
    }
}

impl fmt::Display for PlanPage<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let plan = self.0;
        let record = plan.record();
        let policy = plan.policy();
        writeln!(f, "Erasure plan under \"{}\", version {}", policy.name(), policy.version())?;
        writeln!(f, "Scope: {}. As of {}.", plan.scope(), plan.now().format("%Y-%m-%d %H:%M UTC"))?;
        for hold in plan.holds() {
            writeln!(f, "Legal hold in force: {}", hold.matter())?;
        }
        for (number, step) in record.steps().iter().enumerate() {
            writeln!(f)?;
            write_step(f, number + 1, step)?;
        }
        if !plan.warnings().is_empty() {
            writeln!(f, "\nWarnings")?;
            for warning in plan.warnings().iter() {
                writeln!(f, "  {warning}")?;
            }
        }
        writeln!(f, "\nPlan {}", record.hash())
    }
}

fn write_step(f: &mut fmt::Formatter<'_>, number: usize, step: &StepRecord) -> fmt::Result {
    let mut words = step_words(step);
    if let Some(first) = words.get(..1).map(str::to_ascii_uppercase) {
        words.replace_range(..1, &first);
    }
    writeln!(f, "{number}. {words}.")?;
    let (id, label) = step.category();
    let label = if label.is_empty() { String::new() } else { format!(" ({label})") };
    writeln!(f, "   Because: category `{id}`{label}")?;
    if let Some(matter) = step.held_by() {
        return writeln!(f, "   Suspended by the legal hold {matter}, until it is released");
    }
    step.grounds().iter().try_for_each(|ground| write_ground(f, step.action(), ground))
}

fn write_ground(f: &mut fmt::Formatter<'_>, action: Action, ground: &GroundRecord) -> fmt::Result {
    let verb = if action == Action::Retain { "Kept for" } else { "No longer kept for" };
    let end = if ground.is_review { "to be reviewed" } else { "for" };
    let GroundRecord { ground: kind, citation, period, start, counted_from, .. } = ground;
    write!(f, "   {verb} {kind} ({citation}), {end} {period} from `{start}`, counted from {counted_from}")?;
    match ground.ended_before {
        Some(instant) => writeln!(f, "; ended for what lies before {}", instant.format("%Y-%m-%d")),
        None => writeln!(f),
    }
}
