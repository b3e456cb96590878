//! Legal holds that are placed and released while requests wait, run or are half done.

use std::sync::PoisonError;

use crate::engine::Engine;
use crate::engine::error::EngineError;
use crate::engine::record::archive::Archive;
use crate::engine::record::journal::{Event, Line};
use crate::engine::record::vault::Vault;
use crate::hold::{LegalHold, PlacedHold};
use crate::port::{Clock, Digest, Entropy, Head, Keys, Ledger, LedgerError, Standing};
use crate::request::RequestState;

/// How many held requests are made due at a time.
const PAGE: usize = 500;
/// What a hold is sealed under: all of a ledger's holds, so that none can be moved to another ledger.
const CONTEXT: &str = "hold";

/// Places a legal hold in a ledger, in place of the one that is on the same matter, with a ledger alone.
///
/// # Errors
/// The hold names no authority, or nobody who places it ([`EngineError::NoReason`]); the ledger or the keys fail.
pub async fn place_hold(
    ledger: &dyn Ledger,
    keys: &dyn Keys,
    entropy: &dyn Entropy,
    hold: &PlacedHold,
) -> Result<(), EngineError> {
    Archive { ledger, vault: &Vault::fetch(keys).await? }.place_hold(entropy, hold).await
}

/// Releases the legal hold on a matter, with a ledger alone: destroys it, and makes the requests due that wait on hold.
/// Says how many those are; `None` where there is no such hold.
///
/// # Errors
/// Nobody is named who releases it ([`EngineError::NoReason`]); the ledger or the keys fail.
pub async fn release_hold(
    ledger: &dyn Ledger,
    keys: &dyn Keys,
    clock: &dyn Clock,
    matter: &str,
    by: &str,
) -> Result<Option<u64>, EngineError> {
    Archive { ledger, vault: &Vault::fetch(keys).await? }.release_hold(clock, matter, by).await
}

/// The legal holds that are placed in a ledger, by their matters, with a ledger alone.
///
/// # Errors
/// The ledger or the keys fail.
pub async fn placed_holds(ledger: &dyn Ledger, keys: &dyn Keys) -> Result<Vec<PlacedHold>, EngineError> {
    Archive { ledger, vault: &Vault::fetch(keys).await? }.placed_holds().await
}

impl Engine {
    /// Places a legal hold, in place of the one that is on the same matter. Runs that are under way, here or elsewhere, stop
    /// before their next step where it is on their person.
    ///
    /// # Errors
    /// The hold names no authority, or nobody who places it ([`EngineError::NoReason`]); the ledger fails.
    pub async fn place_hold(&self, hold: &PlacedHold) -> Result<(), EngineError> {
        self.archive().place_hold(self.entropy.as_ref(), hold).await?;
        self.refresh_holds().await
    }

    /// Releases the legal hold on a matter: destroys it, and makes the requests due that wait on hold; their clocks go on
    /// where they were. Says how many those are; `None` where no such hold was placed.
    ///
    /// # Errors
    /// Nobody is named who releases it ([`EngineError::NoReason`]); the ledger fails.
    pub async fn release_hold(&self, matter: &str, by: &str) -> Result<Option<u64>, EngineError> {
        let released = self.archive().release_hold(self.clock.as_ref(), matter, by).await?;
        self.refresh_holds().await?;
        Ok(released)
    }

    /// The legal holds that were placed, by their matters; not those that the host gave.
    ///
    /// # Errors
    /// The ledger fails, or holds one that cannot be read.
    pub async fn placed_holds(&self) -> Result<Vec<PlacedHold>, EngineError> {
        self.archive().placed_holds().await
    }

    /// Reads the holds that are in place by now. One that cannot be read stops whatever depends on it.
    pub(crate) async fn refresh_holds(&self) -> Result<(), EngineError> {
        let placed: Vec<LegalHold> =
            self.archive().placed_holds().await?.into_iter().map(|placed| placed.hold).collect();
        self.holds.write().unwrap_or_else(PoisonError::into_inner).placed = placed;
        Ok(())
    }
}

impl Archive<'_> {
    async fn place_hold(&self, entropy: &dyn Entropy, hold: &PlacedHold) -> Result<(), EngineError> {
        if !says(&hold.authority) || !says(&hold.placed_by) {
            return Err(EngineError::NoReason);
        }
        let sealed = self.vault.seal(hold, CONTEXT, entropy)?;
        let (matter, former) = self.matter(hold.hold.matter());
        Ok(self.ledger.place(matter, &former, &sealed).await?)
    }

    async fn release_hold(
        &self,
        clock: &dyn Clock,
        matter: &str,
        by: &str,
    ) -> Result<Option<u64>, EngineError> {
        if !says(by) {
            return Err(EngineError::NoReason);
        }
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
                woken += u64::from(self.wake(clock, standing, by).await?);
            }
            if page.len() < PAGE {
                return Ok(Some(woken));
            }
        }
    }

    /// Makes a request due that waits on hold; false where somebody is at it, who reads for themselves what holds there are.
    async fn wake(&self, clock: &dyn Clock, standing: &Standing, by: &str) -> Result<bool, EngineError> {
        let at = clock.now();
        let line = Line { at, event: Event::HoldReleased { by: by.to_owned() } }.write()?;
        let head = Head { due: Some(at), ..standing.head.clone() };
        match self.ledger.append(standing.id, standing.version, &head, &[line]).await {
            Ok(_) => Ok(true),
            Err(LedgerError::Conflict(_)) => Ok(false),
            Err(error) => Err(error.into()),
        }
    }

    async fn placed_holds(&self) -> Result<Vec<PlacedHold>, EngineError> {
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

/// Whether a text says anything.
pub(super) fn says(text: &str) -> bool {
    text.chars().any(char::is_alphanumeric)
}
