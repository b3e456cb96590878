//! `oubliette` erases a person from a CRM, and can prove it.
#![forbid(unsafe_code)]
#![cfg_attr(
    not(test),
    deny(
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::panic,
        clippy::indexing_slicing,
        clippy::string_slice
    )
)]

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
