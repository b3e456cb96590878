//! Pages as people get them: every state in words, every rule on the page, and nothing of a value's that a browser would run.

mod hostile;
mod keys;
mod notices;
mod promises;
mod rules;
mod states;
mod visits;

use std::sync::LazyLock;

use super::*;
use crate::policy::{Channel, GroundKind, Policy};
use crate::request::{Action, Outcome, RequestState, Scope};

/// The renderer as it comes. Templates and words are read once, and it is shared between threads.
fn renderer() -> &'static Renderer {
    static RENDERER: LazyLock<Renderer> = LazyLock::new(|| Renderer::new().unwrap());
    &RENDERER
}

/// A policy that has something of everything.
fn policy() -> Policy {
    Policy::from_toml(crate::policy::tests::canonical::FULL).unwrap()
}

/// A request in this state, of which everything is known.
fn standing(state: RequestState) -> PersonFacts {
    let at = |day: u32| Some(format!("2026-07-{day:02}T14:30:00Z").parse().unwrap());
    let mut standing = PersonFacts::new(state, Channel::Email, Scope::Subject);
    (standing.received_at, standing.verified_at, standing.begins_at) = (at(1), at(2), at(5));
    (standing.acknowledge_by, standing.complete_by) = (at(8), at(30));
    (standing.ended_at, standing.backups_gone_at) = (at(20), at(29));
    let step =
        |action, outcome, records| StepFacts::new("conversations".parse().unwrap(), action, outcome, records);
    let until = Some("2033-03-31".parse().unwrap());
    let kept = Kept::new(GroundKind::TaxLaw, "CGST Act 2017, s. 36", until);
    standing.steps =
        vec![
            step(Action::Erase, Outcome::Erased, 120),
            step(Action::Erase, Outcome::Pending, 1),
            step(Action::Anonymize, Outcome::Pending, 2),
            step(Action::Clear, Outcome::Pending, 3),
            step(Action::Anonymize, Outcome::Anonymized, 1),
            step(Action::Clear, Outcome::Cleared, 4_711),
            step(Action::Erase, Outcome::OnHold, 5),
            step(Action::Erase, Outcome::Failed, 6),
            StepFacts::new("billing".parse().unwrap(), Action::Retain, Outcome::Retained, 2).keeping(kept),
            StepFacts::new("billing".parse().unwrap(), Action::Retain, Outcome::Retained, 1)
                .keeping(Kept::new(GroundKind::Dispute, "case file", None)),
            StepFacts::new("gone.since".parse().unwrap(), Action::Erase, Outcome::Absent, 0),
        ];
    standing.is_mentioned_by_others = true;
    standing.refusal = Some(Refusal::new("The number is not yours.", Some("GDPR Art. 12(6)".to_owned())));
    standing.forwarded_to = Some("Acme Ltd".to_owned());
    standing
}

fn status(standing: &PersonFacts) -> Composed {
    renderer().status(&PersonView::new(standing, &policy(), "en")).unwrap()
}

/// The tags of a page, in order; values in attributes are escaped, so that a quote or bracket in them cannot end one.
fn tags(html: &str) -> Vec<&str> {
    let (_, body) = html.split_once("</style>").unwrap();
    body.split('<').skip(1).map(|rest| rest.split_once('>').unwrap().0).collect()
}

/// Every tag that opens is closed, in the order of a tree.
fn assert_is_a_tree(html: &str) {
    const VOID: &[&str] = &["meta", "input", "br"];
    let mut open = Vec::new();
    for tag in tags(html) {
        let name = tag.split_whitespace().next().unwrap();
        match name.strip_prefix('/') {
            Some(closed) if closed == "head" || closed == "html" => assert!(open.is_empty()),
            Some(closed) => assert_eq!(open.pop(), Some(closed), "{html}"),
            None if VOID.contains(&name) => {}
            None => open.push(name),
        }
    }
    assert!(open.is_empty(), "{open:?}");
}
