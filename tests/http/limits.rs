//! Who guesses or asks too often waits, and nobody else does.

use http::HeaderName;
use oubliette::code::ConfirmationCode;
use reqwest::Method;

use super::site::{POLICY, Site};

/// A CRM behind a proxy that tells addresses.
async fn behind_a_proxy() -> Site {
    Site::with(POLICY, |doors| doors.with_client_address_from(HeaderName::from_static("x-real-ip"))).await
}

async fn look(site: &Site, from: &str, path: &str) -> super::site::Back {
    site.send(Method::GET, &format!("/privacy{path}"), &[("x-real-ip", from)], String::new()).await
}

fn never(number: u8) -> String {
    ConfirmationCode::from_entropy([number; 16]).as_str().to_owned()
}

#[tokio::test]
async fn guessing_codes_is_put_off_for_the_network_that_guesses() {
    let site = behind_a_proxy().await;
    let code = site.asked("218471").await;
    for number in 0..20 {
        let back = look(&site, "198.51.100.7", &format!("/status/{}", never(number))).await;
        assert_eq!(back.status.as_u16(), 404, "{number}");
    }
    for path in [format!("/status/{}", never(99)), format!("/status/{code}"), "/prove/x".to_owned()] {
        let back = look(&site, "198.51.100.7", &path).await;
        assert_eq!(
            (back.status.as_u16(), back.header("retry-after")),
            (429, "600"),
            "a right guess shows nothing either"
        );
    }
    assert_eq!(look(&site, "198.51.100.8", &format!("/status/{code}")).await.status.as_u16(), 200);
    assert_eq!(look(&site, "198.51.100.7", "/instructions").await.status.as_u16(), 200);
    site.world.clock.set(super::support::now() + chrono::TimeDelta::minutes(10));
    assert_eq!(look(&site, "198.51.100.7", &format!("/status/{code}")).await.status.as_u16(), 200);
}

#[tokio::test]
async fn looking_at_one_s_own_request_is_no_guess() {
    let site = behind_a_proxy().await;
    let code = site.asked("218471").await;
    for _ in 0..50 {
        assert_eq!(look(&site, "198.51.100.7", &format!("/status/{code}")).await.status.as_u16(), 200);
    }
}

#[tokio::test]
async fn guessing_the_operators_token_is_put_off() {
    let site = Site::new().await;
    let guess = async |token: String| {
        let bearer = format!("Bearer {token}");
        let headers = [("authorization", bearer.as_str())];
        site.send(Method::GET, "/privacy/operator/requests", &headers, String::new()).await
    };
    for number in 0..20 {
        assert_eq!(guess(format!("guess-number-{number}")).await.status.as_u16(), 401);
    }
    let back = guess("guess".to_owned()).await;
    assert_eq!(back.problem(), (429, "too_many".to_owned()));
}

#[tokio::test]
async fn headers_that_the_host_does_not_trust_make_nobody_somebody_else() {
    let site = Site::with(POLICY, |doors| doors).await;
    let mut last = 0;
    for number in 0..21 {
        let headers =
            [("x-forwarded-for", format!("198.51.100.{number}")), ("x-real-ip", format!("10.0.0.{number}"))];
        let headers: Vec<_> = headers.iter().map(|(name, value)| (*name, value.as_str())).collect();
        let path = format!("/privacy/status/{}", never(number));
        last = site.send(Method::GET, &path, &headers, String::new()).await.status.as_u16();
    }
    assert_eq!(last, 429);
}

#[tokio::test]
async fn asking_too_often_is_put_off_whoever_is_asked_for() {
    let site = Site::with(POLICY, |doors| doors).await;
    for number in 0..10 {
        let email = format!("p{number}@example.com");
        assert_eq!(site.post("/request", &[("email", &email)]).await.status.as_u16(), 200);
    }
    for email in ["p0@example.com", "ana@example.com"] {
        let back = site.post("/request", &[("email", email)]).await;
        assert_eq!(back.status.as_u16(), 429);
        assert!(back.header("retry-after").parse::<u64>().unwrap() > 0);
    }
    assert_eq!(site.requests().await, 10);
}
