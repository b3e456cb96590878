//! Two records that are one person: found by either, one owner, within the tenant.

use oubliette::engine::{Idempotency, Report};
use oubliette::request::{Request, RequestState};
use oubliette::value::Value;

use super::letting_go::{database, engine};
use crate::support::{World, request};

const POLICY: &str = "name = \"Test\"\nversion = \"1\"\n[channels.operator]\n[[category]]\nid = \"contacts\"\non_erasure = \"erase\"\n";

const MAP: &str = r#"
    [[collection]]
    name = "contacts"
    key = "id"
    category = "contacts"
    tenant = "account"
    subject = "contact"
    identifiers = { email = "email" }
    same_person = [{ field = "merged_into", of = "contacts" }]
    [[collection]]
    name = "leads"
    key = "id"
    category = "contacts"
    tenant = "account"
    subject = "lead"
    identifiers = { phone = { field = "phone", stored = "e164" } }
    same_person = [{ field = "contact_id", of = "contacts" }]
    [[collection]]
    name = "notes"
    key = "id"
    category = "contacts"
    tenant = "account"
    owned_by = [{ field = "contact_id", of = "contacts" }, { field = "lead_id", of = "leads" }]
    [[collection]]
    name = "channels"
    key = "id"
    category = "contacts"
    tenant = "account"
    identifiers = { badge = "badge" }
    owned_by = [{ field = "contact_id", of = "contacts" }, { field = "lead_id", of = "leads" }]
"#;

/// Ana is contact 1 (merged into 2) and lead 1; Ben is contact 3 and lead 2. Another account has a lead that points at
/// contact 1.
const ROWS: [(&str, &[(&str, &str)]); 14] = [
    ("contacts", &[("id", "1"), ("account", "1"), ("email", "ana@example.com"), ("merged_into", "2")]),
    ("contacts", &[("id", "2"), ("account", "1"), ("email", "ana@home.example")]),
    ("contacts", &[("id", "3"), ("account", "1"), ("email", "ben@example.com")]),
    ("leads", &[("id", "1"), ("account", "1"), ("phone", "+919876543210"), ("contact_id", "1")]),
    ("leads", &[("id", "2"), ("account", "1"), ("phone", "+919876543211"), ("contact_id", "3")]),
    ("leads", &[("id", "3"), ("account", "2"), ("phone", "+919876543212"), ("contact_id", "1")]),
    ("notes", &[("id", "1"), ("account", "1"), ("contact_id", "2"), ("lead_id", "1")]),
    ("notes", &[("id", "2"), ("account", "1"), ("contact_id", "2"), ("lead_id", "2")]),
    ("notes", &[("id", "3"), ("account", "1"), ("contact_id", "3")]),
    ("notes", &[("id", "4"), ("account", "1"), ("lead_id", "1")]),
    ("notes", &[("id", "5"), ("account", "2"), ("lead_id", "3")]),
    ("channels", &[("id", "1"), ("account", "1"), ("badge", "A7"), ("contact_id", "2"), ("lead_id", "1")]),
    ("channels", &[("id", "2"), ("account", "1"), ("badge", "B7"), ("contact_id", "3"), ("lead_id", "1")]),
    ("channels", &[("id", "3"), ("account", "1"), ("badge", "C7"), ("contact_id", "3"), ("lead_id", "2")]),
];

fn value(text: &str) -> Value {
    text.parse::<i64>().ok().filter(|_| !text.starts_with('+')).map_or_else(|| text.into(), Value::Integer)
}

fn ids(ids: &[i64]) -> Vec<Value> {
    ids.iter().map(|id| Value::Integer(*id)).collect()
}

fn assert_ana_is_gone(report: &Report, by: &str, left: impl Fn(&str) -> Vec<Value>) {
    assert_eq!(report.state, RequestState::Completed, "{by}: {report:#?}");
    assert_eq!(left("contacts"), ids(&[3]), "{by}");
    assert_eq!(left("leads"), ids(&[2, 3]), "{by}");
    // What she shares with Ben stays, and what is hers by two of her records is hers alone.
    assert_eq!(left("notes"), ids(&[2, 3, 5]), "{by}");
    assert_eq!(left("channels"), ids(&[2, 3]), "{by}");
}

const WAYS: [&str; 4] =
    ["email=ana@example.com", "email=ana@home.example", "phone=+919876543210", "badge=A7"];

#[tokio::test]
async fn whichever_record_is_found_all_of_the_person_go() {
    for by in WAYS {
        let tables: [(&str, &[&str]); 4] =
            [("contacts", &["id"]), ("leads", &["id"]), ("notes", &["id"]), ("channels", &["id"])];
        let world = World::new(POLICY, MAP, &tables);
        for (table, row) in ROWS {
            let row: Vec<(&str, Value)> = row.iter().map(|(field, text)| (*field, value(text))).collect();
            world.insert(table, &row);
        }
        let request = in_account(by);
        let engine = world.engine().await;
        let ticket = engine.open(&request, &Idempotency::WhileOpen).await.unwrap();
        let report = engine.run(ticket.id).await.unwrap();
        assert_ana_is_gone(&report, by, |table| world.column(table, "id"));
    }
}

#[tokio::test]
async fn an_sql_database_agrees() {
    for by in WAYS {
        let pool = database(
            "CREATE TABLE contacts (id INTEGER PRIMARY KEY, account INTEGER, email TEXT, merged_into INTEGER REFERENCES contacts (id));
             CREATE TABLE leads (id INTEGER PRIMARY KEY, account INTEGER, phone TEXT, contact_id INTEGER REFERENCES contacts (id));
             CREATE TABLE notes (id INTEGER PRIMARY KEY, account INTEGER, contact_id INTEGER REFERENCES contacts (id), lead_id INTEGER REFERENCES leads (id));
             CREATE TABLE channels (id INTEGER PRIMARY KEY, account INTEGER, badge TEXT, contact_id INTEGER REFERENCES contacts (id), lead_id INTEGER REFERENCES leads (id));
             PRAGMA foreign_keys = OFF;",
        )
        .await;
        for (table, row) in ROWS {
            let names: Vec<&str> = row.iter().map(|(field, _)| *field).collect();
            let values: Vec<String> = row.iter().map(|(_, text)| format!("'{text}'")).collect();
            let sql = format!("INSERT INTO {table} ({}) VALUES ({})", names.join(", "), values.join(", "));
            sqlx::query(sqlx::AssertSqlSafe(sql)).execute(&pool).await.unwrap();
        }
        sqlx::raw_sql("PRAGMA foreign_keys = ON").execute(&pool).await.unwrap();
        // Nothing of another account is touched, its foreign key included: what it points to stays as a shell.
        sqlx::raw_sql("DELETE FROM notes WHERE id = 5; DELETE FROM leads WHERE id = 3")
            .execute(&pool)
            .await
            .unwrap();
        let engine = engine(&pool, POLICY, MAP).await.unwrap();
        let ticket = engine.open(&in_account(by), &Idempotency::WhileOpen).await.unwrap();
        let report = engine.run(ticket.id).await.unwrap();
        assert_eq!(report.state, RequestState::Completed, "{by}: {report:#?}");
        for (table, left) in
            [("contacts", vec![3]), ("leads", vec![2]), ("notes", vec![2, 3]), ("channels", vec![2, 3])]
        {
            let sql = sqlx::AssertSqlSafe(format!("SELECT id FROM {table} ORDER BY id"));
            let ids: Vec<i64> = sqlx::query_scalar(sql).fetch_all(&pool).await.unwrap();
            assert_eq!(ids, left, "{by}: {table}");
        }
    }
}

fn in_account(by: &str) -> Request {
    let identifiers = request(&[by]).identifiers().to_vec();
    Request::builder(oubliette::policy::Channel::Operator)
        .with_identifiers(identifiers)
        .in_tenant("1")
        .build()
        .unwrap()
}
