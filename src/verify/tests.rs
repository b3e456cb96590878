//! A challenge against a model of it: whatever happens in whatever order, it passes at most once, in time, for its request,
//! by what was sent last, and not after too many wrong answers.

use chrono::{DateTime, TimeDelta, Utc};
use proptest::prelude::*;

use super::*;
use crate::request::RequestId;

const KEY: [u8; 32] = [0x5a; 32];

fn start() -> DateTime<Utc> {
    "2026-07-05T00:00:00Z".parse().unwrap()
}

fn id(number: u8) -> RequestId {
    RequestId::new(start(), [number; 10])
}

fn entropy(number: u64) -> [u8; 32] {
    let mut bytes = [0; 32];
    for (index, byte) in bytes.iter_mut().enumerate() {
        *byte = u8::try_from((number.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> (index % 8 * 8)) & 0xff).unwrap();
    }
    bytes[..8].copy_from_slice(&number.to_be_bytes());
    bytes
}

#[derive(Debug, Clone)]
enum Move {
    /// Have the challenge of one of two requests sent.
    Send { request: usize },
    /// Answer one of them with what was sent at some time, for any of them; or with a code or link of nobody's.
    Answer { request: usize, with: Option<prop::sample::Index>, without_code: bool },
    /// Let time pass.
    Wait { seconds: i64 },
    /// Write it down and read it again.
    Restart,
}

fn moves() -> impl Strategy<Value = Vec<Move>> {
    let one = prop_oneof![
        3 => (0_usize..2).prop_map(|request| Move::Send { request }),
        6 => (0_usize..2, prop::option::weighted(0.7, any::<prop::sample::Index>()), prop::bool::weighted(0.1))
            .prop_map(|(request, with, without_code)| Move::Answer { request, with, without_code }),
        3 => prop_oneof![0_i64..40, 50_i64..200, 600_i64..1_000, 150_000_i64..200_000, -50_i64..0]
            .prop_map(|seconds| Move::Wait { seconds }),
        1 => Just(Move::Restart),
    ];
    prop::collection::vec(one, 1..60)
}

/// What is known of one challenge, without digests.
#[derive(Debug, Default)]
struct Model {
    /// The number of the sending that can be answered, and until when.
    current: Option<(usize, DateTime<Utc>)>,
    sent_at: Option<DateTime<Utc>>,
    sendings: u32,
    wrong: u32,
    passed: bool,
}

fn play(method: Method, moves: Vec<Move>) -> Result<(), TestCaseError> {
    let limits = Limits::default();
    let lasts = if method.has_code() { TimeDelta::minutes(15) } else { TimeDelta::hours(48) };
    let mut challenges = [0, 1].map(|number| Challenge::new(id(number), method).unwrap());
    let mut models = [Model::default(), Model::default()];
    let mut sent: Vec<(usize, Sent)> = Vec::new();
    let mut now = start();
    for (number, step) in moves.into_iter().enumerate() {
        match step {
            Move::Wait { seconds } => now += TimeDelta::seconds(seconds),
            Move::Restart => {
                challenges =
                    challenges.map(|it| serde_json::from_str(&serde_json::to_string(&it).unwrap()).unwrap());
            }
            Move::Send { request } => {
                let model = &mut models[request];
                let from = model.sent_at.map(|at| at + TimeDelta::minutes(1));
                let expected = if model.passed {
                    Err(ChallengeError::Used)
                } else if model.wrong >= 5 {
                    Err(ChallengeError::TooManyAttempts)
                } else if model.sendings >= 5 {
                    Err(ChallengeError::TooManySendings)
                } else if let Some(from) = from.filter(|from| now < *from) {
                    Err(ChallengeError::TooSoon { from })
                } else {
                    Ok(())
                };
                let made = challenges[request].send(entropy(number as u64), &KEY, now, &limits);
                prop_assert_eq!(made.as_ref().map(|_| ()).map_err(|error| *error), expected);
                if let Ok(made) = made {
                    model.current = Some((sent.len(), now + lasts));
                    model.sent_at = Some(now);
                    model.sendings += 1;
                    sent.push((request, made));
                }
            }
            Move::Answer { request, with, without_code } => {
                let chosen = with.filter(|_| !sent.is_empty()).map(|it| it.index(sent.len()));
                let stranger = Challenge::new(id(9), method).unwrap().send(
                    entropy(1_000_000 + number as u64),
                    &KEY,
                    now,
                    &limits,
                );
                let made = match chosen {
                    Some(index) => sent[index].1.clone(),
                    None => stranger.unwrap(),
                };
                let code = made.code.as_ref().filter(|_| !without_code).map(|code| code.reveal().to_owned());
                let model = &mut models[request];
                let is_over = model.current.is_none_or(|(_, end)| now >= end);
                let is_whole = !(method.has_code() && without_code);
                let expected = if model.passed {
                    Err(ChallengeError::Used)
                } else if model.wrong >= 5 {
                    Err(ChallengeError::TooManyAttempts)
                } else if is_over {
                    Err(ChallengeError::Expired)
                } else if is_whole && chosen.is_some() && chosen == model.current.map(|(index, _)| index) {
                    Ok(now)
                } else {
                    Err(ChallengeError::Wrong)
                };
                let given = challenges[request].answer(&made.token, code.as_deref(), &KEY, now, &limits);
                prop_assert_eq!(given.map(|verified| verified.at), expected);
                match expected {
                    Ok(_) => {
                        let of = chosen.map(|index| sent[index].0);
                        prop_assert_eq!(of, Some(request), "only what was sent for it passes");
                        model.passed = true;
                    }
                    Err(ChallengeError::Wrong) => model.wrong += 1,
                    Err(_) => {}
                }
            }
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(500))]

    #[test]
    fn codes_behave_like_their_model(moves in moves()) {
        play(Method::NumberOwnership, moves)?;
    }

    #[test]
    fn links_behave_like_their_model(moves in moves()) {
        play(Method::RegisteredEmail, moves)?;
    }
}

#[test]
fn what_is_kept_opens_nothing() {
    let limits = Limits::default();
    let mut challenge = Challenge::new(id(0), Method::NumberOwnership).unwrap();
    let sent = challenge.send(entropy(7), &KEY, start(), &limits).unwrap();
    let kept = serde_json::to_string(&challenge).unwrap();
    let (token, code) = (sent.token.reveal(), sent.code.clone().unwrap());
    assert!(!kept.contains(&token) && !kept.contains(code.reveal()), "{kept}");
    assert!(!format!("{challenge:?}{sent:?}").contains(code.reveal()));
    let names: serde_json::Value = serde_json::from_str(&kept).unwrap();
    let names: Vec<&str> = names.as_object().unwrap().keys().map(String::as_str).collect();
    let expected = [
        "code",
        "expires_at",
        "method",
        "passed_at",
        "request",
        "sendings",
        "sent_at",
        "token",
        "wrong_answers",
    ];
    assert_eq!(names, expected);
    let other_key = challenge.clone().answer(&sent.token, Some(code.reveal()), &[1; 32], start(), &limits);
    assert_eq!(other_key, Err(ChallengeError::Wrong), "a digest is worth nothing without its key");
    challenge.answer(&sent.token, Some(code.reveal()), &KEY, start(), &limits).unwrap();
    let kept = serde_json::to_value(&challenge).unwrap();
    assert!(kept["token"].is_null() && kept["code"].is_null(), "what was passed is forgotten");
    let short = format!(r#"{{"request":"{}","method":"registered_email"}}"#, id(1));
    assert_eq!(serde_json::from_str::<Challenge>(&short).unwrap().passed_at(), None);
}

#[test]
fn a_code_is_worth_nothing_on_another_page_and_a_page_nothing_without_its_code() {
    let limits = Limits::default();
    let mut one = Challenge::new(id(0), Method::NumberOwnership).unwrap();
    let mut other = Challenge::new(id(1), Method::NumberOwnership).unwrap();
    let sent = one.send(entropy(1), &KEY, start(), &limits).unwrap();
    let elsewhere = other.send(entropy(2), &KEY, start(), &limits).unwrap();
    let code = sent.code.unwrap();
    for (token, code) in
        [(&elsewhere.token, Some(code.reveal())), (&sent.token, None), (&sent.token, Some("x"))]
    {
        assert_eq!(one.answer(token, code, &KEY, start(), &limits), Err(ChallengeError::Wrong));
    }
    assert_eq!(one.attempts_left(&limits), 2);
    let decoy = ProofToken::decoy(id(0), Method::NumberOwnership, entropy(1));
    assert_eq!(decoy.reveal().len(), sent.token.reveal().len());
    assert!(one.answer(&sent.token, Some(code.reveal()), &KEY, start(), &limits).is_ok());
}

#[test]
fn limits_are_the_host_s_to_set() {
    let limits = Limits::default()
        .with_code_lasting(TimeDelta::minutes(1))
        .with_attempts(1)
        .with_sendings(1)
        .with_sendings_apart(TimeDelta::zero());
    let mut challenge = Challenge::new(id(0), Method::NumberOwnership).unwrap();
    let sent = challenge.send(entropy(1), &KEY, start(), &limits).unwrap();
    assert_eq!(challenge.expires_at(), Some(start() + TimeDelta::minutes(1)));
    assert_eq!(challenge.send(entropy(2), &KEY, start(), &limits), Err(ChallengeError::TooManySendings));
    assert_eq!(challenge.answer(&sent.token, None, &KEY, start(), &limits), Err(ChallengeError::Wrong));
    let right =
        challenge.answer(&sent.token, sent.code.as_ref().map(ProofCode::reveal), &KEY, start(), &limits);
    assert_eq!(right, Err(ChallengeError::TooManyAttempts));
    for method in [Method::Password, Method::OperatorAttestation, Method::RepresentativeMandate] {
        assert_eq!(Challenge::new(id(0), method), Err(ChallengeError::NoChallenge));
    }
}

#[test]
fn the_end_of_the_calendar_is_no_panic_and_no_challenge_without_an_end() {
    let limits = Limits::default();
    let mut challenge = Challenge::new(id(0), Method::RegisteredEmail).unwrap();
    let now = DateTime::<Utc>::MAX_UTC;
    let sent = challenge.send(entropy(1), &KEY, now, &limits).unwrap();
    assert_eq!(challenge.answer(&sent.token, None, &KEY, now, &limits), Err(ChallengeError::Expired));
}
