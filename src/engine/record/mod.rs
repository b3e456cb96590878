//! One request's record in the ledger: its journal and what follows from it, who it is about, what was noted for it.
//!
//! The record stands by itself. It outlives the process, the deploy and the files, and can be read without them.

pub(crate) mod archive;
pub(crate) mod case;
pub(crate) mod dossier;
pub(crate) mod files;
pub(crate) mod history;
pub(crate) mod identification;
pub(crate) mod journal;
pub(crate) mod lists;
pub(crate) mod news;
pub(crate) mod notebook;
pub(crate) mod person;
pub(crate) mod registry;
pub(crate) mod vault;
