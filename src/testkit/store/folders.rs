//! What lies below a prefix.

use std::sync::Arc;

use super::super::fixture::{TEXT, TableLayout};
use super::super::law::{LawError, Verdict};
use super::super::scene::{Scene, strings};
use crate::port::{ColumnKind, Selection};
use crate::value::Value;

const KEYS: [&str; 9] = [
    "media",
    "media/42",
    "media/42/a.jpg",
    "media/42/deep/b.jpg",
    "media/421/a.jpg",
    "media/7/a.jpg",
    "medial/42/a.jpg",
    "other.jpg",
    "é/42/ü.jpg",
];

async fn media(scene: &Scene<'_>) -> Result<TableLayout, LawError> {
    let table = scene.layout("media").key("key", TEXT).column("size", ColumnKind::Integer);
    let rows = (0..).zip(KEYS).map(|(size, key)| vec![key.into(), Value::Integer(size)]);
    scene.lay_out(&table, rows.collect()).await?;
    Ok(table)
}

fn below(prefixes: &[&str]) -> Selection {
    Selection::Below { field: "key".into(), prefixes: Arc::new(strings(prefixes)) }
}

/// A prefix takes in what lies in its folder, however deep, with or without its closing slash: neither the folder's own
/// name nor another folder whose name goes on.
pub async fn a_prefix_is_a_folder(scene: Scene<'_>) -> Verdict {
    let place = media(&scene).await?.place();
    let forty_two = ["media/42/a.jpg", "media/42/deep/b.jpg"];
    for (prefixes, expected) in [
        (vec!["media/42/"], forty_two.to_vec()),
        (vec!["media/42"], forty_two.to_vec()),
        (vec!["media/42/deep", "é"], vec!["media/42/deep/b.jpg", "é/42/ü.jpg"]),
        (vec!["media/42", "media/42/deep/", "media/42"], forty_two.to_vec()),
        (vec!["media/9", "other.jpg", "media/42/a.jpg"], vec![]),
    ] {
        let selection = below(&prefixes);
        let records = scene.read_all(&place, &[], &selection, 1).await?;
        let mut keys: Vec<_> = records.iter().filter_map(|it| it.key.values().first()?.to_text()).collect();
        keys.sort_unstable();
        scene.equal(&format!("what lies below {prefixes:?}"), keys, strings(&expected))?;
        scene.equal("how many", scene.count(&place, &selection).await?, expected.len() as u64)?;
    }
    Ok(())
}

/// A prefix that means no folder takes in nothing, and least of all everything.
pub async fn a_prefix_that_means_no_folder_is_nothing(scene: Scene<'_>) -> Verdict {
    let place = media(&scene).await?.place();
    for prefix in ["", "/", "//", "/media", "media//", ".", "..", "media/../media", "*", "%", "med"] {
        let counted = scene.count(&place, &below(&[prefix])).await?;
        scene.equal(&format!("how many lie below {prefix:?}"), counted, 0)?;
    }
    scene.equal("how many lie below no prefix", scene.count(&place, &below(&[])).await?, 0)
}

/// Erasing what lies below a prefix erases that, and leaves everything else.
pub async fn erasing_a_folder_leaves_its_neighbours(scene: Scene<'_>) -> Verdict {
    let table = media(&scene).await?;
    let folder = below(&["media/42/"]);
    scene.equal("erased at first", scene.erase(&table.place(), &folder, 1).await?, 1)?;
    scene.equal("erased then", scene.erase(&table.place(), &folder, 100).await?, 1)?;
    scene.equal("erased again", scene.erase(&table.place(), &folder, 100).await?, 0)?;
    let rows = (0..).zip(KEYS).map(|(size, key)| vec![Value::from(key), Value::Integer(size)]);
    let others: Vec<_> = rows.enumerate().filter(|(index, _)| ![2, 3].contains(index)).collect();
    scene.holds(&table, &others.into_iter().map(|(_, row)| row).collect::<Vec<_>>()).await
}
