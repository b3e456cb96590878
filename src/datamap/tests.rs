//! What the file's reader and the map's rules accept and refuse, seen from outside.

use proptest::prelude::*;

use super::*;
use crate::finding::Finding;

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

#[test]
fn reads_every_part_of_the_format() {
    let map = DataMap::from_toml(CRM).unwrap();
    assert_eq!(map.stores().iter().map(StoreName::name).collect::<Vec<_>>(), ["crm", "media"]);
    assert!(map.has_tenants());
    let contacts = map.collection("contacts").unwrap();
    assert_eq!(contacts.table(), "crm_contacts");
    assert_eq!(contacts.conditions(), [Condition::new("kind", [Value::from("person")])]);
    assert_eq!(contacts.subject(), Some("contact"));
    assert_eq!(contacts.tenant(), Some("account_id"));
    let identifiers: Vec<_> =
        contacts.identifiers().iter().map(|one| (one.kind(), one.field(), one.stored())).collect();
    assert_eq!(
        identifiers,
        [
            ("phone", "phone_number", Stored::E164),
            ("email", "email", Stored::Any),
            ("wa_id", "wa_id", Stored::Any),
            ("wa_id", "old_wa_id", Stored::Any),
        ]
    );
    assert_eq!(contacts.event("last_message").unwrap().form(), EventForm::UnixMillis);
    assert_eq!(contacts.event("created").unwrap().field(), "created_at");
    let names: Vec<_> = contacts.fields().iter().map(Field::name).collect();
    assert_eq!(names, ["name", "notes", "tax_id", "status"], "fields keep the file's order");
    assert_eq!(contacts.field("notes").unwrap().mask(), &Mask::Scrub);
    assert_eq!(contacts.field("tax_id").unwrap().category().unwrap().as_str(), "billing");
    assert!(contacts.field("status").unwrap().is_kept());

    let agents = map.collection("agents").unwrap();
    assert_eq!(agents.key(), ["account_id", "login"]);
    assert_eq!(agents.identifiers()[0].namespace(), Some(("facebook", "218")));

    let links = map.collection("messages").unwrap().links();
    assert_eq!(links[0].conditions(), [Condition::new("sender_type", [Value::from("Contact")])]);
    assert_eq!(links[1].cleared_fields(), ["conversation_id", "subject_line"]);
    assert_eq!((links[2].role(), links[2].release()), (Role::Mentions, &Release::EraseRecord));
    assert_eq!(map.target_fields(&links[2]), ["account_id", "login"]);

    let invoices = map.collection("invoices").unwrap();
    assert_eq!(invoices.field("buyer_name").unwrap().mask(), &Mask::Constant(Value::from("gone")));
    assert_eq!(invoices.field("buyer_ip").unwrap().mask(), &Mask::Prefix(3));

    let media = map.collection("media").unwrap();
    assert_eq!((media.key(), media.store), (&["key".to_owned()][..], 1));
    assert_eq!(media.links()[0].target(), &Target::field_of("attachments", "object_key"));
    assert_eq!(map.target_fields(&media.links()[0]), ["object_key"]);
    assert_eq!(map.collection_index("media"), Some(7));
    assert_eq!(map.collection_index("medium"), None);
}

#[test]
fn warnings_stay_with_a_valid_map() {
    let map = DataMap::from_toml(CRM).unwrap();
    assert_eq!(map.warnings().len(), 2, "one for each wa_id field: {}", map.warnings());
    assert!(map.warnings().iter().all(|warning| warning.at.contains("line 22, collection `contacts`")));
}

#[test]
fn without_stores_there_is_one_database() {
    let map = DataMap::from_toml(PEOPLE).unwrap();
    assert_eq!((map.stores()[0].name(), map.stores()[0].kind()), ("crm", StoreKind::Sql));
}

#[test]
fn values_of_conditions_keep_their_types() {
    let text = linked(
        "where = { a = 1, b = [true, \"x\"], c = 1.5, d = 0xFF, e = 2020-01-01, f = { null = true } }\n\
         owned_by = [{ field = \"p\", of = \"people\" }]\n",
    );
    let map = DataMap::from_toml(&text).unwrap();
    let expected = [
        Condition::new("a", [Value::Integer(1)]),
        Condition::new("b", [Value::Boolean(true), Value::from("x")]),
        Condition::new("c", [Value::Real(1.5)]),
        Condition::new("d", [Value::Integer(255)]),
        Condition::new("e", [Value::from("2020-01-01")]),
        Condition::new("f", [Value::Null]),
    ];
    assert_eq!(map.collection("notes").unwrap().conditions(), expected);
}

#[test]
fn a_name_with_dots_is_a_collection_before_it_is_a_field() {
    let people = PEOPLE.replace("\"people\"", "\"crm.people\"");
    let notes = |of: &str| {
        format!(
            "{people}[[collection]]\nname = \"notes\"\nkey = \"id\"\ncategory = \"n\"\n\
             owned_by = [{{ field = \"p\", of = \"{of}\" }}]\n"
        )
    };
    let target =
        |of: &str| DataMap::from_toml(&notes(of)).unwrap().collections()[1].links()[0].target().clone();
    assert_eq!(target("crm.people"), Target::key_of("crm.people"));
    assert_eq!(target("crm.people.email"), Target::field_of("crm.people", "email"));
    only(&notes("crm.peple"), &["collection that is not there", "write `crm.people`"]);
}

#[test]
fn unknown_keys_are_found_at_every_level() {
    let text = format!(
        "version = 1\n[stores.crm]\nkind = \"sql\"\nurl = \"x\"\n{PEOPLE}sujbect = \"x\"\n\
         identifiers = {{ email = {{ field = \"e\", sotred = \"any\" }} }}\n\
         events = {{ created = {{ field = \"c\", form = \"date\" }} }}\n\
         fields.a = {{ maks = \"null\" }}\nfields.b.mask = {{ constant = 1, x = 2 }}\n\
         owned_by = [{{ field = \"p\", of = \"people\", wher = {{}} }}]\n"
    );
    let found = findings(&text);
    let words: Vec<&str> = found.iter().map(|finding| finding.words.as_str()).collect();
    assert_eq!(words, ["version", "url", "sujbect", "sotred", "form", "maks", "x", "wher"]);
    let nouns = [
        "the data map",
        "a store",
        "a collection",
        "an identifier",
        "an event",
        "a field",
        "a mask",
        "a link",
    ];
    for (finding, noun) in found.iter().zip(nouns) {
        assert_eq!(finding.problem, format!("this is not a key of {noun}"));
    }
    assert!(found[2].remedy.contains("`subject`") && found[2].at.contains("line 10, collection `people`"));
    assert!(found[3].remedy.contains("`stored`"));
}

#[test]
fn wrong_types_are_found_at_every_level() {
    for (text, says) in [
        ("stores = 1\n".to_owned() + PEOPLE, "`stores`: expected a table, found a number"),
        ("[stores]\ncrm = \"sql\"\n".to_owned() + PEOPLE, "`crm`: expected a table, found text"),
        ("[stores.crm]\n".to_owned() + PEOPLE, "`kind` is missing"),
        ("[stores.crm]\nkind = \"sqll\"\n".to_owned() + PEOPLE, "did you mean `sql`?"),
        ("[collection]\nname = \"a\"\n".to_owned(), "write [[collection]], with two brackets"),
        ("collection = [1]\n".to_owned(), "collection no. 1"),
        (people_and("table = 1\n"), "`table`: expected text, found a number"),
        (people_and("where = \"a\"\n"), "`where`: expected a table, found text"),
        (people_and("where = { a = [[1]] }\n"), "found a list"),
        (people_and("where = { a = { null = false } }\n"), "says nothing"),
        (people_and("where = { a = 99999999999999999999 }\n"), "64 bits"),
        (people_and("where = { a = nan }\n"), "finite"),
        (people_and("tenant_root = \"yes\"\n"), "expected true or false, found text"),
        (people_and("identifiers = [\"phone\"]\n"), "expected a table, found a list"),
        (people_and("identifiers = { email = 3 }\n"), "expected text, found a number"),
        (people_and("identifiers = { email = {} }\n"), "`field` is missing"),
        (people_and("identifiers = { email = { field = [] } }\n"), "names no field"),
        (people_and("identifiers = { asid = { field = \"a\", namespace = \"218\" } }\n"), "facebook/"),
        (people_and("events = { created = { field = \"c\", as = \"unix\" } }\n"), "`unix_seconds`"),
        (people_and("events = { created = {} }\n"), "`field` is missing"),
        (people_and("fields = [\"name\"]\n"), "expected a table, found a list"),
        (people_and("fields.name = \"scrub\"\n"), "expected a table, found text"),
        (people_and("fields.name = { category = \"Meta..x\" }\n"), "not a category name"),
        (people_and("fields.name = { mask = \"nul\" }\n"), "did you mean `null`?"),
        (people_and("fields.name = { mask = \"constant\" }\n"), "write { constant = \"…\" }"),
        (people_and("fields.name = { mask = {} }\n"), "not one mask"),
        (people_and("fields.name = { mask = { prefix = -1 } }\n"), "from 0 up"),
        (people_and("fields.name = { mask = { prefix = 3, constant = 1 } }\n"), "not one mask"),
        (people_and("fields.name = { mask = \"null\", keep = true }\n"), "kept and masked"),
        (people_and("fields.name = { category = \"c\", keep = true }\n"), "kept and masked"),
        (linked("owned_by = \"people\"\n"), "expected a table, found text"),
        (linked("owned_by = [{ of = \"people\" }]\n"), "`field` is missing"),
        (linked("mentions = [{ field = \"p\" }]\n"), "`of` is missing"),
        (linked("owned_by = [{ field = 3, of = \"people\" }]\n"), "expected text"),
        (
            linked("owned_by = [{ field = \"p\", of = \"people\", clear = [\"p\"], erase_record = true }]\n"),
            "both `clear` and `erase_record`",
        ),
    ] {
        only(&text, &["error: ", says]);
    }
}

#[test]
fn what_is_missing_is_said_once() {
    let found = problems("[[collection]]\n");
    assert_eq!(found.len(), 4, "{found:#?}");
    for key in ["`name`", "`category`", "`key`", "`subject`"] {
        assert!(found.iter().any(|finding| finding.contains(key)), "{key} in {found:#?}");
    }
    only("", &["no collection"]);
    only("[stores.crm]\nkind = \"sql\"\n", &["no collection"]);
}

#[test]
fn stores_must_be_known() {
    let two = "[stores.a]\nkind = \"sql\"\n[stores.b]\nkind = \"sql\"\n[[collection]]\nname = \"o\"\nkey = \"id\"\n\
               category = \"c\"\nsubject = \"s\"\nstore = \"b\"\n";
    only(&format!("{two}{PEOPLE}store = \"A\"\n"), &["no store has this name", "did you mean `a`?"]);
    let found = problems(&format!("{two}{PEOPLE}"));
    assert!(
        found.iter().any(|one| one.contains("`store` is missing") && one.contains("`a`, `b`")),
        "{found:#?}"
    );
    let unused = "[stores.a]\nkind = \"sql\"\n[stores.b]\nkind = \"objects\"\n".to_owned() + PEOPLE;
    only(&unused, &["warning: ", "store `b`", "no collection lies in"]);
}

#[test]
fn a_key_is_needed_except_for_objects() {
    let without = PEOPLE.replace("key = \"id\"\n", "");
    only(&without, &["`key` is missing"]);
    for (kind, count) in [("sql", 1), ("custom", 1), ("objects", 0)] {
        assert_eq!(problems(&format!("[stores.s]\nkind = \"{kind}\"\n{without}")).len(), count, "{kind}");
    }
    only(&PEOPLE.replace("\"id\"", "[]"), &["a key without fields"]);
    only(&PEOPLE.replace("\"id\"", "[\"a\", \"a\"]"), &["the same field twice"]);
    only(&PEOPLE.replace("\"id\"", "\" id\""), &["not the name of a field"]);
    only(&PEOPLE.replace("\"id\"", "\"a, b\""), &["warning: ", "with a comma"]);
}

#[test]
fn names_are_unique_and_sane() {
    only(&format!("{PEOPLE}{PEOPLE}"), &["two collections of this name, the first on line 1"]);
    only(&PEOPLE.replace("people", "peo ple"), &["not a name for a collection"]);
    only(&PEOPLE.replace("\"contact\"", "\"Contact\""), &["not the name of a kind", "`subject`"]);
    only(&people_and("identifiers = { \"E-Mail\" = \"e\" }\n"), &["not the name of a kind"]);
    only(&people_and("identifiers = { emial = \"e\" }\n"), &["warning: ", "write `email`"]);
    for own in ["loyalty_card", "account_id", "waba_id", "phone_number_id", "business_id", "ig_id"] {
        let found = problems(&people_and(&format!("identifiers = {{ {own} = \"e\" }}\n")));
        assert!(found.is_empty(), "{found:#?}");
    }
    only(&people_and("identifiers = { wa_di = { field = \"e\" } }\n"), &["warning: ", "write `wa_id`"]);
}

#[test]
fn links_lead_somewhere_and_fit() {
    only(
        &linked("owned_by = [{ field = \"p\", of = \"poeple\" }]\n"),
        &["line 10, collection `notes`, `owned_by`", "not there", "it says `poeple`", "write `people`"],
    );
    let tabled = linked("owned_by = [{ field = \"p\", of = \"dbo.users\" }]\n")
        .replace("name = \"people\"", "name = \"people\"\ntable = \"dbo.users\"");
    only(&tabled, &["write `people`, the name of the collection in that table"]);
    only(
        &linked("owned_by = [{ field = [\"a\", \"b\"], of = \"people\" }]\n"),
        &["2 fields cannot point to the key of `people`, 1 field"],
    );
    only(
        &linked("owned_by = [{ field = [\"a\", \"b\"], of = \"people.email\" }]\n"),
        &["2 fields cannot point"],
    );
    only(&linked("owned_by = [{ field = [], of = \"people\" }]\n"), &["without a field"]);
    let composite = linked("owned_by = [{ field = \"a\", of = \"people\" }]\n").replacen(
        "key = \"id\"",
        "key = [\"x\", \"y\"]",
        1,
    );
    only(&composite, &["1 field cannot point to the key of `people`, 2 fields"]);
}

#[test]
fn what_is_cleared_can_be_cleared() {
    let clear =
        |clear: &str| linked(&format!("owned_by = [{{ field = \"p\", of = \"people\", {clear} }}]\n"));
    only(&clear("clear = []"), &["warning: ", "lets go of nothing", "`p`"]);
    only(&clear("clear = [\"q\"]"), &["warning: ", "keeps pointing"]);
    only(&clear("clear = [\"p\", \"id\"]"), &["error: ", "a field of the key cannot be cleared"]);
    assert!(problems(&clear("clear = [\"p\", \"q\"]")).is_empty());
    assert!(problems(&clear("erase_record = true")).is_empty());
    let join = "[[collection]]\nname = \"tags\"\nkey = [\"p\", \"tag\"]\ncategory = \"c\"\n\
                owned_by = [{ field = \"p\", of = \"people\" }]\n";
    assert!(problems(&people_and(join)).is_empty(), "a join table's link is part of its key");
    let own = "where = { kind = 1 }\ntenant = \"t\"\nowned_by = [{ field = \"p\", of = \"people\", clear = [\"p\", \"t\", \"kind\"] }]\n";
    let found = problems(&linked(own));
    assert_eq!(found.len(), 2, "{found:#?}");
    assert!(found[0].contains("leave its tenant") && found[1].contains("no longer meets"));
}

#[test]
fn masks_leave_records_findable() {
    let with =
        |field: &str| people_and(&format!("tenant = \"t\"\nwhere = {{ type = \"p\" }}\nfields.{field}\n"));
    only(&with("id = {}"), &["a mask on the key"]);
    only(&with("t = { mask = \"token\" }"), &["a mask on the tenant"]);
    only(&with("type = {}"), &["a mask on a field of `where`"]);
    only(&with("a = { mask = { prefix = 0 } }"), &["leaves nothing"]);
    only(&with("a = { mask = { prefix = 1000000 } }"), &["leaves nothing, or everything"]);
    for kept in ["id = { keep = true }", "t.keep = true", "a = { mask = { prefix = 32 } }"] {
        assert!(problems(&with(kept)).is_empty(), "{kept}");
    }
}

#[test]
fn one_row_belongs_to_one_collection() {
    let two = |first: &str, second: &str| {
        PEOPLE.replace("people\"\n", &format!("people\"\ntable = \"t\"\n{first}\n"))
            + &PEOPLE.replace("people\"\n", &format!("staff\"\ntable = \"t\"\n{second}\n"))
    };
    for (first, second) in [
        ("", ""),
        ("where = { a = 1 }", ""),
        ("where = { a = 1 }", "where = { b = 2 }"),
        ("where = { a = [1, 2] }", "where = { a = [2, 3] }"),
        ("where = { a = 1 }", "where = { a = \"1\" }"),
        ("where = { a = { null = true } }", "where = { a = { null = true } }"),
    ] {
        only(&two(first, second), &["collection `staff`", "`people`", "count twice"]);
    }
    for (first, second) in [
        ("where = { a = 1 }", "where = { a = 2 }"),
        ("where = { a = 1, b = 1 }", "where = { a = 1, b = 2 }"),
        ("where = { a = 1 }", "where = { a = { null = true } }"),
    ] {
        assert!(problems(&two(first, second)).is_empty(), "{first} {second}");
    }
    only(&people_and("where = { a = [] }\n"), &["no row meets"]);
}

#[test]
fn spellings_and_namespaces_fit_their_kinds() {
    let with = |identifier: &str| people_and(&format!("identifiers = {{ {identifier} }}\n"));
    only(&with("phone = \"p\""), &["warning: ", "no plain index", "stored = \"e164\""]);
    only(&with("asid = \"a\""), &["warning: ", "namespace"]);
    only(&with("email = { field = \"e\", stored = \"digits\" }"), &["error: ", "only phone numbers have"]);
    only(&with("loyalty_card = { field = \"e\", stored = \"any\" }"), &["error: ", "several spellings"]);
    only(&with("phone = { field = \"p\", stored = \"e164\", namespace = \"facebook/1\" }"), &["everywhere"]);
    only(&with("asid = { field = \"a\", namespace = \"facebook/\" }"), &["not a namespace"]);
    only(&with("email = [\"e\", \"e\"]"), &["the same field twice"]);
    let mixed = with(
        "phone = [{ field = [\"a\", \"b\"], stored = \"digits\" }, { field = \"c\", stored = \"e164\" }]",
    );
    let map = DataMap::from_toml(&mixed).unwrap();
    let fields: Vec<_> =
        map.collections()[0].identifiers().iter().map(|one| (one.field(), one.stored())).collect();
    assert_eq!(fields, [("a", Stored::Digits), ("b", Stored::Digits), ("c", Stored::E164)]);
}

#[test]
fn tenants_have_one_field() {
    let root = |rest: &str| people_and(&format!("tenant_root = true\n{rest}"));
    only(&root("").replace("\"id\"", "[\"a\", \"b\"]"), &["a tenant with a key of several fields"]);
    only(&root("tenant = \"parent\"\n"), &["lies in another one"]);
    assert!(problems(&root("tenant = \"id\"\n")).is_empty());
}

#[test]
fn every_collection_is_reached_by_somebody() {
    only(&linked(""), &["error: ", "collection `notes`", "no subject can reach"]);
    for reached in [
        "tenant = \"t\"\n",
        "tenant_root = true\n",
        "owned_by = [{ field = \"p\", of = \"people\" }]\n",
        "mentions = [{ field = \"p\", of = \"people\" }]\n",
    ] {
        assert!(problems(&linked(reached)).is_empty(), "{reached}");
    }
    only(&linked("owns = [{ field = \"p\", of = \"people\" }]\n"), &["no subject can reach"]);
    only(&linked("owned_by = [{ field = \"n\", of = \"notes\" }]\n"), &["no subject can reach"]);
    let further = |role: &str, link: &str| {
        linked(&format!("{role} = [{{ field = \"p\", of = \"people\" }}]\n"))
            + &format!("[[collection]]\nname = \"files\"\nkey = \"id\"\ncategory = \"c\"\n{link}\n")
    };
    let to_notes = "owned_by = [{ field = \"n\", of = \"notes\" }]";
    assert!(problems(&further("owned_by", to_notes)).is_empty());
    only(&further("mentions", to_notes), &["warning: ", "collection `files`", "nobody owns its records"]);
    only(
        &further("mentions", "mentions = [{ field = \"n\", of = \"notes\" }]"),
        &["warning: ", "belong to nobody"],
    );
    let group = further("owned_by", "").replace(
        "category = \"notes\"\n",
        "category = \"notes\"\nowns = [{ field = \"f\", of = \"files\" }]\n",
    );
    assert!(problems(&group).is_empty(), "owned through memberships");
}

#[test]
fn nobody_at_all_is_an_error_unless_tenants_hold_everything() {
    let nobody = PEOPLE.replace("subject = \"contact\"\n", "");
    only(&nobody, &["no collection has a `subject`", "`people`"]);
    assert!(problems(&(nobody + "tenant = \"t\"\n")).is_empty());
}

#[test]
fn identifiers_lead_to_somebody() {
    let identifiers = "identifiers = { email = \"e\" }\n";
    let owned = "owned_by = [{ field = \"p\", of = \"people\" }]\n";
    only(&linked(&format!("{identifiers}tenant = \"t\"\n")), &["error: ", "lead to nobody"]);
    assert!(problems(&linked(&format!("{identifiers}{owned}"))).is_empty());
}

#[test]
fn everything_is_found_in_one_go() {
    let text = CRM
        .replace("tenant_root = true", "tenant_rot = true")
        .replace("store = \"crm\"", "store = \"cmr\"")
        .replace("as = \"unix_millis\"", "as = \"unix\"")
        .replace("mask = \"scrub\"", "mask = \"srcub\"")
        .replace("of = \"conversations\"", "of = \"convresations\"")
        .replace("{ prefix = 3 }", "{ prefix = 0 }")
        .replace("key = \"id\"\ncategory = \"billing\"", "category = \"billing\"");
    let (map, findings) = read(&text);
    let errors: Vec<_> = findings.errors().map(|finding| finding.at.clone()).collect();
    assert!(errors.len() >= 8, "{findings}");
    for words in ["`tenant_rot`", "`store`", "`as`", "`mask`", "`owned_by`", "`buyer_ip`", "`invoices`"] {
        assert!(errors.iter().any(|at| at.contains(words)), "{words} is missing in {errors:#?}");
    }
    let lines: Vec<usize> = errors
        .iter()
        .filter_map(|at| at.strip_prefix("datamap.toml, line ")?.split(',').next()?.parse().ok())
        .collect();
    assert!(lines.is_sorted() && lines.len() == errors.len(), "{errors:#?}");
    assert_eq!(map.unwrap().collections().len(), 8, "the rest can still be compared with a policy");
    let error = DataMap::from_toml(&text).unwrap_err();
    assert_eq!(error.findings(), &findings);
    assert_eq!(error.to_string(), findings.to_string());
}

#[test]
fn both_roads_end_in_the_same_map() {
    let text = linked(
        "tenant = \"t\"\nevents = { created = \"c\" }\nfields.body = { mask = \"scrub\" }\n\
         owned_by = [{ field = \"p\", of = \"people\" }]\nmentions = [{ field = \"m\", of = \"people.login\" }]\n",
    );
    let built = DataMap::builder()
        .with_collection(
            Collection::builder("people", "contacts".parse().unwrap()).with_key(["id"]).as_subject("contact"),
        )
        .with_collection(
            Collection::builder("notes", "notes".parse().unwrap())
                .with_key(["id"])
                .with_tenant("t")
                .with_event(Event::new("created", "c"))
                .with_field(Field::new("body").with_mask(Mask::Scrub))
                .owned_by("p", Target::key_of("people"))
                .mentions("m", Target::field_of("people", "login")),
        )
        .build()
        .unwrap();
    assert_eq!(built, DataMap::from_toml(&text).unwrap());
}

#[test]
fn what_is_built_in_rust_is_checked_too() {
    let category = || "c".parse().unwrap();
    let error = DataMap::builder()
        .with_store("crm", StoreKind::Sql)
        .with_store("crm", StoreKind::Objects)
        .with_collection(
            Collection::builder("people", category())
                .with_key::<&str>([])
                .with_store("crm")
                .as_subject("contact")
                .with_condition(Condition::new("a", []))
                .with_event(Event::new("created", "a"))
                .with_event(Event::new("created", "b"))
                .with_field(Field::new("x").kept().with_mask(Mask::Token))
                .with_field(Field::new("y"))
                .with_field(Field::new("y"))
                .owns("x", Target::key_of("nowhere")),
        )
        .with_collection(Collection::builder("", category()).with_key(["id"]).with_store("crm"))
        .build()
        .unwrap_err();
    let shown = error.to_string();
    for words in [
        "store `crm`: two stores of this name",
        "collection `people`, `key`: a key without fields",
        "a condition without values",
        "`created`: an event declared twice",
        "`x`: kept and masked at once",
        "`y`: a field declared twice",
        "collection `people`, `owns`: a link to a collection that is not there",
        "a collection without a name, `name`: not a name for a collection",
        "no subject can reach",
    ] {
        assert!(shown.contains(words), "`{words}` is not in\n{shown}");
    }
    assert!(!shown.contains("datamap.toml"), "nothing was read from a file: {shown}");
    assert!(DataMap::builder().build().is_err());
}

#[test]
fn hostile_names_do_not_reach_the_terminal() {
    let text = "\"\\u001b[2J\" = 1\n[[collection]]\nname = \"a\\nb\\u001b\"\n";
    let shown = problems(text).concat();
    assert!(!shown.contains('\u{1b}') && !shown.contains('\n'), "{shown:?}");
    let long = format!("{} = 1\n", "x".repeat(1_000_000));
    assert!(problems(&long).concat().len() < 2_000);
}

#[test]
fn a_large_map_is_read() {
    let mut text = PEOPLE.to_owned();
    for index in 0..2_000 {
        let of = if index == 0 { "people".to_owned() } else { format!("c{}", index - 1) };
        text += &format!(
            "[[collection]]\nname = \"c{index}\"\nkey = \"id\"\ncategory = \"c\"\n\
             owned_by = [{{ field = \"p\", of = \"{of}\" }}]\n"
        );
    }
    assert_eq!(DataMap::from_toml(&text).unwrap().collections().len(), 2_001);
}

proptest! {
    #[test]
    fn no_text_panics(text in "\\PC*") {
        let _ = read(&text);
    }

    #[test]
    fn no_damage_to_a_map_panics(at in 0..CRM.len(), length in 0..40_usize, with in "[\\PC\n]{0,8}") {
        let end = (at + length).min(CRM.len());
        let text = format!("{}{with}{}", &CRM[..at], &CRM[end..]);
        let (map, findings) = read(&text);
        prop_assert!(map.is_some() || findings.has_errors());
    }

    #[test]
    fn no_value_in_any_place_panics(line in 0..80_usize, value in "(1|true|\"\"|\"x\"|\\[\\]|\\{\\}|\\[1\\]|\\{a=1\\}|nan|1979-05-27)") {
        let text: Vec<String> = CRM
            .lines()
            .enumerate()
            .map(|(index, old)| match old.split_once(" = ") {
                Some((key, _)) if index == line => format!("{key} = {value}"),
                _ => old.to_owned(),
            })
            .collect();
        let _ = read(&text.join("\n"));
    }
}

#[test]
fn answers_are_read_and_belong_to_their_store() {
    let map = DataMap::from_toml(&format!(
        "[stores.crm]\nkind = \"sql\"\n[stores.crm.not_personal]\nschema_migrations = \"ours\"\n\"tmp_*\" = \"emptied\"\n\
         [stores.crm.cascades]\n\"notes.person_id\" = \"promised\"\n{PEOPLE}\
         [collection.fields]\nnote_hash = {{ not_personal = \"salted\" }}\n"
    ))
    .unwrap();
    let answers: Vec<(Topic, &str, &str)> =
        map.stores()[0].answers().iter().map(|it| (it.topic(), it.about(), it.reason())).collect();
    assert_eq!(
        answers,
        [
            (Topic::NotPersonal, "schema_migrations", "ours"),
            (Topic::NotPersonal, "tmp_*", "emptied"),
            (Topic::Cascades, "notes.person_id", "promised"),
        ]
    );
    let field = map.collection("people").unwrap().field("note_hash").unwrap();
    assert!(field.is_kept());
    assert_eq!(field.reason(), Some("salted"));
}

#[test]
fn answers_that_make_no_sense_are_reported() {
    let with = |answers: &str, people: &str| {
        format!("[stores.crm]\nkind = \"sql\"\n[stores.crm.{answers}\n{PEOPLE}{people}")
    };
    let name = "[collection.fields]\nname = {}\n";
    only(&with("not_personal]\nlogs = \" \"", ""), &["line 4", "without a reason", "`logs`"]);
    only(&with("not_personal]\nlogs = 1", ""), &["line 4", "expected text"]);
    only(&with("not_personal]\n\"*.*\" = \"all\"", ""), &["an answer to everything"]);
    only(&with("not_personal]\npeople = \"no\"", ""), &["the table of collection `people`"]);
    only(&with("not_personal]\n\"people.name\" = \"no\"", name), &["personal in collection `people`"]);
    only(&with("not_linked]\nlogs = \"no\"", ""), &["names no column"]);
    only(&with("not_persnal]\nlogs = \"no\"", ""), &["did you mean `not_personal`?"]);
    let field = |text: &str| people_and(&format!("[collection.fields]\nname = {{ {text} }}\n"));
    only(&field("not_personal = \"\""), &["without a reason"]);
    only(&field("not_personal = \"x\", mask = \"token\""), &["not personal and masked at once"]);
    only(&field("not_personal = \"x\", keep = false"), &["not personal and masked at once"]);
    only(
        &people_and(
            "identifiers = { email = \"mail\" }\n[collection.fields]\nmail = { not_personal = \"x\" }\n",
        ),
        &["an identifier of this collection"],
    );
    let unknown =
        DataMap::builder().with_answer("other", Answer::new(Topic::NotPersonal, "logs", "r")).build();
    assert!(unknown.unwrap_err().to_string().contains("a store that the map does not name"));
}
