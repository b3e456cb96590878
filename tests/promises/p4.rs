//! A desk that takes clients on board for WhatsApp Business.

use std::time::Duration;

use serde_json::json;

use crate::world::{World, sign};
use crate::{asked_by_operator, day, requests, signed_at, system, written};

async fn porchlight() -> World {
    system("p4", "900000000000004", "").await
}

#[tokio::test]
async fn p4_4_1_logins_and_onboarding_with_its_confidential_tokens() {
    let world = porchlight().await;
    let served = world.serve(&["--now", &written(day(0))]);
    let asked = |email: &str| json!({ "identifiers": [{ "kind": "email", "value": email }], "verified": ["registered_email"] });
    let (_, login) = asked_by_operator(&served, asked("kofi@porchlight.example.com")).await;
    served.reaches(&login, "completed_with_retention").await;
    for sql in [
        "SELECT count(*) FROM crm_users WHERE username LIKE 'kofi@%' OR display_name = 'Kofi Danso'",
        "SELECT count(*) FROM login_activity WHERE ip_address = '203.0.113.52'",
        "SELECT count(*) FROM user_secrets WHERE user_id = 2",
        "SELECT count(*) FROM user_sessions WHERE user_id = 2",
    ] {
        assert_eq!(world.number(sql).await, 0, "{sql}");
    }
    assert_eq!(
        world.number("SELECT count(*) FROM crm_users").await,
        3,
        "de-identified: the trail has somebody to point to"
    );
    let (_, client) = asked_by_operator(&served, asked("sol@velvet-bicycle.example.org")).await;
    let client = format!("/status/{client}");
    crate::gone(&world, &served, "SELECT count(*) FROM waba_assets WHERE client_id = 1").await;
    crate::gone(
        &world,
        &served,
        "SELECT count(*) FROM signup_sessions WHERE auth_code LIKE 'AQBexample1_' AND client_id = 1",
    )
    .await;
    assert!(!served.get(&client).await.is(200).body.contains("AQBexample"));
}

#[tokio::test]
async fn p4_4_2_the_page_says_whom_to_ask_and_what_to_give() {
    let world = porchlight().await;
    let served = world.serve(&[]);
    let page = served.get("/instructions").await.is(200).body;
    for words in ["The administrator who gave you your login", "the e-mail address of your login"] {
        assert!(page.contains(words), "{words}");
    }
    served.get("/request").await.is(404);
}

#[tokio::test]
async fn p4_4_4_a_deactivation_opens_no_request() {
    let world = porchlight().await;
    let served = world.serve(&["--now", &written(day(0))]);
    world.execute("UPDATE crm_users SET status = 'deactivated' WHERE id = 2").await;
    tokio::time::sleep(Duration::from_secs(3)).await;
    assert!(requests(&served).await.is_empty());
    assert_eq!(world.number("SELECT count(*) FROM crm_users WHERE username LIKE 'kofi@%'").await, 1);
    assert_eq!(world.number("SELECT count(*) FROM user_secrets WHERE user_id = 2").await, 1);
}

#[tokio::test]
async fn p4_4_5_taking_access_away_at_meta_is_no_erasure() {
    let world = porchlight().await;
    let served = world.serve(&["--now", &written(day(0))]);
    served.removal(&signed_at("218471", day(0))).await.is(200);
    let by_a_page = r#"{"algorithm":"HMAC-SHA256","profile_id":"710000000000001"}"#;
    served.callback(&sign(crate::world::SECRET, by_a_page)).await.is(200);
    served.removal(&sign("a guess", by_a_page)).await.is(400);
    tokio::time::sleep(Duration::from_secs(3)).await;
    assert!(requests(&served).await.is_empty());
    assert_eq!(world.number("SELECT count(*) FROM clients").await, 2);
    assert_eq!(world.number("SELECT count(*) FROM signup_sessions WHERE access_token IS NOT NULL").await, 2);
}
