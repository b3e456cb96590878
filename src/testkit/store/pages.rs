//! Reading in pages, and counting.

use std::collections::BTreeSet;

use super::super::fixture::{TEXT, TableLayout};
use super::super::law::{LawError, Verdict};
use super::super::scene::{NULL, Scene, forms, one_of, rows, with_ids};
use crate::port::{ColumnKind, Key, Selection};
use crate::value::Value;

/// Eleven records with even numbers, all of one group.
async fn eleven(scene: &Scene<'_>) -> Result<TableLayout, LawError> {
    let table = scene.layout("t").key("id", ColumnKind::Integer).column("of", TEXT);
    scene.lay_out(&table, (1..=11).map(|id| vec![Value::Integer(2 * id), "x".into()]).collect()).await?;
    Ok(table)
}

fn of_x() -> Selection {
    one_of("of", ["x"])
}

fn numbers(keys: &[Key]) -> Vec<String> {
    keys.iter().filter_map(|key| key.values().first()?.to_text()).collect()
}

/// Whatever the size of the pages, every matching record is on exactly one, always in the same order.
pub async fn pages_hold_every_record_once(scene: Scene<'_>) -> Verdict {
    let place = eleven(&scene).await?.place();
    let whole: Vec<_> =
        scene.read_all(&place, &[], &of_x(), usize::MAX).await?.into_iter().map(|it| it.key).collect();
    scene.equal("records on one page", whole.len(), 11)?;
    for limit in 1..=12 {
        let paged: Vec<_> =
            scene.read_all(&place, &[], &of_x(), limit).await?.into_iter().map(|it| it.key).collect();
        scene.equal(&format!("in pages of {limit}"), numbers(&paged), numbers(&whole))?;
    }
    for (position, key) in whole.iter().enumerate() {
        let rest = scene.page(&place, &[], &of_x(), Some(key), 3).await?;
        let rest: Vec<_> = rest.into_iter().map(|it| it.key).collect();
        let expected = whole.get(position + 1..).unwrap_or_default();
        let expected = expected.get(..3).unwrap_or(expected);
        scene.equal("what comes after a key", numbers(&rest), numbers(expected))?;
    }
    Ok(())
}

/// Pages go by key: records that are erased while a set is read make it lose no other.
pub async fn a_set_that_shrinks_loses_no_other_record(scene: Scene<'_>) -> Verdict {
    let place = eleven(&scene).await?.place();
    let mut after: Option<Key> = None;
    let mut seen = BTreeSet::new();
    for _ in 0..12 {
        let page = scene.page(&place, &[], &of_x(), after.as_ref(), 2).await?;
        let Some(last) = page.last() else { break };
        after = Some(last.key.clone());
        let keys: Vec<_> = page.iter().map(|it| it.key.clone()).collect();
        seen.extend(numbers(&keys));
        // The last key of the page goes as well, so that the next page begins after a record that is no more.
        let gone =
            Selection::rows(place.key().to_vec(), keys.into_iter().map(Key::into_values).collect::<Vec<_>>());
        scene.erase(&place, &gone, 2).await?;
    }
    scene.equal("records read while they are erased", seen.len(), 11)
}

/// Records that are inserted while a set is read neither hide one that was there nor show it twice.
pub async fn records_that_arrive_disturb_no_other(scene: Scene<'_>) -> Verdict {
    let table = eleven(&scene).await?;
    let place = table.place();
    let mut after: Option<Key> = None;
    let mut seen = Vec::new();
    for round in 0..40 {
        let page = scene.page(&place, &[], &of_x(), after.as_ref(), 2).await?;
        let keys: Vec<_> = page.iter().map(|it| it.key.clone()).collect();
        seen.extend(numbers(&keys));
        if page.len() < 2 {
            break;
        }
        after = keys.last().cloned();
        // Before the first, among the others and behind the last, while there are gaps left.
        let arriving =
            [-1 - round, 2 * round + 1, 101 + round].map(|id| vec![Value::Integer(id), "x".into()]);
        if round < 6 {
            scene.insert(&table, arriving.to_vec()).await?;
        }
    }
    let distinct: BTreeSet<_> = seen.iter().collect();
    scene.equal("records read twice", seen.len() - distinct.len(), 0)?;
    let lost: Vec<_> = (1..=11).map(|id| (2 * id).to_string()).filter(|id| !distinct.contains(id)).collect();
    scene
        .ensure(lost.is_empty(), || format!("the records {lost:?} were there all the time and were not read"))
}

/// The values of a record are those of the fields that were asked for, in the order in which they were asked for.
pub async fn values_come_in_the_order_of_the_fields(scene: Scene<'_>) -> Verdict {
    let table = scene
        .layout("t")
        .key("id", ColumnKind::Integer)
        .column("name", TEXT)
        .column("age", ColumnKind::Integer)
        .column("face", ColumnKind::Bytes)
        .column("vip", ColumnKind::Boolean);
    let face = Value::Bytes(vec![0, 39, 34, 92, 255]);
    scene
        .lay_out(&table, rows![[1, "O'Neil \"π\" 😀\n", 40, face.clone(), true], [2, NULL, NULL, NULL, NULL]])
        .await?;
    let name = Value::from("O'Neil \"π\" 😀\n");
    let id = Value::Integer(1);
    for (fields, expected) in [
        (vec!["name", "age", "face", "vip"], vec![name.clone(), 40.into(), face.clone(), true.into()]),
        (
            vec!["vip", "face", "age", "id", "name"],
            vec![true.into(), face, 40.into(), id.clone(), name.clone()],
        ),
        (vec!["age", "age", "id"], vec![40.into(), 40.into(), id]),
        (vec!["name"], vec![name]),
        (vec![], vec![]),
    ] {
        let asked: Vec<_> = fields.iter().map(|&field| field.to_owned()).collect();
        let records = scene.page(&table.place(), &asked, &with_ids([1, 2]), None, 9).await?;
        for record in records {
            let is_first =
                record.key.values().first().map(Value::link_form) == Some(Value::from(1).link_form());
            let right = if is_first {
                forms(&record.values) == forms(&expected)
            } else {
                asked.iter().zip(&record.values).all(|(field, value)| field == "id" || value.is_null())
            };
            scene.ensure(right, || format!("the values of {fields:?} are not those that were laid out"))?;
        }
    }
    Ok(())
}

/// A record is counted once, whatever number of conditions, values or links lead to it.
pub async fn a_record_is_counted_once(scene: Scene<'_>) -> Verdict {
    let Scene { store, .. } = scene;
    let table = eleven(&scene).await?;
    let place = table.place();
    scene.equal("records counted", scene.count(&place, &of_x()).await?, 11)?;
    scene.equal("named twice", scene.count(&place, &one_of("of", ["x", "y", "x"])).await?, 11)?;
    let key = Selection::one_of("id", [2.into(), Value::from("2"), 4.into(), 2.into()]);
    scene.selects(&place, &key, &[2, 4]).await?;
    scene.equal("nothing counted", scene.count(&place, &one_of("of", ["z"])).await?, 0)?;
    if store.capabilities().predicates {
        let twice = Selection::Any(vec![of_x(), with_ids([2, 4]), Selection::Everything]);
        scene.equal("found in three ways", scene.count(&place, &twice).await?, 11)?;
    }
    Ok(())
}
