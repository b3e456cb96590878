//! The PostgreSQL store against a plain reading of selections: every value against every column, every column against
//! every other, and every spelling of a moment, whatever the settings of the session.
#![cfg(feature = "postgres")]

#[expect(dead_code, reason = "each test takes what it needs")]
#[path = "support/database/mod.rs"]
mod database;

use std::collections::HashSet;
use std::sync::Arc;

use chrono::{DateTime, TimeDelta, Utc};
use database::postgres::Database;
use database::{names, place, read_all, run};
use oubliette::adapter::sql::PostgresStore;
use oubliette::identifier::stored_digits;
use oubliette::port::{Record, Selection, Store};
use oubliette::value::{EventForm, Value, instant_of};
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};

/// Each column with a type that compares in a way of its own, and what it holds.
const COLUMNS: &[(&str, &str, &[&str])] = &[
    ("i2", "int2", &["7", "-1", "0", "32767"]),
    ("i4", "int4", &["7", "1", "2147483647", "-7"]),
    ("i8", "int8", &["7", "0", "9223372036854775807", "-9223372036854775808"]),
    ("b", "bool", &["true", "false"]),
    ("f4", "float4", &["7", "0.1", "-0", "NaN"]),
    ("f8", "float8", &["7", "0.1", "0", "-0", "NaN", "Infinity", "1e300", "1e-7"]),
    ("t", "text", &["7", "07", "Ana", "ana", "7 ", "", "true", "7.00", "a,b", "\u{1}", "{x}", "NULL", "é"]),
    ("v", "varchar(40)", &["7", "Ana", "ana ", "1", "{\"a\"}", "\\x37", "2024-02-29"]),
    ("c", "char(5)", &["7", "ana", "ab  "]),
    ("ci", "citext", &["7", "Ana", "aNA", "É"]),
    ("folded", "text COLLATE nocase", &["7", "Ana", "aNA", "ana"]),
    ("coll", "text COLLATE \"POSIX\"", &["7", "Ana", "01"]),
    ("u", "uuid", &["6ba7b810-9dad-11d1-80b4-00c04fd430c8", "00000000-0000-0000-0000-000000000007"]),
    ("ut", "text", &["6ba7b810-9dad-11d1-80b4-00c04fd430c8", "6BA7B810-9DAD-11D1-80B4-00C04FD430C8"]),
    ("n", "numeric", &["7", "7.0", "7.00", "-0.5", "NaN", "9223372036854775808"]),
    ("n2", "numeric(12, 2)", &["7", "0.10", "0"]),
    ("d", "date", &["2024-02-29", "infinity", "-infinity", "0044-03-15 BC", "12024-01-01"]),
    (
        "ts",
        "timestamp",
        &["2024-02-29 12:00:00", "2024-02-29 12:00:00.5", "infinity", "0044-03-15 01:02:03 BC"],
    ),
    (
        "tz",
        "timestamptz",
        &["2024-02-29 12:00:00+05:30", "2024-02-29 06:30:00Z", "-infinity", "0044-03-15 01:02:03+00 BC"],
    ),
    ("e", "mood", &["7", "ana", "Ana", "a,b"]),
    ("dom", "positive", &["7", "1"]),
    ("dt", "short", &["7", "ana"]),
    ("j", "jsonb", &["7", "\"ana\"", "{\"a\": 1}"]),
    ("js", "json", &["7", "{\"a\":  1}"]),
    ("by", "bytea", &["\\x37", "\\x416e61", "\\xff", ""]),
    ("ip", "inet", &["127.0.0.1", "10.0.0.0/8"]),
    ("arr", "text[]", &["{7,ana}", "{}"]),
    ("doc.x", "", &["7", "\"7\"", "\"Ana\"", "true", "null", "[1]", "7.00"]),
    ("doc.y.z", "", &["\"ana\"", "\"07\"", "0"]),
];

fn schema(table: &str) -> String {
    let plain = COLUMNS.iter().filter(|(_, kind, _)| !kind.is_empty());
    let columns: Vec<_> = plain.map(|(name, kind, _)| format!("{name} {kind}")).collect();
    let indexes: Vec<_> = ["i4", "t", "v", "u", "n", "ci", "folded", "by", "e", "tz", "f8", "b"]
        .iter()
        .map(|column| format!("CREATE INDEX ON {table} ({column});"))
        .collect();
    format!(
        "CREATE TABLE {table} (id int PRIMARY KEY, {}, doc jsonb); {}",
        columns.join(", "),
        indexes.concat()
    )
}

/// One row for each value of each column; all else is null there.
fn rows(table: &str) -> String {
    let mut id = 0;
    let mut sql = String::new();
    for (name, kind, values) in COLUMNS {
        for value in *values {
            id += 1;
            let (column, value) = match name.strip_prefix("doc.") {
                Some("x") => ("doc", format!("{{\"x\": {value}}}")),
                Some(_) => ("doc", format!("{{\"y\": {{\"z\": {value}}}}}")),
                None => (*name, (*value).to_owned()),
            };
            let kind = if kind.is_empty() { "jsonb" } else { kind };
            let kind = kind.split(" COLLATE").next().unwrap();
            sql.push_str(&format!(
                "INSERT INTO {table} (id, {column}) VALUES ({id}, E'{}'::{kind});",
                value.replace('\\', "\\\\")
            ));
        }
    }
    sql
}

const TYPES: &str = "CREATE EXTENSION citext; CREATE TYPE mood AS ENUM ('7', 'ana', 'Ana', 'a,b', 'unused');
    CREATE DOMAIN positive AS int8 CHECK (value > 0); CREATE DOMAIN short AS varchar(9); CREATE DOMAIN shorter AS short NOT NULL;
    CREATE COLLATION nocase (provider = icu, locale = 'und-u-ks-level2', deterministic = false);";

/// Settings that a host's own pool may have, and that no comparison may depend on.
fn odd(options: PgConnectOptions) -> PgConnectOptions {
    options.options([
        ("DateStyle", "SQL,DMY"),
        ("TimeZone", "Asia/Kolkata"),
        ("IntervalStyle", "sql_standard"),
        ("bytea_output", "escape"),
        ("extra_float_digits", "0"),
        ("standard_conforming_strings", "off"),
    ])
}

async fn world(is_odd: bool) -> (Database, PostgresStore, Vec<Record>) {
    let database = Database::new().await;
    let setup = database.pool(1).await;
    run(&setup, &format!("{TYPES} {} {} {} {}", schema("a"), schema("z"), rows("a"), rows("z"))).await;
    let options = if is_odd { odd(database.options()) } else { database.options() };
    let pool = PgPoolOptions::new().max_connections(2).connect_with(options).await.unwrap();
    let store = PostgresStore::from_pool(pool);
    let records = read_all(&store, &place("a", &["id"]), &fields(), &Selection::Everything, 7).await;
    (database, store, records)
}

fn fields() -> Vec<String> {
    COLUMNS.iter().map(|(name, ..)| (*name).to_owned()).collect()
}

fn ids(records: &[Record], matches: impl Fn(&Record) -> bool) -> Vec<i64> {
    records.iter().filter(|record| matches(record)).map(id).collect()
}

fn id(record: &Record) -> i64 {
    match record.key.values() {
        [Value::Integer(id)] => *id,
        _ => panic!("a key of one number"),
    }
}

async fn found(store: &PostgresStore, selection: &Selection) -> Vec<i64> {
    read_all(store, &place("a", &["id"]), &[], selection, 500).await.iter().map(id).collect()
}

/// Everything that some column holds, and what looks like it.
fn candidates(records: &[Record]) -> Vec<Value> {
    let mut all: Vec<Value> = records.iter().flat_map(|record| record.values.clone()).collect();
    all.extend(
        [
            "7",
            "07",
            "+7",
            " 7",
            "7.0",
            "7.000",
            "-0",
            "0",
            "1",
            "true",
            "t",
            "TRUE",
            "Infinity",
            "inf",
            "nan",
            "NaN",
            "ANA",
            "ana",
            "ab",
            "ab ",
            "abc",
            "",
            "x",
            "now",
            "today",
            "infinity",
            "6BA7B810-9DAD-11D1-80B4-00C04FD430C8",
            "{6ba7b810-9dad-11d1-80b4-00c04fd430c8}",
            "6ba7b8109dad11d180b400c04fd430c8",
            "99999999999999999999",
            "32768",
            "1e0",
            "1e300",
            "29.02.2024",
            "2024-02-29",
            "2024-02-30",
            "2024-02-29 12:00:00",
            "\0",
            "a\0b",
            "é",
            "unused",
            "{7,ana}",
            "nothing",
            "epoch",
            "1.",
            ".5",
            "0x7",
            "1_000",
            "-9223372036854775809",
            "+2024-02-29",
            "2024-02-29T12:00:00.50",
            "0000-01-01",
            "É",
            "é",
        ]
        .map(Value::from),
    );
    all.extend([
        Value::Null,
        Value::Boolean(true),
        Value::Boolean(false),
        Value::Integer(7),
        Value::Integer(i64::MIN),
    ]);
    all.extend([0.0, -0.0, 0.1, 7.0, f64::NAN, f64::INFINITY, 1e-7, f64::from(0.1_f32)].map(Value::Real));
    all.extend([&b"7"[..], b"Ana", b"\xff", b"", b"\0"].map(|bytes| Value::Bytes(bytes.to_vec())));
    all
}

fn links(a: &Value, b: &Value) -> bool {
    a.link_form().is_some() && a.link_form() == b.link_form()
}

/// A document's own word for true is no number; this one comparison knows both.
fn is_word(field: &str, wanted: &Value) -> bool {
    field.starts_with("doc.") && matches!(wanted, Value::Boolean(_))
}

#[tokio::test]
#[ignore = "needs PostgreSQL"]
async fn a_field_has_a_value_where_the_link_forms_are_one() {
    for is_odd in [false, true] {
        let (_database, store, records) = world(is_odd).await;
        let candidates = candidates(&records);
        for (index, (field, ..)) in COLUMNS.iter().enumerate() {
            assert!(records.iter().any(|record| !record.values[index].is_null()), "{field} holds something");
            for wanted in candidates.iter().filter(|wanted| is_odd && !is_word(field, wanted)) {
                let expected = ids(&records, |record| links(&record.values[index], wanted));
                let selection = Selection::one_of(*field, [wanted.clone()]);
                assert_eq!(
                    found(&store, &selection).await,
                    expected,
                    "{field} {:?} {is_odd}",
                    wanted.to_text()
                );
            }
            // All at once, so that nothing that cannot be read takes the others with it; alone, negated and among many.
            let all: Vec<_> = candidates.iter().filter(|it| !is_word(field, it)).cloned().collect();
            let half: Vec<_> = all.iter().step_by(2).cloned().collect();
            let many: Vec<_> = half.iter().cloned().chain((100_000..130_000).map(Value::Integer)).collect();
            for values in [all, half, many] {
                let forms: HashSet<_> = values.iter().filter_map(Value::link_form).collect();
                let is_one =
                    |it: &Record| it.values[index].link_form().is_some_and(|form| forms.contains(&form));
                let expected = ids(&records, is_one);
                let selection = Selection::one_of(*field, values.clone());
                assert_eq!(found(&store, &selection).await, expected, "{field} {is_odd}");
                let expected = ids(&records, |it| !is_one(it));
                assert_eq!(found(&store, &selection.negated()).await, expected, "not {field} {is_odd}");
            }
        }
    }
}

#[tokio::test]
#[ignore = "needs PostgreSQL"]
async fn several_fields_have_values_together() {
    let (_database, store, records) = world(true).await;
    let candidates = candidates(&records);
    run_pairs(&store, &records, &candidates).await;
}

async fn run_pairs(store: &PostgresStore, records: &[Record], candidates: &[Value]) {
    // The key beside each column: one row for each pair of a candidate and an id.
    for (index, (field, ..)) in COLUMNS.iter().enumerate() {
        let wanted = candidates.iter().filter(|wanted| !is_word(field, wanted));
        let rows: Vec<Vec<Value>> = wanted
            .flat_map(|wanted| {
                (1..=records.len() as i64).step_by(7).map(move |id| vec![wanted.clone(), Value::Integer(id)])
            })
            .filter(|row| row[1].link_form() != Some(Value::Integer(3).link_form().unwrap()))
            .collect();
        let forms: HashSet<_> = rows.iter().filter_map(|row| row[0].link_form()).collect();
        let expected = ids(records, |it| {
            id(it) % 7 == 1
                && id(it) != 3
                && it.values[index].link_form().is_some_and(|form| forms.contains(&form))
        });
        let selection = Selection::rows(names(&[field, "id"]), rows.clone());
        assert_eq!(found(store, &selection).await, expected, "{field}");
        let expected = ids(records, |record| !expected.contains(&id(record)));
        assert_eq!(found(store, &selection.negated()).await, expected, "not {field}");
    }
}

#[tokio::test]
#[ignore = "needs PostgreSQL"]
async fn every_column_links_to_every_other_by_link_form() {
    let (_database, store, records) = world(true).await;
    for (from, (field, ..)) in COLUMNS.iter().enumerate() {
        for (to, (to_field, ..)) in COLUMNS.iter().enumerate() {
            let linked = |selection: Selection| Selection::Linked {
                fields: names(&[field]),
                to: Arc::new(place("z", &["id"])),
                to_fields: names(&[to_field]),
                selection: Box::new(selection),
            };
            let meets = |record: &Record, other: &dyn Fn(i64) -> bool| {
                records.iter().any(|it| other(id(it)) && links(&record.values[from], &it.values[to]))
            };
            // Driven from the other table, asked row by row, and the opposite of both.
            let odd_ones = Selection::one_of("id", (0..200).filter(|id| id % 2 == 1).map(Value::Integer));
            let context = format!("{field} to {to_field}");
            let all = linked(Selection::Everything);
            assert_eq!(found(&store, &all).await, ids(&records, |it| meets(it, &|_| true)), "{context}");
            let expected = ids(&records, |it| !meets(it, &|_| true));
            assert_eq!(found(&store, &all.negated()).await, expected, "not {context}");
            let expected = ids(&records, |it| meets(it, &|id| id % 2 == 1));
            assert_eq!(found(&store, &linked(odd_ones.clone())).await, expected, "{context}");
            let expected = ids(&records, |it| !meets(it, &|id| id % 2 == 1));
            assert_eq!(found(&store, &linked(odd_ones).negated()).await, expected, "not {context}");
        }
    }
}

#[tokio::test]
#[ignore = "needs PostgreSQL"]
async fn two_fields_link_together_whatever_their_types() {
    let (_database, store, records) = world(true).await;
    for (from, (field, ..)) in COLUMNS.iter().enumerate() {
        for (to, (to_field, ..)) in COLUMNS.iter().enumerate().step_by(3) {
            let linked = Selection::Linked {
                fields: names(&[field, "id"]),
                to: Arc::new(place("z", &["id"])),
                to_fields: names(&[to_field, "id"]),
                selection: Box::new(Selection::Everything),
            };
            let expected = ids(&records, |it| links(&it.values[from], &it.values[to]));
            assert_eq!(found(&store, &linked).await, expected, "{field} to {to_field}");
            let expected = ids(&records, |it| !links(&it.values[from], &it.values[to]));
            assert_eq!(found(&store, &linked.negated()).await, expected, "not {field} to {to_field}");
        }
    }
}

const FORMS: [EventForm; 5] = [
    EventForm::Timestamp,
    EventForm::Rfc3339,
    EventForm::Date,
    EventForm::UnixSeconds,
    EventForm::UnixMillis,
];

const WRITTEN: &[&str] = &[
    "2024-02-29",
    "2024-02-29 12:00",
    "2024-02-29T12:00:00",
    " 2024-02-29 12:00:00.000000 ",
    "2024-02-29 12:00:00+00",
    "2024-02-29T12:00:00Z",
    "2024-02-29 12:00:00 +0000",
    "2024-02-29 17:30:00+05:30",
    "2024-02-29t06:30:00-0530",
    "2024-02-29 11:59:60",
    "2024-02-29 12:00:00.1234567899",
    "2024-02-29T12:00:00.5+00:00",
    "2024-02-29t12:00:00.9999999999z",
    "2024-02-29 12:00.5",
    "2024-02-29T11:59:60.5Z",
    "2024-02-29T11:59:60Z",
    "2024-02-29T12:00:00\u{2212}01:00",
    "\u{a0}2024-02-29\u{3000}",
    "",
    "infinity",
    "now",
    "today",
    "0000-00-00 00:00:00",
    "0000-01-01",
    "0000-02-29T00:00:00Z",
    "0001-01-01",
    "9999-12-31",
    "9999-12-31 23:59:59-23:59",
    "0000-01-01 00:00:00+23:59",
    "2023-02-29",
    "1900-02-29",
    "2000-02-29",
    "2024-2-9",
    "+2024-02-29",
    "12024-02-29",
    "2024-02-29x12:00",
    "2024-02-29 24:00",
    "2024-02-29 12:60",
    "2024-02-29 12:00:61",
    "2024-02-29 12:00:00.",
    "2024-02-29 12:00:00+24:00",
    "2024-02-29 12:00:00+05:3",
    "2024-02-29 12:00:00Zulu",
    "2024-02-29 12:00:00 BC",
    "2024-02-\u{ff12}9",
    "é024-02-29",
    "2024-04-31",
    "2024-13-01",
    "2024-00-10",
    "2024-02-29\n",
    "2024-02-29\nx",
    "1709208000",
    "1709208000000",
    "+1709208000",
    "-1",
    "-0",
    "00000000000000000000000000001709208000",
    "1709208000.0",
    "99999999999999999999",
    "9223372036854775807",
    "9223372036854775808",
    "-9223372036854775808",
    "8210266876799999",
    "8210266876800000",
    "-8334601228800000",
    "-8334601228800001",
    "1e9",
    " 1709208000 ",
    "1 709",
    "--1",
    "+-1",
    "2024-02-29 12:00:00 ",
    "2024-02-29 12:00:00  +00",
    "2024-02-29T12:00:00+00",
    "2024-02-29 ",
    "2024-02-29Z",
    "2024-02-29 12",
    "2024-02-29T12:00:00+0000",
    "2024-02-29T12:00:00 Z",
    "1970-01-01T00:00:00Z",
    "1969-12-31T23:59:59.5Z",
];

fn instants() -> Vec<DateTime<Utc>> {
    let mut all: Vec<DateTime<Utc>> = [
        "2024-02-29T12:00:00Z",
        "2024-02-29T00:00:00Z",
        "1970-01-01T00:00:00Z",
        "0001-01-01T00:00:00Z",
        "0000-02-29T00:00:00Z",
        "9999-12-31T23:59:59.999999999Z",
        "+12024-01-01T00:00:00Z",
        "-0043-03-15T01:02:03Z",
    ]
    .map(|text| text.parse().unwrap())
    .to_vec();
    for at in [all[0], all[1], all[2]] {
        for nanos in [1, -1, 500_000_000, -500_000_000, 123_456_790, 1_000, -1_000, 86_400_000_000_000] {
            all.push(at + TimeDelta::nanoseconds(nanos));
        }
    }
    all.extend([DateTime::<Utc>::MIN_UTC, DateTime::<Utc>::MAX_UTC]);
    all
}

#[tokio::test]
#[ignore = "needs PostgreSQL"]
async fn a_moment_lies_before_an_instant_as_the_reader_reads_it() {
    let database = Database::new().await;
    let setup = database.pool(1).await;
    let typed = "i int8, f float8, f4 float4, n numeric, d date, ts timestamp, tz timestamptz, b bool, by bytea, ci text COLLATE nocase, doc jsonb";
    run(
        &setup,
        &format!(
            "CREATE COLLATION nocase (provider = icu, locale = 'und-u-ks-level2', deterministic = false);
        CREATE TABLE a (id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY, t text, {typed})"
        ),
    )
    .await;
    for text in WRITTEN {
        sqlx::query("INSERT INTO a (t, ci, doc, by) VALUES ($1, $1, jsonb_build_object('at', $1), convert_to($1, 'UTF8'))").bind(text).execute(&setup).await.unwrap();
    }
    run(
        &setup,
        "INSERT INTO a (d) VALUES ('2024-02-29'), ('infinity'), ('-infinity'), ('0044-03-15 BC'), ('10000-01-01'), ('9999-12-31'), ('0001-01-01');
         INSERT INTO a (ts) VALUES ('2024-02-29 12:00'), ('2024-02-29 12:00:00.000001'), ('infinity'), ('-infinity'), ('0044-03-15 BC'), ('10000-01-01'), ('9999-12-31 23:59:59.999999'), ('0001-01-01');
         INSERT INTO a (tz) VALUES ('2024-02-29 12:00Z'), ('2024-02-29 17:30+05:30'), ('2024-02-29 11:59:59.999999Z'), ('infinity'), ('-infinity'), ('0044-03-15Z BC'), ('10000-01-01Z'), ('9999-12-31 23:59:59.999999Z'), ('0001-01-01Z');
         INSERT INTO a (i) VALUES (0), (-1), (1709208000), (1709208000000), (9223372036854775807), (-9223372036854775808), (-8334601228800), (-8334601228801), (8210266876799);
         INSERT INTO a (n) VALUES (1709208000), (1709208000.0), (-1), ('NaN'), (1e100);
         INSERT INTO a (f, f4) VALUES (1.5, 1.5), (-0.0005, -0.0005), ('NaN', 'NaN'), ('Infinity', '-Infinity'), (1e308, 1e38), (-1e308, -1e38), (1709208000.1234, 1e9), (8e12, 8e12), (0, -0.0);
         INSERT INTO a (b, doc) VALUES (TRUE, '{\"at\": 1709208000}'), (FALSE, '{\"at\": null}'), (NULL, '{\"at\": 1.5}'), (NULL, '{\"at\": {\"x\": 1}}');",
    )
    .await;
    let fields = ["t", "i", "f", "f4", "n", "d", "ts", "tz", "b", "by", "ci", "doc.at"];
    for is_odd in [false, true] {
        let options = if is_odd { odd(database.options()) } else { database.options() };
        let pool = PgPoolOptions::new().max_connections(1).connect_with(options).await.unwrap();
        let store = PostgresStore::from_pool(pool);
        let records =
            read_all(&store, &place("a", &["id"]), &names(&fields), &Selection::Everything, 50).await;
        for instant in instants() {
            for form in FORMS {
                for (index, field) in fields.iter().enumerate() {
                    let selection = Selection::Before { field: (*field).to_owned(), form, instant };
                    let lies_before = |record: &Record| {
                        instant_of(&record.values[index], form).is_some_and(|moment| moment < instant)
                    };
                    let shown = |ids: Vec<i64>| -> Vec<_> {
                        ids.iter()
                            .map(|wanted| {
                                let record = records.iter().find(|it| id(it) == *wanted).unwrap();
                                record.values[index].to_text()
                            })
                            .collect()
                    };
                    let context = format!("{field} {form:?} {instant} {is_odd}");
                    let before = found(&store, &selection).await;
                    assert_eq!(shown(before), shown(ids(&records, lies_before)), "{context}");
                    let after = found(&store, &selection.negated()).await;
                    assert_eq!(after, ids(&records, |it| !lies_before(it)), "not {context}");
                }
            }
        }
    }
}

#[tokio::test]
#[ignore = "needs PostgreSQL"]
async fn addresses_and_numbers_are_found_in_every_spelling() {
    let spelled = [
        " Ana@Example.com\u{a0}",
        "ana@example.com",
        "ANA@EXAMPLE.COM\n",
        "anä@example.com",
        "ANÄ@example.com",
        "ana@example.com.",
        "\u{3000}ana@example.com",
        "+91 98765-43210",
        "00919876543210",
        "(91)9876543210",
        "919876543210",
        "9876543210",
        "whatsapp:+919876543210",
        "tel:+91(98765)43210",
        "0091.98765.43210",
        "+91\u{202f}98765\u{2011}43210",
        "wtel:hatsapp:919876543210",
        "x919876543210",
        "09876543210",
        "",
        " ",
        "000",
        "1",
        "-1",
        "é\u{feff}",
    ];
    let (_database, pool, store) = Database::with(
        "CREATE EXTENSION citext; CREATE COLLATION nocase (provider = icu, locale = 'und-u-ks-level2', deterministic = false);
         CREATE TABLE a (id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY, t text, ci citext, folded varchar COLLATE nocase, i int8, n numeric, f float8, doc jsonb, b bool);
         INSERT INTO a (i, n, f, b) VALUES (919876543210, 919876543210, 919876543210, TRUE), (-919876543210, 919876543210.00, 9.5, FALSE), (1, 1.0, 1, NULL);",
    )
    .await;
    for text in spelled {
        sqlx::query("INSERT INTO a (t, ci, folded, doc) VALUES ($1, $1, $1, jsonb_build_object('a', jsonb_build_object('b', $1)))")
            .bind(text)
            .execute(&pool)
            .await
            .unwrap();
    }
    let fields = ["t", "ci", "folded", "i", "n", "f", "doc.a.b"];
    let records = read_all(&store, &place("a", &["id"]), &names(&fields), &Selection::Everything, 50).await;
    let numbers =
        ["919876543210", "1", "91987654321000", "0919876543210", "", "x"].map(str::to_owned).to_vec();
    let many: Vec<_> = numbers.iter().cloned().chain((200_000..205_000).map(|it| it.to_string())).collect();
    let addresses = ["ana@example.com", "anä@example.com", "", "a\0b"].map(str::to_owned).to_vec();
    for (index, field) in fields.iter().enumerate() {
        let field = (*field).to_owned();
        let text = |record: &Record| record.values[index].to_text();
        for digits in [numbers.clone(), numbers[..1].to_vec(), many.clone()] {
            let expected = ids(&records, |it| {
                text(it).and_then(|text| stored_digits(&text)).is_some_and(|number| digits.contains(&number))
            });
            let selection = Selection::NumberIs { field: field.clone(), digits };
            assert_eq!(found(&store, &selection).await, expected, "{field}");
            let expected = ids(&records, |it| !expected.contains(&id(it)));
            assert_eq!(found(&store, &selection.negated()).await, expected, "not {field}");
        }
        let expected = ids(&records, |it| {
            text(it).is_some_and(|text| addresses.contains(&text.trim().to_ascii_lowercase()))
        });
        let selection = Selection::EmailIs { field: field.clone(), addresses: addresses.clone() };
        assert_eq!(found(&store, &selection).await, expected, "{field}");
    }
    let flags = Selection::NumberIs { field: "b".to_owned(), digits: vec!["1".to_owned()] };
    assert_eq!(store.count(&place("a", &["id"]), &flags).await.unwrap(), 0);
}
