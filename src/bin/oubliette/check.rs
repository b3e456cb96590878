//! `oubliette check`: everything that is wrong, all at once.

use std::collections::HashSet;
use std::fmt::Write as _;

use oubliette::datamap::DataMap;
use oubliette::engine::EngineError;
use oubliette::finding::{Finding, Findings};
use oubliette::inspect::{InspectError, LiveStore, check_live};
use oubliette::policy::Policy;
use serde::Serialize;

use super::args::CheckArgs;
use super::failure::Failure;
use super::output::{Meter, Output, json};
use super::setup::{Setup, read_files};
use super::stores::{Access, OpenStores};

#[derive(Debug, Serialize)]
struct Checked<'a> {
    findings: &'a Findings,
    errors: usize,
    warnings: usize,
}

pub(crate) async fn run(args: &CheckArgs) -> Result<Output, Failure> {
    let (read, mut findings) = read_files(&args.files)?;
    if let Some((policy, map)) = read.filter(|_| !args.files.stores.is_empty()) {
        let mut known: HashSet<Finding> = findings.iter().cloned().collect();
        findings.extend(live(args, policy, map).await?.into_iter().filter(|it| known.insert(it.clone())));
    }
    let (errors, warnings) = (findings.errors().count(), findings.warnings().count());
    let mut page = String::new();
    // Writing to a string cannot fail.
    if !findings.is_empty() {
        let _ = writeln!(page, "{findings}");
    }
    let _ = writeln!(page, "{}, {}", counted(errors, "error"), counted(warnings, "warning"));
    let json = json(&Checked { findings: &findings, errors, warnings })?;
    Ok(Output { json, page, is_settled: errors == 0 && (warnings == 0 || !args.strict) })
}

/// What the live stores say: what an engine would refuse, and what it would let pass.
async fn live(args: &CheckArgs, policy: Policy, map: DataMap) -> Result<Findings, Failure> {
    let setup = Setup::of(policy, map, args.manner.now);
    let stores = OpenStores::open(&setup.map, &args.files.stores, Access::Read).await?;
    let compared = compare(args, &setup, &stores).await;
    let built = setup.passing_engine(&stores, &Meter::new()).await;
    stores.close().await;
    let mut findings = compared?;
    match built {
        Ok(_) => {}
        Err(EngineError::Unfit(refused)) => findings.extend(refused),
        Err(error) => return Err(Failure::from(error)),
    }
    Ok(findings)
}

async fn compare(args: &CheckArgs, setup: &Setup, stores: &OpenStores) -> Result<Findings, Failure> {
    let live: Vec<LiveStore<'_>> = stores
        .catalogues
        .iter()
        .map(|(name, catalogue)| {
            let live = LiveStore::new(name, catalogue.as_ref());
            let store = stores.by_name.iter().find(|(other, _)| other == name);
            match (args.sample, store) {
                (Some(rows), Some((_, store))) => live.with_sample(store.as_ref(), rows.get()),
                _ => live,
            }
        })
        .collect();
    check_live(&setup.policy, &setup.map, &live).await.map_err(|error| match error {
        error @ InspectError::UnknownStore(_) => Failure::misuse(error.to_string()),
        error => Failure::stopped(error.to_string()),
    })
}

pub(crate) fn counted(count: usize, what: &str) -> String {
    let ending = if count == 1 { "" } else { "s" };
    format!("{count} {what}{ending}")
}
