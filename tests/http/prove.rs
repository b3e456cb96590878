//! Showing who one is: by what is posted, and never by what is only opened.

use oubliette::request::RequestId;
use oubliette::verify::{Method, ProofToken};

use super::site::{POLICY, Site};
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
