//! People who gave an address are told how their request goes: at least once, in order, and nobody knows the address afterwards.
#![cfg(feature = "pages")]

#[expect(dead_code, reason = "each test takes what it needs")]
mod support;

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, OnceLock};

use chrono::TimeDelta;
use oubliette::code::ConfirmationCode;
use oubliette::engine::{Engine, EngineError, Idempotency};
use oubliette::identifier::Identifier;
use oubliette::meta::StatusPage;
use oubliette::page::Renderer;
use oubliette::policy::Channel;
use oubliette::port::{Destination, LedgerError, Message, Notifier, NotifyError, Seals as _};
use oubliette::request::{Actor, ReplyTo, Request, RequestId, RequestState};
use oubliette::verify::{ChallengeError, Method};
use support::World;

const POLICY: &str = r#"
name = "Example CRM"
version = "1"
[promises]
complete_within = "30 days"
verification_extends = true
PROMISES
[channels.email]
verify = ["registered_email", "number_ownership"]
[channels.operator]
verify = []
[[category]]
id = "people"
label = "Your profile"
on_erasure = "erase"
"#;

const MAP: &str = r#"
[stores.crm]
kind = "sql"
[[collection]]
name = "contacts"
key = "id"
category = "people"
subject = "contact"
identifiers = { phone = "phone", email = "email" }
"#;

const ANA: &str = "ana@example.com";

/// Keeps what it is handed, as long as it works.
#[derive(Debug, Clone, Default)]
struct Desk(Arc<Mutex<Vec<Message>>>, Arc<AtomicBool>);

#[async_trait::async_trait]
impl Notifier for Desk {
    async fn notify(&self, message: &Message) -> Result<(), NotifyError> {
        if self.1.load(Ordering::Relaxed) {
            return Err(NotifyError { detail: "the mail server is away".to_owned() });
        }
        self.0.lock().unwrap().push(message.clone());
        Ok(())
    }
}

impl Desk {
    fn kinds(&self) -> Vec<String> {
        self.0.lock().unwrap().iter().map(|message| message.kind.clone()).collect()
    }

    fn last(&self) -> Message {
        self.0.lock().unwrap().last().unwrap().clone()
    }

    fn breaks(&self, is_away: bool) {
        self.1.store(is_away, Ordering::Relaxed);
    }
}

fn world(promises: &str) -> World {
    let world = World::new(&POLICY.replace("PROMISES", promises), MAP, &[("contacts", &["id"])]);
    let row = [("id", 1.into()), ("phone", "+442079460958".into()), ("email", ANA.into())];
    world.insert("contacts", &row);
    world
}

async fn engine(world: &World, desk: &Desk) -> Engine {
    let page = StatusPage::new("https://crm.example/privacy/status/".parse().unwrap()).unwrap();
    world
        .builder()
        .with_notifier(desk.clone(), Renderer::new().unwrap())
        .with_pages(page, "https://crm.example/privacy/prove/")
        .build()
        .await
        .unwrap()
}

fn request(channel: Channel, identifier: &str) -> Request {
    let identifier = Identifier::parse_pair(identifier, None).unwrap();
    let reply_to = ReplyTo::new("ana.private@example.com", "en");
    Request::builder(channel).with_identifier(identifier).with_reply_to(reply_to).build().unwrap()
}

async fn open(engine: &Engine, request: &Request) -> (RequestId, ConfirmationCode) {
    let ticket = engine.open(request, &Idempotency::WhileOpen).await.unwrap();
    (ticket.id, ticket.code)
}

#[tokio::test]
async fn what_happens_is_told_once_and_then_the_address_is_gone() {
    let world = world("grace = \"3 days\"");
    let desk = Desk::default();
    let engine = engine(&world, &desk).await;
    let (id, code) = open(&engine, &request(Channel::Operator, "phone=+442079460958")).await;
    assert_eq!(engine.run(id).await.unwrap().state, RequestState::Scheduled);
    assert_eq!(engine.run(id).await.unwrap().state, RequestState::Scheduled);
    assert_eq!(desk.kinds(), ["acknowledged", "scheduled"]);
    let scheduled = desk.last();
    assert_eq!(scheduled.to, Destination::Email("ana.private@example.com".to_owned()));
    let link = format!("https://crm.example/privacy/status/{}", code.as_str());
    assert!(scheduled.text.contains(&link), "{}", scheduled.text);
    world.clock.set(support::now() + TimeDelta::days(4));
    assert_eq!(engine.run(id).await.unwrap().state, RequestState::Completed);
    assert_eq!(desk.kinds(), ["acknowledged", "scheduled", "completed"]);
    assert!(desk.last().text.contains("Your profile"), "{}", desk.last().text);
    assert!(world.ledger.unseal(id).await.unwrap().is_none(), "the address is gone with the seal");
    engine.run(id).await.unwrap();
    assert_eq!(desk.kinds().len(), 3);
}

#[tokio::test]
async fn a_notice_that_is_not_taken_comes_again_and_is_given_up_in_the_end() {
    for gives_up in [false, true] {
        let world = world("");
        let desk = Desk::default();
        desk.breaks(true);
        let engine = engine(&world, &desk).await;
        let (id, _) = open(&engine, &request(Channel::Operator, "phone=+442079460958")).await;
        assert_eq!(engine.run(id).await.unwrap().state, RequestState::Completed, "the work is not held up");
        assert!(world.ledger.unseal(id).await.unwrap().is_some(), "the address is still needed");
        let mut runs = 0;
        if !gives_up {
            desk.breaks(false);
        }
        while world.ledger.unseal(id).await.unwrap().is_some() {
            world.clock.set(oubliette::port::Clock::now(world.clock.as_ref()) + TimeDelta::hours(48));
            let (due, _) = engine.run_due().await.unwrap().expect("it is due again");
            assert_eq!(due, id);
            runs += 1;
            assert!(runs < 40);
        }
        let report = engine.report(id).await.unwrap();
        let told = if gives_up { vec![] } else { vec!["acknowledged", "completed"] };
        assert_eq!(desk.kinds(), told);
        let is_said = report.warnings.iter().any(|it| it.contains("could not be told"));
        assert_eq!(is_said, gives_up, "{:?}", report.warnings);
    }
}

#[tokio::test]
async fn who_cancels_or_is_refused_is_told() {
    let world = world("grace = \"3 days\"");
    let desk = Desk::default();
    let engine = engine(&world, &desk).await;
    let (id, code) = open(&engine, &request(Channel::Operator, "phone=+442079460958")).await;
    engine.run(id).await.unwrap();
    let registry = engine.registry();
    let wrong =
        registry.cancel_with(&code, &registry.cancel_token(RequestId::new(support::now(), [9; 10]))).await;
    assert!(matches!(wrong, Err(EngineError::Challenge(ChallengeError::Wrong))));
    registry.cancel_with(&code, &registry.cancel_token(id)).await.unwrap();
    let again = registry.cancel_with(&code, &registry.cancel_token(id)).await;
    assert!(matches!(again, Err(EngineError::Challenge(ChallengeError::Expired))), "{again:?}");
    engine.run_due().await.unwrap().unwrap().1.unwrap();
    assert_eq!(desk.kinds(), ["acknowledged", "scheduled", "cancelled"]);
    let (id, _) = open(&engine, &request(Channel::Operator, "email=ana@example.com")).await;
    engine
        .refuse(id, "we could not tell that it is you", Some("GDPR Art. 12(6)"), &Actor::operator("Q"))
        .await
        .unwrap();
    engine.run(id).await.unwrap();
    assert_eq!(desk.kinds().last().unwrap(), "refused");
    assert!(desk.last().text.contains("GDPR Art. 12(6)"));
    assert!(world.ledger.unseal(id).await.unwrap().is_none());
}

#[tokio::test]
async fn a_link_goes_to_the_registered_address_alone_and_counts_once() {
    let world = world("");
    let desk = Desk::default();
    let engine = engine(&world, &desk).await;
    let (id, _) = open(&engine, &request(Channel::Email, "phone=+442079460958")).await;
    assert_eq!(engine.run(id).await.unwrap().state, RequestState::AwaitingVerification);
    let promised = engine.report(id).await.unwrap().complete_by.unwrap();
    assert_eq!(
        engine.challenge(id, Method::RegisteredEmail).await.unwrap(),
        None,
        "the browser gets nothing"
    );
    let link = desk.last();
    assert_eq!((link.kind.as_str(), link.to), ("prove_yourself", Destination::Email(ANA.to_owned())));
    let token = link.text.split("/prove/").nth(1).unwrap().chars().take(56).collect::<String>();
    let soon = engine.challenge(id, Method::RegisteredEmail).await;
    assert!(matches!(soon, Err(EngineError::Challenge(ChallengeError::TooSoon { .. }))));
    let not_listed = engine.challenge(id, Method::Password).await;
    assert!(matches!(not_listed, Err(EngineError::UnlistedMethod { .. })));
    world.clock.set(support::now() + TimeDelta::hours(30));
    let token = token.parse().unwrap();
    engine.answer_challenge(&token, None).await.unwrap();
    let again = engine.answer_challenge(&token, None).await;
    assert!(matches!(again, Err(EngineError::Challenge(ChallengeError::Used))), "{again:?}");
    let end = engine.run(id).await.unwrap();
    assert_eq!(end.state, RequestState::Completed);
    assert_eq!(end.complete_by, Some(promised + TimeDelta::hours(30)), "the clock stood meanwhile");
}

#[tokio::test]
async fn a_code_goes_to_the_number_and_guessing_ends() {
    let world = world("");
    let desk = Desk::default();
    let engine = engine(&world, &desk).await;
    let (id, _) = open(&engine, &request(Channel::Email, "phone=+442079460958")).await;
    engine.run(id).await.unwrap();
    let token = engine.challenge(id, Method::NumberOwnership).await.unwrap().unwrap();
    assert_eq!(desk.last().to, Destination::Number("+442079460958".to_owned()));
    let code: String =
        desk.last().text.split(|c: char| !c.is_ascii_digit()).find(|it| it.len() == 6).unwrap().to_owned();
    let wrong = if code == "000000" { "000001" } else { "000000" };
    for _ in 0..5 {
        let guessed = engine.answer_challenge(&token, Some(wrong)).await;
        assert!(matches!(guessed, Err(EngineError::Challenge(ChallengeError::Wrong))), "{guessed:?}");
    }
    let late = engine.answer_challenge(&token, Some(&code)).await;
    assert!(matches!(late, Err(EngineError::Challenge(ChallengeError::TooManyAttempts))), "{late:?}");
    assert_eq!(engine.run(id).await.unwrap().state, RequestState::AwaitingVerification);
    assert_eq!(world.store.rows("contacts").len(), 1);
}

/// Whoever is told proves at once who they are, while the worker is still at their request.
#[derive(Debug, Clone, Default)]
struct Prompt(Arc<OnceLock<(Engine, RequestId)>>, Arc<AtomicBool>);

#[async_trait::async_trait]
impl Notifier for Prompt {
    async fn notify(&self, _: &Message) -> Result<(), NotifyError> {
        if let Some((engine, id)) = self.0.get()
            && !self.1.swap(true, Ordering::Relaxed)
        {
            let method = "registered_email".parse().unwrap();
            engine.prove(*id, &method, &Actor::Host).await.unwrap();
        }
        Ok(())
    }
}

#[tokio::test]
async fn a_proof_that_comes_while_a_worker_is_at_the_request_is_not_put_off() {
    let world = world("");
    let prompt = Prompt::default();
    let builder = world.builder().with_notifier(prompt.clone(), Renderer::new().unwrap());
    let engine = builder.build().await.unwrap();
    let (id, _) = open(&engine, &request(Channel::Email, "phone=+442079460958")).await;
    prompt.0.set((engine.clone(), id)).unwrap();
    let (_, met) = engine.run_due().await.unwrap().unwrap();
    assert!(matches!(met, Err(EngineError::Ledger(LedgerError::Conflict(_)))), "{met:?}");
    let (_, report) = engine.run_due().await.unwrap().expect("it is due at once, and nobody's");
    assert_eq!(report.unwrap().state, RequestState::Completed);
}
