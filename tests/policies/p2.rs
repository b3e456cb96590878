//! A WhatsApp CRM from Indonesia: days of grace, a log without persons, an agreement that leaves an empty shell.

use oubliette::engine::Idempotency;
use oubliette::policy::Channel;
use oubliette::request::{RequestBuilder, RequestState};

use crate::world::{World, organisation, person};

fn member(identifier: &str, account: &str) -> RequestBuilder {
    let request = person(Channel::SelfService, &[identifier]).in_tenant(account);
    request.with_verification("password".parse().unwrap())
}

fn sari() -> RequestBuilder {
    member("email=sari@warung-melati.example.com", "1")
}

fn contact() -> RequestBuilder {
    let request = person(Channel::Email, &["phone=+15550102001"]).in_tenant("1");
    request.with_verification("number_ownership".parse().unwrap())
}

#[tokio::test]
async fn p2_2_1_an_account_is_scheduled_and_can_think_again() {
    let world = World::load("p2").await;
    let before = world.rows().await;
    let engine = world.engine().await;
    let ticket = engine.open(&sari().build().unwrap(), &Idempotency::WhileOpen).await.unwrap();
    let report = engine.run(ticket.id).await.unwrap();
    assert_eq!(report.state, RequestState::Scheduled);
    assert_eq!(report.due, Some("2026-11-28T00:00:00Z".parse().unwrap()), "7 days later");
    engine.cancel(ticket.id, &oubliette::request::Actor::Person).await.unwrap();
    world.clock.set(report.due.unwrap());
    assert_eq!(engine.run(ticket.id).await.unwrap().state, RequestState::Cancelled);
    assert_eq!(world.rows().await, before);
}

#[tokio::test]
async fn p2_2_3_profile_tokens_and_settings_go_and_the_activity_log_is_anonymised() {
    let world = World::load("p2").await;
    let run = world.erase(member("email=bayu@warung-melati.example.com", "1")).await;
    run.changes.assert_are(
        "api_tokens: 2
         fraud_signals: 2
         members: 2
         profiles: 2",
        "activity_logs 2.ip_address: '203.0.113.32' => '0.0.0.0'
         activity_logs 2.member_id: 2 => NULL
         activity_logs 2.user_agent: 'Chrome 141' => NULL
         activity_logs 3.detail: 'login by bayu@warung-melati.example.com' => 'login by [erased]'
         activity_logs 3.ip_address: '203.0.113.32' => '0.0.0.0'
         activity_logs 3.member_id: 2 => NULL
         activity_logs 3.user_agent: 'Chrome 141' => NULL
         automations 1.built_by: 2 => NULL
         contacts 1.added_by: 2 => NULL
         conversations 1.handled_by: 2 => NULL
         disputes 2.raised_by_id: 2 => NULL
         fraud_signals 1.ip_address: '203.0.113.32' => NULL
         fraud_signals 1.member_id: 2 => NULL
         integrations 2.installed_by: 2 => NULL
         messages 2.author_id: 2 => NULL
         messages 5.author_id: 2 => NULL",
    );
    run.assert_kept(
        RequestState::CompletedWithRetention,
        "disputes: 1, dispute, Ruang Sapa terms of service, clause 12 (settling disputes), 2027-07-20
         fraud_signals: 1, fraud_prevention, Ruang Sapa terms of service, clause 8 (misuse), 2028-05-01",
    );
    run.assert_traces("bayu@warung-melati.example.com", "");
    run.assert_traces("15550102102", "");
    run.assert_traces("Bayu Pradipa", "");
}

#[tokio::test]
async fn p2_2_4_invoices_stay_and_an_agreement_keeps_an_empty_member() {
    let world = World::load("p2").await;
    let run = world.erase(sari()).await;
    run.changes.assert_are(
        "api_tokens: 1
         invoices: 3
         meta_connections: 1
         profiles: 1",
        "activity_logs 1.detail: 'login by sari@warung-melati.example.com' => 'login by [erased]'
         activity_logs 1.ip_address: '203.0.113.31' => '0.0.0.0'
         activity_logs 1.member_id: 1 => NULL
         activity_logs 1.user_agent: 'Firefox 143' => NULL
         agreements 1.ip_address: '203.0.113.31' => NULL
         contacts 2.added_by: 1 => NULL
         conversations 2.handled_by: 1 => NULL
         integrations 1.installed_by: 1 => NULL
         invoices 1.billed_to: 1 => NULL
         invoices 1.buyer_email: 'sari@warung-melati.example.com' => NULL
         members 1.email: 'sari@warung-melati.example.com' => <token>
         members 1.password_hash: 'argon2id$s1' => '!'
         messages 3.author_id: 1 => NULL",
    );
    run.assert_kept(
        RequestState::CompletedWithRetention,
        "agreements: 1, contract, Ruang Sapa terms of service, clause 3 (acceptance), 2028-01-15
         invoices: 1, tax_law, UU KUP (tax procedures act of Indonesia), Art. 28(11), 2035-12-31",
    );
    run.assert_traces("sari@warung-melati.example.com", "");
    run.assert_traces("15550102101", "");
    run.assert_traces("15550102900", "");
    run.assert_traces("500000000000001", "");
    run.assert_traces(
        "Sari Anggrek",
        "agreements 1.signed_name
         invoices 1.buyer_name",
    );
    let names = ["phone=+15550102900", "business_id=500000000000001", "phone=+15550102101"];
    let same = names.map(|name| member(name, "1"));
    World::assert_same("p2", &run, same).await;
}

#[tokio::test]
async fn p2_2_3_contacts_and_their_conversations_go_and_2_4_a_dispute_stays() {
    let world = World::load("p2").await;
    let run = world.erase(contact()).await;
    run.changes.assert_are(
        "contacts: 1
         conversations: 1
         messages: 1, 2, 3",
        "disputes 1.raised_by_id: 1 => NULL
         disputes 1.reply_phone: '+15550102001' => NULL",
    );
    run.assert_kept(
        RequestState::CompletedWithRetention,
        "disputes: 1, dispute, Ruang Sapa terms of service, clause 12 (settling disputes), 2027-08-01",
    );
    run.assert_traces(
        "15550102001",
        "contacts 3.phone
         messages 6.wamid",
    );
    run.assert_traces("tono@mail.example.org", "contacts 3.email");
    run.assert_traces(
        "Tono",
        "contacts 3.email
         contacts 3.full_name",
    );
}

#[tokio::test]
async fn p2_2_4_a_dispute_whose_review_is_over_is_anonymised() {
    let world = World::load("p2").await;
    let run = world.erase(member("email=wulan@toko-lontar.example.org", "2")).await;
    run.changes.assert_are(
        "api_tokens: 3
         meta_connections: 2
         profiles: 3",
        "activity_logs 4.ip_address: '198.51.100.33' => '0.0.0.0'
         activity_logs 4.member_id: 3 => NULL
         activity_logs 4.user_agent: 'Safari 19' => NULL
         agreements 2.ip_address: '198.51.100.33' => NULL
         automations 2.built_by: 3 => NULL
         contacts 3.added_by: 3 => NULL
         conversations 3.handled_by: 3 => NULL
         disputes 3.raised_by_id: 3 => NULL
         disputes 3.statement: 'downtime credit' => NULL
         fraud_signals 3.ip_address: '198.51.100.33' => NULL
         fraud_signals 3.member_id: 3 => NULL
         integrations 3.installed_by: 3 => NULL
         invoices 2.billed_to: 3 => NULL
         invoices 2.buyer_email: 'wulan@toko-lontar.example.org' => NULL
         members 3.email: 'wulan@toko-lontar.example.org' => <token>
         members 3.password_hash: 'argon2id$s3' => '!'
         messages 6.author_id: 3 => NULL",
    );
    run.assert_kept(
        RequestState::CompletedWithRetention,
        "agreements: 1, contract, Ruang Sapa terms of service, clause 3 (acceptance), 2029-08-20
         fraud_signals: 1, fraud_prevention, Ruang Sapa terms of service, clause 8 (misuse), 2028-06-01
         invoices: 1, tax_law, UU KUP (tax procedures act of Indonesia), Art. 28(11), 2036-12-31",
    );
    run.assert_traces("wulan@toko-lontar.example.org", "");
    run.assert_traces("15550102103", "");
    run.assert_traces(
        "Wulan Kencana",
        "agreements 2.signed_name
         invoices 2.buyer_name",
    );
}

#[tokio::test]
async fn p2_2_3_everything_that_the_account_owns_goes_with_it() {
    let world = World::load("p2").await;
    let run = world
        .erase(organisation(Channel::SelfService, "1").with_verification("password".parse().unwrap()))
        .await;
    run.changes.assert_are(
        "api_tokens: 1, 2
         automation_steps: 1/1, 1/2
         automations: 1
         contacts: 1, 2
         conversations: 1, 2
         fraud_signals: 2
         integrations: 1, 2
         invoices: 3
         members: 2
         messages: 1, 2, 3, 4, 5
         meta_connections: 1
         profiles: 1, 2",
        "accounts 1.workspace_name: 'Warung Melati' => '[erased]'
         activity_logs 1.ip_address: '203.0.113.31' => '0.0.0.0'
         activity_logs 1.member_id: 1 => NULL
         activity_logs 1.user_agent: 'Firefox 143' => NULL
         activity_logs 2.ip_address: '203.0.113.32' => '0.0.0.0'
         activity_logs 2.member_id: 2 => NULL
         activity_logs 2.user_agent: 'Chrome 141' => NULL
         activity_logs 3.ip_address: '203.0.113.32' => '0.0.0.0'
         activity_logs 3.member_id: 2 => NULL
         activity_logs 3.user_agent: 'Chrome 141' => NULL
         agreements 1.ip_address: '203.0.113.31' => NULL
         disputes 1.raised_by_id: 1 => NULL
         disputes 1.reply_phone: '+15550102001' => NULL
         disputes 2.raised_by_id: 2 => NULL
         fraud_signals 1.ip_address: '203.0.113.32' => NULL
         fraud_signals 1.member_id: 2 => NULL
         invoices 1.billed_to: 1 => NULL
         invoices 1.buyer_email: 'sari@warung-melati.example.com' => NULL
         members 1.email: 'sari@warung-melati.example.com' => <token>
         members 1.password_hash: 'argon2id$s1' => '!'
         activity_logs 1.detail: 'login by sari@warung-melati.example.com' => '[erased]'
         activity_logs 2.detail: 'added a contact' => '[erased]'
         activity_logs 3.detail: 'login by bayu@warung-melati.example.com' => '[erased]'",
    );
    run.assert_kept(
        RequestState::CompletedWithRetention,
        "agreements: 1, contract, Ruang Sapa terms of service, clause 3 (acceptance), 2028-01-15
         disputes: 2, dispute, Ruang Sapa terms of service, clause 12 (settling disputes), 2027-08-01
         fraud_signals: 1, fraud_prevention, Ruang Sapa terms of service, clause 8 (misuse), 2028-05-01
         invoices: 1, tax_law, UU KUP (tax procedures act of Indonesia), Art. 28(11), 2035-12-31",
    );
    run.assert_traces("melati", "invoices 1.buyer_name");
    run.assert_traces(
        "sari",
        "agreements 1.signed_name
         invoices 1.buyer_name",
    );
    run.assert_traces("bayu", "");
    run.assert_traces("15550102101", "");
    run.assert_traces("15550102102", "");
    run.assert_traces("15550102900", "");
    run.assert_traces(
        "15550102001",
        "contacts 3.phone
         messages 6.wamid",
    );
    run.assert_traces("15550102002", "");
    run.assert_traces(
        "tono",
        "contacts 3.email
         contacts 3.full_name",
    );
}

#[tokio::test]
async fn p2_a_second_request_finds_nothing() {
    let world = World::load("p2").await;
    for request in [sari as fn() -> RequestBuilder, contact] {
        let run = world.erase(request()).await;
        assert_eq!(run.report.state, RequestState::CompletedWithRetention);
        world.assert_nothing_left(&run, request()).await;
    }
}
