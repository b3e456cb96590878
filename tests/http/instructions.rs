//! How to ask: read off the policy that the engine keeps.

use super::site::{POLICY, Site};

#[tokio::test]
async fn instructions_are_a_page_and_json_of_the_policy_in_force() {
    let site = Site::new().await;
    let page = site.get("/instructions").await;
    assert_eq!((page.status.as_u16(), page.header("content-type")), (200, "text/html; charset=utf-8"));
    assert!(page.body.contains("Access tokens") && page.body.contains("privacy@example.com"));
    let json = site.get_json("/instructions").await;
    assert_eq!(
        (json.header("content-type"), json.header("vary")),
        ("application/json", "Accept, Accept-Language")
    );
    assert_eq!(json.json()["product"], "Example CRM");

    let other = POLICY.replace("Access tokens", "Keys to other services").replace("Example CRM", "Other CRM");
    let changed = Site::with(&other, |doors| doors).await;
    let page = changed.get("/instructions").await;
    assert!(page.body.contains("Keys to other services") && !page.body.contains("Access tokens"));
    assert_eq!(changed.get_json("/instructions").await.json()["product"], "Other CRM");
}

#[tokio::test]
async fn the_language_is_the_visitor_s() {
    let site = Site::new().await;
    let labels = async |path: &str, accepted: &str| {
        let headers = [("accept-language", accepted), ("accept", "application/json")];
        site.send(reqwest::Method::GET, &format!("/privacy{path}"), &headers, String::new()).await.body
    };
    assert!(labels("/instructions", "hi-IN,hi;q=0.9").await.contains("संपर्क"));
    assert!(labels("/instructions?lang=hi", "en").await.contains("संपर्क"));
    assert!(labels("/instructions?lang=en", "hi").await.contains("Contacts"));
    for hostile in
        ["/instructions?lang=%3Cscript%3E", "/instructions?lang=..%2f..%2fetc", "/instructions?lang=%ff"]
    {
        let body = labels(hostile, "xx").await;
        assert!(body.contains("Contacts") && !body.contains("script") && !body.contains("etc"));
    }
}
