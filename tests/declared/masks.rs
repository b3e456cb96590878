//! A mask that does not hold is no mask: what writes the old value back is found, whichever mask it was.

use oubliette::engine::{EngineError, Idempotency};
use oubliette::request::RequestState;

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

const TABLES: &str = "
    CREATE TABLE contacts (id INTEGER PRIMARY KEY, email TEXT);
    CREATE TABLE bills (id INTEGER PRIMARY KEY, contact_id INTEGER, issued TEXT, body TEXT);
    INSERT INTO contacts VALUES (1, 'ana@example.com');
    INSERT INTO bills VALUES (9, 1, '2026-01-01', 'sent to ana@example.com');";

/// Writes the old value back, as an audit or a synchronisation does.
const WRITES_BACK: &str = "
    CREATE TRIGGER back AFTER UPDATE OF body ON bills BEGIN
        UPDATE bills SET body = OLD.body WHERE id = OLD.id;
    END;";

#[tokio::test]
async fn a_value_that_is_written_back_never_reads_as_masked() {
    for mask in
        ["\"null\"", "\"token\"", "\"pseudonym\"", "{ prefix = 3 }", "\"scrub\"", "{ constant = \"-\" }"]
    {
        let map = format!(
            r#"
            [[collection]]
            name = "contacts"
            key = "id"
            category = "contacts"
            subject = "contact"
            identifiers = {{ email = "email" }}
            [[collection]]
            name = "bills"
            key = "id"
            category = "billing"
            owned_by = [{{ field = "contact_id", of = "contacts" }}]
            events = {{ issued = {{ field = "issued", as = "date" }} }}
            [collection.fields]
            body = {{ category = "contacts", mask = {mask} }}
            "#
        );
        for writes_back in [false, true] {
            let pool = database(TABLES).await;
            if writes_back {
                sqlx::raw_sql(WRITES_BACK).execute(&pool).await.unwrap();
            }
            let engine = engine(&pool, POLICY, &map).await.unwrap();
            let request = crate::support::request(&["email=ana@example.com"]);
            let ticket = engine.open(&request, &Idempotency::WhileOpen).await.unwrap();
            let ended = engine.run(ticket.id).await;
            let people: i64 =
                sqlx::query_scalar("SELECT count(*) FROM contacts").fetch_one(&pool).await.unwrap();
            if writes_back {
                let is_told = matches!(&ended, Err(EngineError::Unfinished { left: 1, .. }));
                assert!(is_told && people == 1, "{mask}: {ended:?}");
            } else {
                assert_eq!(ended.unwrap().state, RequestState::CompletedWithRetention, "{mask}");
                assert_eq!(people, 0, "{mask}");
            }
        }
    }
}
