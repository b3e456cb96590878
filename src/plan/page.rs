//! A plan as a page that a lawyer can read.

use std::fmt;

use super::{Plan, PlanStep};
use crate::request::Action;

/// A plan as a page of text: `println!("{}", plan.page())`.
#[derive(Debug, Clone, Copy)]
pub struct PlanPage<'a>(&'a Plan);

impl Plan {
    /// The plan as a page that a lawyer can read.
    pub fn page(&self) -> PlanPage<'_> {
        PlanPage(self)
    }
}

impl fmt::Display for PlanPage<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let plan = self.0;
        let policy = plan.policy();
        writeln!(f, "Erasure plan under \"{}\", version {}", policy.name(), policy.version())?;
        writeln!(f, "Scope: {}. As of {}.", plan.scope(), plan.now().format("%Y-%m-%d %H:%M UTC"))?;
        for hold in plan.holds() {
            writeln!(f, "Legal hold in force: {}", hold.matter())?;
        }
        for (number, step) in plan.steps().enumerate() {
            writeln!(f)?;
            write_step(f, number + 1, &step)?;
        }
        if !plan.warnings().is_empty() {
            writeln!(f, "\nWarnings")?;
            for warning in plan.warnings().iter() {
                writeln!(f, "  {warning}")?;
            }
        }
        writeln!(f, "\nPlan {}", plan.hash())
    }
}

fn write_step(f: &mut fmt::Formatter<'_>, number: usize, step: &PlanStep<'_>) -> fmt::Result {
    let mut words = step.words();
    if let Some(first) = words.get(..1).map(str::to_ascii_uppercase) {
        words.replace_range(..1, &first);
    }
    writeln!(f, "{number}. {words}.")?;
    let (id, label) = step.category();
    let label = if label.is_empty() { String::new() } else { format!(" ({label})") };
    writeln!(f, "   Because: category `{id}`{label}")?;
    if step.is_on_hold() {
        let matter = step.reason().citation.unwrap_or_default();
        return writeln!(f, "   Suspended by the legal hold {matter}, until it is released");
    }
    for ground in step.grounds() {
        let verb = if step.action() == Action::Retain { "Kept for" } else { "No longer kept for" };
        let end = if ground.is_review { "to be reviewed" } else { "for" };
        writeln!(
            f,
            "   {verb} {} ({}), {end} {} from `{}`, counted from {}{}",
            ground.ground,
            ground.citation,
            ground.period,
            ground.start,
            ground.counted_from,
            ground
                .ended_before
                .map(|instant| format!("; ended for what lies before {}", instant.format("%Y-%m-%d")))
                .unwrap_or_default()
        )?;
    }
    Ok(())
}
