//! What the pages of a visit are made from, as data: whose pages they are, what is asked, and what went wrong.
//!
//! Knows the policy's words. Addresses and tokens come from whoever serves the pages.

use super::contact::Contacts;
use crate::policy::{Extent, Policy};
use crate::text::words::words;

/// Whose pages these are, in one language.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Site {
    /// The language.
    pub language: String,
    /// The product.
    pub product: String,
    /// Whom to turn to.
    pub contacts: Contacts,
}

impl Site {
    /// The pages of a policy's product.
    pub fn of(policy: &Policy, language: &str) -> Self {
        Self {
            language: language.to_owned(),
            product: policy.name().to_owned(),
            contacts: Contacts::of(policy, language),
        }
    }
}

words! {
    /// Why somebody who was to show who they are has not done so.
    "a problem with a proof" ProveProblem {
        /// The code or link is not the right one.
        Wrong = "wrong",
        /// Its time is over.
        Expired = "expired",
        /// It was used before.
        Used = "used",
        /// It was answered wrongly too often.
        TooManyAttempts = "too_many_attempts",
        /// Another one was sent a moment ago.
        TooSoon = "too_soon",
        /// Too many were sent.
        TooManySendings = "too_many_sendings",
    }
}

impl ProveProblem {
    /// Whether the same page can be answered again.
    pub const fn can_be_tried_again(self) -> bool {
        matches!(self, Self::Wrong | Self::TooSoon | Self::TooManySendings)
    }
}

/// A page on which a person shows that they are who they say.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct ProveView {
    /// Where the answer is posted to.
    pub action: String,
    /// Whether a code is typed in; else there is a button.
    pub has_code: bool,
    /// Where another one is asked for, if it may be.
    pub send_again: Option<String>,
    /// Why the answer before did not do.
    pub problem: Option<ProveProblem>,
}

impl ProveView {
    /// A page whose answer is posted to `action`.
    pub fn new(action: impl Into<String>, has_code: bool) -> Self {
        Self { action: action.into(), has_code, send_again: None, problem: None }
    }

    /// Offers to send another one.
    #[must_use]
    pub fn with_send_again(mut self, action: impl Into<String>) -> Self {
        self.send_again = Some(action.into());
        self
    }

    /// Says why the answer before did not do.
    #[must_use]
    pub fn with_problem(mut self, problem: ProveProblem) -> Self {
        self.problem = Some(problem);
        self
    }
}

words! {
    /// What is wrong with what somebody filled in to ask.
    "a problem with a request" AskProblem {
        /// Nothing was given.
        Missing = "missing",
        /// The address is none.
        Email = "email",
        /// The number is none.
        Phone = "phone",
    }
}

/// The form by which a person asks. What was filled in is shown again, and stands nowhere else.
#[derive(Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct AskView {
    /// Where it is posted to.
    pub action: String,
    /// What may be asked for; a choice is offered where there is more than one.
    pub scopes: Vec<Extent>,
    /// What is chosen.
    pub scope: Extent,
    /// The address that was filled in.
    pub email: String,
    /// The number that was filled in.
    pub phone: String,
    /// What is wrong with it.
    pub problem: Option<AskProblem>,
}

impl AskView {
    /// The empty form, for what the requesters of a policy may ask for.
    pub fn new(action: impl Into<String>, policy: &Policy) -> Self {
        let is_offered = |extent: &Extent| policy.requesters().iter().any(|it| it.scopes().contains(extent));
        let scopes =
            Extent::ALL.iter().copied().filter(|it| *it == Extent::Subject || is_offered(it)).collect();
        Self {
            action: action.into(),
            scopes,
            scope: Extent::Subject,
            email: String::new(),
            phone: String::new(),
            problem: None,
        }
    }

    /// The form as it was filled in, with what is wrong with it.
    #[must_use]
    pub fn filled(
        mut self,
        email: impl Into<String>,
        phone: impl Into<String>,
        scope: Extent,
        problem: AskProblem,
    ) -> Self {
        (self.email, self.phone) = (email.into(), phone.into());
        (self.scope, self.problem) = (scope, Some(problem));
        self
    }
}

impl std::fmt::Debug for AskView {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("AskView")
            .field("action", &self.action)
            .field("problem", &self.problem)
            .finish_non_exhaustive()
    }
}

/// The form that cancels a request.
#[derive(Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct CancelView {
    /// Where it is posted to.
    pub action: String,
    /// The token of the page, which counts once.
    pub token: String,
}

impl CancelView {
    /// A form that is posted to `action` with the page's token.
    pub fn new(action: impl Into<String>, token: impl Into<String>) -> Self {
        Self { action: action.into(), token: token.into() }
    }
}

impl std::fmt::Debug for CancelView {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("CancelView(redacted)")
    }
}

words! {
    /// What went wrong in a visit.
    "a mishap" Mishap {
        /// What was sent cannot be read.
        BadRequest = "bad_request",
        /// There is no such page.
        NotFound = "not_found",
        /// It came from somewhere else.
        Forbidden = "forbidden",
        /// The state of the request does not allow it any more.
        NotPossible = "not_possible",
        /// It is too large.
        TooLarge = "too_large",
        /// There were too many tries.
        TooMany = "too_many",
        /// Something of ours does not work.
        Unavailable = "unavailable",
    }
}
