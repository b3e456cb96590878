//! Where a request stands, for whoever has its code, and cancelling it.

use oubliette::code::ConfirmationCode;
use oubliette::hold::{HoldScope, LegalHold, PlacedHold};
use oubliette::request::{Actor, RequestState};
use reqwest::Method;

use super::site::{Back, POLICY, Site};

/// Words that would say of somebody's data that it is not there any more.
const DONE: [&str; 4] = ["erased", "has been deleted", "is deleted", "nothing about you"];

fn headers_but_length(back: &Back) -> Vec<(String, String)> {
    let kept = back.headers.iter().filter(|(name, _)| *name != "content-length" && *name != "date");
    kept.map(|(name, value)| (name.to_string(), value.to_str().unwrap().to_owned())).collect()
}

#[tokio::test]
async fn a_request_is_shown_as_page_and_as_json() {
    let site = Site::new().await;
    let code = site.asked("218471").await;
    for expected in ["received", "completed"] {
        let json = site.get_json(&format!("/status/{code}")).await;
        assert_eq!((json.status.as_u16(), json.header("content-type")), (200, "application/json"));
        assert_eq!(json.json()["state"], expected);
        assert!(json.body.starts_with(&format!(r#"{{"state":"{expected}""#)), "the state stands first");
        let page = site.get(&format!("/status/{code}")).await;
        assert_eq!((page.status.as_u16(), page.header("content-type")), (200, "text/html; charset=utf-8"));
        let message = json.json()["message"].as_str().unwrap().to_owned();
        assert!(page.body.contains(&message.replace('\'', "&#39;")), "{message}");
        for secret in ["218471", "ana@example.com", "9876543210", code.as_str()] {
            assert!(!page.body.contains(secret) && !json.body.contains(secret), "{secret}");
        }
        site.work().await;
    }
}

#[tokio::test]
async fn a_code_is_read_as_people_write_it() {
    let site = Site::new().await;
    let code: ConfirmationCode = site.asked("218471").await.parse().unwrap();
    for typed in [code.grouped(), code.grouped().to_lowercase(), format!("%20{}%20", code.as_str())] {
        assert_eq!(site.get(&format!("/status/{typed}")).await.status.as_u16(), 200, "{typed}");
    }
}

#[tokio::test]
async fn a_code_that_was_never_given_differs_in_its_words_alone() {
    let site = Site::new().await;
    let known = site.get(&format!("/status/{}", site.asked("218471").await)).await;
    let never = ConfirmationCode::from_entropy([9; 16]);
    let unknown = site.get(&format!("/status/{}", never.as_str())).await;
    assert_eq!(unknown.status.as_u16(), 404);
    assert_eq!(headers_but_length(&known), headers_but_length(&unknown));
    let json = site.get_json(&format!("/status/{}", never.as_str())).await;
    assert_eq!(json.problem(), (404, "unknown_code".to_owned()));
    assert!(json.body.contains("we do not know this code"));
    let mistyped =
        [site.get("/status/hello").await, site.get(&format!("/status/{}", &never.as_str()[1..])).await];
    let mistyped_json = site.get_json("/status/hello").await;
    assert_eq!(mistyped_json.problem(), (400, "mistyped_code".to_owned()));
    for back in mistyped.iter().chain([&unknown, &json, &mistyped_json]) {
        let body = back.body.to_lowercase();
        assert!(!DONE.iter().any(|word| body.contains(word)), "{body}");
        assert!(!body.contains(&never.as_str().to_lowercase()) && !body.contains("hello"), "{body}");
    }
    for back in mistyped {
        assert_eq!(back.status.as_u16(), 400);
    }
}

#[tokio::test]
async fn every_end_has_its_page() {
    let site = Site::new().await;
    let mut codes = Vec::new();
    for user in ["218471", "5", "77", "78", "79"] {
        codes.push(site.asked(user).await);
    }
    let id = async |at: usize| {
        let code = codes[at].parse().unwrap();
        site.engine.registry().find(&code).await.unwrap().unwrap()
    };
    let by = Actor::operator("Q. Roe");
    site.engine
        .refuse(id(1).await, "We could not see that it is you.", Some("GDPR, Art. 12(6)"), &by)
        .await
        .unwrap();
    site.engine.forward(id(2).await, "Acme", &by).await.unwrap();
    site.engine.cancel(id(3).await, &by).await.unwrap();
    site.work().await;
    let expected = [
        RequestState::Completed,
        RequestState::Refused,
        RequestState::Forwarded,
        RequestState::Cancelled,
        RequestState::NothingHeld,
    ];
    for (code, state) in codes.iter().zip(expected) {
        let json = site.get_json(&format!("/status/{code}")).await;
        assert_eq!(json.json()["state"], state.as_str());
        let page = site.get(&format!("/status/{code}")).await;
        assert!(page.form().is_none(), "there is nothing to cancel in {state}");
        if state == RequestState::Refused {
            assert!(page.body.contains("We could not see that it is you."), "a refusal is justified");
        }
    }
}

/// A CRM in which a callback can be cancelled for three days.
async fn with_grace() -> (Site, String) {
    let policy =
        POLICY.replace("[channels.meta]\nverify = []", "[channels.meta]\nverify = []\ngrace = \"3 days\"");
    let site = Site::with(&policy, |doors| doors).await;
    let code = site.asked("218471").await;
    site.work().await;
    (site, code)
}

#[tokio::test]
async fn a_scheduled_request_is_cancelled_from_its_page() {
    let (site, code) = with_grace().await;
    let page = site.get(&format!("/status/{code}")).await;
    let (action, token) = page.form().expect("a scheduled request can be cancelled");
    assert_eq!(action, format!("/privacy/status/{code}/cancel"));
    let path = action.strip_prefix("/privacy").unwrap();
    let headers = [("sec-fetch-site", "same-origin"), ("origin", "null")];
    let back = site.post_from(path, &headers, &[("token", &token)]).await;
    assert_eq!(
        (back.status.as_u16(), back.header("location")),
        (303, format!("/privacy/status/{code}").as_str())
    );
    assert_eq!(site.get_json(&format!("/status/{code}")).await.json()["state"], "cancelled");
    site.world.clock.set(super::support::now() + chrono::TimeDelta::days(4));
    site.work().await;
    assert_eq!(site.world.store.rows("contacts").len(), 2, "cancelled is cancelled");
    let again = site.post(path, &[("token", &token)]).await;
    assert_eq!(again.status.as_u16(), 409, "a token counts once");
}

#[tokio::test]
async fn nobody_cancels_without_the_page_s_token_or_from_somewhere_else() {
    let (site, code) = with_grace().await;
    let (action, token) = site.get(&format!("/status/{code}")).await.form().unwrap();
    let path = action.strip_prefix("/privacy").unwrap();
    for fields in [&[][..], &[("token", "")], &[("token", "x")], &[("token", &token[1..])]] {
        let back = site.post(path, fields).await;
        assert_eq!(back.status.as_u16(), 403, "{fields:?}: {}", back.body);
    }
    assert_eq!(site.post(path, &[("token", &token), ("token", &token)]).await.status.as_u16(), 400);
    for headers in [("sec-fetch-site", "cross-site"), ("origin", "https://evil.example")] {
        assert_eq!(site.post_from(path, &[headers], &[("token", &token)]).await.status.as_u16(), 403);
    }
    assert_eq!(site.get(path).await.status.as_u16(), 405, "a link cancels nothing");
    assert_eq!(site.send(Method::POST, &action, &[], format!("token={token}")).await.status.as_u16(), 415);
    // The token of one page is not another's.
    let other = site.asked("5").await;
    site.work().await;
    let foreign = site.post(&format!("/status/{other}/cancel"), &[("token", &token)]).await;
    assert_eq!(foreign.status.as_u16(), 403);
    let never = ConfirmationCode::from_entropy([9; 16]);
    let back = site.post(&format!("/status/{}/cancel", never.as_str()), &[("token", &token)]).await;
    assert_eq!(back.status.as_u16(), 404);
    assert_eq!(site.get_json(&format!("/status/{code}")).await.json()["state"], "scheduled");
}

/// The page and the JSON of a request in this state, which say the same.
async fn assert_shown(site: &Site, code: &str, state: RequestState) -> Back {
    let json = site.get_json(&format!("/status/{code}")).await;
    assert_eq!((json.status.as_u16(), json.json()["state"].clone()), (200, state.as_str().into()));
    let page = site.get(&format!("/status/{code}")).await;
    let message = json.json()["message"].as_str().unwrap().replace('\'', "&#39;");
    assert!(page.status.as_u16() == 200 && page.body.contains(&message), "{state}: {message}");
    assert_eq!(page.form().is_some(), state == RequestState::Scheduled, "{state}");
    page
}

#[tokio::test]
async fn every_wait_has_its_page() {
    let meta = "[channels.meta]\nverify = []\n";
    for (from, to, state) in [
        (meta, "[channels.meta]\nverify = []\napproval = \"operator\"\n", RequestState::AwaitingApproval),
        (meta, "[channels.meta]\nverify = [\"operator_attestation\"]\n", RequestState::AwaitingVerification),
        (meta, "[channels.meta]\nverify = []\ngrace = \"3 days\"\n", RequestState::Scheduled),
        ("[promises]\n", "[promises]\nbacks", RequestState::AwaitingBackups),
        (meta, meta, RequestState::OnHold),
    ] {
        let to = to.replace("backs", "backups_rotate = \"30 days\"\n");
        let site = Site::with(&POLICY.replace(from, &to), |doors| doors).await;
        if state == RequestState::OnHold {
            let hold = LegalHold::new("Case 7/2026 of Ana", HoldScope::Everything).unwrap();
            let hold = PlacedHold::new(hold, "High Court", "Q. Roe", super::support::now());
            site.engine.registry().place_hold(&hold).await.unwrap();
        }
        let code = site.asked("218471").await;
        assert_shown(&site, &code, RequestState::Received).await;
        site.work().await;
        let page = assert_shown(&site, &code, state).await;
        for hidden in ["Case 7", "High Court", "Q. Roe", "operator_attestation"] {
            assert!(!page.body.contains(hidden), "{hidden}");
        }
    }
}

#[tokio::test]
async fn what_is_kept_is_told_with_its_law_and_its_end() {
    let kept = "on_erasure = \"retain\"\nretain = [{ ground = \"tax_law\", citation = \"Income-tax Act, s. 44AA\", period = \"7 years\", start = \"issued\" }]";
    let (before, after) = POLICY.rsplit_once("on_erasure = \"erase\"").unwrap();
    let site = Site::with(&format!("{before}{kept}{after}"), |doors| doors).await;
    let code = site.asked("218471").await;
    site.work().await;
    let page = assert_shown(&site, &code, RequestState::CompletedWithRetention).await;
    assert!(page.body.contains("Income-tax Act, s. 44AA") && page.body.contains("Access tokens"));
}
