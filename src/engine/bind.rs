//! Turns what a plan says about ownership into selections over the person's own keys.
//!
//! For every collection there are two questions: does a record lead to the subject ([`Binder::mine`]), and does it
//! lead to anybody else ([`Binder::others`])? It is the subject's when the first holds and the second does not. Only
//! collections for which [`Reach::is_live`](crate::plan::reach::Reach::is_live) may be asked; the others are traced.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::datamap::{Collection, Event};
use crate::plan::graph::{Edge, Graph, Hop, NodeIndex};
use crate::plan::layout::{Pins, Span};
use crate::plan::reach::{Anchor, decides_itself};
use crate::plan::{Compiled, Plan};
use crate::port::{Place, Selection};
use crate::request::Tenancy;
use crate::value::{Condition, Value};

/// The keys of the records that *are* the subject, by collection.
#[derive(Clone, Default, PartialEq, Eq)]
pub(crate) struct People(BTreeMap<NodeIndex, Arc<Vec<Vec<Value>>>>);

impl People {
    /// Adds records of a collection; answers whether any was new.
    pub(crate) fn add(&mut self, node: NodeIndex, keys: impl IntoIterator<Item = Vec<Value>>) -> bool {
        let rows = Arc::make_mut(self.0.entry(node).or_default());
        let before = rows.len();
        rows.extend(keys);
        rows.sort_unstable();
        rows.dedup();
        rows.len() > before
    }

    /// The keys in one collection.
    pub(crate) fn of(&self, node: NodeIndex) -> Option<&Arc<Vec<Vec<Value>>>> {
        self.0.get(&node).filter(|rows| !rows.is_empty())
    }

    /// Whether the record with that key is the subject.
    pub(crate) fn contains(&self, node: NodeIndex, key: &[Value]) -> bool {
        self.of(node).is_some_and(|rows| rows.binary_search_by(|row| row.as_slice().cmp(key)).is_ok())
    }

    /// Each collection with its keys.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (NodeIndex, &Arc<Vec<Vec<Value>>>)> {
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
pub(crate) struct Binder<'a> {
    pub(crate) compiled: &'a Compiled,
    pub(crate) places: &'a [Arc<Place>],
    pub(crate) anchor: Anchor,
    pub(crate) people: &'a People,
    pub(crate) tenancy: &'a Tenancy,
}

impl<'a> Binder<'a> {
    pub(crate) fn graph(&self) -> &'a Graph {
        &self.compiled.graph
    }

    pub(crate) fn node(&self, node: NodeIndex) -> Option<&'a Collection> {
        self.graph().node(node)
    }

    /// Where a collection's records lie.
    pub(crate) fn place(&self, node: NodeIndex) -> Option<&'a Arc<Place>> {
        self.places.get(node)
    }

    /// Whether one query tells which of a collection's records are the subject's.
    pub(crate) fn is_live(&self, node: NodeIndex) -> bool {
        self.compiled.reach(self.anchor).is_live(node)
    }

    /// The subject's records: theirs alone, or erased along with a link that says so; never another tenant's.
    pub(crate) fn gone(&self, node: NodeIndex) -> Selection {
        let along = self
            .graph()
            .edges_from(node)
            .filter(|(_, edge)| edge.erases_record)
            .fold(Selection::Nothing, |all, (_, edge)| all.or(self.forward(edge, self.gone(edge.to))));
        self.owned(node).or(along).and(self.guard(node))
    }

    /// Records that belong to the subject and to nobody else.
    pub(crate) fn owned(&self, node: NodeIndex) -> Selection {
        if !decides_itself(self.graph(), self.anchor, node)
            && let Some((edge, up)) = self.graph().only_hop(node)
        {
            // With one way up that leads to one record, what is true of that record is true of this one.
            return self.forward(edge, self.owned(up));
        }
        let mine = self.mine(node);
        if mine.is_nothing() { mine } else { mine.and(self.others(node).negated()) }
    }

    /// Records that lead to the subject.
    fn mine(&self, node: NodeIndex) -> Selection {
        let own = match self.anchor {
            Anchor::People => self.is_subject(node),
            Anchor::Tenant => self.in_tenant(node),
        };
        if decides_itself(self.graph(), self.anchor, node) {
            return own;
        }
        self.graph()
            .hops_from(node)
            .fold(own, |all, (hop, edge, up)| all.or(self.along(hop, edge, self.mine(up))))
    }

    /// Records that lead to anybody else.
    fn others(&self, node: NodeIndex) -> Selection {
        let Some(collection) = self.node(node) else { return Selection::Nothing };
        let own = match self.anchor {
            Anchor::People if collection.subject().is_some() => self.is_subject(node).negated(),
            Anchor::People => Selection::Nothing,
            Anchor::Tenant => self.in_other_tenant(node),
        };
        if decides_itself(self.graph(), self.anchor, node) {
            return own;
        }
        self.graph()
            .hops_from(node)
            .fold(own, |all, (hop, edge, up)| all.or(self.along(hop, edge, self.others(up))))
    }

    /// The records that *are* the subject.
    pub(crate) fn is_subject(&self, node: NodeIndex) -> Selection {
        match (self.node(node), self.people.of(node)) {
            (Some(collection), Some(rows)) => {
                Selection::rows(collection.key().iter().cloned(), Arc::clone(rows))
            }
            _ => Selection::Nothing,
        }
    }

    /// Records whose own fields say that the request's tenant contains them.
    pub(crate) fn in_tenant(&self, node: NodeIndex) -> Selection {
        let (Some(collection), Some(tenant)) = (self.node(node), self.tenancy.tenant()) else {
            return Selection::Nothing;
        };
        let named = |field: &str| Selection::one_of(field, [Value::from(tenant)]);
        let by_field = collection.tenant().map_or(Selection::Nothing, named);
        match collection.key() {
            [key] if collection.is_tenant_root() => by_field.or(named(key)),
            _ => by_field,
        }
    }

    /// Records whose own fields say that another tenant contains them.
    fn in_other_tenant(&self, node: NodeIndex) -> Selection {
        let Some(collection) = self.node(node) else { return Selection::Nothing };
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
    pub(crate) fn guard(&self, node: NodeIndex) -> Selection {
        if self.tenancy.tenant().is_none() {
            return Selection::Everything;
        }
        self.in_other_tenant(node).negated()
    }

    /// Records that a requester's identifiers may match: those in the tenant, where the collection has one.
    pub(crate) fn matchable(&self, node: NodeIndex) -> Selection {
        let has_tenant = self.node(node).is_some_and(|it| it.tenant().is_some() || it.is_tenant_root());
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
        let linked = match (&above, self.node(edge.to)) {
            // The keys are known, so the other table need not be asked.
            (Selection::OneOf { fields, rows }, Some(target))
                if edge.to_key && fields.as_slice() == target.key() =>
            {
                Selection::OneOf { fields: edge.fields.clone(), rows: Arc::clone(rows) }
            }
            _ => self.linked(edge.to, &edge.fields, &edge.to_fields, above),
        };
        linked.and(all(&edge.only))
    }

    fn linked(&self, to: NodeIndex, fields: &[String], to_fields: &[String], above: Selection) -> Selection {
        let Some(place) = self.place(to).filter(|_| !above.is_nothing()) else { return Selection::Nothing };
        Selection::Linked {
            fields: fields.to_vec(),
            to: Arc::clone(place),
            to_fields: to_fields.to_vec(),
            selection: Box::new(above),
        }
    }

    /// Records that a row which stays points to along one of the edges of `pins`, or from outside of the data map.
    ///
    /// `staying` says which rows of an edge's collection stay.
    pub(crate) fn pinned(
        &self,
        node: NodeIndex,
        pins: &Pins,
        staying: impl Fn(NodeIndex) -> Selection,
    ) -> Selection {
        let declared = pins.edges().iter().filter_map(|&index| self.graph().edges.get(index)).fold(
            Selection::Nothing,
            |found, edge| {
                let rows = staying(edge.from).and(all(&edge.only));
                found.or(self.linked(edge.from, &edge.to_fields, &edge.fields, rows))
            },
        );
        let outside = self.graph().outside.get(node).into_iter().flatten();
        outside.fold(declared, |found, reference| {
            found.or(Selection::Linked {
                fields: reference.to_fields.clone(),
                to: Arc::new(Place::new(&reference.table, reference.fields.iter().cloned(), Vec::new())),
                to_fields: reference.fields.clone(),
                selection: Box::new(Selection::Everything),
            })
        })
    }

    /// Records of `node` as the periods of a category stand.
    pub(crate) fn span(&self, plan: &Plan, node: NodeIndex, category: usize, span: Span) -> Selection {
        let Some(collection) = self.node(node) else { return Selection::Nothing };
        match span {
            Span::All => Selection::Everything,
            Span::Lapsed => lapsed(plan, collection, category),
            Span::Kept => lapsed(plan, collection, category).negated(),
        }
    }
}

/// Records for which every ground of a category has ended.
///
/// A record whose start event is missing or cannot be read is kept: nobody can say that its period has ended.
pub(crate) fn lapsed(plan: &Plan, collection: &Collection, category: usize) -> Selection {
    plan.compiled.rules.grounds_on(category, collection).fold(
        Selection::Everything,
        |all, (index, _, event)| {
            let cutoff = plan.cutoffs.get(index).copied().flatten();
            all.and(match (event, cutoff) {
                (Some(event), Some(instant)) => before(event, instant),
                _ => Selection::Nothing,
            })
        },
    )
}

fn before(event: &Event, instant: chrono::DateTime<chrono::Utc>) -> Selection {
    Selection::Before { field: event.field().to_owned(), form: event.form(), instant }
}

/// All of these conditions.
pub(crate) fn all(conditions: &[Condition]) -> Selection {
    conditions.iter().fold(Selection::Everything, |all, condition| all.and(Selection::meets(condition)))
}
