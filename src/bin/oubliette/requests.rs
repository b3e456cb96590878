//! `oubliette requests`: lists requests, each with where it stands and until when it has to be done.

use oubliette::engine::{RequestFilter, RequestSummary};
use oubliette::request::RequestId;
use serde::Serialize;

use super::args::RequestsArgs;
use super::failure::Failure;
use super::output::{Output, json};
use super::page;
use super::registry::OpenRegistry;

/// For programs.
#[derive(Serialize)]
struct Listed<'a> {
    requests: &'a [RequestSummary],
}

pub(crate) async fn run(args: &RequestsArgs) -> Result<Output, Failure> {
    let OpenRegistry { registry, clock } = OpenRegistry::open(&args.ledger, args.manner.now).await?;
    let mut filter = args.states.iter().copied().fold(RequestFilter::all(), RequestFilter::in_state);
    if let Some(channel) = args.channel {
        filter = filter.by_channel(channel);
    }
    if let Some(tenant) = &args.tenant {
        filter = filter.in_tenant(tenant);
    }
    if let Some(period) = args.due_within {
        let before = period.after(clock.now(), chrono_tz::UTC).ok_or_else(|| {
            Failure::misuse("`--due-within` reaches beyond the calendar; write a shorter period")
        })?;
        filter = filter.due_before(before);
    }
    if let Some(after) = &args.after {
        let id: RequestId = after
            .parse()
            .map_err(|_| Failure::misuse("`--after` is not the id of a request; copy one from the list"))?;
        filter = filter.after(id);
    }
    let requests = registry.requests(&filter, args.limit.get()).await?;
    let is_settled = !requests.iter().any(|request| request.is_overdue);
    Ok(Output { json: json(&Listed { requests: &requests })?, page: page::requests(&requests), is_settled })
}
