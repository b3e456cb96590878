//! The data map's own worked examples of ownership, carried out on the memory adapter.

mod support;

use oubliette::request::RequestState;
use oubliette::value::Value;
use support::World;

const POLICY: &str = r#"
name = "Test"
version = "1"
[channels.operator]
[[category]]
id = "contacts"
on_erasure = "erase"
[[category]]
id = "conversations"
on_erasure = "erase"
"#;

#[tokio::test]
async fn a_message_between_two_people_lets_go_of_one_after_the_other() {
    let world = World::new(
        POLICY,
        r#"
        [[collection]]
        name = "contacts"
        key = "id"
        category = "contacts"
        subject = "contact"
        identifiers = { phone = "phone" }
        [[collection]]
        name = "messages"
        key = "id"
        category = "conversations"
        owned_by = [{ field = "from_id", of = "contacts" }, { field = "to_id", of = "contacts" }]
        "#,
        &[("contacts", &["id"]), ("messages", &["id"])],
    );
    world.insert("contacts", &[("id", 1.into()), ("phone", "+91 98765-43210".into())]);
    world.insert("contacts", &[("id", 2.into()), ("phone", "+15550001111".into())]);
    for (id, from, to) in [(1, 1, 2), (2, 1, 1), (3, 2, 1)] {
        world.insert("messages", &[("id", id.into()), ("from_id", from.into()), ("to_id", to.into())]);
    }

    let report = world.erase(&["phone=+919876543210"]).await;
    assert_eq!(report.state, RequestState::Completed, "{report:#?}");
    assert_eq!(world.column("contacts", "id"), [Value::Integer(2)]);
    assert_eq!(world.column("messages", "id"), [1.into(), 3.into()]);
    assert_eq!(world.column("messages", "from_id"), [Value::Null, 2.into()]);
    assert_eq!(world.column("messages", "to_id"), [2.into(), Value::Null]);

    let report = world.erase(&["phone=+15550001111"]).await;
    assert_eq!(report.state, RequestState::Completed, "{report:#?}");
    assert!(world.column("messages", "id").is_empty());

    let report = world.erase(&["phone=+15550001111"]).await;
    assert_eq!(report.state, RequestState::NothingHeld);
    assert!(report.code.is_none(), "who asked is forgotten, and the code with them");
}

#[tokio::test]
async fn a_group_goes_with_its_last_member_however_many_memberships() {
    let world = World::new(
        POLICY,
        r#"
        [[collection]]
        name = "contacts"
        key = "id"
        category = "contacts"
        subject = "contact"
        identifiers = { phone = "phone" }
        [[collection]]
        name = "memberships"
        key = "id"
        category = "contacts"
        owned_by = [{ field = "contact_id", of = "contacts" }]
        owns = [{ field = "group_id", of = "groups" }]
        [[collection]]
        name = "groups"
        key = "id"
        category = "conversations"
        "#,
        &[("contacts", &["id"]), ("memberships", &["id"]), ("groups", &["id"])],
    );
    world.insert("contacts", &[("id", 1.into()), ("phone", "+919876543210".into())]);
    world.insert("contacts", &[("id", 2.into()), ("phone", "+15550001111".into())]);
    world.insert("groups", &[("id", 7.into())]);
    for (id, contact) in [(1, 1), (2, 2), (3, 2)] {
        world.insert(
            "memberships",
            &[("id", id.into()), ("contact_id", contact.into()), ("group_id", 7.into())],
        );
    }

    world.erase(&["phone=+919876543210"]).await;
    assert_eq!(world.column("memberships", "id"), [2.into(), 3.into()]);
    assert_eq!(world.column("groups", "id"), [Value::Integer(7)]);

    world.erase(&["phone=+15550001111"]).await;
    assert!(world.column("memberships", "id").is_empty());
    assert!(world.column("groups", "id").is_empty());
}
