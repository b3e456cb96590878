//! Looks again, in the moment of a change: whose noted records are by now, what still points to them, and who else owns
//! what they own.
//!
//! What was noted was true when it was noted. So it is looked at again before each batch, and each batch says in its own
//! statement, as far as its store can be asked, that nothing has changed since.

use std::collections::{BTreeMap, HashSet};

use super::records::Row;
use super::step_records::{Finder, points};
use crate::datamap::Role;
use crate::engine::error::EngineError;
use crate::engine::find::pages::Pages;
use crate::plan::graph::Edge;
use crate::plan::ids::{EdgeId, NodeId};
use crate::plan::layout::{Part, Step};
use crate::port::{Key, Selection};
use crate::value::{LinkForm, Value, field_of};

impl Finder<'_> {
    /// Those of a step's noted records that it is still about.
    pub(crate) async fn still_about(&self, step: &Step, rows: Vec<Row>) -> Result<Vec<Row>, EngineError> {
        match step.part {
            _ if rows.is_empty() => Ok(rows),
            Part::OthersLink { edge, except_own } => {
                self.still_others(&self.graph().edges[edge], except_own, rows).await
            }
            Part::Records(_) | Part::Shells(_) | Part::Fields { .. } | Part::KeptLink(_) => {
                self.still_hers(step.node, rows).await
            }
        }
    }

    /// These records without those that have come to be somebody else's. Records that go along with others, whoever owns
    /// them, have to point to those still, or to nothing any more, as the request itself leaves them.
    pub(crate) async fn still_hers(&self, node: NodeId, rows: Vec<Row>) -> Result<Vec<Row>, EngineError> {
        if rows.is_empty() {
            return Ok(rows);
        }
        let shared = self.records.shared(node, rows.clone()).await?;
        let mut hers: Vec<bool> = shared.into_iter().map(|shared| !shared).collect();
        let cut = self.noted_as_others(node, &rows).await?;
        for (row, is_hers) in rows.iter().zip(&mut hers) {
            *is_hers &= !cut.contains(&row.key);
        }
        for (_, edge) in self.graph().edges_from(node).filter(|(_, edge)| edge.erases_record) {
            let links = self.links_to(edge, &rows, false).await?;
            for (row, is_hers) in rows.iter().zip(&mut hers) {
                *is_hers |= points(edge, row, &links) || row.links(&edge.fields).is_empty();
            }
        }
        Ok(rows.into_iter().zip(hers).filter(|(_, is_hers)| *is_hers).map(|(row, _)| row).collect())
    }

    /// Those of somebody else's records that still point to the subject's along an edge. One that has come to be the
    /// subject's alone is none of them: it would be left to nobody.
    async fn still_others(
        &self,
        edge: &Edge,
        except_own: bool,
        rows: Vec<Row>,
    ) -> Result<Vec<Row>, EngineError> {
        let mut links = self.links_to(edge, &rows, false).await?;
        if self.plan().is_noted(edge.to) {
            let shared = self.links_to_shared(edge, &rows).await?;
            links.retain(|link| !shared.contains(link));
        }
        let pointing: Vec<Row> = rows.into_iter().filter(|row| points(edge, row, &links)).collect();
        if !except_own || edge.role != Some(Role::OwnedBy) {
            return Ok(pointing);
        }
        let shared = self.records.shared(edge.from, pointing.clone()).await?;
        let cut = self.noted_as_others(edge.from, &pointing).await?;
        let stays = |(row, shared): &(Row, bool)| {
            *shared || cut.contains(&row.key) || !self.records.may_take(edge.from, row)
        };
        Ok(pointing.into_iter().zip(shared).filter(stays).map(|(row, _)| row).collect())
    }

    /// The links of these records along an edge that lead only to what somebody else owns by now, whatever was noted of it.
    async fn links_to_shared(
        &self,
        edge: &Edge,
        rows: &[Row],
    ) -> Result<HashSet<Vec<LinkForm>>, EngineError> {
        let (mut to_hers, mut to_shared) = (HashSet::new(), HashSet::new());
        let mut targets = self.records.pointed_along(edge, &self.records.link_fields(edge.to), rows)?;
        while let Some(page) = targets.next().await? {
            let hers = self.still_hers(edge.to, page.clone()).await?;
            let hers: HashSet<&Key> = hers.iter().map(|row| &row.key).collect();
            for row in &page {
                let links = if hers.contains(&row.key) { &mut to_hers } else { &mut to_shared };
                links.extend(row.link(&edge.to_fields));
            }
        }
        to_shared.retain(|link| !to_hers.contains(link));
        Ok(to_shared)
    }

    /// Which of these records were noted as somebody else's for a link that may have led to that somebody too, since it points
    /// to several records, or to one of somebody else's that goes along: letting go of the subject there lets go of the
    /// others as well, whom nothing tells any more.
    pub(crate) async fn noted_as_others(
        &self,
        node: NodeId,
        rows: &[Row],
    ) -> Result<HashSet<Key>, EngineError> {
        let mut noted = HashSet::new();
        let edges = self.graph().edges_from(node).map(|(_, edge)| edge);
        let goes_along = |node| self.graph().edges_from(node).any(|(_, edge)| edge.erases_record);
        let owners = edges.filter(|edge| edge.role == Some(Role::OwnedBy));
        for edge in owners.filter(|edge| !edge.to_key || goes_along(edge.to)) {
            let link = self.plan().link_name(edge);
            let list = self.notebook.lists.others(self.records.name(node), &link, edge.first_number);
            let found = self.notebook.among(&list, rows.iter().map(|row| &row.key)).await?;
            noted.extend(found.into_iter().cloned());
        }
        Ok(noted)
    }

    /// These records, provided that their links are as they were read.
    pub(crate) fn as_read(&self, node: NodeId, rows: &[Row]) -> Result<Selection, EngineError> {
        let mut fields: Vec<String> = Vec::new();
        for (_, edge) in self.graph().edges_from(node) {
            fields.extend(edge.fields.iter().map(|field| field_of(field).to_owned()));
            fields.extend(edge.only.iter().map(|condition| condition.field().to_owned()));
        }
        fields.extend(self.ownership().collection(node).tenant().map(str::to_owned));
        Ok(self.with_values(node, fields, rows)?.and(self.nobody_else(node)?))
    }

    /// These records, provided that this link of theirs is as it was read.
    pub(crate) fn as_linked(&self, edge: &Edge, rows: &[Row]) -> Result<Selection, EngineError> {
        let fields = edge.fields.iter().map(|field| field_of(field).to_owned()).collect();
        let linked = self.with_values(edge.from, fields, rows)?;
        Ok(linked.and(self.nobody_else(edge.from)?))
    }

    /// That nobody of the subject's records has come to be somebody else, as far as the collection's store can be asked:
    /// whose noted records are was found out by way of those.
    fn nobody_else(&self, node: NodeId) -> Result<Selection, EngineError> {
        let store = self.ownership().collection(node).store;
        if !self.records.shelf(node)?.capabilities().links {
            return Ok(Selection::Everything);
        }
        let people = self.ownership().people.iter().map(|(person, _)| person);
        let here = people.filter(|&person| self.ownership().collection(person).store == store);
        Ok(here.fold(Selection::Everything, |all, person| {
            all.and(self.ownership().has_successor(person).negated())
        }))
    }

    /// These records by their keys, provided that these fields are as they were read, where their store can be asked.
    fn with_values(
        &self,
        node: NodeId,
        mut fields: Vec<String>,
        rows: &[Row],
    ) -> Result<Selection, EngineError> {
        let key = self.ownership().collection(node).key();
        fields.retain(|field| !key.contains(field));
        fields.sort_unstable();
        fields.dedup();
        if fields.is_empty() || !self.records.shelf(node)?.capabilities().predicates {
            return Ok(self.keys(node, rows));
        }
        // A null equals nothing, so that records are told apart by which of their fields are null.
        let mut alike: BTreeMap<Vec<bool>, Vec<&Row>> = BTreeMap::new();
        for row in rows {
            let nulls = fields.iter().map(|field| row.value(field).is_null()).collect();
            alike.entry(nulls).or_default().push(row);
        }
        Ok(alike.into_iter().fold(Selection::Nothing, |all, (nulls, rows)| {
            let mut compared = key.to_vec();
            let mut same = Selection::Everything;
            for (field, is_null) in fields.iter().zip(nulls) {
                if is_null {
                    same = same.and(Selection::Null { field: field.clone() });
                } else {
                    compared.push(field.clone());
                }
            }
            let values = |row: &&Row| -> Vec<Value> {
                let beside_key = compared.iter().skip(key.len()).map(|field| row.value(field).clone());
                row.key.values().iter().cloned().chain(beside_key).collect()
            };
            let rows: Vec<Vec<Value>> = rows.iter().map(values).collect();
            all.or(Selection::rows(compared.iter().cloned(), rows).and(same))
        }))
    }

    /// Records of a collection that something still points to which has to be gone, or has to have let go, before they go;
    /// and the edges from other stores, of which no statement here can say so.
    pub(crate) fn has_children(&self, node: NodeId) -> Result<(Selection, Vec<EdgeId>), EngineError> {
        self.pointed_at_here(node, &self.plan().layout.children[node])
    }

    /// The same for a kept record that is about to let go of its owner.
    pub(crate) fn keeps_children(&self, node: NodeId) -> Result<(Selection, Vec<EdgeId>), EngineError> {
        self.pointed_at_here(node, &self.plan().layout.children_of_kept[node])
    }

    fn pointed_at_here(
        &self,
        node: NodeId,
        edges: &[EdgeId],
    ) -> Result<(Selection, Vec<EdgeId>), EngineError> {
        let store = self.ownership().collection(node).store;
        let can_link = self.records.shelf(node)?.capabilities().links;
        let edges = edges.iter().copied();
        let is_here = |edge: &EdgeId| {
            can_link && self.ownership().collection(self.graph().edges[*edge].from).store == store
        };
        let (here, beyond): (Vec<EdgeId>, Vec<EdgeId>) = edges.partition(is_here);
        Ok((self.ownership().pointed_at(&here, |_| Selection::Everything), beyond))
    }

    /// Those of these records that may lose a link by which they own something: what they own is the subject's and goes,
    /// or has another owner, who is held.
    pub(crate) async fn owned_by_others(&self, node: NodeId, rows: &[Row]) -> Result<Selection, EngineError> {
        let mut all = Selection::Everything;
        // What goes along, whoever owns it, never made the subject an owner of anything.
        let mut along: HashSet<&Key> = HashSet::new();
        for (_, edge) in self.graph().edges_from(node).filter(|(_, edge)| edge.erases_record) {
            let links = self.links_to(edge, rows, false).await?;
            along.extend(rows.iter().filter(|row| points(edge, row, &links)).map(|row| &row.key));
        }
        for edge in self.owning_edges(node) {
            let links = self.links_to(edge, rows, false).await?;
            let is_free = |row: &&Row| {
                along.contains(&row.key)
                    || !row.meets(&edge.only)
                    || row.links(&edge.fields).iter().all(|link| links.contains(link))
            };
            let mut free: Vec<Row> = rows.iter().filter(is_free).cloned().collect();
            let reach = self.plan().compiled.reach(self.plan().anchor);
            let [from, to] = [edge.from, edge.to].map(|it| self.ownership().collection(it).store);
            let mut held = Selection::Nothing;
            if from == to && reach.is_sayable(edge.to) {
                held = Selection::Held(Box::new(self.ownership().others_own(edge)));
            } else {
                let rest: Vec<Row> = rows.iter().filter(|row| !is_free(row)).cloned().collect();
                free.extend(self.pointing_to_shared(edge, rest).await?);
            }
            all = all.and(self.keys(node, &free).or(held));
        }
        Ok(all)
    }

    /// The edges by which records of a collection own others that the request takes.
    pub(crate) fn owning_edges(&self, node: NodeId) -> impl Iterator<Item = &Edge> {
        let takes = |to| {
            let mut steps = self.plan().layout.steps.iter();
            steps.any(|step| step.node == to && matches!(step.part, Part::Records(_)))
        };
        let edges = self.graph().edges_from(node).map(|(_, edge)| edge);
        edges.filter(move |edge| edge.role == Some(Role::Owns) && takes(edge.to))
    }

    /// Those of these records that point to nothing, or to what belongs to somebody else.
    async fn pointing_to_shared(&self, edge: &Edge, rows: Vec<Row>) -> Result<Vec<Row>, EngineError> {
        let mut unshared = HashSet::new();
        let mut targets = self.records.pointed_along(edge, &self.records.link_fields(edge.to), &rows)?;
        while let Some(page) = targets.next().await? {
            let shared = self.records.shared(edge.to, page.clone()).await?;
            let may_go = |(row, shared): &(&Row, bool)| !shared && self.records.may_take(edge.to, row);
            let alone = page.iter().zip(shared).filter(may_go);
            unshared.extend(alone.filter_map(|(row, _)| row.link(&edge.to_fields)));
        }
        Ok(rows.into_iter().filter(|row| !points(edge, row, &unshared)).collect())
    }
}
