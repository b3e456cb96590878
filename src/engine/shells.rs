//! Which of the subject's records cannot go, because something that stays points to them and cannot let go.
//!
//! They stay as empty shells. Which ones is foretold before the first write, so that plans and counts say so.

use std::collections::{BTreeMap, HashSet};

use super::error::EngineError;
use super::locate::Locator;
use super::notebook::{Noted, lists};
use super::reader::{Row, led_to};
use crate::plan::graph::NodeIndex;
use crate::plan::layout::{Part, Pins, Span, Step};
use crate::port::{Key, Selection};
use crate::request::Action;
use crate::value::LinkForm;

impl Locator<'_> {
    /// Of the records that one query tells, those that will have to stay as shells.
    pub(crate) fn foretold_shells(&self, node: NodeIndex, span: Span) -> Selection {
        let binder = self.reader.binder;
        let pinned = binder.pinned(node, self.pins(node), |from| binder.guard(from).negated());
        if pinned.is_nothing() { pinned } else { self.own(node, span).and(pinned) }
    }

    /// Whether the plan says what happens to a collection's records that something which stays points to.
    pub(crate) fn may_leave_shells(&self, node: NodeIndex) -> bool {
        self.plan.layout.steps.iter().any(|step| step.node == node && matches!(step.part, Part::Shells(_)))
    }

    /// Notes, for collections whose records are listed, which of them may go: nothing that stays points to them.
    ///
    /// What points comes before what is pointed to, so one round settles everything but circles, which take as many as
    /// they are long. What no round frees points to itself in a circle, and stays.
    pub(crate) async fn note_freed(&self) -> Result<(), EngineError> {
        let mut spans: BTreeMap<NodeIndex, Step> = BTreeMap::new();
        for step in &self.plan.layout.steps {
            if matches!(step.part, Part::Shells(_)) && self.is_listed(step.node) {
                spans.insert(step.node, *step);
            }
        }
        let order: Vec<NodeIndex> = self
            .reader
            .binder
            .graph()
            .order
            .iter()
            .copied()
            .filter(|node| spans.contains_key(node))
            .collect();
        loop {
            let mut grown = false;
            for node in &order {
                if let Some(step) = spans.get(node) {
                    grown |= self.note_freed_in(step).await?;
                }
            }
            if !grown {
                return Ok(());
            }
        }
    }

    async fn note_freed_in(&self, step: &Step) -> Result<bool, EngineError> {
        let name = self.reader.name(step.node);
        let (gone, freed) = (lists::gone(name), lists::freed(name));
        let mut grown = false;
        let mut after = 0;
        loop {
            let (rows, last) = self.listed(step, &gone, after).await?;
            let Some(mut rows) = rows else { return Ok(grown) };
            after = last;
            let known: HashSet<Key> = self
                .notebook
                .among(&freed, rows.iter().map(|row| &row.key))
                .await?
                .into_iter()
                .cloned()
                .collect();
            rows.retain(|row| !known.contains(&row.key));
            let pinned = self.pinned_among(step.node, &rows, true).await?;
            let free = rows.into_iter().filter(|row| !pinned.contains(&row.key));
            let notes: Vec<Noted> = free.map(|row| Noted::new(row.key)).collect();
            grown |= self.notebook.note(&freed, &notes).await? > 0;
        }
    }

    /// Which of these records something points to that stays or, when `is_forecast` is false, that is still there.
    pub(crate) async fn pinned_among(
        &self,
        node: NodeIndex,
        rows: &[Row],
        is_forecast: bool,
    ) -> Result<HashSet<Key>, EngineError> {
        let mut pinned = HashSet::new();
        for &index in self.pins(node).edges() {
            let Some(edge) = self.edge(index) else { continue };
            let mut pointing = self.reader.pointing_along(edge, &self.fields_of(edge.from), rows)?;
            let mut links: HashSet<(Vec<LinkForm>, Key)> = HashSet::new();
            loop {
                let found = self.reader.next(&mut pointing).await?;
                if found.is_empty() {
                    break;
                }
                let going =
                    if is_forecast { self.going_among(edge.from, &found).await? } else { HashSet::new() };
                let stays = found.into_iter().filter(|row| !going.contains(&row.key));
                links.extend(
                    stays.flat_map(|row| {
                        led_to(edge, &row).into_iter().map(move |link| (link, row.key.clone()))
                    }),
                );
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
        let outside = self.reader.binder.pinned(node, &Pins::None, |_| Selection::Nothing);
        if !outside.is_nothing() {
            pinned.extend(self.matching_among(node, rows, outside).await?);
        }
        Ok(pinned)
    }

    /// Which of these records will be erased, as far as is known by now.
    async fn going_among(&self, node: NodeIndex, rows: &[Row]) -> Result<HashSet<Key>, EngineError> {
        let is_erasure = |step: &&Step| step.node == node && step.action == Action::Erase && !step.held;
        let Some(step) = self.plan.layout.steps.iter().find(is_erasure) else { return Ok(HashSet::new()) };
        let Part::Records(span) = step.part else { return Ok(HashSet::new()) };
        if !self.is_listed(node) {
            let going = self.own(node, span).and(self.foretold_shells(node, span).negated());
            return self.matching_among(node, rows, going).await;
        }
        let name = self.reader.name(node);
        let list = if self.may_leave_shells(node) { lists::freed(name) } else { lists::gone(name) };
        let going = self.notebook.among(&list, rows.iter().map(|row| &row.key)).await?;
        let about = rows.iter().filter(|row| self.is_about(step, row) && going.contains(&row.key));
        Ok(about.map(|row| row.key.clone()).collect())
    }
}
