//! The files of a small CRM, for the benches that erase in databases.

use oubliette::datamap::DataMap;
use oubliette::policy::Policy;

const POLICY: &str = r#"
name = "Bench"
version = "1"
[channels.operator]
[[category]]
id = "contacts"
on_erasure = "erase"
[[category]]
id = "conversations"
on_erasure = "erase"
"#;

const MAP: &str = r#"
[[collection]]
name = "contacts"
key = "id"
category = "contacts"
subject = "contact"
identifiers = { phone = { field = "phone", stored = "e164" } }
[[collection]]
name = "messages"
key = "id"
category = "conversations"
"#;

/// What is promised: all of it goes.
pub fn policy() -> Policy {
    Policy::from_toml(POLICY).unwrap()
}

/// Contacts, and messages whose owners these fields name.
pub fn map(owner_fields: &[&str]) -> DataMap {
    let owners: Vec<_> =
        owner_fields.iter().map(|field| format!("{{ field = \"{field}\", of = \"contacts\" }}")).collect();
    DataMap::from_toml(&format!("{MAP}owned_by = [{}]\n", owners.join(", "))).unwrap()
}
