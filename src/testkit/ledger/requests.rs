//! The laws of [`Requests`]: opening, finding by code, and the journal, which is appended to by compare-and-set.

use chrono::{DateTime, TimeDelta};

use super::super::law::Verdict;
use super::super::together::together;
use super::desk::{Desk, at, digest, head, id, lines, opening, received};
use super::{Law, listed};
use crate::port::{Head, LedgerError, Opened, Requests, Standing};
use crate::request::RequestState;

/// Hands every law to a macro, behind what else is given: the one list of them.
#[doc(hidden)]
#[macro_export]
macro_rules! __each_requests_law {
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
            an_append_adds_its_lines_and_moves_the_head,
            an_append_at_another_version_writes_nothing,
            of_many_appends_at_one_version_one_succeeds,
            requests_are_listed_by_state_in_pages,
            a_journal_is_read_in_pages,
            a_line_is_kept_to_the_letter,
            a_due_time_is_kept_to_the_millisecond,
        }
    };
}

/// All laws of this suite.
pub fn laws<L: Requests + ?Sized>() -> Vec<Law<L>> {
    crate::__each_requests_law!([listed])
}

/// Requests in the states that are asked for are listed by their ids, page after page, each with where it stands; others
/// are not.
pub async fn requests_are_listed_by_state_in_pages(desk: Desk<'_, impl Requests + ?Sized>) -> Verdict {
    let ledger = desk.ledger;
    let opened = [3, 1, 4, 2, 5].map(|number| opening(number, Some(i64::from(number))));
    let desk = desk.with(opened).await?;
    for (number, state) in [(2, RequestState::Completed), (5, RequestState::AwaitingDecision)] {
        let head = head(state, None);
        desk.answer("append", ledger.append(id(number), 2, &head, &lines(&["moved"])).await)?;
    }
    let open = [RequestState::AwaitingDecision, RequestState::Received, RequestState::Running];
    let page = async |after, limit| desk.answer("list", ledger.list(&open, after, limit).await);
    let numbers = |page: &[Standing]| page.iter().map(|standing| standing.id).collect::<Vec<_>>();
    let first = page(None, 3).await?;
    desk.equal("the first page", numbers(&first), vec![id(1), id(3), id(4)])?;
    let stands = Standing { id: id(1), version: 2, head: received(Some(1)) };
    desk.equal("where the first one stands", first.first().cloned(), Some(stands))?;
    let second = page(Some(id(4)), 3).await?;
    let moved = Standing { id: id(5), version: 3, head: head(RequestState::AwaitingDecision, None) };
    desk.equal("the second page", second, vec![moved])?;
    desk.equal("after the last", page(Some(id(5)), 3).await?, vec![])?;
    let completed = desk.answer("list", ledger.list(&[RequestState::Completed], None, 9).await)?;
    desk.equal("what has ended", numbers(&completed), vec![id(2)])?;
    desk.equal("in no state", desk.answer("list", ledger.list(&[], None, 9).await)?, vec![])
}

/// An opened request is there as it was opened: its head, its version, its journal and its code.
pub async fn an_opened_request_is_there_as_it_was_opened(desk: Desk<'_, impl Requests + ?Sized>) -> Verdict {
    let mut empty = opening(2, None);
    empty.lines.clear();
    empty.head.state = RequestState::AwaitingVerification;
    let desk = desk.with([opening(1, Some(7)), empty]).await?;
    desk.stands(id(1), 2, received(Some(7))).await?;
    desk.stands(id(2), 0, head(RequestState::AwaitingVerification, None)).await?;
    desk.equal("the journal", desk.journal(id(1)).await?, lines(&["opened", "second"]))?;
    desk.equal("an empty journal", desk.journal(id(2)).await?, vec![])?;
    desk.equal("the request with its code", desk.find(101).await?, Some(id(1)))?;
    desk.equal("nobody's code", desk.find(99).await?, None)
}

/// A request that comes again is not opened again, and nothing of it is written.
pub async fn a_request_is_opened_once(desk: Desk<'_, impl Requests + ?Sized>) -> Verdict {
    let ledger = desk.ledger;
    let desk = desk.with([opening(1, None)]).await?;
    let mut again = opening(2, Some(0));
    again.idempotency = digest(1);
    again.lines = lines(&["again"]);
    for _ in 0..2 {
        let opened = desk.answer("open", ledger.open(&again).await)?;
        desk.equal("a request that comes again", opened, Opened::AlreadyThere(id(1)))?;
    }
    // The same request to the letter, as a caller sends it whose first result was lost.
    let opened = desk.answer("open", ledger.open(&opening(1, None)).await)?;
    desk.equal("the same request", opened, Opened::AlreadyThere(id(1)))?;
    desk.equal("the second request", desk.load(id(2)).await?, None)?;
    desk.equal("its code", desk.find(102).await?, None)?;
    desk.stands(id(1), 2, received(None)).await
}

/// A request that was opened under a former key is the same request under the current one; what is only looked for is not
/// kept, and the first digest that is found decides.
pub async fn a_request_is_recognised_under_former_keys(desk: Desk<'_, impl Requests + ?Sized>) -> Verdict {
    let ledger = desk.ledger;
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
pub async fn of_many_callers_at_once_one_opens(desk: Desk<'_, impl Requests + ?Sized>) -> Verdict {
    let ledger = desk.ledger;
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
pub async fn neither_an_id_nor_a_code_is_taken_twice(desk: Desk<'_, impl Requests + ?Sized>) -> Verdict {
    let ledger = desk.ledger;
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
        desk.equal("its journal", desk.journal(id(number)).await?, vec![])?;
    }
    desk.equal("the code of a refused request", desk.find(102).await?, None)?;
    desk.stands(id(1), 2, received(Some(50))).await?;
    // What was refused leaves no trace that would stand in the way of the next.
    let mut right = opening(3, None);
    right.code = digest(70);
    let opened = desk.answer("open", ledger.open(&right).await)?;
    desk.equal("the request with a code of its own", opened, Opened::Created)
}

/// A request is found by each of its codes, however often one of them is added.
pub async fn a_request_is_found_by_each_of_its_codes(desk: Desk<'_, impl Requests + ?Sized>) -> Verdict {
    let ledger = desk.ledger;
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
pub async fn a_code_leads_to_one_request(desk: Desk<'_, impl Requests + ?Sized>) -> Verdict {
    let ledger = desk.ledger;
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

/// What is asked of a request that is not there is told so, and never as if it were.
pub async fn an_unknown_request_is_said_to_be_unknown(desk: Desk<'_, impl Requests + ?Sized>) -> Verdict {
    let ledger = desk.ledger;
    let desk = desk.with([opening(1, None)]).await?;
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
    desk.equal("journal", desk.journal(nobody).await?, vec![])?;
    desk.equal("load", desk.load(nobody).await?, None)
}

/// An append adds its lines behind those that are there, moves the head and returns how many lines there are now.
pub async fn an_append_adds_its_lines_and_moves_the_head(desk: Desk<'_, impl Requests + ?Sized>) -> Verdict {
    let desk = desk.with([opening(1, Some(1))]).await?;
    let running = head(RequestState::Running, Some(9));
    desk.equal("the new version", desk.append(id(1), 2, &running, &["a", "b", "c"]).await?, 5)?;
    desk.stands(id(1), 5, running).await?;
    let done = head(RequestState::Completed, None);
    desk.equal("the version after no lines", desk.append(id(1), 5, &done, &[]).await?, 5)?;
    // A head that does not change is moved all the same.
    desk.equal("the version after nothing new", desk.append(id(1), 5, &done, &[]).await?, 5)?;
    desk.stands(id(1), 5, done).await?;
    let expected = lines(&["opened", "second", "a", "b", "c"]);
    desk.equal("the journal", desk.journal(id(1)).await?, expected)?;
    for state in RequestState::ALL {
        desk.append(id(1), 5, &head(*state, None), &[]).await?;
        desk.stands(id(1), 5, head(*state, None)).await?;
    }
    Ok(())
}

/// An append at another version than the journal's is a conflict and writes nothing.
pub async fn an_append_at_another_version_writes_nothing(desk: Desk<'_, impl Requests + ?Sized>) -> Verdict {
    let ledger = desk.ledger;
    let desk = desk.with([opening(1, None)]).await?;
    for wrong in [0, 1, 3, u64::MAX] {
        for new in [lines(&["x", "y"]), vec![]] {
            let answer = ledger.append(id(1), wrong, &head(RequestState::Running, Some(0)), &new).await;
            desk.fails("append", answer, LedgerError::Conflict(id(1)))?;
        }
    }
    desk.stands(id(1), 2, received(None)).await?;
    desk.equal("the journal", desk.journal(id(1)).await?, lines(&["opened", "second"]))
}

/// Of many appends at the same version one succeeds, and the journal and head are those of that one.
pub async fn of_many_appends_at_one_version_one_succeeds(desk: Desk<'_, impl Requests + ?Sized>) -> Verdict {
    let ledger = desk.ledger;
    let desk = desk.with([opening(1, None)]).await?;
    for round in 0..3_u64 {
        let version = 2 + 2 * round;
        let callers = (0..16_i64).map(|caller| async move {
            let new = [format!("{caller}: one"), format!("{caller}: two")];
            ledger.append(id(1), version, &received(Some(caller)), &new).await
        });
        let mut winners = Vec::new();
        for (caller, answer) in (0..16_i64).zip(together(callers).await) {
            match answer {
                Ok(answered) => {
                    desk.equal("the new version", answered, version + 2)?;
                    winners.push(caller);
                }
                error => desk.fails("append", error, LedgerError::Conflict(id(1)))?,
            }
        }
        desk.equal("how many succeeded", winners.len(), 1)?;
        for winner in winners {
            desk.stands(id(1), version + 2, received(Some(winner))).await?;
            let last = desk.answer("journal", ledger.journal(id(1), version, 9).await)?;
            desk.equal("the last lines", last, vec![format!("{winner}: one"), format!("{winner}: two")])?;
        }
    }
    Ok(())
}

/// A journal is read from any line on, in its order, in pages of any size.
pub async fn a_journal_is_read_in_pages(desk: Desk<'_, impl Requests + ?Sized>) -> Verdict {
    let ledger = desk.ledger;
    let desk = desk.with([opening(1, None)]).await?;
    let more: Vec<_> = (2..120).map(|line| format!("line {line}")).collect();
    let answer = ledger.append(id(1), 2, &received(None), &more).await;
    desk.equal("the new version", desk.answer("append", answer)?, 120)?;
    let whole: Vec<_> = lines(&["opened", "second"]).into_iter().chain(more).collect();
    for limit in [1, 7, 40, 119, 120, 121, usize::MAX] {
        let mut read = Vec::new();
        while read.len() < whole.len() {
            let from = read.len() as u64;
            let page = desk.answer("journal", ledger.journal(id(1), from, limit).await)?;
            let expected = limit.min(whole.len() - read.len());
            desk.equal(&format!("lines from {from} on, at most {limit}"), page.len(), expected)?;
            read.extend(page);
        }
        desk.ensure(read == whole, || {
            format!("in pages of {limit} the journal has other lines or another order")
        })?;
    }
    for from in [120, 121, u64::MAX] {
        let beyond = desk.answer("journal", ledger.journal(id(1), from, 9).await)?;
        desk.equal("what stands behind the last line", beyond, vec![])?;
    }
    Ok(())
}

/// A line is kept to the letter, be it empty, long, of several lines or in any script.
pub async fn a_line_is_kept_to_the_letter(desk: Desk<'_, impl Requests + ?Sized>) -> Verdict {
    let desk = desk.with([opening(1, None)]).await?;
    let long = "long ".repeat(40_000);
    let odd = [
        "",
        " two spaces ",
        "o'b\"c\\d`e",
        "a\nb\r\n\tc",
        "é e\u{301} 日本語 😀",
        "{\"json\": [1, null]}",
        "%s ? $1 --",
        &long,
    ];
    desk.append(id(1), 2, &received(None), &odd).await?;
    let read = desk.answer("journal", desk.ledger.journal(id(1), 2, 99).await)?;
    for (expected, seen) in odd.iter().zip(&read) {
        let start: String = expected.chars().take(40).collect();
        desk.ensure(seen == expected, || format!("the line that begins with {start:?} is kept as another"))?;
    }
    desk.equal("lines", read.len(), odd.len())
}

/// A due time is kept to the millisecond, whenever it is.
pub async fn a_due_time_is_kept_to_the_millisecond(desk: Desk<'_, impl Requests + ?Sized>) -> Verdict {
    let desk = desk.with([opening(1, None)]).await?;
    let instants = [
        at(0) + TimeDelta::milliseconds(1),
        at(0) + TimeDelta::milliseconds(999),
        DateTime::UNIX_EPOCH,
        DateTime::from_timestamp_millis(-1).unwrap_or_default(),
        DateTime::from_timestamp(7_258_118_399, 999_000_000).unwrap_or_default(),
    ];
    for due in instants {
        let head = Head { state: RequestState::Scheduled, due: Some(due) };
        desk.append(id(1), 2, &head, &[]).await?;
        desk.stands(id(1), 2, head).await?;
    }
    Ok(())
}
