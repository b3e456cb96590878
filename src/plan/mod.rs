//! Policy x data map x request x holds x now: what is done to whose records, in which order, and why.
//!
//! [`Planner::new`] works out once all that depends only on the two files: the order, the ways up to a record's owners,
//! what each category's records and fields get. [`Planner::plan`] is the quick pass for one request: it lays the days
//! and the holds over that. Both are pure: same input, same plan, same [hash](Plan::hash).
//!
//! A plan says *which* records by their links, not by their keys; the engine finds them, and counts them.

mod check;
mod effect;
mod facts;
mod first_format;
pub(crate) mod graph;
mod hash;
pub(crate) mod ids;
pub(crate) mod layout;
mod order;
pub(crate) mod reach;
pub(crate) mod record;
pub(crate) mod resume;
pub(crate) mod rules;
mod view;

use std::collections::{BTreeSet, HashMap, HashSet};
use std::sync::Arc;

use chrono::{DateTime, Utc};

use crate::datamap::{DataMap, Event, Mask};
use crate::finding::Findings;
use crate::hold::{HoldScope, LegalHold};
use crate::identifier::{Identifier, IdentifierKind};
use crate::policy::{CategoryId, Policy};
use crate::request::{Action, Request, Scope, Tenancy};

pub use check::{check_files, cross_check};
pub use facts::SchemaFacts;
pub use hash::{PlanHash, PlanHashError};
pub use record::{GroundRecord, PlanRecord, Reason, StepRecord};
pub use resume::{LostName, PlanChange};
pub use view::PlanStep;

use graph::Graph;
use ids::{EdgeId, GroundId, IdVec, NodeId, RuleId};
use layout::{Layout, Limits, Part, Step, lay_out};
use reach::{Anchor, Reach};
use record::Span;
use rules::{MaskedField, Rules};

/// Everything that depends only on the two files and the schema.
#[derive(Debug)]
pub(crate) struct Compiled {
    pub(crate) policy: Policy,
    pub(crate) map: DataMap,
    pub(crate) graph: Graph,
    pub(crate) rules: Rules,
    pub(crate) people: Reach,
    pub(crate) tenants: Reach,
    noted_for_people: Arc<IdVec<NodeId, bool>>,
    noted_for_tenants: Arc<IdVec<NodeId, bool>>,
    whole_person: Arc<Layout>,
    whole_tenant: Arc<Layout>,
    /// What an empty shell of each collection loses.
    shells: IdVec<NodeId, Vec<MaskedField>>,
    pub(crate) warnings: Findings,
}

impl Compiled {
    /// What requests with that anchor reach.
    pub(crate) fn reach(&self, anchor: Anchor) -> &Reach {
        match anchor {
            Anchor::People => &self.people,
            Anchor::Tenant => &self.tenants,
        }
    }

    /// The kinds of identifiers that any collection has.
    pub(crate) fn kinds(&self) -> impl Iterator<Item = &IdentifierKind> {
        self.map.collections().iter().flat_map(|it| it.identifiers()).map(|it| it.kind())
    }

    /// All steps that change or erase anything, of whichever kind of request, each once.
    pub(crate) fn steps_that_write(&self) -> impl Iterator<Item = &Step> {
        let mut seen = HashSet::new();
        let all = self.whole_person.steps.iter().chain(&self.whole_tenant.steps);
        all.filter(move |step| step.action != Action::Retain && seen.insert(**step))
    }

    /// Whether a step erases records.
    pub(crate) fn erases(&self, step: &Step) -> bool {
        step.action == Action::Erase
    }

    /// The steps that mask or clear fields whenever they have anything to do, of whichever kind of request.
    pub(crate) fn steps_that_mask(&self) -> impl Iterator<Item = &Step> {
        let mut seen = HashSet::new();
        self.whole_person.steps.iter().chain(&self.whole_tenant.steps).filter(move |step| {
            let changes = matches!(step.action, Action::Anonymize | Action::Clear);
            changes && !matches!(step.part, Part::Shells(_)) && seen.insert(**step)
        })
    }

    /// The steps for empty shells that whole requests may leave behind, of whichever kind, each with the links that keep them.
    pub(crate) fn shells_that_may_stay(&self) -> impl Iterator<Item = (&Step, &[EdgeId])> {
        let layouts = [&self.whole_person, &self.whole_tenant].into_iter();
        let all = layouts.flat_map(|layout| {
            let steps = layout.steps.iter().filter(|step| matches!(step.part, Part::Shells(_)));
            steps.map(|step| (step, layout.keepers[step.node].as_slice()))
        });
        all.filter(|(step, keepers)| !keepers.is_empty() || self.graph.has_outside(step.node))
    }

    /// The fields that are masked in each collection, by its name.
    pub(crate) fn masked_by_collection(&self) -> HashMap<String, Vec<MaskedField>> {
        let mut masked: HashMap<String, Vec<MaskedField>> = HashMap::new();
        for step in self.steps_that_mask() {
            let name = self.graph.nodes[step.node].name();
            masked.entry(name.to_owned()).or_default().extend(self.masked_fields(step));
        }
        masked
    }

    /// The fields into which a step writes, and what: those that it is said to mask or clear and, in an empty shell, all
    /// others that the live table has.
    pub(crate) fn written_fields(&self, step: &Step) -> Vec<MaskedField> {
        let Part::Shells(span) = step.part else { return self.masked_fields(step) };
        let mut fields = self.shells[step.node].clone();
        if span == Span::Lapsed {
            // What tells that its periods have ended tells as well that it is one of the shells.
            let category = self.rules.collections[step.node].category;
            let grounds = self.rules.grounds_on(category, &self.graph.nodes[step.node]);
            let events: Vec<&str> = grounds.filter_map(|(_, _, event)| event).map(Event::field).collect();
            fields.retain(|it| !events.iter().any(|event| event.eq_ignore_ascii_case(&it.field)));
        }
        fields
    }

    /// The fields that a step is said to mask or clear, and with what.
    pub(crate) fn masked_fields(&self, step: &Step) -> Vec<MaskedField> {
        let cleared = |edge: EdgeId| -> Vec<MaskedField> {
            let fields = self.graph.edges[edge].clears.iter();
            fields.map(|it| MaskedField { field: it.field.clone(), mask: it.mask.clone() }).collect()
        };
        match step.part {
            // Fields that follow another category have steps of their own.
            Part::Records(_) if step.action == Action::Anonymize => {
                self.rules.collections[step.node].own_fields.clone()
            }
            Part::Records(_) => Vec::new(),
            Part::Shells(_) => self.rules.all_fields(step.node).cloned().collect(),
            Part::Fields { group, .. } => self.rules.fields[group].fields.clone(),
            Part::KeptLink(edge) | Part::OthersLink { edge, .. } => cleared(edge),
        }
    }
}

/// A request that no plan can be made for. Nothing was read and nothing was written.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum PlanError {
    /// The data map has tenants and the request says nothing of them.
    #[error(
        "the data map has tenants and the request names none; name the tenant, or say on purpose that all are meant"
    )]
    TenantNotNamed,
    /// A tenant is named, and the data map has none.
    #[error(
        "the request names a tenant and the data map has none; give a collection `tenant` or `tenant_root`"
    )]
    NoTenants,
    /// No collection has identifiers of any of the kinds by which the request names people: nobody could be looked for.
    #[error(
        "no collection of the map declares that kind; it has `{}`, and nobody can be looked for by another",
        .known.join("`, `")
    )]
    UnknownKinds {
        /// The kinds that the data map has.
        known: Vec<String>,
    },
    /// The scope names a category that covers none of the policy's.
    #[error(
        "the request is for category `{0}`, which covers none of the policy's categories; name one that `policy.toml` has"
    )]
    UnknownCategory(CategoryId),
}

/// A policy laid over a data map, ready to plan requests. Cheap to clone and to share.
#[derive(Debug, Clone)]
pub struct Planner {
    compiled: Arc<Compiled>,
}

impl Planner {
    /// Lays the policy over the data map.
    ///
    /// # Errors
    /// Everything that does not fit, in one list (design rules of [`cross_check`]).
    pub fn new(policy: &Policy, map: &DataMap) -> Result<Self, Findings> {
        Self::with_facts(policy, map, &SchemaFacts::new())
    }

    /// Lays the policy over the data map and what the live schema adds to it.
    ///
    /// # Errors
    /// As [`Planner::new`].
    pub fn with_facts(policy: &Policy, map: &DataMap, facts: &SchemaFacts) -> Result<Self, Findings> {
        let mut findings = Findings::new();
        findings.extend(policy.warnings().iter().cloned());
        findings.extend(map.warnings().iter().cloned());
        findings.extend(cross_check(policy, map));
        if findings.has_errors() {
            return Err(findings);
        }
        let graph = Graph::new(map, facts)?;
        let rules = Rules::new(policy, &graph)?;
        let people = Reach::new(&graph, facts, Anchor::People);
        let tenants = Reach::new(&graph, facts, Anchor::Tenant);
        let noted = |reach: &Reach| Arc::new(IdVec::for_each(&graph.nodes, |node| !reach.is_live(node)));
        let (noted_for_people, noted_for_tenants) = (noted(&people), noted(&tenants));
        let nothing_left_out = Limits { in_scope: &|_| true, on_hold: &|_| false };
        let whole_person = Arc::new(lay_out(&graph, &rules, &people, Anchor::People, &nothing_left_out));
        let whole_tenant = Arc::new(lay_out(&graph, &rules, &tenants, Anchor::Tenant, &nothing_left_out));
        let with_shells: BTreeSet<NodeId> = whole_person
            .steps
            .iter()
            .chain(&whole_tenant.steps)
            .filter(|step| matches!(step.part, Part::Shells(_)))
            .map(|step| step.node)
            .collect();
        findings.extend(effect::identifying_shells(with_shells.iter().map(|&node| &graph.nodes[node])));
        let shells = IdVec::for_each(&graph.nodes, |node| {
            shell_masks(&graph, &rules, node, facts.emptied(&graph.nodes[node]))
        });
        Ok(Self {
            compiled: Arc::new(Compiled {
                policy: policy.clone(),
                map: map.clone(),
                graph,
                rules,
                people,
                tenants,
                noted_for_people,
                noted_for_tenants,
                whole_person,
                whole_tenant,
                shells,
                warnings: findings,
            }),
        })
    }

    /// The policy that is kept.
    pub fn policy(&self) -> &Policy {
        &self.compiled.policy
    }

    /// The data map that it is laid over.
    pub fn data_map(&self) -> &DataMap {
        &self.compiled.map
    }

    pub(crate) fn compiled(&self) -> &Compiled {
        &self.compiled
    }

    /// The warnings about the two files, which every plan carries.
    pub fn warnings(&self) -> &Findings {
        &self.compiled.warnings
    }

    /// Plans a request as of `now`, with these legal holds in force.
    ///
    /// # Errors
    /// A request that leaves out its tenant, or names a scope that the files do not have, or people by kinds of identifiers
    /// that no collection has.
    pub fn plan(
        &self,
        request: &Request,
        holds: &[LegalHold],
        now: DateTime<Utc>,
    ) -> Result<Plan, PlanError> {
        let compiled = &self.compiled;
        if compiled.map.has_tenants() {
            if *request.tenancy() == Tenancy::Unspecified {
                return Err(PlanError::TenantNotNamed);
            }
        } else if *request.scope() == Scope::Tenant || request.tenancy().tenant().is_some() {
            // A request for one tenant under a map that knows none would be for all.
            return Err(PlanError::NoTenants);
        }
        self.know_somebody(request)?;
        let anchor = if *request.scope() == Scope::Tenant { Anchor::Tenant } else { Anchor::People };
        let holds: Vec<LegalHold> = holds.iter().filter(|hold| concerns(hold, request)).cloned().collect();
        let layout = match (request.scope(), holds.is_empty()) {
            (Scope::Subject, true) => Arc::clone(&compiled.whole_person),
            (Scope::Tenant, true) => Arc::clone(&compiled.whole_tenant),
            (scope, _) => Arc::new(self.lay_out_part(anchor, scope, &holds)?),
        };
        let calendar = compiled.policy.calendar();
        let cutoff = |id: GroundId| {
            let ground = &compiled.rules.grounds[id];
            calendar.cutoff(ground.period(), ground.counted_from(), now)
        };
        let cutoffs = IdVec::for_each(&compiled.rules.grounds, cutoff);
        let noted = match anchor {
            Anchor::People => &compiled.noted_for_people,
            Anchor::Tenant => &compiled.noted_for_tenants,
        };
        Ok(Plan {
            compiled: Arc::clone(compiled),
            layout,
            anchor,
            scope: request.scope().clone(),
            is_for_one_tenant: request.tenancy().tenant().is_some(),
            holds,
            cutoffs,
            now,
            names: None,
            noted: Arc::clone(noted),
        })
    }

    /// Refuses a request that names people by kinds of identifiers alone which no collection has.
    fn know_somebody(&self, request: &Request) -> Result<(), PlanError> {
        let of_map = |kind: &IdentifierKind| self.compiled.kinds().any(|known| known == kind);
        let is_known = |identifier: &Identifier| of_map(identifier.kind());
        if request.identifiers().is_empty() || request.identifiers().iter().any(is_known) {
            return Ok(());
        }
        let known: BTreeSet<String> = self.compiled.kinds().map(ToString::to_string).collect();
        Err(PlanError::UnknownKinds { known: known.into_iter().collect() })
    }

    /// Lays out the steps of a request that leaves something out: a scope of categories, or what a hold suspends.
    fn lay_out_part(&self, anchor: Anchor, scope: &Scope, holds: &[LegalHold]) -> Result<Layout, PlanError> {
        let compiled = &self.compiled;
        let categories = &compiled.rules.categories;
        if let Scope::Categories(wanted) = scope
            && let Some(unknown) = wanted.iter().find(|id| !categories.iter().any(|rule| id.covers(&rule.id)))
        {
            return Err(PlanError::UnknownCategory(unknown.clone()));
        }
        let in_scope = |category: RuleId| match scope {
            Scope::Categories(wanted) => wanted.iter().any(|it| it.covers(&categories[category].id)),
            Scope::Subject | Scope::Tenant => true,
        };
        let on_hold = |category: RuleId| {
            holds.iter().any(|hold| match hold.scope() {
                HoldScope::Category(held) => held.covers(&categories[category].id),
                HoldScope::Subject(_) | HoldScope::Tenant(_) | HoldScope::Everything => true,
            })
        };
        let limits = Limits { in_scope: &in_scope, on_hold: &on_hold };
        Ok(lay_out(&compiled.graph, &compiled.rules, compiled.reach(anchor), anchor, &limits))
    }
}

/// What an empty shell loses: what the data map says is masked, and every other column of the live table that is emptied. A
/// column that goes whole takes the paths into it along.
fn shell_masks(graph: &Graph, rules: &Rules, node: NodeId, emptied: &[String]) -> Vec<MaskedField> {
    // What others point to is what holds the shell in its place.
    let is_pointed_to = |field: &str| {
        let mut links = graph.edges_to(node).map(|(_, edge)| edge).filter(|edge| edge.role.is_some());
        links.any(|edge| edge.to_fields.iter().any(|it| it == field))
    };
    let is_whole = |name: &str| {
        let is_it = |other: &str| other.eq_ignore_ascii_case(name);
        emptied.iter().any(|column| is_it(column)) || rules.all_fields(node).any(|it| is_it(&it.field))
    };
    let is_left = |it: &&MaskedField| it.field.split_once('.').is_none_or(|(column, _)| !is_whole(column));
    let declared = rules.all_fields(node).filter(is_left).filter(|it| !is_pointed_to(&it.field));
    let mut masks: Vec<MaskedField> = declared.cloned().collect();
    for column in emptied {
        if !masks.iter().any(|it| it.field.eq_ignore_ascii_case(column)) {
            masks.push(MaskedField { field: column.clone(), mask: Mask::Null });
        }
    }
    masks
}

/// Whether a hold suspends any of a request. A hold on one tenant suspends a request for all of them: so make one request per tenant then.
fn concerns(hold: &LegalHold, request: &Request) -> bool {
    match hold.scope() {
        HoldScope::Everything | HoldScope::Category(_) => true,
        HoldScope::Tenant(held) => match request.tenancy() {
            Tenancy::One(tenant) => tenant == held,
            Tenancy::All => true,
            Tenancy::Unspecified => false,
        },
        HoldScope::Subject(identifiers) => {
            identifiers.iter().any(|identifier| request.identifiers().contains(identifier))
        }
    }
}

/// What is done for one request, in order, each step with its reason.
///
/// Shown as a page that a lawyer can read ([`PlanPage`](crate::page::PlanPage)), written down as a [`PlanRecord`], and told
/// apart by its [`Plan::hash`].
#[derive(Debug, Clone)]
pub struct Plan {
    pub(crate) compiled: Arc<Compiled>,
    pub(crate) layout: Arc<Layout>,
    pub(crate) anchor: Anchor,
    pub(crate) scope: Scope,
    pub(crate) is_for_one_tenant: bool,
    pub(crate) holds: Vec<LegalHold>,
    /// For each ground of the policy the instant before which its period has ended; `None` where nothing has.
    pub(crate) cutoffs: IdVec<GroundId, Option<DateTime<Utc>>>,
    pub(crate) now: DateTime<Utc>,
    /// What a recorded plan calls the collections, where this is one.
    names: Option<Arc<IdVec<NodeId, String>>>,
    noted: Arc<IdVec<NodeId, bool>>,
}

impl Plan {
    /// The instant as of which it was planned.
    pub fn now(&self) -> DateTime<Utc> {
        self.now
    }

    /// How much of the person or tenant it is about.
    pub fn scope(&self) -> &Scope {
        &self.scope
    }

    /// The policy that it keeps.
    pub fn policy(&self) -> &Policy {
        &self.compiled.policy
    }

    /// The steps, in the order in which they are taken.
    pub fn steps(&self) -> impl ExactSizeIterator<Item = PlanStep<'_>> {
        self.layout.steps.iter().map(|step| PlanStep::new(self, step))
    }

    /// The name under which the ledger knows a collection.
    #[inline]
    pub(crate) fn recorded_name(&self, node: NodeId) -> &str {
        match &self.names {
            Some(names) => &names[node],
            None => self.compiled.graph.nodes[node].name(),
        }
    }

    /// Whether a collection's records are noted by their keys before the first write, since no query tells which are the
    /// subject's when their turn comes.
    pub(crate) fn is_noted(&self, node: NodeId) -> bool {
        self.noted[node]
    }

    /// The warnings that it carries.
    pub fn warnings(&self) -> &Findings {
        &self.compiled.warnings
    }

    /// The legal holds that suspend some of it.
    pub fn holds(&self) -> &[LegalHold] {
        &self.holds
    }
}
