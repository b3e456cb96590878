//! Data in, words out: everything that this crate says to people about plans and requests.
//!
//! What other rooms decide and write down are codes with arguments ([`Problem`], [`Warning`]) and data
//! ([`PlanRecord`](crate::plan::PlanRecord)). The sentences are made here and nowhere else, so that a better sentence changes
//! no plan and voids no approval. Knows no port and no engine.
//!
//! For people there are [`PersonView`] (where a request stands) and [`Instructions`] (how to ask, read off the policy), which
//! are data; with feature `pages` a [`Renderer`] makes pages of them, as HTML and as text.

#[cfg(feature = "pages")]
mod compose;
mod contact;
#[cfg(feature = "pages")]
mod error;
mod instructions;
mod notice;
mod person;
mod plan;
mod problem;
mod question;
#[cfg(feature = "pages")]
mod render;
mod step;
mod visit;
mod warning;
#[cfg(feature = "pages")]
mod words;

#[cfg(feature = "pages")]
pub use compose::{Choosable, Composed, Field, FieldKind, Form, Hidden, Item, Row, Section};
pub use contact::{Address, Authority, Contacts};
#[cfg(feature = "pages")]
pub use error::PageError;
pub use instructions::{
    GroundView, InactiveView, Instructions, OwnPromises, PromisesView, RequesterView, RuleView,
    SuppressionView, TermView, Way,
};
pub use notice::{ComposeError, Composer, Notice, NoticeKind, NoticeView, Proving};
pub use person::{
    CategoryView, Dates, Fate, Kept, Part, PersonFacts, PersonView, ProofView, Refusal, StepFacts,
};
pub use plan::PlanPage;
pub use problem::Problem;
pub use question::{choices_words, decision_words, question_words};
#[cfg(feature = "pages")]
pub use render::{Renderer, StatusJson, TemplateName};
pub use step::step_words;
pub use visit::{AskProblem, AskView, CancelView, Mishap, ProveProblem, ProveView, Site};
pub use warning::Warning;
#[cfg(feature = "pages")]
pub use words::{Words, WordsError};

#[cfg(test)]
#[cfg(feature = "pages")]
mod tests;
