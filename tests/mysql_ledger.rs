//! What is peculiar to the MySQL and MariaDB ledger: making its tables, and leaving no rows behind. The laws of the
//! contract, many callers in two processes among them, are in `tests/testkit`.
#![cfg(feature = "mysql")]

#[expect(dead_code, reason = "each test takes what it needs")]
#[path = "support/database/mod.rs"]
mod database;

use chrono::DateTime;
use database::mariadb::in_database;
use oubliette::adapter::sql::{MysqlLedger, MysqlOpenError};
use oubliette::port::{Digest, Head, Leases, ListName, Note, Notes, Opening, Requests, Sealed, Seals};
use oubliette::request::{RequestId, RequestState};
use sqlx::AssertSqlSafe;

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
        sealed: Sealed::new(vec![number, 0, 255]),
        lines: vec!["first".to_owned(), "second 'quoted' \\ 😀".to_owned()],
    }
}

#[test]
#[ignore = "needs MariaDB"]
fn what_is_shredded_is_in_no_row_any_more() {
    in_database(|database| async move {
        let ledger = MysqlLedger::open(&database.url).await.unwrap();
        for number in [1, 2] {
            ledger.open(&opening(number)).await.unwrap();
            for (list, notes) in [("a", &[note(1), note(2)][..]), ("kept/a", &[note(1)])] {
                ledger.note(id(number), &ListName::new(list), notes).await.unwrap();
            }
        }
        ledger.shred(id(1)).await.unwrap();
        for (table, rows) in [("sealed", 1), ("note_sets", 3), ("notes", 4), ("journal", 4)] {
            let count = format!("SELECT COUNT(*) FROM oubliette_{table}");
            let count: i64 =
                sqlx::query_scalar(AssertSqlSafe(count)).fetch_one(&database.pool).await.unwrap();
            assert_eq!(count, rows, "{table}");
        }
    });
}

#[test]
#[ignore = "needs MariaDB"]
fn processes_that_open_at_once_make_the_tables_once() {
    in_database(|database| async move {
        let opened: Vec<_> = (0..8)
            .map(|_| {
                let url = database.url.clone();
                tokio::spawn(async move { MysqlLedger::open(&url).await.map(drop) })
            })
            .collect();
        for opened in opened {
            opened.await.unwrap().unwrap();
        }
    });
}

#[test]
#[ignore = "needs MariaDB"]
fn a_newer_ledger_and_a_wrong_url_are_refused_without_the_password() {
    in_database(|database| async move {
        MysqlLedger::open(&database.url.replace("mysql://", "mariadb://")).await.unwrap();
        database.run("INSERT INTO oubliette_migrations VALUES (99)").await;
        let error = MysqlLedger::open(&database.url).await.unwrap_err();
        assert_eq!(error, MysqlOpenError::NewerLedger { found: 99, known: 2 });
        let error = MysqlLedger::open("mysql://nobody:s3cret@127.0.0.1:1/nothing").await.unwrap_err();
        assert!(!format!("{error} {error:?}").contains("s3cret"), "{error}");
    });
}

/// A lease outlives nobody: whoever lives keeps theirs until it ends, and what the dead have leased is due at once.
#[test]
#[ignore = "needs MariaDB"]
fn a_lease_ends_with_the_worker_who_has_it() {
    in_database(|database| async move {
        let survivor = MysqlLedger::open(&database.url).await.unwrap();
        let worker = MysqlLedger::open(&database.url).await.unwrap();
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
        let other = MysqlLedger::open(&database.url).await.unwrap();
        assert_eq!(other.claim_due(at(23), at(903)).await.unwrap(), None);
        survivor.release(id(1)).await.unwrap();
        assert!(other.claim(id(1), at(24), at(904)).await.unwrap());
    });
}
