//! Whether records that were to be erased are gone, by their keys.
//!
//! Where triggers or rules of a database act on an erasure, a statement that reads as done may have changed the record
//! instead: it has lost its link or its name, and no query finds it any more. So a batch is noted before it is erased and
//! looked for by its keys afterwards, also by a run that comes after one that died in between; once nothing of it is left,
//! the note is destroyed.
//!
//! A key that was given again is told by when its record was created. Where no event says so, a record under the key is
//! taken for the one that was to go, unless its links say that it belongs to somebody else.

use std::collections::HashSet;

use super::records::Row;
use super::step_records::{Finder, StepRecords, whole};
use crate::engine::error::EngineError;
use crate::plan::ids::NodeId;
use crate::plan::layout::{Part, Step};
use crate::plan::reach::Anchor;
use crate::port::Key;
use crate::request::Action;

impl<'a> Finder<'a> {
    /// Notes what is about to be erased.
    pub(crate) async fn note_doomed(&self, node: NodeId, rows: &[Row]) -> Result<(), EngineError> {
        let noted: Vec<_> = rows.iter().map(|row| self.records.noted(node, row)).collect();
        self.notebook.note(&self.notebook.lists.doomed(self.records.name(node)), &noted).await?;
        Ok(())
    }

    /// Sees to it that all that was noted to be erased is gone, or still to be erased.
    ///
    /// # Errors
    /// The database has kept some of it, and nothing but the key leads there any more.
    pub(crate) async fn confirm_gone(self, node: NodeId) -> Result<(), EngineError> {
        let left = self.kept_by_database(node).await?.len() as u64;
        if left == 0 {
            return Ok(());
        }
        Err(EngineError::Undeleted { collection: self.records.name(node).to_owned(), left })
    }

    /// The records that were to be erased, are still there, and are neither found by their step any more nor somebody
    /// else's. Where there are none, the note is destroyed.
    pub(crate) async fn kept_by_database(self, node: NodeId) -> Result<HashSet<Key>, EngineError> {
        let list = self.notebook.lists.doomed(self.records.name(node));
        let records = self.records_of(&self.erasure_of(node));
        let (mut kept, mut is_noted) = (HashSet::new(), false);
        let mut pages = self.notebook.pages(list.clone(), self.records.page);
        while let Some(page) = pages.next().await? {
            is_noted = true;
            let rows = self.records.all_noted(node, &self.fields_of(node), page).await?;
            kept.extend(self.of_nobody(&records, rows).await?);
        }
        if is_noted && kept.is_empty() {
            self.notebook.forget(&[list]).await?;
        }
        Ok(kept)
    }

    /// Whether the plan suspends what is done to a collection's own records.
    pub(crate) fn is_suspended(&self, node: NodeId) -> bool {
        self.plan().layout.steps.iter().any(|step| step.node == node && step.held)
    }

    /// The step that erases a collection's records; where there is none, what is the subject's there at all.
    fn erasure_of(&self, node: NodeId) -> Step {
        let is_erasure = |step: &&Step| {
            step.node == node && step.action == Action::Erase && matches!(step.part, Part::Records(_))
        };
        let erasure = self.plan().layout.steps.iter().find(is_erasure);
        erasure.copied().unwrap_or_else(|| whole(self.plan(), node))
    }

    /// Those of these records that are neither a step's any more nor somebody else's.
    async fn of_nobody(
        &self,
        records: &StepRecords<'_>,
        rows: Vec<Row>,
    ) -> Result<HashSet<Key>, EngineError> {
        let node = records.step.node;
        if rows.is_empty() {
            return Ok(HashSet::new());
        }
        let hers: HashSet<Key> = match (records.query(), records.list()) {
            (Some(selection), _) => self.matching_among(node, &rows, selection.clone()).await?,
            (None, Some(list)) => {
                let noted = self.notebook.among(list, rows.iter().map(|row| &row.key)).await?;
                let noted = rows.iter().filter(|row| noted.contains(&row.key));
                let about: Vec<Row> =
                    noted.filter(|row| self.is_about(&records.step, row)).cloned().collect();
                self.still_hers(node, about).await?.into_iter().map(|row| row.key).collect()
            }
            (None, None) => HashSet::new(),
        };
        let rest: Vec<Row> = rows.into_iter().filter(|row| !hers.contains(&row.key)).collect();
        // A record that is a person belongs to whomever it is, and that is what may have been taken from it.
        let is_person = self.ownership().anchor() == Anchor::People
            && self.ownership().collection(node).subject().is_some();
        let shared = match is_person {
            true => vec![false; rest.len()],
            false => self.records.shared(node, rest.clone()).await?,
        };
        let of_nobody = rest.into_iter().zip(shared).filter(|(_, shared)| !shared);
        Ok(of_nobody.map(|(row, _)| row.key).collect())
    }
}
