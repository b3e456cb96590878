//! Records page by page, wherever they come from: a query, a list, one spelling after the other.

use std::future::Future;

use super::records::Row;
use crate::engine::error::EngineError;

/// Records that come page by page.
pub(crate) trait Pages: Send {
    /// The next page, never an empty one; `None` at the end.
    fn next(&mut self) -> impl Future<Output = Result<Option<Vec<Row>>, EngineError>> + Send;
}
