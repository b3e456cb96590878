//! Finds the person and what each step is about, before the first write, and writes it down.

use std::collections::BTreeSet;

use crate::engine::Engine;
use crate::engine::error::EngineError;
use crate::engine::find::identify::{Found, identify, identify_again};
use crate::engine::find::ownership::{Ownership, People};
use crate::engine::find::records::Records;
use crate::engine::find::step_records::Finder;
use crate::engine::progress::Progress;
use crate::engine::record::case::CaseFile;
use crate::engine::record::dossier::Dossier;
use crate::engine::record::journal::{Event, Located};
use crate::engine::record::lists::Lists;
use crate::engine::record::notebook::Notebook;
use crate::finding::Findings;
use crate::plan::ids::NodeId;
use crate::plan::{LostName, Plan};
use crate::port::{Key, Notes};
use crate::request::{Action, Request, RequestId};
use crate::schema::check_masks;

impl Engine {
    /// Finds the person and all that the steps are about, notes what will not be found again, and writes it down.
    pub(super) async fn locate(
        &self,
        case: &mut CaseFile,
        plan: &Plan,
        dossier: &mut Dossier,
        notebook: &Notebook,
    ) -> Result<(), EngineError> {
        (self.on_progress)(Progress::Locating);
        if !dossier.is_identified(&case.history) {
            let found = if case.history.has_written {
                let known = self.people_of(dossier)?;
                let nobody = People::default();
                let records = self.finder(plan, &dossier.request, &nobody, notebook).records;
                let report = case.history.identification.clone();
                identify_again(records, &dossier.request, known, report).await?
            } else {
                // Nothing is cut yet, so that whoever a plan before took for the person is looked for anew as well.
                self.identify(plan, &dossier.request, notebook, &BTreeSet::new()).await?
            };
            let name = |node| plan.recorded_name(node).to_owned();
            let people = found.people.iter().map(|(node, keys)| (name(node), keys.to_vec())).collect();
            dossier.identify(people, found.identifiers, found.report, &case.history);
            let sealed = self.vault.seal(dossier, &Dossier::context(case.id()), self.entropy.as_ref())?;
            self.ledger.seal(case.id(), &sealed).await?;
        }
        let people = self.people_of(dossier)?;
        let finder = self.finder(plan, &dossier.request, &people, notebook);
        let steps = finder.survey(&self.carried(&case.history)?).await?;
        self.check_fit(plan, &steps)?;
        self.note_texts(finder, dossier).await?;
        let identification = dossier.identification.clone();
        self.append(case, case.head().clone(), vec![Event::Located { steps, identification }]).await
    }

    /// Finds the person: which records they are, these among them.
    pub(super) async fn identify(
        &self,
        plan: &Plan,
        request: &Request,
        notebook: &Notebook,
        meant: &BTreeSet<(NodeId, Key)>,
    ) -> Result<Found, EngineError> {
        let nobody = People::default();
        identify(self.finder(plan, request, &nobody, notebook).records, notebook, request, meant).await
    }

    /// Refuses what the live schema cannot hold, before the first write.
    pub(super) fn check_fit(&self, plan: &Plan, located: &[Located]) -> Result<(), EngineError> {
        let mut findings = Findings::new();
        for (step, located) in plan.layout.steps.iter().zip(located) {
            let changes = matches!(step.action, Action::Anonymize | Action::Clear) && !step.held;
            if changes && located.records > 0 {
                let collection = &plan.compiled.graph.nodes[step.node];
                check_masks(collection, &self.survey, &plan.compiled.written_fields(step), &mut findings);
            }
        }
        if findings.has_errors() { Err(EngineError::Unfit(findings)) } else { Ok(()) }
    }

    /// The notes of a request, or of a preview.
    pub(super) fn notebook(&self, id: RequestId, notes: std::sync::Arc<dyn Notes>, lists: Lists) -> Notebook {
        Notebook { notes, vault: self.vault.clone(), entropy: self.entropy.clone(), id, lists }
    }

    /// Finds the records that the steps of a plan are about.
    pub(super) fn finder<'a>(
        &'a self,
        plan: &'a Plan,
        request: &'a Request,
        people: &'a People,
        notebook: &'a Notebook,
    ) -> Finder<'a> {
        let ownership = Ownership { plan, places: &self.places, people, tenancy: request.tenancy() };
        Finder { records: Records { ownership, stores: &self.stores, page: self.batch }, notebook }
    }

    /// The records that are the person, as they were found.
    ///
    /// # Errors
    /// A collection in which the person was found has left the data map.
    pub(super) fn people_of(&self, dossier: &Dossier) -> Result<People, EngineError> {
        let mut people = People::default();
        let mut lost = Vec::new();
        for (name, keys) in &dossier.people {
            match self.planner.collection_once_named(name) {
                Some(node) => people.add(node, keys.iter().cloned()),
                None => {
                    lost.push(LostName { collection: name.clone(), table: name.clone(), is_taken: false });
                }
            }
        }
        if lost.is_empty() { Ok(people) } else { Err(EngineError::FilesChanged { lost }) }
    }
}
