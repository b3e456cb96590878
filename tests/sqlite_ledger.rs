//! The SQLite ledger: what is written once, what survives, what is destroyed.
#![cfg(feature = "sqlite")]

#[path = "sqlite_common/scratch.rs"]
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

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn of_many_callers_at_once_exactly_one_creates() {
    let scratch = Scratch::new();
    // Two handles are two processes, as far as the file is concerned; they are opened at once, too.
    let file = scratch.file("ledger.db");
    let (one, other) = tokio::join!(SqliteLedger::open(&file), SqliteLedger::open(&file));
    let ledgers = [one.unwrap(), other.unwrap()];
    let tasks: Vec<_> = (0..24_u8)
        .map(|number| {
            let ledger = ledgers[usize::from(number % 2)].clone();
            let mut opening = opening(number, None);
            opening.idempotency = digest(255);
            tokio::spawn(async move { (opening.id, ledger.open(&opening).await.unwrap()) })
        })
        .collect();
    let mut created = Vec::new();
    let mut found = Vec::new();
    for task in tasks {
        match task.await.unwrap() {
            (id, Opened::Created) => created.push(id),
            (_, Opened::AlreadyThere(id)) => found.push(id),
        }
    }
    assert_eq!(created.len(), 1);
    assert!(found.len() == 23 && found.iter().all(|id| *id == created[0]));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn of_many_appends_at_one_version_exactly_one_succeeds() {
    let (_scratch, ledger) = ledger().await;
    ledger.open(&opening(1, None)).await.unwrap();
    let tasks: Vec<_> = (0..12)
        .map(|number| {
            let ledger = ledger.clone();
            tokio::spawn(async move {
                let lines = [format!("line of {number}")];
                ledger.append(id(1), 2, &head(RequestState::Running, Some(5)), &lines).await
            })
        })
        .collect();
    let mut succeeded = 0;
    for task in tasks {
        match task.await.unwrap() {
            Ok(version) => {
                assert_eq!(version, 3);
                succeeded += 1;
            }
            Err(error) => assert_eq!(error, LedgerError::Conflict(id(1))),
        }
    }
    assert_eq!(succeeded, 1);
    let journal = ledger.journal(id(1), 0, 100).await.unwrap();
    assert!(journal.len() == 3 && journal[2].starts_with("line of "));
    assert_eq!(ledger.load(id(1)).await.unwrap().unwrap().head, head(RequestState::Running, Some(5)));
}

#[tokio::test]
async fn versions_journals_and_absences() {
    let (_scratch, ledger) = ledger().await;
    ledger.open(&opening(1, None)).await.unwrap();
    let running = head(RequestState::Running, None);
    let none: [String; 0] = [];
    assert_eq!(ledger.append(id(1), 2, &running, &none).await, Ok(2));
    for wrong in [0, 1, 3, u64::MAX] {
        assert_eq!(ledger.append(id(1), wrong, &running, &none).await, Err(LedgerError::Conflict(id(1))));
    }
    let lines: Vec<_> = (0..50).map(|line| line.to_string()).collect();
    assert_eq!(ledger.append(id(1), 2, &running, &lines).await, Ok(52));
    assert_eq!(ledger.journal(id(1), 2, 3).await.unwrap(), ["0", "1", "2"]);
    assert_eq!(ledger.journal(id(1), 51, usize::MAX).await.unwrap(), ["49"]);
    assert!(ledger.journal(id(1), u64::MAX, 9).await.unwrap().is_empty());
    assert!(ledger.journal(id(2), 0, 9).await.unwrap().is_empty());

    let unknown = LedgerError::Unknown(id(2));
    assert_eq!(ledger.load(id(2)).await.unwrap(), None);
    assert_eq!(ledger.append(id(2), 0, &running, &none).await, Err(unknown.clone()));
    assert_eq!(ledger.add_code(id(2), digest(9)).await, Err(unknown.clone()));
    assert_eq!(ledger.claim(id(2), at(0), at(1)).await, Err(unknown.clone()));
    assert_eq!(ledger.seal(id(2), &Sealed::new(vec![1])).await, Err(unknown.clone()));
    assert_eq!(ledger.note(id(2), &ListName::new("x"), &[]).await, Err(unknown));
    assert_eq!(ledger.unseal(id(2)).await.unwrap(), None);
    ledger.shred(id(2)).await.unwrap();
    ledger.release(id(2)).await.unwrap();
    ledger.forget(id(2), &[ListName::new("x")]).await.unwrap();
}

#[tokio::test]
async fn a_request_is_found_by_each_of_its_codes_and_by_no_other() {
    let (_scratch, ledger) = ledger().await;
    ledger.open(&opening(1, None)).await.unwrap();
    ledger.open(&opening(2, None)).await.unwrap();
    ledger.add_code(id(1), digest(50)).await.unwrap();
    ledger.add_code(id(1), digest(50)).await.unwrap();
    assert_eq!(ledger.add_code(id(2), digest(50)).await, Err(LedgerError::Conflict(id(2))));
    for (code, found) in [(101, Some(id(1))), (50, Some(id(1))), (102, Some(id(2))), (51, None)] {
        assert_eq!(ledger.find_by_code(digest(code)).await.unwrap(), found);
    }
    // A code that somebody else has opens nothing, not even in part.
    let mut taken = opening(3, None);
    taken.code = digest(50);
    assert_eq!(ledger.open(&taken).await, Err(LedgerError::Conflict(id(3))));
    assert_eq!(ledger.load(id(3)).await.unwrap(), None);
    assert_eq!(ledger.unseal(id(3)).await.unwrap(), None);
}

#[tokio::test]
async fn what_has_been_due_longest_is_claimed_first_and_leased() {
    let (_scratch, ledger) = ledger().await;
    for (number, due) in [(1, Some(30)), (2, Some(10)), (3, None), (4, Some(20)), (5, Some(99))] {
        ledger.open(&opening(number, due)).await.unwrap();
    }
    let until = at(60);
    let claim = || ledger.claim_due(at(30), until);
    assert_eq!(claim().await.unwrap(), Some(id(2)));
    assert_eq!(claim().await.unwrap(), Some(id(4)));
    assert_eq!(claim().await.unwrap(), Some(id(1)));
    assert_eq!(claim().await.unwrap(), None);
    assert!(!ledger.claim(id(2), at(59), at(90)).await.unwrap());
    ledger.release(id(4)).await.unwrap();
    assert_eq!(claim().await.unwrap(), Some(id(4)));
    // A lease ends with the instant that it names.
    assert!(ledger.claim(id(2), until, at(90)).await.unwrap());
    assert_eq!(ledger.claim_due(until, at(90)).await.unwrap(), Some(id(4)));
    assert!(ledger.claim(id(3), at(0), at(1)).await.unwrap());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn no_two_claimants_get_the_same_request() {
    let (scratch, one) = ledger().await;
    let other = SqliteLedger::open(&scratch.file("ledger.db")).await.unwrap();
    for number in 0..10 {
        one.open(&opening(number, Some(i64::from(number)))).await.unwrap();
    }
    let tasks: Vec<_> = (0..30)
        .map(|number| {
            let ledger = if number % 2 == 0 { one.clone() } else { other.clone() };
            tokio::spawn(async move { ledger.claim_due(at(100), at(200)).await.unwrap() })
        })
        .collect();
    let mut claimed = Vec::new();
    for task in tasks {
        claimed.extend(task.await.unwrap());
    }
    claimed.sort();
    assert_eq!(claimed, (0..10).map(id).collect::<Vec<_>>());
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
async fn a_record_is_noted_once_and_notes_keep_their_order() {
    let (_scratch, ledger) = ledger().await;
    ledger.open(&opening(1, None)).await.unwrap();
    ledger.open(&opening(2, None)).await.unwrap();
    assert_eq!(ledger.note(id(1), &ListName::new("a"), &[note(9), note(3), note(9)]).await.unwrap(), 2);
    assert_eq!(ledger.note(id(1), &ListName::new("a"), &[note(3), note(1)]).await.unwrap(), 1);
    assert_eq!(ledger.note(id(1), &ListName::new("a"), &[]).await.unwrap(), 0);
    assert_eq!(ledger.note(id(1), &ListName::new("b"), &[note(3)]).await.unwrap(), 1);
    assert_eq!(ledger.note(id(2), &ListName::new("a"), &[note(3)]).await.unwrap(), 1);
    let all = [(1, note(9)), (2, note(3)), (3, note(1))];
    assert_eq!(ledger.notes(id(1), &ListName::new("a"), 0, 9).await.unwrap(), all);
    assert_eq!(ledger.notes(id(1), &ListName::new("a"), 1, 1).await.unwrap(), all[1..2]);
    assert!(ledger.notes(id(1), &ListName::new("a"), u64::MAX, 9).await.unwrap().is_empty());
    let mut noted = ledger
        .noted(id(1), &ListName::new("a"), &[digest(1), digest(2), digest(9), digest(1)])
        .await
        .unwrap();
    noted.sort();
    assert_eq!(noted, [digest(1), digest(9)]);
    assert!(ledger.noted(id(1), &ListName::new("c"), &[digest(1)]).await.unwrap().is_empty());
    ledger.forget(id(1), &[ListName::new("a")]).await.unwrap();
    ledger.forget(id(1), &[ListName::new("a")]).await.unwrap();
    assert!(ledger.notes(id(1), &ListName::new("a"), 0, 9).await.unwrap().is_empty());
    assert_eq!(ledger.notes(id(1), &ListName::new("b"), 0, 9).await.unwrap(), [(1, note(3))]);
    assert_eq!(ledger.notes(id(2), &ListName::new("a"), 0, 9).await.unwrap(), [(1, note(3))]);
    let many: Vec<_> = (0..20_000_u32)
        .map(|number| {
            let mut bytes = [0; 32];
            bytes[..4].copy_from_slice(&number.to_be_bytes());
            Note { digest: Digest::new(bytes), sealed: Sealed::new(vec![]) }
        })
        .collect();
    assert_eq!(ledger.note(id(1), &ListName::new("many"), &many).await.unwrap(), 20_000);
    assert_eq!(ledger.note(id(1), &ListName::new("many"), &many).await.unwrap(), 0);
    assert_eq!(ledger.notes(id(1), &ListName::new("many"), 19_998, 9).await.unwrap().len(), 2);
}

#[tokio::test]
async fn what_is_shredded_is_in_no_file_any_more() {
    let (scratch, ledger) = ledger().await;
    ledger.open(&opening(1, None)).await.unwrap();
    ledger.seal(id(1), &Sealed::new(b"canary sealed again".to_vec())).await.unwrap();
    ledger.note(id(1), &ListName::new("a"), &[note(1)]).await.unwrap();
    assert!(holds(&scratch, b"canary sealed again") && holds(&scratch, b"canary note"));
    ledger.forget(id(1), &[ListName::new("a")]).await.unwrap();
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
    assert_eq!(error, SqliteOpenError::NewerLedger { found: 7, known: 1 });

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
