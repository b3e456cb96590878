//! A plan's steps as views, and the plan as the data that the ledger keeps.

use super::graph::Edge;
use super::ids::{EdgeId, NodeId, RuleId};
use super::layout::{Part, Step};
use super::record::{
    CollectionRecord, EventRecord, FieldRecord, GroundRecord, IdentifierRecord, LinkRecord, MaskRecord,
    Meaning, PartRecord, PlanRecord, ReferenceRecord, Span, StepRecord,
};
use super::rules::CategoryRule;
use super::{Plan, PlanHash};
use crate::datamap::Mask;
use crate::hold::{HoldScope, LegalHold};
use crate::policy::Bound;
use crate::request::Action;

/// One step of a [`Plan`].
#[derive(Debug, Clone, Copy)]
pub struct PlanStep<'a> {
    plan: &'a Plan,
    step: &'a Step,
}

impl<'a> PlanStep<'a> {
    pub(crate) fn new(plan: &'a Plan, step: &'a Step) -> Self {
        Self { plan, step }
    }

    /// What is done.
    pub fn action(&self) -> Action {
        self.step.action
    }

    /// The collection that it is done in.
    pub fn collection(&self) -> &'a str {
        self.plan.recorded_name(self.step.node)
    }

    /// Whether a legal hold suspends it.
    pub fn is_on_hold(&self) -> bool {
        self.step.held
    }

    /// Whether a report lists it even where it finds nothing to do: what happens to the subject's own records.
    pub fn is_main(&self) -> bool {
        matches!(self.step.part, Part::Records(_))
    }

    /// The id and label of the category that decides.
    pub fn category(&self) -> (&'a str, &'a str) {
        let rule = self.rule();
        (rule.id.as_str(), &rule.label)
    }

    /// The step as data, whole.
    pub fn record(&self) -> StepRecord {
        let rule = self.rule();
        StepRecord {
            collection: self.collection().to_owned(),
            action: self.action(),
            part: self.part(),
            category: rule.id.clone(),
            label: rule.label.clone(),
            held_by: self.held_by().map(|hold| hold.matter().to_owned()),
            grounds: self.grounds(),
            fields: self
                .plan
                .compiled
                .masked_fields(self.step)
                .iter()
                .map(|field| FieldRecord { field: field.field.clone(), mask: MaskRecord::from(&field.mask) })
                .collect(),
            links: self.own_links(),
        }
    }

    #[inline]
    fn rule(&self) -> &'a CategoryRule {
        &self.plan.compiled.rules.categories[self.step.category]
    }

    fn part(&self) -> PartRecord {
        let link = |edge: EdgeId| Box::new(self.plan.link_record(&self.plan.compiled.graph.edges[edge]));
        match self.step.part {
            Part::Records(span) => PartRecord::Records { span },
            Part::Shells(span) => PartRecord::Shells { span },
            Part::Fields { span, .. } => PartRecord::Fields { span },
            Part::KeptLink(edge) => PartRecord::KeptLink { link: link(edge) },
            Part::OthersLink { edge, except_own } => PartRecord::OthersLink { link: link(edge), except_own },
        }
    }

    /// Of the holds that suspend it, the first by its matter: in which order the host names them means nothing.
    fn held_by(&self) -> Option<&'a LegalHold> {
        let rules = &self.plan.compiled.rules;
        let groups = &rules.collections[self.step.node].groups;
        let groups = groups.iter().map(|&group| rules.fields[group].category);
        let categories: Vec<RuleId> = groups.chain([self.step.category]).collect();
        let suspends = |hold: &&LegalHold| match hold.scope() {
            HoldScope::Category(held) => categories.iter().any(|&it| held.covers(&rules.categories[it].id)),
            HoldScope::Subject(_) | HoldScope::Tenant(_) | HoldScope::Everything => true,
        };
        let holds = self.plan.holds.iter().filter(|hold| self.step.held && suspends(hold));
        holds.min_by_key(|hold| hold.matter())
    }

    /// The grounds that keep the records or, for records that no longer are kept, that have ended.
    fn grounds(&self) -> Vec<GroundRecord> {
        let is_about_age =
            matches!(self.step.part, Part::Records(Span::Kept | Span::Lapsed) | Part::Shells(Span::Lapsed));
        if !is_about_age {
            return Vec::new();
        }
        let grounds = self.plan.compiled.rules.grounds_of(self.step.category);
        grounds
            .map(|(id, ground)| GroundRecord {
                ground: ground.kind().to_string(),
                citation: ground.citation().to_owned(),
                period: ground.period().to_string(),
                is_review: matches!(ground.bound(), Bound::Review(_)),
                start: ground.start().to_owned(),
                counted_from: ground.counted_from().to_string(),
                ended_before: self.plan.cutoffs[id],
            })
            .collect()
    }

    /// The links of the records themselves that may point to other records of the subject's, and are cleared then.
    fn own_links(&self) -> Vec<String> {
        let severs_links = match self.step.part {
            Part::Records(_) => self.action() == Action::Anonymize,
            Part::Shells(_) => true,
            Part::Fields { .. } | Part::KeptLink(_) | Part::OthersLink { .. } => false,
        };
        if !severs_links {
            return Vec::new();
        }
        let reach = self.plan.compiled.reach(self.plan.anchor);
        let edges = self.plan.compiled.graph.edges_from(self.step.node);
        edges
            .filter(|(_, edge)| edge.role.is_some() && reach.is_reached(edge.to))
            .flat_map(|(_, edge)| edge.clears.iter().map(|it| it.field().to_owned()))
            .collect()
    }
}

impl Plan {
    /// The plan as data: what the ledger keeps before anything changes.
    pub fn record(&self) -> PlanRecord {
        let policy = self.policy();
        PlanRecord {
            policy: policy.name().to_owned(),
            version: policy.version().to_owned(),
            planned_at: self.now,
            meaning: Meaning {
                scope: self.scope.clone(),
                is_for_one_tenant: self.is_for_one_tenant,
                holds: sorted(self.holds.iter().map(|hold| hold.matter().to_owned()).collect()),
                collections: self
                    .compiled
                    .graph
                    .nodes
                    .ids()
                    .map(|node| self.collection_record(node))
                    .collect(),
                steps: self.steps().map(|step| step.record()).collect(),
            },
        }
    }

    /// What tells it from plans that mean something else. An approval is for that hash.
    pub fn hash(&self) -> PlanHash {
        self.record().hash()
    }

    fn collection_record(&self, node: NodeId) -> CollectionRecord {
        let graph = &self.compiled.graph;
        let collection = &graph.nodes[node];
        let identifiers = collection.identifiers().iter().map(|field| IdentifierRecord {
            kind: field.kind().to_string(),
            field: field.field().to_owned(),
            stored: field.stored().to_string(),
            namespace: field.namespace().map(ToString::to_string),
        });
        let events = collection.events().iter().map(|event| EventRecord {
            name: event.name().to_owned(),
            field: event.field().to_owned(),
            form: event.form().to_string(),
        });
        let outside = graph.outside[node].iter().map(|reference| ReferenceRecord {
            table: reference.table.clone(),
            fields: reference.fields.clone(),
            to_fields: reference.to_fields.clone(),
        });
        let mut record = CollectionRecord {
            name: self.recorded_name(node).to_owned(),
            store: graph.stores[node].clone(),
            table: collection.table().to_owned(),
            key: collection.key().to_vec(),
            only: collection.conditions().iter().map(Into::into).collect(),
            tenant: collection.tenant().map(str::to_owned),
            is_tenant_root: collection.is_tenant_root(),
            subject: collection.subject().map(str::to_owned),
            holds_objects: graph.holds_objects(node),
            identifiers: identifiers.collect(),
            events: events.collect(),
            links: graph.edges_from(node).map(|(_, edge)| self.link_record(edge)).collect(),
            outside: outside.collect(),
            is_noted: self.is_noted(node),
        };
        // The order in which the file lists them means nothing.
        record.identifiers.sort_by(|a, b| (&a.field, &a.kind).cmp(&(&b.field, &b.kind)));
        record.events.sort_by(|a, b| a.name.cmp(&b.name));
        record.only.sort();
        record.links.sort();
        record.outside.sort_by(|a, b| (&a.table, &a.fields).cmp(&(&b.table, &b.fields)));
        record
    }

    /// What tells an edge from the others of its collection, in the names of the record.
    pub(crate) fn link_name(&self, edge: &Edge) -> String {
        self.link_record(edge).hash()
    }

    fn link_record(&self, edge: &Edge) -> LinkRecord {
        LinkRecord {
            role: edge.role.map(|role| role.to_string()),
            fields: edge.fields.clone(),
            to: self.recorded_name(edge.to).to_owned(),
            to_fields: edge.to_fields.clone(),
            only: sorted(edge.only.iter().map(Into::into).collect()),
            clears: edge.clears.iter().map(|it| it.field().to_owned()).collect(),
            clear_masks: edge.clears.iter().filter(|it| *it.mask() != Mask::Null).map(Into::into).collect(),
            by_prefix: edge.by_prefix,
            erases_record: edge.erases_record,
        }
    }
}

fn sorted<T: Ord>(mut items: Vec<T>) -> Vec<T> {
    items.sort();
    items
}
