//! Which indexes SQLite uses for the statements that erase.

use std::sync::Arc;

use super::SqliteStore;
use crate::adapter::sql::dialect::Dialect as _;
use crate::adapter::sql::driver::Driver as _;
use crate::adapter::sql::render::Sql;
use crate::adapter::sql::sqlite::driver::SqliteDriver;
use crate::adapter::sql::statements::{count, read};
use crate::port::{Key, Page, Place, Selection};
use crate::value::{Condition, Value};

async fn crm() -> SqliteStore {
    let pool =
        sqlx::sqlite::SqlitePoolOptions::new().max_connections(1).connect("sqlite::memory:").await.unwrap();
    sqlx::raw_sql(
        "CREATE TABLE contacts (id INTEGER PRIMARY KEY, kind TEXT, phone TEXT);
         CREATE TABLE messages (id INTEGER PRIMARY KEY, contact_id INTEGER, other_id INTEGER, record_id TEXT, body TEXT);
         CREATE INDEX messages_contact ON messages (contact_id);
         CREATE INDEX messages_record ON messages (record_id);
         CREATE TABLE parts (a INTEGER, b TEXT, c, PRIMARY KEY (a, b)) WITHOUT ROWID;",
    )
    .execute(&pool)
    .await
    .unwrap();
    SqliteStore::from_pool(pool)
}

fn place(table: &str, only: Vec<Condition>) -> Place {
    Place::new(table, ["id".to_owned()], only)
}

fn linked(field: &str, selection: Selection) -> Selection {
    Selection::Linked {
        fields: vec![field.to_owned()],
        to: Arc::new(place("contacts", vec![Condition::new("kind", ["person".into()])])),
        to_fields: vec!["id".to_owned()],
        selection: Box::new(selection),
    }
}

/// What SQLite says that it would do to erase the selection.
async fn plan(store: &SqliteStore, place: &Place, selection: &Selection) -> String {
    let shapes = store.0.shapes("", place, selection).await.unwrap();
    explain(store, SqliteDriver::dialect(&shapes).erase(place, selection, Some(100)).unwrap()).await
}

async fn explain(store: &SqliteStore, statement: Sql) -> String {
    let (text, binds) = statement.into_parts(|number| format!("?{number}"));
    let mut explained = Sql::new("EXPLAIN QUERY PLAN ");
    let mut rest = text.as_str();
    for (number, value) in (1..).zip(binds) {
        let (before, behind) = rest.split_once(&format!("?{number}")).unwrap();
        explained.push(before).bind(value);
        rest = behind;
    }
    explained.push(rest);
    let rows = store.0.driver.rows(explained).await.unwrap();
    let lines: Vec<_> = rows.iter().map(|row| row[3].to_text().unwrap()).collect();
    lines.join("\n")
}

#[tokio::test]
async fn values_in_a_field_are_found_by_its_index_however_many() {
    let store = crm().await;
    for many in [1, 256, 5000] {
        for value in [Value::Integer, |n: i64| Value::Text(n.to_string())] {
            for field in ["contact_id", "record_id"] {
                let selection = Selection::one_of(field, (0..many).map(value));
                let plan = plan(&store, &place("messages", vec![]), &selection).await;
                assert!(plan.contains("SEARCH t1 USING"), "{field} {many}: {plan}");
                assert!(!plan.contains("SCAN t1") && !plan.contains("SCAN t0"), "{plan}");
            }
        }
        let rows: Vec<_> = (0..many).map(|n| vec![n.into(), n.into()]).collect();
        let selection = Selection::rows(["a".to_owned(), "b".to_owned()], rows);
        let plan = plan(&store, &place("parts", vec![]), &selection).await;
        assert!(plan.contains("SEARCH t1 USING PRIMARY KEY (a=? AND b=?)"), "{plan}");
    }
}

#[tokio::test]
async fn a_link_is_driven_from_the_records_that_it_leads_to() {
    let store = crm().await;
    let contacts = Selection::one_of("id", [7.into(), 8.into()]);
    for (field, index) in [("contact_id", "messages_contact"), ("record_id", "messages_record")] {
        let plan = plan(&store, &place("messages", vec![]), &linked(field, contacts.clone())).await;
        assert!(plan.contains(&format!("SEARCH t1 USING COVERING INDEX {index}")), "{plan}");
        assert!(plan.contains("SEARCH t2 USING INTEGER PRIMARY KEY"), "{plan}");
        assert!(!plan.contains("SCAN t"), "{plan}");
    }
}

#[tokio::test]
async fn the_opposite_of_a_link_is_a_lookup_and_never_reads_the_other_table() {
    let store = crm().await;
    let own = Selection::one_of("contact_id", [7.into()]);
    for field in ["other_id", "record_id"] {
        let others = linked(field, Selection::one_of("id", [7.into()]).negated());
        let selection = own.clone().and(others.negated());
        let plan = plan(&store, &place("messages", vec![]), &selection).await;
        assert!(plan.contains("SEARCH t1 USING INDEX messages_contact"), "{plan}");
        assert!(plan.contains("SEARCH t2 USING INTEGER PRIMARY KEY"), "{plan}");
        assert!(!plan.contains("SCAN t"), "{plan}");
    }
}

#[tokio::test]
async fn alternatives_are_disjoint_branches_one_by_one_so_that_no_row_has_to_be_remembered() {
    let store = crm().await;
    sqlx::raw_sql("CREATE INDEX messages_other ON messages (other_id)")
        .execute(&store.0.driver.pool)
        .await
        .unwrap();
    let mine = |field: &str| linked(field, Selection::one_of("id", [7.into()]));
    let strangers = linked("other_id", Selection::one_of("id", [7.into()]).negated());
    let selection = mine("contact_id").or(mine("other_id")).and(strangers.negated());
    let messages = place("messages", vec![]);
    let shapes = store.0.shapes("", &messages, &selection).await.unwrap();
    let dialect = SqliteDriver::dialect(&shapes);
    let page = Page { after: Some(&Key::new([5.into()])), limit: 100 };
    for statement in [
        count(&dialect, &messages, &selection).unwrap(),
        read(&dialect, &messages, &["body".to_owned()], &selection, page).unwrap(),
        dialect.erase(&messages, &selection, Some(100)).unwrap(),
    ] {
        let plan = explain(&store, statement).await;
        assert!(plan.contains("INDEX messages_contact") && plan.contains("INDEX messages_other"), "{plan}");
        assert!(!plan.contains("MULTI-INDEX OR") && !plan.contains("SCAN t"), "{plan}");
    }
}
