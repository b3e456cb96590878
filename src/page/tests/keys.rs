//! Every key of the words is used, and every key that is used has words.

use std::collections::BTreeSet;

use super::*;
use crate::policy::{
    After, Approval, Completion, CountedFrom, Extent, Handling, KNOWN_DETAILS, KNOWN_LAWS, KNOWN_PURPOSES,
    KNOWN_VERIFICATIONS, OnImport,
};

const ENGLISH_WORDS: &str = include_str!("../words/en.ftl");

/// The files whose literals are keys.
const SOURCES: &[&str] = &[
    include_str!("../compose/mod.rs"),
    include_str!("../compose/contact.rs"),
    include_str!("../compose/status.rs"),
    include_str!("../compose/instructions.rs"),
    include_str!("../compose/notice.rs"),
    include_str!("../compose/visit.rs"),
    include_str!("../render.rs"),
    include_str!("../words/mod.rs"),
    include_str!("../words/time.rs"),
];

/// The keys of a file of words.
fn keys(text: &str) -> BTreeSet<String> {
    let starts_a_message = |line: &&str| line.starts_with(|c: char| c.is_ascii_lowercase());
    let lines: Vec<&str> = text.lines().filter(starts_a_message).collect();
    let keys: BTreeSet<String> =
        lines.iter().filter_map(|line| Some(line.split_once(" =")?.0.to_owned())).collect();
    assert_eq!(keys.len(), lines.len(), "each key once, and its words behind ` =`");
    keys
}

/// The keys that are put together of a prefix and a word.
fn put_together() -> BTreeSet<String> {
    let families: &[(&str, &[&str])] = &[
        ("state", RequestState::WORDS),
        ("next", RequestState::WORDS),
        ("fate", Fate::WORDS),
        ("ground", GroundKind::WORDS),
        ("proof", KNOWN_VERIFICATIONS),
        ("detail", KNOWN_DETAILS),
        ("purpose", KNOWN_PURPOSES),
        ("law", KNOWN_LAWS),
        ("who", Handling::WORDS),
        ("who-scope", Extent::WORDS),
        ("way-scope", Extent::WORDS),
        ("then", After::WORDS),
        ("suppression", OnImport::WORDS),
        ("time-means", Completion::WORDS),
        ("time-approval", Approval::WORDS),
        ("way-approval", Approval::WORDS),
        ("term", CountedFrom::WORDS),
        ("event", &["issued", "created", "last_message", "last_login", "logged", "occurred", "reported"]),
        ("period", &["hours", "days", "business_days", "weeks", "months", "years"]),
        ("month", &["1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12"]),
        ("status-about", &["subject", "tenant", "categories"]),
        ("way", &["meta", "email", "self_service", "operator", "api", "consent"]),
        ("state-completed", &["left", "anonymized", "tenant", "categories"]),
        ("state-scheduled", &["tenant"]),
        ("prove-problem", ProveProblem::WORDS),
        ("ask-problem", AskProblem::WORDS),
        ("ask-scope", Extent::WORDS),
        ("next", &["completed-left", "scheduled-at", "awaiting_backups-at"]),
    ];
    let mishaps =
        Mishap::WORDS.iter().flat_map(|word| ["title", "message"].map(|part| format!("error-{word}-{part}")));
    families
        .iter()
        .flat_map(|(prefix, words)| words.iter().map(move |word| format!("{prefix}-{word}")))
        .chain(mishaps)
        .collect()
}

#[test]
fn every_key_is_used_and_every_used_key_has_words() {
    let there = keys(ENGLISH_WORDS);
    let together = put_together();
    let lacking: Vec<_> = together.difference(&there).collect();
    assert!(lacking.is_empty(), "no words for {lacking:?}");
    let is_written = |key: &&String| SOURCES.iter().any(|source| source.contains(&format!("\"{key}\"")));
    let unused: Vec<_> = there.iter().filter(|key| !together.contains(*key) && !is_written(key)).collect();
    assert!(unused.is_empty(), "nothing says {unused:?}");
}
