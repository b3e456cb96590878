//! Links and codes by which a person proves who they are: sent, and answered.

use std::sync::Arc;

use crate::code::ConfirmationCode;
use crate::engine::Engine;
use crate::engine::error::EngineError;
use crate::engine::record::case::CaseFile;
use crate::engine::record::dossier::Dossier;
use crate::engine::record::journal::{Event, FORMAT};
use crate::engine::record::lists::Lists;
use crate::engine::record::registry::Registry;
use crate::identifier::IdentifierKind;
use crate::page::NoticeKind;
use crate::port::{Destination, Head, LedgerError, MemoryNotes};
use crate::request::{Actor, RequestId, RequestState};
use crate::verify::{Challenge, ChallengeError, Limits, Method, ProofToken, Sent};

/// At most so many registered addresses get the link.
const MAX_ADDRESSES: usize = 4;

impl Engine {
    /// Sends a link or a code for this method, as far as there is an address to send it to: a link to the e-mail addresses
    /// that are on the person's records, a code to the number that the request gives. The token is for the browser of whoever
    /// asked, where a code is typed in; a link goes to the address alone.
    ///
    /// # Errors
    /// The request does not wait for proof, or its channel does not count the method; it was sent a moment ago or too often
    /// ([`EngineError::Challenge`]); there is nothing to send it with ([`EngineError::MissingPort`]).
    pub async fn challenge(&self, id: RequestId, method: Method) -> Result<Option<ProofToken>, EngineError> {
        let notices = self.notices.as_ref().ok_or_else(|| EngineError::MissingPort("notifier".to_owned()))?;
        let mut case = self.take_up(id).await?;
        let dossier = self.archive().dossier(id).await?.ok_or(EngineError::Forgotten)?;
        let channel = dossier.request.channel();
        let listed = self.rules_of(channel)?.verify();
        if !listed.iter().any(|listed| listed == method.as_str()) {
            return Err(EngineError::UnlistedMethod { channel, listed: listed.to_vec() });
        }
        if !self.lacks_proof(&dossier.request, &case.history)? {
            return Err(ChallengeError::Used.into());
        }
        let to = self.destinations(&dossier, method).await?;
        let sent = self.registry.send(&mut case, method).await?;
        for (index, to) in to.into_iter().enumerate() {
            let proving = notices.proving(&sent, method, self.registry.clock.now());
            let kind = NoticeKind::ProveYourself(proving);
            let number = format!("{id}-{method}-{}-{index}", case.history.challenges.len());
            let message = self.message(notices, &case, &dossier, (kind, number, to))?;
            notices.notifier.notify(&message).await?;
        }
        Ok(method.has_code().then_some(sent.token))
    }

    /// Takes the answer to a challenge; the right one counts as proof, once.
    ///
    /// # Errors
    /// It is not the right one, came too late, was given already, or was guessed at too often ([`EngineError::Challenge`]).
    pub async fn answer_challenge(&self, token: &ProofToken, code: Option<&str>) -> Result<(), EngineError> {
        let verified = loop {
            match self.registry.answer(token, code).await {
                // Somebody else has written meanwhile: what they wrote counts first.
                Err(EngineError::Ledger(LedgerError::Conflict(_))) => {}
                answered => break answered?,
            }
        };
        // The answer is used up by now, and must not be lost to whoever writes meanwhile.
        loop {
            match self.prove(token.request(), &verified, &Actor::Person).await {
                Err(EngineError::Ledger(LedgerError::Conflict(_))) => {}
                proven => break proven,
            }
        }
    }

    /// Where a challenge goes.
    async fn destinations(&self, dossier: &Dossier, method: Method) -> Result<Vec<Destination>, EngineError> {
        let request = &dossier.request;
        if method.has_code() {
            let numbers = request.identifiers().iter().filter_map(|it| it.digits());
            return Ok(numbers.take(1).map(|digits| Destination::Number(format!("+{digits}"))).collect());
        }
        // Whatever address somebody gives, the link goes where the person has said they are to be reached.
        let plan = self.planner.plan(request, &[], self.registry.clock.now())?;
        let notebook = self.notebook(self.draw_id()?, Arc::new(MemoryNotes::new()), Lists::of(FORMAT, 1));
        let emails = self.on_record(&plan, request, &notebook).await?;
        let emails = emails.into_iter().filter(|it| *it.kind() == IdentifierKind::Email);
        Ok(emails.take(MAX_ADDRESSES).map(|it| Destination::Email(it.value().to_owned())).collect())
    }
}

impl Registry {
    /// What the page of a request has to send along to cancel it, so that no other page can.
    pub fn cancel_token(&self, id: RequestId) -> String {
        let digest = self.vault.recognise(&[b"cancel", id.to_string().as_bytes()]);
        crate::text::hex::hex(digest.bytes())
    }

    /// Cancels the request with this code, as its own page asks with its token.
    ///
    /// # Errors
    /// The code or the token is not that of a request ([`EngineError::Challenge`]); it is not scheduled any more.
    pub async fn cancel_with(&self, code: &ConfirmationCode, token: &str) -> Result<(), EngineError> {
        let id = self.find(code).await?.ok_or(ChallengeError::Wrong)?;
        let given = self.vault.recognise(&[b"given", token.as_bytes()]);
        // Digests of both are compared, so that the time it takes tells nothing of either.
        if given != self.vault.recognise(&[b"given", self.cancel_token(id).as_bytes()]) {
            return Err(ChallengeError::Wrong.into());
        }
        if self.archive().standing(id).await?.head.state != RequestState::Scheduled {
            return Err(ChallengeError::Expired.into());
        }
        self.cancel(id, &Actor::Person).await
    }

    /// Makes what is sent, and writes down what is kept of it.
    async fn send(&self, case: &mut CaseFile, method: Method) -> Result<Sent, EngineError> {
        let mut challenge = challenge_of(case, method)?;
        let mut entropy = [0; 32];
        self.entropy.fill(&mut entropy)?;
        let (key, now) = (self.vault.proof_key(), self.clock.now());
        let sent = challenge.send(entropy, &key, now, &Limits::default())?;
        self.keep(case, challenge).await?;
        Ok(sent)
    }

    /// Takes an answer, and writes down that it was given before anybody is told whether it was right.
    async fn answer(
        &self,
        token: &ProofToken,
        code: Option<&str>,
    ) -> Result<crate::policy::VerificationMethod, EngineError> {
        let mut case = match self.take_up(token.request()).await {
            Err(EngineError::Ledger(LedgerError::Unknown(_))) => return Err(ChallengeError::Wrong.into()),
            case => case?,
        };
        let mut challenge = challenge_of(&case, token.method())?;
        let (key, now) = (self.vault.proof_key(), self.clock.now());
        let before = challenge.clone();
        let answered = challenge.answer(token, code, &key, now, &Limits::default());
        if challenge != before {
            self.keep(&mut case, challenge).await?;
        }
        Ok(answered?.method)
    }

    async fn keep(&self, case: &mut CaseFile, challenge: Challenge) -> Result<(), EngineError> {
        let Head { state, due } = *case.head();
        let event = Event::Challenge { challenge: Box::new(challenge) };
        self.append(case, Head { state, due }, vec![event]).await
    }
}

/// The challenge of a request by this method, as it is kept.
fn challenge_of(case: &CaseFile, method: Method) -> Result<Challenge, EngineError> {
    let kept = case.history.challenges.iter().find(|it| it.method() == method);
    match kept {
        Some(challenge) => Ok(challenge.clone()),
        None => Ok(Challenge::new(case.id(), method)?),
    }
}
