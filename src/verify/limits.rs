//! How long challenges last, how often they may be answered wrongly, and how often they are sent again.

use chrono::TimeDelta;

/// The limits of a challenge: 15 minutes for codes, 48 hours for links, five answers, five sendings a minute apart, unless
/// set otherwise.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[must_use]
pub struct Limits {
    code_lasts: TimeDelta,
    link_lasts: TimeDelta,
    attempts: u32,
    sendings: u32,
    sent_apart: TimeDelta,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            code_lasts: TimeDelta::minutes(15),
            link_lasts: TimeDelta::hours(48),
            attempts: 5,
            sendings: 5,
            sent_apart: TimeDelta::minutes(1),
        }
    }
}

impl Limits {
    /// Lets a code be answered for this long.
    pub fn with_code_lasting(mut self, time: TimeDelta) -> Self {
        self.code_lasts = time;
        self
    }

    /// Lets a link be answered for this long.
    pub fn with_link_lasting(mut self, time: TimeDelta) -> Self {
        self.link_lasts = time;
        self
    }

    /// Ends a challenge after so many wrong answers, however often it was sent meanwhile.
    pub fn with_attempts(mut self, count: u32) -> Self {
        self.attempts = count;
        self
    }

    /// Sends a challenge at most so often, the first time included.
    pub fn with_sendings(mut self, count: u32) -> Self {
        self.sendings = count;
        self
    }

    /// Sends a challenge again only after this time.
    pub fn with_sendings_apart(mut self, time: TimeDelta) -> Self {
        self.sent_apart = time;
        self
    }

    /// How long a code can be answered.
    pub fn code_lasts(&self) -> TimeDelta {
        self.code_lasts
    }

    /// How long a link can be answered.
    pub fn link_lasts(&self) -> TimeDelta {
        self.link_lasts
    }

    /// After how many wrong answers a challenge has ended.
    pub fn attempts(&self) -> u32 {
        self.attempts
    }

    /// How often a challenge is sent at most.
    pub fn sendings(&self) -> u32 {
        self.sendings
    }

    /// How long it takes until it may be sent again.
    pub fn sent_apart(&self) -> TimeDelta {
        self.sent_apart
    }
}
