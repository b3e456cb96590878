//! Plans a request, and takes a recorded plan up again under the files as they are now.

use std::collections::BTreeMap;

use super::next::PlanStanding;
use crate::engine::Engine;
use crate::engine::error::EngineError;
use crate::engine::find::survey::Carried;
use crate::engine::record::case::CaseFile;
use crate::engine::record::dossier::Dossier;
use crate::engine::record::history::History;
use crate::engine::record::journal::{Event, PlanBody};
use crate::plan::ids::NodeId;
use crate::plan::record::{CollectionRecord, PartRecord, Span};
use crate::plan::resume::{LostNames, ResumeError, Resumed};
use crate::plan::{LostName, PlanChange, PlanRecord, StepRecord};
use crate::port::{Head, ListName};

impl Engine {
    /// The recorded plan under the files and holds as they are now; `None` where none is recorded yet.
    ///
    /// # Errors
    /// It names collections that the data map does not have ([`EngineError::FilesChanged`]).
    pub(crate) fn resume_plan(
        &self,
        history: &History,
        dossier: &Dossier,
    ) -> Result<Option<Resumed>, EngineError> {
        let Some(planned) = &history.plan else { return Ok(None) };
        match &planned.record {
            Some(record) => self.resume_record(record, dossier).map(Some),
            // Nothing was done under it yet, so that there is nothing to go on from.
            None if !history.is_located => Ok(None),
            None => {
                let record = self.first_plan(history, planned, &dossier.request)?;
                self.resume_record(&record, dossier).map(Some)
            }
        }
    }

    fn resume_record(&self, record: &PlanRecord, dossier: &Dossier) -> Result<Resumed, EngineError> {
        self.planner.resume(record, &dossier.request, &self.holds_on(dossier)).map_err(|error| match error {
            ResumeError::Lost(LostNames(lost)) => EngineError::FilesChanged { lost },
            ResumeError::Plan(error) => error.into(),
        })
    }

    /// What the recorded plan is to the request.
    pub(super) fn standing_of(&self, resumed: Option<&Resumed>, history: &History) -> PlanStanding {
        match resumed {
            None => PlanStanding::None,
            Some(Resumed::Other { .. }) => PlanStanding::Other,
            Some(Resumed::Same(plan)) => {
                let recorded = history.plan.as_ref().map(|planned| planned.hash);
                let is_approved = history.approved.is_some_and(|approved| {
                    recorded == Some(approved) || plan.hash_of_first_format() == Some(approved)
                });
                if is_approved { PlanStanding::Approved } else { PlanStanding::Unapproved }
            }
        }
    }

    /// Makes the first plan of a request and writes it down.
    pub(super) async fn plan_first(&self, case: &mut CaseFile, dossier: &Dossier) -> Result<(), EngineError> {
        let plan = self.planner.plan(&dossier.request, &self.holds_on(dossier), self.registry.clock.now())?;
        let record = Box::new(plan.record());
        let body = PlanBody::Record { plan: record, files: self.files.clone() };
        self.forget_first_notes(case).await?;
        self.append(case, case.head().clone(), vec![Event::Planned { hash: plan.hash(), body }]).await
    }

    /// Makes another plan and writes it down, with what became of the one before.
    pub(super) async fn plan_again(
        &self,
        case: &mut CaseFile,
        dossier: &Dossier,
        (because, renamed): (Vec<PlanChange>, BTreeMap<String, String>),
    ) -> Result<(), EngineError> {
        let planned = case.history.plan.as_ref().ok_or(EngineError::Unreadable)?;
        let former = match planned.record {
            Some(_) => None,
            None => Some(Box::new(self.first_plan(&case.history, planned, &dossier.request)?)),
        };
        let last = planned.record.as_ref().or(former.as_deref());
        let mut carried = Vec::new();
        for record in case.history.former_plans.iter().map(|(_, record)| record).chain(last) {
            for noted in noted_in(record) {
                carried.extend(self.collections_of(noted)?);
            }
        }
        let holds = self.holds_on(dossier);
        let plan = self.planner.plan_anew(&dossier.request, &holds, self.registry.clock.now(), &carried)?;
        tracing::warn!(request = %case.id(), changes = because.len(), "request planned again");
        let event = Event::PlannedAgain {
            hash: plan.hash(),
            plan: Box::new(plan.record()),
            because,
            renamed,
            files: self.files.clone(),
            former,
        };
        let head = Head { due: Some(self.registry.clock.now()), ..case.head().clone() };
        self.append(case, head, vec![event]).await
    }

    /// What was noted under the plans before the one in force, by list.
    pub(super) fn carried(&self, history: &History) -> Result<Carried, EngineError> {
        let mut carried = Carried::new();
        for (lists, record) in &history.former_plans {
            for noted in noted_in(record) {
                for node in self.collections_of(noted)? {
                    carried.push((node, lists.own(&noted.name)));
                    carried.push((node, lists.kept(&noted.name)));
                }
            }
        }
        Ok(carried)
    }

    /// The lists that the plans before the one in force have left.
    pub(super) fn former_lists(&self, history: &History) -> Vec<ListName> {
        let mut names = Vec::new();
        for (lists, record) in &history.former_plans {
            for CollectionRecord { name, .. } in noted_in(record) {
                names.extend([lists.own(name), lists.erasable(name), lists.kept(name)]);
            }
        }
        names
    }

    /// The collections in which the records of a recorded one may be now.
    fn collections_of(&self, recorded: &CollectionRecord) -> Result<Vec<NodeId>, EngineError> {
        let own = self.planner.collection_once_named(&recorded.name).ok_or_else(|| {
            let CollectionRecord { name, table, .. } = recorded;
            let lost = LostName { collection: name.clone(), table: table.clone(), is_taken: false };
            EngineError::FilesChanged { lost: vec![lost] }
        })?;
        Ok(std::iter::once(own).chain(self.planner.collections_beside(recorded)).collect())
    }
}

/// The collections whose noted records may lose their links on the way, so that nothing but the note leads to them.
fn noted_in(record: &PlanRecord) -> impl Iterator<Item = &CollectionRecord> {
    let loses_links = |step: &StepRecord| match step.part {
        // Kept records let go of what is erased; what is held may hang on records that go.
        PartRecord::Records { span } => span == Span::Kept || step.held_by().is_some(),
        PartRecord::Shells { .. } => true,
        PartRecord::Fields { .. } | PartRecord::KeptLink { .. } | PartRecord::OthersLink { .. } => false,
    };
    let collections = record.meaning.collections.iter();
    collections.filter(move |collection| {
        let mut steps = record.steps().iter().filter(|step| step.collection() == collection.name);
        collection.is_noted || steps.any(loses_links)
    })
}
