//! What is peculiar to the SQLite ledger: what survives, what is destroyed, and what its file is. The laws of the contract,
//! many callers in two processes among them, are in `tests/testkit`.
#![cfg(feature = "sqlite")]

#[path = "support/database/scratch.rs"]
mod scratch;

use chrono::{DateTime, TimeDelta, Utc};
use oubliette::adapter::sql::{SqliteLedger, SqliteOpenError};
use oubliette::port::{
    Digest, Head, Leases, LedgerError, ListName, Note, Notes, Opened, Opening, Requests, Sealed, Seals,
    Standing,
};
use oubliette::request::{RequestId, RequestState};
use scratch::Scratch;
use sqlx::sqlite::{SqliteConnectOptions, SqlitePool};
use sqlx::{AssertSqlSafe, Row};

/// Whether any file there, journals among them, holds these bytes.
fn holds(scratch: &Scratch, bytes: &[u8]) -> bool {
    std::fs::read_dir(&scratch.0).unwrap().any(|entry| {
        let content = std::fs::read(entry.unwrap().path()).unwrap();
        content.windows(bytes.len()).any(|window| window == bytes)
    })
}

fn at(seconds: i64) -> DateTime<Utc> {
    DateTime::from_timestamp(1_800_000_000 + seconds, 0).unwrap()
}

fn id(number: u8) -> RequestId {
    RequestId::new(at(0), [number; 10])
}

fn digest(number: u8) -> Digest {
    Digest::new([number; 32])
}

fn head(state: RequestState, due: Option<i64>) -> Head {
    Head { state, due: due.map(at) }
}

fn opening(number: u8, due: Option<i64>) -> Opening {
    Opening {
        id: id(number),
        idempotency: digest(number),
        former: vec![],
        code: digest(100 + number),
        head: head(RequestState::Received, due),
        sealed: Sealed::new(format!("canary sealed {number}").into_bytes()),
        lines: vec!["first".to_owned(), "second 'quoted'".to_owned()],
    }
}

async fn ledger() -> (Scratch, SqliteLedger) {
    let scratch = Scratch::new();
    let ledger = SqliteLedger::open(&scratch.file("ledger.db")).await.unwrap();
    (scratch, ledger)
}

#[tokio::test]
async fn everything_is_there_after_a_restart() {
    let scratch = Scratch::new();
    let ledger = SqliteLedger::open(&scratch.file("ledger.db")).await.unwrap();
    ledger.open(&opening(1, Some(7))).await.unwrap();
    ledger
        .append(id(1), 2, &head(RequestState::AwaitingBackups, Some(8)), &["third".to_owned()])
        .await
        .unwrap();
    ledger.note(id(1), &ListName::new("co-owned"), &[note(1), note(2)]).await.unwrap();
    ledger.claim(id(1), at(0), at(50)).await.unwrap();
    drop(ledger);

    let ledger = SqliteLedger::open(&format!("sqlite:{}", scratch.file("ledger.db"))).await.unwrap();
    let standing = Standing { id: id(1), version: 3, head: head(RequestState::AwaitingBackups, Some(8)) };
    assert_eq!(ledger.load(id(1)).await.unwrap(), Some(standing));
    assert_eq!(ledger.journal(id(1), 0, 9).await.unwrap(), ["first", "second 'quoted'", "third"]);
    assert_eq!(ledger.unseal(id(1)).await.unwrap(), Some(opening(1, None).sealed));
    assert_eq!(
        ledger.notes(id(1), &ListName::new("co-owned"), 0, 9).await.unwrap(),
        [(1, note(1)), (2, note(2))]
    );
    assert_eq!(ledger.claim_due(at(49), at(99)).await.unwrap(), None);
    assert_eq!(ledger.open(&opening(1, None)).await.unwrap(), Opened::AlreadyThere(id(1)));
}

fn note(number: u8) -> Note {
    Note { digest: digest(number), sealed: Sealed::new(format!("canary note {number}").into_bytes()) }
}

#[tokio::test]
async fn what_is_shredded_is_in_no_file_any_more() {
    let (scratch, ledger) = ledger().await;
    ledger.open(&opening(1, None)).await.unwrap();
    ledger.seal(id(1), &Sealed::new(b"canary sealed again".to_vec())).await.unwrap();
    ledger.note(id(1), &ListName::new("a"), &[note(1)]).await.unwrap();
    ledger.note(id(1), &ListName::new("b"), &[note(2)]).await.unwrap();
    assert!(holds(&scratch, b"canary sealed again") && holds(&scratch, b"canary note 1"));
    ledger.forget(id(1), &[ListName::new("a")]).await.unwrap();
    assert!(holds(&scratch, b"canary note 2") && !holds(&scratch, b"canary note 1"));
    ledger.shred(id(1)).await.unwrap();
    ledger.shred(id(1)).await.unwrap();
    assert_eq!(ledger.unseal(id(1)).await.unwrap(), None);
    assert!(!holds(&scratch, b"canary"));
    assert_eq!(ledger.journal(id(1), 0, 9).await.unwrap().len(), 2);
}

#[tokio::test]
async fn a_ledger_lives_beside_the_hosts_own_tables_and_migrations() {
    let scratch = Scratch::new();
    let options = SqliteConnectOptions::new().filename(scratch.file("ledger.db")).create_if_missing(true);
    let pool = SqlitePool::connect_with(options).await.unwrap();
    sqlx::raw_sql("CREATE TABLE _sqlx_migrations (version BIGINT); CREATE TABLE requests (id);")
        .execute(&pool)
        .await
        .unwrap();
    for _ in 0..2 {
        let ledger = SqliteLedger::from_pool(pool.clone()).await.unwrap();
        ledger.open(&opening(1, None)).await.unwrap();
        ledger.shred(id(1)).await.unwrap();
    }
    let tables: Vec<String> =
        sqlx::query("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
            .fetch_all(&pool)
            .await
            .unwrap()
            .iter()
            .map(|row| row.get(0))
            .collect();
    let hosts: Vec<_> = tables.iter().filter(|name| !name.starts_with("oubliette_")).collect();
    assert_eq!(hosts, ["_sqlx_migrations", "requests"]);
}

#[tokio::test]
async fn a_newer_ledger_and_what_is_no_ledger_are_told_apart() {
    let (scratch, ledger) = ledger().await;
    drop(ledger);
    let pool = SqlitePool::connect_with(SqliteConnectOptions::new().filename(scratch.file("ledger.db")))
        .await
        .unwrap();
    sqlx::query("INSERT INTO oubliette_migrations (number) VALUES (7)").execute(&pool).await.unwrap();
    let error = SqliteLedger::open(&scratch.file("ledger.db")).await.unwrap_err();
    assert_eq!(error, SqliteOpenError::NewerLedger { found: 7, known: 2 });

    assert_eq!(SqliteLedger::open("sqlite::memory:").await.unwrap_err(), SqliteOpenError::InMemory);
    let nowhere = scratch.0.join("no/such/directory.db");
    let error = SqliteLedger::open(nowhere.to_str().unwrap()).await.unwrap_err();
    assert!(matches!(error, SqliteOpenError::Unusable { .. }), "{error}");
    let text = scratch.0.join("notes.txt");
    std::fs::write(&text, "something of the host's, which stays as it is".repeat(30)).unwrap();
    let error = SqliteLedger::open(text.to_str().unwrap()).await.unwrap_err();
    assert!(matches!(error, SqliteOpenError::Unusable { .. }), "{error}");
    assert!(std::fs::read_to_string(&text).unwrap().starts_with("something"));
}

#[tokio::test]
async fn what_cannot_be_read_is_corrupt_and_not_guessed() {
    let (scratch, ledger) = ledger().await;
    ledger.open(&opening(1, None)).await.unwrap();
    let pool = SqlitePool::connect_with(SqliteConnectOptions::new().filename(scratch.file("ledger.db")))
        .await
        .unwrap();
    for damage in ["state = 'done'", "state = 'received', lines = -1", "lines = 2, due = 9223372036854775807"]
    {
        sqlx::query(AssertSqlSafe(format!("UPDATE oubliette_requests SET {damage}")))
            .execute(&pool)
            .await
            .unwrap();
        assert!(matches!(ledger.load(id(1)).await, Err(LedgerError::Corrupt(_))), "{damage}");
    }
    sqlx::query("DROP TABLE oubliette_codes").execute(&pool).await.unwrap();
    assert!(matches!(ledger.find_by_code(digest(1)).await, Err(LedgerError::Corrupt(_))));
}

#[tokio::test]
async fn a_locked_ledger_is_unavailable_only_after_waiting() {
    let (scratch, ledger) = ledger().await;
    ledger.open(&opening(1, Some(0))).await.unwrap();
    let pool = SqlitePool::connect_with(SqliteConnectOptions::new().filename(scratch.file("ledger.db")))
        .await
        .unwrap();
    let writer = pool.begin_with("BEGIN IMMEDIATE").await.unwrap();
    let waiting = tokio::spawn({
        let ledger = ledger.clone();
        async move { ledger.claim_due(at(1), at(1) + TimeDelta::seconds(9)).await }
    });
    // Readers are not held up by a writer.
    assert!(ledger.load(id(1)).await.unwrap().is_some());
    writer.commit().await.unwrap();
    assert_eq!(waiting.await.unwrap().unwrap(), Some(id(1)));
}

#[cfg(unix)]
#[tokio::test]
async fn only_its_owner_may_read_a_ledger() {
    use std::os::unix::fs::PermissionsExt as _;

    let (scratch, ledger) = ledger().await;
    ledger.open(&opening(1, None)).await.unwrap();
    for entry in std::fs::read_dir(&scratch.0).unwrap() {
        let entry = entry.unwrap();
        let mode = entry.metadata().unwrap().permissions().mode() & 0o777;
        assert_eq!(mode, 0o600, "{:?}", entry.file_name());
    }
}
