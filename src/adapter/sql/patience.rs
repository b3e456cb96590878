//! Trying again where another transaction was in the way, after pauses that no two batches share.

use std::hash::{BuildHasher, RandomState};
use std::sync::Arc;
use std::time::Duration;

use async_trait::async_trait;

use super::driver::{Cause, Failure};
use crate::port::Waiting;

/// How often a batch is tried when other transactions are in its way.
pub(super) const MAX_ATTEMPTS: u32 = 6;
/// About how long the first pause before another try is; each further one is twice as long.
const FIRST_PAUSE: Duration = Duration::from_millis(20);

/// Waits by the timer of the runtime that the drivers need anyway.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct TokioWaiting;

#[async_trait]
impl Waiting for TokioWaiting {
    async fn wait(&self, duration: Duration) {
        tokio::time::sleep(duration).await;
    }
}

/// How long a batch still waits for other transactions to get out of its way.
#[derive(Debug)]
pub(super) struct Patience {
    waiting: Arc<dyn Waiting>,
    left: u32,
    pause: Duration,
}

impl Patience {
    pub(super) fn new(waiting: &Arc<dyn Waiting>) -> Self {
        Self { waiting: Arc::clone(waiting), left: MAX_ATTEMPTS, pause: FIRST_PAUSE }
    }

    /// Has all its patience again.
    pub(super) fn renew(&mut self) {
        (self.left, self.pause) = (MAX_ATTEMPTS, FIRST_PAUSE);
    }

    /// Runs `work`, retrying on contention. A contended attempt was rolled back.
    pub(super) async fn attempt<T, F: Future<Output = Result<T, Failure>>>(
        &mut self,
        work: impl Fn() -> F,
    ) -> Result<T, Failure> {
        loop {
            let done = work().await;
            self.left = self.left.saturating_sub(1);
            match done {
                Err(failure) if failure.cause == Cause::Contention && self.left > 0 => {
                    tracing::debug!(
                        detail = failure.detail,
                        "another transaction was in the way; trying again"
                    );
                    self.pause().await;
                }
                done => return done,
            }
        }
    }

    /// Whether to look again, after the pause that this takes.
    pub(super) async fn waits_again(&mut self) -> bool {
        self.left = self.left.saturating_sub(1);
        if self.left > 0 {
            self.pause().await;
        }
        self.left > 0
    }

    /// Between half of the pause and one and a half of it: two batches that collided would collide again after the same.
    async fn pause(&mut self) {
        self.waiting.wait(self.pause / 2 + self.pause.mul_f64(draw())).await;
        self.pause *= 2;
    }
}

/// A number from 0 to 1. It need not be unforeseeable, only another one each time and in each process.
fn draw() -> f64 {
    // The standard library seeds its hashers at random, each with other keys.
    f64::from(u32::try_from(RandomState::new().hash_one(0) >> 32).unwrap_or(0)) / f64::from(u32::MAX)
}

#[cfg(test)]
mod tests {
    use std::sync::{
        Mutex,
        atomic::{AtomicU32, Ordering},
    };

    use super::*;
    use crate::port::StoreErrorKind;

    /// Writes down how long it was to wait, and does not.
    #[derive(Debug, Default)]
    struct Impatient(Mutex<Vec<Duration>>);

    #[async_trait]
    impl Waiting for Impatient {
        async fn wait(&self, duration: Duration) {
            self.0.lock().unwrap().push(duration);
        }
    }

    fn contention() -> Failure {
        Failure::new(StoreErrorKind::Unavailable, Cause::Contention, "a deadlock")
    }

    #[tokio::test]
    async fn pauses_double_and_no_two_are_the_same() {
        let waits = [Arc::new(Impatient::default()), Arc::new(Impatient::default())];
        for waits in &waits {
            let tried = AtomicU32::new(0);
            let mut patience = Patience::new(&(Arc::clone(waits) as Arc<dyn Waiting>));
            let work = || async {
                tried.fetch_add(1, Ordering::Relaxed);
                Err::<(), _>(contention())
            };
            assert!(patience.attempt(work).await.is_err());
            assert_eq!(tried.load(Ordering::Relaxed), MAX_ATTEMPTS);
            let waited = waits.0.lock().unwrap().clone();
            assert_eq!(waited.len(), 5);
            for (pause, waited) in (0..).map(|times| FIRST_PAUSE * 2_u32.pow(times)).zip(waited) {
                assert!(waited >= pause / 2 && waited <= pause * 3 / 2, "{waited:?} for {pause:?}");
            }
        }
        assert_ne!(*waits[0].0.lock().unwrap(), *waits[1].0.lock().unwrap());
    }

    #[tokio::test]
    async fn what_succeeds_or_fails_otherwise_is_tried_once() {
        let waits = Arc::new(Impatient::default());
        let mut patience = Patience::new(&(Arc::clone(&waits) as Arc<dyn Waiting>));
        assert!(patience.attempt(|| async { Ok(()) }).await.is_ok());
        let damage = || async { Err::<(), _>(Failure::new(StoreErrorKind::Other, Cause::Damage, "torn")) };
        assert!(patience.attempt(damage).await.is_err());
        assert!(waits.0.lock().unwrap().is_empty());
    }
}
