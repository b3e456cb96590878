//! A CRM for WhatsApp Business onboarding: logins are de-identified, onboarding data goes.

use oubliette::engine::Idempotency;
use oubliette::policy::Channel;
use oubliette::request::{RequestBuilder, RequestState};

use crate::world::{World, person};

fn ask(identifier: &str) -> RequestBuilder {
    let request = person(Channel::Operator, &[identifier]);
    request.with_verification("registered_email".parse().unwrap())
}

#[tokio::test]
async fn p4_4_1_business_waba_and_number_ids_signup_codes_and_tokens_of_a_client_go() {
    let world = World::load("p4").await;
    let run = world.erase(ask("waba_id=700000000000001")).await;
    run.changes.assert_are(
        "clients: 1
         legal_records: 3
         signup_sessions: 0192f0c0-0000-7000-8000-000000000011, 0192f0c0-0000-7000-8000-000000000012
         waba_assets: 1, 2",
        "audit_events 2.entity_id: 1 => NULL
         dispute_cases 1.client_id: 1 => NULL
         dispute_cases 1.reply_email: 'sol@velvet-bicycle.example.org' => NULL
         legal_records 1.client_id: 1 => NULL",
    );
    run.assert_kept(
        RequestState::CompletedWithRetention,
        "dispute_cases: 1, dispute, Porchlight service agreement, clause 14 (disputes), 2027-03-01
         legal_records: 1, legal_obligation, GDPR Art. 5(2) and Art. 28(3)(a): proof of what was agreed and instructed, 2028-12-31",
    );
    run.assert_traces("700000000000001", "");
    run.assert_traces("710000000000001", "");
    run.assert_traces("720000000000001", "");
    run.assert_traces("720000000000002", "");
    run.assert_traces("15550104001", "");
    run.assert_traces("15550104002", "");
    run.assert_traces("sol@velvet", "");
    run.assert_traces("sol arden", "legal_records 1.signatory");
    let names = [
        "business_id=710000000000001",
        "phone_number_id=720000000000002",
        "phone=+15550104001",
        "email=Sol@velvet-bicycle.example.org",
    ];
    World::assert_same("p4", &run, names.map(ask)).await;
}

#[tokio::test]
async fn p4_4_2_nothing_moves_before_the_person_is_known() {
    let world = World::load("p4").await;
    let before = world.rows().await;
    let request = person(Channel::Operator, &["email=kofi@porchlight.example.com"]).build().unwrap();
    let engine = world.engine().await;
    let ticket = engine.open(&request, &Idempotency::WhileOpen).await.unwrap();
    assert_eq!(engine.run(ticket.id).await.unwrap().state, RequestState::AwaitingVerification);
    assert_eq!(world.rows().await, before);
    engine
        .prove(ticket.id, &"registered_email".parse().unwrap(), &oubliette::request::Actor::Host)
        .await
        .unwrap();
    assert_eq!(engine.run(ticket.id).await.unwrap().state, RequestState::CompletedWithRetention);
    let proved = World::load("p4").await.erase(ask("email=kofi@porchlight.example.com")).await;
    assert_eq!(before.changes(&world.rows().await), proved.changes);
}

#[tokio::test]
async fn p4_4_3_a_login_is_de_identified_and_the_audit_trail_stays() {
    let world = World::load("p4").await;
    let run = world.erase(ask("email=kofi@porchlight.example.com")).await;
    run.changes.assert_are(
        "user_secrets: 2
         user_sessions: 0192f0c0-0000-7000-8000-000000000002, 0192f0c0-0000-7000-8000-000000000003",
        "audit_events 2.ip_address: '203.0.113.52' => NULL
         audit_events 2.note: 'taken on board by kofi@porchlight.example.com' => 'taken on board by [erased]'
         audit_events 3.ip_address: '203.0.113.52' => NULL
         audit_events 4.actor_id: 2 => NULL
         audit_events 4.ip_address: '203.0.113.59' => NULL
         audit_events 4.note: 'from the road, kofi@porchlight.example.com' => 'from the road, [erased]'
         audit_events 5.entity_id: 2 => NULL
         clients 1.taken_on_by: 2 => NULL
         crm_users 2.display_name: 'Kofi Danso' => 'Former user'
         crm_users 2.status: 'active' => 'removed'
         crm_users 2.username: 'kofi@porchlight.example.com' => <token>
         dispute_cases 1.handled_by: 2 => NULL
         legal_records 1.filed_by: 2 => NULL
         legal_records 3.filed_by: 2 => NULL
         login_activity 2.ip_address: '203.0.113.52' => '203'
         login_activity 2.user_agent: 'Chrome 141' => NULL
         login_activity 2.user_id: 2 => NULL
         login_activity 3.ip_address: '203.0.113.52' => '203'
         login_activity 3.user_agent: 'Chrome 141' => NULL
         login_activity 3.user_id: 2 => NULL
         signup_sessions 0192f0c0-0000-7000-8000-000000000011.started_by: 2 => NULL
         signup_sessions 0192f0c0-0000-7000-8000-000000000012.started_by: 2 => NULL",
    );
    run.assert_kept(
        RequestState::CompletedWithRetention,
        "audit_events: 2, security_audit, Porchlight security and audit policy, section 3, 2027-06-01",
    );
    run.assert_traces("kofi", "");
}

#[tokio::test]
async fn p4_4_3_an_administrator_is_de_identified_and_those_who_got_their_login_stay() {
    let world = World::load("p4").await;
    let run = world.erase(ask("email=rosa@porchlight.example.com")).await;
    run.changes.assert_are(
        "user_secrets: 1
         user_sessions: 0192f0c0-0000-7000-8000-000000000001",
        "audit_events 1.ip_address: '203.0.113.51' => NULL
         audit_events 5.ip_address: '203.0.113.51' => NULL
         clients 2.taken_on_by: 1 => NULL
         crm_users 1.display_name: 'Rosa Almgren' => 'Former user'
         crm_users 1.status: 'active' => 'removed'
         crm_users 1.username: 'rosa@porchlight.example.com' => <token>
         crm_users 2.created_by: 1 => NULL
         crm_users 3.created_by: 1 => NULL
         dispute_cases 2.handled_by: 1 => NULL
         legal_records 2.filed_by: 1 => NULL
         login_activity 1.ip_address: '203.0.113.51' => '203'
         login_activity 1.user_agent: 'Firefox 143' => NULL
         login_activity 1.user_id: 1 => NULL
         signup_sessions 0192f0c0-0000-7000-8000-000000000013.started_by: 1 => NULL",
    );
    run.assert_kept(
        RequestState::CompletedWithRetention,
        "audit_events: 2, security_audit, Porchlight security and audit policy, section 3, 2027-07-01",
    );
    run.assert_traces("rosa", "");
}

#[tokio::test]
async fn p4_4_3_the_note_that_names_a_user_goes_with_the_user() {
    let world = World::load("p4").await;
    let run = world.erase(ask("email=mina@porchlight.example.com")).await;
    run.changes.assert_are(
        "user_secrets: 3",
        "audit_events 1.entity_id: 3 => NULL
         audit_events 1.note: 'login made for mina@porchlight.example.com' => NULL
         crm_users 3.display_name: 'Mina Harel' => 'Former user'
         crm_users 3.status: 'deactivated' => 'removed'
         crm_users 3.username: 'mina@porchlight.example.com' => <token>
         login_activity 4.ip_address: '198.51.100.53' => '198'
         login_activity 4.user_agent: 'Safari 19' => NULL
         login_activity 4.user_id: 3 => NULL",
    );
    run.assert_kept(RequestState::Completed, "");
    run.assert_traces("mina", "");
}

#[tokio::test]
async fn p4_4_3_no_two_former_users_look_the_same() {
    let world = World::load("p4").await;
    for user in ["kofi", "rosa", "mina"] {
        world.erase(ask(&format!("email={user}@porchlight.example.com"))).await;
    }
    let names = "SELECT count(DISTINCT username) FROM crm_users WHERE length(username) = 32";
    assert_eq!(world.number(names).await, 3);
    assert_eq!(world.number("SELECT count(*) FROM crm_users WHERE display_name = 'Former user'").await, 3);
}

#[tokio::test]
async fn p4_a_second_request_finds_nothing() {
    let world = World::load("p4").await;
    for name in ["email=kofi@porchlight.example.com", "waba_id=700000000000001"] {
        let run = world.erase(ask(name)).await;
        world.assert_nothing_left(&run, ask(name)).await;
    }
}
