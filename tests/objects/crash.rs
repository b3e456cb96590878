//! Stopped anywhere between objects, rows and ledger, a request that is resumed comes to the same end.

use chrono::TimeDelta;
use oubliette::engine::{Engine, Idempotency, Report};
use oubliette::port::MasterKey;
use oubliette::request::RequestState;

use super::fuse::{Fuse, Fused};
use super::world::{ATTACHMENTS, CONTACTS, World, now, request};

/// Named by rows, by a folder, by both, by two people, by nobody; and one that is gone already.
const MEDIA: &str = r#"
[[collection]]
name = "media"
store = "media"
category = "conversations"
owned_by = [
  { field = "key", of = "attachments.object_key" },
  { field = "key", of = "contacts.folder", prefix = true },
]
"#;

const OBJECTS: [&str; 7] =
    ["ana/1", "ana/2", "ana/sub/3", "ana/shown by ben", "a.jpg", "shared.jpg", "nobody's"];

async fn world() -> World {
    let world = World::new(&[CONTACTS, ATTACHMENTS, MEDIA]);
    for (id, handle) in [(1, "ana"), (2, "ben")] {
        let folder = format!("{handle}/");
        world.insert("contacts", &[("id", id.into()), ("handle", handle.into()), ("folder", folder.into())]);
    }
    let rows = [
        (1, "a.jpg"),
        (1, "ana/1"),
        (1, "shared.jpg"),
        (1, "lost.jpg"),
        (2, "shared.jpg"),
        (2, "ana/shown by ben"),
    ];
    for (id, (contact, key)) in (1..).zip(rows) {
        world.attach(id, contact, key);
    }
    for key in OBJECTS {
        world.bucket.put(key).await;
    }
    world
}

async fn engine(world: &World, fuse: &Fuse) -> Engine {
    Engine::builder(world.policy.clone(), world.map.clone())
        .with_store("crm", Fused(world.crm.clone(), fuse.clone()))
        .with_store("media", Fused(world.bucket.prompt(), fuse.clone()))
        .with_ledger(Fused(world.ledger.clone(), fuse.clone()))
        .with_keys(MasterKey::new([7; 32]))
        .with_clock(world.clock.clone())
        .with_batch_size(2)
        .build()
        .await
        .unwrap()
}

/// Runs to the end, dying at call `blows_at` on the way if there is such a call; answers whether it died.
async fn run(world: &World, blows_at: usize, after_the_work: bool) -> (Report, bool) {
    let fuse = Fuse::new(blows_at, after_the_work);
    let first = engine(world, &fuse).await;
    let ticket = first.open(&request("ana"), &Idempotency::WhileOpen).await.unwrap();
    let outcome = fuse.until_it_blows(first.run(ticket.id)).await;
    let died = outcome.is_none();
    if let Some(report) = outcome {
        report.unwrap();
    }
    // The lease of the dead has to end first.
    world.clock.set(now() + TimeDelta::hours(1));
    let second = engine(world, &Fuse::new(usize::MAX, after_the_work)).await;
    (second.run(ticket.id).await.unwrap(), died)
}

#[tokio::test]
async fn a_request_that_was_stopped_anywhere_leaves_no_object_without_its_row() {
    let mut deaths = 0;
    for after_the_work in [false, true] {
        for blows_at in 0.. {
            let world = world().await;
            let (report, died) = run(&world, blows_at, after_the_work).await;
            let at = format!("died at {blows_at}, after the work: {after_the_work}");
            assert_eq!(report.state, RequestState::Completed, "{at}");
            assert_eq!(world.bucket.keys().await, ["ana/shown by ben", "nobody's", "shared.jpg"], "{at}");
            assert_eq!(world.ids("attachments"), ["5", "6"], "{at}");
            assert_eq!(world.ids("contacts"), ["2"], "{at}");
            assert_eq!(report.steps[0].records, 4, "{at}");
            if !died {
                break;
            }
            deaths += 1;
        }
    }
    assert!(deaths > 150, "only {deaths} places to die at");
}
