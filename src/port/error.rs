//! What can go wrong in a store, without what it holds.

/// What kind of failure it was, for callers that branch.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum StoreErrorKind {
    /// The store cannot be reached, or is busy. Trying again later may help.
    Unavailable,
    /// A constraint of the store's own forbids the change (a foreign key, a unique index, a check).
    Constraint,
    /// The store has no such table or field.
    Missing,
    /// The store cannot do this at all; its capabilities say so.
    Unsupported,
    /// Anything else.
    Other,
}

/// A store's failure: what was tried, on which table, and the store's own error code. Never a value of any record.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{context}: {detail}")]
pub struct StoreError {
    kind: StoreErrorKind,
    context: String,
    detail: String,
}

impl StoreError {
    /// A failure. `context` says what was tried (``erase from `contacts` ``), `detail` what the store answered; an
    /// adapter takes care that neither holds a value of a record.
    pub fn new(kind: StoreErrorKind, context: impl Into<String>, detail: impl Into<String>) -> Self {
        Self { kind, context: context.into(), detail: detail.into() }
    }

    /// What kind of failure it was.
    pub fn kind(&self) -> StoreErrorKind {
        self.kind
    }

    /// Whether trying again later may help.
    pub fn is_retryable(&self) -> bool {
        self.kind == StoreErrorKind::Unavailable
    }
}
