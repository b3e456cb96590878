//! Meta's wire: what the callbacks for data deletion and deauthorisation carry, and what they want back.
//!
//! [`SignedRequest::verify`] turns the text of the form field `signed_request` into a checked [`SignedRequest`], or
//! into a [`SignedRequestError`] that repeats nothing of it. [`StatusPage`] makes the [`DeletionResponse`] that Meta
//! hands to the person, and [`SignedRequest::idempotency_key`] recognises a callback that Meta repeats.
//!
//! A [`MetaApp`] does all of it in one call: from the form field to a [`Request`](crate::request::Request), to a
//! [`Deauthorized`] that is none, or to an error with a word for the reply.
//!
//! This module knows the form of the messages and what they ask for. It must not know HTTP, the clock or the ledger: an
//! adapter reads the form field and tells the time, and opens what comes out.
//!
//! Facebook, Instagram and Threads apps have their own ids and secrets. Neither the app nor the product stands in the
//! message, so each route has a key ring ([`AppSecrets`]) of its own and knows which app it serves.
//!
//! ```
//! use oubliette::meta::{AppSecret, AppSecrets, SignedRequest, SignedRequestError};
//!
//! let secrets = AppSecrets::new([AppSecret::new("the secret of this route's app")]);
//! // The signature, then the payload `{"algorithm":"HMAC-SHA256","issued_at":1291836800,"user_id":"218471"}`.
//! let token = "iLvKn6wjSJ3TPntpXSqBoqFd_gflAyRuGD_pK2Jcyp0\
//!              .eyJhbGdvcml0aG0iOiJITUFDLVNIQTI1NiIsImlzc3VlZF9hdCI6MTI5MTgzNjgwMCwidXNlcl9pZCI6IjIxODQ3MSJ9";
//! let request = SignedRequest::verify(token, &secrets)?;
//! assert_eq!(request.user_id().map(|id| id.as_str()), Some("218471"));
//!
//! let others = AppSecrets::new([AppSecret::new("the secret of another app")]);
//! assert_eq!(SignedRequest::verify(token, &others).err(), Some(SignedRequestError::BadSignature));
//! # Ok::<(), SignedRequestError>(())
//! ```

mod app;
mod callback;
mod id_list;
mod payload;
mod response;
mod secret;
mod signed_request;
mod token;

pub use crate::identifier::Product;
pub use app::{CallbackError, Deauthorized, Deletion, DeletionAsked, MetaApp, MetaAppError, Remover};
pub use callback::{Endpoint, IdempotencyKey};
pub use id_list::IdList;
pub use payload::{AppScopedId, ProfileId};
pub use response::{DeletionResponse, StatusPage, StatusPageError};
pub use secret::{AppSecret, AppSecrets};
pub use signed_request::{
    Freshness, FreshnessError, MAX_SIGNED_REQUEST_BYTES, SignedRequest, SignedRequestError,
};

#[cfg(test)]
mod testing {
    use base64::Engine as _;
    use base64::engine::general_purpose::URL_SAFE_NO_PAD;
    use hmac::{Hmac, KeyInit as _, Mac as _};
    use sha2::Sha256;

    /// A signature over an encoded payload, encoded.
    pub(super) fn signature(secret: &str, encoded: &str) -> String {
        let mac = Hmac::<Sha256>::new_from_slice(secret.as_bytes()).unwrap();
        URL_SAFE_NO_PAD.encode(mac.chain_update(encoded).finalize().into_bytes())
    }

    /// A token as Meta makes it: unpadded, and in the alphabet for URLs.
    pub(super) fn sign(secret: &str, payload: impl AsRef<[u8]>) -> String {
        let encoded = URL_SAFE_NO_PAD.encode(payload);
        format!("{}.{encoded}", signature(secret, &encoded))
    }
}
