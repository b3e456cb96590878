//! Notes which records a request is about, in the ledger, before the links that lead to them are cut.

use std::collections::HashSet;
use std::sync::Arc;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::error::EngineError;
use super::vault::Vault;
use crate::port::{Digest, Entropy, Key, Ledger, Note};
use crate::request::RequestId;

/// A record as it is noted.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Noted {
    pub(crate) key: Key,
    /// The last day on which it is kept, for records that are.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) until: Option<NaiveDate>,
    /// The ground that keeps it longest, by its number in the policy.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) ground: Option<usize>,
}

impl Noted {
    pub(crate) fn new(key: Key) -> Self {
        Self { key, until: None, ground: None }
    }
}

/// Notes of one request. Names of lists hold no personal data; what is noted is sealed.
#[derive(Debug, Clone)]
pub(crate) struct Notebook {
    pub(crate) ledger: Arc<dyn Ledger>,
    pub(crate) vault: Arc<Vault>,
    pub(crate) entropy: Arc<dyn Entropy>,
    pub(crate) id: RequestId,
}

impl Notebook {
    /// Notes records in a list, each once; answers how many were new.
    pub(crate) async fn note(&self, list: &str, records: &[Noted]) -> Result<u64, EngineError> {
        if records.is_empty() {
            return Ok(0);
        }
        let context = self.context(list);
        let notes = records
            .iter()
            .map(|noted| {
                let sealed = self.vault.seal(noted, &context, self.entropy.as_ref())?;
                Ok(Note { digest: self.digest(list, &noted.key), sealed })
            })
            .collect::<Result<Vec<_>, EngineError>>()?;
        Ok(self.ledger.note(self.id, list, &notes).await?)
    }

    /// The next page of a list after `after`, and the number to go on from; empty only at the end.
    pub(crate) async fn page(
        &self,
        list: &str,
        after: u64,
        limit: usize,
    ) -> Result<(Vec<Noted>, u64), EngineError> {
        let notes = self.ledger.notes(self.id, list, after, limit).await?;
        let last = notes.last().map_or(after, |(number, _)| *number);
        let context = self.context(list);
        let records = notes
            .iter()
            .map(|(_, note)| self.vault.open(&note.sealed, &context))
            .collect::<Result<Vec<Noted>, _>>()?;
        Ok((records, last))
    }

    /// Which of these records are in a list.
    pub(crate) async fn among<'k>(
        &self,
        list: &str,
        keys: impl IntoIterator<Item = &'k Key>,
    ) -> Result<HashSet<&'k Key>, EngineError> {
        let asked: Vec<(Digest, &Key)> = keys.into_iter().map(|key| (self.digest(list, key), key)).collect();
        if asked.is_empty() {
            return Ok(HashSet::new());
        }
        let digests: Vec<Digest> = asked.iter().map(|(digest, _)| *digest).collect();
        let known: HashSet<Digest> = self.ledger.noted(self.id, list, &digests).await?.into_iter().collect();
        Ok(asked.into_iter().filter(|(digest, _)| known.contains(digest)).map(|(_, key)| key).collect())
    }

    /// Destroys lists.
    pub(crate) async fn forget(&self, lists: &[String]) -> Result<(), EngineError> {
        Ok(self.ledger.forget(self.id, lists).await?)
    }

    fn context(&self, list: &str) -> String {
        format!("note/{}/{list}", self.id)
    }

    fn digest(&self, list: &str, key: &Key) -> Digest {
        let text = serde_json::to_vec(key).unwrap_or_default();
        self.vault.recognise(&[b"note", self.id.to_string().as_bytes(), list.as_bytes(), &text])
    }
}

/// The lists in which records are noted.
pub(crate) mod lists {
    /// Records that lead to the subject, while the noted ones among them are looked for.
    pub(crate) fn reached(collection: &str) -> String {
        format!("reached/{collection}")
    }

    /// Records that are the subject's.
    pub(crate) fn gone(collection: &str) -> String {
        format!("gone/{collection}")
    }

    /// Of those, the ones that nothing which stays points to, so that they may go.
    pub(crate) fn freed(collection: &str) -> String {
        format!("freed/{collection}")
    }

    /// Of those, the ones that a ground keeps.
    pub(crate) fn kept(collection: &str) -> String {
        format!("kept/{collection}")
    }

    /// Other people's records that point to the subject's along an edge.
    pub(crate) fn others(collection: &str, edge: usize) -> String {
        format!("others/{collection}/{edge}")
    }
}
