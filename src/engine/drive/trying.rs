//! Tries what a request will do on one record of each step, and takes it back, where a trigger has a part in it.

use crate::engine::Engine;
use crate::engine::error::EngineError;
use crate::engine::find::pages::Pages;
use crate::engine::find::step_records::Finder;
use crate::engine::record::journal::Located;
use crate::finding::Findings;
use crate::plan::Plan;
use crate::port::{Change, Selection};
use crate::request::Action;
use crate::schema::trials::{change_trial, refused_when_tried};

impl Engine {
    /// Refuses what the database does not let be done to the request's own records, before the first write.
    pub(super) async fn try_changes(
        &self,
        plan: &Plan,
        finder: Finder<'_>,
        located: &[Located],
    ) -> Result<(), EngineError> {
        let mut findings = Findings::new();
        for (step, located) in plan.layout.steps.iter().zip(located) {
            if step.held || step.action == Action::Retain || located.records == 0 {
                continue;
            }
            let Some(trial) = change_trial(&plan.compiled, &self.survey, step) else { continue };
            let mut pages = finder.records_of(step).pages(&Selection::Everything);
            let Some(rows) = pages.next().await? else { continue };
            let first: Vec<_> = rows.into_iter().take(1).collect();
            let change = match trial.masks.as_slice() {
                [] => Change::Erase,
                masks => Change::Mask(masks),
            };
            let (name, store) = self.stores.get(trial.collection.store)?;
            let refusal =
                store.refusal_of(&self.places[step.node], change, &finder.keys(step.node, &first)).await;
            let refusal = refusal.map_err(|source| EngineError::Store { store: name.clone(), source })?;
            findings.extend(refusal.map(|refusal| refused_when_tried(&trial, &refusal)));
        }
        if findings.has_errors() { Err(EngineError::Unfit(findings)) } else { Ok(()) }
    }
}
