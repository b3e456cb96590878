//! The MySQL and MariaDB ledger under many connections at once: what is written once, claimed once, destroyed.
#![cfg(feature = "mysql")]

#[expect(dead_code, reason = "no test but that of the store needs all of it")]
mod mysql_common;

use chrono::{DateTime, TimeDelta, Utc};
use mysql_common::in_database;
use oubliette::adapter::sql::{MysqlLedger, MysqlOpenError};
use oubliette::port::{
    Digest, Head, Leases, LedgerError, ListName, Note, Notes, Opened, Opening, Requests, Sealed, Seals,
};
use oubliette::request::{RequestId, RequestState};

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
        sealed: Sealed::new(vec![number, 0, 255]),
        lines: vec!["first".to_owned(), "second 'quoted' \\ 😀".to_owned()],
    }
}

#[test]
#[ignore = "needs MariaDB"]
fn of_many_callers_at_once_exactly_one_creates_appends_and_claims() {
    in_database(|database| async move {
        let (one, other) =
            tokio::join!(MysqlLedger::open(&database.url), MysqlLedger::from_pool(database.pool.clone()));
        let ledgers = [one.unwrap(), other.unwrap()];
        for round in 0..5_u8 {
            let tasks: Vec<_> = (0..16_u8)
                .map(|number| {
                    let ledger = ledgers[usize::from(number % 2)].clone();
                    let mut opening = opening(round * 16 + number, Some(0));
                    opening.idempotency = digest(200 + round);
                    tokio::spawn(async move { (opening.id, ledger.open(&opening).await.unwrap()) })
                })
                .collect();
            let (mut created, mut found) = (Vec::new(), Vec::new());
            for task in tasks {
                match task.await.unwrap() {
                    (id, Opened::Created) => created.push(id),
                    (_, Opened::AlreadyThere(id)) => found.push(id),
                }
            }
            assert_eq!((created.len(), found.len()), (1, 15));
            let request = created[0];
            assert!(found.iter().all(|it| *it == request));
            let tasks: Vec<_> = (0..16_usize)
                .map(|number| {
                    let ledger = ledgers[number % 2].clone();
                    tokio::spawn(async move {
                        ledger.append(request, 2, &head(Some(0)), &[format!("by {number}")]).await
                    })
                })
                .collect();
            let mut appended = 0;
            for task in tasks {
                match task.await.unwrap() {
                    Ok(version) => {
                        assert_eq!(version, 3);
                        appended += 1;
                    }
                    Err(error) => assert_eq!(error, LedgerError::Conflict(request)),
                }
            }
            assert_eq!(appended, 1);
            assert_eq!(ledgers[0].journal(request, 0, 10).await.unwrap().len(), 3);
        }
        let tasks: Vec<_> = (0..16_usize)
            .map(|number| {
                let ledger = ledgers[number % 2].clone();
                tokio::spawn(async move { ledger.claim_due(at(1), at(100)).await.unwrap() })
            })
            .collect();
        let mut claimed = Vec::new();
        for task in tasks {
            claimed.extend(task.await.unwrap());
        }
        while let Some(id) = ledgers[0].claim_due(at(1), at(100)).await.unwrap() {
            claimed.push(id);
        }
        claimed.sort();
        let all = claimed.len();
        claimed.dedup();
        assert_eq!((claimed.len(), all), (5, 5));
    });
}

#[test]
#[ignore = "needs MariaDB"]
fn versions_codes_seals_and_absences() {
    in_database(|database| async move {
        let ledger = MysqlLedger::open(&database.url).await.unwrap();
        let (known, unknown) = (id(1), id(9));
        assert_eq!(ledger.open(&opening(1, Some(5))).await.unwrap(), Opened::Created);
        assert_eq!(ledger.open(&opening(1, Some(5))).await.unwrap(), Opened::AlreadyThere(known));
        let standing = ledger.load(known).await.unwrap().unwrap();
        assert_eq!((standing.version, standing.head), (2, head(Some(5))));
        assert_eq!(ledger.load(unknown).await.unwrap(), None);
        assert_eq!(ledger.append(known, 7, &head(None), &[]).await, Err(LedgerError::Conflict(known)));
        // Nothing changes, and it still counts as done.
        assert_eq!(ledger.append(known, 2, &head(Some(5)), &[]).await, Ok(2));
        assert_eq!(ledger.append(unknown, 0, &head(None), &[]).await, Err(LedgerError::Unknown(unknown)));
        assert_eq!(ledger.journal(known, 1, 10).await.unwrap(), ["second 'quoted' \\ 😀"]);
        assert_eq!(ledger.find_by_code(digest(101)).await.unwrap(), Some(known));
        ledger.open(&opening(2, None)).await.unwrap();
        assert_eq!(ledger.add_code(id(2), digest(101)).await, Err(LedgerError::Conflict(id(2))));
        ledger.add_code(known, digest(101)).await.unwrap();
        assert_eq!(ledger.unseal(known).await.unwrap(), Some(Sealed::new(vec![1, 0, 255])));
        ledger.seal(known, &Sealed::new(vec![0; 100_000])).await.unwrap();
        assert_eq!(ledger.unseal(known).await.unwrap().unwrap().bytes().len(), 100_000);
        ledger.shred(known).await.unwrap();
        ledger.shred(unknown).await.unwrap();
        assert_eq!(ledger.unseal(known).await.unwrap(), None);
        assert!(ledger.claim(known, at(0), at(10)).await.unwrap());
        assert!(!ledger.claim(known, at(1), at(11)).await.unwrap());
        ledger.release(known).await.unwrap();
        assert!(ledger.claim(known, at(1), at(11)).await.unwrap());
        assert!(ledger.claim(known, at(1) + TimeDelta::seconds(10), at(99)).await.unwrap());
    });
}

#[test]
#[ignore = "needs MariaDB"]
fn a_record_is_noted_once_by_however_many() {
    in_database(|database| async move {
        let ledger = MysqlLedger::open(&database.url).await.unwrap();
        ledger.open(&opening(1, None)).await.unwrap();
        let note = |number: u32| {
            let mut bytes = [0; 32];
            bytes[..4].copy_from_slice(&number.to_be_bytes());
            Note { digest: Digest::new(bytes), sealed: Sealed::new(number.to_be_bytes().to_vec()) }
        };
        let notes: Vec<_> = (0..1200).map(note).collect();
        let tasks: Vec<_> = (0..16)
            .map(|_| {
                let (ledger, notes) = (ledger.clone(), notes.clone());
                tokio::spawn(
                    async move { ledger.note(id(1), &ListName::new("é 'set'"), &notes).await.unwrap() },
                )
            })
            .collect();
        let mut fresh = 0;
        for task in tasks {
            fresh += task.await.unwrap();
        }
        assert_eq!(fresh, 1200);
        let read = ledger.notes(id(1), &ListName::new("é 'set'"), 0, 5000).await.unwrap();
        assert_eq!(
            read.iter().map(|(number, _)| *number).collect::<Vec<_>>(),
            (1..=1200).collect::<Vec<_>>()
        );
        assert_eq!(ledger.notes(id(1), &ListName::new("e 'set'"), 0, 10).await.unwrap(), []);
        assert_eq!(
            ledger.noted(id(1), &ListName::new("é 'set'"), &[notes[3].digest, digest(9)]).await.unwrap(),
            [notes[3].digest]
        );
        ledger.forget(id(1), &[ListName::new("é 'set'")]).await.unwrap();
        assert_eq!(ledger.notes(id(1), &ListName::new("é 'set'"), 0, 10).await.unwrap(), []);
    });
}

#[test]
#[ignore = "needs MariaDB"]
fn a_newer_ledger_and_a_wrong_url_are_refused_without_the_password() {
    in_database(|database| async move {
        MysqlLedger::open(&database.url.replace("mysql://", "mariadb://")).await.unwrap();
        database.run("INSERT INTO oubliette_migrations VALUES (99)").await;
        let error = MysqlLedger::open(&database.url).await.unwrap_err();
        assert_eq!(error, MysqlOpenError::NewerLedger { found: 99, known: 1 });
        let error = MysqlLedger::open("mysql://nobody:s3cret@127.0.0.1:1/nothing").await.unwrap_err();
        assert!(!format!("{error} {error:?}").contains("s3cret"), "{error}");
    });
}
