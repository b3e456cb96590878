//! Workers drive what is due until they are told to stop, and end on no failure.

#[expect(dead_code, reason = "each test takes what it needs")]
mod support;

use std::collections::BTreeSet;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use oubliette::engine::{Engine, Idempotency};
use oubliette::port::{Requests as _, Waiting};
use oubliette::request::{RequestId, RequestState};
use support::{World, request};
use tokio::sync::oneshot;

const POLICY: &str = r#"
name = "Test"
version = "1"
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

#[derive(Debug)]
struct TokioWaiting;

#[async_trait::async_trait]
impl Waiting for TokioWaiting {
    async fn wait(&self, duration: Duration) {
        tokio::time::sleep(duration).await;
    }
}

fn world(people: usize) -> World {
    let world = World::new(POLICY, MAP, &[("contacts", &["id"])]);
    for id in 0..people {
        let email = format!("p{id}@example.com");
        let id = i64::try_from(id).unwrap();
        world.insert("contacts", &[("id", id.into()), ("email", email.into())]);
    }
    world
}

async fn open(engine: &Engine, person: usize) -> RequestId {
    let request = request(&[&format!("email=p{person}@example.com")]);
    engine.open(&request, &Idempotency::WhileOpen).await.unwrap().id
}

/// What was driven, by request, and whether it went well.
type Driven = Arc<Mutex<Vec<(RequestId, bool)>>>;

/// Runs so many workers over one ledger until `enough` says so.
async fn run(engine: &Engine, workers: usize, driven: &Driven, enough: impl AsyncFn() -> bool) {
    let mut stops = Vec::new();
    let mut handles = Vec::new();
    for _ in 0..workers {
        let (stop, stopped) = oneshot::channel::<()>();
        let seen = Arc::clone(driven);
        let worker = engine
            .worker()
            .with_poll(Duration::from_millis(2))
            .with_shutdown(async move { stopped.await.unwrap_or_default() })
            .with_observer(move |id, result| seen.lock().unwrap().push((id, result.is_ok())));
        handles.push(tokio::spawn(worker.run()));
        stops.push(stop);
    }
    while !enough().await {
        tokio::time::sleep(Duration::from_millis(2)).await;
    }
    assert!(handles.iter().all(|worker| !worker.is_finished()), "none ends by itself");
    for stop in stops {
        stop.send(()).unwrap();
    }
    for worker in handles {
        worker.await.unwrap();
    }
}

async fn ended(world: &World) -> usize {
    world.ledger.list(&[RequestState::Completed], None, 1_000).await.unwrap().len()
}

#[tokio::test]
async fn workers_share_what_is_due_and_each_request_is_driven_once() {
    let world = world(40);
    let engine = world.builder().with_waiting(TokioWaiting).build().await.unwrap();
    let driven = Driven::default();
    let mut all = BTreeSet::new();
    for person in 0..20 {
        all.insert(open(&engine, person).await);
    }
    let late = async {
        tokio::time::sleep(Duration::from_millis(20)).await;
        let mut late = BTreeSet::new();
        for person in 20..40 {
            late.insert(open(&engine, person).await);
        }
        late
    };
    let enough = async || ended(&world).await == 40;
    let ((), late) = tokio::join!(run(&engine, 4, &driven, enough), late);
    all.extend(late);
    let driven = driven.lock().unwrap();
    assert_eq!(driven.len(), 40, "none is driven twice");
    assert_eq!(driven.iter().map(|(id, _)| *id).collect::<BTreeSet<_>>(), all);
    assert!(driven.iter().all(|(_, is_well)| *is_well));
    assert!(world.store.rows("contacts").is_empty());
}

#[tokio::test]
async fn one_that_fails_is_put_off_and_the_worker_goes_on() {
    let world = world(3);
    let engine = world.builder().with_waiting(TokioWaiting).build().await.unwrap();
    let ids = [open(&engine, 0).await, open(&engine, 1).await, open(&engine, 2).await];
    // What is sealed beside the first one cannot be opened.
    let sealed = oubliette::port::Sealed::new(vec![1, 2, 3]);
    oubliette::port::Seals::seal(&world.ledger, ids[0], &sealed).await.unwrap();
    let driven = Driven::default();
    run(&engine, 1, &driven, async || ended(&world).await == 2).await;
    let driven = driven.lock().unwrap();
    let driven: BTreeSet<_> = driven.iter().copied().collect();
    assert_eq!(driven, [(ids[0], false), (ids[1], true), (ids[2], true)].into());
    assert_eq!(world.store.rows("contacts").len(), 1);
}

#[tokio::test]
async fn a_worker_that_is_told_to_stop_before_it_begins_does_nothing() {
    let world = world(1);
    let engine = world.engine().await;
    open(&engine, 0).await;
    engine.worker().with_shutdown(async {}).run().await;
    assert_eq!(world.store.rows("contacts").len(), 1);
}
