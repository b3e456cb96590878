//! Data in, words out: everything that this crate says to people about plans and requests.
//!
//! What other rooms decide and write down are codes with arguments ([`Problem`], [`Warning`]) and data
//! ([`PlanRecord`](crate::plan::PlanRecord)). The sentences are made here and nowhere else, so that a better sentence changes
//! no plan and voids no approval. Knows no port and no engine.

mod plan;
mod problem;
mod question;
mod step;
mod warning;

pub use plan::PlanPage;
pub use problem::Problem;
pub use question::{choices_words, decision_words, question_words};
pub use step::step_words;
pub use warning::Warning;
