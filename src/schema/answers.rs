//! The answers of a data map to what a check would report.

use super::tables::same_table;
use crate::datamap::{Answer, DataMap, Topic};

/// Whether the map answers a question of that topic about a thing that has any of these names.
pub(crate) fn answered(map: &DataMap, store: usize, topic: Topic, names: &[String]) -> bool {
    answers(map, store, topic).any(|answer| names.iter().any(|name| covers(answer, name)))
}

/// What the map answers on a topic.
pub(crate) fn answers(map: &DataMap, store: usize, topic: Topic) -> impl Iterator<Item = &Answer> {
    let answers = map.stores().get(store).map(|store| store.answers()).unwrap_or_default();
    answers.iter().filter(move |answer| answer.topic() == topic)
}

/// A name with a schema is answered by the name without it as well: `public.orders.note` by `orders.note`.
pub(crate) fn covers(answer: &Answer, name: &str) -> bool {
    answer.covers(name)
        || dots(answer.about()) + 1 == dots(name) && !answer.is_pattern() && same_table(answer.about(), name)
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
