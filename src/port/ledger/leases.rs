//! Leases: of several workers, one at a time works on a request.

use std::fmt;

use async_trait::async_trait;
use chrono::{DateTime, Utc};

use super::LedgerError;
use crate::request::RequestId;

/// Who works on a request, and until when.
///
/// A lease ends with the instant that it names: from that on anybody may claim. What the holder appends does not end it.
#[async_trait]
pub trait Leases: fmt::Debug + Send + Sync + 'static {
    /// Claims the request that has been due longest, is not leased at `now`, and leases it until `until`.
    ///
    /// A request is due from the very instant of its head on.
    ///
    /// - *Atomicity*: no two claimants get the same request within its lease.
    /// - *On absence*: `None` where nothing is due.
    async fn claim_due(
        &self,
        now: DateTime<Utc>,
        until: DateTime<Utc>,
    ) -> Result<Option<RequestId>, LedgerError>;

    /// Leases one request until `until`; false where it is leased beyond `now` already.
    ///
    /// - *On absence*: `Unknown`.
    async fn claim(
        &self,
        id: RequestId,
        now: DateTime<Utc>,
        until: DateTime<Utc>,
    ) -> Result<bool, LedgerError>;

    /// Ends a lease before its time.
    ///
    /// - *Idempotence*: may be repeated. *On absence*: nothing.
    async fn release(&self, id: RequestId) -> Result<(), LedgerError>;
}
