//! The laws of a [`Ledger`] and of its parts, one function each, and the lists of them.
//!
//! | suite | holds to the contract of | makes tests with |
//! |---|---|---|
//! | [`requests`] | [`Requests`](crate::port::Requests) | [`requests_laws!`](crate::requests_laws) |
//! | [`leases`] | [`Leases`](crate::port::Leases), beside requests to lease | [`leases_laws!`](crate::leases_laws) |
//! | [`seals`] | [`Seals`](crate::port::Seals), beside requests and notes | [`seals_laws!`](crate::seals_laws) |
//! | [`notes`] | [`Notes`](crate::port::Notes), which may stand alone | [`notes_laws!`](crate::notes_laws) |
//! | [`holds`] | [`Holds`](crate::port::Holds), which may stand alone | [`holds_laws!`](crate::holds_laws) |
//! | this room | a whole [`Ledger`]: all of these, and what its parts owe to each other | [`ledger_laws!`](crate::ledger_laws) |
//!
//! Every law asks for a ledger that is empty.

mod desk;
mod handles;
pub mod holds;
pub mod leases;
pub mod notes;
pub mod requests;
pub mod seals;
pub mod whole;

pub use desk::Desk;
pub use handles::Handles;

use super::law::{Judging, LawError, Verdict, Verdicts};
use crate::port::Ledger;

/// One law of a ledger, or of some parts of one.
pub struct Law<L: ?Sized> {
    /// Its name, which is that of its function.
    pub name: &'static str,
    judge: for<'a> fn(&'a L) -> Judging<'a>,
}

impl<L: ?Sized> Law<L> {
    fn new(name: &'static str, judge: for<'a> fn(&'a L) -> Judging<'a>) -> Self {
        Self { name, judge }
    }

    /// Holds an empty ledger to this law.
    pub async fn judge(&self, ledger: &L) -> Verdict {
        (self.judge)(ledger).await
    }
}

impl<L: ?Sized> std::fmt::Debug for Law<L> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Law").field("name", &self.name).finish_non_exhaustive()
    }
}

/// Makes the laws that are named out of their functions.
macro_rules! listed {
    (; $($law:ident,)+) => {
        vec![$(Law::new(stringify!($law), |ledger| Box::pin($law(Desk::of(stringify!($law), ledger))))),+]
    };
}
use listed;

/// All laws of a whole ledger.
pub fn laws<L: Ledger + ?Sized>() -> Vec<Law<L>> {
    let parts = [
        requests::laws(),
        leases::laws(),
        seals::laws(),
        notes::laws_with_requests(),
        holds::laws(),
        whole::laws(),
    ];
    parts.into_iter().flatten().collect()
}

/// Holds ledgers to all laws of a whole ledger, one after the other. Each law gets an empty ledger from `fresh`.
pub async fn judge<L: Ledger>(fresh: impl AsyncFnMut() -> L) -> Verdicts {
    judge_by(laws(), fresh).await
}

/// Holds ledgers, or parts of them, to the laws of a suite.
pub async fn judge_by<L>(laws: Vec<Law<L>>, mut fresh: impl AsyncFnMut() -> L) -> Verdicts {
    let mut verdicts = Verdicts::default();
    for law in laws {
        let ledger = fresh().await;
        verdicts.add(law.name, law.judge(&ledger).await);
    }
    verdicts
}

/// Holds an empty ledger, or parts of one, to the law of a suite that has this name.
///
/// # Errors
/// The law is not kept, or there is no such law.
pub async fn judge_one<L: ?Sized>(laws: Vec<Law<L>>, law: &'static str, ledger: &L) -> Verdict {
    match laws.iter().find(|it| it.name == law) {
        Some(law) => law.judge(ledger).await,
        None => Err(LawError::Untried { law, why: "there is no such law".to_owned() }),
    }
}
