//! MySQL and MariaDB: every value of every type against every other, compared with a plain reading of what the store reads.
#![cfg(feature = "mysql")]

#[expect(dead_code, reason = "each test takes what it needs")]
#[path = "support/database/mod.rs"]
mod database;

use std::sync::Arc;

use chrono::{DateTime, Utc};
use database::mariadb::{Database, in_database};
use database::{names, place, read_all};
use oubliette::adapter::sql::MysqlStore;
use oubliette::identifier::stored_digits;
use oubliette::port::{Place, Selection, Store};
use oubliette::value::{EventForm, Value, instant_of};

/// A column of each kind, and what is put into it, as SQL.
const COLUMNS: &[(&str, &str, &[&str])] = &[
    ("i", "INT", &["7", "-7", "0", "2147483647"]),
    ("z", "INT(5) UNSIGNED ZEROFILL", &["7", "12345"]),
    (
        "b",
        "BIGINT",
        &["9007199254740993", "9007199254740992", "-9223372036854775808", "919876543210", "1700000000"],
    ),
    ("u", "BIGINT UNSIGNED", &["18446744073709551615", "9223372036854775808", "7"]),
    ("flag", "TINYINT(1)", &["1", "0", "7"]),
    ("bits", "BIT(8)", &["1", "7"]),
    ("d", "DECIMAL(20,2)", &["7", "7.10", "-0.5", "0"]),
    ("d0", "DECIMAL(30,0)", &["7", "1700000000000", "919876543210"]),
    ("f", "FLOAT", &["7", "0.1"]),
    ("g", "DOUBLE", &["7", "0.1", "1700000000.5", "1e300"]),
    (
        "t",
        "VARCHAR(80)",
        &[
            "'7'",
            "'07'",
            "'7abc'",
            "'7 '",
            "' 7'",
            "'a'",
            "'A'",
            "'á'",
            "'a '",
            "''",
            "'1e1'",
            "'10'",
            "'😀'",
            "'it''s'",
            "'back\\\\slash'",
            "'%'",
            "'9007199254740993'",
            "'7.10'",
            "'ana@x.org'",
            "' ANA@x.org\\t'",
            "'josé@x.org'",
            "'JOSÉ@x.org'",
            "'jose@x.org'",
            "'+91 98765-43210'",
            "'00919876543210'",
            "'tel:+91(98765)43210'",
            "'98765 43210'",
            "'2024-02-29 12:00:00'",
            "'2024-02-29T17:30:00+05:30'",
            "'2023-02-29'",
            "'2024-02-30'",
            "'0000-00-00'",
            "' 2024-02-29 '",
            "'2024-02-29 12:00:00.1234567899'",
            "'2024-02-29 11:59:60'",
            "'2024-02-29 12:00.5'",
            "'garbage'",
            "'1700000000'",
            "'+1700000000 '",
            "'00000000000000000000000000000007'",
            "'99999999999999999999'",
            "'9999-12-31 23:59:59-23:59'",
            "'0000-01-01 00:00:00+23:59'",
            "'2024-02-29t06:30:00-0530'",
            "'2024-02-29 12:00:00Z'",
            "'0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0'",
            "'one'",
            "'One'",
            "'1'",
            "'2024-02-29'",
            "'1900-02-29'",
            "'2000-02-29'",
            "'2024-12-31 23:59:59 +00'",
        ],
    ),
    ("l", "VARCHAR(40) CHARACTER SET latin1", &["'a'", "'é'", "'7'", "'?'", "'josé@x.org'", "'€'"]),
    ("asc", "VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin", &["'a'", "'A'", "'7'", "'?'"]),
    ("uni", "TEXT COLLATE utf8mb4_unicode_ci", &["'a'", "'ß'", "'ss'", "'A '", "'919876543210'"]),
    ("bin", "CHAR(10) COLLATE utf8mb4_bin", &["'a'", "'A'", "'á'", "'7'"]),
    ("nopad", "VARCHAR(10) COLLATE utf8mb4_nopad_bin", &["'a'", "'a '", "'A'"]),
    ("u3", "VARCHAR(10) CHARACTER SET utf8mb3", &["'a'", "'é'", "'?'"]),
    ("e", "ENUM('one','two','it''s','7','Ünï')", &["'one'", "'it''s'", "'7'", "'Ünï'"]),
    ("s", "SET('x','y')", &["'x'", "'x,y'", "''"]),
    ("y", "VARBINARY(40)", &["X'00FF'", "'a'", "'a '", "'7'", "X'C328'"]),
    ("y16", "BINARY(16)", &["X'0F1E2D3C4B5A69788796A5B4C3D2E1F0'", "'a'"]),
    ("day", "DATE", &["'2024-02-29'", "'0000-00-00'", "'2024-00-10'", "'9999-12-31'"]),
    ("dt", "DATETIME", &["'2024-02-29 12:00:00'", "'0000-00-00 00:00:00'"]),
    ("dt6", "DATETIME(6)", &["'2024-02-29 12:00:00.123456'", "'2024-02-29 12:00:00'"]),
    ("ts", "TIMESTAMP NULL", &["'2024-02-29 12:00:00'", "'0000-00-00 00:00:00'"]),
    ("tm", "TIME(3)", &["'12:00:00.5'", "'-838:59:59'"]),
    ("yr", "YEAR", &["2024"]),
    ("js", "JSON", &["'{\"a\": \"x\"}'", "'\"x\"'"]),
    ("id2", "UUID", &["'0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0'"]),
    ("ip", "INET6", &["'::1'", "'::ffff:10.0.0.1'"]),
];

async fn world(database: &Database) {
    let columns: Vec<_> = COLUMNS.iter().map(|(name, kind, _)| format!("`{name}` {kind}")).collect();
    let indexed: Vec<_> = COLUMNS
        .iter()
        .filter(|(name, _, _)| !matches!(*name, "js" | "uni" | "bits"))
        .map(|(name, _, _)| format!("INDEX (`{name}`)"))
        .collect();
    database
        .run(&format!(
            "CREATE TABLE every (id INT PRIMARY KEY AUTO_INCREMENT, {}, {})",
            columns.join(", "),
            indexed.join(", ")
        ))
        .await;
    let mut sql = "SET SESSION sql_mode = 'STRICT_ALL_TABLES', time_zone = '+00:00';".to_owned();
    for (name, _, values) in COLUMNS {
        for value in *values {
            sql.push_str(&format!("INSERT INTO every (`{name}`) VALUES ({value});"));
        }
    }
    let mut connection = database.pool.acquire().await.unwrap();
    sqlx::raw_sql(sqlx::AssertSqlSafe(sql)).execute(&mut *connection).await.unwrap();
}

fn everything() -> Place {
    place("every", &["id"])
}

/// The rows as the store reads them: the key and every column.
async fn rows(store: &MysqlStore) -> Vec<(Value, Vec<Value>)> {
    let fields: Vec<_> = COLUMNS.iter().map(|(name, _, _)| (*name).to_owned()).collect();
    let records = read_all(store, &everything(), &fields, &Selection::Everything, 1000).await;
    records.into_iter().map(|record| (record.key.values()[0].clone(), record.values)).collect()
}

async fn keys(store: &MysqlStore, selection: &Selection) -> Vec<Value> {
    let records = read_all(store, &everything(), &[], selection, 1000).await;
    records.into_iter().map(|record| record.key.values()[0].clone()).collect()
}

/// Compares what the store finds in every column with what `holds` says of the values that it reads.
async fn compare(
    store: &MysqlStore,
    select: impl Fn(&str) -> Selection,
    holds: impl Fn(&Value) -> bool,
    what: &str,
) {
    let rows = rows(store).await;
    for (index, (name, kind, _)) in COLUMNS.iter().enumerate() {
        let selection = select(name);
        let expected: Vec<_> =
            rows.iter().filter(|(_, row)| holds(&row[index])).map(|(key, _)| key.clone()).collect();
        assert_eq!(
            format!("{:?}", numbers(&keys(store, &selection).await)),
            format!("{:?}", numbers(&expected)),
            "{what}: {name} {kind}"
        );
        let not: Vec<_> =
            rows.iter().filter(|(_, row)| !holds(&row[index])).map(|(key, _)| key.clone()).collect();
        assert_eq!(
            numbers(&keys(store, &selection.negated()).await),
            numbers(&not),
            "{what}, not: {name} {kind}"
        );
    }
}

fn numbers(keys: &[Value]) -> Vec<String> {
    keys.iter().map(|key| key.to_text().unwrap()).collect()
}

/// Everything that stands in the table, and more that does not.
async fn all_values(store: &MysqlStore) -> Vec<Value> {
    let mut values: Vec<Value> =
        rows(store).await.into_iter().flat_map(|(_, row)| row).filter(|value| !value.is_null()).collect();
    values.extend([
        Value::Boolean(true),
        Value::Boolean(false),
        Value::Real(7.0),
        Value::Real(1e20),
        Value::Real(f64::NAN),
        Value::Integer(i64::MAX),
        Value::Integer(2_147_483_648),
        Value::from("7.0"),
        Value::from("+7"),
        Value::from("three"),
        Value::from("2024-02-29 12:00"),
        Value::from("0F1E2D3C-4B5A-6978-8796-A5B4C3D2E1F0"),
        Value::from("x".repeat(70_000)),
        Value::from("\u{0}"),
        Value::Bytes(b"7".to_vec()),
        Value::Bytes(vec![0xff]),
    ]);
    values.sort();
    values.dedup();
    values
}

#[test]
#[ignore = "needs MariaDB"]
fn types_are_read_in_a_form_that_no_session_changes() {
    in_database(|database| async move {
        world(&database).await;
        let own = rows(&database.store().await).await;
        let odd = sqlx::mysql::MySqlPoolOptions::new()
            .after_connect(|connection, _| {
                Box::pin(async move {
                    sqlx::raw_sql("SET time_zone = '+05:30', sql_mode = 'PAD_CHAR_TO_FULL_LENGTH,ANSI_QUOTES,NO_BACKSLASH_ESCAPES', sql_select_limit = 3")
                        .execute(connection)
                        .await
                        .map(drop)
                })
            })
            .max_connections(1)
            .connect(&database.url)
            .await
            .unwrap();
        let hosts = rows(&MysqlStore::from_pool(odd.clone())).await;
        assert_eq!(own, hosts);
        let zone: String = sqlx::query_scalar("SELECT CONCAT(@@time_zone, @@sql_mode, @@sql_select_limit)")
            .fetch_one(&odd)
            .await
            .unwrap();
        assert!(zone.starts_with("+05:30") && zone.contains("ANSI_QUOTES") && zone.ends_with('3'), "{zone}");
        let read = |name: &str| -> Vec<String> {
            let index = COLUMNS.iter().position(|(it, _, _)| *it == name).unwrap();
            own.iter()
                .filter(|(_, row)| !row[index].is_null())
                .map(|(_, row)| row[index].to_text().unwrap_or_else(|| "bytes".to_owned()))
                .collect()
        };
        assert_eq!(read("u"), ["18446744073709551615", "9223372036854775808", "7"]);
        assert_eq!(read("z"), ["7", "12345"]);
        assert_eq!(read("flag"), ["1", "0", "7"]);
        assert_eq!(read("ts"), ["2024-02-29 12:00:00", "0000-00-00 00:00:00"]);
        assert_eq!(read("day"), ["2024-02-29", "0000-00-00", "2024-00-10", "9999-12-31"]);
        assert_eq!(read("d"), ["7.00", "7.10", "-0.50", "0.00"]);
        assert_eq!(read("s"), ["x", "x,y", ""]);
        assert_eq!(read("tm"), ["12:00:00.500", "-838:59:59.000"]);
    });
}

#[test]
#[ignore = "needs MariaDB"]
fn one_value_is_found_where_link_forms_are_the_same_and_nowhere_else() {
    in_database(|database| async move {
        world(&database).await;
        let store = database.store().await;
        for value in all_values(&store).await {
            let form = value.link_form();
            compare(
                &store,
                |name| Selection::one_of(name, [value.clone()]),
                |held| form.is_some() && held.link_form() == form,
                &format!("{:?}", value.to_text()),
            )
            .await;
        }
    });
}

#[test]
#[ignore = "needs MariaDB"]
fn many_values_are_found_as_one_is() {
    in_database(|database| async move {
        world(&database).await;
        let store = database.store().await;
        let values = all_values(&store).await;
        for skip in 0..3 {
            let mut some: Vec<_> = values.iter().skip(skip).step_by(3).cloned().collect();
            let forms: Vec<_> = some.iter().filter_map(Value::link_form).collect();
            // Values of every family, so that every column holds more than are bound one by one.
            some.extend((0..400_i64).map(|n| Value::Integer(1_000_000 + n)));
            some.extend((0..400).map(|n| Value::from(format!("nobody {n}"))));
            some.extend((0..400).map(|n| Value::from(format!("{}.25", n + 1000))));
            some.extend(
                (0..400).map(|n| {
                    Value::from(format!("19{:02}-01-{:02} 00:00:{:02}", n / 16, n % 16 + 1, n % 60))
                }),
            );
            some.extend((0..400).map(|n| Value::from(format!("{n:08x}-0000-0000-0000-000000000000"))));
            some.extend((0..400).map(|n| Value::Real(f64::from(n) + 0.25)));
            compare(
                &store,
                |name| Selection::one_of(name, some.iter().cloned()),
                |held| {
                    let extra = held.to_text().is_some_and(|text| text.starts_with("nobody"));
                    held.link_form().is_some_and(|form| forms.contains(&form)) && !extra
                },
                "many",
            )
            .await;
        }
    });
}

#[test]
#[ignore = "needs MariaDB"]
fn moments_lie_before_an_instant_exactly_where_they_are_read_so() {
    in_database(|database| async move {
        world(&database).await;
        let store = database.store().await;
        let instants: Vec<DateTime<Utc>> = [
            "1970-01-01T00:00:00Z",
            "2024-02-29T12:00:00Z",
            "2024-02-29T12:00:00.000001Z",
            "2024-02-29T12:00:00.123456Z",
            "2024-02-29T12:00:00.1234567Z",
            "2024-02-29T12:00:00.123456790Z",
            "2024-03-01T00:00:00Z",
            "0000-01-01T00:00:00Z",
            "9999-12-31T23:59:59Z",
            "1970-01-01T00:00:07Z",
            "1970-01-01T00:00:07.001Z",
            "2023-11-14T22:13:20.5Z",
            "2023-11-14T22:13:20.501Z",
            "1969-12-31T23:59:53Z",
        ]
        .iter()
        .map(|text| text.parse().unwrap())
        .chain([DateTime::<Utc>::MAX_UTC, DateTime::<Utc>::MIN_UTC])
        .collect();
        for form in [
            EventForm::Timestamp,
            EventForm::Date,
            EventForm::UnixSeconds,
            EventForm::UnixMillis,
            EventForm::Rfc3339,
        ] {
            for &instant in &instants {
                compare(
                    &store,
                    |name| Selection::Before { field: name.to_owned(), form, instant },
                    |held| instant_of(held, form).is_some_and(|moment| moment < instant),
                    &format!("{form:?} {instant}"),
                )
                .await;
            }
        }
    });
}

#[test]
#[ignore = "needs MariaDB"]
fn addresses_and_numbers_are_found_however_they_are_written() {
    in_database(|database| async move {
        world(&database).await;
        let store = database.store().await;
        for extra in [0, 1000] {
            let addresses: Vec<_> = ["ana@x.org", "josé@x.org"]
                .map(str::to_owned)
                .into_iter()
                .chain((0..extra).map(|n| format!("nobody{n}@x.org")))
                .collect();
            compare(
                &store,
                |name| Selection::EmailIs { field: name.to_owned(), addresses: addresses.clone() },
                |held| {
                    held.as_text().is_some_and(|text| addresses.contains(&text.trim().to_ascii_lowercase()))
                },
                "addresses",
            )
            .await;
            let digits: Vec<_> = ["919876543210", "7"]
                .map(str::to_owned)
                .into_iter()
                .chain((0..extra).map(|n| format!("4915100{n:05}")))
                .collect();
            compare(
                &store,
                |name| Selection::NumberIs { field: name.to_owned(), digits: digits.clone() },
                |held| match held {
                    Value::Bytes(_) | Value::Null => false,
                    held => held
                        .to_text()
                        .and_then(|text| stored_digits(&text))
                        .is_some_and(|number| digits.contains(&number)),
                },
                "numbers",
            )
            .await;
        }
    });
}

#[test]
#[ignore = "needs MariaDB"]
fn columns_of_any_two_types_link_by_their_link_form() {
    in_database(|database| async move {
        world(&database).await;
        let store = database.store().await;
        let rows = rows(&store).await;
        let to = Arc::new(everything());
        for (from_index, (from, _, _)) in COLUMNS.iter().enumerate() {
            for (to_index, (other, _, _)) in COLUMNS.iter().enumerate() {
                // Reals are written otherwise by the server than by this crate.
                if (from_index != to_index) && (matches!(*from, "f" | "g") || matches!(*other, "f" | "g")) {
                    continue;
                }
                let link = Selection::Linked {
                    fields: names(&[from]),
                    to: Arc::clone(&to),
                    to_fields: names(&[other]),
                    selection: Box::new(Selection::Everything),
                };
                let targets: Vec<_> = rows.iter().filter_map(|(_, row)| row[to_index].link_form()).collect();
                let holds = |row: &Vec<Value>| {
                    row[from_index].link_form().is_some_and(|form| targets.contains(&form))
                };
                let linked: Vec<_> =
                    rows.iter().filter(|(_, row)| holds(row)).map(|(key, _)| key.clone()).collect();
                assert_eq!(numbers(&keys(&store, &link).await), numbers(&linked), "{from} to {other}");
                let not: Vec<_> =
                    rows.iter().filter(|(_, row)| !holds(row)).map(|(key, _)| key.clone()).collect();
                assert_eq!(
                    numbers(&keys(&store, &link.negated()).await),
                    numbers(&not),
                    "{from} not to {other}"
                );
            }
        }
    });
}

#[test]
#[ignore = "needs MariaDB"]
fn nothing_of_it_is_an_error_where_a_statement_writes() {
    in_database(|database| async move {
        world(&database).await;
        let store = database.store().await;
        let instant = "1800-01-01T00:00:00Z".parse().unwrap();
        let to = Arc::new(everything());
        for (name, _, _) in COLUMNS {
            for form in [EventForm::Timestamp, EventForm::Rfc3339, EventForm::UnixSeconds] {
                let selection = Selection::Before { field: (*name).to_owned(), form, instant }
                    .and(Selection::one_of("t", ["no such text".into()]));
                assert_eq!(store.erase(&everything(), &selection, 10).await.unwrap(), 0, "{name}");
            }
            for other in ["i", "t", "id2", "day", "y", "d0"] {
                let link = Selection::Linked {
                    fields: names(&[other]),
                    to: Arc::clone(&to),
                    to_fields: names(&[name]),
                    selection: Box::new(Selection::one_of("id", [Value::Integer(0)])),
                };
                assert_eq!(store.erase(&everything(), &link, 10).await.unwrap(), 0, "{name} {other}");
                let link = Selection::Linked {
                    fields: names(&[other]),
                    to: Arc::clone(&to),
                    to_fields: names(&[name]),
                    selection: Box::new(Selection::Everything),
                };
                let selection = link.and(Selection::one_of("id", [Value::Integer(0)]));
                assert_eq!(store.erase(&everything(), &selection, 10).await.unwrap(), 0, "{name} {other}");
            }
        }
    });
}
