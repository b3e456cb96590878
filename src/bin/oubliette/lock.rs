//! Tells whether another `oubliette` is at work on the same ledger: a lock that the system lifts when a process dies.

use std::fs::{File, OpenOptions, TryLockError};
use std::path::Path;

use oubliette::engine::EngineBuilder;

use super::failure::Failure;

/// A ledger's lock, held by this process or by another one.
#[derive(Debug)]
pub(crate) struct Lock {
    /// Held as long as this lives.
    held: Option<File>,
}

impl Lock {
    /// Takes the lock beside the ledger, unless another process has it.
    pub(crate) fn take(ledger: &Path) -> Result<Self, Failure> {
        let mut path = ledger.as_os_str().to_owned();
        path.push(".lock");
        let unusable = |error: std::io::Error| {
            Failure::misuse(format!(
                "the lock `{}` beside the ledger cannot be opened ({error}); make its folder writable",
                path.display()
            ))
        };
        let file =
            OpenOptions::new().create(true).truncate(false).write(true).open(&path).map_err(unusable)?;
        match file.try_lock() {
            Ok(()) => Ok(Self { held: Some(file) }),
            Err(TryLockError::WouldBlock) => Ok(Self { held: None }),
            Err(TryLockError::Error(error)) => Err(unusable(error)),
        }
    }

    /// No lock: others may be at work, whoever they are.
    pub(crate) fn shared() -> Self {
        Self { held: None }
    }

    /// An engine that is alone at the ledger need not wait for the leases of the dead.
    pub(crate) fn alone(&self, builder: EngineBuilder) -> EngineBuilder {
        if self.held.is_some() { builder.as_lone_worker() } else { builder }
    }
}
