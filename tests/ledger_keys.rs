//! Keys that change while requests are open: what the former key sealed and recognised is still opened and recognised.

#[expect(dead_code, reason = "each test takes what it needs")]
mod support;

use chrono::TimeDelta;
use oubliette::adapter::memory::MemoryLedger;
use oubliette::engine::{Engine, EngineError, Idempotency, Registry};
use oubliette::port::{
    KeyError, KeyRing, Keys, ListName, MasterKey, Notes as _, Seals as _, SystemClock, SystemEntropy,
};
use oubliette::request::{RequestId, RequestState};
use support::{World, now, request};

const POLICY: &str = r#"
    name = "Keys"
    version = "1"
    promises = { backups_rotate = "30 days" }
    [channels.operator]
    [[category]]
    id = "contacts"
    on_erasure = "erase"
"#;

fn map(threads: &str) -> String {
    format!(
        r#"
        [[collection]]
        name = "contacts"
        key = "id"
        category = "contacts"
        subject = "contact"
        identifiers = {{ phone = "phone" }}
        [[collection]]
        name = "{threads}"
        table = "threads"
        key = "id"
        category = "contacts"
        owned_by = [{{ field = "contact_id", of = "contacts" }}, {{ field = "parent_id", of = "{threads}" }}]
        "#
    )
}

fn world(threads: &str) -> World {
    let world = World::new(POLICY, &map(threads), &[("contacts", &["id"]), ("threads", &["id"])]);
    world.insert("contacts", &[("id", 7.into()), ("phone", "+919876543210".into())]);
    world.insert("threads", &[("id", 1.into()), ("contact_id", 7.into())]);
    world.insert("threads", &[("id", 2.into()), ("parent_id", 1.into())]);
    world
}

fn master(number: u8) -> MasterKey {
    MasterKey::new([number; 32])
}

async fn engine(world: &World, keys: impl Keys) -> Engine {
    world.builder().with_keys(keys).build().await.unwrap()
}

async fn notes_of(ledger: &MemoryLedger, id: RequestId, list: &str) -> usize {
    ledger.notes(id, &ListName::new(list), 0, 100).await.unwrap().len()
}

#[tokio::test]
async fn a_request_goes_on_is_recognised_and_is_found_after_its_key_was_replaced() {
    let world = world("threads");
    let idempotency = Idempotency::WhileOpen;
    let before = engine(&world, master(1)).await;
    let ticket = before.open(&request(&["phone=+919876543210"]), &idempotency).await.unwrap();
    assert_eq!(before.run(ticket.id).await.unwrap().state, RequestState::AwaitingBackups);

    let ring = KeyRing::new(master(2)).with_former(master(1));
    let after = engine(&world, ring.clone()).await;
    let again = after.open(&request(&["phone=+919876543210"]), &idempotency).await.unwrap();
    assert_eq!((again.id, again.is_new), (ticket.id, false));
    assert_eq!(again.code, ticket.code);
    let registry = Registry::open(world.ledger.clone(), &ring, SystemClock, SystemEntropy).await.unwrap();
    let report = registry.status(&ticket.code).await.unwrap().unwrap();
    assert_eq!(report.request, Some(ticket.id));
    world.clock.set(now() + TimeDelta::days(31));
    assert_eq!(after.run(ticket.id).await.unwrap().state, RequestState::Completed);

    // Once the request has ended, the same person is a new request, and a code of the former key still leads to the old one.
    let next = after.open(&request(&["phone=+919876543210"]), &idempotency).await.unwrap();
    assert!(next.is_new);
    assert!(after.status(&ticket.code).await.unwrap().is_some());
    // Without the former key nothing of its time is known, and nothing of the current one's is lost.
    let bare = engine(&world, master(2)).await;
    assert!(bare.status(&ticket.code).await.unwrap().is_none());
    assert!(bare.status(&next.code).await.unwrap().is_some());
}

#[tokio::test]
async fn a_request_whose_key_is_missing_says_which_key_it_needs() {
    let world = world("threads");
    let before = engine(&world, master(1)).await;
    let ticket = before.open(&request(&["phone=+919876543210"]), &Idempotency::WhileOpen).await.unwrap();
    let error = engine(&world, master(2)).await.run(ticket.id).await.unwrap_err();
    assert!(matches!(error, EngineError::Key(KeyError::Unknown(id)) if id == master(1).id()));
    assert_eq!(world.store.rows("contacts").len(), 1);
    let ring = KeyRing::new(master(2)).with_former(master(1));
    let report = engine(&world, ring).await.run(ticket.id).await.unwrap();
    assert_eq!(report.state, RequestState::AwaitingBackups);
}

/// The list of a collection that has another name by now is no list that anybody could spell out.
#[tokio::test]
async fn a_request_that_ends_leaves_no_list_behind_whatever_its_collections_were_called() {
    let first = world("threads");
    let engine = first.engine().await;
    let ticket = engine.open(&request(&["phone=+919876543210"]), &Idempotency::WhileOpen).await.unwrap();
    assert_eq!(engine.run(ticket.id).await.unwrap().state, RequestState::AwaitingBackups);
    assert_eq!(notes_of(&first.ledger, ticket.id, "own/1/threads").await, 2);

    first.clock.set(now() + TimeDelta::days(31));
    let renamed = World { map: world("talks").map, ..first };
    let report = renamed.engine().await.run(ticket.id).await.unwrap();
    assert_eq!(report.state, RequestState::Completed);
    assert_eq!(notes_of(&renamed.ledger, ticket.id, "own/1/threads").await, 0);
    assert!(renamed.ledger.unseal(ticket.id).await.unwrap().is_none());
}
