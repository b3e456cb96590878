//! From a callback to what it asks for, in one call: an app of Meta's, its secrets, and where its people are.
//!
//! Knows one app. It opens nothing and remembers nothing: a repetition gives the same again, and is told by its key.

use chrono::{DateTime, TimeDelta, Utc};

use super::{
    AppSecrets, Endpoint, Freshness, FreshnessError, IdempotencyKey, ProfileId, SignedRequest,
    SignedRequestError,
};
use crate::identifier::{Identifier, IdentifierKind, Namespace, Product};
use crate::policy::{CategoryId, Channel, Policy};
use crate::request::{Request, RequestBuilder, RequestError, Scope};

/// How far ahead of ours Meta's clock may be, unless set otherwise.
const SKEW: TimeDelta = TimeDelta::minutes(5);

/// An app of Meta's whose callbacks are taken.
///
/// ```
/// use oubliette::meta::{AppSecret, AppSecrets, Deletion, MetaApp, Product};
///
/// let secrets = AppSecrets::new([AppSecret::new("the secret of this app")]);
/// let app = MetaApp::new(Product::Facebook, "900000000000001", secrets)?;
/// # let token = "eOS0y9F9pLULd-bQ5M9q7WAiG6k73pBlWqNPpBx8DWA\
/// #              .eyJhbGdvcml0aG0iOiJITUFDLVNIQTI1NiIsImlzc3VlZF9hdCI6MTI5MTgzNjgwMCwidXNlcl9pZCI6IjIxODQ3MSJ9";
/// # let now = chrono::DateTime::from_timestamp(1_291_836_800, 0).ok_or("no time")?;
/// match app.deletion(token, now) {
///     Ok(Deletion::Asked(asked)) => { /* open `asked.request`, and answer with its code */ }
///     Ok(Deletion::PageRemoved(_)) => { /* answer 200; nobody asked for anything */ }
///     Err(error) => { /* answer 400 with `error.code()` */ }
/// }
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone)]
#[must_use]
pub struct MetaApp {
    namespace: Namespace,
    secrets: AppSecrets,
    kind: IdentifierKind,
    tenant: Option<String>,
    skew: TimeDelta,
}

/// Why an app cannot be taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum MetaAppError {
    /// The id is none.
    #[error("this is not the id of an app; write the digits from the app's settings")]
    AppId,
    /// There is no secret, or a blank one.
    #[error(
        "the app has no secret, so that no callback could be told from a forged one; set the app's secret"
    )]
    NoSecret,
    /// Its people are named by a kind that no app gives out.
    #[error("an app names people by `asid`, `psid` or `igsid`; write one of these")]
    Kind,
    /// The tenant's key cannot be one.
    #[error("the tenant's key is empty, too long, or holds control characters; write it as it is stored")]
    Tenant,
}

/// Why a callback gives nothing. It repeats nothing of the callback.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum CallbackError {
    /// The message is malformed or forged.
    #[error(transparent)]
    Signed(#[from] SignedRequestError),
    /// It comes from the future.
    #[error(transparent)]
    Freshness(#[from] FreshnessError),
    /// It names neither a person nor a Page.
    #[error("the signed request names nobody; look at the app's settings, and at what Meta sends today")]
    Nobody,
    /// It names a person in a way that no id of Meta's is written.
    #[error(
        "the signed request names somebody by something that is not an id of Meta's; nothing can be found by it"
    )]
    UnknownId,
    /// No request can be made of it.
    #[error(transparent)]
    Request(#[from] RequestError),
}

impl CallbackError {
    /// A stable word for the reply.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Signed(SignedRequestError::Malformed) => "malformed",
            Self::Signed(SignedRequestError::BadSignature) => "bad_signature",
            Self::Signed(SignedRequestError::UnsupportedAlgorithm) => "unsupported_algorithm",
            Self::Freshness(_) => "issued_in_future",
            Self::Nobody => "names_nobody",
            Self::UnknownId => "unknown_id",
            Self::Request(_) => "no_request",
        }
    }
}

/// What a callback for data deletion is.
#[derive(Debug, Clone, PartialEq)]
pub enum Deletion {
    /// A person asks for their data to be deleted.
    Asked(Box<DeletionAsked>),
    /// A Page removed the app. Nobody asked for anything, and no request is opened.
    PageRemoved(ProfileId),
}

/// A person who asks for their data to be deleted.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct DeletionAsked {
    /// The request, ready to be opened.
    pub request: Request,
    /// The key by which the same callback is known when it comes again; none where Meta did not say when it was made, so that
    /// only the open request tells.
    pub key: Option<IdempotencyKey>,
    /// How old the callback is.
    pub freshness: Freshness,
}

/// Somebody took the app's access away. That kills tokens and asks for no erasure.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Deauthorized {
    /// Who.
    pub who: Remover,
    /// The key by which the same callback is known when it comes again.
    pub key: Option<IdempotencyKey>,
    /// When, by Meta's word.
    pub at: Option<DateTime<Utc>>,
}

/// Who took an app's access away.
#[derive(Debug, Clone, PartialEq)]
pub enum Remover {
    /// A person.
    Person(Identifier),
    /// A Page.
    Page(ProfileId),
}

impl Deauthorized {
    /// What of the person dies with the access, by the policy's `[meta] on_deauthorize`: these categories and no others.
    /// `None` where the policy names none, and where a Page removed the app.
    pub fn dies(&self, policy: &Policy) -> Option<Scope> {
        let is_named = |id: &&CategoryId| policy.on_deauthorize().iter().any(|named| named.covers(id));
        let categories: Vec<_> =
            policy.categories().iter().map(|it| it.id()).filter(is_named).cloned().collect();
        let is_person = matches!(self.who, Remover::Person(_));
        (is_person && !categories.is_empty()).then_some(Scope::Categories(categories))
    }
}

impl MetaApp {
    /// An app, by its product, its id and its secrets: the current one, and former ones as long as Meta may use them.
    ///
    /// # Errors
    /// An id that is none, and a ring without a secret.
    pub fn new(product: Product, app_id: &str, secrets: AppSecrets) -> Result<Self, MetaAppError> {
        let namespace = Namespace::new(product, app_id).map_err(|_| MetaAppError::AppId)?;
        if secrets.is_empty() {
            return Err(MetaAppError::NoSecret);
        }
        Ok(Self { namespace, secrets, kind: IdentifierKind::Asid, tenant: None, skew: SKEW })
    }

    /// Says by which kind of id the app names people; `asid` unless set, which is what callbacks carry.
    ///
    /// # Errors
    /// A kind that is not an app's.
    pub fn with_kind(mut self, kind: IdentifierKind) -> Result<Self, MetaAppError> {
        if !kind.is_namespaced() {
            return Err(MetaAppError::Kind);
        }
        self.kind = kind;
        Ok(self)
    }

    /// Limits its requests to one tenant, whose app it is. Unless set, they are for all tenants.
    ///
    /// # Errors
    /// A key that cannot be a tenant's.
    pub fn with_tenant(mut self, key: impl Into<String>) -> Result<Self, MetaAppError> {
        let key = key.into();
        let probe = Request::builder(Channel::Meta).with_scope(Scope::Tenant).in_tenant(key.as_str()).build();
        probe.map_err(|_| MetaAppError::Tenant)?;
        self.tenant = Some(key);
        Ok(self)
    }

    /// Says how far ahead of ours Meta's clock may be; five minutes unless set.
    pub fn with_skew(mut self, skew: TimeDelta) -> Self {
        self.skew = skew;
        self
    }

    /// The product and the app's id.
    pub fn namespace(&self) -> &Namespace {
        &self.namespace
    }

    /// Takes the form field `signed_request` of a callback for data deletion.
    ///
    /// # Errors
    /// See [`CallbackError`]. A person who is not known gets the same answer as one who is: that is not found out here.
    pub fn deletion(&self, signed_request: &str, now: DateTime<Utc>) -> Result<Deletion, CallbackError> {
        let (signed, freshness) = self.read(signed_request, now)?;
        match self.who(&signed)? {
            Remover::Page(page) => Ok(Deletion::PageRemoved(page)),
            Remover::Person(identifier) => Ok(Deletion::Asked(Box::new(DeletionAsked {
                request: self.request(identifier)?,
                key: self.key(&signed, Endpoint::DataDeletion),
                freshness,
            }))),
        }
    }

    /// Takes the form field `signed_request` of a callback for deauthorisation.
    ///
    /// # Errors
    /// See [`CallbackError`].
    pub fn deauthorization(
        &self,
        signed_request: &str,
        now: DateTime<Utc>,
    ) -> Result<Deauthorized, CallbackError> {
        let (signed, _) = self.read(signed_request, now)?;
        Ok(Deauthorized {
            who: self.who(&signed)?,
            key: self.key(&signed, Endpoint::Deauthorize),
            at: signed.issued_at(),
        })
    }

    /// The request that lets die what the policy's `[meta] on_deauthorize` names, and asks for nothing else. `None` where
    /// [nothing dies](Deauthorized::dies).
    ///
    /// # Errors
    /// [`CallbackError::Request`].
    pub fn revocation(&self, left: &Deauthorized, policy: &Policy) -> Result<Option<Request>, CallbackError> {
        let (Remover::Person(identifier), Some(scope)) = (&left.who, left.dies(policy)) else {
            return Ok(None);
        };
        let request = Request::builder(Channel::Meta).with_identifier(identifier.clone()).with_scope(scope);
        Ok(Some(self.addressed(request).build()?))
    }

    /// A request for all of one of its people's data.
    pub(super) fn request(&self, identifier: Identifier) -> Result<Request, RequestError> {
        self.addressed(Request::builder(Channel::Meta).with_identifier(identifier)).build()
    }

    /// The same request for the tenants that the app serves.
    pub(super) fn addressed(&self, request: RequestBuilder) -> RequestBuilder {
        match &self.tenant {
            Some(key) => request.in_tenant(key.as_str()),
            None => request.for_all_tenants(),
        }
    }

    /// One of its people, by the id that Meta writes.
    pub(super) fn person(&self, id: &str) -> Option<Identifier> {
        Identifier::stored(&self.kind, Some(&self.namespace), id)
    }

    fn read(
        &self,
        signed_request: &str,
        now: DateTime<Utc>,
    ) -> Result<(SignedRequest, Freshness), CallbackError> {
        let signed = SignedRequest::verify(signed_request, &self.secrets)?;
        let freshness = signed.check_freshness(now, self.skew)?;
        Ok((signed, freshness))
    }

    fn who(&self, signed: &SignedRequest) -> Result<Remover, CallbackError> {
        match (signed.user_id(), signed.profile_id()) {
            (Some(id), _) => self.person(id.as_str()).map(Remover::Person).ok_or(CallbackError::UnknownId),
            (None, Some(page)) => Ok(Remover::Page(page.clone())),
            (None, None) => Err(CallbackError::Nobody),
        }
    }

    fn key(&self, signed: &SignedRequest, endpoint: Endpoint) -> Option<IdempotencyKey> {
        signed.idempotency_key(self.namespace.product(), self.namespace.app_id(), endpoint)
    }
}

#[cfg(test)]
mod tests {
    use super::super::AppSecret;
    use super::super::testing::sign;
    use super::*;

    const ISSUED: i64 = 1_291_836_800;

    fn now() -> DateTime<Utc> {
        DateTime::from_timestamp(ISSUED, 0).unwrap()
    }

    fn app() -> MetaApp {
        MetaApp::new(Product::Facebook, "900", AppSecrets::new([AppSecret::new("secret")])).unwrap()
    }

    fn token(members: &str) -> String {
        sign("secret", format!(r#"{{"algorithm":"HMAC-SHA256","issued_at":{ISSUED}{members}}}"#))
    }

    fn asked(app: &MetaApp, members: &str) -> DeletionAsked {
        match app.deletion(&token(members), now()).unwrap() {
            Deletion::Asked(asked) => *asked,
            Deletion::PageRemoved(_) => panic!("a Page"),
        }
    }

    #[test]
    fn a_person_s_callback_is_a_request_for_all_that_is_theirs() {
        let asked = asked(&app(), r#","user_id":"218471""#);
        let expected = Request::builder(Channel::Meta)
            .with_identifier(Identifier::asid(Product::Facebook, "900", "218471").unwrap())
            .for_all_tenants()
            .build()
            .unwrap();
        assert_eq!(asked.request, expected);
        assert!(asked.key.is_some() && !asked.freshness.is_expired());
        let theirs = app().with_tenant("acme").unwrap();
        assert_eq!(self::asked(&theirs, r#","user_id":"1""#).request.tenancy().tenant(), Some("acme"));
    }

    #[test]
    fn the_same_digits_under_another_app_or_kind_are_another_person() {
        let secrets = || AppSecrets::new([AppSecret::new("secret")]);
        let apps = [
            app(),
            app().with_kind(IdentifierKind::Igsid).unwrap(),
            app().with_kind(IdentifierKind::Psid).unwrap(),
            MetaApp::new(Product::Facebook, "901", secrets()).unwrap(),
            MetaApp::new(Product::Instagram, "900", secrets()).unwrap(),
            MetaApp::new(Product::Threads, "900", secrets()).unwrap(),
        ];
        for (place, one) in apps.iter().enumerate() {
            for other in &apps[place + 1..] {
                let requests = [one, other].map(|app| asked(app, r#","user_id":"7""#).request);
                assert_ne!(requests[0], requests[1]);
            }
        }
    }

    #[test]
    fn a_page_that_removes_the_app_asks_for_nothing() {
        for members in [r#","user_id":0,"profile_id":"4711""#, r#","profile_id":4711"#] {
            let deletion = app().deletion(&token(members), now()).unwrap();
            assert!(matches!(&deletion, Deletion::PageRemoved(page) if page.as_str() == "4711"), "{members}");
            let left = app().deauthorization(&token(members), now()).unwrap();
            assert!(matches!(left.who, Remover::Page(_)));
            assert_eq!(left.dies(&policy("['tokens']")), None);
        }
        for members in ["", r#","user_id":0"#, r#","user_id":null,"profile_id":0"#] {
            assert_eq!(app().deletion(&token(members), now()), Err(CallbackError::Nobody), "{members}");
        }
        let both = app().deletion(&token(r#","user_id":"1","profile_id":"2""#), now()).unwrap();
        assert!(matches!(both, Deletion::Asked(_)), "a person who is named is never passed over");
    }

    #[test]
    fn repetitions_are_known_in_either_order_and_by_either_callback_alone() {
        let (first, again) = (token(r#","user_id":"7""#), token(r#", "user_id": 7, "expires": 0"#));
        let keys = |texts: [&str; 2]| {
            texts.map(|text| match app().deletion(text, now()).unwrap() {
                Deletion::Asked(asked) => (asked.request, asked.key.unwrap()),
                Deletion::PageRemoved(_) => panic!("a Page"),
            })
        };
        let [one, other] = keys([&first, &again]);
        assert_eq!(one, other);
        assert_eq!(keys([&again, &first]), [one.clone(), one.clone()]);
        let left = app().deauthorization(&first, now()).unwrap();
        assert_ne!(left.key.unwrap(), one.1, "one callback does not pass for the other");
        assert_eq!(left.at, Some(now()));
    }

    fn policy(categories: &str) -> Policy {
        Policy::from_toml(&format!(
            "name = 'n'\nversion = '1'\n[meta]\non_deauthorize = {categories}\n\
             [[category]]\nid = 'tokens'\non_erasure = 'erase'\n[[category]]\nid = 'tokens.refresh'\non_erasure = 'erase'\n\
             [[category]]\nid = 'tokens_of_others'\non_erasure = 'erase'\n"
        ))
        .unwrap()
    }

    #[test]
    fn a_deauthorisation_is_no_request_and_takes_just_what_the_policy_names() {
        let left = app().deauthorization(&token(r#","user_id":"7""#), now()).unwrap();
        assert_eq!(left.who, Remover::Person(Identifier::asid(Product::Facebook, "900", "7").unwrap()));
        assert_eq!(left.dies(&policy("[]")), None);
        let dies = left.dies(&policy("['tokens']")).map(|scope| scope.to_string());
        assert_eq!(dies.as_deref(), Some("categories=tokens,tokens.refresh"));
        assert_eq!(app().revocation(&left, &policy("[]")), Ok(None));
        let theirs = app().with_tenant("acme").unwrap();
        let request = theirs.revocation(&left, &policy("['tokens']")).unwrap().unwrap();
        assert_eq!(request.scope().to_string(), "categories=tokens,tokens.refresh");
        assert_eq!((request.channel(), request.tenancy().tenant()), (Channel::Meta, Some("acme")));
    }

    #[test]
    fn what_cannot_be_taken_is_refused_and_says_by_a_word_why() {
        let later = now() - TimeDelta::minutes(6);
        let of = |text: &str, now| app().deletion(text, now).unwrap_err().code();
        assert_eq!(of("x", now()), "malformed");
        assert_eq!(
            of(&sign("stranger", r#"{"algorithm":"HMAC-SHA256","user_id":"7"}"#), now()),
            "bad_signature"
        );
        assert_eq!(
            of(&sign("secret", r#"{"algorithm":"none","user_id":"7"}"#), now()),
            "unsupported_algorithm"
        );
        assert_eq!(of(&token(r#","user_id":"7""#), later), "issued_in_future");
        assert_eq!(of(&token(r#","user_id":"abc""#), now()), "unknown_id");
        assert_eq!(of(&token(""), now()), "names_nobody");
        assert!(app().with_skew(TimeDelta::hours(1)).deletion(&token(r#","user_id":"7""#), later).is_ok());
        let old = app().deletion(&token(r#","user_id":"7""#), now() + TimeDelta::days(4_000));
        assert!(old.is_ok(), "what was asked for long ago is still owed");
        for text in ["x", &token(r#","user_id":"canary""#)] {
            let error = app().deletion(text, now()).unwrap_err();
            assert!(!format!("{error} {error:?}").contains("canary"));
        }
    }

    #[test]
    fn an_app_is_checked_when_it_is_made() {
        let secrets = |secret: &str| AppSecrets::new([AppSecret::new(secret)]);
        let new = |id: &str, secret: &str| MetaApp::new(Product::Facebook, id, secrets(secret)).map(|_| ());
        assert_eq!(new("x", "secret"), Err(MetaAppError::AppId));
        assert_eq!(new("900", " "), Err(MetaAppError::NoSecret));
        assert_eq!(app().with_kind(IdentifierKind::Phone).map(|_| ()), Err(MetaAppError::Kind));
        assert_eq!(app().with_tenant("").map(|_| ()), Err(MetaAppError::Tenant));
        assert!(!format!("{:?}", app()).contains("secret\""));
    }
}
