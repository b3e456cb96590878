//! The contract of a catalogue: everything that a database holds, declared in a data map or not.

use std::fmt;

use async_trait::async_trait;

use super::{StoreError, Table};

/// Lists what a database holds, so that a data map can be compared with it or begun from it.
///
/// No part of erasing: a store that has no catalogue is as good a store as any.
#[async_trait]
pub trait Catalogue: fmt::Debug + Send + Sync + 'static {
    /// Every table and view of the host's that the connection may see, in the order of their names: those of all schemas of
    /// its database, but of no other database on the same server. The database's own tables and the ledger's are left out.
    ///
    /// - *Requires*: nothing. - *On absence*: an empty list.
    /// - Over a network the catalogue is read in a fixed number of statements, however many tables there are.
    async fn tables(&self) -> Result<Vec<Table>, StoreError>;
}
