//! What a person is told about their request, as data: what pages, notices and JSON are made from.
//!
//! [`PersonFacts`] is what a request has come to, as whoever drives it knows it; [`PersonView`] is what of that the person may
//! and has to know. Names of collections and tables, counts of other people's records and the matter of a legal hold have no
//! place in it. Knows the policy, and no words but those of the policy.

use chrono::{DateTime, NaiveDate, Utc};
use chrono_tz::Tz;
use serde::Serialize;

use super::contact::Contacts;
use crate::policy::{CategoryId, Channel, GroundKind, Needs, Policy, zone_name};
use crate::request::{Action, Outcome, RequestState, Scope};
use crate::text::words::words;

/// What a request has come to. Whoever drives requests fills it in; what is not known yet is left out.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct PersonFacts {
    /// Where the request stands.
    pub state: RequestState,
    /// The channel by which it came in.
    pub channel: Channel,
    /// What it asks for.
    pub scope: Scope,
    /// When it came in.
    pub received_at: Option<DateTime<Utc>>,
    /// When the person was found to be who they say.
    pub verified_at: Option<DateTime<Utc>>,
    /// When receipt has to be acknowledged.
    pub acknowledge_by: Option<DateTime<Utc>>,
    /// When all has to be done.
    pub complete_by: Option<DateTime<Utc>>,
    /// When it begins, and until when it can be cancelled.
    pub begins_at: Option<DateTime<Utc>>,
    /// When it ended.
    pub ended_at: Option<DateTime<Utc>>,
    /// When no backup holds any more what was erased.
    pub backups_gone_at: Option<DateTime<Utc>>,
    /// What was done, or will be, step by step.
    pub steps: Vec<StepFacts>,
    /// Whether something stays that the person may miss here: shells, or what somebody has decided to leave.
    pub has_leftovers: bool,
    /// Whether texts that others wrote name the person.
    pub is_mentioned_by_others: bool,
    /// Why it was refused.
    pub refusal: Option<Refusal>,
    /// The business that the request was handed to.
    pub forwarded_to: Option<String>,
}

/// What became of one step's records.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct StepFacts {
    /// The category that its records follow.
    pub category: CategoryId,
    /// The category's label, as it was when the plan was made; shown where the policy has the category no longer.
    pub label: String,
    /// What is done.
    pub action: Action,
    /// How it ended, or that it has not.
    pub outcome: Outcome,
    /// To how many records.
    pub records: u64,
    /// Why they are kept, where they are.
    pub kept: Option<Kept>,
}

/// Why something is kept, where a person can look that up, and until when.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[non_exhaustive]
pub struct Kept {
    /// The kind of ground.
    pub ground: GroundKind,
    /// Where the rule stands.
    pub citation: String,
    /// The last day on which any of it is kept; `None` where nobody can say.
    pub until: Option<NaiveDate>,
}

/// Why a request was refused.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Refusal {
    /// The reason, in words for the person.
    pub reason: String,
    /// Where the rule stands that allows it.
    pub citation: Option<String>,
}

impl PersonFacts {
    /// A request of which no more is known than where it stands.
    pub fn new(state: RequestState, channel: Channel, scope: Scope) -> Self {
        Self {
            state,
            channel,
            scope,
            received_at: None,
            verified_at: None,
            acknowledge_by: None,
            complete_by: None,
            begins_at: None,
            ended_at: None,
            backups_gone_at: None,
            steps: Vec::new(),
            has_leftovers: false,
            is_mentioned_by_others: false,
            refusal: None,
            forwarded_to: None,
        }
    }
}

impl StepFacts {
    /// A step on records of a category.
    pub fn new(category: CategoryId, action: Action, outcome: Outcome, records: u64) -> Self {
        let label = category.to_string();
        Self { category, label, action, outcome, records, kept: None }
    }

    /// Says why its records are kept.
    #[must_use]
    pub fn keeping(mut self, kept: Kept) -> Self {
        self.kept = Some(kept);
        self
    }
}

impl Kept {
    /// Names the ground, its citation, and the last day.
    pub fn new(ground: GroundKind, citation: impl Into<String>, until: Option<NaiveDate>) -> Self {
        Self { ground, citation: citation.into(), until }
    }
}

impl Refusal {
    /// Says why, and by which rule.
    pub fn new(reason: impl Into<String>, citation: Option<String>) -> Self {
        Self { reason: reason.into(), citation }
    }
}

words! {
    /// What becomes of a person's records of one category, as they are told.
    "a fate" Fate {
        /// They will be deleted.
        ToErase = "to_erase",
        /// They will be made anonymous.
        ToAnonymize = "to_anonymize",
        /// Other people's records will no longer point to the person.
        ToClear = "to_clear",
        /// They are deleted.
        Erased = "erased",
        /// They are anonymous.
        Anonymized = "anonymized",
        /// Other people's records no longer point to the person.
        Cleared = "cleared",
        /// They are kept, for a ground.
        Kept = "kept",
        /// The law suspends their deletion for now.
        OnHold = "on_hold",
        /// Work on them is not finished.
        Unfinished = "unfinished",
    }
}

impl Fate {
    /// What a person is told of a step; `None` where there was nothing to tell. What is not done never reads as done.
    fn of(action: Action, outcome: Outcome) -> Option<Self> {
        Some(match (outcome, action) {
            (Outcome::Absent, _) => return None,
            (Outcome::Pending, Action::Erase) => Self::ToErase,
            (Outcome::Pending, Action::Anonymize) => Self::ToAnonymize,
            (Outcome::Pending, Action::Clear) => Self::ToClear,
            (Outcome::Pending, Action::Retain) | (Outcome::Retained, _) => Self::Kept,
            (Outcome::Erased, _) => Self::Erased,
            (Outcome::Anonymized, _) => Self::Anonymized,
            (Outcome::Cleared, _) => Self::Cleared,
            (Outcome::OnHold, _) => Self::OnHold,
            (Outcome::Running | Outcome::Failed | Outcome::Unsupported, _) => Self::Unfinished,
        })
    }

    /// Whether the records are other people's, whose number is not for the person to know.
    fn is_of_others(self) -> bool {
        matches!(self, Self::ToClear | Self::Cleared)
    }
}

/// What a person is told about their request, in one language. Its JSON is stable: names stay, and new ones may come.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct PersonView {
    /// Where the request stands.
    pub state: RequestState,
    /// The language of the labels.
    pub language: String,
    /// The product.
    pub product: String,
    /// The time zone in which days and times are told.
    #[serde(serialize_with = "zone_name")]
    pub time_zone: Tz,
    /// What was asked for: `subject`, `tenant` or `categories`.
    pub scope: &'static str,
    /// Whether the person can still cancel.
    pub can_cancel: bool,
    /// The request's dates.
    pub dates: Dates,
    /// What the person has to prove, while that is awaited.
    pub proof: Option<ProofView>,
    /// What becomes of which data.
    pub categories: Vec<CategoryView>,
    /// The labels of what was looked through without finding anything.
    pub found_nothing_in: Vec<String>,
    /// Whether something stays beside what is listed.
    pub has_leftovers: bool,
    /// Whether texts that others wrote name the person.
    pub is_mentioned_by_others: bool,
    /// Why it was refused.
    pub refusal: Option<Refusal>,
    /// The business that it was handed to.
    pub forwarded_to: Option<String>,
    /// What kept data is never used for; empty where nothing is kept.
    pub kept_is_never_used_for: Vec<String>,
    /// Whom to turn to.
    pub contacts: Contacts,
}

/// When what happened, or will.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Dates {
    /// When the request came in.
    pub received_at: Option<DateTime<Utc>>,
    /// When the person was found to be who they say.
    pub verified_at: Option<DateTime<Utc>>,
    /// When receipt has to be acknowledged.
    pub acknowledge_by: Option<DateTime<Utc>>,
    /// When all has to be done; none once the request has ended.
    pub complete_by: Option<DateTime<Utc>>,
    /// When it begins; only while it can be cancelled until then.
    pub begins_at: Option<DateTime<Utc>>,
    /// When it ended.
    pub ended_at: Option<DateTime<Utc>>,
    /// When no copy is left in backups.
    pub backups_gone_at: Option<DateTime<Utc>>,
}

/// By what a person shows that they are who they say.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct ProofView {
    /// The methods, in the policy's words.
    pub methods: Vec<String>,
    /// How many of them are needed.
    pub needs: Needs,
}

/// What becomes of the data of one category.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct CategoryView {
    /// The category, as people read it.
    pub label: String,
    /// What becomes of it.
    pub parts: Vec<Part>,
}

/// What becomes of some records of a category.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Part {
    /// What becomes of them.
    pub fate: Fate,
    /// How many of the person's own records it is about; none where they are others', or not counted yet.
    pub records: Option<u64>,
    /// Why they are kept.
    pub kept: Vec<Kept>,
}

impl PersonView {
    /// What a person is told, in `language`, of where their request under this policy stands.
    pub fn new(standing: &PersonFacts, policy: &Policy, language: &str) -> Self {
        let state = standing.state;
        // Whoever refused, handed on or withdrew did nothing to the data, whatever had been planned.
        let is_moot = state.is_terminal() && state.denies_writes();
        let steps = if is_moot { &[] } else { standing.steps.as_slice() };
        let (categories, found_nothing_in) = by_category(steps, policy, language);
        let keeps = categories.iter().flat_map(|it| &it.parts).any(|part| part.fate == Fate::Kept);
        let never = policy.pages().never().iter().filter(|_| keeps);
        let rules = policy.channel(standing.channel).filter(|_| state == RequestState::AwaitingVerification);
        Self {
            state,
            language: language.to_owned(),
            product: policy.name().to_owned(),
            time_zone: policy.time_zone(),
            scope: match &standing.scope {
                Scope::Subject => "subject",
                Scope::Tenant => "tenant",
                Scope::Categories(_) => "categories",
            },
            can_cancel: state == RequestState::Scheduled,
            dates: Dates {
                received_at: standing.received_at,
                verified_at: standing.verified_at,
                acknowledge_by: standing.acknowledge_by.filter(|_| state == RequestState::Received),
                complete_by: standing.complete_by.filter(|_| !state.is_terminal()),
                begins_at: standing.begins_at.filter(|_| state == RequestState::Scheduled),
                ended_at: standing.ended_at.filter(|_| state.is_terminal()),
                backups_gone_at: standing.backups_gone_at.filter(|_| !is_moot),
            },
            proof: rules.map(|rules| ProofView { methods: rules.verify().to_vec(), needs: rules.needs() }),
            categories,
            found_nothing_in,
            has_leftovers: standing.has_leftovers,
            is_mentioned_by_others: standing.is_mentioned_by_others,
            refusal: standing.refusal.clone().filter(|_| state == RequestState::Refused),
            forwarded_to: standing.forwarded_to.clone().filter(|_| state == RequestState::Forwarded),
            kept_is_never_used_for: never.map(|it| it.in_language(language).to_owned()).collect(),
            contacts: Contacts::of(policy, language),
        }
    }
}

/// The steps by category, in the order in which they first come, and the labels of categories without a record.
fn by_category(steps: &[StepFacts], policy: &Policy, language: &str) -> (Vec<CategoryView>, Vec<String>) {
    let mut views: Vec<CategoryView> = Vec::new();
    for step in steps {
        let label = match policy.category(&step.category) {
            Some(category) => category.words().in_language(language),
            None => &step.label,
        };
        let index = views.iter().position(|view| view.label == label).unwrap_or_else(|| {
            views.push(CategoryView { label: label.to_owned(), parts: Vec::new() });
            views.len() - 1
        });
        let fate = Fate::of(step.action, step.outcome);
        if let (Some(view), Some(fate)) = (views.get_mut(index), fate) {
            add(&mut view.parts, fate, step);
        }
    }
    let (empty, views): (Vec<_>, Vec<_>) = views.into_iter().partition(|view| view.parts.is_empty());
    (views, empty.into_iter().map(|view| view.label).collect())
}

/// Adds a step to the part of its fate.
fn add(parts: &mut Vec<Part>, fate: Fate, step: &StepFacts) {
    let own = (!fate.is_of_others()).then_some(step.records).filter(|records| *records > 0);
    let index = parts.iter().position(|part| part.fate == fate).unwrap_or_else(|| {
        parts.push(Part { fate, records: None, kept: Vec::new() });
        parts.len() - 1
    });
    let Some(part) = parts.get_mut(index) else { return };
    part.records = match (part.records, own) {
        (Some(before), Some(own)) => Some(before.saturating_add(own)),
        (before, own) => before.or(own),
    };
    let Some(kept) = step.kept.as_ref().filter(|_| fate == Fate::Kept) else { return };
    match part.kept.iter_mut().find(|it| (it.ground, &it.citation) == (kept.ground, &kept.citation)) {
        // Of two sets that one ground keeps, the person is told when the last of both may go.
        Some(before) => before.until = before.until.zip(kept.until).map(|(one, other)| one.max(other)),
        None => part.kept.push(kept.clone()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn policy() -> Policy {
        Policy::from_toml(
            r#"
            name = "Example CRM"
            version = "1"
            [channels.email]
            verify = ["registered_email", "number_ownership"]
            [[category]]
            id = "chats"
            label = { en = "Conversations", hi = "बातचीत" }
            on_erasure = "erase"
            [[category]]
            id = "billing"
            label = "Invoices"
            on_erasure = "retain"
            retain = [{ ground = "tax_law", citation = "AO s. 147", period = "10 years", start = "issued" }]
            [pages]
            never = ["marketing"]
            "#,
        )
        .unwrap()
    }

    fn standing(state: RequestState) -> PersonFacts {
        PersonFacts::new(state, Channel::Email, Scope::Subject)
    }

    fn step(category: &str, action: Action, outcome: Outcome, records: u64) -> StepFacts {
        StepFacts::new(category.parse().unwrap(), action, outcome, records)
    }

    fn day(text: &str) -> Option<NaiveDate> {
        Some(text.parse().unwrap())
    }

    #[test]
    fn steps_are_told_by_category_and_fate() {
        let mut done = standing(RequestState::CompletedWithRetention);
        let tax = |until| Kept::new(GroundKind::TaxLaw, "AO s. 147", until);
        done.steps = vec![
            step("chats", Action::Erase, Outcome::Erased, 120),
            step("chats", Action::Erase, Outcome::Erased, 3),
            step("chats", Action::Clear, Outcome::Cleared, 7),
            step("billing", Action::Retain, Outcome::Retained, 2).keeping(tax(day("2036-12-31"))),
            step("billing", Action::Retain, Outcome::Retained, 1).keeping(tax(day("2035-12-31"))),
            step("gone.since", Action::Erase, Outcome::Absent, 0),
        ];
        let view = PersonView::new(&done, &policy(), "hi");
        let json = serde_json::to_value(&view).unwrap();
        assert_eq!(
            json["categories"],
            serde_json::json!([
                { "label": "बातचीत", "parts": [
                    { "fate": "erased", "records": 123, "kept": [] },
                    { "fate": "cleared", "records": null, "kept": [] },
                ] },
                { "label": "Invoices", "parts": [
                    { "fate": "kept", "records": 3, "kept": [
                        { "ground": "tax_law", "citation": "AO s. 147", "until": "2036-12-31" },
                    ] },
                ] },
            ])
        );
        assert_eq!(view.found_nothing_in, ["gone.since"]);
        assert_eq!(view.kept_is_never_used_for, ["marketing"]);
        assert!(serde_json::to_string(&view).unwrap().starts_with(r#"{"state":"completed_with_retention","#));
    }

    #[test]
    fn an_end_that_nobody_can_say_stays_unsaid() {
        let mut done = standing(RequestState::CompletedWithRetention);
        done.steps = [day("2036-12-31"), None]
            .map(|until| {
                step("billing", Action::Retain, Outcome::Retained, 1).keeping(Kept::new(
                    GroundKind::TaxLaw,
                    "c",
                    until,
                ))
            })
            .to_vec();
        let view = PersonView::new(&done, &policy(), "en");
        assert_eq!(view.categories[0].parts[0].kept[0].until, None);
    }

    #[test]
    fn what_is_not_done_never_reads_as_done() {
        for &action in Action::ALL {
            for &outcome in Outcome::ALL {
                let fate = Fate::of(action, outcome);
                let reads_as_done =
                    matches!(fate, Some(Fate::Erased | Fate::Anonymized | Fate::Cleared) | None);
                assert_eq!(
                    reads_as_done,
                    outcome.is_done() && outcome != Outcome::Retained,
                    "{action} {outcome}"
                );
            }
        }
    }

    #[test]
    fn who_was_refused_is_not_told_of_a_plan() {
        for &state in RequestState::ALL {
            let mut standing = standing(state);
            standing.steps = vec![step("chats", Action::Erase, Outcome::Pending, 4)];
            standing.refusal = Some(Refusal::new("not you", None));
            standing.forwarded_to = Some("Acme".to_owned());
            standing.begins_at = Some(DateTime::UNIX_EPOCH);
            standing.ended_at = Some(DateTime::UNIX_EPOCH);
            let view = PersonView::new(&standing, &policy(), "en");
            let is_moot = matches!(
                state,
                RequestState::Refused
                    | RequestState::Forwarded
                    | RequestState::Cancelled
                    | RequestState::NothingHeld
            );
            assert_eq!(view.categories.is_empty(), is_moot, "{state}");
            assert_eq!(view.refusal.is_some(), state == RequestState::Refused);
            assert_eq!(view.forwarded_to.is_some(), state == RequestState::Forwarded);
            assert_eq!(view.can_cancel, state == RequestState::Scheduled);
            assert_eq!(view.dates.begins_at.is_some(), view.can_cancel);
            assert_eq!(view.dates.ended_at.is_some(), state.is_terminal());
            assert_eq!(view.proof.is_some(), state == RequestState::AwaitingVerification);
        }
    }
}
