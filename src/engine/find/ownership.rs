//! Turns what a plan says about ownership into selections over the person's own keys.
//!
//! For every collection there are two questions: does a record lead to the subject ([`Ownership::mine`]), and does it
//! lead to anybody else ([`Ownership::others`])? It is the subject's when the first holds and the second does not. Only
//! collections for which [`Reach::is_live`](crate::plan::reach::Reach::is_live) may be asked; the others are traced.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::evidence::Evidence;
use crate::datamap::{Collection, Event};
use crate::plan::Plan;
use crate::plan::graph::{Edge, Graph, Hop};
use crate::plan::ids::{EdgeId, IdVec, NodeId, RuleId};
use crate::plan::layout::Pins;
use crate::plan::reach::{Anchor, decides_itself};
use crate::plan::record::Span;
use crate::port::{Place, Selection};
use crate::request::Tenancy;
use crate::value::{Condition, Value, list_of};

/// The keys of the records that *are* the subject, by collection.
#[derive(Clone, Default, PartialEq, Eq)]
pub(crate) struct People(BTreeMap<NodeId, Arc<Vec<Vec<Value>>>>);

impl People {
    /// Adds records of a collection.
    pub(crate) fn add(&mut self, node: NodeId, keys: impl IntoIterator<Item = Vec<Value>>) {
        let rows = Arc::make_mut(self.0.entry(node).or_default());
        rows.extend(keys);
        rows.sort_unstable();
        rows.dedup();
    }

    /// The keys in one collection.
    pub(crate) fn of(&self, node: NodeId) -> Option<&Arc<Vec<Vec<Value>>>> {
        self.0.get(&node).filter(|rows| !rows.is_empty())
    }

    /// Whether the record with that key is the subject.
    pub(crate) fn contains(&self, node: NodeId, key: &[Value]) -> bool {
        self.of(node).is_some_and(|rows| rows.binary_search_by(|row| row.as_slice().cmp(key)).is_ok())
    }

    /// These people without the records with these keys.
    pub(crate) fn without(&self, lost: &[(NodeId, Vec<Value>)]) -> Self {
        let mut people = Self::default();
        for (node, keys) in self.iter() {
            let is_lost = |key: &&Vec<Value>| lost.iter().any(|(other, gone)| *other == node && gone == *key);
            people.add(node, keys.iter().filter(|key| !is_lost(key)).cloned());
        }
        people
    }

    /// Those of these people who are not among others.
    pub(crate) fn not_in(&self, others: &Self) -> Self {
        let mut people = Self::default();
        for (node, keys) in self.iter() {
            people.add(node, keys.iter().filter(|key| !others.contains(node, key)).cloned());
        }
        people
    }

    /// Each collection with its keys.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (NodeId, &Arc<Vec<Vec<Value>>>)> {
        self.0.iter().map(|(&node, rows)| (node, rows))
    }
}

impl std::fmt::Debug for People {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "People({} records)", self.0.values().map(|rows| rows.len()).sum::<usize>())
    }
}

/// Everything that selections are made of: the files, the anchor, the person and the tenant.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Ownership<'a> {
    pub(crate) plan: &'a Plan,
    pub(crate) places: &'a IdVec<NodeId, Arc<Place>>,
    pub(crate) people: &'a People,
    /// What the people's records must still hold.
    pub(crate) evidence: &'a Evidence,
    pub(crate) tenancy: &'a Tenancy,
}

impl<'a> Ownership<'a> {
    pub(crate) fn graph(&self) -> &'a Graph {
        &self.plan.compiled.graph
    }

    pub(crate) fn collection(&self, node: NodeId) -> &'a Collection {
        &self.graph().nodes[node]
    }

    /// Whether one query tells which of a collection's records are the subject's.
    pub(crate) fn is_one_query(&self, node: NodeId) -> bool {
        self.plan.compiled.reach(self.plan.anchor).is_live(node)
    }

    /// From where ownership is counted.
    pub(crate) fn anchor(&self) -> Anchor {
        self.plan.anchor
    }

    /// Where a collection's records lie.
    pub(crate) fn place(&self, node: NodeId) -> &'a Arc<Place> {
        &self.places[node]
    }

    /// The subject's records: theirs alone, or erased along with a link that says so; never another tenant's.
    pub(crate) fn own(&self, node: NodeId) -> Selection {
        let along = self
            .graph()
            .edges_from(node)
            .filter(|(_, edge)| edge.erases_record)
            .fold(Selection::Nothing, |all, (_, edge)| all.or(self.forward(edge, self.own(edge.to))));
        self.owned(node).or(along).and(self.guard(node))
    }

    /// Records that belong to the subject and to nobody else.
    pub(crate) fn owned(&self, node: NodeId) -> Selection {
        if !decides_itself(self.graph(), self.anchor(), node)
            && let Some((_, edge)) = self.graph().only_hop(node)
        {
            // With one way up that leads to one record, what is true of that record is true of this one.
            return self.forward(edge, self.owned(edge.to));
        }
        let mine = self.mine(node);
        if mine.is_nothing() { mine } else { mine.and(self.others(node).negated()) }
    }

    /// Records that lead to the subject.
    fn mine(&self, node: NodeId) -> Selection {
        let own = match self.anchor() {
            Anchor::People => self.is_subject(node),
            Anchor::Tenant => self.in_tenant(node),
        };
        if decides_itself(self.graph(), self.anchor(), node) {
            return own;
        }
        self.graph()
            .hops_from(node)
            .fold(own, |all, (hop, edge, up)| all.or(self.along(hop, edge, self.mine(up))))
    }

    /// Records that lead to anybody else.
    fn others(&self, node: NodeId) -> Selection {
        let collection = self.collection(node);
        let own = match self.anchor() {
            Anchor::People if collection.subject().is_some() => self.is_subject(node).negated(),
            Anchor::People => Selection::Nothing,
            Anchor::Tenant => self.in_other_tenant(node),
        };
        if decides_itself(self.graph(), self.anchor(), node) {
            return own;
        }
        self.graph().hops_from(node).fold(own, |all, (hop, edge, up)| {
            all.or(self.along(hop, edge, self.others(up))).or(self.unreadable(hop, edge))
        })
    }

    /// Records of which nobody can tell to whom they lead along a hop: they may be anybody's.
    fn unreadable(&self, hop: Hop, edge: &Edge) -> Selection {
        match hop {
            Hop::Forward(_) if edge.list().is_some() => self.holds_no_list(edge),
            Hop::Forward(_) | Hop::Backward(_) => Selection::Nothing,
        }
    }

    /// Records that have something else where an edge means a list.
    pub(crate) fn holds_no_list(&self, edge: &Edge) -> Selection {
        let fields = edge.fields.iter().filter(|field| list_of(field).is_some());
        let unread = fields.map(|field| Selection::Unreadable { field: field.clone() });
        unread.fold(Selection::Nothing, Selection::or).and(all(&edge.only))
    }

    /// The records that *are* the subject: by their keys, and by what they still hold.
    pub(crate) fn is_subject(&self, node: NodeId) -> Selection {
        match (self.people.of(node), self.evidence.subject(node)) {
            (Some(_), Some(subject)) => subject.clone(),
            _ => self.has_key_of_subject(node),
        }
    }

    fn has_key_of_subject(&self, node: NodeId) -> Selection {
        match self.people.of(node) {
            Some(rows) => Selection::rows(self.collection(node).key().iter().cloned(), Arc::clone(rows)),
            None => Selection::Nothing,
        }
    }

    /// Records that were the subject, and by now are somebody else.
    fn successors(&self, node: NodeId) -> Selection {
        match self.evidence.subject(node) {
            Some(subject) => self.has_key_of_subject(node).and(subject.clone().negated()),
            None => Selection::Nothing,
        }
    }

    /// Records whose own fields say that the request's tenant contains them.
    pub(crate) fn in_tenant(&self, node: NodeId) -> Selection {
        let Some(tenant) = self.tenancy.tenant() else { return Selection::Nothing };
        let collection = self.collection(node);
        let named = |field: &str| Selection::one_of(field, [Value::from(tenant)]);
        let by_field = collection.tenant().map_or(Selection::Nothing, named);
        match collection.key() {
            [key] if collection.is_tenant_root() => by_field.or(named(key)),
            _ => by_field,
        }
    }

    /// Records whose own fields say that another tenant contains them.
    fn in_other_tenant(&self, node: NodeId) -> Selection {
        let collection = self.collection(node);
        let says_any = if collection.is_tenant_root() {
            Selection::Everything
        } else {
            collection
                .tenant()
                .map_or(Selection::Nothing, |field| Selection::Null { field: field.to_owned() }.negated())
        };
        says_any.and(self.in_tenant(node).negated())
    }

    /// Records that another tenant contains are never taken; those that say nothing of a tenant may be.
    pub(crate) fn guard(&self, node: NodeId) -> Selection {
        if self.tenancy.tenant().is_none() {
            return Selection::Everything;
        }
        self.in_other_tenant(node).negated()
    }

    /// Records that a requester's identifiers may match: those in the tenant, where the collection has one.
    pub(crate) fn matchable(&self, node: NodeId) -> Selection {
        let collection = self.collection(node);
        let has_tenant = collection.tenant().is_some() || collection.is_tenant_root();
        if has_tenant && self.tenancy.tenant().is_some() {
            self.in_tenant(node)
        } else {
            Selection::Everything
        }
    }

    /// Records one hop below those that `above` matches.
    fn along(&self, hop: Hop, edge: &Edge, above: Selection) -> Selection {
        match hop {
            Hop::Forward(_) => self.forward(edge, above),
            Hop::Backward(_) => {
                self.linked(edge.from, &edge.to_fields, &edge.fields, above.and(all(&edge.only)))
            }
        }
    }

    /// Records whose `edge` points to a record that `above` matches.
    pub(crate) fn forward(&self, edge: &Edge, above: Selection) -> Selection {
        let linked = match &above {
            // The keys are known: the link names the subject, be their record still there or gone, unless the key has
            // come to be somebody else's.
            above if edge.to_key && self.is_all_of_subject(edge.to, above) => {
                let keys = self.people.of(edge.to).map_or_else(Arc::default, Arc::clone);
                let named = Selection::rows(edge.fields.iter().cloned(), keys);
                let successors = self.successors(edge.to);
                named.and(self.linked(edge.to, &edge.fields, &edge.to_fields, successors).negated())
            }
            Selection::OneOf { fields, rows }
                if edge.to_key && fields.as_slice() == self.collection(edge.to).key() =>
            {
                Selection::OneOf { fields: edge.fields.clone(), rows: Arc::clone(rows) }
            }
            _ => self.linked(edge.to, &edge.fields, &edge.to_fields, above),
        };
        linked.and(all(&edge.only))
    }

    /// That a record of a collection which was the subject has come to be somebody else.
    pub(crate) fn has_successor(&self, node: NodeId) -> Selection {
        let successors = self.successors(node);
        if successors.is_nothing() {
            return Selection::Nothing;
        }
        Selection::Exists { place: Arc::clone(self.place(node)), selection: Box::new(successors) }
    }

    /// Whether a selection is the records that are the subject, and nothing else.
    fn is_all_of_subject(&self, node: NodeId, selection: &Selection) -> bool {
        self.evidence.subject(node).is_some_and(|subject| {
            selection == subject || *selection == subject.clone().and(self.guard(node))
        })
    }

    fn linked(&self, to: NodeId, fields: &[String], to_fields: &[String], above: Selection) -> Selection {
        if above.is_nothing() {
            return Selection::Nothing;
        }
        Selection::Linked {
            fields: fields.to_vec(),
            to: Arc::clone(self.place(to)),
            to_fields: to_fields.to_vec(),
            selection: Box::new(above),
        }
    }

    /// Records that a row points to along one of these edges. `pointing` says which rows of an edge's collection count.
    pub(crate) fn pointed_at(&self, edges: &[EdgeId], pointing: impl Fn(NodeId) -> Selection) -> Selection {
        edges.iter().map(|&edge| &self.graph().edges[edge]).fold(Selection::Nothing, |found, edge| {
            let rows = pointing(edge.from).and(all(&edge.only));
            found.or(self.linked(edge.from, &edge.to_fields, &edge.fields, rows))
        })
    }

    /// Records whose `edge` points to nothing, or to what leads to somebody else or is another tenant's.
    pub(crate) fn others_own(&self, edge: &Edge) -> Selection {
        let there = self.linked(edge.to, &edge.fields, &edge.to_fields, Selection::Everything);
        let others = self.others(edge.to).or(self.guard(edge.to).negated());
        self.linked(edge.to, &edge.fields, &edge.to_fields, others).or(there.negated())
    }

    /// Records that a row which stays points to along one of the edges of `pins`, or from outside of the data map.
    ///
    /// `staying` says which rows of an edge's collection stay.
    pub(crate) fn pinned(
        &self,
        node: NodeId,
        pins: &Pins,
        staying: impl Fn(NodeId) -> Selection,
    ) -> Selection {
        let declared = self.pointed_at(pins.edges(), staying);
        self.graph().outside[node].iter().fold(declared, |found, reference| {
            found.or(Selection::Linked {
                fields: reference.to_fields.clone(),
                to: Arc::new(Place::new(&reference.table, reference.fields.iter().cloned(), Vec::new())),
                to_fields: reference.fields.clone(),
                selection: Box::new(Selection::Everything),
            })
        })
    }

    /// Records of `node` as the periods of a category stand.
    pub(crate) fn span(&self, node: NodeId, category: RuleId, span: Span) -> Selection {
        match span {
            Span::All => Selection::Everything,
            Span::Lapsed => self.lapsed(node, category),
            Span::Kept => self.lapsed(node, category).negated(),
        }
    }

    /// Records for which every ground of a category has ended.
    ///
    /// A record whose start event is missing or cannot be read is kept: nobody can say that its period has ended.
    fn lapsed(&self, node: NodeId, category: RuleId) -> Selection {
        let grounds = self.plan.compiled.rules.grounds_on(category, self.collection(node));
        grounds.fold(Selection::Everything, |all, (ground, _, event)| {
            all.and(match (event, self.plan.cutoffs[ground]) {
                (Some(event), Some(instant)) => before(event, instant),
                _ => Selection::Nothing,
            })
        })
    }
}

fn before(event: &Event, instant: chrono::DateTime<chrono::Utc>) -> Selection {
    Selection::Before { field: event.field().to_owned(), form: event.form(), instant }
}

/// All of these conditions.
pub(crate) fn all(conditions: &[Condition]) -> Selection {
    conditions.iter().fold(Selection::Everything, |all, condition| all.and(Selection::meets(condition)))
}
