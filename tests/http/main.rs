//! The routes of a host, on a real server on loopback and by a real client.
#![cfg(feature = "http")]

mod ask;
mod health;
mod hostile;
mod instructions;
mod limits;
mod meta;
mod operator;
mod prove;
mod site;
mod status;
#[path = "../support/mod.rs"]
#[expect(dead_code, reason = "each test takes what it needs")]
mod support;
