//! Follows links record by record, page by page, where no single query can: cycles, several stores, small stores.
//!
//! Down from the subject, to all records that lead to them; then up from each of those, to see whether it leads to
//! anybody else. What is found is noted in the ledger, so that memory holds one page and its ancestors, never the whole.

use std::collections::BTreeSet;

use super::pages::Pages;
use super::records::{Cursor, Records, Row};
use crate::engine::error::EngineError;
use crate::engine::record::notebook::{Notebook, Noted};
use crate::plan::graph::{Edge, Hop};
use crate::plan::ids::NodeId;
use crate::plan::reach::{Anchor, decides_itself};
use crate::port::ListName;
use crate::value::Value;

/// What a record says of its owner by itself, before its links are followed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Belongs {
    ToSubject,
    ToAnother,
    WhereLinksLead,
}

impl<'a> Records<'a> {
    /// What a record says of its owner by itself, and whether its links have to be followed beyond that.
    pub(super) fn belongs(&self, node: NodeId, row: &Row) -> Belongs {
        match self.ownership.anchor() {
            Anchor::People if self.ownership.collection(node).subject().is_none() => Belongs::WhereLinksLead,
            Anchor::People if self.ownership.people.contains(node, row.key.values()) => Belongs::ToSubject,
            Anchor::People => Belongs::ToAnother,
            Anchor::Tenant if self.is_in_tenant(node, row) => Belongs::ToSubject,
            Anchor::Tenant if self.is_in_other_tenant(node, row) => Belongs::ToAnother,
            Anchor::Tenant => Belongs::WhereLinksLead,
        }
    }

    fn is_in_tenant(&self, node: NodeId, row: &Row) -> bool {
        let Some(tenant) = self.ownership.tenancy.tenant() else { return false };
        let collection = self.ownership.collection(node);
        let wanted = Value::from(tenant).link_form();
        let by_field = collection.tenant().is_some_and(|field| row.value(field).link_form() == wanted);
        let is_it = match row.key.values() {
            [key] => collection.is_tenant_root() && key.link_form() == wanted,
            _ => false,
        };
        by_field || is_it
    }

    fn is_in_other_tenant(&self, node: NodeId, row: &Row) -> bool {
        let collection = self.ownership.collection(node);
        let says_any = collection.is_tenant_root()
            || collection.tenant().is_some_and(|field| !row.value(field).is_null());
        says_any && !self.is_in_tenant(node, row)
    }

    /// Whether a requester's identifiers may match a record: it is in the tenant, where its collection has one.
    pub(crate) fn is_matchable(&self, node: NodeId, row: &Row) -> bool {
        let collection = self.ownership.collection(node);
        let has_tenant = collection.tenant().is_some() || collection.is_tenant_root();
        !has_tenant || self.ownership.tenancy.tenant().is_none() || self.is_in_tenant(node, row)
    }

    /// The records of a collection that belong to the people found so far, as cursors.
    pub(crate) async fn below_people(
        &self,
        notebook: &Notebook,
        node: NodeId,
        fields: &[String],
    ) -> Result<Vec<Cursor<'a>>, EngineError> {
        if !self.ownership.plan.is_noted(node) {
            return Ok(vec![self.all_of(node, fields, self.ownership.owned(node))]);
        }
        let followed = self.note_owned(notebook, [node]).await?;
        let mut cursors = Vec::new();
        let mut pages = notebook.pages(notebook.lists.own(self.name(node)), self.page);
        while let Some(page) = pages.next().await? {
            let keys = page.into_iter().map(|noted| noted.key.into_values()).collect();
            cursors.push(self.with_keys(node, fields, keys)?);
        }
        // The person may turn out to be more records than these, and their records to be more than those.
        let noted: Vec<_> = followed.into_iter().map(|node| notebook.lists.own(self.name(node))).collect();
        notebook.forget(&noted).await?;
        Ok(cursors)
    }

    /// Whether the request may take a record at all, as far as tenants go.
    pub(super) fn may_take(&self, node: NodeId, row: &Row) -> bool {
        self.ownership.tenancy.tenant().is_none() || !self.is_in_other_tenant(node, row)
    }

    /// The hops that have to be followed up from a collection's records.
    pub(super) fn hops(&self, node: NodeId) -> Vec<(Hop, Edge, NodeId)> {
        let graph = self.ownership.graph();
        if decides_itself(graph, self.ownership.anchor(), node) {
            return Vec::new();
        }
        graph.hops_from(node).map(|(hop, edge, up)| (hop, edge.clone(), up)).collect()
    }

    /// The records one hop above these.
    pub(super) fn above(&self, hop: Hop, edge: &Edge, rows: &[Row]) -> Result<Cursor<'a>, EngineError> {
        match hop {
            Hop::Forward(_) => self.pointed_along(edge, &self.link_fields(edge.to), rows),
            Hop::Backward(_) => self.pointing_along(edge, &self.link_fields(edge.from), rows),
        }
    }

    /// Notes which records of the `wanted` collections are the subject's, in each one's list.
    pub(crate) async fn note_own(
        &self,
        notebook: &Notebook,
        wanted: &BTreeSet<NodeId>,
    ) -> Result<(), EngineError> {
        let (live, traced): (Vec<_>, Vec<_>) =
            wanted.iter().copied().partition(|&node| self.ownership.is_one_query(node));
        for node in live {
            let fields: Vec<String> = self.birth_field(node).into_iter().collect();
            let mut cursor = self.all_of(node, &fields, self.ownership.own(node));
            self.note_rest(notebook, node, &notebook.lists.own(self.name(node)), &mut cursor).await?;
        }
        if traced.is_empty() {
            return Ok(());
        }
        let followed = self.note_owned(notebook, traced).await?;
        self.note_erased_along(notebook, &followed).await
    }

    /// Notes which records of these collections, and of those on the ways up from them, belong to the subject and to
    /// nobody else; returns all of these collections.
    async fn note_owned(
        &self,
        notebook: &Notebook,
        traced: impl IntoIterator<Item = NodeId>,
    ) -> Result<BTreeSet<NodeId>, EngineError> {
        let followed = self.ownership.plan.compiled.reach(self.ownership.anchor()).followed(traced);
        self.note_reached(notebook, &followed).await?;
        for &node in &followed {
            self.note_unshared(notebook, node).await?;
        }
        let reached: Vec<_> = followed.iter().map(|&node| notebook.lists.reached(self.name(node))).collect();
        notebook.forget(&reached).await?;
        Ok(followed)
    }

    /// Notes all records that lead to the subject: down from the subject, until nothing new is found.
    async fn note_reached(
        &self,
        notebook: &Notebook,
        followed: &BTreeSet<NodeId>,
    ) -> Result<(), EngineError> {
        for &node in followed {
            let mut seeds = match self.ownership.anchor() {
                Anchor::People => {
                    let keys = self.ownership.people.of(node).map(|keys| keys.to_vec()).unwrap_or_default();
                    self.with_keys(node, &self.link_fields(node), keys)?
                }
                Anchor::Tenant => self.tenant_rows(node)?,
            };
            self.note_rest(notebook, node, &notebook.lists.reached(self.name(node)), &mut seeds).await?;
        }
        let pages = |&node| (node, notebook.pages(notebook.lists.reached(self.name(node)), self.page));
        let mut reached: Vec<_> = followed.iter().map(pages).collect();
        loop {
            let mut moved = false;
            for (node, pages) in &mut reached {
                if let Some(page) = pages.next().await? {
                    moved = true;
                    self.note_below(notebook, followed, *node, page).await?;
                }
            }
            if !moved {
                return Ok(());
            }
        }
    }

    /// Notes the records one hop below these.
    async fn note_below(
        &self,
        notebook: &Notebook,
        followed: &BTreeSet<NodeId>,
        node: NodeId,
        page: Vec<Noted>,
    ) -> Result<(), EngineError> {
        for &child in followed {
            for (hop, edge, _) in self.hops(child).into_iter().filter(|(_, _, up)| *up == node) {
                let keys = page.iter().map(|noted| noted.key.values().to_vec()).collect();
                let mut above = self.with_keys(node, &self.link_fields(node), keys)?;
                while let Some(rows) = above.next().await? {
                    let mut below = match hop {
                        Hop::Forward(_) => self.pointing_along(&edge, &self.link_fields(child), &rows)?,
                        Hop::Backward(_) => self.pointed_along(&edge, &self.link_fields(child), &rows)?,
                    };
                    let reached = notebook.lists.reached(self.name(child));
                    self.note_rest(notebook, child, &reached, &mut below).await?;
                }
            }
        }
        Ok(())
    }

    /// Notes those of the reached records that lead to nobody else.
    async fn note_unshared(&self, notebook: &Notebook, node: NodeId) -> Result<(), EngineError> {
        self.note_those_of_nobody_else(notebook, node, notebook.lists.reached(self.name(node))).await
    }

    /// Notes those records of a list that lead to nobody else as the subject's; and objects of which that cannot be told, so
    /// that they are asked about.
    pub(crate) async fn note_those_of_nobody_else(
        &self,
        notebook: &Notebook,
        node: NodeId,
        list: ListName,
    ) -> Result<(), EngineError> {
        let mut pages = notebook.pages(list, self.page);
        while let Some(page) = pages.next().await? {
            let rows = self.all_noted(node, &self.link_fields(node), page).await?;
            let shared = self.shared(node, rows.clone()).await?;
            let takeable = rows.into_iter().zip(shared).filter(|(row, _)| self.may_take(node, row));
            let (others, own): (Vec<_>, Vec<_>) = takeable.partition(|(_, shared)| *shared);
            let noted = |rows: Vec<(Row, bool)>| -> Vec<Noted> {
                rows.into_iter().map(|(row, _)| self.noted(node, &row)).collect()
            };
            notebook.note(&notebook.lists.own(self.name(node)), &noted(own)).await?;
            if self.ownership.graph().holds_objects(node) && !others.is_empty() {
                let others: Vec<Row> = others.into_iter().map(|(row, _)| row).collect();
                let surely = self.surely_shared(node, others.clone()).await?;
                let doubtful = others.into_iter().zip(surely).filter(|(_, surely)| !surely).collect();
                notebook.note(&notebook.lists.doubtful(self.name(node)), &noted(doubtful)).await?;
            }
        }
        Ok(())
    }

    /// Notes the records that go along with those noted, by links that say so, until nothing new is found.
    async fn note_erased_along(
        &self,
        notebook: &Notebook,
        followed: &BTreeSet<NodeId>,
    ) -> Result<(), EngineError> {
        let graph = self.ownership.graph();
        let mut edges = Vec::new();
        for &node in followed {
            for (_, edge) in graph.edges_from(node).filter(|(_, edge)| edge.erases_record) {
                edges.push((edge, notebook.pages(notebook.lists.own(self.name(edge.to)), self.page)));
            }
        }
        loop {
            let mut moved = false;
            for (edge, pages) in &mut edges {
                if let Some(page) = pages.next().await? {
                    moved = true;
                    self.note_along(notebook, edge, page).await?;
                }
            }
            if !moved {
                return Ok(());
            }
        }
    }

    /// Notes the records that go along with these, by an edge that says so.
    async fn note_along(
        &self,
        notebook: &Notebook,
        edge: &Edge,
        page: Vec<Noted>,
    ) -> Result<(), EngineError> {
        let keys = page.into_iter().map(|noted| noted.key.into_values()).collect();
        let mut targets = self.with_keys(edge.to, &self.link_fields(edge.to), keys)?;
        while let Some(rows) = targets.next().await? {
            let mut pointing = self.pointing_along(edge, &self.link_fields(edge.from), &rows)?;
            while let Some(found) = pointing.next().await? {
                let may_go = found.into_iter().filter(|row| self.may_take(edge.from, row));
                let along: Vec<Noted> = may_go.map(|row| self.noted(edge.from, &row)).collect();
                notebook.note(&notebook.lists.own(self.name(edge.from)), &along).await?;
            }
        }
        Ok(())
    }

    /// The records whose own fields say that the request's tenant contains them.
    fn tenant_rows(&self, node: NodeId) -> Result<Cursor<'a>, EngineError> {
        let fields = self.link_fields(node);
        let Some(tenant) = self.ownership.tenancy.tenant() else {
            return self.with_keys(node, &fields, Vec::new());
        };
        let collection = self.ownership.collection(node);
        if self.shelf(node)?.capabilities().predicates {
            return Ok(self.all_of(node, &fields, self.ownership.in_tenant(node)));
        }
        let by = match (collection.tenant(), collection.key()) {
            (Some(field), _) => vec![field.to_owned()],
            (None, [key]) if collection.is_tenant_root() => vec![key.clone()],
            _ => return self.with_keys(node, &fields, Vec::new()),
        };
        self.pointing(node, &fields, &by, vec![vec![Value::from(tenant)]], &[])
    }

    /// Notes all that a cursor still has.
    async fn note_rest(
        &self,
        notebook: &Notebook,
        node: NodeId,
        list: &ListName,
        cursor: &mut Cursor<'_>,
    ) -> Result<(), EngineError> {
        while let Some(rows) = cursor.next().await? {
            let records: Vec<Noted> = rows.iter().map(|row| self.noted(node, row)).collect();
            notebook.note(list, &records).await?;
        }
        Ok(())
    }
}
