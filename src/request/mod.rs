//! Who asks, for what, and where their request stands.
//!
//! A [`Request`] is what a planner and an engine take: the person's identifiers, what is to go, in which tenant, and how it
//! came in. Everything here is pure: no I/O, no clock, no randomness. It knows neither the policy's promises nor where
//! anything is stored; of the policy it borrows the names of categories.

mod actor;
mod id;
mod question;
mod reply_to;
mod scope;
mod state;

pub use actor::Actor;
pub use id::{RequestId, RequestIdError};
pub use question::{Choice, Decision, Question, QuestionKind};
pub use reply_to::ReplyTo;
pub use scope::{Scope, ScopeError, Tenancy};
pub use state::{Action, IllegalTransition, Outcome, RequestState, TRANSITIONS};

use std::collections::BTreeSet;
use std::fmt;

use serde::{Deserialize, Serialize};

use crate::identifier::Identifier;
use crate::policy::{Channel, VerificationMethod};

/// A request to erase, complete and consistent: only [`RequestBuilder::build`] makes one.
///
/// It holds personal data. It is serialised only to be sealed, and its `Debug` shows kinds and counts.
///
/// ```
/// use oubliette::identifier::Identifier;
/// use oubliette::policy::Channel;
/// use oubliette::request::{Request, Scope};
///
/// let request = Request::builder(Channel::Email)
///     .with_identifier(Identifier::parse("phone", "+91 98765 43210", None)?)
///     .with_scope("categories=conversations".parse()?)
///     .with_verification("number_ownership".parse()?)
///     .in_tenant("acme")
///     .build()?;
/// assert_eq!(request.tenancy().tenant(), Some("acme"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Parts", into = "Parts")]
pub struct Request {
    channel: Channel,
    identifiers: Vec<Identifier>,
    persons: Vec<Vec<Identifier>>,
    scope: Scope,
    tenancy: Tenancy,
    verifications: Vec<VerificationMethod>,
    reply_to: Option<ReplyTo>,
}

/// Why a request cannot be made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum RequestError {
    /// No person is named.
    #[error("the request names nobody; give at least one identifier")]
    NoIdentifier,
    /// One person and a list of persons were named at the same time.
    #[error("the request names one person and also a list of persons; put that person into the list")]
    OneOrMany,
    /// A list is longer than one pass should be.
    #[error("the request lists more than {} persons; make several requests of it", Request::MAX_PERSONS)]
    TooManyPersons,
    /// The scope is categories, and there are none.
    #[error("the scope lists no category; name at least one, or ask for the whole `subject`")]
    NoCategory,
    /// The scope is a tenant, and it is not said which.
    #[error("the scope `tenant` takes everything that one tenant contains; name that tenant")]
    TenantNotNamed,
    /// One tenant, another tenant or all tenants were asked for at the same time.
    #[error("the request is for one tenant and also for another or for all of them; choose one")]
    TenantsContradict,
    /// The tenant's key is empty, too long or holds control characters.
    #[error(
        "the tenant's key is empty, longer than {MAX_TENANT} bytes, or holds control characters; write it as it is stored"
    )]
    TenantKey,
}

/// Longer than any key of a tenant; the bound keeps hostile input small.
const MAX_TENANT: usize = 512;

impl Request {
    /// The most persons that one list may name.
    pub const MAX_PERSONS: usize = 1_000;

    /// Starts a request for everything that belongs to a person, with no tenant named yet.
    pub fn builder(channel: Channel) -> RequestBuilder {
        RequestBuilder {
            channel,
            identifiers: BTreeSet::new(),
            persons: Vec::new(),
            scope: Scope::Subject,
            tenants: BTreeSet::new(),
            all_tenants: false,
            verifications: BTreeSet::new(),
            reply_to: None,
        }
    }

    /// The channel by which it came in.
    pub fn channel(&self) -> Channel {
        self.channel
    }

    /// The identifiers given, of all persons together, sorted, each once. Empty only where a tenant as a whole is meant.
    pub fn identifiers(&self) -> &[Identifier] {
        &self.identifiers
    }

    /// The persons of a list in the order in which they were given, each with its identifiers. Empty where the request is
    /// for one person, or for a tenant.
    pub fn persons(&self) -> &[Vec<Identifier>] {
        &self.persons
    }

    /// What it asks to erase. Categories are sorted, each once.
    pub fn scope(&self) -> &Scope {
        &self.scope
    }

    /// The tenant or tenants that it is limited to.
    pub fn tenancy(&self) -> &Tenancy {
        &self.tenancy
    }

    /// The checks of identity that were passed, sorted, each once.
    pub fn verifications(&self) -> &[VerificationMethod] {
        &self.verifications
    }

    /// Where whoever asked is told how it goes.
    pub fn reply_to(&self) -> Option<&ReplyTo> {
        self.reply_to.as_ref()
    }
}

/// Builds a [`Request`]; the order of the calls does not matter.
#[derive(Clone)]
#[must_use = "a request is made by `build`"]
pub struct RequestBuilder {
    channel: Channel,
    identifiers: BTreeSet<Identifier>,
    persons: Vec<Vec<Identifier>>,
    scope: Scope,
    tenants: BTreeSet<String>,
    all_tenants: bool,
    verifications: BTreeSet<VerificationMethod>,
    reply_to: Option<ReplyTo>,
}

impl RequestBuilder {
    /// Adds an identifier of the person; adding it again changes nothing.
    pub fn with_identifier(self, identifier: Identifier) -> Self {
        self.with_identifiers([identifier])
    }

    /// Adds identifiers of the person.
    pub fn with_identifiers(mut self, identifiers: impl IntoIterator<Item = Identifier>) -> Self {
        for identifier in identifiers {
            // The first spelling stays as the original: `extend` would do the same, and not say so.
            if !self.identifiers.contains(&identifier) {
                self.identifiers.insert(identifier);
            }
        }
        self
    }

    /// Adds a person to a list: the request is then for all of them, and they are erased together, in one pass over each
    /// collection, as if each had been asked for alone and one after the other.
    ///
    /// A list is one request: one code, one plan, one state. People who are to have a code of their own need a request of
    /// their own.
    ///
    /// A list ends as one by one, in whatever order, except for records that connect people of the list with each other:
    ///
    /// - What belongs to several people goes where all of them are in the list. One by one, it may stay: because a link
    ///   that cannot let go keeps the first of them as an empty shell, or because of the order in which they came.
    /// - What is kept of one, for a ground, keeps pointing to what stays of another.
    /// - Identifiers that are found on the way and that only people of the list share are followed for all of them. One by
    ///   one, they are followed once the others' records no longer hold them.
    pub fn with_person(mut self, identifiers: impl IntoIterator<Item = Identifier>) -> Self {
        self.persons.push(identifiers.into_iter().collect());
        self
    }

    /// Sets what is to be erased; [`Scope::Subject`] unless set.
    pub fn with_scope(mut self, scope: Scope) -> Self {
        self.scope = scope;
        self
    }

    /// Limits the request to the tenant with this key, compared exactly.
    pub fn in_tenant(mut self, key: impl Into<String>) -> Self {
        self.tenants.insert(key.into());
        self
    }

    /// Says on purpose that the request is for every tenant.
    pub fn for_all_tenants(mut self) -> Self {
        self.all_tenants = true;
        self
    }

    /// Records a check of identity that the person passed.
    pub fn with_verification(mut self, method: VerificationMethod) -> Self {
        self.verifications.insert(method);
        self
    }

    /// Tells whoever asked how it goes.
    pub fn with_reply_to(mut self, reply_to: ReplyTo) -> Self {
        self.reply_to = Some(reply_to);
        self
    }

    /// Makes the request.
    ///
    /// # Errors
    ///
    /// When it names nobody, no category or no tenant where its scope needs one, or contradicts itself.
    pub fn build(self) -> Result<Request, RequestError> {
        let Self { channel, mut identifiers, persons, scope, tenants, all_tenants, verifications, reply_to } =
            self;
        let tenancy = tenancy(tenants, all_tenants)?;
        if !persons.is_empty() && !identifiers.is_empty() {
            return Err(RequestError::OneOrMany);
        }
        if persons.len() > Request::MAX_PERSONS {
            return Err(RequestError::TooManyPersons);
        }
        if persons.iter().any(Vec::is_empty) {
            return Err(RequestError::NoIdentifier);
        }
        identifiers.extend(persons.iter().flatten().cloned());
        let scope = match scope {
            Scope::Tenant if tenancy.tenant().is_none() => return Err(RequestError::TenantNotNamed),
            Scope::Subject | Scope::Categories(_) if identifiers.is_empty() => {
                return Err(RequestError::NoIdentifier);
            }
            Scope::Categories(categories) if categories.is_empty() => return Err(RequestError::NoCategory),
            Scope::Categories(mut categories) => {
                categories.sort();
                categories.dedup();
                Scope::Categories(categories)
            }
            scope @ (Scope::Subject | Scope::Tenant) => scope,
        };
        let identifiers = identifiers.into_iter().collect();
        let verifications = verifications.into_iter().collect();
        Ok(Request { channel, identifiers, persons, scope, tenancy, verifications, reply_to })
    }
}

fn tenancy(mut tenants: BTreeSet<String>, all: bool) -> Result<Tenancy, RequestError> {
    match (tenants.pop_first(), all) {
        (None, true) => Ok(Tenancy::All),
        (None, false) => Ok(Tenancy::Unspecified),
        (Some(_), _) if all || !tenants.is_empty() => Err(RequestError::TenantsContradict),
        (Some(key), _) => {
            let is_key =
                !key.trim().is_empty() && key.len() <= MAX_TENANT && !key.chars().any(char::is_control);
            if is_key { Ok(Tenancy::One(key)) } else { Err(RequestError::TenantKey) }
        }
    }
}

impl fmt::Debug for Request {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Request")
            .field("channel", &self.channel)
            .field("identifiers", &self.identifiers)
            .field("persons", &self.persons.len())
            .field("scope", &self.scope)
            .field("tenancy", &self.tenancy)
            .field("verifications", &self.verifications)
            .finish()
    }
}

impl fmt::Debug for RequestBuilder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RequestBuilder")
            .field("channel", &self.channel)
            .field("identifiers", &self.identifiers)
            .field("persons", &self.persons.len())
            .field("scope", &self.scope)
            .field("tenants", &self.tenants.len())
            .field("all_tenants", &self.all_tenants)
            .field("verifications", &self.verifications)
            .finish()
    }
}

/// How a request is written inside a seal; read back through the builder, so that it is checked again.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Parts {
    channel: Channel,
    /// Of one person; those of a list stand in the list.
    identifiers: Vec<Identifier>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    persons: Vec<Vec<Identifier>>,
    scope: Scope,
    tenancy: Tenancy,
    verifications: Vec<VerificationMethod>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    reply_to: Option<ReplyTo>,
}

impl From<Request> for Parts {
    fn from(request: Request) -> Self {
        let Request { channel, identifiers, persons, scope, tenancy, verifications, reply_to } = request;
        let identifiers = if persons.is_empty() { identifiers } else { Vec::new() };
        Self { channel, identifiers, persons, scope, tenancy, verifications, reply_to }
    }
}

impl TryFrom<Parts> for Request {
    type Error = RequestError;

    fn try_from(parts: Parts) -> Result<Self, Self::Error> {
        let builder =
            Self::builder(parts.channel).with_identifiers(parts.identifiers).with_scope(parts.scope);
        let mut builder = parts.persons.into_iter().fold(builder, RequestBuilder::with_person);
        builder = match parts.tenancy {
            Tenancy::Unspecified => builder,
            Tenancy::One(key) => builder.in_tenant(key),
            Tenancy::All => builder.for_all_tenants(),
        };
        builder = parts.verifications.into_iter().fold(builder, RequestBuilder::with_verification);
        parts.reply_to.into_iter().fold(builder, RequestBuilder::with_reply_to).build()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn id(text: &str) -> Identifier {
        Identifier::parse_pair(text, None).unwrap()
    }

    fn subject() -> RequestBuilder {
        Request::builder(Channel::Api).with_identifier(id("phone=+919876543210"))
    }

    #[test]
    fn identifiers_are_sorted_and_each_once() {
        let request = subject()
            .with_identifiers([id("email=Ana@example.com"), id("phone=+91 98765-43210"), id("account_id=7")])
            .with_identifier(id("email=ana@example.com"))
            .build()
            .unwrap();
        let expected = [id("phone=+919876543210"), id("email=ana@example.com"), id("account_id=7")];
        assert_eq!(request.identifiers(), expected);
        assert_eq!(request.identifiers()[0].original(), "+919876543210");
        assert_eq!(request.identifiers()[1].original(), "Ana@example.com");
        let reversed =
            Request::builder(Channel::Api).with_identifiers(expected.into_iter().rev()).build().unwrap();
        assert_eq!(reversed, request);
    }

    #[test]
    fn a_scope_has_what_it_needs() {
        let nobody = || Request::builder(Channel::Operator);
        let categories = |names: &str| names.parse::<Scope>().unwrap();
        assert_eq!(nobody().build(), Err(RequestError::NoIdentifier));
        assert_eq!(nobody().with_scope(categories("categories=a")).build(), Err(RequestError::NoIdentifier));
        assert_eq!(
            subject().with_scope(Scope::Categories(Vec::new())).build(),
            Err(RequestError::NoCategory)
        );
        assert_eq!(nobody().with_scope(Scope::Tenant).build(), Err(RequestError::TenantNotNamed));
        assert_eq!(
            subject().with_scope(Scope::Tenant).for_all_tenants().build(),
            Err(RequestError::TenantNotNamed)
        );
        assert!(nobody().with_scope(Scope::Tenant).in_tenant("acme").build().is_ok());
        let request = subject().with_scope(categories("categories=b,a,b")).build().unwrap();
        assert_eq!(request.scope().to_string(), "categories=a,b");
    }

    #[test]
    fn tenants_do_not_contradict_each_other() {
        assert_eq!(subject().build().unwrap().tenancy(), &Tenancy::Unspecified);
        assert_eq!(subject().for_all_tenants().build().unwrap().tenancy(), &Tenancy::All);
        assert_eq!(subject().in_tenant("a").in_tenant("a").build().unwrap().tenancy().tenant(), Some("a"));
        assert_eq!(subject().in_tenant("a").in_tenant("b").build(), Err(RequestError::TenantsContradict));
        assert_eq!(subject().in_tenant("a").for_all_tenants().build(), Err(RequestError::TenantsContradict));
        for bad in ["", "  ", "a\nb", &"a".repeat(513)] {
            assert_eq!(subject().in_tenant(bad).build(), Err(RequestError::TenantKey), "{bad:?}");
        }
    }

    #[test]
    fn a_list_names_persons_and_keeps_their_order() {
        let nobody = || Request::builder(Channel::Operator);
        let (ben, ana) = (vec![id("phone=+919876543211"), id("account_id=2")], vec![id("account_id=1")]);
        let list = nobody().with_person(ben.clone()).with_person(ana.clone()).build().unwrap();
        assert_eq!(list.persons(), [ben.clone(), ana.clone()]);
        assert_eq!(list.identifiers().len(), 3);
        let json = serde_json::to_string(&list).unwrap();
        assert_eq!(serde_json::from_str::<Request>(&json).unwrap(), list);
        assert_eq!(subject().with_person(ana).build(), Err(RequestError::OneOrMany));
        assert_eq!(nobody().with_person(ben).with_person([]).build(), Err(RequestError::NoIdentifier));
        let many = |count: usize| {
            (0..count).fold(nobody(), |all, number| all.with_person([id(&format!("account_id={number}"))]))
        };
        assert!(many(Request::MAX_PERSONS).build().is_ok());
        assert_eq!(many(Request::MAX_PERSONS + 1).build(), Err(RequestError::TooManyPersons));
    }

    #[test]
    fn debug_shows_kinds_and_no_values() {
        let builder = subject()
            .with_identifier(id("email=canary@example.com"))
            .in_tenant("canary-tenant")
            .with_verification("password".parse().unwrap());
        let request = builder.clone().build().unwrap();
        for shown in [format!("{builder:?}"), format!("{request:?}"), format!("{request:#?}")] {
            assert!(!shown.contains("canary") && !shown.contains("98765"), "{shown}");
            assert!(shown.contains("Identifier(phone)") && shown.contains("Identifier(email)"), "{shown}");
        }
    }

    #[test]
    fn a_sealed_request_is_read_back_and_checked_again() {
        let request = subject()
            .with_identifier(id("asid=facebook/1/2"))
            .with_scope("categories=meta.tokens".parse().unwrap())
            .in_tenant("acme")
            .with_verification("number_ownership".parse().unwrap())
            .build()
            .unwrap();
        let json = serde_json::to_string(&request).unwrap();
        assert_eq!(serde_json::from_str::<Request>(&json).unwrap(), request);
        for bad in [
            r#"{"channel":"api","identifiers":[],"scope":"subject","tenancy":"all","verifications":[]}"#,
            r#"{"channel":"api","identifiers":[],"scope":"tenant","tenancy":"all","verifications":[]}"#,
            r#"{"channel":"api","identifiers":[],"scope":"tenant","tenancy":{"one":""},"verifications":[]}"#,
            r#"{"channel":"fax","identifiers":[],"scope":"tenant","tenancy":{"one":"a"},"verifications":[]}"#,
            r#"{"channel":"api","identifiers":[],"scope":"tenant","tenancy":{"one":"a"},"verifications":[],"x":1}"#,
        ] {
            assert!(serde_json::from_str::<Request>(bad).is_err(), "{bad}");
        }
        let tenant =
            r#"{"channel":"api","identifiers":[],"scope":"tenant","tenancy":{"one":"a"},"verifications":[]}"#;
        assert!(serde_json::from_str::<Request>(tenant).is_ok());
    }
}
