//! What becomes of a request whose run failed: it is put off, so that it keeps no other from its turn, and says why.

use chrono::TimeDelta;

use super::LEASE;
use crate::engine::Engine;
use crate::engine::error::EngineError;
use crate::engine::record::journal::{Event, Told};
use crate::port::{Entropy, EntropyError, Head, LedgerError};
use crate::request::{RequestId, RequestState};

/// When a failed request is tried again: at first, and then after twice as long each time.
const RETRY: TimeDelta = TimeDelta::minutes(15);
/// How often the time until the next try is doubled.
const DOUBLINGS: u32 = 4;
/// After so many failures in a row a person is asked for.
pub(crate) const MANY_FAILURES: u32 = 10;
/// How long a request waits that needs a person and is tried all the same.
const LONG: TimeDelta = TimeDelta::hours(24);

/// By how much the time until a next try is shorter than it would be, in hundredths at most: what failed together does not
/// come back together. Never longer, so that whoever works alone may try at once what has failed once.
const JITTER: i32 = 20;

/// How long a request waits for its next try after so many failures in a row, without jitter.
fn wait_after(failures: u32) -> TimeDelta {
    if failures >= MANY_FAILURES {
        return LONG;
    }
    RETRY * 2_i32.pow(failures.saturating_sub(1).min(DOUBLINGS))
}

/// Makes a wait shorter by what is drawn.
fn jittered(wait: TimeDelta, entropy: &dyn Entropy) -> TimeDelta {
    let mut drawn = 0;
    // A wait without jitter is better than a failure that is not written down.
    let hundredths = match entropy.fill(std::slice::from_mut(&mut drawn)) {
        Ok(()) => 100 - i32::from(drawn) * JITTER / i32::from(u8::MAX),
        Err(EntropyError) => 100,
    };
    wait * hundredths / 100
}

impl Engine {
    /// Puts a request off whose run failed.
    pub(super) async fn put_off(&self, id: RequestId, error: &EngineError) {
        let is_left = match error {
            // Somebody else has moved it on, or is at it.
            EngineError::Ledger(LedgerError::Conflict(_)) | EngineError::Busy => true,
            // Nothing is written into a journal that cannot be read, or under another key: somebody else may be able to.
            EngineError::Unsealable | EngineError::Unreadable => true,
            _ => false,
        };
        if is_left {
            return;
        }
        if let Err(failure) = self.note_failure(id, error).await {
            tracing::warn!(request = %id, problem = %failure.problem(), "request could not be put off");
        }
    }

    /// Keeps a request that failed, and is due all the same, from being the next one again: nothing was written to it that
    /// puts it off, so that it is leased until its next try.
    pub(super) async fn set_aside(&self, id: RequestId) -> Result<(), EngineError> {
        let now = self.registry.clock.now();
        let is_due = match self.registry.ledger.load(id).await {
            Ok(standing) => {
                standing.is_some_and(|it| it.head.due.is_some_and(|due| due <= now + self.lease_grace))
            }
            Err(_) => true,
        };
        if is_due {
            self.registry.ledger.claim(id, now, now + LEASE + self.lease_grace + RETRY).await?;
        }
        Ok(())
    }

    /// Writes down what stopped a request, and when it is tried again.
    async fn note_failure(&self, id: RequestId, error: &EngineError) -> Result<(), EngineError> {
        // The failure may have been the ledger's, so that only the ledger knows how far the request got.
        let mut case = self.take_up(id).await?;
        let Head { state, due } = *case.head();
        let to = match state {
            RequestState::Running => state.advance(RequestState::PartiallyFailed)?,
            // It stays where it was, and says why it goes no further.
            _ => state,
        };
        let wait = wait_after(case.history.failures.saturating_add(1));
        let next = self.registry.clock.now() + jittered(wait, self.registry.entropy.as_ref());
        let is_told = matches!(error, EngineError::FilesChanged { .. } | EngineError::Plan(_));
        let due = match due {
            _ if to != state || is_told => Some(next),
            // What only waits for somebody goes on waiting.
            due => due.map(|due| due.max(next)),
        };
        let problem = error.problem();
        tracing::warn!(request = %id, %problem, "request stopped");
        let mut events = vec![Event::Stopped { problem: Told::Code(problem) }];
        if to != state {
            events.push(Event::State { to });
        }
        self.append(&mut case, Head { state: to, due }, events).await
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tries_come_further_and_further_apart() {
        let minutes: Vec<i64> = (1..=12).map(|failures| wait_after(failures).num_minutes()).collect();
        assert_eq!(minutes, [15, 30, 60, 120, 240, 240, 240, 240, 240, 1440, 1440, 1440]);
    }

    /// Draws one byte again and again; none draws nothing.
    #[derive(Debug)]
    struct Byte(Option<u8>);

    impl Entropy for Byte {
        fn fill(&self, bytes: &mut [u8]) -> Result<(), EntropyError> {
            bytes.fill(self.0.ok_or(EntropyError)?);
            Ok(())
        }
    }

    #[test]
    fn a_wait_is_a_fifth_shorter_at_most_as_it_is_drawn() {
        let drawn = |byte| jittered(TimeDelta::minutes(100), &Byte(byte)).num_minutes();
        assert_eq!([None, Some(0), Some(128), Some(255)].map(drawn), [100, 100, 90, 80]);
        let all: std::collections::BTreeSet<i64> = (0..=u8::MAX).map(|byte| drawn(Some(byte))).collect();
        assert_eq!(all, (80..=100).collect());
    }
}
