//! The engine on MySQL and MariaDB, store and ledger: a person goes, everybody else's records stay as they were.
#![cfg(feature = "mysql")]

#[expect(dead_code, reason = "each test takes what it needs")]
#[path = "support/database/mod.rs"]
mod database;

use std::sync::Arc;

use database::mariadb::in_database;
use oubliette::adapter::sql::MysqlLedger;
use oubliette::datamap::DataMap;
use oubliette::engine::{Engine, Idempotency};
use oubliette::identifier::Identifier;
use oubliette::policy::{Channel, Policy};
use oubliette::port::{ManualClock, MasterKey};
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
retain = [{ ground = "tax_law", citation = "CGST Act 2017, s. 36", period = "72 months",
            start = "issued", counted_from = "financial_year_end" }]
"#;

const MAP: &str = r#"
[[collection]]
name = "contacts"
key = "id"
category = "contacts"
subject = "contact"
tenant = "tenant_id"
identifiers = { phone = "phone", email = "mail" }
[[collection]]
name = "messages"
key = ["tenant_id", "number"]
category = "contacts"
tenant = "tenant_id"
owned_by = [{ field = "contact_id", of = "contacts" }]
[[collection]]
name = "invoices"
key = "id"
category = "billing"
tenant = "tenant_id"
owned_by = [{ field = "contact_id", of = "contacts" }]
events = { issued = { field = "issued_at", as = "timestamp" } }
"#;

#[test]
#[ignore = "needs MariaDB"]
fn a_person_is_erased_and_nobody_else() {
    in_database(|database| async move {
        database
            .run(
                "CREATE TABLE contacts (id CHAR(36) PRIMARY KEY, tenant_id INT NOT NULL, phone VARCHAR(40), mail VARCHAR(80));
                 CREATE TABLE messages (tenant_id INT, number INT, contact_id CHAR(36), body TEXT, PRIMARY KEY (tenant_id, number), FOREIGN KEY (contact_id) REFERENCES contacts (id));
                 CREATE TABLE invoices (id INT PRIMARY KEY, tenant_id INT NOT NULL, contact_id CHAR(36), issued_at TIMESTAMP NOT NULL, FOREIGN KEY (contact_id) REFERENCES contacts (id));
                 INSERT INTO contacts VALUES ('a', 1, '+91 98765-43210', 'Ana@x.org'), ('b', 1, '+15550001111', 'aná@x.org'), ('c', 2, '919876543210', NULL);
                 INSERT INTO messages SELECT IF(seq % 3 = 2, 2, 1), seq, ELT(seq % 3 + 1, 'a', 'b', 'c'), 'text' FROM seq_1_to_3000;
                 INSERT INTO invoices VALUES (1, 1, 'a', '2026-05-02 00:00:00'), (2, 1, 'a', '2001-05-02 00:00:00'), (3, 1, 'b', '2001-05-02 00:00:00');",
            )
            .await;
        let engine = Engine::builder(Policy::from_toml(POLICY).unwrap(), DataMap::from_toml(MAP).unwrap())
            .with_store("crm", database.store().await)
            .with_ledger(MysqlLedger::open(&database.url).await.unwrap())
            .with_keys(MasterKey::new([7; 32]))
            .with_clock(Arc::new(ManualClock::new("2026-11-21T00:00:00Z".parse().unwrap())))
            .build()
            .await
            .unwrap();
        let request = Request::builder(Channel::Operator)
            .with_identifiers(["phone=+919876543210"].map(|it| Identifier::parse_pair(it, None).unwrap()))
            .in_tenant("1")
            .build()
            .unwrap();
        let ticket = engine.open(&request, &Idempotency::WhileOpen).await.unwrap();
        let report = engine.run(ticket.id).await.unwrap();
        assert_eq!(report.state, RequestState::CompletedWithRetention);
        assert_eq!(
            database.text("SELECT GROUP_CONCAT(id ORDER BY id) FROM contacts").await.as_deref(),
            Some("b,c")
        );
        assert_eq!(database.text("SELECT GROUP_CONCAT(n ORDER BY c) FROM (SELECT contact_id AS c, COUNT(*) AS n FROM messages GROUP BY contact_id) AS x").await.as_deref(), Some("1000,1000"));
        assert_eq!(
            database
                .text("SELECT GROUP_CONCAT(CONCAT(id, COALESCE(contact_id, '-')) ORDER BY id) FROM invoices")
                .await
                .as_deref(),
            Some("1-,3b")
        );
        assert_eq!(database.number("SELECT COUNT(*) FROM oubliette_sealed").await, 0);
    });
}
