//! Legal holds that are placed and released while requests wait, run or are half done.

use std::sync::PoisonError;

use super::signed::{says, signed};
use crate::engine::Engine;
use crate::engine::error::EngineError;
use crate::engine::record::journal::{Event, Line};
use crate::engine::record::registry::Registry;
use crate::hold::{LegalHold, PlacedHold};
use crate::plan::resume::Resumed;
use crate::port::{Digest, Head, LedgerError, Standing};
use crate::request::{Actor, RequestId, RequestState};

/// How many held requests are made due at a time.
const PAGE: usize = 500;
/// What a hold is sealed under: all of a ledger's holds, so that none can be moved to another ledger.
const CONTEXT: &str = "hold";

impl Registry {
    /// Places a legal hold, in place of the one that is on the same matter. Runs that are under way, here or elsewhere, stop
    /// before their next step where it is on their person.
    ///
    /// # Errors
    /// The hold names no authority, or nobody who places it ([`EngineError::NoReason`]); the ledger fails.
    pub async fn place_hold(&self, hold: &PlacedHold) -> Result<(), EngineError> {
        if !says(&hold.authority) || !says(&hold.placed_by) {
            return Err(EngineError::NoReason);
        }
        let sealed = self.vault.seal(hold, CONTEXT, self.entropy.as_ref())?;
        let (matter, former) = self.matter(hold.hold.matter());
        Ok(self.ledger.place(matter, &former, &sealed).await?)
    }

    /// Releases the legal hold on a matter: destroys it, and makes the requests due that wait on hold; their clocks go on
    /// where they were. Says how many those are; `None` where no such hold was placed.
    ///
    /// # Errors
    /// Nobody is named who releases it ([`EngineError::NoReason`]); the ledger fails.
    pub async fn release_hold(&self, matter: &str, by: &Actor) -> Result<Option<u64>, EngineError> {
        signed(by, None)?;
        let (matter, mut digests) = self.matter(matter);
        digests.push(matter);
        if !self.ledger.lift(&digests).await? {
            return Ok(None);
        }
        // Whoever comes to wait on hold from here on has read that it is gone.
        let mut woken = 0;
        let mut after = None;
        loop {
            let page = self.ledger.list(&[RequestState::OnHold], after, PAGE).await?;
            after = page.last().map(|standing| standing.id);
            for standing in &page {
                woken += u64::from(self.wake(standing, by).await?);
            }
            if page.len() < PAGE {
                return Ok(Some(woken));
            }
        }
    }

    /// Makes a request due that waits on hold; false where somebody is at it, who reads for themselves what holds there are.
    async fn wake(&self, standing: &Standing, by: &Actor) -> Result<bool, EngineError> {
        let at = self.clock.now();
        let line = Line { at, event: Event::HoldReleased { by: by.clone() } }.write()?;
        let head = Head { due: Some(at), ..standing.head.clone() };
        match self.ledger.append(standing.id, standing.version, &head, &[line]).await {
            Ok(_) => Ok(true),
            Err(LedgerError::Conflict(_)) => Ok(false),
            Err(error) => Err(error.into()),
        }
    }

    /// The legal holds that were placed, by their matters; not those that the host gives to an engine.
    ///
    /// # Errors
    /// The ledger fails, or holds one that cannot be read.
    pub async fn placed_holds(&self) -> Result<Vec<PlacedHold>, EngineError> {
        let sealed = self.ledger.placed().await?;
        let opened = sealed.iter().map(|hold| self.vault.open(hold, CONTEXT));
        let mut holds = opened.collect::<Result<Vec<PlacedHold>, _>>()?;
        holds.sort_by(|one, other| one.hold.matter().cmp(other.hold.matter()));
        Ok(holds)
    }

    /// What recognises a matter: under the current key, and under former ones.
    fn matter(&self, matter: &str) -> (Digest, Vec<Digest>) {
        let parts: [&[u8]; 2] = [b"matter", matter.trim().as_bytes()];
        (self.vault.recognise(&parts), self.vault.recognise_former(&parts))
    }
}

impl Engine {
    /// Reads the holds that are in place by now. One that cannot be read stops whatever depends on it.
    pub(crate) async fn refresh_holds(&self) -> Result<(), EngineError> {
        let placed: Vec<LegalHold> =
            self.registry.placed_holds().await?.into_iter().map(|placed| placed.hold).collect();
        self.holds.write().unwrap_or_else(PoisonError::into_inner).placed = placed;
        Ok(())
    }

    /// The requests that a legal hold has stopped and that none stops any more: nothing but the next run makes them go on.
    /// Those that cannot be read are among them, so that their run says why.
    ///
    /// A host calls this when it has released a hold, and [`run`](Engine::run)s what it gets.
    ///
    /// # Errors
    /// The ledger fails.
    pub async fn released(&self) -> Result<Vec<RequestId>, EngineError> {
        self.refresh_holds().await?;
        let mut released = Vec::new();
        let mut after = None;
        loop {
            let page = self.registry.ledger.list(&[RequestState::OnHold], after, PAGE).await?;
            after = page.last().map(|standing| standing.id);
            for standing in &page {
                match self.is_stopped_by_hold(standing.id).await {
                    Ok(true) => {}
                    Ok(false) => released.push(standing.id),
                    Err(EngineError::Ledger(error)) => return Err(error.into()),
                    Err(_) => released.push(standing.id),
                }
            }
            if page.len() < PAGE {
                return Ok(released);
            }
        }
    }

    /// Whether the plan that a hold has stopped is still what it was.
    async fn is_stopped_by_hold(&self, id: RequestId) -> Result<bool, EngineError> {
        let history = self.archive().history(id).await?;
        let dossier = self.archive().dossier(id).await?.ok_or(EngineError::Forgotten)?;
        Ok(matches!(self.resume_plan(&history, &dossier)?, Some(Resumed::Same(_))))
    }
}
