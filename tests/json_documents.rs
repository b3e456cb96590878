//! Documents in which the path of a field leads through lists, texts of JSON and names that come twice: told, read and masked
//! alike in every database.
#![cfg(any(feature = "sqlite", feature = "postgres", feature = "mysql"))]

#[expect(dead_code, reason = "each test takes what it needs")]
#[path = "support/database/mod.rs"]
mod database;

use database::{Driver, place, read_all, run};
use oubliette::port::document::inside;
use oubliette::port::{FieldMask, Replacement, Scrubber, SecretKey, Selection, Store};
use sqlx::Pool;

const NUMBER: &str = "+44 20 7946 0958";
const FIELD: &str = "payload.customer.phone";
const PATH: [&str; 2] = ["customer", "phone"];

/// What a document is to the field's path.
#[derive(Clone, Copy, PartialEq)]
enum Path {
    /// It leads to the number, from object to object.
    Plain,
    /// It leads to the number, by another way.
    Winding,
    /// It leads to nothing.
    Nowhere,
    /// It ends before it should.
    Wall,
}

use Path::{Nowhere, Plain, Wall, Winding};

/// Documents with `NUMBER` where the number stands; what no column of JSON takes is for columns of text.
const DOCUMENTS: [(&str, Path); 19] = [
    (r#"{"customer":{"phone":"NUMBER"},"amount":1.50}"#, Plain),
    (r#"{"customer":[{"phone":"NUMBER"},{"name":"x"}],"amount":1.50}"#, Winding),
    (r#"[{"customer":{"phone":"NUMBER"}}]"#, Winding),
    (r#"[[{"customer":[[{"phone":"NUMBER"}]]}],7]"#, Winding),
    (r#""{\"customer\":{\"phone\":\"NUMBER\"}}""#, Winding),
    (r#""\"{\\\"customer\\\":{\\\"phone\\\":\\\"NUMBER\\\"}}\"""#, Winding),
    (r#"{"customer":"{\"phone\":\"NUMBER\"}"}"#, Winding),
    (r#"{"customer":{"phone":"NUMBER","phone":"NUMBER"}}"#, Winding),
    (r#"{"customer":{"phone":"x"},"customer":{"phone":"NUMBER"}}"#, Winding),
    (r#"{"customer":{"phone":["NUMBER","NUMBER"]}}"#, Plain),
    (r#"{"customer":{}}"#, Nowhere),
    (r#"{"customer":null}"#, Nowhere),
    ("{}", Nowhere),
    ("null", Nowhere),
    (r#"{"customer":"Ana, NUMBER"}"#, Wall),
    (r#"{"customer":7}"#, Wall),
    ("true", Wall),
    ("Ana, NUMBER", Wall),
    ("  ", Nowhere),
];

/// One database, and how its column of documents is declared and filled.
struct Column {
    kind: &'static str,
    parameter: &'static str,
    /// It takes any text.
    is_text: bool,
    /// An object has each name once, the last of several.
    is_set: bool,
}

impl Column {
    fn documents(&self) -> Vec<(i64, String, Path)> {
        let takes = |text: &str| self.is_text || serde_json::from_str::<serde_json::Value>(text).is_ok();
        let taken = (1..).zip(DOCUMENTS).filter(|(_, (text, _))| takes(text));
        let text = |text: &str| text.replace("NUMBER", NUMBER);
        taken.map(|(id, (document, path))| (id, text(document), path)).collect()
    }

    async fn fill<D: Driver>(&self, pool: &Pool<D>, table: &str) {
        run(pool, &format!("CREATE TABLE {table} (id INTEGER PRIMARY KEY, payload {})", self.kind)).await;
        for (id, text, _) in self.documents() {
            let insert = format!("INSERT INTO {table} VALUES ({id}, {})", self.parameter);
            D::bind(pool, insert, vec![Some(text)]).await.unwrap();
        }
        run(pool, &format!("INSERT INTO {table} VALUES (100, NULL)")).await;
    }

    /// Whether no query follows the path.
    fn is_unreadable(&self, document: &str, path: Path) -> bool {
        let keeps_last = self.is_set && document.matches("\"phone\"").count() > 1 && !document.contains('[');
        matches!(path, Winding | Wall) && !keeps_last
    }
}

async fn told_read_and_masked<D: Driver>(pool: &Pool<D>, column: Column) {
    let store = D::store(pool.clone());
    column.fill(pool, "told").await;
    let ids = |records: Vec<oubliette::port::Record>| -> Vec<i64> {
        records.iter().map(|it| it.key.values()[0].to_text().unwrap().parse().unwrap()).collect()
    };
    let unreadable = Selection::Unreadable { field: FIELD.to_owned() };
    let expected: Vec<i64> = column
        .documents()
        .iter()
        .filter(|(_, document, path)| column.is_unreadable(document, *path))
        .map(|(id, ..)| *id)
        .collect();
    let told = place("told", &["id"]);
    assert_eq!(ids(read_all(&store, &told, &[], &unreadable, 5).await), expected);
    let all = store.count(&told, &Selection::Everything).await.unwrap();
    assert_eq!(store.count(&told, &unreadable.clone().negated()).await.unwrap(), all - expected.len() as u64);
    let own_column = Selection::Unreadable { field: "payload".to_owned() };
    assert_eq!(store.count(&told, &own_column).await.unwrap(), 0);

    let scrubber = Scrubber::new([], ["442079460958".to_owned()]).unwrap();
    for (index, mask) in [
        Replacement::Null,
        Replacement::Constant("gone".into()),
        Replacement::Token,
        Replacement::Pseudonym(SecretKey::new([7; 32])),
        Replacement::Prefix(3),
        Replacement::Scrub(scrubber),
    ]
    .into_iter()
    .enumerate()
    {
        let table = format!("masked_{index}");
        column.fill(pool, &table).await;
        let there = place(&table, &["id"]);
        let masks = [FieldMask { field: FIELD.to_owned(), with: mask.clone() }];
        for _ in 0..2 {
            assert_eq!(store.mask(&there, &masks, &Selection::Everything).await.unwrap(), all, "{mask:?}");
        }
        let records = read_all(&store, &there, &["payload".to_owned()], &Selection::Everything, 100).await;
        for (record, (id, before, path)) in records.iter().zip(column.documents()) {
            let after = record.values[0].to_text().unwrap();
            let what = format!("{mask:?} of {id}: {before} became {after}");
            if path == Wall {
                assert!(
                    inside(&after, &PATH).is_unreadable && after.contains(NUMBER) == before.contains(NUMBER),
                    "{what}"
                );
                continue;
            }
            assert!(!after.contains(NUMBER), "{what}");
            let values = inside(&after, &PATH).values;
            match (&mask, path) {
                (Replacement::Null, _) => assert!(values.is_empty(), "{what}"),
                (_, Plain | Winding) => assert!(!values.is_empty(), "{what}"),
                _ => {}
            }
            if before.contains("1.50") {
                assert!(after.contains("1.5"), "{what}");
            }
        }
        assert!(records.last().unwrap().values[0].is_null(), "a document that is null stays so");
    }
}

#[cfg(feature = "sqlite")]
#[tokio::test]
async fn in_sqlite() {
    let column = Column { kind: "TEXT", parameter: "?", is_text: true, is_set: false };
    told_read_and_masked(&database::sqlite::memory().await, column).await;
}

#[cfg(feature = "postgres")]
#[tokio::test]
#[ignore = "needs PostgreSQL"]
async fn in_postgresql() {
    for kind in ["jsonb", "json"] {
        let parameter = if kind == "json" { "$1::json" } else { "$1::jsonb" };
        let column = Column { kind, parameter, is_text: false, is_set: true };
        let database = database::postgres::Database::new().await;
        told_read_and_masked(&database.pool, column).await;
    }
}

#[cfg(feature = "mysql")]
#[tokio::test]
#[ignore = "needs MariaDB"]
async fn in_mariadb() {
    for (kind, is_text) in [("JSON", false), ("LONGTEXT", true)] {
        let database = database::mariadb::Database::new().await;
        told_read_and_masked(&database.pool, Column { kind, parameter: "?", is_text, is_set: false }).await;
    }
}
