//! Looks once more, after all is done, for what still names the person.
//!
//! In every declared identifier field; in the texts of records that were located for the person and stay; and in all of the
//! collections that no link reaches, within the tenant. Texts are looked at once before the first write, while it can still
//! be told which records are the person's, and what names them is noted; here it is looked at again. Kinds that are only
//! numbers, or the host's own, are compared whole, in fields of their kind, and never looked for inside of texts.
//!
//! What may be the person's and cannot be read is looked for in [`unread`](super::unread).

use std::collections::{BTreeMap, BTreeSet};

use super::traces::Texts;
use super::unread::Own;
use crate::datamap::{Collection, Mask, Topic};
use crate::engine::error::EngineError;
use crate::engine::find::likeness::Likenesses;
use crate::engine::find::matching::holding;
use crate::engine::find::pages::Pages;
use crate::engine::find::questions::is_in_field;
use crate::engine::find::records::{Cursor, Records, Row};
use crate::engine::find::step_records::Finder;
use crate::engine::record::journal::Explained;
use crate::engine::record::notebook::{NotePages, Noted};
use crate::identifier::Identifier;
use crate::plan::ids::NodeId;
use crate::plan::layout::{Part, Step};
use crate::plan::reach::Anchor;
use crate::plan::record::Span;
use crate::port::{FieldMask, Key, ListName, Replacement, Selection};
use crate::request::{Action, Question, QuestionKind, Scope};
use crate::schema::Survey;
use crate::schema::answers::{answers, covers};

/// Looks for what names a person.
#[derive(Clone, Copy)]
pub(crate) struct FinalScan<'a> {
    pub(crate) finder: Finder<'a>,
    pub(crate) survey: &'a Survey,
    /// All identifiers that are the person's alone.
    pub(crate) identifiers: &'a [Identifier],
    pub(crate) texts: &'a Texts,
}

/// What still names the person.
#[derive(Debug, Default)]
pub(crate) struct Remains {
    /// What somebody has to decide on. The numbers are not given yet.
    pub(crate) questions: Vec<Question>,
    /// How many records of others name the person in their texts, by collection.
    pub(crate) mentioned: BTreeMap<String, u64>,
    /// What the data map answers once and for all.
    pub(crate) explained: Vec<Explained>,
    /// Collections that were looked through for usual spellings alone, since their store cannot be asked for more.
    pub(crate) usual_spellings: BTreeSet<String>,
}

/// How many records of one collection name the person, by field.
pub(super) type ByField = BTreeMap<String, u64>;

impl<'a> FinalScan<'a> {
    /// Notes, before the first write, which records that stay name the person in a text: theirs, and other people's.
    pub(crate) async fn note_texts(&self) -> Result<(), EngineError> {
        for step in &self.finder.plan().layout.steps {
            let list = match self.list_of(step) {
                Some(list) if !self.texts.are_empty() => list,
                _ => continue,
            };
            let fields = self.text_fields(step.node);
            if fields.is_empty() {
                continue;
            }
            let records = self.finder.records_of(step);
            // A query reads the texts at once; what is noted is read by its keys.
            let mut queried =
                records.query().map(|it| self.finder.records.all_of(step.node, &fields, it.clone()));
            let mut listed = records.pages(&Selection::Everything);
            loop {
                let rows = match &mut queried {
                    Some(cursor) => cursor.next().await?,
                    None => match listed.next().await? {
                        Some(rows) => {
                            let keys = rows.into_iter().map(|row| row.key.into_values()).collect();
                            Some(self.finder.records.all_with_keys(step.node, &fields, keys).await?)
                        }
                        None => None,
                    },
                };
                let Some(rows) = rows else { break };
                let naming = rows.into_iter().filter(|row| self.names(row, &fields).next().is_some());
                let notes: Vec<Noted> = naming.map(|row| Noted::new(row.key)).collect();
                self.finder.notebook.note(&list, &notes).await?;
            }
        }
        Ok(())
    }

    /// Takes a field's residue away, which somebody has said is the person's, as far as looking for the person again did
    /// not: takes their identifiers away from where they still are.
    pub(crate) async fn take_residue(&self, node: NodeId, field: &String) -> Result<(), EngineError> {
        let collection = &self.finder.graph().nodes[node];
        if collection.identifiers().iter().any(|it| it.field() == field) {
            let mut rows = holding(self.finder.records, node, self.identifiers)?;
            while let Some(page) = rows.next().await? {
                let holding = |row: &&Row| is_in_field(collection, field, row, self.identifiers);
                self.strip(node, field, page.iter().filter(holding)).await?;
            }
            return Ok(());
        }
        for mut pages in self.own_texts(node, std::slice::from_ref(field))? {
            while let Some(page) = pages.next().await? {
                let naming = |row: &&Row| self.texts.name_in(row.value(field));
                self.strip(node, field, page.iter().filter(naming)).await?;
            }
        }
        Ok(())
    }

    /// Looks everywhere.
    pub(crate) async fn run(&self) -> Result<Remains, EngineError> {
        let mut remains = Remains::default();
        let likenesses = Likenesses::of(self.identifiers)?;
        for node in self.nodes_in_scope() {
            let unread = self.unread(node, &likenesses, Own::IsDone, &mut remains).await?;
            self.sort_out(node, QuestionKind::Unreadable, unread, &mut remains);
            if self.is_held(node) {
                continue;
            }
            let mut found = self.in_identifier_fields(node).await?;
            let fields = self.text_fields(node);
            if !fields.is_empty() && !self.texts.are_empty() {
                for mut pages in self.own_texts(node, &fields)? {
                    while let Some(page) = pages.next().await? {
                        let naming = page.iter().flat_map(|row| self.names(row, &fields));
                        naming.for_each(|field| *found.entry(field.to_owned()).or_default() += 1);
                    }
                }
                let mentioned = self.count_others(node, &fields).await?;
                if mentioned > 0 {
                    remains.mentioned.insert(self.finder.records.name(node).to_owned(), mentioned);
                }
            }
            self.sort_out(node, QuestionKind::Residue, found, &mut remains);
        }
        Ok(remains)
    }

    /// These records without those that a ground keeps.
    pub(super) async fn not_kept(&self, node: NodeId, mut rows: Vec<Row>) -> Result<Vec<Row>, EngineError> {
        let kept = self.finder.notebook.lists.kept(self.finder.records.name(node));
        let known = self.finder.notebook.among(&kept, rows.iter().map(|row| &row.key)).await?;
        let known: BTreeSet<Key> = known.into_iter().cloned().collect();
        rows.retain(|row| !known.contains(&row.key));
        Ok(rows)
    }

    /// Asks about what was found in a collection, unless the data map has the answer.
    pub(super) fn sort_out(&self, node: NodeId, kind: QuestionKind, found: ByField, remains: &mut Remains) {
        let plan = self.finder.plan();
        let collection = &self.finder.graph().nodes[node];
        let name = self.finder.records.name(node);
        for (field, count) in found {
            let about = format!("{}.{field}", collection.table());
            let answer = answers(&plan.compiled.map, collection.store, Topic::Residue)
                .find(|answer| covers(answer, &about));
            match answer {
                Some(answer) => remains.explained.push(Explained {
                    collection: name.to_owned(),
                    field,
                    count,
                    why: answer.reason().to_owned(),
                }),
                None => {
                    remains.questions.push(Question::new(0, kind, name, Some(field), count));
                }
            }
        }
    }

    /// The collections that are looked through for what cannot be read: those that a legal hold keeps as they are among them,
    /// since nobody may say that nothing is held there.
    pub(super) fn nodes_in_scope(&self) -> impl Iterator<Item = NodeId> {
        self.finder.graph().nodes.ids().filter(|&node| !self.is_out_of_scope(node))
    }

    /// Whether a legal hold keeps a collection as it is.
    fn is_held(&self, node: NodeId) -> bool {
        self.finder.plan().layout.steps.iter().any(|step| step.node == node && step.held)
    }

    /// Whether a collection keeps what it has by the request's own scope.
    fn is_out_of_scope(&self, node: NodeId) -> bool {
        let plan = self.finder.plan();
        let category = &plan.compiled.rules.category_of(node).id;
        let is_in_scope = match &plan.scope {
            Scope::Categories(wanted) => wanted.iter().any(|it| it.covers(category)),
            Scope::Subject | Scope::Tenant => true,
        };
        // What a tenant does not contain may name whoever asked for the tenant.
        let is_elsewhere = plan.anchor == Anchor::Tenant && !self.is_reached(node);
        !is_in_scope || is_elsewhere
    }

    fn is_reached(&self, node: NodeId) -> bool {
        self.finder.plan().compiled.reach(self.finder.plan().anchor).is_reached(node)
    }

    /// The records that hold an identifier in a field for it, without those that a ground keeps.
    async fn in_identifier_fields(&self, node: NodeId) -> Result<ByField, EngineError> {
        let mut found = ByField::new();
        let collection = &self.finder.graph().nodes[node];
        let mut rows = holding(self.finder.records, node, self.identifiers)?;
        while let Some(page) = rows.next().await? {
            for row in &self.not_kept(node, page).await? {
                let fields = collection.identifiers().iter().map(|it| it.field());
                let mut fields = fields.filter(|field| is_in_field(collection, field, row, self.identifiers));
                // The store has found it; which field it was in is only for people.
                let first = || collection.identifiers().first().map(|it| it.field());
                if let Some(field) = fields.next().or_else(first) {
                    *found.entry(field.to_owned()).or_default() += 1;
                }
            }
        }
        Ok(found)
    }

    /// How many of other people's records name the person in a text.
    async fn count_others(&self, node: NodeId, fields: &[String]) -> Result<u64, EngineError> {
        let mut count = 0;
        let mut pages = self.noted(node, self.others(node), fields);
        while let Some(page) = pages.next().await? {
            count += page.iter().filter(|row| self.names(row, fields).next().is_some()).count() as u64;
        }
        Ok(count)
    }

    /// The fields of a record in which a text names the person.
    fn names<'r>(&'r self, row: &'r Row, fields: &'r [String]) -> impl Iterator<Item = &'r str> {
        fields.iter().map(String::as_str).filter(|field| self.texts.name_in(row.value(field)))
    }

    /// The records of a collection that may name the person in a text, and are nobody else's.
    fn own_texts(&self, node: NodeId, fields: &[String]) -> Result<Vec<TextPages<'a>>, EngineError> {
        let records = self.finder.records;
        let mut sources = vec![self.noted(node, self.own(node), fields)];
        // A small store cannot be read through; it was asked for the identifiers themselves.
        let can_be_read = records.shelf(node)?.capabilities().predicates;
        if can_be_read && !self.is_reached(node) && !self.finder.graph().holds_objects(node) {
            let all = records.all_of(node, fields, records.ownership.matchable(node));
            sources.push(TextPages::All(all));
        }
        Ok(sources)
    }

    pub(super) fn noted(&self, node: NodeId, list: ListName, fields: &[String]) -> TextPages<'a> {
        let records = self.finder.records;
        let notes = self.finder.notebook.pages(list, records.page);
        TextPages::Noted { records, node, fields: fields.to_vec(), notes }
    }

    fn own(&self, node: NodeId) -> ListName {
        self.finder.notebook.lists.naming(self.finder.records.name(node))
    }

    fn others(&self, node: NodeId) -> ListName {
        self.finder.notebook.lists.naming_others(self.finder.records.name(node))
    }

    /// In which list the records of a step are noted that name the person; `None` where the step leaves no text.
    fn list_of(&self, step: &Step) -> Option<ListName> {
        match step.part {
            _ if step.held => None,
            Part::Records(Span::Kept) => None,
            Part::Records(_) if step.action == Action::Anonymize => Some(self.own(step.node)),
            Part::OthersLink { .. } => Some(self.others(step.node)),
            Part::Records(_) | Part::Shells(_) | Part::Fields { .. } | Part::KeptLink(_) => None,
        }
    }

    /// The fields of a collection that may hold free text, the declared ones and those that only the live table has.
    fn text_fields(&self, node: NodeId) -> Vec<String> {
        let collection = &self.finder.graph().nodes[node];
        if self.finder.graph().holds_objects(node) {
            return Vec::new();
        }
        let mut fields: Vec<String> = match self.survey.schemas.get(collection.name()) {
            Some(schema) => {
                let columns = schema.columns.iter().filter(|column| column.holds_text());
                columns.map(|column| column.name.clone()).collect()
            }
            None => collection.fields().iter().map(|field| field.name().to_owned()).collect(),
        };
        fields.retain(|field| !is_told_otherwise(collection, field));
        fields
    }

    /// Takes the person's identifiers out of a field of these records, each of which has to hold what was read by then.
    async fn strip<'r>(
        &self,
        node: NodeId,
        field: &str,
        rows: impl Iterator<Item = &'r Row>,
    ) -> Result<(), EngineError> {
        self.replace(node, (field, self.replacement(node, field)), field, rows).await
    }

    /// Replaces a field of these records, each of which has to hold by then what was `read` in that field.
    pub(super) async fn replace<'r>(
        &self,
        node: NodeId,
        (field, with): (&str, Replacement),
        read: &str,
        rows: impl Iterator<Item = &'r Row>,
    ) -> Result<(), EngineError> {
        let rows: Vec<Row> = rows.cloned().collect();
        if rows.is_empty() {
            return Ok(());
        }
        let values: Vec<_> = rows.iter().map(|row| row.value(read).clone()).collect();
        let unchanged = Selection::one_of(read, values);
        let masks = [FieldMask { field: field.to_owned(), with }];
        let shelf = self.finder.records.shelf(node)?;
        shelf.mask(&masks, &self.finder.keys(node, &rows).and(unchanged)).await.map(drop)
    }

    /// What takes the place of a value that names the person.
    fn replacement(&self, node: NodeId, field: &str) -> Replacement {
        let collection = &self.finder.graph().nodes[node];
        let is_identifier = collection.identifiers().iter().any(|it| it.field() == field);
        let scrub = self.texts.scrub();
        let may_be_null = self.may_be_null(node, field);
        match (collection.field(field).map(|it| it.mask()), scrub) {
            (Some(Mask::Constant(value)), _) => Replacement::Constant(value.clone()),
            (Some(Mask::Token), _) => Replacement::Token,
            (_, Some(scrub)) if !is_identifier || !may_be_null => scrub,
            _ => Replacement::Null,
        }
    }

    pub(super) fn may_be_null(&self, node: NodeId, field: &str) -> bool {
        let name = self.finder.graph().nodes[node].name();
        let column = self.survey.schemas.get(name).and_then(|schema| schema.column(field));
        column.is_none_or(|column| column.nullable)
    }
}

/// Records whose texts are looked at, page by page.
pub(super) enum TextPages<'a> {
    /// Those that were noted, as they stand now.
    Noted { records: Records<'a>, node: NodeId, fields: Vec<String>, notes: NotePages<'a> },
    /// A whole collection, within the tenant.
    All(Cursor<'a>),
}

impl Pages for TextPages<'_> {
    async fn next(&mut self) -> Result<Option<Vec<Row>>, EngineError> {
        match self {
            Self::All(cursor) => cursor.next().await,
            Self::Noted { records, node, fields, notes } => {
                while let Some(page) = notes.next().await? {
                    let keys = page.into_iter().map(|noted| noted.key.into_values()).collect();
                    let mut cursor = records.with_keys(*node, fields, keys)?;
                    let mut rows = Vec::new();
                    while let Some(found) = cursor.next().await? {
                        rows.extend(found);
                    }
                    if !rows.is_empty() {
                        return Ok(Some(rows));
                    }
                }
                Ok(None)
            }
        }
    }
}

/// Whether something else tells what becomes of a field: it is part of the key, of a link, of the tenant or of a condition,
/// or an identifier, which is looked for as such.
fn is_told_otherwise(collection: &Collection, field: &str) -> bool {
    let is_it = |other: &str| other.eq_ignore_ascii_case(field);
    collection.key().iter().any(|it| is_it(it))
        || collection.tenant().is_some_and(is_it)
        || collection.conditions().iter().any(|it| is_it(it.field()))
        || collection.identifiers().iter().any(|it| is_it(it.field()))
        || collection.links().iter().any(|link| link.fields().iter().any(|it| is_it(it)))
}
