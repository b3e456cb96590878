//! Who is signed in to the host's own product: the host's to say.

use std::fmt;

use async_trait::async_trait;
use http::HeaderMap;

use crate::identifier::Identifier;
use crate::policy::VerificationMethod;
use crate::verify::Method;

/// Tells who is signed in to the host's product, so that they can ask without filling anything in.
#[async_trait]
pub trait SelfService: Send + Sync + 'static {
    /// Who it is that sends these headers; `None` for somebody who is not signed in, who proves themselves otherwise.
    async fn signed_in(&self, headers: &HeaderMap) -> Option<SignedIn>;
}

/// Somebody who is signed in. `Debug` shows kinds and no values.
#[derive(Clone)]
#[non_exhaustive]
pub struct SignedIn {
    /// What names them.
    pub identifiers: Vec<Identifier>,
    /// The tenant that they belong to; none where what they ask for is for all tenants, or there are none.
    pub tenant: Option<String>,
    /// The checks of identity that they have passed, as the policy's `verify` lists them.
    pub passed: Vec<VerificationMethod>,
}

impl SignedIn {
    /// Somebody whom these identifiers name and who has passed no check yet.
    pub fn new(identifiers: impl IntoIterator<Item = Identifier>) -> Self {
        Self { identifiers: identifiers.into_iter().collect(), tenant: None, passed: Vec::new() }
    }

    /// Limits what they ask for to the tenant with this key.
    #[must_use]
    pub fn in_tenant(mut self, key: impl Into<String>) -> Self {
        self.tenant = Some(key.into());
        self
    }

    /// They have just given their password, and it was right.
    #[must_use]
    pub fn with_password(self) -> Self {
        self.having_passed(Method::Password.into())
    }

    /// They have passed a check of the host's own.
    #[must_use]
    pub fn having_passed(mut self, method: VerificationMethod) -> Self {
        self.passed.push(method);
        self
    }
}

impl fmt::Debug for SignedIn {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SignedIn").field("identifiers", &self.identifiers).finish_non_exhaustive()
    }
}
