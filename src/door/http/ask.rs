//! Asking by oneself: whoever is signed in asks for what is theirs, everybody else for what they can prove to be theirs.
//!
//! The answer is the same whether anybody knows the person or not. One address or number is one request: proof of the one
//! must not count for the other, which may be somebody else's.

use http::StatusCode;

use super::doors::Doors;
use super::form::Posted;
use super::headers::{SentFrom, sent_from};
use super::problem::Trouble;
use super::reply::Reply;
use super::self_service::SignedIn;
use super::tries::Try;
use super::visit::Visit;
use crate::engine::{Engine, EngineError, Idempotency, Ticket};
use crate::identifier::{Identifier, IdentifierKind};
use crate::page::{AskProblem, AskView};
use crate::policy::{Channel, ChannelRules, Extent, Needs, VerificationMethod};
use crate::port::LedgerError;
use crate::request::{ReplyTo, Request, RequestBuilder, RequestId, Scope};
use crate::verify::{ChallengeError, Method, ProofToken};

/// How often a challenge is tried again that a worker came in between.
const MAX_CONFLICTS: usize = 10;

impl Doors {
    /// `GET /request`.
    pub(super) async fn ask_page(&self, visit: &Visit) -> Result<Reply, Trouble> {
        self.rules()?;
        let signed_in = self.signed_in(visit).await;
        if signed_in.is_none() && self.challenges().is_err() {
            // They say how else to ask.
            return Reply::see_other(&self.path(&["instructions"]));
        }
        self.form_page(visit, StatusCode::OK, self.ask_view(signed_in.as_ref()))
    }

    /// `POST /request`.
    pub(super) async fn ask(&self, visit: &Visit) -> Result<Reply, Trouble> {
        self.rules()?;
        let form = visit.form()?;
        match self.signed_in(visit).await {
            Some(who) => self.ask_signed_in(visit, &form, &who).await,
            None => self.ask_as_stranger(visit, &form).await,
        }
    }

    /// Somebody whom the host knows. Their browser sends along what shows that, whoever made it send the form.
    async fn ask_signed_in(&self, visit: &Visit, form: &Posted, who: &SignedIn) -> Result<Reply, Trouble> {
        if sent_from(&visit.headers, self.base()) != SentFrom::Ours {
            return Err(Trouble::forbidden());
        }
        let view = self.ask_view(Some(who));
        let request = self.request(&who.identifiers, chosen(form, &view)?, visit);
        let request = match &who.tenant {
            Some(key) => request.in_tenant(key.as_str()),
            None => request.for_all_tenants(),
        };
        let request = who.passed.iter().cloned().fold(request, RequestBuilder::with_verification);
        let (ticket, token) = self.open(&request.build().map_err(EngineError::from)?).await?;
        Reply::see_other(&match token {
            Some(token) => self.path(&["prove", &token.reveal()]),
            None => self.path(&["status", ticket.code.as_str()]),
        })
    }

    /// Somebody of whom nothing is known but what they fill in.
    async fn ask_as_stranger(&self, visit: &Visit, form: &Posted) -> Result<Reply, Trouble> {
        let challenges = self.challenges()?;
        if sent_from(&visit.headers, self.base()) == SentFrom::Elsewhere {
            return Err(Trouble::forbidden());
        }
        self.let_try(Try::Ask, visit)?;
        let view = self.ask_view(None);
        let scope = chosen(form, &view)?;
        let named = named(form)?.and_then(|named| match self.by_request(named, &challenges) {
            requests if requests.is_empty() => Err(AskProblem::Phone),
            requests => Ok(requests),
        });
        let requests = match named {
            Ok(requests) => requests,
            Err(problem) => {
                let view = view.filled(form.text("email")?, form.text("phone")?, scope, problem);
                return self.form_page(visit, StatusCode::UNPROCESSABLE_ENTITY, view);
            }
        };
        self.count(Try::Ask, visit);
        // People do not see this field, and programs fill in all of them.
        if !form.text("website")?.is_empty() {
            return self.taken(visit);
        }
        let mut last = None;
        for identifiers in requests {
            let request = self.request(&identifiers, scope, visit).for_all_tenants();
            let (_, token) = self.open(&request.build().map_err(EngineError::from)?).await?;
            last = token.or(last);
        }
        match last {
            Some(token) => Reply::see_other(&self.path(&["prove", &token.reveal()])),
            None => self.taken(visit),
        }
    }

    /// Opens a request and sends what the person still has to prove themselves by. The token is for the page on which they type in
    /// the code that has gone to their number.
    async fn open(&self, request: &Request) -> Result<(Ticket, Option<ProofToken>), Trouble> {
        let ticket = self.engine.open(request, &Idempotency::WhileOpen).await?;
        let rules = self.rules()?;
        let passed: Vec<&str> = request.verifications().iter().map(VerificationMethod::as_str).collect();
        if rules.is_proven_by(&passed) {
            return Ok((ticket, None));
        }
        let is_wanted = |method: Method| {
            !passed.contains(&method.as_str()) && rules.verify().iter().any(|it| it == method.as_str())
        };
        let gets_code = is_wanted(Method::NumberOwnership) && has_number(request.identifiers());
        let token = if gets_code { Some(self.send_code(ticket.id).await?) } else { None };
        if is_wanted(Method::RegisteredEmail) && (rules.needs() == Needs::All || !gets_code) {
            self.send_link_meanwhile(ticket.id);
        }
        Ok((ticket, token))
    }

    /// Sends a code to the number that was given. What a request for that number has come to before must not show here, so
    /// that nobody learns who has asked: where none is sent, the page looks the same and takes no code.
    async fn send_code(&self, id: RequestId) -> Result<ProofToken, Trouble> {
        match challenge(&self.engine, id, Method::NumberOwnership).await {
            Ok(Some(token)) => Ok(token),
            Err(EngineError::Challenge(ChallengeError::TooSoon { from })) => {
                Err(Trouble::too_many((from - self.now()).num_seconds().max(1).unsigned_abs()))
            }
            Ok(None) | Err(EngineError::Challenge(_) | EngineError::Transition(_)) => {
                let mut entropy = [0; 32];
                self.engine.registry().entropy.fill(&mut entropy).map_err(EngineError::from)?;
                Ok(ProofToken::decoy(self.engine.draw_id()?, Method::NumberOwnership, entropy))
            }
            Err(error) => Err(error.into()),
        }
    }

    /// Sends a link to the addresses that are on record, while the visitor has their reply already: how long it takes to look
    /// for them would tell whether there are any. Whoever gets none asks again, as the page says, and it is sent again.
    fn send_link_meanwhile(&self, id: RequestId) {
        let engine = self.engine.clone();
        tokio::spawn(async move {
            match challenge(&engine, id, Method::RegisteredEmail).await {
                // One is under way, or nothing is waited for any more.
                Ok(_) | Err(EngineError::Challenge(_) | EngineError::Forgotten) => {}
                Err(error) => {
                    tracing::warn!(request = %id, problem = %error.problem(), "a link was not sent")
                }
            }
        });
    }

    /// What is asked for in one request: all that was named only where all of it has to be proven. What nobody could prove is
    /// not asked for: an address where only numbers are proven, and anything without a number where a number has to be.
    fn by_request(&self, named: Vec<Identifier>, challenges: &[Method]) -> Vec<Vec<Identifier>> {
        let needs_all = self.rules().is_ok_and(|rules| rules.needs() == Needs::All);
        let needs_number = challenges.contains(&Method::NumberOwnership)
            && (needs_all || !challenges.contains(&Method::RegisteredEmail));
        let mut requests =
            if needs_all { vec![named] } else { named.into_iter().map(|it| vec![it]).collect() };
        requests.retain(|identifiers| !needs_number || has_number(identifiers));
        requests
    }

    fn request(&self, identifiers: &[Identifier], extent: Extent, visit: &Visit) -> RequestBuilder {
        let scope = match extent {
            Extent::Subject => Scope::Subject,
            Extent::Tenant => Scope::Tenant,
        };
        let request = Request::builder(Channel::SelfService)
            .with_identifiers(identifiers.iter().cloned())
            .with_scope(scope);
        let address = identifiers.iter().find(|it| *it.kind() == IdentifierKind::Email);
        match address {
            Some(address) => request
                .with_reply_to(ReplyTo::new(address.value().to_owned(), self.language(visit).to_owned())),
            None => request,
        }
    }

    /// What the policy asks of people who ask by themselves, where it lets them.
    fn rules(&self) -> Result<&ChannelRules, Trouble> {
        self.policy().channel(Channel::SelfService).ok_or_else(Trouble::not_found)
    }

    /// The methods by which a stranger can prove something. Where these are not enough, or there is nothing to send a message
    /// with, strangers cannot ask: what they filled in would count for nothing, or for everything.
    fn challenges(&self) -> Result<Vec<Method>, Trouble> {
        let rules = self.rules()?;
        let listed = |method: &Method| rules.verify().iter().any(|it| it == method.as_str());
        let methods: Vec<Method> =
            Method::ALL.iter().copied().filter(|it| it.is_challenge() && listed(it)).collect();
        let is_enough = match rules.needs() {
            Needs::Any => !methods.is_empty(),
            Needs::All => !methods.is_empty() && methods.len() == rules.verify().len(),
        };
        if !is_enough || !self.engine.can_notify() {
            return Err(Trouble::new(
                StatusCode::FORBIDDEN,
                "sign_in_first",
                "only who is signed in can ask here; the instructions say how else to ask",
            ));
        }
        Ok(methods)
    }

    async fn signed_in(&self, visit: &Visit) -> Option<SignedIn> {
        match &self.self_service {
            Some(host) => host.signed_in(&visit.headers).await,
            None => None,
        }
    }

    /// The empty form. A whole tenant is offered only to whom the host says that it is theirs.
    fn ask_view(&self, signed_in: Option<&SignedIn>) -> AskView {
        let mut view = AskView::new(self.path(&["request"]), self.policy());
        if signed_in.is_none_or(|who| who.tenant.is_none()) {
            view.scopes.retain(|extent| *extent == Extent::Subject);
        }
        view
    }

    fn form_page(&self, visit: &Visit, status: StatusCode, view: AskView) -> Result<Reply, Trouble> {
        let page = self.renderer.ask(&self.site(visit), &view)?;
        Ok(Reply::html(status, self.renderer.html(&page)?))
    }

    fn taken(&self, visit: &Visit) -> Result<Reply, Trouble> {
        let page = self.renderer.taken(&self.site(visit))?;
        Ok(Reply::html(StatusCode::OK, self.renderer.html(&page)?))
    }
}

/// Sends a challenge, also where a worker writes to the request at the same time. Nothing was sent where that is so.
async fn challenge(
    engine: &Engine,
    id: RequestId,
    method: Method,
) -> Result<Option<ProofToken>, EngineError> {
    for _ in 0..MAX_CONFLICTS {
        match engine.challenge(id, method).await {
            Err(EngineError::Ledger(LedgerError::Conflict(_))) => {}
            sent => return sent,
        }
    }
    engine.challenge(id, method).await
}

fn has_number(identifiers: &[Identifier]) -> bool {
    identifiers.iter().any(|it| it.kind().is_number())
}

/// What was chosen, of what is offered.
fn chosen(form: &Posted, view: &AskView) -> Result<Extent, Trouble> {
    let text = form.text("scope")?;
    if text.is_empty() {
        return Ok(Extent::Subject);
    }
    let offered = view.scopes.iter().copied().find(|extent| extent.as_str() == text);
    offered.ok_or_else(Trouble::bad_request)
}

/// Who is named: an address, a number, or both.
fn named(form: &Posted) -> Result<Result<Vec<Identifier>, AskProblem>, Trouble> {
    let (email, phone) = (form.text("email")?, form.text("phone")?);
    let mut named = Vec::new();
    if !email.is_empty() {
        match Identifier::email(email) {
            Ok(address) => named.push(address),
            Err(_) => return Ok(Err(AskProblem::Email)),
        }
    }
    if !phone.is_empty() {
        match Identifier::phone(phone, None) {
            Ok(number) => named.push(number),
            Err(_) => return Ok(Err(AskProblem::Phone)),
        }
    }
    Ok(if named.is_empty() { Err(AskProblem::Missing) } else { Ok(named) })
}
