//! Makes records let go: links to what goes are cleared.

use std::collections::{BTreeSet, HashSet};
use std::sync::Arc;

use super::Executor;
use crate::datamap::Role;
use crate::engine::error::EngineError;
use crate::engine::find::pages::Pages;
use crate::engine::find::records::Row;
use crate::engine::find::step_records::{StepRecords, points};
use crate::plan::graph::Edge;
use crate::plan::ids::NodeId;
use crate::port::{FieldMask, Replacement, Selection};
use crate::value::{LinkForm, field_of, list_of};

/// Links as [`Finder::links_to`](crate::engine::find::step_records::Finder::links_to) tells them.
pub(super) type Links = HashSet<Vec<LinkForm>>;

impl Executor<'_> {
    /// Lets every record of the same cycle go of these, which are about to be erased: whatever would keep its link was
    /// dealt with before, so that only records point here that go as well.
    /// Says whether there was anything to cut.
    pub(super) async fn cut_cycle(&self, node: NodeId, rows: &[Row]) -> Result<bool, EngineError> {
        let graph = self.finder.graph();
        let inside =
            graph.edges_to(node).filter(|(_, edge)| edge.can_let_go() && graph.same_group(edge.from, node));
        let mut has_cut = false;
        for (_, edge) in inside {
            let fields = self.finder.records.link_fields(edge.from);
            let mut pointing = self.finder.records.pointing_along(edge, &fields, rows)?;
            while let Some(mut found) = pointing.next().await? {
                // What came to point here since, and is not noted to go, keeps what it points to.
                let own = self.finder.own_among(edge.from, &found).await?;
                found.retain(|row| own.contains(&row.key));
                if found.is_empty() {
                    continue;
                }
                has_cut = true;
                let these = self.finder.as_linked(edge, &found)?;
                let links = rows.iter().filter_map(|row| row.link(&edge.to_fields)).collect();
                self.mask_where(edge.from, &self.clearing(edge, &[], &links), &these).await?;
            }
        }
        Ok(has_cut)
    }

    /// Cuts the links of the subject's records to others of theirs, those to owners last of all: they are what tells
    /// whose record it is. Fields that the step itself masks get those `masks` and no others.
    pub(super) async fn sever_links(
        &self,
        records: &StepRecords<'_>,
        masks: &[FieldMask],
    ) -> Result<(), EngineError> {
        let node = records.step.node;
        let edges = self.finder.graph().edges_from(node).map(|(_, edge)| edge);
        let mut edges: Vec<&Edge> =
            edges.filter(|edge| edge.role.is_some() && !edge.clears.is_empty()).collect();
        edges.sort_by_key(|edge| edge.role == Some(Role::OwnedBy));
        let mut pages = records.pages(&Selection::Everything);
        while let Some(rows) = pages.next().await? {
            let rows = self.still_about(records, rows).await?;
            for edge in &edges {
                let links = self.finder.links_to(edge, &rows, false).await?;
                let pointing: Vec<Row> =
                    rows.iter().filter(|row| points(edge, row, &links)).cloned().collect();
                if pointing.is_empty() {
                    continue;
                }
                let mut these = self.finder.as_linked(edge, &pointing)?;
                if matches!(edge.role, Some(Role::Owns | Role::OwnedBy)) {
                    these = these.and(self.finder.owned_by_others(node, &pointing).await?);
                }
                self.mask_where(node, &self.clearing(edge, masks, &links), &these).await?;
            }
        }
        Ok(())
    }

    /// What makes a record let go along an edge, without what is masked anyway. Of a list only these links go.
    pub(super) fn clearing(&self, edge: &Edge, masked: &[FieldMask], links: &Links) -> Vec<FieldMask> {
        let mut seen: HashSet<&str> = masked.iter().map(|mask| mask.field.as_str()).collect();
        let fields = edge.clears.iter().filter(|it| seen.insert(field_of(it.field())));
        let masks = fields
            .map(|it| FieldMask { field: it.field().to_owned(), with: self.replaced_by(it.mask()) })
            .collect();
        without_links(masks, links)
    }
}

/// These masks, of which one over the elements of a list takes these links out of it, and leaves all others.
pub(super) fn without_links(masks: Vec<FieldMask>, links: &Links) -> Vec<FieldMask> {
    let gone: Arc<BTreeSet<LinkForm>> = Arc::new(links.iter().flatten().cloned().collect());
    let mask = |mask: FieldMask| match list_of(&mask.field) {
        Some(list) => FieldMask { field: list.to_owned(), with: Replacement::Without(Arc::clone(&gone)) },
        None => mask,
    };
    masks.into_iter().map(mask).collect()
}
