//! Which steps a request takes, in which order: worked out once for whole requests, and anew only where a scope or a
//! legal hold leaves part of it out.

use std::collections::BTreeSet;

use crate::datamap::Role;
use crate::policy::{After, Disposition};
use crate::request::Action;

use super::graph::{Edge, Graph, Hop};
use super::ids::{EdgeId, FieldsId, IdVec, NodeId, RuleId};
use super::reach::{Anchor, Reach, decides_itself};
use super::record::Span;
use super::rules::Rules;

/// Which records of a collection a step is about, and what is done to them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Part {
    /// The subject's records.
    Records(Span),
    /// Those of the subject's records that something which stays still points to: they stay as empty shells.
    Shells(Span),
    /// The fields of one group, in those of the subject's records that stay.
    Fields {
        /// The fields.
        group: FieldsId,
        /// Which of the records stay.
        span: Span,
    },
    /// The link, in those of the subject's records that stay while what it points to goes.
    KeptLink(EdgeId),
    /// The link, in other people's records.
    OthersLink {
        /// The link.
        edge: EdgeId,
        /// Whether the subject's own records of this collection are dealt with by other steps.
        except_own: bool,
    },
}

/// One step, without its data.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct Step {
    pub(crate) node: NodeId,
    pub(crate) part: Part,
    pub(crate) action: Action,
    /// The category by which it is decided.
    pub(crate) category: RuleId,
    /// A legal hold suspends it.
    pub(crate) held: bool,
}

/// What keeps a record from going although it is the subject's: something that stays points to it and cannot let go.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Pins {
    /// Nothing that stays can point to it.
    None,
    /// Only rows that one query tells: of another tenant, along these edges, or of tables outside of the map.
    Query(Vec<EdgeId>),
    /// Rows that have to be looked at one page after the other, along these edges.
    Noted(Vec<EdgeId>),
}

impl Pins {
    /// The edges along which something that stays may point here.
    pub(crate) fn edges(&self) -> &[EdgeId] {
        match self {
            Self::None => &[],
            Self::Query(edges) | Self::Noted(edges) => edges,
        }
    }
}

/// The steps of a request, in order, and what may keep records from going.
#[derive(Debug, Clone)]
pub(crate) struct Layout {
    pub(crate) steps: Vec<Step>,
    pub(crate) pins: IdVec<NodeId, Pins>,
    /// For each collection, the edges along which records stay that point to one of its records which goes, as long as
    /// tenants are kept apart: they are why it may have to stay as a shell.
    pub(crate) keepers: IdVec<NodeId, Vec<EdgeId>>,
    /// For each collection, the edges along which nothing may point to one of its records any more when that record goes:
    /// what points there is gone or has let go by then, or came only just now.
    pub(crate) children: IdVec<NodeId, Vec<EdgeId>>,
    /// The same, for when a kept record lets go of its owner: what belongs to somebody through it, and does not stay with it.
    pub(crate) children_of_kept: IdVec<NodeId, Vec<EdgeId>>,
}

/// What a request leaves out.
pub(crate) struct Limits<'a> {
    /// Whether the category is within the request's scope.
    pub(crate) in_scope: &'a dyn Fn(RuleId) -> bool,
    /// Whether a legal hold suspends the category.
    pub(crate) on_hold: &'a dyn Fn(RuleId) -> bool,
}

/// Lays out the steps.
pub(crate) fn lay_out(
    graph: &Graph,
    rules: &Rules,
    reach: &Reach,
    anchor: Anchor,
    limits: &Limits<'_>,
) -> Layout {
    let mut drafter = Drafter {
        graph,
        rules,
        reach,
        anchor,
        limits,
        pins: IdVec::like(&graph.nodes, Pins::None),
        keepers: IdVec::like(&graph.nodes, Vec::new()),
        children: IdVec::like(&graph.nodes, Vec::new()),
        children_of_kept: IdVec::like(&graph.nodes, Vec::new()),
    };
    let mut steps = Vec::new();
    let mut order = graph.order.nodes.as_slice();
    while let Some(&first) = order.first() {
        let length = order.iter().take_while(|&&node| graph.same_group(first, node)).count();
        let (group, rest) = order.split_at(length.max(1));
        // In a cycle, everything that stays lets go before anything goes.
        for &node in group {
            drafter.find_pins(node);
            drafter.find_children_of_kept(node);
            drafter.draft_what_stays(node, &mut steps);
        }
        for &node in group {
            drafter.draft_what_kept_records_let_go(node, &mut steps);
        }
        let mut gone = Vec::new();
        for &node in group {
            drafter.draft_what_goes(node, &mut gone);
        }
        // What is anonymised lets go of what is erased; and what stays as a shell is known only after the erasures.
        gone.sort_by_key(|step| (matches!(step.part, Part::Shells(_)), step.action == Action::Erase));
        steps.append(&mut gone);
        order = rest;
    }
    let Drafter { pins, keepers, children, children_of_kept, .. } = drafter;
    Layout { steps, pins, keepers, children, children_of_kept }
}

struct Drafter<'a> {
    graph: &'a Graph,
    rules: &'a Rules,
    reach: &'a Reach,
    anchor: Anchor,
    limits: &'a Limits<'a>,
    pins: IdVec<NodeId, Pins>,
    keepers: IdVec<NodeId, Vec<EdgeId>>,
    children: IdVec<NodeId, Vec<EdgeId>>,
    children_of_kept: IdVec<NodeId, Vec<EdgeId>>,
}

impl Drafter<'_> {
    /// Whether the request takes this collection's own records.
    fn takes(&self, node: NodeId) -> bool {
        self.reach.is_reached(node) && (self.limits.in_scope)(self.rules.collections[node].category)
    }

    /// Whether a hold suspends the collection: its category, or that of any of its fields, since a record that goes
    /// takes its fields with it.
    fn is_held(&self, node: NodeId) -> bool {
        let rule = &self.rules.collections[node];
        (self.limits.on_hold)(rule.category)
            || rule.groups.iter().any(|&group| (self.limits.on_hold)(self.rules.fields[group].category))
    }

    fn goes(&self, node: NodeId) -> bool {
        self.takes(node) && !self.is_held(node) && self.rules.category_of(node).may_erase()
    }

    /// Whether records of this collection can belong to a tenant that the request does not name.
    fn has_tenant(&self, node: NodeId) -> bool {
        self.graph.nodes[node].tenant().is_some() || self.graph.nodes[node].is_tenant_root()
    }

    fn draft_what_stays(&self, node: NodeId, steps: &mut Vec<Step>) {
        let rule = &self.rules.collections[node];
        let category = &self.rules.categories[rule.category];
        let mut push = |part, action, category, held| steps.push(Step { node, part, action, category, held });
        let held = self.is_held(node);
        if self.takes(node) && held {
            push(Part::Records(Span::All), Action::Retain, rule.category, true);
        }
        let survives = if held || !self.reach.is_reached(node) {
            None
        } else if !self.takes(node) {
            Some(Span::All)
        } else if category.disposition == Disposition::Retain {
            push(Part::Records(Span::Kept), Action::Retain, rule.category, false);
            Some(Span::Kept)
        } else {
            None
        };
        if let Some(span) = survives {
            for &group in &rule.groups {
                let fields = &self.rules.fields[group];
                if (self.limits.in_scope)(fields.category) {
                    push(Part::Fields { group, span }, Action::Anonymize, fields.category, false);
                }
            }
        }
        let lets_go_of = |&(_, edge): &(EdgeId, &Edge)| {
            edge.role.is_some() && !edge.clears.is_empty() && self.takes(edge.to) && !self.is_held(edge.to)
        };
        // What is held is not touched at all, not even to let go; what it points to stays as a shell.
        for (index, edge) in self.graph.edges_from(node).filter(lets_go_of) {
            if !(self.takes(node) && self.shares_fate(node, index, edge)) {
                let except_own = self.takes(node);
                push(Part::OthersLink { edge: index, except_own }, Action::Clear, rule.category, held);
            }
        }
    }

    /// Drafts how kept records let go. Last of all that stays, since their links tell whose they are.
    fn draft_what_kept_records_let_go(&self, node: NodeId, steps: &mut Vec<Step>) {
        let kept = Part::Records(Span::Kept);
        let Some(step) = steps.iter().find(|step| step.node == node && step.part == kept).copied() else {
            return;
        };
        for (index, edge) in self.graph.edges_from(node) {
            let lets_go = edge.role.is_some() && !edge.clears.is_empty() && self.goes(edge.to);
            if lets_go {
                steps.push(Step { part: Part::KeptLink(index), action: Action::Clear, ..step });
            }
        }
    }

    fn draft_what_goes(&self, node: NodeId, steps: &mut Vec<Step>) {
        if !self.takes(node) || self.is_held(node) {
            return;
        }
        let rule = &self.rules.collections[node];
        let category = &self.rules.categories[rule.category];
        let (span, erases) = match (category.disposition, category.then) {
            (Disposition::Erase, _) => (Span::All, true),
            (Disposition::Anonymize, _) => (Span::All, false),
            (Disposition::Retain, After::Erase) => (Span::Lapsed, true),
            (Disposition::Retain, After::Anonymize) => (Span::Lapsed, false),
        };
        if !erases {
            for &group in &rule.groups {
                let fields = &self.rules.fields[group];
                if (self.limits.in_scope)(fields.category) {
                    let part = Part::Fields { group, span };
                    steps.push(Step {
                        node,
                        part,
                        action: Action::Anonymize,
                        category: fields.category,
                        held: false,
                    });
                }
            }
            steps.push(Step {
                node,
                part: Part::Records(span),
                action: Action::Anonymize,
                category: rule.category,
                held: false,
            });
            return;
        }
        let mut push =
            |part, action| steps.push(Step { node, part, action, category: rule.category, held: false });
        push(Part::Records(span), Action::Erase);
        if self.graph.has_outside(node) || self.pins[node] != Pins::None {
            push(Part::Shells(span), Action::Anonymize);
        }
    }

    /// Whether every record of `node` that has this edge to a record that is the subject's is the subject's too, so
    /// that the edge never has to be cleared in somebody else's record.
    fn shares_fate(&self, node: NodeId, index: EdgeId, edge: &Edge) -> bool {
        if self.anchor == Anchor::Tenant && decides_itself(self.graph, self.anchor, node) {
            return false;
        }
        let is_only_way = self.only_way(node) == Some(index) && !self.goes_along(edge.to);
        (is_only_way || edge.erases_record) && !self.has_tenant(node)
    }

    /// Whether records of this collection may go although they are not the subject's, along a link that says so.
    fn goes_along(&self, node: NodeId) -> bool {
        self.graph.edges_from(node).any(|(_, edge)| edge.erases_record)
    }

    /// The one edge through which records of this collection belong to anybody.
    fn only_way(&self, node: NodeId) -> Option<EdgeId> {
        self.graph.only_hop(node).map(|(id, _)| id)
    }

    /// Works out what may keep this collection's records from going. What points here has had its turn before,
    /// except within a cycle. No constraint holds an object, and it could not stay as a shell: it goes.
    fn find_pins(&mut self, node: NodeId) {
        if !self.goes(node) || self.graph.holds_objects(node) {
            return;
        }
        let mut queried = Vec::new();
        let mut noted = Vec::new();
        for (index, edge) in self.graph.edges_to(node) {
            // An object that the request leaves out keeps the row that names it, or nobody could tell any more what it is.
            let lets_go = match edge.by_name {
                true => self.takes(edge.from),
                false => edge.can_let_go() || edge.dangles,
            };
            if lets_go && !self.is_held(edge.from) {
                self.children[node].extend((!edge.by_name && !edge.dangles).then_some(index));
                continue;
            }
            if self.keeps(index, edge) {
                self.keepers[node].push(index);
            }
            match self.staying(index, edge) {
                Staying::Never => self.children[node].push(index),
                Staying::OtherTenants => queried.push(index),
                Staying::Some => noted.push(index),
            }
        }
        self.pins[node] = if !noted.is_empty() {
            noted.extend(queried);
            noted.sort_unstable();
            Pins::Noted(noted)
        } else if !queried.is_empty() {
            Pins::Query(queried)
        } else {
            Pins::None
        };
    }

    /// What belongs to somebody through a kept record lets go of it before it lets go of its own owner, but for what is
    /// kept with it.
    fn find_children_of_kept(&mut self, node: NodeId) {
        let is_kept = self.rules.category_of(node).disposition == Disposition::Retain;
        if !is_kept || !self.takes(node) || self.is_held(node) || self.graph.holds_objects(node) {
            return;
        }
        for (index, edge) in self.graph.edges_to(node) {
            let is_kept = self.rules.category_of(edge.from).disposition == Disposition::Retain;
            let owns = edge.role == Some(Role::OwnedBy) && edge.can_let_go() && !edge.by_name;
            if owns && edge.from != node && !is_kept && !self.is_held(edge.from) {
                self.children_of_kept[node].push(index);
            }
        }
    }

    /// Whether records may stay while this edge of theirs points to a record that goes, as the map has it and as long as
    /// tenants are kept apart. What two links of a record lead to along one line belongs to the same people.
    fn keeps(&self, index: EdgeId, edge: &Edge) -> bool {
        let (from, to) = (edge.from, edge.to);
        if from == to || !self.keepers[from].is_empty() || self.graph.has_outside(from) {
            return true;
        }
        if !self.goes(from) || self.rules.category_of(from).disposition != Disposition::Erase {
            // What is owned by what is kept just as long ends with it.
            let is_same = self.rules.collections[from].category == self.rules.collections[to].category;
            return !(is_same && edge.role == Some(Role::OwnedBy) && self.goes(from));
        }
        let goes_alone = self.goes_along(to) && !self.goes_along(from);
        let is_other_owner = |(hop, _, up): (Hop, &Edge, NodeId)| {
            let is_this = matches!(hop, Hop::Forward(id) if id == index);
            !is_this
                && self.reach.is_reached(up)
                && (up == to || !(self.lies_above(up, to) || self.lies_above(to, up)))
        };
        self.anchor == Anchor::People && (goes_alone || self.graph.hops_from(from).any(is_other_owner))
    }

    /// Whether records of `up` may own records of `node`.
    fn lies_above(&self, up: NodeId, node: NodeId) -> bool {
        let mut seen = BTreeSet::new();
        let mut queue = vec![node];
        while let Some(next) = queue.pop() {
            if seen.insert(next) {
                queue.extend(self.graph.hops_from(next).map(|(_, _, above)| above));
            }
        }
        seen.contains(&up)
    }

    /// Which records stay while this edge of theirs points to a record that goes.
    fn staying(&self, index: EdgeId, edge: &Edge) -> Staying {
        let from = edge.from;
        let goes_whole = self.goes(from)
            && from != edge.to
            && self.rules.category_of(from).disposition == Disposition::Erase
            && self.pins[from] == Pins::None
            && !self.graph.has_outside(from)
            && !self.graph.same_group(from, edge.to);
        if !goes_whole {
            return Staying::Some;
        }
        let decides_itself = decides_itself(self.graph, self.anchor, from);
        if decides_itself && edge.role.is_none() && self.anchor == Anchor::Tenant {
            return Staying::Never;
        }
        if decides_itself || self.only_way(from) != Some(index) || self.goes_along(edge.to) {
            return Staying::Some;
        }
        let same_store = self.graph.nodes[from].store == self.graph.nodes[edge.to].store;
        match (self.has_tenant(from), same_store && self.reach.is_live(edge.to)) {
            (false, _) => Staying::Never,
            (true, true) => Staying::OtherTenants,
            (true, false) => Staying::Some,
        }
    }
}

/// Which records stay while what they point to goes.
enum Staying {
    Never,
    OtherTenants,
    Some,
}
