//! The PostgreSQL store: erasing, masking into columns of every type and into documents, names, tenants, the catalogue.
#![cfg(feature = "postgres")]

#[expect(dead_code, reason = "each test takes what it needs")]
#[path = "support/database/mod.rs"]
mod database;

use database::postgres::Database;
use database::{names, place, read_all, run, text, texts};
use oubliette::port::{
    Catalogue, ColumnKind, Description, FieldMask, OnDelete, Place, Replacement, Schema, Scrubber, SecretKey,
    Selection, Store, StoreErrorKind,
};
use oubliette::value::{Condition, Value};

fn mask(field: &str, with: Replacement) -> FieldMask {
    FieldMask { field: field.to_owned(), with }
}

fn constant(field: &str, value: impl Into<Value>) -> FieldMask {
    mask(field, Replacement::Constant(value.into()))
}

async fn schema(store: &impl Store, table: &str) -> Schema {
    match store.describe(&place(table, &["id"])).await.unwrap() {
        Description::Table(schema) => schema,
        other => panic!("{table}: {other:?}"),
    }
}

#[tokio::test]
#[ignore = "needs PostgreSQL"]
async fn batches_are_bounded_over_partitions_and_children() {
    let (_database, pool, store) = Database::with(
        "CREATE TABLE p (id int, at timestamptz, owner int, PRIMARY KEY (id, at)) PARTITION BY RANGE (at);
         CREATE TABLE p1 PARTITION OF p FOR VALUES FROM ('2024-01-01Z') TO ('2025-01-01Z'); CREATE TABLE p2 PARTITION OF p DEFAULT;
         INSERT INTO p SELECT n, CASE WHEN n % 2 = 0 THEN '2024-05-05Z'::timestamptz ELSE '2020-01-01Z' END, n % 3 FROM generate_series(1, 300) AS n;
         CREATE TABLE q (owner int) PARTITION BY LIST (owner); CREATE TABLE q1 PARTITION OF q FOR VALUES IN (1); CREATE TABLE q2 PARTITION OF q FOR VALUES IN (2);
         INSERT INTO q SELECT 1 + n % 2 FROM generate_series(1, 40) AS n;
         CREATE TABLE parent (owner int, note text); CREATE TABLE child () INHERITS (parent);
         INSERT INTO parent SELECT n % 2, 'p' FROM generate_series(1, 40) AS n; INSERT INTO child SELECT (n + 1) % 2, 'c' FROM generate_series(1, 40) AS n;",
    )
    .await;
    let owner = |number: i64| Selection::one_of("owner", [Value::from(number)]);
    let p = place("p", &["id", "at"]);
    assert_eq!(store.erase(&p, &owner(1), 30).await.unwrap(), 30);
    assert_eq!(store.count(&p, &owner(1)).await.unwrap(), 70);
    assert_eq!(store.erase(&p, &owner(1), 1000).await.unwrap(), 70);
    assert_eq!(store.erase(&p, &owner(1), 1000).await.unwrap(), 0);
    assert_eq!(text(&pool, "SELECT count(*)::text FROM p").await, "200");
    // The same places in several tables are not the same rows.
    assert_eq!(store.erase(&place("q", &["owner"]), &owner(1), 100).await.unwrap(), 20);
    assert_eq!(text(&pool, "SELECT count(*)::text FROM q").await, "20");
    assert_eq!(store.erase(&place("parent", &["note"]), &owner(1), 100).await.unwrap(), 40);
    assert_eq!(text(&pool, "SELECT count(*)::text FROM parent WHERE owner = 0").await, "40");
    let keys = read_all(&store, &p, &[], &Selection::Everything, 7).await;
    assert_eq!(keys.len(), 200);
    let one = Selection::rows(names(&["id", "at"]), vec![keys.first().unwrap().key.values().to_vec()]);
    assert_eq!(store.erase(&p, &one, 5).await.unwrap(), 1);
    let scrub = mask("note", Replacement::Scrub(Scrubber::new(["c".to_owned()], []).unwrap()));
    assert_eq!(store.mask(&place("parent", &["note"]), &[scrub], &owner(0)).await.unwrap(), 40);
    assert_eq!(
        text(&pool, "SELECT string_agg(DISTINCT note, ' ' ORDER BY note) FROM parent").await,
        "[erased] p"
    );
}

#[tokio::test]
#[ignore = "needs PostgreSQL"]
async fn columns_of_every_type_take_their_masks() {
    let (_database, pool, store) = Database::with(
        "CREATE TYPE mood AS ENUM ('good', 'none'); CREATE DOMAIN short AS varchar(9); CREATE EXTENSION citext;
         CREATE TABLE t (id int PRIMARY KEY, u uuid, e mood, d date, n numeric(9, 2), i int, b bool, j jsonb, js json, dom short, v varchar(40), ci citext,
             by bytea, tz timestamptz, arr text[], c char(6), f float8, g text GENERATED ALWAYS AS (v || '!') STORED, own int GENERATED ALWAYS AS IDENTITY);
         INSERT INTO t (id, u, e, d, n, i, b, j, js, dom, v, ci, by, tz, arr, c, f)
             SELECT n, gen_random_uuid(), 'good', now(), 5.5, 12345, TRUE, '{}', '[]', 'abc', 'Ana Example', 'Ana', 'abc', now(), '{ana}', 'ab', 12.5 FROM generate_series(1, 3) AS n;",
    )
    .await;
    let t = place("t", &["id"]);
    let masks = [
        constant("u", "00000000-0000-0000-0000-000000000000"),
        constant("e", "none"),
        constant("d", "1970-01-01"),
        constant("n", "0.00"),
        constant("i", 0),
        constant("b", false),
        constant("j", "{\"gone\": 1}"),
        constant("js", "gone"),
        constant("dom", "x"),
        constant("v", 7),
        constant("ci", "x"),
        constant("by", vec![1, 2]),
        constant("tz", "1970-01-01 00:00:00+00"),
        constant("arr", "{}"),
        constant("c", "x"),
        constant("f", Value::Real(0.5)),
    ];
    let first = Selection::one_of("id", [Value::from(1)]);
    assert_eq!(store.mask(&t, &masks, &first).await.unwrap(), 1);
    let masked = text(&pool, "SELECT concat_ws('|', u, e, d, n, i, b, j, js, dom, v, g, ci, encode(by, 'hex'), extract(epoch FROM tz)::int, arr, c, f) FROM t WHERE id = 1").await;
    assert_eq!(
        masked,
        "00000000-0000-0000-0000-000000000000|none|1970-01-01|0.00|0|f|{\"gone\": 1}|\"gone\"|x|7|7!|x|0102|0|{}|x     |0.5"
    );

    let second = Selection::one_of("id", [Value::from(2)]);
    let old = text(&pool, "SELECT u::text FROM t WHERE id = 2").await;
    let masks = [
        mask("u", Replacement::Token),
        mask("v", Replacement::Token),
        mask("i", Replacement::Prefix(2)),
        mask("dom", Replacement::Prefix(1)),
        mask("by", Replacement::Prefix(2)),
        mask("ci", Replacement::Pseudonym(SecretKey::new([1; 32]))),
        mask("j", Replacement::Null),
        mask("arr", Replacement::Null),
        mask("c", Replacement::Prefix(1)),
    ];
    assert_eq!(store.mask(&t, &masks, &second).await.unwrap(), 1);
    assert_ne!(text(&pool, "SELECT u::text FROM t WHERE id = 2").await, old);
    let masked = text(&pool, "SELECT concat_ws('|', length(v), i, dom, convert_from(by, 'UTF8'), left(ci::text, 10), j IS NULL, arr IS NULL, c) FROM t WHERE id = 2").await;
    assert_eq!(masked, "32|12|a|ab|pseudonym-|t|t|a     ");
    for (field, value, kind) in [
        ("g", "x", StoreErrorKind::Unsupported),
        ("own", "1", StoreErrorKind::Unsupported),
        ("dom", "far too long", StoreErrorKind::Other),
        ("u", "x", StoreErrorKind::Other),
    ] {
        let error = store.mask(&t, &[constant(field, value)], &first).await.unwrap_err();
        assert_eq!(error.kind(), kind, "{field} {error}");
    }
}

#[tokio::test]
#[ignore = "needs PostgreSQL"]
async fn fields_inside_of_documents_are_masked_and_absent_ones_stay_absent() {
    let (_database, pool, store) = Database::with(
        "CREATE TABLE t (id int PRIMARY KEY, j jsonb, js json);
         INSERT INTO t (id, j) VALUES (1, '{\"a\": {\"phone\": \"+49 1\", \"keep\": 1}, \"name\": \"Ana\", \"n\": 12345}'), (2, '{\"a\": 5}'), (3, '[1]'), (4, '\"ana\"'), (5, NULL), (6, 'null'), (7, '{\"a\": {}}');
         UPDATE t SET js = j::json;",
    )
    .await;
    let t = place("t", &["id"]);
    for column in ["j", "js"] {
        let field = |name: &str| format!("{column}.{name}");
        let masks = [
            mask(&field("a.phone"), Replacement::Null),
            constant(&field("name"), "gone"),
            mask(&field("n"), Replacement::Prefix(2)),
        ];
        assert_eq!(store.mask(&t, &masks, &Selection::Everything).await.unwrap(), 7);
        let left = texts(&pool, &format!("SELECT {column}::jsonb::text FROM t ORDER BY id")).await;
        let left: Vec<_> = left.iter().map(|it| it.as_deref().unwrap_or("-")).collect();
        assert_eq!(
            left,
            [
                "{\"a\": {\"keep\": 1, \"phone\": null}, \"n\": \"12\", \"name\": \"gone\"}",
                "{\"a\": 5, \"name\": \"gone\"}",
                "[1]",
                "\"ana\"",
                "-",
                "null",
                "{\"a\": {}, \"name\": \"gone\"}",
            ]
        );
        let masks = [
            mask(&field("name"), Replacement::Scrub(Scrubber::new(["gone".to_owned()], []).unwrap())),
            mask(&field("a.keep"), Replacement::Pseudonym(SecretKey::new([2; 32]))),
        ];
        assert_eq!(store.mask(&t, &masks, &Selection::Everything).await.unwrap(), 7);
        let left = text(&pool, &format!("SELECT ({column}::jsonb ->> 'name') || left({column}::jsonb #>> '{{a,keep}}', 9) FROM t WHERE id = 1")).await;
        assert_eq!(left, "[erased]pseudonym");
        assert_eq!(text(&pool, &format!("SELECT {column}::jsonb::text FROM t WHERE id = 3")).await, "[1]");
    }
}

#[tokio::test]
#[ignore = "needs PostgreSQL"]
async fn names_are_found_however_they_are_spelled_and_another_tenant_keeps_its_rows() {
    let long = "x".repeat(63);
    let (_database, pool, store) = Database::with(&format!(
        "CREATE SCHEMA other; CREATE SCHEMA \"Select\"; CREATE TABLE \"Order\" (\"Id\" int PRIMARY KEY, \"user\" text, \"a\"\"b'c\\d é\" text, tenant int, {long} int);
         CREATE TABLE other.\"Order\" (\"Id\" int PRIMARY KEY, tenant int); CREATE TABLE \"Select\".\"from\" (id int); INSERT INTO \"Select\".\"from\" VALUES (1);
         INSERT INTO \"Order\" VALUES (1, 'u', 'x', 1, 5), (2, 'u', 'x', 2, 5); INSERT INTO other.\"Order\" VALUES (1, 1);"
    ))
    .await;
    let mine = |table: &str| Place::new(table, ["id".to_owned()], vec![Condition::new("Tenant", [1.into()])]);
    for field in ["USER", "user", "a\"b'c\\d é", &long] {
        let selection = Selection::one_of(field, ["u".into(), "x".into(), 5.into()]);
        assert_eq!(store.count(&mine("order"), &selection).await.unwrap(), 1, "{field}");
    }
    assert_eq!(store.erase(&mine("ORDER"), &Selection::one_of("user", ["u".into()]), 10).await.unwrap(), 1);
    assert_eq!(text(&pool, "SELECT string_agg(tenant::text, '') FROM \"Order\"").await, "2");
    assert_eq!(store.count(&mine("other.order"), &Selection::Everything).await.unwrap(), 1);
    assert_eq!(store.erase(&place("select.FROM", &["id"]), &Selection::Everything, 10).await.unwrap(), 1);
    assert_eq!(store.describe(&place("nowhere.order", &["id"])).await.unwrap(), Description::Missing);
}

#[tokio::test]
#[ignore = "needs PostgreSQL"]
async fn a_schema_is_told_as_the_database_has_it() {
    let (_database, pool, store) = Database::with(
        "CREATE SCHEMA s; CREATE TYPE mood AS ENUM ('b', 'a'); CREATE DOMAIN base AS varchar(9) NOT NULL; CREATE DOMAIN top AS base;
         CREATE TABLE people (id int PRIMARY KEY, dom top, e mood, g int GENERATED ALWAYS AS (1) STORED, own int GENERATED ALWAYS AS IDENTITY, uid uuid, n int, j jsonb, at timestamptz);
         CREATE UNIQUE INDEX ON people (uid) INCLUDE (n); CREATE INDEX ON people (n) WHERE n > 0; CREATE INDEX ON people (at, lower(dom)); CREATE INDEX ON people USING gin (j);
         CREATE TABLE s.notes (a int REFERENCES people ON DELETE CASCADE, b int REFERENCES people ON DELETE SET NULL, c int REFERENCES people DEFERRABLE INITIALLY DEFERRED);
         CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN OLD; END'; CREATE TRIGGER goes AFTER DELETE OR UPDATE ON people FOR EACH ROW EXECUTE FUNCTION f();
         CREATE RULE soft AS ON DELETE TO people DO INSTEAD NOTHING; CREATE VIEW seen AS SELECT * FROM people; CREATE MATERIALIZED VIEW kept AS SELECT 1 AS x;
         CREATE TABLE parts (id int PRIMARY KEY) PARTITION BY RANGE (id); CREATE TABLE part1 PARTITION OF parts FOR VALUES FROM (0) TO (100); CREATE TABLE part2 PARTITION OF parts DEFAULT;
         INSERT INTO parts SELECT n FROM generate_series(1, 200) AS n; CREATE TABLE oubliette_x (id int);",
    )
    .await;
    let people = schema(&store, "people").await;
    let column = |name: &str| people.column(name).unwrap();
    assert_eq!((&column("dom").kind, column("dom").nullable), (&ColumnKind::Text { limit: Some(9) }, false));
    assert_eq!(column("e").kind, ColumnKind::Choice { values: names(&["b", "a"]) });
    assert!(column("g").is_generated && column("own").is_generated && !column("n").is_generated);
    assert!(people.tells_apart(&names(&["uid"])) && people.has_index_for(&names(&["at"])));
    assert!(
        !people.has_index_for(&names(&["n"]))
            && !people.has_index_for(&names(&["j"]))
            && !people.tells_apart(&names(&["n"]))
    );
    let references: Vec<_> =
        people.referred_by.iter().map(|it| (it.table.as_str(), it.columns.join(","), it.on_delete)).collect();
    assert_eq!(
        references,
        [
            ("s.notes", "a".to_owned(), OnDelete::Cascade),
            ("s.notes", "b".to_owned(), OnDelete::LetGo),
            ("s.notes", "c".to_owned(), OnDelete::Refuse)
        ]
    );
    let triggers: Vec<_> =
        people.triggers.iter().map(|it| (it.name.as_str(), it.on_delete, it.on_update)).collect();
    assert_eq!(triggers, [("goes", true, true), ("soft", true, false)]);
    let tables = store.tables().await.unwrap();
    let listed: Vec<_> = tables.iter().map(|it| (it.name.as_str(), it.is_view)).collect();
    assert_eq!(
        listed,
        [("kept", false), ("parts", false), ("people", false), ("s.notes", false), ("seen", true)]
    );
    // A materialised view has bytes of its own.
    let copies: Vec<_> = tables.iter().filter(|it| it.schema.is_copy).map(|it| it.name.as_str()).collect();
    assert_eq!(copies, ["kept"]);
    assert!(tables.iter().all(|it| it.rows.is_none()));
    run(&pool, "ANALYZE").await;
    let rows = |name: &str, tables: &[oubliette::port::Table]| {
        tables.iter().find(|it| it.name == name).unwrap().rows
    };
    assert_eq!(rows("parts", &store.tables().await.unwrap()), Some(200));
}
