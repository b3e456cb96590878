//! Carries out one step of a plan, batch by batch, so that it may be stopped anywhere and run again.

use std::collections::HashSet;

use super::error::EngineError;
use super::locate::{Locator, Source};
use super::reader::{Cursor, Row};
use crate::datamap::{Mask, Role};
use crate::plan::graph::{Edge, NodeIndex};
use crate::plan::layout::{Part, Pins, Step};
use crate::plan::reach::Anchor;
use crate::port::{Batch, FieldMask, ListName, Replacement, Scrubber, Selection, Throttle};
use crate::request::Action;

/// How many pages of records one statement may erase: none of them is read, so that only the store's own journal grows.
const PAGES_PER_ERASURE: usize = 64;

/// Carries out steps. What it is given was located, and written down, before.
#[derive(Clone, Copy)]
pub(crate) struct Executor<'a> {
    pub(crate) locator: Locator<'a>,
    /// Removes the subject's identifiers from free text.
    pub(crate) scrubber: &'a Scrubber,
    pub(crate) pseudonyms: &'a Replacement,
    /// Is told how many records each batch changed.
    pub(crate) on_batch: &'a (dyn Fn(u64) + Send + Sync),
    /// Is asked after each batch when the next one may begin.
    pub(crate) throttle: Option<&'a dyn Throttle>,
}

impl Executor<'_> {
    /// Carries out a step. Running it twice does no more than running it once.
    pub(crate) async fn run(&self, step: &Step) -> Result<(), EngineError> {
        if step.held {
            return Ok(());
        }
        match step.action {
            Action::Retain => Ok(()),
            Action::Erase => self.erase(step).await,
            Action::Anonymize | Action::Clear => self.change(step).await,
        }
    }

    /// How many records the step is still about: nothing, once it is done and nothing came in between.
    ///
    /// For a step that erases this counts what stays as a shell; for one that masks, what still holds a value where
    /// the mask would put one that is the same for all.
    pub(crate) async fn remaining(&self, step: &Step) -> Result<u64, EngineError> {
        let reader = self.locator.reader;
        let unmasked = self.unmasked(step);
        match self.locator.source(step) {
            Source::Query(selection) => {
                let selection =
                    if step.action == Action::Erase { selection } else { selection.and(unmasked) };
                reader.count(step.node, &selection).await
            }
            Source::List(list) => {
                let can = reader.shelf(step.node)?.capabilities();
                let mut count = 0;
                let mut after = 0;
                loop {
                    let (rows, last) = self.locator.listed(step, &list, after).await?;
                    let Some(rows) = rows else { return Ok(count) };
                    after = last;
                    if step.action == Action::Erase {
                        count += rows.len() as u64;
                    } else if can.predicates && !rows.is_empty() {
                        count += reader
                            .count(step.node, &self.keys(step.node, &rows).and(unmasked.clone()))
                            .await?;
                    }
                }
            }
        }
    }

    /// How many records a step that erases should have taken and did not.
    pub(crate) async fn missed(&self, step: &Step) -> Result<u64, EngineError> {
        let Source::List(list) = self.locator.source(step) else { return self.remaining(step).await };
        let (mut count, mut after) = (0, 0);
        loop {
            let (rows, last) = self.locator.listed(step, &list, after).await?;
            let Some(rows) = rows else { return Ok(count) };
            after = last;
            count += self.locator.without_newly_shared(step.node, rows).await?.len() as u64;
        }
    }

    async fn erase(&self, step: &Step) -> Result<(), EngineError> {
        match self.locator.source(step) {
            Source::Query(selection) => {
                let binder = self.locator.reader.binder;
                // Whatever will be erased has let go or is gone by now, so whatever still points here stays.
                let pinned =
                    binder.pinned(step.node, self.locator.pins(step.node), |_| Selection::Everything);
                self.cut_own_links(step).await?;
                let shelf = self.locator.reader.shelf(step.node)?;
                let selection = selection.and(pinned.negated());
                if selection.is_nothing() {
                    return Ok(());
                }
                loop {
                    let limit = self.locator.reader.page.saturating_mul(PAGES_PER_ERASURE);
                    let erased = shelf.erase(&selection, limit).await?;
                    self.pause(step.node, erased).await;
                    if erased < limit as u64 {
                        return Ok(());
                    }
                }
            }
            // Within a circle, one record may only go after another, whichever collection it is of.
            Source::List(_) => loop {
                let mut erased = 0;
                for step in self.circle_of(step) {
                    if let Source::List(list) = self.locator.source(step) {
                        erased += self.erase_listed(step, &list).await?;
                    }
                }
                if erased == 0 {
                    return Ok(());
                }
            },
        }
    }

    /// The steps that erase in the same circle of collections as this one, itself among them.
    fn circle_of(&self, step: &Step) -> impl Iterator<Item = &Step> {
        let graph = self.locator.reader.binder.graph();
        self.locator.plan.layout.steps.iter().filter(move |other| {
            other.action == Action::Erase && !other.held && graph.same_group(other.node, step.node)
        })
    }

    /// Lets the subject's own records let go of each other, so that they may go in any order.
    async fn cut_own_links(&self, step: &Step) -> Result<(), EngineError> {
        let graph = self.locator.reader.binder.graph();
        for (_, edge) in
            graph.edges_from(step.node).filter(|(_, edge)| edge.to == step.node && edge.can_let_go())
        {
            let points = edge.fields.iter().fold(Selection::Everything, |all, field| {
                all.and(Selection::Null { field: field.clone() }.negated())
            });
            let mut pages = self.pages(step, &points);
            while let Some(rows) = self.next_page(step, &mut pages).await? {
                self.mask(step.node, &clearing(edge), &rows).await?;
            }
        }
        Ok(())
    }

    async fn erase_listed(&self, step: &Step, list: &ListName) -> Result<u64, EngineError> {
        let shelf = self.locator.reader.shelf(step.node)?;
        let mut total = 0;
        let mut after = 0;
        loop {
            let (rows, last) = self.locator.listed(step, list, after).await?;
            let Some(rows) = rows else { return Ok(total) };
            after = last;
            let mut rows = self.locator.without_newly_shared(step.node, rows).await?;
            if *self.locator.pins(step.node) != Pins::None || self.has_outside(step.node) {
                let pinned = self.locator.pinned_among(step.node, &rows, false).await?;
                rows.retain(|row| !pinned.contains(&row.key));
            }
            if rows.is_empty() {
                continue;
            }
            self.cut_circle(step.node, &rows).await?;
            let erased = shelf.erase(&self.keys(step.node, &rows), rows.len()).await?;
            self.pause(step.node, erased).await;
            total += erased;
        }
    }

    fn has_outside(&self, node: NodeIndex) -> bool {
        self.locator.reader.binder.graph().outside.get(node).is_some_and(|list| !list.is_empty())
    }

    /// Lets every record of the same circle go of these, which are about to be erased: whatever would keep its link was
    /// dealt with before, so that only records point here that go as well.
    async fn cut_circle(&self, node: NodeIndex, rows: &[Row]) -> Result<(), EngineError> {
        let graph = self.locator.reader.binder.graph();
        let inside =
            graph.edges_to(node).filter(|(_, edge)| edge.can_let_go() && graph.same_group(edge.from, node));
        for (_, edge) in inside {
            let fields = self.locator.reader.link_fields(edge.from);
            let mut pointing = self.locator.reader.pointing_along(edge, &fields, rows)?;
            loop {
                let found = self.locator.reader.next(&mut pointing).await?;
                if found.is_empty() {
                    break;
                }
                self.mask(edge.from, &clearing(edge), &found).await?;
            }
        }
        Ok(())
    }

    /// Masks or clears, page by page in the order of keys, since a masked record may still match.
    async fn change(&self, step: &Step) -> Result<(), EngineError> {
        let masks = self.masks(step);
        let severs_links = matches!(step.part, Part::Records(_) | Part::Shells(_));
        let is_listed = matches!(self.locator.source(step), Source::List(_));
        // Where a query tells whose records they are, links are cut last. Where a list does, they are cut first, since
        // they may hold the very values that the masks take away.
        if severs_links && is_listed {
            self.sever_links(step).await?;
        }
        if !masks.is_empty() {
            let mut pages = self.pages(step, &Selection::Everything);
            while let Some(rows) = self.next_page(step, &mut pages).await? {
                self.mask(step.node, &masks, &rows).await?;
            }
        }
        if severs_links && !is_listed {
            self.sever_links(step).await?;
        }
        Ok(())
    }

    /// Cuts the links of the subject's records to others of theirs, those to owners last of all: they are what tells
    /// whose record it is.
    async fn sever_links(&self, step: &Step) -> Result<(), EngineError> {
        let mut edges: Vec<&Edge> = self
            .locator
            .reader
            .binder
            .graph()
            .edges_from(step.node)
            .map(|(_, edge)| edge)
            .filter(|edge| edge.role.is_some() && !edge.clears.is_empty())
            .collect();
        edges.sort_by_key(|edge| edge.role == Some(Role::OwnedBy));
        let mut pages = self.pages(step, &Selection::Everything);
        while let Some(rows) = self.next_page(step, &mut pages).await? {
            for edge in &edges {
                let links = self.locator.links_to(edge, &rows, false).await?;
                let points = |row: &&Row| {
                    row.meets(&edge.only) && row.link(&edge.fields).is_some_and(|link| links.contains(&link))
                };
                let pointing: Vec<Row> = rows.iter().filter(points).cloned().collect();
                self.mask(step.node, &clearing(edge), &pointing).await?;
            }
        }
        Ok(())
    }

    /// The step's records as they stand; of those that a query tells only the ones that match.
    fn pages(&self, step: &Step, matching: &Selection) -> Pages {
        match self.locator.source(step) {
            Source::Query(selection) => {
                let fields = self.locator.reader.link_fields(step.node);
                let selection = selection.and(matching.clone());
                Pages::Query(self.locator.reader.all_of(step.node, &fields, selection))
            }
            Source::List(list) => Pages::List { list, after: 0 },
        }
    }

    /// The next page that has any records; `None` at the end.
    async fn next_page(&self, step: &Step, pages: &mut Pages) -> Result<Option<Vec<Row>>, EngineError> {
        match pages {
            Pages::Query(cursor) => {
                let rows = self.locator.reader.next(cursor).await?;
                Ok((!rows.is_empty()).then_some(rows))
            }
            Pages::List { list, after } => loop {
                let (rows, last) = self.locator.listed(step, list, *after).await?;
                *after = last;
                match rows {
                    Some(rows) if rows.is_empty() => {}
                    rows => return Ok(rows),
                }
            },
        }
    }

    async fn mask(&self, node: NodeIndex, masks: &[FieldMask], rows: &[Row]) -> Result<(), EngineError> {
        if rows.is_empty() || masks.is_empty() {
            return Ok(());
        }
        let changed = self.locator.reader.shelf(node)?.mask(masks, &self.keys(node, rows)).await?;
        self.pause(node, changed).await;
        Ok(())
    }

    /// Tells of a batch that is done, and waits until the next one may begin.
    async fn pause(&self, node: NodeIndex, records: u64) {
        (self.on_batch)(records);
        if let (Some(throttle), Ok(shelf)) = (self.throttle, self.locator.reader.shelf(node)) {
            let collection = self.locator.reader.name(node);
            throttle.after_batch(Batch { store: shelf.name, collection, records }).await;
        }
    }

    fn keys(&self, node: NodeIndex, rows: &[Row]) -> Selection {
        let Some(collection) = self.locator.reader.binder.node(node) else { return Selection::Nothing };
        let keys: Vec<_> = rows.iter().map(|row| row.key.values().to_vec()).collect();
        Selection::rows(collection.key().iter().cloned(), keys)
    }

    /// What a step writes into its records, apart from the links that it cuts afterwards.
    fn masks(&self, step: &Step) -> Vec<FieldMask> {
        self.locator
            .plan
            .compiled
            .masked_fields(step)
            .into_iter()
            .map(|field| FieldMask { field: field.field.clone(), with: self.replacement(step, &field.mask) })
            .collect()
    }

    fn replacement(&self, step: &Step, mask: &Mask) -> Replacement {
        // Nothing of a shell stays; and of a whole tenant no single person's identifiers can be told from the rest.
        let is_whole = matches!(step.part, Part::Shells(_)) || self.locator.plan.anchor == Anchor::Tenant;
        match mask {
            Mask::Null => Replacement::Null,
            Mask::Constant(value) => Replacement::Constant(value.clone()),
            Mask::Token => Replacement::Token,
            Mask::Pseudonym => self.pseudonyms.clone(),
            Mask::Prefix(length) => Replacement::Prefix(*length),
            Mask::Scrub if is_whole => Replacement::Constant(Scrubber::SCRUBBED.into()),
            Mask::Scrub => Replacement::Scrub(self.scrubber.clone()),
        }
    }

    /// Records in which a field does not hold what its mask puts there for all.
    fn unmasked(&self, step: &Step) -> Selection {
        self.masks(step).iter().filter_map(|mask| mask.with.same_for_all().map(|value| (mask, value))).fold(
            Selection::Nothing,
            |any, (mask, value)| {
                let masked = if value.is_null() {
                    Selection::Null { field: mask.field.clone() }
                } else {
                    Selection::one_of(mask.field.clone(), [value])
                };
                any.or(masked.negated())
            },
        )
    }
}

/// A step's records, page by page.
enum Pages {
    Query(Cursor),
    List { list: ListName, after: u64 },
}

fn clearing(edge: &Edge) -> Vec<FieldMask> {
    let mut seen = HashSet::new();
    edge.clears
        .iter()
        .filter(|field| seen.insert(field.as_str()))
        .map(|field| FieldMask { field: field.clone(), with: Replacement::Null })
        .collect()
}
