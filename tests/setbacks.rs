//! A request that fails or cannot be read keeps no other from its turn, and asks for a person when it fails again and again.

#[expect(dead_code, reason = "each test takes what it needs")]
mod support;

use async_trait::async_trait;
use chrono::TimeDelta;
use oubliette::engine::{Engine, Idempotency};
use oubliette::port::{
    Capabilities, Description, Entropy, EntropyError, FieldMask, Head, MasterKey, Page, Place, Record,
    Requests, Selection, Store, StoreError, StoreErrorKind,
};
use oubliette::request::{RequestId, RequestState};
use support::World;

const POLICY: &str = r#"
name = "Test"
version = "1"
[promises]
complete_within = "3 days"
[channels.operator]
verify = []
[[category]]
id = "people"
on_erasure = "erase"
"#;

const MAP: &str = r#"
[stores.crm]
kind = "sql"
[[collection]]
name = "contacts"
key = "id"
category = "people"
subject = "contact"
identifiers = { email = "email" }
"#;

fn world() -> World {
    let world = World::new(POLICY, MAP, &[("contacts", &["id"])]);
    for (id, email) in [(1, "ana@example.com"), (2, "ben@example.com"), (3, "cia@example.com")] {
        world.insert("contacts", &[("id", id.into()), ("email", email.into())]);
    }
    world
}

async fn open(engine: &Engine, email: &str) -> RequestId {
    let request = support::request(&[&format!("email={email}")]);
    engine.open(&request, &Idempotency::WhileOpen).await.unwrap().id
}

/// What a loop over everything that is due comes to, at most twenty turns of it.
async fn drive(engine: &Engine) -> Vec<(RequestId, bool)> {
    let mut turns = Vec::new();
    for _ in 0..20 {
        match engine.run_due().await.unwrap() {
            Some((id, result)) => turns.push((id, result.is_ok())),
            None => return turns,
        }
    }
    panic!("the same request comes again and again: {turns:?}");
}

/// Sealed with another key, a journal that cannot be read, a store that fails: the others have their turn all the same.
#[tokio::test]
async fn what_cannot_be_worked_on_starves_nobody() {
    for is_alone in [false, true] {
        for fault in ["another key", "journal"] {
            let world = world();
            let other = world.builder().with_keys(MasterKey::new([8; 32])).build().await.unwrap();
            let builder = world.builder();
            let builder = if is_alone { builder.as_lone_worker() } else { builder };
            let engine = builder.build().await.unwrap();
            let bad = if fault == "another key" {
                open(&other, "ana@example.com").await
            } else {
                let id = open(&engine, "ana@example.com").await;
                let standing = world.ledger.load(id).await.unwrap().unwrap();
                let line = [r#"{"at":"2026-11-21T00:00:00Z","event":"from_the_future"}"#.to_owned()];
                world.ledger.append(id, standing.version, &standing.head, &line).await.unwrap();
                id
            };
            world.clock.set(support::now() + TimeDelta::seconds(1));
            let good = [open(&engine, "ben@example.com").await, open(&engine, "cia@example.com").await];
            let turns = drive(&engine).await;
            assert_eq!(turns.first(), Some(&(bad, false)), "{fault}, alone: {is_alone}");
            let mut driven: Vec<_> = turns.into_iter().skip(1).collect();
            driven.sort();
            let mut expected = good.map(|id| (id, true));
            expected.sort();
            assert_eq!(driven, expected, "{fault}, alone: {is_alone}");
            let waiting = engine.backlog().await.unwrap();
            assert_eq!((waiting.total(), waiting.requests[0].request), (1, bad));
            world.clock.set(support::now() + TimeDelta::hours(2));
            assert_eq!(drive(&engine).await, [(bad, false)], "it is tried again");
        }
    }
}

/// A store that is there to be described, and for nothing else.
#[derive(Debug)]
struct Down;

#[async_trait]
impl Store for Down {
    fn capabilities(&self) -> Capabilities {
        Capabilities::FULL
    }
    async fn describe(&self, _: &Place) -> Result<Description, StoreError> {
        Ok(Description::Unknown)
    }
    async fn count(&self, _: &Place, _: &Selection) -> Result<u64, StoreError> {
        Err(down())
    }
    async fn read(
        &self,
        _: &Place,
        _: &[String],
        _: &Selection,
        _: Page<'_>,
    ) -> Result<Vec<Record>, StoreError> {
        Err(down())
    }
    async fn erase(&self, _: &Place, _: &Selection, _: usize) -> Result<u64, StoreError> {
        Err(down())
    }
    async fn mask(&self, _: &Place, _: &[FieldMask], _: &Selection) -> Result<u64, StoreError> {
        Err(down())
    }
}

/// Draws what makes waits as short as they may be.
#[derive(Debug)]
struct Lowest;

impl Entropy for Lowest {
    fn fill(&self, bytes: &mut [u8]) -> Result<(), EntropyError> {
        bytes.fill(u8::MAX);
        Ok(())
    }
}

fn down() -> StoreError {
    StoreError::new(StoreErrorKind::Unavailable, "reading `contacts`", "the connection broke")
}

#[tokio::test]
async fn what_fails_again_and_again_is_tried_less_often_and_asks_for_a_person() {
    let world = world();
    let engine = world.builder().with_store("down", Down).build().await.unwrap();
    let id = open(&engine, "ana@example.com").await;
    drop(engine);
    let broken = oubliette::engine::Engine::builder(world.policy.clone(), world.map.clone())
        .with_store("crm", Down)
        .with_ledger(world.ledger.clone())
        .with_keys(MasterKey::new([7; 32]))
        .with_clock(world.clock.clone())
        .with_entropy(Lowest)
        .build()
        .await
        .unwrap();
    let mut waits = Vec::new();
    for failures in 1..=11 {
        let (failed, result) = broken.run_due().await.unwrap().unwrap();
        assert!(failed == id && result.is_err());
        let report = broken.report(id).await.unwrap();
        assert_eq!(report.state, RequestState::PartiallyFailed);
        let asks = report.warnings.iter().any(|it| it.contains("a person has to look"));
        assert_eq!(asks, failures >= 10, "{:?}", report.warnings);
        let due = report.due.unwrap();
        assert!(broken.run_due().await.unwrap().is_none(), "it is put off");
        let now = oubliette::port::Clock::now(world.clock.as_ref());
        waits.push((due - now).num_minutes());
        world.clock.set(due);
    }
    assert!(waits.is_sorted() && waits[0] == 12 && waits[10] == 24 * 60 * 4 / 5, "{waits:?}");
    let waiting = broken.backlog().await.unwrap();
    assert!(!waiting.needs_a_person() || waiting.requests[0].is_overdue);
    // What was in the way is gone: it ends, and asks for nobody any more.
    let end = world.engine().await.run(id).await.unwrap();
    assert_eq!(end.state, RequestState::Completed);
    assert!(end.warnings.is_empty(), "{:?}", end.warnings);
}

#[tokio::test]
async fn what_waits_is_told_with_its_state_and_what_is_overdue() {
    let policy = POLICY.replace("verify = []", "verify = [\"password\"]");
    let world = World { policy: oubliette::policy::Policy::from_toml(&policy).unwrap(), ..world() };
    let engine = world.engine().await;
    let ids = [open(&engine, "ana@example.com").await, open(&engine, "ben@example.com").await];
    assert_eq!(drive(&engine).await.len(), 2);
    let waiting = engine.backlog().await.unwrap();
    assert_eq!(waiting.states.iter().collect::<Vec<_>>(), [(&"awaiting_verification".to_owned(), &2)]);
    let mut told: Vec<_> = waiting.requests.iter().map(|it| it.request).collect();
    told.sort();
    let mut expected = ids.to_vec();
    expected.sort();
    assert_eq!(told, expected);
    assert!(!waiting.needs_a_person());
    world.clock.set(support::now() + TimeDelta::days(4));
    let late = engine.backlog().await.unwrap();
    assert!(late.needs_a_person() && late.requests.iter().all(|it| it.is_overdue));
    let head = Head { state: RequestState::Cancelled, due: None };
    let standing = world.ledger.load(ids[0]).await.unwrap().unwrap();
    world.ledger.append(ids[0], standing.version, &head, &[]).await.unwrap();
    assert_eq!(engine.backlog().await.unwrap().total(), 1);
}
