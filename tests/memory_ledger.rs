//! What is peculiar to the ledger in memory; the laws of the contract are in `tests/testkit`.

use chrono::DateTime;
use oubliette::adapter::memory::MemoryLedger;
use oubliette::port::{Digest, Head, Opening, Requests, Sealed};
use oubliette::request::{RequestId, RequestState};

#[tokio::test]
async fn a_clone_has_the_same_books_and_debug_shows_none_of_them() {
    let id = RequestId::new(DateTime::UNIX_EPOCH, [1; 10]);
    let head = Head { state: RequestState::Received, due: None };
    let opening = Opening {
        id,
        idempotency: Digest::new([1; 32]),
        former: vec![],
        code: Digest::new([2; 32]),
        head: head.clone(),
        sealed: Sealed::new(vec![1]),
        lines: vec!["opened".into()],
    };
    let ledger = MemoryLedger::new();
    ledger.open(&opening).await.unwrap();
    let clone = ledger.clone();
    clone.append(id, 1, &head, &["canary".to_owned()]).await.unwrap();
    assert_eq!(ledger.load(id).await.unwrap().unwrap().version, 2);
    assert!(!format!("{ledger:?}").contains("canary"));
}
