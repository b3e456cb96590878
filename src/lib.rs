//! `oubliette` erases a person from a CRM, and can prove it.
#![forbid(unsafe_code)]

pub mod adapter;
pub mod code;
pub mod datamap;
pub mod engine;
pub mod finding;
pub mod meta;
pub mod plan;
pub mod policy;
pub mod port;
pub mod request;
