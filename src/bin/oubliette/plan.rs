//! `oubliette plan`: what would be done, with counts. Writes nothing anywhere.

use oubliette::engine::Report;
use oubliette::plan::Plan;
use oubliette::request::Request;

use super::args::PlanArgs;
use super::failure::Failure;
use super::output::{Answer, Meter, json};
use super::page;
use super::setup::Setup;
use super::stores::{Access, OpenStores};

pub(crate) async fn run(args: &PlanArgs) -> Result<Answer, Failure> {
    let setup = Setup::read(&args.files, &args.circumstances, args.manner.now)?;
    let request = setup.request(&args.who, &[])?;
    setup.plan(&request)?;
    let stores = OpenStores::open(&setup.map, &args.files.stores, Access::Read).await?;
    let result = preview(&setup, &stores, &request).await;
    stores.close().await;
    let (plan, report) = result?;
    Ok(Answer { json: json(&report)?, page: page_of(&plan, &report), is_settled: true })
}

async fn preview(setup: &Setup, stores: &OpenStores, request: &Request) -> Result<(Plan, Report), Failure> {
    let meter = Meter::new();
    let engine = setup.passing_engine(stores, &meter).await?;
    let result = engine.preview(request).await;
    meter.clear();
    Ok(result?)
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
    format!("{}{steps}{}", plan.page(), page::warnings(found))
}
