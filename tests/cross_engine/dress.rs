//! Gives a world what only real databases tell apart: keys that are UUIDs, moments of every form, texts alike but for case.

use std::collections::BTreeSet;

use oubliette::value::Value;

use super::reference::generate::Tape;
use super::reference::model::{Collection, EVENTS, Tables, World};
use super::reference::time::Time;

const TIMES: [Time; 5] = [Time::UnixSeconds, Time::UnixMillis, Time::Timestamp, Time::Rfc3339, Time::Date];

/// The world in other clothes: whom it is about, and what belongs to whom, stays the same.
pub fn dressed(mut world: World, tape: &mut Tape<'_>) -> World {
    for table in world.tables.keys().cloned().collect::<Vec<_>>() {
        dress_times(&mut world, &table, tape);
        if tape.one_in(4) && takes_uuids(&world, &table) {
            dress_key(&mut world, &table);
        }
    }
    dress_texts(&world.collections.iter().flat_map(told_apart).collect(), &mut world.tables, tape);
    world
}

/// Writes the moments of a table in other forms.
fn dress_times(world: &mut World, table: &str, tape: &mut Tape<'_>) {
    let times = [0, 1].map(|_| TIMES[tape.pick(TIMES.len())]);
    let mut before = [Time::UnixSeconds; 2];
    for collection in world.collections.iter_mut().filter(|it| it.table == table) {
        before = std::mem::replace(&mut collection.times, times);
    }
    for row in world.tables.get_mut(table).unwrap() {
        for (at, (_, field)) in EVENTS.iter().enumerate() {
            if let Some(moment) = row.get(*field).and_then(|value| before[at].read(value)) {
                row.insert((*field).to_owned(), times[at].write(moment));
            }
        }
    }
}

/// Whether a table's key is a number of its own that nothing but links repeats.
fn takes_uuids(world: &World, table: &str) -> bool {
    world.collections.iter().filter(|it| it.table == table).all(|it| {
        it.key == ["id"]
            && !it.tenant_root
            && it.links.iter().all(|link| !link.fields.contains(&it.key[0]) && link.to_field.is_none())
    }) && world.collections.iter().filter(|it| it.table != table).all(|it| {
        // A link that is its own record's key would have to change that key as well.
        it.links.iter().all(|link| !link.fields.iter().any(|field| it.key.contains(field)))
    })
}

/// Turns the numbers that are a table's keys into UUIDs, and those in all links to it.
fn dress_key(world: &mut World, table: &str) {
    let here: BTreeSet<String> =
        world.collections.iter().filter(|it| it.table == table).map(|it| it.name.clone()).collect();
    let mut columns: BTreeSet<(String, String)> = BTreeSet::from([(table.to_owned(), "id".to_owned())]);
    for collection in &world.collections {
        for link in collection.links.iter().filter(|it| here.contains(&it.to) && it.to_field.is_none()) {
            columns.insert((collection.table.clone(), link.fields[0].clone()));
        }
    }
    for (table, field) in columns {
        for row in world.tables.get_mut(&table).unwrap() {
            let number = row.get(&field).and_then(Value::to_text).and_then(|text| text.parse::<u64>().ok());
            if let Some(number) = number {
                row.insert(field.clone(), uuid(number).into());
            }
        }
    }
}

fn uuid(number: u64) -> String {
    format!("8fae1c3b-0d5e-4a7b-9c2d-{number:012x}")
}

/// Fields by whose texts records are told apart, but for phone numbers and addresses.
fn told_apart(collection: &Collection) -> Vec<(String, String)> {
    let conditions = collection.only.iter().chain(collection.links.iter().flat_map(|it| &it.only));
    let handles = collection.identifiers.iter().filter(|it| it.kind == "handle");
    conditions
        .map(|it| it.field.clone())
        .chain(handles.map(|it| it.field.clone()))
        .map(|field| (collection.table.clone(), field))
        .collect()
}

/// Writes some texts in capitals: other texts, whatever a collation says.
fn dress_texts(fields: &BTreeSet<(String, String)>, tables: &mut Tables, tape: &mut Tape<'_>) {
    for (table, field) in fields {
        for row in tables.get_mut(table).unwrap() {
            let is_dressed = tape.one_in(6);
            if let Some(Value::Text(text)) = row.get(field).filter(|_| is_dressed) {
                let other = text.to_uppercase();
                row.insert(field.clone(), other.into());
            }
        }
    }
}
