//! What a request does next: a pure function of where it stands, what was done, what the policy promises and what day it is.

use chrono::{DateTime, Utc};

use crate::engine::record::history::History;
use crate::policy::{Approval, Policy};
use crate::request::{Outcome, RequestState};

/// What a request that has not ended does next.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Next {
    /// Nothing today: it waits for somebody, or until then.
    Wait(Option<DateTime<Utc>>),
    /// It moves to another state, and is due then.
    Enter(RequestState, Option<DateTime<Utc>>),
    /// A plan is made and written down.
    Plan,
    /// The plan does not mean the same any more: another one is made and written down.
    PlanAgain,
    /// The plan that is written down is carried out.
    Execute,
}

/// What the recorded plan is under the files and holds as they are now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum PlanStanding {
    /// There is none yet.
    None,
    /// It means the same, and has the operator's approval.
    Approved,
    /// It means the same, and nobody has approved it.
    Unapproved,
    /// It means something else by now.
    Other,
}

/// What a request that has not ended does next.
///
/// `lacks_proof`: the channel wants proof that the request does not have yet.
pub(crate) fn next(
    state: RequestState,
    history: &History,
    policy: &Policy,
    plan: PlanStanding,
    lacks_proof: bool,
    now: DateTime<Utc>,
) -> Next {
    use RequestState as S;
    if state == S::AwaitingBackups {
        let is_over = history.executed.backups_gone_at.is_none_or(|instant| instant <= now);
        let wait = Next::Wait(history.executed.backups_gone_at);
        return if is_over { Next::Enter(final_state(history), Some(now)) } else { wait };
    }
    if state == S::AwaitingDecision {
        let is_open = history.open_questions().next().is_some();
        return if is_open { Next::Wait(None) } else { Next::Enter(S::Running, Some(now)) };
    }
    let has_begun = history.has_written || matches!(state, S::Running | S::PartiallyFailed | S::OnHold);
    if !has_begun {
        if lacks_proof {
            return enter_or_wait(state, S::AwaitingVerification, None);
        }
        let start = history.verified_at.or(history.opened_at).unwrap_or(now);
        let grace_ends = policy.promises().grace().and_then(|grace| grace.after(start, policy.time_zone()));
        if let Some(end) = grace_ends.filter(|end| *end > now) {
            return enter_or_wait(state, S::Scheduled, Some(end));
        }
    }
    let needs_approval = policy.promises().approval() == Approval::Operator;
    match (state, plan) {
        // Nothing has changed since the hold stopped it.
        (S::OnHold, PlanStanding::Approved | PlanStanding::Unapproved) => Next::Wait(None),
        (S::OnHold | S::PartiallyFailed, _) => Next::Enter(S::Running, Some(now)),
        // What is approved is what was written down before.
        (S::Running, PlanStanding::None) => Next::Plan,
        (_, PlanStanding::None) if needs_approval => Next::Plan,
        (S::Running | S::AwaitingApproval, PlanStanding::Other) => Next::PlanAgain,
        (_, PlanStanding::Other) if needs_approval => Next::PlanAgain,
        // Somebody has said that more is the person's: all is looked for again.
        (S::Running, _) if !history.to_take.is_empty() => Next::PlanAgain,
        (_, PlanStanding::Unapproved) if needs_approval => enter_or_wait(state, S::AwaitingApproval, None),
        (S::Running, _) => Next::Execute,
        _ => Next::Enter(S::Running, Some(now)),
    }
}

fn enter_or_wait(state: RequestState, to: RequestState, due: Option<DateTime<Utc>>) -> Next {
    if state == to { Next::Wait(due) } else { Next::Enter(to, due) }
}

/// The state in which a request ends, by how its steps ended.
pub(crate) fn final_state(history: &History) -> RequestState {
    let any = |outcome| history.all_steps().any(|step| step.outcome() == outcome);
    if any(Outcome::OnHold) {
        RequestState::OnHold
    } else if any(Outcome::Retained) {
        RequestState::CompletedWithRetention
    } else if history.has_written || history.all_steps().any(|step| step.outcome() != Outcome::Absent) {
        RequestState::Completed
    } else {
        RequestState::NothingHeld
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::record::journal::{Event, Executed, Line};
    use crate::request::{Choice, Decision, Question, QuestionKind};

    fn policy(approval: &str) -> Policy {
        Policy::from_toml(&format!(
            "name = \"Test\"\nversion = \"1\"\n[promises]\napproval = \"{approval}\"\ngrace = \"3 days\"\n\
             [[category]]\nid = \"a\"\non_erasure = \"erase\""
        ))
        .unwrap()
    }

    fn now() -> DateTime<Utc> {
        "2026-11-27T00:00:00Z".parse().unwrap()
    }

    /// What comes next, as one word.
    fn shown(next: Next) -> String {
        match next {
            Next::Wait(_) => ".".to_owned(),
            Next::Enter(to, _) => to.to_string(),
            Next::Plan => "PLAN".to_owned(),
            Next::PlanAgain => "PLAN AGAIN".to_owned(),
            Next::Execute => "EXECUTE".to_owned(),
        }
    }

    /// The table of what comes next, for requests whose grace has ended.
    fn table(approval: &str, has_written: bool) -> String {
        use RequestState as S;
        let policy = policy(approval);
        let history = History { opened_at: None, has_written, ..History::default() };
        let history = History { opened_at: Some(now() - chrono::TimeDelta::days(4)), ..history };
        let standings =
            [PlanStanding::None, PlanStanding::Approved, PlanStanding::Unapproved, PlanStanding::Other];
        let mut table = String::new();
        for state in [
            S::Received,
            S::AwaitingVerification,
            S::Scheduled,
            S::AwaitingApproval,
            S::OnHold,
            S::Running,
            S::PartiallyFailed,
        ] {
            let row = standings.map(|plan| shown(next(state, &history, &policy, plan, false, now())));
            table.push_str(&format!("{state}: {}\n", row.join(" | ")));
        }
        table
    }

    #[test]
    fn what_comes_next_is_one_table() {
        // Columns: no plan | approved | unapproved | means something else by now.
        assert_eq!(
            table("none", false),
            "\
received: running | running | running | running
awaiting_verification: running | running | running | running
scheduled: running | running | running | running
awaiting_approval: running | running | running | PLAN AGAIN
on_hold: running | . | . | running
running: PLAN | EXECUTE | EXECUTE | PLAN AGAIN
partially_failed: running | running | running | running
"
        );
        assert_eq!(
            table("operator", false),
            "\
received: PLAN | running | awaiting_approval | PLAN AGAIN
awaiting_verification: PLAN | running | awaiting_approval | PLAN AGAIN
scheduled: PLAN | running | awaiting_approval | PLAN AGAIN
awaiting_approval: PLAN | running | . | PLAN AGAIN
on_hold: running | . | . | running
running: PLAN | EXECUTE | awaiting_approval | PLAN AGAIN
partially_failed: running | running | running | running
"
        );
        // What was begun asks neither for proof nor for grace again, but for approval of what it does from here on.
        assert_eq!(table("operator", true), table("operator", false));
        assert_eq!(table("none", true), table("none", false));
    }

    #[test]
    fn proof_and_grace_come_before_anything_is_planned() {
        use RequestState as S;
        let policy = policy("operator");
        let fresh = History { opened_at: Some(now()), ..History::default() };
        let ask = |state, history: &History, lacks_proof| {
            next(state, history, &policy, PlanStanding::None, lacks_proof, now())
        };
        assert_eq!(ask(S::Received, &fresh, true), Next::Enter(S::AwaitingVerification, None));
        assert_eq!(ask(S::AwaitingVerification, &fresh, true), Next::Wait(None));
        let end = now() + chrono::TimeDelta::days(3);
        assert_eq!(ask(S::Received, &fresh, false), Next::Enter(S::Scheduled, Some(end)));
        assert_eq!(ask(S::Scheduled, &fresh, false), Next::Wait(Some(end)));
        let begun = History { has_written: true, ..fresh };
        assert_eq!(ask(S::Running, &begun, true), Next::Plan);
    }

    /// A request that was asked two questions, and was given these answers to the first of them.
    fn asked(answers: &[Choice]) -> History {
        let mut history = History { has_written: true, opened_at: Some(now()), ..History::default() };
        let question =
            |number| Question::new(number, QuestionKind::Residue, "a", Some(number.to_string()), 1);
        let decision =
            |answer: Choice| Decision { answer, reason: "looked at".to_owned(), by: "Q".to_owned() };
        let asked = Event::Asked { questions: vec![question(1), question(2)] };
        let decided = (1..)
            .zip(answers)
            .map(|(question, answer)| Event::Decided { question, decision: decision(*answer) });
        for event in std::iter::once(asked).chain(decided) {
            history.take(Line { at: now(), event }).unwrap();
        }
        history
    }

    #[test]
    fn a_request_waits_until_every_question_has_an_answer_and_looks_again_for_what_is_taken() {
        use Choice::{Accept, Leave, Take};
        use RequestState as S;
        for (answers, decided, running) in [
            (&[][..], ".", "EXECUTE"),
            (&[Leave], ".", "EXECUTE"),
            (&[Take], ".", "PLAN AGAIN"),
            (&[Leave, Accept], "running", "EXECUTE"),
            (&[Leave, Take], "running", "PLAN AGAIN"),
        ] {
            let history = asked(answers);
            let of =
                |state| shown(next(state, &history, &policy("none"), PlanStanding::Approved, false, now()));
            assert_eq!((of(S::AwaitingDecision).as_str(), of(S::Running).as_str()), (decided, running));
        }
    }

    #[test]
    fn what_was_left_is_not_asked_again_unless_it_is_more_and_what_is_open_keeps_its_number() {
        let history = asked(&[Choice::Leave]);
        let found =
            |field: &str, count| Question::new(0, QuestionKind::Residue, "a", Some(field.to_owned()), count);
        let numbers = |found: Vec<Question>| {
            history.to_ask(found).iter().map(|question| question.number).collect::<Vec<_>>()
        };
        assert!(numbers(vec![found("1", 1)]).is_empty());
        assert_eq!(numbers(vec![found("1", 2)]), [3]);
        assert_eq!(numbers(vec![found("2", 9), found("3", 1), found("4", 1)]), [2, 3, 4]);
        let taken = asked(&[Choice::Take]);
        assert_eq!(taken.to_ask(vec![found("1", 1)])[0].number, 3, "it is still there");
    }

    #[test]
    fn a_request_ends_by_what_was_done_and_not_by_what_the_last_plan_found() {
        use RequestState as S;
        let ended = |has_written, gone: Option<&str>| {
            let backups_gone_at = gone.map(|day| day.parse().unwrap());
            let executed = Executed { backups_gone_at, ..Executed::default() };
            let history = History { has_written, executed, ..History::default() };
            next(S::AwaitingBackups, &history, &policy("none"), PlanStanding::None, false, now())
        };
        let gone_at = "2026-11-28T00:00:00Z";
        assert_eq!(ended(true, Some(gone_at)), Next::Wait(Some(gone_at.parse().unwrap())));
        let completed = Next::Enter(S::Completed, Some(now()));
        assert_eq!(ended(true, Some("2026-11-27T00:00:00Z")), completed);
        assert_eq!(final_state(&History { has_written: true, ..History::default() }), S::Completed);
        assert_eq!(final_state(&History::default()), S::NothingHeld);
    }
}
