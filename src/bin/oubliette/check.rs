//! `oubliette check`: everything that is wrong, all at once.

use std::fmt::Write as _;

use oubliette::engine::EngineError;
use oubliette::finding::Findings;
use serde::Serialize;

use super::args::CheckArgs;
use super::failure::Failure;
use super::output::{Answer, Meter, json};
use super::setup::{Setup, read_files};
use super::stores::{Access, OpenStores};

#[derive(Debug, Serialize)]
struct Checked<'a> {
    findings: &'a Findings,
    errors: usize,
    warnings: usize,
}

pub(crate) async fn run(args: &CheckArgs) -> Result<Answer, Failure> {
    let (read, mut findings) = read_files(&args.files)?;
    if let Some((policy, map)) = read.filter(|_| !args.files.stores.is_empty()) {
        let setup = Setup::of(policy, map, args.manner.now);
        let stores = OpenStores::open(&setup.map, &args.files.stores, Access::Read).await?;
        let built = setup.passing_engine(&stores, &Meter::new()).await;
        stores.close().await;
        let live = match built {
            Ok(engine) => engine.schema_warnings(),
            Err(EngineError::Unfit(findings)) => findings,
            Err(error) => return Err(Failure::from(error)),
        };
        for finding in live {
            if !findings.iter().any(|known| *known == finding) {
                findings.push(finding);
            }
        }
    }
    let (errors, warnings) = (findings.errors().count(), findings.warnings().count());
    let mut page = String::new();
    for finding in findings.iter() {
        // Writing to a string cannot fail.
        let _ = writeln!(page, "{finding}");
    }
    let _ = writeln!(page, "{}, {}", counted(errors, "error"), counted(warnings, "warning"));
    let json = json(&Checked { findings: &findings, errors, warnings })?;
    Ok(Answer { json, page, is_settled: errors == 0 })
}

fn counted(count: usize, what: &str) -> String {
    let ending = if count == 1 { "" } else { "s" };
    format!("{count} {what}{ending}")
}
