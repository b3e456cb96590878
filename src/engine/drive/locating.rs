//! Finds the person and what each step is about, before the first write, and writes it down.

use std::collections::{BTreeMap, BTreeSet};

use crate::engine::Engine;
use crate::engine::error::EngineError;
use crate::engine::find::evidence::{Evidence, IdentifierMasks, Person, traits_of};
use crate::engine::find::identify::{Found, identify, identify_again};
use crate::engine::find::matching::{identifier_fields, identifiers_of};
use crate::engine::find::ownership::{Ownership, People};
use crate::engine::find::pages::Pages as _;
use crate::engine::find::records::Records;
use crate::engine::find::step_records::Finder;
use crate::engine::progress::Progress;
use crate::engine::record::case::CaseFile;
use crate::engine::record::dossier::{Dossier, Traits};
use crate::engine::record::history::{History, StepState};
use crate::engine::record::journal::{Event, Located};
use crate::engine::record::lists::Lists;
use crate::engine::record::notebook::Notebook;
use crate::finding::Findings;
use crate::identifier::Identifier;
use crate::plan::ids::NodeId;
use crate::plan::layout::Part;
use crate::plan::record::MaskRecord;
use crate::plan::rules::MaskedField;
use crate::plan::{LostName, Plan};
use crate::port::{Key, Notes};
use crate::request::{Action, Outcome, Request, RequestId};
use crate::schema::check_masks;
use crate::schema::shells::check_shell;

impl Engine {
    /// Finds all that the steps are about, notes what will not be found again, and writes it down.
    pub(super) async fn locate(
        &self,
        case: &mut CaseFile,
        plan: &Plan,
        dossier: &Dossier,
        notebook: &Notebook,
    ) -> Result<(), EngineError> {
        (self.on_progress)(Progress::Locating);
        let person = self.person_under(plan, dossier, &case.history, &case.history.steps)?;
        let finder = self.finder(plan, &dossier.request, &person, notebook);
        let steps = finder.survey(&self.carried(&case.history)?).await?;
        self.check_fit(plan, &steps)?;
        self.note_texts(finder, dossier).await?;
        let identification = dossier.identification.clone();
        self.append(case, case.head().clone(), vec![Event::Located { steps, identification }]).await
    }

    /// Finds the person again once something was written: who they were before, whoever holds what was given by now, and whose
    /// records somebody has said hold it in a way that cannot be read.
    pub(super) async fn identify_again(
        &self,
        case: &CaseFile,
        plan: &Plan,
        dossier: &mut Dossier,
        notebook: &Notebook,
    ) -> Result<(), EngineError> {
        let mut known = self.people_of(dossier)?;
        let nobody = Person::default();
        let records = self.finder(plan, &dossier.request, &nobody, notebook).records;
        let all = dossier.identifiers.iter().chain(dossier.request.identifiers());
        let names: Vec<Identifier> = all.cloned().collect();
        for (node, key) in self.taken_unread(case, records, &names).await? {
            known.add(node, [key.into_values()]);
        }
        let report = case.history.identification.clone();
        let found = identify_again(records, &dossier.request, known, report).await?;
        self.take_down(case, plan, dossier, found, notebook).await
    }

    /// Finds the person: which records they are, these among them.
    pub(super) async fn identify(
        &self,
        plan: &Plan,
        request: &Request,
        notebook: &Notebook,
        meant: &BTreeSet<(NodeId, Key)>,
    ) -> Result<Found, EngineError> {
        let nobody = Person::default();
        identify(self.finder(plan, request, &nobody, notebook).records, notebook, request, meant).await
    }

    /// The identifiers that stand on the records which are the person: what was given counts only where it stands there.
    pub(crate) async fn on_record(
        &self,
        plan: &Plan,
        request: &Request,
        notebook: &Notebook,
    ) -> Result<BTreeSet<Identifier>, EngineError> {
        let found = self.identify(plan, request, notebook, &BTreeSet::new()).await?;
        let person = Person::just_found(found.people.clone());
        let records = self.finder(plan, request, &person, notebook).records;
        let mut on_record = BTreeSet::new();
        for (node, keys) in found.people.iter() {
            let mut rows = records.with_keys(node, &identifier_fields(records, node), keys.to_vec())?;
            while let Some(page) = rows.next().await? {
                let held = page.iter().flat_map(|row| identifiers_of(records, node, row));
                on_record.extend(held.map(|(_, identifier)| identifier));
            }
        }
        Ok(on_record)
    }

    /// Takes down who the person is, for the dossier to be sealed.
    pub(super) async fn take_down(
        &self,
        case: &CaseFile,
        plan: &Plan,
        dossier: &mut Dossier,
        found: Found,
        notebook: &Notebook,
    ) -> Result<(), EngineError> {
        let traits = self.traits(case, plan, dossier, &found, notebook).await?;
        let name = |node| plan.recorded_name(node).to_owned();
        let people = found.people.iter().map(|(node, keys)| (name(node), keys.to_vec())).collect();
        let traits = traits.into_iter().map(|(node, traits)| (name(node), traits)).collect();
        dossier.identify(people, traits, found.identifiers, found.report, &case.history);
        Ok(())
    }

    /// What the records that were found to be the person hold. Of those that were known before, what they held then: what
    /// they hold by now the request may have changed.
    async fn traits(
        &self,
        case: &CaseFile,
        plan: &Plan,
        dossier: &Dossier,
        found: &Found,
        notebook: &Notebook,
    ) -> Result<BTreeMap<NodeId, Traits>, EngineError> {
        let known = if case.history.has_written { self.people_of(dossier)? } else { People::default() };
        let mut all = self.traits_before(dossier)?;
        if !case.history.has_written {
            all.clear();
        }
        let new = found.people.not_in(&known);
        let identifiers: Vec<Identifier> = found.identifiers.iter().cloned().collect();
        let nobody = Person::default();
        let records = self.finder(plan, &dossier.request, &nobody, notebook).records;
        for (node, traits) in traits_of(records, &new, &identifiers).await? {
            // Where nothing is known of those before, their keys have to do.
            if known.of(node).is_none() || all.contains_key(&node) {
                all.entry(node).or_default().extend(traits);
            }
        }
        Ok(all)
    }

    fn traits_before(&self, dossier: &Dossier) -> Result<BTreeMap<NodeId, Traits>, EngineError> {
        let mut all: BTreeMap<NodeId, Traits> = BTreeMap::new();
        for (name, traits) in &dossier.traits {
            all.entry(self.node_once_named(name)?).or_default().extend(traits.clone());
        }
        Ok(all)
    }

    /// The records that are the person, and what they must still hold, given the steps that have begun.
    pub(super) fn person_under(
        &self,
        plan: &Plan,
        dossier: &Dossier,
        history: &History,
        states: &[StepState],
    ) -> Result<Person, EngineError> {
        let people = self.people_of(dossier)?;
        let mut masks = IdentifierMasks::new();
        let mut begun = |node, field: String, mask| {
            masks.entry(node).or_default().entry(field).or_default().push(mask);
        };
        for (step, state) in plan.layout.steps.iter().zip(states) {
            if step.action == Action::Anonymize && !step.held && state.outcome != Outcome::Pending {
                for MaskedField { field, mask } in plan.compiled.masked_fields(step) {
                    begun(step.node, field, MaskRecord::from(&mask));
                }
            }
        }
        for step in history.former_plans.iter().flat_map(|(_, record)| record.steps()) {
            if step.action() == Action::Anonymize && step.held_by().is_none() {
                let node = self.node_once_named(step.collection())?;
                step.fields.iter().for_each(|field| begun(node, field.field.clone(), field.mask.clone()));
            }
        }
        let all = dossier.identifiers.iter().chain(dossier.request.identifiers());
        let identifiers: Vec<Identifier> = all.cloned().collect();
        let traits = self.traits_before(dossier)?;
        let graph = &plan.compiled.graph;
        let evidence = Evidence::new(graph, &people, &identifiers, &traits, &masks);
        Ok(Person { people, evidence })
    }

    /// Refuses what the live schema cannot hold, before the first write.
    pub(super) fn check_fit(&self, plan: &Plan, located: &[Located]) -> Result<(), EngineError> {
        let mut findings = Findings::new();
        for (step, located) in plan.layout.steps.iter().zip(located) {
            let changes = matches!(step.action, Action::Anonymize | Action::Clear) && !step.held;
            if !changes || located.records == 0 {
                continue;
            }
            if matches!(step.part, Part::Shells(_)) {
                let keepers = plan.layout.pins[step.node].edges();
                check_shell(&plan.compiled, &self.survey, (step, keepers), &mut findings);
            } else {
                let collection = &plan.compiled.graph.nodes[step.node];
                check_masks(collection, &self.survey, &plan.compiled.written_fields(step), &mut findings);
            }
        }
        if findings.has_errors() { Err(EngineError::Unfit(findings)) } else { Ok(()) }
    }

    /// The notes of a request, or of a preview.
    pub(crate) fn notebook(&self, id: RequestId, notes: std::sync::Arc<dyn Notes>, lists: Lists) -> Notebook {
        Notebook {
            notes,
            vault: self.registry.vault.clone(),
            entropy: self.registry.entropy.clone(),
            id,
            lists,
        }
    }

    /// Finds the records that the steps of a plan are about.
    pub(super) fn finder<'a>(
        &'a self,
        plan: &'a Plan,
        request: &'a Request,
        person: &'a Person,
        notebook: &'a Notebook,
    ) -> Finder<'a> {
        let Person { people, evidence } = person;
        let tenancy = request.tenancy();
        let ownership = Ownership { plan, places: &self.places, people, evidence, tenancy };
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
            match self.node_once_named(name) {
                Ok(node) => people.add(node, keys.iter().cloned()),
                Err(EngineError::FilesChanged { lost: name }) => lost.extend(name),
                Err(error) => return Err(error),
            }
        }
        if lost.is_empty() { Ok(people) } else { Err(EngineError::FilesChanged { lost }) }
    }

    pub(super) fn node_once_named(&self, name: &str) -> Result<NodeId, EngineError> {
        self.planner.collection_once_named(name).ok_or_else(|| {
            let lost = LostName { collection: name.to_owned(), table: name.to_owned(), is_taken: false };
            EngineError::FilesChanged { lost: vec![lost] }
        })
    }
}
