//! The journal: appending to it by compare-and-set, and reading it in pages.

use super::super::law::Verdict;
use super::super::together::together;
use super::desk::{Desk, at, head, id, lines, opening, received};
use crate::port::{Ledger, LedgerError};
use crate::request::RequestState;

/// An append adds its lines behind those that are there, moves the head and answers how many lines there are now.
pub async fn an_append_adds_its_lines_and_moves_the_head(ledger: &dyn Ledger) -> Verdict {
    let desk =
        Desk::of("an_append_adds_its_lines_and_moves_the_head", ledger).with([opening(1, Some(1))]).await?;
    let running = head(RequestState::Running, Some(9));
    desk.equal("the new version", desk.append(id(1), 2, &running, &["a", "b", "c"]).await?, 5)?;
    desk.stands(id(1), 5, running).await?;
    let done = head(RequestState::Completed, None);
    desk.equal("the version after no lines", desk.append(id(1), 5, &done, &[]).await?, 5)?;
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
pub async fn an_append_at_another_version_writes_nothing(ledger: &dyn Ledger) -> Verdict {
    let desk =
        Desk::of("an_append_at_another_version_writes_nothing", ledger).with([opening(1, None)]).await?;
    for wrong in [0, 1, 3, u64::MAX] {
        for new in [lines(&["x", "y"]), vec![]] {
            let answer = ledger.append(id(1), wrong, &head(RequestState::Running, Some(0)), &new).await;
            desk.fails("append", answer, LedgerError::Conflict(id(1)))?;
        }
    }
    desk.stands(id(1), 2, received(None)).await?;
    desk.equal("the journal", desk.journal(id(1)).await?, lines(&["opened", "second"]))?;
    desk.equal("what is due", desk.claim_due(10, 20).await?, None)
}

/// Of many appends at the same version one succeeds, and the journal and head are those of that one.
pub async fn of_many_appends_at_one_version_one_succeeds(ledger: &dyn Ledger) -> Verdict {
    let desk =
        Desk::of("of_many_appends_at_one_version_one_succeeds", ledger).with([opening(1, None)]).await?;
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
pub async fn a_journal_is_read_in_pages(ledger: &dyn Ledger) -> Verdict {
    let desk = Desk::of("a_journal_is_read_in_pages", ledger).with([opening(1, None)]).await?;
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
pub async fn a_line_is_kept_to_the_letter(ledger: &dyn Ledger) -> Verdict {
    let desk = Desk::of("a_line_is_kept_to_the_letter", ledger).with([opening(1, None)]).await?;
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
    let read = desk.answer("journal", ledger.journal(id(1), 2, 99).await)?;
    for (expected, seen) in odd.iter().zip(&read) {
        let start: String = expected.chars().take(40).collect();
        desk.ensure(seen == expected, || format!("the line that begins with {start:?} is kept as another"))?;
    }
    desk.equal("lines", read.len(), odd.len())
}

/// A due time is kept to the millisecond, whenever it is.
pub async fn a_due_time_is_kept_to_the_millisecond(ledger: &dyn Ledger) -> Verdict {
    let desk = Desk::of("a_due_time_is_kept_to_the_millisecond", ledger).with([opening(1, None)]).await?;
    let instants = [
        at(0) + chrono::TimeDelta::milliseconds(1),
        at(0) + chrono::TimeDelta::milliseconds(999),
        chrono::DateTime::UNIX_EPOCH,
        chrono::DateTime::from_timestamp_millis(-1).unwrap_or_default(),
        chrono::DateTime::from_timestamp(7_258_118_399, 999_000_000).unwrap_or_default(),
    ];
    for due in instants {
        let head = crate::port::Head { state: RequestState::Scheduled, due: Some(due) };
        desk.append(id(1), 2, &head, &[]).await?;
        desk.stands(id(1), 2, head).await?;
    }
    Ok(())
}
