//! A host that serves people while it erases: pauses between batches, in which nothing of the engine's is in the way.

mod support;

use std::sync::{Arc, Mutex};

use async_trait::async_trait;
use oubliette::adapter::memory::MemoryStore;
use oubliette::engine::Idempotency;
use oubliette::port::{Batch, Throttle};
use oubliette::request::RequestState;
use oubliette::value::Value;
use support::{World, request};

const POLICY: &str = r#"
    name = "Test"
    version = "1"
    [channels.operator]
    [[category]]
    id = "contacts"
    on_erasure = "erase"
    [[category]]
    id = "conversations"
    on_erasure = "anonymize"
"#;

const MAP: &str = r#"
    [stores.crm]
    kind = "sql"
    [[collection]]
    name = "contacts"
    key = "id"
    category = "contacts"
    subject = "contact"
    identifiers = { account_id = "account" }
    [[collection]]
    name = "messages"
    key = "id"
    category = "conversations"
    owned_by = [{ field = "contact_id", of = "contacts" }]
    [collection.fields]
    body = {}
"#;

/// Writes into the store in every pause, and notes what each batch was.
#[derive(Debug)]
struct Diary {
    store: MemoryStore,
    batches: Arc<Mutex<Vec<(String, u64)>>>,
}

#[async_trait]
impl Throttle for Diary {
    async fn after_batch(&self, batch: Batch<'_>) {
        assert_eq!(batch.store, "crm");
        let mut batches = self.batches.lock().unwrap();
        let number = i64::try_from(batches.len()).unwrap();
        batches.push((batch.collection.to_owned(), batch.records));
        self.store
            .insert("messages", [("id", Value::from(1_000 + number)), ("body", "hello".into())])
            .unwrap();
    }
}

#[tokio::test]
async fn a_host_may_work_between_batches_of_the_size_that_it_asked_for() {
    let world = World::new(POLICY, MAP, &[("contacts", &["id"]), ("messages", &["id"])]);
    world.insert("contacts", &[("id", 1.into()), ("account", "a".into())]);
    for id in 0..7 {
        world.insert("messages", &[("id", id.into()), ("contact_id", 1.into()), ("body", "secret".into())]);
    }
    let batches = Arc::new(Mutex::new(Vec::new()));
    let diary = Diary { store: world.store.clone(), batches: Arc::clone(&batches) };
    let engine = world.builder().with_batch_size(3).with_throttle(diary).build().await.unwrap();
    let ticket = engine.open(&request(&["account_id=a"]), &Idempotency::WhileOpen).await.unwrap();
    let report = engine.run(ticket.id).await.unwrap();
    assert_eq!(report.state, RequestState::Completed);
    let batches = batches.lock().unwrap().clone();
    let masked: Vec<u64> =
        batches.iter().filter(|(name, _)| name == "messages").map(|(_, records)| *records).collect();
    assert!(masked.iter().all(|&records| records <= 3), "{batches:?}");
    // Seven bodies masked, and seven links cut.
    assert_eq!(masked.iter().sum::<u64>(), 14, "{batches:?}");
    assert_eq!(batches.iter().filter(|(name, _)| name == "contacts").map(|(_, it)| it).sum::<u64>(), 1);
    let bodies = world.column("messages", "body");
    assert_eq!(bodies.iter().filter(|body| **body == Value::from("hello")).count(), batches.len());
    assert!(!bodies.contains(&Value::from("secret")));
    assert_eq!(world.erase(&["account_id=a"]).await.state, RequestState::NothingHeld);
}

/// A host spawns its jobs on a runtime of several threads.
#[tokio::test(flavor = "multi_thread")]
async fn a_run_may_be_spawned() {
    let world = World::new(POLICY, MAP, &[("contacts", &["id"]), ("messages", &["id"])]);
    let engine = world.engine().await;
    let spawned = tokio::spawn(async move {
        let ticket = engine.open(&request(&["account_id=a"]), &Idempotency::WhileOpen).await?;
        engine.preview(&request(&["account_id=a"])).await?;
        engine.run(ticket.id).await?;
        engine.run_due().await
    });
    assert!(spawned.await.unwrap().unwrap().is_none());
}
