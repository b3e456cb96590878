//! The namespaces of Meta's scoped ids.
//!
//! Facebook, Instagram and Threads apps each number their users anew: the same digits under another product or app are
//! another person. Knows how such an id is written, and nothing about where it is stored.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::text::words::words;
use crate::text::{Explained, quoted};

words! {
    /// The product of Meta whose app numbered the person.
    "a product of Meta" Product {
        /// A Facebook app (also Messenger and WhatsApp's login).
        Facebook = "facebook",
        /// An Instagram app.
        Instagram = "instagram",
        /// A Threads app.
        Threads = "threads",
    }
}

/// Where a scoped id is valid: a product and the id of an app. Names no person.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "Parts", into = "Parts")]
pub struct Namespace {
    product: Product,
    app_id: String,
}

/// A text or an app id that does not name a namespace.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("this {}; {}", self.fault(), self.remedy())]
pub struct NamespaceError;

impl Explained for NamespaceError {
    fn fault(&self) -> String {
        "is not a namespace".to_owned()
    }

    fn remedy(&self) -> String {
        format!(
            "write the product ({}) and the app's id from its settings, up to {MAX_DIGITS} digits and not zero, as in \"facebook/1234567890\"",
            quoted(Product::WORDS)
        )
    }
}

/// Meta's ids have up to 17 digits today; the bound only keeps hostile input small.
const MAX_DIGITS: usize = 32;

impl Namespace {
    /// Names the namespace of an app, whose id is kept digit by digit.
    ///
    /// # Errors
    ///
    /// When the app id is not 1 to 32 digits, or is zero.
    pub fn new(product: Product, app_id: &str) -> Result<Self, NamespaceError> {
        if is_scoped_number(app_id) {
            Ok(Self { product, app_id: app_id.to_owned() })
        } else {
            Err(NamespaceError)
        }
    }

    /// The product.
    pub fn product(&self) -> Product {
        self.product
    }

    /// The app's id.
    pub fn app_id(&self) -> &str {
        &self.app_id
    }
}

/// Reads what [`Display`](fmt::Display) writes: `facebook/1234567890`.
impl FromStr for Namespace {
    type Err = NamespaceError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let (product, app_id) = text.split_once('/').ok_or(NamespaceError)?;
        Self::new(product.parse().map_err(|_| NamespaceError)?, app_id)
    }
}

/// Written as in identifiers: `facebook/1234567890`.
impl fmt::Display for Namespace {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.product, self.app_id)
    }
}

#[derive(Serialize, Deserialize)]
struct Parts {
    product: Product,
    app_id: String,
}

impl TryFrom<Parts> for Namespace {
    type Error = NamespaceError;

    fn try_from(parts: Parts) -> Result<Self, Self::Error> {
        Self::new(parts.product, &parts.app_id)
    }
}

impl From<Namespace> for Parts {
    fn from(namespace: Namespace) -> Self {
        Self { product: namespace.product, app_id: namespace.app_id }
    }
}

/// Whether the text is a number that Meta gives to an app or a user. Zero is what a callback carries when a Page, and no
/// person, removed the app: it names nobody.
pub(super) fn is_scoped_number(text: &str) -> bool {
    (1..=MAX_DIGITS).contains(&text.len())
        && text.bytes().all(|byte| byte.is_ascii_digit())
        && text.bytes().any(|byte| byte != b'0')
}

/// Reads `product/app_id/id`; `None` unless all three parts are there and well formed.
pub(super) fn read_scoped(text: &str) -> Option<(Namespace, &str)> {
    let mut parts = text.split('/');
    let (product, app_id, id) = (parts.next()?, parts.next()?, parts.next()?);
    if parts.next().is_some() || !is_scoped_number(id) {
        return None;
    }
    let namespace = Namespace::new(product.parse().ok()?, app_id).ok()?;
    Some((namespace, id))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_scoped_id_has_three_parts() {
        let (namespace, id) = read_scoped("instagram/0042/218471").unwrap();
        assert_eq!((namespace.product(), namespace.app_id(), id), (Product::Instagram, "0042", "218471"));
        assert_eq!(namespace.to_string(), "instagram/0042");
        assert_eq!("instagram/0042".parse(), Ok(namespace));
        for bad in ["", "42", "facebook/", "facebook/1/2", "tiktok/42", "facebook/0", "facebook/x"] {
            assert_eq!(bad.parse::<Namespace>(), Err(NamespaceError), "{bad}");
        }
        for bad in [
            "",
            "218471",
            "1/218471",
            "facebook/1/2/3",
            "whatsapp/1/2",
            "Facebook/1/2",
            "facebook//2",
            "facebook/1/",
            "facebook/1/0",
            "facebook/1/000",
            "facebook/0/1",
            "facebook/1/-2",
            "facebook/1/٣",
            "facebook/1/2 ",
        ] {
            assert!(read_scoped(bad).is_none(), "{bad}");
        }
        assert!(read_scoped(&format!("facebook/1/{}", "9".repeat(32))).is_some());
        assert!(read_scoped(&format!("facebook/1/{}", "9".repeat(33))).is_none());
    }

    #[test]
    fn a_stored_namespace_is_checked_again() {
        let namespace = Namespace::new(Product::Threads, "77").unwrap();
        let json = serde_json::to_string(&namespace).unwrap();
        assert_eq!(json, r#"{"product":"threads","app_id":"77"}"#);
        assert_eq!(serde_json::from_str::<Namespace>(&json).unwrap(), namespace);
        assert!(serde_json::from_str::<Namespace>(r#"{"product":"threads","app_id":"x"}"#).is_err());
    }
}
