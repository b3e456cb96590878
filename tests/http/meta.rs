//! Callbacks as Meta sends them: deletion, a Page's uninstall, deauthorisation.

use std::future::poll_fn;
use std::task::Poll;

use oubliette::engine::RequestFilter;
use oubliette::request::RequestState;
use reqwest::Method;

use super::site::{BASE, FORM, POLICY, SECRET, Site, form, sign, signed};

const DELETION: &str = "/meta/main/deletion";
const DEAUTHORIZE: &str = "/meta/main/deauthorize";

#[tokio::test]
async fn a_callback_is_answered_with_url_and_code_and_erases_the_person() {
    let site = Site::new().await;
    let back = site.post(DELETION, &[("signed_request", &signed("218471"))]).await;
    assert_eq!((back.status.as_u16(), back.header("content-type")), (200, "application/json"));
    let json = back.json();
    let code = json["confirmation_code"].as_str().unwrap();
    assert_eq!(json.as_object().unwrap().len(), 2, "exactly `url` and `confirmation_code`");
    assert_eq!(json["url"], format!("{BASE}/status/{code}"));
    assert!(code.chars().all(|it| it.is_ascii_alphanumeric()) && !code.contains("218471"));
    site.work().await;
    assert_eq!((site.world.store.rows("contacts").len(), site.world.store.rows("tokens").len()), (1, 0));
}

#[tokio::test]
async fn somebody_whom_nobody_knows_is_answered_alike() {
    let site = Site::new().await;
    let known = site.post(DELETION, &[("signed_request", &signed("218471"))]).await;
    let unknown = site.post(DELETION, &[("signed_request", &signed("999"))]).await;
    assert_eq!(known.status, unknown.status);
    assert_eq!(known.body.len(), unknown.body.len());
    let names = |back: &super::site::Back| back.headers.keys().map(ToString::to_string).collect::<Vec<_>>();
    assert_eq!(names(&known), names(&unknown));
}

#[tokio::test]
async fn a_repetition_in_any_spelling_gets_the_first_code() {
    let site = Site::new().await;
    let issued = super::support::now().timestamp();
    let spellings = [
        format!(r#"{{"algorithm":"HMAC-SHA256","issued_at":{issued},"user_id":"218471"}}"#),
        format!(r#"{{"user_id": 218471, "issued_at": {issued}, "expires": 0, "algorithm": "HMAC-SHA256"}}"#),
    ];
    let mut answers = Vec::new();
    for payload in [&spellings[0], &spellings[1], &spellings[0]] {
        for secret in [SECRET, "the one before"] {
            answers.push(site.post(DELETION, &[("signed_request", &sign(secret, payload))]).await.body);
        }
    }
    answers.dedup();
    assert_eq!((answers.len(), site.requests().await), (1, 1));
    site.work().await;
    assert_eq!(site.post(DELETION, &[("signed_request", &signed("218471"))]).await.status.as_u16(), 200);
    assert_eq!(site.requests().await, 1, "the same callback is the same request, whatever became of it");
}

/// Sends callbacks of 500 people, each twice, fifty at once.
async fn thousand(site: &Site) {
    let mut codes = std::collections::BTreeSet::new();
    for round in 0..20 {
        let texts: Vec<String> =
            (0..50).map(|at| signed(&(1_000 + round * 25 + at / 2).to_string())).collect();
        let backs =
            texts.iter().map(async |text| site.post(DELETION, &[("signed_request", text)]).await).collect();
        for back in all(backs).await {
            assert_eq!(back.status.as_u16(), 200, "{}", back.body);
            codes.insert(back.json()["confirmation_code"].as_str().unwrap().to_owned());
        }
    }
    assert_eq!(codes.len(), 500, "who comes twice gets one code");
    let (mut requests, mut after) = (0, None);
    loop {
        let filter = after.into_iter().fold(RequestFilter::all(), RequestFilter::after);
        let page = site.engine.requests(&filter, 200).await.unwrap();
        requests += page.len();
        match page.last() {
            Some(last) => after = Some(last.request),
            None => break,
        }
    }
    assert_eq!(requests, 500);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_thousand_callbacks_fifty_at_once_lose_none() {
    thousand(&Site::new().await).await;
}

#[cfg(feature = "sqlite")]
#[tokio::test(flavor = "multi_thread")]
async fn a_thousand_callbacks_fifty_at_once_lose_none_in_sqlite() {
    let folder = std::env::temp_dir().join(format!("oubliette-http-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let file = folder.join("ledger.db");
    let ledger = oubliette::adapter::sql::SqliteLedger::open(file.to_str().unwrap()).await.unwrap();
    let site =
        Site::over(super::site::world(POLICY), |engine| engine.with_ledger(ledger), |doors| doors).await;
    thousand(&site).await;
    std::fs::remove_dir_all(folder).unwrap();
}

/// Waits for all of them, which are under way at the same time.
async fn all<T>(futures: Vec<impl Future<Output = T>>) -> Vec<T> {
    let mut waiting: Vec<_> = futures.into_iter().map(|it| (Box::pin(it), None)).collect();
    poll_fn(|context| {
        for (future, done) in waiting.iter_mut().filter(|(_, done)| done.is_none()) {
            if let Poll::Ready(value) = future.as_mut().poll(context) {
                *done = Some(value);
            }
        }
        if waiting.iter().all(|(_, done)| done.is_some()) { Poll::Ready(()) } else { Poll::Pending }
    })
    .await;
    waiting.into_iter().filter_map(|(_, done)| done).collect()
}

#[tokio::test]
async fn what_is_forged_or_malformed_is_refused_by_a_word_and_opens_nothing() {
    let site = Site::new().await;
    let payload = r#"{"algorithm":"HMAC-SHA256","user_id":"218471"}"#;
    let later = super::support::now().timestamp() + 3_600;
    let future = format!(r#"{{"algorithm":"HMAC-SHA256","issued_at":{later},"user_id":"218471"}}"#);
    let (head, tail) = signed("218471").split_once('.').map(|(a, b)| (a.to_owned(), b.to_owned())).unwrap();
    for (text, code) in [
        (sign("a stranger's", payload), "bad_signature"),
        (format!("{head}.{}", &tail[..tail.len() - 4]), "bad_signature"),
        (format!("{tail}.{head}"), "malformed"),
        (String::new(), "malformed"),
        ("a.b.c".to_owned(), "malformed"),
        ("a".repeat(9_000), "malformed"),
        (sign(SECRET, &payload.replace("HMAC-SHA256", "none")), "unsupported_algorithm"),
        (sign(SECRET, &future), "issued_in_future"),
        (sign(SECRET, r#"{"algorithm":"HMAC-SHA256"}"#), "names_nobody"),
        (sign(SECRET, r#"{"algorithm":"HMAC-SHA256","user_id":"abc"}"#), "unknown_id"),
        (sign(SECRET, r#"{"algorithm":"HMAC-SHA256","user_id":"<script>"}"#), "malformed"),
    ] {
        for route in [DELETION, DEAUTHORIZE] {
            let back = site.post(route, &[("signed_request", &text)]).await;
            assert_eq!(back.problem(), (400, code.to_owned()));
            assert!(!back.body.contains("218471") && !back.body.contains("script"), "{}", back.body);
        }
    }
    assert_eq!(site.requests().await, 0);
}

#[tokio::test]
async fn a_callback_that_is_no_form_is_refused_before_it_is_read() {
    let site = Site::new().await;
    let text = signed("218471");
    let json = format!(r#"{{"signed_request":"{text}"}}"#);
    let path = format!("/privacy{DELETION}");
    for (kind, body) in [
        ("application/json", json.clone()),
        ("text/plain", form(&[("signed_request", &text)])),
        ("multipart/form-data; boundary=x", form(&[("signed_request", &text)])),
    ] {
        let back = site.send(Method::POST, &path, &[("content-type", kind)], body).await;
        assert_eq!(back.problem(), (415, "unsupported_media_type".to_owned()), "{kind}");
    }
    let bare = site.send(Method::POST, &path, &[], form(&[("signed_request", &text)])).await;
    assert_eq!(bare.status.as_u16(), 415);
    let smuggled = site.send(Method::POST, &path, &[("content-type", FORM)], json).await;
    assert_eq!(smuggled.problem(), (400, "malformed".to_owned()), "JSON in a form is no field");
    for fields in [
        [("signed_request", text.as_str()), ("signed_request", text.as_str())],
        [("signed_request", text.as_str()), ("signed_request", "")],
    ] {
        assert_eq!(site.post(DELETION, &fields).await.problem(), (400, "malformed".to_owned()));
    }
    assert_eq!(site.requests().await, 0);
    let more = site.post(DELETION, &[("locale", "hi"), ("signed_request", &text)]).await;
    assert_eq!(more.status.as_u16(), 200, "a field that Meta adds one day does no harm");
}

#[tokio::test]
async fn a_page_that_removes_the_app_is_answered_and_opens_nothing() {
    let site = Site::new().await;
    let page = sign(SECRET, r#"{"algorithm":"HMAC-SHA256","user_id":0,"profile_id":"4711"}"#);
    for route in [DELETION, DEAUTHORIZE] {
        let back = site.post(route, &[("signed_request", &page)]).await;
        assert_eq!((back.status.as_u16(), back.body.as_str()), (200, "{}"));
    }
    assert_eq!(site.requests().await, 0);
}

#[tokio::test]
async fn apps_that_are_not_configured_have_no_routes() {
    let site = Site::new().await;
    for app in ["other", "Main", "main%00", "..%2fmain"] {
        let back = site.post(&format!("/meta/{app}/deletion"), &[("signed_request", &signed("1"))]).await;
        assert_eq!(back.problem().0, 404, "{app}");
    }
    let other = "900000000000002";
    let of_another_app = sign(other, r#"{"algorithm":"HMAC-SHA256","user_id":"218471"}"#);
    assert_eq!(site.post(DELETION, &[("signed_request", &of_another_app)]).await.status.as_u16(), 400);
}

/// P2 and P4: an app that is removed is no erasure of the person.
#[tokio::test]
async fn a_deauthorisation_takes_the_tokens_and_leaves_the_person() {
    let site = Site::new().await;
    for _ in 0..2 {
        let back = site.post(DEAUTHORIZE, &[("signed_request", &signed("218471"))]).await;
        assert_eq!((back.status.as_u16(), back.body.as_str()), (200, "{}"), "no code: nobody asked");
    }
    assert_eq!(site.requests().await, 1);
    site.work().await;
    assert_eq!((site.world.store.rows("contacts").len(), site.world.store.rows("tokens").len()), (2, 0));
    site.post(DEAUTHORIZE, &[("signed_request", &signed("218471"))]).await;
    assert_eq!(site.requests().await, 1, "the same callback is the same, whatever became of it");
    // Removing and asking for deletion sends both, and either may come first.
    site.asked("218471").await;
    site.work().await;
    assert_eq!(site.world.store.rows("contacts").len(), 1);
}

#[tokio::test]
async fn a_deauthorisation_opens_nothing_where_nothing_dies_with_it() {
    let policy = POLICY.replace("on_deauthorize = [\"tokens\"]", "on_deauthorize = []");
    let site = Site::with(&policy, |doors| doors).await;
    let back = site.post(DEAUTHORIZE, &[("signed_request", &signed("218471"))]).await;
    assert_eq!((back.status.as_u16(), site.requests().await), (200, 0));
    site.work().await;
    assert_eq!(site.world.store.rows("tokens").len(), 1);
}

#[tokio::test]
async fn callbacks_are_not_looked_at_in_a_browser() {
    let site = Site::new().await;
    let back = site.get(DELETION).await;
    assert_eq!((back.status.as_u16(), back.header("allow")), (405, "POST"));
    let code = site.asked("218471").await;
    site.work().await;
    let report = site.engine.status(&code.parse().unwrap()).await.unwrap().unwrap();
    assert_eq!(report.state, RequestState::Completed);
}
