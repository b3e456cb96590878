//! The states in which a ledger may be found, each as the acts that lead to it: what a host does, and where its process
//! dies on the way.

use oubliette::request::Action;
use oubliette::request::RequestState::{self, self as S};

use super::files::Files;
use super::requests::Who;

/// A call of a port, recognised by what it is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Call {
    /// Lines are written to the journal, one of which holds this text.
    Line(&'static str),
    /// The end of a step is written by itself: it was the last step of all.
    EndOfLastStep,
    /// The identifiers are sealed again, since people were found.
    Seal,
    /// Records are noted in the list of this name.
    Note(&'static str),
    /// The sealed identifiers and all notes are destroyed, but for those of kept records.
    Shred,
    /// Records of the table go.
    Erase(&'static str),
    /// Fields of the table are written.
    Mask(&'static str),
}

/// What becomes of the process at a call.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum When {
    /// It dies before the port has done its work.
    Before,
    /// It dies when the port has done its work.
    After,
    /// It lives, and the store fails.
    Fails,
}

/// At which call, of all that are alike, what happens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Trouble {
    pub when: When,
    pub call: Call,
    /// 1 for the first.
    pub nth: u32,
}

/// What a host does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Act {
    Open,
    Run,
    /// Runs into trouble.
    RunInto(Trouble),
    Verify,
    Approve,
    Cancel,
    CancelInto(Trouble),
    /// A legal hold is placed on the invoices.
    Hold,
    Release,
    /// So many hours pass.
    Hours(i64),
}

/// A state, and how it is reached.
#[derive(Debug, Clone)]
pub struct State {
    pub name: &'static str,
    pub files: Files,
    pub who: Who,
    pub acts: Vec<Act>,
    /// Where the request stands in it.
    pub stands: RequestState,
    /// The event of the journal's last line.
    pub last: &'static str,
    /// Steps that an undisturbed request takes and this one does not need, since its hold is released before their turn.
    pub needless: &'static [(&'static str, Action)],
    /// Whether a plan was replaced in it already: version 0.1 did not write down why, and this one does.
    pub is_replanned: bool,
}

impl State {
    /// The same acts without the trouble.
    pub fn undisturbed(&self) -> Vec<Act> {
        let without_trouble = |act: &Act| match act {
            Act::RunInto(_) => Act::Run,
            Act::CancelInto(_) => Act::Cancel,
            act => *act,
        };
        self.acts.iter().map(without_trouble).collect()
    }

    /// Whether the legal hold is in force in it.
    pub fn is_held(&self) -> bool {
        self.acts.iter().rev().find(|act| matches!(act, Act::Hold | Act::Release)) == Some(&Act::Hold)
    }
}

const PLANNED: Call = Call::Line("\"event\":\"planned\"");
const LOCATED: Call = Call::Line("\"event\":\"located\"");
const BEGAN: Call = Call::Line("\"event\":\"step_began\"");
const EXECUTED: Call = Call::Line("\"event\":\"executed\"");

/// Longer than the backups of the policy take to rotate.
const BACKUPS: Act = Act::Hours(12 * 24);

/// Every state.
pub fn states() -> Vec<State> {
    [waiting(), begun(), executing(), others_executing(), stopped(), ended()].concat()
}

/// Nothing was planned yet, and somebody or something is waited for.
fn waiting() -> Vec<State> {
    use Act::{Approve, Open, Run, Verify};
    let by_email = || state("awaiting_verification", Who::AshaByEmail, [Open, Run]);
    let with_approval = || state("awaiting_approval", Who::Asha, [Open, Run]);
    vec![
        state("opened", Who::Asha, [Open]).at(S::Received, "deadlines"),
        state("opened_in_all_tenants", Who::AshaInAllTenants, [Open])
            .with(Files::Tenants)
            .at(S::Received, "deadlines"),
        state("opened_by_callback", Who::ChiByCallback, [Open]).at(S::Received, "deadlines"),
        by_email().with(Files::CountedFromProof).at(S::AwaitingVerification, "state"),
        state("verified_not_run", Who::AshaByEmail, [Open, Run, Verify])
            .with(Files::CountedFromProof)
            .at(S::AwaitingVerification, "deadlines"),
        state("scheduled", Who::Asha, [Open, Run]).with(Files::Grace).at(S::Scheduled, "state"),
        with_approval().with(Files::Approval).at(S::AwaitingApproval, "state"),
        state("approved_not_run", Who::Asha, [Open, Run, Approve])
            .with(Files::Approval)
            .at(S::AwaitingApproval, "approved"),
    ]
}

/// The person was being looked for, and nothing was written to any store.
fn begun() -> Vec<State> {
    vec![
        dying("planned", Who::Asha, after(PLANNED)).at(S::Running, "planned"),
        dying("identified", Who::Asha, after(Call::Seal)).at(S::Running, "planned"),
        dying("list_identified", Who::List, after(Call::Seal)).at(S::Running, "planned"),
        dying("locating", Who::Asha, after(Call::Note("own/1/threads"))).at(S::Running, "planned"),
        dying("locating_kept", Who::Asha, after(Call::Note("kept/1/invoices"))).at(S::Running, "planned"),
        dying("located", Who::Asha, after(LOCATED)).at(S::Running, "located"),
        dying("tenant_located", Who::AshaInTenant, after(LOCATED))
            .with(Files::Tenants)
            .at(S::Running, "located"),
    ]
}

/// One person's records were being erased.
fn executing() -> Vec<State> {
    let dying = |name, trouble| dying(name, Who::AshaByTwo, trouble).at(S::Running, "step_began");
    vec![
        dying("first_step_began", after(BEGAN)),
        // Ben's visit has let go, and one of her two is masked.
        dying("visits_masked_in_part", after(Call::Mask("crm_visits")).nth(2)),
        dying("kept_invoices_let_go_in_part", after(Call::Mask("crm_invoices")).nth(3)),
        dying("circle_cut_open", before(Call::Erase("crm_threads"))),
        dying("circle_erased_in_part", after(Call::Erase("crm_threads"))),
        dying("messages_erased", after(Call::Erase("crm_messages"))),
        dying("shell_masked_in_part", after(Call::Mask("crm_addresses"))),
        dying("last_step_worked", before(Call::EndOfLastStep)),
        dying("all_steps_ended", before(EXECUTED)).at(S::Running, "step_ended"),
    ]
}

/// Other requests' records were being erased.
fn others_executing() -> Vec<State> {
    use Act::{Approve, Open, Run, RunInto};
    let let_go = after(Call::Mask("crm_messages")).nth(2);
    vec![
        dying("callback_executing", Who::ChiByCallback, after(Call::Mask("crm_visits")))
            .at(S::Running, "step_began"),
        dying("talk_executing", Who::AshaTalk, after(Call::Erase("crm_threads")))
            .at(S::Running, "step_began"),
        dying("list_executing", Who::List, after(Call::Erase("crm_threads")).nth(2))
            .at(S::Running, "step_began"),
        state("approved_executing", Who::Asha, [Open, Run, Approve, RunInto(let_go)])
            .with(Files::Approval)
            .at(S::Running, "step_began"),
    ]
}

/// A store failed, or a hold is in the way.
fn stopped() -> Vec<State> {
    use Act::{Hold, Open, Release, Run, RunInto};
    // In the middle of her messages, which let go.
    let let_go = after(Call::Mask("crm_messages")).nth(2);
    let fails = Trouble { when: When::Fails, ..let_go };
    let masked = after(Call::Mask("crm_invoices"));
    vec![
        state("partially_failed", Who::Asha, [Open, RunInto(fails)]).at(S::PartiallyFailed, "state"),
        state("on_hold", Who::Asha, [Hold, Open, Run]).at(S::OnHold, "state"),
        state("on_hold_executing", Who::Asha, [Hold, Open, RunInto(let_go)]).at(S::Running, "step_began"),
        state("on_hold_executing_released", Who::Asha, [Hold, Open, RunInto(let_go), Release])
            .at(S::Running, "step_began")
            .without(&[("contacts", Action::Anonymize)]),
        state("released_executing", Who::Asha, [Hold, Open, Run, Release, RunInto(masked)])
            .at(S::Running, "step_began")
            .replanned(),
    ]
}

/// All is done here.
fn ended() -> Vec<State> {
    use Act::{Cancel, CancelInto, Open, Run, RunInto};
    let forgetting = |name, trouble| {
        state(name, Who::Asha, [Open, Run, BACKUPS, RunInto(trouble)]).at(S::CompletedWithRetention, "state")
    };
    let cancelled = |name, act| state(name, Who::Asha, [Open, Run, act]).with(Files::Grace);
    vec![
        state("awaiting_backups", Who::Asha, [Open, Run]).at(S::AwaitingBackups, "state"),
        state("completed", Who::Ben, [Open, Run, BACKUPS, Run]).at(S::Completed, "forgotten"),
        state("completed_with_retention", Who::Asha, [Open, Run, BACKUPS, Run])
            .at(S::CompletedWithRetention, "forgotten"),
        state("completed_by_callback", Who::ChiByCallback, [Open, Run, BACKUPS, Run])
            .at(S::CompletedWithRetention, "forgotten"),
        forgetting("ended_not_forgotten", before(Call::Shred)),
        forgetting("ended_shredded", after(Call::Shred)),
        state("nothing_held", Who::Nobody, [Open, Run]).at(S::NothingHeld, "forgotten"),
        cancelled("cancelled", Cancel).at(S::Cancelled, "forgotten"),
        cancelled("cancelled_not_forgotten", CancelInto(before(Call::Shred))).at(S::Cancelled, "state"),
    ]
}

fn state(name: &'static str, who: Who, acts: impl Into<Vec<Act>>) -> State {
    State {
        name,
        files: Files::Plain,
        who,
        acts: acts.into(),
        stands: S::Received,
        last: "",
        needless: &[],
        is_replanned: false,
    }
}

/// The process dies when it is run for the first time.
fn dying(name: &'static str, who: Who, trouble: Trouble) -> State {
    state(name, who, [Act::Open, Act::RunInto(trouble)])
}

impl State {
    fn with(self, files: Files) -> Self {
        Self { files, ..self }
    }

    fn at(self, stands: RequestState, last: &'static str) -> Self {
        Self { stands, last, ..self }
    }

    fn without(self, needless: &'static [(&'static str, Action)]) -> Self {
        Self { needless, ..self }
    }

    fn replanned(self) -> Self {
        Self { is_replanned: true, ..self }
    }
}

fn before(call: Call) -> Trouble {
    Trouble { when: When::Before, call, nth: 1 }
}

fn after(call: Call) -> Trouble {
    Trouble { when: When::After, call, nth: 1 }
}

impl Trouble {
    fn nth(self, nth: u32) -> Self {
        Self { nth, ..self }
    }
}
