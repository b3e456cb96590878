//! What may be the person's and cannot be read: values that are not understood, in fields that have to be, and documents in
//! which a mask cannot reach its field.
//!
//! Documents are noted before the step that masks them, while it can still be told which records it is about.

use std::collections::{BTreeMap, BTreeSet};

use super::final_scan::{ByField, FinalScan, Remains, TextPages};
use crate::datamap::Mask;
use crate::engine::error::EngineError;
use crate::engine::find::likeness::{Doubtful, Likenesses};
use crate::engine::find::matching::holder;
use crate::engine::find::pages::Pages;
use crate::engine::find::records::Row;
use crate::engine::find::unreadable::is_unreached;
use crate::plan::ids::NodeId;
use crate::plan::layout::Step;
use crate::port::{Replacement, Scrubber};
use crate::request::{Action, QuestionKind};

/// Whether the person's own records are still there, or were dealt with.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Own {
    IsThere,
    IsDone,
}

/// What stays of a document that may not be null, as JSON has it.
const EMPTY_DOCUMENT: &str = "null";

impl FinalScan<'_> {
    /// What will be asked in the end for what cannot be read, unless it is the person's own and goes before.
    pub(crate) async fn foresee(&self) -> Result<Remains, EngineError> {
        for step in self.masking_steps() {
            self.finder.note_unreached(&self.finder.records_of(step)).await?;
        }
        let mut remains = Remains::default();
        let likenesses = Likenesses::of(self.identifiers)?;
        for node in self.nodes_in_scope() {
            let unread = self.unread(node, &likenesses, Own::IsThere, &mut remains).await?;
            self.sort_out(node, QuestionKind::Unreadable, unread, &mut remains);
        }
        Ok(remains)
    }

    /// Takes away what cannot be read in a field, which somebody has said is the person's, as far as looking for the person
    /// again did not: values, and documents as a whole.
    pub(crate) async fn take_unread(&self, node: NodeId, field: &str) -> Result<(), EngineError> {
        let likenesses = Likenesses::of(self.identifiers)?;
        let column = holder(field).map(|(column, _)| column);
        let collection = &self.finder.graph().nodes[node];
        for declared in collection.identifiers().iter().filter(|it| it.field() == field) {
            let Some(likeness) = likenesses.in_field(declared) else { continue };
            let mut doubtful = Doubtful::records(self.finder.records, node, declared, likeness).await?;
            while let Some(page) = doubtful.next().await? {
                let page = self.not_kept(node, page).await?;
                // Values that a query does not reach are read by their documents.
                let (unreached, reached): (Vec<&Row>, Vec<&Row>) =
                    page.iter().partition(|row| is_unreached(row, field));
                let (in_documents, plain): (Vec<&Row>, Vec<&Row>) = reached
                    .into_iter()
                    .partition(|row| column.is_some_and(|column| !row.value(column).is_null()));
                let emptied = self.emptied(node, field);
                self.replace(node, (field, emptied.clone()), field, plain.into_iter()).await?;
                if let Some(column) = column {
                    self.replace(node, (field, emptied), column, in_documents.into_iter()).await?;
                    self.empty_documents(node, column, unreached.into_iter()).await?;
                }
            }
        }
        if let Some((column, mut documents)) = self.noted_documents(node).remove(field) {
            while let Some(page) = documents.next().await? {
                self.empty_documents(node, &column, page.iter().filter(|row| is_unreached(row, field)))
                    .await?;
            }
        }
        Ok(())
    }

    /// Replaces these documents as a whole, each of which has to be as it was read by then.
    async fn empty_documents<'r>(
        &self,
        node: NodeId,
        column: &str,
        rows: impl Iterator<Item = &'r Row>,
    ) -> Result<(), EngineError> {
        let with = match self.may_be_null(node, column) {
            true => Replacement::Null,
            false => Replacement::Constant(EMPTY_DOCUMENT.into()),
        };
        self.replace(node, (column, with), column, rows).await
    }

    /// How many records may be the person's by a field that cannot be read, without those that a ground keeps.
    pub(super) async fn unread(
        &self,
        node: NodeId,
        likenesses: &Likenesses,
        own: Own,
        remains: &mut Remains,
    ) -> Result<ByField, EngineError> {
        // A field that is declared for several kinds is looked through for each of them, and says the most.
        let mut doubtful_in = BTreeMap::<&str, usize>::new();
        for field in self.finder.graph().nodes[node].identifiers() {
            let Some(likeness) = likenesses.in_field(field) else { continue };
            if !self.finder.records.shelf(node)?.capabilities().predicates {
                remains.usual_spellings.insert(self.finder.records.name(node).to_owned());
                continue;
            }
            let noted = self.finder.unreached_in(node, field.field());
            let mut records = 0;
            let mut doubtful = Doubtful::records(self.finder.records, node, field, likeness).await?;
            while let Some(page) = doubtful.next().await? {
                let mut page = self.not_kept(node, page).await?;
                if own == Own::IsThere {
                    let own = self.finder.own_among(node, &page).await?;
                    page.retain(|row| !own.contains(&row.key));
                }
                let counted = self.finder.notebook.among(&noted, page.iter().map(|row| &row.key)).await?;
                records += page.len() - counted.len();
            }
            let most = doubtful_in.entry(field.field()).or_default();
            *most = records.max(*most);
        }
        let mut unread = ByField::new();
        doubtful_in.into_iter().for_each(|(field, records)| count(&mut unread, field, records));
        for (field, (_, mut documents)) in self.noted_documents(node) {
            while let Some(page) = documents.next().await? {
                count(&mut unread, &field, page.iter().filter(|row| is_unreached(row, &field)).count());
            }
        }
        Ok(unread)
    }

    /// The steps that mask fields of records, or clear their links.
    fn masking_steps(&self) -> impl Iterator<Item = &Step> {
        let masks = |step: &&Step| matches!(step.action, Action::Anonymize | Action::Clear) && !step.held;
        self.finder.plan().layout.steps.iter().filter(masks)
    }

    /// The records of a collection that were noted for a document, by the field that a mask does not reach in it, with the
    /// column that holds the document.
    fn noted_documents(&self, node: NodeId) -> BTreeMap<String, (String, TextPages<'_>)> {
        let steps = self.masking_steps().filter(|step| step.node == node);
        let fields = steps.flat_map(|step| self.finder.plan().compiled.masked_fields(step));
        let fields: BTreeSet<String> = fields.map(|masked| masked.field).collect();
        let documents = fields.into_iter().filter_map(|field| {
            let column = holder(&field)?.0.to_owned();
            let noted =
                self.noted(node, self.finder.unreached_in(node, &field), std::slice::from_ref(&column));
            Some((field, (column, noted)))
        });
        documents.collect()
    }

    /// What takes the place of a value that cannot be read, so that nothing of it stays.
    fn emptied(&self, node: NodeId, field: &str) -> Replacement {
        match self.finder.graph().nodes[node].field(field).map(|it| it.mask()) {
            Some(Mask::Constant(value)) => Replacement::Constant(value.clone()),
            Some(Mask::Token) => Replacement::Token,
            _ if self.may_be_null(node, field) => Replacement::Null,
            _ => Replacement::Constant(Scrubber::SCRUBBED.into()),
        }
    }
}

fn count(unread: &mut ByField, field: &str, records: usize) {
    if records > 0 {
        *unread.entry(field.to_owned()).or_default() += records as u64;
    }
}
