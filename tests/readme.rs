//! The README's two files are read as they stand there, fit a database of that shape, and erase what they say; a
//! database of another shape is refused before anything is written.
#![cfg(feature = "sqlite")]

#[path = "support/database/scratch.rs"]
mod scratch;

use oubliette::adapter::sql::{SqliteLedger, SqliteStore};
use oubliette::datamap::DataMap;
use oubliette::engine::{Engine, EngineError, Idempotency};
use oubliette::identifier::Identifier;
use oubliette::policy::{Channel, Policy};
use oubliette::port::MasterKey;
use oubliette::request::{Outcome, Request, RequestState};
use scratch::Scratch;
use sqlx::sqlite::{SqliteConnectOptions, SqlitePool};

const README: &str = include_str!("../README.md");

const ROWS: &str = "
    INSERT INTO contacts VALUES (1, 3, 'Ana', '+919876543210', 'ana@example.org'), (2, 3, 'Ben', '+919876543211', NULL);
    INSERT INTO messages VALUES (1, 1), (2, 1), (3, 2);
    INSERT INTO invoices VALUES (1, 1, '2026-05-01', '+919876543210'), (2, 1, '2010-05-01', '+919876543210'), (3, 2, '2026-05-01', '+919876543211');
";

/// The text of the first block of that language that holds `word`.
fn block(language: &str, word: &str) -> &'static str {
    let mut blocks = README.split("\n```").filter_map(|part| part.strip_prefix(language)?.strip_prefix('\n'));
    blocks.find(|text| text.contains(word)).unwrap()
}

async fn database(scratch: &Scratch, contacts: &str) -> SqlitePool {
    let options = SqliteConnectOptions::new().filename(scratch.file("crm.db")).create_if_missing(true);
    let pool = SqlitePool::connect_with(options).await.unwrap();
    let tables = format!(
        "CREATE TABLE contacts ({contacts});
         CREATE TABLE messages (id INTEGER PRIMARY KEY, contact_id INTEGER REFERENCES contacts (id));
         CREATE TABLE invoices (id INTEGER PRIMARY KEY, contact_id INTEGER REFERENCES contacts (id), issued_at TEXT, buyer_phone TEXT);"
    );
    sqlx::raw_sql(sqlx::AssertSqlSafe(tables)).execute(&pool).await.unwrap();
    pool
}

async fn engine(scratch: &Scratch) -> Result<Engine, EngineError> {
    Engine::builder(
        Policy::from_toml(block("toml", "[promises]")).unwrap(),
        DataMap::from_toml(block("toml", "[[collection]]")).unwrap(),
    )
    .with_store("crm", SqliteStore::open(&scratch.file("crm.db")).await.unwrap())
    .with_ledger(SqliteLedger::open(&scratch.file("ledger.db")).await.unwrap())
    .with_keys(MasterKey::new([7; 32]))
    .build()
    .await
}

#[tokio::test]
async fn the_two_files_erase_what_they_say() {
    let scratch = Scratch::new();
    let shape = "id INTEGER PRIMARY KEY, account_id INTEGER, full_name TEXT, phone TEXT, email TEXT";
    let pool = database(&scratch, shape).await;
    sqlx::raw_sql(ROWS).execute(&pool).await.unwrap();
    let engine = engine(&scratch).await.unwrap();
    assert_eq!(engine.planner().warnings().iter().map(ToString::to_string).collect::<Vec<_>>(), [""; 0]);
    let request = Request::builder(Channel::Operator)
        .with_identifier(Identifier::phone("+91 98765 43210", None).unwrap())
        .in_tenant("3")
        .build()
        .unwrap();
    let ticket = engine.open(&request, &Idempotency::WhileOpen).await.unwrap();
    let report = engine.run(ticket.id).await.unwrap();
    assert_eq!(report.state, RequestState::AwaitingBackups);
    assert_eq!(report.records(Outcome::Retained), 1);
    let left: (i64, i64, String) = sqlx::query_as(
        "SELECT (SELECT sum(id) FROM contacts), (SELECT sum(id) FROM messages),
           (SELECT group_concat(id || coalesce(buyer_phone, '-')) FROM invoices)",
    )
    .fetch_one(&pool)
    .await
    .unwrap();
    assert_eq!(left, (2, 3, "1-,3+919876543211".to_owned()));
}

#[tokio::test]
async fn a_database_of_another_shape_is_refused_and_stays_as_it_was() {
    let scratch = Scratch::new();
    let pool =
        database(&scratch, "id INTEGER PRIMARY KEY, account_id INTEGER, full_name TEXT, email TEXT").await;
    sqlx::raw_sql("INSERT INTO contacts VALUES (1, 3, 'Ana', 'ana@example.org')")
        .execute(&pool)
        .await
        .unwrap();
    let error = engine(&scratch).await.unwrap_err();
    assert!(matches!(&error, EngineError::Unfit(findings) if findings.has_errors()), "{error}");
    assert!(error.to_string().contains("`phone`"), "{error}");
    let left: i64 = sqlx::query_scalar("SELECT count(*) FROM contacts").fetch_one(&pool).await.unwrap();
    assert_eq!(left, 1);
}

#[test]
fn both_commands_stand_on_lines_of_their_own() {
    for command in ["cargo run --release --example crm --features sqlite", "cargo test --features cli,sqlite"]
    {
        assert_eq!(README.lines().filter(|line| *line == command).count(), 1, "{command}");
    }
}
