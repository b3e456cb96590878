//! What the database does by itself when the plan erases or masks a record: cascades, cleared keys, triggers.

use std::collections::{HashMap, HashSet};

use super::answers::{answered, how_to_answer};
use super::fit::Survey;
use super::references::{ByTable, declares, names_of, same_columns, tells};
use crate::datamap::{Collection, DataMap, Link, Role, Topic};
use crate::finding::{Finding, Findings};
use crate::plan::rules::MaskedField;
use crate::policy::{Disposition, Policy};
use crate::port::{OnDelete, Schema};

/// Makes a finding of one severity.
type Report = fn(String, String, String, String) -> Finding;

/// Reports what the databases do by themselves along foreign keys when the plan erases records.
pub(crate) fn cascades(policy: &Policy, map: &DataMap, survey: &Survey) -> Findings {
    let by_table = ByTable::of(map);
    let mut findings = Findings::new();
    for collection in map.collections() {
        let Some(schema) = survey.schemas.get(collection.name()) else { continue };
        findings.extend(unseen_cascades(map, &by_table, collection, schema));
        findings.extend(along_references(policy, map, &by_table, collection, schema));
    }
    findings
}

/// Reports triggers that act when the plan erases records, or masks these fields of a collection's.
pub(crate) fn acting_triggers(
    map: &DataMap,
    survey: &Survey,
    masked: &HashMap<String, Vec<MaskedField>>,
) -> Findings {
    let mut findings = Findings::new();
    for collection in map.collections() {
        let Some(schema) = survey.schemas.get(collection.name()) else { continue };
        let masked = masked.get(collection.name()).map(Vec::as_slice).unwrap_or_default();
        findings.extend(triggers(map, collection, schema, masked));
    }
    findings
}

/// Reports foreign keys by which the database takes rows along that no erasure sees: they lie in tables of the map, and the
/// map leaves them out.
fn unseen_cascades(
    map: &DataMap,
    by_table: &ByTable<'_>,
    collection: &Collection,
    schema: &Schema,
) -> Vec<Finding> {
    let mut findings = Vec::new();
    for reference in schema.referred_by.iter().filter(|it| it.on_delete == OnDelete::Cascade) {
        let referring = by_table.referring(collection, reference);
        let is_told =
            referring.is_empty() || referring.iter().any(|from| tells(map, from, collection, reference));
        let names = names_of(reference);
        if is_told || answered(map, collection.store, Topic::Cascades, &names) {
            continue;
        }
        findings.push(Finding::error(
            format!("collection `{}`", collection.name()),
            format!("{}.{}", reference.table, reference.columns.join(", ")),
            "the database erases rows together with the record here that they point to (ON DELETE CASCADE), and the data map leaves some of them out by a condition, or has them point elsewhere: an erasure does not see them, and they would go although nobody said so",
            format!(
                "let the foreign key refuse or set null, or declare all rows of the table with this link, or {}",
                how_to_answer(map, collection.store, Topic::Cascades, &names)
            ),
        ));
    }
    findings
}

/// Reports what the database does by itself along the links of a collection that points to this one: erase what the plan
/// may keep, or clear what it keeps.
fn along_references(
    policy: &Policy,
    map: &DataMap,
    by_table: &ByTable<'_>,
    collection: &Collection,
    schema: &Schema,
) -> Vec<Finding> {
    let mut findings = Vec::new();
    for reference in &schema.referred_by {
        for from in by_table.referring(collection, reference) {
            let link = from.links().iter().find(|link| same_columns(link.fields(), reference));
            let (report, problem, remedy) = match (reference.on_delete, link) {
                (OnDelete::Cascade, _) => {
                    let why = match link {
                        Some(link) => may_outlive(policy, map, from, link),
                        // That is warned of as such, and is too little only where a cascade takes what nobody saw.
                        None if declares(map, from, reference) || !schema.cascades_unseen => None,
                        None => Some("no link says what this foreign key means"),
                    };
                    let Some(why) = why else { continue };
                    let (report, then): (Report, _) = match schema.cascades_unseen {
                        true => {
                            (Finding::error, "one that is written in that moment is not seen, and would go")
                        }
                        false => (Finding::warning, "whatever else erases the one takes the other along"),
                    };
                    let problem = format!(
                        "the database erases a record of `{}` together with the record of `{}` that it points to (ON DELETE CASCADE), and the plan may keep it: {why}. An erasure takes nothing along that it sees pointing there; {then}",
                        from.name(),
                        collection.name(),
                    );
                    (report, problem, "let the foreign key refuse or set null")
                }
                (OnDelete::LetGo, Some(link)) if !link.lets_go() => (
                    Finding::warning as Report,
                    format!(
                        "the data map keeps this link when the subject leaves, and the database clears it when the record of `{}` goes",
                        collection.name(),
                    ),
                    "leave `clear` out, or let the foreign key refuse",
                ),
                (OnDelete::LetGo | OnDelete::Refuse, _) => continue,
            };
            let names = names_of(reference);
            if answered(map, collection.store, Topic::Cascades, &names) {
                continue;
            }
            findings.push(report(
                format!("collection `{}`, link to `{}`", from.name(), collection.name()),
                reference.columns.join(", "),
                problem,
                format!("{remedy}, or {}", how_to_answer(map, collection.store, Topic::Cascades, &names)),
            ));
        }
    }
    findings
}

/// Why a record may stay when what a link of it points to goes; `None` where it goes first in any case.
fn may_outlive(policy: &Policy, map: &DataMap, from: &Collection, link: &Link) -> Option<&'static str> {
    let disposition = policy.category(from.category()).map(|category| category.disposition());
    let owns_from = |other: &Link| other.role() == Role::Owns && other.target().collection() == from.name();
    let has_other_owners = from.subject().is_some()
        || from.links().iter().any(|other| other.role() == Role::OwnedBy && other != link)
        || map.collections().iter().any(|other| other.links().iter().any(owns_from));
    if matches!(link.role(), Role::Mentions | Role::SamePerson) {
        Some("the link only mentions somebody")
    } else if matches!(disposition, Some(Disposition::Retain | Disposition::Anonymize)) {
        Some("its category is not simply erased")
    } else if has_other_owners {
        Some("it may belong to somebody else as well")
    } else {
        None
    }
}

/// The collections, by name, whose records do not just go when they are erased: triggers or rules act on it, of their own
/// table or of one whose rows go along with them.
pub(super) fn acting_on_erasure(
    map: &DataMap,
    by_table: &ByTable<'_>,
    schemas: &HashMap<String, Schema>,
) -> HashSet<String> {
    let mut acting = HashSet::new();
    loop {
        let known = acting.len();
        for collection in map.collections() {
            let Some(schema) = schemas.get(collection.name()) else { continue };
            let along = schema.referred_by.iter().filter(|it| it.on_delete == OnDelete::Cascade);
            let mut along = along.flat_map(|reference| by_table.referring(collection, reference));
            if schema.triggers.iter().any(|it| it.on_delete) || along.any(|it| acting.contains(it.name())) {
                acting.insert(collection.name().to_owned());
            }
        }
        if acting.len() == known {
            return acting;
        }
    }
}

/// Reports triggers of a table that act when the plan erases or masks records there.
fn triggers(map: &DataMap, collection: &Collection, schema: &Schema, masked: &[MaskedField]) -> Vec<Finding> {
    let mut findings = Vec::new();
    for trigger in &schema.triggers {
        let act = match (trigger.on_delete, trigger.on_update && !masked.is_empty()) {
            (true, true) => "erased or masked",
            (true, false) => "erased",
            (false, true) => "masked",
            (false, false) => continue,
        };
        let names = [format!("{}.{}", collection.table(), trigger.name)];
        if answered(map, collection.store, Topic::Triggers, &names) {
            continue;
        }
        findings.push(Finding::warning(
            format!("collection `{}`", collection.name()),
            &trigger.name,
            format!("a trigger acts when a record is {act}: it may keep a copy of what goes, or change what the plan does not mention"),
            format!("look at what it does, then {}", how_to_answer(map, collection.store, Topic::Triggers, &names)),
        ));
    }
    findings
}
