//! From a callback to an emptied store, with all that a person and an operator see on the way.

use serde_json::json;

use crate::world::{BASE, SECRET, Served, World, code, sign, signed};
use crate::{ANAS, APP, MAP, MESSAGES, PEOPLE, POLICY, ROWS, world};

/// Whether nothing of Ana's stands in what the process wrote.
#[track_caller]
fn assert_discreet(world: &World) {
    let log = std::fs::read_to_string(world.path("log")).unwrap();
    for canary in ["canary", "218471", "the secret", "token-for"] {
        assert!(!log.contains(canary), "{log}");
    }
}

#[tokio::test]
async fn a_signed_callback_is_answered_shown_and_carried_out() {
    let world = world().await;
    let served = world.serve(&[]);
    let asked = signed("218471");
    let code = code(&served.callback(&asked).await.is(200));
    let again = crate::world::code(&served.callback(&asked).await.is(200));
    let page = served.get(&format!("/status/{code}")).await.is(200);
    assert!(page.body.contains("You asked Example CRM to remove the data about you."), "{page:?}");
    let status = served.reaches(&code, "completed").await;
    assert_eq!(status["categories"][0]["label"], "Contacts", "{status}");
    // Once it has ended, who asked is forgotten, and their first code with them: another one then leads to the same request.
    assert_eq!(served.reaches(&again, "completed").await["dates"], status["dates"]);
    let hindi = served.data(&format!("/status/{code}?lang=hi")).await;
    assert_eq!(hindi["categories"][0]["label"], "संपर्क");
    assert_eq!(
        (world.number(ANAS).await, world.number(PEOPLE).await, world.number(MESSAGES).await),
        (0, 1, 1)
    );
    for (secret, status) in [("the secret before", 200), ("a guess", 400)] {
        served.callback(&sign(secret, r#"{"algorithm":"HMAC-SHA256","user_id":"77"}"#)).await.is(status);
    }
    assert_eq!(served.terminate(), Some(0));
    assert_discreet(&world);
}

#[tokio::test]
async fn whoever_runs_it_sees_that_it_lives_and_that_its_ledger_answers() {
    let world = world().await;
    let served = world.serve(&["--json"]);
    assert_eq!(served.get("/healthz").await.is(200).body, "ok\n");
    assert_eq!(served.get("/readyz").await.is(200).body, "ready\n");
    served.get("/nowhere").await.is(404);
    assert!(served.get("/instructions").await.is(200).body.contains("Contacts"));
    assert_eq!(served.terminate(), Some(0));
}

#[tokio::test]
async fn a_request_by_an_address_is_proven_by_the_link_that_is_sent_there() {
    let world = world().await;
    let served = world.serve(&[]);
    served.post("/request", &[("email", "canary.ana@example.com"), ("scope", "subject")]).await.is(200);
    let letter = world.mail("Please show that it is you").await;
    assert_eq!(letter.to, "canary.ana@example.com");
    let link = letter.link("/prove/");
    served.get(&link).await.is(200);
    assert_eq!(world.number(ANAS).await, 1, "a link that is only opened proves nothing");
    served.post(&link, &[]).await.is(200);
    crate::world::until(
        async || (world.number(ANAS).await == 0).then_some(()),
        || "she is still there".to_owned(),
    )
    .await;
    let names = std::fs::read_dir(world.path("outbox")).unwrap();
    for name in names.map(|it| it.unwrap().file_name().into_string().unwrap()) {
        assert!(!name.contains("canary") && !name.contains('@'), "{name}");
    }
    assert_eq!(served.terminate(), Some(0));
    assert_discreet(&world);
}

/// A request by an operator for Ben, by its id.
async fn asked_by_operator(served: &Served) -> String {
    let body =
        json!({ "identifiers": [{ "kind": "email", "value": "ben@example.com" }], "scope": "subject" });
    let opened = served.operate("/requests", Some(body)).await;
    assert!((200..300).contains(&opened.status), "{opened:?}");
    opened.json()["request"].as_str().unwrap_or_else(|| panic!("{opened:?}")).to_owned()
}

#[tokio::test]
async fn operators_need_the_token_and_without_one_in_the_file_they_have_no_routes() {
    let world = world().await;
    let served = world.serve(&[]);
    served.get("/operator/requests").await.is(401);
    let id = asked_by_operator(&served).await;
    let listed = served.operate("/requests", None).await.is(200);
    assert!(listed.body.contains(&id), "{listed:?}");
    assert_eq!(served.terminate(), Some(0));
    let closed = World::new(POLICY, MAP, ROWS, APP).await;
    let served = closed.serve(&[]);
    served.operate("/requests", None).await.is(404);
    assert_eq!(served.terminate(), Some(0));
}

#[tokio::test]
async fn what_is_open_when_it_stops_goes_on_when_it_starts_again() {
    let world = world().await;
    let served = world.serve(&["--now", "2026-11-01T00:00:00Z"]);
    let id = asked_by_operator(&served).await;
    let state = |back: crate::world::Back| back.is(200).json()["state"].clone();
    crate::world::until(
        async || (state(served.operate(&format!("/requests/{id}"), None).await) == "scheduled").then_some(()),
        || "not scheduled".to_owned(),
    )
    .await;
    assert_eq!(served.terminate(), Some(0));
    assert_eq!(world.number(PEOPLE).await, 2, "three days of grace");
    let served = world.serve(&["--now", "2026-11-05T00:00:00Z"]);
    crate::world::until(
        async || (state(served.operate(&format!("/requests/{id}"), None).await) == "completed").then_some(()),
        || "not completed".to_owned(),
    )
    .await;
    assert_eq!((world.number(PEOPLE).await, world.number(ANAS).await), (1, 1));
    assert_eq!(served.terminate(), Some(0));
}

/// Whatever the process was at when it was killed: who had a code has one still, and it ends once the lease of the dead is over.
#[tokio::test]
async fn what_was_answered_survives_a_kill() {
    let world = world().await;
    let served = world.serve(&["--now", "2026-11-01T00:00:00Z"]);
    let callback = |user: &str| sign(SECRET, &format!(r#"{{"algorithm":"HMAC-SHA256","user_id":"{user}"}}"#));
    let mut codes = Vec::new();
    for user in ["218471", "5", "90", "91", "92", "93", "94", "95"] {
        codes.push(code(&served.callback(&callback(user)).await.is(200)));
    }
    drop(served);
    let served = world.serve(&["--now", "2026-11-01T01:00:00Z"]);
    for (place, code) in codes.iter().enumerate() {
        served.reaches(code, if place < 2 { "completed" } else { "nothing_held" }).await;
    }
    assert_eq!((world.number(PEOPLE).await, world.number(MESSAGES).await), (0, 0));
    assert_eq!(served.terminate(), Some(0));
    assert_discreet(&world);
}

/// Nothing listens, and nothing is made, where the file is wrong.
#[tokio::test]
async fn a_service_file_that_is_wrong_is_refused_before_anything_is_made() {
    let mut world = world().await;
    for (right, wrong, words) in [
        ("base_url", "base_urll", "`base_urll`: there is no such key here"),
        ("OPERATOR_TOKEN", "NOBODY_SET_THIS", "the environment variable `NOBODY_SET_THIS` is not set"),
        ("dir:outbox", "smtp://mail.example", "comes with a later version"),
        (BASE, "http://crm.example", "`base_url`: the address of the status page is not HTTPS"),
    ] {
        let file = world.service.clone();
        world.service = file.replace(right, wrong);
        let refused = world.refused();
        let told = String::from_utf8(refused.stderr).unwrap();
        assert_eq!((refused.status.code(), refused.stdout.as_slice()), (Some(2), &b""[..]), "{told}");
        assert!(told.contains(words), "no `{words}` in: {told}");
        assert!(!world.path("ledger.db").exists() && !world.path("outbox").exists(), "{wrong}");
        world.service = file;
    }
}
