//! The SQLite store: hostile names, keys of every kind, masks, schemas, errors without values.
#![cfg(feature = "sqlite")]

#[expect(dead_code, reason = "each test takes what it needs")]
#[path = "support/database/mod.rs"]
mod database;

use std::sync::Arc;

use database::scratch::Scratch;
use database::sqlite::database;
use database::{names, place, read_all, run};
use oubliette::adapter::sql::{SqliteOpenError, SqliteStore};
use oubliette::port::{
    ColumnKind, Description, FieldMask, Key, OnDelete, Page, Place, Replacement, Schema, Scrubber, SecretKey,
    Selection, Store, StoreErrorKind,
};
use oubliette::value::{Condition, Value};
use sqlx::sqlite::{SqliteConnectOptions, SqlitePool};
use sqlx::{AssertSqlSafe, Row};

async fn schema(store: &SqliteStore, table: &str) -> Schema {
    match store.describe(&place(table, &["id"])).await.unwrap() {
        Description::Table(schema) => schema,
        other => panic!("{other:?}"),
    }
}

async fn texts_of(pool: &SqlitePool, sql: &str) -> Vec<Option<String>> {
    sqlx::query(AssertSqlSafe(sql.to_owned()))
        .fetch_all(pool)
        .await
        .unwrap()
        .iter()
        .map(|row| row.get_unchecked(0))
        .collect()
}

#[tokio::test]
async fn hostile_names_are_only_names() {
    for name in [
        "select",
        "a\"b",
        "it's",
        "t0",
        "j",
        "new",
        "old",
        "value",
        "ключ 鍵",
        "x; DROP TABLE bystander; --",
        "%s ? ?1 :a $1 @b",
        "a]b[",
        "\u{202e}",
    ] {
        let quoted = format!("\"{}\"", name.replace('"', "\"\""));
        let (pool, store) = database(&format!(
            "CREATE TABLE bystander (id);
             CREATE TABLE {quoted} (id INTEGER PRIMARY KEY, {quoted} TEXT, \"order\" TEXT);
             INSERT INTO {quoted} VALUES (1, 'x', 'a'), (2, 'y', 'b'), (3, NULL, 'c');"
        ))
        .await;
        let place = place(name, &["id"]);
        let both = || Selection::one_of(name, ["x".into()]).or(Selection::Null { field: name.into() });
        assert_eq!(store.count(&place, &both()).await.unwrap(), 2, "{name}");
        let records = read_all(&store, &place, &names(&[name, "order"]), &both(), 1).await;
        assert_eq!(records[0].values, ["x".into(), "a".into()]);
        let linked = Selection::Linked {
            fields: names(&[name]),
            to: Arc::new(place.clone()),
            to_fields: names(&[name]),
            selection: Box::new(both()),
        };
        let masks = [FieldMask { field: name.into(), with: Replacement::Pseudonym(SecretKey::new([1; 32])) }];
        assert_eq!(store.mask(&place, &masks, &linked).await.unwrap(), 1);
        assert_eq!(store.erase(&place, &linked.negated(), 10).await.unwrap(), 3);
        assert!(schema(&store, name).await.column(name).is_some());
        assert_eq!(schema(&store, "bystander").await.columns.len(), 1);
        drop(pool);
    }
}

#[tokio::test]
async fn a_field_or_table_that_is_not_there_is_missing_and_never_a_text() {
    let (_pool, store) = database("CREATE TABLE t (id INTEGER PRIMARY KEY); INSERT INTO t VALUES (1);").await;
    let wrong = Selection::one_of("phone", ["phone".into()]);
    let t = place("t", &["id"]);
    let page = Page { after: None, limit: 1 };
    let errors = [
        store.count(&t, &wrong).await.unwrap_err(),
        store.erase(&t, &wrong, 1).await.unwrap_err(),
        store.erase(&t, &Selection::Null { field: "phone".into() }.negated(), 1).await.unwrap_err(),
        store.read(&t, &names(&["phone"]), &Selection::Everything, page).await.unwrap_err(),
        store.read(&place("t", &["key"]), &[], &Selection::Everything, page).await.unwrap_err(),
        store
            .mask(&t, &[FieldMask { field: "phone".into(), with: Replacement::Null }], &Selection::Everything)
            .await
            .unwrap_err(),
        store.count(&place("nowhere", &["id"]), &Selection::Everything).await.unwrap_err(),
        store.count(&place("other.t", &["id"]), &Selection::Everything).await.unwrap_err(),
    ];
    for error in errors {
        assert_eq!(error.kind(), StoreErrorKind::Missing, "{error}");
    }
    assert_eq!(store.describe(&place("nowhere", &["id"])).await.unwrap(), Description::Missing);
    assert_eq!(store.count(&place("main.t", &["id"]), &Selection::Everything).await.unwrap(), 1);
}

#[tokio::test]
async fn a_selection_without_meaning_is_an_error_and_erases_nothing() {
    let (_pool, store) = database("CREATE TABLE t (id INTEGER PRIMARY KEY); INSERT INTO t VALUES (1);").await;
    let t = place("t", &["id"]);
    let row =
        Selection::OneOf { fields: names(&["id"]), rows: Arc::new(vec![vec![Value::from(1), 2.into()]]) };
    let link = Selection::Linked {
        fields: names(&["id"]),
        to: Arc::new(t.clone()),
        to_fields: vec![],
        selection: Box::new(Selection::Everything),
    };
    for wrong in [row, link] {
        assert_eq!(
            store.erase(&t, &wrong.clone().negated(), 9).await.unwrap_err().kind(),
            StoreErrorKind::Unsupported
        );
        assert_eq!(store.count(&t, &wrong).await.unwrap_err().kind(), StoreErrorKind::Unsupported);
    }
    assert!(store.mask(&t, &[], &Selection::Everything).await.is_err());
    assert_eq!(store.count(&t, &Selection::Everything).await.unwrap(), 1);
}

#[tokio::test]
async fn errors_hold_no_values() {
    let (_pool, store) = database(
        "CREATE TABLE t (id INTEGER PRIMARY KEY, name TEXT UNIQUE NOT NULL, n INTEGER CHECK (n < 10));
         CREATE TABLE child (t_id REFERENCES t (id));
         CREATE TABLE loud (id INTEGER PRIMARY KEY, name TEXT);
         CREATE TRIGGER shout BEFORE DELETE ON loud BEGIN SELECT RAISE(ABORT, 'canary'); END;
         INSERT INTO t VALUES (1, 'canary', 1), (2, 'canary-2', 1); INSERT INTO child VALUES (1); INSERT INTO loud VALUES (1, 'x');",
    )
    .await;
    let (t, all) = (place("t", &["id"]), Selection::Everything);
    let set = |field: &str, with| [FieldMask { field: field.into(), with }];
    let errors = [
        store.erase(&t, &all, 10).await.unwrap_err(),
        store.erase(&place("loud", &["id"]), &all, 10).await.unwrap_err(),
        store.mask(&t, &set("name", Replacement::Constant("canary-3".into())), &all).await.unwrap_err(),
        store.mask(&t, &set("name", Replacement::Null), &all).await.unwrap_err(),
        store.mask(&t, &set("n", Replacement::Constant(99.into())), &all).await.unwrap_err(),
    ];
    for error in errors {
        assert_eq!(error.kind(), StoreErrorKind::Constraint, "{error}");
        assert!(!error.is_retryable() && !format!("{error} {error:?}").contains("canary"), "{error:?}");
    }
    assert_eq!(store.count(&t, &all).await.unwrap(), 2);
}

#[tokio::test]
async fn pages_go_by_key_through_every_kind_of_key() {
    let (_pool, store) = database(
        "CREATE TABLE t (a, b, n INTEGER);
         INSERT INTO t VALUES (NULL, NULL, 1), (NULL, 1, 2), (NULL, 'x', 3), (1, NULL, 4), (1, 2, 5), (1.5, 'a', 6),
             ('1', x'01', 7), ('1', x'ff00', 8), (x'', 1, 9), (x'00', NULL, 10);",
    )
    .await;
    let t = place("t", &["a", "b"]);
    for limit in 1..12 {
        let records = read_all(&store, &t, &names(&["n"]), &Selection::Everything, limit).await;
        let numbers: Vec<_> = records.into_iter().map(|record| record.values[0].clone()).collect();
        assert_eq!(numbers, (1..=10).map(Value::Integer).collect::<Vec<_>>(), "pages of {limit}");
    }
    let short = Key::new([Value::from(1)]);
    let page = Page { after: Some(&short), limit: 1 };
    assert!(store.read(&t, &[], &Selection::Everything, page).await.is_err());
}

#[tokio::test]
async fn a_batch_is_at_most_the_limit_whatever_tells_rows_apart() {
    for table in [
        "CREATE TABLE t (id INTEGER PRIMARY KEY, v)",
        "CREATE TABLE t (id TEXT, v, PRIMARY KEY (id, v)) WITHOUT ROWID",
        "CREATE TABLE t (id, v)",
        // Names of SQLite's for the row's number that the host has taken for something else.
        "CREATE TABLE t (id, v, rowid DEFAULT 1, oid DEFAULT 1)",
        "CREATE TABLE t (id, v, rowid DEFAULT 1, oid DEFAULT 1, _rowid_ DEFAULT 1, PRIMARY KEY (id)) WITHOUT ROWID",
    ] {
        let (_pool, store) = database(&format!(
            "{table}; INSERT INTO t (id, v) VALUES (1, 'a'), (2, 'a'), (3, 'b'), (4, 'a'), (5, 'a');"
        ))
        .await;
        let t = place("t", &["id"]);
        let selection = Selection::one_of("v", ["a".into()]);
        let mut batches = Vec::new();
        for _ in 0..3 {
            batches.push(store.erase(&t, &selection, 3).await.unwrap());
        }
        assert_eq!(batches, [3, 1, 0], "{table}");
        assert_eq!(store.count(&t, &Selection::Everything).await.unwrap(), 1);
    }
}

#[tokio::test]
async fn many_parts_and_many_values_meet_no_limit() {
    let (_pool, store) = database(
        "CREATE TABLE t (id INTEGER PRIMARY KEY, b BLOB); INSERT INTO t VALUES (1, x'00'), (2, x'01'), (70000, NULL);",
    )
    .await;
    let t = place("t", &["id"]);
    let any = Selection::Any((0..5000).map(|id| Selection::one_of("id", [Value::Integer(id)])).collect());
    assert_eq!(store.count(&t, &any).await.unwrap(), 2);
    assert_eq!(store.count(&t, &any.negated()).await.unwrap(), 1);
    let ids = Selection::one_of("id", (2..70_001).map(Value::Integer));
    assert_eq!(store.count(&t, &ids).await.unwrap(), 2);
    let bytes = Selection::one_of(
        "b",
        (1..40_000_u32).map(|n| Value::Bytes(if n == 1 { vec![1] } else { n.to_be_bytes().to_vec() })),
    );
    assert_eq!(store.count(&t, &bytes).await.unwrap(), 1);
    let rows: Vec<_> = (0..40_000).map(|n| vec![Value::Integer(n), Value::Bytes(vec![1])]).collect();
    assert_eq!(store.count(&t, &Selection::rows(names(&["id", "b"]), rows)).await.unwrap(), 1);
}

#[tokio::test]
async fn every_mask_writes_what_apply_makes_of_the_old_value() {
    let values = "(1, 'Ana +91 98765-43210 é'), (2, NULL), (3, 7), (4, 1.0), (5, 1.5), (6, x'c3a9c3a9'), (7, x'ff'), (8, ''), (9, 'a' || char(0) || 'bcd'), (10, -12)";
    let replacements = [
        Replacement::Null,
        Replacement::Constant("gone".into()),
        Replacement::Constant(Value::Bytes(vec![1])),
        Replacement::Prefix(0),
        Replacement::Prefix(2),
        Replacement::Prefix(usize::MAX),
        Replacement::Pseudonym(SecretKey::new([1; 32])),
        Replacement::Scrub(Scrubber::new(["Ana".to_owned()], ["919876543210".to_owned()]).unwrap()),
    ];
    for keys in
        ["id INTEGER PRIMARY KEY, v, w", "id, v, w, PRIMARY KEY (id)) WITHOUT ROWID; --", "id BLOB, v, w"]
    {
        for only in [Selection::Everything, Selection::one_of("id", [1, 2, 3, 8, 10].map(Value::Integer))] {
            for replacement in &replacements {
                let (_pool, store) = database(&format!(
                    "CREATE TABLE t ({keys}\n{}; INSERT INTO t (id, v) VALUES {values};",
                    if keys.ends_with("--") { "" } else { ")" }
                ))
                .await;
                let t = place("t", &["id"]);
                let fields = names(&["v"]);
                let before = read_all(&store, &t, &fields, &only, 100).await;
                let masks = [
                    FieldMask { field: "v".into(), with: replacement.clone() },
                    FieldMask { field: "w".into(), with: Replacement::Token },
                ];
                let masked = store.mask(&t, &masks, &only).await.unwrap();
                assert_eq!(masked, before.len() as u64);
                let after = read_all(&store, &t, &fields, &only, 100).await;
                for (before, after) in before.iter().zip(&after) {
                    let expected = replacement.apply(&before.values[0], || unreachable!()).unwrap();
                    assert!(
                        after.values[0] == expected,
                        "{keys} {:?} {:?} -> {:?}",
                        before.key.values()[0].to_text(),
                        expected.to_text(),
                        after.values[0].to_text()
                    );
                }
                let mut tokens: Vec<_> = read_all(&store, &t, &names(&["w"]), &only, 100)
                    .await
                    .iter()
                    .map(|record| record.values[0].to_text().unwrap())
                    .collect();
                tokens.sort();
                tokens.dedup();
                assert_eq!(tokens.len(), before.len());
                assert!(tokens.iter().all(|token| token.len() == Replacement::TOKEN_LENGTH));
            }
        }
    }
}

#[tokio::test]
async fn masks_are_written_back_over_many_chunks() {
    let (pool, store) = database(
        "CREATE TABLE t (id INTEGER PRIMARY KEY, v TEXT, only TEXT);
         WITH RECURSIVE n (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n WHERE n < 1300)
         INSERT INTO t SELECT n, 'name ' || n, CASE WHEN n % 2 THEN 'mine' END FROM n;",
    )
    .await;
    let mine = Place::new("t", ["id".to_owned()], vec![Condition::new("only", ["mine".into()])]);
    let masks = [FieldMask { field: "v".into(), with: Replacement::Pseudonym(SecretKey::new([1; 32])) }];
    assert_eq!(store.mask(&mine, &masks, &Selection::Everything).await.unwrap(), 650);
    let left =
        texts_of(&pool, "SELECT count(*) || ' ' || count(DISTINCT v) FROM t WHERE v LIKE 'pseudonym-%'")
            .await;
    assert_eq!(left, [Some("650 650".to_owned())]);
}

#[tokio::test]
async fn a_schema_is_told_as_the_database_has_it() {
    let (_pool, store) = database(
        "CREATE TABLE People (Id INTEGER PRIMARY KEY, name VARCHAR(40) NOT NULL, born DATE, at TIMESTAMP, paid DECIMAL(10, 2), ok BOOLEAN,
             face BLOB, uid UUID, more JSON, anything, n BIGINT, e TEXT COLLATE NOCASE, g TEXT GENERATED ALWAYS AS (name || e), UNIQUE (name, e));
         CREATE UNIQUE INDEX one ON People (uid) WHERE ok; CREATE UNIQUE INDEX expr ON People (lower(e)); CREATE INDEX mixed ON People (n, lower(e));
         CREATE TABLE notes (a REFERENCES people ON DELETE CASCADE, b INTEGER REFERENCES PEOPLE (id) ON DELETE SET NULL, c REFERENCES people (Id));
         CREATE TABLE pairs (a TEXT, b INT, PRIMARY KEY (b, a)) WITHOUT ROWID;
         CREATE TABLE \"pair's\" (x, y, FOREIGN KEY (x, y) REFERENCES pairs ON DELETE SET DEFAULT);
         CREATE VIEW seen AS SELECT id, name FROM people;",
    )
    .await;
    let people = schema(&store, "people").await;
    let kinds: Vec<_> = people
        .columns
        .iter()
        .map(|column| (column.name.as_str(), column.kind.clone(), column.nullable))
        .collect();
    let text = |limit| ColumnKind::Text { limit };
    assert_eq!(
        kinds,
        [
            ("Id", ColumnKind::Integer, false),
            ("name", text(Some(40)), false),
            ("born", ColumnKind::Time, true),
            ("at", ColumnKind::Time, true),
            ("paid", ColumnKind::Real, true),
            ("ok", ColumnKind::Boolean, true),
            ("face", ColumnKind::Bytes, true),
            ("uid", ColumnKind::Uuid, true),
            ("more", ColumnKind::Json, true),
            ("anything", ColumnKind::Other, true),
            ("n", ColumnKind::Integer, true),
            ("e", text(None), true),
            ("g", text(None), true),
        ]
    );
    assert!(people.tells_apart(&names(&["id"])) && people.tells_apart(&names(&["e", "name"])));
    assert!(!people.tells_apart(&names(&["uid"])) && !people.tells_apart(&names(&["e"])));
    assert!(people.has_index_for(&names(&["ID"])) && people.has_index_for(&names(&["n"])));
    assert!(!people.has_index_for(&names(&["uid"])) && !people.has_index_for(&names(&["e"])));
    let mut references: Vec<_> = people
        .referred_by
        .iter()
        .map(|reference| {
            (
                reference.table.as_str(),
                reference.columns.join(","),
                reference.to_columns.join(","),
                reference.on_delete,
            )
        })
        .collect();
    references.sort_by(|a, b| a.1.cmp(&b.1));
    let of = |column: &str, to: &str, on_delete| ("notes", column.to_owned(), to.to_owned(), on_delete);
    assert_eq!(
        references,
        [of("a", "Id", OnDelete::Cascade), of("b", "id", OnDelete::LetGo), of("c", "Id", OnDelete::Refuse)]
    );

    let pairs = schema(&store, "pairs").await;
    assert!(pairs.columns.iter().all(|column| !column.nullable));
    assert_eq!(pairs.unique, [["b", "a"]]);
    let [reference] = pairs.referred_by.as_slice() else { panic!("{:?}", pairs.referred_by) };
    assert_eq!(
        (reference.table.as_str(), reference.columns.join(","), reference.to_columns.join(",")),
        ("pair's", "x,y".into(), "b,a".into())
    );
    assert_eq!(schema(&store, "seen").await.columns.len(), 2);
}

#[tokio::test]
async fn a_store_is_opened_and_never_created() {
    let scratch = Scratch::new();
    let file = scratch.file("crm 100% #1?.db");
    assert_eq!(SqliteStore::open(&file).await.unwrap_err(), SqliteOpenError::Missing(file.clone()));
    for wrong in ["", "sqlite:", "sqlite://"] {
        assert!(
            matches!(SqliteStore::open(wrong).await.unwrap_err(), SqliteOpenError::Malformed(_)),
            "{wrong}"
        );
    }
    for wrong in [":memory:", "sqlite::memory:", "sqlite:x?mode=memory"] {
        assert_eq!(SqliteStore::open(wrong).await.unwrap_err(), SqliteOpenError::InMemory);
    }
    let missing = format!("sqlite:{}?mode=rwc", scratch.file("new.db"));
    assert!(matches!(SqliteStore::open(&missing).await.unwrap_err(), SqliteOpenError::Missing(_)));
    std::fs::write(
        scratch.file("text.db"),
        "this is no database, and long enough to be looked at".repeat(50),
    )
    .unwrap();
    let error = SqliteStore::open(&scratch.file("text.db")).await.unwrap_err();
    assert!(
        matches!(&error, SqliteOpenError::Unusable { .. })
            && error.to_string().contains("no SQLite database"),
        "{error}"
    );
    assert!(matches!(
        SqliteStore::open(scratch.0.to_str().unwrap()).await.unwrap_err(),
        SqliteOpenError::Missing(_)
    ));

    let pool = SqlitePool::connect_with(SqliteConnectOptions::new().filename(&file).create_if_missing(true))
        .await
        .unwrap();
    run(&pool, "CREATE TABLE t (id INTEGER PRIMARY KEY); INSERT INTO t VALUES (1); CREATE TABLE c (t REFERENCES t ON DELETE CASCADE); INSERT INTO c VALUES (1);").await;
    let url = format!("sqlite:{}", file.replace('%', "%25").replace('#', "%23").replace('?', "%3F"));
    for location in [&file, &url] {
        let store = SqliteStore::open(location).await.unwrap();
        assert_eq!(store.count(&place("t", &["id"]), &Selection::Everything).await.unwrap(), 1, "{location}");
    }
    let store = SqliteStore::open(&file).await.unwrap();
    assert_eq!(store.erase(&place("t", &["id"]), &Selection::Everything, 9).await.unwrap(), 1);
    assert_eq!(
        store.count(&place("c", &["t"]), &Selection::Everything).await.unwrap(),
        0,
        "foreign keys are enforced"
    );
}

#[tokio::test]
async fn erased_content_leaves_the_file() {
    let scratch = Scratch::new();
    let file = scratch.file("crm.db");
    let pool = SqlitePool::connect_with(SqliteConnectOptions::new().filename(&file).create_if_missing(true))
        .await
        .unwrap();
    run(&pool, "CREATE TABLE t (id INTEGER PRIMARY KEY, name TEXT); INSERT INTO t VALUES (1, 'canary-in-a-row'), (2, 'stays');").await;
    let holds = |word: &str| {
        let bytes = std::fs::read(&file).unwrap();
        bytes.windows(word.len()).any(|window| window == word.as_bytes())
    };
    assert!(holds("canary-in-a-row"));
    let store = SqliteStore::open(&file).await.unwrap();
    store.erase(&place("t", &["id"]), &Selection::one_of("id", [Value::from(1)]), 1).await.unwrap();
    assert!(!holds("canary-in-a-row") && holds("stays"));
}

#[tokio::test]
async fn rows_that_are_found_by_others_of_their_table_go_with_them() {
    for index in ["", "CREATE INDEX by_owner ON m (owner);"] {
        let (pool, store) = database(&format!(
            "CREATE TABLE m (id INTEGER PRIMARY KEY, parent INTEGER, owner INTEGER); {index}
             INSERT INTO m VALUES (1, NULL, 7), (2, 1, 8), (3, 1, 8), (4, 1, 8), (5, 2, 9);
             CREATE VIEW vm AS SELECT * FROM m;"
        ))
        .await;
        for to in ["m", "vm"] {
            let sevens = Selection::one_of("owner", [7.into()]);
            let below = Selection::Linked {
                fields: names(&["parent"]),
                to: Arc::new(place(to, &["id"])),
                to_fields: names(&["id"]),
                selection: Box::new(sevens.clone()),
            };
            let family = sevens.or(below);
            assert_eq!(store.count(&place("m", &["id"]), &family).await.unwrap(), 4);
            run(&pool, "SAVEPOINT before").await;
            assert_eq!(store.erase(&place("m", &["id"]), &family, 100).await.unwrap(), 4, "{to} {index}");
            run(&pool, "ROLLBACK TO before; RELEASE before").await;
        }
    }
}
