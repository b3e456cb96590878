//! What a step does, in one line.

use crate::plan::StepRecord;
use crate::plan::record::{PartRecord, Span};
use crate::request::Action;

/// What a step does to which records.
pub fn step_words(step: &StepRecord) -> String {
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
            let all = "all but their keys, their links and what is kept";
            format!("empty records of `{name}` that something which stays still points to: {all}")
        }
        (PartRecord::Fields { .. }, _) => format!("mask `{fields}` in records of `{name}` that stay"),
        (PartRecord::KeptLink { link }, _) => {
            format!("clear `{fields}` in kept records of `{name}` where the record of `{}` goes", link.to)
        }
        (PartRecord::OthersLink { link, .. }, _) => format!(
            "clear `{fields}` in other people's records of `{name}`, which let go of the subject's `{}`",
            link.to
        ),
    }
}
