//! What headers say: ours that all answers have, and a visitor's by which form, language and origin are told.

use http::header::{
    ACCEPT, ACCEPT_LANGUAGE, CACHE_CONTROL, CONTENT_SECURITY_POLICY, HeaderName, ORIGIN, REFERRER_POLICY,
    X_CONTENT_TYPE_OPTIONS, X_FRAME_OPTIONS,
};
use http::{HeaderMap, HeaderValue};
use url::Url;

/// The header in which browsers say whether a page of ours sent the visitor here.
const SEC_FETCH_SITE: HeaderName = HeaderName::from_static("sec-fetch-site");
/// The most entries of a list of preferences that are looked at.
const MAX_ENTRIES: usize = 32;

/// The headers that every answer has.
pub(super) fn protective(content_security_policy: HeaderValue) -> [(HeaderName, HeaderValue); 5] {
    [
        (CACHE_CONTROL, HeaderValue::from_static("no-store")),
        (REFERRER_POLICY, HeaderValue::from_static("no-referrer")),
        (X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff")),
        (X_FRAME_OPTIONS, HeaderValue::from_static("DENY")),
        (CONTENT_SECURITY_POLICY, content_security_policy),
    ]
}

/// Whether a program asks: JSON is named and preferred to pages.
pub(super) fn wants_json(headers: &HeaderMap) -> bool {
    let weight = |wanted: &[&str]| {
        let entries = preferences(headers, &ACCEPT);
        let named = entries.iter().filter(|(name, _)| wanted.iter().any(|it| name.eq_ignore_ascii_case(it)));
        named.map(|(_, weight)| *weight).max().unwrap_or_default()
    };
    weight(&["application/json", "application/problem+json"])
        > weight(&["text/html", "application/xhtml+xml"])
}

/// The language of those offered, the default first, that a visitor prefers. What the address asks for comes before what
/// the browser is set to.
pub(super) fn language<'a>(asked: Option<&str>, headers: &HeaderMap, offered: &[&'a str]) -> Option<&'a str> {
    let mut browsers = preferences(headers, &ACCEPT_LANGUAGE);
    browsers.retain(|(_, weight)| *weight > 0);
    // A stable sort: of two that weigh the same, the first is meant.
    browsers.sort_by_key(|(_, weight)| std::cmp::Reverse(*weight));
    let wanted = asked.into_iter().chain(browsers.iter().map(|(name, _)| *name));
    let mut found = wanted.filter_map(|tag| {
        let mut wider = std::iter::successors(Some(tag), |tag| tag.rsplit_once('-').map(|(wider, _)| wider));
        wider.find_map(|tag| offered.iter().find(|it| it.eq_ignore_ascii_case(tag)))
    });
    found.next().or(offered.first()).copied()
}

/// What a browser says of the page that sent a form here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum SentFrom {
    /// A page of ours.
    Ours,
    /// A page of somebody else's.
    Elsewhere,
    /// Nothing is said, as by programs.
    Unsaid,
}

/// Where a form was sent from. `Origin` is `null` for pages that, as ours, send no referrer: that says nothing.
pub(super) fn sent_from(headers: &HeaderMap, base: &Url) -> SentFrom {
    let said = |name: &HeaderName| headers.get(name).map(|value| value.to_str().unwrap_or("?"));
    match (said(&SEC_FETCH_SITE), said(&ORIGIN)) {
        (Some("same-origin"), _) => SentFrom::Ours,
        (Some(_), _) => SentFrom::Elsewhere,
        (None, None | Some("null")) => SentFrom::Unsaid,
        (None, Some(origin)) if origin == base.origin().ascii_serialization() => SentFrom::Ours,
        (None, Some(_)) => SentFrom::Elsewhere,
    }
}

/// The entries of a list of preferences, each with its weight in thousandths.
fn preferences<'a>(headers: &'a HeaderMap, name: &HeaderName) -> Vec<(&'a str, u16)> {
    let lists = headers.get_all(name).iter().filter_map(|value| value.to_str().ok());
    let entries = lists.flat_map(|list| list.split(',')).take(MAX_ENTRIES);
    let entry = |entry: &'a str| {
        let mut parts = entry.split(';').map(str::trim);
        let name = parts.next().unwrap_or_default();
        let weight = parts.find_map(|it| it.strip_prefix("q=").or_else(|| it.strip_prefix("Q=")));
        (name, weight.map_or(1_000, thousandths))
    };
    entries.map(entry).collect()
}

/// A weight such as `0.75`; what cannot be read weighs nothing.
fn thousandths(text: &str) -> u16 {
    let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
    if fraction.len() > 3 || !fraction.bytes().all(|digit| digit.is_ascii_digit()) {
        return 0;
    }
    match (whole, format!("{fraction:0<3}").parse::<u16>()) {
        ("0", Ok(fraction)) => fraction,
        ("1", Ok(0)) => 1_000,
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with(name: HeaderName, value: &str) -> HeaderMap {
        HeaderMap::from_iter([(name, HeaderValue::from_str(value).unwrap())])
    }

    #[test]
    fn json_is_for_whoever_prefers_it() {
        for accept in [
            "application/json",
            "application/problem+json",
            "Application/JSON, text/html;q=0.9",
            "text/html;q=0.5,application/json;q=0.501",
        ] {
            assert!(wants_json(&with(ACCEPT, accept)), "{accept}");
        }
        for accept in [
            "",
            "*/*",
            "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
            "text/html, application/json",
            "application/json;q=0",
            "application/json;q=2",
            "application/json;q=0.1234",
            "application/json;q=é",
        ] {
            assert!(!wants_json(&with(ACCEPT, accept)), "{accept}");
        }
        assert!(!wants_json(&HeaderMap::new()));
    }

    #[test]
    fn the_language_is_the_address_s_then_the_browser_s_then_the_policy_s() {
        let offered = ["en", "hi", "pt-BR"];
        let chosen = |asked, accept: &str| language(asked, &with(ACCEPT_LANGUAGE, accept), &offered).unwrap();
        assert_eq!(chosen(None, "hi"), "hi");
        assert_eq!(chosen(Some("en"), "hi"), "en");
        assert_eq!(chosen(Some("xx"), "hi-IN,en;q=0.8"), "hi");
        assert_eq!(chosen(None, "en;q=0.2, PT-br;q=0.9, hi;q=0.3"), "pt-BR");
        assert_eq!(chosen(None, "hi;q=0, de, *"), "en");
        assert_eq!(chosen(None, &"x,".repeat(1_000)), "en");
        assert_eq!(language(None, &HeaderMap::new(), &[]), None);
    }

    #[test]
    fn forms_of_others_are_told_from_ours() {
        let base: Url = "https://crm.example/privacy".parse().unwrap();
        for (name, value, expected) in [
            (SEC_FETCH_SITE, "same-origin", SentFrom::Ours),
            (SEC_FETCH_SITE, "same-site", SentFrom::Elsewhere),
            (SEC_FETCH_SITE, "cross-site", SentFrom::Elsewhere),
            (SEC_FETCH_SITE, "none", SentFrom::Elsewhere),
            (ORIGIN, "https://crm.example", SentFrom::Ours),
            (ORIGIN, "https://crm.example.evil.example", SentFrom::Elsewhere),
            (ORIGIN, "http://crm.example", SentFrom::Elsewhere),
            (ORIGIN, "null", SentFrom::Unsaid),
            (ACCEPT, "*/*", SentFrom::Unsaid),
        ] {
            assert_eq!(sent_from(&with(name, value), &base), expected, "{value}");
        }
    }
}
