//! The registry of a ledger that is there, with its key: what the commands start from that need nothing else.

use std::sync::Arc;

use chrono::{DateTime, Utc};
use oubliette::code::ConfirmationCode;
use oubliette::engine::Registry;
use oubliette::port::{Clock, SystemEntropy};
use oubliette::request::{Actor, RequestId};

use super::args::LedgerArgs;
use super::failure::Failure;
use super::keys::{self, FirstUse};
use super::location::Location;
use super::setup::clock;

/// An open registry, and the clock that it goes by.
pub(crate) struct OpenRegistry {
    pub(crate) registry: Registry,
    pub(crate) clock: Arc<dyn Clock>,
}

impl OpenRegistry {
    /// Opens the registry of a ledger that is there already.
    pub(crate) async fn open(args: &LedgerArgs, now: Option<DateTime<Utc>>) -> Result<Self, Failure> {
        let location = Location::of_ledger(&args.ledger)?;
        if !location.holds_ledger().await? {
            return Err(location.no_ledger());
        }
        Self::at(&location, args, now, FirstUse::Refused).await
    }

    /// Opens the registry of a ledger, which is made where it is not there.
    pub(crate) async fn open_or_make(args: &LedgerArgs, now: Option<DateTime<Utc>>) -> Result<Self, Failure> {
        Self::at(&Location::of_ledger(&args.ledger)?, args, now, FirstUse::Allowed).await
    }

    async fn at(
        location: &Location,
        args: &LedgerArgs,
        now: Option<DateTime<Utc>>,
        first_use: FirstUse,
    ) -> Result<Self, Failure> {
        let key = keys::of_ledger(location, args.key_file.as_deref(), first_use).await?;
        let clock = clock(now);
        let ledger = location.open_ledger().await?;
        let registry = Registry::open(ledger, &key, Arc::clone(&clock), SystemEntropy).await?;
        Ok(Self { registry, clock })
    }

    /// The request with that id, or with that confirmation code.
    pub(crate) async fn find(&self, text: &str) -> Result<RequestId, Failure> {
        if let Ok(id) = text.parse::<RequestId>() {
            return Ok(id);
        }
        let code: ConfirmationCode = text.parse().map_err(|_| {
            Failure::misuse(
                "that is neither the id of a request nor a confirmation code; `oubliette requests` lists ids",
            )
        })?;
        self.registry.find(&code).await?.ok_or_else(unknown_request)
    }
}

/// There is no such request.
pub(crate) fn unknown_request() -> Failure {
    Failure::stopped("this ledger knows no such request; check that it is the right ledger")
}

/// What was typed is no code.
pub(crate) fn code(text: &str) -> Result<ConfirmationCode, Failure> {
    text.parse().map_err(|error| Failure::misuse(format!("the code is mistyped: {error}")))
}

/// No request has that code.
pub(crate) fn unknown_code() -> Failure {
    Failure::stopped(
        "this code is not known to this ledger, which says nothing about anybody's data; check that it is the right ledger, \
         and its key",
    )
}

/// Who decides: the operator of that name, or whatever calls the command.
pub(crate) fn actor(by: Option<&String>) -> Actor {
    by.map_or(Actor::Host, Actor::operator)
}
