//! What shows that a worker lives: marks on requests that the database itself lifts when the worker's process dies.
//!
//! A lease says until when nobody else may take a request; the mark says whether whoever leased it is still there. So a
//! request whose worker was killed need not wait for the end of its lease. A database in a file has no marks: there the
//! leases alone count.

use std::collections::HashMap;

use async_trait::async_trait;

use super::driver::{Driver, Failure};
use crate::request::RequestId;

/// A connection that holds marks and nothing else, and with which they end.
#[async_trait]
pub(super) trait Watch: Send + 'static {
    /// The condition that nobody who lives holds the mark on the request of a row; `None` where there are no marks.
    const UNMARKED: Option<&'static str>;

    /// Marks the request with that number; false where somebody else has marked it.
    async fn mark(&mut self, number: i64) -> Result<bool, Failure>;

    /// Lifts the mark.
    async fn unmark(&mut self, number: i64) -> Result<(), Failure>;
}

/// There are no marks.
#[derive(Debug)]
#[cfg(feature = "sqlite")]
pub(super) struct NoWatch;

#[cfg(feature = "sqlite")]
#[async_trait]
impl Watch for NoWatch {
    const UNMARKED: Option<&'static str> = None;

    async fn mark(&mut self, _: i64) -> Result<bool, Failure> {
        Ok(true)
    }

    async fn unmark(&mut self, _: i64) -> Result<(), Failure> {
        Ok(())
    }
}

/// The marks of one worker.
pub(super) struct Marks<W> {
    watch: Option<W>,
    /// The numbers of the requests that are marked.
    held: HashMap<RequestId, i64>,
}

impl<W: Watch> Marks<W> {
    /// None yet.
    pub(super) fn none() -> Self {
        Self { watch: None, held: HashMap::new() }
    }

    /// Marks a request; false where somebody else has. A connection that broke is opened anew, with all marks.
    pub(super) async fn mark<D: Driver<Watch = W>>(
        &mut self,
        driver: &D,
        id: RequestId,
        number: i64,
    ) -> Result<bool, Failure> {
        let is_held = self.held.contains_key(&id);
        if let Some(watch) = &mut self.watch {
            match watch.mark(number).await {
                // Once more, and back: it shows that the connection and its marks are still there.
                Ok(true) if is_held && watch.unmark(number).await.is_ok() => return Ok(true),
                Ok(is_ours) if !is_held => {
                    if is_ours {
                        self.held.insert(id, number);
                    }
                    return Ok(is_ours);
                }
                _ => {}
            }
        }
        let mut watch = driver.watch().await?;
        for (held, number) in std::mem::take(&mut self.held) {
            if watch.mark(number).await? {
                self.held.insert(held, number);
            }
        }
        let is_ours = self.held.contains_key(&id) || watch.mark(number).await?;
        if is_ours {
            self.held.insert(id, number);
        }
        self.watch = Some(watch);
        Ok(is_ours)
    }

    /// Lifts the mark on a request, where there is one.
    pub(super) async fn unmark(&mut self, id: RequestId) {
        let Some(number) = self.held.remove(&id) else { return };
        let Some(watch) = &mut self.watch else { return };
        if watch.unmark(number).await.is_err() {
            // All its marks are gone with the connection; the next one takes the others again.
            self.watch = None;
        }
    }
}
