//! What is peculiar to the PostgreSQL ledger: making its tables, and leaving no rows behind. The laws of the contract,
//! many callers in two processes among them, are in `tests/testkit`.
#![cfg(feature = "postgres")]

#[expect(dead_code, reason = "each test takes what it needs")]
#[path = "support/database/mod.rs"]
mod database;

use chrono::DateTime;
use database::postgres::Database;
use database::{run, text};
use oubliette::adapter::sql::{PostgresLedger, PostgresOpenError};
use oubliette::port::{Digest, Head, Leases, ListName, Note, Notes, Opening, Requests, Sealed, Seals};
use oubliette::request::{RequestId, RequestState};
use sqlx::postgres::PgPoolOptions;

fn id(number: u8) -> RequestId {
    RequestId::new(DateTime::UNIX_EPOCH, [number; 10])
}

fn digest(number: u8) -> Digest {
    Digest::new([number; 32])
}

fn note(number: u8) -> Note {
    Note { digest: digest(number), sealed: Sealed::new(vec![number]) }
}

fn opening(number: u8) -> Opening {
    Opening {
        id: id(number),
        idempotency: digest(number),
        former: vec![],
        code: digest(100 + number),
        head: Head { state: RequestState::Received, due: None },
        sealed: Sealed::new(format!("sealed {number}").into_bytes()),
        lines: vec!["first".to_owned(), "second 'quoted' \\ $1".to_owned()],
    }
}

/// Runs a task for each number at once, and answers what they came to.
async fn at_once<T, F>(count: u8, task: impl Fn(u8) -> F) -> Vec<T>
where
    T: Send + 'static,
    F: Future<Output = T> + Send + 'static,
{
    let tasks: Vec<_> = (0..count).map(|number| tokio::spawn(task(number))).collect();
    let mut done = Vec::new();
    for task in tasks {
        done.push(task.await.unwrap());
    }
    done
}

#[tokio::test]
#[ignore = "needs PostgreSQL"]
async fn what_is_shredded_is_in_no_row_any_more() {
    let database = Database::new().await;
    let ledger = PostgresLedger::open(&database.url).await.unwrap();
    for number in [1, 2] {
        ledger.open(&opening(number)).await.unwrap();
        for (list, notes) in [("a", &[note(1), note(2)][..]), ("kept/a", &[note(1)])] {
            ledger.note(id(number), &ListName::new(list), notes).await.unwrap();
        }
    }
    ledger.shred(id(1)).await.unwrap();
    let pool = database.pool(1).await;
    for (table, rows) in [("sealed", "1"), ("note_sets", "3"), ("notes", "4"), ("journal", "4")] {
        let count = format!("SELECT count(*)::text FROM oubliette_{table}");
        assert_eq!(text(&pool, &count).await, rows, "{table}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
#[ignore = "needs PostgreSQL"]
async fn processes_that_open_at_once_make_the_tables_once() {
    let database = Database::new().await;
    let opened = at_once(8, |_| {
        let url = database.url.clone();
        async move { PostgresLedger::open(&url).await.map(drop) }
    })
    .await;
    assert!(opened.iter().all(Result::is_ok), "{opened:?}");
    let pool = database.pool(1).await;
    run(&pool, "INSERT INTO oubliette_migrations VALUES (99)").await;
    let newer = PostgresLedger::open(&database.url).await.unwrap_err();
    assert_eq!(newer, PostgresOpenError::NewerLedger { found: 99, known: 2 });
}

/// Whoever deploys makes the tables, and the service has a role that may only use them.
#[tokio::test]
#[ignore = "needs PostgreSQL"]
async fn a_role_that_may_make_no_tables_uses_those_that_are_there() {
    let database = Database::new().await;
    let role = database.options().options([("role", "pg_write_all_data")]);
    let service = PgPoolOptions::new().max_connections(2).connect_with(role).await.unwrap();
    let error = PostgresLedger::from_pool(service.clone()).await.unwrap_err();
    assert!(matches!(error, PostgresOpenError::Tables(_)), "{error}");

    PostgresLedger::open(&database.url).await.unwrap();
    run(&database.pool(1).await, "GRANT SELECT ON ALL TABLES IN SCHEMA public TO pg_write_all_data").await;
    let ledger = PostgresLedger::from_pool(service.clone()).await.unwrap();
    ledger.open(&opening(1)).await.unwrap();
    ledger.shred(id(1)).await.unwrap();
    assert!(ledger.load(id(1)).await.unwrap().is_some());
    service.close().await;
}

/// A lease outlives nobody: whoever lives keeps theirs until it ends, and what the dead have leased is due at once.
#[tokio::test]
#[ignore = "needs PostgreSQL"]
async fn a_lease_ends_with_the_worker_who_has_it() {
    let database = Database::new().await;
    let survivor = PostgresLedger::open(&database.url).await.unwrap();
    let worker = PostgresLedger::open(&database.url).await.unwrap();
    let at = |second| DateTime::from_timestamp(second, 0).unwrap();
    for number in [1, 2] {
        let head = Head { state: RequestState::Running, due: Some(at(10 + i64::from(number))) };
        survivor.open(&Opening { head, ..opening(number) }).await.unwrap();
    }
    assert_eq!(worker.claim_due(at(20), at(900)).await.unwrap(), Some(id(1)));
    assert!(worker.claim(id(2), at(20), at(900)).await.unwrap());
    // What is being worked on is put off meanwhile.
    let later = Head { state: RequestState::Running, due: Some(at(900)) };
    worker.append(id(1), 2, &later, &[]).await.unwrap();
    for _ in 0..3 {
        assert_eq!(survivor.claim_due(at(21), at(901)).await.unwrap(), None);
        assert!(!survivor.claim(id(2), at(21), at(901)).await.unwrap());
    }
    drop(worker);
    // The server notices when the connection ends.
    let mut claimed = Vec::new();
    for _ in 0..200 {
        claimed.extend(survivor.claim_due(at(22), at(902)).await.unwrap());
        if claimed.len() == 2 {
            break;
        }
        tokio::time::sleep(std::time::Duration::from_millis(20)).await;
    }
    claimed.sort();
    assert_eq!(claimed, [id(1), id(2)]);
    let other = PostgresLedger::open(&database.url).await.unwrap();
    assert_eq!(other.claim_due(at(23), at(903)).await.unwrap(), None);
    survivor.release(id(1)).await.unwrap();
    assert!(other.claim(id(1), at(24), at(904)).await.unwrap());
}
