//! WhatsApp communication and automation from India: the whole account or one number, and nothing kept for marketing.

use oubliette::policy::Channel;
use oubliette::request::{RequestBuilder, RequestState};

use crate::world::{World, organisation, person};

fn by_mail(identifier: &str) -> RequestBuilder {
    let request = person(Channel::Email, &[identifier]).in_tenant("1");
    request.with_verification("registered_email".parse().unwrap())
}

fn recipient() -> RequestBuilder {
    person(Channel::Consent, &["phone=+919876543001"]).in_tenant("1")
}

#[tokio::test]
async fn p3_3_2_data_of_one_number_goes_and_the_account_stays() {
    let world = World::load("p3").await;
    let run = world.erase(by_mail("phone=+919876543901")).await;
    run.changes.assert_are(
        "automations: 2
         connected_numbers: 1
         delivery_receipts: 1, 2, 5
         message_contents: 1, 2
         message_logs: 1, 2, 5
         webhooks: 1",
        "invoice_lines 4/1.log_id: 1 => NULL
         invoice_lines 4/1.wamid: 'wamid.HQiRmjkxOTg3NjU0MzAwMRUCABFBMUIwMDE=' => NULL",
    );
    run.assert_kept(RequestState::AwaitingBackups, "");
    run.assert_traces("919876543901", "");
    run.assert_traces("620000000000001", "");
    World::assert_same("p3", &run, [by_mail("phone_number_id=620000000000001")]).await;
}

#[tokio::test]
async fn p3_3_2_the_entire_account_goes_with_its_data() {
    let world = World::load("p3").await;
    let run = world
        .erase(organisation(Channel::Email, "1").with_verification("registered_email".parse().unwrap()))
        .await;
    run.changes.assert_are(
        "automations: 1, 2
         connected_numbers: 1, 2
         consents: 1, 2, 3
         delivery_receipts: 1, 2, 3, 4, 5
         invoice_lines: 2/1
         invoices: 2
         message_contents: 1, 2, 3, 4
         message_logs: 1, 2, 3, 4, 5
         newsletter_entries: 1, 2
         recipients: 1, 2
         security_events: 2
         templates: 1, 2
         users: 1, 2
         wabas: 1
         webhooks: 1, 2",
        "accounts 1.business_name: 'Paperboat Pharmacy' => '[erased]'
         invoice_lines 4/1.log_id: 1 => NULL
         invoice_lines 4/1.wamid: 'wamid.HQiRmjkxOTg3NjU0MzAwMRUCABFBMUIwMDE=' => NULL
         invoice_lines 4/2.log_id: 4 => NULL
         invoice_lines 4/2.wamid: 'wamid.HQiRmjE1NTUwMTAzMDAyFQIAEUExQjAwNA==' => NULL
         invoices 1.buyer_email: 'meera@paperboat.example.in' => NULL
         invoices 1.used_for_marketing: 1 => 0
         invoices 1.used_for_training: 1 => 0
         invoices 1.user_id: 1 => NULL
         invoices 4.buyer_email: 'imran@paperboat.example.in' => NULL
         invoices 4.used_for_training: 1 => 0
         invoices 4.user_id: 2 => NULL
         security_events 1.user_agent: 'Firefox 143' => NULL
         security_events 1.user_id: 1 => NULL
         security_events 3.recipient_id: 1 => NULL
         security_events 3.user_agent: 'WhatsApp Web' => NULL
         security_events 5.user_agent: 'Chrome 141' => NULL
         security_events 5.user_id: 2 => NULL",
    );
    run.assert_kept(
        RequestState::AwaitingBackups,
        "invoice_lines: 3, tax_law, CGST Act 2017, s. 36, 2033-03-31
         invoices: 2, tax_law, CGST Act 2017, s. 36, 2033-03-31
         security_events: 3, fraud_prevention, Nudgewire terms of service, clause 7 (fraud), 2027-11-01",
    );
    run.assert_traces(
        "paperboat",
        "invoices 1.buyer_name
         invoices 4.buyer_name",
    );
    run.assert_traces("meera", "invoices 1.buyer_name");
    run.assert_traces("imran", "invoices 4.buyer_name");
    run.assert_traces("919876543901", "");
    run.assert_traces("919876543902", "");
    run.assert_traces(
        "919876543001",
        "delivery_receipts 6.wamid
         invoice_lines 3/1.wamid
         message_logs 6.wamid
         recipients 3.phone
         recipients 3.wa_id",
    );
    run.assert_traces("15550103002", "");
    run.assert_traces(
        "tara",
        "newsletter_entries 3.email
         newsletter_entries 3.first_name
         recipients 3.email
         recipients 3.profile_name",
    );
    run.assert_traces("hugo", "");
}

#[tokio::test]
async fn p3_3_3_an_owner_is_found_by_waba_id_business_id_app_scoped_id_or_e_mail() {
    let world = World::load("p3").await;
    let run = world.erase(by_mail("waba_id=600000000000001")).await;
    run.changes.assert_are(
        "invoice_lines: 2/1
         invoices: 2
         security_events: 2
         users: 1
         wabas: 1",
        "automations 2.created_by: 1 => NULL
         connected_numbers 1.waba: 1 => NULL
         connected_numbers 2.waba: 1 => NULL
         invoices 1.buyer_email: 'meera@paperboat.example.in' => NULL
         invoices 1.used_for_marketing: 1 => 0
         invoices 1.used_for_training: 1 => 0
         invoices 1.user_id: 1 => NULL
         security_events 1.user_agent: 'Firefox 143' => NULL
         security_events 1.user_id: 1 => NULL
         templates 1.created_by: 1 => NULL
         webhooks 1.created_by: 1 => NULL",
    );
    run.assert_kept(
        RequestState::AwaitingBackups,
        "invoice_lines: 1, tax_law, CGST Act 2017, s. 36, 2032-03-31
         invoices: 1, tax_law, CGST Act 2017, s. 36, 2032-03-31
         security_events: 1, fraud_prevention, Nudgewire terms of service, clause 7 (fraud), 2027-11-01",
    );
    run.assert_traces("600000000000001", "");
    run.assert_traces("610000000000001", "");
    run.assert_traces("meera@paperboat.example.in", "");
    run.assert_traces("10224400000003101", "");
    run.assert_traces("Meera", "invoices 1.buyer_name");
    let names = [
        "business_id=610000000000001",
        "asid=facebook/900000000000003/10224400000003101",
        "email=Meera@Paperboat.example.in",
    ];
    World::assert_same("p3", &run, names.map(by_mail)).await;
}

#[tokio::test]
async fn p3_3_5_logs_content_and_metadata_of_a_recipient_go_and_3_10_consents_end() {
    let world = World::load("p3").await;
    let run = world.erase(recipient()).await;
    run.changes.assert_are(
        "consents: 1, 2
         delivery_receipts: 1, 2, 3
         message_contents: 1, 2, 3
         message_logs: 1, 2, 3
         newsletter_entries: 1
         recipients: 1",
        "invoice_lines 4/1.log_id: 1 => NULL
         invoice_lines 4/1.wamid: 'wamid.HQiRmjkxOTg3NjU0MzAwMRUCABFBMUIwMDE=' => NULL
         security_events 3.recipient_id: 1 => NULL
         security_events 3.user_agent: 'WhatsApp Web' => NULL",
    );
    run.assert_kept(
        RequestState::AwaitingBackups,
        "security_events: 1, fraud_prevention, Nudgewire terms of service, clause 7 (fraud), 2027-09-01",
    );
    run.assert_traces(
        "919876543001",
        "delivery_receipts 6.wamid
         invoice_lines 3/1.wamid
         message_logs 6.wamid
         recipients 3.phone
         recipients 3.wa_id",
    );
    run.assert_traces(
        "tara",
        "newsletter_entries 3.email
         newsletter_entries 3.first_name
         recipients 3.email
         recipients 3.profile_name",
    );
}

/// Of what stays when the whole account leaves, nothing is marked for marketing or training, no consent is left to use
/// it under, and no list.
#[tokio::test]
async fn p3_3_6_retained_records_are_not_used_for_marketing_or_training() {
    let world = World::load("p3").await;
    let used =
        "SELECT count(*) FROM invoices WHERE account_id = 1 AND (used_for_marketing + used_for_training) > 0";
    let consents =
        "SELECT count(*) FROM consents JOIN recipients r ON r.id = recipient_id WHERE account_id = 1";
    let lists = "SELECT count(*) FROM newsletter_entries WHERE account_id = 1";
    let kept = "SELECT count(*) FROM invoices WHERE account_id = 1";
    assert_eq!(
        [world.number(used).await, world.number(consents).await, world.number(lists).await],
        [2, 3, 2]
    );
    let leaves = organisation(Channel::Email, "1").with_verification("registered_email".parse().unwrap());
    world.erase(leaves).await;
    assert_eq!(
        [world.number(used).await, world.number(consents).await, world.number(lists).await],
        [0, 0, 0]
    );
    assert_eq!(world.number(kept).await, 2);
}

#[tokio::test]
async fn p3_3_6_backups_hold_residual_copies_for_three_weeks() {
    let world = World::load("p3").await;
    let run = world.erase(by_mail("phone=+919876543901")).await;
    assert_eq!(run.report.due, Some("2026-12-12T00:00:00Z".parse().unwrap()), "21 days later");
    assert_eq!(world.finish(&run).await.state, RequestState::Completed);
}

#[tokio::test]
async fn p3_a_second_request_finds_nothing() {
    let world = World::load("p3").await;
    let owner = || by_mail("waba_id=600000000000001");
    for request in [recipient as fn() -> RequestBuilder, owner] {
        let run = world.erase(request()).await;
        world.assert_nothing_left(&run, request()).await;
    }
}
