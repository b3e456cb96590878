//! How things may be called, and how findings show what they are called.

use std::collections::{HashMap, HashSet};

use super::Link;
use super::builder::CollectionBuilder;
use crate::text::document::{Place, Report};
use crate::text::excerpt;

/// Reports collections whose names, today's or former ones, are no names or are not theirs alone.
pub(super) fn of_collections(collections: &[CollectionBuilder], report: &mut Report) {
    let mut today: HashMap<&str, &CollectionBuilder> = HashMap::new();
    for collection in collections.iter().filter(|collection| !collection.is_broken("name")) {
        let place = collection.place_of("name");
        if !is_name(&collection.name) {
            not_a_name(&place, &collection.name, "a collection", report);
        } else if let Some(first) = today.get(collection.name.as_str()) {
            let problem = match first.origin.mark {
                Some(mark) => format!("two collections of this name, the first on line {}", mark.line()),
                None => "two collections of this name".to_owned(),
            };
            let remedy = "give each its own name; `table` may be the same where `where` tells them apart";
            report.error(&place, &collection.name, problem, remedy);
        } else {
            today.insert(&collection.name, collection);
        }
    }
    former(collections, &today, report);
}

/// What an older request noted under a former name must be found in exactly one place.
fn former(collections: &[CollectionBuilder], today: &HashMap<&str, &CollectionBuilder>, report: &mut Report) {
    let mut claimed: HashMap<&str, &CollectionBuilder> = HashMap::new();
    for collection in collections {
        let place = collection.place_of("formerly");
        let mut own = HashSet::new();
        for name in &collection.formerly {
            let bearer = today.get(name.as_str()).filter(|bearer| bearer.name != collection.name);
            if !is_name(name) {
                not_a_name(&place, name, "a collection", report);
            } else if !own.insert(name) {
                report.error(&place, name, "the same former name twice", "name it once");
            } else if let Some(bearer) = bearer {
                let problem = format!("{} bears this name today", whose(bearer));
                let remedy = "leave it out; what older requests noted under it is looked for there";
                report.error(&place, name, problem, remedy);
            } else if let Some(first) = claimed.insert(name, collection) {
                let problem = format!("a former name of {} as well", whose(first));
                let remedy =
                    "leave it out of one of them: what older requests noted under it lies in one collection";
                report.error(&place, name, problem, remedy);
            }
        }
    }
}

/// Another collection, so that it can be found.
fn whose(collection: &CollectionBuilder) -> String {
    let line = collection.origin.mark.map(|mark| format!(" on line {}", mark.line())).unwrap_or_default();
    format!("collection `{}`{line}", excerpt(&collection.name))
}

pub(super) fn field_names(fields: &[String], place: &Place, report: &mut Report) {
    let mut seen = HashSet::new();
    for field in fields {
        field_name(field, place, "a field", report);
        if !seen.insert(field) {
            report.error(place, field, "the same field twice", "name each field once");
        }
    }
}

/// Stores have their own rules for names; what no store can mean is refused here.
pub(super) fn field_name(name: &str, place: &Place, what: &str, report: &mut Report) {
    if name.trim().is_empty() || name.trim() != name || name.chars().any(char::is_control) {
        let problem = format!("not the name of {what}");
        report.error(place, name, problem, "write the name as the store has it");
    } else if name.contains(',') {
        let remedy = "write a list, [\"a\", \"b\"], where several are meant";
        report.warning(place, name, format!("one name with a comma in it, taken for {what}"), remedy);
    }
}

pub(super) fn not_a_name(place: &Place, name: &str, what: &str, report: &mut Report) {
    let remedy = "write letters, digits, `_` or `-`, with single dots between";
    report.error(place, name, format!("not a name for {what}"), remedy);
}

pub(super) fn not_a_kind(place: &Place, kind: &str, report: &mut Report) {
    let remedy = "write lower-case letters, digits and `_`, beginning with a letter";
    report.error(place, kind, "not the name of a kind", remedy);
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
