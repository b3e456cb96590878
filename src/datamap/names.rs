//! How things may be called, and how findings show what they are called.

use std::collections::{HashMap, HashSet};

use super::Link;
use super::draft::CollectionDraft;
use crate::finding::At;
use crate::text::document::Sheet;

/// Reports collections whose names, today's or former ones, are no names or are not theirs alone.
pub(super) fn of_collections(collections: &[CollectionDraft], sheet: &mut Sheet) {
    let mut today: HashMap<&str, &CollectionDraft> = HashMap::new();
    for collection in collections {
        if collection.is_broken("name", sheet) {
            continue;
        }
        let at = collection.at.key("name");
        if !is_name(&collection.name) {
            not_a_name(&at, &collection.name, "a collection", sheet);
        } else if let Some(first) = today.get(collection.name.as_str()) {
            let problem = match sheet.line(&first.at) {
                Some(line) => format!("two collections of this name, the first on line {line}"),
                None => "two collections of this name".to_owned(),
            };
            let remedy = "give each its own name; `table` may be the same where `where` tells them apart";
            sheet.error(&at, &collection.name, problem, remedy);
        } else {
            today.insert(&collection.name, collection);
        }
    }
    former(collections, &today, sheet);
}

/// What an older request noted under a former name must be found in exactly one place.
fn former(collections: &[CollectionDraft], today: &HashMap<&str, &CollectionDraft>, sheet: &mut Sheet) {
    let mut claimed: HashMap<&str, &CollectionDraft> = HashMap::new();
    for collection in collections {
        let at = collection.at.key("formerly");
        let mut own = HashSet::new();
        for name in &collection.formerly {
            let bearer = today.get(name.as_str()).filter(|bearer| bearer.name != collection.name);
            if !is_name(name) {
                not_a_name(&at, name, "a collection", sheet);
            } else if !own.insert(name) {
                sheet.error(&at, name, "the same former name twice", "name it once");
            } else if let Some(bearer) = bearer {
                let problem = format!("{} bears this name today", whose(bearer, sheet));
                let remedy = "leave it out; what older requests noted under it is looked for there";
                sheet.error(&at, name, problem, remedy);
            } else if let Some(first) = claimed.insert(name, collection) {
                let problem = format!("a former name of {} as well", whose(first, sheet));
                let remedy =
                    "leave it out of one of them: what older requests noted under it lies in one collection";
                sheet.error(&at, name, problem, remedy);
            }
        }
    }
}

/// Another collection, so that it can be found.
fn whose(collection: &CollectionDraft, sheet: &Sheet) -> String {
    let line = sheet.line(&collection.at).map(|line| format!(" on line {line}")).unwrap_or_default();
    format!("{}{line}", collection.at)
}

pub(super) fn field_names(fields: &[String], at: &At, sheet: &mut Sheet) {
    let mut seen = HashSet::new();
    for field in fields {
        field_name(field, at, "a field", sheet);
        if !seen.insert(field) {
            sheet.error(at, field, "the same field twice", "name each field once");
        }
    }
}

/// Stores have their own rules for names; what no store can mean is refused here.
pub(super) fn field_name(name: &str, at: &At, what: &str, sheet: &mut Sheet) {
    if name.trim().is_empty() || name.trim() != name || name.chars().any(char::is_control) {
        let problem = format!("not the name of {what}");
        sheet.error(at, name, problem, "write the name as the store has it");
    } else if name.contains(',') {
        let remedy = "write a list, [\"a\", \"b\"], where several are meant";
        sheet.warning(at, name, format!("one name with a comma in it, taken for {what}"), remedy);
    }
}

pub(super) fn not_a_name(at: &At, name: &str, what: &str, sheet: &mut Sheet) {
    let remedy = "write letters, digits, `_` or `-`, with single dots between";
    sheet.error(at, name, format!("not a name for {what}"), remedy);
}

pub(super) fn not_a_kind(at: &At, kind: &str, sheet: &mut Sheet) {
    let remedy = "write lower-case letters, digits and `_`, beginning with a letter";
    sheet.error(at, kind, "not the name of a kind", remedy);
}

pub(super) fn is_name(name: &str) -> bool {
    name.split('.').all(|segment| {
        !segment.is_empty() && segment.chars().all(|c| c.is_alphanumeric() || c == '_' || c == '-')
    })
}

/// A link's target as the file writes it.
pub(super) fn target_words(link: &Link) -> String {
    match link.to.fields.as_slice() {
        [] => link.to.collection.clone(),
        fields => format!("{}.{}", link.to.collection, fields.join(", ")),
    }
}

pub(super) fn counted(fields: &[String]) -> String {
    match fields.len() {
        1 => "1 field".to_owned(),
        many => format!("{many} fields"),
    }
}
