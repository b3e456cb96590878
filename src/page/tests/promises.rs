//! What five published policies promise, read off the pages that their `policy.toml` makes.

use super::*;

fn page(policy: &str, language: &str) -> String {
    let policy = Policy::from_toml(policy).unwrap();
    let page = renderer().instructions(&Instructions::of(&policy, language)).unwrap();
    assert_is_a_tree(&renderer().html(&page).unwrap());
    renderer().text(&page).unwrap()
}

#[track_caller]
fn says(page: &str, parts: &[&str]) {
    for part in parts {
        assert!(page.contains(part), "`{part}` is not in:\n{page}");
    }
}

#[test]
fn promises_0_3_to_0_6_a_subject_line_times_grounds_and_backups() {
    let page = page(include_str!("../../../examples/policies/p0/policy.toml"), "en");
    says(
        &page,
        &[
            "Subject line: Data Deletion Request - [business name / phone number]",
            "You hear from us within 24 hours.\nAll is done within 30 days after we got your request.",
            "Another law (DPDP Act 2023, DPDP Rules 2025, r. 8(3)): 1 year from: the day it was written down",
            "Backup copies disappear by themselves within 14 days.",
        ],
    );
}

#[test]
fn promises_1_1_to_1_7_requesters_in_two_languages_and_what_a_letter_gives() {
    let file = include_str!("../../../examples/policies/p1/policy.toml");
    let english = page(file, "en");
    says(
        &english,
        &[
            "- People who work in Lattice Inbox\n",
            "    - sign in with your password\n",
            "    - a sentence that you are this person, or may speak for them\n",
            "- Passwords, passkeys and recovery codes\n",
            "- Audit log: time and kind of action\n",
            "What we make anonymous\n----------------------\n",
            "You hear from us within 7 days.",
        ],
    );
    says(&page(file, "hi"), &["- लैटिस इनबॉक्स में काम करने वाले लोग\n"]);
}

#[test]
fn promises_2_1_to_2_5_scheduled_with_time_to_think_again() {
    let page = page(include_str!("../../../examples/policies/p2/policy.toml"), "en");
    says(
        &page,
        &["You can cancel for 7 days. Nothing is changed before that.", "    - which data you mean\n"],
    );
    assert!(!page.contains("If you only remove our app at Meta"), "this policy has nothing to do with Meta");
}

#[test]
fn promises_3_1_to_3_10_two_scopes_proof_and_never_for_marketing() {
    let page = page(include_str!("../../../examples/policies/p3/policy.toml"), "en");
    says(
        &page,
        &[
            "- Owners of a connected WhatsApp number\n",
            "Subject line: Delete my Nudgewire data",
            "    - whether you mean the data about you or the whole account\n",
            "    - type in the code that we send to your phone number\n",
            "We never use it for:\n- marketing\n- training of computer models (AI)\n",
            "All is done within 30 days after we know that it is you.",
            "- By taking back your consent\n",
            "- Grievance officer, Nudgewire: grievance@nudgewire.example.in\n",
            "Gone even if nobody asks: 13 months from: the day it happened\n",
        ],
    );
}

#[test]
fn promises_4_2_and_4_3_whom_to_ask_and_what_is_made_anonymous() {
    let page = page(include_str!("../../../examples/policies/p4/policy.toml"), "en");
    says(
        &page,
        &[
            "- Through our staff: The administrator who gave you your login\n",
            "    - the e-mail address of your login\n",
            "What we make anonymous\n----------------------\n",
            "- Login: username, display name, role and status\n",
        ],
    );
}
