//! Locate before you cut: counts what each step will touch, and notes what could not be found again afterwards.

use std::collections::{BTreeSet, HashSet};

use chrono::NaiveDate;

use super::pages::Pages;
use super::records::Row;
use super::step_records::{Finder, StepRecords};
use crate::engine::error::EngineError;
use crate::engine::record::journal::Located;
use crate::engine::record::notebook::{Noted, NotedGround};
use crate::plan::Reason;
use crate::plan::ids::{EdgeId, GroundId, NodeId};
use crate::plan::layout::{Part, Step};
use crate::plan::record::Span;
use crate::port::{ListName, Selection};
use crate::request::Action;
use crate::value::instant_of;

/// Records that were noted under former plans of the request, by the list in which they stand. Their links may be cut.
pub(crate) type Carried = Vec<(NodeId, ListName)>;

impl Finder<'_> {
    /// Counts every step, in the plan's order, and notes all that will not be found again.
    pub(crate) async fn survey(&self, carried: &Carried) -> Result<Vec<Located>, EngineError> {
        let listed = self.listed_collections();
        self.records.note_own(self.notebook, &listed).await?;
        for (node, list) in carried.iter().filter(|(node, _)| listed.contains(node)) {
            self.records.note_those_of_nobody_else(self.notebook, *node, list.clone()).await?;
        }
        self.note_erasable().await?;
        let mut located = Vec::with_capacity(self.plan().layout.steps.len());
        for step in &self.plan().layout.steps {
            located.push(self.survey_step(&self.records_of(step)).await?);
        }
        Ok(located)
    }

    /// Notes once more what has to be noted, for what came since, or came to be the subject's.
    pub(crate) async fn note_again(&self) -> Result<(), EngineError> {
        let listed = self.listed_collections();
        self.records.note_own(self.notebook, &listed).await?;
        self.note_erasable().await?;
        for step in self.plan().layout.steps.iter().filter(|step| !step.held) {
            let records = self.records_of(step);
            if let (Part::OthersLink { edge, except_own }, Some(list)) = (step.part, records.list()) {
                self.note_others(list, edge, except_own, true).await?;
            }
        }
        Ok(())
    }

    /// The collections whose records have to be noted one by one, because no query tells them when their turn comes.
    fn listed_collections(&self) -> BTreeSet<NodeId> {
        let mut listed = BTreeSet::new();
        let edges = &self.graph().edges;
        for step in &self.plan().layout.steps {
            // What is held is noted for the day on which the hold is released: what it hangs on may be gone by then.
            if self.is_listed(step.node) || step.held {
                listed.insert(step.node);
            }
            let pointed: Vec<NodeId> = match step.part {
                Part::OthersLink { edge, .. } | Part::KeptLink(edge) => vec![edges[edge].to],
                // Masked records let go of all that is the subject's, also where nothing else is done to it.
                Part::Records(_) | Part::Shells(_) if step.action == Action::Anonymize => self
                    .graph()
                    .edges_from(step.node)
                    .filter(|(_, it)| it.role.is_some())
                    .map(|(_, it)| it.to)
                    .collect(),
                _ => Vec::new(),
            };
            listed.extend(pointed.into_iter().filter(|&node| self.plan().is_noted(node)));
        }
        listed
    }

    async fn survey_step(&self, records: &StepRecords<'_>) -> Result<Located, EngineError> {
        let step = &records.step;
        match (step.part, records.list()) {
            (Part::Records(Span::Kept), _) => return self.note_kept(step).await,
            (Part::OthersLink { edge, except_own }, Some(list)) => {
                return self.note_others(list, edge, except_own, false).await;
            }
            _ => {}
        }
        let (count, shells) = match (records.query(), step.part) {
            (Some(_), Part::Records(span)) => {
                let shells = self.count_expected_shells(step.node, span).await?;
                (records.count().await?.saturating_sub(shells), shells)
            }
            (Some(_), Part::Shells(span)) => (self.count_expected_shells(step.node, span).await?, 0),
            (Some(_), _) => (records.count().await?, 0),
            (None, part) => {
                let (others, shells) = self.count_listed(records).await?;
                if matches!(part, Part::Shells(_)) { (shells, 0) } else { (others, shells) }
            }
        };
        Ok(Located { records: count, shells, ..Located::default() })
    }

    async fn count_expected_shells(&self, node: NodeId, span: Span) -> Result<u64, EngineError> {
        self.records.count(node, &self.expected_shells(node, span)).await
    }

    /// How many records of a list the step is about: those that nothing keeps, and those that have to stay as shells.
    async fn count_listed(&self, records: &StepRecords<'_>) -> Result<(u64, u64), EngineError> {
        let step = &records.step;
        let has_shells = self.may_leave_shells(step.node)
            && matches!(step.part, Part::Records(_) | Part::Shells(_))
            && !step.held;
        let erasable = self.notebook.lists.erasable(self.records.name(step.node));
        let (mut count, mut shells) = (0, 0);
        let mut pages = records.pages(&Selection::Everything);
        while let Some(rows) = pages.next().await? {
            let free = if has_shells {
                self.notebook.among(&erasable, rows.iter().map(|row| &row.key)).await?.len()
            } else {
                rows.len()
            };
            shells += (rows.len() - free) as u64;
            count += free as u64;
        }
        Ok((count, shells))
    }

    /// Notes the records that a ground keeps, each with its ground and its last day, and sums up what is noted.
    ///
    /// The sum goes over the notes and not over what was found just now: a run before this one may have noted records
    /// whose links it then cut.
    pub(crate) async fn note_kept(&self, step: &Step) -> Result<Located, EngineError> {
        let list = self.notebook.lists.kept(self.records.name(step.node));
        if self.is_listed(step.node) {
            let own = self.notebook.lists.own(self.records.name(step.node));
            let mut pages = self.listed(&Step { part: Part::Records(Span::All), ..*step }, own);
            while let Some(mut rows) = pages.next().await? {
                rows.retain(|row| !self.has_lapsed(step.node, step.category, row));
                self.note_kept_page(step, &list, rows).await?;
            }
        } else {
            let fields = self.fields_of(step.node);
            let mut cursor = self.records.all_of(step.node, &fields, self.own(step.node, Span::Kept));
            while let Some(rows) = cursor.next().await? {
                self.note_kept_page(step, &list, rows).await?;
            }
        }
        let mut located = Located::default();
        let mut pages = self.notebook.pages(list, self.records.page);
        while let Some(page) = pages.next().await? {
            for noted in page {
                located.records += 1;
                located.undated += u64::from(noted.until.is_none());
                if noted.until > located.until || located.reason.is_none() {
                    located.until = noted.until.max(located.until);
                    located.reason = reason_of(noted.ground, located.until).or(located.reason);
                }
            }
        }
        Ok(located)
    }

    async fn note_kept_page(&self, step: &Step, list: &ListName, rows: Vec<Row>) -> Result<(), EngineError> {
        let noted = |row: Row| {
            let (ground, until) = self.last_day(step, &row);
            let ground = ground.map(|ground| self.named(step, ground));
            Noted { until, ground, ..self.records.noted(step.node, &row) }
        };
        let page: Vec<Noted> = rows.into_iter().map(noted).collect();
        self.notebook.note(list, &page).await?;
        Ok(())
    }

    /// A ground in full, as it is noted.
    fn named(&self, step: &Step, ground: GroundId) -> NotedGround {
        let rules = &self.plan().compiled.rules;
        NotedGround::Named {
            category: rules.categories[step.category].id.to_string(),
            kind: rules.grounds[ground].kind().to_string(),
            citation: rules.grounds[ground].citation().to_owned(),
        }
    }

    /// The ground that keeps a record longest, and its last day; no day where any ground's start event cannot be read.
    fn last_day(&self, step: &Step, row: &Row) -> (Option<GroundId>, Option<NaiveDate>) {
        let collection = self.ownership().collection(step.node);
        let calendar = self.plan().policy().calendar();
        let mut longest: Option<(NaiveDate, GroundId)> = None;
        for (id, ground, event) in self.plan().compiled.rules.grounds_on(step.category, collection) {
            let moment = event.and_then(|event| instant_of(row.value(event.field()), event.form()));
            let day =
                moment.and_then(|moment| calendar.last_day(ground.period(), ground.counted_from(), moment));
            let Some(day) = day else { return (Some(id), None) };
            longest = longest.max(Some((day, id)));
        }
        (longest.map(|(_, id)| id), longest.map(|(day, _)| day))
    }

    /// Notes other people's records that point to the subject's along an edge. What was noted as the subject's a while ago may
    /// have come to be somebody else's as well.
    async fn note_others(
        &self,
        list: &ListName,
        edge: EdgeId,
        except_own: bool,
        is_again: bool,
    ) -> Result<Located, EngineError> {
        let edge = &self.graph().edges[edge];
        let fields = self.records.link_fields(edge.from);
        let mut targets = self.own_records(edge.to);
        while let Some(mut rows) = targets.next().await? {
            if is_again && self.plan().is_noted(edge.to) {
                rows = self.still_hers(edge.to, rows).await?;
            }
            let mut pointing = self.records.pointing_along(edge, &fields, &rows)?;
            while let Some(found) = pointing.next().await? {
                let own = if except_own { self.own_among(edge.from, &found).await? } else { HashSet::new() };
                let others = found.into_iter().filter(|row| !own.contains(&row.key));
                let others: Vec<Noted> = others.map(|row| self.records.noted(edge.from, &row)).collect();
                self.notebook.note(list, &others).await?;
            }
        }
        let mut located = Located::default();
        let mut pages = self.notebook.pages(list.clone(), self.records.page);
        while let Some(page) = pages.next().await? {
            located.records += page.len() as u64;
        }
        Ok(located)
    }
}

/// Why records are kept whose notes say so in full.
fn reason_of(ground: Option<NotedGround>, until: Option<NaiveDate>) -> Option<Reason> {
    match ground? {
        NotedGround::Named { category, kind, citation } => {
            Some(Reason { category, ground: Some(kind), citation: Some(citation), until })
        }
        NotedGround::Numbered(_) => None,
    }
}
