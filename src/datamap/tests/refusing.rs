//! What does not fit is said with its place, once, and all in one go.

use super::*;

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
fn a_former_name_is_one_collection_s() {
    let with = |people: &str, notes: &str| {
        linked(&format!("{notes}owned_by = [{{ field = \"p\", of = \"people\" }}]\n"))
            .replace("subject = \"contact\"\n", &format!("subject = \"contact\"\n{people}"))
    };
    for good in [
        with("formerly = [\"persons\", \"contacts\"]\n", "formerly = [\"remarks\"]\n"),
        with("formerly = [\"people\"]\n", "formerly = [\"notes\", \"remarks\"]\n"),
        with("formerly = []\n", ""),
    ] {
        assert!(problems(&good).is_empty(), "{good}");
    }
    only(
        &with("formerly = [\"\"]\n", ""),
        &["error: ", "line 6", "`formerly`", "not a name for a collection"],
    );
    only(&with("formerly = [\"a\", \"a\"]\n", ""), &["error: ", "the same former name twice", "says `a`"]);
    only(
        &with("formerly = [\"a\"]\n", "formerly = [\"b\", \"a\"]\n"),
        &["line 11, collection `notes`, `formerly`", "a former name of collection `people` on line 1"],
    );
    only(
        &with("formerly = [\"notes\"]\n", ""),
        &["line 6, collection `people`", "collection `notes` on line 7 bears this name today"],
    );
    // Two that bear it today are two mistakes, and so are two that claim it beside its bearer.
    assert_eq!(problems(&with("formerly = [\"notes\"]\n", "formerly = [\"people\"]\n")).len(), 2);
    only(&with("formerly = 1\n", ""), &["`formerly`: expected text, found a number"]);
    let built = DataMap::builder()
        .with_collection(
            Collection::builder("people", "c".parse().unwrap())
                .formerly("persons")
                .formerly("persons")
                .with_key(["id"])
                .as_subject("contact"),
        )
        .build();
    assert!(built.unwrap_err().to_string().contains("the same former name twice"));
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
