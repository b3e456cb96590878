//! `sqlite_erase/*`: a subject with 100 and with 100,000 messages among 1,000,000, erased by the engine (located, erased
//! in batches, counted again, written to a ledger), by the set-based SQL that one would write by hand, and row by row.
//!
//! Each measured erasure works on a fresh copy of one database file; copying is not measured.

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use criterion::{BenchmarkId, Criterion, criterion_group, criterion_main};
use oubliette::adapter::sql::{SqliteLedger, SqliteStore};
use oubliette::datamap::DataMap;
use oubliette::engine::{Engine, Recurrence};
use oubliette::policy::Policy;
use oubliette::port::MasterKey;
use oubliette::request::{Channel, Identifier, Request, RequestState};
use sqlx::sqlite::{SqliteConnectOptions, SqlitePool, SqlitePoolOptions};

const MESSAGES: i64 = 1_000_000;
/// How many of them the subject has, and the subject's key.
const SUBJECTS: [(i64, i64); 2] = [(100, 1), (100_000, 2)];

const POLICY: &str = r#"
name = "Bench"
version = "1"
[[category]]
id = "contacts"
on_erasure = "erase"
[[category]]
id = "conversations"
on_erasure = "erase"
"#;

const MAP: &str = r#"
[[collection]]
name = "contacts"
key = "id"
category = "contacts"
subject = "contact"
identifiers = { phone = { field = "phone", stored = "e164" } }
[[collection]]
name = "messages"
key = "id"
category = "conversations"
owned_by = [{ field = "contact_id", of = "contacts" }]
"#;

fn folder() -> PathBuf {
    let folder = std::env::temp_dir().join(format!("oubliette-bench-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    folder
}

async fn pool(path: &Path) -> SqlitePool {
    // As the store sets up its own connections, so that all ways do the same: what is erased is overwritten.
    let options = SqliteConnectOptions::new()
        .filename(path)
        .create_if_missing(true)
        .foreign_keys(true)
        .pragma("secure_delete", "FAST");
    SqlitePoolOptions::new().max_connections(1).connect_with(options).await.unwrap()
}

async fn build(path: &Path) {
    let pool = pool(path).await;
    for statement in [
        "CREATE TABLE contacts (id INTEGER PRIMARY KEY, phone TEXT UNIQUE)",
        "CREATE TABLE messages (id INTEGER PRIMARY KEY, contact_id INTEGER REFERENCES contacts (id), body TEXT, sent_at TEXT)",
        "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 10000)
         INSERT INTO contacts SELECT i, '+1555' || printf('%07d', i) FROM n",
    ] {
        sqlx::query(statement).execute(&pool).await.unwrap();
    }
    // Every 10,000th message is the first subject's, every 10th the second's: spread over the whole table.
    sqlx::query(
        "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?)
         INSERT INTO messages
         SELECT i, CASE WHEN i % 10000 = 5 THEN 1 WHEN i % 10 = 0 THEN 2 ELSE 3 + i % 9000 END,
                'Hello, this is message number ' || i, '2026-01-01 00:00:00' FROM n",
    )
    .bind(MESSAGES)
    .execute(&pool)
    .await
    .unwrap();
    sqlx::query("CREATE INDEX messages_contact ON messages (contact_id)").execute(&pool).await.unwrap();
    pool.close().await;
}

fn fresh_copy(master: &Path, run: u64) -> PathBuf {
    let copy = master.with_file_name(format!("copy-{run}.db"));
    std::fs::copy(master, &copy).unwrap();
    copy
}

async fn left(pool: &SqlitePool, contact: i64) -> i64 {
    let count = "SELECT (SELECT count(*) FROM messages WHERE contact_id = ?1) + (SELECT count(*) FROM contacts WHERE id = ?1)";
    sqlx::query_scalar(count).bind(contact).fetch_one(pool).await.unwrap()
}

async fn by_engine(path: &Path, contact: i64) -> Duration {
    let ledger = path.with_extension("ledger");
    let engine = Engine::builder(Policy::from_toml(POLICY).unwrap(), DataMap::from_toml(MAP).unwrap())
        .with_store("crm", SqliteStore::open(path.to_str().unwrap()).await.unwrap())
        .with_ledger(SqliteLedger::open(ledger.to_str().unwrap()).await.unwrap())
        .with_keys(MasterKey::new([7; 32]))
        .build()
        .await
        .unwrap();
    let request = Request::builder(Channel::Operator)
        .with_identifier(Identifier::phone(&format!("+1555{contact:07}"), None).unwrap())
        .build()
        .unwrap();
    let begin = Instant::now();
    let ticket = engine.open(&request, &Recurrence::WhileOpen).await.unwrap();
    let report = engine.run(ticket.id).await.unwrap();
    let taken = begin.elapsed();
    assert_eq!(report.state, RequestState::Completed);
    drop(engine);
    taken
}

async fn by_hand(path: &Path, contact: i64) -> Duration {
    let pool = pool(path).await;
    let begin = Instant::now();
    sqlx::query("DELETE FROM messages WHERE contact_id = ?").bind(contact).execute(&pool).await.unwrap();
    sqlx::query("DELETE FROM contacts WHERE id = ?").bind(contact).execute(&pool).await.unwrap();
    let taken = begin.elapsed();
    pool.close().await;
    taken
}

/// One statement a row in one transaction, which flatters it: most systems commit each.
async fn row_by_row(path: &Path, contact: i64) -> Duration {
    let pool = pool(path).await;
    let begin = Instant::now();
    let mut transaction = pool.begin().await.unwrap();
    let ids: Vec<i64> = sqlx::query_scalar("SELECT id FROM messages WHERE contact_id = ?")
        .bind(contact)
        .fetch_all(&mut *transaction)
        .await
        .unwrap();
    for id in ids {
        sqlx::query("DELETE FROM messages WHERE id = ?").bind(id).execute(&mut *transaction).await.unwrap();
    }
    sqlx::query("DELETE FROM contacts WHERE id = ?").bind(contact).execute(&mut *transaction).await.unwrap();
    transaction.commit().await.unwrap();
    let taken = begin.elapsed();
    pool.close().await;
    taken
}

fn erase(c: &mut Criterion) {
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let folder = folder();
    let master = folder.join("master.db");
    runtime.block_on(build(&master));
    let mut run = 0;
    let mut group = c.benchmark_group("sqlite_erase");
    group.sample_size(10).warm_up_time(Duration::from_millis(100));
    for (messages, contact) in SUBJECTS {
        for way in ["oubliette", "by_hand", "row_by_row"] {
            group.bench_function(BenchmarkId::new(way, messages), |b| {
                b.iter_custom(|times| {
                    let mut total = Duration::ZERO;
                    for _ in 0..times {
                        run += 1;
                        let copy = fresh_copy(&master, run);
                        total += runtime.block_on(async {
                            let taken = match way {
                                "oubliette" => by_engine(&copy, contact).await,
                                "by_hand" => by_hand(&copy, contact).await,
                                _ => row_by_row(&copy, contact).await,
                            };
                            let pool = pool(&copy).await;
                            assert_eq!(left(&pool, contact).await, 0);
                            pool.close().await;
                            taken
                        });
                        for extension in ["db", "ledger", "ledger-wal", "ledger-shm"] {
                            let _ = std::fs::remove_file(copy.with_extension(extension));
                        }
                    }
                    total
                });
            });
        }
    }
    group.finish();
    std::fs::remove_dir_all(&folder).unwrap();
}

criterion_group!(benches, erase);
criterion_main!(benches);
