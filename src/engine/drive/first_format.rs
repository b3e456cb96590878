//! Requests whose plan version 0.1 of this crate wrote down: sentences, and steps by their places under the files of that
//! day. Nothing new is written in this form.

use crate::engine::Engine;
use crate::engine::error::EngineError;
use crate::engine::find::step_records::Finder;
use crate::engine::record::case::CaseFile;
use crate::engine::record::history::{History, Planned, PlannedStep};
use crate::hold::{HoldScope, LegalHold};
use crate::plan::PlanRecord;
use crate::plan::layout::Part;
use crate::policy::CategoryId;
use crate::port::ListName;
use crate::request::Request;

impl Engine {
    /// The plan in force in full, under the holds of that day: only the files that it was made from have its hash.
    ///
    /// # Errors
    /// The files are others ([`EngineError::FilesChanged`]).
    pub(super) fn first_plan(
        &self,
        history: &History,
        planned: &Planned,
        request: &Request,
    ) -> Result<PlanRecord, EngineError> {
        let now = vec![self.holds()];
        for holds in now.into_iter().chain(self.holds_then(history)) {
            let plan = self.planner.plan(request, &holds, planned.at)?;
            if plan.hash_of_first_format() == Some(planned.hash) {
                return Ok(plan.record());
            }
        }
        Err(EngineError::FilesChanged { lost: Vec::new() })
    }

    /// The holds under which the plan in force may have been made: the steps tell the matter of the first one, and not
    /// what it covered.
    fn holds_then(&self, history: &History) -> Vec<Vec<LegalHold>> {
        let is_hold = |ground: &String| ground == "legal_hold";
        let reasons = history.steps.iter().map(|step| step.planned.reason());
        let Some(held) = reasons.into_iter().find(|reason| reason.ground.as_ref().is_some_and(is_hold))
        else {
            return vec![Vec::new()];
        };
        let matter = held.citation.unwrap_or_default();
        let ids = self.planner.policy().categories().iter().map(|category| category.id().as_str());
        // A hold on a category covers those below it.
        let above = |id: &'_ str| -> Vec<CategoryId> {
            let ends = id.match_indices('.').map(|(end, _)| end).chain([id.len()]);
            ends.filter_map(|end| id.get(..end)?.parse().ok()).collect()
        };
        let scopes = ids.flat_map(above).map(HoldScope::Category).chain([HoldScope::Everything]);
        scopes.filter_map(|scope| LegalHold::new(matter.clone(), scope).ok()).map(|hold| vec![hold]).collect()
    }

    /// Refuses lists that are not what was located. Format 1 knew links by their numbers, which lead elsewhere where the
    /// data map has got others.
    pub(super) async fn check_numbers(&self, case: &CaseFile, finder: Finder<'_>) -> Result<(), EngineError> {
        for (step, state) in finder.plan().layout.steps.iter().zip(&case.history.steps) {
            let records = finder.records_of(step);
            let (Part::OthersLink { .. }, Some(list)) = (step.part, records.list()) else { continue };
            let mut pages = finder.notebook.pages(list.clone(), self.batch);
            let mut noted = 0;
            while let Some(page) = pages.next().await? {
                noted += page.len() as u64;
            }
            if noted != state.located.records {
                return Err(EngineError::FilesChanged { lost: Vec::new() });
            }
        }
        Ok(())
    }

    /// Destroys what was noted under a plan of format 1 that is replaced before anything was done under it. Another one notes
    /// under other names, and what is noted as kept would outlive the request.
    pub(crate) async fn forget_first_notes(&self, case: &CaseFile) -> Result<(), EngineError> {
        let lists = case.history.lists();
        let first = case.history.steps.iter().filter(|step| matches!(step.planned, PlannedStep::First(_)));
        let names: Vec<ListName> = first
            .map(|step| step.planned.collection())
            .flat_map(|name| [lists.own(name), lists.erasable(name), lists.kept(name)])
            .collect();
        if names.is_empty() { Ok(()) } else { Ok(self.registry.ledger.forget(case.id(), &names).await?) }
    }
}
