//! The two files that every golden ledger was written under, and what a state changes in them.

use oubliette::datamap::DataMap;
use oubliette::policy::Policy;

use super::requests::Who;

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

/// What has changed in the files since.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Deploy {
    /// Nothing.
    None,
    /// A category stands before all that keep something, with a ground of its own. Nothing is of it yet.
    CategoryAdded,
    /// The invoices are of that category.
    InvoicesMoved,
    /// The threads are called otherwise.
    ThreadsRenamed,
}

/// A category that keeps something.
const AUDIT: &str = r#"
[[category]]
id = "audit"
on_erasure = "retain"
retain = [{ ground = "legal_claims", citation = "Some Audit Act, s. 4", period = "9 years", start = "issued" }]
"#;

impl Deploy {
    /// Whether it changes what the plan of a request does.
    pub fn concerns(self, who: Who) -> bool {
        match self {
            Self::None | Self::CategoryAdded => false,
            Self::InvoicesMoved => who != Who::AshaTalk,
            Self::ThreadsRenamed => true,
        }
    }
}

impl Files {
    pub fn policy(self, deploy: Deploy) -> Policy {
        let text = match deploy {
            Deploy::None | Deploy::ThreadsRenamed => POLICY.to_owned(),
            Deploy::CategoryAdded | Deploy::InvoicesMoved => {
                let (before, after) = POLICY.split_once("\n[[category]]\n").unwrap();
                format!("{before}\n{AUDIT}\n[[category]]\n{after}")
            }
        };
        let promise = match self {
            Self::Plain | Self::Tenants => return Policy::from_toml(&text).unwrap(),
            Self::Approval => "approval = \"operator\"",
            Self::Grace => "grace = \"5 days\"",
            Self::CountedFromProof => "counted_from = \"verification\"",
        };
        Policy::from_toml(&with_line(&text, "[promises]", promise)).unwrap()
    }

    pub fn map(self, deploy: Deploy) -> DataMap {
        let map = match self {
            Self::Tenants => with_line(MAP, "subject = \"contact\"", "tenant = \"account_id\""),
            _ => MAP.to_owned(),
        };
        let map = match deploy {
            Deploy::None | Deploy::CategoryAdded => map,
            Deploy::InvoicesMoved => map.replace("\"billing\"", "\"audit\""),
            Deploy::ThreadsRenamed => map.replace("\"threads\"", "\"topics\""),
        };
        DataMap::from_toml(&map).unwrap()
    }
}

/// The text with one more line behind the only line that is `after`.
fn with_line(text: &str, after: &str, line: &str) -> String {
    assert_eq!(text.lines().filter(|it| *it == after).count(), 1, "{after}");
    text.replace(&format!("\n{after}\n"), &format!("\n{after}\n{line}\n"))
}
