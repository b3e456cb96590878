//! What the two files declare is done, refused, or asked about: never passed over.
#![cfg(feature = "sqlite")]

#[path = "../support/fuse.rs"]
mod fuse;
#[path = "../support/mod.rs"]
mod support;

mod authority;
mod erasures;
mod host;
mod letting_go;
mod masks;
mod noted;
mod same_person;
mod shells;
