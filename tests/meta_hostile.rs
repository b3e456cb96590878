//! Signed requests from people who wish us ill, and from a Meta that changes its spelling: nothing panics, nothing
//! unsigned is believed, and what is believed is what was signed.

use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, STANDARD_NO_PAD, URL_SAFE, URL_SAFE_NO_PAD};
use hmac::{Hmac, KeyInit as _, Mac as _};
use oubliette::meta::{
    AppSecret, AppSecrets, Endpoint, MAX_SIGNED_REQUEST_BYTES, Product, SignedRequest, SignedRequestError,
};
use proptest::prelude::*;
use sha2::Sha256;

const SECRET: &str = "5f0c7d6e2b";

fn verify(token: &str) -> Result<SignedRequest, SignedRequestError> {
    SignedRequest::verify(token, &AppSecrets::new([AppSecret::new(SECRET), AppSecret::new("the next one")]))
}

fn encode(spelling: usize, bytes: &[u8]) -> String {
    match spelling % 4 {
        0 => URL_SAFE_NO_PAD.encode(bytes),
        1 => URL_SAFE.encode(bytes),
        2 => STANDARD_NO_PAD.encode(bytes),
        _ => STANDARD.encode(bytes),
    }
}

/// Signs the payload's text as it stands, whatever it is.
fn signed(secret: &str, encoded: &str, spelling: usize) -> String {
    let mac = Hmac::<Sha256>::new_from_slice(secret.as_bytes()).unwrap().chain_update(encoded).finalize();
    format!("{}.{encoded}", encode(spelling, &mac.into_bytes()))
}

/// JSON of every shape, whole numbers beyond 64 bits included.
fn json() -> impl Strategy<Value = String> {
    let leaf = prop_oneof![
        Just("null".to_owned()),
        any::<bool>().prop_map(|value| value.to_string()),
        any::<i64>().prop_map(|value| value.to_string()),
        any::<u128>().prop_map(|value| value.to_string()),
        any::<f64>().prop_map(|value| value.to_string()),
        any::<String>().prop_map(|value| serde_json::to_string(&value).unwrap()),
    ];
    leaf.prop_recursive(3, 16, 4, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(|items| format!("[{}]", items.join(","))),
            prop::collection::vec((any::<String>(), inner), 0..4).prop_map(|members| {
                let members = members
                    .iter()
                    .map(|(key, value)| format!("{}:{value}", serde_json::to_string(key).unwrap()));
                format!("{{{}}}", members.collect::<Vec<_>>().join(","))
            }),
        ]
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn no_text_is_believed(token in any::<String>()) {
        prop_assert!(verify(&token).is_err());
    }

    #[test]
    fn nothing_that_looks_like_a_token_is_believed(token in "[A-Za-z0-9+/_-]{43}={0,2}\\.[A-Za-z0-9+/_-]{0,80}={0,2}") {
        prop_assert!(matches!(
            verify(&token),
            Err(SignedRequestError::Malformed | SignedRequestError::BadSignature)
        ));
    }

    #[test]
    fn signed_bytes_never_panic(payload in prop::collection::vec(any::<u8>(), 0..300), spelling in 0..4_usize) {
        prop_assert!(verify(&signed(SECRET, &encode(spelling, &payload), spelling)).is_err());
    }

    #[test]
    fn signed_text_that_is_no_base64_is_malformed(text in "[ -~]{0,40}[ .!\\r\\n][ -~]{0,40}") {
        prop_assert_eq!(verify(&signed(SECRET, &text, 0)).err(), Some(SignedRequestError::Malformed));
    }

    #[test]
    fn signed_json_never_panics(
        (user_id, profile_id, issued_at, expires, other) in (json(), json(), json(), json(), json()),
        spelling in 0..4_usize,
    ) {
        let payload = format!(
            r#"{{"algorithm":"HMAC-SHA256","user_id":{user_id},"profile_id":{profile_id},"issued_at":{issued_at},"expires":{expires},"other":{other}}}"#
        );
        let token = signed(SECRET, &encode(spelling, payload.as_bytes()), spelling);
        match verify(&token) {
            Ok(request) => {
                let id = request.user_id().map(ToString::to_string);
                let text = id.clone().map(|id| format!("\"{id}\""));
                let stands_there = id.as_ref() == Some(&user_id) || text.as_ref() == Some(&user_id);
                prop_assert!(id.is_none() || stands_there, "the identifier is what was signed");
            }
            Err(error) => {
                prop_assert!(error == SignedRequestError::Malformed || token.len() > MAX_SIGNED_REQUEST_BYTES);
            }
        }
    }

    #[test]
    fn genuine_requests_are_read_in_every_spelling(
        id in "[1-9][0-9]{0,40}",
        is_number: bool,
        issued_at in 0..253_402_300_799_i64,
        filler in "[ -~¿-ÿ]{0,20}",
        spelling in 0..16_usize,
    ) {
        let quote = if is_number { "" } else { "\"" };
        let filler = serde_json::to_string(&filler).unwrap();
        let payload = format!(
            r#"{{"algorithm":"HMAC-SHA256","issued_at":{issued_at},"user_id":{quote}{id}{quote},"new":{filler}}}"#
        );
        for secret in [SECRET, "the next one"] {
            let request = verify(&signed(secret, &encode(spelling, payload.as_bytes()), spelling / 4)).unwrap();
            prop_assert_eq!(request.user_id().map(ToString::to_string), Some(id.clone()));
            prop_assert_eq!(request.issued_at().map(|instant| instant.timestamp()), Some(issued_at));
            let key = request.idempotency_key(Product::Facebook, "77", Endpoint::DataDeletion).unwrap();
            let expected = format!(
                "8:facebook,2:77,13:data_deletion,{}:{id},{}:{issued_at},",
                id.len(),
                issued_at.to_string().len()
            );
            prop_assert_eq!(key.as_str(), expected);
        }
    }

    #[test]
    fn a_changed_byte_is_noticed(at in 0..200_usize, other in "[A-Za-z0-9.=]") {
        let payload = r#"{"algorithm":"HMAC-SHA256","issued_at":1291836800,"user_id":"218471"}"#;
        let token = signed(SECRET, &encode(0, payload.as_bytes()), 0);
        let at = at % token.len();
        let mut changed = token.clone();
        changed.replace_range(at..=at, &other);
        // The signature's last symbol has two spare bits, which mean nothing.
        let is_spare = at == 42;
        let read = verify(&changed);
        prop_assert!(changed == token || is_spare || read.is_err());
        prop_assert!(read.is_err() || read == verify(&token));
    }
}
