//! A WhatsApp CRM from Indonesia.

use serde_json::{Value, json};

use crate::world::World;
use crate::{day, report, requests, signed_at, system, written};

const BAYUS: &str = "SELECT count(*) FROM profiles WHERE member_id = 2";

async fn ruang_sapa() -> World {
    system("p2", "900000000000002", "").await
}

/// Bayu asks in his own settings, by a host that has checked his password or has yet to.
fn ask(world: &World, proof: &[&str]) -> Value {
    let now = written(day(0));
    let files = ["erase", "--policy", "policy.toml", "--map", "datamap.toml", "--store", "crm=sqlite:crm.db"];
    let how = [
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
    let who = ["--identifier", "email=bayu@warung-melati.example.com"];
    let call = world.call(&[&files[..], &how, &who, proof].concat());
    serde_json::from_slice(&call.stdout).unwrap()
}

#[tokio::test]
async fn p2_2_1_self_service_schedules_and_until_then_it_can_be_taken_back() {
    let world = ruang_sapa().await;
    let asked = ask(&world, &["--verified", "password"]);
    let code = asked["code"].as_str().unwrap();
    let served = world.serve(&["--now", &written(day(1))]);
    let status = served.reaches(code, "scheduled").await;
    assert_eq!(
        (&status["can_cancel"], &status["dates"]["begins_at"]),
        (&json!(true), &json!(written(day(7))))
    );
    assert_eq!(world.number(BAYUS).await, 1);
    let page = served.get(&format!("/status/{code}")).await.is(200);
    let cancelled = served.post(&format!("/status/{code}/cancel"), &[("token", &page.token())]).await;
    assert!(matches!(cancelled.status, 200 | 303), "{cancelled:?}");
    served.reaches(code, "cancelled").await;
    assert_eq!(served.terminate(), Some(0));
    let again = ask(&world, &["--verified", "password"]);
    let again = again["code"].as_str().unwrap();
    let served = world.serve(&["--now", &written(day(7))]);
    served.reaches(again, "completed_with_retention").await;
    assert_eq!(world.number(BAYUS).await, 0);
}

#[tokio::test]
async fn p2_2_5_done_within_30_days_of_receipt_and_longer_if_the_proof_takes_longer() {
    let world = ruang_sapa().await;
    let asked = ask(&world, &["--verified", "password"]);
    assert_eq!(asked["complete_by"], json!(written(day(30))), "{asked}");
    let world = ruang_sapa().await;
    let asked = ask(&world, &[]);
    assert_eq!(asked["state"], "awaiting_verification", "{asked}");
    let id = asked["request"].as_str().unwrap();
    let served = world.serve(&["--now", &written(day(5))]);
    served.operate(&format!("/requests/{id}/prove"), Some(json!({ "method": "password" }))).await.is(200);
    let proven = report(&served, id, |it| it["state"] == "scheduled").await;
    assert_eq!(proven["complete_by"], json!(written(day(35))), "five days were waited for the proof");
}

#[tokio::test]
async fn p2_2_6_revoking_the_app_at_meta_is_no_request() {
    let world = ruang_sapa().await;
    let served = world.serve(&["--now", &written(day(0))]);
    served.removal(&signed_at("218471", day(0))).await.is(200);
    let refused = served.callback(&signed_at("218471", day(0))).await;
    assert!((400..500).contains(&refused.status), "the policy opens no channel for Meta: {refused:?}");
    assert!(requests(&served).await.is_empty());
    assert_eq!(world.number("SELECT count(*) FROM members").await, 3);
}
