//! Reports as pages of text. Knows words, not where they go.

use std::fmt::Write as _;

use chrono::{DateTime, NaiveDate, Utc};
use oubliette::code::ConfirmationCode;
use oubliette::engine::{Backlog, Report, RequestSummary, StepReport};
use oubliette::hold::{HoldScope, PlacedHold};
use oubliette::page::{choices_words, question_words};
use oubliette::request::{Outcome, Question, RequestState};
use serde::Serialize;

use super::output::count;

/// Where a request stands: its state, what was done, and what somebody should look at.
pub(crate) fn report(report: &Report) -> String {
    let mut page = String::new();
    // Writing to a string cannot fail.
    let _ = writeln!(page, "{}", standing(report));
    if let Some(id) = &report.request {
        let _ = writeln!(page, "Request {id}: {}", report.state);
    }
    if let Some(code) = &report.code {
        let code = code.parse().map_or_else(|_| code.clone(), |code: ConfirmationCode| code.grouped());
        let _ = writeln!(page, "Confirmation code: {code}");
    }
    if let Some(hash) = &report.plan_hash {
        let _ = writeln!(page, "Plan {hash}");
    }
    if let Some(by) = report.complete_by.filter(|_| !report.state.is_terminal()) {
        let _ = writeln!(page, "To be complete by {}", by.format("%Y-%m-%d %H:%M UTC"));
    }
    page.push_str(&steps(&report.steps));
    if report.shells > 0 {
        let _ = writeln!(
            page,
            "\n{} stay as empty shells, since something that stays points to them.",
            count(report.shells)
        );
    }
    page.push_str(&questions(&report.questions));
    page.push_str(&warnings(report.warnings.iter()));
    page
}

/// The state in a sentence that says what comes next.
fn standing(report: &Report) -> String {
    let has_more = report.shells > 0 || report.questions.iter().any(|question| !question.is_taken());
    let due = report.due.map(|due| due.format("%Y-%m-%d %H:%M UTC").to_string());
    let on = |words: &str| due.as_ref().map_or_else(|| words.to_owned(), |due| format!("{words} {due}"));
    match report.state {
        RequestState::Received => "Received; nothing is decided yet.".to_owned(),
        RequestState::AwaitingVerification => {
            "The person has to prove who they are first; run the same command with `--verified METHOD`."
                .to_owned()
        }
        RequestState::AwaitingApproval => {
            let so_far = if report.planned_again.is_empty() {
                "nothing is erased yet"
            } else {
                "nothing more is erased until then"
            };
            format!("The plan waits for approval, and {so_far}; run the same command with `--yes`.")
        }
        RequestState::AwaitingDecision => {
            let so_far = if report.steps.iter().any(has_changed) {
                "What no question concerns is done"
            } else {
                "Nothing is erased yet"
            };
            format!("{so_far}; a person has to decide: answer the questions with `oubliette request decide`.")
        }
        RequestState::Scheduled => {
            format!("Scheduled, and can still be cancelled; {}.", on("`oubliette resume` begins it from"))
        }
        RequestState::OnHold => {
            "A legal hold suspends what is left to do; run the same command once it is released.".to_owned()
        }
        RequestState::Running => "Begun and not finished; `oubliette resume` goes on with it.".to_owned(),
        RequestState::AwaitingRecipients => {
            "Done here; recipients of the data have yet to answer.".to_owned()
        }
        RequestState::AwaitingBackups => {
            format!(
                "Done here; complete once the backups have rotated: {}.",
                on("`oubliette resume` completes it from")
            )
        }
        RequestState::Completed if report.is_all_gone() => {
            let whose = if report.scope.as_deref() == Some("tenant") { "the account" } else { "the person" };
            format!("Completed: everything of {whose} is gone.")
        }
        RequestState::Completed => "Completed, and some of it stays; what and why stands below.".to_owned(),
        RequestState::CompletedWithRetention => {
            let but = if has_more { ", and what stands below" } else { "" };
            format!("Completed: everything is gone but what a named ground keeps{but}.")
        }
        RequestState::NothingHeld => "Nothing of the person was found.".to_owned(),
        RequestState::PartiallyFailed => {
            let problem = report.problem.as_deref().unwrap_or("a step failed");
            format!("Not finished: {problem}. It is tried again by `oubliette resume`.")
        }
        RequestState::Refused => "Refused.".to_owned(),
        RequestState::Forwarded => "Handed to the controller whose data it is.".to_owned(),
        RequestState::Cancelled => "Cancelled before anything was erased.".to_owned(),
    }
}

fn has_changed(step: &StepReport) -> bool {
    step.records > 0 && matches!(step.outcome, Outcome::Erased | Outcome::Anonymized | Outcome::Cleared)
}

/// The steps as a table: what became of how many records, and why some are kept.
pub(crate) fn steps(steps: &[StepReport]) -> String {
    let mut page = String::new();
    let width = |of: &dyn Fn(&StepReport) -> usize| steps.iter().map(of).max().unwrap_or_default();
    let counts = width(&|step| count(step.records).len());
    let names = width(&|step| step.collection.chars().count());
    for (index, step) in steps.iter().enumerate() {
        if index == 0 {
            page.push('\n');
        }
        let result = match step.outcome {
            Outcome::Pending => format!("to {}", step.action),
            outcome => outcome.to_string(),
        };
        let _ = writeln!(
            page,
            "  {result:<13} {:>counts$}  {:<names$}  {}",
            count(step.records),
            step.collection,
            why(step)
        );
    }
    page
}

/// The reason of a step: its category, and for what is kept its ground, citation and end.
fn why(step: &StepReport) -> String {
    let reason = &step.reason;
    let mut why = format!("category `{}`", reason.category);
    let Some(ground) = &reason.ground else {
        return format!("{why}: {}", step.words);
    };
    if step.records > 0 && step.outcome != Outcome::OnHold {
        match reason.until {
            Some(until) => {
                let _ = write!(why, ", kept until {until}");
            }
            None => why.push_str(", kept for as long as the ground binds"),
        }
    }
    let _ = write!(why, ": {ground}");
    if let Some(citation) = &reason.citation {
        let _ = write!(why, ", {citation}");
    }
    why
}

/// The questions that are open, each with what the answers do.
fn questions(questions: &[Question]) -> String {
    let mut page = String::new();
    for question in questions.iter().filter(|question| question.is_open()) {
        let _ = writeln!(page, "\nQuestion {}: {}.", question.number, question_words(question));
        let _ = writeln!(page, "  {}.", choices_words(question.kind));
    }
    page
}

/// What has not ended: how many requests are in which state, and what each of them waits for.
pub(crate) fn waiting(waiting: &Backlog) -> String {
    let states: Vec<String> =
        waiting.states.iter().map(|(state, requests)| format!("{} {state}", count(*requests))).collect();
    let mut page = format!("Not ended: {} ({}).\n", count(waiting.total()), states.join(", "));
    for request in &waiting.requests {
        let _ = write!(page, "  {}  {}: {}", request.request, request.state, waits_for(request));
        if let Some(by) = request.complete_by.filter(|_| request.is_overdue) {
            let _ = write!(page, "; OVERDUE since {}", by.format("%Y-%m-%d"));
        }
        if let Some(problem) = &request.problem {
            let _ = write!(page, "; {problem}");
        }
        page.push('\n');
    }
    let more = waiting.total().saturating_sub(waiting.requests.len() as u64);
    if more > 0 {
        let _ = writeln!(page, "  and {} more", count(more));
    }
    page
}

/// Requests, one a line: what each waits for, and until when it has to be done.
pub(crate) fn requests(requests: &[RequestSummary]) -> String {
    let mut page = String::new();
    for request in requests {
        let _ = write!(page, "{}  {}", request.request, request.state);
        if !request.state.is_terminal() {
            let _ = write!(page, ": {}", waits_for(request));
        }
        for deadline in &request.deadlines {
            let day = deadline.rolled.format("%Y-%m-%d");
            let late = if request.is_overdue { " OVERDUE" } else { "" };
            let _ = write!(page, "; to {} by {day}{late}", deadline.what);
        }
        page.push('\n');
    }
    let _ = writeln!(page, "{} requests.", count(requests.len() as u64));
    page
}

/// A legal hold for programs: what it is on, without whom.
#[derive(Serialize)]
pub(crate) struct HoldView<'a> {
    matter: &'a str,
    authority: &'a str,
    scope: String,
    review: Option<NaiveDate>,
    placed_by: &'a str,
    placed_at: DateTime<Utc>,
}

impl<'a> HoldView<'a> {
    pub(crate) fn of(placed: &'a PlacedHold) -> Self {
        let PlacedHold { hold, authority, review, placed_by, placed_at, .. } = placed;
        let scope = match hold.scope() {
            HoldScope::Subject(_) => "subject".to_owned(),
            HoldScope::Tenant(_) => "tenant".to_owned(),
            HoldScope::Category(category) => format!("category:{category}"),
            HoldScope::Everything => "everything".to_owned(),
        };
        Self { matter: hold.matter(), authority, scope, review: *review, placed_by, placed_at: *placed_at }
    }
}

/// Legal holds, one a line.
pub(crate) fn holds(holds: &[PlacedHold]) -> String {
    let mut page = String::new();
    for placed in holds {
        let view = HoldView::of(placed);
        let on = match view.scope.as_str() {
            "subject" => "one person",
            "tenant" => "one tenant",
            scope => scope,
        };
        let day = view.placed_at.format("%Y-%m-%d");
        let _ = write!(page, "{}: on {on}, ordered by {}, ", view.matter, view.authority);
        let _ = write!(page, "placed by {} on {day}", view.placed_by);
        if let Some(review) = view.review {
            let _ = write!(page, ", to be reviewed on {review}");
        }
        page.push('\n');
    }
    let _ = writeln!(page, "{} holds are in place.", count(holds.len() as u64));
    page
}

/// For whom or what a request waits.
fn waits_for(request: &RequestSummary) -> String {
    let until = |words: &str| match request.due {
        Some(due) => format!("{words} {}", due.format("%Y-%m-%d %H:%M UTC")),
        None => "waits".to_owned(),
    };
    match request.state {
        RequestState::AwaitingVerification => "waits for the person's proof".to_owned(),
        RequestState::AwaitingApproval => "waits for an operator's approval".to_owned(),
        RequestState::AwaitingDecision => {
            let count = count(request.questions);
            format!("waits for the answer to {count} questions, see `oubliette request show`")
        }
        RequestState::OnHold => "waits until a legal hold is released".to_owned(),
        RequestState::Scheduled => until("begins"),
        RequestState::AwaitingBackups => until("waits for the backups until"),
        RequestState::PartiallyFailed => until("tried again"),
        RequestState::Running => until("due, unless a worker is at it,"),
        _ => until("due"),
    }
}

/// What somebody should look at.
pub(crate) fn warnings<'a>(warnings: impl Iterator<Item = &'a String>) -> String {
    let mut page = String::new();
    for (index, warning) in warnings.enumerate() {
        if index == 0 {
            page.push_str("\nWarnings\n");
        }
        let _ = writeln!(page, "  {warning}");
    }
    page
}
