//! What becomes of media when a person is erased.

use oubliette::datamap::DataMap;
use oubliette::engine::{EngineError, Idempotency, StepReport};
use oubliette::hold::{HoldScope, LegalHold};
use oubliette::identifier::Identifier;
use oubliette::policy::Channel;
use oubliette::request::{Action, Outcome, Request, RequestState};

use super::world::{ATTACHMENTS, CONTACTS, MEDIA, STORES, World, request};

#[tokio::test]
async fn media_go_before_the_rows_that_name_them_and_nobody_elses_do() {
    let world = World::with_attachments();
    for (id, contact, key) in [(1, 1, "m/ana.jpg"), (2, 1, "m/ana too.jpg"), (3, 2, "m/ben.jpg")] {
        world.attach(id, contact, key);
        world.bucket.put(key).await;
    }
    world.bucket.put("m/nobody.jpg").await;
    let report = world.erase("ana").await;
    assert_eq!(report.state, RequestState::Completed);
    let steps: Vec<_> = report.steps.iter().map(|step| (step.collection.as_str(), step.records)).collect();
    assert_eq!(steps, [("media", 2), ("attachments", 2), ("contacts", 1)]);
    assert!(report.steps.iter().all(|step| step.outcome == Outcome::Erased));
    assert_eq!(world.bucket.keys().await, ["m/ben.jpg", "m/nobody.jpg"]);
    assert_eq!(world.ids("attachments"), ["3"]);
}

#[tokio::test]
async fn a_medium_that_two_people_show_stays_for_the_first_and_goes_with_the_second() {
    let world = World::with_attachments();
    world.attach(1, 1, "shared.jpg");
    world.attach(2, 2, "shared.jpg");
    world.bucket.put("shared.jpg").await;
    let report = world.erase("ana").await;
    assert_eq!(report.state, RequestState::Completed);
    assert_eq!(world.bucket.keys().await, ["shared.jpg"]);
    assert_eq!(world.ids("attachments"), ["2"], "her row goes, and is no shell");
    world.erase("ben").await;
    assert!(world.bucket.keys().await.is_empty());
    assert!(world.ids("attachments").is_empty());
}

#[tokio::test]
async fn a_medium_that_one_person_shows_twice_goes() {
    let world = World::with_attachments();
    world.attach(1, 1, "twice.jpg");
    world.attach(2, 1, "twice.jpg");
    world.bucket.put("twice.jpg").await;
    let report = world.erase("ana").await;
    assert_eq!(report.steps[0].records, 1);
    assert!(world.bucket.keys().await.is_empty());
}

#[tokio::test]
async fn a_medium_that_is_gone_already_is_absent_and_keeps_no_row() {
    let world = World::with_attachments();
    world.attach(1, 1, "lost.jpg");
    let report = world.erase("ana").await;
    assert_eq!(report.state, RequestState::Completed);
    assert_eq!((report.steps[0].outcome, report.steps[0].records), (Outcome::Absent, 0));
    assert!(world.ids("attachments").is_empty());
}

#[tokio::test]
async fn values_that_name_no_object_of_ours_are_passed_over() {
    let world = World::with_attachments();
    world.bucket.put("m/ben.jpg").await;
    for (id, key) in (1..).zip(["", "/", "..", "../m/lost.jpg", "M/ben.jpg", "m/ben.jpeg"]) {
        world.attach(id, 1, key);
    }
    world.insert("attachments", &[("id", 99.into()), ("contact_id", 1.into())]);
    let report = world.erase("ana").await;
    assert_eq!(report.state, RequestState::Completed);
    assert_eq!(world.bucket.keys().await, ["m/ben.jpg"]);
    assert!(world.ids("attachments").is_empty());
}

#[tokio::test]
async fn a_row_whose_object_cannot_be_understood_stays_until_it_can() {
    for name in [
        "https://cdn.example/m/a.jpg",
        "s3://bucket/m/a.jpg",
        "file:///m/a.jpg",
        "m/a.jpg?X-Expires=300",
        "m/a.jpg#top",
        "m//a.jpg",
        "m/a.jpg/",
        "m\\a.jpg",
        "m%2Fa.jpg",
        " m/a.jpg",
    ] {
        let world = World::with_attachments();
        for key in ["m/a.jpg", "m/b.jpg"] {
            world.bucket.put(key).await;
        }
        world.attach(1, 1, name);
        world.attach(2, 1, "m/b.jpg");
        let report = world.erase("ana").await;
        assert_eq!(report.state, RequestState::AwaitingDecision, "{name:?}");
        assert_eq!((report.questions.len(), report.questions[0].count), (1, 1), "{name:?}");
        assert_eq!(world.bucket.keys().await, ["m/a.jpg", "m/b.jpg"], "{name:?}");
        assert_eq!(world.ids("attachments"), ["1", "2"], "{name:?}");
    }
}

#[tokio::test]
async fn an_object_goes_by_every_name_of_it_and_stays_by_another_s() {
    for name in ["m/a a.jpg", "/m/a a.jpg", "./m/a a.jpg", "m/a%20a.jpg", "/m/a%20a.jpg"] {
        for other in [None, Some("m/a a.jpg"), Some("/m/a a.jpg"), Some("m/a%20a.jpg")] {
            let world = World::with_attachments();
            world.bucket.put("m/a a.jpg").await;
            world.attach(1, 1, name);
            if let Some(other) = other {
                world.attach(2, 2, other);
            }
            world.erase("ana").await;
            let left = if other.is_some() { vec!["m/a a.jpg"] } else { vec![] };
            assert_eq!(world.bucket.keys().await, left, "{name:?} beside {other:?}");
            assert_eq!(world.ids("attachments").len(), left.len(), "{name:?} beside {other:?}");
        }
    }
    let world = World::with_attachments();
    for key in ["m/a a.jpg", "m/a%20a.jpg"] {
        world.bucket.put(key).await;
    }
    world.attach(1, 1, "m/a%20a.jpg");
    world.erase("ana").await;
    assert_eq!(world.bucket.keys().await, ["m/a a.jpg"], "what is there to the letter is meant");
}

/// An avatar is named by the contact itself, an attachment by a row of its own; one object may be both.
#[tokio::test]
async fn several_kinds_of_rows_may_name_the_objects_of_one_collection() {
    let media = MEDIA.replace(
        "}]",
        "}, { field = \"key\", of = \"contacts.avatar\" }, { field = \"key\", of = \"attachments.thumbnail\" }]",
    );
    let world = World::new(&[CONTACTS, ATTACHMENTS, &media]);
    for (id, handle, avatar) in [(1, "ana", "a.png"), (2, "ben", "shown by ana.png")] {
        world.insert("contacts", &[("id", id.into()), ("handle", handle.into()), ("avatar", avatar.into())]);
        world.bucket.put(avatar).await;
    }
    world.attach(1, 1, "shown by ana.png");
    world.insert("attachments", &[("id", 2.into()), ("contact_id", 1.into()), ("thumbnail", "t.png".into())]);
    world.bucket.put("t.png").await;
    world.erase("ana").await;
    assert_eq!(world.bucket.keys().await, ["shown by ana.png"]);
    assert!(world.ids("attachments").is_empty());
    assert_eq!(world.ids("contacts"), ["2"]);
}

#[tokio::test]
async fn rows_that_are_kept_lose_media_that_are_not() {
    let invoices = r#"
        [[collection]]
        name = "invoices"
        key = "id"
        category = "billing"
        owned_by = [{ field = "contact_id", of = "contacts" }]
        events = { issued = { field = "issued", as = "date" } }
        [[collection]]
        name = "media"
        store = "media"
        category = "conversations"
        owned_by = [{ field = "key", of = "invoices.scan" }]
    "#;
    let world = World::new(&[CONTACTS, invoices]);
    world.insert("contacts", &[("id", 1.into()), ("handle", "ana".into())]);
    let row = [
        ("id", 1.into()),
        ("contact_id", 1.into()),
        ("issued", "2026-01-01".into()),
        ("scan", "é s.pdf".into()),
    ];
    world.insert("invoices", &row);
    world.bucket.put("é s.pdf").await;
    let report = world.erase("ana").await;
    assert_eq!(
        report.state,
        RequestState::CompletedWithRetention,
        "its name is known, though it is gone by then"
    );
    assert!(world.bucket.keys().await.is_empty());
    assert_eq!(world.ids("invoices"), ["1"]);
}

/// Scans that are kept as long as the invoices that name them, from the day on which they were stored.
async fn world_with_scans() -> World {
    let invoices = r#"
        [[collection]]
        name = "invoices"
        key = "id"
        category = "billing"
        owned_by = [{ field = "contact_id", of = "contacts" }]
        events = { issued = { field = "issued", as = "date" } }
        [[collection]]
        name = "media"
        store = "media"
        category = "billing"
        owned_by = [{ field = "key", of = "invoices.scan" }]
        events = { issued = "last_modified" }
    "#;
    let world = World::new(&[CONTACTS, invoices]);
    world.insert("contacts", &[("id", 1.into()), ("handle", "ana".into())]);
    for (id, issued, scan) in [(1, "2026-01-01", "new.pdf"), (2, "2001-01-01", "old.pdf")] {
        let row =
            [("id", id.into()), ("contact_id", 1.into()), ("issued", issued.into()), ("scan", scan.into())];
        world.insert("invoices", &row);
        world.bucket.put(scan).await;
    }
    world
}

#[tokio::test]
async fn rows_that_are_kept_keep_media_that_are_kept_too() {
    let world = world_with_scans().await;
    let report = world.erase("ana").await;
    assert_eq!(report.state, RequestState::CompletedWithRetention);
    assert_eq!(world.bucket.keys().await, ["new.pdf", "old.pdf"], "both were stored just now");
    let is_kept = |step: &&StepReport| step.collection == "media" && step.action == Action::Retain;
    let kept = report.steps.iter().find(is_kept).unwrap();
    assert_eq!(kept.records, 2);
    assert!(kept.reason.until.is_some());
    assert_eq!(world.ids("invoices"), ["1"]);
}

#[tokio::test]
async fn media_go_when_their_own_period_has_ended() {
    let world = world_with_scans().await;
    world.clock.set(chrono::Utc::now() + chrono::TimeDelta::days(11 * 366));
    let report = world.erase("ana").await;
    assert_eq!(report.state, RequestState::Completed);
    assert!(world.bucket.keys().await.is_empty());
    assert!(world.ids("invoices").is_empty());
}

#[tokio::test]
async fn a_row_that_is_anonymised_lets_go_of_the_object_after_that_is_gone() {
    let traces = r#"
        [[collection]]
        name = "attachments"
        key = "id"
        category = "traces"
        owned_by = [{ field = "contact_id", of = "contacts" }]
        [collection.fields]
        object_key = {}
    "#;
    let world = World::new(&[CONTACTS, traces, MEDIA]);
    world.insert("contacts", &[("id", 1.into()), ("handle", "ana".into())]);
    world.attach(1, 1, "a.jpg");
    world.bucket.put("a.jpg").await;
    let report = world.erase("ana").await;
    assert_eq!(report.state, RequestState::Completed);
    assert!(world.bucket.keys().await.is_empty());
    assert_eq!(world.ids("attachments"), ["1"]);
    assert!(world.crm.rows("attachments")[0]["object_key"].is_null());
}

/// Without the row, nobody could tell any more what the object is.
#[tokio::test]
async fn a_request_that_leaves_media_out_leaves_the_rows_that_name_them_as_shells() {
    let media = MEDIA.replace("\"conversations\"", "\"contacts\"");
    let world = World::new(&[CONTACTS, ATTACHMENTS, &media]);
    world.insert("contacts", &[("id", 1.into()), ("handle", "ana".into())]);
    world.attach(1, 1, "a.jpg");
    world.attach(2, 1, "lost.jpg");
    world.bucket.put("a.jpg").await;
    let request = Request::builder(Channel::Operator)
        .with_identifier(Identifier::parse_pair("handle=ana", None).unwrap())
        .with_scope("categories=conversations".parse().unwrap())
        .build()
        .unwrap();
    let engine = world.builder().build().await.unwrap();
    let ticket = engine.open(&request, &Idempotency::WhileOpen).await.unwrap();
    engine.run(ticket.id).await.unwrap();
    assert_eq!(world.ids("attachments"), ["1"]);
    assert_eq!(world.crm.rows("attachments")[0]["object_key"], "a.jpg".into());
    assert_eq!(world.bucket.keys().await, ["a.jpg"]);
}

#[tokio::test]
async fn objects_that_would_have_to_be_anonymised_are_refused_with_a_remedy() {
    let world = World::new(&[CONTACTS, ATTACHMENTS, &MEDIA.replace("\"conversations\"", "\"traces\"")]);
    let error = world.builder().build().await.unwrap_err();
    let EngineError::Unfit(findings) = error else { panic!("{error}") };
    let words = findings.to_string();
    assert!(words.contains("an object cannot be masked") && words.contains("collection `media`"), "{words}");
    assert!(words.contains("give the collection a category that is erased"), "{words}");
}

#[tokio::test]
async fn a_field_that_objects_do_not_have_is_refused_before_anything_is_written() {
    let media = format!("{MEDIA}\nevents = {{ sent = \"sent_at\" }}");
    let world = World::new(&[CONTACTS, ATTACHMENTS, &media]);
    let words = world.builder().build().await.unwrap_err().to_string();
    assert!(words.contains("sent_at") && words.contains("`key`, `size`, `last_modified`"), "{words}");
}

#[tokio::test]
async fn the_pinned_example_has_neither_errors_nor_warnings() {
    let world = World::new(&[CONTACTS, ATTACHMENTS, MEDIA]);
    assert!(world.map.warnings().is_empty(), "{}", world.map.warnings());
    let engine = world.builder().build().await.unwrap();
    let about_media = engine.schema_warnings().to_string();
    assert!(!about_media.contains("media"), "{about_media}");
    assert!(!engine.planner().warnings().to_string().contains("media"));
}

/// A store that keeps equal pictures once hands out the same key again.
#[tokio::test]
async fn a_medium_that_somebody_else_comes_to_show_before_its_turn_stays() {
    let world = World::with_attachments();
    for (id, key) in [(1, "meme.jpg"), (2, "own.jpg")] {
        world.attach(id, 1, key);
        world.bucket.put(key).await;
    }
    world.bucket.stick(&["meme.jpg", "own.jpg"]);
    assert!(world.try_erase("ana").await.is_err());
    world.bucket.stick(&[]);
    world.attach(3, 2, "meme.jpg");
    let report = world.erase("ana").await;
    assert_eq!(report.state, RequestState::Completed);
    assert_eq!((report.steps[0].outcome, report.steps[0].records), (Outcome::Erased, 1));
    assert_eq!(world.bucket.keys().await, ["meme.jpg"]);
    assert_eq!(world.ids("attachments"), ["3"]);
}

#[tokio::test]
async fn a_medium_that_another_tenant_shows_as_well_stays() {
    let contacts = format!("{CONTACTS}tenant = \"tenant\"\n");
    let attachments = format!("{ATTACHMENTS}tenant = \"tenant\"\n");
    let world = World::new(&[&contacts, &attachments, MEDIA]);
    for (id, tenant) in [(1, 7), (2, 8)] {
        // The same person is known to both, and has asked the first to forget them.
        world.insert("contacts", &[("id", id.into()), ("handle", "ana".into()), ("tenant", tenant.into())]);
        for (row, key) in [(id * 10, "both.jpg".to_owned()), (id * 10 + 1, format!("{tenant}.jpg"))] {
            let row = [
                ("id", row.into()),
                ("contact_id", id.into()),
                ("tenant", tenant.into()),
                ("object_key", key.as_str().into()),
            ];
            world.insert("attachments", &row);
            world.bucket.put(&key).await;
        }
    }
    let engine = world.builder().build().await.unwrap();
    let request = Request::builder(Channel::Operator)
        .with_identifier(Identifier::parse_pair("handle=ana", None).unwrap())
        .in_tenant("7")
        .build()
        .unwrap();
    let ticket = engine.open(&request, &Idempotency::WhileOpen).await.unwrap();
    assert_eq!(engine.run(ticket.id).await.unwrap().state, RequestState::Completed);
    assert_eq!(world.bucket.keys().await, ["8.jpg", "both.jpg"]);
    assert_eq!(world.ids("attachments"), ["20", "21"]);
}

#[tokio::test]
async fn a_tenant_that_leaves_takes_its_media() {
    let attachments = format!("{ATTACHMENTS}tenant = \"tenant\"\n");
    let world = World::new(&[CONTACTS, &attachments, MEDIA]);
    for (id, tenant, key) in [(1, 7, "7.jpg"), (2, 8, "8.jpg"), (3, 7, "both.jpg"), (4, 8, "both.jpg")] {
        world.insert(
            "attachments",
            &[("id", id.into()), ("tenant", tenant.into()), ("object_key", key.into())],
        );
        world.bucket.put(key).await;
    }
    let engine = world.builder().build().await.unwrap();
    let request = Request::builder(Channel::Operator)
        .with_scope("tenant".parse().unwrap())
        .in_tenant("7")
        .build()
        .unwrap();
    let ticket = engine.open(&request, &Idempotency::WhileOpen).await.unwrap();
    engine.run(ticket.id).await.unwrap();
    assert_eq!(world.bucket.keys().await, ["8.jpg", "both.jpg"]);
    assert_eq!(world.ids("attachments"), ["2", "4"]);
}

/// An object under a hold stays with its row, which is all that says what it is, and goes when the hold is lifted.
#[tokio::test]
async fn media_under_a_legal_hold_keep_the_rows_that_name_them() {
    let media = MEDIA.replace("\"conversations\"", "\"contacts\"");
    let world = World::new(&[CONTACTS, ATTACHMENTS, &media]);
    world.insert("contacts", &[("id", 1.into()), ("handle", "ana".into())]);
    world.attach(1, 1, "a.jpg");
    world.bucket.put("a.jpg").await;
    let hold = LegalHold::new("Case 7", HoldScope::Category("contacts".parse().unwrap())).unwrap();
    let engine = world.builder().with_holds([hold]).build().await.unwrap();
    let ticket = engine.open(&request("ana"), &Idempotency::WhileOpen).await.unwrap();
    assert_eq!(engine.run(ticket.id).await.unwrap().state, RequestState::OnHold);
    assert_eq!(world.bucket.keys().await, ["a.jpg"]);
    assert_eq!(world.crm.rows("attachments")[0]["object_key"], "a.jpg".into());
    let lifted = world.builder().build().await.unwrap();
    assert_eq!(lifted.run(ticket.id).await.unwrap().state, RequestState::Completed);
    assert!(world.bucket.keys().await.is_empty());
    assert!(world.ids("contacts").is_empty());
}

#[test]
fn an_object_has_one_key() {
    let media = MEDIA.replace("store = \"media\"", "store = \"media\"\nkey = [\"bucket\", \"key\"]");
    let map = DataMap::from_toml(&[STORES, CONTACTS, ATTACHMENTS, &media].concat());
    let words = map.unwrap_err().to_string();
    assert!(words.contains("told from others by one field"), "{words}");
}
