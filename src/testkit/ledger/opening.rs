//! Opening requests, and finding them by their codes.

use super::super::law::Verdict;
use super::super::together::together;
use super::desk::{Desk, at, digest, head, id, lines, note, opening, received, sealed};
use crate::port::{Ledger, LedgerError, ListName, Opened};
use crate::request::RequestState;

/// An opened request is there as it was opened: its head, its version, its journal, its seal and its code.
pub async fn an_opened_request_is_there_as_it_was_opened(ledger: &dyn Ledger) -> Verdict {
    let desk = Desk::of("an_opened_request_is_there_as_it_was_opened", ledger);
    let mut empty = opening(2, None);
    empty.lines.clear();
    empty.head.state = RequestState::AwaitingVerification;
    let desk = desk.with([opening(1, Some(7)), empty]).await?;
    desk.stands(id(1), 2, received(Some(7))).await?;
    desk.stands(id(2), 0, head(RequestState::AwaitingVerification, None)).await?;
    desk.equal("the journal", desk.journal(id(1)).await?, lines(&["opened", "second"]))?;
    desk.equal("an empty journal", desk.journal(id(2)).await?, vec![])?;
    desk.equal("what is sealed", desk.unseal(id(1)).await?, Some(sealed("sealed 1")))?;
    desk.equal("the request with its code", desk.find(101).await?, Some(id(1)))?;
    desk.equal("nobody's code", desk.find(99).await?, None)
}

/// A request that comes again is not opened again, and nothing of it is written.
pub async fn a_request_is_opened_once(ledger: &dyn Ledger) -> Verdict {
    let desk = Desk::of("a_request_is_opened_once", ledger).with([opening(1, None)]).await?;
    let mut again = opening(2, Some(0));
    again.idempotency = digest(1);
    again.lines = lines(&["again"]);
    for _ in 0..2 {
        let opened = desk.answer("open", ledger.open(&again).await)?;
        desk.equal("a request that comes again", opened, Opened::AlreadyThere(id(1)))?;
    }
    // The same request to the letter, as a caller sends it whose first answer was lost.
    let opened = desk.answer("open", ledger.open(&opening(1, None)).await)?;
    desk.equal("the same request", opened, Opened::AlreadyThere(id(1)))?;
    desk.equal("the second request", desk.load(id(2)).await?, None)?;
    desk.equal("its code", desk.find(102).await?, None)?;
    desk.equal("its seal", desk.unseal(id(2)).await?, None)?;
    desk.equal("what is due", desk.claim_due(10, 20).await?, None)?;
    desk.stands(id(1), 2, received(None)).await?;
    desk.equal("the first one's seal", desk.unseal(id(1)).await?, Some(sealed("sealed 1")))
}

/// A request that was opened under a former key is the same request under the current one; what is only looked for is not
/// kept, and the first digest that is found decides.
pub async fn a_request_is_recognised_under_former_keys(ledger: &dyn Ledger) -> Verdict {
    let desk = Desk::of("a_request_is_recognised_under_former_keys", ledger);
    let mut looked_for = opening(3, None);
    looked_for.former = vec![digest(30), digest(31)];
    let desk = desk.with([opening(1, None), opening(2, None), looked_for]).await?;
    let mut kept = opening(4, None);
    kept.idempotency = digest(31);
    let desk = desk.with([kept]).await?;
    for (own, former, there) in
        [(40, vec![41, 1], 1), (40, vec![2, 1], 2), (1, vec![2], 1), (40, vec![1, 2], 1)]
    {
        let mut again = opening(5, Some(0));
        again.idempotency = digest(own);
        again.former = former.iter().map(|&number| digest(number)).collect();
        let opened = desk.answer("open", ledger.open(&again).await)?;
        desk.equal("a request of a former key", opened, Opened::AlreadyThere(id(there)))?;
    }
    desk.equal("the request that came again", desk.load(id(5)).await?, None)?;
    desk.equal("its code", desk.find(105).await?, None)
}

/// Of many callers who open the same request at once, one creates it and all others are told of that one.
pub async fn of_many_callers_at_once_one_opens(ledger: &dyn Ledger) -> Verdict {
    let desk = Desk::of("of_many_callers_at_once_one_opens", ledger);
    let openings: Vec<_> = (1..=16)
        .map(|number| {
            let mut opening = opening(number, Some(0));
            opening.idempotency = digest(200);
            opening
        })
        .collect();
    let mut created = Vec::new();
    let mut told = Vec::new();
    for (opening, answer) in openings.iter().zip(together(openings.iter().map(|it| ledger.open(it))).await) {
        match desk.answer("open", answer)? {
            Opened::Created => created.push(opening.id),
            Opened::AlreadyThere(id) => told.push(id),
        }
    }
    desk.equal("how many created the request", created.len(), 1)?;
    desk.ensure(told.iter().all(|id| created.contains(id)), || {
        "a caller was told of another request than the one that was created".to_owned()
    })?;
    let mut there = 0;
    for opening in &openings {
        there += usize::from(desk.load(opening.id).await?.is_some());
    }
    desk.equal("requests that are there", there, 1)
}

/// An id or a code that another request has opens nothing, and nothing of it is written.
pub async fn neither_an_id_nor_a_code_is_taken_twice(ledger: &dyn Ledger) -> Verdict {
    let desk = Desk::of("neither_an_id_nor_a_code_is_taken_twice", ledger);
    let desk = desk.with([opening(1, Some(50)), opening(4, None)]).await?;
    desk.answer("add_code", ledger.add_code(id(4), digest(60)).await)?;
    let mut same_id = opening(2, Some(1));
    same_id.id = id(1);
    let mut same_code = opening(3, Some(1));
    same_code.code = digest(101);
    let mut same_further_code = opening(5, Some(1));
    same_further_code.code = digest(60);
    for wrong in [&same_id, &same_code, &same_further_code] {
        desk.fails("open", ledger.open(wrong).await, LedgerError::Conflict(wrong.id))?;
    }
    for number in [3, 5] {
        desk.equal("a refused request", desk.load(id(number)).await?, None)?;
        desk.equal("its seal", desk.unseal(id(number)).await?, None)?;
        desk.equal("its journal", desk.journal(id(number)).await?, vec![])?;
    }
    desk.equal("the code of a refused request", desk.find(102).await?, None)?;
    desk.equal("what is due", desk.claim_due(49, 60).await?, None)?;
    desk.equal("the seal that was there", desk.unseal(id(1)).await?, Some(sealed("sealed 1")))?;
    desk.stands(id(1), 2, received(Some(50))).await?;
    // What was refused leaves no trace that would stand in the way of the next.
    let mut right = opening(3, None);
    right.code = digest(70);
    let opened = desk.answer("open", ledger.open(&right).await)?;
    desk.equal("the request with a code of its own", opened, Opened::Created)
}

/// A request is found by each of its codes, however often one of them is added.
pub async fn a_request_is_found_by_each_of_its_codes(ledger: &dyn Ledger) -> Verdict {
    let desk = Desk::of("a_request_is_found_by_each_of_its_codes", ledger);
    let desk = desk.with([opening(1, None), opening(2, None)]).await?;
    for code in [50, 51, 50, 101] {
        desk.answer("add_code", ledger.add_code(id(1), digest(code)).await)?;
    }
    for (code, found) in
        [(101, Some(id(1))), (50, Some(id(1))), (51, Some(id(1))), (102, Some(id(2))), (52, None)]
    {
        desk.equal("the request with a code", desk.find(code).await?, found)?;
    }
    Ok(())
}

/// A code that another request has stays with it.
pub async fn a_code_leads_to_one_request(ledger: &dyn Ledger) -> Verdict {
    let desk = Desk::of("a_code_leads_to_one_request", ledger);
    let desk = desk.with([opening(1, None), opening(2, None)]).await?;
    desk.answer("add_code", ledger.add_code(id(1), digest(50)).await)?;
    for code in [50, 101] {
        let answer = ledger.add_code(id(2), digest(code)).await;
        desk.fails("add_code", answer, LedgerError::Conflict(id(2)))?;
        desk.equal("the request with that code", desk.find(code).await?, Some(id(1)))?;
    }
    let adding = (1..=2_u8)
        .cycle()
        .take(16)
        .map(|number| async move { (id(number), ledger.add_code(id(number), digest(77)).await) });
    let answers = together(adding).await;
    let owner = desk.find(77).await?;
    for (id, answer) in answers {
        match answer {
            Ok(()) => desk.equal("the request with a code that two want at once", owner, Some(id))?,
            error => desk.fails("add_code", error, LedgerError::Conflict(id))?,
        }
    }
    desk.ensure(owner.is_some(), || "a code that two want at once leads nowhere".to_owned())
}

/// What is asked of a request that is not there is answered as the contract has it, and never as if it were.
pub async fn an_unknown_request_is_said_to_be_unknown(ledger: &dyn Ledger) -> Verdict {
    let desk = Desk::of("an_unknown_request_is_said_to_be_unknown", ledger).with([opening(1, None)]).await?;
    let (nobody, unknown) = (id(7), || LedgerError::Unknown(id(7)));
    desk.equal("load", desk.load(nobody).await?, None)?;
    desk.equal("find_by_code", desk.find(107).await?, None)?;
    desk.fails("add_code", ledger.add_code(nobody, digest(107)).await, unknown())?;
    desk.equal("find_by_code", desk.find(107).await?, None)?;
    desk.fails("add_code of a taken code", ledger.add_code(nobody, digest(101)).await, unknown())?;
    for expected in [0, 1] {
        let answer = ledger.append(nobody, expected, &received(None), &lines(&["x"])).await;
        desk.fails("append", answer, unknown())?;
    }
    desk.fails("claim", ledger.claim(nobody, at(0), at(1)).await, unknown())?;
    desk.fails("seal", ledger.seal(nobody, &sealed("x")).await, unknown())?;
    let list = ListName::new("x");
    desk.fails("note", ledger.note(nobody, &list, &[note(1)]).await, unknown())?;
    desk.fails("note of nothing", ledger.note(nobody, &list, &[]).await, unknown())?;
    desk.equal("unseal", desk.unseal(nobody).await?, None)?;
    desk.equal("journal", desk.journal(nobody).await?, vec![])?;
    desk.equal("notes", desk.notes(nobody, "x").await?, vec![])?;
    desk.equal("noted", desk.noted(nobody, "x", &[1]).await?, vec![])?;
    desk.release(nobody).await?;
    desk.answer("shred", ledger.shred(nobody).await)?;
    desk.forget(nobody, &["x"]).await?;
    desk.equal("load", desk.load(nobody).await?, None)
}

/// What happens to one request changes nothing of another.
pub async fn requests_are_kept_apart(ledger: &dyn Ledger) -> Verdict {
    let desk = Desk::of("requests_are_kept_apart", ledger);
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
