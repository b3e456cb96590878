//! What was to be erased is gone by its key, or said to be left: whatever triggers make of an erasure, and wherever the run
//! died that found out.

use oubliette::engine::EngineError;
use oubliette::request::{Outcome, RequestState};

use crate::fuse::Fuse;
use crate::host::Host;

const POLICY: &str = "name = \"Test\"\nversion = \"1\"\n[channels.operator]\n[[category]]\nid = \"contacts\"\non_erasure = \"erase\"\n";

const MAP: &str = r#"
    [[collection]]
    name = "contacts"
    key = "id"
    category = "contacts"
    subject = "contact"
    identifiers = { phone = "phone" }
    [[collection]]
    name = "groups"
    key = "id"
    category = "contacts"
    events = { created = { field = "made", as = "date" } }
    [[collection]]
    name = "memberships"
    key = "id"
    category = "contacts"
    owned_by = [{ field = "contact_id", of = "contacts" }]
    owns = [{ field = "group_id", of = "groups" }]
    [[collection]]
    name = "messages"
    key = "id"
    category = "contacts"
    owned_by = [{ field = "contact_id", of = "contacts" }]
    events = { created = { field = "sent", as = "date" } }
"#;

/// Ana is contact 1, Ben contact 2.
const TABLES: &str = "
    CREATE TABLE contacts (id INTEGER PRIMARY KEY, phone TEXT, name TEXT);
    CREATE TABLE groups (id INTEGER PRIMARY KEY, title TEXT, made TEXT);
    CREATE TABLE memberships (id INTEGER PRIMARY KEY, contact_id INTEGER, group_id INTEGER);
    CREATE TABLE messages (id INTEGER PRIMARY KEY, contact_id INTEGER, body TEXT, sent TEXT);
    CREATE TABLE log (id INTEGER PRIMARY KEY);
    INSERT INTO contacts VALUES (1, '+919876543210', 'Ana'), (2, '+15550001111', 'Ben');
    INSERT INTO groups VALUES (5, 'of Ana', '2026-01-01');
    INSERT INTO memberships VALUES (1, 1, 5);
    INSERT INTO messages VALUES
        (1, 1, 'a', '2026-01-01'), (2, 1, 'b', '2026-01-02'), (3, 1, 'c', '2026-01-03'), (4, 2, 'd', '2026-01-04');";

/// Triggers that make something else of an erasure: of which collection, and of how many records of its first batch.
const CHANGING: [(&str, &str, u64); 7] = [
    (
        "BEFORE DELETE ON messages BEGIN UPDATE messages SET contact_id = NULL WHERE id = OLD.id; SELECT RAISE(IGNORE); END",
        "messages",
        2,
    ),
    (
        "AFTER DELETE ON messages BEGIN INSERT INTO messages VALUES (OLD.id, NULL, OLD.body, OLD.sent); END",
        "messages",
        2,
    ),
    (
        "AFTER DELETE ON messages WHEN OLD.id = 3 BEGIN INSERT INTO messages (id, body) VALUES (OLD.id, OLD.body); END",
        "messages",
        1,
    ),
    (
        "BEFORE DELETE ON contacts BEGIN UPDATE contacts SET phone = NULL WHERE id = OLD.id; SELECT RAISE(IGNORE); END",
        "contacts",
        1,
    ),
    (
        "BEFORE DELETE ON contacts BEGIN UPDATE contacts SET phone = 'gone' WHERE id = OLD.id; SELECT RAISE(IGNORE); END",
        "contacts",
        1,
    ),
    (
        "AFTER DELETE ON contacts BEGIN INSERT INTO contacts VALUES (OLD.id, NULL, OLD.name); END",
        "contacts",
        1,
    ),
    (
        "AFTER DELETE ON memberships BEGIN INSERT INTO memberships VALUES (OLD.id, NULL, OLD.group_id); END",
        "memberships",
        1,
    ),
];

/// What may happen to an erasure, or to its key, without anything of hers being left.
const HARMLESS: [&str; 4] = [
    "AFTER DELETE ON messages BEGIN INSERT INTO log VALUES (OLD.id); END",
    "AFTER DELETE ON messages BEGIN INSERT INTO messages VALUES (OLD.id, 2, 'of Ben', OLD.sent); END",
    "AFTER DELETE ON messages BEGIN INSERT INTO messages VALUES (OLD.id, NULL, 'of nobody', '2030-01-01'); END",
    "AFTER DELETE ON groups BEGIN INSERT INTO groups VALUES (OLD.id, 'of nobody', '2030-01-01'); END",
];

async fn host(trigger: &str) -> Host {
    let host = Host::new(POLICY, MAP, TABLES).await;
    host.change(&format!("CREATE TRIGGER acts {trigger}")).await;
    host
}

#[tokio::test]
async fn an_erasure_that_became_something_else_never_reads_as_done() {
    for (trigger, collection, left) in CHANGING {
        let host = host(trigger).await;
        let id = host.open().await;
        for _ in 0..2 {
            let ended = host.run_whole(id).await;
            let Err(EngineError::Undeleted { collection: of, left: count }) = &ended else {
                panic!("{trigger}: {ended:?}")
            };
            assert_eq!((of.as_str(), *count), (collection, left), "{trigger}");
            let report = host.engine(&Fuse::new(usize::MAX, false)).await.report(id).await.unwrap();
            assert_eq!(report.state, RequestState::PartiallyFailed, "{trigger}");
            let failed = report.steps.iter().find(|step| step.outcome == Outcome::Failed).unwrap();
            assert_eq!(failed.collection, collection, "{trigger}");
            assert!(report.problem.as_ref().unwrap().contains("trigger or rule"), "{:?}", report.problem);
            assert!(!report.warnings.iter().any(|it| it.contains("somebody else")), "{:?}", report.warnings);
        }
        // What was kept is looked after by hand, and the trigger lets the rest go.
        host.change("DROP TRIGGER acts").await;
        host.change(
            "DELETE FROM messages WHERE contact_id IS NULL; DELETE FROM memberships WHERE contact_id IS NULL",
        )
        .await;
        host.change("DELETE FROM contacts WHERE phone IS NULL OR phone = 'gone'").await;
        let report = host.run_whole(id).await.unwrap();
        assert_eq!(report.state, RequestState::Completed, "{trigger}");
        let rows = host
            .number("SELECT (SELECT count(*) FROM contacts) * 10 + (SELECT count(*) FROM messages)")
            .await;
        assert_eq!(rows, 11, "{trigger}: Ben and his message stay");
    }
}

#[tokio::test]
async fn a_run_that_died_anywhere_does_not_make_it_done() {
    let mut deaths = 0;
    // One that keeps the record, one that puts it back, and one of the person's own.
    for (trigger, collection, _) in [0, 1, 3].map(|index| CHANGING[index]) {
        for after_the_work in [false, true] {
            for blows_at in 0.. {
                let host = host(trigger).await;
                let id = host.open().await;
                let died = host.run(id, &Fuse::new(blows_at, after_the_work)).await.is_none();
                let ended = host.run_whole(id).await;
                let is_told =
                    matches!(&ended, Err(EngineError::Undeleted { collection: of, .. }) if of == collection);
                assert!(
                    is_told,
                    "{trigger}, died at {blows_at}, after the work: {after_the_work}: {ended:?}"
                );
                if !died {
                    break;
                }
                deaths += 1;
            }
        }
    }
    assert!(deaths > 100, "only {deaths} places to die at");
}

#[tokio::test]
async fn what_a_trigger_does_beside_and_keys_that_are_given_again_keep_nothing_open() {
    for trigger in HARMLESS {
        let host = host(trigger).await;
        let id = host.open().await;
        let report = host.run_whole(id).await.unwrap();
        assert_eq!(report.state, RequestState::Completed, "{trigger}");
        assert_eq!(report.records(Outcome::Erased), 6, "{trigger}: {:#?}", report.steps);
        let of_ana = "SELECT count(*) FROM messages WHERE contact_id = 1 OR body IN ('a', 'b', 'c')";
        assert_eq!(host.number(of_ana).await, 0, "{trigger}");
        assert_eq!(host.number("SELECT count(*) FROM groups WHERE title = 'of Ana'").await, 0, "{trigger}");
    }
}

/// Without an event that tells when a record came, one of nobody's under the key is taken for the one that was to go.
#[tokio::test]
async fn where_nothing_tells_them_apart_a_record_under_the_key_is_said_to_be_left() {
    let host =
        host("AFTER DELETE ON contacts BEGIN INSERT INTO contacts VALUES (OLD.id, NULL, 'Cem'); END").await;
    let id = host.open().await;
    let ended = host.run_whole(id).await;
    assert!(matches!(ended, Err(EngineError::Undeleted { left: 1, .. })), "{ended:?}");
}
