//! `SignedRequest::verify` beside the work that nobody can leave out.
//!
//! `bare` decodes both halves with one fixed alphabet, checks one HMAC with a key that is already worked in, and parses
//! the payload into the same `Map` that `payload()` offers. It refuses no other spelling, no repeated member and no
//! absurd instant, and reads no identifier. `bare_struct` parses the three members into a struct instead, as a caller
//! would who needs nothing else. Both start from the token's text, as `oubliette` does.

use std::hint::black_box;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use criterion::{Criterion, criterion_group, criterion_main};
use hmac::{Hmac, KeyInit as _, Mac as _};
use oubliette::meta::{AppSecret, AppSecrets, SignedRequest};
use serde::Deserialize;
use serde_json::{Map, Value};
use sha2::Sha256;

const SECRET: &str = "0123456789abcdef0123456789abcdef";
const PAYLOAD: &str = r#"{"algorithm":"HMAC-SHA256","issued_at":1291836800,"user_id":"218471"}"#;

#[derive(Deserialize)]
struct Known {
    algorithm: String,
    issued_at: i64,
    user_id: String,
}

fn authentic_payload(token: &str, keyed: &Hmac<Sha256>) -> Option<Vec<u8>> {
    let (signature, encoded) = token.split_once('.')?;
    let signature = URL_SAFE_NO_PAD.decode(signature).ok()?;
    let payload = URL_SAFE_NO_PAD.decode(encoded).ok()?;
    keyed.clone().chain_update(encoded).verify_slice(&signature).ok()?;
    Some(payload)
}

fn bare(token: &str, keyed: &Hmac<Sha256>) -> Option<Map<String, Value>> {
    let members: Map<String, Value> = serde_json::from_slice(&authentic_payload(token, keyed)?).ok()?;
    (members.get("algorithm")?.as_str()? == "HMAC-SHA256").then_some(members)
}

fn bare_struct(token: &str, keyed: &Hmac<Sha256>) -> Option<Known> {
    let known: Known = serde_json::from_slice(&authentic_payload(token, keyed)?).ok()?;
    (known.algorithm == "HMAC-SHA256").then_some(known)
}

fn verify(criterion: &mut Criterion) {
    let keyed = Hmac::<Sha256>::new_from_slice(SECRET.as_bytes()).unwrap();
    let secrets = AppSecrets::new([AppSecret::new(SECRET)]);
    let encoded = URL_SAFE_NO_PAD.encode(PAYLOAD);
    let signature = URL_SAFE_NO_PAD.encode(keyed.clone().chain_update(&encoded).finalize().into_bytes());
    let token = format!("{signature}.{encoded}");

    let ours = SignedRequest::verify(&token, &secrets).unwrap();
    assert_eq!(Some(ours.payload()), bare(&token, &keyed).as_ref());
    let known = bare_struct(&token, &keyed).unwrap();
    assert_eq!(ours.user_id().map(ToString::to_string), Some(known.user_id));
    assert_eq!(ours.issued_at().map(|instant| instant.timestamp()), Some(known.issued_at));
    let forged = format!("{}.{encoded}", URL_SAFE_NO_PAD.encode([0; 32]));
    assert!(SignedRequest::verify(&forged, &secrets).is_err() && bare(&forged, &keyed).is_none());

    let mut group = criterion.benchmark_group("signed_request/verify");
    group.bench_function("oubliette", |bencher| {
        bencher.iter(|| SignedRequest::verify(black_box(&token), black_box(&secrets)));
    });
    group.bench_function("bare", |bencher| bencher.iter(|| bare(black_box(&token), black_box(&keyed))));
    group.bench_function("bare_struct", |bencher| {
        bencher.iter(|| bare_struct(black_box(&token), black_box(&keyed)));
    });
    group.finish();
}

criterion_group!(benches, verify);
criterion_main!(benches);
