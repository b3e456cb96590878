//! The two files that every golden ledger was written under, and what a state changes in them.

use oubliette::datamap::DataMap;
use oubliette::policy::Policy;

const POLICY: &str = include_str!("policy.toml");
const MAP: &str = include_str!("datamap.toml");

/// What the files of a state say beside what all say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Files {
    /// Nothing.
    Plain,
    /// An operator approves plans.
    Approval,
    /// An erasure can be cancelled for some days before it begins.
    Grace,
    /// The promise to complete is counted from the proof, not from the receipt.
    CountedFromProof,
    /// Contacts belong to tenants, so that every request has to say in which it is.
    Tenants,
}

impl Files {
    pub fn policy(self) -> Policy {
        let promise = match self {
            Self::Plain | Self::Tenants => return Policy::from_toml(POLICY).unwrap(),
            Self::Approval => "approval = \"operator\"",
            Self::Grace => "grace = \"5 days\"",
            Self::CountedFromProof => "counted_from = \"verification\"",
        };
        Policy::from_toml(&with_line(POLICY, "[promises]", promise)).unwrap()
    }

    pub fn map(self) -> DataMap {
        let map = match self {
            Self::Tenants => with_line(MAP, "subject = \"contact\"", "tenant = \"account_id\""),
            _ => MAP.to_owned(),
        };
        DataMap::from_toml(&map).unwrap()
    }
}

/// The text with one more line behind the only line that is `after`.
fn with_line(text: &str, after: &str, line: &str) -> String {
    assert_eq!(text.lines().filter(|it| *it == after).count(), 1, "{after}");
    text.replace(&format!("\n{after}\n"), &format!("\n{after}\n{line}\n"))
}
