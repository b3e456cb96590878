//! The response to a deletion callback: where the person can follow the request, and by which code.
//!
//! Knows the form that Meta asks for. The address comes from configuration; no header of the callback may reach it.

use std::fmt;

use serde::Serialize;
use url::{Host, Url};

use crate::code::ConfirmationCode;

/// The page on which a person follows their request, as configured.
///
/// ```
/// use oubliette::code::ConfirmationCode;
/// use oubliette::meta::StatusPage;
///
/// let page = StatusPage::new("https://crm.example/erasure".parse()?)?;
/// let code = ConfirmationCode::from_entropy([7; 16]);
/// let response = page.response(&code);
/// assert_eq!(response.url(), format!("https://crm.example/erasure/{}", code.as_str()));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StatusPage(Url);

/// Why an address cannot be a status page's.
#[non_exhaustive]
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum StatusPageError {
    /// The scheme is not HTTPS. Plain HTTP is taken for this machine only (`localhost`, 127.0.0.0/8, `::1`), for tests.
    #[error("the address of the status page is not HTTPS; write `https://…`")]
    NotHttps,
    /// It holds a user name or a password, which everybody who gets the response would see.
    #[error("the address of the status page holds credentials; leave out `user:password@`")]
    Credentials,
    /// It has a fragment (`#…`), which browsers keep to themselves: the code would never reach the server.
    #[error("the address of the status page has a fragment; leave out `#` and what follows")]
    Fragment,
}

impl StatusPage {
    /// The page below which each request has its own address. A query is kept.
    ///
    /// # Errors
    ///
    /// If `base` is not HTTPS, holds credentials, or has a fragment.
    pub fn new(base: Url) -> Result<Self, StatusPageError> {
        let is_this_machine = match base.host() {
            Some(Host::Domain(name)) => name == "localhost",
            Some(Host::Ipv4(address)) => address.is_loopback(),
            Some(Host::Ipv6(address)) => address.is_loopback(),
            None => false,
        };
        match base.scheme() {
            "https" => {}
            "http" if is_this_machine => {}
            _ => return Err(StatusPageError::NotHttps),
        }
        if !base.username().is_empty() || base.password().is_some() {
            return Err(StatusPageError::Credentials);
        }
        if base.fragment().is_some() {
            return Err(StatusPageError::Fragment);
        }
        Ok(Self(base))
    }

    /// Where the request with this code can be followed: the code is one more segment of the page's path.
    pub fn url(&self, code: &ConfirmationCode) -> Url {
        let mut url = self.0.clone();
        // Only an address without a host has no segments, and `new` lets none through.
        if let Ok(mut segments) = url.path_segments_mut() {
            segments.pop_if_empty().push(code.as_str());
        }
        url
    }

    /// Makes the response to Meta for the request with this code.
    pub fn response(&self, code: &ConfirmationCode) -> DeletionResponse {
        DeletionResponse { url: self.url(code).into(), confirmation_code: code.as_str().to_owned() }
    }
}

/// The body of the response to a deletion callback. It serialises to exactly `url` and `confirmation_code`.
///
/// Send it as `application/json`. Whoever holds it can follow the request, so `Debug` hides it.
#[derive(Clone, PartialEq, Eq, Serialize)]
pub struct DeletionResponse {
    url: String,
    confirmation_code: String,
}

impl DeletionResponse {
    /// Where the person can follow the request.
    pub fn url(&self) -> &str {
        &self.url
    }

    /// The request's code, in its canonical form.
    pub fn confirmation_code(&self) -> &str {
        &self.confirmation_code
    }
}

impl fmt::Debug for DeletionResponse {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("DeletionResponse(redacted)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(base: &str) -> Result<StatusPage, StatusPageError> {
        StatusPage::new(base.parse().unwrap())
    }

    #[test]
    fn only_https_unless_it_is_this_machine() {
        for good in [
            "https://crm.example",
            "https://crm.example:8443/a/b",
            "http://localhost:8080/x",
            "http://127.0.0.1",
            "http://[::1]:3000/",
        ] {
            assert!(page(good).is_ok(), "{good}");
        }
        for bad in [
            "http://crm.example",
            "http://localhost.crm.example",
            "http://127.0.0.1.crm.example",
            "http://10.0.0.1",
            "ftp://crm.example",
            "file:///etc",
            "data:text/html,x",
            "mailto:a@crm.example",
            "javascript:alert(1)",
        ] {
            assert_eq!(page(bad), Err(StatusPageError::NotHttps), "{bad}");
        }
        assert_eq!(page("https://u@crm.example"), Err(StatusPageError::Credentials));
        assert_eq!(page("https://:p@crm.example"), Err(StatusPageError::Credentials));
        assert_eq!(page("https://crm.example/#/status"), Err(StatusPageError::Fragment));
    }

    #[test]
    fn the_code_is_the_last_segment() {
        let code = ConfirmationCode::from_entropy([0xa5; 16]);
        for (base, before, after) in [
            ("https://crm.example", "https://crm.example/", ""),
            ("https://crm.example/", "https://crm.example/", ""),
            ("https://crm.example/erasure", "https://crm.example/erasure/", ""),
            ("https://crm.example/erasure/", "https://crm.example/erasure/", ""),
            ("https://crm.example/e?lang=hi", "https://crm.example/e/", "?lang=hi"),
        ] {
            let url = page(base).unwrap().response(&code).url().to_owned();
            assert_eq!(url, format!("{before}{}{after}", code.as_str()));
        }
    }

    #[test]
    fn the_answer_has_exactly_two_members() {
        let code = ConfirmationCode::from_entropy([3; 16]);
        let response = page("https://crm.example/e").unwrap().response(&code);
        let json = serde_json::to_value(&response).unwrap();
        let expected = serde_json::json!({
            "url": format!("https://crm.example/e/{}", code.as_str()),
            "confirmation_code": code.as_str(),
        });
        assert_eq!(json, expected);
        assert!(response.confirmation_code().bytes().all(|byte| byte.is_ascii_alphanumeric()));
        assert!(!format!("{response:?}").contains(code.as_str()));
    }
}
