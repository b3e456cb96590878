//! Showing who one is: by what is posted, and never by what is only opened.

use oubliette::port::Destination;
use oubliette::request::RequestId;
use oubliette::verify::{Method, ProofToken};

use super::site::{Back, POLICY, Site};
use super::support::now;

fn decoy(method: Method) -> String {
    ProofToken::decoy(RequestId::new(now(), [3; 10]), method, [9; 32]).reveal()
}

#[tokio::test]
async fn a_token_that_nobody_was_given_looks_like_any_other_and_proves_nothing() {
    let site = Site::with(POLICY, |doors| doors).await;
    for (method, has_code) in [(Method::NumberOwnership, true), (Method::RegisteredEmail, false)] {
        let path = format!("/prove/{}", decoy(method));
        let page = site.get(&path).await;
        assert_eq!((page.status.as_u16(), page.body.contains("<input")), (200, has_code));
        assert_eq!(page.form().unwrap().0, format!("/privacy{path}"));
        let back = site.post(&path, &[("code", "123456")]).await;
        assert_eq!(back.status.as_u16(), 400, "{}", back.body);
        assert!(back.body.contains("This is not right."));
    }
    for mistyped in ["x", &decoy(Method::RegisteredEmail)[1..]] {
        assert_eq!(site.get(&format!("/prove/{mistyped}")).await.status.as_u16(), 404);
        assert_eq!(site.post(&format!("/prove/{mistyped}"), &[]).await.status.as_u16(), 404);
    }
}

const NUMBER: [(&str, &str); 1] = [("phone", "+91 98765 43210")];

/// The path of the page to which somebody is led who asks by a number, and the code that went there.
async fn asked_by_number(site: &Site) -> (String, String) {
    let back = site.post("/request", &NUMBER).await;
    let text = site.desk.last("prove_yourself").text;
    let code = text.split(|it: char| !it.is_ascii_digit()).find(|it| it.len() == 6).unwrap().to_owned();
    (path(&back), code)
}

fn path(back: &Back) -> String {
    assert_eq!(back.status.as_u16(), 303, "{}", back.body);
    back.header("location").strip_prefix("/privacy").unwrap().to_owned()
}

async fn states(site: &Site) -> Vec<String> {
    let list = site.engine.requests(&oubliette::engine::RequestFilter::all(), 10).await.unwrap();
    list.iter().map(|it| it.state.to_string()).collect()
}

#[tokio::test]
async fn the_code_that_goes_to_a_number_proves_it_once() {
    let site = Site::with(POLICY, |doors| doors).await;
    let (page, code) = asked_by_number(&site).await;
    site.work().await;
    assert_eq!(states(&site).await, ["awaiting_verification"]);
    for _ in 0..3 {
        assert_eq!(site.get(&page).await.status.as_u16(), 200);
    }
    site.work().await;
    assert_eq!(states(&site).await, ["awaiting_verification"], "to look at the page proves nothing");
    let wrong = if code == "000000" { "000001" } else { "000000" };
    for typed in ["", "abc", wrong] {
        let back = site.post(&page, &[("code", typed)]).await;
        assert_eq!((back.status.as_u16(), back.body.contains("<input")), (400, true), "{typed}");
    }
    let spaced = format!("{} {}", &code[..3], &code[3..]);
    let back = site.post(&page, &[("code", &spaced)]).await;
    assert_eq!(back.status.as_u16(), 200, "{}", back.body);
    site.work().await;
    assert_eq!(states(&site).await, ["scheduled"]);
    let replayed = site.post(&page, &[("code", &code)]).await;
    assert_eq!((replayed.status.as_u16(), replayed.body.contains("This was used before.")), (400, true));
    site.world.clock.set(now() + chrono::TimeDelta::days(4));
    site.work().await;
    assert_eq!(site.world.column("contacts", "email"), ["ben@example.com".into()]);
}

#[tokio::test]
async fn guessing_a_code_ends_before_it_is_found() {
    let site = Site::with(POLICY, |doors| doors).await;
    let (page, code) = asked_by_number(&site).await;
    let wrong = if code == "000000" { "000001" } else { "000000" };
    for _ in 0..5 {
        assert_eq!(site.post(&page, &[("code", wrong)]).await.status.as_u16(), 400);
    }
    let back = site.post(&page, &[("code", &code)]).await;
    assert!(back.body.contains("There were too many wrong answers."), "{}", back.body);
    site.work().await;
    assert_eq!(states(&site).await, ["awaiting_verification"]);
}

#[tokio::test]
async fn a_code_lasts_a_quarter_of_an_hour() {
    let site = Site::with(POLICY, |doors| doors).await;
    let (page, code) = asked_by_number(&site).await;
    site.world.clock.set(now() + chrono::TimeDelta::minutes(16));
    let back = site.post(&page, &[("code", &code)]).await;
    assert!(back.body.contains("The time for this is over."), "{}", back.body);
}

/// Who asks again learns nothing of what came of the first request but that a code was sent a moment ago.
#[tokio::test]
async fn asking_again_looks_the_same_whatever_came_of_the_first_request() {
    let site = Site::with(POLICY, |doors| doors).await;
    let (page, code) = asked_by_number(&site).await;
    let soon = site.post("/request", &NUMBER).await;
    assert_eq!((soon.status.as_u16(), soon.header("retry-after")), (429, "60"));
    site.post(&page, &[("code", &code)]).await;
    let sent = site.desk.count();
    let again = site.post("/request", &NUMBER).await;
    let fresh = site.post("/request", &[("phone", "+91 98765 43299")]).await;
    assert_eq!(path(&again).len(), path(&fresh).len());
    assert_eq!(site.get(&path(&again)).await.status, site.get(&path(&fresh)).await.status);
    assert_eq!(site.desk.count(), sent + 1, "nothing more goes to the number that was proven");
    let back = site.post(&path(&again), &[("code", &code)]).await;
    assert_eq!(back.status.as_u16(), 400, "what leads nowhere proves nothing");
}

/// Programs of mail servers open every link, and so do previews.
#[tokio::test]
async fn a_link_is_proven_by_its_button_and_not_by_who_opens_it() {
    let site = Site::with(POLICY, |doors| doors).await;
    site.post("/request", &[("email", "ana@example.com")]).await;
    let text = site.desk.wait("prove_yourself").await.text;
    site.work().await;
    let token: String = text.split("/prove/").nth(1).unwrap().chars().take(56).collect();
    let page = format!("/prove/{token}");
    for method in [reqwest::Method::GET, reqwest::Method::HEAD] {
        let back = site.send(method, &format!("/privacy{page}"), &[], String::new()).await;
        assert_eq!(back.status.as_u16(), 200);
    }
    let scanner = site.send(reqwest::Method::POST, &format!("/privacy{page}"), &[], String::new()).await;
    assert_eq!(scanner.status.as_u16(), 415, "an empty post is no button");
    site.work().await;
    assert_eq!(states(&site).await, ["awaiting_verification"]);
    assert_eq!(site.post(&page, &[]).await.status.as_u16(), 200);
    site.work().await;
    assert_eq!(states(&site).await, ["scheduled"]);
    assert_eq!(site.post(&page, &[]).await.status.as_u16(), 400, "it counts once");
}

#[tokio::test]
async fn a_link_that_has_expired_is_sent_again_to_whoever_asks_again() {
    let site = Site::with(POLICY, |doors| doors).await;
    for day in [0, 3] {
        site.world.clock.set(now() + chrono::TimeDelta::days(day));
        site.post("/request", &[("email", "ana@example.com")]).await;
        site.post("/request", &[("email", "eve@example.com")]).await;
        let message = site.desk.wait("prove_yourself").await;
        assert_eq!(message.to, Destination::Email("ana@example.com".to_owned()));
        site.work().await;
        site.desk.clear();
    }
    assert_eq!(states(&site).await, ["awaiting_verification", "awaiting_verification"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_worker_that_is_at_it_keeps_no_code_from_being_sent() {
    let site = Site::with(POLICY, |doors| doors).await;
    let worker = tokio::spawn(site.engine.worker().with_poll(std::time::Duration::from_millis(1)).run());
    for number in 0..9 {
        path(&site.post("/request", &[("phone", &format!("+91 98765 4330{number}"))]).await);
        assert_eq!(site.desk.count(), number + 1);
    }
    worker.abort();
}
