//! Foreign keys that the data map does not mention, and what the database does by itself when a record goes.

use super::answers::{answered, how_to_answer};
use super::tables::same_table;
use crate::datamap::{Collection, DataMap, Link, Role, Topic};
use crate::finding::Finding;
use crate::plan::rules::MaskedField;
use crate::policy::{Disposition, Policy};
use crate::port::{OnDelete, Reference, Schema};

/// The collections whose table a foreign key stands in.
pub(crate) fn referring<'m>(
    map: &'m DataMap,
    collection: &Collection,
    reference: &Reference,
) -> Vec<&'m Collection> {
    map.collections()
        .iter()
        .filter(|other| other.store == collection.store && same_table(other.table(), &reference.table))
        .collect()
}

/// The names by which an answer may mean a foreign key, the first of them for people.
fn names_of(reference: &Reference) -> Vec<String> {
    reference.columns.iter().map(|column| format!("{}.{column}", reference.table)).collect()
}

/// The warning for a foreign key that the map does not declare, unless the map answers it.
pub(crate) fn undeclared(
    map: &DataMap,
    collection: &Collection,
    reference: &Reference,
    referring: &[&Collection],
) -> Option<Finding> {
    let is_declared = !referring.is_empty() && referring.iter().all(|from| declares(map, from, reference));
    if is_declared {
        return None;
    }
    let is_collection = !referring.is_empty();
    let (topic, problem) = match (is_collection, reference.on_delete) {
        (false, OnDelete::Refuse) => (
            Topic::NotLinked,
            "a table that the data map does not declare refers to this one; records that a row of it points to stay as empty shells",
        ),
        (false, OnDelete::Cascade) => (
            Topic::Cascades,
            "a table that the data map does not declare refers to this one with ON DELETE CASCADE; so that the database does not erase its rows, records that one of them points to stay as empty shells",
        ),
        (false, OnDelete::LetGo) => (
            Topic::Cascades,
            "the database clears these columns of a table that the data map does not declare when a record here goes, and leaves the rest of the row",
        ),
        (true, OnDelete::Refuse) => (
            Topic::NotLinked,
            "a foreign key without a link: it decides nothing about whose a record is, and what it points to stays as an empty shell while the record stays",
        ),
        (true, OnDelete::Cascade) => (
            Topic::NotLinked,
            "a foreign key without a link, with ON DELETE CASCADE: the plan does not let the database follow it, so that what it points to stays as an empty shell while the record stays",
        ),
        (true, OnDelete::LetGo) => (
            Topic::NotLinked,
            "a foreign key without a link: the database clears it when what it points to goes, and the plan does not say so",
        ),
    };
    let names = names_of(reference);
    if answered(map, collection.store, topic, &names) {
        return None;
    }
    let remedy = if is_collection {
        "declare it as `owned_by`, `owns` or `mentions`"
    } else {
        "declare the table as a collection"
    };
    Some(Finding::warning(
        format!("collection `{}`", collection.name()),
        format!("{}.{}", reference.table, reference.columns.join(", ")),
        problem,
        format!("{remedy}, or {}", how_to_answer(map, collection.store, topic, &names)),
    ))
}

/// Whether a collection declares a foreign key of its table: as a link or as its tenant.
pub(crate) fn declares(map: &DataMap, from: &Collection, reference: &Reference) -> bool {
    let is_tenant = matches!(reference.columns.as_slice(), [column] if from.tenant().is_some_and(|field| field.eq_ignore_ascii_case(column)));
    is_tenant
        || from.links().iter().any(|link| {
            same_columns(link.fields(), reference) && map.collection(link.target().collection()).is_some()
        })
}

fn same_columns(fields: &[String], reference: &Reference) -> bool {
    fields.len() == reference.columns.len()
        && fields
            .iter()
            .all(|field| reference.columns.iter().any(|column| column.eq_ignore_ascii_case(field)))
}

/// Reports what the database does by itself along the links of a collection that points to this one: erase what the plan
/// may keep, or clear what it keeps.
pub(crate) fn side_effects(
    policy: &Policy,
    map: &DataMap,
    collection: &Collection,
    schema: &Schema,
) -> Vec<Finding> {
    let mut findings = Vec::new();
    for reference in &schema.referred_by {
        for from in referring(map, collection, reference) {
            let link = from.links().iter().find(|link| same_columns(link.fields(), reference));
            let Some(link) = link else { continue };
            let (problem, remedy) = match reference.on_delete {
                OnDelete::Cascade => match may_outlive(policy, from, link) {
                    Some(why) => (
                        format!(
                            "the database erases a record of `{}` together with the record of `{}` that it points to (ON DELETE CASCADE), and the plan may keep it: {why}. An erasure lets go of the link first; whatever else erases the one takes the other along",
                            from.name(),
                            collection.name(),
                        ),
                        "let the foreign key refuse or set null",
                    ),
                    None => continue,
                },
                OnDelete::LetGo if !link.lets_go() => (
                    format!(
                        "the data map keeps this link when the subject leaves, and the database clears it when the record of `{}` goes",
                        collection.name(),
                    ),
                    "leave `clear` out, or let the foreign key refuse",
                ),
                OnDelete::LetGo | OnDelete::Refuse => continue,
            };
            let names = names_of(reference);
            if answered(map, collection.store, Topic::Cascades, &names) {
                continue;
            }
            findings.push(Finding::warning(
                format!("collection `{}`, link to `{}`", from.name(), collection.name()),
                link.fields().join(", "),
                problem,
                format!("{remedy}, or {}", how_to_answer(map, collection.store, Topic::Cascades, &names)),
            ));
        }
    }
    findings
}

/// Why a record may stay when what a link of it points to goes; `None` where it goes first in any case.
fn may_outlive(policy: &Policy, from: &Collection, link: &Link) -> Option<&'static str> {
    let disposition = policy.category(from.category()).map(|category| category.disposition());
    let owners = from.links().iter().filter(|link| link.role() == Role::OwnedBy).count();
    if link.role() == Role::Mentions {
        Some("the link only mentions somebody")
    } else if matches!(disposition, Some(Disposition::Retain | Disposition::Anonymize)) {
        Some("its category is not simply erased")
    } else if owners > 1 {
        Some("it may belong to somebody else as well")
    } else {
        None
    }
}

/// Reports triggers of a table that act when the plan erases or masks records there.
pub(crate) fn triggers(
    map: &DataMap,
    collection: &Collection,
    schema: &Schema,
    masked: &[MaskedField],
) -> Vec<Finding> {
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
