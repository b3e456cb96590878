//! WhatsApp communication and automation from India.

use serde_json::{Value, json};

use crate::world::World;
use crate::{asked_by_operator, day, gone, person, report, requests, system, written};

/// With the confirmation step on the web that 3.8 speaks of.
const CONFIRMED: &str = "[channels.self_service]\nverify = [\"registered_email\", \"number_ownership\"]\n";

async fn nudgewire(more: &str) -> World {
    system("p3", "900000000000003", more).await
}

#[tokio::test]
async fn p3_3_2_data_of_one_number_or_the_entire_account() {
    let world = nudgewire("").await;
    let served = world.serve(&["--now", &written(day(0))]);
    let (_, number) = asked_by_operator(&served, person("phone", "+919876543901", "1")).await;
    let number = served.reaches(&number, "awaiting_backups").await;
    assert_eq!(
        (&number["scope"], world.number("SELECT count(*) FROM users WHERE account_id = 1").await),
        (&json!("subject"), 2)
    );
    assert_eq!(world.number("SELECT count(*) FROM connected_numbers WHERE account_id = 1").await, 1);
    let (_, account) = asked_by_operator(&served, json!({ "scope": "tenant", "tenant": "1" })).await;
    let account = served.reaches(&account, "awaiting_backups").await;
    assert_eq!(
        (&account["scope"], world.number("SELECT count(*) FROM users WHERE account_id = 1").await),
        (&json!("tenant"), 0)
    );
    assert_eq!(world.number("SELECT count(*) FROM connected_numbers").await, 1, "another account's");
}

#[tokio::test]
async fn p3_3_4_configuration_logs_content_and_delivery_go_with_the_account() {
    let world = nudgewire("").await;
    let served = world.serve(&["--now", &written(day(0))]);
    let page = served.get("/instructions").await.is(200).body;
    assert!(page.contains("Webhooks, automations and template metadata") && page.contains("Message content"));
    let (_, code) = asked_by_operator(&served, json!({ "scope": "tenant", "tenant": "1" })).await;
    served.reaches(&code, "awaiting_backups").await;
    for sql in [
        "SELECT count(*) FROM webhooks WHERE account_id = 1",
        "SELECT count(*) FROM automations WHERE account_id = 1",
        "SELECT count(*) FROM templates WHERE account_id = 1",
        "SELECT count(*) FROM message_logs WHERE account_id = 1",
        "SELECT count(*) FROM message_contents WHERE log_id <= 5",
        "SELECT count(*) FROM delivery_receipts WHERE account_id = 1",
    ] {
        assert_eq!(world.number(sql).await, 0, "{sql}");
    }
    assert_ne!(world.number("SELECT count(*) FROM message_logs").await, 0, "another account's");
}

#[tokio::test]
async fn p3_3_8_the_registered_address_or_the_number_itself_proves_it() {
    let world = nudgewire(CONFIRMED).await;
    let served = world.serve(&["--now", &written(day(0))]);
    served.post("/request", &[("email", "meera@paperboat.example.in")]).await.is(200);
    let letter = world.mail("Please show that it is you").await;
    assert_eq!(letter.to, "meera@paperboat.example.in");
    let step = served.post("/request", &[("phone", "+91 98765 43902")]).await.is(303).leads();
    let letters = world.mails();
    let sent = letters.iter().find(|it| it.to == "+919876543902").unwrap_or_else(|| panic!("{letters:?}"));
    let code = sent.text.split(|it: char| !it.is_ascii_digit()).find(|it| it.len() == 6).unwrap();
    let wrong = if code == "000000" { "000001" } else { "000000" };
    served.post(&step, &[("code", wrong)]).await.is(400);
    tokio::time::sleep(std::time::Duration::from_secs(2)).await;
    assert_eq!(
        world.number("SELECT count(*) FROM users WHERE id = 1").await,
        1,
        "nobody has proven anything"
    );
    assert_eq!(world.number("SELECT count(*) FROM connected_numbers WHERE id = 2").await, 1);
    served.post(&step, &[("code", code)]).await.is(200);
    gone(&world, &served, "SELECT count(*) FROM connected_numbers WHERE id = 2").await;
    served.post(&letter.link("/prove/"), &[]).await.is(200);
    gone(&world, &served, "SELECT count(*) FROM users WHERE id = 1").await;
}

#[tokio::test]
async fn p3_3_9_the_30_days_are_counted_from_the_proof() {
    let world = nudgewire(CONFIRMED).await;
    let served = world.serve(&["--now", &written(day(0))]);
    served.post("/request", &[("email", "meera@paperboat.example.in")]).await.is(200);
    let letter = world.mail("Please show that it is you").await;
    let [request] = &requests(&served).await[..] else { panic!("one request") };
    let id = request["request"].as_str().unwrap().to_owned();
    let waiting = report(&served, &id, |it| it["state"] == "awaiting_verification").await;
    assert_eq!(waiting["complete_by"], Value::Null);
    assert_eq!(served.terminate(), Some(0));
    let served = world.serve(&["--now", &written(day(1))]);
    served.post(&letter.link("/prove/"), &[]).await.is(200);
    let proven = report(&served, &id, |it| it["state"] == "awaiting_backups").await;
    assert_eq!(proven["complete_by"], json!(written(day(31))));
}
