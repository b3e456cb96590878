//! Erases a step's records, in batches.

use super::Executor;
use crate::engine::error::EngineError;
use crate::engine::find::pages::Pages;
use crate::engine::find::step_records::StepRecords;
use crate::plan::layout::{Pins, Step};
use crate::port::Selection;
use crate::request::Action;

/// How many pages of records one statement may erase: none of them is read, so that only the store's own journal grows.
const MAX_PAGES_PER_ERASURE: usize = 64;

impl Executor<'_> {
    pub(super) async fn erase(&self, records: &StepRecords<'_>) -> Result<(), EngineError> {
        match records.query() {
            Some(selection) => self.erase_queried(records, selection).await,
            None => self.erase_cycle(&records.step).await,
        }
    }

    async fn erase_queried(
        &self,
        records: &StepRecords<'_>,
        selection: &Selection,
    ) -> Result<(), EngineError> {
        let node = records.step.node;
        // Whatever will be erased has let go or is gone by now, so whatever still points here stays.
        let ownership = self.finder.ownership();
        let pinned = ownership.pinned(node, self.finder.pins(node), |_| Selection::Everything);
        self.cut_own_links(records).await?;
        let shelf = self.finder.records.shelf(node)?;
        let selection = selection.clone().and(pinned.negated());
        if selection.is_nothing() {
            return Ok(());
        }
        let limit = self.finder.records.page.saturating_mul(MAX_PAGES_PER_ERASURE);
        loop {
            let erased = shelf.erase(&selection, limit).await?;
            self.pause(node, shelf.name, erased).await;
            if erased < limit as u64 {
                return Ok(());
            }
        }
    }

    /// Erases what was noted. Within a cycle, one record may only go after another, whichever collection it is of.
    async fn erase_cycle(&self, step: &Step) -> Result<(), EngineError> {
        loop {
            let mut erased = 0;
            for step in self.steps_of_cycle(step) {
                let records = self.finder.records_of(step);
                if records.list().is_some() {
                    erased += self.erase_listed(&records).await?;
                }
            }
            if erased == 0 {
                return Ok(());
            }
        }
    }

    /// The steps that erase in the same cycle of collections as this one, itself among them.
    fn steps_of_cycle(&self, step: &Step) -> impl Iterator<Item = &Step> {
        let graph = self.finder.graph();
        self.finder.plan().layout.steps.iter().filter(move |other| {
            other.action == Action::Erase && !other.held && graph.same_group(other.node, step.node)
        })
    }

    async fn erase_listed(&self, records: &StepRecords<'_>) -> Result<u64, EngineError> {
        let node = records.step.node;
        let shelf = self.finder.records.shelf(node)?;
        let may_be_pinned = *self.finder.pins(node) != Pins::None || self.finder.graph().has_outside(node);
        let mut total = 0;
        let mut pages = records.pages(&Selection::Everything);
        while let Some(rows) = pages.next().await? {
            let mut rows = self.finder.without_newly_shared(node, rows).await?;
            if may_be_pinned {
                let pinned = self.finder.pinned_among(node, &rows, false).await?;
                rows.retain(|row| !pinned.contains(&row.key));
            }
            if !rows.is_empty() {
                self.cut_cycle(node, &rows).await?;
                let erased = shelf.erase(&self.finder.keys(node, &rows), rows.len()).await?;
                self.pause(node, shelf.name, erased).await;
                total += erased;
            }
        }
        Ok(total)
    }

    /// Lets the subject's own records let go of each other, so that they may go in any order.
    async fn cut_own_links(&self, records: &StepRecords<'_>) -> Result<(), EngineError> {
        let node = records.step.node;
        let to_itself = self.finder.graph().edges_from(node);
        for (_, edge) in to_itself.filter(|(_, edge)| edge.to == node && edge.can_let_go()) {
            let points = edge.fields.iter().fold(Selection::Everything, |all, field| {
                all.and(Selection::Null { field: field.clone() }.negated())
            });
            let mut pages = records.pages(&points);
            while let Some(rows) = pages.next().await? {
                self.mask_rows(node, &self.clearing(edge, &[]), &rows).await?;
            }
        }
        Ok(())
    }
}
