//! `oubliette resume`: drives every request that is due, one after the other.

use chrono::TimeDelta;
use oubliette::engine::{Engine, EngineError, Report};
use oubliette::finding::Findings;
use oubliette::port::Ledger;
use oubliette::request::RequestId;
use serde::Serialize;

use super::args::ResumeArgs;
use super::failure::Failure;
use super::keys::{self, FirstUse};
use super::output::{Answer, Meter, json, tell};
use super::page;
use super::setup::Setup;
use super::stores::{Access, Location, OpenStores, no_such_ledger};

/// For how long a request that has not ended by its turn is set aside, unless this call ends before.
const ASIDE: TimeDelta = TimeDelta::hours(1);

/// What became of one request.
#[derive(Debug, Serialize)]
struct Driven {
    #[serde(flatten)]
    report: Option<Report>,
    /// The request's id, where not even a report of it can be had.
    #[serde(rename = "request", skip_serializing_if = "Option::is_none")]
    id: Option<RequestId>,
    #[serde(skip_serializing_if = "Option::is_none")]
    error: Option<String>,
    #[serde(skip_serializing_if = "Findings::is_empty")]
    findings: Findings,
}

/// What became of all of them; of a single one also at the top.
#[derive(Debug, Serialize)]
struct Resumed<'a> {
    #[serde(flatten)]
    only: Option<&'a Driven>,
    requests: &'a [Driven],
}

pub(crate) async fn run(args: &ResumeArgs) -> Result<Answer, Failure> {
    let setup = Setup::read(&args.files, &args.circumstances, args.manner.now)?;
    let location = Location::of_ledger(&args.ledger.ledger)?;
    if !location.holds_ledger().await? {
        return Err(no_such_ledger(&location.file()?));
    }
    let key = keys::of_ledger(&location, args.ledger.key_file.as_deref(), FirstUse::Refused).await?;
    let stores = OpenStores::open(&setup.map, &args.files.stores, Access::Write).await?;
    let ledger = location.open_ledger().await?;
    let meter = Meter::new();
    let lock = location.lock()?;
    let builder = setup.builder(&stores, &meter).with_ledger(ledger.clone()).with_keys(key);
    let engine = lock.alone(builder).build().await?;
    let driven = drive_all(&setup, &engine, &ledger).await;
    meter.clear();
    answer(&driven?)
}

/// Gives each due request its turn. One that has not ended by that is leased until the others had theirs.
async fn drive_all(setup: &Setup, engine: &Engine, ledger: &dyn Ledger) -> Result<Vec<Driven>, Failure> {
    let mut all = Vec::new();
    let mut aside = Vec::new();
    let result = loop {
        match engine.run_due().await {
            Ok(None) => break Ok(()),
            Ok(Some((id, result))) => {
                all.push(driven(engine, id, result).await);
                match set_aside(setup, ledger, id).await {
                    Ok(true) => aside.push(id),
                    Ok(false) => {}
                    Err(error) => break Err(error),
                }
            }
            Err(error) => break Err(error),
        }
    };
    for id in aside {
        ledger.release(id).await.map_err(EngineError::from)?;
    }
    match result {
        Ok(()) => Ok(all),
        // What was driven is told all the same, and the rest is still due.
        Err(error) if !all.is_empty() => {
            all.push(Driven {
                report: None,
                id: None,
                error: Some(error.to_string()),
                findings: Findings::new(),
            });
            Ok(all)
        }
        Err(error) => Err(error.into()),
    }
}

async fn driven(engine: &Engine, id: RequestId, result: Result<Report, EngineError>) -> Driven {
    match result {
        Ok(report) => Driven { report: Some(report), id: None, error: None, findings: Findings::new() },
        Err(error) => {
            let report = engine.report(id).await.ok();
            let id = if report.is_some() { None } else { Some(id) };
            let words = error.to_string();
            let findings = match error {
                EngineError::Unfit(findings) => findings,
                _ => Findings::new(),
            };
            Driven { report, id, error: Some(words), findings }
        }
    }
}

/// Leases a request that has not ended; answers whether it did.
async fn set_aside(setup: &Setup, ledger: &dyn Ledger, id: RequestId) -> Result<bool, EngineError> {
    let now = setup.clock.now();
    let is_waiting = ledger.load(id).await?.is_some_and(|standing| standing.head.due.is_some());
    Ok(is_waiting && ledger.claim(id, now, now + ASIDE).await?)
}

fn answer(all: &[Driven]) -> Result<Answer, Failure> {
    let only = match all {
        [only] => Some(only),
        _ => None,
    };
    let mut pages = Vec::new();
    for driven in all {
        if let Some(error) = &driven.error {
            match driven.report.as_ref().and_then(|report| report.request).or(driven.id) {
                Some(id) => tell(&format!("error: request {id}: {error}")),
                None => tell(&format!("error: {error}")),
            }
        }
        pages.extend(driven.report.as_ref().map(page::report));
    }
    let page = if all.is_empty() { "Nothing is due.".to_owned() } else { pages.join("\n") };
    let is_settled = all
        .iter()
        .all(|driven| driven.error.is_none() && driven.report.as_ref().is_some_and(Report::is_settled));
    Ok(Answer { json: json(&Resumed { only, requests: all })?, page, is_settled })
}
