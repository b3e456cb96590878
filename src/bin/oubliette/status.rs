//! `oubliette status`: where the request with a code stands. Needs the ledger and its key, and nothing else.

use super::args::StatusArgs;
use super::failure::Failure;
use super::output::{Output, json};
use super::page;
use super::registry::{OpenRegistry, code, unknown_code};

pub(crate) async fn run(args: &StatusArgs) -> Result<Output, Failure> {
    let code = code(&args.code)?;
    let OpenRegistry { registry, clock } = OpenRegistry::open(&args.ledger, args.manner.now).await?;
    let Some(report) = registry.status(&code).await? else {
        return Err(unknown_code());
    };
    let mut page = page::report(&report);
    if report.due.is_some_and(|due| due <= clock.now()) && !report.state.is_terminal() {
        page.push_str("\nThere is something to do: call `oubliette resume`.\n");
    }
    Ok(Output { json: json(&report)?, page, is_settled: report.is_settled() })
}
