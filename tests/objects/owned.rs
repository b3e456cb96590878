//! The link written the other way round: a row that owns the object which it points to. Objects go first all the same.

use oubliette::request::{Outcome, RequestState};

use super::world::{CONTACTS, World};

const MEDIA: &str = r#"
[[collection]]
name = "media"
store = "media"
category = "conversations"
"#;

fn attachments(category: &str, more: &str) -> String {
    format!(
        r#"
        [[collection]]
        name = "attachments"
        key = "id"
        category = "{category}"
        owned_by = [{{ field = "contact_id", of = "contacts" }}]
        owns = [{{ field = "object_key", of = "media" }}]
        {more}
        "#
    )
}

async fn world(category: &str, more: &str) -> World {
    let world = World::new(&[CONTACTS, &attachments(category, more), MEDIA]);
    world.insert("contacts", &[("id", 1.into()), ("handle", "ana".into())]);
    world.insert("contacts", &[("id", 2.into()), ("handle", "ben".into())]);
    for (id, contact, key) in [(1, 1, "a.jpg"), (2, 1, "shared.jpg"), (3, 2, "shared.jpg"), (4, 1, "b.jpg")] {
        let row = [
            ("id", id.into()),
            ("contact_id", contact.into()),
            ("object_key", key.into()),
            ("issued", "2026-01-01".into()),
        ];
        world.insert("attachments", &row);
        world.bucket.put(key).await;
    }
    world
}

#[tokio::test]
async fn objects_go_before_the_rows_that_own_them() {
    let world = world("conversations", "").await;
    world.bucket.stick(&["a.jpg"]);
    assert!(world.try_erase("ana").await.is_err());
    assert_eq!(world.ids("attachments"), ["1", "2", "3", "4"]);
    world.bucket.stick(&[]);
    let report = world.erase("ana").await;
    assert_eq!(report.state, RequestState::Completed);
    let order: Vec<_> =
        report.steps.iter().filter(|it| it.records > 0).map(|it| it.collection.as_str()).collect();
    assert_eq!(order, ["media", "attachments", "contacts"]);
    assert_eq!(world.bucket.keys().await, ["shared.jpg"]);
    assert_eq!(world.ids("attachments"), ["3"]);
    world.erase("ben").await;
    assert!(world.bucket.keys().await.is_empty());
}

#[tokio::test]
async fn an_object_that_another_row_may_own_stays_and_is_asked_about() {
    let world = world("conversations", "").await;
    let row = [("id", 5.into()), ("contact_id", 2.into()), ("object_key", "x//a.jpg".into())];
    world.insert("attachments", &row);
    let report = world.erase("ana").await;
    assert_eq!(report.state, RequestState::AwaitingDecision);
    let asked: Vec<_> = report.questions.iter().map(|it| (it.collection.as_str(), it.count)).collect();
    assert_eq!(asked, [("attachments", 1)]);
    assert_eq!(world.bucket.keys().await, ["a.jpg", "b.jpg", "shared.jpg"]);
    assert_eq!(world.ids("attachments").len(), 5);
}

#[tokio::test]
async fn rows_that_stay_let_go_of_objects_that_are_gone_by_then() {
    let kept = "events = { issued = { field = \"issued\", as = \"date\" } }";
    for (category, more) in [("billing", kept), ("traces", "")] {
        let world = world(category, more).await;
        let report = world.erase("ana").await;
        assert!(report.steps.iter().all(|step| step.outcome != Outcome::Failed));
        assert_eq!(world.bucket.keys().await, ["shared.jpg"], "{category}");
        let named: Vec<_> =
            world.crm.rows("attachments").iter().map(|row| row["object_key"].to_text()).collect();
        let shared = Some("shared.jpg".to_owned());
        assert_eq!(named, [None, shared.clone(), shared, None], "{category}");
    }
}
