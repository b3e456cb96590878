//! `oubliette resume`: drives every request that is due or whose legal hold is gone, one after the other.

use std::sync::Arc;

use chrono::TimeDelta;
use oubliette::engine::{Engine, EngineError};
use oubliette::port::Ledger;
use oubliette::request::RequestId;

use super::args::ResumeArgs;
use super::driven::{self, Driven};
use super::failure::Failure;
use super::keys::{self, FirstUse};
use super::location::Location;
use super::output::{Meter, Output, tell};
use super::setup::Setup;
use super::stores::{Access, OpenStores};

/// For how long a request that has not ended by its turn is set aside, unless this call ends before.
const ASIDE: TimeDelta = TimeDelta::hours(1);

pub(crate) async fn run(args: &ResumeArgs) -> Result<Output, Failure> {
    let setup = Setup::read(&args.files, &args.circumstances, args.manner.now)?;
    let location = Location::of_ledger(&args.ledger.ledger)?;
    if !location.holds_ledger().await? {
        return Err(location.no_ledger());
    }
    let key = keys::of_ledger(&location, args.ledger.key_file.as_deref(), FirstUse::Refused).await?;
    let stores = OpenStores::open(&setup.map, &args.files.stores, Access::Write).await?;
    let ledger = location.open_ledger().await?;
    let meter = Meter::new();
    let lock = location.lock()?;
    let builder = setup.builder(&stores, &meter).with_ledger(Arc::clone(&ledger)).with_keys(key);
    let engine = lock.alone(builder).build().await?;
    let driven = drive_all(&setup, &engine, ledger.as_ref()).await;
    meter.clear();
    let driven = driven?;
    let waiting = match engine.backlog().await {
        Ok(waiting) => Some(waiting),
        Err(error) => {
            tell(&format!("error: what has not ended cannot be listed: {error}"));
            None
        }
    };
    driven::output(&driven, waiting.as_ref())
}

/// Gives each due request its turn. One that has not ended by that is leased until the others had theirs.
async fn drive_all(setup: &Setup, engine: &Engine, ledger: &dyn Ledger) -> Result<Vec<Driven>, Failure> {
    let mut all = Vec::new();
    // What a hold has stopped is due at no time: it goes on once the hold is gone.
    for id in engine.released().await? {
        let result = engine.run(id).await;
        all.push(Driven::of(engine, id, result).await);
    }
    let mut aside = Vec::new();
    let result = loop {
        match engine.run_due().await {
            Ok(None) => break Ok(()),
            Ok(Some((id, result))) => {
                let has_failed = result.is_err();
                all.push(Driven::of(engine, id, result).await);
                match set_aside(setup, ledger, id, has_failed).await {
                    Ok(true) => aside.push(id),
                    Ok(false) => {}
                    Err(error) => break Err(error),
                }
            }
            Err(error) => break Err(error),
        }
    };
    for id in aside {
        ledger.release(id).await.map_err(EngineError::from)?;
    }
    match result {
        Ok(()) => Ok(all),
        // What was driven is told all the same, and the rest is still due.
        Err(error) if !all.is_empty() => {
            all.push(Driven::stopped(&error));
            Ok(all)
        }
        Err(error) => Err(error.into()),
    }
}

/// Leases a request that has not ended; returns whether it is leased by this call. One that failed may be already.
async fn set_aside(
    setup: &Setup,
    ledger: &dyn Ledger,
    id: RequestId,
    has_failed: bool,
) -> Result<bool, EngineError> {
    let now = setup.clock.now();
    let is_waiting = match ledger.load(id).await {
        Ok(standing) => standing.is_some_and(|standing| standing.head.due.is_some()),
        // What cannot be read has been told, and must not end the whole call.
        Err(_) if has_failed => return Ok(true),
        Err(error) => return Err(error.into()),
    };
    Ok(is_waiting && (ledger.claim(id, now, now + ASIDE).await? || has_failed))
}
