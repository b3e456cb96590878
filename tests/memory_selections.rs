//! Selections on the store in memory, against an evaluator that follows the words of the contract, record by record.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use chrono::DateTime;
use oubliette::adapter::memory::MemoryStore;
use oubliette::port::{Key, Page, Place, Selection, Store};
use oubliette::value::{Condition, EventForm, Value};
use proptest::prelude::*;

type Row = BTreeMap<String, Value>;

fn names<const N: usize>(names: [&str; N]) -> Vec<String> {
    names.map(str::to_owned).to_vec()
}

fn same(a: &Value, b: &Value) -> bool {
    a.link_form().is_some() && a.link_form() == b.link_form()
}

fn field<'r>(row: &'r Row, name: &str) -> &'r Value {
    row.get(name).unwrap_or(&Value::Null)
}

fn naive_place(place: &Place, row: &Row) -> bool {
    place.conditions().iter().all(|condition| {
        let held = field(row, condition.field());
        let meets = |value: &Value| same(held, value) || held.is_null() && value.is_null();
        condition.values().iter().any(meets)
    })
}

fn naive(store: &MemoryStore, row: &Row, selection: &Selection) -> bool {
    match selection {
        Selection::Everything => true,
        Selection::Nothing => false,
        Selection::OneOf { fields, rows } => rows
            .iter()
            .any(|values| fields.iter().zip(values).all(|(name, value)| same(field(row, name), value))),
        Selection::Null { field: name } => field(row, name).is_null(),
        Selection::Before { field: name, instant, .. } => match field(row, name) {
            Value::Integer(seconds) => *seconds < instant.timestamp(),
            Value::Text(text) => text.parse::<i64>().is_ok_and(|s| s < instant.timestamp()),
            _ => false,
        },
        Selection::Linked { fields, to, to_fields, selection } => {
            store.rows(to.table()).iter().any(|other| {
                naive_place(to, other)
                    && naive(store, other, selection)
                    && fields.iter().zip(to_fields).all(|(from, to)| same(field(row, from), field(other, to)))
            })
        }
        Selection::All(parts) => parts.iter().all(|part| naive(store, row, part)),
        Selection::Any(parts) => parts.iter().any(|part| naive(store, row, part)),
        Selection::Not(inner) => !naive(store, row, inner),
        other => unreachable!("{other:?} is not drawn"),
    }
}

fn values() -> impl Strategy<Value = Value> {
    prop_oneof![
        2 => Just(Value::Null),
        4 => (0_i64..4).prop_map(Value::Integer),
        2 => (0_i64..4).prop_map(|number| Value::Text(number.to_string())),
        1 => Just(Value::Boolean(true)),
        1 => Just(Value::Bytes(b"2".to_vec())),
        1 => Just(Value::Real(3.0)),
    ]
}

fn field_names() -> impl Strategy<Value = String> {
    proptest::sample::select(names(["id", "x", "y", "never"]))
}

fn places() -> impl Strategy<Value = Place> {
    let condition = (field_names(), proptest::collection::vec(values(), 0..3))
        .prop_map(|(field, values)| Condition::new(field, values));
    (proptest::sample::select(vec!["a", "b"]), proptest::collection::vec(condition, 0..2))
        .prop_map(|(table, conditions)| Place::new(table, names(["id"]), conditions))
}

fn selections() -> impl Strategy<Value = Selection> {
    let leaf = prop_oneof![
        Just(Selection::Everything),
        Just(Selection::Nothing),
        (field_names(), proptest::collection::vec(values(), 0..4))
            .prop_map(|(field, values)| Selection::one_of(field, values)),
        proptest::collection::vec((values(), values()), 0..4).prop_map(|pairs| {
            let rows: Vec<_> = pairs.into_iter().map(|(a, b)| vec![a, b]).collect();
            Selection::rows(names(["x", "y"]), rows)
        }),
        field_names().prop_map(|field| Selection::Null { field }),
        (field_names(), 0_i64..4).prop_map(|(field, seconds)| Selection::Before {
            field,
            form: EventForm::UnixSeconds,
            instant: DateTime::from_timestamp(seconds, 0).unwrap(),
        }),
    ];
    leaf.prop_recursive(4, 24, 3, |inner| {
        prop_oneof![
            3 => (field_names(), places(), field_names(), inner.clone()).prop_map(
                |(from, place, to, selection)| Selection::Linked {
                    fields: vec![from],
                    to: Arc::new(place),
                    to_fields: vec![to],
                    selection: Box::new(selection),
                }
            ),
            1 => (places(), inner.clone()).prop_map(|(place, selection)| Selection::Linked {
                fields: names(["x", "y"]),
                to: Arc::new(place),
                to_fields: names(["y", "id"]),
                selection: Box::new(selection),
            }),
            1 => proptest::collection::vec(inner.clone(), 0..3).prop_map(Selection::All),
            1 => proptest::collection::vec(inner.clone(), 0..3).prop_map(Selection::Any),
            2 => inner.prop_map(|inner| Selection::Not(Box::new(inner))),
        ]
    })
}

fn filled(rows: &[[Value; 3]]) -> MemoryStore {
    let store = MemoryStore::new().with_table("a", ["id"]).with_table("b", ["id"]);
    for (number, [id, x, y]) in rows.iter().enumerate() {
        let table = if number % 2 == 0 { "a" } else { "b" };
        // Keys that are null or taken are left out.
        let row = [("id", id.clone()), ("x", x.clone()), ("y", y.clone())];
        let _ = store.insert(table, row);
    }
    store
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_000))]

    #[test]
    fn selections_mean_what_the_contract_says(
        rows in proptest::collection::vec([values(), values(), values()], 0..14),
        place in places(),
        selection in selections(),
        limit in 1_usize..4,
    ) {
        let store = filled(&rows);
        let expected: Vec<Value> = store
            .rows(place.table())
            .iter()
            .filter(|row| naive_place(&place, row) && naive(&store, row, &selection))
            .map(|row| row["id"].clone())
            .collect();
        let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
        runtime.block_on(async {
            prop_assert_eq!(store.count(&place, &selection).await.unwrap(), expected.len() as u64);

            let mut paged = Vec::new();
            let mut after: Option<Key> = None;
            loop {
                let page = Page { after: after.as_ref(), limit };
                let records = store.read(&place, &[], &selection, page).await.unwrap();
                paged.extend(records.iter().flat_map(|record| record.key.values().to_vec()));
                if records.len() < limit {
                    break;
                }
                after = records.last().map(|record| record.key.clone());
            }
            prop_assert_eq!(&paged, &expected);

            let doomed: BTreeSet<Value> = expected.iter().take(limit).cloned().collect();
            let kept: Vec<Row> = store
                .rows(place.table())
                .into_iter()
                .filter(|row| !doomed.contains(&row["id"]))
                .collect();
            prop_assert_eq!(store.erase(&place, &selection, limit).await.unwrap(), doomed.len() as u64);
            prop_assert_eq!(store.rows(place.table()), kept);
            Ok(())
        })?;
    }
}
