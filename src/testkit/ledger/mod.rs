//! The laws of the [`Ledger`] contract, one function each, and the list of them. Every law asks for a ledger that is empty.

mod desk;
mod journal;
mod leases;
mod notes;
mod opening;
mod seals;

pub use journal::*;
pub use leases::*;
pub use notes::*;
pub use opening::*;
pub use seals::*;

use super::law::{Judging, Verdicts};
use crate::port::Ledger;

/// One law of the [`Ledger`] contract.
#[derive(Clone, Copy)]
pub struct LedgerLaw {
    /// Its name, which is that of its function.
    pub name: &'static str,
    judge: for<'a> fn(&'a dyn Ledger) -> Judging<'a>,
}

impl LedgerLaw {
    /// Holds an empty ledger to this law.
    pub async fn judge(&self, ledger: &dyn Ledger) -> super::Verdict {
        (self.judge)(ledger).await
    }
}

impl std::fmt::Debug for LedgerLaw {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("LedgerLaw").field("name", &self.name).finish_non_exhaustive()
    }
}

/// Hands every law to a macro, behind what else is given: the one list of them all.
#[doc(hidden)]
#[macro_export]
macro_rules! __each_ledger_law {
    ([$($with:tt)+] $($given:tt)*) => {
        $($with)+! {
            $($given)*;
            an_opened_request_is_there_as_it_was_opened,
            a_request_is_opened_once,
            a_request_is_recognised_under_former_keys,
            of_many_callers_at_once_one_opens,
            neither_an_id_nor_a_code_is_taken_twice,
            a_request_is_found_by_each_of_its_codes,
            a_code_leads_to_one_request,
            an_unknown_request_is_said_to_be_unknown,
            requests_are_kept_apart,
            an_append_adds_its_lines_and_moves_the_head,
            an_append_at_another_version_writes_nothing,
            of_many_appends_at_one_version_one_succeeds,
            a_journal_is_read_in_pages,
            a_line_is_kept_to_the_letter,
            a_due_time_is_kept_to_the_millisecond,
            what_is_due_longest_is_claimed_first,
            only_what_is_due_is_claimed,
            a_lease_holds_until_it_ends,
            a_released_lease_keeps_nobody_away,
            a_lease_outlives_an_append,
            no_two_claimants_get_the_same_request,
            a_seal_is_replaced,
            a_seal_keeps_every_byte,
            what_is_shredded_is_gone,
            shredding_leaves_what_is_retained,
            a_record_is_noted_once_under_a_name,
            notes_keep_their_order,
            noted_answers_for_one_request_and_name,
            what_is_forgotten_is_gone_under_its_name,
            thousands_of_notes_are_one_call,
            noting_at_once_notes_each_record_once,
        }
    };
}

macro_rules! listed {
    (; $($law:ident,)+) => {
        &[$(LedgerLaw { name: stringify!($law), judge: |ledger| Box::pin($law(ledger)) }),+]
    };
}

/// All laws.
pub fn laws() -> &'static [LedgerLaw] {
    crate::__each_ledger_law!([listed])
}

/// Holds ledgers to all laws, one after the other. Each law gets an empty ledger from `fresh`.
pub async fn judge<L: Ledger>(mut fresh: impl AsyncFnMut() -> L) -> Verdicts {
    let mut verdicts = Verdicts::default();
    for law in laws() {
        let ledger = fresh().await;
        verdicts.add(law.name, law.judge(&ledger).await);
    }
    verdicts
}
