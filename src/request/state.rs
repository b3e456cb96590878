//! States of a request, outcomes of its steps, and the table of legal transitions.
//!
//! The names are pinned by the design (6.4). This module knows which change of state is legal; when and why one happens is
//! the engine's to decide, and what has happened is the ledger's to tell.

use crate::text::words::words;

words! {
    /// The state of a request.
    "a state of a request" RequestState {
        /// Written to the ledger; nothing is decided yet.
        Received = "received",
        /// The person has to prove who they are.
        AwaitingVerification = "awaiting_verification",
        /// A plan waits for the operator's approval.
        AwaitingApproval = "awaiting_approval",
        /// A question is open that only a person can decide; what it does not concern is done.
        AwaitingDecision = "awaiting_decision",
        /// It runs at a set time, and can still be cancelled.
        Scheduled = "scheduled",
        /// A legal hold suspends what is left to do.
        OnHold = "on_hold",
        /// Steps are being carried out or checked.
        Running = "running",
        /// Erased here; recipients of the data have yet to confirm.
        AwaitingRecipients = "awaiting_recipients",
        /// Erased from the live systems; backups have yet to rotate.
        AwaitingBackups = "awaiting_backups",
        /// Everything is gone.
        Completed = "completed",
        /// Everything is gone but what a named ground keeps. The request has ended: the sweep that erases the rest at its
        /// date is work of its own and does not reopen it.
        CompletedWithRetention = "completed_with_retention",
        /// Nothing of the person was found.
        NothingHeld = "nothing_held",
        /// Some step failed; it is still retried.
        PartiallyFailed = "partially_failed",
        /// Refused, with a reason.
        Refused = "refused",
        /// Handed to the controller whose data it is.
        Forwarded = "forwarded",
        /// Withdrawn before anything was destroyed.
        Cancelled = "cancelled",
    }
}

words! {
    /// What is done to a set of records.
    "an action" Action {
        /// Delete the records.
        Erase = "erase",
        /// Keep the records, with everything personal in them masked.
        Anonymize = "anonymize",
        /// Keep the records, and clear their links to the person (*let go*).
        Clear = "clear",
        /// Keep the records unchanged, for a ground that the policy names.
        Retain = "retain",
    }
}

words! {
    /// The result of a step so far.
    "an outcome of a step" Outcome {
        /// Not begun.
        Pending = "pending",
        /// Begun.
        Running = "running",
        /// Its records are gone.
        Erased = "erased",
        /// Its records are masked.
        Anonymized = "anonymized",
        /// Its records no longer link to the person.
        Cleared = "cleared",
        /// Its records are kept, as planned.
        Retained = "retained",
        /// A legal hold suspends it.
        OnHold = "on_hold",
        /// There were no such records.
        Absent = "absent",
        /// The store cannot do it.
        Unsupported = "unsupported",
        /// It did not succeed.
        Failed = "failed",
    }
}

impl Outcome {
    /// Whether the step ended as it should. A step that is unfinished, suspended, unsupported or failed never counts.
    pub const fn is_done(self) -> bool {
        match self {
            Self::Erased | Self::Anonymized | Self::Cleared | Self::Retained | Self::Absent => true,
            Self::Pending | Self::Running | Self::OnHold | Self::Unsupported | Self::Failed => false,
        }
    }
}

use RequestState::{
    AwaitingApproval, AwaitingBackups, AwaitingDecision, AwaitingRecipients, AwaitingVerification, Cancelled,
    Completed, CompletedWithRetention, Forwarded, NothingHeld, OnHold, PartiallyFailed, Received, Refused,
    Running, Scheduled,
};

/// Every legal change of state: from, and what may follow. A state with nothing behind it is terminal.
pub const TRANSITIONS: &[(RequestState, &[RequestState])] = &[
    (
        Received,
        &[AwaitingVerification, AwaitingApproval, Scheduled, OnHold, Running, Refused, Forwarded, Cancelled],
    ),
    (AwaitingVerification, &[AwaitingApproval, Scheduled, OnHold, Running, Refused, Forwarded, Cancelled]),
    // The operator who is to approve may ask for better proof first.
    (AwaitingApproval, &[AwaitingVerification, Scheduled, OnHold, Running, Refused, Forwarded, Cancelled]),
    // Which person is meant may be asked before anything is destroyed, so that it can still be refused or cancelled.
    (AwaitingDecision, &[AwaitingApproval, OnHold, Running, Refused, Cancelled]),
    // Refused: the proof turned out to be false while it could still be stopped.
    (Scheduled, &[AwaitingApproval, OnHold, Running, Refused, Cancelled]),
    // A released hold goes on where it stopped, and the deadline of a refusal does not wait for it.
    (OnHold, &[AwaitingVerification, AwaitingApproval, Scheduled, Running, Refused, Cancelled]),
    // Awaiting approval: the plan changed on the way, and the approval was for another one.
    (
        Running,
        &[
            AwaitingApproval,
            AwaitingDecision,
            OnHold,
            AwaitingRecipients,
            AwaitingBackups,
            Completed,
            CompletedWithRetention,
            NothingHeld,
            PartiallyFailed,
        ],
    ),
    // Running: a recipient's reply, or the next check, brought new work. Nothing held: nothing was here, and recipients have
    // replied.
    (
        AwaitingRecipients,
        &[Running, AwaitingBackups, Completed, CompletedWithRetention, NothingHeld, PartiallyFailed],
    ),
    // Running: the check before completion found something again.
    (AwaitingBackups, &[Running, Completed, CompletedWithRetention]),
    // It is retried until it succeeds. The way over approval, a question or a hold does not lead to refused or cancelled either: see
    // `advance_after_writes`.
    (PartiallyFailed, &[AwaitingApproval, OnHold, Running]),
    (Completed, &[]),
    (CompletedWithRetention, &[]),
    (NothingHeld, &[]),
    (Refused, &[]),
    (Forwarded, &[]),
    (Cancelled, &[]),
];

/// A change of state that the table does not have.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
#[error("a request cannot go from `{from}` to `{to}`{}; read its state again and decide anew", .after_writes.then_some(" once something was destroyed").unwrap_or_default())]
pub struct IllegalTransition {
    /// The state in which the request is.
    pub from: RequestState,
    /// The state that was asked for.
    pub to: RequestState,
    /// Whether it was refused because the request had already destroyed something.
    pub after_writes: bool,
}

impl RequestState {
    /// The states that may follow this one.
    pub fn next(self) -> &'static [RequestState] {
        TRANSITIONS.iter().find(|(from, _)| *from == self).map_or(&[], |(_, to)| to)
    }

    /// Whether nothing follows: the request has ended.
    pub fn is_terminal(self) -> bool {
        self.next().is_empty()
    }

    /// Whether being in this state says that nothing was destroyed.
    pub const fn denies_writes(self) -> bool {
        matches!(
            self,
            Received | AwaitingVerification | Scheduled | NothingHeld | Refused | Forwarded | Cancelled
        )
    }

    /// The next state, if the table allows it. Staying is not a change: a state never follows itself.
    ///
    /// For a request that may have destroyed something, use [`RequestState::advance_after_writes`].
    ///
    /// # Errors
    ///
    /// [`IllegalTransition`], naming both states.
    pub fn advance(self, to: RequestState) -> Result<RequestState, IllegalTransition> {
        if self.next().contains(&to) {
            Ok(to)
        } else {
            Err(IllegalTransition { from: self, to, after_writes: false })
        }
    }

    /// The next state of a request that has destroyed something: the same table without the states that would
    /// [deny it](RequestState::denies_writes). A request whose second half was put on hold cannot be cancelled.
    ///
    /// # Errors
    ///
    /// [`IllegalTransition`], naming both states.
    pub fn advance_after_writes(self, to: RequestState) -> Result<RequestState, IllegalTransition> {
        match self.advance(to) {
            Ok(to) if to.denies_writes() => Err(IllegalTransition { from: self, to, after_writes: true }),
            answer => answer,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Rows are `from`, columns `to`, both in the order of the design; `x` is legal.
    const MATRIX: [(&str, &str); 16] = [
        // R V A D S H N P B C K Z F X W L
        (". x x . x x x . . . . . . x x x", "received"),
        (". . x . x x x . . . . . . x x x", "awaiting_verification"),
        (". x . . x x x . . . . . . x x x", "awaiting_approval"),
        (". . x . . x x . . . . . . x . x", "awaiting_decision"),
        (". . x . . x x . . . . . . x . x", "scheduled"),
        (". x x . x . x . . . . . . x . x", "on_hold"),
        (". . x x . x . x x x x x x . . .", "running"),
        (". . . . . . x . x x x x x . . .", "awaiting_recipients"),
        (". . . . . . x . . x x . . . . .", "awaiting_backups"),
        (". . . . . . . . . . . . . . . .", "completed"),
        (". . . . . . . . . . . . . . . .", "completed_with_retention"),
        (". . . . . . . . . . . . . . . .", "nothing_held"),
        (". . x . . x x . . . . . . . . .", "partially_failed"),
        (". . . . . . . . . . . . . . . .", "refused"),
        (". . . . . . . . . . . . . . . .", "forwarded"),
        (". . . . . . . . . . . . . . . .", "cancelled"),
    ];

    #[test]
    fn every_pair_of_states_is_decided_as_written() {
        assert_eq!(RequestState::ALL.len(), MATRIX.len());
        for (&from, (row, name)) in RequestState::ALL.iter().zip(MATRIX) {
            assert_eq!(from.as_str(), name);
            let cells: Vec<&str> = row.split(' ').collect();
            assert_eq!(cells.len(), MATRIX.len());
            for (&to, cell) in RequestState::ALL.iter().zip(cells) {
                let expected = if cell == "x" {
                    Ok(to)
                } else {
                    Err(IllegalTransition { from, to, after_writes: false })
                };
                assert_eq!(from.advance(to), expected, "{from} -> {to}");
            }
        }
    }

    #[test]
    fn the_table_has_each_state_once_and_no_state_follows_itself() {
        let listed: Vec<RequestState> = TRANSITIONS.iter().map(|(from, _)| *from).collect();
        for state in RequestState::ALL {
            assert_eq!(listed.iter().filter(|from| *from == state).count(), 1, "{state}");
            assert!(!state.next().contains(state));
        }
    }

    #[test]
    fn six_states_are_terminal_and_every_other_leads_to_one() {
        let terminal: Vec<&str> = RequestState::ALL
            .iter()
            .filter(|state| state.is_terminal())
            .map(|state| state.as_str())
            .collect();
        assert_eq!(
            terminal,
            ["completed", "completed_with_retention", "nothing_held", "refused", "forwarded", "cancelled"]
        );
        for &start in RequestState::ALL {
            let mut reached = vec![start];
            let mut index = 0;
            while index < reached.len() {
                for &next in reached[index].next() {
                    if !reached.contains(&next) {
                        reached.push(next);
                    }
                }
                index += 1;
            }
            assert!(reached.iter().any(|state| state.is_terminal()), "{start}");
        }
    }

    #[test]
    fn what_has_destroyed_something_cannot_end_as_if_it_had_not() {
        for &from in RequestState::ALL {
            for &to in RequestState::ALL {
                let after = from.advance_after_writes(to);
                assert_eq!(after.is_ok(), from.advance(to).is_ok() && !to.denies_writes(), "{from} -> {to}");
            }
        }
        let error = OnHold.advance_after_writes(Cancelled).unwrap_err();
        assert_eq!(
            error.to_string(),
            "a request cannot go from `on_hold` to `cancelled` once something was destroyed; read its state again and decide anew"
        );
    }

    #[test]
    fn the_words_are_the_pinned_ones() {
        let words = |all: &[Outcome]| all.iter().map(|one| one.as_str()).collect::<Vec<_>>();
        assert_eq!(
            words(Outcome::ALL),
            [
                "pending",
                "running",
                "erased",
                "anonymized",
                "cleared",
                "retained",
                "on_hold",
                "absent",
                "unsupported",
                "failed"
            ]
        );
        let actions: Vec<&str> = Action::ALL.iter().map(|action| action.as_str()).collect();
        assert_eq!(actions, ["erase", "anonymize", "clear", "retain"]);
    }

    #[test]
    fn only_five_outcomes_are_done() {
        let done: Vec<&str> =
            Outcome::ALL.iter().filter(|one| one.is_done()).map(|one| one.as_str()).collect();
        assert_eq!(done, ["erased", "anonymized", "cleared", "retained", "absent"]);
    }
}
