//! What selections mean.

use super::super::fixture::{TEXT, TableLayout};
use super::super::law::Verdict;
use super::super::scene::{NULL, Scene, null, one_of, rows, strings, with_ids};
use crate::port::{ColumnKind, Selection};
use crate::value::Value;

/// Records 1 to 5, of which only the first two have a name.
async fn half_named(scene: &Scene<'_>) -> Result<TableLayout, super::super::law::LawError> {
    let table = scene.layout("people").key("id", ColumnKind::Integer).column("name", TEXT);
    let rows = rows![[1, "Ana"], [2, "Ben"], [3, NULL], [4, NULL], [5, ""]];
    scene.lay_out(&table, rows).await?;
    Ok(table)
}

/// A record with a null in a field is never found by values of that field, not even by null.
pub async fn a_null_field_is_one_of_nothing(scene: Scene<'_>) -> Verdict {
    let people = half_named(&scene).await?.place();
    let wanted = Selection::one_of("name", ["Ana".into(), NULL]);
    scene.selects(&people, &wanted, &[1]).await?;
    scene.selects(&people, &Selection::one_of("name", [NULL]), &[]).await?;
    scene.selects(&people, &one_of("name", ["null", "NULL", "", "0"]), &[5]).await
}

/// What a selection does not take in, its opposite does, records with a null field among them.
pub async fn the_opposite_takes_in_all_others(scene: Scene<'_>) -> Verdict {
    let people = half_named(&scene).await?.place();
    let email = Selection::EmailIs { field: "name".into(), addresses: strings(&["ana"]) };
    let number = Selection::NumberIs { field: "name".into(), digits: strings(&["1"]) };
    let both = Selection::rows(strings(&["id", "name"]), rows![[1, "Ana"], [3, NULL]]);
    for (selection, others) in [
        (one_of("name", ["Ana"]), vec![2, 3, 4, 5]),
        (Selection::one_of("name", [NULL]), vec![1, 2, 3, 4, 5]),
        (email, vec![2, 3, 4, 5]),
        (number, vec![1, 2, 3, 4, 5]),
        (both, vec![2, 3, 4, 5]),
        (null("name"), vec![1, 2, 5]),
        (Selection::All(vec![one_of("name", ["Ana", "Ben"]), with_ids([1, 3])]), vec![2, 3, 4, 5]),
        (Selection::Any(vec![one_of("name", ["Ana"]), with_ids([3])]), vec![2, 4, 5]),
        (Selection::Everything, vec![]),
        (Selection::Nothing, vec![1, 2, 3, 4, 5]),
    ] {
        let opposite = Selection::Not(Box::new(selection));
        scene.selects(&people, &opposite, &others).await?;
        let inside = Selection::All(vec![with_ids(others.clone()), opposite]);
        scene.selects(&people, &inside, &others).await?;
    }
    Ok(())
}

/// `Null` is null alone: neither an empty text nor a zero.
pub async fn null_is_neither_empty_nor_zero(scene: Scene<'_>) -> Verdict {
    let table = scene
        .layout("t")
        .key("id", ColumnKind::Integer)
        .column("name", TEXT)
        .column("number", ColumnKind::Integer);
    scene.lay_out(&table, rows![[1, "", 0], [2, NULL, NULL], [3, "null", NULL], [4, " ", 7]]).await?;
    scene.selects(&table.place(), &null("name"), &[2]).await?;
    scene.selects(&table.place(), &null("number"), &[2, 3]).await
}

/// Everything is every record of the place, nothing is none, and so are all and any of no parts.
pub async fn all_of_no_parts_is_everything(scene: Scene<'_>) -> Verdict {
    let people = half_named(&scene).await?.place();
    for everything in [Selection::Everything, Selection::All(vec![])] {
        scene.selects(&people, &everything, &[1, 2, 3, 4, 5]).await?;
    }
    let no_rows = Selection::OneOf { fields: strings(&["name"]), rows: vec![].into() };
    for nothing in [Selection::Nothing, Selection::Any(vec![]), no_rows] {
        scene.selects(&people, &nothing, &[]).await?;
    }
    Ok(())
}

/// `All` is every one of its parts and `Any` at least one, however they are nested.
pub async fn every_part_counts(scene: Scene<'_>) -> Verdict {
    let table = scene
        .layout("t")
        .key("id", ColumnKind::Integer)
        .column("name", TEXT)
        .column("tenant", ColumnKind::Integer);
    scene.lay_out(&table, rows![[1, "Ana", 1], [2, "Ana", 2], [3, "Ben", 1], [4, "Ben", 2]]).await?;
    let place = table.place();
    let (ana, ben) = (one_of("name", ["Ana"]), one_of("name", ["Ben"]));
    let (one, two) = (one_of("tenant", [1]), one_of("tenant", [2]));
    for (selection, expected) in [
        (Selection::All(vec![ana.clone(), one.clone()]), vec![1]),
        (Selection::All(vec![two.clone(), ana.clone()]), vec![2]),
        (Selection::All(vec![ana.clone(), two.clone(), with_ids([1])]), vec![]),
        (Selection::Any(vec![ana.clone(), two.clone()]), vec![1, 2, 4]),
        (Selection::Any(vec![with_ids([3]), one.clone()]), vec![1, 3]),
        (
            Selection::Any(vec![
                Selection::All(vec![ana.clone(), one.clone()]),
                Selection::All(vec![ben.clone(), two.clone()]),
            ]),
            vec![1, 4],
        ),
        (
            Selection::All(vec![Selection::Any(vec![ana, with_ids([4])]), Selection::Not(Box::new(one))]),
            vec![2, 4],
        ),
        (Selection::All(vec![ben, two]), vec![4]),
    ] {
        scene.selects(&place, &selection, &expected).await?;
    }
    Ok(())
}

/// Texts are equal where they are the same to the letter: no collation, no padding, no pattern.
pub async fn texts_are_compared_to_the_letter(scene: Scene<'_>) -> Verdict {
    let table = scene.layout("t").key("id", ColumnKind::Integer).column("name", TEXT);
    let texts = [
        "Ana",
        "ana",
        "Ana ",
        " Ana",
        "An",
        "Anã",
        "An\u{0061}\u{0303}",
        "A%",
        "_na",
        "'",
        "\\",
        "😀",
        "ﬁ",
        "ß",
    ];
    let mut id = 0;
    let rows = texts.map(|text| {
        id += 1;
        vec![Value::Integer(id), Value::from(text)]
    });
    scene.lay_out(&table, rows.to_vec()).await?;
    for (id, text) in (1..).zip(texts) {
        scene.selects(&table.place(), &one_of("name", [text]), &[id]).await?;
    }
    scene.selects(&table.place(), &one_of("name", ["ANA", "A_a", "fi", "ss", "\\\\", "''"]), &[]).await
}

/// The number 7 equals the text `7`, whatever the column's type; `07`, `7.0` and `x` are neither 7 nor an error.
pub async fn values_compare_by_their_link_form(scene: Scene<'_>) -> Verdict {
    let table = scene
        .layout("t")
        .key("id", ColumnKind::Integer)
        .column("number", ColumnKind::Integer)
        .column("name", TEXT)
        .column("flag", ColumnKind::Boolean);
    let rows = rows![
        [1, 7, "7", true],
        [2, -1, "07", false],
        [3, 0, "7.0", NULL],
        [4, i64::MAX, " 7", NULL],
        [5, 1, "x", NULL]
    ];
    scene.lay_out(&table, rows).await?;
    let place = table.place();
    for (text, expected) in [
        ("7", vec![1]),
        ("-1", vec![2]),
        ("0", vec![3]),
        ("9223372036854775807", vec![4]),
        ("07", vec![]),
        ("7.0", vec![]),
        ("+7", vec![]),
        (" 7", vec![]),
        ("7 ", vec![]),
        ("7x", vec![]),
        ("x", vec![]),
        ("", vec![]),
        ("-0", vec![]),
        ("1e0", vec![]),
        ("true", vec![]),
        ("9223372036854775808", vec![]),
    ] {
        scene.selects(&place, &one_of("number", [text]), &expected).await?;
    }
    scene.selects(&place, &one_of("name", [7]), &[1]).await?;
    scene
        .selects(&place, &Selection::one_of("name", [7.into(), "x".into(), "7.0".into()]), &[1, 3, 5])
        .await?;
    scene.selects(&place, &Selection::one_of("number", [Value::Real(7.0), Value::Real(0.5)]), &[1]).await?;
    scene.selects(&place, &Selection::one_of("number", ["x".into(), 7.into(), NULL]), &[1]).await?;
    scene.selects(&place, &Selection::one_of("name", [Value::Bytes(b"x".to_vec())]), &[5]).await?;
    scene.selects(&place, &one_of("flag", [true]), &[1]).await?;
    scene.selects(&place, &one_of("flag", [0]), &[2]).await?;
    scene.selects(&place, &one_of("flag", ["x", "7"]), &[]).await
}

/// Several fields are compared together, in the order in which they are named, and a null among them matches nothing.
pub async fn several_fields_are_compared_together(scene: Scene<'_>) -> Verdict {
    let table =
        scene.layout("t").key("id", ColumnKind::Integer).column("a", ColumnKind::Integer).column("b", TEXT);
    let rows = rows![[1, 1, "1"], [2, 1, "2"], [3, 2, "1"], [4, 2, "2"], [5, 1, NULL], [6, NULL, "1"]];
    scene.lay_out(&table, rows).await?;
    let place = table.place();
    let pairs = |fields: &[&str], rows: Vec<Vec<Value>>| Selection::rows(strings(fields), rows);
    scene.selects(&place, &pairs(&["a", "b"], rows![[1, "2"], [2, "1"]]), &[2, 3]).await?;
    scene.selects(&place, &pairs(&["b", "a"], rows![[1, 2]]), &[3]).await?;
    scene.selects(&place, &pairs(&["a", "b"], rows![[1, NULL], [NULL, "1"], [2, 2]]), &[4]).await?;
    scene.selects(&place, &pairs(&["a", "b"], rows![["x", "1"], ["2", "x"]]), &[]).await
}

/// However many values a selection names, all of them count.
pub async fn thousands_of_values_are_one_selection(scene: Scene<'_>) -> Verdict {
    let table = scene.layout("t").key("id", ColumnKind::Integer).column("name", TEXT);
    scene.lay_out(&table, rows![[1, "n1"], [40_000, "n40000"], [69_999, "n69999"], [80_000, NULL]]).await?;
    let place = table.place();
    scene.selects(&place, &with_ids(1..70_000), &[1, 40_000, 69_999]).await?;
    let names = (2..70_000).map(|number| format!("n{number}"));
    scene.selects(&place, &one_of("name", names), &[40_000, 69_999]).await
}

/// However many parts a selection has, and however deep it is, all of them count.
pub async fn hundreds_of_parts_are_one_selection(scene: Scene<'_>) -> Verdict {
    let table = scene.layout("t").key("id", ColumnKind::Integer).column("name", TEXT);
    scene.lay_out(&table, rows![[1, "Ana"], [600, "Ben"], [601, NULL]]).await?;
    let place = table.place();
    let any = Selection::Any((1..=600).map(|id| with_ids([id])).collect());
    scene.selects(&place, &any, &[1, 600]).await?;
    let none_of_them = Selection::All((1..=600).map(|id| Selection::Not(Box::new(with_ids([id])))).collect());
    scene.selects(&place, &none_of_them, &[601]).await?;
    let deep = (0..24).fold(one_of("name", ["Ana"]), |inner, _| Selection::Not(Box::new(inner)));
    scene.selects(&place, &deep, &[1]).await
}
