//! What is sealed beside a request, until it is shredded.

use super::super::law::Verdict;
use super::desk::{Desk, id, lines, note, opening, received, sealed};
use crate::port::{Ledger, Sealed};

/// What is sealed anew takes the place of what was sealed before.
pub async fn a_seal_is_replaced(ledger: &dyn Ledger) -> Verdict {
    let desk = Desk::of("a_seal_is_replaced", ledger).with([opening(1, None)]).await?;
    for text in ["another", "and another, which is longer", ""] {
        desk.answer("seal", ledger.seal(id(1), &sealed(text)).await)?;
        desk.equal("what is sealed", desk.unseal(id(1)).await?, Some(sealed(text)))?;
    }
    desk.stands(id(1), 2, received(None)).await
}

/// A seal keeps every byte, whatever its value and however many there are.
pub async fn a_seal_keeps_every_byte(ledger: &dyn Ledger) -> Verdict {
    let desk = Desk::of("a_seal_keeps_every_byte", ledger);
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

/// What is shredded is gone for good, however often it is shredded, and nothing else goes with it.
pub async fn what_is_shredded_is_gone(ledger: &dyn Ledger) -> Verdict {
    let desk = Desk::of("what_is_shredded_is_gone", ledger).with([opening(1, Some(5))]).await?;
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
    desk.equal("the notes", desk.notes(id(1), "x").await?, vec![note(1)])?;
    desk.equal("the request with its code", desk.find(101).await?, Some(id(1)))
}
