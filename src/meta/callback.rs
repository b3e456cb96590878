//! Which callback a request came in by, and how a repetition of it is recognised.
//!
//! Knows the products and endpoints by name. It must not know where a key is kept.

use std::fmt;

use super::SignedRequest;
use crate::identifier::Product;
use crate::text::words::words;

words! {
    /// What Meta calls for.
    "a callback of Meta" Endpoint {
        /// The person asks for their data to be deleted. It wants a [`DeletionResponse`](super::DeletionResponse).
        DataDeletion = "data_deletion",
        /// The person removed the app: tokens die. It asks for no erasure, and may arrive before or after one that does.
        Deauthorize = "deauthorize",
    }
}

/// By what two deliveries of one callback are known to be the same: product, app, endpoint, person and time of issue.
///
/// The token's text will not do, as one message has many spellings. The key holds the person's identifier: put it
/// through a keyed digest before it is kept longer than the identifier may be.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct IdempotencyKey(String);

impl IdempotencyKey {
    /// The five parts in that order, each as its length in bytes, a colon, the part, and a comma. No two different
    /// callbacks share a text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for IdempotencyKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("IdempotencyKey(redacted)")
    }
}

impl SignedRequest {
    /// The key by which a repetition of this callback is recognised. `app_id` is the app that the route serves;
    /// the message does not name it.
    ///
    /// `None` where the request names no person or no time of issue: nothing then tells a repetition from a new
    /// request, and taking a new one for a repetition would leave a person unerased.
    pub fn idempotency_key(
        &self,
        product: Product,
        app_id: &str,
        endpoint: Endpoint,
    ) -> Option<IdempotencyKey> {
        let user_id = self.user_id()?.as_str();
        let issued_at = self.issued_at()?.timestamp().to_string();
        let parts = [product.as_str(), app_id, endpoint.as_str(), user_id, &issued_at];
        Some(IdempotencyKey(parts.map(|part| format!("{}:{part},", part.len())).concat()))
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::super::testing::sign;
    use super::super::{AppSecret, AppSecrets};
    use super::*;

    fn request(members: &str) -> SignedRequest {
        let token = sign("secret", format!(r#"{{"algorithm":"HMAC-SHA256"{members}}}"#));
        SignedRequest::verify(&token, &AppSecrets::new([AppSecret::new("secret")])).unwrap()
    }

    #[test]
    fn words_are_read_as_they_are_written() {
        for &endpoint in Endpoint::ALL {
            assert_eq!(endpoint.to_string().parse(), Ok(endpoint));
            assert_eq!(serde_json::to_value(endpoint).unwrap(), endpoint.as_str());
        }
        let error = "Deauthorize".parse::<Endpoint>().unwrap_err();
        assert!(error.to_string().contains("`deauthorize`"), "{error}");
        assert!("".parse::<Endpoint>().is_err());
    }

    #[test]
    fn each_part_makes_another_key() {
        let base = request(r#","user_id":"21","issued_at":847"#);
        let later = request(r#","user_id":"21","issued_at":848"#);
        let shifted = request(r#","user_id":"2","issued_at":1847"#);
        let keys = [
            base.idempotency_key(Product::Facebook, "1", Endpoint::DataDeletion),
            base.idempotency_key(Product::Threads, "1", Endpoint::DataDeletion),
            base.idempotency_key(Product::Facebook, "12", Endpoint::DataDeletion),
            base.idempotency_key(Product::Facebook, "1,13:data_deletion", Endpoint::DataDeletion),
            base.idempotency_key(Product::Facebook, "1", Endpoint::Deauthorize),
            later.idempotency_key(Product::Facebook, "1", Endpoint::DataDeletion),
            shifted.idempotency_key(Product::Facebook, "1", Endpoint::DataDeletion),
        ];
        let different: BTreeSet<_> = keys.iter().flatten().collect();
        assert_eq!(different.len(), keys.len());
    }

    #[test]
    fn spelling_makes_no_other_key() {
        let as_text = request(r#","user_id":"21","issued_at":847"#);
        let as_number = request(r#" , "issued_at": 847, "user_id": 21, "new": true"#);
        let key = as_text.idempotency_key(Product::Facebook, "1", Endpoint::DataDeletion);
        assert_eq!(key, as_number.idempotency_key(Product::Facebook, "1", Endpoint::DataDeletion));
        assert_eq!(
            key.as_ref().map(IdempotencyKey::as_str),
            Some("8:facebook,1:1,13:data_deletion,2:21,3:847,")
        );
        assert_eq!(format!("{key:?}"), "Some(IdempotencyKey(redacted))");
    }

    #[test]
    fn no_key_where_nothing_tells_repetitions_apart() {
        for members in
            [r#","user_id":"21""#, r#","issued_at":847"#, r#","user_id":0,"profile_id":"4","issued_at":847"#]
        {
            assert_eq!(request(members).idempotency_key(Product::Facebook, "1", Endpoint::Deauthorize), None);
        }
    }
}
