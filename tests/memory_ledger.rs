//! The laws of the `Ledger` contract, on the ledger in memory.
#![expect(clippy::unwrap_used, reason = "helpers of tests fail as tests do")]

use chrono::{DateTime, Utc};
use oubliette::adapter::memory::MemoryLedger;
use oubliette::port::{Digest, Head, Ledger, LedgerError, Note, Opened, Opening, Sealed};
use oubliette::request::{RequestId, RequestState};

fn id(number: u8) -> RequestId {
    RequestId::new(at(0), [number; 10])
}

fn digest(number: u8) -> Digest {
    Digest::new([number; 32])
}

fn at(seconds: i64) -> DateTime<Utc> {
    DateTime::from_timestamp(seconds, 0).unwrap()
}

fn head(due: Option<i64>) -> Head {
    Head { state: RequestState::Received, due: due.map(at) }
}

/// Request `number`, whose idempotency digest and code are `number` and `number + 100`.
fn opening(number: u8, due: Option<i64>) -> Opening {
    Opening {
        id: id(number),
        idempotency: digest(number),
        code: digest(number + 100),
        head: head(due),
        sealed: Sealed::new(vec![number]),
        lines: vec!["opened".into()],
    }
}

async fn with(openings: impl IntoIterator<Item = Opening>) -> MemoryLedger {
    let ledger = MemoryLedger::new();
    for opening in openings {
        assert_eq!(ledger.open(&opening).await.unwrap(), Opened::Created);
    }
    ledger
}

fn lines<const N: usize>(lines: [&str; N]) -> Vec<String> {
    lines.map(str::to_owned).to_vec()
}

fn note(number: u8) -> Note {
    Note { digest: digest(number), sealed: Sealed::new(vec![number; 3]) }
}

#[tokio::test]
async fn a_request_is_opened_once() {
    let ledger = with([opening(1, None)]).await;
    let mut again = opening(2, None);
    again.idempotency = digest(1);
    again.lines = lines(["opened", "again"]);
    assert_eq!(ledger.open(&again).await.unwrap(), Opened::AlreadyThere(id(1)));
    assert_eq!(ledger.load(id(2)).await.unwrap(), None);
    assert_eq!(ledger.load(id(1)).await.unwrap().unwrap().version, 1);
    assert_eq!(ledger.find_by_code(digest(102)).await.unwrap(), None);
    assert_eq!(ledger.find_by_code(digest(101)).await.unwrap(), Some(id(1)));
}

#[tokio::test]
async fn neither_an_id_nor_a_code_is_taken_twice() {
    let ledger = with([opening(1, Some(5))]).await;
    let mut same_id = opening(2, Some(1));
    same_id.id = id(1);
    let mut same_code = opening(3, Some(1));
    same_code.code = digest(101);
    for opening in [same_id, same_code] {
        let id = opening.id;
        assert_eq!(ledger.open(&opening).await.unwrap_err(), LedgerError::Conflict(id));
    }
    assert_eq!(ledger.find_by_code(digest(102)).await.unwrap(), None);
    assert_eq!(ledger.claim_due(at(4), at(9)).await.unwrap(), None);
    assert_eq!(ledger.unseal(id(1)).await.unwrap(), Some(Sealed::new(vec![1])));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn of_many_callers_at_once_one_creates_one_appends_and_one_claims() {
    let ledger = MemoryLedger::new();
    let racers: Vec<_> = (0..32_u8)
        .map(|number| {
            let ledger = ledger.clone();
            tokio::spawn(async move {
                let mut opening = opening(number, Some(0));
                opening.idempotency = digest(200);
                let opened = ledger.open(&opening).await.unwrap();
                let id = match opened {
                    Opened::Created => opening.id,
                    Opened::AlreadyThere(id) => id,
                };
                let appended = ledger.append(id, 1, &head(Some(0)), &lines(["on"])).await;
                let claimed = ledger.claim_due(at(0), at(9)).await.unwrap();
                (opened == Opened::Created, appended.is_ok(), claimed.is_some())
            })
        })
        .collect();
    let mut won = [0, 0, 0];
    for racer in racers {
        let (created, appended, claimed) = racer.await.unwrap();
        won[0] += u8::from(created);
        won[1] += u8::from(appended);
        won[2] += u8::from(claimed);
    }
    assert_eq!(won, [1, 1, 1]);
}

#[tokio::test]
async fn appending_at_another_version_is_a_conflict_and_writes_nothing() {
    let ledger = with([opening(1, Some(5))]).await;
    let mut moved = head(None);
    moved.state = RequestState::Running;
    assert_eq!(ledger.append(id(1), 1, &moved, &lines(["two", "three"])).await.unwrap(), 3);
    for stale in [0, 1, 2, 4, u64::MAX] {
        assert_eq!(
            ledger.append(id(1), stale, &head(Some(0)), &lines(["x"])).await.unwrap_err(),
            LedgerError::Conflict(id(1))
        );
    }
    let standing = ledger.load(id(1)).await.unwrap().unwrap();
    assert_eq!((standing.version, standing.head), (3, moved));
    assert_eq!(ledger.claim_due(at(99), at(100)).await.unwrap(), None, "no longer due");
}

#[tokio::test]
async fn the_journal_is_read_in_pages() {
    let ledger = with([opening(1, None)]).await;
    ledger.append(id(1), 1, &head(None), &lines(["b", "c"])).await.unwrap();
    for (from, limit, expected) in [
        (0, 2, lines(["opened", "b"]).as_slice()),
        (2, 2, lines(["c"]).as_slice()),
        (3, 2, &[]),
        (u64::MAX, 2, &[]),
        (0, 0, &[]),
        (1, usize::MAX, lines(["b", "c"]).as_slice()),
    ] {
        assert_eq!(ledger.journal(id(1), from, limit).await.unwrap(), expected);
    }
}

#[tokio::test]
async fn the_longest_due_is_claimed_first_and_a_lease_keeps_others_away() {
    let ledger =
        with([opening(1, Some(20)), opening(2, Some(10)), opening(3, None), opening(4, Some(31))]).await;
    assert_eq!(ledger.claim_due(at(9), at(40)).await.unwrap(), None);
    assert_eq!(ledger.claim_due(at(30), at(40)).await.unwrap(), Some(id(2)));
    assert_eq!(ledger.claim_due(at(30), at(50)).await.unwrap(), Some(id(1)));
    assert_eq!(ledger.claim_due(at(30), at(40)).await.unwrap(), None);
    assert!(!ledger.claim(id(2), at(39), at(60)).await.unwrap());
    assert_eq!(
        ledger.claim_due(at(40), at(60)).await.unwrap(),
        Some(id(2)),
        "a lease ends with its last instant"
    );
    assert_eq!(ledger.claim_due(at(40), at(60)).await.unwrap(), Some(id(4)));
    ledger.release(id(1)).await.unwrap();
    assert_eq!(ledger.claim_due(at(40), at(60)).await.unwrap(), Some(id(1)));
    assert!(ledger.claim(id(3), at(40), at(60)).await.unwrap());
    assert!(!ledger.claim(id(3), at(40), at(60)).await.unwrap());
}

#[tokio::test]
async fn a_lease_outlives_an_append_and_a_new_due_time_counts() {
    let ledger = with([opening(1, Some(10))]).await;
    assert!(ledger.claim(id(1), at(10), at(20)).await.unwrap());
    ledger.append(id(1), 1, &head(Some(15)), &lines(["x"])).await.unwrap();
    assert_eq!(ledger.claim_due(at(19), at(30)).await.unwrap(), None);
    ledger.release(id(1)).await.unwrap();
    assert_eq!(ledger.claim_due(at(14), at(30)).await.unwrap(), None);
    assert_eq!(ledger.claim_due(at(15), at(30)).await.unwrap(), Some(id(1)));
}

#[tokio::test]
async fn further_codes_lead_to_their_request_only() {
    let ledger = with([opening(1, None), opening(2, None)]).await;
    ledger.add_code(id(1), digest(50)).await.unwrap();
    ledger.add_code(id(1), digest(50)).await.unwrap();
    ledger.add_code(id(1), digest(101)).await.unwrap();
    for taken in [50, 101] {
        assert!(matches!(ledger.add_code(id(2), digest(taken)).await, Err(LedgerError::Conflict(_))));
        assert_eq!(ledger.find_by_code(digest(taken)).await.unwrap(), Some(id(1)));
    }
}

#[tokio::test]
async fn what_is_sealed_can_be_replaced_and_shredded() {
    let ledger = with([opening(1, None)]).await;
    ledger.seal(id(1), &Sealed::new(vec![9, 9])).await.unwrap();
    assert_eq!(ledger.unseal(id(1)).await.unwrap(), Some(Sealed::new(vec![9, 9])));
    for _ in 0..2 {
        ledger.shred(id(1)).await.unwrap();
        assert_eq!(ledger.unseal(id(1)).await.unwrap(), None);
    }
    assert!(ledger.load(id(1)).await.unwrap().is_some(), "the request stays");
}

#[tokio::test]
async fn a_record_is_noted_once_under_a_name() {
    let ledger = with([opening(1, None), opening(2, None)]).await;
    assert_eq!(ledger.note(id(1), "messages", &[note(3), note(1), note(3)]).await.unwrap(), 2);
    let mut other_bytes = note(1);
    other_bytes.sealed = Sealed::new(vec![7]);
    assert_eq!(ledger.note(id(1), "messages", &[other_bytes, note(2)]).await.unwrap(), 1);
    assert_eq!(ledger.note(id(1), "chats", &[note(1)]).await.unwrap(), 1);
    assert_eq!(ledger.note(id(2), "messages", &[note(1)]).await.unwrap(), 1);

    let all = ledger.notes(id(1), "messages", 0, 10).await.unwrap();
    assert_eq!(all, [(1, note(3)), (2, note(1)), (3, note(2))]);
    let page = ledger.notes(id(1), "messages", 1, 1).await.unwrap();
    assert_eq!(page, [(2, note(1))]);
    for after in [3, u64::MAX] {
        assert_eq!(ledger.notes(id(1), "messages", after, 10).await.unwrap(), []);
    }
}

#[tokio::test]
async fn noted_answers_for_one_request_and_name() {
    let ledger = with([opening(1, None), opening(2, None)]).await;
    ledger.note(id(1), "messages", &[note(1), note(2)]).await.unwrap();
    let asked = [digest(2), digest(3)];
    assert_eq!(ledger.noted(id(1), "messages", &asked).await.unwrap(), [digest(2)]);
    assert_eq!(ledger.noted(id(1), "chats", &asked).await.unwrap(), []);
    assert_eq!(ledger.noted(id(2), "messages", &asked).await.unwrap(), []);
}

#[tokio::test]
async fn what_is_forgotten_under_one_name_stays_under_others() {
    let ledger = with([opening(1, None)]).await;
    for name in ["messages", "chats"] {
        ledger.note(id(1), name, &[note(1)]).await.unwrap();
    }
    for _ in 0..2 {
        ledger.forget(id(1), "messages").await.unwrap();
    }
    assert_eq!(ledger.notes(id(1), "messages", 0, 10).await.unwrap(), []);
    assert_eq!(ledger.noted(id(1), "messages", &[digest(1)]).await.unwrap(), []);
    assert_eq!(ledger.notes(id(1), "chats", 0, 10).await.unwrap().len(), 1);
    assert_eq!(ledger.note(id(1), "messages", &[note(1)]).await.unwrap(), 1);
}

#[tokio::test]
async fn an_unknown_request_is_said_to_be_unknown() {
    let ledger = with([opening(1, None)]).await;
    let (nobody, unknown) = (id(7), LedgerError::Unknown(id(7)));
    assert_eq!(ledger.load(nobody).await.unwrap(), None);
    assert_eq!(ledger.find_by_code(digest(7)).await.unwrap(), None);
    assert_eq!(ledger.add_code(nobody, digest(7)).await.unwrap_err(), unknown);
    assert_eq!(ledger.find_by_code(digest(7)).await.unwrap(), None);
    assert_eq!(ledger.append(nobody, 0, &head(None), &[]).await.unwrap_err(), unknown);
    assert_eq!(ledger.claim(nobody, at(0), at(1)).await.unwrap_err(), unknown);
    assert_eq!(ledger.seal(nobody, &Sealed::new(vec![1])).await.unwrap_err(), unknown);
    assert_eq!(ledger.note(nobody, "x", &[note(1)]).await.unwrap_err(), unknown);
    assert_eq!(ledger.unseal(nobody).await.unwrap(), None);
    assert!(ledger.journal(nobody, 0, 10).await.unwrap().is_empty());
    assert_eq!(ledger.notes(nobody, "x", 0, 10).await.unwrap(), []);
    ledger.release(nobody).await.unwrap();
    ledger.shred(nobody).await.unwrap();
    ledger.forget(nobody, "x").await.unwrap();
    assert_eq!(ledger.load(nobody).await.unwrap(), None);
}

#[tokio::test]
async fn a_clone_has_the_same_books_and_debug_shows_none_of_them() {
    let ledger = with([opening(1, None)]).await;
    let clone = ledger.clone();
    clone.append(id(1), 1, &head(None), &lines(["canary"])).await.unwrap();
    assert_eq!(ledger.load(id(1)).await.unwrap().unwrap().version, 2);
    assert!(!format!("{ledger:?}").contains("canary"));
}
