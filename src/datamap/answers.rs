//! The rules of answers: each names a store, something in it and a reason, and none contradicts the rest of the map.

use std::collections::HashSet;

use super::draft::{CollectionDraft, Placed};
use super::names::field_name;
use super::{Answer, StoreKind, StoreName, Topic};
use crate::finding::At;
use crate::text::document::Sheet;
use crate::text::excerpt;

/// Gives each store its answers, and reports those that make no sense whatever the database looks like.
pub(super) fn check(
    answers: Vec<Placed<(String, Answer)>>,
    stores: &mut [StoreName],
    collections: &[CollectionDraft],
    homes: &[Option<usize>],
    sheet: &mut Sheet,
) {
    let mut seen = HashSet::new();
    for Placed { at, item: (store, answer) } in answers {
        let Some((index, home)) = (0..).zip(stores.iter_mut()).find(|(_, it)| it.name == store) else {
            let remedy = "name the store under [stores], or leave the answer out";
            sheet.error(&at, &store, "an answer about a store that the map does not name", remedy);
            continue;
        };
        name(&answer, &at, sheet);
        reason(&answer.reason, &answer.about, &at, sheet);
        if !seen.insert((index, answer.topic, answer.about.clone())) {
            sheet.error(&at, &answer.about, "the same thing answered twice", "answer it once");
        }
        if home.kind == StoreKind::Objects {
            let problem = "an answer about a store of objects, of which nothing is asked";
            sheet.warning(&at, &answer.about, problem, "leave it out");
        }
        if answer.topic == Topic::NotPersonal && !answer.is_pattern() {
            let here = collections.iter().zip(homes).filter(|(_, home)| **home == Some(index));
            contradictions(&answer, here.map(|(collection, _)| collection), &at, sheet);
        }
        home.answers.push(answer);
    }
}

/// A reason that says nothing would let a check pass that nobody has thought about.
pub(super) fn reason(reason: &str, about: &str, at: &At, sheet: &mut Sheet) {
    if !reason.chars().any(char::is_alphanumeric) {
        let remedy = "say in a few words why, for whoever reads it next year";
        sheet.error(at, about, "an answer without a reason", remedy);
    }
}

fn name(answer: &Answer, at: &At, sheet: &mut Sheet) {
    if answer.is_pattern() && !answer.about.chars().any(char::is_alphanumeric) {
        let remedy = "name what is meant, as in \"tmp_*\" or \"orders.*\"";
        sheet.error(at, &answer.about, "an answer to everything, after which nothing is asked", remedy);
        return;
    }
    field_name(&answer.about, at, "a table or a column", sheet);
    let may_be_a_table = matches!(answer.topic, Topic::NotPersonal | Topic::RowSecurity);
    if !may_be_a_table && !answer.is_pattern() && !answer.about.contains('.') {
        let part = if answer.topic == Topic::Triggers { "trigger" } else { "column" };
        let remedy = format!("write \"table.{part}\"");
        sheet.error(at, &answer.about, format!("an answer that names no {part}"), remedy);
    }
}

/// What is called not personal must not be personal elsewhere in the same map.
fn contradictions<'a>(
    answer: &Answer,
    collections: impl Iterator<Item = &'a CollectionDraft>,
    at: &At,
    sheet: &mut Sheet,
) {
    for collection in collections {
        let table = collection.table_name();
        if answer.covers(table) {
            let problem =
                format!("not personal, and the table of collection `{}`", excerpt(&collection.name));
            let remedy = "leave out one of them; a field of a collection is answered under its `fields`";
            sheet.error(at, &answer.about, problem, remedy);
        }
        let declared = collection.fields.iter().map(|it| (&it.item.name, it.item.keep));
        let identifiers = collection.identifiers.iter().map(|it| (&it.item.field, false));
        let named = declared.chain(identifiers).find(|(field, _)| answer.covers(&format!("{table}.{field}")));
        match named {
            Some((_, false)) => {
                let problem =
                    format!("not personal, and personal in collection `{}`", excerpt(&collection.name));
                sheet.error(at, &answer.about, problem, "leave out one of them");
            }
            Some((_, true)) => {
                let problem = format!("answered in collection `{}` as well", excerpt(&collection.name));
                sheet.warning(at, &answer.about, problem, "leave out one of them");
            }
            None => {}
        }
    }
}
