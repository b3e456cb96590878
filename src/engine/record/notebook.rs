//! Notes which records a request is about, in the ledger, before the links that lead to them are cut.

use std::collections::HashSet;
use std::sync::Arc;

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use super::lists::Lists;
use super::vault::Vault;
use crate::engine::error::EngineError;
use crate::port::{Digest, Entropy, Key, ListName, Note, Notes};
use crate::request::RequestId;

/// A record as it is noted.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Noted {
    pub(crate) key: Key,
    /// When the record was created, where its collection says so: another one may get the key later.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) born: Option<DateTime<Utc>>,
    /// The last day on which it is kept, for records that are.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) until: Option<NaiveDate>,
    /// The ground that keeps it longest.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) ground: Option<NotedGround>,
}

/// Why a record is kept, as it is noted beside it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub(crate) enum NotedGround {
    /// In full: in six years nobody has today's policy.
    Named { category: String, kind: String, citation: String },
    /// As format 1 had it: by its place in the policy of that day, which nobody has any more.
    Numbered(usize),
}

impl Noted {
    pub(crate) fn new(key: Key) -> Self {
        Self { key, born: None, until: None, ground: None }
    }
}

/// Notes of one request. Names of lists hold no personal data; what is noted is sealed.
///
/// A record is recognised by whichever key of the ring it was noted under: a request goes on when the key changes in the
/// middle of it, and what it has noted is neither noted twice nor missed. That costs one question more for each call, and
/// only while former keys are in the ring.
#[derive(Debug, Clone)]
pub(crate) struct Notebook {
    pub(crate) notes: Arc<dyn Notes>,
    pub(crate) vault: Arc<Vault>,
    pub(crate) entropy: Arc<dyn Entropy>,
    pub(crate) id: RequestId,
    /// What the lists of the plan in force are called.
    pub(crate) lists: Lists,
}

impl Notebook {
    /// Notes records in a list, each once; returns how many were new.
    pub(crate) async fn note(&self, list: &ListName, records: &[Noted]) -> Result<u64, EngineError> {
        if records.is_empty() {
            return Ok(0);
        }
        let known = self.noted_before(list, records.iter().map(|noted| &noted.key)).await?;
        let context = self.context(list);
        let mut notes = Vec::with_capacity(records.len());
        for noted in records.iter().filter(|noted| !known.contains(&noted.key)) {
            let sealed = self.vault.seal(noted, &context, self.entropy.as_ref())?;
            let digest = self.recognised(list, &noted.key, |parts| self.vault.recognise(parts))?;
            notes.push(Note { digest, sealed });
        }
        Ok(self.notes.note(self.id, list, &notes).await?)
    }

    /// The records in a list, page by page.
    pub(crate) fn pages(&self, list: ListName, limit: usize) -> NotePages<'_> {
        NotePages { notebook: self, list, after: 0, limit }
    }

    /// Which of these records are in a list.
    pub(crate) async fn among<'k>(
        &self,
        list: &ListName,
        keys: impl IntoIterator<Item = &'k Key>,
    ) -> Result<HashSet<&'k Key>, EngineError> {
        let keys: Vec<&Key> = keys.into_iter().collect();
        let mut asked = Vec::with_capacity(keys.len());
        for key in &keys {
            asked.push((self.recognised(list, key, |parts| self.vault.recognise(parts))?, *key));
        }
        let mut found = self.noted_before(list, keys).await?;
        found.extend(self.found(list, &asked).await?);
        Ok(found)
    }

    /// Destroys lists.
    pub(crate) async fn forget(&self, lists: &[ListName]) -> Result<(), EngineError> {
        Ok(self.notes.forget(self.id, lists).await?)
    }

    /// Which of these records were noted in a list under former keys.
    async fn noted_before<'k>(
        &self,
        list: &ListName,
        keys: impl IntoIterator<Item = &'k Key>,
    ) -> Result<HashSet<&'k Key>, EngineError> {
        let mut asked = Vec::new();
        for key in keys {
            let former = self.recognised(list, key, |parts| self.vault.recognise_former(parts))?;
            asked.extend(former.into_iter().map(|digest| (digest, key)));
        }
        self.found(list, &asked).await
    }

    /// The records whose digests are in a list.
    async fn found<'k>(
        &self,
        list: &ListName,
        asked: &[(Digest, &'k Key)],
    ) -> Result<HashSet<&'k Key>, EngineError> {
        if asked.is_empty() {
            return Ok(HashSet::new());
        }
        let digests: Vec<Digest> = asked.iter().map(|(digest, _)| *digest).collect();
        let known: HashSet<Digest> = self.notes.noted(self.id, list, &digests).await?.into_iter().collect();
        Ok(asked.iter().filter(|(digest, _)| known.contains(digest)).map(|(_, key)| *key).collect())
    }

    fn context(&self, list: &ListName) -> String {
        format!("note/{}/{list}", self.id)
    }

    /// What recognises a record in a list.
    fn recognised<T>(
        &self,
        list: &ListName,
        key: &Key,
        by: impl FnOnce(&[&[u8]]) -> T,
    ) -> Result<T, EngineError> {
        let text = serde_json::to_vec(key).map_err(|_| EngineError::Unsealable)?;
        Ok(by(&[b"note", self.id.to_string().as_bytes(), list.as_str().as_bytes(), &text]))
    }
}

/// What is noted in a list, page by page.
#[derive(Debug)]
pub(crate) struct NotePages<'n> {
    notebook: &'n Notebook,
    list: ListName,
    after: u64,
    limit: usize,
}

impl NotePages<'_> {
    /// The next page, never an empty one; `None` where the list has no more. A list may grow: what was noted since is on
    /// the pages that follow.
    pub(crate) async fn next(&mut self) -> Result<Option<Vec<Noted>>, EngineError> {
        let Notebook { notes, id, vault, .. } = self.notebook;
        let page = notes.notes(*id, &self.list, self.after, self.limit).await?;
        let Some((last, _)) = page.last() else { return Ok(None) };
        self.after = *last;
        let context = self.notebook.context(&self.list);
        page.iter().map(|(_, note)| vault.open(&note.sealed, &context)).collect::<Result<_, _>>().map(Some)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::port::{KeyRing, MasterKey, MemoryNotes, SystemEntropy};

    /// The notebook of one request, for whoever has a ring of that many keys: each rotation adds one.
    async fn notebook(notes: &MemoryNotes, keys: u8) -> Notebook {
        let former = (1..keys).rev().map(|key| MasterKey::new([key; 32]));
        let ring = former.fold(KeyRing::new(MasterKey::new([keys; 32])), KeyRing::with_former);
        Notebook {
            notes: Arc::new(notes.clone()),
            vault: Arc::new(Vault::fetch(&ring).await.unwrap()),
            entropy: Arc::new(SystemEntropy),
            id: RequestId::new(chrono::DateTime::UNIX_EPOCH, [1; 10]),
            lists: Lists::of(2, 1),
        }
    }

    fn keys(numbers: &[u8]) -> Vec<Key> {
        numbers.iter().map(|number| Key::new(vec![i64::from(*number).into()])).collect()
    }

    async fn check(batches: Vec<(Vec<u8>, bool)>) {
        let (notes, list) = (MemoryNotes::new(), Lists::of(2, 1).own("contacts"));
        let mut ring = 1;
        let mut expected: Vec<Key> = Vec::new();
        for (numbers, rotates) in batches {
            ring += u8::from(rotates);
            let notebook = notebook(&notes, ring).await;
            let records: Vec<_> = keys(&numbers).into_iter().map(Noted::new).collect();
            let before = expected.len();
            for key in keys(&numbers) {
                if !expected.contains(&key) {
                    expected.push(key);
                }
            }
            let new = notebook.note(&list, &records).await.unwrap();
            assert_eq!(new, (expected.len() - before) as u64);
            let all = notebook.pages(list.clone(), usize::MAX).next().await.unwrap().unwrap_or_default();
            assert_eq!(
                all.iter().map(|noted| &noted.key).collect::<Vec<_>>(),
                expected.iter().collect::<Vec<_>>()
            );
            let every: Vec<_> = keys(&(0..=20).collect::<Vec<_>>());
            let among = notebook.among(&list, &every).await.unwrap();
            assert_eq!(among, expected.iter().collect());
        }
    }

    proptest! {
        /// Each batch is noted by whoever has the ring of that moment, and half of them come after a rotation.
        #[test]
        fn a_record_is_noted_once_and_found_however_often_the_key_changes(
            batches in prop::collection::vec((prop::collection::vec(0..20_u8, 0..8), any::<bool>()), 1..8),
        ) {
            let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
            runtime.block_on(check(batches));
        }
    }
}
