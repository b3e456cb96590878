//! The data map as a graph of collections: who points to whom.
//!
//! Knows links and nullability; knows nothing of policies, requests or stores.

use super::facts::{InsideReference, OutsideReference, SchemaFacts};
use super::ids::{EdgeId, IdVec, NodeId};
use super::order::{Order, order};
use crate::datamap::{Cleared, Collection, DataMap, Link, Mask, Release, Role, breaks_link};
use crate::finding::{Finding, Findings};
use crate::value::{Condition, elements_of, list_of};

/// A field of one collection's records that points to records of another (or the same) collection.
#[derive(Debug, Clone)]
pub(crate) struct Edge {
    pub(crate) from: NodeId,
    pub(crate) to: NodeId,
    /// `None` for what is no link of the data map: the field that names the record's tenant, and foreign keys that
    /// only the database knows.
    pub(crate) role: Option<Role>,
    /// Where a field holds a list of links, the name of its elements.
    pub(crate) fields: Vec<String>,
    pub(crate) to_fields: Vec<String>,
    /// The target's field holds a prefix: the edge leads to every record that names a folder which this one lies below.
    pub(crate) by_prefix: bool,
    /// It is the record's own name, which the target's row writes down: an object knows nothing of the rows that name
    /// it, so that it keeps none of them, and has nothing to let go of.
    pub(crate) by_name: bool,
    /// The edge exists only for rows that meet all of these.
    pub(crate) only: Vec<Condition>,
    /// The fields that change when the edge lets go, and how; empty where it cannot.
    pub(crate) clears: Vec<Cleared>,
    pub(crate) erases_record: bool,
    /// It keeps its value on purpose, and the database has no foreign key there: what it points to goes all the same.
    pub(crate) dangles: bool,
    /// It points to the key, so that it, or each element of its list, leads to one record at most.
    pub(crate) to_key: bool,
    /// The number by which the ledger's first format knew it.
    pub(crate) first_number: usize,
}

impl Edge {
    /// The field that holds a list, each element of which points; `None` where the edge is no list.
    pub(crate) fn list(&self) -> Option<&str> {
        self.fields.iter().find_map(|field| list_of(field))
    }

    /// Whether the edge can be made to point nowhere while its record stays.
    pub(crate) fn can_let_go(&self) -> bool {
        self.clears.iter().any(|it| breaks_link(&self.fields, it.field(), it.mask()))
    }
}

/// One way from a record to a record whose owners are its owners too.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Hop {
    /// Along `owned_by`: to the record that this one points to.
    Forward(EdgeId),
    /// Against `owns`: to the records (memberships) that point to this one.
    Backward(EdgeId),
}

/// All collections and links.
#[derive(Debug, Clone)]
pub(crate) struct Graph {
    /// Sorted by name, so that nothing that follows depends on how the file is arranged.
    pub(crate) nodes: IdVec<NodeId, Collection>,
    pub(crate) edges: IdVec<EdgeId, Edge>,
    outgoing: IdVec<NodeId, Vec<EdgeId>>,
    incoming: IdVec<NodeId, Vec<EdgeId>>,
    /// The foreign keys from tables that the data map does not declare.
    pub(crate) outside: IdVec<NodeId, Vec<OutsideReference>>,
    /// What the store of each collection is called.
    pub(crate) stores: IdVec<NodeId, String>,
    /// Whether a collection's records are objects, which nothing holds fast and which cannot stay as shells.
    objects: IdVec<NodeId, bool>,
    /// The ways from a record of each collection up to its owners.
    hops: IdVec<NodeId, Vec<Hop>>,
    pub(crate) order: Order,
}

impl Graph {
    /// The graph of a valid data map; what the live schema adds is in `facts`.
    ///
    /// # Errors
    /// A link or a foreign key that leads to no collection of the map.
    pub(crate) fn new(map: &DataMap, facts: &SchemaFacts) -> Result<Self, Findings> {
        let mut collections = map.collections().to_vec();
        collections.sort_by(|a, b| a.name().cmp(b.name()));
        let nodes = IdVec::new(collections);
        let edges = edges(map, facts, &nodes)?;
        let mut outgoing = IdVec::like(&nodes, Vec::new());
        let mut incoming = IdVec::like(&nodes, Vec::new());
        let mut hops = IdVec::like(&nodes, Vec::new());
        for (id, edge) in edges.pairs() {
            outgoing[edge.from].push(id);
            incoming[edge.to].push(id);
            match edge.role {
                Some(Role::OwnedBy) => hops[edge.from].push(Hop::Forward(id)),
                Some(Role::Owns) => hops[edge.to].push(Hop::Backward(id)),
                // One person's records own each other no more than a record owns itself.
                Some(Role::Mentions | Role::SamePerson) | None => {}
            }
        }
        let stores = stores(map, &nodes)?;
        let objects = IdVec::for_each(&nodes, |node| map.holds_objects(&nodes[node]));
        let outside = IdVec::for_each(&nodes, |node| facts.outside_references(&nodes[node]).to_vec());
        let order_is_found_last = Order::none();
        let mut graph = Self {
            nodes,
            edges,
            outgoing,
            incoming,
            outside,
            stores,
            objects,
            hops,
            order: order_is_found_last,
        };
        graph.order = order(&graph);
        Ok(graph)
    }

    /// The collection of that name.
    pub(crate) fn named(&self, name: &str) -> Option<NodeId> {
        self.nodes.find(|node| node.name() == name)
    }

    /// The edges from a collection's records to others.
    pub(crate) fn edges_from(&self, node: NodeId) -> impl Iterator<Item = (EdgeId, &Edge)> {
        self.outgoing[node].iter().map(|&id| (id, &self.edges[id]))
    }

    /// The edges from others to a collection's records.
    pub(crate) fn edges_to(&self, node: NodeId) -> impl Iterator<Item = (EdgeId, &Edge)> {
        self.incoming[node].iter().map(|&id| (id, &self.edges[id]))
    }

    /// The ways up from a collection's records: the hop, its edge, and the collection that it leads to.
    pub(crate) fn hops_from(&self, node: NodeId) -> impl Iterator<Item = (Hop, &Edge, NodeId)> {
        self.hops[node].iter().map(|&hop| match hop {
            Hop::Forward(id) => (hop, &self.edges[id], self.edges[id].to),
            Hop::Backward(id) => (hop, &self.edges[id], self.edges[id].from),
        })
    }

    /// The only way up from a collection's records, where there is exactly one and it leads to one record at most:
    /// then a record belongs to whomever that record belongs to.
    pub(crate) fn only_hop(&self, node: NodeId) -> Option<(EdgeId, &Edge)> {
        if self.nodes[node].subject().is_some() {
            return None;
        }
        match self.hops[node].as_slice() {
            [Hop::Forward(id)] if self.edges[*id].to_key && self.edges[*id].list().is_none() => {
                Some((*id, &self.edges[*id]))
            }
            _ => None,
        }
    }

    /// A collection's place in the order of work.
    pub(crate) fn position(&self, node: NodeId) -> usize {
        self.order.position[node]
    }

    /// Whether two collections belong to one cycle of links.
    pub(crate) fn same_group(&self, a: NodeId, b: NodeId) -> bool {
        self.order.group[a] == self.order.group[b]
    }

    /// Whether a collection's records are objects.
    pub(crate) fn holds_objects(&self, node: NodeId) -> bool {
        self.objects[node]
    }

    /// Whether a table that the data map does not declare refers to a collection.
    pub(crate) fn has_outside(&self, node: NodeId) -> bool {
        !self.outside[node].is_empty()
    }
}

fn stores(map: &DataMap, nodes: &IdVec<NodeId, Collection>) -> Result<IdVec<NodeId, String>, Findings> {
    let mut stores = Vec::with_capacity(nodes.len());
    let mut findings = Findings::new();
    for collection in nodes.iter() {
        match map.stores().get(collection.store) {
            Some(store) => stores.push(store.name().to_owned()),
            None => findings.push(Finding::error(
                format!("datamap.toml, collection `{}`", collection.name()),
                "",
                "the collection lies in no store",
                "name its store",
            )),
        }
    }
    if findings.has_errors() { Err(findings) } else { Ok(IdVec::new(stores)) }
}

fn edges(
    map: &DataMap,
    facts: &SchemaFacts,
    nodes: &IdVec<NodeId, Collection>,
) -> Result<IdVec<EdgeId, Edge>, Findings> {
    let mut edges = Vec::new();
    let mut findings = Findings::new();
    let find = |name: &str| nodes.find(|node| node.name() == name);
    for (from, collection) in nodes.pairs() {
        let is_object = map.holds_objects(collection);
        let mut links = Vec::new();
        for link in collection.links() {
            findings.extend(not_clearable(collection, facts, link));
            match find(link.target().collection()) {
                Some(to) => links.push(link_edge(nodes, facts, from, to, is_object, link)),
                None => findings.push(leads_nowhere(collection, link.target().collection())),
            }
        }
        links.sort_by(|a, b| {
            (a.role, &a.fields, a.to, &a.to_fields).cmp(&(b.role, &b.fields, b.to, &b.to_fields))
        });
        for (number, link) in (edges.len()..).zip(&mut links) {
            link.first_number = number;
        }
        // The first format left it to the file which of two links between the same fields came first.
        links.sort_by(|a, b| whole(a).cmp(&whole(b)));
        edges.append(&mut links);
        edges.extend(tenant_edges(nodes, from));
        for reference in facts.references_from(collection.name()) {
            match find(&reference.to) {
                Some(to) => edges.push(reference_edge(nodes, from, to, reference)),
                None => findings.push(leads_nowhere(collection, &reference.to)),
            }
        }
    }
    if findings.has_errors() { Err(findings) } else { Ok(IdVec::new(edges)) }
}

/// All of a link by which it may differ from others of its collection.
fn whole(edge: &Edge) -> impl Ord + '_ {
    let only: Vec<_> = edge.only.iter().map(|it| (it.field(), it.comparison(), it.is_negated())).collect();
    let release = (&edge.clears, edge.erases_record, edge.by_prefix);
    ((edge.role, &edge.fields, edge.to, &edge.to_fields), only, release)
}

/// Data maps and surveys are checked before; here it only must not be passed over.
fn leads_nowhere(from: &Collection, to: &str) -> Finding {
    Finding::error(
        format!("datamap.toml, collection `{}`", from.name()),
        to,
        "a link leads to a collection that the data map does not have",
        "declare the collection, or take the link out",
    )
}

/// What the map says is cleared, and what the live schema does not let become null: left out in silence, it would stay.
fn not_clearable(collection: &Collection, facts: &SchemaFacts, link: &Link) -> Vec<Finding> {
    let Release::Clear(cleared) = link.release() else { return Vec::new() };
    let nulls = cleared.iter().filter(|it| *it.mask() == Mask::Null);
    let refused = nulls.filter(|it| !is_elements(link, it) && !facts.may_be_null(collection, it.field()));
    refused
        .map(|it| {
            let (field, to) = (it.field(), link.target().collection());
            Finding::error(
                format!("datamap.toml, collection `{}`, link to `{to}`, `clear`", collection.name()),
                field,
                format!("column `{field}` may not become null, and would keep its value when the record lets go"),
                format!("give it a mask, as in clear = {{ {field} = {{ constant = \"\" }} }}, or let the column be null"),
            )
        })
        .collect()
}

/// Whether a link lets go of elements of its list by what it clears there, so that no column becomes null.
fn is_elements(link: &Link, cleared: &Cleared) -> bool {
    link.is_list() && link.fields().contains(&cleared.field)
}

fn link_edge(
    nodes: &IdVec<NodeId, Collection>,
    facts: &SchemaFacts,
    from: NodeId,
    to: NodeId,
    is_object: bool,
    link: &Link,
) -> Edge {
    let (collection, target) = (&nodes[from], &nodes[to]);
    let to_fields = if link.target().fields().is_empty() { target.key() } else { link.target().fields() };
    let may_clear = |it: &&Cleared| {
        !collection.key().contains(&it.field)
            && (it.mask != Mask::Null || is_elements(link, it) || facts.may_be_null(collection, &it.field))
    };
    let as_edge_has_it = |it: &Cleared| match is_elements(link, it) {
        true => Cleared::new(elements_of(&it.field), it.mask.clone()),
        false => it.clone(),
    };
    let of_list = |field: &String| if link.is_list() { elements_of(field) } else { field.clone() };
    Edge {
        from,
        to,
        role: Some(link.role()),
        fields: link.fields().iter().map(of_list).collect(),
        to_fields: to_fields.to_vec(),
        by_prefix: link.is_by_prefix(),
        by_name: is_object && link.fields() == collection.key(),
        only: link.conditions().to_vec(),
        clears: link.cleared().iter().filter(may_clear).map(as_edge_has_it).collect(),
        erases_record: *link.release() == Release::EraseRecord,
        dangles: matches!(link.release(), Release::Clear(_))
            && !link.lets_go()
            && facts.may_dangle(collection, link.fields()),
        to_key: to_fields == target.key() && !link.is_by_prefix(),
        first_number: 0,
    }
}

/// The field that names a tenant points to the tenant's own record, and never lets go of it.
fn tenant_edges(nodes: &IdVec<NodeId, Collection>, from: NodeId) -> Vec<Edge> {
    let Some(field) = nodes[from].tenant() else { return Vec::new() };
    nodes
        .pairs()
        .filter(|(to, node)| *to != from && node.is_tenant_root() && node.key().len() == 1)
        .map(|(to, root)| plain_edge(nodes, from, to, vec![field.to_owned()], root.key().to_vec()))
        .collect()
}

/// A foreign key that only the database knows decides about no owner, and never lets go.
fn reference_edge(
    nodes: &IdVec<NodeId, Collection>,
    from: NodeId,
    to: NodeId,
    reference: &InsideReference,
) -> Edge {
    plain_edge(nodes, from, to, reference.fields.clone(), reference.to_fields.clone())
}

/// An edge that is no link of the data map.
fn plain_edge(
    nodes: &IdVec<NodeId, Collection>,
    from: NodeId,
    to: NodeId,
    fields: Vec<String>,
    to_fields: Vec<String>,
) -> Edge {
    let to_key = nodes[to].key() == to_fields;
    Edge {
        from,
        to,
        role: None,
        fields,
        to_fields,
        by_prefix: false,
        by_name: false,
        only: Vec::new(),
        clears: Vec::new(),
        erases_record: false,
        dangles: false,
        to_key,
        first_number: 0,
    }
}
