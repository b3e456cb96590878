//! A case as plain data: it is drawn, played, made smaller and shown.

use std::fmt::Write as _;

use super::host::Write;
use super::reference::model::World;

#[derive(Clone, PartialEq)]
pub struct Case {
    /// What it was drawn from.
    pub seed: u64,
    pub world: World,
    pub requests: Vec<Asked>,
    /// What the host may write. What no turn names, it does not.
    pub writes: Vec<Write>,
    pub takeovers: Vec<Takeover>,
    /// Afterwards all workers go on to their end, one after the other.
    pub turns: Vec<Turn>,
    /// How many records the engine takes at a time.
    pub batch: usize,
}

/// A request to erase one person.
#[derive(Clone, PartialEq)]
pub struct Asked {
    pub who: usize,
    pub name: String,
    pub identifier: (String, String),
}

/// A worker that is stopped when it is about to change records after so many other changes, with all that it has read for it
/// in its hands, until another worker has taken the same request to its end. The other one is a worker of its own, numbered
/// after those of the requests.
#[derive(Clone, PartialEq)]
pub struct Takeover {
    pub of: usize,
    pub writes: usize,
}

#[derive(Clone, PartialEq)]
pub enum Turn {
    /// A worker makes so many calls.
    Work { worker: usize, calls: usize },
    /// A worker goes on until it is about to change records, so many times.
    Reach { worker: usize, times: usize },
    /// The host does one of its writes.
    Host(usize),
}

impl Turn {
    /// The worker whose turn it is, if it is not the host's.
    pub fn worker_mut(&mut self) -> Option<&mut usize> {
        match self {
            Self::Work { worker, .. } | Self::Reach { worker, .. } => Some(worker),
            Self::Host(_) => None,
        }
    }

    pub fn worker(&self) -> Option<usize> {
        self.clone().worker_mut().copied()
    }
}

impl Case {
    /// So many workers there are: one for each request, and those who take over.
    pub fn workers(&self) -> usize {
        self.requests.len() + self.takeovers.len()
    }

    /// The request at which a worker works.
    pub fn request_of(&self, worker: usize) -> usize {
        let other = worker.checked_sub(self.requests.len());
        other.map_or(worker, |takeover| self.takeovers[takeover].of)
    }

    pub fn worker_name(&self, worker: usize) -> String {
        let Asked { name, identifier: (kind, _), .. } = &self.requests[self.request_of(worker)];
        let successor = if worker < self.requests.len() { "" } else { ", taking over" };
        format!("{name} by {kind}{successor}")
    }

    /// The same with one request after the other, and a host that does not write.
    pub fn one_by_one(mut self) -> Self {
        self.takeovers.clear();
        self.turns.clear();
        self
    }

    /// The same for workers who do not wait for each other. Without foreign keys nothing tells the host in time that whoever
    /// it writes for is gone, so that it does not write.
    #[cfg(any(feature = "postgres", feature = "mysql"))]
    pub fn without_turns(mut self) -> Self {
        self.takeovers.clear();
        if !self.world.described {
            self.turns.retain(|turn| !matches!(turn, Turn::Host(_)));
        }
        self
    }

    /// Everything there is to know about the case, for a failing test's message.
    pub fn describe(&self) -> String {
        let mut text = self.world.describe();
        let _ = writeln!(text, "batches of {}", self.batch);
        for worker in 0..self.workers() {
            let _ = writeln!(text, "worker {worker}: {}", self.worker_name(worker));
        }
        for Takeover { of, writes } in &self.takeovers {
            let _ = writeln!(text, "worker {of} is stopped before its next change after {writes}");
        }
        for turn in &self.turns {
            let _ = match turn {
                Turn::Work { worker, calls } => writeln!(text, "turn: worker {worker}, {calls} calls"),
                Turn::Reach { worker, times } => {
                    writeln!(text, "turn: worker {worker}, until it is about to write, {times} times")
                }
                Turn::Host(write) => writeln!(text, "turn: the host, {}", self.writes[*write].text()),
            };
        }
        let _ = writeln!(text, "seed {}", self.seed);
        text
    }
}
