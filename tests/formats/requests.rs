//! Who asks in the golden ledgers, and for what.

use oubliette::engine::Idempotency;
use oubliette::identifier::{Identifier, Product};
use oubliette::meta::{AppSecret, AppSecrets, Endpoint, SignedRequest};
use oubliette::policy::Channel;
use oubliette::request::{Request, RequestBuilder};

/// The callback of Meta's documentation: user 218471, at a time of issue that never changes.
const CALLBACK: &str = "iLvKn6wjSJ3TPntpXSqBoqFd_gflAyRuGD_pK2Jcyp0\
                        .eyJhbGdvcml0aG0iOiJITUFDLVNIQTI1NiIsImlzc3VlZF9hdCI6MTI5MTgzNjgwMCwidXNlcl9pZCI6IjIxODQ3MSJ9";
const SECRET: &str = "the secret of this route's app";
const APP: &str = "1234567890";

/// Who is to be forgotten, and how they asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Who {
    /// Asha, by one number; her other contact stays, since an address that two contacts share is not followed.
    Asha,
    /// Asha, by a number of one of her contacts and the address of both; the other number is found.
    AshaByTwo,
    /// Asha, by a channel that wants proof.
    AshaByEmail,
    /// Asha, but only what she said.
    AshaTalk,
    /// Asha, in the tenant that she belongs to.
    AshaInTenant,
    /// Asha, in whatever tenant.
    AshaInAllTenants,
    /// Ben, of whom nothing has to be kept.
    Ben,
    /// Chi, by a callback of Meta's.
    ChiByCallback,
    /// Chi, Asha, and somebody who is not there, as a list.
    List,
    /// Somebody who is not there.
    Nobody,
}

impl Who {
    pub fn request(self) -> Request {
        const ASHA: &str = "phone=+91 98765 43210";
        const STRANGER: &str = "phone=+49 30 901820";
        let by = |channel, identifiers: &[&str]| by(channel, identifiers);
        let request = match self {
            Self::Asha => by(Channel::Operator, &[ASHA]),
            Self::AshaByTwo => by(Channel::Operator, &["phone=+91 98765 00000", "email=Asha@Example.com"]),
            Self::AshaByEmail => by(Channel::Email, &[ASHA]),
            Self::AshaTalk => by(Channel::Operator, &[ASHA]).with_scope("categories=talk".parse().unwrap()),
            Self::AshaInTenant => by(Channel::Operator, &[ASHA]).in_tenant("acme"),
            Self::AshaInAllTenants => by(Channel::Operator, &[ASHA]).for_all_tenants(),
            Self::Ben => by(Channel::Operator, &["email=ben@example.com"]),
            Self::ChiByCallback => {
                let user = callback();
                let user = user.user_id().unwrap().as_str();
                Request::builder(Channel::Meta)
                    .with_identifier(Identifier::asid(Product::Facebook, APP, user).unwrap())
            }
            Self::List => Request::builder(Channel::Operator)
                .with_person([identifier("email=chi@example.com")])
                .with_person([identifier(ASHA)])
                .with_person([identifier(STRANGER)]),
            Self::Nobody => by(Channel::Operator, &[STRANGER]),
        };
        request.build().unwrap()
    }

    pub fn idempotency(self) -> Idempotency {
        if !self.is_callback() {
            return Idempotency::WhileOpen;
        }
        let key = callback().idempotency_key(Product::Facebook, APP, Endpoint::DataDeletion);
        Idempotency::Key(key.unwrap())
    }

    /// Whether the same call again is the same request for ever.
    pub fn is_callback(self) -> bool {
        self == Self::ChiByCallback
    }
}

fn by(channel: Channel, identifiers: &[&str]) -> RequestBuilder {
    Request::builder(channel).with_identifiers(identifiers.iter().map(|text| identifier(text)))
}

fn identifier(text: &str) -> Identifier {
    Identifier::parse_pair(text, None).unwrap()
}

fn callback() -> SignedRequest {
    SignedRequest::verify(CALLBACK, &AppSecrets::new([AppSecret::new(SECRET)])).unwrap()
}
