//! What became of several requests, driven one after the other, as one output.

use oubliette::engine::{Backlog, Engine, EngineError, Report};
use oubliette::finding::Findings;
use oubliette::request::RequestId;
use serde::Serialize;

use super::failure::Failure;
use super::output::{Output, json, tell};
use super::page;

/// What became of one request.
#[derive(Debug, Serialize)]
pub(crate) struct Driven {
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
struct All<'a> {
    #[serde(flatten)]
    only: Option<&'a Driven>,
    requests: &'a [Driven],
    /// What has not ended.
    #[serde(skip_serializing_if = "Option::is_none")]
    waiting: Option<&'a Backlog>,
}

impl Driven {
    /// What became of a request that was driven.
    pub(crate) async fn of(engine: &Engine, id: RequestId, result: Result<Report, EngineError>) -> Self {
        match result {
            Ok(report) => Self { report: Some(report), id: None, error: None, findings: Findings::new() },
            Err(error) => {
                let report = engine.report(id).await.ok();
                let id = if report.is_some() { None } else { Some(id) };
                Self { report, id, ..Self::stopped(&error) }
            }
        }
    }

    /// What stopped before there was a request.
    pub(crate) fn stopped(error: &EngineError) -> Self {
        let findings = match error {
            EngineError::Unfit(findings) => findings.clone(),
            _ => Findings::new(),
        };
        Self { report: None, id: None, error: Some(error.to_string()), findings }
    }

    /// The same, with the confirmation code, which only the one who opens the request is told.
    pub(crate) fn with_code(mut self, code: &str) -> Self {
        if let Some(report) = &mut self.report {
            report.code = Some(code.to_owned());
        }
        self
    }
}

/// All of them as one output, and behind them what has not ended, where that was looked at.
pub(crate) fn output(all: &[Driven], waiting: Option<&Backlog>) -> Result<Output, Failure> {
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
    if all.is_empty() {
        pages.push("Nothing is due.".to_owned());
    }
    pages.extend(waiting.filter(|waiting| waiting.total() > 0).map(page::waiting));
    let page = pages.join("\n");
    let is_waited_for = waiting.is_some_and(Backlog::needs_a_person);
    let is_settled = !is_waited_for
        && all
            .iter()
            .all(|driven| driven.error.is_none() && driven.report.as_ref().is_some_and(Report::is_settled));
    Ok(Output { json: json(&All { only, requests: all, waiting })?, page, is_settled })
}
