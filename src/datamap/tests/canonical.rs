//! What a map's canonical bytes depend on.

use super::*;
use crate::text::canonical::proof::Format;

/// Every key of the format, each with another value than its default.
const FULL: &str = r#"
[stores.archive]
kind = "custom"
[stores.crm]
kind = "sql"
[stores.crm.not_personal]
schema_migrations = "ours"
[stores.crm.not_linked]
"notes.shop_id" = "a shop is no person"
[stores.crm.not_indexed]
"notes.person_id" = "a small table"
[stores.crm.cascades]
"notes.person_id" = "promised"
[stores.crm.residue]
"notes.body" = "what others wrote is theirs"
[stores.crm.triggers]
"notes.audit" = "writes no names"
[stores.crm.unique]
"legacy.id" = "a job looks after it"
[stores.crm.row_security]
legacy = "its policies show all rows to us"
[stores.media]
kind = "objects"

[[collection]]
name = "accounts"
key = "id"
category = "account"
tenant_root = true

[[collection]]
name = "contacts"          # the people
formerly = ["people", "persons"]
store = "archive"
table = "crm_contacts"
where = { kind = ["person", "lead"], gone = { null = true }, level = 3, chat = { starts_with = "wa-" }, jid = { ends_with = "@g.us" }, state = { not = "dead" } }
key = ["account", "id"]
category = "contacts"
tenant = "account"
subject = "contact"
identifiers = { phone = { field = "phone_number", stored = "e164" }, wa_id = ["wa_id", "old_wa_id"], asid = { field = "fb", namespace = "facebook/218" } }
same_person = [{ field = ["account", "merged_into"], of = "contacts" }]
events = { created = "created_at", last_message = { field = "last_seen", as = "unix_millis" } }

[collection.fields]
name = {}
notes = { mask = "scrub" }
city = { mask = { constant = "gone" } }
zip = { mask = { prefix = 3 }, category = "billing" }
status = { keep = true }
hash = { not_personal = "salted" }

[[collection]]
name = "messages"
key = "id"
category = "conversations"
owned_by = [
  { field = ["account_id", "contact_id"], of = "contacts", where = { sender = ["Contact", "Lead"], seen = true }, clear = ["contact_id", "subject_line"] },
  { field = "parent_id", of = "messages.message_id", clear = { parent_id = "null", quote = { constant = "" } } },
]
mentions = [
  { field = ["account_id", "agent_id"], of = "contacts", erase_record = true },
  { field = "mentioned", of = "contacts.handle", list = true },
]

[[collection]]
name = "memberships"
key = "id"
category = "conversations"
owned_by = [{ field = ["account_id", "contact_id"], of = "contacts" }]
owns = [{ field = "message_id", of = "messages" }]

[[collection]]
name = "files"
store = "media"
key = "path"
category = "conversations"
owned_by = [{ field = "path", of = "messages.folder", prefix = true }]
"#;

const FORMAT: Format = Format {
    read: |text| {
        let (map, findings) = read(text);
        (map.map(|map| bytes(&map)).unwrap_or_default(), findings)
    },
    ordered: &["key", "field"],
    words: &[
        ("archive", "crm"),
        ("media", "crm"),
        ("custom", "sql"),
        ("sql", "custom"),
        ("objects", "custom"),
        ("e164", "digits"),
        ("facebook/218", "instagram/218"),
        ("unix_millis", "unix_seconds"),
        ("scrub", "token"),
        ("null", "token"),
    ],
};

fn bytes(map: &DataMap) -> String {
    serde_json::to_string(map).unwrap()
}

#[test]
fn the_bytes_hold_all_that_the_file_says_and_nothing_else() {
    FORMAT.prove(FULL);
}

#[test]
fn a_default_is_the_same_written_out() {
    let short = linked(
        "identifiers = { email = \"mail\" }\nevents = { created = \"at\" }\nfields.body = {}\n\
         owned_by = { field = \"person_id\", of = \"people\" }\n",
    );
    let long = "[stores.crm]\nkind = \"sql\"\n".to_owned()
        + &linked(
            "store = \"crm\"\ntable = \"notes\"\nformerly = []\nwhere = {}\ntenant_root = false\n\
             identifiers = { email = [{ field = [\"mail\"], stored = \"any\" }] }\n\
             events = { created = { field = \"at\", as = \"timestamp\" } }\n\
             fields.body = { mask = \"null\", keep = false }\nowns = []\nmentions = []\n\
             owned_by = [{ field = [\"person_id\"], of = \"people\", prefix = false, where = {}, \
             clear = [\"person_id\"], erase_record = false }]\n",
        );
    let bytes = |text: &str| bytes(&DataMap::from_toml(text).unwrap());
    assert_eq!(bytes(&short), bytes(&long));
}
