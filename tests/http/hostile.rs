//! Visitors who wish us ill.

use std::time::{Duration, Instant};

use reqwest::Method;

use super::site::{BASE, FORM, POLICY, Site, form, signed};

const MARK: &str = "<svg onload=alert(1)>";

#[tokio::test]
async fn addresses_are_the_configured_ones_whatever_the_host_header_says() {
    let site = Site::with(POLICY, |doors| doors).await;
    let headers = [
        ("host", "evil.example"),
        ("x-forwarded-host", "evil.example"),
        ("forwarded", "host=evil.example;proto=http"),
        ("x-forwarded-proto", "http"),
        ("x-forwarded-prefix", "/evil"),
        ("content-type", FORM),
    ];
    let body = form(&[("signed_request", &signed("218471"))]);
    let back = site.send(Method::POST, "/privacy/meta/main/deletion", &headers, body).await;
    assert!(back.json()["url"].as_str().unwrap().starts_with(&format!("{BASE}/status/")));
    let page = site.send(Method::GET, "/privacy/request", &headers[..5], String::new()).await;
    assert!(!page.body.contains("evil"), "{}", page.body);
    assert_eq!(page.form().unwrap().0, "/privacy/request");
}

/// The head of a post, with a body of which only a part follows.
fn post(path: &str, kind: &str, length: usize) -> String {
    format!(
        "POST /privacy{path} HTTP/1.1\r\nHost: x\r\nContent-Type: {kind}\r\nContent-Length: {length}\r\n\r\n"
    )
}

#[tokio::test]
async fn ten_megabytes_are_refused_before_they_have_come() {
    let site = Site::new().await;
    let length = 10 * 1024 * 1024;
    for (path, kind, limit) in [
        ("/meta/main/deletion", FORM, 64 * 1024),
        ("/meta/main/deauthorize", FORM, 64 * 1024),
        ("/request", FORM, 16 * 1024),
        ("/status/x/cancel", FORM, 16 * 1024),
    ] {
        let begun = post(path, kind, length) + &"a".repeat(limit + 1);
        let back = site.raw(begun.as_bytes()).await;
        assert!(back.starts_with("HTTP/1.1 413 "), "{path}: {back}");
        let chunked = format!(
            "POST /privacy{path} HTTP/1.1\r\nHost: x\r\nContent-Type: {kind}\r\nTransfer-Encoding: chunked\r\n\r\n{:x}\r\n{}",
            limit + 1,
            "a".repeat(limit + 1),
        );
        let back = site.raw(chunked.as_bytes()).await;
        assert!(back.starts_with("HTTP/1.1 413 "), "{path}, chunked: {back}");
    }
    let operator = format!("{{\"matter\":\"{}\"}}", "a".repeat(1024 * 1024));
    let bearer = format!("Bearer {}", super::site::TOKEN);
    let headers = [("authorization", bearer.as_str()), ("content-type", "application/json")];
    let back = site.send(Method::POST, "/privacy/operator/holds", &headers, operator).await;
    assert_eq!(back.problem(), (413, "too_large".to_owned()));
    let just = form(&[("signed_request", &signed("1")), ("x", &"a".repeat(60 * 1024))]);
    let back = site.send(Method::POST, "/privacy/meta/main/deletion", &[("content-type", FORM)], just).await;
    assert_eq!(back.status.as_u16(), 200, "what fits is taken");
}

#[tokio::test]
async fn a_body_that_does_not_come_is_given_up() {
    let site = Site::with(POLICY, |doors| doors.with_body_time(Duration::from_millis(200))).await;
    let begun = Instant::now();
    let back = site.raw((post("/meta/main/deletion", FORM, 1_000) + "signed_request=").as_bytes()).await;
    assert!(back.starts_with("HTTP/1.1 408 "), "{back}");
    assert!(back.contains("\"too_slow\"") && begun.elapsed() >= Duration::from_millis(200));
    let broken = "POST /privacy/request HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\n\
                  Transfer-Encoding: chunked\r\n\r\nzz\r\n";
    let back = site.raw(broken.as_bytes()).await;
    assert!(back.starts_with("HTTP/1.1 400 "), "{back}");
    assert_eq!(site.requests().await, 0);
}

#[tokio::test]
async fn a_request_with_two_lengths_is_nobody_s() {
    let site = Site::new().await;
    let body = form(&[("signed_request", &signed("218471"))]);
    for lengths in [
        format!("Content-Length: {}\r\nContent-Length: 0", body.len()),
        format!("Content-Length: {}, 0", body.len()),
        "Content-Length: -1".to_owned(),
    ] {
        let text = format!(
            "POST /privacy/meta/main/deletion HTTP/1.1\r\nHost: x\r\nContent-Type: {FORM}\r\n{lengths}\r\n\r\n{body}"
        );
        let back = site.raw(text.as_bytes()).await;
        assert!(back.starts_with("HTTP/1.1 400 "), "{lengths}: {back}");
    }
    assert_eq!(site.requests().await, 0);
}

#[tokio::test]
async fn tricks_with_paths_lead_nowhere() {
    let site = Site::with(POLICY, |doors| doors).await;
    let code = site.asked("218471").await;
    for path in [
        "/status/".to_owned(),
        "/status".to_owned(),
        "//status/x".to_owned(),
        format!("/status/{code}/"),
        format!("/status/{code}/cancel/x"),
        format!("/STATUS/{code}"),
        "/status/..%2f..%2foperator%2frequests".to_owned(),
        "/status/%00".to_owned(),
        "/status/%ff".to_owned(),
        "/status/%".to_owned(),
        "/prove/..".to_owned(),
        "/prove/%2e%2e%2foperator".to_owned(),
        "/operator/requests".to_owned(),
        "/meta//deletion".to_owned(),
        "/healthz".to_owned(),
    ] {
        let text = format!("GET /privacy{path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
        let back = site.raw(text.as_bytes()).await;
        let status: u16 = back[9..12].parse().unwrap();
        assert!(matches!(status, 400 | 404 | 405), "{path}: {back}");
        assert!(!back.contains("root:") && !back.contains(&code), "{path}");
    }
}

#[tokio::test]
async fn what_a_visitor_writes_is_never_markup() {
    let site = Site::with(POLICY, |doors| doors).await;
    let encoded = "%3Csvg%20onload%3Dalert(1)%3E";
    for path in [
        format!("/status/{encoded}"),
        format!("/prove/{encoded}"),
        format!("/instructions?lang={encoded}"),
        format!("/{encoded}"),
        format!("/status/x?lang={encoded}&{encoded}={encoded}"),
    ] {
        for back in [site.get(&path).await, site.get_json(&path).await] {
            assert!(!back.body.contains("<svg"), "{path}: {}", back.body);
        }
    }
    for fields in [
        [("email", MARK), ("phone", ""), ("scope", "subject")],
        [("email", "\"><svg onload=alert(1)>@example.com"), ("phone", MARK), ("scope", "subject")],
        [("email", ""), ("phone", MARK), ("scope", "subject")],
        [("email", "ana@example.com"), ("phone", ""), ("scope", MARK)],
    ] {
        let back = site.post("/request", &fields).await;
        assert!(!back.body.contains("<svg"), "{}", back.body);
    }
}

#[tokio::test]
async fn what_a_policy_says_is_never_markup() {
    let policy =
        POLICY.replace("Example CRM", MARK).replace("Access tokens", MARK).replace("Example GmbH", MARK);
    let site = Site::with(&policy, |doors| doors).await;
    let code = site.asked("218471").await;
    for round in 0..2 {
        for path in [
            format!("/status/{code}"),
            "/instructions".to_owned(),
            "/request".to_owned(),
            "/nowhere".to_owned(),
        ] {
            let back = site.get(&path).await;
            assert!(!back.body.contains("<svg") && back.body.contains("&lt;svg"), "{round}, {path}");
        }
        site.work().await;
    }
}

#[tokio::test]
async fn other_methods_are_refused_with_those_that_there_are() {
    let site = Site::new().await;
    for (method, path, allowed) in [
        (Method::DELETE, "/status/x", "GET,HEAD"),
        (Method::PUT, "/request", "GET,HEAD,POST"),
        (Method::TRACE, "/instructions", "GET,HEAD"),
        (Method::OPTIONS, "/meta/main/deletion", "POST"),
    ] {
        let back = site.send(method, &format!("/privacy{path}"), &[], String::new()).await;
        assert_eq!((back.status.as_u16(), back.header("allow")), (405, allowed), "{path}");
        assert_eq!(back.headers.get("access-control-allow-origin"), None);
    }
}

/// Keeps what is logged on this thread, fields and all.
#[derive(Clone, Default)]
struct Log(std::sync::Arc<std::sync::Mutex<String>>);

impl tracing::field::Visit for Log {
    fn record_debug(&mut self, field: &tracing::field::Field, value: &dyn std::fmt::Debug) {
        self.0.lock().unwrap().push_str(&format!("{field}={value:?} "));
    }
}

impl tracing::Subscriber for Log {
    fn enabled(&self, _: &tracing::Metadata<'_>) -> bool {
        true
    }

    fn new_span(&self, span: &tracing::span::Attributes<'_>) -> tracing::span::Id {
        span.record(&mut self.clone());
        tracing::span::Id::from_u64(1)
    }

    fn event(&self, event: &tracing::Event<'_>) {
        event.record(&mut self.clone());
    }

    fn record(&self, _: &tracing::span::Id, values: &tracing::span::Record<'_>) {
        values.record(&mut self.clone());
    }

    fn record_follows_from(&self, _: &tracing::span::Id, _: &tracing::span::Id) {}
    fn enter(&self, _: &tracing::span::Id) {}
    fn exit(&self, _: &tracing::span::Id) {}
}

#[tokio::test]
async fn nothing_personal_and_no_secret_is_logged_or_stands_in_an_address() {
    let log = Log::default();
    let _guard = tracing::subscriber::set_default(log.clone());
    let site = Site::new().await;
    let code = site.asked("218471").await;
    site.post("/meta/main/deauthorize", &[("signed_request", &signed("218471"))]).await;
    let asked = site.post("/request", &[("phone", "+91 98765 43210")]).await;
    let token = asked.header("location").rsplit('/').next().unwrap().to_owned();
    site.post("/request", &[("email", "ana@example.com")]).await;
    site.post(&format!("/prove/{token}"), &[("code", "424242")]).await;
    let hold =
        serde_json::json!({ "matter": "7", "authority": "Court", "scope": { "tenant": "acme-of-ana" } });
    site.operate(Method::POST, "/holds", Some(hold)).await;
    site.get(&format!("/status/{code}")).await;
    site.work().await;
    let logged = log.0.lock().unwrap().clone();
    assert!(logged.contains("an app was deauthorised"), "{logged}");
    for secret in ["218471", "9876543210", "ana@", "acme-of-ana", "424242", &code, &token] {
        assert!(!logged.contains(secret), "{secret} in {logged}");
        assert!(secret == token || !asked.header("location").contains(secret), "{secret}");
    }
}
