//! What a person is to be told of their request, and whether they were.
//!
//! Nothing is queued beside the journal: what announces something is the very line by which it came to be, so that nothing is
//! announced that did not happen, and nothing that happened is lost. Each announcement has a number, by which it is known
//! when it is told again.

use chrono::{DateTime, TimeDelta, Utc};

use super::history::History;
use crate::request::{Outcome, RequestState};

/// So often somebody is tried to be told.
const MAX_TRIES: u32 = 10;
/// What could not be told within this time is given up.
const MAX_AGE: TimeDelta = TimeDelta::days(7);
/// How long the next try waits, at first; twice as long after each.
const RETRY: TimeDelta = TimeDelta::minutes(5);

/// What there is to tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Announcement {
    Acknowledged,
    Scheduled,
    Completed,
    PartlyKept,
    NothingHeld,
    Refused,
    Cancelled,
}

impl Announcement {
    /// What is announced by a request's coming to a state.
    pub(super) fn of(to: RequestState, history: &History) -> Option<Self> {
        let keeps = history.all_steps().any(|step| step.outcome() == Outcome::Retained);
        match to {
            RequestState::Scheduled => Some(Self::Scheduled),
            RequestState::AwaitingBackups if history.executed.is_complete && keeps => Some(Self::PartlyKept),
            RequestState::AwaitingBackups if history.executed.is_complete => Some(Self::Completed),
            // It was told when it was gone from the live systems.
            RequestState::Completed | RequestState::CompletedWithRetention
                if history.executed.backups_gone_at.is_some() && history.executed.is_complete =>
            {
                None
            }
            RequestState::Completed => Some(Self::Completed),
            RequestState::CompletedWithRetention => Some(Self::PartlyKept),
            RequestState::NothingHeld => Some(Self::NothingHeld),
            RequestState::Refused => Some(Self::Refused),
            RequestState::Cancelled => Some(Self::Cancelled),
            _ => None,
        }
    }

    /// Whether it has nothing to say any more, now that the request stands there.
    fn is_overtaken(self, state: RequestState) -> bool {
        self == Self::Scheduled && state != RequestState::Scheduled
    }
}

/// Something to tell.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Piece {
    /// Its number within the request; the first has number 1.
    pub(crate) number: u32,
    pub(crate) announcement: Announcement,
    announced_at: DateTime<Utc>,
    tries: u32,
    tried_at: Option<DateTime<Utc>>,
    is_done: bool,
}

impl Piece {
    /// When it is time to tell it.
    pub(crate) fn due(&self) -> DateTime<Utc> {
        match self.tried_at {
            None => self.announced_at,
            Some(at) => at + RETRY * 2_i32.pow(self.tries.saturating_sub(1).min(10)),
        }
    }

    /// Whether one more failure is the last.
    pub(crate) fn is_last_try(&self, now: DateTime<Utc>) -> bool {
        self.tries + 1 >= MAX_TRIES || now - self.announced_at >= MAX_AGE
    }
}

/// What there is to tell of one request.
#[derive(Debug, Clone, Default)]
pub(crate) struct News {
    pieces: Vec<Piece>,
    /// How many were never told.
    pub(crate) given_up: u64,
}

impl News {
    pub(super) fn announce(&mut self, announcement: Announcement, at: DateTime<Utc>) {
        let number = u32::try_from(self.pieces.len()).unwrap_or(u32::MAX).saturating_add(1);
        self.pieces.push(Piece {
            number,
            announcement,
            announced_at: at,
            tries: 0,
            tried_at: None,
            is_done: false,
        });
    }

    pub(super) fn told(&mut self, number: u32) {
        self.pieces.iter_mut().filter(|piece| piece.number == number).for_each(|piece| piece.is_done = true);
    }

    pub(super) fn failed(&mut self, number: u32, at: DateTime<Utc>, is_last: bool) {
        for piece in self.pieces.iter_mut().filter(|piece| piece.number == number) {
            piece.tries += 1;
            piece.tried_at = Some(at);
            piece.is_done = is_last;
            self.given_up += u64::from(is_last);
        }
    }

    /// What is still to be told of a request that stands there, in its order.
    pub(crate) fn pending(&self, state: RequestState) -> impl Iterator<Item = &Piece> {
        self.pieces.iter().filter(move |piece| !piece.is_done && !piece.announcement.is_overtaken(state))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(minutes: i64) -> DateTime<Utc> {
        DateTime::UNIX_EPOCH + TimeDelta::minutes(minutes)
    }

    #[test]
    fn what_is_announced_is_pending_until_it_is_told_overtaken_or_given_up() {
        let mut news = News::default();
        news.announce(Announcement::Acknowledged, at(0));
        news.announce(Announcement::Scheduled, at(1));
        let numbers = |news: &News, state| news.pending(state).map(|it| it.number).collect::<Vec<_>>();
        assert_eq!(numbers(&news, RequestState::Scheduled), [1, 2]);
        assert_eq!(numbers(&news, RequestState::Running), [1], "it has begun");
        news.told(1);
        assert_eq!(numbers(&news, RequestState::Scheduled), [2]);
        let mut tries = 0;
        let mut now = at(1);
        let next = |news: &News| news.pending(RequestState::Scheduled).next().copied();
        while let Some(piece) = next(&news) {
            assert!(piece.due() <= now, "{piece:?}");
            news.failed(2, now, piece.is_last_try(now));
            now = next(&news).map_or(now, |piece| piece.due());
            tries += 1;
        }
        assert_eq!((tries, news.given_up), (MAX_TRIES, 1));
        assert!(now - at(1) < MAX_AGE);
        let mut late = News::default();
        late.announce(Announcement::Completed, at(0));
        assert!(late.pending(RequestState::Completed).next().unwrap().is_last_try(at(0) + MAX_AGE));
    }
}
