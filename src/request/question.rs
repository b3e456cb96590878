//! Questions: what only a person can decide, and what they decided.
//!
//! Data alone, without words for people. Which questions there are is found by the engine; a request waits for the answer
//! in [`AwaitingDecision`](super::RequestState::AwaitingDecision).

use serde::{Deserialize, Serialize};

use crate::text::words::words;

words! {
    /// What a question is about.
    "a kind of question" QuestionKind {
        /// A given identifier is on records of several people whom nothing links.
        AmbiguousIdentity = "ambiguous_identity",
        /// After all was done, something still names the person.
        Residue = "residue",
        /// Values that could be the person's cannot be read.
        Unreadable = "unreadable",
        /// Records that could be the person's have no key, so that none of them can be addressed.
        Keyless = "keyless",
        /// Rows that could be the person's are kept from sight.
        Hidden = "hidden",
    }
}

words! {
    /// How a question is answered.
    "an answer to a question" Choice {
        /// It is the person's: the request goes again, and takes it.
        Take = "take",
        /// It is not the person's, and stays.
        Leave = "leave",
        /// It may be the person's, and stays all the same.
        Accept = "accept",
    }
}

/// An answer with the reason for it and the name of who gives it. Both are kept in the ledger in the clear, so that they
/// must not tell who the request is about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Decision {
    /// The answer.
    pub answer: Choice,
    /// Why, in a few words.
    pub reason: String,
    /// Who decided.
    pub by: String,
}

/// Something that only a person can decide. Holds no personal data.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Question {
    /// Its number within the request; the first question has number 1.
    pub number: u32,
    /// What it is about.
    pub kind: QuestionKind,
    /// The collection.
    pub collection: String,
    /// The field, where it is about one.
    #[serde(default)]
    pub field: Option<String>,
    /// How many records it is about.
    pub count: u64,
    /// The answer, once there is one.
    #[serde(default)]
    pub decision: Option<Decision>,
}

impl Question {
    /// A question that is open.
    pub fn new(
        number: u32,
        kind: QuestionKind,
        collection: impl Into<String>,
        field: Option<String>,
        count: u64,
    ) -> Self {
        Self { number, kind, collection: collection.into(), field, count, decision: None }
    }

    /// Whether nobody has answered it yet.
    pub fn is_open(&self) -> bool {
        self.decision.is_none()
    }

    /// Whether it is about the same as another one, however many records that is by now.
    pub fn is_about_the_same(&self, other: &Self) -> bool {
        (self.kind, &self.collection, &self.field) == (other.kind, &other.collection, &other.field)
    }

    /// Whether what it is about stays, by the answer that it got.
    pub fn is_left(&self) -> bool {
        self.decision.as_ref().is_some_and(|it| matches!(it.answer, Choice::Leave | Choice::Accept))
    }

    /// Whether it was answered that what it is about is the person's.
    pub fn is_taken(&self) -> bool {
        self.decision.as_ref().is_some_and(|it| it.answer == Choice::Take)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_question_is_written_as_data_and_read_again() {
        let mut question = Question::new(2, QuestionKind::Residue, "messages", Some("body".to_owned()), 3);
        let text = r#"{"number":2,"kind":"residue","collection":"messages","field":"body","count":3,"decision":null}"#;
        assert_eq!(serde_json::to_string(&question).unwrap(), text);
        assert_eq!(serde_json::from_str::<Question>(text).unwrap(), question);
        let short = r#"{"number":2,"kind":"keyless","collection":"log","count":3}"#;
        assert!(serde_json::from_str::<Question>(short).unwrap().is_open());
        for (answer, stays) in [(Choice::Take, false), (Choice::Leave, true), (Choice::Accept, true)] {
            question.decision = Some(Decision { answer, reason: "r".to_owned(), by: "b".to_owned() });
            assert_eq!((question.is_left(), question.is_taken(), question.is_open()), (stays, !stays, false));
        }
        assert_eq!(QuestionKind::WORDS, ["ambiguous_identity", "residue", "unreadable", "keyless", "hidden"]);
        assert_eq!(Choice::WORDS, ["take", "leave", "accept"]);
    }
}
