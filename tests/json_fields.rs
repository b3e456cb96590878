//! People whose numbers and notes lie inside of a JSON column, found and masked there.
#![cfg(feature = "sqlite")]

#[path = "support/database/scratch.rs"]
mod scratch;

use oubliette::adapter::memory::MemoryLedger;
use oubliette::adapter::sql::SqliteStore;
use oubliette::datamap::DataMap;
use oubliette::engine::{Engine, EngineError, Idempotency, Report};
use oubliette::identifier::Identifier;
use oubliette::policy::{Channel, Policy};
use oubliette::port::MasterKey;
use oubliette::request::{Choice, Decision, Request, RequestId, RequestState};
use scratch::Scratch;
use sqlx::AssertSqlSafe;
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
           (3, 'no JSON at all', 1), (4, NULL, 1), (5, '{"phone":"+919876543211"}', 1);"#,
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
async fn people_are_found_and_masked_through_lists() {
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
}

/// Runs a request for a number as far as it goes.
async fn ask_for(engine: &Engine, number: &str) -> (RequestId, Report) {
    let request = Request::builder(Channel::Operator)
        .with_identifier(Identifier::phone(number, None).unwrap())
        .build()
        .unwrap();
    let ticket = engine.open(&request, &Idempotency::WhileOpen).await.unwrap();
    (ticket.id, engine.run(ticket.id).await.unwrap())
}

fn asked(report: &Report) -> Vec<String> {
    let open = report.questions.iter().filter(|question| question.is_open());
    open.map(|it| format!("{} {} {}", it.kind, it.field.as_deref().unwrap_or("-"), it.count)).collect()
}

async fn answer(engine: &Engine, id: RequestId, report: &Report, answer: Choice) -> Report {
    for question in report.questions.iter().filter(|question| question.is_open()) {
        let decision = Decision { answer, reason: "looked at it".to_owned(), by: "Q. Roe".to_owned() };
        engine.decide(id, question.number, decision).await.unwrap();
    }
    engine.run(id).await.unwrap()
}

const ANSWERS: [Choice; 3] = [Choice::Leave, Choice::Accept, Choice::Take];

/// What a mask cannot reach is masked as far as it goes, and asked in the end.
#[tokio::test]
async fn a_document_in_which_a_mask_cannot_reach_its_field_is_a_question() {
    for (kind, emptied) in [("TEXT", None), ("TEXT NOT NULL", Some("null"))] {
        for choice in ANSWERS {
            let scratch = Scratch::new();
            let pool = crm(&scratch).await;
            let document = r#"{"phone":[{"number":"+14155550100"},"Cem, at work"],"name":"Cem","note":"x"}"#;
            sqlx::raw_sql(AssertSqlSafe(format!(
                "DROP TABLE contacts; CREATE TABLE contacts (id INTEGER PRIMARY KEY, payload {kind}, seen INTEGER);
                 INSERT INTO contacts VALUES (4, '{document}', 1), (5, '{{\"phone\":\"+14155550199\"}}', 1)"
            )))
            .execute(&pool)
            .await
            .unwrap();
            let engine = engine(&scratch, MAP).await.unwrap();
            let (id, report) = ask_for(&engine, "+14155550100").await;
            assert_eq!(report.state, RequestState::AwaitingDecision);
            assert_eq!(asked(&report), ["unreadable payload.phone.number 1"]);
            let held = async || -> Option<String> {
                sqlx::query_scalar("SELECT payload FROM contacts WHERE id = 4")
                    .fetch_one(&pool)
                    .await
                    .unwrap()
            };
            let before = held().await.unwrap();
            assert!(before.contains(r#"[{"number":null},"Cem, at work"]"#) && !before.contains(r#""Cem""#));
            let end = answer(&engine, id, &report, choice).await;
            assert_eq!((end.state, asked(&end)), (RequestState::Completed, vec![]), "{kind} {choice}");
            let after = if choice == Choice::Take { emptied } else { Some(before.as_str()) };
            assert_eq!(held().await.as_deref(), after, "{kind} {choice}");
            assert_eq!(end.warnings.iter().any(|it| it.contains("Q. Roe")), choice != Choice::Take);
            let other: String = sqlx::query_scalar("SELECT payload FROM contacts WHERE id = 5")
                .fetch_one(&pool)
                .await
                .unwrap();
            assert!(other.contains("+14155550199"), "somebody else's document stays");
        }
    }
}

/// A document that cannot be read and in which the number stands may be the person's.
#[tokio::test]
async fn a_document_that_may_be_the_persons_is_a_question() {
    for (held, is_asked) in [
        (r#"{"phone":"+14155550100"}"#, true),
        (r#"{"phone":{"number":"+1 415 555 0100 ext. 3"}}"#, true),
        (r#"{"phone":[{"number":"x"},{"number":"tel:+14155550100;ext=3"}]}"#, true),
        (r#"{"phone":{"number":["+14155550100 x3"]}}"#, true),
        ("no JSON, but +1 415 555 0100", true),
        (r#"{"phone":"+14155550199"}"#, false),
        (r#"{"phone":{"number":"+1 415 555 0199 ext. 3"},"note":"+14155550100"}"#, false),
        ("no JSON", false),
    ] {
        for choice in ANSWERS {
            let scratch = Scratch::new();
            let pool = crm(&scratch).await;
            sqlx::query("UPDATE contacts SET payload = ? WHERE id = 5")
                .bind(held)
                .execute(&pool)
                .await
                .unwrap();
            let engine = engine(&scratch, MAP).await.unwrap();
            let (id, report) = ask_for(&engine, "+14155550100").await;
            if !is_asked {
                assert_eq!((report.state, asked(&report)), (RequestState::NothingHeld, vec![]), "{held}");
                continue;
            }
            assert_eq!(asked(&report), ["unreadable payload.phone.number 1"], "{held}");
            let mut end = answer(&engine, id, &report, choice).await;
            if choice == Choice::Take && end.state == RequestState::AwaitingDecision {
                // It is the person's by now, and what no mask reaches in it is asked again.
                end = answer(&engine, id, &end, choice).await;
            }
            assert_eq!((end.state, asked(&end)), (RequestState::Completed, vec![]), "{held} {choice}");
            let left: Option<String> = sqlx::query_scalar("SELECT payload FROM contacts WHERE id = 5")
                .fetch_one(&pool)
                .await
                .unwrap();
            let is_there = left.is_some_and(|left| left.contains("555"));
            assert_eq!(is_there, choice != Choice::Take, "{held} {choice}");
        }
    }
}

/// A link whose path meets a list is not followed: it is asked about where the person's key stands there.
#[tokio::test]
async fn a_link_that_cannot_be_followed_is_a_question_where_it_names_the_person() {
    let map = "
        [[collection]]
        name = 'contacts'
        key = 'id'
        category = 'contacts'
        subject = 'contact'
        identifiers = { phone = 'phone' }
        [[collection]]
        name = 'events'
        key = 'id'
        category = 'contacts'
        owned_by = [{ field = 'payload.customer.id', of = 'contacts' }]
        [collection.fields]
        note = {}
    ";
    for (payload, is_asked) in [
        (r#"{"customer":{"id":1}}"#, false),
        (r#"{"customer":[{"id":1}]}"#, true),
        (r#"{"customer":[{"id":21}]}"#, false),
        ("no JSON about 1", true),
    ] {
        let scratch = Scratch::new();
        let pool = SqlitePool::connect_with(
            SqliteConnectOptions::new().filename(scratch.file("crm.db")).create_if_missing(true),
        )
        .await
        .unwrap();
        sqlx::raw_sql(AssertSqlSafe(format!(
            "CREATE TABLE contacts (id INTEGER PRIMARY KEY, phone TEXT);
             CREATE TABLE events (id INTEGER PRIMARY KEY, payload TEXT, note TEXT);
             INSERT INTO contacts VALUES (1, '+14155550100'); INSERT INTO events VALUES (7, '{payload}', 'of Ana');"
        )))
        .execute(&pool)
        .await
        .unwrap();
        let engine = engine(&scratch, map).await.unwrap();
        let (_, report) = ask_for(&engine, "+14155550100").await;
        assert_eq!(report.state == RequestState::AwaitingDecision, is_asked, "{payload}: {report:?}");
        let expected: &[&str] = if is_asked { &["unreadable payload.customer.id 1"] } else { &[] };
        assert_eq!(asked(&report), expected, "{payload}");
    }
}
