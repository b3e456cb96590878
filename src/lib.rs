//! `oubliette` erases a person from a CRM, and can prove it.
#![forbid(unsafe_code)]

pub mod datamap;
pub mod finding;
pub mod policy;
pub mod port;
