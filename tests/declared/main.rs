//! What the two files declare is done, refused, or asked about: never passed over.
#![cfg(feature = "sqlite")]

#[path = "../support/mod.rs"]
mod support;

mod authority;
mod letting_go;
mod masks;
mod same_person;
mod shells;
