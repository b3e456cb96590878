//! One ledger behind several handles, as several processes have it.

use std::sync::atomic::{AtomicUsize, Ordering};

use crate::port::forward::{forward_holds, forward_leases, forward_notes, forward_requests, forward_seals};
use crate::port::{Holds, Leases, Notes, Requests, Seals};

/// Handles on one ledger: each call goes to the next of them. So the laws are tried on what several processes see of it,
/// and those of many callers at once with callers in several processes.
#[derive(Debug)]
pub struct Handles<L> {
    first: L,
    others: Vec<L>,
    calls: AtomicUsize,
}

impl<L> Handles<L> {
    /// These handles in turn.
    pub fn new(first: L, others: impl IntoIterator<Item = L>) -> Self {
        Self { first, others: others.into_iter().collect(), calls: AtomicUsize::new(0) }
    }

    fn next(&self) -> &L {
        let turn = self.calls.fetch_add(1, Ordering::Relaxed) % (self.others.len() + 1);
        self.others.get(turn).unwrap_or(&self.first)
    }
}

forward_requests!([L: Requests] Handles<L>, self => self.next());
forward_leases!([L: Leases] Handles<L>, self => self.next());
forward_seals!([L: Seals] Handles<L>, self => self.next());
forward_notes!([L: Notes] Handles<L>, self => self.next());
forward_holds!([L: Holds] Handles<L>, self => self.next());
