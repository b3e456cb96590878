//! What the data map answers to what a check would ask.

use std::collections::BTreeSet;

use super::tables::same_table;
use crate::datamap::{Answer, DataMap, Topic};
use crate::finding::Finding;
use crate::port::Table;

/// Whether the map answers a question of that topic about a thing that has any of these names.
pub(crate) fn answered(map: &DataMap, store: usize, topic: Topic, names: &[String]) -> bool {
    answers(map, store, topic).any(|answer| names.iter().any(|name| covers(answer, name)))
}

fn answers(map: &DataMap, store: usize, topic: Topic) -> impl Iterator<Item = &Answer> {
    let answers = map.stores().get(store).map(|store| store.answers()).unwrap_or_default();
    answers.iter().filter(move |answer| answer.topic() == topic)
}

/// A name with a schema is answered by the name without it as well: `public.orders.note` by `orders.note`.
fn covers(answer: &Answer, name: &str) -> bool {
    answer.covers(name)
        || !answer.is_pattern() && same_table(answer.about(), name) && dots(answer.about()) + 1 == dots(name)
}

fn dots(name: &str) -> usize {
    name.matches('.').count()
}

/// What to write into the data map where things are as they should be.
pub(crate) fn how_to_answer(map: &DataMap, store: usize, topic: Topic, names: &[String]) -> String {
    let store = map.stores().get(store).map_or("crm", |store| store.name());
    let name = names.first().map_or("", String::as_str);
    format!("write \"{name}\" = \"the reason\" under [stores.{store}.{topic}]")
}

/// Answers about things that the database does not have: somebody may believe that they cover something.
pub(crate) fn idle(map: &DataMap, store: usize, tables: &[Table]) -> Vec<Finding> {
    let mut findings = Vec::new();
    let name = map.stores().get(store).map_or("crm", |store| store.name());
    let mut things: BTreeSet<(bool, String)> = BTreeSet::new();
    for table in tables {
        things.insert((false, table.name.clone()));
        things.extend(table.schema.columns.iter().map(|it| (false, format!("{}.{}", table.name, it.name))));
        things.extend(table.schema.triggers.iter().map(|it| (true, format!("{}.{}", table.name, it.name))));
    }
    for topic in Topic::ALL {
        let is_about_triggers = *topic == Topic::Triggers;
        for answer in answers(map, store, *topic) {
            let is_there = |(is_trigger, thing): &(bool, String)| {
                *is_trigger == is_about_triggers && covers(answer, thing)
            };
            if !things.iter().any(is_there) {
                findings.push(Finding::warning(
                    format!("store `{name}`, `{topic}`"),
                    answer.about(),
                    "an answer about something that the database does not have",
                    "correct the name, or leave the answer out",
                ));
            }
        }
    }
    findings
}
