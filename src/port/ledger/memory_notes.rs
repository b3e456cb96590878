//! Notes in memory: for whoever notes records and wants to leave no trace of it.

use std::collections::{HashMap, HashSet};
use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use async_trait::async_trait;

use super::{LedgerError, ListName, Note, Notes};
use crate::request::RequestId;
use crate::text::digest::Digest;

/// [`Notes`] that live and die with the process. They know no requests, and take notes for any. A clone is another
/// handle on the same notes.
#[derive(Clone, Default)]
pub struct MemoryNotes(Arc<Mutex<HashMap<RequestId, NoteLists>>>);

/// What was noted for one request, list by list.
#[derive(Debug, Default)]
pub(crate) struct NoteLists(HashMap<ListName, NoteList>);

/// One list; its first note has number 1.
#[derive(Debug, Default)]
struct NoteList {
    in_order: Vec<Note>,
    known: HashSet<Digest>,
}

impl NoteLists {
    /// As [`Notes::note`].
    pub(crate) fn note(&mut self, list: &ListName, notes: &[Note]) -> u64 {
        let noted = self.0.entry(list.clone()).or_default();
        let before = noted.in_order.len();
        for note in notes {
            if noted.known.insert(note.digest) {
                noted.in_order.push(note.clone());
            }
        }
        (noted.in_order.len() - before) as u64
    }

    /// As [`Notes::notes`].
    pub(crate) fn notes(&self, list: &ListName, after: u64, limit: usize) -> Vec<(u64, Note)> {
        let notes = self.0.get(list).map(|list| list.in_order.as_slice()).unwrap_or_default();
        let from = usize::try_from(after).unwrap_or(usize::MAX);
        // The number goes second: it is drawn only where a note is left, and so never runs over.
        let rest = notes.get(from..).unwrap_or_default().iter().cloned().zip(after.saturating_add(1)..);
        rest.map(|(note, number)| (number, note)).take(limit).collect()
    }

    /// As [`Notes::noted`].
    pub(crate) fn noted(&self, list: &ListName, digests: &[Digest]) -> Vec<Digest> {
        let list = self.0.get(list);
        let is_known = |digest: &&Digest| list.is_some_and(|list| list.known.contains(digest));
        digests.iter().filter(is_known).copied().collect()
    }

    /// The lists that hold any notes, by name.
    pub(crate) fn names(&self) -> Vec<ListName> {
        let mut names: Vec<_> = self
            .0
            .iter()
            .filter(|(_, list)| !list.in_order.is_empty())
            .map(|(name, _)| name.clone())
            .collect();
        names.sort_by(|a, b| a.as_str().cmp(b.as_str()));
        names
    }

    /// As [`Notes::forget`].
    pub(crate) fn forget(&mut self, lists: &[ListName]) {
        self.0.retain(|name, _| !lists.contains(name));
    }

    /// Forgets every list but those of what is retained.
    pub(crate) fn shred(&mut self) {
        self.0.retain(|name, _| name.is_retained());
    }
}

impl MemoryNotes {
    /// Without any notes.
    pub fn new() -> Self {
        Self::default()
    }

    fn all(&self) -> MutexGuard<'_, HashMap<RequestId, NoteLists>> {
        // A panic elsewhere leaves the notes whole: no method can stop between two of its changes.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Shows for how many requests something is noted, not what.
impl fmt::Debug for MemoryNotes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("MemoryNotes").field("requests", &self.all().len()).finish_non_exhaustive()
    }
}

#[async_trait]
impl Notes for MemoryNotes {
    async fn note(&self, id: RequestId, list: &ListName, notes: &[Note]) -> Result<u64, LedgerError> {
        Ok(self.all().entry(id).or_default().note(list, notes))
    }

    async fn notes(
        &self,
        id: RequestId,
        list: &ListName,
        after: u64,
        limit: usize,
    ) -> Result<Vec<(u64, Note)>, LedgerError> {
        Ok(self.all().get(&id).map(|lists| lists.notes(list, after, limit)).unwrap_or_default())
    }

    async fn noted(
        &self,
        id: RequestId,
        list: &ListName,
        digests: &[Digest],
    ) -> Result<Vec<Digest>, LedgerError> {
        Ok(self.all().get(&id).map(|lists| lists.noted(list, digests)).unwrap_or_default())
    }

    async fn forget(&self, id: RequestId, lists: &[ListName]) -> Result<(), LedgerError> {
        if let Some(noted) = self.all().get_mut(&id) {
            noted.forget(lists);
        }
        Ok(())
    }
}
