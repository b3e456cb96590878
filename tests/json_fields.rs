//! People whose numbers and notes lie inside of a JSON column, found and masked there.
#![cfg(feature = "sqlite")]

#[path = "support/database/scratch.rs"]
mod scratch;

use oubliette::adapter::memory::MemoryLedger;
use oubliette::adapter::sql::SqliteStore;
use oubliette::datamap::DataMap;
use oubliette::engine::{Engine, EngineError, Idempotency};
use oubliette::identifier::Identifier;
use oubliette::policy::{Channel, Policy};
use oubliette::port::MasterKey;
use oubliette::request::{Request, RequestState};
use scratch::Scratch;
use sqlx::sqlite::{SqliteConnectOptions, SqlitePool};

const POLICY: &str = r#"
    name = "Test"
    version = "1"
    [channels.operator]
    [[category]]
    id = "contacts"
    on_erasure = "anonymize"
"#;

const MAP: &str = r#"
    [[collection]]
    name = "contacts"
    key = "id"
    category = "contacts"
    subject = "contact"
    identifiers = { phone = "payload.phone.number" }
    [collection.fields]
    "payload.name" = { mask = "token" }
    "payload.note" = { mask = "scrub" }
    "payload.plan" = { keep = true }
"#;

async fn engine(scratch: &Scratch, map: &str) -> Result<Engine, EngineError> {
    Engine::builder(Policy::from_toml(POLICY).unwrap(), DataMap::from_toml(map).unwrap())
        .with_store("crm", SqliteStore::open(&scratch.file("crm.db")).await.unwrap())
        .with_ledger(MemoryLedger::new())
        .with_keys(MasterKey::new([7; 32]))
        .build()
        .await
}

async fn crm(scratch: &Scratch) -> SqlitePool {
    let options = SqliteConnectOptions::new().filename(scratch.file("crm.db")).create_if_missing(true);
    let pool = SqlitePool::connect_with(options).await.unwrap();
    sqlx::raw_sql(
        r#"CREATE TABLE contacts (id INTEGER PRIMARY KEY, payload TEXT, seen INTEGER);
           INSERT INTO contacts VALUES
           (1, '{"phone":{"number":"+91 98765-43210"},"name":"Ana","note":"call +919876543210","plan":"gold"}', 1),
           (2, '{"phone":{"number":"+14155550123"},"name":"Ben","note":"call +919876543210"}', 1),
           (3, 'no JSON at all', 1), (4, NULL, 1), (5, '{"phone":"+919876543210"}', 1);"#,
    )
    .execute(&pool)
    .await
    .unwrap();
    pool
}

#[tokio::test]
async fn fields_inside_of_json_are_found_and_masked_and_the_rest_of_it_stays() {
    let scratch = Scratch::new();
    let pool = crm(&scratch).await;
    let others = "SELECT group_concat(coalesce(payload, '-'), ';') FROM contacts WHERE id > 1";
    let before: String = sqlx::query_scalar(others).fetch_one(&pool).await.unwrap();
    let engine = engine(&scratch, MAP).await.unwrap();
    let request = Request::builder(Channel::Operator)
        .with_identifier(Identifier::phone("+919876543210", None).unwrap())
        .build()
        .unwrap();
    let ticket = engine.open(&request, &Idempotency::WhileOpen).await.unwrap();
    assert_eq!(engine.run(ticket.id).await.unwrap().state, RequestState::Completed);
    let payload: String =
        sqlx::query_scalar("SELECT payload FROM contacts WHERE id = 1").fetch_one(&pool).await.unwrap();
    let payload: serde_json::Value = serde_json::from_str(&payload).unwrap();
    assert!(payload["phone"]["number"].is_null());
    assert_eq!(payload["name"].as_str().unwrap().len(), 32);
    assert_eq!(payload["note"], "call [erased]");
    assert_eq!(payload["plan"], "gold");
    assert_eq!(sqlx::query_scalar::<_, String>(others).fetch_one(&pool).await.unwrap(), before);
}

#[tokio::test]
async fn a_path_into_a_column_that_cannot_hold_json_is_refused() {
    let scratch = Scratch::new();
    crm(&scratch).await;
    let refused = engine(&scratch, &MAP.replace("payload.name", "seen.name")).await.unwrap_err();
    assert!(refused.to_string().contains("seen.name"), "{refused}");
}

#[tokio::test]
async fn people_are_found_and_masked_through_lists_and_what_cannot_be_reached_stops_the_step() {
    let scratch = Scratch::new();
    let pool = crm(&scratch).await;
    sqlx::raw_sql(
        r#"DELETE FROM contacts;
           INSERT INTO contacts VALUES
           (1, '{"phone":[{"number":"+1 415 555 0123"},{"number":"+91 98765-43210"}],"name":"Ana"}', 1),
           (2, '[{"phone":{"number":"+14155550199"},"name":"Ben"}]', 1),
           (3, '"{\"phone\":{\"number\":\"00919876543210\"},\"name\":\"Ana\"}"', 1);"#,
    )
    .execute(&pool)
    .await
    .unwrap();
    let engine = engine(&scratch, MAP).await.unwrap();
    let request = Request::builder(Channel::Operator)
        .with_identifier(Identifier::phone("+919876543210", None).unwrap())
        .build()
        .unwrap();
    let ticket = engine.open(&request, &Idempotency::WhileOpen).await.unwrap();
    assert_eq!(engine.run(ticket.id).await.unwrap().state, RequestState::Completed);
    let payload = async |id: i64| -> String {
        let query = sqlx::query_scalar("SELECT payload FROM contacts WHERE id = ?").bind(id);
        query.fetch_one(&pool).await.unwrap()
    };
    for id in [1, 3] {
        let payload = payload(id).await;
        assert!(
            !payload.contains("98765") && !payload.contains("555") && !payload.contains("Ana"),
            "{payload}"
        );
    }
    assert!(payload(2).await.contains("Ben"), "somebody else's document stays");

    sqlx::raw_sql(
        r#"INSERT INTO contacts VALUES (4, '{"phone":[{"number":"+14155550100"},"+14155550100"],"name":"Cem"}', 1);"#,
    )
    .execute(&pool)
    .await
    .unwrap();
    let request = Request::builder(Channel::Operator)
        .with_identifier(Identifier::phone("+14155550100", None).unwrap())
        .build()
        .unwrap();
    let ticket = engine.open(&request, &Idempotency::WhileOpen).await.unwrap();
    let stopped = engine.run(ticket.id).await.unwrap_err().to_string();
    assert!(stopped.contains("`payload.phone.number`") && stopped.contains("1 records"), "{stopped}");
}
