//! The page of a request in every state.

use super::*;

#[test]
fn every_state_has_its_page_in_both_forms() {
    let renderer = renderer();
    for &state in RequestState::ALL {
        for scope in ["subject", "tenant", "categories=billing"] {
            let mut standing = standing(state);
            standing.scope = scope.parse().unwrap();
            let page = status(&standing);
            let (html, text) = (renderer.html(&page).unwrap(), renderer.text(&page).unwrap());
            assert_is_a_tree(&html);
            let message = page.message.unwrap();
            assert!(text.contains(&message), "{text}");
            assert!(html.contains(&format!("<p class=\"message\">{message}</p>")), "{html}");
            for unfilled in ["{{", "{%", "{ $", "undefined", "none", "None"] {
                assert!(!text.contains(unfilled), "{unfilled} in {text}");
            }
            assert!(html.contains(r#"<html lang="en" dir="ltr">"#) && html.contains("noindex"));
        }
    }
}

#[test]
fn a_page_reads_like_this() {
    let standing = standing(RequestState::CompletedWithRetention);
    let text = renderer().text(&status(&standing)).unwrap();
    let expected = "\
Your privacy request
====================

Done, but some data stays for a while.

You asked Example to remove the data about you.

Below you can read what stays, why, and until when.

Dates
-----
We got your request: 1 July 2026, 20:00 (Asia/Kolkata)
We knew that it was you: 2 July 2026, 20:00 (Asia/Kolkata)
No backup copy is left after: 29 July 2026, 20:00 (Asia/Kolkata)
It ended: 20 July 2026, 20:00 (Asia/Kolkata)

What happened to your data
--------------------------
- Conversations and media
  - 120 records deleted
  - 1 record will be deleted
  - 2 records will be made anonymous: they stay, but not your name or anything else about you
  - where other people's records point to you, that will be removed
  - 1 record made anonymous: it stays, but not your name or anything else about you
  - where other people's records pointed to you, that was removed
  - must stay for now: the law does not allow us to remove it yet
  - not finished yet
- Invoices
  - 3 records kept
    - Tax law (CGST Act 2017, s. 36), until 31 March 2033
    - A dispute that is not over (case file); we cannot name the day yet

Where we found nothing about you
--------------------------------
- gone.since

What else stays
---------------
Other people may have written your name in their own messages. Those messages are theirs, and stay.

What we never do with the data that stays
-----------------------------------------
We never use it for:
- marketing
- training of computer models (AI)

Questions and complaints
------------------------
- Example CRM answers for this data: privacy@example.com
- Grievance Officer: grievance@example.com
- For complaints to us: grievance@example.com
- You can also complain to: The authority <https://authority.example>

Example · Privacy
";
    assert_eq!(text.trim_end(), expected.trim_end());
}

#[test]
fn a_person_is_told_what_they_can_do() {
    let text = |state| renderer().text(&status(&standing(state))).unwrap();
    let scheduled = text(RequestState::Scheduled);
    assert!(
        scheduled.contains("It begins on 5 July 2026, 20:00 (Asia/Kolkata). Until then you can cancel"),
        "{scheduled}"
    );
    let proof = text(RequestState::AwaitingVerification);
    for part in ["One of these is enough:", "- open the link", "- type in the code"] {
        assert!(proof.contains(part), "{proof}");
    }
    let refused = text(RequestState::Refused);
    for part in ["Why\n", "The number is not yours.", "The rule for this: GDPR Art. 12(6)"] {
        assert!(refused.contains(part), "{refused}");
    }
    assert!(text(RequestState::Forwarded).contains("uses Example: Acme Ltd. That business decides"));
    assert!(text(RequestState::AwaitingBackups).contains("at the latest on 29 July 2026"));
}

#[test]
fn completed_says_no_more_than_what_was_done() {
    let completed = |change: fn(&mut PersonFacts)| {
        let mut standing = PersonFacts::new(RequestState::Completed, Channel::Email, Scope::Subject);
        let step = |outcome| StepFacts::new("conversations".parse().unwrap(), Action::Erase, outcome, 1);
        standing.steps = vec![step(Outcome::Erased)];
        change(&mut standing);
        status(&standing).message.unwrap()
    };
    assert_eq!(completed(|_| ()), "Done. Your data is gone.");
    assert_eq!(completed(|it| it.has_leftovers = true), "Done, but not everything is gone.");
    assert_eq!(completed(|it| it.scope = Scope::Tenant), "Done. The account and its data are gone.");
    let masked = completed(|it| {
        it.steps.push(StepFacts::new("billing".parse().unwrap(), Action::Anonymize, Outcome::Anonymized, 1));
    });
    assert_eq!(masked, "Done. Your data was deleted or made anonymous.");
}

#[test]
fn what_is_not_the_person_s_to_know_is_nowhere() {
    let renderer = renderer();
    for &state in RequestState::ALL {
        let view = PersonView::new(&standing(state), &policy(), "en");
        let page = renderer.status(&view).unwrap();
        let json = serde_json::to_string(&renderer.status_json(&view).unwrap()).unwrap();
        assert!(json.starts_with(&format!("{{\"state\":\"{state}\"")), "{json}");
        for form in [renderer.html(&page).unwrap(), renderer.text(&page).unwrap(), json] {
            assert!(!form.contains("4711") && !form.contains("4,711"), "others' records are counted: {form}");
            assert!(!form.contains("conversations"), "the category's own name: {form}");
        }
    }
}

#[test]
fn the_json_has_the_state_on_top_and_says_it_in_a_sentence() {
    let renderer = renderer();
    let view = PersonView::new(&standing(RequestState::NothingHeld), &policy(), "en");
    let json = serde_json::to_value(renderer.status_json(&view).unwrap()).unwrap();
    assert_eq!(json["state"], "nothing_held");
    assert_eq!(json["message"], "We looked, and found nothing about you.");
    assert_eq!(json["dates"]["received_at"], "2026-07-01T14:30:00Z");
    assert_eq!(json["time_zone"], "Asia/Kolkata");
    let mut keys: Vec<_> = json.as_object().unwrap().keys().map(String::as_str).collect();
    keys.sort_unstable();
    assert_eq!(
        keys,
        [
            "can_cancel",
            "categories",
            "contacts",
            "dates",
            "forwarded_to",
            "found_nothing_in",
            "has_leftovers",
            "is_mentioned_by_others",
            "kept_is_never_used_for",
            "language",
            "message",
            "product",
            "proof",
            "refusal",
            "scope",
            "state",
            "time_zone",
        ]
    );
}
