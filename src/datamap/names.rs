//! How things may be called, and how findings show what they are called.

use std::collections::HashSet;

use super::Link;
use crate::text::document::{Place, Report};

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
