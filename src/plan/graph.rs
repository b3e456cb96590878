//! The data map as a graph of numbered collections: who points to whom, and in which order they are worked through.
//!
//! Knows links and nullability; knows nothing of policies, requests or stores.

use std::collections::BTreeSet;

use crate::datamap::{Collection, DataMap, Link, Release, Role};
use crate::value::Condition;

use super::facts::{InsideReference, SchemaFacts};

/// A collection's number: its place in the data map.
pub(crate) type NodeIndex = usize;
/// An edge's number.
pub(crate) type EdgeIndex = usize;

/// A field of one collection's records that points to records of another (or the same) collection.
#[derive(Debug, Clone)]
pub(crate) struct Edge {
    pub(crate) from: NodeIndex,
    pub(crate) to: NodeIndex,
    /// `None` for what is no link of the data map: the field that names the record's tenant, and foreign keys that
    /// only the database knows.
    pub(crate) role: Option<Role>,
    pub(crate) fields: Vec<String>,
    pub(crate) to_fields: Vec<String>,
    /// The target's field holds a prefix: the edge leads to every record that names a folder which this one lies below.
    pub(crate) by_prefix: bool,
    /// It is the record's own name, which the target's row writes down: an object knows nothing of the rows that name
    /// it, so that it keeps none of them, and has nothing to let go of.
    pub(crate) by_name: bool,
    /// The edge exists only for rows that meet all of these.
    pub(crate) only: Vec<Condition>,
    /// The fields that become null when the edge lets go; empty where it cannot.
    pub(crate) clears: Vec<String>,
    pub(crate) erases_record: bool,
    /// It points to the key, so that it leads to one record at most.
    pub(crate) to_key: bool,
}

impl Edge {
    /// Whether the edge can be made to point nowhere while its record stays.
    pub(crate) fn can_let_go(&self) -> bool {
        self.clears.iter().any(|field| self.fields.contains(field))
    }
}

/// A foreign key from a table that the data map does not declare: a row there keeps what it refers to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct OutsideReference {
    pub(crate) table: String,
    pub(crate) fields: Vec<String>,
    pub(crate) to_fields: Vec<String>,
}

/// One way from a record to a record whose owners are its owners too.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Hop {
    /// Along `owned_by`: to the record that this one points to.
    Forward(EdgeIndex),
    /// Against `owns`: to the records (memberships) that point to this one.
    Backward(EdgeIndex),
}

/// All collections and links, numbered.
#[derive(Debug, Clone)]
pub(crate) struct Graph {
    pub(crate) nodes: Vec<Collection>,
    pub(crate) edges: Vec<Edge>,
    pub(crate) outgoing: Vec<Vec<EdgeIndex>>,
    pub(crate) incoming: Vec<Vec<EdgeIndex>>,
    pub(crate) outside: Vec<Vec<OutsideReference>>,
    /// Whether a collection's records are objects, which nothing holds fast and which cannot stay as shells.
    pub(crate) objects: Vec<bool>,
    /// The ways from a record of each collection up to its owners.
    pub(crate) hops: Vec<Vec<Hop>>,
    /// Collections in the order in which they are worked through: what points before what is pointed to.
    pub(crate) order: Vec<NodeIndex>,
    /// The group of each collection; those in one group point to each other in a circle.
    pub(crate) group: Vec<usize>,
    /// Each collection's place in `order`.
    pub(crate) position: Vec<usize>,
}

impl Graph {
    /// The graph of a valid data map; what the live schema adds is in `facts`.
    pub(crate) fn new(map: &DataMap, facts: &SchemaFacts) -> Self {
        // Sorted by name, so that nothing that follows depends on how the file is arranged.
        let mut nodes = map.collections().to_vec();
        nodes.sort_by(|a, b| a.name().cmp(b.name()));
        let mut edges = Vec::new();
        for (from, collection) in nodes.iter().enumerate() {
            let is_object = map.holds_objects(collection);
            let mut links: Vec<Edge> = collection
                .links()
                .iter()
                .filter_map(|link| edge(&nodes, facts, from, collection, is_object, link))
                .collect();
            links.sort_by(|a, b| {
                (a.role, &a.fields, a.to, &a.to_fields).cmp(&(b.role, &b.fields, b.to, &b.to_fields))
            });
            edges.append(&mut links);
            edges.extend(tenant_edges(&nodes, from, collection));
            edges.extend(
                facts.references_from(collection.name()).filter_map(|it| reference_edge(&nodes, from, it)),
            );
        }
        let mut outgoing = vec![Vec::new(); nodes.len()];
        let mut incoming = vec![Vec::new(); nodes.len()];
        let mut hops = vec![Vec::new(); nodes.len()];
        for (index, edge) in edges.iter().enumerate() {
            push(&mut outgoing, edge.from, index);
            push(&mut incoming, edge.to, index);
            match edge.role {
                Some(Role::OwnedBy) => push(&mut hops, edge.from, Hop::Forward(index)),
                Some(Role::Owns) => push(&mut hops, edge.to, Hop::Backward(index)),
                Some(Role::Mentions) | None => {}
            }
        }
        let objects = nodes.iter().map(|collection| map.holds_objects(collection)).collect();
        let outside = nodes.iter().map(|collection| facts.outside_references(collection).to_vec()).collect();
        let mut graph = Self {
            group: vec![0; nodes.len()],
            position: vec![0; nodes.len()],
            order: Vec::with_capacity(nodes.len()),
            nodes,
            edges,
            outgoing,
            incoming,
            outside,
            objects,
            hops,
        };
        graph.find_groups();
        graph.find_order();
        graph
    }

    /// The collection of that number.
    pub(crate) fn node(&self, index: NodeIndex) -> Option<&Collection> {
        self.nodes.get(index)
    }

    /// The edges with these numbers.
    fn edges_of<'a>(
        &'a self,
        lists: &'a [Vec<EdgeIndex>],
        node: NodeIndex,
    ) -> impl Iterator<Item = (EdgeIndex, &'a Edge)> {
        lists
            .get(node)
            .into_iter()
            .flatten()
            .filter_map(|&index| self.edges.get(index).map(|edge| (index, edge)))
    }

    /// The edges from a collection's records to others.
    pub(crate) fn edges_from(&self, node: NodeIndex) -> impl Iterator<Item = (EdgeIndex, &Edge)> {
        self.edges_of(&self.outgoing, node)
    }

    /// The edges from others to a collection's records.
    pub(crate) fn edges_to(&self, node: NodeIndex) -> impl Iterator<Item = (EdgeIndex, &Edge)> {
        self.edges_of(&self.incoming, node)
    }

    /// The ways up from a collection's records: the hop, its edge, and the collection that it leads to.
    pub(crate) fn hops_from(&self, node: NodeIndex) -> impl Iterator<Item = (Hop, &Edge, NodeIndex)> {
        self.hops.get(node).into_iter().flatten().filter_map(|&hop| match hop {
            Hop::Forward(index) => self.edges.get(index).map(|edge| (hop, edge, edge.to)),
            Hop::Backward(index) => self.edges.get(index).map(|edge| (hop, edge, edge.from)),
        })
    }

    /// The only way up from a collection's records, where there is exactly one and it leads to one record at most:
    /// then a record belongs to whomever that record belongs to.
    pub(crate) fn only_hop(&self, node: NodeIndex) -> Option<(&Edge, NodeIndex)> {
        if self.node(node)?.subject().is_some() {
            return None;
        }
        let mut hops = self.hops_from(node);
        match (hops.next(), hops.next()) {
            (Some((Hop::Forward(_), edge, to)), None) if edge.to_key => Some((edge, to)),
            _ => None,
        }
    }

    /// A collection's place in the order of work.
    pub(crate) fn position(&self, node: NodeIndex) -> usize {
        self.position.get(node).copied().unwrap_or(usize::MAX)
    }

    /// Whether two collections belong to one circle of links.
    pub(crate) fn same_group(&self, a: NodeIndex, b: NodeIndex) -> bool {
        self.group.get(a) == self.group.get(b)
    }

    /// Whether a collection's records are objects.
    pub(crate) fn holds_objects(&self, node: NodeIndex) -> bool {
        self.objects.get(node).copied().unwrap_or(false)
    }

    /// Which end of an edge is worked through first: what points, but objects always before the rows that name them.
    fn turns(&self, edge: &Edge) -> (NodeIndex, NodeIndex) {
        if self.holds_objects(edge.to) && !self.holds_objects(edge.from) {
            (edge.to, edge.from)
        } else {
            (edge.from, edge.to)
        }
    }

    /// For each collection those that have their turn after it, along one edge each.
    fn followers(&self) -> Vec<Vec<NodeIndex>> {
        let mut followers = vec![Vec::new(); self.nodes.len()];
        for edge in &self.edges {
            let (first, second) = self.turns(edge);
            push(&mut followers, first, second);
        }
        followers
    }

    /// Numbers the groups of collections that point to each other in circles (Tarjan's strongly connected
    /// components, with an explicit stack: a map of thousands of chained collections must not overflow ours).
    fn find_groups(&mut self) {
        const UNSEEN: usize = usize::MAX;
        let count = self.nodes.len();
        let followers = self.followers();
        let mut number = vec![UNSEEN; count];
        let mut low = vec![UNSEEN; count];
        let mut open = vec![false; count];
        let mut stack = Vec::new();
        let (mut next_number, mut next_group) = (0, 0);
        let at = |list: &[usize], index: usize| list.get(index).copied().unwrap_or(UNSEEN);
        for root in 0..count {
            if at(&number, root) != UNSEEN {
                continue;
            }
            let mut work = vec![(root, 0_usize)];
            while let Some((node, seen)) = work.pop() {
                if seen == 0 {
                    set(&mut number, node, next_number);
                    set(&mut low, node, next_number);
                    next_number += 1;
                    stack.push(node);
                    set(&mut open, node, true);
                }
                let next = followers.get(node).and_then(|list| list.get(seen));
                if let Some(&next) = next {
                    work.push((node, seen + 1));
                    if at(&number, next) == UNSEEN {
                        work.push((next, 0));
                    } else if open.get(next).copied().unwrap_or(false) {
                        let lowest = at(&low, node).min(at(&number, next));
                        set(&mut low, node, lowest);
                    }
                    continue;
                }
                if at(&low, node) == at(&number, node) {
                    while let Some(member) = stack.pop() {
                        set(&mut open, member, false);
                        set(&mut self.group, member, next_group);
                        if member == node {
                            break;
                        }
                    }
                    next_group += 1;
                }
                if let Some(&(parent, _)) = work.last() {
                    let lowest = at(&low, parent).min(at(&low, node));
                    set(&mut low, parent, lowest);
                }
            }
        }
    }

    /// Orders the collections: what points comes before what is pointed to, and objects before either; groups stay together, and within one
    /// the links that cannot let go decide. Where the links leave it open, associations come late, people last, and
    /// names decide between the rest, so that the order never depends on how the file is arranged.
    fn find_order(&mut self) {
        let mut waiting: BTreeSet<(bool, bool, String, NodeIndex)> = BTreeSet::new();
        let mut blockers = vec![0_usize; self.nodes.len()];
        let mut placed_groups: BTreeSet<usize> = BTreeSet::new();
        let rank = |graph: &Self, node: NodeIndex| {
            let collection = graph.nodes.get(node);
            let is_person = collection.is_some_and(|it| it.subject().is_some() || it.is_tenant_root());
            let owns = graph.edges_from(node).any(|(_, edge)| edge.role == Some(Role::Owns));
            (is_person, owns, collection.map(|it| it.name().to_owned()).unwrap_or_default(), node)
        };
        let followers = self.followers();
        for (first, second) in self.edges.iter().map(|edge| self.turns(edge)) {
            if let Some(count) = blockers.get_mut(second).filter(|_| !self.same_group(first, second)) {
                *count += 1;
            }
        }
        let group_members = |graph: &Self, node: NodeIndex| -> Vec<NodeIndex> {
            (0..graph.nodes.len()).filter(|&other| graph.same_group(node, other)).collect()
        };
        let is_ready = |graph: &Self, blockers: &[usize], node: NodeIndex| {
            blockers.get(node) == Some(&0)
                && (graph.only_member(node)
                    || group_members(graph, node).iter().all(|&member| blockers.get(member) == Some(&0)))
        };
        for node in 0..self.nodes.len() {
            if is_ready(self, &blockers, node) {
                waiting.insert(rank(self, node));
            }
        }
        while let Some((_, _, _, first)) = waiting.pop_first() {
            let Some(&group) = self.group.get(first) else { continue };
            if !placed_groups.insert(group) {
                continue;
            }
            let members = if self.only_member(first) { vec![first] } else { group_members(self, first) };
            for node in self.order_within(members, &rank) {
                set(&mut self.position, node, self.order.len());
                self.order.push(node);
                let freed = followers.get(node).into_iter().flatten().copied();
                for to in freed.filter(|&to| !self.same_group(node, to)).collect::<Vec<_>>() {
                    if let Some(count) = blockers.get_mut(to) {
                        *count = count.saturating_sub(1);
                    }
                    if is_ready(self, &blockers, to) {
                        for member in if self.only_member(to) { vec![to] } else { group_members(self, to) } {
                            waiting.insert(rank(self, member));
                        }
                    }
                }
            }
        }
    }

    /// Whether a collection is alone in its group.
    fn only_member(&self, node: NodeIndex) -> bool {
        self.edges_from(node).all(|(_, edge)| edge.to == node || !self.same_group(node, edge.to))
    }

    /// Orders one group by the links that cannot let go, as far as they do not form a circle themselves.
    fn order_within(
        &self,
        mut members: Vec<NodeIndex>,
        rank: &impl Fn(&Self, NodeIndex) -> (bool, bool, String, NodeIndex),
    ) -> Vec<NodeIndex> {
        members.sort_by_key(|&node| rank(self, node));
        let mut ordered = Vec::with_capacity(members.len());
        while !members.is_empty() {
            let is_free = |&node: &NodeIndex| {
                !self
                    .edges_to(node)
                    .any(|(_, edge)| !edge.can_let_go() && edge.from != node && members.contains(&edge.from))
            };
            let next = members.iter().position(is_free).unwrap_or(0);
            ordered.push(members.remove(next));
        }
        ordered
    }
}

fn edge(
    nodes: &[Collection],
    facts: &SchemaFacts,
    from: NodeIndex,
    collection: &Collection,
    is_object: bool,
    link: &Link,
) -> Option<Edge> {
    let to = nodes.iter().position(|other| other.name() == link.target().collection())?;
    let target = nodes.get(to)?;
    let to_fields = if link.target().fields().is_empty() { target.key() } else { link.target().fields() };
    let clears = link
        .cleared_fields()
        .iter()
        .filter(|field| !collection.key().contains(field) && facts.may_be_null(collection, field))
        .cloned()
        .collect();
    Some(Edge {
        from,
        to,
        role: Some(link.role()),
        fields: link.fields().to_vec(),
        to_fields: to_fields.to_vec(),
        by_prefix: link.is_by_prefix(),
        by_name: is_object && link.fields() == collection.key(),
        only: link.conditions().to_vec(),
        clears,
        erases_record: *link.release() == Release::EraseRecord,
        to_key: to_fields == target.key() && !link.is_by_prefix(),
    })
}

/// The field that names a tenant points to the tenant's own record, and never lets go of it.
fn tenant_edges(nodes: &[Collection], from: NodeIndex, collection: &Collection) -> Vec<Edge> {
    let Some(field) = collection.tenant() else { return Vec::new() };
    let is_root =
        |&(to, node): &(usize, &Collection)| to != from && node.is_tenant_root() && node.key().len() == 1;
    nodes
        .iter()
        .enumerate()
        .filter(is_root)
        .map(|(to, root)| Edge {
            from,
            to,
            role: None,
            fields: vec![field.to_owned()],
            to_fields: root.key().to_vec(),
            by_prefix: false,
            by_name: false,
            only: Vec::new(),
            clears: Vec::new(),
            erases_record: false,
            to_key: true,
        })
        .collect()
}

/// A foreign key that only the database knows decides about no owner, and never lets go.
fn reference_edge(nodes: &[Collection], from: NodeIndex, reference: &InsideReference) -> Option<Edge> {
    let to = nodes.iter().position(|node| node.name() == reference.to)?;
    Some(Edge {
        from,
        to,
        role: None,
        fields: reference.fields.clone(),
        to_fields: reference.to_fields.clone(),
        by_prefix: false,
        by_name: false,
        only: Vec::new(),
        clears: Vec::new(),
        erases_record: false,
        to_key: nodes.get(to).is_some_and(|node| node.key() == reference.to_fields),
    })
}

fn push<T>(lists: &mut [Vec<T>], index: usize, item: T) {
    if let Some(list) = lists.get_mut(index) {
        list.push(item);
    }
}

fn set<T>(list: &mut [T], index: usize, value: T) {
    if let Some(slot) = list.get_mut(index) {
        *slot = value;
    }
}
