//! `oubliette request`: shows one request, and answers its questions. Needs the ledger and its key, and nothing else.

use oubliette::code::ConfirmationCode;
use oubliette::engine::{EngineError, Report, decide, lookup, lookup_request};
use oubliette::port::{Keys, Ledger, LedgerError};
use oubliette::request::{Decision, RequestId};

use super::args::{RequestArgs, RequestVerb};
use super::failure::Failure;
use super::keys::{self, FirstUse};
use super::location::Location;
use super::output::{Output, json};
use super::page;
use super::setup::clock;

pub(crate) async fn run(args: &RequestArgs) -> Result<Output, Failure> {
    let answer = match args.verb {
        RequestVerb::Show => None,
        RequestVerb::Decide => Some(answer(args)?),
    };
    let location = Location::of_ledger(&args.ledger.ledger)?;
    if !location.holds_ledger().await? {
        return Err(location.no_ledger());
    }
    let key = keys::of_ledger(&location, args.ledger.key_file.as_deref(), FirstUse::Refused).await?;
    let ledger = location.open_ledger().await?;
    let before = find(ledger.as_ref(), &key, &args.id).await?;
    let (Some((question, decision)), Some(id)) = (answer, before.request) else {
        return Ok(Output {
            json: json(&before)?,
            page: page::report(&before),
            is_settled: before.is_settled(),
        });
    };
    let clock = clock(args.manner.now);
    match decide(ledger.as_ref(), &key, clock.as_ref(), id, question, decision).await {
        Err(error @ (EngineError::NoQuestion(_) | EngineError::NoReason)) => {
            return Err(Failure::misuse(error.to_string()));
        }
        done => done?,
    }
    let after = lookup_request(ledger.as_ref(), &key, id).await?;
    let is_settled = !after.questions.iter().any(|question| question.is_open());
    let mut page = page::report(&after);
    if is_settled {
        page.push_str("\nEvery question has an answer: `oubliette resume` goes on.\n");
    }
    Ok(Output { json: json(&after)?, page, is_settled })
}

/// The answer that the call gives.
fn answer(args: &RequestArgs) -> Result<(u32, Decision), Failure> {
    let missing = |option: &str| Failure::misuse(format!("`decide` needs `{option}`"));
    let decision = Decision {
        answer: args.answer.ok_or_else(|| missing("--answer"))?,
        reason: args.reason.clone().ok_or_else(|| missing("--reason"))?,
        by: args.by.clone().ok_or_else(|| missing("--by"))?,
    };
    Ok((args.question.ok_or_else(|| missing("--question"))?, decision))
}

/// The request with that id, or with that confirmation code.
async fn find(ledger: &dyn Ledger, keys: &dyn Keys, text: &str) -> Result<Report, Failure> {
    let unknown = || Failure::stopped("this ledger knows no such request; check that it is the right ledger");
    if let Ok(id) = text.parse::<RequestId>() {
        return match lookup_request(ledger, keys, id).await {
            Err(EngineError::Ledger(LedgerError::Unknown(_))) => Err(unknown()),
            report => Ok(report?),
        };
    }
    let code: ConfirmationCode = text.parse().map_err(|_| {
        Failure::misuse(
            "that is neither the id of a request nor a confirmation code; `oubliette resume` lists ids",
        )
    })?;
    lookup(ledger, keys, &code).await?.ok_or_else(unknown)
}
