//! What is settled before a plan is carried out: who the person is, whether a hold is on them, and whom a given identifier
//! means where that is open.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::datamap::IdentifierField;
use crate::engine::Engine;
use crate::engine::error::EngineError;
use crate::engine::find::evidence::Person;
use crate::engine::find::identify::Found;
use crate::engine::find::likeness::{Doubtful, Likenesses};
use crate::engine::find::ownership::People;
use crate::engine::find::pages::Pages;
use crate::engine::find::questions::{MAX_OWNERS, ambiguities, is_any_in_tenant};
use crate::engine::find::records::Records;
use crate::engine::record::case::CaseFile;
use crate::engine::record::dossier::Dossier;
use crate::engine::record::journal::{Event, FORMAT};
use crate::engine::record::lists::Lists;
use crate::hold::{HoldScope, LegalHold};
use crate::identifier::Identifier;
use crate::plan::Plan;
use crate::plan::ids::NodeId;
use crate::plan::reach::Anchor;
use crate::policy::Channel;
use crate::port::{Head, Key, MemoryNotes};
use crate::request::{Question, QuestionKind, Request, RequestState};

impl Engine {
    /// Settles what has to be known before the first write, and what may have changed before any other; false where the
    /// plan has to be looked at again, or somebody has to be asked.
    pub(super) async fn settle_before(
        &self,
        case: &mut CaseFile,
        dossier: &mut Dossier,
        plan: &Plan,
    ) -> Result<bool, EngineError> {
        let is_fresh = !case.history.is_located && !case.history.has_written;
        let is_again = !case.history.is_located && !dossier.is_identified(&case.history);
        let mut to_ask = Vec::new();
        if is_fresh {
            // Whoever was found for a run that did not come to its first write may have changed meanwhile.
            let (found, questions) = self.whom_is_meant(case, plan, &dossier.request).await?;
            to_ask = questions;
            let notebook = self.notebook(case.id(), self.registry.ledger.clone(), case.history.lists());
            self.take_down(case, plan, dossier, found, &notebook).await?;
        } else if is_again {
            let notebook = self.notebook(case.id(), self.registry.ledger.clone(), case.history.lists());
            self.identify_again(case, plan, dossier, &notebook).await?;
        }
        let people = self.people_of(dossier)?;
        let names = dossier.identifiers.iter().chain(dossier.request.identifiers()).cloned().collect();
        let held_by = self.held_by(plan, &dossier.request, &people, &names).await?;
        let is_held_otherwise = held_by != dossier.held_by;
        dossier.held_by = held_by;
        if is_fresh || is_again || is_held_otherwise {
            let sealed = self.registry.vault.seal(
                dossier,
                &Dossier::context(case.id()),
                self.registry.entropy.as_ref(),
            )?;
            self.registry.ledger.seal(case.id(), &sealed).await?;
        }
        if is_held_otherwise {
            return Ok(false);
        }
        let is_all_held = plan.layout.steps.iter().all(|step| step.held);
        if to_ask.is_empty() || is_all_held {
            return Ok(true);
        }
        self.ask(case, to_ask).await?;
        Ok(false)
    }

    /// Asks, and lets the request wait for the answers.
    pub(super) async fn ask(&self, case: &mut CaseFile, questions: Vec<Question>) -> Result<(), EngineError> {
        let to = case.advance(RequestState::AwaitingDecision)?;
        tracing::warn!(request = %case.id(), questions = questions.len(), "request waits for a decision");
        let events = vec![Event::Asked { questions }, Event::State { to }];
        self.append(case, Head { state: to, due: None }, events).await
    }

    /// Finds the person, and asks whom a given identifier means that is on records of several people. Where somebody has said
    /// that all of those are the person, they are.
    async fn whom_is_meant(
        &self,
        case: &CaseFile,
        plan: &Plan,
        request: &Request,
    ) -> Result<(Found, Vec<Question>), EngineError> {
        let notebook = self.notebook(case.id(), self.registry.ledger.clone(), case.history.lists());
        let mut meant = BTreeSet::new();
        let found = self.identify(plan, request, &notebook, &meant).await?;
        let nobody = Person::default();
        let records = self.finder(plan, request, &nobody, &notebook).records;
        let names: Vec<Identifier> = found.identifiers.iter().cloned().collect();
        meant.extend(self.taken_unread(case, records, &names).await?);
        let mut questions = Vec::new();
        for ambiguity in ambiguities(records, request.identifiers(), &found.people).await? {
            let name = plan.recorded_name(ambiguity.node);
            let question = Question::new(0, QuestionKind::AmbiguousIdentity, name, None, ambiguity.count);
            if case.history.questions.iter().any(|it| it.is_taken() && it.is_about_the_same(&question)) {
                meant.extend(ambiguity.owners);
            } else {
                questions.push(question);
            }
        }
        let found = match meant.is_empty() {
            true => found,
            // What is on their records is the person's as well.
            false => self.identify(plan, request, &notebook, &meant).await?,
        };
        Ok((found, case.history.to_ask(questions)))
    }

    /// The people whose records, or records of whose, hold a value that cannot be read and that somebody has said is the
    /// person's.
    pub(super) async fn taken_unread(
        &self,
        case: &CaseFile,
        records: Records<'_>,
        identifiers: &[Identifier],
    ) -> Result<BTreeSet<(NodeId, Key)>, EngineError> {
        let mut taken = BTreeSet::new();
        let likenesses = Likenesses::of(identifiers)?;
        let unread = case.history.questions.iter().filter(|it| it.kind == QuestionKind::Unreadable);
        for question in unread.filter(|it| it.is_taken()) {
            let node = self.node_once_named(&question.collection)?;
            let collection = records.ownership.collection(node);
            let fields = collection.identifiers().iter();
            let (mut rows, mut meant) = (0, BTreeSet::new());
            for field in fields.filter(|it| question.field.as_deref() == Some(it.field())) {
                let (found, people) = possibly(records, node, field, &likenesses).await?;
                rows += found;
                meant.extend(people);
            }
            // Somebody has decided on so many; more than that is another question.
            if rows <= question.count {
                taken.extend(meant);
            }
        }
        Ok(taken)
    }

    /// The identifiers of those holds that are on the person although they were placed by something that the request does
    /// not give.
    ///
    /// A hold is on a person: whoever is found by what it names, in any tenant, with all identifiers that are theirs.
    pub(super) async fn held_by(
        &self,
        plan: &Plan,
        request: &Request,
        people: &People,
        names: &BTreeSet<Identifier>,
    ) -> Result<Vec<Identifier>, EngineError> {
        let mut held_by = BTreeSet::new();
        for hold in self.holds() {
            let HoldScope::Subject(identifiers) = hold.scope() else { continue };
            if identifiers.iter().any(|it| request.identifiers().contains(it)) {
                continue;
            }
            let (held, held_names) = self.whom_a_hold_is_on(identifiers).await?;
            let is_held = match plan.anchor {
                Anchor::People => {
                    !held_names.is_disjoint(names)
                        || held.iter().any(|(node, keys)| keys.iter().any(|key| people.contains(node, key)))
                }
                Anchor::Tenant => {
                    let notes = Arc::new(MemoryNotes::new());
                    let notebook = self.notebook(self.draw_id()?, notes, Lists::of(FORMAT, 1));
                    let person = Person::just_found(people.clone());
                    is_any_in_tenant(self.finder(plan, request, &person, &notebook).records, &held).await?
                }
            };
            if is_held {
                held_by.extend(identifiers.iter().cloned());
            }
        }
        Ok(held_by.into_iter().collect())
    }

    /// The person that a hold names, wherever they are: their records and their identifiers.
    async fn whom_a_hold_is_on(
        &self,
        identifiers: &[Identifier],
    ) -> Result<(People, BTreeSet<Identifier>), EngineError> {
        let named = Request::builder(Channel::Operator).with_identifiers(identifiers.iter().cloned());
        let request = named.for_all_tenants().build()?;
        let plan = self.planner.plan(&request, &[], self.registry.clock.now())?;
        let notes = Arc::new(MemoryNotes::new());
        let notebook = self.notebook(self.draw_id()?, notes, Lists::of(FORMAT, 1));
        let found = self.identify(&plan, &request, &notebook, &BTreeSet::new()).await?;
        let nobody = Person::default();
        let records = self.finder(&plan, &request, &nobody, &notebook).records;
        // Whoever of several people it means, evidence must not go.
        let open = ambiguities(records, identifiers, &found.people).await?;
        let mut meant: BTreeSet<_> = open.into_iter().flat_map(|ambiguity| ambiguity.owners).collect();
        // Nor may whoever has one of these in a spelling that is not understood.
        let likenesses = Likenesses::of(identifiers)?;
        for (node, collection) in plan.compiled.graph.nodes.pairs() {
            for field in collection.identifiers() {
                meant.extend(possibly(records, node, field, &likenesses).await?.1);
            }
        }
        let found = match meant.is_empty() {
            true => found,
            false => self.identify(&plan, &request, &notebook, &meant).await?,
        };
        Ok((found.people, found.identifiers))
    }

    /// The holds in force as they are on a request's person: those by other identifiers of theirs among them.
    pub(crate) fn holds_on(&self, dossier: &Dossier) -> Vec<LegalHold> {
        holds_on(self.holds(), &dossier.request, &dossier.held_by)
    }
}

/// Who may be meant by values of a field in spellings that are not understood, and how many those are: the records themselves,
/// or their owners.
async fn possibly(
    records: Records<'_>,
    node: NodeId,
    field: &IdentifierField,
    likenesses: &Likenesses,
) -> Result<(u64, BTreeSet<(NodeId, Key)>), EngineError> {
    let (mut rows, mut meant) = (0, BTreeSet::new());
    let Some(likeness) = likenesses.in_field(field) else { return Ok((rows, meant)) };
    let mut doubtful = Doubtful::records(records, node, field, likeness).await?;
    while let Some(page) = doubtful.next().await? {
        rows += page.len() as u64;
        if records.ownership.collection(node).subject().is_some() {
            meant.extend(page.into_iter().map(|row| (node, row.key)));
        } else {
            meant.extend(records.owners(node, page, MAX_OWNERS).await?.into_iter().flatten());
        }
    }
    Ok((rows, meant))
}

/// Holds as they are on a request whose person is held by these identifiers as well.
pub(super) fn holds_on(holds: Vec<LegalHold>, request: &Request, held_by: &[Identifier]) -> Vec<LegalHold> {
    let on_request = |hold: LegalHold| match hold.scope() {
        HoldScope::Subject(identifiers) if identifiers.iter().any(|it| held_by.contains(it)) => {
            hold.on_all_of(request.identifiers())
        }
        _ => hold,
    };
    holds.into_iter().map(on_request).collect()
}
