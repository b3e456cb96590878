//! `oubliette request`: shows one request, and decides on it. Needs the ledger and its key; `prove` the policy as well.

use oubliette::engine::{EngineError, Registry, Report};
use oubliette::plan::PlanHash;
use oubliette::policy::{Policy, VerificationMethod};
use oubliette::port::LedgerError;
use oubliette::request::{Decision, RequestId, RequestState};

use super::args::{RequestArgs, RequestVerb};
use super::failure::Failure;
use super::output::{Output, json};
use super::page;
use super::registry::{OpenRegistry, actor, unknown_request};
use super::setup::read_policy;

pub(crate) async fn run(args: &RequestArgs) -> Result<Output, Failure> {
    let change = Change::of(args)?;
    let open = OpenRegistry::open(&args.ledger, args.manner.now).await?;
    let id = open.find(&args.id).await?;
    let before = report(&open.registry, id).await?;
    let Some(change) = change else {
        return Ok(Output {
            json: json(&before)?,
            page: page::report(&before),
            is_settled: before.is_settled(),
        });
    };
    change.make(&open.registry, args, &before, id).await.map_err(refused)?;
    let after = report(&open.registry, id).await?;
    let is_open = after.questions.iter().any(|question| question.is_open());
    let mut page = page::report(&after);
    if after.state == RequestState::Running && !is_open {
        page.push_str("\nNobody is waited for any more: `oubliette resume` goes on.\n");
    }
    Ok(Output { json: json(&after)?, page, is_settled: !is_open })
}

async fn report(registry: &Registry, id: RequestId) -> Result<Report, Failure> {
    match registry.report(id).await {
        Err(EngineError::Ledger(LedgerError::Unknown(_))) => Err(unknown_request()),
        report => Ok(report?),
    }
}

/// What was asked for in vain was asked for wrongly.
fn refused(error: EngineError) -> Failure {
    match error {
        EngineError::NoQuestion(_)
        | EngineError::NoReason
        | EngineError::NoPlan
        | EngineError::NoExtension
        | EngineError::OtherPlan { .. }
        | EngineError::Transition(_)
        | EngineError::Forgotten => Failure::misuse(error.to_string()),
        error => error.into(),
    }
}

/// What is to be done to a request, as far as the arguments tell.
enum Change {
    Prove(Box<Policy>, VerificationMethod),
    Approve(Option<PlanHash>),
    Decide(u32, Decision),
    Refuse(String),
    Extend(String),
    Cancel,
    Forward(String),
}

impl Change {
    /// `None` where the request is only shown.
    fn of(args: &RequestArgs) -> Result<Option<Self>, Failure> {
        let missing = |verb: &str, option: &str| Failure::misuse(format!("`{verb}` needs `{option}`"));
        let reason = |verb| args.reason.clone().ok_or_else(|| missing(verb, "--reason"));
        Ok(Some(match args.verb {
            RequestVerb::Show => return Ok(None),
            RequestVerb::Prove => {
                let method = args.method.as_ref().ok_or_else(|| missing("prove", "--method"))?;
                let method = method.parse().map_err(|_| {
                    Failure::misuse("`--method` is no method; write the policy's word, such as `password`")
                })?;
                Self::Prove(Box::new(policy(args)?), method)
            }
            RequestVerb::Approve => {
                let hash = args.plan.as_deref().map(str::parse).transpose().map_err(|_| {
                    Failure::misuse("`--plan` is no plan's hash; copy it from `oubliette request show`")
                })?;
                Self::Approve(hash)
            }
            RequestVerb::Decide => {
                let decision = Decision {
                    answer: args.answer.ok_or_else(|| missing("decide", "--answer"))?,
                    reason: reason("decide")?,
                    by: args.by.clone().ok_or_else(|| missing("decide", "--by"))?,
                };
                Self::Decide(args.question.ok_or_else(|| missing("decide", "--question"))?, decision)
            }
            RequestVerb::Refuse => Self::Refuse(reason("refuse")?),
            RequestVerb::Extend => Self::Extend(reason("extend")?),
            RequestVerb::Cancel => Self::Cancel,
            RequestVerb::Forward => Self::Forward(args.to.clone().ok_or_else(|| missing("forward", "--to"))?),
        }))
    }

    async fn make(
        self,
        registry: &Registry,
        args: &RequestArgs,
        before: &Report,
        id: RequestId,
    ) -> Result<(), EngineError> {
        let by = actor(args.by.as_ref());
        match self {
            Self::Prove(policy, method) => registry.prove(&policy, id, &method, &by).await,
            Self::Approve(hash) => {
                let hash = hash.or(before.plan_hash).ok_or(EngineError::NoPlan)?;
                registry.approve(id, hash, &by).await
            }
            Self::Decide(question, decision) => registry.decide(id, question, decision).await,
            Self::Refuse(reason) => registry.refuse(id, &reason, args.citation.as_deref(), &by).await,
            Self::Extend(reason) => {
                let as_long_again = || {
                    let (opened, promised) = (before.opened_at?, before.complete_by?);
                    promised.checked_add_signed(promised - opened)
                };
                let until = args.until.or_else(as_long_again).ok_or(EngineError::NoExtension)?;
                registry.extend(id, until, &reason, &by).await
            }
            Self::Cancel => registry.cancel(id, &by).await,
            Self::Forward(to) => registry.forward(id, &to, &by).await,
        }
    }
}

fn policy(args: &RequestArgs) -> Result<Policy, Failure> {
    let file = args.policy.as_ref().ok_or_else(|| Failure::misuse("`prove` needs `--policy`"))?;
    read_policy(file)
}
