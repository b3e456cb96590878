//! Objects that cannot be erased, and stores that cannot be reached.

use std::sync::Arc;

use oubliette::adapter::objects::Objects;
use oubliette::adapter::objects::object_store::memory::InMemory;
use oubliette::engine::Idempotency;
use oubliette::port::{Page, Selection, Store, StoreErrorKind};
use oubliette::request::{Outcome, RequestState};

use super::world::{Bucket, World, place, request};

#[tokio::test]
async fn an_object_that_cannot_be_erased_keeps_its_row_and_goes_with_the_next_run() {
    let world = World::with_attachments();
    for (id, key) in (1..).zip(["a.jpg", "b.jpg", "stuck canary.jpg", "d.jpg", "e.jpg"]) {
        world.attach(id, 1, key);
        world.bucket.put(key).await;
    }
    world.bucket.stick(&["stuck canary.jpg"]);
    let engine = world.builder().with_batch_size(10).build().await.unwrap();
    let ticket = engine.open(&request("ana"), &Idempotency::WhileOpen).await.unwrap();
    let words = engine.run(ticket.id).await.unwrap_err().to_string();
    assert!(!words.contains("canary") && words.contains("media"), "{words}");
    assert!(words.contains("erase 5 objects, of which 4 are gone"), "{words}");
    let report = engine.report(ticket.id).await.unwrap();
    assert_eq!(report.state, RequestState::PartiallyFailed);
    let outcomes: Vec<_> = report.steps.iter().map(|step| (step.collection.as_str(), step.outcome)).collect();
    assert_eq!(
        outcomes,
        [("media", Outcome::Failed), ("attachments", Outcome::Pending), ("contacts", Outcome::Pending)]
    );
    assert_eq!(world.bucket.keys().await, ["stuck canary.jpg"], "the rest of the batch went all the same");
    assert_eq!(world.ids("attachments").len(), 5, "nothing that names an object goes before it");
    assert_eq!(world.ids("contacts").len(), 2);

    let again = engine.run(ticket.id).await.unwrap_err().to_string();
    assert!(again.contains("erase 1 objects, of which 0 are gone"), "{again}");
    world.bucket.stick(&[]);
    let report = engine.run(ticket.id).await.unwrap();
    assert_eq!(report.state, RequestState::Completed);
    assert_eq!((report.steps[0].outcome, report.steps[0].records), (Outcome::Erased, 5));
    assert!(world.bucket.keys().await.is_empty());
    assert!(world.ids("attachments").is_empty());
}

#[tokio::test]
async fn a_store_that_cannot_be_asked_stops_the_request_before_the_first_write() {
    let world = World::with_attachments();
    world.attach(1, 1, "canary.jpg");
    world.bucket.put("canary.jpg").await;
    world.bucket.hide(&["canary.jpg"]);
    let words = world.try_erase("ana").await.unwrap_err().to_string();
    assert!(!words.contains("canary"), "{words}");
    assert_eq!(world.ids("attachments"), ["1"]);
    world.bucket.hide(&[]);
    let report = world.erase("ana").await;
    assert_eq!(report.state, RequestState::Completed);
    assert!(world.bucket.keys().await.is_empty());
}

#[tokio::test]
async fn what_is_out_of_reach_is_worth_another_try() {
    let bucket = Bucket::default();
    bucket.put("a").await;
    bucket.stick(&["a"]);
    let a = Selection::one_of("key", ["a".into()]);
    let error = bucket.store().erase(&place(), &a, 10).await.unwrap_err();
    assert_eq!(error.kind(), StoreErrorKind::Unavailable);
    assert!(error.is_retryable());
}

#[tokio::test]
async fn what_a_store_of_objects_cannot_do_it_refuses() {
    let store = Objects::new(Arc::new(InMemory::new()));
    let page = Page { after: None, limit: 1 };
    let by_size = Selection::one_of("size", [7.into()]);
    let a = Selection::one_of("key", ["a".into()]);
    for selection in [Selection::Everything, a.clone().negated(), by_size] {
        let error = store.read(&place(), &[], &selection, page).await.unwrap_err();
        assert_eq!(error.kind(), StoreErrorKind::Unsupported, "{selection:?}");
        assert_eq!(store.count(&place(), &selection).await.unwrap_err().kind(), StoreErrorKind::Unsupported);
        assert_eq!(
            store.erase(&place(), &selection, 1).await.unwrap_err().kind(),
            StoreErrorKind::Unsupported
        );
    }
    assert_eq!(store.mask(&place(), &[], &a).await.unwrap_err().kind(), StoreErrorKind::Unsupported);
    assert!(store.erase(&place(), &a, 0).await.is_err());
    assert!(store.read(&place(), &[], &a, Page { after: None, limit: 0 }).await.is_err());
}

#[tokio::test]
async fn calls_are_bounded_and_erasing_goes_in_bulk() {
    let bucket = Bucket::default();
    let keys: Vec<String> = (0..500).map(|number| format!("m/{number:03}")).collect();
    for key in &keys {
        bucket.put(key).await;
    }
    let store = bucket.store().with_concurrency(7);
    let all = Selection::one_of("key", keys.iter().map(|key| key.as_str().into()));
    assert_eq!(store.count(&place(), &all).await.unwrap(), 500);
    assert_eq!(store.erase(&place(), &all, 200).await.unwrap(), 200);
    assert_eq!(store.erase(&place(), &all, 1_000).await.unwrap(), 300);
    assert_eq!(store.erase(&place(), &all, 1_000).await.unwrap(), 0);
    let peak = bucket.peak.load(std::sync::atomic::Ordering::SeqCst);
    assert!((2..=7).contains(&peak), "{peak} calls were outstanding");
    assert_eq!(bucket.erasures.load(std::sync::atomic::Ordering::SeqCst), 3, "one call for a whole batch");
}

#[tokio::test]
async fn an_object_that_is_lost_after_it_was_located_keeps_nothing() {
    let world = World::with_attachments();
    for (id, key) in [(1, "lost.jpg"), (2, "stuck.jpg")] {
        world.attach(id, 1, key);
        world.bucket.put(key).await;
    }
    world.bucket.stick(&["lost.jpg", "stuck.jpg"]);
    assert!(world.try_erase("ana").await.is_err());
    world.bucket.stick(&[]);
    world.bucket.lose("lost.jpg").await;
    let report = world.erase("ana").await;
    assert_eq!(report.state, RequestState::Completed);
    assert!(world.bucket.keys().await.is_empty() && world.ids("attachments").is_empty());
}
