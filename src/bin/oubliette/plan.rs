//! `oubliette plan`: what would be done, with counts. Writes nothing anywhere.

use oubliette::engine::Report;
use oubliette::page::PlanPage;
use oubliette::plan::Plan;
use oubliette::request::Request;
use serde::Serialize;

use super::args::PlanArgs;
use super::failure::Failure;
use super::output::{Meter, Output, json};
use super::page;
use super::setup::{Asked, Setup};
use super::stores::{Access, OpenStores};

/// What would be done for several requests.
#[derive(Debug, Serialize)]
struct Planned<'a> {
    requests: Vec<&'a Report>,
}

pub(crate) async fn run(args: &PlanArgs) -> Result<Output, Failure> {
    let setup = Setup::read(&args.files, &args.circumstances, args.manner.now)?;
    let requests = setup.requests(&args.who, &Asked::nobody())?;
    for request in &requests {
        setup.plan(request)?;
    }
    let stores = OpenStores::open(&setup.map, &args.files.stores, Access::Read).await?;
    let result = preview(&setup, &stores, &requests).await;
    stores.close().await;
    let previews = result?;
    let pages: Vec<String> = previews.iter().map(|(plan, report)| page_of(plan, report)).collect();
    let json = match previews.as_slice() {
        [(_, report)] => json(report)?,
        previews => json(&Planned { requests: previews.iter().map(|(_, report)| report).collect() })?,
    };
    Ok(Output { json, page: pages.join("\n"), is_settled: true })
}

async fn preview(
    setup: &Setup,
    stores: &OpenStores,
    requests: &[Request],
) -> Result<Vec<(Plan, Report)>, Failure> {
    let meter = Meter::new();
    let engine = setup.passing_engine(stores, &meter).await?;
    let mut previews = Vec::with_capacity(requests.len());
    for request in requests {
        previews.push(engine.preview(request).await);
    }
    meter.clear();
    Ok(previews.into_iter().collect::<Result<_, _>>()?)
}

/// The plan as a lawyer reads it, and under it what it would touch.
pub(crate) fn page_of(plan: &Plan, report: &Report) -> String {
    let carried: Vec<String> = plan.warnings().iter().map(ToString::to_string).collect();
    let found = report.warnings.iter().filter(|warning| !carried.contains(warning));
    let steps = if report.steps.iter().all(|step| step.records == 0) {
        "\nNothing of the person was found.\n".to_owned()
    } else {
        page::steps(&report.steps)
    };
    format!("{}{steps}{}", PlanPage::of(plan), page::warnings(found))
}
