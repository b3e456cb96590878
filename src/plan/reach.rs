//! Which collections a request can reach, and whether what it takes there can be said in one query.
//!
//! A record is the subject's when every way up from it ends at the subject. Where those ways form no cycle, stay in one
//! store and are still whole when the record's turn comes, one query tells them (the collection is
//! *live*). Elsewhere the engine follows the links page by page before the first write and *notes* what it finds.

use std::collections::{BTreeSet, VecDeque};

use super::facts::SchemaFacts;
use super::graph::Graph;
use super::ids::{IdVec, NodeId};

/// How deep queries may nest and how many links one query may follow; beyond that, following the links page by page
/// is faster than what databases make of the query.
const MAX_QUERY_DEPTH: usize = 12;
const MAX_QUERY_SIZE: usize = 48;

/// From where ownership is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Anchor {
    /// From the people: a record belongs to whom its links lead.
    People,
    /// From the tenant: a record belongs to the tenant that its own field, or else its links, lead to.
    Tenant,
}

/// What a request with one anchor reaches.
#[derive(Debug, Clone)]
pub(crate) struct Reach {
    reached: IdVec<NodeId, bool>,
    live: IdVec<NodeId, bool>,
    sayable: IdVec<NodeId, bool>,
    /// For each collection, those that the fate of its records depends on.
    parents: IdVec<NodeId, Vec<NodeId>>,
}

/// What it takes to say in one query which records of a collection are the subject's.
#[derive(Debug, Clone, Copy)]
struct Query {
    /// How many collections it names.
    size: usize,
    /// How deep it nests.
    depth: usize,
    /// Which of the collections that it looks at, other than the asked one, has the earliest turn; none where it looks at
    /// no other.
    earliest: Option<usize>,
}

impl Reach {
    /// Works out what a request with that anchor reaches.
    pub(crate) fn new(graph: &Graph, facts: &SchemaFacts, anchor: Anchor) -> Self {
        let parents = IdVec::for_each(&graph.nodes, |node| parents(graph, anchor, node));
        let mut children = IdVec::like(&graph.nodes, Vec::new());
        for (node, ups) in parents.pairs() {
            for &up in ups {
                children[up].push(node);
            }
        }
        let reached = reached(graph, anchor, &children);
        let queries = queries(graph, facts, &parents, &children);
        let live = IdVec::for_each(&graph.nodes, |node| {
            queries[node].is_some_and(|query| {
                query.earliest.is_none_or(|earliest| earliest > graph.position(node))
                    && keeps_its_links(graph, node)
            })
        });
        let sayable = IdVec::for_each(&graph.nodes, |node| queries[node].is_some());
        Self { reached, live, sayable, parents }
    }

    /// Whether a record of that collection can be the subject's at all.
    pub(crate) fn is_reached(&self, node: NodeId) -> bool {
        self.reached[node]
    }

    /// Whether one query tells which of the collection's records are the subject's, up to the collection's turn.
    pub(crate) fn is_live(&self, node: NodeId) -> bool {
        self.live[node]
    }

    /// Whether one query tells, at some moment, whose the collection's records are.
    pub(crate) fn is_sayable(&self, node: NodeId) -> bool {
        self.sayable[node]
    }

    /// The collections that must be followed to find the noted ones: they themselves and all on their ways up.
    pub(crate) fn followed(&self, noted: impl IntoIterator<Item = NodeId>) -> BTreeSet<NodeId> {
        let mut followed = BTreeSet::new();
        for node in noted {
            let mut queue = vec![node];
            while let Some(next) = queue.pop() {
                if followed.insert(next) {
                    queue.extend(&self.parents[next]);
                }
            }
        }
        followed
    }
}

/// Whether what is done to a collection's records one after the other leaves the links whole that tell whose they are:
/// not in a cycle of collections, and not where one field of several points to more than one record, since letting go
/// of the subject there lets go of others too.
fn keeps_its_links(graph: &Graph, node: NodeId) -> bool {
    let links = || graph.edges_from(node).map(|(_, edge)| edge).filter(|edge| edge.role.is_some());
    let points_to_several = links().any(|edge| !edge.to_key && (links().count() > 1 || edge.to == node));
    graph.order.is_alone[node] && !points_to_several
}

/// Whether the record's own fields decide where it belongs, so that its links need not be asked.
pub(crate) fn decides_itself(graph: &Graph, anchor: Anchor, node: NodeId) -> bool {
    let collection = &graph.nodes[node];
    anchor == Anchor::Tenant && (collection.tenant().is_some() || collection.is_tenant_root())
}

/// The collections that the fate of a record depends on.
fn parents(graph: &Graph, anchor: Anchor, node: NodeId) -> Vec<NodeId> {
    let mut parents: Vec<NodeId> = Vec::new();
    if !decides_itself(graph, anchor, node) {
        parents.extend(graph.hops_from(node).map(|(_, _, up)| up));
    }
    parents.extend(graph.edges_from(node).filter(|(_, edge)| edge.erases_record).map(|(_, edge)| edge.to));
    parents.sort_unstable();
    parents.dedup();
    parents
}

fn reached(graph: &Graph, anchor: Anchor, children: &IdVec<NodeId, Vec<NodeId>>) -> IdVec<NodeId, bool> {
    let mut reached = IdVec::for_each(&graph.nodes, |node| match anchor {
        Anchor::People => graph.nodes[node].subject().is_some(),
        Anchor::Tenant => decides_itself(graph, anchor, node),
    });
    let mut queue: VecDeque<NodeId> = reached.pairs().filter(|(_, is)| **is).map(|(node, _)| node).collect();
    while let Some(node) = queue.pop_front() {
        for &child in &children[node] {
            if !reached[child] {
                reached[child] = true;
                queue.push_back(child);
            }
        }
    }
    reached
}

/// The query for each collection; `None` where no query of bearable size can say it: in and below a cycle, across
/// stores, in a store that cannot follow links.
fn queries(
    graph: &Graph,
    facts: &SchemaFacts,
    parents: &IdVec<NodeId, Vec<NodeId>>,
    children: &IdVec<NodeId, Vec<NodeId>>,
) -> IdVec<NodeId, Option<Query>> {
    let mut queries = IdVec::like(parents, None);
    let mut waiting = IdVec::for_each(parents, |node| parents[node].len());
    let mut queue: VecDeque<NodeId> =
        waiting.pairs().filter(|(_, count)| **count == 0).map(|(node, _)| node).collect();
    while let Some(node) = queue.pop_front() {
        queries[node] = query(graph, facts, &parents[node], &queries, node);
        for &child in &children[node] {
            waiting[child] -= 1;
            if waiting[child] == 0 {
                queue.push_back(child);
            }
        }
    }
    queries
}

fn query(
    graph: &Graph,
    facts: &SchemaFacts,
    parents: &[NodeId],
    queries: &IdVec<NodeId, Option<Query>>,
    node: NodeId,
) -> Option<Query> {
    let store = graph.nodes[node].store;
    if facts.is_limited(store) || graph.edges_from(node).any(|(_, edge)| edge.by_prefix) {
        return None;
    }
    let mut query = Query { size: 1, depth: 0, earliest: None };
    for &up in parents {
        if graph.nodes[up].store != store {
            return None;
        }
        let above = queries[up]?;
        query.size = query.size.saturating_add(above.size);
        query.depth = query.depth.max(above.depth + 1);
        let looked_at = [query.earliest, above.earliest, Some(graph.position(up))];
        query.earliest = looked_at.into_iter().flatten().min();
    }
    (query.size <= MAX_QUERY_SIZE && query.depth <= MAX_QUERY_DEPTH).then_some(query)
}
