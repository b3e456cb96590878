//! The operators' routes: closed without a guard, and every decision said and written down.

use oubliette::door::http::{Doors, Guard};
use oubliette::request::Actor;
use reqwest::Method;
use reqwest::header::HeaderMap;
use serde_json::json;

use super::site::{POLICY, Site};

const ROUTES: [(Method, &str); 14] = [
    (Method::GET, "/requests"),
    (Method::POST, "/requests"),
    (Method::GET, "/requests/017f22e2-79b0-7cc3-98c4-dc0c0c07398f"),
    (Method::POST, "/requests/017f22e2-79b0-7cc3-98c4-dc0c0c07398f/prove"),
    (Method::POST, "/requests/017f22e2-79b0-7cc3-98c4-dc0c0c07398f/ask"),
    (Method::POST, "/requests/017f22e2-79b0-7cc3-98c4-dc0c0c07398f/approve"),
    (Method::POST, "/requests/017f22e2-79b0-7cc3-98c4-dc0c0c07398f/decide"),
    (Method::POST, "/requests/017f22e2-79b0-7cc3-98c4-dc0c0c07398f/refuse"),
    (Method::POST, "/requests/017f22e2-79b0-7cc3-98c4-dc0c0c07398f/extend"),
    (Method::POST, "/requests/017f22e2-79b0-7cc3-98c4-dc0c0c07398f/cancel"),
    (Method::POST, "/requests/017f22e2-79b0-7cc3-98c4-dc0c0c07398f/forward"),
    (Method::GET, "/holds"),
    (Method::POST, "/holds"),
    (Method::GET, "/due"),
];

#[tokio::test]
async fn without_a_guard_there_are_no_such_routes() {
    let site = Site::with(POLICY, |doors| doors).await;
    for (method, path) in ROUTES {
        let back = site.operate(method, path, Some(json!({}))).await;
        assert_eq!(back.status.as_u16(), 404, "{path}");
    }
}

#[tokio::test]
async fn whoever_the_guard_does_not_know_is_told_nothing() {
    let site = Site::new().await;
    for (method, path) in ROUTES {
        let path = format!("/privacy/operator{path}");
        let headers = [("content-type", "application/json")];
        let back = site.send(method, &path, &headers, "not even JSON".to_owned()).await;
        assert_eq!(back.problem(), (401, "unauthorized".to_owned()), "{path}");
        assert_eq!(back.header("www-authenticate"), "Bearer");
    }
}

#[tokio::test]
async fn an_operator_opens_a_request_and_sees_it_listed_without_whom_it_is_about() {
    let site = Site::new().await;
    let asked = json!({
        "identifiers": [{ "kind": "email", "value": "ana@example.com" }, { "kind": "phone", "value": "+91 98765 43210" }],
        "all_tenants": true,
    });
    let opened = site.operate(Method::POST, "/requests", Some(asked.clone())).await;
    assert_eq!(opened.status.as_u16(), 201, "{}", opened.body);
    let (id, code) = (opened.json()["request"].clone(), opened.json()["confirmation_code"].clone());
    let again = site.operate(Method::POST, "/requests", Some(asked)).await;
    assert_eq!((again.status.as_u16(), again.json()["request"].clone()), (200, id.clone()));
    let id = id.as_str().unwrap();

    let list = site
        .operate(Method::GET, "/requests?state=received&channel=operator&due_within=31%20days", None)
        .await;
    assert_eq!(list.json()["requests"][0]["request"], id);
    let shown = site.operate(Method::GET, &format!("/requests/{id}"), None).await;
    assert_eq!(shown.json()["state"], "received");
    for query in ["state=completed", "channel=meta", "due_within=1%20day", &format!("after={id}")] {
        let list = site.operate(Method::GET, &format!("/requests?{query}"), None).await;
        assert_eq!(list.json()["requests"], json!([]), "{query}");
    }
    for back in [&list, &shown] {
        for personal in ["ana@", "98765", code.as_str().unwrap()] {
            assert!(!back.body.contains(personal), "{personal} in {}", back.body);
        }
    }
    assert_eq!(site.get(&format!("/status/{}", code.as_str().unwrap())).await.status.as_u16(), 200);
    site.work().await;
    assert_eq!(site.world.store.rows("contacts").len(), 1);
}

#[tokio::test]
async fn lists_come_in_pages() {
    let site = Site::new().await;
    for user in 1..=5 {
        site.asked(&user.to_string()).await;
    }
    let (mut seen, mut after) = (Vec::new(), String::new());
    loop {
        let page = site.operate(Method::GET, &format!("/requests?limit=2{after}"), None).await.json();
        seen.extend(page["requests"].as_array().unwrap().iter().map(|it| it["request"].to_string()));
        match page["next"].as_str() {
            Some(next) => after = format!("&after={next}"),
            None => break,
        }
    }
    let all = seen.len();
    seen.sort();
    seen.dedup();
    assert_eq!((seen.len(), all), (5, 5));
    for query in ["limit=0", "limit=1001", "limit=x", "state=done", "after=x", "due_within=soon", "name=ana"]
    {
        let back = site.operate(Method::GET, &format!("/requests?{query}"), None).await;
        assert_eq!(back.problem(), (400, "bad_query".to_owned()), "{query}");
        assert!(!back.body.contains("ana") && !back.body.contains("soon"), "{}", back.body);
    }
}

#[tokio::test]
async fn what_is_overdue_is_told_from_what_will_be_soon() {
    let site = Site::new().await;
    site.asked("1").await;
    let due = async |query: &str| site.operate(Method::GET, &format!("/due{query}"), None).await.json();
    let counts = |json: &serde_json::Value| {
        (json["overdue"].as_array().unwrap().len(), json["soon"].as_array().unwrap().len())
    };
    assert_eq!(counts(&due("").await), (0, 0));
    assert_eq!(counts(&due("?within=31%20days").await), (0, 1));
    site.world.clock.set(super::support::now() + chrono::TimeDelta::days(31));
    assert_eq!(counts(&due("").await), (1, 0));
    assert_eq!(site.operate(Method::GET, "/due?x=1", None).await.status.as_u16(), 400);
}

/// A guard that knows its staff by name.
struct Names;

#[async_trait::async_trait]
impl Guard for Names {
    async fn allow(&self, headers: &HeaderMap) -> Option<Actor> {
        headers.get("authorization").map(|_| Actor::operator("Q. Roe"))
    }
}

async fn opened(site: &Site, email: &str) -> String {
    let asked = json!({ "identifiers": [{ "kind": "email", "value": email }], "all_tenants": true });
    let back = site.operate(Method::POST, "/requests", Some(asked)).await;
    back.json()["request"].as_str().unwrap_or_else(|| panic!("{}", back.body)).to_owned()
}

#[tokio::test]
async fn decisions_are_taken_and_shown() {
    let policy = POLICY.replace(
        "[channels.operator]\nverify = []",
        "[channels.operator]\nverify = [\"operator_attestation\"]\napproval = \"operator\"",
    );
    let site = Site::with(&policy, |doors: Doors| doors.with_guard(Names)).await;
    let post = async |id: &str, verb: &str, body| {
        site.operate(Method::POST, &format!("/requests/{id}/{verb}"), Some(body)).await
    };
    let id = opened(&site, "ana@example.com").await;
    site.work().await;
    let proven = post(&id, "prove", json!({ "method": "operator_attestation" })).await;
    assert_eq!(
        (proven.status.as_u16(), proven.json()["state"].clone()),
        (200, json!("awaiting_verification"))
    );
    site.work().await;
    let doubted = post(&id, "ask", json!({ "reason": "The signature differs." })).await;
    assert_eq!(
        (doubted.status.as_u16(), doubted.json()["state"].clone()),
        (200, json!("awaiting_verification"))
    );
    post(&id, "prove", json!({ "method": "operator_attestation" })).await;
    site.work().await;
    let shown = site.operate(Method::GET, &format!("/requests/{id}"), None).await.json();
    assert_eq!(shown["state"], "awaiting_approval");
    let later = super::support::now() + chrono::TimeDelta::days(45);
    let extended = post(&id, "extend", json!({ "reason": "Many requests.", "until": later })).await;
    assert_eq!(extended.json()["complete_by"], json!(later));
    let other = post(&id, "approve", json!({ "plan": "0".repeat(64) })).await;
    assert_eq!(other.problem(), (409, "other_plan".to_owned()));
    let approved = post(&id, "approve", json!({ "plan": shown["plan_hash"] })).await;
    assert_eq!(approved.status.as_u16(), 200, "{}", approved.body);
    site.work().await;
    assert_eq!(site.world.store.rows("contacts").len(), 1);

    for (email, verb, body, state) in [
        (
            "ben@example.com",
            "refuse",
            json!({ "reason": "Not the person.", "citation": "GDPR, Art. 12(6)" }),
            "refused",
        ),
        ("eve@example.com", "forward", json!({ "to": "Acme" }), "forwarded"),
        ("eva@example.com", "cancel", json!({}), "cancelled"),
    ] {
        let id = opened(&site, email).await;
        let back = post(&id, verb, body).await;
        assert_eq!(
            (back.status.as_u16(), back.json()["state"].clone()),
            (200, json!(state)),
            "{}",
            back.body
        );
        let again = post(&id, "cancel", json!({})).await;
        assert_eq!(again.problem(), (409, "not_possible".to_owned()));
    }
}

#[tokio::test]
async fn what_cannot_be_done_says_why_and_changes_nothing() {
    let site = Site::new().await;
    let id = opened(&site, "ana@example.com").await;
    let unknown = "017f22e2-79b0-7cc3-98c4-dc0c0c07398f";
    for (path, body, expected) in [
        (format!("/requests/{id}/refuse"), json!({ "reason": " " }), (422, "no_reason")),
        (format!("/requests/{id}/refuse"), json!({}), (400, "unreadable_body")),
        (
            format!("/requests/{id}/refuse"),
            json!({ "reason": "x", "because": "y" }),
            (400, "unreadable_body"),
        ),
        (format!("/requests/{id}/prove"), json!({ "method": "password" }), (422, "unlisted_method")),
        (format!("/requests/{id}/approve"), json!({ "plan": "x" }), (400, "unreadable_body")),
        (format!("/requests/{id}/approve"), json!({ "plan": "0".repeat(64) }), (409, "other_plan")),
        (
            format!("/requests/{id}/decide"),
            json!({ "question": 1, "answer": "take", "reason": "r" }),
            (409, "no_question"),
        ),
        (
            format!("/requests/{id}/extend"),
            json!({ "reason": "r", "until": "2020-01-01T00:00:00Z" }),
            (409, "no_extension"),
        ),
        (format!("/requests/{unknown}/cancel"), json!({}), (404, "unknown_request")),
        ("/requests/ana@example.com/cancel".to_owned(), json!({}), (400, "no_request_id")),
        ("/requests".to_owned(), json!({}), (422, "no_request")),
        (
            "/requests".to_owned(),
            json!({ "identifiers": [{ "kind": "email", "value": "ana" }] }),
            (422, "no_identifier"),
        ),
        (
            "/requests".to_owned(),
            json!({ "identifiers": [{ "kind": "bsuid", "value": "IN.1234" }], "all_tenants": true }),
            (422, "no_plan_possible"),
        ),
        (
            "/holds".to_owned(),
            json!({ "matter": "", "authority": "Court", "scope": "everything" }),
            (422, "no_hold"),
        ),
        (
            "/holds".to_owned(),
            json!({ "matter": "7", "authority": "-", "scope": "everything" }),
            (422, "no_reason"),
        ),
        (
            "/holds".to_owned(),
            json!({ "matter": "7", "authority": "Court", "scope": { "subject": [] } }),
            (422, "no_hold"),
        ),
        ("/holds/7/release".to_owned(), json!({}), (404, "unknown_matter")),
    ] {
        let back = site.operate(Method::POST, &path, Some(body)).await;
        assert_eq!(back.problem(), (expected.0, expected.1.to_owned()), "{path}: {}", back.body);
        assert!(!back.body.contains("ana"), "{}", back.body);
    }
    let shown = site.operate(Method::GET, &format!("/requests/{id}"), None).await.json();
    assert_eq!((shown["state"].clone(), site.requests().await), (json!("received"), 1));
}

#[tokio::test]
async fn holds_are_placed_listed_without_whom_they_are_on_and_released() {
    let site = Site::new().await;
    let id = opened(&site, "ana@example.com").await;
    let scopes = [
        json!({ "subject": [{ "kind": "email", "value": "ana@example.com" }] }),
        json!({ "tenant": "acme-of-ana" }),
        json!({ "category": "tokens" }),
        json!("everything"),
    ];
    for (number, scope) in scopes.iter().enumerate() {
        let matter = format!("Case {number}/2026");
        let hold =
            json!({ "matter": matter, "authority": "High Court", "scope": scope, "review": "2027-06-01" });
        let back = site.operate(Method::POST, "/holds", Some(hold)).await;
        assert_eq!(back.status.as_u16(), 201, "{}", back.body);
    }
    site.work().await;
    assert_eq!(site.world.store.rows("contacts").len(), 2, "held");
    let list = site.operate(Method::GET, "/holds", None).await;
    let scopes: Vec<_> =
        list.json()["holds"].as_array().unwrap().iter().map(|it| it["scope"].clone()).collect();
    assert_eq!(scopes, [json!("subject"), json!("tenant"), json!("category"), json!("everything")]);
    assert_eq!(list.json()["holds"][2]["category"], "tokens");
    assert!(!list.body.contains("ana"), "{}", list.body);
    for number in 0..4 {
        let path = format!("/holds/Case%20{number}%2F2026/release");
        let back = site.operate(Method::POST, &path, None).await;
        assert_eq!(back.status.as_u16(), 200, "{}", back.body);
    }
    site.work().await;
    assert_eq!(site.world.store.rows("contacts").len(), 1);
    let shown = site.operate(Method::GET, &format!("/requests/{id}"), None).await.json();
    assert_eq!(shown["state"], "completed");
}
