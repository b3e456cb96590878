//! What goes wrong in an object store, said without naming an object: keys can be personal data, and the store's own
//! words are full of them.

use std::error::Error as _;
use std::io;

use object_store::Error;

use crate::port::{StoreError, StoreErrorKind};

/// Whether the store says that there is no such object.
pub(super) fn is_absent(error: &Error) -> bool {
    match error {
        Error::NotFound { .. } => true,
        // In a directory, a key may lead through a file, or be longer than any name that the file system could hold.
        other => matches!(
            cause(other),
            Some(io::ErrorKind::NotFound | io::ErrorKind::NotADirectory | io::ErrorKind::InvalidFilename)
        ),
    }
}

/// A failure as the port tells it. `context` says what was tried.
pub(super) fn failure(context: impl Into<String>, error: &Error) -> StoreError {
    let (kind, words) = match error {
        Error::PermissionDenied { .. } => (
            StoreErrorKind::Other,
            "the store denies it; give the credentials the right to list, read and delete",
        ),
        Error::Unauthenticated { .. } => {
            (StoreErrorKind::Other, "the store does not accept the credentials; give others")
        }
        Error::NotSupported { .. } | Error::NotImplemented { .. } => {
            (StoreErrorKind::Unsupported, "the store cannot do this")
        }
        Error::InvalidPath { .. } => (
            StoreErrorKind::Other,
            "a key cannot be addressed, or a symbolic link leads out of the directory; rename it, or open the directory with its links followed",
        ),
        Error::Generic { store, .. } => return unavailable(context, store, cause(error)),
        _ => (StoreErrorKind::Other, "the store answered in a way that is not foreseen"),
    };
    StoreError::new(kind, context, words)
}

/// Most failures come without a kind: no connection, a time-out, too many requests, a disk's trouble.
fn unavailable(context: impl Into<String>, store: &str, cause: Option<io::ErrorKind>) -> StoreError {
    let detail = match cause {
        Some(kind) => format!("{store} failed: {kind}"),
        None => format!("{store} failed; it may be out of reach or busy"),
    };
    StoreError::new(StoreErrorKind::Unavailable, context, detail)
}

/// What the operating system said, if it was asked.
fn cause(error: &Error) -> Option<io::ErrorKind> {
    let mut next = error.source();
    while let Some(source) = next {
        if let Some(io) = source.downcast_ref::<io::Error>() {
            return Some(io.kind());
        }
        next = source.source();
    }
    None
}
