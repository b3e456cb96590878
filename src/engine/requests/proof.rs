//! Proof of who a person is: what counts, and what is still wanted.

use chrono::TimeDelta;

use super::signed::signed;
use crate::engine::Engine;
use crate::engine::error::EngineError;
use crate::engine::record::case::CaseFile;
use crate::engine::record::history::History;
use crate::engine::record::journal::Event;
use crate::engine::record::registry::Registry;
use crate::policy::{Channel, ChannelRules, Policy, PromiseStart, VerificationMethod};
use crate::port::Head;
use crate::request::{Actor, Request, RequestId, RequestState};

impl Registry {
    /// Records that the person proved who they are by `method`, as `by` has checked, under the rules of `policy`.
    ///
    /// # Errors
    /// The request does not wait for that; its channel is closed, or does not count the method; `by` has no name.
    pub async fn prove(
        &self,
        policy: &Policy,
        id: RequestId,
        method: &VerificationMethod,
        by: &Actor,
    ) -> Result<(), EngineError> {
        signed(by, None)?;
        let mut case = self.take_up(id).await?;
        case.head().state.advance(RequestState::Running)?;
        let dossier = self.archive().dossier(id).await?.ok_or(EngineError::Forgotten)?;
        let channel = dossier.request.channel();
        let listed = policy.channel(channel).ok_or(EngineError::ChannelClosed(channel))?.verify();
        if !listed.iter().any(|listed| listed == method.as_str()) {
            return Err(EngineError::UnlistedMethod { channel, listed: listed.to_vec() });
        }
        let at = self.clock.now();
        let policy = policy.by_way_of(channel);
        let mut events = vec![Event::Verified { method: method.as_str().to_owned(), by: Some(by.clone()) }];
        let complete_by = match policy.promises().counted_from() {
            PromiseStart::Verification => {
                policy.promises().complete_within().and_then(|it| it.after(at, policy.time_zone()))
            }
            // The clock stood while proof was awaited.
            PromiseStart::Receipt if policy.promises().verification_extends() => {
                let asked_at = case.history.entered_at.max(case.history.verified_at).unwrap_or(at);
                let waited = if is_waiting(&case) { at - asked_at } else { TimeDelta::zero() };
                case.history.complete_by.and_then(|by| by.checked_add_signed(waited))
            }
            PromiseStart::Receipt => case.history.complete_by,
        };
        if complete_by != case.history.complete_by {
            events.push(Event::Deadlines { acknowledge_by: case.history.acknowledge_by, complete_by });
        }
        let head = Head { state: case.head().state, due: Some(at) };
        self.append(&mut case, head, events).await
    }
}

impl Engine {
    /// Records that the person proved who they are; see [`Registry::prove`].
    ///
    /// # Errors
    /// As there.
    pub async fn prove(
        &self,
        id: RequestId,
        method: &VerificationMethod,
        by: &Actor,
    ) -> Result<(), EngineError> {
        self.registry.prove(self.planner.policy(), id, method, by).await
    }

    /// Asks for better proof than there is: the request waits for it again, and what was passed before does not count.
    ///
    /// # Errors
    /// The request has begun or ended, or runs at a set time already; its channel is closed, or lists no method by which the
    /// person could prove anything ([`EngineError::UnlistedMethod`]); nobody says why.
    pub async fn ask_for_proof(&self, id: RequestId, reason: &str, by: &Actor) -> Result<(), EngineError> {
        signed(by, Some(reason))?;
        let mut case = self.take_up(id).await?;
        let dossier = self.archive().dossier(id).await?.ok_or(EngineError::Forgotten)?;
        let channel = dossier.request.channel();
        if self.rules_of(channel)?.verify().is_empty() {
            return Err(EngineError::UnlistedMethod { channel, listed: Vec::new() });
        }
        let mut events = vec![Event::ProofAsked { reason: reason.to_owned(), by: by.clone() }];
        let to = match case.head().state {
            RequestState::AwaitingVerification => RequestState::AwaitingVerification,
            _ => case.advance(RequestState::AwaitingVerification)?,
        };
        events.push(Event::State { to });
        self.append(&mut case, Head { state: to, due: None }, events).await
    }

    /// What the policy asks of whoever comes by a channel.
    ///
    /// # Errors
    /// The policy does not open it.
    pub(crate) fn rules_of(&self, channel: Channel) -> Result<&ChannelRules, EngineError> {
        self.planner.policy().channel(channel).ok_or(EngineError::ChannelClosed(channel))
    }

    /// Whether the policy wants proof that the request does not have yet. What has begun is not asked for any.
    ///
    /// # Errors
    /// The policy does not open the channel by which the request came.
    pub(crate) fn lacks_proof(&self, request: &Request, history: &History) -> Result<bool, EngineError> {
        if history.has_written {
            return Ok(false);
        }
        let rules = self.rules_of(request.channel())?;
        // Where better proof was asked for, what came with the request does not count.
        let given = request.verifications().iter().filter(|_| !history.is_doubted);
        let given = given.map(VerificationMethod::as_str);
        let passed: Vec<&str> = given.chain(history.verified.iter().map(String::as_str)).collect();
        Ok(!rules.is_proven_by(&passed))
    }
}

fn is_waiting(case: &CaseFile) -> bool {
    case.head().state == RequestState::AwaitingVerification
}
