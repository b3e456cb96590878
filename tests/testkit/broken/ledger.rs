//! A ledger with one fault, around one that is right.

use std::collections::BTreeSet;
use std::fmt;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};

use async_trait::async_trait;
use chrono::{DateTime, TimeDelta, Utc};

use super::faults;
use oubliette::port::{
    Digest, Head, Holds, Leases, Ledger, LedgerError, ListName, Note, Notes, Opened, Opening, Requests,
    Sealed, Seals, Standing,
};
use oubliette::request::{RequestId, RequestState};
use tokio::task::yield_now as give_way;

faults! {
    /// What is wrong with a [`BrokenLedger`].
    LedgerFault {
        /// The lines of an opening are not written.
        OpensWithoutLines => an_opened_request_is_there_as_it_was_opened,
        /// A request that comes again is opened again.
        OpensAgain => a_request_is_opened_once,
        /// A request of a former key is opened again.
        ForgetsFormerKeys => a_request_is_recognised_under_former_keys,
        /// Whether a request is there is looked up first, and then it is opened.
        LooksBeforeItOpens => of_many_callers_at_once_one_opens,
        /// A code that is taken is not noticed: the request is opened without it.
        OpensWithATakenCode => neither_an_id_nor_a_code_is_taken_twice,
        /// A further code is not written.
        ForgetsFurtherCodes => a_request_is_found_by_each_of_its_codes,
        /// A code that another request has is passed over in silence.
        PassesOverTakenCodes => a_code_leads_to_one_request,
        /// A code is given to a request that is not there.
        KnowsEverybody => an_unknown_request_is_said_to_be_unknown,
        /// A request that is not there is leased by somebody else.
        LeasesAnybody => an_unknown_request_is_leased_to_nobody,
        /// Something is sealed beside a request that is not there.
        SealsAnybody => nothing_is_sealed_beside_an_unknown_request,
        /// Something is noted for a request that is not there.
        NotesForAnybody => nothing_is_noted_for_an_unknown_request,
        /// A request is opened, and its seal is not written.
        OpensUnsealed => a_request_is_sealed_as_it_was_opened,
        /// A request that comes again replaces the seal of the one that is there.
        ResealsWhatIsThere => what_is_refused_leaves_nothing_anywhere,
        /// Forgetting and shredding hit the first request as well.
        MixesRequestsUp => requests_are_kept_apart,
        /// An append without lines does not move the head.
        SkipsEmptyAppends => an_append_adds_its_lines_and_moves_the_head,
        /// An append at another version is made all the same.
        AppendsWithoutComparing => an_append_at_another_version_writes_nothing,
        /// The version is compared first, and then the lines are appended.
        ComparesBeforeItAppends => of_many_appends_at_one_version_one_succeeds,
        /// The journal is read backwards.
        JournalBackwards => a_journal_is_read_in_pages,
        /// Lists what has not ended from the newest on.
        ListsWithoutOrder => requests_are_listed_by_state_in_pages,
        /// Lists requests whatever their states.
        ListsEveryState => requests_are_listed_by_state_in_pages,
        /// Lists the first page for ever.
        ListsTheFirstAgain => requests_are_listed_by_state_in_pages,
        /// White space around a line is cut off.
        TrimsLines => a_line_is_kept_to_the_letter,
        /// Due times are kept to the second.
        DueToTheSecond => a_due_time_is_kept_to_the_millisecond,
        /// What is due is claimed in the order of ids.
        ClaimsInAnyOrder => what_is_due_longest_is_claimed_first,
        /// What is due is claimed only after its instant.
        DueAfterItsInstant => only_what_is_due_is_claimed,
        /// A lease holds for its last instant, too.
        LeaseOutlivesItsEnd => a_lease_holds_until_it_ends,
        /// A lease is not released.
        KeepsReleasedLeases => a_released_lease_keeps_nobody_away,
        /// An append ends the lease.
        AppendEndsTheLease => a_lease_outlives_an_append,
        /// Claims keep nobody else away for a moment.
        ClaimsTwice => no_two_claimants_get_the_same_request,
        /// What is sealed anew is not written.
        KeepsTheFirstSeal => a_seal_is_replaced,
        /// What is sealed is cut off at its first zero byte.
        CutsSealsAtZero => a_seal_keeps_every_byte,
        /// Shredding does nothing.
        ForgetsToShred => what_is_shredded_is_gone,
        /// What was noted outlives shredding.
        ShredsTheSealAlone => shredding_leaves_what_is_retained,
        /// Shredding destroys what is retained, too.
        ShredsWhatIsRetained => shredding_leaves_what_is_retained,
        /// A record is noted as often as it comes.
        NotesTwice => a_record_is_noted_once_under_a_name,
        /// Notes are read backwards.
        NotesBackwards => notes_keep_their_order,
        /// Every digest that is asked for is said to be noted.
        NotedIsAllThatWasAsked => noted_is_for_one_request_and_list,
        /// Forgetting does nothing.
        ForgetsToForget => what_is_forgotten_is_gone_under_its_name,
        /// Of several names it forgets the first alone.
        ForgetsTheFirstNameOnly => what_is_forgotten_is_gone_under_its_name,
        /// Of a call's notes only the first thousand are written.
        NotesAThousand => thousands_of_notes_are_one_call,
        /// Which notes are new is looked up first, and then all of those are counted.
        LooksBeforeItNotes => noting_at_once_notes_each_record_once,
        /// A hold that is lifted stays in place.
        LiftsNothing => a_hold_is_in_place_until_it_is_lifted,
        /// A hold on a matter that has one already is passed over.
        KeepsTheFirstHold => a_matter_has_one_hold,
        /// A hold of a former key stays beside the new one.
        ForgetsFormerMatters => a_matter_has_one_hold,
        /// A hold is cut off at its first zero byte.
        CutsHoldsAtZero => a_hold_keeps_every_byte,
    }
}

/// A ledger with one fault. Everything else it hands on to the ledger inside.
pub struct BrokenLedger<L> {
    inner: L,
    fault: LedgerFault,
    memory: Mutex<Memory>,
    counter: AtomicU64,
}

/// What some faults have to remember.
#[derive(Default)]
struct Memory {
    opened: Vec<RequestId>,
    lists: Vec<(RequestId, ListName)>,
    noted: Vec<(RequestId, ListName, Note)>,
    matters: BTreeSet<Digest>,
}

impl<L> BrokenLedger<L> {
    /// The ledger with this fault.
    pub fn new(inner: L, fault: LedgerFault) -> Self {
        Self { inner, fault, memory: Mutex::default(), counter: AtomicU64::new(0) }
    }

    fn memory(&self) -> MutexGuard<'_, Memory> {
        self.memory.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn has(&self, fault: LedgerFault) -> bool {
        self.fault == fault
    }

    /// A digest that nothing else has.
    fn fresh(&self) -> Digest {
        let mut bytes = [0xee; 32];
        let number = self.counter.fetch_add(1, Ordering::Relaxed);
        for (to, from) in bytes.iter_mut().zip(number.to_be_bytes()) {
            *to = from;
        }
        Digest::new(bytes)
    }

    /// The first request that was opened.
    fn first(&self) -> Option<RequestId> {
        self.memory().opened.first().copied()
    }
}

impl<L> fmt::Debug for BrokenLedger<L> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("BrokenLedger").field("fault", &self.fault).finish_non_exhaustive()
    }
}

fn to_the_second(head: &Head) -> Head {
    let due = head.due.map(|due| DateTime::from_timestamp(due.timestamp(), 0).unwrap_or(due));
    Head { state: head.state, due }
}

#[async_trait]
impl<L: Ledger> Requests for BrokenLedger<L> {
    async fn open(&self, opening: &Opening) -> Result<Opened, LedgerError> {
        let mut opening = opening.clone();
        match self.fault {
            LedgerFault::OpensWithoutLines => opening.lines.clear(),
            LedgerFault::OpensAgain => opening.idempotency = self.fresh(),
            LedgerFault::ForgetsFormerKeys => opening.former.clear(),
            LedgerFault::LooksBeforeItOpens => {
                let found = self.memory().opened.first().copied();
                if let Some(found) = found {
                    return Ok(Opened::AlreadyThere(found));
                }
                give_way().await;
                opening.idempotency = self.fresh();
            }
            LedgerFault::OpensWithATakenCode if self.inner.find_by_code(opening.code).await?.is_some() => {
                opening.code = self.fresh();
            }
            LedgerFault::CutsSealsAtZero => {
                let cut = opening.sealed.bytes().iter().copied().take_while(|byte| *byte != 0).collect();
                opening.sealed = Sealed::new(cut);
            }
            LedgerFault::TrimsLines => {
                opening.lines.iter_mut().for_each(|line| *line = line.trim().to_owned());
            }
            LedgerFault::DueToTheSecond => opening.head = to_the_second(&opening.head),
            _ => {}
        }
        let opened = self.inner.open(&opening).await?;
        match opened {
            Opened::Created => {
                self.memory().opened.push(opening.id);
                if self.has(LedgerFault::OpensUnsealed) {
                    self.inner.shred(opening.id).await?;
                }
            }
            Opened::AlreadyThere(id) if self.has(LedgerFault::ResealsWhatIsThere) => {
                self.inner.seal(id, &opening.sealed).await?;
            }
            Opened::AlreadyThere(_) => {}
        }
        Ok(opened)
    }

    async fn load(&self, id: RequestId) -> Result<Option<Standing>, LedgerError> {
        self.inner.load(id).await
    }

    async fn find_by_code(&self, code: Digest) -> Result<Option<RequestId>, LedgerError> {
        self.inner.find_by_code(code).await
    }

    async fn add_code(&self, id: RequestId, code: Digest) -> Result<(), LedgerError> {
        match (self.fault, self.inner.load(id).await?) {
            (LedgerFault::ForgetsFurtherCodes, Some(_)) | (LedgerFault::KnowsEverybody, None) => Ok(()),
            _ => match self.inner.add_code(id, code).await {
                Err(LedgerError::Conflict(_)) if self.has(LedgerFault::PassesOverTakenCodes) => Ok(()),
                answer => answer,
            },
        }
    }

    async fn append(
        &self,
        id: RequestId,
        expected: u64,
        head: &Head,
        lines: &[String],
    ) -> Result<u64, LedgerError> {
        let version = self.inner.load(id).await?.map(|standing| standing.version);
        match self.fault {
            LedgerFault::SkipsEmptyAppends if lines.is_empty() && version == Some(expected) => Ok(expected),
            LedgerFault::AppendsWithoutComparing => {
                self.inner.append(id, version.unwrap_or(expected), head, lines).await
            }
            LedgerFault::ComparesBeforeItAppends if version == Some(expected) => {
                give_way().await;
                let now = self.inner.load(id).await?.map_or(expected, |standing| standing.version);
                self.inner.append(id, now, head, lines).await
            }
            LedgerFault::TrimsLines => {
                let lines: Vec<_> = lines.iter().map(|line| line.trim().to_owned()).collect();
                self.inner.append(id, expected, head, &lines).await
            }
            LedgerFault::DueToTheSecond => self.inner.append(id, expected, &to_the_second(head), lines).await,
            LedgerFault::AppendEndsTheLease => {
                self.inner.release(id).await?;
                self.inner.append(id, expected, head, lines).await
            }
            _ => self.inner.append(id, expected, head, lines).await,
        }
    }

    async fn list(
        &self,
        states: &[RequestState],
        after: Option<RequestId>,
        limit: usize,
    ) -> Result<Vec<Standing>, LedgerError> {
        match self.fault {
            LedgerFault::ListsWithoutOrder => {
                let mut all = self.inner.list(states, after, limit).await?;
                all.reverse();
                Ok(all)
            }
            LedgerFault::ListsEveryState => self.inner.list(RequestState::ALL, after, limit).await,
            LedgerFault::ListsTheFirstAgain => self.inner.list(states, None, limit).await,
            _ => self.inner.list(states, after, limit).await,
        }
    }

    async fn journal(&self, id: RequestId, from: u64, limit: usize) -> Result<Vec<String>, LedgerError> {
        let mut journal = self.inner.journal(id, from, limit).await?;
        if self.has(LedgerFault::JournalBackwards) {
            journal.reverse();
        }
        Ok(journal)
    }
}

#[async_trait]
impl<L: Ledger> Leases for BrokenLedger<L> {
    async fn claim_due(
        &self,
        now: DateTime<Utc>,
        until: DateTime<Utc>,
    ) -> Result<Option<RequestId>, LedgerError> {
        match self.fault {
            LedgerFault::ClaimsInAnyOrder => {
                let mut opened = self.memory().opened.clone();
                opened.sort();
                for id in opened {
                    let due = self.inner.load(id).await?.and_then(|standing| standing.head.due);
                    if due.is_some_and(|due| due <= now) && self.inner.claim(id, now, until).await? {
                        return Ok(Some(id));
                    }
                }
                Ok(None)
            }
            LedgerFault::DueAfterItsInstant => {
                self.inner.claim_due(now - TimeDelta::milliseconds(1), until).await
            }
            LedgerFault::LeaseOutlivesItsEnd => {
                self.inner.claim_due(now, until + TimeDelta::milliseconds(1)).await
            }
            LedgerFault::ClaimsTwice => {
                let found = self.inner.claim_due(now, until).await?;
                if let Some(id) = found {
                    self.inner.release(id).await?;
                    give_way().await;
                    self.inner.claim(id, now, until).await?;
                }
                Ok(found)
            }
            _ => self.inner.claim_due(now, until).await,
        }
    }

    async fn claim(
        &self,
        id: RequestId,
        now: DateTime<Utc>,
        until: DateTime<Utc>,
    ) -> Result<bool, LedgerError> {
        match (self.fault, self.inner.load(id).await?) {
            (LedgerFault::LeasesAnybody, None) => Ok(false),
            (LedgerFault::LeaseOutlivesItsEnd, _) => {
                self.inner.claim(id, now, until + TimeDelta::milliseconds(1)).await
            }
            _ => self.inner.claim(id, now, until).await,
        }
    }

    async fn release(&self, id: RequestId) -> Result<(), LedgerError> {
        if self.has(LedgerFault::KeepsReleasedLeases) { Ok(()) } else { self.inner.release(id).await }
    }
}

#[async_trait]
impl<L: Ledger> Seals for BrokenLedger<L> {
    async fn seal(&self, id: RequestId, sealed: &Sealed) -> Result<(), LedgerError> {
        match (self.fault, self.inner.load(id).await?) {
            (LedgerFault::KeepsTheFirstSeal, Some(_)) | (LedgerFault::SealsAnybody, None) => Ok(()),
            (LedgerFault::CutsSealsAtZero, _) => {
                let cut = sealed.bytes().iter().copied().take_while(|byte| *byte != 0).collect();
                self.inner.seal(id, &Sealed::new(cut)).await
            }
            _ => self.inner.seal(id, sealed).await,
        }
    }

    async fn unseal(&self, id: RequestId) -> Result<Option<Sealed>, LedgerError> {
        self.inner.unseal(id).await
    }

    async fn shred(&self, id: RequestId) -> Result<(), LedgerError> {
        if self.has(LedgerFault::ForgetsToShred) {
            return Ok(());
        }
        if self.has(LedgerFault::MixesRequestsUp) {
            let opened = self.memory().opened.clone();
            for other in opened {
                self.inner.shred(other).await?;
            }
        }
        let lists: BTreeSet<_> = self.memory().lists.iter().filter(|(of, _)| *of == id).cloned().collect();
        match self.fault {
            LedgerFault::ShredsTheSealAlone => {
                let mut noted = Vec::new();
                for (_, list) in lists {
                    let notes = self.inner.notes(id, &list, 0, usize::MAX).await?;
                    noted.push((list, notes.into_iter().map(|(_, note)| note).collect::<Vec<_>>()));
                }
                self.inner.shred(id).await?;
                for (list, notes) in noted {
                    self.inner.note(id, &list, &notes).await?;
                }
                return Ok(());
            }
            LedgerFault::ShredsWhatIsRetained => {
                let lists: Vec<_> = lists.into_iter().map(|(_, list)| list).collect();
                self.inner.forget(id, &lists).await?;
            }
            _ => {}
        }
        self.inner.shred(id).await
    }
}

#[async_trait]
impl<L: Ledger> Notes for BrokenLedger<L> {
    async fn note(&self, id: RequestId, list: &ListName, notes: &[Note]) -> Result<u64, LedgerError> {
        self.memory().lists.push((id, list.clone()));
        match self.fault {
            LedgerFault::NotesForAnybody if self.inner.load(id).await?.is_none() => Ok(0),
            LedgerFault::NotesTwice => {
                let new = self.inner.note(id, list, notes).await?;
                let mut memory = self.memory();
                memory.noted.extend(notes.iter().map(|note| (id, list.clone(), note.clone())));
                Ok(new.max(notes.len() as u64))
            }
            LedgerFault::NotesAThousand => {
                self.inner.note(id, list, notes.get(..1_000).unwrap_or(notes)).await
            }
            LedgerFault::LooksBeforeItNotes => {
                let digests: BTreeSet<_> = notes.iter().map(|note| note.digest).collect();
                let digests: Vec<_> = digests.into_iter().collect();
                let known = self.inner.noted(id, list, &digests).await?.len();
                give_way().await;
                self.inner.note(id, list, notes).await?;
                Ok((digests.len() - known) as u64)
            }
            _ => self.inner.note(id, list, notes).await,
        }
    }

    async fn notes(
        &self,
        id: RequestId,
        list: &ListName,
        after: u64,
        limit: usize,
    ) -> Result<Vec<(u64, Note)>, LedgerError> {
        let mut notes = self.inner.notes(id, list, after, limit).await?;
        if self.has(LedgerFault::NotesBackwards) {
            notes.reverse();
        }
        if self.has(LedgerFault::NotesTwice) {
            let memory = self.memory();
            let noted = memory.noted.iter().filter(|(of, name, _)| *of == id && name == list);
            notes = (1..).zip(noted.map(|(_, _, note)| note.clone())).collect();
            notes.retain(|(number, _)| *number > after);
            notes.truncate(limit);
        }
        Ok(notes)
    }

    async fn noted(
        &self,
        id: RequestId,
        list: &ListName,
        digests: &[Digest],
    ) -> Result<Vec<Digest>, LedgerError> {
        if self.has(LedgerFault::NotedIsAllThatWasAsked) {
            return Ok(digests.to_vec());
        }
        self.inner.noted(id, list, digests).await
    }

    async fn forget(&self, id: RequestId, lists: &[ListName]) -> Result<(), LedgerError> {
        if self.has(LedgerFault::ForgetsToForget) {
            return Ok(());
        }
        if self.has(LedgerFault::MixesRequestsUp)
            && let Some(first) = self.first()
        {
            self.inner.forget(first, lists).await?;
        }
        let most = if self.has(LedgerFault::ForgetsTheFirstNameOnly) { 1 } else { lists.len() };
        self.inner.forget(id, lists.get(..most).unwrap_or(lists)).await
    }
}

#[async_trait]
impl<L: Ledger> Holds for BrokenLedger<L> {
    async fn place(&self, matter: Digest, former: &[Digest], hold: &Sealed) -> Result<(), LedgerError> {
        match self.fault {
            LedgerFault::KeepsTheFirstHold if !self.memory().matters.insert(matter) => Ok(()),
            LedgerFault::ForgetsFormerMatters => self.inner.place(matter, &[], hold).await,
            LedgerFault::CutsHoldsAtZero => {
                let bytes = hold.bytes().iter().copied().take_while(|byte| *byte != 0).collect();
                self.inner.place(matter, former, &Sealed::new(bytes)).await
            }
            _ => self.inner.place(matter, former, hold).await,
        }
    }

    async fn lift(&self, matter: &[Digest]) -> Result<bool, LedgerError> {
        match self.fault {
            LedgerFault::LiftsNothing => Ok(!matter.is_empty()),
            _ => self.inner.lift(matter).await,
        }
    }

    async fn placed(&self) -> Result<Vec<Sealed>, LedgerError> {
        self.inner.placed().await
    }
}
