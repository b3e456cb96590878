//! A WhatsApp Business solution provider in India: what goes, what stays and why, and when "done" is said.

use oubliette::policy::Channel;
use oubliette::request::{RequestBuilder, RequestState};

use crate::world::{World, organisation, person};

fn by_mail(identifier: &str) -> RequestBuilder {
    person(Channel::Email, &[identifier])
        .in_tenant("1")
        .with_verification("registered_email".parse().unwrap())
}

fn customer() -> RequestBuilder {
    by_mail("phone=+919876540001")
}

fn user() -> RequestBuilder {
    by_mail("email=nandini@tamarind-lane.example.in")
}

#[tokio::test]
async fn p0_0_1_phone_numbers_message_times_and_statuses_go() {
    let world = World::load("p0").await;
    let run = world.erase(customer()).await;
    run.changes.assert_are(
        "chat_numbers: 1
         message_events: 1, 2, 3",
        "abuse_reports 1.chat_number_id: 1 => NULL",
    );
    run.assert_kept(
        RequestState::AwaitingBackups,
        "abuse_reports: 1, fraud_prevention, Kadamba Reach terms of service, clause 9 (abuse of the service), 2027-05-04",
    );
    run.assert_traces(
        "919876540001",
        "abuse_reports 1.reported_phone
         chat_numbers 3.phone
         chat_numbers 3.wa_id
         message_events 6.wamid",
    );
    let spellings = ["phone=0091 98765 40001", "phone=+91 98765-40001", "wa_id=919876540001"];
    World::assert_same("p0", &run, spellings.map(by_mail)).await;
}

#[tokio::test]
async fn p0_0_1_account_information_and_meta_platform_data_go() {
    let world = World::load("p0").await;
    let run = world.erase(user()).await;
    run.changes.assert_are(
        "access_logs: 2
         billing_documents: 2
         meta_connections: 1
         users: 1",
        "access_logs 1.user_agent: 'Firefox 143' => NULL
         access_logs 1.user_id: 1 => NULL
         billing_documents 1.buyer_email: 'nandini@tamarind-lane.example.in' => NULL
         billing_documents 1.user_id: 1 => NULL
         message_events 2.sent_by: 1 => NULL
         message_events 3.sent_by: 1 => NULL
         message_events 5.sent_by: 1 => NULL",
    );
    run.assert_kept(
        RequestState::AwaitingBackups,
        "access_logs: 1, legal_obligation, DPDP Act 2023, DPDP Rules 2025, r. 8(3), 2027-10-01
         billing_documents: 1, accounting_law, Companies Act 2013, s. 128(5), 2033-03-31",
    );
    run.assert_traces("nandini@tamarind-lane.example.in", "");
    run.assert_traces("919876540101", "");
    run.assert_traces("Nandini Raote", "billing_documents 1.buyer_name");
    run.assert_traces("10224400000000101", "");
}

#[tokio::test]
async fn p0_0_2_a_removal_at_meta_erases_the_same() {
    let run = World::load("p0").await.erase(user()).await;
    let removed = person(Channel::Meta, &["asid=facebook/900000000000000/10224400000000101"]).in_tenant("1");
    World::assert_same("p0", &run, [removed]).await;
    let another_app =
        person(Channel::Meta, &["asid=facebook/900000000000009/10224400000000101"]).in_tenant("1");
    let nobody = World::load("p0").await.erase(another_app).await;
    assert_eq!(nobody.report.state, RequestState::NothingHeld);
    nobody.changes.assert_are("", "");
}

#[tokio::test]
async fn p0_0_5_billing_abuse_reports_and_access_logs_stay_when_the_business_leaves() {
    let world = World::load("p0").await;
    let run = world.erase(organisation(Channel::Operator, "1")).await;
    run.changes.assert_are(
        "access_logs: 2
         billing_documents: 2
         chat_numbers: 1, 2
         message_events: 1, 2, 3, 4, 5
         meta_connections: 1
         users: 1, 2",
        "abuse_reports 1.chat_number_id: 1 => NULL
         abuse_reports 1.reported_by: 2 => NULL
         access_logs 1.user_agent: 'Firefox 143' => NULL
         access_logs 1.user_id: 1 => NULL
         access_logs 3.user_agent: 'Chrome 141' => NULL
         access_logs 3.user_id: 2 => NULL
         billing_documents 1.buyer_email: 'nandini@tamarind-lane.example.in' => NULL
         billing_documents 1.user_id: 1 => NULL
         businesses 1.city: 'Mysuru' => NULL
         businesses 1.email: 'hello@tamarind-lane.example.in' => NULL
         businesses 1.gstin: '29ABCDE0001F1Z5' => NULL
         businesses 1.legal_name: 'Tamarind Lane Foods LLP' => '[erased]'
         businesses 1.trade_name: 'Tamarind Lane' => NULL",
    );
    run.assert_kept(
        RequestState::AwaitingBackups,
        "abuse_reports: 1, fraud_prevention, Kadamba Reach terms of service, clause 9 (abuse of the service), 2027-05-04
         access_logs: 2, legal_obligation, DPDP Act 2023, DPDP Rules 2025, r. 8(3), 2027-11-01
         billing_documents: 1, accounting_law, Companies Act 2013, s. 128(5), 2033-03-31",
    );
    run.assert_traces("tamarind", "billing_documents 1.buyer_name");
    run.assert_traces("Nandini Raote", "billing_documents 1.buyer_name");
    run.assert_traces("nandini@tamarind", "");
    run.assert_traces("farhan", "");
    run.assert_traces(
        "919876540001",
        "abuse_reports 1.reported_phone
         chat_numbers 3.phone
         chat_numbers 3.wa_id
         message_events 6.wamid",
    );
    run.assert_traces("919876540002", "");
    run.assert_traces("919876540101", "");
    run.assert_traces("919876540102", "");
}

#[tokio::test]
async fn p0_0_6_done_is_said_only_when_the_backups_are_clean_too() {
    let world = World::load("p0").await;
    let run = world.erase(user()).await;
    assert_eq!(run.report.due, Some("2026-12-05T00:00:00Z".parse().unwrap()), "14 days later");
    assert_eq!(world.finish(&run).await.state, RequestState::CompletedWithRetention);
}

#[tokio::test]
async fn p0_a_second_request_finds_nothing() {
    let world = World::load("p0").await;
    let run = world.erase(customer()).await;
    world.assert_nothing_left(&run, customer()).await;
    let run = world.erase(user()).await;
    world.assert_nothing_left(&run, user()).await;
}
