//! What every command that plans starts from: the two files read and checked, the circumstances, and the request.

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;

use chrono::{DateTime, Utc};
use oubliette::adapter::memory::MemoryLedger;
use oubliette::datamap::DataMap;
use oubliette::engine::{Engine, EngineBuilder, EngineError};
use oubliette::finding::Findings;
use oubliette::hold::{HoldScope, LegalHold};
use oubliette::identifier::{Identifier, IdentifierError, Region};
use oubliette::plan::{Plan, Planner, check_files};
use oubliette::policy::{Approval, CategoryId, Channel, Policy, VerificationMethod};
use oubliette::port::{Clock, ManualClock, SystemClock};
use oubliette::request::{Request, RequestBuilder, Scope};

use super::args::{Circumstances, Files, Who};
use super::failure::Failure;
use super::output::Meter;
use super::stores::OpenStores;
use super::{keys, persons};

/// The two files, laid over each other, and what governs plans besides them.
#[derive(Debug)]
pub(crate) struct Setup {
    pub(crate) policy: Policy,
    pub(crate) map: DataMap,
    pub(crate) holds: Vec<LegalHold>,
    pub(crate) clock: Arc<dyn Clock>,
    batch: Option<usize>,
}

/// Reads both files and reports everything that is wrong with them.
pub(crate) fn read_files(files: &Files) -> Result<(Option<(Policy, DataMap)>, Findings), Failure> {
    let policy = read(&files.policy, "policy");
    let map = read(&files.map, "data map");
    match (policy, map) {
        (Ok(policy), Ok(map)) => Ok(check_files(&policy, &map)),
        (Err(one), Err(other)) => Err(Failure::misuse(format!("{one}; and {other}"))),
        (Err(words), _) | (_, Err(words)) => Err(Failure::misuse(words)),
    }
}

/// Reads a policy that needs no data map.
pub(crate) fn read_policy(file: &Path) -> Result<Policy, Failure> {
    let text = read(file, "policy").map_err(Failure::misuse)?;
    Policy::from_toml(&text)
        .map_err(|error| Failure::misuse(format!("the policy `{}` has errors:\n{error}", file.display())))
}

fn read(file: &Path, what: &str) -> Result<String, String> {
    std::fs::read_to_string(file)
        .map_err(|error| format!("the {what} `{}` cannot be read: {error}", file.display()))
}

/// The clock, which stands still where an instant is given.
pub(crate) fn clock(now: Option<DateTime<Utc>>) -> Arc<dyn Clock> {
    match now {
        Some(now) => Arc::new(ManualClock::new(now)),
        None => Arc::new(SystemClock),
    }
}

impl Setup {
    /// The files alone, in no particular circumstances.
    pub(crate) fn of(policy: Policy, map: DataMap, now: Option<DateTime<Utc>>) -> Self {
        Self { policy, map, holds: Vec::new(), clock: clock(now), batch: None }
    }

    /// Reads the files, which have to be without errors.
    pub(crate) fn read(
        files: &Files,
        circumstances: &Circumstances,
        now: Option<DateTime<Utc>>,
    ) -> Result<Self, Failure> {
        let (read, findings) = read_files(files)?;
        let Some((policy, map)) = read else {
            return Err(Failure::unfit(
                "the files have errors; correct what the findings say, nothing was done",
                findings,
            ));
        };
        let holds =
            circumstances.holds.iter().map(|text| hold(text, &policy)).collect::<Result<Vec<_>, _>>()?;
        let batch = circumstances.batch.map(std::num::NonZeroUsize::get);
        Ok(Self { holds, batch, ..Self::of(policy, map, now) })
    }

    /// What was asked for, checked against the files: nothing has been opened yet. More than one request only where a
    /// file lists more people than one may name.
    pub(crate) fn requests(&self, who: &Who, asked: &Asked) -> Result<Vec<Request>, Failure> {
        // The words stand in for the error's own, which repeat what was written.
        let region = who.region.as_deref().map(str::parse::<Region>).transpose().map_err(|_| {
            Failure::misuse(
                "`--region` is not a region with a numbering plan; write two letters such as `IN`",
            )
        })?;
        let begun = self.begun(who, asked)?;
        let builders = match &who.file {
            Some(file) => {
                let people = persons::read(file, |text| self.identifier(text, region))?;
                let list = |people: &[Vec<Identifier>]| {
                    people.iter().cloned().fold(begun.clone(), RequestBuilder::with_person)
                };
                people.chunks(Request::MAX_PERSONS).map(list).collect()
            }
            None => {
                let mut builder = begun;
                for (index, text) in who.identifiers.iter().enumerate() {
                    let identifier = self
                        .identifier(text, region)
                        .map_err(|words| Failure::misuse(format!("identifier {}: {words}", index + 1)))?;
                    builder = builder.with_identifier(identifier);
                }
                vec![builder]
            }
        };
        let build =
            |builder: RequestBuilder| builder.build().map_err(|error| Failure::misuse(error.to_string()));
        builders.into_iter().map(build).collect()
    }

    /// A request for nobody yet.
    fn begun(&self, who: &Who, asked: &Asked) -> Result<RequestBuilder, Failure> {
        let scope: Scope = who.scope.parse().map_err(|_| {
            Failure::misuse("`--scope` is no scope; write `subject`, `tenant`, or `categories=` and names joined by commas")
        })?;
        let mut builder = Request::builder(asked.channel).with_scope(scope);
        for method in &asked.passed {
            builder = builder.with_verification(method.clone());
        }
        if who.all_tenants {
            builder = builder.for_all_tenants();
        }
        if let Some(tenant) = &who.tenant {
            if !self.map.has_tenants() {
                // Erasing in all of a map that has no tenants is not what was asked for.
                return Err(Failure::misuse(
                    "the map has no tenants, so none can be named; leave out `--tenant`",
                ));
            }
            builder = builder.in_tenant(tenant);
        }
        Ok(builder)
    }

    /// The kinds of identifiers that the map has.
    fn kinds(&self) -> BTreeSet<&str> {
        self.map.collections().iter().flat_map(|it| it.identifiers()).map(|it| it.kind().as_str()).collect()
    }

    fn identifier(&self, text: &str, region: Option<Region>) -> Result<Identifier, String> {
        let (kind, value) = text
            .split_once('=')
            .ok_or("an identifier is written `KIND=VALUE`, for example `phone=+14155550123`")?;
        let read = Identifier::parse(kind, value, region);
        read.map_err(|error| match error {
            // The word is not repeated: somebody may have written the value first.
            IdentifierError::Kind(_) => format!(
                "no collection of the map declares that kind; it has `{}`",
                self.kinds().into_iter().collect::<Vec<_>>().join("`, `")
            ),
            error => error.to_string(),
        })
    }

    /// By which channel a request to erase came, and the checks of identity that were passed there. A channel that the
    /// policy does not open is closed, and a check that it does not count there would prove nothing.
    pub(crate) fn asked(&self, channel: &str, verified: &[String]) -> Result<Asked, Failure> {
        let channel: Channel = channel.parse().map_err(|_| {
            Failure::misuse(format!(
                "`--channel` is no channel; write one of `{}`",
                Channel::WORDS.join("`, `")
            ))
        })?;
        let Some(rules) = self.policy.channel(channel) else {
            return Err(EngineError::ChannelClosed(channel).into());
        };
        let read = |text: &String| {
            let method: VerificationMethod = text.parse().map_err(|_| {
                Failure::misuse("`--verified` is no method; write a lower-case word such as `password`")
            })?;
            if rules.verify().iter().any(|it| it == method.as_str()) {
                return Ok(method);
            }
            Err(EngineError::UnlistedMethod { channel, listed: rules.verify().to_vec() }.into())
        };
        let passed = verified.iter().map(read).collect::<Result<_, Failure>>()?;
        Ok(Asked { channel, passed })
    }

    /// Who approves a plan for a request by that channel.
    pub(crate) fn approval(&self, channel: Channel) -> Approval {
        let general = self.policy.promises();
        self.policy.channel(channel).map_or(general.approval(), |rules| rules.promises(general).approval())
    }

    /// The plan without counts, before anything is opened.
    pub(crate) fn plan(&self, request: &Request) -> Result<Plan, Failure> {
        let planner = Planner::new(&self.policy, &self.map).map_err(|findings| {
            Failure::unfit("the files do not fit each other; nothing was done", findings)
        })?;
        Ok(planner.plan(request, &self.holds, self.clock.now())?)
    }

    /// Begins an engine over open stores, which shows on `meter` how far it has come.
    pub(crate) fn builder(&self, stores: &OpenStores, meter: &Meter) -> EngineBuilder {
        let meter = meter.clone();
        let builder = Engine::builder(self.policy.clone(), self.map.clone())
            .with_clock(Arc::clone(&self.clock))
            .with_holds(self.holds.iter().cloned())
            .with_progress(move |progress| meter.show(progress));
        let builder = stores
            .by_name
            .iter()
            .fold(builder, |builder, (name, store)| builder.with_store(name, Arc::clone(store)));
        match self.batch {
            Some(batch) => builder.with_batch_size(batch),
            None => builder,
        }
    }

    /// An engine that remembers nothing: for plans, and to see whether the files fit the live stores.
    pub(crate) async fn passing_engine(
        &self,
        stores: &OpenStores,
        meter: &Meter,
    ) -> Result<Engine, EngineError> {
        let builder = self.builder(stores, meter).with_ledger(MemoryLedger::new());
        builder.with_keys(keys::passing()?).build().await
    }
}

/// How a request came.
pub(crate) struct Asked {
    pub(crate) channel: Channel,
    /// The checks of identity that were passed.
    pub(crate) passed: Vec<VerificationMethod>,
}

impl Asked {
    /// Nobody asked yet: somebody wants to see what would be done.
    pub(crate) fn nobody() -> Self {
        Self { channel: Channel::Operator, passed: Vec::new() }
    }
}

/// Reads a hold: `MATTER`, `MATTER=category:ID` or `MATTER=tenant:KEY`.
fn hold(text: &str, policy: &Policy) -> Result<LegalHold, Failure> {
    // A scope that is mistyped, and taken for part of the matter, would hold something else than was meant.
    let mistyped = || {
        Failure::misuse(
            "`--hold` has a scope that the command does not know; write `MATTER` to hold everything, \
             `MATTER=category:ID` or `MATTER=tenant:KEY`",
        )
    };
    let (matter, scope) = scoped(text).ok_or_else(mistyped)?;
    let scope = match scope {
        Some(("category", id)) => {
            let id: Option<CategoryId> = id.parse().ok();
            let known = id.filter(|id| policy.categories().iter().any(|category| id.covers(category.id())));
            HoldScope::Category(known.ok_or_else(|| {
                // A hold that covers nothing by a typo would let the evidence go.
                Failure::misuse(
                    "`--hold` names a category that covers none of the policy's; name one that it has",
                )
            })?)
        }
        Some(("tenant", tenant)) => HoldScope::Tenant(tenant.to_owned()),
        Some(_) => return Err(mistyped()),
        None => HoldScope::Everything,
    };
    LegalHold::new(matter, scope).map_err(|error| Failure::misuse(error.to_string()))
}

/// The matter of a hold, and its scope as a word and what stands behind the colon; `None` where a scope was begun and not
/// said. A matter may have a `=` in it, and a tenant's key as well.
fn scoped(text: &str) -> Option<(&str, Option<(&str, &str)>)> {
    const SCOPES: [&str; 3] = ["category", "tenant", "subject"];
    let begins_with_scope = |text: &str| SCOPES.contains(&text.split([':', '=']).next().unwrap_or(text));
    if begins_with_scope(text) {
        return None;
    }
    let Some(first) = text.find('=') else { return Some((text, None)) };
    let Some(colon) = text.get(first..)?.find(':').map(|at| first + at) else {
        let is_begun = text.rsplit('=').next().is_some_and(begins_with_scope);
        return (!is_begun).then_some((text, None));
    };
    let (matter, word) = text.get(..colon)?.rsplit_once('=')?;
    Some((matter, Some((word, text.get(colon + 1..)?))))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn policy() -> Policy {
        let text =
            "name = \"Test\"\nversion = \"1\"\n[[category]]\nid = \"meta.tokens\"\non_erasure = \"erase\"\n";
        Policy::from_toml(text).unwrap()
    }

    #[test]
    fn a_hold_covers_what_it_says_and_a_typo_is_refused() {
        let scope = |text: &str| hold(text, &policy()).map(|hold| hold.scope().clone());
        assert_eq!(scope("Case 7/2026").unwrap(), HoldScope::Everything);
        assert_eq!(scope("Case a=b").unwrap(), HoldScope::Everything);
        assert_eq!(scope("Case 7=category:meta").unwrap(), HoldScope::Category("meta".parse().unwrap()));
        assert_eq!(scope("Case 7=tenant:acme").unwrap(), HoldScope::Tenant("acme".to_owned()));
        assert_eq!(scope("Re: a=b=tenant:acme=7:1").unwrap(), HoldScope::Tenant("acme=7:1".to_owned()));
        assert_eq!(scope("Re: Case 7").unwrap(), HoldScope::Everything);
        for wrong in ["Case 7=category:metta", "Case 7=category:", "=category:meta", "", "Case 7=tenant:"] {
            assert!(matches!(scope(wrong), Err(Failure::Misuse(_))), "{wrong}");
        }
        for mistyped in [
            "Case 7=catgory:meta",
            "Case 7=Tenant:acme",
            "Case 7= tenant:acme",
            "Case 7=:acme",
            "Case 7=subject:phone=+442079460958",
            "Case 7=category",
            "subject:phone=+442079460958",
            "category:meta",
            "tenant=acme",
        ] {
            let Err(Failure::Misuse(words)) = scope(mistyped) else { panic!("{mistyped}") };
            assert!(words.contains("`MATTER=category:ID`") && !words.contains("+44"), "{mistyped}: {words}");
        }
    }
}
