//! Notes: records that are remembered before the links to them are cut.

use super::super::law::Verdict;
use super::super::together::together;
use super::desk::{Desk, digest, id, note, opening};
use crate::port::{Digest, Ledger, ListName, Note, Sealed};

/// A record is noted once under a name, within a call and across calls; the first note of it stays.
pub async fn a_record_is_noted_once_under_a_name(ledger: &dyn Ledger) -> Verdict {
    let desk = Desk::of("a_record_is_noted_once_under_a_name", ledger);
    let desk = desk.with([opening(1, None), opening(2, None)]).await?;
    desk.equal("new notes", desk.note(id(1), "a", &[note(9), note(3), note(9)]).await?, 2)?;
    let mut other_bytes = note(3);
    other_bytes.sealed = Sealed::new(vec![0]);
    desk.equal("new notes", desk.note(id(1), "a", &[other_bytes, note(1)]).await?, 1)?;
    desk.equal("no notes", desk.note(id(1), "a", &[]).await?, 0)?;
    desk.equal("under another name", desk.note(id(1), "b", &[note(3)]).await?, 1)?;
    desk.equal("under a name that differs in its case", desk.note(id(1), "A", &[note(3)]).await?, 1)?;
    desk.equal("for another request", desk.note(id(2), "a", &[note(3)]).await?, 1)?;
    desk.equal("the notes", desk.notes(id(1), "a").await?, vec![note(9), note(3), note(1)])?;
    for (request, name) in [(1, "b"), (1, "A"), (2, "a")] {
        desk.equal("the notes elsewhere", desk.notes(id(request), name).await?, vec![note(3)])?;
    }
    Ok(())
}

/// Notes keep the order in which they were noted. Their numbers rise from 1 at least, and pages go by them.
pub async fn notes_keep_their_order(ledger: &dyn Ledger) -> Verdict {
    let desk = Desk::of("notes_keep_their_order", ledger).with([opening(1, None), opening(2, None)]).await?;
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

/// `noted` answers for one request and one name, with every digest that is noted there and with no other.
pub async fn noted_answers_for_one_request_and_name(ledger: &dyn Ledger) -> Verdict {
    let desk = Desk::of("noted_answers_for_one_request_and_name", ledger);
    let desk = desk.with([opening(1, None), opening(2, None)]).await?;
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
pub async fn what_is_forgotten_is_gone_under_its_name(ledger: &dyn Ledger) -> Verdict {
    let desk = Desk::of("what_is_forgotten_is_gone_under_its_name", ledger);
    let desk = desk.with([opening(1, None), opening(2, None)]).await?;
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
pub async fn thousands_of_notes_are_one_call(ledger: &dyn Ledger) -> Verdict {
    let desk = Desk::of("thousands_of_notes_are_one_call", ledger).with([opening(1, None)]).await?;
    let many: Vec<_> = (0..5_000_u64).map(numbered).collect();
    let digests: Vec<_> = many.iter().map(|note| note.digest).collect();
    for new in [5_000, 0] {
        desk.equal("new notes", desk.note(id(1), "many", &many).await?, new)?;
        let noted = desk.answer("noted", ledger.noted(id(1), &ListName::new("many"), &digests).await)?;
        desk.equal("noted", noted.len(), 5_000)?;
        let read = desk.notes(id(1), "many").await?;
        desk.ensure(read == many, || "5,000 notes do not come back as they were noted".to_owned())?;
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
pub async fn noting_at_once_notes_each_record_once(ledger: &dyn Ledger) -> Verdict {
    let desk = Desk::of("noting_at_once_notes_each_record_once", ledger).with([opening(1, None)]).await?;
    let records: Vec<_> = (0..40).map(numbered).collect();
    let list = ListName::new("a");
    let mut new = 0;
    for answer in together((0..16).map(|_| ledger.note(id(1), &list, &records))).await {
        new += desk.answer("note", answer)?;
    }
    desk.equal("new notes in all answers", new, 40)?;
    let notes = desk.notes(id(1), "a").await?;
    desk.ensure(notes == records, || {
        format!("there are {} notes of 40 records, or in another order", notes.len())
    })
}
