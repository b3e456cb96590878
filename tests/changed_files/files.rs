//! The two files, as texts that a deploy changes.

use oubliette::datamap::DataMap;
use oubliette::hold::LegalHold;
use oubliette::policy::Policy;

const POLICY: &str = r#"
name = "Test"
version = "1"
[promises]
backups_rotate = "10 days"

[channels.operator]
[[category]]
id = "people"
label = "People"
on_erasure = "erase"

[[category]]
id = "talk"
label = "What people say"
on_erasure = "erase"

[[category]]
id = "traces"
on_erasure = "anonymize"

[[category]]
id = "billing"
on_erasure = "retain"
retain = [
  { ground = "tax_law", citation = "Some Act, s. 1", period = "2 years", start = "issued" },
  { ground = "contract", citation = "Some Code, s. 9", period = "1 year", start = "issued" },
]
"#;

/// Everything that makes resuming hard: memberships, two circles, kept records that point to erased ones, shells,
/// anonymised records whose links are cut, several owners.
const MAP: &str = r#"
[[collection]]
name = "contacts"
key = "id"
category = "people"
subject = "contact"
identifiers = { phone = "phone" }

[[collection]]
name = "memberships"
key = "id"
category = "people"
owned_by = [{ field = "contact_id", of = "contacts" }]
owns = [{ field = "group_id", of = "groups" }]

[[collection]]
name = "groups"
key = "id"
category = "talk"

[[collection]]
name = "messages"
key = "id"
category = "talk"
owned_by = [
  { field = "from_id", of = "contacts" },
  { field = "to_id", of = "contacts" },
  { field = "group_id", of = "groups" },
]

[[collection]]
name = "threads"
key = "id"
category = "talk"
owned_by = [{ field = "contact_id", of = "contacts" }, { field = "parent_id", of = "threads" }]

[[collection]]
name = "topics"
key = "id"
category = "talk"
owned_by = [{ field = "contact_id", of = "contacts" }, { field = "parent_id", of = "topics" }]

[[collection]]
name = "visits"
key = "id"
category = "traces"
owned_by = [{ field = "contact_id", of = "contacts" }]
mentions = [{ field = "thread_id", of = "threads" }]
[collection.fields]
ip = { mask = { constant = "0.0.0.0" } }
agent = {}

[[collection]]
name = "addresses"
key = "id"
category = "people"
owned_by = [{ field = "contact_id", of = "contacts" }]
[collection.fields]
street = {}

[[collection]]
name = "invoices"
key = "id"
category = "billing"
owned_by = [{ field = "contact_id", of = "contacts" }]
mentions = [{ field = "address_id", of = "addresses", clear = [] }]
events = { issued = { field = "issued", as = "date" } }
[collection.fields]
phone = { category = "people" }
"#;

/// What an engine is built from, apart from its ports.
#[derive(Debug, Clone)]
pub struct Files {
    pub policy: String,
    pub map: String,
    pub holds: Vec<LegalHold>,
}

impl Files {
    pub fn before() -> Self {
        Self { policy: POLICY.to_owned(), map: MAP.to_owned(), holds: Vec::new() }
    }

    /// Both files as the engine wants them.
    ///
    /// # Errors
    /// What is wrong with them.
    pub fn read(&self) -> Result<(Policy, DataMap), String> {
        let policy = Policy::from_toml(&self.policy).map_err(|error| error.to_string())?;
        let map = DataMap::from_toml(&self.map).map_err(|error| error.to_string())?;
        Ok((policy, map))
    }

    /// Writes something else wherever the policy has these words.
    pub fn in_policy(&mut self, from: &str, to: &str) {
        assert!(self.policy.contains(from), "the policy has no {from:?}");
        self.policy = self.policy.replace(from, to);
    }

    /// Writes something else wherever the data map has these words.
    pub fn in_map(&mut self, from: &str, to: &str) {
        assert!(self.map.contains(from), "the data map has no {from:?}");
        self.map = self.map.replace(from, to);
    }

    /// Writes something else in one collection.
    pub fn in_collection(&mut self, name: &str, from: &str, to: &str) {
        let block = self.collection(name);
        assert!(block.contains(from), "collection `{name}` has no {from:?}");
        self.map = self.map.replace(&block, &block.replace(from, to));
    }

    /// Takes a collection out of the data map.
    pub fn without_collection(&mut self, name: &str) {
        self.map = self.map.replace(&self.collection(name), "");
    }

    /// Calls a collection something else, on the same table.
    pub fn rename(&mut self, from: &str, to: &str) {
        self.in_collection(
            from,
            &format!("name = \"{from}\"\n"),
            &format!("name = \"{to}\"\ntable = \"{from}\"\n"),
        );
        let (of, now_of) = (format!("of = \"{from}\""), format!("of = \"{to}\""));
        self.map = self.map.replace(&of, &now_of);
    }

    /// Says in a collection under which name older requests know it.
    pub fn formerly(&mut self, name: &str, before: &str) {
        let line = format!("name = \"{name}\"\n");
        self.in_collection(name, &line, &format!("{line}formerly = [\"{before}\"]\n"));
    }

    /// A collection's part of the data map, from its heading to the next one.
    fn collection(&self, name: &str) -> String {
        let line = format!("\nname = \"{name}\"\n");
        let mut blocks = self.map.split_inclusive("[[collection]]");
        let block = blocks.find(|block| block.contains(&line));
        let block = block.unwrap_or_else(|| panic!("the data map has no collection `{name}`"));
        format!("[[collection]]{}", block.trim_end_matches("[[collection]]"))
    }
}
