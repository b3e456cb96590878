//! Questions and decisions in words, for operators.

use crate::request::{Choice, Decision, Question, QuestionKind};

/// What a question is about, in one sentence without its end.
pub fn question_words(question: &Question) -> String {
    let Question { collection, count, .. } = question;
    let where_in = match &question.field {
        Some(field) => format!(" in `{field}`"),
        None => String::new(),
    };
    match question.kind {
        QuestionKind::AmbiguousIdentity => format!(
            "{count} records of `{collection}` hold a given identifier and lead to several people whom nothing else names"
        ),
        QuestionKind::Residue => {
            format!("{count} records of `{collection}` still name the person{where_in}")
        }
        QuestionKind::Unreadable => {
            format!(
                "{count} records of `{collection}` hold something{where_in} that may be the person's and cannot be read"
            )
        }
        QuestionKind::Keyless => {
            format!(
                "{count} records of `{collection}` that may be the person's have no key, and cannot be addressed"
            )
        }
        QuestionKind::Hidden => {
            format!("{count} records of `{collection}` that may be the person's are kept from sight")
        }
    }
}

/// What each answer to a question does, for whoever has to give one.
pub fn choices_words(kind: QuestionKind) -> &'static str {
    match kind {
        QuestionKind::AmbiguousIdentity => {
            "take: all of these people are the person; leave: none of them is meant; accept: it stays open whom it means"
        }
        QuestionKind::Residue => {
            "take: it is the person's, look for them again and take it away; leave: it is somebody else's; accept: it stays all the same"
        }
        QuestionKind::Unreadable | QuestionKind::Keyless | QuestionKind::Hidden => {
            "take: it was put right, look again; leave: it is somebody else's; accept: it stays all the same"
        }
    }
}

/// A decision in words: the answer, who gave it, and why.
pub fn decision_words(decision: &Decision) -> String {
    let Decision { answer, reason, by } = decision;
    let answer = match answer {
        Choice::Take => "taken",
        Choice::Leave => "left",
        Choice::Accept => "accepted",
    };
    format!("{answer} by {by}: {reason}")
}
