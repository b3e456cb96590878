//! Makes records let go: links to what goes are cleared.

use std::collections::HashSet;

use super::Executor;
use crate::datamap::Role;
use crate::engine::error::EngineError;
use crate::engine::find::pages::Pages;
use crate::engine::find::records::Row;
use crate::engine::find::step_records::{StepRecords, points};
use crate::plan::graph::Edge;
use crate::plan::ids::NodeId;
use crate::port::{FieldMask, Selection};

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
                self.mask_where(edge.from, &self.clearing(edge, &[]), &these).await?;
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
                self.mask_where(node, &self.clearing(edge, masks), &these).await?;
            }
        }
        Ok(())
    }

    /// What makes a record let go along an edge, without what is masked anyway.
    pub(super) fn clearing(&self, edge: &Edge, masked: &[FieldMask]) -> Vec<FieldMask> {
        let mut seen: HashSet<&str> = masked.iter().map(|mask| mask.field.as_str()).collect();
        let fields = edge.clears.iter().filter(|it| seen.insert(it.field()));
        fields
            .map(|it| FieldMask { field: it.field().to_owned(), with: self.replaced_by(it.mask()) })
            .collect()
    }
}
