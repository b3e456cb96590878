//! In which order collections are worked through: what points before what is pointed to.
//!
//! Knows edges and whether they can let go; knows nothing of policies or requests.

use std::collections::BTreeSet;

use super::graph::{Edge, Graph};
use super::ids::{GroupId, Id, IdVec, NodeId};
use crate::datamap::Role;

/// Collections in the order of work, and which of them form cycles.
#[derive(Debug, Clone)]
pub(crate) struct Order {
    /// The collections in their order.
    pub(crate) nodes: Vec<NodeId>,
    /// The group of each collection; those in one group point to each other in a cycle.
    pub(crate) group: IdVec<NodeId, GroupId>,
    /// Each collection's place in `nodes`.
    pub(crate) position: IdVec<NodeId, usize>,
    /// Whether a collection is in no cycle with others.
    pub(crate) is_alone: IdVec<NodeId, bool>,
}

impl Order {
    /// The order of no collections.
    pub(crate) fn none() -> Self {
        Self {
            nodes: Vec::new(),
            group: IdVec::new(Vec::new()),
            position: IdVec::new(Vec::new()),
            is_alone: IdVec::new(Vec::new()),
        }
    }
}

/// Finds the order of a graph's collections.
///
/// Groups stay together, and within one the links that cannot let go decide. Where the links leave it open, associations
/// come late, people last, and names decide between the rest, so that the order never depends on how the file is arranged.
pub(crate) fn order(graph: &Graph) -> Order {
    let followers = followers(graph);
    let (groups, group) = find_groups(graph, &followers);
    let mut order = Order {
        nodes: Vec::with_capacity(graph.nodes.len()),
        is_alone: IdVec::for_each(&graph.nodes, |node| groups[group[node]].len() == 1),
        group,
        position: IdVec::like(&graph.nodes, 0),
    };
    // Kahn's algorithm over the groups: one is ready when nothing outside of it has its turn before any of its members.
    let mut blockers = IdVec::like(&groups, 0_usize);
    for (_, edge) in graph.edges.pairs() {
        let (first, second) = turns(graph, edge);
        if order.group[first] != order.group[second] {
            blockers[order.group[second]] += 1;
        }
    }
    let rank_of = |group: GroupId| groups[group].iter().map(|&node| rank(graph, node)).min();
    let mut ready: BTreeSet<(Option<Rank<'_>>, GroupId)> =
        groups.ids().filter(|&group| blockers[group] == 0).map(|group| (rank_of(group), group)).collect();
    while let Some((_, group)) = ready.pop_first() {
        for node in order_within(graph, &groups[group]) {
            order.position[node] = order.nodes.len();
            order.nodes.push(node);
            for &next in &followers[node] {
                let freed = order.group[next];
                if freed != group {
                    blockers[freed] -= 1;
                    if blockers[freed] == 0 {
                        ready.insert((rank_of(freed), freed));
                    }
                }
            }
        }
    }
    order
}

/// What decides between collections where the links leave it open.
type Rank<'g> = (bool, bool, &'g str);

fn rank(graph: &Graph, node: NodeId) -> Rank<'_> {
    let collection = &graph.nodes[node];
    let is_person = collection.subject().is_some() || collection.is_tenant_root();
    let owns = graph.edges_from(node).any(|(_, edge)| edge.role == Some(Role::Owns));
    (is_person, owns, collection.name())
}

/// Which end of an edge is worked through first: what points, but objects always before the rows that name them.
fn turns(graph: &Graph, edge: &Edge) -> (NodeId, NodeId) {
    if graph.holds_objects(edge.to) && !graph.holds_objects(edge.from) {
        (edge.to, edge.from)
    } else {
        (edge.from, edge.to)
    }
}

/// For each collection those that have their turn after it, along one edge each.
fn followers(graph: &Graph) -> IdVec<NodeId, Vec<NodeId>> {
    let mut followers = IdVec::like(&graph.nodes, Vec::new());
    for (_, edge) in graph.edges.pairs() {
        let (first, second) = turns(graph, edge);
        followers[first].push(second);
    }
    followers
}

/// The groups of collections that point to each other in cycles: Tarjan's strongly connected components, with an
/// explicit stack, since a map of thousands of chained collections must not overflow ours.
fn find_groups(
    graph: &Graph,
    followers: &IdVec<NodeId, Vec<NodeId>>,
) -> (IdVec<GroupId, Vec<NodeId>>, IdVec<NodeId, GroupId>) {
    /// When a collection was met, and the earliest one that its followers lead back to.
    #[derive(Clone, Copy)]
    struct Visit {
        met: usize,
        low: usize,
        is_open: bool,
    }
    let mut groups: IdVec<GroupId, Vec<NodeId>> = IdVec::new(Vec::new());
    let mut group_of = IdVec::like(&graph.nodes, GroupId::from_number(0));
    let mut visits: IdVec<NodeId, Option<Visit>> = IdVec::like(&graph.nodes, None);
    let mut open = Vec::new();
    let mut count = 0;
    for root in graph.nodes.ids() {
        if visits[root].is_some() {
            continue;
        }
        let mut work = vec![(root, 0_usize)];
        while let Some((node, looked_at)) = work.pop() {
            let mut visit = visits[node].unwrap_or_else(|| {
                let first = Visit { met: count, low: count, is_open: true };
                count += 1;
                open.push(node);
                first
            });
            if let Some(&next) = followers[node].get(looked_at) {
                work.push((node, looked_at + 1));
                match visits[next] {
                    None if next != node => work.push((next, 0)),
                    Some(other) if other.is_open => visit.low = visit.low.min(other.met),
                    _ => {}
                }
                visits[node] = Some(visit);
                continue;
            }
            visits[node] = Some(visit);
            if visit.low == visit.met {
                let group = groups.push(Vec::new());
                while let Some(member) = open.pop() {
                    visits[member] = visits[member].map(|it| Visit { is_open: false, ..it });
                    group_of[member] = group;
                    groups[group].push(member);
                    if member == node {
                        break;
                    }
                }
            }
            if let Some(&(parent, _)) = work.last() {
                visits[parent] = visits[parent].map(|it| Visit { low: it.low.min(visit.low), ..it });
            }
        }
    }
    (groups, group_of)
}

/// Orders one group by the links that cannot let go, as far as they do not form a cycle themselves.
fn order_within(graph: &Graph, group: &[NodeId]) -> Vec<NodeId> {
    let mut members = group.to_vec();
    members.sort_by_key(|&node| rank(graph, node));
    let mut ordered = Vec::with_capacity(members.len());
    while !members.is_empty() {
        let is_free = |&node: &NodeId| {
            !graph
                .edges_to(node)
                .any(|(_, edge)| !edge.can_let_go() && edge.from != node && members.contains(&edge.from))
        };
        let next = members.iter().position(is_free).unwrap_or(0);
        ordered.push(members.remove(next));
    }
    ordered
}
