//! Asking by oneself: signed in to the host's product, or by what one can prove.

use oubliette::door::http::{SelfService, SignedIn};
use oubliette::identifier::Identifier;
use oubliette::policy::Channel;
use reqwest::header::HeaderMap;

use super::site::{POLICY, Site};

/// Signs in by a cookie, as hosts do.
struct Cookies;

#[async_trait::async_trait]
impl SelfService for Cookies {
    async fn signed_in(&self, headers: &HeaderMap) -> Option<SignedIn> {
        let cookie = headers.get("cookie")?.to_str().ok()?;
        let name = cookie.strip_prefix("session=")?;
        let email = Identifier::email(&format!("{name}@example.com")).ok()?;
        let number = (name == "ben").then(|| Identifier::phone("+919876543211", None).ok()).flatten();
        Some(SignedIn::new([email].into_iter().chain(number)).with_password())
    }
}

const ANA: [(&str, &str); 2] = [("cookie", "session=ana"), ("sec-fetch-site", "same-origin")];

#[tokio::test]
async fn who_is_signed_in_asks_with_one_click_and_can_follow_and_wait_for_the_grace() {
    let site = Site::with(POLICY, |doors| doors.with_self_service(Cookies)).await;
    // What is filled in does not count: it could be somebody else's.
    let back = site.post_from("/request", &ANA, &[("email", "ben@example.com"), ("scope", "subject")]).await;
    assert_eq!(back.status.as_u16(), 303, "{}", back.body);
    let path = back.header("location").strip_prefix("/privacy").unwrap().to_owned();
    site.work().await;
    assert_eq!(site.get_json(&path).await.json()["state"], "scheduled");
    site.world.clock.set(super::support::now() + chrono::TimeDelta::days(4));
    site.work().await;
    assert_eq!(site.get_json(&path).await.json()["state"], "completed");
    assert_eq!(site.world.column("contacts", "email"), ["ben@example.com".into()]);
}

#[tokio::test]
async fn a_form_of_somebody_else_s_page_does_not_ride_on_a_session() {
    let site = Site::with(POLICY, |doors| doors.with_self_service(Cookies)).await;
    for sent in [
        &[][..],
        &[("origin", "null")],
        &[("origin", "https://evil.example")],
        &[("sec-fetch-site", "cross-site")],
        &[("sec-fetch-site", "same-site")],
        &[("sec-fetch-site", "none")],
        &[("sec-fetch-site", "cross-site"), ("origin", "https://crm.example")],
    ] {
        let headers = [&[("cookie", "session=ana")], sent].concat();
        assert_eq!(site.post_from("/request", &headers, &[]).await.status.as_u16(), 403, "{sent:?}");
    }
    assert_eq!(site.requests().await, 0);
}

#[tokio::test]
async fn a_stranger_asks_and_nothing_tells_whether_anybody_is_known() {
    let site = Site::with(POLICY, |doors| doors).await;
    let form = site.get("/request").await;
    assert_eq!((form.status.as_u16(), form.form().unwrap().0.as_str()), (200, "/privacy/request"));
    let known = site.post("/request", &[("email", "ana@example.com"), ("scope", "subject")]).await;
    let unknown = site.post("/request", &[("email", "eve@example.com"), ("scope", "subject")]).await;
    assert_eq!((known.status, &known.body), (unknown.status, &unknown.body));
    assert!(!known.body.contains("example.com/") && !known.body.contains("ana@"));
    let known = site.post("/request", &[("phone", "+91 98765 43210")]).await;
    let unknown = site.post("/request", &[("phone", "+91 98765 43299")]).await;
    assert_eq!((known.status.as_u16(), unknown.status.as_u16()), (303, 303));
    assert_eq!(known.header("location").len(), unknown.header("location").len());
    let prove = known.header("location").strip_prefix("/privacy").unwrap();
    assert_eq!(site.get(prove).await.status.as_u16(), 200);
    assert_eq!(site.requests().await, 4);
    site.work().await;
    assert_eq!(site.world.store.rows("contacts").len(), 2, "nobody has proven anything");
}

/// Otherwise whoever proves their own address would erase the person whose number they typed in beside it.
#[tokio::test]
async fn an_address_and_a_number_are_two_requests_where_one_proof_is_enough() {
    let fields = [("email", "eve@example.com"), ("phone", "+91 98765 43210")];
    let site = Site::with(POLICY, |doors| doors).await;
    site.post("/request", &fields).await;
    assert_eq!(site.requests().await, 2);
    let all = POLICY.replace(
        "verify = [\"password\", \"number_ownership\", \"registered_email\"]",
        "verify = [\"number_ownership\", \"registered_email\"]\nneeds = \"all\"",
    );
    let site = Site::with(&all, |doors| doors).await;
    site.post("/request", &fields).await;
    assert_eq!(site.requests().await, 1);
}

#[tokio::test]
async fn a_form_that_is_filled_in_wrongly_is_shown_again() {
    let site = Site::with(POLICY, |doors| doors).await;
    for (fields, words) in [
        (&[][..], "Please fill in one of the two."),
        (&[("email", " "), ("phone", "")], "Please fill in one of the two."),
        (&[("email", "ana"), ("phone", "")], "does not look like an e-mail address"),
        (&[("email", ""), ("phone", "98765")], "does not look like a phone number"),
    ] {
        let back = site.post("/request", fields).await;
        assert_eq!(back.status.as_u16(), 422);
        assert!(back.body.contains(words) && back.form().is_some(), "{}", back.body);
    }
    for scope in ["tenant", "everything", "categories=tokens"] {
        let back = site.post("/request", &[("email", "ana@example.com"), ("scope", scope)]).await;
        assert_eq!(back.status.as_u16(), 400, "{scope}: only what is offered is taken");
    }
    let twice = site.post("/request", &[("email", "ana@example.com"), ("email", "ben@example.com")]).await;
    assert_eq!(twice.status.as_u16(), 400);
    let trapped =
        site.post("/request", &[("email", "ana@example.com"), ("website", "http://x.example")]).await;
    let real = site.post("/request", &[("email", "ana@example.com")]).await;
    assert_eq!(
        (trapped.status, &trapped.body),
        (real.status, &real.body),
        "a program is not told that it was found out"
    );
    assert_eq!(site.requests().await, 1);
}

/// A channel without proof is for people whom the host vouches for. Strangers could erase anybody by it.
#[tokio::test]
async fn strangers_cannot_ask_where_they_could_prove_nothing() {
    for verify in [
        "[]",
        "[\"password\"]",
        "[\"operator_attestation\"]",
        "[\"password\", \"number_ownership\"]\nneeds = \"all\"",
    ] {
        let policy = POLICY.replace("[\"password\", \"number_ownership\", \"registered_email\"]", verify);
        let site = Site::with(&policy, |doors| doors.with_self_service(Cookies)).await;
        let page = site.get("/request").await;
        assert_eq!((page.status.as_u16(), page.header("location")), (303, "/privacy/instructions"));
        let back = site.post("/request", &[("email", "ana@example.com")]).await;
        assert_eq!((back.status.as_u16(), site.requests().await), (403, 0), "{verify}");
        assert_eq!(site.post_from("/request", &ANA, &[]).await.status.as_u16(), 303);
    }
}

#[tokio::test]
async fn a_channel_that_the_policy_does_not_open_has_no_page() {
    let (before, after) = POLICY.split_once("[channels.self_service]").unwrap();
    let (_, after) = after.split_once("[meta]").unwrap();
    let site = Site::with(&format!("{before}[meta]{after}"), |doors| doors.with_self_service(Cookies)).await;
    assert!(site.engine.planner().policy().channel(Channel::SelfService).is_none());
    assert_eq!(site.get("/request").await.status.as_u16(), 404);
    assert_eq!(site.post_from("/request", &ANA, &[("email", "ana@example.com")]).await.status.as_u16(), 404);
}

#[tokio::test]
async fn who_is_signed_in_and_has_to_prove_more_is_led_to_it() {
    let all = "[\"password\", \"number_ownership\"]\nneeds = \"all\"";
    let policy = POLICY.replace("[\"password\", \"number_ownership\", \"registered_email\"]", all);
    let site = Site::with(&policy, |doors| doors.with_self_service(Cookies)).await;
    let ben = [("cookie", "session=ben"), ("sec-fetch-site", "same-origin")];
    let back = site.post_from("/request", &ben, &[]).await;
    let page = back.header("location").strip_prefix("/privacy").unwrap().to_owned();
    assert!(page.starts_with("/prove/"), "{page}");
    site.work().await;
    assert_eq!(site.world.store.rows("contacts").len(), 2);
    let text = site.desk.last("prove_yourself").text;
    let code = text.split(|it: char| !it.is_ascii_digit()).find(|it| it.len() == 6).unwrap();
    assert_eq!(site.post(&page, &[("code", code)]).await.status.as_u16(), 200);
    site.work().await;
    site.world.clock.set(super::support::now() + chrono::TimeDelta::days(4));
    site.work().await;
    assert_eq!(site.world.column("contacts", "email"), ["ana@example.com".into()]);
}

/// A message that never comes would keep somebody waiting for ever.
#[tokio::test]
async fn nobody_asks_by_what_they_could_not_prove() {
    let with =
        |verify: &str| POLICY.replace("[\"password\", \"number_ownership\", \"registered_email\"]", verify);
    let both = [("email", "ana@example.com"), ("phone", "+91 98765 43210")];
    for (verify, fields, requests) in [
        ("[\"number_ownership\"]", &both[..1], 0),
        ("[\"number_ownership\"]", &both[..], 1),
        ("[\"number_ownership\", \"registered_email\"]\nneeds = \"all\"", &both[..1], 0),
        ("[\"number_ownership\", \"registered_email\"]\nneeds = \"all\"", &both[..], 1),
        ("[\"registered_email\"]", &both[1..], 1),
        ("[\"registered_email\"]", &both[..], 2),
    ] {
        let site = Site::with(&with(verify), |doors| doors).await;
        let back = site.post("/request", fields).await;
        assert_eq!(back.status.as_u16() == 422, requests == 0, "{verify}, {fields:?}");
        assert_eq!(site.requests().await, requests, "{verify}, {fields:?}");
    }
}
