//! How the records of one step are found, resolved once: by a query where one tells them when their turn comes, by the
//! list in which they were noted otherwise.

use super::ownership::Ownership;
use super::pages::Pages;
use super::records::{Cursor, Records, Row};
use crate::engine::error::EngineError;
use crate::engine::record::notebook::{NotePages, Notebook};
use crate::plan::Plan;
use crate::plan::graph::{Edge, Graph};
use crate::plan::ids::{EdgeId, NodeId};
use crate::plan::layout::{Part, Pins, Step};
use crate::plan::record::Span;
use crate::port::{ListName, Selection};
use crate::request::Action;

/// Finds the records that the steps of a plan are about.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Finder<'a> {
    pub(crate) records: Records<'a>,
    pub(crate) notebook: &'a Notebook,
}

/// The records of one step.
#[derive(Debug)]
pub(crate) struct StepRecords<'a> {
    pub(crate) finder: Finder<'a>,
    pub(crate) step: Step,
    source: Source,
}

#[derive(Debug)]
enum Source {
    Query(Selection),
    List(ListName),
}

impl<'a> Finder<'a> {
    pub(crate) fn plan(&self) -> &'a Plan {
        self.records.ownership.plan
    }

    pub(crate) fn graph(&self) -> &'a Graph {
        self.records.ownership.graph()
    }

    pub(crate) fn ownership(&self) -> Ownership<'a> {
        self.records.ownership
    }

    pub(crate) fn pins(&self, node: NodeId) -> &'a Pins {
        &self.plan().layout.pins[node]
    }

    /// Whether a collection's own records are found by their list rather than by a query.
    pub(crate) fn is_listed(&self, node: NodeId) -> bool {
        self.plan().is_noted(node) || matches!(self.pins(node), Pins::Noted(_))
    }

    /// The subject's records of a collection in one query, as their periods stand.
    pub(crate) fn own(&self, node: NodeId, span: Span) -> Selection {
        let category = self.plan().compiled.rules.collections[node].category;
        self.ownership().own(node).and(self.ownership().span(node, category, span))
    }

    /// The records of a step.
    pub(crate) fn records_of(self, step: &Step) -> StepRecords<'a> {
        let lists = self.notebook.lists;
        let name = self.records.name(step.node);
        let source = match step.part {
            Part::Records(Span::Kept) | Part::Fields { span: Span::Kept, .. } | Part::KeptLink(_) => {
                Source::List(lists.kept(name))
            }
            Part::Records(span) | Part::Shells(span) | Part::Fields { span, .. } => {
                if self.is_listed(step.node) {
                    Source::List(lists.own(name))
                } else {
                    let is_due = match step.part {
                        Part::Fields { .. } => self.ownership().span(step.node, step.category, Span::Lapsed),
                        _ => Selection::Everything,
                    };
                    Source::Query(self.own(step.node, span).and(is_due))
                }
            }
            Part::OthersLink { edge, except_own } => self.others(edge, except_own),
        };
        StepRecords { finder: self, step: *step, source }
    }

    /// Who points to the subject's records along an edge without being the subject's.
    fn others(&self, id: EdgeId, except_own: bool) -> Source {
        let edge = &self.graph().edges[id];
        let ownership = self.ownership();
        let is_one_query = !self.plan().is_noted(edge.from)
            && !self.plan().is_noted(edge.to)
            && ownership.collection(edge.from).store == ownership.collection(edge.to).store;
        if is_one_query {
            let all = ownership.forward(edge, ownership.own(edge.to));
            let own = if except_own { ownership.own(edge.from) } else { Selection::Nothing };
            Source::Query(all.and(own.negated()))
        } else {
            let (name, link) = (self.records.name(edge.from), self.plan().link_name(edge));
            Source::List(self.notebook.lists.others(name, &link, edge.first_number))
        }
    }

    /// All of the subject's records of a collection: by query where one tells them, by their list otherwise.
    pub(crate) fn own_records(self, node: NodeId) -> StepPages<'a> {
        if self.plan().is_noted(node) {
            self.listed(&whole(self.plan(), node), self.notebook.lists.own(self.records.name(node)))
        } else {
            let fields = self.records.link_fields(node);
            StepPages::Query(self.records.all_of(node, &fields, self.ownership().own(node)))
        }
    }

    /// The records of a list that a step is about, as they stand now.
    pub(crate) fn listed(self, step: &Step, list: ListName) -> StepPages<'a> {
        let notes = self.notebook.pages(list, self.records.page);
        StepPages::List(ListedPages { finder: self, step: *step, notes })
    }

    /// The fields that tell what a step does to a record: its links, and the events that its periods are counted from.
    pub(crate) fn fields_of(&self, node: NodeId) -> Vec<String> {
        let mut fields = self.records.link_fields(node);
        let events = self.ownership().collection(node).events();
        fields.extend(events.iter().map(|event| event.field().to_owned()));
        fields.sort_unstable();
        fields.dedup();
        fields
    }
}

/// All of the subject's records of a collection, whatever becomes of them.
pub(super) fn whole(plan: &Plan, node: NodeId) -> Step {
    let category = plan.compiled.rules.collections[node].category;
    Step { node, part: Part::Records(Span::All), action: Action::Retain, category, held: true }
}

impl<'a> StepRecords<'a> {
    /// The query that tells them; `None` where their list does.
    pub(crate) fn query(&self) -> Option<&Selection> {
        match &self.source {
            Source::Query(selection) => Some(selection),
            Source::List(_) => None,
        }
    }

    /// The list in which they are noted; `None` where a query tells them.
    pub(crate) fn list(&self) -> Option<&ListName> {
        match &self.source {
            Source::Query(_) => None,
            Source::List(list) => Some(list),
        }
    }

    /// The records as they stand; of those that a query tells only the ones that match.
    pub(crate) fn pages(&self, matching: &Selection) -> StepPages<'a> {
        let Self { finder, step, source } = self;
        match source {
            Source::Query(selection) => {
                let fields = finder.records.link_fields(step.node);
                let selection = selection.clone().and(matching.clone());
                StepPages::Query(finder.records.all_of(step.node, &fields, selection))
            }
            Source::List(list) => finder.listed(step, list.clone()),
        }
    }

    /// How many there are.
    pub(crate) async fn count(&self) -> Result<u64, EngineError> {
        match &self.source {
            Source::Query(selection) => self.finder.records.count(self.step.node, selection).await,
            Source::List(_) => {
                let mut count = 0;
                let mut pages = self.pages(&Selection::Everything);
                while let Some(rows) = pages.next().await? {
                    count += rows.len() as u64;
                }
                Ok(count)
            }
        }
    }
}

/// A step's records, page by page.
#[derive(Debug)]
pub(crate) enum StepPages<'a> {
    Query(Cursor<'a>),
    List(ListedPages<'a>),
}

impl Pages for StepPages<'_> {
    async fn next(&mut self) -> Result<Option<Vec<Row>>, EngineError> {
        match self {
            Self::Query(cursor) => cursor.next().await,
            Self::List(pages) => pages.next().await,
        }
    }
}

/// The records of a list that are still there and that a step is about.
#[derive(Debug)]
pub(crate) struct ListedPages<'a> {
    finder: Finder<'a>,
    step: Step,
    notes: NotePages<'a>,
}

impl Pages for ListedPages<'_> {
    async fn next(&mut self) -> Result<Option<Vec<Row>>, EngineError> {
        let Self { finder, step, notes } = self;
        while let Some(page) = notes.next().await? {
            let mut rows = finder.records.all_noted(step.node, &finder.fields_of(step.node), page).await?;
            rows.retain(|row| finder.is_about(step, row));
            if let Part::KeptLink(edge) = step.part {
                rows = finder.pointing_to_going(&finder.graph().edges[edge], rows).await?;
            }
            if !rows.is_empty() {
                return Ok(Some(rows));
            }
        }
        Ok(None)
    }
}

/// Whether an edge of these rows leads to one of the links.
pub(crate) fn points(
    edge: &Edge,
    row: &Row,
    links: &std::collections::HashSet<Vec<crate::value::LinkForm>>,
) -> bool {
    row.meets(&edge.only) && row.links(&edge.fields).iter().any(|link| links.contains(link))
}
