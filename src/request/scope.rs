//! What a request is about: a person, a tenant or some categories, and in which tenant.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::policy::CategoryId;
use crate::text::as_text;

/// What is to be erased.
///
/// Written `subject`, `tenant` or `categories=contacts,meta.tokens`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum Scope {
    /// Everything that belongs to the person.
    Subject,
    /// Everything that the tenant contains, whoever owns it: the organisation leaves.
    Tenant,
    /// Of what belongs to the person, only these categories and those below them in the tree.
    Categories(Vec<CategoryId>),
}

/// A text that is not a scope.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "`{0}` is not a scope; write `subject`, `tenant`, or `categories=` and names of categories joined by commas"
)]
pub struct ScopeError(String);

impl FromStr for Scope {
    type Err = ScopeError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let error = || ScopeError(text.to_owned());
        match text {
            "subject" => Ok(Self::Subject),
            "tenant" => Ok(Self::Tenant),
            _ => {
                let names = text.strip_prefix("categories=").ok_or_else(error)?;
                let categories: Result<Vec<CategoryId>, _> = names.split(',').map(str::parse).collect();
                categories.map(Self::Categories).map_err(|_| error())
            }
        }
    }
}

impl fmt::Display for Scope {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Subject => f.write_str("subject"),
            Self::Tenant => f.write_str("tenant"),
            Self::Categories(categories) => {
                let names: Vec<&str> = categories.iter().map(CategoryId::as_str).collect();
                write!(f, "categories={}", names.join(","))
            }
        }
    }
}

as_text!(Scope);

/// The tenant or tenants that a request is limited to.
///
/// Leaving it open and meaning every tenant are two different things: where a collection has a tenant field, the planner
/// refuses a request that did not say which.
#[derive(Clone, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Tenancy {
    /// The request does not say.
    #[default]
    Unspecified,
    /// In the tenant with this key.
    One(String),
    /// In every tenant, on purpose.
    All,
}

impl Tenancy {
    /// Returns the tenant's key, if the request is for a single tenant.
    pub fn tenant(&self) -> Option<&str> {
        match self {
            Self::One(key) => Some(key),
            Self::Unspecified | Self::All => None,
        }
    }
}

/// A tenant may be a sole trader whose key is an e-mail address, so the key stays out.
impl fmt::Debug for Tenancy {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Unspecified => "Unspecified",
            Self::One(_) => "One(..)",
            Self::All => "All",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_three_scopes_are_read_and_written() {
        for text in ["subject", "tenant", "categories=contacts", "categories=contacts,meta.tokens"] {
            let scope: Scope = text.parse().unwrap();
            assert_eq!(scope.to_string(), text);
            let json = serde_json::to_string(&scope).unwrap();
            assert_eq!(serde_json::from_str::<Scope>(&json).unwrap(), scope);
        }
        let scope: Scope = "categories=a,b.c".parse().unwrap();
        assert_eq!(scope, Scope::Categories(vec!["a".parse().unwrap(), "b.c".parse().unwrap()]));
    }

    #[test]
    fn anything_else_is_refused() {
        for bad in [
            "",
            "Subject",
            "everything",
            "categories",
            "categories=",
            "categories=a,",
            "categories=,a",
            "categories=a b",
            "categories=a..b",
            "tenant ",
        ] {
            let error = bad.parse::<Scope>().unwrap_err().to_string();
            assert!(error.contains(&format!("`{bad}`")), "{error}");
        }
    }

    #[test]
    fn the_tenant_stays_out_of_debug() {
        let tenancy = Tenancy::One("ana@example.com".to_owned());
        assert_eq!(format!("{tenancy:?}"), "One(..)");
        assert_eq!(tenancy.tenant(), Some("ana@example.com"));
        assert_eq!(Tenancy::default(), Tenancy::Unspecified);
        assert_eq!(Tenancy::All.tenant(), None);
    }

    proptest! {
        #[test]
        fn reading_never_panics_and_what_is_read_is_written_alike(text in "(categories=)?[a-z.,= é-]{0,40}") {
            if let Ok(scope) = text.parse::<Scope>() {
                prop_assert_eq!(scope.to_string(), text);
            }
        }
    }
}
