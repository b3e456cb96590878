//! Which collections a request can reach, and whether what it takes there can be said in one query.
//!
//! A record is the subject's when every way up from it ends at the subject. Where those ways form no circle, stay in one
//! store and are still whole when the record's turn comes, the store answers the question itself (the collection is
//! *live*). Elsewhere the engine follows the links page by page before the first write and *notes* what it finds.

use std::collections::{BTreeSet, VecDeque};

use super::facts::SchemaFacts;
use super::graph::{Graph, NodeIndex};

/// How deep queries may nest and how many links one query may follow; beyond that, following the links page by page
/// is faster than what databases make of the query.
const DEEPEST_QUERY: usize = 12;
const LARGEST_QUERY: usize = 48;

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
    reached: Vec<bool>,
    live: Vec<bool>,
    /// For each collection, those that the fate of its records depends on.
    parents: Vec<Vec<NodeIndex>>,
}

/// What it takes to say in one query which records of a collection are the subject's.
#[derive(Debug, Clone, Copy)]
struct Query {
    /// How many collections it names.
    size: usize,
    /// How deep it nests.
    depth: usize,
    /// Which of the collections that it looks at, other than the asked one, has the earliest turn.
    earliest: usize,
}

impl Reach {
    /// Works out what a request with that anchor reaches.
    pub(crate) fn new(graph: &Graph, facts: &SchemaFacts, anchor: Anchor) -> Self {
        let count = graph.nodes.len();
        let parents: Vec<Vec<NodeIndex>> = (0..count).map(|node| parents(graph, anchor, node)).collect();
        let mut children = vec![Vec::new(); count];
        for (node, ups) in parents.iter().enumerate() {
            for &up in ups {
                if let Some(list) = children.get_mut(up) {
                    list.push(node);
                }
            }
        }
        let reached = reached(graph, anchor, &children);
        let live = queries(graph, facts, &parents, &children)
            .into_iter()
            .enumerate()
            .map(|(node, query)| {
                query.is_some_and(|query| query.earliest > graph.position(node))
                    && keeps_its_links(graph, node)
            })
            .collect();
        Self { reached, live, parents }
    }

    /// Whether a record of that collection can be the subject's at all.
    pub(crate) fn is_reached(&self, node: NodeIndex) -> bool {
        self.reached.get(node).copied().unwrap_or(false)
    }

    /// Whether one query tells which of the collection's records are the subject's, up to the collection's turn.
    pub(crate) fn is_live(&self, node: NodeIndex) -> bool {
        self.live.get(node).copied().unwrap_or(false)
    }

    /// The collections that must be followed to find the noted ones: they themselves and all on their ways up.
    pub(crate) fn followed(&self, noted: impl IntoIterator<Item = NodeIndex>) -> BTreeSet<NodeIndex> {
        let mut followed = BTreeSet::new();
        for node in noted {
            let mut queue = vec![node];
            while let Some(next) = queue.pop() {
                if followed.insert(next) {
                    queue.extend(self.parents.get(next).into_iter().flatten());
                }
            }
        }
        followed
    }
}

/// Whether what is done to a collection's records one after the other leaves the links whole that tell whose they are:
/// not in a circle of collections, and not where one field of several points to more than one record, since letting go
/// of the subject there lets go of others too.
fn keeps_its_links(graph: &Graph, node: NodeIndex) -> bool {
    let is_alone = graph.group.iter().filter(|group| graph.group.get(node) == Some(group)).count() <= 1;
    let links = || graph.edges_from(node).map(|(_, edge)| edge).filter(|edge| edge.role.is_some());
    let points_to_several = links().any(|edge| !edge.to_key && (links().count() > 1 || edge.to == node));
    is_alone && !points_to_several
}

/// Whether the record's own fields decide where it belongs, so that its links need not be asked.
pub(crate) fn decides_itself(graph: &Graph, anchor: Anchor, node: NodeIndex) -> bool {
    anchor == Anchor::Tenant
        && graph.node(node).is_some_and(|it| it.tenant().is_some() || it.is_tenant_root())
}

/// The collections that the fate of a record depends on.
fn parents(graph: &Graph, anchor: Anchor, node: NodeIndex) -> Vec<NodeIndex> {
    let mut parents: Vec<NodeIndex> = Vec::new();
    if !decides_itself(graph, anchor, node) {
        parents.extend(graph.hops_from(node).map(|(_, _, up)| up));
    }
    parents.extend(graph.edges_from(node).filter(|(_, edge)| edge.erases_record).map(|(_, edge)| edge.to));
    parents.sort_unstable();
    parents.dedup();
    parents
}

fn reached(graph: &Graph, anchor: Anchor, children: &[Vec<NodeIndex>]) -> Vec<bool> {
    let mut reached: Vec<bool> = (0..graph.nodes.len())
        .map(|node| match anchor {
            Anchor::People => graph.node(node).is_some_and(|it| it.subject().is_some()),
            Anchor::Tenant => decides_itself(graph, anchor, node),
        })
        .collect();
    let mut queue: VecDeque<NodeIndex> =
        reached.iter().enumerate().filter(|(_, is)| **is).map(|(node, _)| node).collect();
    while let Some(node) = queue.pop_front() {
        for &child in children.get(node).into_iter().flatten() {
            if let Some(seen) = reached.get_mut(child).filter(|seen| !**seen) {
                *seen = true;
                queue.push_back(child);
            }
        }
    }
    reached
}

/// The query for each collection; `None` where no query of bearable size can say it: in and below a circle, across
/// stores, in a store that cannot follow links.
fn queries(
    graph: &Graph,
    facts: &SchemaFacts,
    parents: &[Vec<NodeIndex>],
    children: &[Vec<NodeIndex>],
) -> Vec<Option<Query>> {
    let mut queries = vec![None; parents.len()];
    let mut waiting: Vec<usize> = parents.iter().map(Vec::len).collect();
    let mut queue: VecDeque<NodeIndex> =
        waiting.iter().enumerate().filter(|(_, count)| **count == 0).map(|(node, _)| node).collect();
    while let Some(node) = queue.pop_front() {
        let query = query(graph, facts, parents, &queries, node);
        if let Some(slot) = queries.get_mut(node) {
            *slot = query;
        }
        for &child in children.get(node).into_iter().flatten() {
            if let Some(count) = waiting.get_mut(child) {
                *count = count.saturating_sub(1);
                if *count == 0 {
                    queue.push_back(child);
                }
            }
        }
    }
    queries
}

fn query(
    graph: &Graph,
    facts: &SchemaFacts,
    parents: &[Vec<NodeIndex>],
    queries: &[Option<Query>],
    node: NodeIndex,
) -> Option<Query> {
    let store = graph.node(node)?.store;
    if facts.is_limited(store) {
        return None;
    }
    if graph.edges_from(node).any(|(_, edge)| edge.by_prefix) {
        return None;
    }
    let mut query = Query { size: 1, depth: 0, earliest: usize::MAX };
    for &up in parents.get(node)? {
        if graph.node(up)?.store != store {
            return None;
        }
        let above = queries.get(up).copied().flatten()?;
        query.size = query.size.saturating_add(above.size);
        query.depth = query.depth.max(above.depth + 1);
        query.earliest = query.earliest.min(above.earliest).min(graph.position(up));
    }
    (query.size <= LARGEST_QUERY && query.depth <= DEEPEST_QUERY).then_some(query)
}
