//! Does memory grow with what is erased? From a thousand to ten million messages, half of them one person's alone, half
//! of them shared with another: those are erased, these let go.
//!
//! Each size is erased by a process of its own, which reports the most memory that it ever had (`VmHWM`; Linux only).

#[path = "files/mod.rs"]
mod files;

use std::path::Path;
use std::process::Command;

use oubliette::adapter::sql::{SqliteLedger, SqliteStore};
use oubliette::engine::{Engine, Idempotency};
use oubliette::identifier::Identifier;
use oubliette::policy::Channel;
use oubliette::port::MasterKey;
use oubliette::request::{Outcome, Request, RequestState};
use sqlx::sqlite::{SqliteConnectOptions, SqlitePool};

const SIZES: [u64; 5] = [1_000, 10_000, 100_000, 1_000_000, 10_000_000];
/// Tells a child which database to erase in, and a parent's child that it is one.
const CHILD: &str = "OUBLIETTE_BENCH_MEMORY";

async fn build(file: &Path, messages: u64) {
    let options =
        SqliteConnectOptions::new().filename(file).create_if_missing(true).pragma("synchronous", "OFF");
    let pool = SqlitePool::connect_with(options).await.unwrap();
    let text = format!(
        "CREATE TABLE contacts (id INTEGER PRIMARY KEY, phone TEXT UNIQUE);
         CREATE TABLE messages (id INTEGER PRIMARY KEY, from_id INTEGER, to_id INTEGER, body TEXT);
         INSERT INTO contacts VALUES (1, '+15550000001'), (2, '+15550000002');
         WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {messages})
         INSERT INTO messages SELECT i, 1, 1 + i % 2, 'Hello, this is message number ' || i FROM n;
         CREATE INDEX messages_from ON messages (from_id);
         CREATE INDEX messages_to ON messages (to_id);"
    );
    sqlx::raw_sql(sqlx::AssertSqlSafe(text)).execute(&pool).await.unwrap();
    pool.close().await;
}

async fn erase(file: &str, messages: u64) {
    let engine = Engine::builder(files::policy(), files::map(&["from_id", "to_id"]))
        .with_store("crm", SqliteStore::open(file).await.unwrap())
        .with_ledger(SqliteLedger::open(&format!("{file}.ledger")).await.unwrap())
        .with_keys(MasterKey::new([7; 32]))
        .build()
        .await
        .unwrap();
    let request = Request::builder(Channel::Operator)
        .with_identifier(Identifier::phone("+15550000001", None).unwrap())
        .build()
        .unwrap();
    let ticket = engine.open(&request, &Idempotency::WhileOpen).await.unwrap();
    let report = engine.run(ticket.id).await.unwrap();
    assert_eq!(report.state, RequestState::Completed);
    assert_eq!(report.records(Outcome::Erased), messages / 2 + 1);
    assert_eq!(report.records(Outcome::Cleared), messages / 2);
}

fn most_memory() -> String {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.map_or_else(|| "unknown (no /proc here)".to_owned(), |kilobytes| kilobytes.trim().to_owned())
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    if let Ok(task) = std::env::var(CHILD) {
        let (messages, file) = task.split_once(' ').unwrap();
        erase(file, messages.parse().unwrap()).await;
        println!("{messages} messages: {} at the most", most_memory());
        return;
    }
    // `cargo test --benches` wants to know only that this builds.
    if !std::env::args().any(|it| it == "--bench") {
        return;
    }
    let folder = std::env::temp_dir().join(format!("oubliette-memory-{}", std::process::id()));
    for messages in SIZES {
        std::fs::create_dir_all(&folder).unwrap();
        let file = folder.join("crm.db");
        build(&file, messages).await;
        let child = Command::new(std::env::current_exe().unwrap())
            .env(CHILD, format!("{messages} {}", file.display()))
            .status()
            .unwrap();
        assert!(child.success());
        std::fs::remove_dir_all(&folder).unwrap();
    }
}
