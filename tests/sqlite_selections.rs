//! The SQLite store against a plain reading of selections: random ones over random tables, and every value against every other.
#![cfg(feature = "sqlite")]

#[expect(dead_code, reason = "each test takes what it needs")]
#[path = "support/database/mod.rs"]
mod database;

use std::sync::Arc;

use chrono::{DateTime, NaiveDate, NaiveDateTime, Utc};
use database::sqlite::database;
use database::{names, place, read_all, run};
use oubliette::adapter::sql::SqliteStore;
use oubliette::identifier::stored_digits;
use oubliette::port::{Place, Selection, Store};
use oubliette::value::{Condition, EventForm, Value};
use proptest::prelude::*;
use sqlx::AssertSqlSafe;
use sqlx::sqlite::SqlitePool;

// --- selections, read plainly ------------------------------------------------------------------------------------------

const FIELDS: [&str; 7] = ["id", "i", "t", "u", "l_i", "l_t", "moment"];

#[derive(Debug, Clone)]
struct Line {
    values: Vec<Value>,
}

impl Line {
    fn get(&self, field: &str) -> &Value {
        &self.values[FIELDS.iter().position(|&name| name == field).unwrap()]
    }
}

#[derive(Debug)]
struct World {
    a: Vec<Line>,
    b: Vec<Line>,
}

impl World {
    fn rows(&self, table: &str) -> &[Line] {
        if table == "a" { &self.a } else { &self.b }
    }

    fn belongs(&self, place: &Place, row: &Line) -> bool {
        place.conditions().iter().all(|condition| {
            let value = row.get(condition.field());
            condition.values().iter().any(|wanted| {
                (wanted.is_null() && value.is_null())
                    || (!wanted.is_null() && wanted.link_form() == value.link_form())
            })
        })
    }

    fn matches(&self, row: &Line, selection: &Selection) -> bool {
        match selection {
            Selection::Everything => true,
            Selection::Nothing => false,
            Selection::OneOf { fields, rows } => rows.iter().any(|wanted| {
                fields.iter().zip(wanted).all(|(field, wanted)| {
                    wanted.link_form().is_some() && wanted.link_form() == row.get(field).link_form()
                })
            }),
            Selection::Null { field } => row.get(field).is_null(),
            Selection::Before { field, form, instant } => {
                moment(row.get(field), *form).is_some_and(|moment| moment < *instant)
            }
            Selection::EmailIs { field, addresses } => row
                .get(field)
                .to_text()
                .is_some_and(|text| addresses.contains(&text.trim().to_ascii_lowercase())),
            Selection::NumberIs { field, digits } => row
                .get(field)
                .to_text()
                .and_then(|text| stored_digits(&text))
                .is_some_and(|number| digits.contains(&number)),
            Selection::Linked { fields, to, to_fields, selection } => {
                self.rows(to.table()).iter().any(|other| {
                    self.belongs(to, other)
                        && fields.iter().zip(to_fields).all(|(from, to)| {
                            let form = row.get(from).link_form();
                            form.is_some() && form == other.get(to).link_form()
                        })
                        && self.matches(other, selection)
                })
            }
            Selection::All(parts) => parts.iter().all(|part| self.matches(row, part)),
            Selection::Any(parts) => parts.iter().any(|part| self.matches(row, part)),
            Selection::Not(inner) => !self.matches(row, inner),
            _ => unreachable!("a new kind of selection"),
        }
    }
}

fn day(text: &str) -> Option<DateTime<Utc>> {
    NaiveDate::parse_from_str(text, "%Y-%m-%d")
        .ok()
        .filter(|_| text.len() == 10)
        .map(|day| day.and_hms_opt(0, 0, 0).unwrap().and_utc())
}

fn moment(value: &Value, form: EventForm) -> Option<DateTime<Utc>> {
    let rfc3339 = |text: &str| DateTime::parse_from_rfc3339(text).ok().map(|moment| moment.to_utc());
    let seconds = |seconds: f64| DateTime::from_timestamp_millis((seconds * 1000.0).round() as i64);
    match (form, value) {
        (EventForm::Timestamp, Value::Text(text)) => rfc3339(text).or_else(|| day(text)).or_else(|| {
            ["%Y-%m-%d %H:%M", "%Y-%m-%d %H:%M:%S%.f", "%Y-%m-%dT%H:%M:%S%.f"]
                .iter()
                .find_map(|form| NaiveDateTime::parse_from_str(text, form).ok())
                .map(|moment| moment.and_utc())
        }),
        (EventForm::Timestamp, Value::Integer(number)) if !(0..=5_373_484).contains(number) => {
            seconds(*number as f64)
                .filter(|moment| *moment < "9999-12-31T23:59:59Z".parse::<DateTime<Utc>>().unwrap())
        }
        (EventForm::Timestamp, Value::Real(number)) if *number > 0.0 => {
            seconds((*number - 2_440_587.5) * 86_400.0)
        }
        (EventForm::Rfc3339, Value::Text(text)) => rfc3339(text),
        (EventForm::Date, Value::Text(text)) => day(text),
        (EventForm::UnixSeconds, Value::Integer(number)) => seconds(*number as f64),
        (EventForm::UnixSeconds, Value::Real(number)) => seconds(*number),
        (EventForm::UnixSeconds, Value::Text(text)) => {
            text.parse().ok().and_then(|number: i64| seconds(number as f64))
        }
        (EventForm::UnixMillis, Value::Integer(number)) => DateTime::from_timestamp_millis(*number),
        (EventForm::UnixMillis, Value::Real(number)) => DateTime::from_timestamp_millis(*number as i64),
        (EventForm::UnixMillis, Value::Text(text)) => {
            text.parse().ok().and_then(DateTime::from_timestamp_millis)
        }
        _ => None,
    }
}

const TEXTS: &[&str] = &[
    "1",
    "2",
    "01",
    " 1",
    "1.0",
    "1.5",
    "1e0",
    "e",
    "",
    "x",
    "X",
    "-1",
    "a\0b",
    "\t1",
    "1-2",
    "null",
    "+1",
    "0x1",
    ".5",
    "1.",
    " Ana@Example.com\u{a0}",
    "ana@example.com",
    "+91 98765-43210",
    "00919876543210",
    "(91)9876543210",
    "919876543210",
    "9876543210",
    "9223372036854775807",
    "9223372036854775808",
    "9007199254740993",
    "whatsapp:+919876543210",
    "1_000",
];

fn texts() -> impl Strategy<Value = Value> {
    prop::sample::select(TEXTS).prop_map(Value::from)
}

fn plain() -> impl Strategy<Value = Value> {
    prop_oneof![
        2 => Just(Value::Null),
        4 => (-1_i64..4).prop_map(Value::Integer),
        4 => texts(),
        1 => prop::sample::select(vec![1.5, -0.5, 1.0]).prop_map(Value::Real),
        1 => Just(Value::Integer(919_876_543_210)),
    ]
}

fn any_value() -> impl Strategy<Value = Value> {
    prop_oneof![
        8 => plain(),
        1 => prop::sample::select(vec![&b"1"[..], b"01", b"x", b"\xff", b""]).prop_map(|bytes| Value::Bytes(bytes.to_vec())),
    ]
}

fn moments() -> impl Strategy<Value = Value> {
    prop_oneof![
        Just(Value::Null),
        prop::sample::select(vec![
            "2024-01-01",
            "2024-01-01 00:00",
            "2024-01-01 00:00:00",
            "2023-12-31 23:59:59.999",
            "2024-01-01T05:30:00+05:30",
            "2024-01-01T05:29:59.5+05:30",
            "2024-01-01T00:00:00Z",
            "2024-01-02T00:00:00.250Z",
            "2023-12-31T20:00:00-05:00",
            "2024-02-31",
            "2024-13-01",
            "now",
            "12:00",
            "garbage",
            "2460310.5",
            "1704067200",
            "1704067200000",
            "",
            "-",
            "5-5",
            "2024-01-01x",
            "2024-1-1",
            "2023-01-01T00:00:00",
        ])
        .prop_map(Value::from),
        prop::sample::select(vec![
            1_704_067_200_i64,
            1_704_067_199,
            1_704_067_200_000,
            1_704_067_199_999,
            -1
        ])
        .prop_map(Value::Integer),
        prop::sample::select(vec![2_460_310.5, 2_460_310.25]).prop_map(Value::Real),
    ]
}

fn instants() -> impl Strategy<Value = DateTime<Utc>> {
    prop::sample::select(vec![
        "2024-01-01T00:00:00Z",
        "2024-01-01T00:00:00.001Z",
        "2023-12-31T23:59:59.500Z",
        "2024-01-02T00:00:00.250Z",
        "2024-01-02T00:00:00.251Z",
        "1970-01-01T00:00:00Z",
        "+12024-01-01T00:00:00Z",
    ])
    .prop_map(|text| text.parse().unwrap())
}

fn row() -> impl Strategy<Value = Vec<Value>> {
    (plain(), texts_or_null(), any_value(), plain(), texts_or_null(), moments())
        .prop_map(|(i, t, u, l_i, l_t, moment)| vec![i, t, u, l_i, l_t, moment])
}

fn texts_or_null() -> impl Strategy<Value = Value> {
    prop_oneof![1 => Just(Value::Null), 4 => texts(), 4 => (-1_i64..4).prop_map(Value::Integer)]
}

fn compared() -> impl Strategy<Value = String> {
    prop::sample::select(vec!["id", "i", "t", "u", "l_i", "l_t"]).prop_map(str::to_owned)
}

fn linked() -> impl Strategy<Value = String> {
    prop::sample::select(vec!["id", "i", "t", "l_i", "l_t"]).prop_map(str::to_owned)
}

fn places() -> impl Strategy<Value = Place> {
    let condition = (compared(), prop::collection::vec(any_value(), 1..3))
        .prop_map(|(field, values)| Condition::new(field, values));
    (prop::bool::ANY, prop::collection::vec(condition, 0..2))
        .prop_map(|(a, only)| Place::new(if a { "a" } else { "b" }, ["id".to_owned()], only))
}

fn selections() -> impl Strategy<Value = Selection> {
    let leaf = prop_oneof![
        1 => Just(Selection::Everything),
        1 => Just(Selection::Nothing),
        6 => (compared(), prop::collection::vec(any_value(), 0..4)).prop_map(|(field, values)| Selection::one_of(field, values)),
        // Enough of them to travel as one text.
        2 => (compared(), prop::collection::vec(any_value(), 0..4)).prop_map(|(field, values)| {
            Selection::one_of(field, values.into_iter().chain((1000..1600).map(Value::Integer)))
        }),
        1 => (compared(), compared(), prop::collection::vec((any_value(), any_value()), 0..4)).prop_map(|(a, b, rows)| {
            let others = (1000..1600).map(|number| vec![Value::Integer(number), Value::from("x")]);
            let rows: Vec<_> = rows.into_iter().map(|(a, b)| vec![a, b]).chain(others).collect();
            Selection::rows([a, b], rows)
        }),
        2 => (compared(), compared(), prop::collection::vec((any_value(), any_value()), 0..12)).prop_map(|(a, b, rows)| {
            Selection::rows([a, b], rows.into_iter().map(|(a, b)| vec![a, b]).collect::<Vec<_>>())
        }),
        2 => compared().prop_map(|field| Selection::Null { field }),
        2 => (instants(), prop::sample::select(vec![
            EventForm::Timestamp, EventForm::Rfc3339, EventForm::Date, EventForm::UnixSeconds, EventForm::UnixMillis,
        ])).prop_map(|(instant, form)| Selection::Before { field: "moment".into(), form, instant }),
        1 => compared().prop_map(|field| Selection::EmailIs { field, addresses: vec!["ana@example.com".into()] }),
        1 => compared().prop_map(|field| Selection::NumberIs { field, digits: vec!["919876543210".into(), "1".into()] }),
    ];
    leaf.prop_recursive(4, 24, 4, |inner| {
        prop_oneof![
            2 => prop::collection::vec(inner.clone(), 0..4).prop_map(Selection::All),
            2 => prop::collection::vec(inner.clone(), 0..4).prop_map(Selection::Any),
            3 => inner.clone().prop_map(|inner| Selection::Not(Box::new(inner))),
            4 => (prop::collection::vec((linked(), linked()), 1..3), places(), inner).prop_map(|(pairs, to, selection)| {
                let (fields, to_fields) = pairs.into_iter().unzip();
                Selection::Linked { fields, to: Arc::new(to), to_fields, selection: Box::new(selection) }
            }),
        ]
    })
}

const WORLD: &str = "
    CREATE TABLE a (id INTEGER PRIMARY KEY, i INTEGER, t TEXT, u, l_i INTEGER, l_t TEXT, moment);
    CREATE TABLE b (id INTEGER PRIMARY KEY, i INTEGER, t TEXT, u, l_i INTEGER, l_t TEXT, moment);
    CREATE INDEX b_i ON b (i); CREATE INDEX b_t ON b (t); CREATE INDEX a_l_t ON a (l_t, l_i); CREATE INDEX a_u ON a (u);";

async fn fill(pool: &SqlitePool, table: &str, rows: &[Vec<Value>]) -> Vec<Line> {
    run(pool, &format!("DELETE FROM {table}")).await;
    for (id, row) in (1_i64..).zip(rows) {
        let mut query =
            sqlx::query(AssertSqlSafe(format!("INSERT INTO {table} VALUES (?, ?, ?, ?, ?, ?, ?)"))).bind(id);
        for value in row {
            query = match value.clone() {
                Value::Integer(number) => query.bind(number),
                Value::Real(number) => query.bind(number),
                Value::Text(text) => query.bind(text),
                Value::Bytes(bytes) => query.bind(bytes),
                _ => query.bind(None::<i64>),
            };
        }
        query.execute(pool).await.unwrap();
    }
    let store = SqliteStore::from_pool(pool.clone());
    read_all(&store, &place(table, &["id"]), &names(&FIELDS), &Selection::Everything, 100)
        .await
        .into_iter()
        .map(|record| Line { values: record.values })
        .collect()
}

#[test]
fn sql_selects_what_the_plain_reading_selects() {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let (pool, store) = runtime.block_on(database(WORLD));
    let case =
        (prop::collection::vec(row(), 0..7), prop::collection::vec(row(), 0..7), places(), selections());
    let mut runner = proptest::test_runner::TestRunner::new(ProptestConfig {
        cases: 250,
        failure_persistence: None,
        ..Default::default()
    });
    runner
        .run(&case, |(a, b, place, selection)| {
            runtime.block_on(async {
                let world = World { a: fill(&pool, "a", &a).await, b: fill(&pool, "b", &b).await };
                let expected: Vec<_> = world
                    .rows(place.table())
                    .iter()
                    .filter(|row| world.belongs(&place, row) && world.matches(row, &selection))
                    .map(|row| row.get("id").clone())
                    .collect();
                let found: Vec<_> = read_all(&store, &place, &[], &selection, 2)
                    .await
                    .into_iter()
                    .flat_map(|record| record.key.into_values())
                    .collect();
                prop_assert_eq!(
                    ids(&found),
                    ids(&expected),
                    "{:?} {:?} in {:?}",
                    shown(&world.a),
                    shown(&world.b),
                    selection
                );
                prop_assert_eq!(store.count(&place, &selection).await.unwrap(), expected.len() as u64);
                let opposite = selection.clone().negated();
                let belonging =
                    world.rows(place.table()).iter().filter(|row| world.belongs(&place, row)).count();
                prop_assert_eq!(
                    store.count(&place, &opposite).await.unwrap(),
                    (belonging - expected.len()) as u64
                );
                // A link within the table sees the batches before go, so that only one batch is comparable.
                let erased = store.erase(&place, &selection, 100).await.unwrap();
                prop_assert_eq!(erased, expected.len() as u64);
                Ok(())
            })
        })
        .unwrap();
}

async fn assert_agrees(store: &SqliteStore, world: &World, place: &Place, selection: &Selection) {
    let expected: Vec<_> = world
        .rows(place.table())
        .iter()
        .filter(|row| world.belongs(place, row) && world.matches(row, selection))
        .map(|row| row.get("id").clone())
        .collect();
    let found: Vec<_> = read_all(store, place, &[], selection, 1000)
        .await
        .into_iter()
        .flat_map(|record| record.key.into_values())
        .collect();
    assert_eq!(ids(&found), ids(&expected), "{selection:?} among {:?}", shown(&world.a));
}

#[tokio::test]
async fn every_value_is_compared_with_every_other_by_its_link_form() {
    let (pool, store) = database(WORLD).await;
    let texts = TEXTS.iter().map(|&text| Value::from(text));
    let integers = [-1, 0, 1, 2, i64::MAX, 919_876_543_210].map(Value::Integer);
    let reals = [0.5, 1.0, 1.5, 2e19].map(Value::Real);
    let linkable: Vec<_> = [Value::Null].into_iter().chain(texts).chain(integers).chain(reals).collect();
    let bytes = [&b"1"[..], b"01", b"x", b"\xff", b""].map(|bytes| Value::Bytes(bytes.to_vec()));
    let values: Vec<_> = linkable.iter().cloned().chain(bytes).collect();
    let rows: Vec<_> = values
        .iter()
        .map(|value| {
            // Reals in a text column and bytes in a typed one are what SQLite itself compares otherwise.
            let typed = if linkable.contains(value) { value.clone() } else { Value::Null };
            let text = if matches!(typed, Value::Real(_)) { Value::Null } else { typed.clone() };
            vec![typed.clone(), text.clone(), value.clone(), typed, text, Value::Null]
        })
        .collect();
    let world = World { a: fill(&pool, "a", &rows).await, b: fill(&pool, "b", &rows).await };
    let place = place("a", &["id"]);
    let many: Vec<_> = (100_000_i64..100_600).map(Value::Integer).collect();
    for field in ["i", "t", "u"] {
        for value in &values {
            assert_agrees(&store, &world, &place, &Selection::one_of(field, [value.clone()])).await;
            let many = many.iter().cloned().chain([value.clone()]);
            assert_agrees(&store, &world, &place, &Selection::one_of(field, many).negated()).await;
        }
    }
    for (from, to) in
        ["id", "i", "t"].into_iter().flat_map(|from| ["id", "l_i", "l_t", "i", "t"].map(|to| (from, to)))
    {
        for id in 1..=i64::try_from(rows.len()).unwrap() {
            let linked = |from: &str, to: &str, selection| Selection::Linked {
                fields: names(&[from]),
                to: Arc::new(Place::new("b", ["id".to_owned()], Vec::new())),
                to_fields: names(&[to]),
                selection: Box::new(selection),
            };
            let link = linked(from, to, Selection::one_of("id", [Value::Integer(id)]));
            assert_agrees(&store, &world, &place, &link).await;
            assert_agrees(&store, &world, &place, &link.clone().negated()).await;
            let nested = linked("i", "i", link.negated().negated()).negated();
            assert_agrees(&store, &world, &place, &nested).await;
        }
    }
}

fn ids(values: &[Value]) -> Vec<String> {
    values.iter().map(|value| value.to_text().unwrap()).collect()
}

fn shown(rows: &[Line]) -> Vec<Vec<String>> {
    rows.iter()
        .map(|row| row.values.iter().map(|value| format!("{:?}:{:?}", value, value.to_text())).collect())
        .collect()
}
