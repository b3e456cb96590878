//! The laws of [`Seals`]: what is sealed beside a request, until all of it is shredded. They need requests, and notes that
//! are shredded with them.

use super::super::law::Verdict;
use super::desk::{Desk, id, lines, note, opening, received, sealed};
use super::{Law, listed};
use crate::port::{LedgerError, Notes, Requests, Sealed, Seals};

/// Hands every law to a macro, behind what else is given: the one list of them.
#[doc(hidden)]
#[macro_export]
macro_rules! __each_seals_law {
    ([$($with:tt)+] $($given:tt)*) => {
        $($with)+! {
            $($given)*;
            a_request_is_sealed_as_it_was_opened,
            a_seal_is_replaced,
            a_seal_keeps_every_byte,
            what_is_shredded_is_gone,
            shredding_leaves_what_is_retained,
            nothing_is_sealed_beside_an_unknown_request,
        }
    };
}

/// All laws of this suite.
pub fn laws<L: Requests + Seals + Notes + ?Sized>() -> Vec<Law<L>> {
    crate::__each_seals_law!([listed])
}

/// A request is opened together with what is sealed beside it.
pub async fn a_request_is_sealed_as_it_was_opened(
    desk: Desk<'_, impl Requests + Seals + Notes + ?Sized>,
) -> Verdict {
    let desk = desk.with([opening(1, None), opening(2, None)]).await?;
    for number in [1, 2] {
        let expected = sealed(&format!("sealed {number}"));
        desk.equal("what is sealed", desk.unseal(id(number)).await?, Some(expected))?;
    }
    Ok(())
}

/// What is sealed anew takes the place of what was sealed before.
pub async fn a_seal_is_replaced(desk: Desk<'_, impl Requests + Seals + Notes + ?Sized>) -> Verdict {
    let ledger = desk.ledger;
    let desk = desk.with([opening(1, None)]).await?;
    for text in ["another", "and another, which is longer", ""] {
        desk.answer("seal", ledger.seal(id(1), &sealed(text)).await)?;
        desk.equal("what is sealed", desk.unseal(id(1)).await?, Some(sealed(text)))?;
    }
    desk.stands(id(1), 2, received(None)).await
}

/// A seal keeps every byte, whatever its value and however many there are.
pub async fn a_seal_keeps_every_byte(desk: Desk<'_, impl Requests + Seals + Notes + ?Sized>) -> Verdict {
    let ledger = desk.ledger;
    let mut every_byte = opening(1, None);
    every_byte.sealed = Sealed::new((0..=255).collect());
    let desk = desk.with([every_byte.clone()]).await?;
    let unsealed = desk.unseal(id(1)).await?;
    desk.ensure(unsealed.as_ref() == Some(&every_byte.sealed), || "a byte is lost or changed".to_owned())?;
    let large = Sealed::new((0..100_000_u32).map(|number| number.to_le_bytes()[0]).collect());
    desk.answer("seal", ledger.seal(id(1), &large).await)?;
    let unsealed = desk.unseal(id(1)).await?;
    desk.ensure(unsealed == Some(large), || "100,000 bytes do not come back as they were".to_owned())
}

/// What is shredded is gone for good, however often it is shredded; the head, the journal and the codes stay.
pub async fn what_is_shredded_is_gone(desk: Desk<'_, impl Requests + Seals + Notes + ?Sized>) -> Verdict {
    let ledger = desk.ledger;
    let desk = desk.with([opening(1, Some(5))]).await?;
    desk.note(id(1), "x", &[note(1)]).await?;
    desk.answer("seal", ledger.seal(id(1), &sealed("another")).await)?;
    for _ in 0..2 {
        desk.answer("shred", ledger.shred(id(1)).await)?;
        desk.equal("what is sealed", desk.unseal(id(1)).await?, None)?;
    }
    desk.append(id(1), 2, &received(Some(5)), &["x"]).await?;
    desk.equal("what is sealed after an append", desk.unseal(id(1)).await?, None)?;
    desk.stands(id(1), 3, received(Some(5))).await?;
    desk.equal("the journal", desk.journal(id(1)).await?, lines(&["opened", "second", "x"]))?;
    desk.equal("the notes", desk.notes(id(1), "x").await?, vec![])?;
    desk.equal("the request with its code", desk.find(101).await?, Some(id(1)))
}

/// Shredding destroys every list of the request, whatever its name, but those of what is retained.
pub async fn shredding_leaves_what_is_retained(
    desk: Desk<'_, impl Requests + Seals + Notes + ?Sized>,
) -> Verdict {
    let ledger = desk.ledger;
    let desk = desk.with([opening(1, None), opening(2, None)]).await?;
    let doomed = ["gone/kept/x", "KEPT/x", "kept", "kept_x", " kept/x", "renamed since", "\u{212a}ept/x", ""];
    let retained = ["kept/x", "kept/", "kept/kept/ö 'y'"];
    for list in doomed.into_iter().chain(retained) {
        desk.note(id(1), list, &[note(1), note(2)]).await?;
        desk.note(id(2), list, &[note(3)]).await?;
    }
    for _ in 0..2 {
        desk.answer("shred", ledger.shred(id(1)).await)?;
        for list in doomed {
            let what = format!("the notes of list {list:?}");
            desk.equal(&what, desk.notes(id(1), list).await?, vec![])?;
            desk.equal(&what, desk.noted(id(1), list, &[1, 2]).await?, vec![])?;
            desk.equal("the notes of another request", desk.notes(id(2), list).await?, vec![note(3)])?;
        }
        for list in retained {
            let what = format!("the notes of the retained list {list:?}");
            desk.equal(&what, desk.notes(id(1), list).await?, vec![note(1), note(2)])?;
        }
    }
    desk.equal("noted once more", desk.note(id(1), "kept/x", &[note(2), note(4)]).await?, 1)?;
    desk.forget(id(1), &retained).await?;
    desk.equal("what is forgotten at last", desk.notes(id(1), "kept/x").await?, vec![])
}

/// Nothing is sealed beside a request that is not there.
pub async fn nothing_is_sealed_beside_an_unknown_request(
    desk: Desk<'_, impl Requests + Seals + Notes + ?Sized>,
) -> Verdict {
    let ledger = desk.ledger;
    let desk = desk.with([opening(1, None)]).await?;
    desk.fails("seal", ledger.seal(id(7), &sealed("x")).await, LedgerError::Unknown(id(7)))?;
    desk.equal("unseal", desk.unseal(id(7)).await?, None)?;
    desk.answer("shred", ledger.shred(id(7)).await)?;
    desk.equal("load", desk.load(id(7)).await?, None)
}
