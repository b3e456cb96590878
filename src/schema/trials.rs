//! What only the database itself can say before the first write: whether its constraints would let the masks be written, and
//! whether it sees links where the engine sees none.

use std::collections::BTreeSet;

use super::fit::Survey;
use crate::datamap::{Collection, DataMap, Link, Mask};
use crate::finding::Finding;
use crate::plan::Compiled;
use crate::plan::ids::EdgeId;
use crate::plan::layout::{Part, Step};
use crate::port::{ColumnKind, FieldMask, OnDelete, Replacement, Schema, Selection};
use crate::value::{Condition, Value};

/// Masks that some step puts on a collection's records.
#[derive(Debug)]
pub(crate) struct MaskTrial<'a> {
    pub(crate) collection: &'a Collection,
    pub(crate) masks: Vec<FieldMask>,
    /// The records on which it may put them.
    pub(crate) records: Selection,
}

/// A link between columns for which the database takes other texts for equal than the engine does.
#[derive(Debug)]
pub(crate) struct LinkTrial<'a> {
    pub(crate) collection: &'a Collection,
    pub(crate) link: &'a Link,
    pub(crate) target: &'a Collection,
    pub(crate) records: Selection,
}

/// The masks of all steps, each set of them once.
pub(crate) fn mask_trials<'a>(compiled: &'a Compiled, survey: &Survey) -> Vec<MaskTrial<'a>> {
    let mut seen = BTreeSet::new();
    let mut trials = Vec::new();
    for step in compiled.steps_that_write() {
        let collection = &compiled.graph.nodes[step.node];
        let Some(schema) = survey.schemas.get(collection.name()) else { continue };
        let masks = example_masks(compiled, schema, step);
        let records = match step.part {
            Part::KeptLink(edge) | Part::OthersLink { edge, .. } => with_link(compiled, edge),
            _ => Selection::Everything,
        };
        let is_new = !masks.is_empty() && seen.insert(format!("{} {masks:?} {records:?}", collection.name()));
        if is_new {
            trials.push(MaskTrial { collection, masks, records });
        }
    }
    trials
}

/// A change of one record of a collection, on whose table something acts that only a trial tells of.
#[derive(Debug)]
pub(crate) struct ChangeTrial<'a> {
    pub(crate) collection: &'a Collection,
    /// The masks; none where the record is erased.
    pub(crate) masks: Vec<FieldMask>,
}

/// The changes in which a trigger has a part, each once. None is tried that the database would not take back, or that would
/// take along what refers to the record.
pub(crate) fn change_trials<'a>(compiled: &'a Compiled, survey: &Survey) -> Vec<ChangeTrial<'a>> {
    let mut seen = BTreeSet::new();
    let trials = compiled.steps_that_write().filter_map(|step| change_trial(compiled, survey, step));
    trials.filter(|it| seen.insert(format!("{} {:?}", it.collection.name(), it.masks))).collect()
}

fn change_trial<'a>(compiled: &'a Compiled, survey: &Survey, step: &Step) -> Option<ChangeTrial<'a>> {
    let collection = &compiled.graph.nodes[step.node];
    let schema = survey.schemas.get(collection.name()).filter(|schema| !schema.has_no_transactions)?;
    if compiled.erases(step) {
        let acts = schema.triggers.iter().any(|trigger| trigger.on_delete);
        let takes_along = schema.referred_by.iter().any(|it| it.on_delete != OnDelete::Refuse);
        return (acts && !takes_along).then_some(ChangeTrial { collection, masks: Vec::new() });
    }
    let masks = example_masks(compiled, schema, step);
    let acts = schema.triggers.iter().any(|trigger| trigger.on_update) && !masks.is_empty();
    acts.then_some(ChangeTrial { collection, masks })
}

/// What a step may write into the columns of its table.
fn example_masks(compiled: &Compiled, schema: &Schema, step: &Step) -> Vec<FieldMask> {
    let masked = compiled.masked_fields(step);
    masked
        .iter()
        .filter(|it| schema.column(&it.field).is_some())
        .filter_map(|it| Some(FieldMask { field: it.field.clone(), with: example(&it.mask)? }))
        .collect()
}

/// The finding for a change that the database does not let be made to one record. Whether it lets it be made to others, nobody
/// knows: a warning.
pub(crate) fn refused_when_tried(trial: &ChangeTrial<'_>, refusal: &str) -> Finding {
    let fields: Vec<&str> = trial.masks.iter().map(|it| it.field.as_str()).collect();
    let table = trial.collection.table();
    let (done, words) = match fields.is_empty() {
        true => ("erased", table.to_owned()),
        false => ("masked", fields.join(", ")),
    };
    Finding::warning(
        format!("collection `{}`", trial.collection.name()),
        words,
        format!("a record of table `{table}` was {done} to try it, and that was taken back again: {refusal}"),
        "look at the table's triggers and rules: let them pass what the erasure does, or drop them",
    )
}

/// What a mask would write into some record; `None` where that depends on the record.
fn example(mask: &Mask) -> Option<Replacement> {
    match mask {
        Mask::Null => Some(Replacement::Null),
        Mask::Constant(value) => Some(Replacement::Constant(value.clone())),
        Mask::Token => Some(Replacement::Token),
        Mask::Pseudonym => {
            let text = format!("{:x<length$}", "pseudonym-", length = Replacement::PSEUDONYM_LENGTH);
            Some(Replacement::Constant(Value::Text(text)))
        }
        Mask::Prefix(length) => Some(Replacement::Prefix(*length)),
        Mask::Scrub => None,
    }
}

/// The records that have a link at all.
fn with_link(compiled: &Compiled, edge: EdgeId) -> Selection {
    let edge = &compiled.graph.edges[edge];
    let has = |field: &String| Selection::Null { field: field.clone() }.negated();
    edge.fields.iter().fold(meeting(&edge.only), |all, field| all.and(has(field)))
}

fn meeting(conditions: &[Condition]) -> Selection {
    conditions.iter().fold(Selection::Everything, |all, condition| all.and(Selection::meets(condition)))
}

/// The finding for constraints that would not let the masks be written.
pub(crate) fn refused_by_constraints(trial: &MaskTrial<'_>, constraints: &[String]) -> Option<Finding> {
    let fields: Vec<&str> = trial.masks.iter().map(|it| it.field.as_str()).collect();
    (!constraints.is_empty()).then(|| {
        Finding::error(
            format!("collection `{}`", trial.collection.name()),
            fields.join(", "),
            format!(
                "what is written into these columns when a record is masked or lets go breaks a constraint of table `{}`: `{}`",
                trial.collection.table(),
                constraints.join("`, `")
            ),
            "give them masks that the constraint allows, such as `mask = { constant = … }`, or change the constraint",
        )
    })
}

/// The links within one store whose target has an equality of its own.
pub(crate) fn link_trials<'a>(map: &'a DataMap, survey: &Survey) -> Vec<LinkTrial<'a>> {
    let mut trials = Vec::new();
    for collection in map.collections() {
        for link in collection.links().iter().filter(|link| !link.is_by_prefix() && !link.is_list()) {
            let target = map.collection(link.target().collection());
            let Some(target) = target.filter(|it| it.store == collection.store) else { continue };
            let schemas = survey.schemas.get(collection.name()).zip(survey.schemas.get(target.name()));
            let Some((from, to)) = schemas else { continue };
            let mut pairs = link.fields().iter().zip(map.target_fields(link));
            if pairs.any(|(here, there)| compares_otherwise(from, here, to, there)) {
                trials.push(LinkTrial { collection, link, target, records: meeting(link.conditions()) });
            }
        }
    }
    trials
}

fn compares_otherwise(from: &Schema, here: &str, to: &Schema, there: &str) -> bool {
    let text = |schema: &Schema, name: &str| {
        schema
            .column(name)
            .filter(|it| matches!(it.kind, ColumnKind::Text { .. } | ColumnKind::Other))
            .cloned()
    };
    let (Some(here), Some(there)) = (text(from, here), text(to, there)) else { return false };
    there.collation.is_some() && (here.collation.is_none() || here.collation == there.collation)
}

/// The finding for a link that the database sees in records where the engine sees none.
pub(crate) fn linked_otherwise(trial: &LinkTrial<'_>) -> Finding {
    Finding::error(
        format!("collection `{}`, link to `{}`", trial.collection.name(), trial.target.name()),
        trial.link.fields().join(", "),
        "the database takes other spellings for equal here (case, accents or blanks at the end), and some records have the link in another spelling than the key: the engine compares bytes, and would leave them behind",
        "write the link in these records as the key is written, or give both columns a collation that compares bytes",
    )
}
