//! Which of the subject's records cannot go, because something that stays points to them and cannot let go.
//!
//! They stay as empty shells. Which ones is worked out before the first write, so that plans and counts say so.

use std::collections::HashSet;

use super::pages::Pages;
use super::records::Row;
use super::step_records::Finder;
use crate::engine::error::EngineError;
use crate::engine::record::notebook::Noted;
use crate::plan::ids::{EdgeId, NodeId};
use crate::plan::layout::{Part, Pins, Step};
use crate::plan::record::Span;
use crate::port::{Key, Selection};
use crate::request::Action;
use crate::value::LinkForm;

impl Finder<'_> {
    /// Of the records that one query tells, those that will have to stay as shells.
    pub(crate) fn expected_shells(&self, node: NodeId, span: Span) -> Selection {
        let ownership = self.ownership();
        let pinned = ownership.pinned(node, self.pins(node), |from| ownership.guard(from).negated());
        if pinned.is_nothing() { pinned } else { self.own(node, span).and(pinned) }
    }

    /// Whether the plan says what happens to a collection's records that something which stays points to.
    pub(crate) fn may_leave_shells(&self, node: NodeId) -> bool {
        self.plan().layout.steps.iter().any(|step| step.node == node && matches!(step.part, Part::Shells(_)))
    }

    /// Notes, for collections whose records are listed, which of them may go: nothing that stays points to them.
    ///
    /// What points comes before what is pointed to, so one round settles everything but cycles, which take as many as
    /// they are long. What no round frees points to itself in a cycle, and stays.
    pub(crate) async fn note_erasable(&self) -> Result<(), EngineError> {
        let steps = self.plan().layout.steps.iter();
        let mut steps: Vec<&Step> =
            steps.filter(|step| matches!(step.part, Part::Shells(_)) && self.is_listed(step.node)).collect();
        steps.sort_by_key(|step| self.graph().position(step.node));
        loop {
            let mut grown = false;
            for step in &steps {
                grown |= self.note_erasable_in(step).await?;
            }
            if !grown {
                return Ok(());
            }
        }
    }

    async fn note_erasable_in(&self, step: &Step) -> Result<bool, EngineError> {
        let name = self.records.name(step.node);
        let erasable = self.notebook.lists.erasable(name);
        let mut grown = false;
        let mut pages = self.listed(step, self.notebook.lists.own(name));
        while let Some(mut rows) = pages.next().await? {
            let known: HashSet<Key> = self
                .notebook
                .among(&erasable, rows.iter().map(|row| &row.key))
                .await?
                .into_iter()
                .cloned()
                .collect();
            rows.retain(|row| !known.contains(&row.key));
            let pinned = self.pinned_among(step.node, &rows, true).await?;
            let free = rows.into_iter().filter(|row| !pinned.contains(&row.key));
            let notes: Vec<Noted> = free.map(|row| self.records.noted(step.node, &row)).collect();
            grown |= self.notebook.note(&erasable, &notes).await? > 0;
        }
        Ok(grown)
    }

    /// Which of these records something points to that stays or, when `is_forecast` is false, that is still there.
    pub(crate) async fn pinned_among(
        &self,
        node: NodeId,
        rows: &[Row],
        is_forecast: bool,
    ) -> Result<HashSet<Key>, EngineError> {
        let mut pinned = self.pointed_at_among(node, self.pins(node).edges(), rows, is_forecast).await?;
        let outside = self.ownership().pinned(node, &Pins::None, |_| Selection::Nothing);
        if !outside.is_nothing() {
            pinned.extend(self.matching_among(node, rows, outside).await?);
        }
        Ok(pinned)
    }

    /// Which of these records something points to along one of these edges that stays or, when `is_forecast` is false, that
    /// is still there.
    pub(crate) async fn pointed_at_among(
        &self,
        node: NodeId,
        edges: &[EdgeId],
        rows: &[Row],
        is_forecast: bool,
    ) -> Result<HashSet<Key>, EngineError> {
        let mut pinned = HashSet::new();
        for &edge in edges {
            let edge = &self.graph().edges[edge];
            let mut pointing = self.records.pointing_along(edge, &self.fields_of(edge.from), rows)?;
            let mut links: HashSet<(Vec<LinkForm>, Key)> = HashSet::new();
            while let Some(found) = pointing.next().await? {
                let going =
                    if is_forecast { self.going_among(edge.from, &found).await? } else { HashSet::new() };
                let stays = found.into_iter().filter(|row| !going.contains(&row.key));
                for row in stays {
                    let led = self.records.led_to(edge, &row)?;
                    links.extend(led.into_iter().map(|link| (link, row.key.clone())));
                }
            }
            for row in rows {
                // A record that points to itself does not keep itself.
                let is_pointed_to = row.link(&edge.to_fields).is_some_and(|link| {
                    links.iter().any(|(to, from)| *to == link && !(edge.from == node && *from == row.key))
                });
                if is_pointed_to {
                    pinned.insert(row.key.clone());
                }
            }
        }
        Ok(pinned)
    }

    /// Which of these records will be erased, as far as is known by now.
    async fn going_among(&self, node: NodeId, rows: &[Row]) -> Result<HashSet<Key>, EngineError> {
        let is_erasure = |step: &&Step| step.node == node && step.action == Action::Erase && !step.held;
        let Some(step) = self.plan().layout.steps.iter().find(is_erasure) else { return Ok(HashSet::new()) };
        let Part::Records(span) = step.part else { return Ok(HashSet::new()) };
        if !self.is_listed(node) {
            let going = self.own(node, span).and(self.expected_shells(node, span).negated());
            return self.matching_among(node, rows, going).await;
        }
        let name = self.records.name(node);
        let lists = self.notebook.lists;
        let list = if self.may_leave_shells(node) { lists.erasable(name) } else { lists.own(name) };
        let going = self.notebook.among(&list, rows.iter().map(|row| &row.key)).await?;
        let about = rows.iter().filter(|row| self.is_about(step, row) && going.contains(&row.key));
        Ok(about.map(|row| row.key.clone()).collect())
    }
}
