//! The contract of a throttle: a host that serves people while it erases can have the engine pause between batches.

use std::fmt;

use async_trait::async_trait;

/// A batch that was erased or changed, and holds no lock any more.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Batch<'a> {
    /// The store, as the data map names it.
    pub store: &'a str,
    /// The collection.
    pub collection: &'a str,
    /// How many records the batch changed.
    pub records: u64,
}

/// Called after every batch; the next one starts when it returns.
#[async_trait]
pub trait Throttle: fmt::Debug + Send + Sync + 'static {
    /// Returns when the next batch may begin: at once, after a pause, or once replicas have caught up and the load is low.
    ///
    /// - *Requires*: nothing. The request's lease goes on meanwhile; what took its time too long is taken over by another
    ///   worker, which begins where this one was.
    async fn after_batch(&self, batch: Batch<'_>);
}
