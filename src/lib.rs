//! Erases a person from a CRM, and can prove it.
//!
//! The host keeps its own databases. It describes what it promises (`policy.toml`) and where its data lies
//! (`datamap.toml`), and this crate takes a request from Meta's callback, an e-mail, a click or an operator to an erasure
//! that was counted again: the right records gone, the right fields masked, the right invoices kept until the right
//! day with the law cited, however often the process dies on the way.
//!
//! ```text
//! intake -> request -> verify -> plan -> (approve) -> execute -> check -> wait for backups -> complete -> forget
//! ```
//!
//! # A whole erasure
//!
//! ```
//! use oubliette::adapter::memory::{MemoryLedger, MemoryStore};
//! use oubliette::datamap::DataMap;
//! use oubliette::engine::{Engine, Idempotency};
//! use oubliette::policy::Policy;
//! use oubliette::port::MasterKey;
//! use oubliette::identifier::Identifier;
//! use oubliette::policy::Channel;
//! use oubliette::request::{Request, RequestState};
//!
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let policy = Policy::from_toml(
//!     r#"
//!     name = "Example CRM"
//!     version = "1"
//!     [channels.operator]
//!     [[category]]
//!     id = "contacts"
//!     on_erasure = "erase"
//!     [[category]]
//!     id = "billing"
//!     on_erasure = "retain"
//!     retain = [{ ground = "tax_law", citation = "CGST Act 2017, s. 36", period = "72 months",
//!                 start = "issued", counted_from = "financial_year_end" }]
//!     "#,
//! )?;
//! let map = DataMap::from_toml(
//!     r#"
//!     [[collection]]
//!     name = "contacts"
//!     key = "id"
//!     category = "contacts"
//!     subject = "contact"
//!     identifiers = { phone = "phone" }
//!     [[collection]]
//!     name = "invoices"
//!     key = "id"
//!     category = "billing"
//!     owned_by = [{ field = "contact_id", of = "contacts" }]
//!     events = { issued = { field = "issued_at", as = "date" } }
//!     "#,
//! )?;
//! let crm = MemoryStore::new().with_table("contacts", ["id"]).with_table("invoices", ["id"]);
//! crm.insert("contacts", [("id", 7.into()), ("phone", "+91 98765-43210".into())])?;
//! crm.insert("invoices", [("id", 1.into()), ("contact_id", 7.into()), ("issued_at", "2026-05-02".into())])?;
//!
//! let engine = Engine::builder(policy, map)
//!     .with_store("crm", crm.clone())
//!     .with_ledger(MemoryLedger::new())
//!     .with_keys(MasterKey::new([0x5a; 32])) // from your secret store
//!     .build()
//!     .await?;
//! let request = Request::builder(Channel::Operator)
//!     .with_identifier(Identifier::phone("+919876543210", None)?)
//!     .build()?;
//! let ticket = engine.open(&request, &Idempotency::WhileOpen).await?;
//! let report = engine.run(ticket.id).await?;
//!
//! assert_eq!(report.state, RequestState::CompletedWithRetention);
//! assert!(crm.rows("contacts").is_empty());
//! assert!(crm.rows("invoices")[0]["contact_id"].is_null(), "the invoice is kept, without its buyer");
//! # Ok(())
//! # }
//! ```
//!
//! # The map of the crate
//!
//! | room | what is in it |
//! |---|---|
//! | [`policy`] | what is promised: categories, grounds, periods, channels |
//! | [`datamap`] | where it lies: collections, fields, links, masks |
//! | [`identifier`] | who: phone numbers, e-mail addresses, WhatsApp's and Meta's ids |
//! | [`value`] | what a store holds: values, links, moments |
//! | [`request`] | what is asked: request, scope, tenancy, states |
//! | [`hold`] | legal holds |
//! | [`verify`] | what counts as proof that a person is who they say: links, codes, and what others vouch for |
//! | [`meta`] | Meta's wire: `signed_request`, callbacks, the answer |
//! | [`code`] | confirmation codes |
//! | [`plan`] | policy x data map x request: what is done, in which order, and why |
//! | [`page`] | data in, words out: what a person is told of a request and how they ask (feature `pages` lays it out), plans, steps, problems and warnings as sentences |
//! | [`port`] | what a host implements: [`Store`](port::Store), [`Ledger`](port::Ledger), clock, entropy, keys |
//! | [`inspect`] | whether a data map still fits a live database, and what in it looks personal (feature `inspect`) |
//! | [`scaffold`] | drafts a data map and a policy from a live database (feature `inspect`) |
//! | [`engine`] | drives plans through the ports, and resumes them |
//! | [`adapter`] | ports implemented: in memory; on SQLite, PostgreSQL and MySQL with features `sqlite`, `postgres` and `mysql`; on object stores with feature `objects`; messages as files with feature `outbox` |
//! | [`door`] | what calls the engine: the routes that a host mounts (feature `http`) |
//! | `testkit` | the laws that every store and ledger keeps, as tests for your own (feature `testkit`) |
//! | [`finding`] | what is wrong with a file, a map or a schema, said so that a person can correct it |
//!
//! Those before [`port`] are pure: no I/O, no clock, no randomness.
//!
//! `ARCHITECTURE.md`, which lies beside the sources and in [`_architecture`], has the flow, who may know whom, where a change
//! goes, and the glossary.
//!
//! # Features
//!
//! None is on by default: the crate by itself has no runtime, no TLS and no database.
//!
//! | feature | what it adds, and why it is one |
//! |---|---|
//! | `sqlite`, `postgres`, `mysql` | stores over the host's own tables, and ledgers; each brings the driver of its database and tokio |
//! | `tls` | encrypted connections by URL; a host that passes its own pool has chosen already |
//! | `objects` | media in S3-like stores and directories; the providers are features of `object_store` |
//! | `national-numbers` | phone numbers without their country code: every country's numbering plan, in 25 crates. Without it they are refused |
//! | `inspect` | [`inspect`] and [`scaffold`]: what in a live database looks personal, and drafts of both files. No engine runs it |
//! | `pages` | pages for people as HTML and text, by templates and words that a host can replace; what they say is there without it |
//! | `http` | `door::http`: Meta's callbacks, pages for people, self-service, proofs and operators' routes, as a router for axum |
//! | `outbox` | [`adapter::outbox`]: messages to people as `.eml` files in a directory, for a host whose mail system takes them from there |
//! | `testkit` | the laws of the ports, for the tests of an adapter of your own |
//! | `cli` | the command `oubliette`, with `inspect`, `national-numbers`, `outbox` and `pages`; with `http` it serves the routes; a host that embeds the crate needs no arguments and progress bars |
//!
//! # What it guarantees
//!
//! - Nothing is destroyed before the request, the sealed identifiers and the plan are durable in the ledger.
//! - Nobody else's record changes, except to let go of the subject.
//! - Every batch may run twice; a run that was stopped anywhere comes to the same end when it is resumed.
//! - What is written down stands by itself: under changed files a plan that means the same goes on, another one is made and
//!   approved anew, and a name that leads nowhere any more stops the request. It is never done for that.
//! - Errors, logs and reports hold no personal data; identifiers are sealed in the ledger, and destroyed when the request ends.
//! - A step that failed, was skipped or cannot be done never reads as done.
//!
//! # What it does not
//!
//! - It reaches what the data map declares, and nothing else.
//! - A key is an address, not an identity. Records are noted by their keys; where a collection has no event `created`, one of
//!   nobody's that was given a noted key again is taken for the one that was noted.
//! - What a trigger copies elsewhere, or gives to somebody else, is not looked for: `check` tells which triggers act on
//!   erasures, and what is still there under its key is never called erased.
//! - Masking is not deletion, and a pseudonym is not anonymous to whoever holds the key. Reports say which was used.
//! - It waits until backups have rotated; it does not reach into them.
//! - Records that a ground keeps are noted with their last day; a later version will erase them by itself on the day.
//! - Retention periods are the policy's. Nothing here is legal advice.
#![forbid(unsafe_code)]
#![cfg_attr(docsrs, feature(doc_cfg))]
#![deny(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]
// The only one of the set that knows no tests by itself.
#![cfg_attr(not(test), deny(clippy::string_slice))]

pub mod adapter;
pub mod code;
pub mod datamap;
pub mod door;
pub mod engine;
pub mod finding;
pub mod hold;
pub mod identifier;
#[cfg(feature = "inspect")]
pub mod inspect;
pub mod meta;
pub mod page;
pub mod plan;
pub mod policy;
pub mod port;
pub mod request;
#[cfg(feature = "inspect")]
pub mod scaffold;
mod schema;
#[cfg(feature = "testkit")]
pub mod testkit;
mod text;
pub mod value;
pub mod verify;

#[cfg(doc)]
#[doc = include_str!("../ARCHITECTURE.md")]
pub mod _architecture {}

/// The README's code is compiled and run with the documentation's.
#[cfg(all(doctest, feature = "sqlite"))]
#[doc = include_str!("../README.md")]
struct Readme;
