//! A whole erasure in PostgreSQL: policy, data map, rows, and a ledger in the same database.
#![cfg(feature = "postgres")]

#[expect(dead_code, reason = "each test takes what it needs")]
#[path = "support/database/mod.rs"]
mod database;

use database::postgres::Database;
use database::text;
use oubliette::adapter::sql::PostgresLedger;
use oubliette::datamap::DataMap;
use oubliette::engine::{Engine, EngineError, Idempotency};
use oubliette::identifier::Identifier;
use oubliette::policy::{Channel, Policy};
use oubliette::port::MasterKey;
use oubliette::request::{Request, RequestState};

const POLICY: &str = r#"
    name = "Example CRM"
    version = "1"
    [channels.operator]
    [[category]]
    id = "contacts"
    on_erasure = "erase"
    [[category]]
    id = "billing"
    on_erasure = "retain"
    retain = [{ ground = "tax_law", citation = "CGST Act 2017, s. 36", period = "72 months", start = "issued" }]
"#;

const MAP: &str = r#"
    [[collection]]
    name = "contacts"
    table = "crm.Contacts"
    key = "id"
    category = "contacts"
    subject = "contact"
    identifiers = { phone = "phone", email = "email" }
    [[collection]]
    name = "messages"
    key = ["id", "sent"]
    category = "contacts"
    owned_by = [{ field = "sender", of = "contacts" }, { field = "receiver", of = "contacts" }]
    [[collection]]
    name = "invoices"
    key = "id"
    category = "billing"
    owned_by = [{ field = "contact_id", of = "contacts" }]
    events = { issued = "issued_at" }
    [collection.fields]
    buyer = { category = "contacts", mask = "null" }
"#;

const ROWS: &str = "
    CREATE SCHEMA crm; CREATE TABLE crm.\"Contacts\" (id uuid PRIMARY KEY, email text, phone text);
    INSERT INTO crm.\"Contacts\" VALUES ('00000000-0000-0000-0000-00000000000a', 'Ana@Example.com', '+91 98765-43210'),
        ('00000000-0000-0000-0000-00000000000b', 'ben@example.com', '+919876543211');
    CREATE TABLE messages (id int8, sent timestamptz, sender text, receiver text, PRIMARY KEY (id, sent)) PARTITION BY RANGE (sent);
    CREATE TABLE messages_all PARTITION OF messages DEFAULT;
    INSERT INTO messages SELECT n, now(), '00000000-0000-0000-0000-00000000000a', '00000000-0000-0000-0000-00000000000' || CASE WHEN n <= 2500 THEN 'a' ELSE 'b' END
        FROM generate_series(1, 3000) AS n;
    CREATE TABLE invoices (id int PRIMARY KEY, contact_id uuid REFERENCES crm.\"Contacts\", issued_at timestamptz NOT NULL, buyer text);
    INSERT INTO invoices VALUES (1, '00000000-0000-0000-0000-00000000000a', now(), 'Ana'), (2, '00000000-0000-0000-0000-00000000000b', now(), 'Ben');";

#[tokio::test]
#[ignore = "needs PostgreSQL"]
async fn a_person_is_erased_and_nobody_else() {
    let (_database, pool, store) = Database::with(ROWS).await;
    let engine = Engine::builder(Policy::from_toml(POLICY).unwrap(), DataMap::from_toml(MAP).unwrap())
        .with_store("crm", store)
        .with_ledger(PostgresLedger::from_pool(pool.clone()).await.unwrap())
        .with_keys(MasterKey::new([0x5a; 32]))
        .build()
        .await
        .unwrap();
    let request = Request::builder(Channel::Operator)
        .with_identifier(Identifier::phone("+919876543210", None).unwrap())
        .build()
        .unwrap();
    let ticket = engine.open(&request, &Idempotency::WhileOpen).await.unwrap();
    let report = engine.run(ticket.id).await.unwrap();
    assert_eq!(report.state, RequestState::CompletedWithRetention, "{report:?}");
    assert_eq!(text(&pool, "SELECT string_agg(email, ',') FROM crm.\"Contacts\"").await, "ben@example.com");
    let messages = "SELECT concat_ws(' ', count(*), count(sender), count(receiver)) FROM messages";
    assert_eq!(text(&pool, messages).await, "500 0 500");
    let invoices = "SELECT string_agg(concat_ws(' ', id, coalesce(right(contact_id::text, 1), '-'), coalesce(buyer, '-')), ',' ORDER BY id) FROM invoices";
    assert_eq!(text(&pool, invoices).await, "1 - -,2 b Ben");
    let kept =
        "SELECT count(*)::text FROM oubliette_journal WHERE entry LIKE '%98765%' OR entry ILIKE '%ana@%'";
    assert_eq!(text(&pool, kept).await, "0");
}

const FEW: &str = "
    CREATE SCHEMA crm; CREATE TABLE crm.\"Contacts\" (id int PRIMARY KEY, email text, phone text);
    INSERT INTO crm.\"Contacts\" VALUES (1, 'Ana@Example.com', '+91 98765-43210'), (2, 'ben@example.com', '+919876543211');
    CREATE TABLE messages (id int8, sent timestamptz, sender int, receiver int, PRIMARY KEY (id, sent)) PARTITION BY RANGE (sent);
    CREATE TABLE messages_all PARTITION OF messages DEFAULT;
    INSERT INTO messages VALUES (1, '2026-01-01', 1, 1), (2, '2026-01-02', 2, 2);
    CREATE TABLE invoices (id int PRIMARY KEY, contact_id int, issued_at timestamptz NOT NULL, buyer text);
    CREATE TABLE log (id int8);";

/// A function for triggers; what stands in CALL goes before what is returned.
fn acting(name: &str, table: &str, when: &str, call: &str, returned: &str) -> String {
    format!(
        "CREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN {call}; RETURN {returned}; END $$;
         CREATE TRIGGER {name} {when} DELETE ON {table} FOR EACH ROW EXECUTE FUNCTION {name}();"
    )
}

#[tokio::test]
#[ignore = "needs PostgreSQL"]
async fn an_erasure_that_became_something_else_never_reads_as_done() {
    let unlinked = "UPDATE messages SET sender = NULL, receiver = NULL WHERE id = OLD.id";
    let back = "INSERT INTO messages VALUES (OLD.id, OLD.sent)";
    let masked = "UPDATE crm.\"Contacts\" SET phone = NULL, email = NULL WHERE id = OLD.id";
    for (effect, collection) in [
        (format!("CREATE RULE soft AS ON DELETE TO messages DO INSTEAD {unlinked}"), Some("messages")),
        (acting("soft", "messages", "BEFORE", unlinked, "NULL"), Some("messages")),
        (acting("soft", "messages_all", "BEFORE", unlinked, "NULL"), Some("messages")),
        (acting("soft", "messages", "AFTER", back, "NULL"), Some("messages")),
        (format!("CREATE RULE soft AS ON DELETE TO crm.\"Contacts\" DO INSTEAD {masked}"), Some("contacts")),
        (acting("soft", "crm.\"Contacts\"", "BEFORE", masked, "NULL"), Some("contacts")),
        (acting("log_it", "messages", "AFTER", "INSERT INTO log VALUES (OLD.id)", "NULL"), None),
    ] {
        let (_database, pool, store) = Database::with(FEW).await;
        database::run(&pool, &effect).await;
        let engine = Engine::builder(Policy::from_toml(POLICY).unwrap(), DataMap::from_toml(MAP).unwrap())
            .with_store("crm", store)
            .with_ledger(PostgresLedger::from_pool(pool.clone()).await.unwrap())
            .with_keys(MasterKey::new([0x5a; 32]))
            .build()
            .await
            .unwrap();
        let request = Request::builder(Channel::Operator)
            .with_identifier(Identifier::phone("+919876543210", None).unwrap())
            .build()
            .unwrap();
        let ticket = engine.open(&request, &Idempotency::WhileOpen).await.unwrap();
        for _ in 0..2 {
            let ended = engine.run(ticket.id).await;
            match (collection, &ended) {
                (Some(of), Err(EngineError::Undeleted { collection, left: 1 })) if of == collection => {
                    let report = engine.report(ticket.id).await.unwrap();
                    assert_eq!(report.state, RequestState::PartiallyFailed, "{effect}");
                    assert!(!report.warnings.iter().any(|it| it.contains("somebody else")), "{report:?}");
                }
                (None, Ok(report)) => assert_eq!(report.state, RequestState::Completed, "{effect}"),
                _ => panic!("{effect}: {ended:?}"),
            }
        }
    }
}
