//! A thousand people at once: every callback has its code, and keeps it.

use std::collections::BTreeSet;

use tokio::task::JoinSet;

use crate::world::{Served, World, code, signed};
use crate::{POLICY, world};

const CALLBACKS: usize = 1_000;
const AT_ONCE: usize = 50;

/// The codes of these callbacks, sent by so many clients at once.
async fn codes(served: &Served, callbacks: &[String]) -> Vec<String> {
    let mut clients = JoinSet::new();
    for (index, share) in callbacks.chunks(CALLBACKS / AT_ONCE).enumerate() {
        let (served, share) = (served.caller(), share.to_vec());
        clients.spawn(async move {
            let mut codes = Vec::new();
            for callback in share {
                codes.push(code(&served.callback(&callback).await.is(200)));
            }
            (index, codes)
        });
    }
    let mut shares = clients.join_all().await;
    shares.sort();
    shares.into_iter().flat_map(|(_, codes)| codes).collect()
}

/// With days of grace, so that all of it is open to the end: who is erased is forgotten, and their code with them.
async fn patient() -> World {
    let world = world().await;
    world.write("policy.toml", &POLICY.replace("[channels.meta]\n", "[channels.meta]\ngrace = \"3 days\"\n"));
    world
}

async fn loses_none(world: &World) {
    let served = world.serve(&[]);
    let callbacks: Vec<String> = (0..CALLBACKS).map(|person| signed(&format!("31{person:06}"))).collect();
    let first = codes(&served, &callbacks).await;
    assert_eq!(first.iter().collect::<BTreeSet<_>>().len(), CALLBACKS, "each its own code");
    assert!(codes(&served, &callbacks).await == first, "a repetition has the code that was given");
    assert_eq!(served.terminate(), Some(0));
    let listed = world.call(&["requests", "--ledger", &world.ledger, "--json", "--limit", "5000"]);
    let listed: serde_json::Value = serde_json::from_slice(&listed.stdout).unwrap();
    assert_eq!(listed["requests"].as_array().unwrap().len(), CALLBACKS, "and nobody is asked for twice");
    assert!(!std::fs::read_to_string(world.path("log")).unwrap().contains("error"));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn none_is_lost_with_a_ledger_in_a_file() {
    loses_none(&patient().await).await;
}

#[cfg(feature = "postgres")]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "needs PostgreSQL"]
async fn none_is_lost_with_a_ledger_on_a_server() {
    let database = crate::database::postgres::Database::new().await;
    let mut world = patient().await;
    world.ledger = database.url.clone();
    loses_none(&world).await;
}
