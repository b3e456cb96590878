//! Opens requests idempotently.

use crate::code::ConfirmationCode;
use crate::engine::Engine;
use crate::engine::error::EngineError;
use crate::engine::record::dossier::Dossier;
use crate::engine::record::journal::{Event, FORMAT, Line};
use crate::hold::HoldScope;
use crate::identifier::Identifier;
use crate::meta::IdempotencyKey;
use crate::policy::PromiseStart;
use crate::port::{Digest, Head, Opened, Opening};
use crate::request::{Request, RequestId, RequestState};

/// How a repetition of a request is recognised.
#[derive(Debug, Clone)]
pub enum Idempotency {
    /// The same person and scope again, while the first request has not ended, is the same request; afterwards it is
    /// a new one, which may find that nothing is held any more.
    WhileOpen,
    /// The same callback again is the same request for ever, whatever became of it.
    Key(IdempotencyKey),
}

/// What whoever asked gets: the request's id for the host, and the code for the person.
#[derive(Debug, Clone)]
pub struct Ticket {
    /// The request's id.
    pub id: RequestId,
    /// The confirmation code.
    pub code: ConfirmationCode,
    /// Whether the request is new; false for a repetition.
    pub is_new: bool,
}

impl Engine {
    /// Opens a request, unless it is open already, and gives it a code. Nothing is looked for and nothing is erased yet.
    ///
    /// # Errors
    /// Its channel is closed; no collection has identifiers of its kinds, or its tenant is not there; no plan can be made
    /// for it; it is a list, and a legal hold is on some of its people; the ledger or the system's
    /// randomness fails. Nothing was opened then.
    pub async fn open(&self, request: &Request, idempotency: &Idempotency) -> Result<Ticket, EngineError> {
        // Refuse what can never be planned, or may not be asked for, before it is written down.
        self.rules_of(request.channel())?;
        self.refresh_holds().await?;
        self.planner.plan(request, &self.holds(), self.registry.clock.now())?;
        let held = self.held_persons(request);
        if !held.is_empty() {
            return Err(EngineError::HeldPersons(held));
        }
        let tenant = self.know_tenant(request).await;
        if !Self::takes_the_tenant(request) {
            // Nothing was opened yet, and the person's own request does not take the tenant away.
            tenant?;
            return self.open_or_join(request, idempotency).await;
        }
        let ticket = self.open_or_join(request, idempotency).await?;
        if let Err(error) = tenant
            && ticket.is_new
        {
            self.turn_away(ticket.id).await?;
            return Err(error);
        }
        Ok(ticket)
    }

    /// Opens a request, or joins the one that is open.
    async fn open_or_join(
        &self,
        request: &Request,
        idempotency: &Idempotency,
    ) -> Result<Ticket, EngineError> {
        for generation in 0_u32.. {
            let recognised = self.recognised(request, idempotency, generation)?;
            if let Some(ticket) = self.open_once(request, idempotency, recognised).await? {
                if !ticket.is_new {
                    self.take_proof(ticket.id, request).await?;
                }
                return Ok(ticket);
            }
        }
        Err(EngineError::Forgotten)
    }

    /// Ends a request that was opened before it was known that it is for a tenant which is not there.
    async fn turn_away(&self, id: RequestId) -> Result<(), EngineError> {
        let mut case = self.take_up(id).await?;
        let to = case.advance(RequestState::Refused)?;
        let head = Head { state: to, due: None };
        self.append(&mut case, head, vec![Event::State { to }]).await?;
        self.registry.forget(&mut case).await
    }

    /// The places of a list's people who are under a legal hold that is on them alone. One of them would keep all others
    /// waiting.
    fn held_persons(&self, request: &Request) -> Vec<u64> {
        let holds = self.holds();
        let is_held = |person: &Vec<Identifier>| {
            holds.iter().any(|hold| match hold.scope() {
                HoldScope::Subject(held) => person.iter().any(|identifier| held.contains(identifier)),
                _ => false,
            })
        };
        (1..).zip(request.persons()).filter(|(_, person)| is_held(person)).map(|(place, _)| place).collect()
    }

    /// Opens under one digest, and former ones of the same; `None` where that one has ended and a new request may follow.
    async fn open_once(
        &self,
        request: &Request,
        idempotency: &Idempotency,
        (digest, former): (Digest, Vec<Digest>),
    ) -> Result<Option<Ticket>, EngineError> {
        let now = self.registry.clock.now();
        let code = self.draw_code()?;
        let id = self.draw_id()?;
        let dossier = Dossier::new(request.clone(), code.as_str().to_owned());
        let opening = Opening {
            id,
            idempotency: digest,
            former,
            code: self.registry.vault.code_digest(&code),
            head: Head { state: RequestState::Received, due: Some(now) },
            sealed: self.registry.vault.seal(
                &dossier,
                &Dossier::context(id),
                self.registry.entropy.as_ref(),
            )?,
            lines: self.first_lines(request)?,
        };
        match self.registry.ledger.open(&opening).await? {
            Opened::Created => Ok(Some(Ticket { id, code, is_new: true })),
            Opened::AlreadyThere(id) => {
                let standing = self.archive().standing(id).await?;
                if standing.head.state.is_terminal() && matches!(idempotency, Idempotency::WhileOpen) {
                    return Ok(None);
                }
                let code = match self.archive().dossier(id).await? {
                    Some(dossier) => dossier.code.parse().map_err(|_| EngineError::Unsealable)?,
                    None => {
                        // Who asked is forgotten, and the first code with them; another one leads to the same request.
                        self.registry.ledger.add_code(id, self.registry.vault.code_digest(&code)).await?;
                        code
                    }
                };
                Ok(Some(Ticket { id, code, is_new: false }))
            }
        }
    }

    pub(crate) fn draw_id(&self) -> Result<RequestId, EngineError> {
        let mut random = [0_u8; 10];
        self.registry.entropy.fill(&mut random)?;
        Ok(RequestId::new(self.registry.clock.now(), random))
    }

    fn draw_code(&self) -> Result<ConfirmationCode, EngineError> {
        let mut bytes = [0_u8; 16];
        self.registry.entropy.fill(&mut bytes)?;
        Ok(ConfirmationCode::from_entropy(bytes))
    }

    /// What recognises a request when it comes again: under the current key, and under former ones.
    fn recognised(
        &self,
        request: &Request,
        idempotency: &Idempotency,
        generation: u32,
    ) -> Result<(Digest, Vec<Digest>), EngineError> {
        let under_all = |parts: &[&[u8]]| {
            (self.registry.vault.recognise(parts), self.registry.vault.recognise_former(parts))
        };
        Ok(match idempotency {
            Idempotency::Key(key) => under_all(&[b"callback", key.as_str().as_bytes()]),
            Idempotency::WhileOpen => {
                let identifiers = serde_json::to_vec(
                    &request
                        .identifiers()
                        .iter()
                        .map(|it| (it.kind().as_str(), it.namespace().map(ToString::to_string), it.value()))
                        .collect::<Vec<_>>(),
                )
                .map_err(|_| EngineError::Unsealable)?;
                let tenancy = serde_json::to_vec(request.tenancy()).map_err(|_| EngineError::Unsealable)?;
                let what: &[u8] = if request.persons().is_empty() { b"request" } else { b"list" };
                under_all(&[
                    what,
                    request.channel().as_str().as_bytes(),
                    request.scope().to_string().as_bytes(),
                    &tenancy,
                    &identifiers,
                    &generation.to_be_bytes(),
                ])
            }
        })
    }

    fn first_lines(&self, request: &Request) -> Result<Vec<String>, EngineError> {
        let at = self.registry.clock.now();
        let policy = self.planner.policy().by_way_of(request.channel());
        let promises = policy.promises();
        let mut events = vec![Event::Opened {
            format: FORMAT,
            channel: request.channel(),
            scope: request.scope().to_string(),
            policy: policy.name().to_owned(),
            version: policy.version().to_owned(),
            files: Some(self.files.clone()),
        }];
        let by =
            |period: Option<crate::policy::Period>| period.and_then(|it| it.after(at, policy.time_zone()));
        let counts_from_receipt = promises.counted_from() == PromiseStart::Receipt;
        events.push(Event::Deadlines {
            acknowledge_by: by(promises.acknowledge_within()),
            complete_by: by(promises.complete_within().filter(|_| counts_from_receipt)),
        });
        events.into_iter().map(|event| Line { at, event }.write()).collect()
    }
}
