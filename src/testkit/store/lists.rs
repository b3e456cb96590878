//! Lists inside of one field, of which each element points by itself.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::super::fixture::{TEXT, TableLayout};
use super::super::law::{LawError, Verdict};
use super::super::scene::{NULL, Scene, linked, null, one_of, rows, set, with_ids};
use crate::port::{ColumnKind, Replacement, Selection};
use crate::value::{Value, elements, elements_of};

/// Talks 1 to 8 with their lists, the last two of which are none.
async fn talks(scene: &Scene<'_>) -> Result<TableLayout, LawError> {
    let table = scene.layout("talks").key("id", ColumnKind::Integer).column("who", ColumnKind::Json);
    let rows = rows![
        [1, "[7]"],
        [2, "[7, 8, 7]"],
        [3, "[\"7\", \"it's \\\"08\\\" \\u00e9\", null]"],
        [4, "[]"],
        [5, "[null]"],
        [6, NULL],
        [7, "[7, [7]]"],
        [8, "{\"7\": 7}"],
    ];
    scene.lay_out(&table, rows).await?;
    Ok(table)
}

fn unreadable(field: &str) -> Selection {
    Selection::Unreadable { field: elements_of(field) }
}

/// A list has a value where any one of its elements has its link form: numbers and texts alike, nulls never.
pub async fn elements_of_a_list_are_compared_one_by_one(scene: Scene<'_>) -> Verdict {
    let place = talks(&scene).await?.place();
    let who = elements_of("who");
    for (selection, expected) in [
        (one_of(&who, [7]), vec![1, 2, 3]),
        (one_of(&who, ["7"]), vec![1, 2, 3]),
        (one_of(&who, [8, 9]), vec![2]),
        (one_of(&who, ["it's \"08\" é"]), vec![3]),
        (one_of(&who, ["07", "7 ", "[7]", "", "null"]), vec![]),
        (Selection::one_of(&who, [NULL]), vec![]),
        (null(&who), vec![4, 5, 6, 7, 8]),
        (Selection::All(vec![one_of(&who, [7]), one_of(&who, [8])]), vec![2]),
    ] {
        scene.selects(&place, &selection, &expected).await?;
        let others: Vec<i64> = (1..=8).filter(|id| !expected.contains(id)).collect();
        scene.selects(&place, &selection.negated(), &others).await?;
    }
    Ok(())
}

/// What is no list of whole numbers, texts and nulls is unreadable, has no elements, and keeps all that it has.
pub async fn what_is_no_list_has_no_elements(scene: Scene<'_>) -> Verdict {
    let table = scene.layout("t").key("id", ColumnKind::Integer).column("who", ColumnKind::Json);
    let texts =
        ["[1]", "[]", "null", "{}", "7", "\"7\"", "true", "[[7]]", "[7, {\"id\": 7}]", "[7.5]", "[7, true]"];
    let laid_out = (1_i64..).zip(texts).map(|(id, text)| vec![id.into(), Value::from(text)]);
    scene.lay_out(&table, laid_out.chain([vec![12.into(), NULL]]).collect()).await?;
    // An empty object may be taken for a list of nothing: some databases write their arrays so.
    let surely = Selection::All(vec![unreadable("who"), with_ids([4]).negated()]);
    scene.selects(&table.place(), &surely, &[5, 6, 7, 8, 9, 10, 11]).await?;
    let readable = Selection::All(vec![unreadable("who").negated(), with_ids([4]).negated()]);
    scene.selects(&table.place(), &readable, &[1, 2, 3, 12]).await?;
    scene.selects(&table.place(), &one_of(&elements_of("who"), ["7", "1", "true"]), &[1]).await
}

/// A link leads from any element of a list, and to any; its opposite holds where it leads from none.
pub async fn links_lead_from_and_to_elements(scene: Scene<'_>) -> Verdict {
    let people = scene.layout("people").key("id", ColumnKind::Integer).column("name", TEXT);
    let talks = scene.layout("talks").key("id", ColumnKind::Integer).column("who", ColumnKind::Json);
    scene.create(&[people.clone(), talks.clone()]).await?;
    scene.insert(&people, rows![[1, "Ana"], [2, "Ben"], [3, "Cem"]]).await?;
    let rows = rows![
        [11, "[1]"],
        [12, "[2, 1, 1, null]"],
        [13, "[\"3\", 9]"],
        [14, "[9]"],
        [15, NULL],
        [16, "[[1]]"]
    ];
    scene.insert(&talks, rows).await?;
    let who = elements_of("who");
    let with = |selection| linked(&who, people.place(), "id", selection);
    for (selection, expected) in [
        (with(Selection::Everything), vec![11, 12, 13]),
        (with(one_of("name", ["Ana"])), vec![11, 12]),
        (with(one_of("name", ["Ana"]).negated()), vec![12, 13]),
        (with(Selection::Nothing), vec![]),
    ] {
        scene.selects(&talks.place(), &selection, &expected).await?;
        let others: Vec<i64> = (11..=16).filter(|id| !expected.contains(id)).collect();
        scene.selects(&talks.place(), &selection.negated(), &others).await?;
    }
    let named = |selection| linked("id", talks.place(), &who, selection);
    for (selection, expected) in [
        (named(Selection::Everything), vec![1, 2, 3]),
        (named(with_ids([11, 15, 16])), vec![1]),
        // What the other record has to match is about its whole list.
        (named(one_of(&who, [2])), vec![1, 2]),
    ] {
        scene.selects(&people.place(), &selection, &expected).await?;
        let others: Vec<i64> = (1..=3).filter(|id| !expected.contains(id)).collect();
        scene.selects(&people.place(), &selection.negated(), &others).await?;
    }
    Ok(())
}

/// A mask takes elements of these forms out of a list, however often they are there, and leaves all others in their order.
pub async fn a_list_loses_elements_and_no_others(scene: Scene<'_>) -> Verdict {
    let table = talks(&scene).await?;
    let before = scene.by_id(&table).await?;
    let gone: BTreeSet<_> = [Value::from(7), 9.into()].iter().filter_map(Value::link_form).collect();
    let mask = [set("who", Replacement::Without(Arc::new(gone)))];
    let masked = scene.mask(&table.place(), &mask, &with_ids(2..=8)).await?;
    scene.equal("records masked", masked, 7)?;
    let after = scene.by_id(&table).await?;
    let held = |rows: &std::collections::BTreeMap<i64, Vec<Value>>, id: i64| {
        rows.get(&id).and_then(|row| row.get(1)).cloned().unwrap_or(NULL)
    };
    let shown = |id: i64, list: &Option<Vec<Value>>| {
        format!("list {id} of {:?} elements", list.as_ref().map(Vec::len))
    };
    for (id, left) in [
        (1, vec![7.into()]),
        (2, vec![8.into()]),
        (3, vec!["it's \"08\" é".into(), NULL]),
        (4, vec![]),
        (5, vec![NULL]),
        (6, vec![]),
    ] {
        let seen = elements(&held(&after, id));
        scene.ensure(seen.as_ref() == Some(&left), || {
            format!("expected {}, seen {}", shown(id, &Some(left.clone())), shown(id, &seen))
        })?;
    }
    for id in [6, 7, 8] {
        let same = held(&before, id).link_form() == held(&after, id).link_form();
        scene.ensure(same, || format!("what stands in record {id} is no list, and was changed"))?;
    }
    Ok(())
}
