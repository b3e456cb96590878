//! Stopped at any await of a port, before or after the port has done its work, a request resumed comes to the same end.

#[path = "support/fuse.rs"]
mod fuse;
mod support;

use chrono::TimeDelta;
use fuse::{Fuse, Fused};
use oubliette::engine::{Engine, Idempotency, Report};
use oubliette::identifier::Identifier;
use oubliette::policy::Channel;
use oubliette::port::{MasterKey, Seals as _};
use oubliette::request::{Request, RequestState};
use oubliette::value::Value;
use support::World;

const POLICY: &str = r#"
name = "Test"
version = "1"
[promises]
backups_rotate = "10 days"
[channels.operator]
[[category]]
id = "people"
on_erasure = "erase"
[[category]]
id = "talk"
on_erasure = "erase"
[[category]]
id = "traces"
on_erasure = "anonymize"
[[category]]
id = "billing"
on_erasure = "retain"
retain = [{ ground = "tax_law", citation = "Some Act, s. 1", period = "2 years", start = "issued" }]
"#;

/// Everything that makes resuming hard: memberships, a circle, kept records that point to erased ones, shells,
/// anonymised records whose links are cut, several owners.
const MAP: &str = r#"
[[collection]]
name = "contacts"
key = "id"
category = "people"
subject = "contact"
identifiers = { phone = "phone" }
[[collection]]
name = "memberships"
key = "id"
category = "people"
owned_by = [{ field = "contact_id", of = "contacts" }]
owns = [{ field = "group_id", of = "groups" }]
[[collection]]
name = "groups"
key = "id"
category = "talk"
[[collection]]
name = "messages"
key = "id"
category = "talk"
owned_by = [{ field = "from_id", of = "contacts" }, { field = "to_id", of = "contacts" }, { field = "group_id", of = "groups" }]
[[collection]]
name = "threads"
key = "id"
category = "talk"
owned_by = [{ field = "contact_id", of = "contacts" }, { field = "parent_id", of = "threads" }]
[[collection]]
name = "visits"
key = "id"
category = "traces"
owned_by = [{ field = "contact_id", of = "contacts" }]
mentions = [{ field = "thread_id", of = "threads" }]
[collection.fields]
ip = { mask = { constant = "0.0.0.0" } }
agent = {}
[[collection]]
name = "addresses"
key = "id"
category = "people"
owned_by = [{ field = "contact_id", of = "contacts" }]
[collection.fields]
street = {}
[[collection]]
name = "invoices"
key = "id"
category = "billing"
owned_by = [{ field = "contact_id", of = "contacts" }]
mentions = [{ field = "address_id", of = "addresses", clear = [] }]
events = { issued = { field = "issued", as = "date" } }
[collection.fields]
phone = { category = "people" }
"#;

fn world() -> World {
    let tables: Vec<(&str, &[&str])> =
        ["contacts", "memberships", "groups", "messages", "threads", "visits", "addresses", "invoices"]
            .into_iter()
            .map(|name| (name, &["id"] as &[&str]))
            .collect();
    let world = World::new(POLICY, MAP, &tables);
    let id = |number: i32| ("id", Value::from(number));
    for (number, phone) in [(1, "+919876543210"), (2, "+15550001111")] {
        world.insert("contacts", &[id(number), ("phone", phone.into())]);
    }
    for (number, contact, group) in [(1, 1, 7), (2, 1, 8), (3, 2, 8)] {
        world
            .insert("memberships", &[id(number), ("contact_id", contact.into()), ("group_id", group.into())]);
    }
    for group in [7, 8] {
        world.insert("groups", &[id(group)]);
    }
    for (number, from, to) in [(1, 1, 2), (2, 1, 1), (3, 2, 1), (4, 2, 2)] {
        world.insert(
            "messages",
            &[id(number), ("from_id", from.into()), ("to_id", to.into()), ("group_id", Value::Null)],
        );
    }
    world.insert("messages", &[id(5), ("group_id", 7.into())]);
    for (number, contact, parent) in
        [(1, Some(1), Some(3)), (2, None, Some(1)), (3, None, Some(2)), (4, Some(2), Some(1))]
    {
        let value = |it: Option<i32>| it.map_or(Value::Null, Value::from);
        world.insert("threads", &[id(number), ("contact_id", value(contact)), ("parent_id", value(parent))]);
    }
    for (number, contact, thread) in [(1, 1, 2), (2, 2, 3), (3, 1, 4)] {
        world.insert(
            "visits",
            &[
                id(number),
                ("contact_id", contact.into()),
                ("thread_id", thread.into()),
                ("ip", "10.1.1.1".into()),
                ("agent", "x".into()),
            ],
        );
    }
    for number in [1, 2] {
        world.insert("addresses", &[id(number), ("contact_id", 1.into()), ("street", "Main".into())]);
    }
    for (number, issued) in [(1, "2026-01-05"), (2, "2020-01-05")] {
        world.insert(
            "invoices",
            &[
                id(number),
                ("contact_id", 1.into()),
                ("address_id", number.into()),
                ("issued", issued.into()),
                ("phone", "+919876543210".into()),
            ],
        );
    }
    world
}

async fn engine(world: &World, fuse: &Fuse) -> Engine {
    Engine::builder(world.policy.clone(), world.map.clone())
        .with_store("crm", Fused(world.store.clone(), fuse.clone()))
        .with_ledger(Fused(world.ledger.clone(), fuse.clone()))
        .with_keys(MasterKey::new([7; 32]))
        .with_clock(world.clock.clone())
        .with_batch_size(2)
        .build()
        .await
        .unwrap()
}

fn everything(world: &World) -> String {
    ["contacts", "memberships", "groups", "messages", "threads", "visits", "addresses", "invoices"]
        .iter()
        .map(|table| {
            let rows = world.store.rows(table);
            let shown: Vec<String> = rows
                .iter()
                .map(|row| {
                    row.iter()
                        .map(|(field, value)| format!("{field}={:?}", value.to_text()))
                        .collect::<Vec<_>>()
                        .join(" ")
                })
                .collect();
            format!("{table}:\n  {}\n", shown.join("\n  "))
        })
        .collect()
}

/// Runs to the end, dying at call `blows_at` on the way if there is such a call; answers whether it died.
async fn run(world: &World, blows_at: usize, after_the_work: bool) -> (Report, bool) {
    let fuse = Fuse::new(blows_at, after_the_work);
    let whole = Fuse::new(usize::MAX, after_the_work);
    let request = Request::builder(Channel::Operator)
        .with_identifier(Identifier::parse_pair("phone=+919876543210", None).unwrap())
        .build()
        .unwrap();
    let first = engine(world, &fuse).await;
    let ticket = first.open(&request, &Idempotency::WhileOpen).await.unwrap();
    let outcome = fuse.until_it_blows(first.run(ticket.id)).await;
    let died = outcome.is_none();
    if let Some(report) = outcome {
        report.unwrap();
    }
    // The lease of the dead has to end first.
    world.clock.set(support::now() + TimeDelta::hours(1));
    let second = engine(world, &whole).await;
    let report = second.run(ticket.id).await.unwrap();
    assert_eq!(report.state, RequestState::AwaitingBackups, "died at {blows_at}");
    world.clock.set(support::now() + TimeDelta::days(12));
    let report = second.run(ticket.id).await.unwrap();
    assert!(world.ledger.unseal(ticket.id).await.unwrap().is_none(), "died at {blows_at}");
    (report, died)
}

#[tokio::test]
async fn a_request_that_was_stopped_anywhere_comes_to_the_same_end() {
    let undisturbed = world();
    let (expected, _) = run(&undisturbed, usize::MAX, false).await;
    let rows = everything(&undisturbed);
    assert_eq!(expected.state, RequestState::CompletedWithRetention);
    let mut deaths = 0;
    for after_the_work in [false, true] {
        for blows_at in 0.. {
            let world = world();
            let (report, died) = run(&world, blows_at, after_the_work).await;
            assert_eq!(everything(&world), rows, "died at {blows_at}, after the work: {after_the_work}");
            assert_eq!(report.steps, expected.steps, "died at {blows_at}, after the work: {after_the_work}");
            assert_eq!(report.state, expected.state);
            if !died {
                break;
            }
            deaths += 1;
        }
    }
    assert!(deaths > 200, "only {deaths} places to die at");
}

#[tokio::test]
async fn the_undisturbed_end_is_the_right_one() {
    let world = world();
    let report = world.erase(&["phone=+919876543210"]).await;
    assert_eq!(report.state, RequestState::AwaitingBackups);
    let ids = |table| world.column(table, "id").iter().map(|id| id.to_text().unwrap()).collect::<Vec<_>>();
    assert_eq!(ids("contacts"), ["2"]);
    assert_eq!(ids("memberships"), ["3"]);
    assert_eq!(ids("groups"), ["8"]);
    assert_eq!(ids("messages"), ["1", "3", "4"]);
    assert_eq!(ids("threads"), ["4"], "1, 2 and 3 form a circle of hers; 4 is shared");
    assert_eq!(world.column("threads", "parent_id"), [Value::Null]);
    assert_eq!(ids("visits"), ["1", "2", "3"]);
    assert_eq!(world.column("visits", "contact_id"), [Value::Null, 2.into(), Value::Null]);
    assert_eq!(world.column("visits", "thread_id"), [Value::Null, Value::Null, 4.into()]);
    assert_eq!(world.column("visits", "ip"), ["0.0.0.0".into(), "10.1.1.1".into(), "0.0.0.0".into()]);
    assert_eq!(ids("invoices"), ["1"]);
    assert_eq!(world.column("invoices", "phone"), [Value::Null]);
    assert_eq!(world.column("invoices", "contact_id"), [Value::Null]);
    assert_eq!(ids("addresses"), ["1"], "the kept invoice still points to it");
    assert_eq!(world.column("addresses", "street"), [Value::Null]);
}
