//! The MySQL and MariaDB store: names, masks, batches, what is told of a schema, and what an error says.
#![cfg(feature = "mysql")]

#[expect(dead_code, reason = "each test takes what it needs")]
#[path = "support/database/mod.rs"]
mod database;

use std::sync::Arc;

use database::mariadb::in_database;
use database::{names, place, read_all};
use oubliette::adapter::sql::MysqlStore;
use oubliette::port::{
    Catalogue, ColumnKind, Description, FieldMask, OnDelete, Place, Replacement, Scrubber, SecretKey,
    Selection, Store, StoreErrorKind,
};
use oubliette::value::{Condition, Value};

fn mask(field: &str, with: Replacement) -> FieldMask {
    FieldMask { field: field.to_owned(), with }
}

#[test]
#[ignore = "needs MariaDB"]
fn hostile_names_are_only_names() {
    in_database(|database| async move {
        for name in [
            "select",
            "a`b",
            "it's",
            "t0",
            "t1",
            "j",
            "new",
            "old",
            "found",
            "k0",
            "r",
            "ключ 鍵",
            "x; DROP TABLE bystander; --",
            "%s ? :a @b",
            "a\\b",
        ] {
            for key in ["PRIMARY KEY (id)", "KEY (id)"] {
                let quoted = format!("`{}`", name.replace('`', "``"));
                database
                    .run(&format!(
                        "CREATE TABLE {quoted} (id INTEGER NOT NULL, {quoted} VARCHAR(60), `order` TEXT, `lines` JSON, {key});
                         INSERT INTO {quoted} VALUES (1, 'x', 'a', '{{}}'), (2, 'y', 'b', '{{}}'), (3, NULL, 'c', '{{}}');"
                    ))
                    .await;
                let store = database.store().await;
                let place = place(name, &["id"]);
                let both =
                    || Selection::one_of(name, ["x".into()]).or(Selection::Null { field: name.into() });
                assert_eq!(store.count(&place, &both()).await.unwrap(), 2, "{name}");
                let records = read_all(&store, &place, &names(&[name, "order"]), &both(), 1).await;
                assert_eq!(records[0].values, ["x".into(), "a".into()]);
                let linked = Selection::Linked {
                    fields: names(&[name]),
                    to: Arc::new(place.clone()),
                    to_fields: names(&[name]),
                    selection: Box::new(both()),
                };
                let masks = [
                    mask(name, Replacement::Pseudonym(SecretKey::new([1; 32]))),
                    mask("lines.a`b'\"c", Replacement::Constant("x".into())),
                ];
                assert_eq!(store.mask(&place, &masks, &linked).await.unwrap(), 1, "{name}");
                assert_eq!(store.erase(&place, &linked.negated(), 10).await.unwrap(), 3, "{name} {key}");
                database.run(&format!("DROP TABLE {quoted}")).await;
            }
        }
    });
}

#[test]
#[ignore = "needs MariaDB"]
fn every_mask_writes_what_apply_makes_of_the_old_value() {
    in_database(|database| async move {
        let replacements = [
            Replacement::Null,
            Replacement::Constant("gone".into()),
            Replacement::Prefix(0),
            Replacement::Prefix(2),
            Replacement::Prefix(usize::MAX),
            Replacement::Pseudonym(SecretKey::new([1; 32])),
            Replacement::Scrub(Scrubber::new(["Ana".to_owned()], ["919876543210".to_owned()]).unwrap()),
        ];
        for key in [
            "id INT PRIMARY KEY",
            "id VARCHAR(20) PRIMARY KEY",
            "id BINARY(4) PRIMARY KEY",
            "id DECIMAL(9,2) NOT NULL UNIQUE",
            "id INT",
            "id ENUM('3','2','1','4','5') NOT NULL UNIQUE",
            "id BIGINT UNSIGNED PRIMARY KEY",
        ] {
            for only in [Selection::Everything, Selection::one_of("v", ["".into(), "é😀x".into()])] {
                for replacement in &replacements {
                    database
                        .run(&format!(
                            "DROP TABLE IF EXISTS t; CREATE TABLE t ({key}, v TEXT, w VARCHAR(40), up TIMESTAMP NOT NULL DEFAULT '2001-01-01' ON UPDATE CURRENT_TIMESTAMP);
                             INSERT INTO t (id, v) VALUES ('1', 'Ana +91 98765-43210 é'), ('2', NULL), ('3', ''), ('4', 'é😀x'), ('5', CONCAT('q\"', X'00', '\\\\ \\n ana'))"
                        ))
                        .await;
                    let store = database.store().await;
                    let t = place("t", &["id"]);
                    let before = read_all(&store, &t, &names(&["v"]), &Selection::Everything, 100).await;
                    let matched = store.count(&t, &only).await.unwrap();
                    let masks = [mask("v", replacement.clone()), mask("w", Replacement::Token)];
                    assert_eq!(store.mask(&t, &masks, &only).await.unwrap(), matched);
                    let after =
                        read_all(&store, &t, &names(&["v", "w", "up"]), &Selection::Everything, 100).await;
                    let mut tokens = Vec::new();
                    for (before, after) in before.iter().zip(&after) {
                        assert!(before.key == after.key);
                        let is_meant = only == Selection::Everything
                            || matches!(before.values[0].as_text(), Some("" | "é😀x"));
                        let expected = if is_meant {
                            replacement.apply(&before.values[0], || unreachable!()).unwrap()
                        } else {
                            before.values[0].clone()
                        };
                        assert_eq!(after.values[0].to_text(), expected.to_text(), "{key} {replacement:?}");
                        assert_eq!(
                            after.values[2].as_text(),
                            Some("2001-01-01 00:00:00"),
                            "a mask is no event"
                        );
                        tokens.extend(after.values[1].to_text());
                    }
                    assert!(tokens.iter().all(|token| token.len() == Replacement::TOKEN_LENGTH
                        && token.bytes().all(|byte| byte.is_ascii_hexdigit())));
                    tokens.sort();
                    tokens.dedup();
                    assert_eq!(tokens.len() as u64, matched);
                    assert_eq!(
                        store.mask(&t, &masks, &only).await.unwrap(),
                        store.count(&t, &only).await.unwrap()
                    );
                }
            }
        }
    });
}

#[test]
#[ignore = "needs MariaDB"]
fn a_mask_is_written_whole_or_is_an_error_in_any_session() {
    in_database(|database| async move {
        database
            .run("CREATE TABLE t (id INT PRIMARY KEY, e ENUM('on','off') NOT NULL, d DATE NOT NULL, n INT NOT NULL, s VARCHAR(3) NOT NULL, js JSON, g VARCHAR(9) AS (CONCAT('x', n)) STORED);
                  INSERT INTO t (id, e, d, n, s, js) VALUES (1, 'on', '2024-02-29', 7, 'abc', '{}')")
            .await;
        let lax = sqlx::mysql::MySqlPoolOptions::new()
            .after_connect(|connection, _| {
                Box::pin(
                    async move { sqlx::raw_sql("SET sql_mode = ''").execute(connection).await.map(drop) },
                )
            })
            .connect(&database.url)
            .await
            .unwrap();
        for store in [database.store().await, MysqlStore::from_pool(lax)] {
            let t = place("t", &["id"]);
            for (field, value) in [
                ("e", "ana@secret.org".into()),
                ("d", "ana@secret.org".into()),
                ("n", "ana@secret.org".into()),
                ("s", "ana@secret.org".into()),
                ("js", "ana@secret.org".into()),
                ("e", Value::Null),
                ("g", "x".into()),
            ] {
                let error = store
                    .mask(&t, &[mask(field, Replacement::Constant(value))], &Selection::Everything)
                    .await
                    .unwrap_err();
                assert_eq!(error.kind(), StoreErrorKind::Constraint, "{field} {error}");
                assert!(!format!("{error} {error:?}").contains("ana"), "{error}");
            }
            for (field, value) in [
                ("e", Value::from("off")),
                ("d", "1900-01-01".into()),
                ("n", Value::Integer(0)),
                ("s", "".into()),
                ("js", "{\"a\": 1}".into()),
            ] {
                assert_eq!(
                    store
                        .mask(&t, &[mask(field, Replacement::Constant(value))], &Selection::Everything)
                        .await
                        .unwrap(),
                    1,
                    "{field}"
                );
            }
        }
        assert_eq!(
            database.text("SELECT CONCAT_WS(' ', e, d, n, js) FROM t").await.as_deref(),
            Some("off 1900-01-01 0 {\"a\": 1}")
        );
    });
}

#[test]
#[ignore = "needs MariaDB"]
fn fields_inside_of_json_are_read_compared_and_masked() {
    in_database(|database| async move {
        database
            .run(
                r#"CREATE TABLE t (id INT PRIMARY KEY, js JSON, txt TEXT);
                INSERT INTO t VALUES (1, '{"phone": "+91 98765-43210", "n": 7, "yes": true, "nil": null, "deep": {"mail": "Ana@x.org"}, "a.b": 1}', '{"k": "v"}'),
                (2, '{"n": "7 ", "phone": 919876543210}', 'no JSON'), (3, NULL, NULL), (4, '[]', '{"k": 5}')"#,
            )
            .await;
        let store = database.store().await;
        let t = place("t", &["id"]);
        let ids = async |selection: Selection| -> Vec<String> {
            read_all(&store, &t, &[], &selection, 2)
                .await
                .iter()
                .map(|record| record.key.values()[0].to_text().unwrap())
                .collect()
        };
        assert_eq!(ids(Selection::one_of("js.n", [Value::Integer(7)])).await, ["1"]);
        assert_eq!(ids(Selection::one_of("js.yes", [Value::Boolean(true)])).await, ["1"]);
        assert_eq!(ids(Selection::Null { field: "js.nil".into() }).await, ["1", "2", "3", "4"]);
        assert_eq!(ids(Selection::one_of("txt.k", ["v".into(), "5".into()])).await, ["1", "4"]);
        assert_eq!(
            ids(Selection::NumberIs { field: "js.phone".into(), digits: vec!["919876543210".into()] }).await,
            ["1", "2"]
        );
        assert_eq!(
            ids(Selection::EmailIs { field: "js.deep.mail".into(), addresses: vec!["ana@x.org".into()] })
                .await,
            ["1"]
        );
        let masks = [
            mask("js.phone", Replacement::Null),
            mask("js.deep.mail", Replacement::Pseudonym(SecretKey::new([1; 32]))),
            mask("js.new.deeper", Replacement::Constant(Value::Boolean(true))),
            mask("js.n", Replacement::Scrub(Scrubber::new(["x".to_owned()], []).unwrap())),
        ];
        let first = Selection::one_of("id", [1, 2, 3].map(Value::Integer));
        assert_eq!(store.mask(&t, &masks, &first).await.unwrap(), 3);
        let written = database.text("SELECT js FROM t WHERE id = 1").await.unwrap();
        let written: serde_json::Value = serde_json::from_str(&written).unwrap();
        assert!(written["phone"].is_null() && written["yes"] == true && written["a.b"] == 1, "{written}");
        assert!(written["deep"]["mail"].as_str().unwrap().starts_with("pseudonym-"), "{written}");
        assert_eq!(written["new"]["deeper"], true, "{written}");
        let second: serde_json::Value =
            serde_json::from_str(&database.text("SELECT js FROM t WHERE id = 2").await.unwrap()).unwrap();
        assert_eq!(second["n"], "7 ");
        assert!(second.get("deep").is_none(), "{second}");
        assert_eq!(database.text("SELECT js FROM t WHERE id = 3").await, None);
        let prefix = [mask("txt.k", Replacement::Prefix(1))];
        assert_eq!(store.mask(&t, &prefix, &Selection::one_of("id", [Value::Integer(1)])).await.unwrap(), 1);
        assert_eq!(
            store.mask(&t, &prefix, &Selection::Everything).await.unwrap(),
            4,
            "a text that is no JSON stays"
        );
        assert_eq!(database.text("SELECT txt FROM t WHERE id = 2").await.as_deref(), Some("no JSON"));
    });
}

#[test]
#[ignore = "needs MariaDB"]
fn a_batch_is_at_most_the_limit_and_leaves_nothing_behind() {
    in_database(|database| async move {
        for table in [
            "(id INT PRIMARY KEY, tenant INT, v VARCHAR(9))",
            "(id INT, tenant INT NOT NULL, v VARCHAR(9), PRIMARY KEY (tenant, id))",
            "(id INT, tenant INT, v VARCHAR(9))",
            "(id INT NOT NULL, tenant INT, v VARCHAR(9), UNIQUE (id)) ENGINE = MyISAM",
            "(id VARCHAR(9) PRIMARY KEY, tenant INT, v VARCHAR(9)) COLLATE utf8mb4_unicode_ci",
        ] {
            database.run(&format!("DROP TABLE IF EXISTS t; CREATE TABLE t {table}; INSERT INTO t SELECT seq, seq % 3, IF(seq % 2, 'a', 'A') FROM seq_1_to_60")).await;
            let store = database.store().await;
            let mine = Place::new(
                "t",
                names(&["tenant", "id"]),
                vec![Condition::new("tenant", [Value::Integer(1)])],
            );
            let only = Selection::one_of("v", ["a".into()]);
            let keys = read_all(&store, &mine, &names(&["v"]), &Selection::Everything, 7).await;
            assert_eq!(keys.len(), 20, "{table}");
            let linked = only.clone().and(Selection::Linked {
                fields: names(&["id"]),
                to: Arc::new(place("t", &["id"])),
                to_fields: names(&["id"]),
                selection: Box::new(only.clone()),
            });
            assert_eq!(store.erase(&mine, &linked, 7).await.unwrap(), 7, "{table}");
            assert_eq!(store.erase(&mine, &linked, 7).await.unwrap(), 3);
            assert_eq!(store.erase(&mine, &linked, 7).await.unwrap(), 0);
            assert_eq!(database.number("SELECT COUNT(*) FROM t").await, 50, "{table}");
        }
    });
}

#[test]
#[ignore = "needs MariaDB"]
fn a_table_that_reads_itself_is_erased_from() {
    in_database(|database| async move {
        database
            .run(
                "CREATE TABLE m (id INTEGER PRIMARY KEY, parent INTEGER, owner INTEGER);
                 CREATE VIEW vm AS SELECT * FROM m;",
            )
            .await;
        for (from, to) in [("m", "m"), ("m", "vm"), ("vm", "m")] {
            for (limit, batches) in [(100, [3, 0]), (2, [2, 1])] {
                database
                    .run("DELETE FROM m; INSERT INTO m VALUES (1, NULL, 7), (2, 1, 8), (3, 1, 8), (4, 1, 8), (5, 2, 9)")
                    .await;
                let store = database.store().await;
                let below_seven = Selection::Linked {
                    fields: names(&["parent"]),
                    to: Arc::new(place(to, &["id"])),
                    to_fields: names(&["id"]),
                    selection: Box::new(Selection::one_of("owner", [7.into()])),
                };
                for erased in batches {
                    let batch = store.erase(&place(from, &["id"]), &below_seven, limit).await.unwrap();
                    assert_eq!(batch, erased, "{from} {to} {limit}");
                }
                assert_eq!(
                    database.number("SELECT CAST(SUM(id) AS SIGNED) FROM m").await,
                    6,
                    "{from} {to} {limit}"
                );
            }
        }
    });
}

#[test]
#[ignore = "needs MariaDB"]
fn a_schema_is_told_as_the_database_has_it() {
    in_database(|database| async move {
        let other = format!("{}_other", database.name);
        database
            .run(&format!(
                "CREATE TABLE People (Id INT UNSIGNED PRIMARY KEY AUTO_INCREMENT, mail VARCHAR(40) NOT NULL, kind ENUM('It''s','b'), js JSON, ok TINYINT(1), raw BINARY(16), at TIMESTAMP NULL,
                    boss INT UNSIGNED, full VARCHAR(90) AS (UPPER(mail)) VIRTUAL, note TEXT, UNIQUE (mail), KEY part (note(10)), KEY hidden (at) IGNORED, FULLTEXT (note), FOREIGN KEY (boss) REFERENCES People (Id) ON DELETE SET NULL);
                 CREATE TABLE pets (a INT UNSIGNED, b INT, FOREIGN KEY owner (a) REFERENCES People (Id) ON DELETE CASCADE);
                 CREATE TRIGGER gone AFTER DELETE ON People FOR EACH ROW DELETE FROM pets WHERE a IS NULL;
                 CREATE VIEW seen AS SELECT Id FROM People;
                 CREATE TABLE kept (id INT PRIMARY KEY) WITH SYSTEM VERSIONING;
                 CREATE DATABASE {other}; CREATE TABLE {other}.far (p INT UNSIGNED, FOREIGN KEY (p) REFERENCES {}.People (Id));",
                database.name
            ))
            .await;
        let store = database.store().await;
        let tables = store.tables().await.unwrap();
        let described = store.describe(&place("People", &["Id"])).await.unwrap();
        database.run(&format!("DROP DATABASE {other}")).await;
        let all: Vec<_> = tables.iter().map(|table| table.name.as_str()).collect();
        assert_eq!(all, ["People", "kept", "pets", "seen"], "other databases are other applications'");
        assert!(tables.iter().any(|table| table.name == "seen" && table.is_view));
        assert!(tables.iter().any(|table| table.name == "kept" && table.schema.triggers[0].on_delete));
        let people = &tables[0].schema;
        assert_eq!(described, Description::Table(people.clone()));
        let kind = |name: &str| people.column(name).unwrap().kind.clone();
        assert_eq!(kind("kind"), ColumnKind::Choice { values: vec!["It's".into(), "b".into()] });
        assert_eq!(kind("js"), ColumnKind::Json);
        assert_eq!(kind("ok"), ColumnKind::Boolean);
        assert_eq!(kind("raw"), ColumnKind::Bytes);
        assert_eq!(kind("at"), ColumnKind::Time);
        assert_eq!(kind("mail"), ColumnKind::Text { limit: Some(40) });
        assert!(people.column("full").unwrap().is_generated && !people.column("mail").unwrap().is_generated);
        assert!(people.column("at").unwrap().nullable && !people.column("mail").unwrap().nullable);
        assert_eq!(people.unique, [names(&["Id"]), names(&["mail"])]);
        assert!(people.has_index_for(&names(&["boss"])) && people.has_index_for(&names(&["note"])));
        assert!(!people.has_index_for(&names(&["at"])), "an index that nobody uses");
        let mut referred: Vec<_> = people
            .referred_by
            .iter()
            .map(|it| (it.table.clone(), it.columns.clone(), it.on_delete))
            .collect();
        referred.sort_by(|a, b| a.0.cmp(&b.0));
        assert_eq!(
            referred,
            [
                ("People".to_owned(), names(&["boss"]), OnDelete::LetGo),
                (format!("{other}.far"), names(&["p"]), OnDelete::Refuse),
                ("pets".to_owned(), names(&["a"]), OnDelete::Cascade),
            ]
        );
        assert!(people.triggers.len() == 1 && people.triggers[0].on_delete && !people.triggers[0].on_update);
        assert_eq!(store.describe(&place("nobody", &[])).await.unwrap(), Description::Missing);
        let error = store
            .count(&place("People", &["Id"]), &Selection::Null { field: "nobody".into() })
            .await
            .unwrap_err();
        assert_eq!(error.kind(), StoreErrorKind::Missing);
    });
}

#[test]
#[ignore = "needs MariaDB"]
fn lists_and_links_are_driven_from_an_index() {
    in_database(|database| async move {
        database
            .run(
                "CREATE TABLE a (id INT PRIMARY KEY, code VARCHAR(40), n BIGINT, KEY (code), KEY (n));
                 CREATE TABLE b (id INT PRIMARY KEY, a_code VARCHAR(40) CHARACTER SET latin1, a_n VARCHAR(20));
                 INSERT INTO a SELECT seq, CONCAT('c', seq), seq FROM seq_1_to_50000;
                 INSERT INTO b SELECT seq, CONCAT('c', seq), seq FROM seq_1_to_20000; ANALYZE TABLE a, b",
            )
            .await;
        let single =
            sqlx::mysql::MySqlPoolOptions::new().max_connections(1).connect(&database.url).await.unwrap();
        let store = MysqlStore::from_pool(single.clone());
        let a = place("a", &["id"]);
        let link = |from: &str, to: &str| Selection::Linked {
            fields: names(&[from]),
            to: Arc::new(place("b", &["id"])),
            to_fields: names(&[to]),
            selection: Box::new(Selection::one_of("id", (1..=50).map(Value::Integer))),
        };
        for (selection, found) in [
            (Selection::one_of("code", (1..=50).map(|n| Value::from(format!("c{n}")))), 50),
            (Selection::one_of("code", (1..=5000).map(|n| Value::from(format!("c{n}")))), 5000),
            (Selection::one_of("n", (1..=5000).map(Value::Integer)), 5000),
            (link("code", "a_code"), 50),
            (link("n", "a_n"), 50),
        ] {
            let read = async || -> i64 {
                let rows: Vec<(String, String)> =
                    sqlx::query_as("SHOW SESSION STATUS LIKE 'Handler_read_%next'")
                        .fetch_all(&single)
                        .await
                        .unwrap();
                rows.iter().map(|(_, count)| count.parse::<i64>().unwrap()).sum()
            };
            store.count(&a, &Selection::Nothing).await.unwrap();
            let before = read().await;
            assert_eq!(store.count(&a, &selection).await.unwrap(), found, "{selection:?}");
            // Whoever reads the whole table reads 50,000 rows.
            assert!(read().await - before < 30_000, "{selection:?} reads {}", read().await - before);
            let before = read().await;
            assert_eq!(
                store
                    .erase(&a, &selection.clone().and(Selection::one_of("id", [Value::Integer(0)])), 10)
                    .await
                    .unwrap(),
                0
            );
            assert!(read().await - before < 30_000, "{selection:?}");
        }
        let many = Selection::one_of("code", (1..=100_000).map(|n| Value::from(format!("c{n}"))));
        assert_eq!(store.count(&a, &many).await.unwrap(), 50_000);
    });
}
