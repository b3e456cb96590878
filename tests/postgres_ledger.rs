//! The PostgreSQL ledger under real concurrency: what is written once, claimed once, and destroyed.
#![cfg(feature = "postgres")]

#[expect(dead_code, reason = "each test takes what it needs")]
mod postgres_common;

use std::collections::HashSet;

use chrono::{DateTime, Utc};
use oubliette::adapter::sql::{PostgresLedger, PostgresOpenError};
use oubliette::port::{
    Digest, Head, Leases, LedgerError, ListName, Note, Notes, Opened, Opening, Requests, Sealed, Seals,
};
use oubliette::request::{RequestId, RequestState};
use postgres_common::{Database, run, text};
use sqlx::postgres::PgPoolOptions;

fn at(seconds: i64) -> DateTime<Utc> {
    DateTime::from_timestamp(1_800_000_000 + seconds, 0).unwrap()
}

fn id(number: u8) -> RequestId {
    RequestId::new(at(0), [number; 10])
}

fn digest(number: u8) -> Digest {
    Digest::new([number; 32])
}

fn head(due: Option<i64>) -> Head {
    Head { state: RequestState::Received, due: due.map(at) }
}

fn opening(number: u8, due: Option<i64>) -> Opening {
    Opening {
        id: id(number),
        idempotency: digest(number),
        former: vec![],
        code: digest(100 + number),
        head: head(due),
        sealed: Sealed::new(format!("sealed {number}").into_bytes()),
        lines: vec!["first".to_owned(), "second 'quoted' \\ $1".to_owned()],
    }
}

async fn ledger(options: &[(&str, &str)]) -> (Database, PostgresLedger) {
    let database = Database::new().await;
    let options = database.options().options(options.iter().copied());
    let pool = PgPoolOptions::new().max_connections(16).connect_with(options).await.unwrap();
    let ledger = PostgresLedger::from_pool(pool).await.unwrap();
    (database, ledger)
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

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
#[ignore = "needs PostgreSQL"]
async fn of_sixteen_callers_one_creates_one_appends_and_each_claims_another() {
    // Whatever a host's pool is set to.
    for options in
        [&[][..], &[("default_transaction_isolation", "serializable"), ("synchronous_commit", "off")]]
    {
        let (_database, ledger) = ledger(options).await;
        let opened = at_once(16, |number| {
            let (ledger, mut opening) = (ledger.clone(), opening(number, None));
            opening.idempotency = digest(255);
            async move { ledger.open(&opening).await.unwrap() }
        })
        .await;
        let created = opened.iter().filter(|it| **it == Opened::Created).count();
        assert_eq!(created, 1);
        let there: HashSet<_> = opened
            .iter()
            .filter_map(|it| if let Opened::AlreadyThere(id) = it { Some(*id) } else { None })
            .collect();
        assert_eq!(there.len(), 1);
        let id = there.into_iter().next().unwrap();

        let appended = at_once(16, |number| {
            let ledger = ledger.clone();
            async move { ledger.append(id, 2, &head(Some(5)), &[format!("line {number}")]).await }
        })
        .await;
        assert_eq!(appended.iter().filter(|it| **it == Ok(3)).count(), 1);
        assert_eq!(appended.iter().filter(|it| **it == Err(LedgerError::Conflict(id))).count(), 15);
        assert_eq!(ledger.journal(id, 0, 10).await.unwrap().len(), 3);
        assert_eq!(ledger.journal(id, 1, 1).await.unwrap(), ["second 'quoted' \\ $1"]);
        assert_eq!(ledger.load(id).await.unwrap().unwrap().head, head(Some(5)));

        let claimed = at_once(16, |_| {
            let ledger = ledger.clone();
            async move { ledger.claim(id, at(0), at(10)).await.unwrap() }
        })
        .await;
        assert_eq!(claimed.iter().filter(|it| **it).count(), 1);
        ledger.release(id).await.unwrap();

        for number in 100..120 {
            ledger.open(&opening(number, Some(1))).await.unwrap();
        }
        let claimed = at_once(16, |_| {
            let ledger = ledger.clone();
            async move { ledger.claim_due(at(2), at(60)).await.unwrap() }
        })
        .await;
        let distinct: HashSet<_> = claimed.iter().flatten().collect();
        assert_eq!((claimed.iter().flatten().count(), distinct.len()), (16, 16));
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
#[ignore = "needs PostgreSQL"]
async fn notes_are_numbered_once_and_forgotten() {
    let (_database, ledger) = ledger(&[]).await;
    ledger.open(&opening(1, None)).await.unwrap();
    let notes = |from: u32| -> Vec<Note> {
        (from..from + 1200)
            .map(|number| {
                let mut bytes = [0; 32];
                bytes.get_mut(..4).unwrap().copy_from_slice(&number.to_be_bytes());
                Note { digest: Digest::new(bytes), sealed: Sealed::new(bytes.to_vec()) }
            })
            .collect()
    };
    let new = at_once(8, |number| {
        let (ledger, notes) = (ledger.clone(), notes(u32::from(number) * 600));
        async move { ledger.note(id(1), &ListName::new("contacts"), &notes).await.unwrap() }
    })
    .await;
    assert_eq!(new.iter().sum::<u64>(), 7 * 600 + 1200);
    let read = ledger.notes(id(1), &ListName::new("contacts"), 0, 10_000).await.unwrap();
    let numbers: Vec<_> = read.iter().map(|(number, _)| *number).collect();
    assert_eq!(numbers, (1..=5400).collect::<Vec<_>>());
    assert_eq!(
        ledger
            .noted(id(1), &ListName::new("contacts"), &[digest(200), read.first().unwrap().1.digest])
            .await
            .unwrap()
            .len(),
        1
    );
    ledger.forget(id(1), &[ListName::new("contacts")]).await.unwrap();
    ledger.forget(id(1), &[ListName::new("contacts")]).await.unwrap();
    assert!(ledger.notes(id(1), &ListName::new("contacts"), 0, 10).await.unwrap().is_empty());
}

#[tokio::test]
#[ignore = "needs PostgreSQL"]
async fn seals_are_replaced_and_destroyed_and_codes_belong_to_one() {
    let (database, ledger) = ledger(&[]).await;
    ledger.open(&opening(1, Some(3))).await.unwrap();
    ledger.open(&opening(2, None)).await.unwrap();
    assert_eq!(ledger.find_by_code(digest(101)).await.unwrap(), Some(id(1)));
    ledger.add_code(id(1), digest(77)).await.unwrap();
    ledger.add_code(id(1), digest(77)).await.unwrap();
    assert_eq!(ledger.add_code(id(2), digest(77)).await.unwrap_err(), LedgerError::Conflict(id(2)));
    assert_eq!(ledger.add_code(id(9), digest(78)).await.unwrap_err(), LedgerError::Unknown(id(9)));
    let sealed = Sealed::new(vec![0, 1, 255]);
    ledger.seal(id(1), &sealed).await.unwrap();
    assert_eq!(ledger.unseal(id(1)).await.unwrap(), Some(sealed));
    // A transaction that still reads keeps nobody from destroying.
    let pool = database.pool(1).await;
    ledger.shred(id(1)).await.unwrap();
    ledger.shred(id(1)).await.unwrap();
    assert_eq!(ledger.unseal(id(1)).await.unwrap(), None);
    assert_eq!(text(&pool, "SELECT count(*)::text FROM oubliette_sealed").await, "1");
    let conflict = Opening { idempotency: digest(50), ..opening(1, None) };
    assert_eq!(ledger.open(&conflict).await.unwrap_err(), LedgerError::Conflict(id(1)));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
#[ignore = "needs PostgreSQL"]
async fn processes_that_open_at_once_make_the_tables_once() {
    let database = Database::new().await;
    let opened = at_once(8, |_| {
        let url = database.url();
        async move { PostgresLedger::open(&url).await.map(drop) }
    })
    .await;
    assert!(opened.iter().all(Result::is_ok), "{opened:?}");
    let pool = database.pool(1).await;
    run(&pool, "INSERT INTO oubliette_migrations VALUES (99)").await;
    let newer = PostgresLedger::open(&database.url()).await.unwrap_err();
    assert_eq!(newer, PostgresOpenError::NewerLedger { found: 99, known: 1 });
}
