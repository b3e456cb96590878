//! A multichannel WhatsApp CRM for Europe, India and California.

use serde_json::{Value, json};

use crate::world::World;
use crate::{asked_at_meta, asked_by_operator, day, gone, labels, person, report, requests, system, written};

const APP: &str = "900000000000001";
const PRIYA_AT_META: &str = "10224400000001101";
const OMAR: &str = "omar@marigold-pantry.example.com";

#[tokio::test]
async fn p1_1_1_platform_users_and_meta_users_ask_and_the_page_says_who_may() {
    let world = system("p1", APP, "").await;
    let served = world.serve(&["--now", &written(day(0))]);
    let page = served.get("/instructions").await.is(200).body;
    assert!(page.contains("People who work in Lattice Inbox") && page.contains("Customers of a business"));
    let (_, own) = asked_by_operator(&served, person("email", OMAR, "1")).await;
    served.reaches(&own, "awaiting_backups").await;
    assert_eq!(world.number("SELECT count(*) FROM users WHERE id = 2").await, 0);
    let at_meta = asked_at_meta(&served, PRIYA_AT_META).await;
    served.reaches(&at_meta, "awaiting_backups").await;
    assert_eq!(world.number("SELECT count(*) FROM users WHERE id = 1").await, 0);
    let (_, all) = asked_by_operator(&served, json!({ "scope": "tenant", "tenant": "1" })).await;
    assert_eq!(served.reaches(&all, "awaiting_backups").await["scope"], "tenant");
    assert_eq!(world.number("SELECT count(*) FROM crm_contacts WHERE organisation_id = 1").await, 0);
    assert_ne!(world.number("SELECT count(*) FROM crm_contacts").await, 0, "another organisation's stay");
}

/// Asks by the command, as a host's own settings page does that has checked a password.
fn ask(world: &World, more: &[&str]) -> (Option<i32>, Value) {
    let now = written(day(0));
    let files = ["erase", "--policy", "policy.toml", "--map", "datamap.toml", "--store", "crm=sqlite:crm.db"];
    let who = [
        "--ledger",
        &world.ledger,
        "--channel",
        "self_service",
        "--tenant",
        "1",
        "--json",
        "--yes",
        "--now",
        &now,
    ];
    let call = world.call(&[&files[..], &who, more].concat());
    (call.status.code(), serde_json::from_slice(&call.stdout).unwrap())
}

#[tokio::test]
async fn p1_1_2_self_service_needs_the_password() {
    let world = system("p1", APP, "").await;
    let omar = format!("email={OMAR}");
    let (exit, report) = ask(&world, &["--identifier", &omar]);
    assert_eq!((exit, &report["state"]), (Some(1), &json!("awaiting_verification")));
    assert_eq!(world.number("SELECT count(*) FROM users WHERE id = 2").await, 1);
    let (exit, _) = ask(&world, &["--identifier", &omar, "--verified", "registered_email"]);
    assert_eq!(exit, Some(2), "a link to an address is no password");
    let (_, proven) = ask(&world, &["--identifier", &omar, "--verified", "password"]);
    assert_eq!(proven["state"], "awaiting_backups", "{proven}");
    assert_eq!(proven["request"], report["request"], "the proof counts for what was asked before");
    assert_eq!(world.number("SELECT count(*) FROM users WHERE id = 2").await, 0);
    let served = world.serve(&["--now", &written(day(0))]);
    let code = proven["code"].as_str().unwrap();
    assert!(!served.reaches(code, "awaiting_backups").await["dates"]["verified_at"].is_null());
}

#[tokio::test]
async fn p1_1_4_what_is_tied_to_an_id_at_meta_goes_within_30_days_with_code_and_address() {
    let world = system("p1", APP, "").await;
    let served = world.serve(&["--now", &written(day(0))]);
    let code = asked_at_meta(&served, PRIYA_AT_META).await;
    let status = served.reaches(&code, "awaiting_backups").await;
    assert_eq!(status["dates"]["complete_by"], json!(written(day(30))));
    assert!(labels(&status).contains(&"Passwords, passkeys and recovery codes"), "{status}");
    for sql in [
        "SELECT count(*) FROM users WHERE meta_user_id = '10224400000001101'",
        "SELECT count(*) FROM user_credentials WHERE user_id = 1",
        "SELECT count(*) FROM team_members WHERE user_id = 1",
        "SELECT count(*) FROM channel_tokens WHERE granted_by = 1",
    ] {
        assert_eq!(world.number(sql).await, 0, "{sql}");
    }
    assert_eq!(served.terminate(), Some(0));
    let served = world.serve(&["--now", &written(day(30))]);
    let ended = served.reaches(&code, "completed_with_retention").await;
    assert_eq!(ended["dates"]["ended_at"], json!(written(day(30))));
}

/// P2 promises it of tokens (2.6); this system has them by the person at Meta.
#[tokio::test]
async fn p2_2_6_tokens_die_with_a_deauthorisation_and_the_person_stays() {
    let world = system("p1", APP, "[meta]\non_deauthorize = [\"channels\"]\n").await;
    let served = world.serve(&["--now", &written(day(0))]);
    served.removal(&crate::signed_at(PRIYA_AT_META, day(0))).await.is(200);
    gone(&world, &served, "SELECT count(*) FROM channel_tokens WHERE granted_by = 1").await;
    assert_eq!(world.number("SELECT count(*) FROM users WHERE id = 1").await, 1);
    assert_eq!(world.number("SELECT count(*) FROM user_credentials WHERE user_id = 1").await, 2);
    let recorded = requests(&served).await;
    assert_eq!(recorded.len(), 1);
    let id = recorded[0]["request"].as_str().unwrap();
    let report = report(&served, id, |it| it["state"] != "running").await;
    assert_eq!(report["scope"], "categories=channels", "no erasure of the person: {report}");
}
