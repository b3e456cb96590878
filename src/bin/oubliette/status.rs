//! `oubliette status`: where the request with a code stands. Needs the ledger and its key, and nothing else.

use oubliette::code::ConfirmationCode;

use super::args::StatusArgs;
use super::failure::Failure;
use super::output::{Output, json};
use super::page;
use super::registry::OpenRegistry;

pub(crate) async fn run(args: &StatusArgs) -> Result<Output, Failure> {
    let code: ConfirmationCode =
        args.code.parse().map_err(|error| Failure::misuse(format!("the code is mistyped: {error}")))?;
    let OpenRegistry { registry, clock } = OpenRegistry::open(&args.ledger, args.manner.now).await?;
    let Some(report) = registry.status(&code).await? else {
        return Err(Failure::stopped(
            "this code is not known to this ledger, which says nothing about anybody's data; check that it is the right \
             ledger, and its key",
        ));
    };
    let mut page = page::report(&report);
    if report.due.is_some_and(|due| due <= clock.now()) && !report.state.is_terminal() {
        page.push_str("\nThere is something to do: call `oubliette resume`.\n");
    }
    Ok(Output { json: json(&report)?, page, is_settled: report.is_settled() })
}
