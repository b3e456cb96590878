//! Locate before you cut: counts what each step will touch, and notes what could not be found again afterwards.

use std::collections::{BTreeSet, HashSet};

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::error::EngineError;
use super::notebook::{Notebook, Noted, lists};
use super::reader::{Cursor, Reader, Row};
use crate::plan::graph::{Edge, EdgeIndex, NodeIndex};
use crate::plan::layout::{Part, Pins, Span, Step};
use crate::plan::{Plan, Reason};
use crate::port::{Key, ListName, Selection};
use crate::request::Action;
use crate::value::{LinkForm, Value, instant_of};

/// What was located for one step, before the first write.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Located {
    /// How many records.
    pub(crate) records: u64,
    /// For records that are erased: how many more have to stay as shells, as far as can be foretold.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub(crate) shells: u64,
    /// For records that are kept: the ground that binds longest, by its number in the policy, and its last day.
    #[serde(skip)]
    pub(crate) binding: Option<usize>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) until: Option<NaiveDate>,
    /// Why they are kept, with that ground.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) reason: Option<Reason>,
    /// Kept records whose start event is missing or cannot be read, so that nobody can say when they end.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub(crate) undated: u64,
}

fn is_zero(number: &u64) -> bool {
    *number == 0
}

/// Finds the records that each step of a plan touches.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Locator<'a> {
    pub(crate) reader: Reader<'a>,
    pub(crate) plan: &'a Plan,
    pub(crate) notebook: &'a Notebook,
}

/// How a step's records are found when their turn comes.
pub(crate) enum Source {
    /// By one query.
    Query(Selection),
    /// By the keys in a list, looked at again one page at a time.
    List(ListName),
}

impl Locator<'_> {
    /// Counts every step, in the plan's order, and notes all that will not be found again.
    pub(crate) async fn locate(&self) -> Result<Vec<Located>, EngineError> {
        self.reader.note_gone(self.notebook, &self.listed_collections()).await?;
        self.note_freed().await?;
        let mut located = Vec::with_capacity(self.plan.layout.steps.len());
        for step in &self.plan.layout.steps {
            located.push(self.locate_step(step).await?);
        }
        Ok(located)
    }

    /// The collections whose records have to be noted one by one, because no query tells them when their turn comes.
    fn listed_collections(&self) -> BTreeSet<NodeIndex> {
        let mut noted = BTreeSet::new();
        for step in &self.plan.layout.steps {
            if self.is_listed(step.node) {
                noted.insert(step.node);
            }
            let graph = self.reader.binder.graph();
            let pointed: Vec<NodeIndex> = match step.part {
                Part::OthersLink { edge, .. } | Part::KeptLink(edge) => {
                    self.edge(edge).map(|edge| edge.to).into_iter().collect()
                }
                // Masked records let go of all that is the subject's, also where nothing else is done to it.
                Part::Records(_) | Part::Shells(_) if step.action == Action::Anonymize => graph
                    .edges_from(step.node)
                    .filter(|(_, it)| it.role.is_some())
                    .map(|(_, it)| it.to)
                    .collect(),
                _ => Vec::new(),
            };
            noted.extend(pointed.into_iter().filter(|&node| !self.reader.binder.is_live(node)));
        }
        noted
    }

    /// Whether a collection's own records are found by their list rather than by a query.
    pub(crate) fn is_listed(&self, node: NodeIndex) -> bool {
        !self.reader.binder.is_live(node) || matches!(self.pins(node), Pins::Noted(_))
    }

    pub(crate) fn pins(&self, node: NodeIndex) -> &Pins {
        self.plan.layout.pins.get(node).unwrap_or(&Pins::None)
    }

    pub(crate) fn edge(&self, index: EdgeIndex) -> Option<&Edge> {
        self.reader.binder.graph().edges.get(index)
    }

    /// How the records of a step are found.
    pub(crate) fn source(&self, step: &Step) -> Source {
        let binder = self.reader.binder;
        let name = self.reader.name(step.node);
        match step.part {
            Part::Records(Span::Kept) | Part::Fields { span: Span::Kept, .. } | Part::KeptLink(_) => {
                Source::List(lists::kept(name))
            }
            Part::Records(span) | Part::Shells(span) | Part::Fields { span, .. } => {
                if self.is_listed(step.node) {
                    return Source::List(lists::gone(name));
                }
                let is_due = match step.part {
                    Part::Fields { .. } => binder.span(self.plan, step.node, step.category, Span::Lapsed),
                    _ => Selection::Everything,
                };
                Source::Query(self.own(step.node, span).and(is_due))
            }
            Part::OthersLink { edge: index, except_own } => match self.edge(index) {
                Some(edge) if self.is_one_query(edge) => {
                    let all = binder.forward(edge, binder.gone(edge.to));
                    let own = if except_own { binder.gone(edge.from) } else { Selection::Nothing };
                    Source::Query(all.and(own.negated()))
                }
                _ => Source::List(lists::others(name, index)),
            },
        }
    }

    /// The subject's records of a collection in one query, as their periods stand.
    pub(crate) fn own(&self, node: NodeIndex, span: Span) -> Selection {
        let category = self.plan.compiled.rules.collection(node).map_or(usize::MAX, |rule| rule.category);
        self.reader.binder.gone(node).and(self.reader.binder.span(self.plan, node, category, span))
    }

    /// Whether one query tells who points to the subject's records along an edge without being the subject's.
    fn is_one_query(&self, edge: &Edge) -> bool {
        let binder = self.reader.binder;
        let store_of = |node| binder.node(node).map(|it| it.store);
        binder.is_live(edge.from) && binder.is_live(edge.to) && store_of(edge.from) == store_of(edge.to)
    }

    async fn locate_step(&self, step: &Step) -> Result<Located, EngineError> {
        if let Part::Records(Span::Kept) = step.part {
            return self.note_kept(step).await;
        }
        if let Part::OthersLink { edge, except_own } = step.part
            && let Source::List(list) = self.source(step)
        {
            return self.note_others(&list, edge, except_own).await;
        }
        let (records, shells) = match (self.source(step), step.part) {
            (Source::Query(selection), Part::Records(span)) => {
                let shells = self.reader.count(step.node, &self.foretold_shells(step.node, span)).await?;
                (self.reader.count(step.node, &selection).await?.saturating_sub(shells), shells)
            }
            (Source::Query(_), Part::Shells(span)) => {
                (self.reader.count(step.node, &self.foretold_shells(step.node, span)).await?, 0)
            }
            (Source::Query(selection), _) => (self.reader.count(step.node, &selection).await?, 0),
            (Source::List(list), part) => {
                let (others, shells) = self.count_listed(step, &list).await?;
                if matches!(part, Part::Shells(_)) { (shells, 0) } else { (others, shells) }
            }
        };
        Ok(Located { records, shells, ..Located::default() })
    }

    /// How many records of a list the step is about: those that nothing keeps, and those that have to stay as shells.
    async fn count_listed(&self, step: &Step, list: &ListName) -> Result<(u64, u64), EngineError> {
        let has_shells = self.may_leave_shells(step.node)
            && matches!(step.part, Part::Records(_) | Part::Shells(_))
            && !step.held;
        let freed = lists::freed(self.reader.name(step.node));
        let (mut count, mut shells) = (0, 0);
        let mut after = 0;
        loop {
            let (rows, last) = self.listed(step, list, after).await?;
            let Some(rows) = rows else { return Ok((count, shells)) };
            after = last;
            let free = if has_shells {
                self.notebook.among(&freed, rows.iter().map(|row| &row.key)).await?.len()
            } else {
                rows.len()
            };
            shells += (rows.len() - free) as u64;
            count += free as u64;
        }
    }

    /// One page of a list as it stands now: the records that are still there and that the step is about. `None` at
    /// the end of the list.
    pub(crate) async fn listed(
        &self,
        step: &Step,
        list: &ListName,
        after: u64,
    ) -> Result<(Option<Vec<Row>>, u64), EngineError> {
        let (page, last) = self.notebook.page(list, after, self.reader.page).await?;
        if page.is_empty() {
            return Ok((None, last));
        }
        let keys = page.into_iter().map(|noted| noted.key.into_values()).collect();
        let mut cursor = self.reader.with_keys(step.node, &self.fields_of(step.node), keys)?;
        let mut rows = Vec::new();
        loop {
            let found = self.reader.next(&mut cursor).await?;
            if found.is_empty() {
                break;
            }
            rows.extend(found);
        }
        rows.retain(|row| self.is_about(step, row));
        if let Part::KeptLink(index) = step.part
            && let Some(edge) = self.edge(index)
        {
            rows = self.pointing_to_going(edge, rows).await?;
        }
        Ok((Some(rows), last))
    }

    /// These records without those objects that rows of somebody else have come to name since they were noted: stores
    /// that keep equal objects once hand the same one to whoever comes next. The rows that name objects are all still
    /// there when the objects' turn comes, so that they can be asked.
    pub(crate) async fn without_newly_shared(
        &self,
        node: NodeIndex,
        rows: Vec<Row>,
    ) -> Result<Vec<Row>, EngineError> {
        let graph = self.reader.binder.graph();
        let goes_along = graph.edges_from(node).any(|(_, edge)| edge.erases_record);
        if rows.is_empty() || goes_along || !graph.holds_objects(node) {
            return Ok(rows);
        }
        let shared = self.reader.shared(node, rows.clone()).await?;
        Ok(rows.into_iter().zip(shared).filter(|(_, shared)| !shared).map(|(row, _)| row).collect())
    }

    /// The fields that tell what a step does to a record: its links, and the events that its periods are counted from.
    pub(crate) fn fields_of(&self, node: NodeIndex) -> Vec<String> {
        let mut fields = self.reader.link_fields(node);
        if let Some(collection) = self.reader.binder.node(node) {
            fields.extend(collection.events().iter().map(|event| event.field().to_owned()));
        }
        fields.sort_unstable();
        fields.dedup();
        fields
    }

    /// Whether a noted record falls under a step, as its periods stand.
    pub(crate) fn is_about(&self, step: &Step, row: &Row) -> bool {
        let category =
            self.plan.compiled.rules.collection(step.node).map_or(usize::MAX, |rule| rule.category);
        let own_span = match step.part {
            Part::Records(span) | Part::Shells(span) | Part::Fields { span, .. } => span,
            Part::KeptLink(_) | Part::OthersLink { .. } => Span::All,
        };
        // What is kept was judged when it was noted; a mask may have changed its event since.
        let falls_in_span = own_span != Span::Lapsed || self.has_lapsed(step.node, category, row);
        let field_is_due = match step.part {
            Part::Fields { .. } => self.has_lapsed(step.node, step.category, row),
            _ => true,
        };
        falls_in_span && field_is_due
    }

    /// Whether every ground of a category has ended for a record. True where the category retains nothing.
    fn has_lapsed(&self, node: NodeIndex, category: usize, row: &Row) -> bool {
        let Some(collection) = self.reader.binder.node(node) else { return false };
        self.plan.compiled.rules.grounds_on(category, collection).all(|(index, _, event)| {
            let cutoff = self.plan.cutoffs.get(index).copied().flatten();
            let moment = event.and_then(|event| instant_of(row.value(event.field()), event.form()));
            matches!((moment, cutoff), (Some(moment), Some(cutoff)) if moment < cutoff)
        })
    }

    /// Notes the records that a ground keeps, each with its last day, and sums up what is noted.
    ///
    /// The sum goes over the notes and not over what was found just now: a run before this one may have noted records
    /// whose links it then cut.
    async fn note_kept(&self, step: &Step) -> Result<Located, EngineError> {
        let list = lists::kept(self.reader.name(step.node));
        if self.is_listed(step.node) {
            let gone = lists::gone(self.reader.name(step.node));
            let all = Step { part: Part::Records(Span::All), ..*step };
            let mut after = 0;
            loop {
                let (rows, last) = self.listed(&all, &gone, after).await?;
                let Some(mut rows) = rows else { break };
                after = last;
                rows.retain(|row| !self.has_lapsed(step.node, step.category, row));
                self.note_kept_page(step, &list, rows).await?;
            }
        } else {
            let fields = self.fields_of(step.node);
            let mut cursor = self.reader.all_of(step.node, &fields, self.own(step.node, Span::Kept));
            loop {
                let rows = self.reader.next(&mut cursor).await?;
                if rows.is_empty() {
                    break;
                }
                self.note_kept_page(step, &list, rows).await?;
            }
        }
        let mut located = Located::default();
        let mut after = 0;
        loop {
            let (page, last) = self.notebook.page(&list, after, self.reader.page).await?;
            if page.is_empty() {
                return Ok(located);
            }
            after = last;
            for noted in page {
                located.records += 1;
                located.undated += u64::from(noted.until.is_none());
                if noted.until > located.until || located.binding.is_none() {
                    (located.binding, located.until) = (noted.ground, noted.until.max(located.until));
                }
            }
        }
    }

    async fn note_kept_page(&self, step: &Step, list: &ListName, rows: Vec<Row>) -> Result<(), EngineError> {
        let noted = |row: Row| {
            let (ground, until) = self.last_day(step, &row);
            Noted { key: row.key, until, ground }
        };
        let page: Vec<Noted> = rows.into_iter().map(noted).collect();
        self.notebook.note(list, &page).await?;
        Ok(())
    }

    /// The ground that keeps a record longest, and its last day; no day where any ground's start event cannot be read.
    fn last_day(&self, step: &Step, row: &Row) -> (Option<usize>, Option<NaiveDate>) {
        let Some(collection) = self.reader.binder.node(step.node) else { return (None, None) };
        let calendar = self.plan.policy().calendar();
        let mut longest: Option<(NaiveDate, usize)> = None;
        for (index, ground, event) in self.plan.compiled.rules.grounds_on(step.category, collection) {
            let moment = event.and_then(|event| instant_of(row.value(event.field()), event.form()));
            let day =
                moment.and_then(|moment| calendar.last_day(ground.period(), ground.counted_from(), moment));
            let Some(day) = day else { return (Some(index), None) };
            longest = longest.max(Some((day, index)));
        }
        (longest.map(|(_, index)| index), longest.map(|(day, _)| day))
    }

    /// Notes other people's records that point to the subject's along an edge.
    async fn note_others(
        &self,
        list: &ListName,
        index: EdgeIndex,
        except_own: bool,
    ) -> Result<Located, EngineError> {
        let Some(edge) = self.edge(index) else { return Ok(Located::default()) };
        let fields = self.reader.link_fields(edge.to);
        let mut targets = Targets::new(self, edge.to, &fields);
        while let Some(rows) = targets.next(self).await? {
            let mut pointing =
                self.reader.pointing_along(edge, &self.reader.link_fields(edge.from), &rows)?;
            loop {
                let found = self.reader.next(&mut pointing).await?;
                if found.is_empty() {
                    break;
                }
                let own = if except_own { self.gone_among(edge.from, &found).await? } else { HashSet::new() };
                let others: Vec<Noted> = found
                    .into_iter()
                    .filter(|row| !own.contains(&row.key))
                    .map(|row| Noted::new(row.key))
                    .collect();
                self.notebook.note(list, &others).await?;
            }
        }
        let mut located = Located::default();
        let mut after = 0;
        loop {
            let (page, last) = self.notebook.page(list, after, self.reader.page).await?;
            if page.is_empty() {
                return Ok(located);
            }
            (located.records, after) = (located.records + page.len() as u64, last);
        }
    }

    /// Which of these records of a collection are the subject's.
    pub(crate) async fn gone_among(
        &self,
        node: NodeIndex,
        rows: &[Row],
    ) -> Result<HashSet<Key>, EngineError> {
        if !self.reader.binder.is_live(node) {
            let list = lists::gone(self.reader.name(node));
            let found = self.notebook.among(&list, rows.iter().map(|row| &row.key)).await?;
            return Ok(found.into_iter().cloned().collect());
        }
        self.matching_among(node, rows, self.reader.binder.gone(node)).await
    }

    /// Which of these records match a selection within the store's capabilities.
    pub(crate) async fn matching_among(
        &self,
        node: NodeIndex,
        rows: &[Row],
        selection: Selection,
    ) -> Result<HashSet<Key>, EngineError> {
        let Some(collection) = self.reader.binder.node(node) else { return Ok(HashSet::new()) };
        let keys: Vec<_> = rows.iter().map(|row| row.key.values().to_vec()).collect();
        let these = Selection::rows(collection.key().iter().cloned(), keys);
        let mut cursor = self.reader.all_of(node, &[], these.and(selection));
        let mut found = HashSet::new();
        loop {
            let page = self.reader.next(&mut cursor).await?;
            if page.is_empty() {
                return Ok(found);
            }
            found.extend(page.into_iter().map(|row| row.key));
        }
    }

    /// Of these records those that point along an edge to a record that goes.
    async fn pointing_to_going(&self, edge: &Edge, rows: Vec<Row>) -> Result<Vec<Row>, EngineError> {
        let links = self.links_to(edge, &rows, true).await?;
        Ok(rows
            .into_iter()
            .filter(|row| {
                row.meets(&edge.only) && row.link(&edge.fields).is_some_and(|link| links.contains(&link))
            })
            .collect())
    }

    /// The links of these records along an edge that lead to the subject's records: to all of them, or only to those
    /// that will be erased.
    pub(crate) async fn links_to(
        &self,
        edge: &Edge,
        rows: &[Row],
        only_going: bool,
    ) -> Result<HashSet<Vec<LinkForm>>, EngineError> {
        if self.reader.binder.graph().holds_objects(edge.to) && edge.to_key {
            return self.links_to_objects(edge, rows, only_going).await;
        }
        let mut links = HashSet::new();
        let mut targets = self.reader.pointed_along(edge, &self.fields_of(edge.to), rows)?;
        loop {
            let page = self.reader.next(&mut targets).await?;
            if page.is_empty() {
                return Ok(links);
            }
            let gone = self.gone_among(edge.to, &page).await?;
            let category =
                self.plan.compiled.rules.collection(edge.to).map_or(usize::MAX, |rule| rule.category);
            let may_erase = self.plan.compiled.rules.category(category).is_some_and(|rule| rule.may_erase());
            for row in page.iter().filter(|row| gone.contains(&row.key)) {
                let goes = may_erase && self.has_lapsed(edge.to, category, row);
                if goes || !only_going {
                    links.extend(row.link(&edge.to_fields));
                }
            }
        }
    }

    /// The same for objects, which have had their turn by now: what was noted of them tells, since they may be gone.
    async fn links_to_objects(
        &self,
        edge: &Edge,
        rows: &[Row],
        only_going: bool,
    ) -> Result<HashSet<Vec<LinkForm>>, EngineError> {
        let name = self.reader.name(edge.to);
        let keys: Vec<Key> = rows
            .iter()
            .flat_map(|row| row.values_of(&edge.fields))
            .flat_map(|value| [value.to_text().map(Value::from), Some(value)])
            .flatten()
            .map(|value| Key::new([value]))
            .collect();
        let gone = self.notebook.among(&lists::gone(name), &keys).await?;
        let kept = self.notebook.among(&lists::kept(name), &keys).await?;
        let links = gone.into_iter().filter(|key| !(only_going && kept.contains(key)));
        Ok(links.filter_map(|key| key.values().iter().map(Value::link_form).collect()).collect())
    }
}

/// The subject's records of a collection, page by page: by query where one tells them, by their list otherwise.
enum Targets {
    Query(Cursor),
    List(NodeIndex, u64),
}

impl Targets {
    fn new(locator: &Locator<'_>, node: NodeIndex, fields: &[String]) -> Self {
        let binder = locator.reader.binder;
        if binder.is_live(node) {
            Self::Query(locator.reader.all_of(node, fields, binder.gone(node)))
        } else {
            Self::List(node, 0)
        }
    }

    async fn next(&mut self, locator: &Locator<'_>) -> Result<Option<Vec<Row>>, EngineError> {
        match self {
            Self::Query(cursor) => {
                let rows = locator.reader.next(cursor).await?;
                Ok((!rows.is_empty()).then_some(rows))
            }
            Self::List(node, after) => {
                let all = Step {
                    node: *node,
                    part: Part::Records(Span::All),
                    action: Action::Retain,
                    category: 0,
                    held: true,
                };
                let list = lists::gone(locator.reader.name(*node));
                let (rows, last) = locator.listed(&all, &list, *after).await?;
                *after = last;
                Ok(rows)
            }
        }
    }
}
