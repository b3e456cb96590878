//! What the laws of the ledger have in common: requests to open, and questions whose wrong results break the law.

use std::fmt;

use chrono::{DateTime, Utc};

use super::super::law::{LawError, Verdict};
use crate::port::{
    Digest, Head, Leases, LedgerError, ListName, Note, Notes, Opened, Opening, Requests, Sealed, Seals,
    Standing,
};
use crate::request::{RequestId, RequestState};

/// One law, and an empty ledger, or some parts of one, to be held to it.
#[derive(Debug)]
pub struct Desk<'a, L: ?Sized> {
    law: &'static str,
    pub(super) ledger: &'a L,
}

impl<L: ?Sized> Clone for Desk<'_, L> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<L: ?Sized> Copy for Desk<'_, L> {}

impl<'a, L: ?Sized> Desk<'a, L> {
    pub(super) fn of(law: &'static str, ledger: &'a L) -> Self {
        Self { law, ledger }
    }

    pub(super) fn broken(&self, what: impl Into<String>) -> LawError {
        LawError::Broken { law: self.law, what: what.into() }
    }

    pub(super) fn ensure(&self, holds: bool, what: impl FnOnce() -> String) -> Verdict {
        if holds { Ok(()) } else { Err(self.broken(what())) }
    }

    /// That two things are the same.
    pub(super) fn equal<T: PartialEq + fmt::Debug>(&self, what: &str, seen: T, expected: T) -> Verdict {
        self.ensure(seen == expected, || format!("{what}: expected {expected:?}, seen {seen:?}"))
    }

    /// The ledger's result of a call that has to succeed.
    pub(super) fn answer<T>(&self, call: &str, answer: Result<T, LedgerError>) -> Result<T, LawError> {
        answer.map_err(|error| self.broken(format!("{call} failed where it had to succeed: {error}")))
    }

    /// That a call fails in this way.
    pub(super) fn fails<T>(
        &self,
        call: &str,
        answer: Result<T, LedgerError>,
        expected: LedgerError,
    ) -> Verdict {
        match answer {
            Ok(_) => Err(self.broken(format!("{call} succeeded; expected: {expected}"))),
            Err(error) => self.equal(call, error, expected),
        }
    }
}

impl<L: Requests + ?Sized> Desk<'_, L> {
    /// Opens these requests.
    pub(super) async fn with<const N: usize>(self, openings: [Opening; N]) -> Result<Self, LawError> {
        for opening in openings {
            let opened = self.answer("open", self.ledger.open(&opening).await)?;
            self.equal("a new request", opened, Opened::Created)?;
        }
        Ok(self)
    }

    pub(super) async fn load(&self, id: RequestId) -> Result<Option<Standing>, LawError> {
        self.answer("load", self.ledger.load(id).await)
    }

    /// That the request has this version and head.
    pub(super) async fn stands(&self, id: RequestId, version: u64, head: Head) -> Verdict {
        self.equal("where a request stands", self.load(id).await?, Some(Standing { id, version, head }))
    }

    pub(super) async fn append(
        &self,
        id: RequestId,
        expected: u64,
        head: &Head,
        new: &[&str],
    ) -> Result<u64, LawError> {
        self.answer("append", self.ledger.append(id, expected, head, &lines(new)).await)
    }

    pub(super) async fn journal(&self, id: RequestId) -> Result<Vec<String>, LawError> {
        self.answer("journal", self.ledger.journal(id, 0, usize::MAX).await)
    }

    pub(super) async fn find(&self, code: u8) -> Result<Option<RequestId>, LawError> {
        self.answer("find_by_code", self.ledger.find_by_code(digest(code)).await)
    }
}

impl<L: Leases + ?Sized> Desk<'_, L> {
    pub(super) async fn claim_due(&self, now: i64, until: i64) -> Result<Option<RequestId>, LawError> {
        self.answer("claim_due", self.ledger.claim_due(at(now), at(until)).await)
    }

    pub(super) async fn claim(&self, id: RequestId, now: i64, until: i64) -> Result<bool, LawError> {
        self.answer("claim", self.ledger.claim(id, at(now), at(until)).await)
    }

    pub(super) async fn release(&self, id: RequestId) -> Verdict {
        self.answer("release", self.ledger.release(id).await)
    }
}

impl<L: Seals + ?Sized> Desk<'_, L> {
    pub(super) async fn unseal(&self, id: RequestId) -> Result<Option<Sealed>, LawError> {
        self.answer("unseal", self.ledger.unseal(id).await)
    }
}

impl<L: Notes + ?Sized> Desk<'_, L> {
    pub(super) async fn note(&self, id: RequestId, list: &str, notes: &[Note]) -> Result<u64, LawError> {
        self.answer("note", self.ledger.note(id, &ListName::new(list), notes).await)
    }

    pub(super) async fn numbered(&self, id: RequestId, list: &str) -> Result<Vec<(u64, Note)>, LawError> {
        self.answer("notes", self.ledger.notes(id, &ListName::new(list), 0, usize::MAX).await)
    }

    /// The notes of a request under a name, in their order.
    pub(super) async fn notes(&self, id: RequestId, list: &str) -> Result<Vec<Note>, LawError> {
        Ok(self.numbered(id, list).await?.into_iter().map(|(_, note)| note).collect())
    }

    pub(super) async fn forget(&self, id: RequestId, lists: &[&str]) -> Verdict {
        let lists: Vec<_> = lists.iter().map(|&list| ListName::new(list)).collect();
        self.answer("forget", self.ledger.forget(id, &lists).await)
    }

    /// Which of these are noted, in the order of their digests.
    pub(super) async fn noted(
        &self,
        id: RequestId,
        list: &str,
        digests: &[u8],
    ) -> Result<Vec<Digest>, LawError> {
        let digests: Vec<_> = digests.iter().map(|&number| digest(number)).collect();
        let mut noted = self.answer("noted", self.ledger.noted(id, &ListName::new(list), &digests).await)?;
        noted.sort();
        noted.dedup();
        Ok(noted)
    }
}

/// An instant, counted from one that is a whole number of milliseconds as ledgers keep them.
pub(super) fn at(seconds: i64) -> DateTime<Utc> {
    DateTime::from_timestamp(1_800_000_000 + seconds, 0).unwrap_or_default()
}

pub(super) fn id(number: u8) -> RequestId {
    RequestId::new(at(0), [number; 10])
}

pub(super) fn digest(number: u8) -> Digest {
    Digest::new([number; 32])
}

pub(super) fn sealed(text: &str) -> Sealed {
    Sealed::new(text.as_bytes().to_vec())
}

pub(super) fn head(state: RequestState, due: Option<i64>) -> Head {
    Head { state, due: due.map(at) }
}

pub(super) fn received(due: Option<i64>) -> Head {
    head(RequestState::Received, due)
}

pub(super) fn lines(texts: &[&str]) -> Vec<String> {
    texts.iter().map(|&text| text.to_owned()).collect()
}

/// Request `number`, at most 99, whose idempotency digest is `number` and whose code is `number + 100`.
pub(super) fn opening(number: u8, due: Option<i64>) -> Opening {
    Opening {
        id: id(number),
        idempotency: digest(number),
        former: Vec::new(),
        code: digest(number.saturating_add(100)),
        head: received(due),
        sealed: sealed(&format!("sealed {number}")),
        lines: lines(&["opened", "second"]),
    }
}

/// A note whose digest is `number`.
pub(super) fn note(number: u8) -> Note {
    Note { digest: digest(number), sealed: Sealed::new(vec![number; 3]) }
}
