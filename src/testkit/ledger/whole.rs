//! The laws of a ledger as a whole: what its parts owe to each other.

use super::super::law::Verdict;
use super::desk::{Desk, head, id, lines, note, opening, received, sealed};
use super::{Law, listed};
use crate::port::{Ledger, LedgerError, ListName, Opened};
use crate::request::RequestState;

/// Hands every law to a macro, behind what else is given: the one list of them.
#[doc(hidden)]
#[macro_export]
macro_rules! __each_whole_ledger_law {
    ([$($with:tt)+] $($given:tt)*) => {
        $($with)+! {
            $($given)*;
            requests_are_kept_apart,
            what_is_refused_leaves_nothing_anywhere,
            nothing_is_noted_for_an_unknown_request,
        }
    };
}

/// All laws of this suite.
pub fn laws<L: Ledger + ?Sized>() -> Vec<Law<L>> {
    crate::__each_whole_ledger_law!([listed])
}

/// What happens to one request changes nothing of another.
pub async fn requests_are_kept_apart(desk: Desk<'_, impl Ledger + ?Sized>) -> Verdict {
    let ledger = desk.ledger;
    let desk = desk.with([opening(1, Some(5)), opening(2, Some(5))]).await?;
    for number in [1, 2] {
        desk.equal(
            "new notes",
            desk.note(id(number), "x", &[note(1), note(number)]).await?,
            u64::from(number),
        )?;
    }
    desk.append(id(1), 2, &head(RequestState::Completed, None), &["done"]).await?;
    desk.answer("seal", ledger.seal(id(1), &sealed("new")).await)?;
    desk.answer("shred", ledger.shred(id(1)).await)?;
    desk.forget(id(1), &["x"]).await?;
    desk.equal("a lease", desk.claim(id(1), 0, 100).await?, true)?;
    desk.stands(id(2), 2, received(Some(5))).await?;
    desk.equal("the other's journal", desk.journal(id(2)).await?, lines(&["opened", "second"]))?;
    desk.equal("the other's seal", desk.unseal(id(2)).await?, Some(sealed("sealed 2")))?;
    desk.equal("the other's notes", desk.notes(id(2), "x").await?, vec![note(1), note(2)])?;
    desk.equal("the other's lease", desk.claim(id(2), 0, 100).await?, true)?;
    desk.equal("the other's code", desk.find(102).await?, Some(id(2)))
}

/// What is refused leaves nothing behind in any part: no seal, nothing that is due, and what was there as it was.
pub async fn what_is_refused_leaves_nothing_anywhere(desk: Desk<'_, impl Ledger + ?Sized>) -> Verdict {
    let ledger = desk.ledger;
    let desk = desk.with([opening(1, None), opening(4, Some(50))]).await?;
    let mut again = opening(2, Some(0));
    again.idempotency = opening(1, None).idempotency;
    let mut of_a_former_key = opening(3, Some(0));
    of_a_former_key.former = vec![opening(4, None).idempotency];
    for (repeated, there) in [(&again, 1), (&of_a_former_key, 4)] {
        let opened = desk.answer("open", ledger.open(repeated).await)?;
        desk.equal("a request that comes again", opened, Opened::AlreadyThere(id(there)))?;
    }
    let mut same_id = opening(5, Some(1));
    same_id.id = id(4);
    let mut same_code = opening(6, Some(1));
    same_code.code = opening(1, None).code;
    for wrong in [&same_id, &same_code] {
        desk.fails("open", ledger.open(wrong).await, LedgerError::Conflict(wrong.id))?;
    }
    let answer = ledger.append(id(1), 9, &head(RequestState::Running, Some(0)), &lines(&["x"])).await;
    desk.fails("append", answer, LedgerError::Conflict(id(1)))?;
    for refused in [2, 3, 5, 6] {
        desk.equal("the seal of a refused request", desk.unseal(id(refused)).await?, None)?;
    }
    for there in [1, 4] {
        let expected = Some(sealed(&format!("sealed {there}")));
        desk.equal("the seal of a request that was there", desk.unseal(id(there)).await?, expected)?;
    }
    desk.equal("what is due", desk.claim_due(49, 60).await?, None)?;
    desk.equal("what is due later", desk.claim_due(50, 60).await?, Some(id(4)))
}

/// Nothing is noted for a request that is not there.
pub async fn nothing_is_noted_for_an_unknown_request(desk: Desk<'_, impl Ledger + ?Sized>) -> Verdict {
    let ledger = desk.ledger;
    let desk = desk.with([opening(1, None)]).await?;
    let (nobody, list) = (id(7), ListName::new("x"));
    for notes in [&[note(1)][..], &[]] {
        desk.fails("note", ledger.note(nobody, &list, notes).await, LedgerError::Unknown(nobody))?;
    }
    desk.equal("notes", desk.notes(nobody, "x").await?, vec![])?;
    desk.equal("noted", desk.noted(nobody, "x", &[1]).await?, vec![])?;
    desk.forget(nobody, &["x"]).await?;
    desk.equal("load", desk.load(nobody).await?, None)
}
