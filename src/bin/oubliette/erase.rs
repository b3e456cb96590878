//! `oubliette erase`: opens a request, and drives it as far as it can go today.

use std::io::{IsTerminal, Write};

use oubliette::engine::{Engine, EngineError, Idempotency, Report, Ticket};
use oubliette::plan::PlanHash;
use oubliette::policy::Approval;
use oubliette::request::{Actor, Outcome, Request, RequestState};

use super::args::EraseArgs;
use super::driven::{self, Driven};
use super::failure::Failure;
use super::keys::{self, FirstUse};
use super::location::Location;
use super::output::{Meter, Output, json, tell};
use super::setup::Setup;
use super::stores::{Access, OpenStores};
use super::{page, plan};

pub(crate) async fn run(args: &EraseArgs) -> Result<Output, Failure> {
    let setup = Setup::read(&args.files, &args.circumstances, args.manner.now)?;
    let asked = setup.asked(&args.channel, &args.verified)?;
    let requests = setup.requests(&args.who, &asked)?;
    for request in &requests {
        setup.plan(request)?;
    }
    let location = Location::of_ledger(&args.ledger.ledger)?;
    let has_to_ask = !args.yes && setup.approval(asked.channel) == Approval::None;
    if has_to_ask && !can_ask() {
        return Err(Failure::misuse(
            "nothing was erased: nobody can be asked here; look at `oubliette plan`, then pass `--yes`",
        ));
    }
    let stores = OpenStores::open(&setup.map, &args.files.stores, Access::Write).await?;
    // Before a ledger or a key is made: do the files fit the stores at all?
    let looking = Meter::new();
    let passing = setup.passing_engine(&stores, &looking).await?;
    if has_to_ask {
        for request in &requests {
            let (plan, report) = passing.preview(request).await?;
            looking.clear();
            tell(plan::page_of(&plan, &report).trim_end());
        }
        if !is_confirmed() {
            return Err(Failure::stopped("not confirmed, so nothing was erased"));
        }
    }
    looking.clear();
    let key = keys::of_ledger(&location, args.ledger.key_file.as_deref(), FirstUse::Allowed).await?;
    let ledger = location.open_ledger().await?;
    let meter = Meter::new();
    let lock = location.lock()?;
    let builder = setup.builder(&stores, &meter).with_ledger(ledger).with_keys(key);
    let engine = lock.alone(builder).build().await?;
    let session = Session { args, engine: &engine, passing: &passing };
    let result = match requests.as_slice() {
        [request] => session.erase(request).await,
        requests => session.erase_all(requests).await,
    };
    meter.clear();
    result
}

/// What requests are opened and driven with.
struct Session<'a> {
    args: &'a EraseArgs,
    engine: &'a Engine,
    /// Shows what waits without writing anything.
    passing: &'a Engine,
}

impl Session<'_> {
    /// Opens one request and drives it.
    async fn erase(&self, request: &Request) -> Result<Output, Failure> {
        let ticket = self.open(request).await?;
        let with_code = |mut report: Report| {
            report.code = Some(ticket.code.as_str().to_owned());
            report
        };
        let mut report = match self.drive(&ticket).await {
            Ok(report) => with_code(report),
            Err(error) => {
                let report = self.engine.report(ticket.id).await.ok();
                return Err(Failure::from(error).about(report.map(with_code)));
            }
        };
        let has_begun = report.steps.iter().any(|step| step.outcome != Outcome::Pending);
        if matches!(report.state, RequestState::AwaitingApproval | RequestState::Scheduled) && !has_begun {
            self.show_what_waits(request, &mut report).await?;
        }
        Ok(Output { json: json(&report)?, page: page::report(&report), is_settled: report.is_settled() })
    }

    /// Opens several requests and drives them one after the other; one that stops does not keep the others from going on.
    async fn erase_all(&self, requests: &[Request]) -> Result<Output, Failure> {
        let mut all = Vec::with_capacity(requests.len());
        for request in requests {
            all.push(match self.open(request).await {
                Ok(ticket) => {
                    let result = self.drive(&ticket).await;
                    Driven::of(self.engine, ticket.id, result).await.with_code(ticket.code.as_str())
                }
                Err(error) => Driven::stopped(&error),
            });
        }
        driven::output(&all, None)
    }

    async fn open(&self, request: &Request) -> Result<Ticket, EngineError> {
        let ticket = self.engine.open(request, &Idempotency::WhileOpen).await?;
        if !ticket.is_new {
            tell("the same request is open already; going on with it");
        }
        Ok(ticket)
    }

    /// Runs the request, with the proof and the approval that the call gives.
    async fn drive(&self, ticket: &Ticket) -> Result<Report, EngineError> {
        let shown = self.engine.report(ticket.id).await?.plan_hash;
        let mut report = self.engine.run(ticket.id).await?;
        let waits_for = report.plan_hash.filter(|_| report.state == RequestState::AwaitingApproval);
        // A yes is for the plan that was shown before: one that was made just now, since the files changed, was not.
        let is_seen = |plan: &PlanHash| shown.is_none_or(|shown| shown == *plan);
        if let Some(plan) = waits_for.filter(|plan| self.args.yes && is_seen(plan)) {
            self.engine.approve(ticket.id, plan, &Actor::operator("oubliette erase --yes")).await?;
            report = self.engine.run(ticket.id).await?;
        }
        Ok(report)
    }

    /// Adds to a report what is to be approved, or will be done: its plan and the counts as of now.
    async fn show_what_waits(&self, request: &Request, report: &mut Report) -> Result<(), Failure> {
        let (_, preview) = self.passing.preview(request).await?;
        // What waits for approval is the plan that was written down.
        report.plan_hash = report.plan_hash.or(preview.plan_hash);
        report.warnings = preview.warnings;
        report.steps = preview.steps;
        report.identification = preview.identification;
        Ok(())
    }
}

fn can_ask() -> bool {
    std::io::stdin().is_terminal() && std::io::stderr().is_terminal()
}

fn is_confirmed() -> bool {
    let mut out = std::io::stderr().lock();
    let _ =
        write!(out, "\nErase these records? This cannot be undone. Type `yes`: ").and_then(|()| out.flush());
    let mut answer = String::new();
    let is_read = std::io::stdin().read_line(&mut answer).is_ok();
    is_read && answer.trim().eq_ignore_ascii_case("yes")
}
