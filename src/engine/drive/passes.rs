//! How often the steps of a plan are taken again: until a whole pass finds nothing left to do, or nothing moves any more.

use std::time::Duration;

use crate::engine::error::EngineError;
use crate::port::Waiting;

/// So many passes may stop at the same step without finding less of it than before.
const MAX_IDLE: u32 = 8;
/// So many passes in all, for stores into which others write as fast as they are emptied.
const MAX_PASSES: u32 = 60;
/// How long is waited after the first idle pass; twice as long after each further one.
const FIRST_PAUSE: Duration = Duration::from_millis(5);
/// It is never waited longer at a time.
const MAX_PAUSE: Duration = Duration::from_millis(80);

/// How a pass over the steps ended.
#[derive(Debug)]
pub(super) enum Pass {
    /// All steps were looked at; the last pass is the one that finds nothing to do and passes over nothing.
    Whole { is_last: bool },
    /// A step left records that somebody else may be working on.
    Stopped { step: usize, left: u64, error: EngineError },
}

/// The passes of one run.
#[derive(Debug)]
pub(super) struct Passes<'a> {
    waiting: &'a dyn Waiting,
    taken: u32,
    idle: u32,
    /// At which step the last pass stopped, and how much of it was left.
    stopped_at: Option<(usize, u64)>,
}

impl<'a> Passes<'a> {
    pub(super) fn begin(waiting: &'a dyn Waiting) -> Self {
        Self { waiting, taken: 0, idle: 0, stopped_at: None }
    }

    /// Whether the next pass is the first.
    pub(super) fn is_first(&self) -> bool {
        self.taken == 0
    }

    /// Whether another pass is to follow: none after the last; an error, with the step that it is about, where nothing moves.
    pub(super) async fn goes_on(&mut self, pass: Pass) -> Option<Result<(), (usize, EngineError)>> {
        self.taken += 1;
        let (step, left, error) = match pass {
            Pass::Whole { is_last: true } => return None,
            Pass::Whole { is_last: false } => {
                (self.idle, self.stopped_at) = (0, None);
                return Some(Ok(()));
            }
            Pass::Stopped { step, left, error } => (step, left, error),
        };
        let has_moved = self.stopped_at.is_none_or(|(at, before)| at != step || left < before);
        self.stopped_at = Some((step, left));
        self.idle = if has_moved { 0 } else { self.idle + 1 };
        if self.idle >= MAX_IDLE || self.taken >= MAX_PASSES {
            return Some(Err((step, error)));
        }
        if self.idle > 0 {
            self.waiting.wait(MAX_PAUSE.min(FIRST_PAUSE * 2_u32.pow(self.idle - 1))).await;
        }
        Some(Ok(()))
    }
}
