//! Masks: what they write, where, and what they return.

use std::collections::BTreeSet;

use super::super::fixture::{TEXT, TableLayout};
use super::super::law::{LawError, Verdict};
use super::super::scene::{NULL, Scene, forms, one_of, rows, set, shown, with_ids};
use crate::port::{ColumnKind, EntropyError, FieldMask, Replacement, Scrubber, SecretKey, StoreErrorKind};
use crate::value::Value;

/// Removes a name and a number from texts.
fn scrub(scene: &Scene<'_>) -> Result<Replacement, LawError> {
    let scrubber = Scrubber::new(["Ana".to_owned()], ["919876543210".to_owned()]);
    scrubber
        .map(Replacement::Scrub)
        .map_err(|error| LawError::Untried { law: scene.law, why: error.to_string() })
}

/// Every mask but the random one writes exactly what [`Replacement::apply`] makes of the old value.
pub async fn a_mask_writes_what_its_replacement_says(scene: Scene<'_>) -> Verdict {
    let texts = [
        "Ana +91 98765-43210 é",
        "ANA, 00919876543210; banana",
        "",
        "é",
        "日本語のテキスト",
        "😀😀😀",
        "o'b\"c\\d\ne\tf",
        " 7",
        "0",
        "%_$1 {0}",
    ];
    let replacements = [
        Replacement::Null,
        Replacement::Constant("gone 'x' é".into()),
        Replacement::Constant("".into()),
        Replacement::Prefix(0),
        Replacement::Prefix(2),
        Replacement::Prefix(70),
        Replacement::Pseudonym(SecretKey::new([1; 32])),
        scrub(&scene)?,
    ];
    for (number, replacement) in replacements.into_iter().enumerate() {
        let table = scene.layout(&format!("t{number}")).key("id", ColumnKind::Integer).column("v", TEXT);
        let old: Vec<_> = texts.into_iter().map(Value::from).chain([NULL]).collect();
        scene
            .lay_out(&table, (1_i64..).zip(&old).map(|(id, old)| vec![id.into(), old.clone()]).collect())
            .await?;
        let mask = [set("v", replacement.clone())];
        let masked = scene.mask(&table.place(), &mask, &with_ids(1..=11)).await?;
        scene.equal("records masked", masked, 11)?;
        let rows = scene.by_id(&table).await?;
        for (old, row) in old.iter().zip(rows.values()) {
            let new = replacement.apply(old, || Err(EntropyError)).unwrap_or(NULL);
            let seen = row.get(1).cloned().unwrap_or(NULL);
            scene.ensure(forms(std::slice::from_ref(&seen)) == forms(std::slice::from_ref(&new)), || {
                let [old, new, seen] = [old.clone(), new, seen].map(|it| shown(&[it]));
                format!("{replacement:?} of {old} is {new}, seen {seen}")
            })?;
        }
    }
    Ok(())
}

/// Columns of other types than text take constants of their type and null.
pub async fn columns_of_every_type_are_masked(scene: Scene<'_>) -> Verdict {
    let table = scene
        .layout("t")
        .key("id", ColumnKind::Integer)
        .column("age", ColumnKind::Integer)
        .column("vip", ColumnKind::Boolean)
        .column("face", ColumnKind::Bytes)
        .column("born", ColumnKind::Time)
        .column("device", ColumnKind::Uuid);
    let uuid = "019a9d2e-7c00-7abc-8def-0123456789ab";
    let row = |id: i64| {
        vec![
            Value::from(id),
            40.into(),
            true.into(),
            Value::Bytes(vec![1, 255]),
            "2001-02-03T04:05:06Z".into(),
            uuid.into(),
        ]
    };
    scene.lay_out(&table, vec![row(1), row(2)]).await?;
    let constants = [
        set("age", Replacement::Constant(0.into())),
        set("vip", Replacement::Constant(false.into())),
        set("face", Replacement::Constant(Value::Bytes(vec![0, 39]))),
    ];
    scene.equal("masked", scene.mask(&table.place(), &constants, &with_ids([1])).await?, 1)?;
    let rows = scene.by_id(&table).await?;
    let first = rows.get(&1).and_then(|row| row.get(1..4)).unwrap_or_default();
    let expected = [0.into(), false.into(), Value::Bytes(vec![0, 39])];
    scene.equal("constants of every type", shown_forms(first), shown_forms(&expected))?;
    let nulls = ["age", "vip", "face", "born", "device"].map(|field| set(field, Replacement::Null));
    scene.equal("masked", scene.mask(&table.place(), &nulls, &with_ids([1])).await?, 1)?;
    let rows = scene.by_id(&table).await?;
    let first = rows.get(&1).and_then(|row| row.get(1..)).unwrap_or_default();
    scene.ensure(first.len() == 5 && first.iter().all(Value::is_null), || {
        "a column is not null after it was masked with null".to_owned()
    })?;
    let second = rows.get(&2).and_then(|row| row.get(1..)).unwrap_or_default();
    scene.ensure(second.len() == 5 && second.iter().all(|it| !it.is_null()), || {
        "a record that did not match was masked".to_owned()
    })
}

fn shown_forms(values: &[Value]) -> Vec<Option<Vec<u8>>> {
    values
        .iter()
        .map(|value| match value {
            Value::Bytes(bytes) => Some(bytes.clone()),
            other => other.to_text().map(String::into_bytes),
        })
        .collect()
}

/// A token is a fresh text of [`Replacement::TOKEN_LENGTH`] characters for every record, also where null was.
pub async fn every_record_has_a_token_of_its_own(scene: Scene<'_>) -> Verdict {
    let table = scene.layout("t").key("id", ColumnKind::Integer).column("a", TEXT).column("b", TEXT);
    let rows = (1..=700).map(|id| vec![Value::Integer(id), "same".into(), NULL]).collect();
    scene.lay_out(&table, rows).await?;
    let masks = [set("a", Replacement::Token), set("b", Replacement::Token)];
    scene.equal("masked", scene.mask(&table.place(), &masks, &with_ids(1..=700)).await?, 700)?;
    let rows = scene.rows(&table).await?;
    let tokens: BTreeSet<_> =
        rows.iter().flat_map(|row| row.iter().skip(1)).filter_map(Value::to_text).collect();
    scene.equal("different tokens", tokens.len(), 1_400)?;
    let length = tokens.iter().all(|it| it.chars().count() == Replacement::TOKEN_LENGTH);
    scene.ensure(length, || format!("a token has not {} characters", Replacement::TOKEN_LENGTH))
}

/// A pseudonym is the same for the same value in every record, and another for another value.
pub async fn equal_values_have_equal_pseudonyms(scene: Scene<'_>) -> Verdict {
    let table = scene.layout("t").key("id", ColumnKind::Integer).column("v", TEXT);
    let name = |id: i64| Value::from(format!("name {}", id % 650));
    scene.lay_out(&table, (1..=1_300).map(|id| vec![id.into(), name(id)]).collect()).await?;
    let masks = [set("v", Replacement::Pseudonym(SecretKey::new([3; 32])))];
    scene.equal("masked", scene.mask(&table.place(), &masks, &with_ids(1..=1_300)).await?, 1_300)?;
    let rows = scene.by_id(&table).await?;
    let of = |id: i64| rows.get(&id).and_then(|row| row.get(1)).and_then(Value::to_text);
    let pseudonyms: BTreeSet<_> = rows.keys().filter_map(|&id| of(id)).collect();
    scene.equal("different pseudonyms", pseudonyms.len(), 650)?;
    let paired = (1..=650).all(|id| of(id).is_some() && of(id) == of(id + 650));
    scene.ensure(paired, || "two records with the same value have different pseudonyms".to_owned())
}

/// A mask that runs twice comes to the same as one that ran once.
pub async fn masking_twice_is_masking_once(scene: Scene<'_>) -> Verdict {
    let table = scene
        .layout("t")
        .key("id", ColumnKind::Integer)
        .column("a", TEXT)
        .column("b", TEXT)
        .column("c", TEXT)
        .column("d", TEXT);
    let text = "Ana, +91 98765 43210";
    scene.lay_out(&table, rows![[1, text, text, text, text], [2, NULL, NULL, NULL, NULL]]).await?;
    let masks = [
        set("a", Replacement::Pseudonym(SecretKey::new([1; 32]))),
        set("b", Replacement::Prefix(3)),
        set("c", scrub(&scene)?),
        set("d", Replacement::Constant("gone".into())),
    ];
    let (place, both) = (table.place(), with_ids([1, 2]));
    scene.equal("masked at first", scene.mask(&place, &masks, &both).await?, 2)?;
    let once = scene.rows(&table).await?;
    scene.equal("masked again", scene.mask(&place, &masks, &both).await?, 2)?;
    scene.holds(&table, &once).await
}

/// A mask changes the fields that it names in the records that match, and nothing else.
pub async fn a_mask_changes_nothing_else(scene: Scene<'_>) -> Verdict {
    let table = scene.layout("t").key("id", ColumnKind::Integer).column("a", TEXT).column("b", TEXT);
    scene
        .lay_out(&table, rows![[1, "Ana", "Ana"], [2, "Ana", "Ben"], [3, NULL, "Ana"], [4, "Ben", NULL]])
        .await?;
    let mask = [set("a", Replacement::Constant("gone".into()))];
    scene.equal("masked", scene.mask(&table.place(), &mask, &one_of("b", ["Ana"])).await?, 2)?;
    scene
        .holds(&table, &rows![[1, "gone", "Ana"], [2, "Ana", "Ben"], [3, "gone", "Ana"], [4, "Ben", NULL]])
        .await?;
    // A selection on the very field that is masked is read before anything is written.
    let both = [set("a", Replacement::Null), set("b", Replacement::Prefix(1))];
    scene.equal("masked", scene.mask(&table.place(), &both, &one_of("a", ["gone"])).await?, 2)?;
    scene.holds(&table, &rows![[1, NULL, "A"], [2, "Ana", "Ben"], [3, NULL, "A"], [4, "Ben", NULL]]).await?;
    scene.equal("masked", scene.mask(&table.place(), &both, &one_of("a", ["nobody"])).await?, 0)
}

/// A mask returns how many records matched, also where a value was already what the mask writes.
pub async fn masking_answers_how_many_matched(scene: Scene<'_>) -> Verdict {
    let table = scene.layout("t").key("id", ColumnKind::Integer).column("a", TEXT).column("b", TEXT);
    scene.lay_out(&table, rows![[1, "gone", NULL], [2, "Ana", "x"], [3, NULL, NULL]]).await?;
    for with in [Replacement::Constant("gone".into()), Replacement::Null, Replacement::Prefix(1)] {
        for _ in 0..2 {
            let masks = [set("a", with.clone()), set("b", with.clone())];
            let masked = scene.mask(&table.place(), &masks, &with_ids([1, 2, 3, 4])).await?;
            scene.equal(&format!("records that match under {with:?}"), masked, 3)?;
        }
    }
    Ok(())
}

/// A mask that a constraint forbids is an error of that kind without a record's values in it. Every record is then as
/// it was or as the mask leaves it, and none outside of the selection is changed.
pub async fn a_forbidden_mask_is_an_error(scene: Scene<'_>) -> Verdict {
    let Scene { store, .. } = scene;
    let table = scene
        .layout("t")
        .key("id", ColumnKind::Integer)
        .required("login", TEXT)
        .required("name", TEXT)
        .unique("login");
    let rows = rows![[1, "canary-1", "x"], [2, "canary-2", "x"], [3, "canary-3", "x"]];
    scene.lay_out(&table, rows.clone()).await?;
    for (field, with, new) in [
        ("login", Replacement::Constant("canary-4".into()), Some(Value::from("canary-4"))),
        ("login", Replacement::Constant("canary-3".into()), Some(Value::from("canary-3"))),
        ("name", Replacement::Null, None),
    ] {
        let answer = store.mask(&table.place(), &[set(field, with)], &with_ids([1, 2])).await;
        let error = scene.refused("a mask that a constraint forbids", answer, StoreErrorKind::Constraint)?;
        scene.ensure(!format!("{error} {error:?}").contains("canary"), || {
            format!("the error shows a value of a record: {error}")
        })?;
        let seen = scene.by_id(&table).await?;
        scene.equal("rows", seen.len(), 3)?;
        for (old, seen) in rows.iter().zip(seen.values()) {
            let masked =
                seen.get(1) == new.as_ref() && seen.get(1).is_some() && seen.first() != Some(&3.into());
            scene.ensure(forms(old) == forms(seen) || masked, || {
                format!("the row {} is now {}", shown(old), shown(seen))
            })?;
        }
        scene.lay_out(&table, rows.clone()).await?;
    }
    Ok(())
}

/// A mask of no fields is an error, not a success with nothing done.
pub async fn a_mask_of_no_fields_is_refused(scene: Scene<'_>) -> Verdict {
    let Scene { store, .. } = scene;
    let table: TableLayout = scene.layout("t").key("id", ColumnKind::Integer);
    scene.lay_out(&table, rows![[1]]).await?;
    let none: [FieldMask; 0] = [];
    let answer = store.mask(&table.place(), &none, &with_ids([1])).await;
    scene.ensure(answer.is_err(), || "a mask of no fields succeeded".to_owned())
}

/// A mask changes records that are there: one that was erased in the meantime does not come back with what the mask writes.
pub async fn a_mask_brings_nothing_back(scene: Scene<'_>) -> Verdict {
    let table = scene.layout("t").key("id", ColumnKind::Integer).column("name", TEXT);
    scene.lay_out(&table, rows![[1, "Ana"], [2, "Ben"]]).await?;
    let place = table.place();
    scene.equal("erased", scene.erase(&place, &with_ids([1]), 1).await?, 1)?;
    let masks = [set("name", Replacement::Constant("gone".into()))];
    for (ids, masked) in [(vec![1], 0), (vec![1, 2, 9], 1)] {
        scene.equal("masked", scene.mask(&place, &masks, &with_ids(ids)).await?, masked)?;
    }
    scene.holds(&table, &rows![[2, "gone"]]).await
}
