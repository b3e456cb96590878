//! Media: objects found through the rows that name them, and erased before those rows.
#![cfg(feature = "objects")]

mod crash;
mod failures;
mod folders;
#[path = "../support/fuse.rs"]
mod fuse;
mod keys;
mod media;
mod owned;
mod spellings;
mod world;
