//! Cases in which the engine once differed from the naive reference, each as small as it gets.

mod support;

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use chrono::{DateTime, Utc};
use oubliette::adapter::memory::{MemoryLedger, MemoryStore};
use oubliette::engine::{Engine, Idempotency};
use oubliette::hold::{HoldScope, LegalHold};
use oubliette::identifier::Identifier;
use oubliette::policy::Channel;
use oubliette::port::{Clock, Column, ColumnKind, MasterKey, OnDelete, Reference, Schema};
use oubliette::request::{Action, Request, RequestState};
use oubliette::value::Value;
use support::World;

const POLICY: &str = r#"
name = "Test"
version = "1"
[channels.operator]
[[category]]
id = "goes"
on_erasure = "erase"
[[category]]
id = "stays"
on_erasure = "anonymize"
"#;

const KEEPING: &str = r#"
name = "Test"
version = "1"
[channels.operator]
[[category]]
id = "kept"
on_erasure = "retain"
retain = [{ ground = "tax_law", citation = "s. 1", period = "10 years", start = "issued" }]
[[category]]
id = "goes"
on_erasure = "erase"
"#;

const PEOPLE: &str = r#"
[[collection]]
name = "people"
key = "id"
category = "goes"
subject = "person"
identifiers = { handle = "handle" }
"#;

fn world(map: &str, tables: &[&str]) -> World {
    let key: &[&str] = &["id"];
    let tables: Vec<(&str, &[&str])> = tables.iter().map(|table| (*table, key)).collect();
    World::new(POLICY, map, &tables)
}

fn ids(world: &World, table: &str) -> Vec<Value> {
    world.column(table, "id")
}

/// A clock that stops an engine which never ends.
#[derive(Debug, Default)]
struct PatientClock(AtomicUsize);

impl Clock for PatientClock {
    fn now(&self) -> DateTime<Utc> {
        assert!(self.0.fetch_add(1, Ordering::Relaxed) < 500, "the engine never comes to an end");
        support::now()
    }
}

#[tokio::test]
async fn a_request_under_a_legal_hold_waits_instead_of_running_for_ever() {
    let world = world(PEOPLE, &["people"]);
    world.insert("people", &[("id", 1.into()), ("handle", "ana".into())]);
    let hold = LegalHold::new("Case 7", HoldScope::Category("goes".parse().unwrap())).unwrap();
    let engine = Engine::builder(world.policy.clone(), world.map.clone())
        .with_store("crm", world.store.clone())
        .with_ledger(MemoryLedger::new())
        .with_keys(MasterKey::new([7; 32]))
        .with_clock(Arc::new(PatientClock::default()))
        .with_holds([hold])
        .build()
        .await
        .unwrap();
    let request = Request::builder(Channel::Operator)
        .with_identifier(Identifier::parse_pair("handle=ana", None).unwrap())
        .for_all_tenants()
        .build()
        .unwrap();
    let ticket = engine.open(&request, &Idempotency::WhileOpen).await.unwrap();
    let report = engine.run(ticket.id).await.unwrap();
    assert_eq!(report.state, RequestState::OnHold);
    let report = engine.run(ticket.id).await.unwrap();
    assert_eq!(report.state, RequestState::OnHold);
    assert_eq!(ids(&world, "people"), [1.into()]);
}

/// A letter goes with the person that it mentions, although nobody owns it; whatever points to the letter lets go of it.
#[tokio::test]
async fn what_points_to_a_record_that_goes_for_its_link_lets_go() {
    let letters = r#"
        [[collection]]
        name = "letters"
        key = "id"
        category = "goes"
        mentions = [{ field = "about", of = "people", erase_record = true }]
        [[collection]]
        name = "stamps"
        key = "id"
        category = "goes"
        owned_by = [{ field = "letter_id", of = "letters" }]
    "#;
    let world = world(&[PEOPLE, letters].concat(), &["people", "letters", "stamps"]);
    world.insert("people", &[("id", 1.into()), ("handle", "ana".into())]);
    world.insert("letters", &[("id", 2.into()), ("about", 1.into())]);
    world.insert("stamps", &[("id", 1.into()), ("letter_id", 2.into())]);
    let report = world.erase(&["handle=ana"]).await;
    assert_eq!(report.state, RequestState::Completed);
    assert!(ids(&world, "letters").is_empty());
    assert_eq!(world.column("stamps", "letter_id"), [Value::Null]);
}

#[tokio::test]
async fn a_record_that_goes_for_its_link_stays_as_a_shell_where_something_cannot_let_go_of_it() {
    let letters = r#"
        [[collection]]
        name = "letters"
        key = "id"
        category = "goes"
        mentions = [{ field = "about", of = "people", erase_record = true }]
        [collection.fields]
        text = {}
        [[collection]]
        name = "stamps"
        key = "id"
        category = "goes"
        owned_by = [{ field = "letter_id", of = "letters", clear = [] }]
    "#;
    let world = world(&[PEOPLE, letters].concat(), &["people", "letters", "stamps"]);
    world.insert("people", &[("id", 1.into()), ("handle", "ana".into())]);
    world.insert("letters", &[("id", 2.into()), ("about", 1.into()), ("text", "on Ana".into())]);
    world.insert("stamps", &[("id", 1.into()), ("letter_id", 2.into())]);
    world.erase(&["handle=ana"]).await;
    assert_eq!(ids(&world, "letters"), [2.into()]);
    assert_eq!(world.column("letters", "text"), [Value::Null]);
    assert_eq!(world.column("letters", "about"), [Value::Null]);
}

/// `clear` may name what stands beside the link, such as a name written down, while the link itself keeps pointing.
#[tokio::test]
async fn fields_beside_a_link_are_cleared_although_the_link_keeps_pointing() {
    let posts = r#"
        [[collection]]
        name = "posts"
        key = "id"
        category = "goes"
        mentions = [{ field = "editor_id", of = "people", clear = ["editor_name"] }]
    "#;
    let world = world(&[PEOPLE, posts].concat(), &["people", "posts"]);
    world.insert("people", &[("id", 1.into()), ("handle", "ana".into())]);
    world.insert("posts", &[("id", 1.into()), ("editor_id", 1.into()), ("editor_name", "Ana".into())]);
    world.erase(&["handle=ana"]).await;
    assert_eq!(world.column("posts", "editor_id"), [1.into()]);
    assert_eq!(world.column("posts", "editor_name"), [Value::Null]);
}

/// The profile's key points to the page, and the page belongs to the profile: a circle of collections.
#[tokio::test]
async fn an_anonymised_record_lets_go_of_an_erased_one_in_a_circle_of_collections() {
    let map = r#"
        [[collection]]
        name = "people"
        key = "id"
        category = "goes"
        subject = "person"
        identifiers = { handle = "handle" }
        mentions = [{ field = "id", of = "pages" }]
        [[collection]]
        name = "pages"
        key = "id"
        category = "stays"
        owned_by = [{ field = "person_id", of = "people" }]
    "#;
    let world = world(map, &["people", "pages"]);
    world.insert("people", &[("id", 4.into()), ("handle", "ana".into())]);
    world.insert("pages", &[("id", 1.into()), ("person_id", 4.into())]);
    world.erase(&["handle=ana"]).await;
    assert!(ids(&world, "people").is_empty());
    assert_eq!(world.column("pages", "person_id"), [Value::Null]);
}

#[tokio::test]
async fn a_shell_lets_go_of_an_erased_record_in_a_circle_of_collections() {
    let map = r#"
        [[collection]]
        name = "people"
        key = "id"
        category = "goes"
        subject = "person"
        identifiers = { handle = "handle" }
        mentions = [{ field = "page_id", of = "pages", clear = [] }]
        [[collection]]
        name = "pages"
        key = "id"
        category = "goes"
        owned_by = [{ field = "person_id", of = "people" }]
    "#;
    let world = world(map, &["people", "pages"]);
    world.insert("people", &[("id", 1.into()), ("handle", "ana".into())]);
    world.insert("people", &[("id", 2.into()), ("page_id", 1.into())]);
    world.insert("pages", &[("id", 1.into()), ("person_id", 1.into())]);
    world.erase(&["handle=ana"]).await;
    assert_eq!(ids(&world, "people"), [2.into()]);
    assert_eq!(ids(&world, "pages"), [1.into()], "Ben's record keeps pointing to it");
    assert_eq!(world.column("pages", "person_id"), [Value::Null]);
}

/// Collections may point to each other in a circle where no records do.
#[tokio::test]
async fn a_circle_of_collections_keeps_no_shell_where_the_records_form_none() {
    let map = r#"
        [[collection]]
        name = "people"
        key = "id"
        category = "goes"
        subject = "person"
        identifiers = { handle = "handle" }
        owns = [{ field = "page_id", of = "pages", clear = [] }]
        [[collection]]
        name = "pages"
        key = "id"
        category = "goes"
        mentions = [{ field = "person_id", of = "people", clear = [] }]
    "#;
    let world = world(map, &["people", "pages"]);
    world.insert("people", &[("id", 1.into()), ("handle", "ana".into()), ("page_id", 1.into())]);
    world.insert("pages", &[("id", 1.into())]);
    world.erase(&["handle=ana"]).await;
    assert!(ids(&world, "people").is_empty());
    assert!(ids(&world, "pages").is_empty(), "nothing that stays points to it");
}

/// The tenant belongs to a setting that lies in the tenant: the setting's link goes first.
#[tokio::test]
async fn a_foreign_key_that_may_be_null_never_stops_a_tenant_from_leaving() {
    let map = r#"
        [[collection]]
        name = "settings"
        key = "id"
        category = "goes"
        tenant = "tenant_id"
        [[collection]]
        name = "tenants"
        key = "id"
        category = "goes"
        tenant_root = true
        owned_by = [{ field = "setting_id", of = "settings" }]
    "#;
    let mut world = world(map, &[]);
    let columns = |names: [&str; 2]| {
        let column = |name: &str| Column {
            name: name.to_owned(),
            kind: ColumnKind::Other,
            nullable: name != "id",
            ..Column::default()
        };
        names.iter().map(|name| column(name)).collect()
    };
    let key = || vec![vec!["id".to_owned()]];
    let reference = Reference {
        table: "tenants".to_owned(),
        columns: vec!["setting_id".to_owned()],
        to_columns: vec!["id".to_owned()],
        on_delete: OnDelete::Refuse,
    };
    let settings = Schema {
        columns: columns(["id", "tenant_id"]),
        unique: key(),
        indexes: key(),
        referred_by: vec![reference],
        ..Schema::default()
    };
    let tenants = Schema {
        columns: columns(["id", "setting_id"]),
        unique: key(),
        indexes: key(),
        referred_by: Vec::new(),
        ..Schema::default()
    };
    world.store = MemoryStore::new().with_described_table("settings", ["id"], settings).with_described_table(
        "tenants",
        ["id"],
        tenants,
    );
    world.insert("settings", &[("id", 4.into()), ("tenant_id", 1.into())]);
    world.insert("tenants", &[("id", 1.into()), ("setting_id", 4.into())]);
    let request = Request::builder(Channel::Operator)
        .with_scope("tenant".parse().unwrap())
        .in_tenant("1")
        .build()
        .unwrap();
    let engine = world.engine().await;
    let ticket = engine.open(&request, &Idempotency::WhileOpen).await.unwrap();
    engine.run(ticket.id).await.unwrap();
    assert!(ids(&world, "settings").is_empty() && ids(&world, "tenants").is_empty());
}

/// The e-mail address stands on a channel that belongs to the person by way of a device, and devices may own devices.
#[tokio::test]
async fn identifiers_are_found_behind_collections_that_own_themselves() {
    let map = r#"
        [[collection]]
        name = "newsletter"
        key = "id"
        category = "goes"
        subject = "reader"
        identifiers = { email = "email" }
        [[collection]]
        name = "channels"
        key = "id"
        category = "goes"
        identifiers = { email = "email" }
        owned_by = [{ field = "device_id", of = "devices" }]
        [[collection]]
        name = "devices"
        key = "id"
        category = "goes"
        owned_by = [{ field = "person_id", of = "people" }]
        owns = [{ field = "part_id", of = "devices" }]
    "#;
    let world = world(&[PEOPLE, map].concat(), &["people", "newsletter", "channels", "devices"]);
    world.insert("people", &[("id", 1.into()), ("handle", "ana".into())]);
    world.insert("devices", &[("id", 1.into()), ("person_id", 1.into())]);
    world.insert(
        "channels",
        &[("id", 1.into()), ("device_id", 1.into()), ("email", "ana@example.com".into())],
    );
    world.insert("newsletter", &[("id", 2.into()), ("email", "ana@example.com".into())]);
    world.erase(&["handle=ana"]).await;
    assert!(ids(&world, "newsletter").is_empty());
}

/// The link holds the very identifier that the target's mask takes away.
#[tokio::test]
async fn a_link_to_the_own_identifier_is_cleared_when_the_record_is_anonymised() {
    let map = r#"
        [[collection]]
        name = "people"
        key = "id"
        category = "stays"
        subject = "person"
        identifiers = { handle = "handle" }
        mentions = [{ field = "referred_by", of = "people.handle" }]
    "#;
    let world = world(map, &["people"]);
    world.insert("people", &[("id", 1.into()), ("handle", "ana".into()), ("referred_by", "ana".into())]);
    world.erase(&["handle=ana"]).await;
    assert_eq!(world.column("people", "handle"), [Value::Null]);
    assert_eq!(world.column("people", "referred_by"), [Value::Null]);
}

#[tokio::test]
async fn a_preview_counts_the_records_of_a_circle_as_shells_too() {
    let map = r#"
        [[collection]]
        name = "people"
        key = "id"
        category = "goes"
        subject = "person"
        identifiers = { handle = "handle" }
        mentions = [{ field = "spouse_id", of = "people", clear = [] }]
    "#;
    let world = world(map, &["people"]);
    for (id, spouse) in [(1, 2), (2, 1)] {
        world.insert("people", &[("id", id.into()), ("handle", "ana".into()), ("spouse_id", spouse.into())]);
    }
    let request = Request::builder(Channel::Operator)
        .with_identifier(Identifier::parse_pair("handle=ana", None).unwrap())
        .for_all_tenants()
        .build()
        .unwrap();
    let (_, preview) = world.engine().await.preview(&request).await.unwrap();
    let erased =
        preview.steps.iter().filter(|it| it.action == Action::Erase).map(|it| it.records).sum::<u64>();
    assert_eq!(erased, 0, "each keeps the other as a shell");
}

#[tokio::test]
async fn a_tenant_that_leaves_takes_nothing_of_another_that_points_to_it() {
    let map = r#"
        [[collection]]
        name = "notes"
        key = "id"
        category = "goes"
        tenant = "tenant_id"
        mentions = [{ field = "about", of = "topics", erase_record = true }]
        [[collection]]
        name = "topics"
        key = "id"
        category = "goes"
        tenant = "tenant_id"
    "#;
    let world = world(map, &["notes", "topics"]);
    world.insert("topics", &[("id", 3.into()), ("tenant_id", 2.into())]);
    world.insert("notes", &[("id", 1.into()), ("tenant_id", 1.into()), ("about", 3.into())]);
    let request = Request::builder(Channel::Operator)
        .with_scope("tenant".parse().unwrap())
        .in_tenant("2")
        .build()
        .unwrap();
    let engine = world.engine().await;
    let ticket = engine.open(&request, &Idempotency::WhileOpen).await.unwrap();
    engine.run(ticket.id).await.unwrap();
    assert!(ids(&world, "topics").is_empty());
    assert_eq!(ids(&world, "notes"), [1.into()], "it lies in another tenant");
    assert_eq!(world.column("notes", "about"), [Value::Null]);
}

/// The account is kept and lets go of the device, which is the person's only by that link.
#[tokio::test]
async fn what_a_kept_record_owns_is_located_before_the_link_is_cut() {
    let map = r#"
        [[collection]]
        name = "accounts"
        key = "id"
        category = "kept"
        subject = "account"
        identifiers = { handle = "handle" }
        events = { issued = "issued_at" }
        owns = [{ field = "device_id", of = "devices" }]
        [[collection]]
        name = "devices"
        key = "id"
        category = "goes"
        owned_by = [{ field = "account_id", of = "accounts" }]
    "#;
    let key: &[&str] = &["id"];
    let world = World::new(KEEPING, map, &[("accounts", key), ("devices", key)]);
    world.insert("accounts", &[("id", 7.into()), ("handle", "ana".into()), ("device_id", 3.into())]);
    world.insert("devices", &[("id", 3.into())]);
    let report = world.erase(&["handle=ana"]).await;
    assert_eq!(report.state, RequestState::CompletedWithRetention);
    assert_eq!(ids(&world, "accounts"), [7.into()]);
    assert!(ids(&world, "devices").is_empty());
}

/// The file belongs to all who share the box, Ben among them, and to Ana.
#[tokio::test]
async fn a_record_that_let_go_of_one_link_is_not_erased_for_the_other() {
    let files = r#"
        [[collection]]
        name = "files"
        key = "id"
        category = "goes"
        owned_by = [{ field = "box", of = "people.box" }, { field = "writer_id", of = "people" }]
    "#;
    let world = world(&[PEOPLE, files].concat(), &["people", "files"]);
    world.insert("people", &[("id", 5.into()), ("handle", "ana".into())]);
    world.insert("people", &[("id", 6.into()), ("handle", "ben".into()), ("box", 3.into())]);
    world.insert("people", &[("id", 7.into()), ("handle", "ana".into()), ("box", 3.into())]);
    world.insert("files", &[("id", 1.into()), ("box", 3.into()), ("writer_id", 5.into())]);
    world.erase(&["handle=ana"]).await;
    assert_eq!(ids(&world, "people"), [6.into()]);
    assert_eq!(ids(&world, "files"), [1.into()], "it is Ben's as well");
}

/// The invoice is kept and lets go of Ana; the reminder still points to an invoice of hers.
#[tokio::test]
async fn what_points_to_a_kept_record_lets_go_although_the_kept_record_did_so_first() {
    let invoices = r#"
        [[collection]]
        name = "invoices"
        key = "id"
        category = "kept"
        events = { issued = "issued_at" }
        owned_by = [{ field = "buyer_id", of = "people" }]
        mentions = [{ field = "corrects_id", of = "invoices" }]
    "#;
    let key: &[&str] = &["id"];
    let world = World::new(KEEPING, &[PEOPLE, invoices].concat(), &[("people", key), ("invoices", key)]);
    world.insert("people", &[("id", 1.into()), ("handle", "ana".into())]);
    world.insert("invoices", &[("id", 1.into()), ("corrects_id", 2.into())]);
    world.insert("invoices", &[("id", 2.into()), ("buyer_id", 1.into())]);
    world.erase(&["handle=ana"]).await;
    assert_eq!(world.column("invoices", "buyer_id"), [Value::Null, Value::Null]);
    assert_eq!(world.column("invoices", "corrects_id"), [Value::Null, Value::Null]);
}

/// A note about Ana that she and Ben share. Once the note has let go of Ana, Ben is the only one left above it, and he is
/// not for that the person who is asked for.
#[tokio::test]
async fn a_person_is_not_found_anew_by_links_that_the_request_itself_has_cut() {
    let shared = r#"
        [[collection]]
        name = "notes"
        key = "id"
        category = "goes"
        identifiers = { handle = "about" }
        owned_by = [{ field = "from_id", of = "people" }, { field = "to_id", of = "people" }]
        [[collection]]
        name = "bills"
        key = "id"
        category = "kept"
        owned_by = [{ field = "person_id", of = "people" }]
        events = { issued = { field = "issued", as = "date" } }
    "#;
    let key: &[&str] = &["id"];
    let tables = ["people", "notes", "bills"].map(|table| (table, key));
    let world = World::new(KEEPING, &[PEOPLE, shared].concat(), &tables);
    world.insert("people", &[("id", 1.into()), ("handle", "ana".into())]);
    world.insert("people", &[("id", 2.into()), ("handle", "ben".into())]);
    world.insert(
        "notes",
        &[("id", 1.into()), ("from_id", 1.into()), ("to_id", 2.into()), ("about", "ana".into())],
    );
    world.insert("bills", &[("id", 1.into()), ("person_id", 1.into()), ("issued", "2026-01-01".into())]);
    let ledger = MemoryLedger::new();
    let engine = async |holds: Option<LegalHold>| {
        let builder = Engine::builder(world.policy.clone(), world.map.clone());
        let builder = builder.with_store("crm", world.store.clone()).with_ledger(ledger.clone());
        builder.with_keys(MasterKey::new([7; 32])).with_holds(holds).build().await.unwrap()
    };
    let hold = LegalHold::new("Case 7", HoldScope::Category("kept".parse().unwrap())).unwrap();
    let held = engine(Some(hold)).await;
    let request = Request::builder(Channel::Operator)
        .with_identifier(Identifier::parse_pair("handle=ana", None).unwrap())
        .build()
        .unwrap();
    let id = held.open(&request, &Idempotency::WhileOpen).await.unwrap().id;
    assert_eq!(held.run(id).await.unwrap().state, RequestState::OnHold);
    let report = engine(None).await.run(id).await.unwrap();
    // The note is Ben's by now, and still says that it is about her.
    assert_eq!(report.state, RequestState::AwaitingDecision);
    assert_eq!(ids(&world, "people"), [2.into()]);
}

/// Ben's record holds Ana's id where nobody can say in which app it is valid; so it may be his as well, and is not followed.
#[tokio::test]
async fn what_cannot_be_read_is_possibly_somebody_elses() {
    let map = r#"
        [[collection]]
        name = "people"
        key = "id"
        category = "goes"
        subject = "contact"
        identifiers = { handle = "handle", asid = [{ field = "app_id", namespace = "facebook/900000000000001" }, "any_id"] }
        [[collection]]
        name = "guests"
        key = "id"
        category = "goes"
        subject = "guest"
        identifiers = { asid = { field = "app_id", namespace = "facebook/900000000000001" } }
    "#;
    for bens in [None, Some("12345")] {
        let world = world(map, &["people", "guests"]);
        world.insert("people", &[("id", 1.into()), ("handle", "ana".into()), ("app_id", "12345".into())]);
        let any = bens.map_or(Value::Null, Value::from);
        world.insert("people", &[("id", 2.into()), ("handle", "ben".into()), ("any_id", any)]);
        world.insert("guests", &[("id", 3.into()), ("app_id", "12345".into())]);
        let report = world.erase(&["handle=ana"]).await;
        assert_eq!(ids(&world, "people"), [2.into()]);
        assert_eq!(ids(&world, "guests").is_empty(), bens.is_none(), "{:?}", report.warnings);
        assert_eq!(report.identification.shared.contains_key("asid"), bens.is_some());
    }
}
