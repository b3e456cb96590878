//! The routes of a host: Meta's callbacks, pages for people, self-service, proof, and decisions of operators.
//!
//! [`Doors`] is given an engine, a [`Renderer`](crate::page::Renderer) and the address under which the public sees it, and
//! makes a router that a host on axum nests where it likes:
//!
//! ```no_run
//! # use oubliette::door::http::{BearerGuard, Doors};
//! # use oubliette::{engine::Engine, meta::MetaApp, page::Renderer};
//! # fn mount(engine: Engine, app: MetaApp) -> Result<axum::Router, Box<dyn std::error::Error>> {
//! let doors = Doors::new(engine, Renderer::new()?, "https://crm.example/privacy".parse()?)?
//!     .with_meta("main", app)
//!     .with_guard(BearerGuard::new(&std::env::var("OPERATOR_TOKEN")?)?);
//! let host = axum::Router::new().nest("/privacy", doors.router());
//! # Ok(host)
//! # }
//! ```
//!
//! | route | what |
//! |---|---|
//! | `POST /meta/{app}/deletion` | Meta's callback for data deletion; JSON with `url` and `confirmation_code` |
//! | `POST /meta/{app}/deauthorize` | Meta's callback for an app that was removed; never an erasure of the person |
//! | `GET /status/{code}` | where a request stands, as a page or as JSON |
//! | `POST /status/{code}/cancel` | cancels a scheduled request, with the token of its page |
//! | `GET /instructions` | how to ask and what happens then, off the policy in force; page or JSON |
//! | `GET`, `POST /request` | asks, where the policy opens the channel `self_service` |
//! | `GET`, `POST /prove/{token}` | shows a button or a field; only what is posted proves anything |
//! | `/operator/…` | JSON for the staff, see [`Guard`]; without a guard these routes do not exist |
//!
//! **What each of them keeps.** Answers are not stored, not framed and run no script; no cookie is set. Addresses are made
//! from the configured one, never from a header. Bodies are bounded in size and in time. Whoever guesses codes or tokens, or
//! asks too often, is put off by the network that they come from. Nothing that a visitor sends is repeated in an answer, but
//! for their own form that is shown again, and nothing of it is logged.
//!
//! **What they need.** A tokio runtime with its timer, as axum's own server does. Whoever may ask by proving an address or a
//! number needs an engine [with a notifier](crate::engine::EngineBuilder::with_notifier) that was told
//! [the same addresses](crate::engine::EngineBuilder::with_pages); without one, only those ask who are
//! [signed in](SelfService).
//!
//! Handlers are thin: what they do is in functions from plain data (`visit`) to plain data (`reply`), which know no framework.

mod ask;
mod doors;
mod form;
mod guard;
mod headers;
mod health;
mod instructions;
mod meta;
mod operator;
mod problem;
mod prove;
mod reply;
mod router;
mod self_service;
mod status;
mod tries;
mod visit;

pub use doors::{Doors, DoorsError};
pub use guard::{BearerGuard, BearerGuardError, Guard};
pub use health::health_router;
pub use self_service::{SelfService, SignedIn};
