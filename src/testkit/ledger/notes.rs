//! The laws of [`Notes`]: records that are remembered before the links to them are cut.
//!
//! They note for two requests, which a ledger opens first; notes that stand alone know no requests.

use super::super::law::{Judging, Verdict};
use super::super::together::together;
use super::desk::{Desk, digest, id, note, opening};
use super::{Law, listed};
use crate::port::{Digest, ListName, Note, Notes, Requests, Sealed};

/// Hands every law to a macro, behind what else is given: the one list of them.
#[doc(hidden)]
#[macro_export]
macro_rules! __each_notes_law {
    ([$($with:tt)+] $($given:tt)*) => {
        $($with)+! {
            $($given)*;
            a_record_is_noted_once_under_a_name,
            notes_keep_their_order,
            noted_is_for_one_request_and_list,
            what_is_forgotten_is_gone_under_its_name,
            thousands_of_notes_are_one_call,
            noting_at_once_notes_each_record_once,
        }
    };
}

/// All laws of this suite.
pub fn laws<L: Notes + ?Sized>() -> Vec<Law<L>> {
    crate::__each_notes_law!([listed])
}

/// A record is noted once under a name, within a call and across calls; the first note of it stays.
pub async fn a_record_is_noted_once_under_a_name(desk: Desk<'_, impl Notes + ?Sized>) -> Verdict {
    desk.equal("new notes", desk.note(id(1), "a", &[note(9), note(3), note(9)]).await?, 2)?;
    let mut other_bytes = note(3);
    other_bytes.sealed = Sealed::new(vec![0]);
    desk.equal("new notes", desk.note(id(1), "a", &[other_bytes, note(1)]).await?, 1)?;
    desk.equal("no notes", desk.note(id(1), "a", &[]).await?, 0)?;
    desk.equal("under another name", desk.note(id(1), "b", &[note(3)]).await?, 1)?;
    desk.equal("under a name that differs in its case", desk.note(id(1), "A", &[note(3)]).await?, 1)?;
    for list in ["é 'set'", "e 'set'"] {
        desk.equal("under a name that differs in an accent", desk.note(id(1), list, &[note(3)]).await?, 1)?;
    }
    desk.equal("for another request", desk.note(id(2), "a", &[note(3)]).await?, 1)?;
    desk.equal("the notes", desk.notes(id(1), "a").await?, vec![note(9), note(3), note(1)])?;
    for (request, name) in [(1, "b"), (1, "A"), (2, "a")] {
        desk.equal("the notes elsewhere", desk.notes(id(request), name).await?, vec![note(3)])?;
    }
    Ok(())
}

/// Notes keep the order in which they were noted. Their numbers rise from 1 at least, and pages go by them.
pub async fn notes_keep_their_order(desk: Desk<'_, impl Notes + ?Sized>) -> Verdict {
    let ledger = desk.ledger;
    let list = ListName::new("a");
    let order = [9, 3, 200, 1, 77, 4, 5];
    for number in order {
        desk.note(id(1), "a", &[note(number), note(3)]).await?;
        desk.note(id(2), "a", &[note(number)]).await?;
    }
    let all = desk.numbered(id(1), "a").await?;
    let notes: Vec<_> = all.iter().map(|(_, note)| note.clone()).collect();
    desk.equal("the notes", notes, order.map(note).to_vec())?;
    let numbers: Vec<_> = all.iter().map(|(number, _)| *number).collect();
    desk.ensure(numbers.first() > Some(&0) && numbers.is_sorted_by(|a, b| a < b), || {
        format!("the numbers of notes have to rise from 1 at least, seen {numbers:?}")
    })?;
    for limit in 1..9 {
        let mut paged: Vec<(u64, Note)> = Vec::new();
        loop {
            let after = paged.last().map_or(0, |(number, _)| *number);
            let page = desk.answer("notes", ledger.notes(id(1), &list, after, limit).await)?;
            let expected = limit.min(all.len() - paged.len());
            desk.equal(&format!("notes after number {after}, at most {limit}"), page.len(), expected)?;
            if page.is_empty() {
                break;
            }
            paged.extend(page);
        }
        desk.ensure(paged == all, || format!("in pages of {limit} there are other notes or another order"))?;
    }
    let beyond = desk.answer("notes", ledger.notes(id(1), &list, u64::MAX, 9).await)?;
    desk.equal("what comes after every number", beyond, vec![])
}

/// `noted` returns, for one request and one name, every digest that is noted there and no other.
pub async fn noted_is_for_one_request_and_list(desk: Desk<'_, impl Notes + ?Sized>) -> Verdict {
    desk.note(id(1), "a", &[note(1), note(2), note(3)]).await?;
    desk.note(id(1), "b", &[note(4)]).await?;
    desk.note(id(2), "a", &[note(5)]).await?;
    let asked = [3, 1, 4, 5, 6, 1];
    let of = |numbers: &[u8]| numbers.iter().map(|&number| digest(number)).collect::<Vec<_>>();
    desk.equal("noted", desk.noted(id(1), "a", &asked).await?, of(&[1, 3]))?;
    desk.equal("noted under another name", desk.noted(id(1), "b", &asked).await?, of(&[4]))?;
    desk.equal("noted for another request", desk.noted(id(2), "a", &asked).await?, of(&[5]))?;
    desk.equal("noted under no name", desk.noted(id(1), "c", &asked).await?, vec![])?;
    desk.equal("of no digests", desk.noted(id(1), "a", &[]).await?, vec![])
}

/// What is forgotten under some names stays under all others, and can be noted again.
pub async fn what_is_forgotten_is_gone_under_its_name(desk: Desk<'_, impl Notes + ?Sized>) -> Verdict {
    for (request, name) in [(1, "a"), (1, "b"), (1, "c"), (2, "a")] {
        desk.note(id(request), name, &[note(1), note(2)]).await?;
    }
    for _ in 0..2 {
        desk.forget(id(1), &["a", "nothing", "c"]).await?;
        for name in ["a", "c"] {
            desk.equal("the notes", desk.notes(id(1), name).await?, vec![])?;
            desk.equal("noted", desk.noted(id(1), name, &[1, 2]).await?, vec![])?;
        }
    }
    for (request, name) in [(1, "b"), (2, "a")] {
        desk.equal("the notes elsewhere", desk.notes(id(request), name).await?, vec![note(1), note(2)])?;
    }
    desk.equal("noted again", desk.note(id(1), "a", &[note(2)]).await?, 1)?;
    desk.equal("the notes", desk.notes(id(1), "a").await?, vec![note(2)])
}

/// Thousands of notes are one call, and the same call again writes nothing.
pub async fn thousands_of_notes_are_one_call(desk: Desk<'_, impl Notes + ?Sized>) -> Verdict {
    let ledger = desk.ledger;
    let many: Vec<_> = (0..20_000_u64).map(numbered).collect();
    let digests: Vec<_> = many.iter().map(|note| note.digest).collect();
    for new in [20_000, 0] {
        desk.equal("new notes", desk.note(id(1), "many", &many).await?, new)?;
        let noted = desk.answer("noted", ledger.noted(id(1), &ListName::new("many"), &digests).await)?;
        desk.equal("noted", noted.len(), 20_000)?;
        let read = desk.notes(id(1), "many").await?;
        desk.ensure(read == many, || "20,000 notes do not come back as they were noted".to_owned())?;
    }
    desk.forget(id(1), &["many"]).await?;
    desk.equal("the notes", desk.notes(id(1), "many").await?, vec![])
}

fn numbered(number: u64) -> Note {
    let mut bytes = [7; 32];
    for (to, from) in bytes.iter_mut().zip(number.to_be_bytes()) {
        *to = from;
    }
    Note { digest: Digest::new(bytes), sealed: Sealed::new(number.to_be_bytes().to_vec()) }
}

/// Of many who note the same records at once, each record is noted by one.
pub async fn noting_at_once_notes_each_record_once(desk: Desk<'_, impl Notes + ?Sized>) -> Verdict {
    let (ledger, list) = (desk.ledger, ListName::new("a"));
    // Each caller has half of its records in common with the next one.
    let records: Vec<_> = (0..5_400).map(numbered).collect();
    let shares: Vec<_> = records.chunks(600).collect();
    let callers = shares.windows(2).map(|shares| shares.concat());
    let callers: Vec<Vec<Note>> = callers.collect();
    let mut new = 0;
    for answer in together(callers.iter().map(|notes| ledger.note(id(1), &list, notes))).await {
        new += desk.answer("note", answer)?;
    }
    desk.equal("new notes in all answers", new, 5_400)?;
    let mut notes = desk.notes(id(1), "a").await?;
    notes.sort_by_key(|note| note.digest);
    desk.ensure(notes == records, || format!("there are {} notes of 5,400 records, or others", notes.len()))?;
    // All of them note the same.
    let (list, few) = (ListName::new("b"), records.get(..40).unwrap_or_default());
    let mut new = 0;
    for answer in together((0..16).map(|_| ledger.note(id(1), &list, few))).await {
        new += desk.answer("note", answer)?;
    }
    desk.equal("new notes in all answers", new, 40)?;
    let notes = desk.notes(id(1), "b").await?;
    desk.ensure(notes == few, || {
        format!("there are {} notes of 40 records, or in another order", notes.len())
    })
}

/// The laws of notes in a ledger, which has to know the requests for which they are noted.
pub(super) fn laws_with_requests<L: Requests + Notes + ?Sized>() -> Vec<Law<L>> {
    macro_rules! opened {
        (; $($law:ident,)+) => {
            vec![$(Law::new(stringify!($law), |ledger| -> Judging<'_> {
                Box::pin(async move {
                    let desk = Desk::of(stringify!($law), ledger);
                    $law(desk.with([opening(1, None), opening(2, None)]).await?).await
                })
            })),+]
        };
    }
    crate::__each_notes_law!([opened])
}
