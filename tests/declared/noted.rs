//! What was noted is looked at again: whether it is the same record, and whose it is by now.

use oubliette::request::{Outcome, RequestState};

use crate::fuse::Fuse;
use crate::host::Host;

const POLICY: &str = r#"
    name = "Test"
    version = "1"
    [channels.operator]
    [[category]]
    id = "contacts"
    on_erasure = "erase"
    [[category]]
    id = "billing"
    on_erasure = "retain"
    retain = [{ ground = "tax_law", citation = "an act, s. 1", period = "700 years", start = "issued" }]
"#;

/// A bill would keep the group that it names as a shell.
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
    name = "bills"
    key = "id"
    category = "billing"
    owned_by = [{ field = "contact_id", of = "contacts" }]
    mentions = [{ field = "group_id", of = "groups", clear = [] }]
    events = { issued = { field = "issued", as = "date" } }
"#;

const TABLES: &str = "
    CREATE TABLE contacts (id INTEGER PRIMARY KEY, phone TEXT);
    CREATE TABLE groups (id INTEGER PRIMARY KEY, title TEXT, made TEXT);
    CREATE TABLE memberships (id INTEGER PRIMARY KEY, contact_id INTEGER, group_id INTEGER);
    CREATE TABLE bills (id INTEGER PRIMARY KEY, contact_id INTEGER, group_id INTEGER REFERENCES groups, issued TEXT);
    INSERT INTO contacts VALUES (1, '+919876543210'), (2, '+15550001111');
    INSERT INTO groups VALUES (5, 'of Ana', '2026-01-01');
    INSERT INTO memberships VALUES (1, 1, 5);";

/// A group of nobody's gets the key of the one that is gone, as SQLite gives the last key again.
#[tokio::test]
async fn a_key_that_was_given_again_is_another_record() {
    let mut given_again = 0;
    for after_the_work in [false, true] {
        for blows_at in 0.. {
            let host = Host::new(POLICY, MAP, TABLES).await;
            let id = host.open().await;
            let died = host.run(id, &Fuse::new(blows_at, after_the_work)).await.is_none();
            let is_gone = host.number("SELECT count(*) FROM groups").await == 0;
            if is_gone {
                host.change("INSERT INTO groups VALUES (5, 'of nobody', '2030-01-01')").await;
                given_again += u32::from(died);
            }
            let report = host.run_whole(id).await.unwrap();
            assert_eq!(report.state, RequestState::Completed);
            let left = host.number("SELECT count(*) FROM groups WHERE title = 'of nobody'").await;
            assert_eq!(left, i64::from(is_gone), "died at {blows_at}, after the work: {after_the_work}");
            assert_eq!(host.number("SELECT count(*) FROM groups WHERE title = 'of Ana'").await, 0);
            if !died {
                break;
            }
        }
    }
    assert!(given_again > 5, "only {given_again} runs died after the group was gone");
}

#[tokio::test]
async fn a_group_that_somebody_joined_between_two_tries_is_left_and_said_to_be() {
    let (mut joined, mut said) = (0, 0);
    for after_the_work in [false, true] {
        for blows_at in 0.. {
            let host = Host::new(POLICY, MAP, TABLES).await;
            let id = host.open().await;
            let died = host.run(id, &Fuse::new(blows_at, after_the_work)).await.is_none();
            if !died {
                break;
            }
            let is_there = host.number("SELECT count(*) FROM groups").await == 1;
            if is_there {
                host.change("INSERT INTO memberships VALUES (2, 2, 5)").await;
                joined += 1;
            }
            let report = host.run_whole(id).await.unwrap();
            let at = format!("died at {blows_at}, after the work: {after_the_work}: {report:#?}");
            assert_eq!(report.state, RequestState::Completed, "{at}");
            let left = host.number("SELECT count(*) FROM groups WHERE title = 'of Ana'").await;
            assert_eq!(left, i64::from(is_there), "{at}");
            let of_groups = report.steps.iter().filter(|step| step.collection == "groups");
            let is_said = report
                .warnings
                .iter()
                .any(|it| it.starts_with("1 records of `groups`") && it.ends_with("were left"));
            if is_there {
                assert_eq!((report.shells, is_done(of_groups)), (0, false), "{at}");
                said += u32::from(is_said);
            } else {
                assert!(!is_said, "{at}");
            }
        }
    }
    assert!(joined > 20 && said > 5, "joined {joined} times, and said {said} times");
}

fn is_done<'a>(mut steps: impl Iterator<Item = &'a oubliette::engine::StepReport>) -> bool {
    steps.any(|step| matches!(step.outcome, Outcome::Erased | Outcome::Anonymized | Outcome::Cleared))
}
