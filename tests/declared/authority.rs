//! No authority by default: closed channels, unlisted proofs, unknown kinds and unknown tenants.

use oubliette::adapter::memory::MemoryStore;
use oubliette::engine::{Engine, EngineError, Idempotency, Ticket};
use oubliette::identifier::Identifier;
use oubliette::plan::PlanError;
use oubliette::policy::{Channel, Policy, VerificationMethod};
use oubliette::port::{Capabilities, Requests};
use oubliette::request::{Request, RequestBuilder, RequestState, Scope};
use oubliette::value::Value;

use crate::support::World;

const MAP: &str = r#"
    [[collection]]
    name = "accounts"
    key = "id"
    category = "contacts"
    tenant_root = true
    [[collection]]
    name = "contacts"
    key = "id"
    category = "contacts"
    tenant = "account"
    subject = "contact"
    identifiers = { email = "email", loyalty = "loyalty" }
"#;

fn policy(channels: &str) -> String {
    format!(
        "name = \"Test\"\nversion = \"1\"\n[promises]\ncomplete_within = \"30 days\"\n{channels}\n[[category]]\nid = \"contacts\"\non_erasure = \"erase\"\n"
    )
}

/// Two accounts, and Ana in the first.
fn world(channels: &str) -> World {
    let world = World::new(&policy(channels), MAP, &[("accounts", &["id"]), ("contacts", &["id"])]);
    world.insert("accounts", &[("id", 1.into())]);
    world.insert("accounts", &[("id", 2.into())]);
    let ana = [("id", 7.into()), ("account", 1.into()), ("email", Value::from("ana@example.com"))];
    world.insert("contacts", &ana);
    world
}

fn ana(channel: Channel) -> RequestBuilder {
    Request::builder(channel).with_identifier(Identifier::email("ana@example.com").unwrap()).in_tenant("1")
}

fn method(word: &str) -> VerificationMethod {
    word.parse().unwrap()
}

async fn open(engine: &Engine, request: RequestBuilder) -> Result<Ticket, EngineError> {
    engine.open(&request.build().unwrap(), &Idempotency::WhileOpen).await
}

#[tokio::test]
async fn a_channel_that_the_policy_lacks_is_closed() {
    let world = world("[channels.operator]");
    let engine = world.engine().await;
    for &channel in Channel::ALL.iter().filter(|it| **it != Channel::Operator) {
        let error = open(&engine, ana(channel)).await.unwrap_err();
        assert!(matches!(error, EngineError::ChannelClosed(closed) if closed == channel), "{error}");
        assert!(error.to_string().contains(&format!("[channels.{channel}]")), "{error}");
    }
    assert_eq!(world.column("contacts", "id"), [Value::Integer(7)]);
    open(&engine, ana(Channel::Operator)).await.unwrap();
}

#[tokio::test]
async fn a_channel_that_was_closed_meanwhile_decides_nothing() {
    let mut world = world("[channels.email]\nverify = [\"registered_email\"]");
    let ticket = open(&world.engine().await, ana(Channel::Email)).await.unwrap();
    world.policy = Policy::from_toml(&policy("[channels.operator]")).unwrap();
    let engine = world.engine().await;
    for result in [
        engine
            .prove(ticket.id, &method("registered_email"), &oubliette::request::Actor::Host)
            .await
            .map(|()| None),
        engine.run(ticket.id).await.map(Some),
    ] {
        assert!(matches!(result, Err(EngineError::ChannelClosed(Channel::Email))));
    }
    assert_eq!(world.column("contacts", "id"), [Value::Integer(7)]);
    let standing = world.ledger.load(ticket.id).await.unwrap().unwrap();
    assert!(standing.head.due.is_some(), "it is tried again, in case the channel is opened again");
}

#[tokio::test]
async fn only_methods_that_the_channel_lists_count() {
    let world = world(
        "[channels.email]\nverify = [\"registered_email\"]\n[channels.self_service]\nverify = [\"password\"]\n[channels.operator]",
    );
    let engine = world.engine().await;
    // Neither with the request nor afterwards.
    let ticket = open(&engine, ana(Channel::Email).with_verification(method("password"))).await.unwrap();
    assert_eq!(engine.run(ticket.id).await.unwrap().state, RequestState::AwaitingVerification);
    for unlisted in ["telepathy", "password"] {
        let error =
            engine.prove(ticket.id, &method(unlisted), &oubliette::request::Actor::Host).await.unwrap_err();
        assert!(
            matches!(&error, EngineError::UnlistedMethod { listed, .. } if listed == &["registered_email"])
        );
        assert!(error.to_string().contains("`registered_email`"), "{error}");
        assert!(!error.to_string().contains(unlisted), "{error}");
    }
    assert_eq!(engine.run(ticket.id).await.unwrap().state, RequestState::AwaitingVerification);
    engine.prove(ticket.id, &method("registered_email"), &oubliette::request::Actor::Host).await.unwrap();
    assert_eq!(engine.run(ticket.id).await.unwrap().state, RequestState::Completed);
    // A channel that asks for none counts none.
    let ticket = open(&engine, ana(Channel::Operator)).await.unwrap();
    let error =
        engine.prove(ticket.id, &method("password"), &oubliette::request::Actor::Host).await.unwrap_err();
    assert!(matches!(error, EngineError::UnlistedMethod { listed, .. } if listed.is_empty()));
}

#[tokio::test]
async fn all_methods_are_needed_where_the_channel_says_so() {
    let methods = ["password", "number_ownership", "registered_email"];
    let world = world(&format!("[channels.self_service]\nverify = {methods:?}\nneeds = \"all\""));
    let engine = world.engine().await;
    let request = ana(Channel::SelfService).with_verification(method(methods[0]));
    let ticket = open(&engine, request.clone()).await.unwrap();
    for later in &methods[1..] {
        assert_eq!(engine.run(ticket.id).await.unwrap().state, RequestState::AwaitingVerification);
        engine.prove(ticket.id, &method(later), &oubliette::request::Actor::Host).await.unwrap();
    }
    assert_eq!(engine.run(ticket.id).await.unwrap().state, RequestState::Completed);
}

#[tokio::test]
async fn proof_that_comes_with_a_repetition_counts() {
    let world = world("[channels.email]\nverify = [\"registered_email\", \"password\"]\nneeds = \"all\"");
    let engine = world.engine().await;
    let first = open(&engine, ana(Channel::Email)).await.unwrap();
    assert_eq!(engine.run(first.id).await.unwrap().state, RequestState::AwaitingVerification);
    for (passed, state) in [
        ("telepathy", RequestState::AwaitingVerification),
        ("password", RequestState::AwaitingVerification),
        ("password", RequestState::AwaitingVerification),
        ("registered_email", RequestState::Completed),
    ] {
        let again = open(&engine, ana(Channel::Email).with_verification(method(passed))).await.unwrap();
        assert_eq!((again.id, again.is_new), (first.id, false));
        assert_eq!(engine.run(first.id).await.unwrap().state, state, "{passed}");
    }
}

#[tokio::test]
async fn a_channel_has_promises_of_its_own() {
    let world = world(
        "[channels.operator]\n[channels.email]\nverify = [\"password\"]\ngrace = \"2 days\"\n[channels.consent]\napproval = \"operator\"\n",
    );
    let engine = world.engine().await;
    let email = open(&engine, ana(Channel::Email).with_verification(method("password"))).await.unwrap();
    assert_eq!(engine.run(email.id).await.unwrap().state, RequestState::Scheduled);
    let consent = open(&engine, ana(Channel::Consent)).await.unwrap();
    assert_eq!(engine.run(consent.id).await.unwrap().state, RequestState::AwaitingApproval);
    let operator = open(&engine, ana(Channel::Operator)).await.unwrap();
    assert_eq!(engine.run(operator.id).await.unwrap().state, RequestState::Completed);
}

#[tokio::test]
async fn kinds_that_no_collection_has_are_refused_and_beside_others_warned_of() {
    let world = world("[channels.operator]");
    let engine = world.engine().await;
    let of = |kind: &str| Identifier::parse(kind, "1234567", None).unwrap();
    let by = |kinds: &[&str]| {
        Request::builder(Channel::Operator).with_identifiers(kinds.iter().map(|kind| of(kind))).in_tenant("1")
    };
    for unknown in [&["badge"][..], &["badge", "locker"]] {
        let request = by(unknown).build().unwrap();
        for error in [
            engine.open(&request, &Idempotency::WhileOpen).await.map(|_| ()),
            engine.preview(&request).await.map(|_| ()),
        ] {
            let error = error.unwrap_err();
            assert!(
                matches!(&error, EngineError::Plan(PlanError::UnknownKinds { known }) if known == &["email", "loyalty"])
            );
            assert!(error.to_string().contains("`email`, `loyalty`"), "{error}");
        }
    }
    let ticket = open(&engine, by(&["badge", "loyalty"])).await.unwrap();
    let report = engine.run(ticket.id).await.unwrap();
    assert_eq!(report.identification.unsearched, 1);
    assert!(report.warnings.iter().any(|it| it.contains("of a kind that no collection")), "{report:#?}");
}

#[tokio::test]
async fn a_tenant_that_is_not_there_is_refused_by_any_store() {
    for capabilities in [Capabilities::FULL, Capabilities::MINIMAL] {
        let mut world = world("[channels.operator]");
        let empty = || {
            MemoryStore::with_capabilities(capabilities)
                .with_table("accounts", ["id"])
                .with_table("contacts", ["id"])
        };
        world.store = empty();
        world.insert("accounts", &[("id", 1.into())]);
        world.insert("accounts", &[("id", 2.into())]);
        world.insert(
            "contacts",
            &[("id", 7.into()), ("account", 1.into()), ("email", "ana@example.com".into())],
        );
        let engine = world.engine().await;
        let whole =
            |tenant: &str| Request::builder(Channel::Operator).with_scope(Scope::Tenant).in_tenant(tenant);
        for tenant in ["3", "one", "01", ""] {
            for request in [ana(Channel::Operator).in_tenant(tenant), whole(tenant)] {
                let Ok(request) = request.build() else { continue };
                let opened = engine.open(&request, &Idempotency::WhileOpen).await;
                assert!(
                    matches!(opened, Err(EngineError::UnknownTenant { collection }) if collection == "accounts")
                );
                let previewed = engine.preview(&request).await;
                assert!(matches!(previewed, Err(EngineError::UnknownTenant { .. })));
            }
        }
        assert!(engine.run_due().await.unwrap().is_none(), "nothing is left to do");
        assert_eq!(world.column("contacts", "id"), [Value::Integer(7)]);
        // Whoever asks for a whole tenant again while that is under way joins it, though its own record is gone.
        let first = open(&engine, whole("2")).await.unwrap();
        world.store = empty();
        let again = open(&world.engine().await, whole("2")).await.unwrap();
        assert_eq!((again.id, again.is_new), (first.id, false));
    }
}
