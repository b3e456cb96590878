//! What would be done for a request as of now, with counts.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::asking::holds_on;
use crate::engine::Engine;
use crate::engine::act::final_scan::{FinalScan, Remains};
use crate::engine::act::traces::Texts;
use crate::engine::error::EngineError;
use crate::engine::find::evidence::Person;
use crate::engine::progress::Progress;
use crate::engine::record::history::{History, Planned, StepState};
use crate::engine::record::journal::{Executed, FORMAT};
use crate::engine::record::lists::Lists;
use crate::engine::report::Report;
use crate::identifier::Identifier;
use crate::page::Warning;
use crate::plan::Plan;
use crate::port::MemoryNotes;
use crate::request::{Outcome, Request, RequestState};

impl Engine {
    /// What would be done for a request as of now, with counts. Writes nothing, neither to a store nor to the ledger: what
    /// is noted on the way is noted in memory.
    ///
    /// # Errors
    /// As [`Engine::run`].
    pub async fn preview(&self, request: &Request) -> Result<(Plan, Report), EngineError> {
        self.refresh_holds().await?;
        let plan = self.planner.plan(request, &self.holds(), self.registry.clock.now())?;
        self.know_tenant(request).await?;
        (self.on_progress)(Progress::Locating);
        let notebook = self.notebook(self.draw_id()?, Arc::new(MemoryNotes::new()), Lists::of(FORMAT, 1));
        let found = self.identify(&plan, request, &notebook, &BTreeSet::new()).await?;
        let held_by = self.held_by(&plan, request, &found.people, &found.identifiers).await?;
        let holds = holds_on(self.holds(), request, &held_by);
        let plan = self.planner.plan(request, &holds, plan.now())?;
        let person = Person::just_found(found.people);
        let finder = self.finder(&plan, request, &person, &notebook);
        let located = finder.survey(&Vec::new()).await?;
        self.check_fit(&plan, &located)?;
        let identifiers: Vec<Identifier> = found.identifiers.into_iter().collect();
        let texts = Texts::naming(identifiers.iter())?;
        let scan = FinalScan { finder, survey: &self.survey, identifiers: &identifiers, texts: &texts };
        let Remains { questions, explained, usual_spellings, .. } = scan.foresee().await?;
        let record = plan.record();
        let mut steps: Vec<StepState> = record.steps().iter().cloned().map(StepState::of).collect();
        for (step, located) in steps.iter_mut().zip(located) {
            step.locate(located);
            step.outcome = if step.records == 0 { Outcome::Absent } else { Outcome::Pending };
        }
        let is_all_read = questions.is_empty() && explained.is_empty();
        let is_nothing = is_all_read && steps.iter().all(|step| step.records == 0);
        let state = if is_nothing { RequestState::NothingHeld } else { RequestState::Received };
        let history = History {
            identification: found.report,
            plan: Some(Planned { hash: record.hash(), at: plan.now(), record: Some(record) }),
            steps,
            scope: Some(request.scope().to_string()),
            executed: Executed { explained, usual_spellings, ..Executed::default() },
            ..History::default()
        };
        let report = self.told(&history, Report::new(None, state, None, None, &history));
        let mut report = report.with_file_warnings(plan.warnings());
        let to_be_asked = questions.into_iter().map(|question| Warning::ToBeAsked { question });
        report.warnings.extend(to_be_asked.map(|warning| warning.to_string()));
        Ok((plan, report))
    }
}
