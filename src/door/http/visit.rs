//! A visit: what somebody sends to a route, as plain data. Knows no framework, and trusts nothing of it.

use std::fmt;
use std::net::IpAddr;

use chrono::{DateTime, Utc};
use http::HeaderMap;
use http::header::CONTENT_TYPE;
use serde::de::DeserializeOwned;
use url::form_urlencoded;

use super::form::Posted;
use super::problem::Trouble;

/// What somebody sends to a route. `Debug` hides all of it.
pub(super) struct Visit {
    pub(super) headers: HeaderMap,
    /// Where it comes from, as far as that is known.
    pub(super) client: Option<IpAddr>,
    /// What the route's places stand for, decoded.
    pub(super) places: Vec<(String, String)>,
    /// What follows the question mark.
    pub(super) query: String,
    /// The body, or why there is none.
    pub(super) body: Result<Vec<u8>, BodyError>,
    /// When it came.
    pub(super) at: DateTime<Utc>,
}

/// Why a body was not read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum BodyError {
    /// It is longer than the route takes.
    TooLarge,
    /// It did not come in time.
    TooSlow,
    /// It broke off, or the address cannot be decoded.
    Broken,
}

impl Visit {
    /// What the route's place of this name stands for.
    ///
    /// # Errors
    /// There is no such place, because the address cannot be decoded.
    pub(super) fn place(&self, name: &str) -> Result<&str, Trouble> {
        let place = self.places.iter().find(|(place, _)| place == name);
        place.map(|(_, text)| text.as_str()).ok_or_else(Trouble::bad_request)
    }

    /// The pairs of the query, in their order.
    pub(super) fn query(&self) -> impl Iterator<Item = (String, String)> {
        form_urlencoded::parse(self.query.as_bytes())
            .map(|(name, value)| (name.into_owned(), value.into_owned()))
    }

    /// The body as a form.
    ///
    /// # Errors
    /// It is something else, or was not read.
    pub(super) fn form(&self) -> Result<Posted, Trouble> {
        if !self.is_of_type("application/x-www-form-urlencoded") {
            return Err(Trouble::unsupported_media("application/x-www-form-urlencoded"));
        }
        Ok(Posted::read(self.body()?))
    }

    /// The body as an object; where there is none, the object without members.
    ///
    /// # Errors
    /// It is something else, has members that it should not have, or was not read.
    pub(super) fn json<T: DeserializeOwned>(&self) -> Result<T, Trouble> {
        let body = match self.body()? {
            [] => b"{}".as_slice(),
            _ if !self.is_of_type("application/json") => {
                return Err(Trouble::unsupported_media("application/json"));
            }
            body => body,
        };
        serde_json::from_slice(body).map_err(|error| Trouble::unreadable_json(&error))
    }

    fn body(&self) -> Result<&[u8], Trouble> {
        self.body.as_deref().map_err(|error| (*error).into())
    }

    /// Whether the body says that it is of this type; parameters such as a charset do not matter.
    fn is_of_type(&self, wanted: &str) -> bool {
        let mut said = self.headers.get_all(CONTENT_TYPE).iter();
        let (Some(one), None) = (said.next(), said.next()) else { return false };
        let essence = one.to_str().unwrap_or_default().split(';').next().unwrap_or_default();
        essence.trim().eq_ignore_ascii_case(wanted)
    }
}

impl fmt::Debug for Visit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Visit(redacted)")
    }
}

#[cfg(test)]
mod tests {
    use http::HeaderValue;

    use super::*;

    fn visit(types: &[&'static str], body: &str) -> Visit {
        let mut headers = HeaderMap::new();
        for said in types {
            headers.append(CONTENT_TYPE, HeaderValue::from_static(said));
        }
        Visit {
            headers,
            client: None,
            places: Vec::new(),
            query: String::new(),
            body: Ok(body.into()),
            at: DateTime::UNIX_EPOCH,
        }
    }

    #[test]
    fn a_body_is_what_its_one_type_says() {
        let form = "application/x-www-form-urlencoded";
        for types in [&[form][..], &["Application/X-WWW-Form-Urlencoded; charset=UTF-8"]] {
            assert!(visit(types, "a=b").form().is_ok(), "{types:?}");
        }
        for types in [&[][..], &["application/json"], &[form, form], &["multipart/form-data"], &["form"]] {
            assert_eq!(visit(types, "a=b").form().err().map(|it| it.status.as_u16()), Some(415), "{types:?}");
        }
        let json = |types: &[&'static str], body| visit(types, body).json::<serde_json::Value>();
        assert_eq!(json(&["application/json"], "[1]").ok(), Some(serde_json::json!([1])));
        assert_eq!(json(&[], "").ok(), Some(serde_json::json!({})), "no body is an object without members");
        assert_eq!(json(&[form], "{}").err().map(|it| it.status.as_u16()), Some(415));
        assert_eq!(json(&["application/json"], "{").err().map(|it| it.status.as_u16()), Some(400));
    }
}
