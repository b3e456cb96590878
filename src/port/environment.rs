//! Time, randomness and waiting: what the pure rooms may not draw themselves.

use std::fmt;
use std::future::poll_fn;
use std::sync::{Arc, Mutex, PoisonError};
use std::task::{Poll, Waker};
use std::thread;
use std::time::{Duration, SystemTime};

use async_trait::async_trait;
use chrono::{DateTime, Utc};

/// Tells the time.
pub trait Clock: fmt::Debug + Send + Sync + 'static {
    /// The present instant.
    fn now(&self) -> DateTime<Utc>;
}

/// The machine's clock.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    fn now(&self) -> DateTime<Utc> {
        SystemTime::now().into()
    }
}

/// A clock that stands still until it is told otherwise, for tests and for "what would happen on that day".
#[derive(Debug)]
pub struct ManualClock(Mutex<DateTime<Utc>>);

impl ManualClock {
    /// Stands at `now`.
    pub fn new(now: DateTime<Utc>) -> Self {
        Self(Mutex::new(now))
    }

    /// Stands at `now` from here on.
    pub fn set(&self, now: DateTime<Utc>) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = now;
    }
}

impl Clock for ManualClock {
    fn now(&self) -> DateTime<Utc> {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// No randomness could be had.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("the system gave no randomness; nothing was begun, try again")]
pub struct EntropyError;

/// Draws randomness fit for keys and codes.
pub trait Entropy: fmt::Debug + Send + Sync + 'static {
    /// Fills `bytes` with randomness that nobody can foretell, or fails.
    fn fill(&self, bytes: &mut [u8]) -> Result<(), EntropyError>;
}

/// The operating system's randomness.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemEntropy;

impl Entropy for SystemEntropy {
    fn fill(&self, bytes: &mut [u8]) -> Result<(), EntropyError> {
        getrandom::fill(bytes).map_err(|_| EntropyError)
    }
}

/// Waits for a time to pass, without keeping others from their work.
#[async_trait]
pub trait Waiting: fmt::Debug + Send + Sync + 'static {
    /// Returns when at least this long has passed.
    async fn wait(&self, duration: Duration);
}

/// Waits without a runtime: each wait is a thread that sleeps, and wakes whoever waits. For seldom waits; with a runtime,
/// its own timer costs less.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemWaiting;

/// What a sleeping thread and whoever waits for it have in common.
#[derive(Debug, Default)]
struct Alarm {
    is_over: bool,
    waker: Option<Waker>,
}

#[async_trait]
impl Waiting for SystemWaiting {
    async fn wait(&self, duration: Duration) {
        let alarm = Arc::new(Mutex::new(Alarm::default()));
        let ringing = Arc::clone(&alarm);
        let asleep = thread::Builder::new().name("oubliette-wait".to_owned()).spawn(move || {
            thread::sleep(duration);
            let mut alarm = ringing.lock().unwrap_or_else(PoisonError::into_inner);
            alarm.is_over = true;
            if let Some(waker) = alarm.waker.take() {
                waker.wake();
            }
        });
        if asleep.is_err() {
            // There is no thread to be had, and not to wait at all would be worse than to keep this one.
            thread::sleep(duration);
            return;
        }
        poll_fn(|context| {
            let mut alarm = alarm.lock().unwrap_or_else(PoisonError::into_inner);
            if alarm.is_over {
                return Poll::Ready(());
            }
            alarm.waker = Some(context.waker().clone());
            Poll::Pending
        })
        .await;
    }
}

#[cfg(test)]
mod tests {
    use std::time::Instant;

    use super::*;

    #[tokio::test]
    async fn a_wait_lasts_as_long_as_it_says_and_keeps_nobody_else() {
        let begun = Instant::now();
        let wait = SystemWaiting.wait(Duration::from_millis(30));
        let mut others = 0;
        tokio::pin!(wait);
        loop {
            tokio::select! {
                biased;
                () = &mut wait => break,
                () = tokio::task::yield_now() => others += 1,
            }
        }
        assert!(begun.elapsed() >= Duration::from_millis(30));
        assert!(others > 0);
        SystemWaiting.wait(Duration::ZERO).await;
    }
}
