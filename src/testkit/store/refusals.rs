//! What a store says it can do, and what it does when it is asked for more, or for something without meaning.

use super::super::fixture::TEXT;
use super::super::law::{LawError, Verdict};
use super::super::scene::{NULL, Scene, linked, linked_by, null, one_of, rows, set, strings, with_ids};
use crate::port::{ColumnKind, Page, Place, Replacement, Selection, StoreErrorKind};
use crate::value::{EventForm, Value, elements_of};

/// A store's capabilities are always the same, and links and lists come only with predicates.
pub async fn capabilities_are_always_the_same(scene: Scene<'_>) -> Verdict {
    let Scene { store, .. } = scene;
    let capabilities = store.capabilities();
    scene.ensure(capabilities.predicates || !(capabilities.links || capabilities.lists), || {
        "the store claims to follow links or to look into lists, and not to answer predicates".to_owned()
    })?;
    for _ in 0..3 {
        scene.equal("the capabilities", store.capabilities(), capabilities)?;
    }
    Ok(())
}

/// What is beyond its capabilities a store refuses as unsupported in every call, and changes nothing.
pub async fn what_a_store_cannot_do_it_refuses(scene: Scene<'_>) -> Verdict {
    let Scene { store, .. } = scene;
    let table = scene.layout("t").key("id", ColumnKind::Integer).column("name", TEXT).column("mail", TEXT);
    let rows = rows![[1, "Ana", "ana@example.com"], [2, NULL, NULL]];
    scene.lay_out(&table, rows.clone()).await?;
    let (place, able) = (table.place(), store.capabilities());
    let key = with_ids([1, 2]);
    let mut beyond = Vec::new();
    if !able.links {
        let link = linked("id", table.place(), "id", key.clone());
        beyond.push(Selection::Any(vec![Selection::Not(Box::new(Selection::All(vec![link.clone()])))]));
        beyond.push(link);
    }
    if able.predicates && !able.lists {
        let name = elements_of("name");
        beyond.extend([one_of(&name, ["Ana"]), null(&name), Selection::Unreadable { field: name }]);
    }
    if !able.predicates {
        beyond.extend([
            Selection::Everything,
            Selection::Nothing,
            null("name"),
            Selection::rows(strings(&["name", "mail"]), rows![["Ana", "ana@example.com"]]),
            Selection::EmailIs { field: "mail".into(), addresses: strings(&["ana@example.com"]) },
            Selection::NumberIs { field: "mail".into(), digits: strings(&["1"]) },
            Selection::MayHold { field: "mail".into(), traces: std::sync::Arc::new(vec![strings(&["1"])]) },
            Selection::Before {
                field: "mail".into(),
                form: EventForm::Timestamp,
                instant: Default::default(),
            },
            Selection::All(vec![key.clone()]),
            Selection::Any(vec![key.clone(), one_of("name", ["Ana"])]),
            Selection::Not(Box::new(key.clone())),
        ]);
    }
    let masks = [set("name", Replacement::Constant("gone".into()))];
    for selection in &beyond {
        refuses(&scene, &place, selection, StoreErrorKind::Unsupported).await?;
    }
    if !able.masks {
        scene.refused("mask", store.mask(&place, &masks, &key).await, StoreErrorKind::Unsupported)?;
    } else {
        for selection in &beyond {
            let answer = store.mask(&place, &masks, selection).await;
            scene.refused(&format!("mask of {selection:?}"), answer, StoreErrorKind::Unsupported)?;
        }
    }
    scene.holds(&table, &rows).await
}

async fn refuses(
    scene: &Scene<'_>,
    place: &Place,
    selection: &Selection,
    kind: StoreErrorKind,
) -> Result<(), LawError> {
    let store = scene.store;
    let page = Page { after: None, limit: 10 };
    scene.refused(&format!("count of {selection:?}"), store.count(place, selection).await, kind)?;
    scene.refused(&format!("read of {selection:?}"), store.read(place, &[], selection, page).await, kind)?;
    scene.refused(&format!("erase of {selection:?}"), store.erase(place, selection, 10).await, kind)?;
    Ok(())
}

/// A selection without meaning is an error and never nothing, since the opposite of nothing is everything.
pub async fn a_selection_without_meaning_is_an_error(scene: Scene<'_>) -> Verdict {
    let Scene { store, .. } = scene;
    let table = scene.layout("t").key("id", ColumnKind::Integer).column("name", TEXT);
    let rows = rows![[1, "Ana"], [2, NULL]];
    scene.lay_out(&table, rows.clone()).await?;
    let place = table.place();
    let one_of = |fields: &[&str], rows: Vec<Vec<Value>>| Selection::OneOf {
        fields: strings(fields),
        rows: rows.into(),
    };
    let mut meaningless = vec![one_of(&["id"], rows![[1, 2]]), one_of(&["id"], vec![vec![]])];
    if store.capabilities().predicates {
        meaningless.extend([one_of(&["id", "name"], rows![[1]]), one_of(&[], vec![vec![]])]);
    }
    if store.capabilities().lists {
        let (beside, values) = (["id".to_owned(), elements_of("name")], rows![[1, "Ana"]]);
        meaningless.push(Selection::OneOf { fields: beside.to_vec(), rows: values.into() });
    }
    if store.capabilities().links {
        meaningless.extend([
            linked_by(&["id"], table.place(), &["id", "name"], Selection::Everything),
            linked_by(&["id"], table.place(), &[], Selection::Everything),
            linked_by(&[], table.place(), &[], Selection::Everything),
        ]);
    }
    for selection in meaningless {
        let answer = store.count(&place, &selection).await;
        scene.ensure(answer.is_err(), || format!("count of {selection:?} has an answer"))?;
        let erased = store.erase(&place, &selection, 10).await;
        scene.ensure(erased.is_err(), || format!("erase of {selection:?} has an answer"))?;
        if store.capabilities().predicates {
            let erased = store.erase(&place, &Selection::Not(Box::new(selection.clone())), 10).await;
            scene.ensure(erased.is_err(), || {
                format!("erase of the opposite of {selection:?} has an answer")
            })?;
        }
    }
    scene.holds(&table, &rows).await
}
