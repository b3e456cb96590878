//! Erases a step's records, in batches.
//!
//! Where the database acts by itself on an erasure, each batch is looked for by its keys afterwards.

use super::Executor;
use crate::engine::error::EngineError;
use crate::engine::find::pages::Pages;
use crate::engine::find::records::Row;
use crate::engine::find::step_records::StepRecords;
use crate::plan::ids::{EdgeId, NodeId};
use crate::plan::layout::{Pins, Step};
use crate::port::Selection;
use crate::request::Action;

/// How many pages of records one statement may erase: none of them is read, so that only the store's own journal grows.
const MAX_PAGES_PER_ERASURE: usize = 64;

impl Executor<'_> {
    pub(super) async fn erase(&self, records: &StepRecords<'_>) -> Result<Option<u64>, EngineError> {
        if self.acts_on_erasure(records.step.node) {
            // A run before this one may have died between a batch and the look after it.
            self.finder.confirm_gone(records.step.node).await?;
        }
        match records.query() {
            Some(selection) => self.erase_queried(records, selection).await.map(Some),
            None => self.erase_cycle(&records.step).await.map(|()| None),
        }
    }

    async fn erase_queried(
        &self,
        records: &StepRecords<'_>,
        selection: &Selection,
    ) -> Result<u64, EngineError> {
        let node = records.step.node;
        self.cut_own_links(records, selection).await?;
        let (children, beyond) = self.finder.has_children(node)?;
        let selection = selection.clone().and(self.pinned(node).negated()).and(children.negated());
        if selection.is_nothing() {
            return Ok(0);
        }
        let is_looked_at = !beyond.is_empty() || self.finder.owning_edges(node).next().is_some();
        if is_looked_at || self.acts_on_erasure(node) {
            return self.erase_page_by_page(node, &selection, &beyond).await;
        }
        let shelf = self.finder.records.shelf(node)?;
        let limit = self.finder.records.page.saturating_mul(MAX_PAGES_PER_ERASURE);
        let mut total = 0;
        loop {
            let erased = shelf.erase(&selection, limit).await?;
            self.pause(node, shelf.name, erased).await;
            total += erased;
            if erased < limit as u64 {
                return Ok(total);
            }
        }
    }

    /// Erases page by page, for what cannot be said in a statement: what in other stores points to a record, whether what it
    /// owns is the subject's as well, and whether it is gone by its key.
    async fn erase_page_by_page(
        &self,
        node: NodeId,
        selection: &Selection,
        beyond: &[EdgeId],
    ) -> Result<u64, EngineError> {
        let fields = self.finder.records.link_fields(node);
        let mut total = 0;
        let mut pages = self.finder.records.all_of(node, &fields, selection.clone());
        while let Some(mut rows) = pages.next().await? {
            let pinned = self.finder.pointed_at_among(node, beyond, &rows, false).await?;
            rows.retain(|row| !pinned.contains(&row.key));
            if !rows.is_empty() {
                let may_go = self.finder.owned_by_others(node, &rows).await?;
                let these = self.finder.keys(node, &rows).and(selection.clone()).and(may_go);
                total += self.erase_batch(node, &rows, &these).await?;
            }
        }
        Ok(total)
    }

    /// Erases these records, as far as they are still as they have to be.
    async fn erase_batch(&self, node: NodeId, rows: &[Row], these: &Selection) -> Result<u64, EngineError> {
        let shelf = self.finder.records.shelf(node)?;
        let acts = self.acts_on_erasure(node);
        if acts {
            self.finder.note_doomed(node, rows).await?;
        }
        let erased = shelf.erase(these, rows.len()).await?;
        self.pause(node, shelf.name, erased).await;
        if acts {
            self.finder.confirm_gone(node).await?;
        }
        Ok(erased)
    }

    /// Whether the database does something by itself when a record of a collection is erased.
    fn acts_on_erasure(&self, node: NodeId) -> bool {
        self.survey.acting.contains(self.finder.ownership().collection(node).name())
    }

    /// Records that something which stays points to. Whatever will be erased has let go or is gone by the time it is asked.
    fn pinned(&self, node: NodeId) -> Selection {
        self.finder.ownership().pinned(node, self.finder.pins(node), |_| Selection::Everything)
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
        let (children, beyond) = self.finder.has_children(node)?;
        let mut total = 0;
        let mut pages = records.pages(&Selection::Everything);
        while let Some(rows) = pages.next().await? {
            let rows = self.finder.still_hers(node, rows).await?;
            let mut rows = self.unpinned(node, rows).await?;
            if self.cut_cycle(node, &rows).await? {
                // Some of what was cut may have been their own.
                rows = self.finder.still_hers(node, self.finder.again(node, &rows).await?).await?;
            }
            let pointed_at = self.finder.pointed_at_among(node, &beyond, &rows, false).await?;
            rows.retain(|row| !pointed_at.contains(&row.key));
            if !rows.is_empty() {
                let may_go = self.finder.owned_by_others(node, &rows).await?;
                let these = self.finder.as_read(node, &rows)?.and(children.clone().negated()).and(may_go);
                total += self.erase_batch(node, &rows, &these).await?;
            }
        }
        Ok(total)
    }

    /// These records without those that something which stays points to.
    async fn unpinned(&self, node: NodeId, mut rows: Vec<Row>) -> Result<Vec<Row>, EngineError> {
        if *self.finder.pins(node) != Pins::None || self.finder.graph().has_outside(node) {
            let pinned = self.finder.pinned_among(node, &rows, false).await?;
            rows.retain(|row| !pinned.contains(&row.key));
        }
        Ok(rows)
    }

    /// How many records a step that erases should have taken and did not: what nothing that stays points to.
    pub(crate) async fn missed(&self, records: &StepRecords<'_>) -> Result<u64, EngineError> {
        let node = records.step.node;
        if let Some(selection) = records.query() {
            let selection = selection.clone().and(self.pinned(node).negated());
            return self.finder.records.count(node, &selection).await;
        }
        let mut count = 0;
        let mut pages = records.pages(&Selection::Everything);
        while let Some(rows) = pages.next().await? {
            let rows = self.finder.still_hers(node, rows).await?;
            count += self.unpinned(node, rows).await?.len() as u64;
        }
        Ok(count)
    }

    /// Lets the subject's own records let go of each other, so that they may go in any order.
    async fn cut_own_links(
        &self,
        records: &StepRecords<'_>,
        selection: &Selection,
    ) -> Result<(), EngineError> {
        let node = records.step.node;
        let to_itself = self.finder.graph().edges_from(node);
        for (_, edge) in to_itself.filter(|(_, edge)| edge.to == node && edge.can_let_go()) {
            let points = edge.fields.iter().fold(Selection::Everything, |all, field| {
                all.and(Selection::Null { field: field.clone() }.negated())
            });
            let mut pages = records.pages(&points);
            while let Some(rows) = pages.next().await? {
                let these = self.finder.keys(node, &rows).and(selection.clone()).and(points.clone());
                let links = rows.iter().flat_map(|row| row.links(&edge.fields)).collect();
                self.mask_where(node, &self.clearing(edge, &[], &links), &these).await?;
            }
        }
        Ok(())
    }
}
