//! The promises of the five example policies, kept before the eyes of those to whom they are made: over HTTP and by the command,
//! with the service as it is run. `tests/policies` looks at the rows; here it is what people see, and when.
//!
//! Each test is named by the policy and the promise, as `examples/policies/README.md` numbers them.
#![cfg(all(feature = "cli", feature = "http", feature = "sqlite"))]

mod p0;
mod p1;
mod p2;
mod p3;
mod p4;
#[expect(dead_code, reason = "the tests of the service take the rest")]
#[path = "../serve/world.rs"]
mod world;

use chrono::{DateTime, TimeDelta, Utc};
use serde_json::{Value, json};
use world::{Caller, World, code, signed_at, until};

/// The day on which people ask.
fn day(days: i64) -> DateTime<Utc> {
    "2026-11-21T00:00:00Z".parse::<DateTime<Utc>>().unwrap() + TimeDelta::days(days)
}

/// An instant as the JSON of pages and reports has it, and as `--now` takes it.
fn written(instant: DateTime<Utc>) -> String {
    instant.to_rfc3339_opts(chrono::SecondsFormat::Secs, true)
}

/// The system in this folder, whose app of Meta's has this id, with more in its policy.
async fn system(folder: &str, app_id: &str, more: &str) -> World {
    let read = |file: &str| {
        let path = format!("{}/examples/policies/{folder}/{file}", env!("CARGO_MANIFEST_DIR"));
        std::fs::read_to_string(path).unwrap()
    };
    let sql = format!("{}{}", read("schema.sql"), read("rows.sql"));
    let policy = format!("{}\n{more}", read("policy.toml"));
    let mut world = World::new(&policy, &read("datamap.toml"), &sql, app_id).await;
    world.service.push_str("[operator]\ntoken_env = \"OPERATOR_TOKEN\"\n");
    world
}

/// Asks through Meta, and gives the code.
async fn asked_at_meta(caller: &Caller, user: &str) -> String {
    code(&caller.callback(&signed_at(user, day(0))).await.is(200))
}

/// Asks through an operator, and gives the id and the code.
async fn asked_by_operator(caller: &Caller, body: Value) -> (String, String) {
    let opened = caller.operate("/requests", Some(body)).await.is(201).json();
    let text = |key: &str| opened[key].as_str().unwrap().to_owned();
    (text("request"), text("confirmation_code"))
}

/// A person by one identifier, in one tenant.
fn person(kind: &str, value: &str, tenant: &str) -> Value {
    json!({ "identifiers": [{ "kind": kind, "value": value }], "tenant": tenant })
}

/// All requests that the ledger has, as an operator sees them.
async fn requests(caller: &Caller) -> Vec<Value> {
    caller.operate("/requests", None).await.is(200).json()["requests"].as_array().unwrap().clone()
}

/// One request as an operator sees it, once that is so.
async fn report(caller: &Caller, id: &str, is_so: impl Fn(&Value) -> bool) -> Value {
    let last = std::cell::RefCell::new(Value::Null);
    let ask = async || {
        last.replace(caller.operate(&format!("/requests/{id}"), None).await.is(200).json());
        is_so(&last.borrow()).then(|| last.borrow().clone())
    };
    until(ask, || last.borrow().to_string()).await
}

/// Waits until a query counts nothing any more.
async fn gone(world: &World, caller: &Caller, sql: &'static str) {
    let open = std::cell::RefCell::new(Vec::new());
    let ask = async || {
        open.replace(requests(caller).await);
        (world.number(sql).await == 0).then_some(())
    };
    until(ask, || format!("{sql}, with {:?}", open.borrow())).await;
}

/// The labels of the categories that a status page speaks of, whatever became of them.
fn labels(status: &Value) -> Vec<&str> {
    status["categories"].as_array().unwrap().iter().map(|it| it["label"].as_str().unwrap()).collect()
}
