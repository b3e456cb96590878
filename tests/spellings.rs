//! What a request may be given as, every store finds where it is stored so: numbers, WhatsApp ids and addresses in the
//! spellings of people, programs and address books.
#![cfg(feature = "national-numbers")]

#[cfg(any(feature = "sqlite", feature = "postgres", feature = "mysql"))]
#[expect(dead_code, reason = "each test takes what it needs")]
#[path = "support/database/mod.rs"]
mod database;

use std::collections::BTreeMap;

#[cfg(any(feature = "sqlite", feature = "postgres", feature = "mysql"))]
use oubliette::adapter::memory::MemoryLedger;
use oubliette::adapter::memory::MemoryStore;
#[cfg(any(feature = "sqlite", feature = "postgres", feature = "mysql"))]
use oubliette::datamap::DataMap;
#[cfg(any(feature = "sqlite", feature = "postgres", feature = "mysql"))]
use oubliette::engine::{Engine, Idempotency};
use oubliette::identifier::{Identifier, IdentifierKind};
#[cfg(any(feature = "sqlite", feature = "postgres", feature = "mysql"))]
use oubliette::policy::{Channel, Policy};
#[cfg(any(feature = "sqlite", feature = "postgres", feature = "mysql"))]
use oubliette::port::MasterKey;
use oubliette::port::{Page, Place, Selection, Store};
#[cfg(any(feature = "sqlite", feature = "postgres", feature = "mysql"))]
use oubliette::request::{Choice, Decision, QuestionKind, Request, RequestState};
use oubliette::value::Value;
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;

const NUMBERS: [&str; 6] =
    ["442079460958", "919876543210", "390612345678", "5511987654321", "14155550123", "4402079460958"];
const KINDS: [&str; 3] = ["phone", "wa_id", "email"];

fn one_of(texts: &'static [&'static str]) -> impl Strategy<Value = String> {
    proptest::sample::select(texts).prop_map(str::to_owned)
}

/// A digit as it is, or full-width, and what may stand behind it.
fn digit(c: char) -> impl Strategy<Value = String> {
    let wide = char::from_u32(u32::from(c) - u32::from('0') + 0xFF10).unwrap();
    let gaps =
        ["", "", "", "", " ", "-", ".", "/", "\u{a0}", "\u{2009}", "\u{200b}", "\u{2011}", "\t", ")", " ("];
    let gap = proptest::sample::select(gaps.to_vec());
    let shown = prop_oneof![12 => Just(c), 1 => Just(wide)];
    (shown, gap).prop_map(|(shown, gap)| format!("{shown}{gap}"))
}

fn number() -> impl Strategy<Value = String> {
    let before = one_of(&[
        "+",
        "00",
        "",
        "tel:",
        "Tel: +",
        "TEL. 00",
        "WhatsApp:+",
        "whatsapp: +",
        "Mobile +",
        "\u{202a}+",
        "＋",
        "(+",
        " \n+",
    ]);
    let after = one_of(&[
        "",
        "",
        "",
        " ",
        "\n",
        "\u{c}",
        "\u{3000}",
        "\u{202c}",
        "x5",
        " ext. 5",
        ";ext=5",
        "@s.whatsapp.net",
        ":12@s.whatsapp.net",
        ".0:3@s.whatsapp.net",
        "@c.us",
        "@C.US ",
        "@lid",
        "@g.us",
        ":x@c.us",
    ]);
    let digits = proptest::sample::select(NUMBERS.to_vec()).prop_flat_map(|number| {
        let zero = proptest::sample::select(vec!["", "", "(0)", " (0) ", "( 0 )"]);
        let digits: Vec<_> = number.chars().map(digit).collect();
        (digits, zero, proptest::bool::ANY).prop_map(|(digits, zero, is_plain)| {
            let (code, rest) = digits.split_at(2);
            let text = [&code.concat(), zero, &rest.concat()].concat();
            if is_plain {
                text.chars().filter(|c| c.is_ascii_digit() || "()".contains(*c)).collect()
            } else {
                text
            }
        })
    });
    (before, digits, after).prop_map(|(before, digits, after)| before + &digits + &after)
}

fn address() -> impl Strategy<Value = String> {
    let blank = || one_of(&["", "", " ", "\n", "\t", "\u{a0}", "\u{3000}", "\u{2003}", "\u{b}", "\u{85}"]);
    let address = one_of(&[
        "ana@x.example",
        "Ana@X.Example",
        "ANA@x.EXAMPLE",
        "ana@x.example.org",
        "joana@x.example",
        "änne@bücher.example",
        "Ana <ana@x.example>",
    ]);
    (blank(), address, blank()).prop_map(|(before, address, after)| before + &address + &after)
}

/// Texts as a column may hold them, each with a number of its own.
fn texts() -> Vec<(i64, String)> {
    let mut runner = TestRunner::deterministic();
    let spelled = prop_oneof![3 => number(), 1 => address()];
    let draw = |_| spelled.new_tree(&mut runner).unwrap().current();
    let drawn: Vec<String> = std::iter::repeat_n((), 700).map(draw).collect();
    (1..).zip(drawn).collect()
}

/// Asks for everything that the texts can be given as, and compares with the rule for stored texts.
async fn finds_what_it_holds(store: &impl Store, texts: &[(i64, String)]) {
    let place = Place::new("people", ["id".to_owned()], Vec::new());
    for kind in KINDS {
        let kind: IdentifierKind = kind.parse().unwrap();
        let mut wanted: BTreeMap<Identifier, Vec<(i64, &str)>> = BTreeMap::new();
        for (id, text) in texts {
            if let Ok(given) = Identifier::parse(kind.as_str(), text, None) {
                wanted.entry(given).or_default().push((*id, text));
            }
        }
        assert!(wanted.len() >= 4, "{kind}: {}", wanted.len());
        for (given, holders) in wanted {
            let field = "held".to_owned();
            let selection = match given.digits() {
                Some(digits) => Selection::NumberIs { field, digits: vec![digits.to_owned()] },
                None => Selection::EmailIs { field, addresses: vec![given.value().to_owned()] },
            };
            let page = Page { after: None, limit: 10_000 };
            let records = store.read(&place, &[], &selection, page).await.unwrap();
            let found: Vec<i64> =
                records.iter().map(|it| it.key.values()[0].to_text().unwrap().parse().unwrap()).collect();
            for (id, text) in holders {
                assert!(found.contains(&id), "{kind}: {text:?} is given, and not found where it is stored");
            }
            let read = |text: &str| {
                Identifier::stored(&kind, None, text).is_some_and(|it| it.value() == given.value())
            };
            let expected: Vec<i64> = texts.iter().filter(|(_, text)| read(text)).map(|(id, _)| *id).collect();
            assert_eq!(found, expected, "{kind} {}", given.value());
        }
    }
}

#[tokio::test]
async fn in_memory() {
    let store = MemoryStore::new().with_table("people", ["id"]);
    let texts = texts();
    for (id, text) in &texts {
        store.insert("people", [("id", Value::Integer(*id)), ("held", text.as_str().into())]).unwrap();
    }
    finds_what_it_holds(&store, &texts).await;
}

#[cfg(any(feature = "sqlite", feature = "postgres", feature = "mysql"))]
async fn in_a_database<D: database::Driver>(pool: &sqlx::Pool<D>, kind: &str, parameter: &str) {
    database::run(pool, &format!("CREATE TABLE people (id INTEGER PRIMARY KEY, held {kind})")).await;
    let texts = texts();
    for (id, text) in &texts {
        let insert = format!("INSERT INTO people VALUES ({id}, {parameter})");
        D::bind(pool, insert, vec![Some(text.clone())]).await.unwrap();
    }
    finds_what_it_holds(&D::store(pool.clone()), &texts).await;
}

#[cfg(any(feature = "sqlite", feature = "postgres", feature = "mysql"))]
const POLICY: &str = r#"
name = "Test"
version = "1"
[channels.operator]
[[category]]
id = "people"
on_erasure = "erase"
"#;

#[cfg(any(feature = "sqlite", feature = "postgres", feature = "mysql"))]
const MAP: &str = r#"
[stores.crm]
kind = "sql"
[[collection]]
name = "people"
key = "id"
category = "people"
subject = "person"
identifiers = { phone = ["phone", "line", "doc.phone"], email = "mail" }
"#;

/// Values that nobody understands, in columns of text and of bytes: asked in every database, and gone once they are taken.
#[cfg(any(feature = "sqlite", feature = "postgres", feature = "mysql"))]
async fn what_is_not_understood_is_asked<D: database::Driver>(
    pool: &sqlx::Pool<D>,
    (text, bytes, json): (&str, &str, &str),
    (as_text, as_bytes, as_json): (&str, &str, &str),
) where
    D::Store: 'static,
{
    let columns = format!("id INTEGER PRIMARY KEY, phone {text}, line {bytes}, mail {text}, doc {json}");
    database::run(pool, &format!("CREATE TABLE people ({columns})")).await;
    for (id, field, held) in [
        (1, "phone", "+44 20 7946 0958 ext. 12"),
        (2, "phone", "https://wa.me/442079460958"),
        (3, "phone", "＋４４２０７９４６０９５８ ext. 12"),
        (4, "phone", "442079460958.0"),
        (5, "phone", "+44 20 7946 0959 ext. 12"),
        (6, "phone", "100% +1442079460958_"),
        (7, "line", "+442079460958 x5"),
        (8, "line", "tel:442079460958;ext=5"),
        (9, "line", "442079460959"),
        (10, "mail", "Ana <ANA@x.example>"),
        (11, "mail", "ana%40X.example"),
        (12, "mail", "joana@x.example"),
        (13, "mail", "Änne <ana@x.example>"),
        (14, "mail", "Änne <joana@x.example>"),
        (15, "line", "+442079460958"),
        (16, "doc", r#"{"phone": {"number": "+442079460958"}}"#),
        (17, "doc", r#""her number is +44 20 7946 0958""#),
        (18, "doc", r#"[{"phone": ["+44 20 7946 0958 ext. 12"]}]"#),
        (19, "doc", r#"{"phone": "+44 20 7946 0959 ext. 12", "note": "+442079460958"}"#),
    ] {
        let parameter = match field {
            "line" => as_bytes,
            "doc" => as_json,
            _ => as_text,
        };
        let insert = format!("INSERT INTO people (id, {field}) VALUES ({id}, {parameter})");
        D::bind(pool, insert, vec![Some(held.to_owned())]).await.unwrap();
    }
    let engine = Engine::builder(Policy::from_toml(POLICY).unwrap(), DataMap::from_toml(MAP).unwrap())
        .with_store("crm", D::store(pool.clone()))
        .with_ledger(MemoryLedger::new())
        .with_keys(MasterKey::new([7; 32]))
        .build()
        .await
        .unwrap();
    let given = ["phone=+442079460958", "email=ana@x.example"];
    let given = given.map(|it| Identifier::parse_pair(it, None).unwrap());
    let request = Request::builder(Channel::Operator).with_identifiers(given).build().unwrap();
    let (_, preview) = engine.preview(&request).await.unwrap();
    assert_ne!(preview.state, RequestState::NothingHeld);
    assert_eq!(preview.warnings.iter().filter(|it| it.contains("will be asked")).count(), 4);
    let ticket = engine.open(&request, &Idempotency::WhileOpen).await.unwrap();
    let report = engine.run(ticket.id).await.unwrap();
    let asked: Vec<_> =
        report.questions.iter().map(|it| (it.field.as_deref().unwrap_or_default(), it.count)).collect();
    // Not every database compares bytes with a number: what it has not found is asked.
    let in_bytes = 2 + u64::from(read_all(&D::store(pool.clone())).await.contains(&15));
    assert_eq!(
        asked,
        [("doc.phone", 3), ("line", in_bytes), ("mail", 3), ("phone", 4)],
        "{:?}",
        report.questions
    );
    for question in &report.questions {
        assert_eq!(question.kind, QuestionKind::Unreadable);
        let (reason, by) = ("looked at it".to_owned(), "Q. Roe".to_owned());
        engine
            .decide(ticket.id, question.number, Decision { answer: Choice::Take, reason, by })
            .await
            .unwrap();
    }
    let end = engine.run(ticket.id).await.unwrap();
    assert_eq!(end.state, RequestState::Completed, "{end:?}");
    let left = read_all(&D::store(pool.clone())).await;
    assert_eq!(left, [5, 6, 9, 12, 14, 19]);
}

#[cfg(any(feature = "sqlite", feature = "postgres", feature = "mysql"))]
async fn read_all(store: &impl Store) -> Vec<i64> {
    let place = Place::new("people", ["id".to_owned()], Vec::new());
    let page = Page { after: None, limit: 100 };
    let records = store.read(&place, &[], &Selection::Everything, page).await.unwrap();
    records.iter().map(|it| it.key.values()[0].to_text().unwrap().parse().unwrap()).collect()
}

#[cfg(feature = "sqlite")]
#[tokio::test]
async fn in_sqlite() {
    in_a_database(&database::sqlite::memory().await, "TEXT", "?").await;
    let (types, parameters) = (("TEXT", "BLOB", "TEXT"), ("?", "CAST(? AS BLOB)", "?"));
    what_is_not_understood_is_asked(&database::sqlite::memory().await, types, parameters).await;
}

#[cfg(feature = "postgres")]
#[tokio::test]
#[ignore = "needs PostgreSQL"]
async fn in_postgresql() {
    let database = database::postgres::Database::new().await;
    in_a_database(&database.pool, "text", "$1").await;
    let database = database::postgres::Database::new().await;
    let (types, parameters) =
        (("varchar(80)", "bytea", "jsonb"), ("$1", "convert_to($1, 'UTF8')", "$1::jsonb"));
    what_is_not_understood_is_asked(&database.pool, types, parameters).await;
}

#[cfg(feature = "mysql")]
#[tokio::test]
#[ignore = "needs MariaDB"]
async fn in_mariadb() {
    let database = database::mariadb::Database::new().await;
    in_a_database(&database.pool, "VARCHAR(200) CHARACTER SET utf8mb4", "?").await;
    for bytes in ["VARBINARY(64)", "BLOB"] {
        let database = database::mariadb::Database::new().await;
        let types = ("VARCHAR(200) CHARACTER SET utf8mb4", bytes, "JSON");
        let parameters = ("?", "CAST(? AS BINARY)", "?");
        what_is_not_understood_is_asked(&database.pool, types, parameters).await;
    }
}
