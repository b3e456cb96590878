//! The rules of one collection's own parts: its tenant, identifiers, events, fields and conditions.
//!
//! Nothing here looks at another collection.

use std::collections::HashSet;

use super::draft::{CollectionDraft, Placed};
use super::names::{field_name, is_name, not_a_name};
use super::{Field, IdentifierField, Link, Mask, Role, Stored, answers};
use crate::finding::At;
use crate::text::document::Sheet;
use crate::text::quoted;
use crate::value::{Comparison, Condition};

/// A prefix of more characters than this is the value itself.
const MAX_PREFIX: usize = 32;

pub(super) fn tenant(collection: &CollectionDraft, key: &[String], sheet: &mut Sheet) {
    let Some(tenant) = &collection.tenant else { return };
    let at = collection.at.key("tenant");
    field_name(tenant, &at, "a field", sheet);
    if collection.tenant_root && !key.is_empty() && !matches!(key, [only] if only == tenant) {
        let problem = "a record that is a tenant, and lies in another one";
        let remedy = "leave `tenant` out where `tenant_root` is true: the key says which tenant it is";
        sheet.error(&at, tenant, problem, remedy);
    }
}

pub(super) fn identifiers(collection: &CollectionDraft, sheet: &mut Sheet) {
    let mut seen = HashSet::new();
    let mut judged = HashSet::new();
    for Placed { at, item } in &collection.identifiers {
        field_name(&item.field, at, "a field", sheet);
        if judged.insert(&item.kind)
            && let Some(meant) = item.kind.nearest_known()
        {
            let problem =
                "a kind of identifier that this crate does not know, and that looks like one it knows";
            let remedy = format!("write `{meant}`, unless it is a kind of the host's own");
            sheet.warning(at, item.kind.as_str(), problem, remedy);
        }
        if !seen.insert((&item.kind, &item.field, &item.namespace)) {
            let problem = "the same field twice for this kind";
            sheet.error(at, &item.field, problem, "name each field once");
        }
        identifier_spelling(item, at, sheet);
        identifier_namespace(item, at, sheet);
    }
}

fn identifier_spelling(identifier: &IdentifierField, at: &At, sheet: &mut Sheet) {
    let is_number = identifier.kind.is_number();
    match identifier.stored {
        Stored::Any if is_number => {
            let problem =
                format!("`{}` is searched in any spelling, which no plain index can serve", identifier.field);
            let remedy = "write stored = \"e164\" or \"digits\" where the field is always spelled so";
            sheet.warning(at, &identifier.field, problem, remedy);
        }
        Stored::E164 | Stored::Digits if !is_number => {
            let remedy = if identifier.kind.has_spellings() {
                "write stored = \"any\" or \"exact\""
            } else {
                "write stored = \"exact\", or leave it out"
            };
            let problem = "a spelling that only phone numbers have";
            sheet.error(at, identifier.stored.as_str(), problem, remedy);
        }
        Stored::Any if !identifier.kind.has_spellings() => {
            let problem = "only `phone`, `wa_id` and `email` are known in several spellings";
            sheet.error(at, "any", problem, "write stored = \"exact\", or leave it out");
        }
        Stored::Any | Stored::E164 | Stored::Digits | Stored::Exact => {}
    }
}

fn identifier_namespace(identifier: &IdentifierField, at: &At, sheet: &mut Sheet) {
    match &identifier.namespace {
        None if identifier.kind.is_namespaced() => {
            let problem =
                "ids of this kind mean somebody else in another app, and the map does not say which app";
            let remedy = "write namespace = \"facebook/APP_ID\", with the product and the app's id";
            sheet.warning(at, &identifier.field, problem, remedy);
        }
        Some(namespace) if identifier.kind.has_spellings() => {
            let problem = "a namespace on a kind that means the same person everywhere";
            sheet.error(at, namespace.to_string(), problem, "leave `namespace` out");
        }
        None | Some(_) => {}
    }
}

pub(super) fn events(collection: &CollectionDraft, sheet: &mut Sheet) {
    let mut seen = HashSet::new();
    for Placed { at, item } in &collection.events {
        if !is_name(&item.name) {
            not_a_name(at, &item.name, "an event", sheet);
        }
        field_name(&item.field, at, "a field", sheet);
        if !seen.insert(item.name.as_str()) {
            sheet.error(at, &item.name, "an event declared twice", "declare each event once");
        }
    }
}

pub(super) fn fields(collection: &CollectionDraft, key: &[String], sheet: &mut Sheet) {
    let mut seen = HashSet::new();
    for Placed { at, item } in &collection.fields {
        field_name(&item.name, at, "a field", sheet);
        if !seen.insert(item.name.as_str()) {
            sheet.error(at, &item.name, "a field declared twice", "declare each field once");
        }
        if let Some(reason) = &item.reason {
            answers::reason(reason, &item.name, at, sheet);
            if collection.identifiers.iter().any(|identifier| identifier.item.field == item.name) {
                let problem = "not personal, and an identifier of this collection";
                sheet.error(at, &item.name, problem, "leave out one of them");
            }
        }
        if item.keep && (item.mask != Mask::Null || item.category.is_some()) {
            let remedy = "keep it alone where the field is not personal, or do not keep it";
            sheet.error(at, &item.name, "kept and masked at once", remedy);
        }
        mask(&item.mask, at, sheet);
        if !item.keep {
            masked_field(collection, key, item, at, sheet);
        }
    }
}

/// A mask that does what its name says.
pub(super) fn mask(mask: &Mask, at: &At, sheet: &mut Sheet) {
    if let Mask::Prefix(length) = mask
        && !(1..=MAX_PREFIX).contains(length)
    {
        let problem = "a prefix that leaves nothing, or everything";
        let remedy = format!("write 1 to {MAX_PREFIX} characters, or mask = {{ constant = \"\" }}");
        sheet.error(at, length.to_string(), problem, remedy);
    }
}

/// A field by which records are found again must not be masked while they stay.
fn masked_field(collection: &CollectionDraft, key: &[String], field: &Field, at: &At, sheet: &mut Sheet) {
    let problem = if key.contains(&field.name) {
        "a mask on the key: the record could not be found again"
    } else if collection.tenant.as_ref() == Some(&field.name) {
        "a mask on the tenant: the record would leave its tenant"
    } else if collection.only.iter().any(|condition| condition.field == field.name) {
        "a mask on a field of `where`: the record would leave the collection"
    } else {
        return;
    };
    sheet.error(at, &field.name, problem, "write keep = true, or leave the field out");
}

/// A link by prefix says whose an object is by the folder that it lies in.
pub(super) fn prefix(is_object: bool, key: &[String], link: &Link, at: &At, sheet: &mut Sheet) {
    let at = at.key("prefix");
    let (problem, remedy) = if !is_object {
        (
            "only objects lie below a prefix, and this collection is in no object store",
            "leave `prefix` out".to_owned(),
        )
    } else if link.role != Role::OwnedBy {
        ("a prefix can only say whose the objects below it are", "write the link under `owned_by`".to_owned())
    } else if link.fields.as_slice() != key {
        (
            "a prefix is compared with the key of objects, and this is another field",
            format!("write field = {}", quoted(key)),
        )
    } else if link.to.fields.is_empty() {
        let remedy = format!("write of = \"{}.…\", with the field that holds the prefix", link.to.collection);
        ("the link does not say in which field the prefix is", remedy)
    } else {
        return;
    };
    sheet.error(&at, "prefix = true", problem, remedy);
}

/// A link over a list, of which each element points by itself.
pub(super) fn list(collection: &CollectionDraft, key: &[String], link: &Link, at: &At, sheet: &mut Sheet) {
    let at = at.key("list");
    let is_needed = |field: &String| key.contains(field) || collection.tenant.as_ref() == Some(field);
    let (problem, remedy) = if link.by_prefix {
        ("a list of what lies below a prefix", "leave out `prefix` or `list`")
    } else if matches!(link.role, Role::Owns | Role::SamePerson) {
        (
            "a list can say whose a record is or whom it mentions, and nothing else",
            "write the link under `owned_by` or `mentions`, or a table of its own with one row for each element",
        )
    } else if link.fields.len() > 1 {
        ("a list beside other fields", "name the one field that holds the list")
    } else if link.fields.iter().any(is_needed) {
        ("a list that is the record's key or its tenant", "name the field that holds the list")
    } else {
        return;
    };
    sheet.error(&at, "list = true", problem, remedy);
}

pub(super) fn conditions(conditions: &[Condition], at: &At, sheet: &mut Sheet) {
    for condition in conditions {
        field_name(&condition.field, at, "a field", sheet);
        let problem = match &condition.comparison {
            Comparison::OneOf(values) if values.is_empty() => {
                "a condition without values, which no row meets"
            }
            Comparison::Affix(_, text) if text.is_empty() => "a text that every text begins and ends with",
            Comparison::OneOf(_) | Comparison::Affix(..) => continue,
        };
        sheet.error(at, &condition.field, problem, "name the values that are meant, or leave it out");
    }
    let are_apart = |(index, condition): &(usize, &Condition)| {
        let others = conditions.iter().take(*index);
        others.filter(|other| other.field == condition.field).any(|other| other.excludes(condition))
    };
    if let Some((_, condition)) = conditions.iter().enumerate().find(are_apart) {
        let problem = "conditions on one field that no value meets together";
        sheet.error(at, &condition.field, problem, "leave out one of them");
    }
}
