//! A column that may not be null, of a record that may have to stay as an empty shell, needs a mask or `keep`: found before
//! anything is run, and only where a shell can arise.

use oubliette::engine::EngineError;

use crate::letting_go::{database, engine};

const POLICY: &str = r#"
    name = "Test"
    version = "1"
    [channels.operator]
    [[category]]
    id = "contacts"
    on_erasure = "erase"
    [[category]]
    id = "billing"
    on_erasure = "retain"
    retain = [{ ground = "tax_law", citation = "an act, s. 1", period = "700 years", start = "issued" }]
"#;

/// A contact with these columns besides, and these collections beside it.
fn map(fields: &str, others: &str) -> String {
    format!(
        "[[collection]]\nname = \"contacts\"\nkey = \"id\"\ncategory = \"contacts\"\nsubject = \"contact\"\n\
         identifiers = {{ email = \"email\" }}\n[collection.fields]\n{fields}\n{others}"
    )
}

const BILLS: &str = r#"
    [[collection]]
    name = "bills"
    key = "id"
    category = "billing"
    owned_by = [{ field = "contact_id", of = "contacts", clear = CLEAR }]
    events = { issued = { field = "issued", as = "date" } }
"#;

const LETTERS: &str = r#"
    [[collection]]
    name = "letters"
    key = "id"
    category = "contacts"
    owned_by = [{ field = "contact_id", of = "contacts", clear = CLEAR }, { field = "reader", of = "contacts" }]
"#;

const NOTES: &str = r#"
    [[collection]]
    name = "notes"
    key = "id"
    category = "contacts"
    owned_by = [{ field = "contact_id", of = "contacts", clear = CLEAR }]
"#;

/// What the engine refuses, if anything.
async fn refused(column: &str, fields: &str, others: &str, contact_id: &str) -> Option<String> {
    let table = |name: &str| {
        format!(
            "CREATE TABLE {name} (id INTEGER PRIMARY KEY, contact_id INTEGER {contact_id}, reader INTEGER, issued TEXT);"
        )
    };
    let tables = ["bills", "letters", "notes", "audit"].map(|name| match others.contains(name) {
        true => table(name),
        false => String::new(),
    });
    let contacts = format!("CREATE TABLE contacts (id INTEGER PRIMARY KEY, email TEXT, rank {column});");
    let tables = [&[contacts][..], &tables].concat().concat();
    let pool = database(Box::leak(tables.into_boxed_str())).await;
    let others = if others == "audit" { "" } else { others };
    match engine(&pool, POLICY, &map(fields, others)).await {
        Ok(_) => None,
        Err(EngineError::Unfit(findings)) => Some(findings.to_string()),
        Err(error) => panic!("{error}"),
    }
}

#[tokio::test]
async fn a_column_that_a_shell_cannot_lose_is_refused_where_a_shell_can_arise() {
    let (null, not_null) = ("REFERENCES contacts (id)", "NOT NULL REFERENCES contacts (id)");
    let cleared = |others: &str| others.replace("CLEAR", "[\"contact_id\"]");
    let pinned = |others: &str| others.replace("CLEAR", "[]");
    for (others, contact_id, by) in [
        (pinned(BILLS), not_null, Some("bills.contact_id")),
        (pinned(BILLS), null, Some("bills.contact_id")),
        (cleared(BILLS), null, None),
        (pinned(LETTERS), not_null, Some("letters.contact_id")),
        (cleared(LETTERS), null, None),
        // A note is the contact's alone, and goes first.
        (pinned(NOTES), not_null, None),
        ("audit".to_owned(), not_null, Some("audit.contact_id")),
        (String::new(), "", None),
    ] {
        let told = refused("TEXT NOT NULL", "", &others, contact_id).await;
        assert_eq!(told.is_some(), by.is_some(), "{others} {contact_id}: {told:?}");
        if let (Some(told), Some(by)) = (told, by) {
            assert!(told.contains("rank") && told.contains(by), "{told}");
            assert!(told.contains("`rank = { keep = true }` if it is not personal"), "{told}");
        }
        for fields in ["rank = { keep = true }", "rank = { mask = { constant = \"\" } }"] {
            assert_eq!(
                refused("TEXT NOT NULL", fields, &others, contact_id).await,
                None,
                "{fields}: {others}"
            );
        }
        assert_eq!(refused("TEXT", "", &others, contact_id).await, None, "{others}");
    }
}

#[tokio::test]
async fn the_remedy_is_a_mask_that_the_column_can_hold() {
    for (column, remedy) in [
        ("TEXT NOT NULL", Some("\"token\"")),
        ("TEXT NOT NULL UNIQUE", Some("\"token\"")),
        ("VARCHAR(5) NOT NULL", Some("")),
        ("INTEGER NOT NULL", Some("{ constant = 0 }")),
        ("INTEGER NOT NULL UNIQUE", None),
        ("REAL NOT NULL", Some("{ constant = 0.0 }")),
        ("BOOLEAN NOT NULL", Some("{ constant = false }")),
        ("DATETIME NOT NULL", Some("{ constant = ")),
    ] {
        let told = refused(column, "", "audit", "NOT NULL REFERENCES contacts (id)").await.unwrap();
        let Some(remedy) = remedy else {
            assert!(told.contains("keep = true") && !told.contains("mask ="), "{column}: {told}");
            continue;
        };
        let (_, mask) = told.split_once("or `rank = { mask = ").unwrap_or_else(|| panic!("{column}: {told}"));
        assert!(mask.starts_with(remedy), "{column}: {told}");
        let mask = mask.split_once("`").unwrap().0;
        let fields = format!("rank = {{ mask = {mask}");
        let again = refused(column, &fields, "audit", "NOT NULL REFERENCES contacts (id)").await;
        assert_eq!(again, None, "{column}: {fields}");
    }
}
