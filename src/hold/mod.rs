//! Legal holds: matters that suspend erasure until they are released.
//!
//! Knows what a hold covers among categories and tenants; does not know plans or when a hold was placed.

mod placed;

use serde::{Deserialize, Serialize};

use crate::identifier::Identifier;
use crate::policy::CategoryId;

pub use placed::PlacedHold;

/// A matter (court, regulator, claim) that suspends erasure of some scope.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "RawHold")]
pub struct LegalHold {
    matter: String,
    scope: HoldScope,
}

/// What a [`LegalHold`] suspends.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum HoldScope {
    /// The person with any of these identifiers.
    Subject(Vec<Identifier>),
    /// A category and all below it in the tree, whoever it belongs to.
    Category(CategoryId),
    /// Everything that this tenant contains.
    Tenant(String),
    /// Every erasure.
    Everything,
}

/// Why a legal hold is refused: it names no matter, or covers nobody.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum HoldError {
    /// Nobody could release it, because nobody could tell what it is for.
    #[error("a legal hold has no matter; give the reference of the case, without personal data")]
    NoMatter,
    /// It would cover no tenant at all.
    #[error("a legal hold covers a tenant without a key; give the tenant's key, or hold everything")]
    NoTenant,
    /// It would cover no person at all.
    #[error("a legal hold covers a person without an identifier; give at least one, or hold everything")]
    NoIdentifier,
}

/// A hold as it was serialised, before it is checked again.
#[derive(Deserialize)]
struct RawHold {
    matter: String,
    scope: HoldScope,
}

impl LegalHold {
    /// Places a hold for the matter with this reference. The reference is shown to operators, so it must hold no personal data.
    ///
    /// # Errors
    /// An empty matter, an empty tenant key, or no identifier of a person.
    pub fn new(matter: impl Into<String>, scope: HoldScope) -> Result<Self, HoldError> {
        let matter = matter.into();
        if matter.trim().is_empty() {
            return Err(HoldError::NoMatter);
        }
        match &scope {
            HoldScope::Tenant(tenant) if tenant.trim().is_empty() => Err(HoldError::NoTenant),
            HoldScope::Subject(identifiers) if identifiers.is_empty() => Err(HoldError::NoIdentifier),
            _ => Ok(Self { matter, scope }),
        }
    }

    /// The same matter, on the person whom a request names by these identifiers; on all of it where it names nobody.
    pub(crate) fn on_all_of(self, identifiers: &[Identifier]) -> Self {
        let scope = match identifiers {
            [] => HoldScope::Everything,
            _ => HoldScope::Subject(identifiers.to_vec()),
        };
        Self { scope, ..self }
    }

    /// Returns the reference of the case.
    pub fn matter(&self) -> &str {
        &self.matter
    }

    /// What it suspends.
    pub fn scope(&self) -> &HoldScope {
        &self.scope
    }

    /// Returns whether records of this category are held, whoever they belong to.
    pub fn covers_category(&self, category: &CategoryId) -> bool {
        match &self.scope {
            HoldScope::Category(held) => held.covers(category),
            HoldScope::Tenant(_) | HoldScope::Subject(_) => false,
            HoldScope::Everything => true,
        }
    }

    /// Returns whether everything of this tenant is held, whatever its category.
    pub fn covers_tenant(&self, tenant: &str) -> bool {
        match &self.scope {
            HoldScope::Category(_) | HoldScope::Subject(_) => false,
            HoldScope::Tenant(held) => held == tenant,
            HoldScope::Everything => true,
        }
    }
}

impl TryFrom<RawHold> for LegalHold {
    type Error = HoldError;

    fn try_from(raw: RawHold) -> Result<Self, Self::Error> {
        Self::new(raw.matter, raw.scope)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn id(text: &str) -> CategoryId {
        text.parse().unwrap()
    }

    #[test]
    fn a_hold_covers_its_scope_and_no_more() {
        let category = LegalHold::new("Case 7/2026", HoldScope::Category(id("meta"))).unwrap();
        assert!(category.covers_category(&id("meta.tokens")));
        assert!(!category.covers_category(&id("metadata")) && !category.covers_tenant("7"));
        let tenant = LegalHold::new("Case 7/2026", HoldScope::Tenant("7".to_owned())).unwrap();
        assert!(
            tenant.covers_tenant("7") && !tenant.covers_tenant("77") && !tenant.covers_category(&id("meta"))
        );
        let all = LegalHold::new("Case 7/2026", HoldScope::Everything).unwrap();
        assert!(all.covers_tenant("77") && all.covers_category(&id("billing")));
    }

    #[test]
    fn a_hold_on_a_person_covers_no_category_and_no_tenant() {
        let phone = Identifier::parse_pair("phone=+919876543210", None).unwrap();
        let hold = LegalHold::new("Case 7/2026", HoldScope::Subject(vec![phone])).unwrap();
        assert!(!hold.covers_category(&id("meta")) && !hold.covers_tenant("7"));
        assert!(!format!("{hold:?}").contains("9876543210"), "{hold:?}");
        let text = serde_json::to_string(&hold).unwrap();
        assert_eq!(serde_json::from_str::<LegalHold>(&text).unwrap(), hold);
    }

    #[test]
    fn a_hold_on_nobody_is_refused_also_from_storage() {
        assert_eq!(LegalHold::new("x", HoldScope::Subject(Vec::new())), Err(HoldError::NoIdentifier));
        let error =
            serde_json::from_str::<LegalHold>(r#"{"matter":"x","scope":{"subject":[]}}"#).unwrap_err();
        assert!(error.to_string().contains("without an identifier"), "{error}");
    }

    #[test]
    fn a_hold_without_matter_or_tenant_is_refused_also_from_storage() {
        assert_eq!(LegalHold::new(" ", HoldScope::Everything), Err(HoldError::NoMatter));
        assert_eq!(LegalHold::new("x", HoldScope::Tenant(String::new())), Err(HoldError::NoTenant));
        assert!(serde_json::from_str::<LegalHold>(r#"{"matter":"","scope":"everything"}"#).is_err());
        let hold = LegalHold::new("x", HoldScope::Category(id("billing"))).unwrap();
        let text = serde_json::to_string(&hold).unwrap();
        assert_eq!(serde_json::from_str::<LegalHold>(&text).unwrap(), hold);
    }
}
