//! What the file's reader and the map's rules accept and refuse, seen from outside.

mod canonical;
mod hostile;
mod letting_go;
mod reading;
mod refusing;

use super::*;
use crate::finding::Finding;
use crate::value::{Condition, EventForm, Value};

/// A CRM with every part of the format.
const CRM: &str = r#"
[stores.crm]
kind = "sql"
[stores.media]
kind = "objects"

[[collection]]
name = "accounts"
key = "id"
category = "account"
tenant_root = true

[[collection]]
name = "contacts"
formerly = ["people", "contacts"]
store = "crm"
table = "crm_contacts"
where = { kind = "person" }
key = "id"
category = "contacts"
tenant = "account_id"
subject = "contact"
identifiers = { phone = { field = "phone_number", stored = "e164" }, email = "email", wa_id = ["wa_id", "old_wa_id"] }
events = { created = "created_at", last_message = { field = "last_seen", as = "unix_millis" } }

[collection.fields]
name   = {}
notes  = { mask = "scrub" }
tax_id = { category = "billing" }
status = { keep = true }

[[collection]]
name = "agents"
key = ["account_id", "login"]
category = "account"
tenant = "account_id"
subject = "operator"
identifiers = { asid = { field = "facebook_id", namespace = "facebook/218" } }

[[collection]]
name = "conversations"
key = "id"
category = "conversations"
owned_by = { field = "contact_id", of = "contacts" }

[[collection]]
name = "messages"
key = "id"
category = "conversations"
owned_by = [
  { field = "sender_id", of = "contacts", where = { sender_type = "Contact" } },
  { field = "conversation_id", of = "conversations", clear = ["conversation_id", "subject_line"] },
]
mentions = [{ field = ["account_id", "agent_login"], of = "agents", erase_record = true }]

[[collection]]
name = "attachments"
key = "id"
category = "conversations"
owned_by = [{ field = "message_id", of = "messages" }]

[[collection]]
name = "invoices"
key = "id"
category = "billing"
owned_by = [{ field = "contact_id", of = "contacts" }]
events = { issued = "issued_at" }
[collection.fields]
buyer_phone = { category = "contacts", mask = "null" }
buyer_name = { category = "contacts", mask = { constant = "gone" } }
buyer_ip = { mask = { prefix = 3 } }

[[collection]]
name = "media"
store = "media"
category = "conversations"
owned_by = [{ field = "key", of = "attachments.object_key" }]
"#;

/// A collection of people, to which a test adds what is wrong.
const PEOPLE: &str =
    "[[collection]]\nname = \"people\"\nkey = \"id\"\ncategory = \"contacts\"\nsubject = \"contact\"\n";

fn findings(text: &str) -> Vec<Finding> {
    read(text).1.into_iter().collect()
}

fn problems(text: &str) -> Vec<String> {
    findings(text).iter().map(ToString::to_string).collect()
}

/// Exactly one finding, of that severity, which says all of that.
fn only(text: &str, says: &[&str]) {
    let found = problems(text);
    assert_eq!(found.len(), 1, "{text}\n{found:#?}");
    for words in says {
        assert!(found[0].contains(words), "`{words}` is not in {}", found[0]);
    }
}

fn people_and(rest: &str) -> String {
    format!("{PEOPLE}{rest}")
}

fn linked(rest: &str) -> String {
    format!("{PEOPLE}[[collection]]\nname = \"notes\"\nkey = \"id\"\ncategory = \"notes\"\n{rest}")
}
