//! SQLite.

use crate::database::sqlite::{database, memory};
use crate::{Case, all_told, findings, keyed, masked, notes, untold, unwarned};

async fn all(cases: Vec<Case>) {
    let mut missing = Vec::new();
    for case in cases {
        missing.extend(untold(&memory().await, &case).await);
    }
    all_told(&missing);
}

#[tokio::test]
async fn keys_that_are_none() {
    let unique: &[&str] = &["makes these columns unique"];
    let answered = "[stores.crm.unique]\n\"people.*\" = \"a job looks after it\"";
    all(vec![
        ("CREATE TABLE people (id TEXT PRIMARY KEY, phone TEXT)", keyed("id", ""), &[]),
        ("CREATE TABLE people (id TEXT, phone TEXT)", keyed("id", ""), unique),
        ("CREATE TABLE people (id TEXT, phone TEXT)", keyed("id", answered), &[]),
        ("CREATE TABLE people (id TEXT, phone TEXT); CREATE UNIQUE INDEX u ON people (id) WHERE phone IS NOT NULL", keyed("id", ""), unique),
        ("CREATE TABLE people (id TEXT, phone TEXT); CREATE UNIQUE INDEX u ON people (lower(id))", keyed("id", ""), unique),
        ("CREATE TABLE t (id INTEGER PRIMARY KEY, phone TEXT); CREATE VIEW people AS SELECT * FROM t", keyed("id", ""), unique),
        ("CREATE TABLE t (id INTEGER PRIMARY KEY, phone TEXT); CREATE VIEW people AS SELECT * FROM t", keyed("id", answered), &["a view without a trigger"]),
    ])
    .await;
}

#[tokio::test]
async fn links_in_other_spellings() {
    let sql = "CREATE TABLE people (id TEXT COLLATE RULES PRIMARY KEY, phone TEXT); CREATE TABLE notes (id INTEGER PRIMARY KEY, owner TEXT OWN);
        INSERT INTO people (id) VALUES ('ana'); INSERT INTO notes VALUES (1, 'ana'), (2, 'SPELLED')";
    let mut cases: Vec<Case> = Vec::new();
    for (rules, own, spelled, is_other) in [
        ("NOCASE", "COLLATE NOCASE", "ANA", true),
        ("NOCASE", "REFERENCES people", "ANA", true),
        ("RTRIM", "COLLATE RTRIM", "ana ", true),
        ("NOCASE", "COLLATE NOCASE", "ana", false),
        ("BINARY", "", "ANA", false),
    ] {
        let sql = sql.replace("RULES", rules).replace("OWN", own).replace("SPELLED", spelled);
        cases.push((
            Box::leak(sql.into_boxed_str()),
            notes("owner", "", ""),
            if is_other { &["other spellings"] } else { &[] },
        ));
    }
    all(cases).await;
}

#[tokio::test]
async fn cascades_that_take_what_nobody_told() {
    let tables = "CREATE TABLE people (id INTEGER PRIMARY KEY, uid INTEGER UNIQUE, phone TEXT);
        CREATE TABLE notes (id INTEGER PRIMARY KEY, kind TEXT, owner INTEGER REFERENCES people TO ON DELETE RULE, reader INTEGER)";
    let with = |to: &str, rule: &str| -> &'static str {
        Box::leak(tables.replace("TO", to).replace("RULE", rule).into_boxed_str())
    };
    let some = || notes("owner", "", "where = { kind = \"chat\" }");
    let half = || notes("owner", ", where = { kind = \"chat\" }", "");
    let answered = |map: String| {
        format!("[stores.crm.cascades]\n\"notes.owner\" = \"they are nothing without them\"\n{map}")
    };
    let unseen: &[&str] = &["an erasure does not see them", "[stores.crm.cascades]", "notes.owner"];
    all(vec![
        (with("(id)", "CASCADE"), notes("owner", "", ""), &[]),
        (with("(id)", "CASCADE"), some(), unseen),
        (with("(id)", "CASCADE"), half(), unseen),
        // The map compares other fields than the database.
        (with("(uid)", "CASCADE"), notes("owner", "", ""), unseen),
        (with("(id)", "CASCADE"), answered(some()), &[]),
        (with("(id)", "CASCADE"), answered(half()), &[]),
        (with("(id)", "RESTRICT"), some(), &[]),
        (with("(id)", "SET NULL"), half(), &[]),
        // What may stay lets go first, and nobody writes while SQLite erases.
        (with("(id)", "CASCADE"), notes("owner", "}, { field = \"reader\", of = \"people\"", ""), &[]),
    ])
    .await;
}

#[tokio::test]
async fn masks_that_the_database_would_refuse() {
    let table = |more: &str, then: &str| -> &'static str {
        let sql = format!(
            "CREATE TABLE people (id INTEGER PRIMARY KEY, phone TEXT, email TEXT, gone INTEGER {more}); {then}; INSERT INTO people (id, phone, email) VALUES (1, '+442079460958', 'ana@x.example')"
        );
        Box::leak(sql.into_boxed_str())
    };
    let constant = || masked("email = { mask = { constant = \"gone@x.example\" } }");
    let alike: &[&str] = &["the first record goes well and the second one never"];
    all(vec![
        (table("", "CREATE UNIQUE INDEX u ON people (lower(email))"), constant(), alike),
        (table("", "CREATE UNIQUE INDEX u ON people (email) WHERE gone IS NULL"), constant(), alike),
        (table(", UNIQUE (gone, email)", ""), constant(), alike),
        (table("", "CREATE UNIQUE INDEX u ON people (coalesce(email, ''))"), masked("email = {}"), alike),
        (table(", low TEXT AS (lower(email)) STORED UNIQUE", ""), constant(), alike),
        (table(", UNIQUE (email)", ""), masked("email = {}"), &[]),
        (
            table(", CONSTRAINT has_at CHECK (email LIKE '%@%')", ""),
            masked("email = { mask = \"token\" }"),
            &["breaks a constraint", "`has_at`"],
        ),
        (table(", CHECK (email LIKE '%@%')", ""), constant(), &[]),
        (
            table(", CHECK (email IS NOT NULL OR phone IS NOT NULL)", ""),
            masked("email = {}"),
            &["breaks a constraint"],
        ),
    ])
    .await;
}

/// What a trigger does with a change, only a trial on one record tells; nothing of it may be left.
#[tokio::test]
async fn changes_that_a_trigger_refuses() {
    let people = |trigger: &str| -> &'static str {
        let sql = format!(
            "CREATE TABLE people (id INTEGER PRIMARY KEY, phone TEXT, email TEXT); INSERT INTO people VALUES (1, '+442079460958', 'ana@x.example'); {trigger}"
        );
        Box::leak(sql.into_boxed_str())
    };
    let refuses = |event: &str| {
        people(&format!(
            "CREATE TRIGGER guard BEFORE {event} ON people WHEN old.id = 1 BEGIN SELECT RAISE(ABORT, 'no'); END"
        ))
    };
    let passes = |event: &str| {
        people(&format!(
            "CREATE TRIGGER log AFTER {event} ON people BEGIN UPDATE people SET email = email; END"
        ))
    };
    let ignores = people("CREATE TRIGGER soft BEFORE DELETE ON people BEGIN SELECT RAISE(IGNORE); END");
    let mut missing = Vec::new();
    let cases: Vec<Case> = vec![
        (refuses("UPDATE"), masked("email = {}"), &["a trigger refuses it"]),
        (refuses("UPDATE"), keyed("id", ""), &[]),
        (refuses("DELETE"), keyed("id", ""), &["a trigger refuses it"]),
        (refuses("DELETE"), masked("email = {}"), &[]),
        (ignores, keyed("id", ""), &["still there once it has been erased"]),
        (passes("UPDATE"), masked("email = {}"), &[]),
        (passes("DELETE"), keyed("id", ""), &[]),
    ];
    for case in cases {
        missing.extend(unwarned(&memory().await, &case).await);
    }
    all_told(&missing);
}

/// In SQLite a type is a hint, unless the table is strict.
#[tokio::test]
async fn types_that_hint_are_warned_of() {
    for (strict, is_error) in [("STRICT", true), ("", false)] {
        let sql = format!(
            "CREATE TABLE people (id INTEGER PRIMARY KEY, phone TEXT) {strict}; CREATE TABLE notes (id INTEGER PRIMARY KEY, owner INTEGER, kind INTEGER) {strict}"
        );
        let (_pool, store) = database(&sql).await;
        let map = notes("owner", ", where = { kind = \"contact\" }", "");
        let (checked, refused) = findings(store, &map).await;
        assert!(checked.to_string().contains("no row can meet this condition"), "{checked}");
        assert_eq!(refused.has_errors(), is_error, "{refused}");
    }
}

#[tokio::test]
async fn full_text_tables_are_listed_like_any_other() {
    let (_pool, store) = database(
        "CREATE TABLE people (id INTEGER PRIMARY KEY, phone TEXT); CREATE VIRTUAL TABLE chat_search USING fts5 (body, phone, email)",
    )
    .await;
    let (checked, refused) = findings(store, &keyed("id", "")).await;
    let text = checked.to_string();
    assert!(
        text.contains("table `chat_search`") && text.contains("this copy of what other tables hold"),
        "{text}"
    );
    assert!(!text.contains("chat_search_") && refused.is_empty(), "{text}");
}
