//! A multichannel WhatsApp CRM: customers and operators, what goes with each of them, and what a legal hold suspends.

use oubliette::hold::{HoldScope, LegalHold};
use oubliette::policy::Channel;
use oubliette::request::{RequestBuilder, RequestState};

use crate::world::{World, organisation, person};

fn customer(identifier: &str) -> RequestBuilder {
    let request = person(Channel::Email, &[identifier]).in_tenant("1");
    request.with_verification("number_ownership".parse().unwrap())
}

fn ana() -> RequestBuilder {
    customer("phone=+919876541001")
}

fn operator(identifier: &str) -> RequestBuilder {
    let request = person(Channel::SelfService, &[identifier]).in_tenant("1");
    request.with_verification("password".parse().unwrap())
}

fn hold(category: &str) -> LegalHold {
    LegalHold::new("Case 7/2026", HoldScope::Category(category.parse().unwrap())).unwrap()
}

#[tokio::test]
async fn p1_1_6_everything_of_an_end_customer_goes() {
    let world = World::load("p1").await;
    let run = world.erase(ana()).await;
    run.changes.assert_are(
        "ai_cache: 1
         ai_runs: 1
         company_contacts: 1/1
         contact_labels: 1/1, 1/2
         conversations: 1, 2
         crm_contacts: 1
         invoices: 3
         lifecycle_events: 1
         media: 1, 2
         messages: 1, 2, 3, 4, 5
         order_lines: 1/1, 1/2, 3/1
         orders: 1, 3
         reorder_cycles: 1
         segment_members: 1/1",
        "audit_logs 1.detail: 'phone of Ana Pereyra corrected' => NULL
         audit_logs 1.target_id: 1 => NULL
         invoices 1.buyer_email: 'ana@mail.example.org' => NULL
         invoices 1.buyer_phone: '+919876541001' => NULL
         invoices 1.contact_id: 1 => NULL
         invoices 1.order_id: 1 => NULL
         referrals 1.referrer_id: 1 => NULL
         referrals 2.referred_id: 1 => NULL",
    );
    run.assert_kept(
        RequestState::AwaitingBackups,
        "invoices: 1, tax_law, Income-tax Rules 2026, r. 46, 2034-03-31",
    );
    run.assert_traces(
        "919876541001",
        "crm_contacts 4.phone_e164
         crm_contacts 4.wa_id
         invoices 4.buyer_phone
         messages 10.wamid
         messages 11.wamid",
    );
    run.assert_traces(
        "ana@mail.example.org",
        "crm_contacts 4.email
         invoices 4.buyer_email",
    );
    run.assert_traces(
        "Ana Pereyra",
        "audit_logs 5.detail
         crm_contacts 4.full_name
         invoices 1.buyer_name
         invoices 4.buyer_name",
    );
    run.assert_traces("178400000000901", "");
    let names = [
        "wa_id=919876541001",
        "email=ANA@mail.example.org",
        "igsid=instagram/900000000000002/178400000000901",
    ];
    World::assert_same("p1", &run, names.map(customer)).await;
}

#[tokio::test]
async fn p1_1_6_a_company_goes_with_the_last_person_who_belongs_to_it() {
    let world = World::load("p1").await;
    let run = world.erase(customer("phone=+919876541003")).await;
    run.changes.assert_are(
        "companies: 2
         company_contacts: 2/3
         conversations: 4
         crm_contacts: 3
         lifecycle_events: 3
         messages: 9",
        "referrals 3.referred_id: 3 => NULL",
    );
    run.assert_kept(RequestState::AwaitingBackups, "");
    run.assert_traces("919876541003", "");
    run.assert_traces("Chitra Menezes", "");
}

#[tokio::test]
async fn p1_1_6_credentials_membership_and_tokens_of_an_operator_go_and_the_customers_talks_stay() {
    let world = World::load("p1").await;
    let run = world.erase(operator("email=omar@marigold-pantry.example.com")).await;
    run.changes.assert_are(
        "audit_logs: 2
         channel_tokens: 3
         team_members: 1/2, 2/2
         user_credentials: 3
         users: 2",
        "ai_runs 1.asked_by: 2 => NULL
         audit_logs 1.actor_id: 2 => NULL
         audit_logs 1.actor_name: 'Omar Siddiq' => 'former operator'
         audit_logs 1.detail: 'phone of Ana Pereyra corrected' => NULL
         audit_logs 1.ip_address: '203.0.113.22' => NULL
         audit_logs 3.detail: 'omar@marigold-pantry.example.com' => NULL
         audit_logs 3.target_id: 2 => NULL
         channels 3.connected_by: 2 => NULL
         conversations 1.assignee_id: 2 => NULL
         conversations 3.assignee_id: 2 => NULL
         crm_contacts 1.assigned_to: 2 => NULL
         labels 2.created_by: 2 => NULL
         lifecycle_events 1.changed_by: 2 => NULL
         messages 2.sender_id: 2 => NULL
         messages 8.sender_id: 2 => NULL
         orders 1.taken_by: 2 => NULL
         teams 2.lead_id: 2 => NULL",
    );
    run.assert_kept(
        RequestState::AwaitingBackups,
        "audit_logs: 1, security_audit, GDPR Art. 32(1), and our security policy, part 4 (audit trail), 2027-11-01",
    );
    run.assert_traces("omar@marigold-pantry.example.com", "");
    run.assert_traces("919876541102", "");
    run.assert_traces("Omar Siddiq", "");
}

#[tokio::test]
async fn p1_1_7_audit_logs_stay_for_twelve_months_without_names() {
    let world = World::load("p1").await;
    let run = world.erase(operator("email=priya@marigold-pantry.example.com")).await;
    run.changes.assert_are(
        "channel_tokens: 1, 2
         team_members: 1/1
         user_credentials: 1, 2
         users: 1",
        "ai_runs 2.asked_by: 1 => NULL
         audit_logs 3.actor_id: 1 => NULL
         audit_logs 3.actor_name: 'Priya Venkat' => 'former operator'
         audit_logs 3.detail: 'omar@marigold-pantry.example.com' => NULL
         audit_logs 3.ip_address: '203.0.113.21' => NULL
         audit_logs 4.actor_id: 1 => NULL
         audit_logs 4.actor_name: 'Priya Venkat' => 'former operator'
         audit_logs 4.ip_address: '203.0.113.21' => NULL
         channels 1.connected_by: 1 => NULL
         channels 2.connected_by: 1 => NULL
         conversations 2.assignee_id: 1 => NULL
         crm_contacts 2.assigned_to: 1 => NULL
         labels 1.created_by: 1 => NULL
         lifecycle_events 2.changed_by: 1 => NULL
         messages 7.sender_id: 1 => NULL
         orders 2.taken_by: 1 => NULL
         segments 1.created_by: 1 => NULL
         teams 1.lead_id: 1 => NULL",
    );
    run.assert_kept(
        RequestState::AwaitingBackups,
        "audit_logs: 2, security_audit, GDPR Art. 32(1), and our security policy, part 4 (audit trail), 2027-04-01",
    );
    run.assert_traces("priya@marigold-pantry.example.com", "");
    run.assert_traces("919876541101", "");
    run.assert_traces("Priya Venkat", "");
    run.assert_traces("10224400000001101", "");
    let at_meta = person(Channel::Meta, &["asid=facebook/900000000000001/10224400000001101"]).in_tenant("1");
    World::assert_same("p1", &run, [at_meta]).await;
}

#[tokio::test]
async fn p1_1_6_everything_of_an_organisation_goes() {
    let world = World::load("p1").await;
    let run = world.erase(organisation(Channel::Operator, "1")).await;
    run.changes.assert_are(
        "ai_cache: 1, 2
         ai_runs: 1, 2
         audit_logs: 2
         channel_tokens: 1, 2, 3
         channels: 1, 2, 3
         companies: 1, 2
         company_contacts: 1/1, 1/2, 2/3
         contact_labels: 1/1, 1/2, 2/1
         conversations: 1, 2, 3, 4
         crm_contacts: 1, 2, 3
         invoices: 3
         labels: 1, 2
         lifecycle_events: 1, 2, 3
         media: 1, 2, 3
         messages: 1, 2, 3, 4, 5, 6, 7, 8, 9
         order_lines: 1/1, 1/2, 2/1, 3/1
         orders: 1, 2, 3
         referrals: 1, 2, 3
         reorder_cycles: 1, 2
         segment_members: 1/1, 1/2
         segments: 1
         team_members: 1/1, 1/2, 2/2
         teams: 1, 2
         user_credentials: 1, 2, 3
         users: 1, 2",
        "audit_logs 1.actor_id: 2 => NULL
         audit_logs 1.actor_name: 'Omar Siddiq' => 'former operator'
         audit_logs 1.detail: 'phone of Ana Pereyra corrected' => NULL
         audit_logs 1.ip_address: '203.0.113.22' => NULL
         audit_logs 1.target_id: 1 => NULL
         audit_logs 3.actor_id: 1 => NULL
         audit_logs 3.actor_name: 'Priya Venkat' => 'former operator'
         audit_logs 3.detail: 'omar@marigold-pantry.example.com' => NULL
         audit_logs 3.ip_address: '203.0.113.21' => NULL
         audit_logs 3.target_id: 2 => NULL
         audit_logs 4.actor_id: 1 => NULL
         audit_logs 4.actor_name: 'Priya Venkat' => 'former operator'
         audit_logs 4.ip_address: '203.0.113.21' => NULL
         invoices 1.buyer_email: 'ana@mail.example.org' => NULL
         invoices 1.buyer_phone: '+919876541001' => NULL
         invoices 1.contact_id: 1 => NULL
         invoices 1.order_id: 1 => NULL
         invoices 2.buyer_email: 'ben@mail.example.org' => NULL
         invoices 2.buyer_phone: '+15550101002' => NULL
         invoices 2.contact_id: 2 => NULL
         invoices 2.order_id: 2 => NULL
         organisations 1.billing_email: 'accounts@marigold-pantry.example.com' => NULL
         organisations 1.name: 'Marigold Pantry' => '[erased]'
         organisations 1.slug: 'marigold-pantry' => <token>",
    );
    run.assert_kept(
        RequestState::AwaitingBackups,
        "audit_logs: 3, security_audit, GDPR Art. 32(1), and our security policy, part 4 (audit trail), 2027-11-01
         invoices: 2, tax_law, Income-tax Rules 2026, r. 46, 2034-03-31",
    );
    run.assert_traces("marigold", "");
    run.assert_traces(
        "919876541001",
        "crm_contacts 4.phone_e164
         crm_contacts 4.wa_id
         invoices 4.buyer_phone
         messages 10.wamid
         messages 11.wamid",
    );
    run.assert_traces(
        "ana@mail.example.org",
        "crm_contacts 4.email
         invoices 4.buyer_email",
    );
    run.assert_traces(
        "ana pereyra",
        "audit_logs 5.detail
         crm_contacts 4.full_name
         invoices 1.buyer_name
         invoices 4.buyer_name",
    );
    run.assert_traces("ben otieno", "invoices 2.buyer_name");
    run.assert_traces("ben@mail", "");
    run.assert_traces("15550101002", "");
    run.assert_traces("919876541003", "");
    run.assert_traces("chitra", "");
    run.assert_traces("omar", "");
    run.assert_traces("priya", "");
}

/// Not even the invoice whose years are over goes, and nothing in the held ones changes; what they point to stays, empty.
#[tokio::test]
async fn p1_1_7_a_legal_hold_keeps_invoices_as_they_are_until_it_is_released() {
    let mut world = World::load("p1").await.with_hold(hold("billing"));
    let run = world.erase(ana()).await;
    run.changes.assert_are(
        "ai_cache: 1
         ai_runs: 1
         company_contacts: 1/1
         contact_labels: 1/1, 1/2
         conversations: 1, 2
         lifecycle_events: 1
         media: 1, 2
         messages: 1, 2, 3, 4, 5
         order_lines: 1/1, 1/2, 3/1
         reorder_cycles: 1
         segment_members: 1/1",
        "audit_logs 1.detail: 'phone of Ana Pereyra corrected' => NULL
         audit_logs 1.target_id: 1 => NULL
         crm_contacts 1.email: 'ana@mail.example.org' => NULL
         crm_contacts 1.full_name: 'Ana Pereyra' => NULL
         crm_contacts 1.instagram_id: '178400000000901' => NULL
         crm_contacts 1.last_seen_ms: 1794729600000 => NULL
         crm_contacts 1.notes: 'prefers evenings; +919876541001' => '[erased]'
         crm_contacts 1.phone_e164: '+919876541001' => NULL
         crm_contacts 1.wa_id: '919876541001' => NULL
         orders 1.ship_to: 'Ana Pereyra, 4 Mill Row' => NULL
         orders 3.ship_to: 'Ana Pereyra, 4 Mill Row' => NULL
         referrals 1.referrer_id: 1 => NULL
         referrals 2.referred_id: 1 => NULL",
    );
    run.assert_kept(RequestState::OnHold, "invoices: 2, legal_hold, Case 7/2026, -");
    world.resume(&run).await.changes.assert_are("", "");
    world.release_holds();
    let released = world.resume(&run).await;
    released.changes.assert_are(
        "crm_contacts: 1
         invoices: 3
         orders: 1, 3",
        "invoices 1.buyer_email: 'ana@mail.example.org' => NULL
         invoices 1.buyer_phone: '+919876541001' => NULL
         invoices 1.contact_id: 1 => NULL
         invoices 1.order_id: 1 => NULL",
    );
    released.assert_kept(
        RequestState::AwaitingBackups,
        "invoices: 1, tax_law, Income-tax Rules 2026, r. 46, 2034-03-31",
    );
}

#[tokio::test]
async fn p1_1_7_a_legal_hold_on_conversations_covers_their_media() {
    let mut world = World::load("p1").await.with_hold(hold("conversations"));
    let run = world.erase(ana()).await;
    run.changes.assert_are(
        "ai_cache: 1
         ai_runs: 1
         company_contacts: 1/1
         contact_labels: 1/1, 1/2
         invoices: 3
         lifecycle_events: 1
         order_lines: 1/1, 1/2, 3/1
         orders: 1, 3
         reorder_cycles: 1
         segment_members: 1/1",
        "audit_logs 1.detail: 'phone of Ana Pereyra corrected' => NULL
         audit_logs 1.target_id: 1 => NULL
         crm_contacts 1.email: 'ana@mail.example.org' => NULL
         crm_contacts 1.full_name: 'Ana Pereyra' => NULL
         crm_contacts 1.instagram_id: '178400000000901' => NULL
         crm_contacts 1.last_seen_ms: 1794729600000 => NULL
         crm_contacts 1.notes: 'prefers evenings; +919876541001' => '[erased]'
         crm_contacts 1.phone_e164: '+919876541001' => NULL
         crm_contacts 1.wa_id: '919876541001' => NULL
         invoices 1.buyer_email: 'ana@mail.example.org' => NULL
         invoices 1.buyer_phone: '+919876541001' => NULL
         invoices 1.contact_id: 1 => NULL
         invoices 1.order_id: 1 => NULL
         referrals 1.referrer_id: 1 => NULL
         referrals 2.referred_id: 1 => NULL",
    );
    run.assert_kept(
        RequestState::OnHold,
        "conversations: 2, legal_hold, Case 7/2026, -
         invoices: 1, tax_law, Income-tax Rules 2026, r. 46, 2034-03-31
         media: 2, legal_hold, Case 7/2026, -
         messages: 5, legal_hold, Case 7/2026, -",
    );
    world.release_holds();
    world.resume(&run).await.changes.assert_are(
        "conversations: 1, 2
         crm_contacts: 1
         media: 1, 2
         messages: 1, 2, 3, 4, 5",
        "",
    );
}

/// The audit log is the operator's; it only names the customer. As long as it is held, the customer is not done with.
#[tokio::test]
async fn p1_1_7_a_legal_hold_on_records_that_only_name_the_person_is_no_end() {
    let mut world = World::load("p1").await.with_hold(hold("audit"));
    let run = world.erase(ana()).await;
    assert_eq!(run.report.state, RequestState::OnHold);
    world.release_holds();
    world.resume(&run).await.changes.assert_are(
        "crm_contacts: 1",
        "audit_logs 1.detail: 'phone of Ana Pereyra corrected' => NULL
         audit_logs 1.target_id: 1 => NULL",
    );
}

#[tokio::test]
async fn p1_1_5_complete_only_after_backups_have_rolled_off() {
    let world = World::load("p1").await;
    let run = world.erase(customer("phone=+919876541003")).await;
    assert_eq!(run.report.due, Some("2026-12-21T00:00:00Z".parse().unwrap()), "30 days later");
    assert_eq!(world.finish(&run).await.state, RequestState::Completed);
}

#[tokio::test]
async fn p1_a_second_request_finds_nothing() {
    let world = World::load("p1").await;
    let priya = || operator("email=priya@marigold-pantry.example.com");
    for request in [ana as fn() -> RequestBuilder, priya] {
        let run = world.erase(request()).await;
        world.assert_nothing_left(&run, request()).await;
    }
}
