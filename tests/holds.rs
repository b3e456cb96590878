//! A hold is on a person: whatever identifier it was placed by, and whatever identifier the request came with.

#[expect(dead_code, reason = "each test takes what it needs")]
mod support;

use oubliette::adapter::memory::MemoryLedger;
use oubliette::engine::{Engine, EngineError, Idempotency, Registry, Report};
use oubliette::hold::{HoldScope, LegalHold, PlacedHold};
use oubliette::identifier::Identifier;
use oubliette::policy::Channel;
use oubliette::port::{Batch, KeyRing, MasterKey, Requests as _, SystemClock, SystemEntropy, Throttle};
use oubliette::request::{Actor, Request, RequestBuilder, RequestState, Scope};
use oubliette::value::Value;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, OnceLock};
use support::World;

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
name = "accounts"
key = "id"
category = "people"
tenant_root = true
[[collection]]
name = "contacts"
key = "id"
category = "people"
tenant = "account"
subject = "contact"
identifiers = { phone = "phone", email = "email" }
[[collection]]
name = "lines"
key = "id"
category = "people"
tenant = "account"
identifiers = { wa_id = "wa_id" }
owned_by = [{ field = "contact_id", of = "contacts" }]
[[collection]]
name = "letters"
key = "id"
category = "people"
tenant = "account"
owned_by = [{ field = "contact_id", of = "contacts" }]
"#;

const PHONE: &str = "phone=+442079460958";

/// Ana is in both accounts with one number, and has an address in the second one only. Ben and Cia share an address.
fn world() -> World {
    let tables: Vec<(&str, &[&str])> =
        ["accounts", "contacts", "lines", "letters"].iter().map(|name| (*name, &["id"] as &[&str])).collect();
    let world = World::new(POLICY, MAP, &tables);
    for id in [1, 2] {
        world.insert("accounts", &[("id", id.into())]);
    }
    for (id, account, phone, email) in [
        (1, 1, "+442079460958", "ana@one.example"),
        (2, 2, "+442079460958", "ana@two.example"),
        (3, 1, "+442079460959", "home@example.com"),
        (4, 1, "+442079460960", "home@example.com"),
    ] {
        let row = [
            ("id", id.into()),
            ("account", account.into()),
            ("phone", phone.into()),
            ("email", email.into()),
        ];
        world.insert("contacts", &row);
        world.insert("letters", &[("id", id.into()), ("account", account.into()), ("contact_id", id.into())]);
    }
    let line =
        [("id", 1.into()), ("account", 1.into()), ("contact_id", 1.into()), ("wa_id", "447700900123".into())];
    world.insert("lines", &line);
    world
}

fn hold(identifier: &str) -> LegalHold {
    LegalHold::new("Case 7", HoldScope::Subject(vec![Identifier::parse_pair(identifier, None).unwrap()]))
        .unwrap()
}

fn person(identifier: &str) -> RequestBuilder {
    Request::builder(Channel::Operator).with_identifier(Identifier::parse_pair(identifier, None).unwrap())
}

async fn run(engine: &Engine, request: &Request) -> Report {
    let ticket = engine.open(request, &Idempotency::WhileOpen).await.unwrap();
    engine.run(ticket.id).await.unwrap()
}

fn rows(world: &World) -> Vec<usize> {
    ["accounts", "contacts", "lines", "letters"].iter().map(|table| world.store.rows(table).len()).collect()
}

/// Which hold stops which request.
#[tokio::test]
async fn held_is_the_person_whatever_names_them() {
    let list = |identifiers: &[&str]| {
        let person = |it: &&str| vec![Identifier::parse_pair(it, None).unwrap()];
        identifiers.iter().map(person).fold(Request::builder(Channel::Operator), RequestBuilder::with_person)
    };
    let tenant = |key: &str| person("email=boss@example.com").with_scope(Scope::Tenant).in_tenant(key);
    for (request, held_by, is_held) in [
        (person(PHONE).for_all_tenants(), "email=ana@one.example", true),
        (person("email=ana@one.example").in_tenant("1"), PHONE, true),
        // By an identifier on a record that is hers.
        (person(PHONE).in_tenant("1"), "wa_id=447700900123", true),
        // The hold knows her by what stands in another account alone.
        (person(PHONE).in_tenant("1"), "email=ana@two.example", true),
        // One of a list.
        (list(&["phone=+442079460959", PHONE]).in_tenant("1"), "email=ana@one.example", true),
        // An address that two people share holds both.
        (person("phone=+442079460959").in_tenant("1"), "email=home@example.com", true),
        // Somebody in the account that leaves.
        (tenant("2"), "email=ana@two.example", true),
        (tenant("2"), "phone=+442079460959", false),
        (person("phone=+442079460959").in_tenant("1"), PHONE, false),
        (person("phone=+442079460959").in_tenant("1"), "phone=+442079460960", false),
        (person(PHONE).in_tenant("1"), "email=nobody@example.com", false),
    ] {
        let world = world();
        let before = rows(&world);
        let engine = world.builder().with_holds([hold(held_by)]).build().await.unwrap();
        let request = request.build().unwrap();
        let (_, preview) = engine.preview(&request).await.unwrap();
        let report = run(&engine, &request).await;
        assert_eq!(
            report.state == RequestState::OnHold,
            is_held,
            "{request:?} held by {held_by}: {report:?}"
        );
        assert_eq!(rows(&world) == before, is_held, "{request:?} held by {held_by}");
        let held_in_preview =
            preview.steps.iter().all(|step| step.reason.ground.as_deref() == Some("legal_hold"));
        assert_eq!(held_in_preview, is_held, "{request:?} held by {held_by}");
        if is_held {
            let again = engine.run(report.request.unwrap()).await.unwrap();
            assert_eq!(again.state, RequestState::OnHold);
            assert_eq!(engine.released().await.unwrap(), [], "{request:?} held by {held_by}");
            assert!(engine.run_due().await.unwrap().is_none(), "what is held is due at no time");
            engine.set_holds([]);
            assert_eq!(engine.released().await.unwrap(), [report.request.unwrap()]);
            let released = engine.run(report.request.unwrap()).await.unwrap();
            assert_eq!(engine.released().await.unwrap(), []);
            assert!(released.state.is_terminal(), "{released:?}");
            assert!(rows(&world) < before, "{request:?}");
        }
    }
}

fn key() -> MasterKey {
    MasterKey::new([7; 32])
}

async fn registry(ledger: &MemoryLedger, key: MasterKey) -> Registry {
    Registry::open(ledger.clone(), &key, SystemClock, SystemEntropy).await.unwrap()
}

fn placed(identifier: &str) -> PlacedHold {
    PlacedHold::new(hold(identifier), "High Court", "Q. Roe", support::now())
}

/// Places a hold as soon as the first batch is done, once: gives it to the engine, or places it in the ledger as another
/// process does.
#[derive(Debug)]
struct PlacesAHold(Arc<OnceLock<Engine>>, AtomicBool, Option<MemoryLedger>);

#[async_trait::async_trait]
impl Throttle for PlacesAHold {
    async fn after_batch(&self, _: Batch<'_>) {
        if self.1.swap(true, Ordering::Relaxed) {
            return;
        }
        match &self.2 {
            None => self.0.get().unwrap().set_holds([hold("email=ana@one.example")]),
            Some(ledger) => {
                registry(ledger, key()).await.place_hold(&placed("email=ana@one.example")).await.unwrap();
            }
        }
    }
}

#[tokio::test]
async fn a_hold_that_comes_while_a_request_runs_stops_it_before_its_next_step() {
    for by_ledger in [false, true] {
        let world = world();
        let cell = Arc::new(OnceLock::new());
        let ledger = by_ledger.then(|| world.ledger.clone());
        let places = PlacesAHold(Arc::clone(&cell), AtomicBool::new(false), ledger);
        let engine = world.builder().with_throttle(places).build().await.unwrap();
        cell.set(engine.clone()).ok().unwrap();
        let report = run(&engine, &person(PHONE).for_all_tenants().build().unwrap()).await;
        assert_eq!(report.state, RequestState::OnHold);
        let left: Vec<Value> = world.column("contacts", "phone");
        assert_eq!(left.len(), 4, "the person's own records come last");
        engine.set_holds([]);
        if by_ledger {
            assert_eq!(engine.run_due().await.unwrap().map(|(id, _)| id), None, "it waits for the release");
            assert_eq!(
                engine.registry().release_hold("Case 8", &Actor::operator("Q. Roe")).await.unwrap(),
                None
            );
            assert_eq!(
                engine.registry().release_hold(" Case 7 ", &Actor::operator("Q. Roe")).await.unwrap(),
                Some(1)
            );
        }
        let end = engine.run(report.request.unwrap()).await.unwrap();
        assert_eq!(end.state, RequestState::Completed);
        assert_eq!(world.store.rows("contacts").len(), 2);
    }
}

/// A hold in the ledger is met by every engine over it, whenever it was built, and by those with a new key.
#[tokio::test]
async fn a_placed_hold_is_met_by_every_engine_and_its_release_makes_requests_due() {
    let world = world();
    let engine = world.builder().build().await.unwrap();
    let request = person(PHONE).for_all_tenants().build().unwrap();
    let ticket = engine.open(&request, &Idempotency::WhileOpen).await.unwrap();
    let promised = engine.report(ticket.id).await.unwrap().complete_by;
    // Placed beside the engine, as another process does.
    let again = placed(PHONE);
    let first = PlacedHold::new(hold("email=nobody@example.com"), "Nobody", "R. Roe", support::now());
    for hold in [&first, &again] {
        registry(&world.ledger, key()).await.place_hold(hold).await.unwrap();
    }
    assert_eq!(
        engine.registry().placed_holds().await.unwrap(),
        std::slice::from_ref(&again),
        "one for each matter, the last"
    );
    let (id, report) = engine.run_due().await.unwrap().unwrap();
    assert_eq!((id, report.unwrap().state), (ticket.id, RequestState::OnHold));
    assert!(engine.run_due().await.unwrap().is_none());
    // Under another key the matter is known as well.
    let ring = KeyRing::new(MasterKey::new([8; 32])).with_former(key());
    let rotated = world.builder().with_keys(ring).build().await.unwrap();
    assert_eq!(rotated.run(id).await.unwrap().state, RequestState::OnHold);
    rotated.registry().place_hold(&again).await.unwrap();
    assert_eq!(rotated.registry().placed_holds().await.unwrap().len(), 1);
    assert_eq!(rotated.registry().release_hold("Case 7", &Actor::operator("Q. Roe")).await.unwrap(), Some(1));
    assert_eq!(rotated.registry().release_hold("Case 7", &Actor::operator("Q. Roe")).await.unwrap(), None);
    let (id, report) = rotated.run_due().await.unwrap().unwrap();
    let report = report.unwrap();
    assert_eq!((id, report.state, report.complete_by), (ticket.id, RequestState::Completed, promised));
    let journal = world.ledger.journal(id, 0, 1_000).await.unwrap().join("\n");
    assert!(journal.contains(r#""event":"hold_released","by":{"operator":"Q. Roe"}"#), "{journal}");
}

/// A hold names who ordered it and who placed it, and one that cannot be read lets nothing be erased.
#[tokio::test]
async fn a_hold_needs_an_authority_and_one_that_cannot_be_read_stops_everything() {
    let world = world();
    let engine = world.builder().build().await.unwrap();
    let now = support::now();
    for nobody in
        [PlacedHold::new(hold(PHONE), " ", "Q", now), PlacedHold::new(hold(PHONE), "Court", "", now)]
    {
        assert!(matches!(engine.registry().place_hold(&nobody).await, Err(EngineError::NoReason)));
    }
    assert!(matches!(
        engine.registry().release_hold("Case 7", &Actor::operator("-")).await,
        Err(EngineError::NoReason)
    ));
    let request = person("phone=+442079460959").in_tenant("1").build().unwrap();
    let ticket = engine.open(&request, &Idempotency::WhileOpen).await.unwrap();
    let foreign = MasterKey::new([9; 32]);
    registry(&world.ledger, foreign).await.place_hold(&placed(PHONE)).await.unwrap();
    let before = rows(&world);
    assert!(engine.run(ticket.id).await.is_err());
    assert!(engine.open(&request, &Idempotency::WhileOpen).await.is_err());
    assert_eq!(rows(&world), before);
}
