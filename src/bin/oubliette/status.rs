//! `oubliette status`: where the request with a code stands. Needs the ledger and its key, and nothing else.

use oubliette::code::ConfirmationCode;
use oubliette::engine::lookup;

use super::args::StatusArgs;
use super::failure::Failure;
use super::keys::{self, FirstUse};
use super::location::Location;
use super::output::{Output, json};
use super::page;
use super::setup::clock;

pub(crate) async fn run(args: &StatusArgs) -> Result<Output, Failure> {
    let code: ConfirmationCode =
        args.code.parse().map_err(|error| Failure::misuse(format!("the code is mistyped: {error}")))?;
    let location = Location::of_ledger(&args.ledger.ledger)?;
    if !location.holds_ledger().await? {
        return Err(location.no_ledger());
    }
    let key = keys::of_ledger(&location, args.ledger.key_file.as_deref(), FirstUse::Refused).await?;
    let ledger = location.open_ledger().await?;
    let Some(report) = lookup(ledger.as_ref(), &key, &code).await? else {
        return Err(Failure::stopped(
            "this code is not known to this ledger, which says nothing about anybody's data; check that it is the right \
             ledger, and its key",
        ));
    };
    let mut page = page::report(&report);
    if report.due.is_some_and(|due| due <= clock(args.manner.now).now()) && !report.state.is_terminal() {
        page.push_str("\nThere is something to do: call `oubliette resume`.\n");
    }
    Ok(Output { json: json(&report)?, page, is_settled: report.is_settled() })
}
