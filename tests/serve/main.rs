//! `oubliette serve` as it is run beside a CRM: the built command, its files, SQLite, and a client over HTTP.
#![cfg(all(feature = "cli", feature = "http", feature = "sqlite"))]

#[cfg(feature = "postgres")]
#[expect(dead_code, reason = "each test takes what it needs")]
#[path = "../support/database/mod.rs"]
mod database;
mod load;
mod pages;
mod service;
#[expect(dead_code, reason = "the tests of the promises take the rest")]
mod world;

use world::World;

const APP: &str = "900000000000001";

const POLICY: &str = r#"
name = "Example CRM"
version = "1"
[controller]
name = "Example GmbH"
contact = "privacy@example.com"
[promises]
complete_within = "30 days"
[channels.meta]
verify = []
[channels.operator]
verify = []
grace = "3 days"
[channels.self_service]
verify = ["registered_email"]
[pages]
languages = ["en", "hi"]
[[category]]
id = "people"
label = { en = "Contacts", hi = "संपर्क" }
on_erasure = "erase"
"#;

const MAP: &str = r#"
[[collection]]
name = "contacts"
key = "id"
category = "people"
subject = "contact"
identifiers = { email = "email", asid = { field = "meta_id", namespace = "facebook/900000000000001" } }
[[collection]]
name = "messages"
key = "id"
category = "people"
owned_by = [{ field = "contact_id", of = "contacts" }]
[collection.fields]
body = {}
"#;

const ROWS: &str = "
CREATE TABLE contacts (id INTEGER PRIMARY KEY, email TEXT COLLATE NOCASE, meta_id TEXT);
CREATE INDEX contacts_email ON contacts (email);
CREATE INDEX contacts_meta ON contacts (meta_id);
CREATE TABLE messages (id INTEGER PRIMARY KEY, contact_id INTEGER REFERENCES contacts (id), body TEXT);
CREATE INDEX messages_contact ON messages (contact_id);
INSERT INTO contacts VALUES (1, 'canary.ana@example.com', '218471'), (2, 'ben@example.com', '5');
INSERT INTO messages VALUES (1, 1, 'canary'), (2, 1, 'canary'), (3, 2, 'hello');
";

const PEOPLE: &str = "SELECT count(*) FROM contacts";
const ANAS: &str = "SELECT count(*) FROM contacts WHERE id = 1";
const MESSAGES: &str = "SELECT count(*) FROM messages";

async fn world() -> World {
    let mut world = World::new(POLICY, MAP, ROWS, APP).await;
    world.service.push_str("[operator]\ntoken_env = \"OPERATOR_TOKEN\"\n");
    world
}
