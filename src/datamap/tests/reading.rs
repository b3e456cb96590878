//! What the format says, and what a map makes of it.

use super::*;

#[test]
fn reads_every_part_of_the_format() {
    let map = DataMap::from_toml(CRM).unwrap();
    assert_eq!(map.stores().iter().map(StoreName::name).collect::<Vec<_>>(), ["crm", "media"]);
    assert!(map.has_tenants());
    let contacts = map.collection("contacts").unwrap();
    assert_eq!(contacts.formerly(), ["people", "contacts"]);
    assert_eq!(contacts.table(), "crm_contacts");
    assert_eq!(contacts.conditions(), [Condition::new("kind", [Value::from("person")])]);
    assert_eq!(contacts.subject(), Some("contact"));
    assert_eq!(contacts.tenant(), Some("account_id"));
    let identifiers: Vec<_> =
        contacts.identifiers().iter().map(|one| (one.kind().as_str(), one.field(), one.stored())).collect();
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
    assert_eq!(agents.identifiers()[0].namespace(), Some(&"facebook/218".parse().unwrap()));

    let links = map.collection("messages").unwrap().links();
    assert_eq!(links[0].conditions(), [Condition::new("sender_type", [Value::from("Contact")])]);
    assert_eq!(links[1].cleared(), ["conversation_id", "subject_line"].map(Cleared::null));
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
    assert!(map.warnings().iter().all(|warning| warning.at.contains("line 23, collection `contacts`")));
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
fn both_roads_end_in_the_same_map() {
    let text = linked(
        "formerly = \"remarks\"\ntenant = \"t\"\nevents = { created = \"c\" }\nfields.body = { mask = \"scrub\" }\n\
         owned_by = [{ field = \"p\", of = \"people\" }]\nmentions = [{ field = \"m\", of = \"people.login\" }]\n",
    );
    let built = DataMap::builder()
        .with_collection(
            Collection::builder("people", "contacts".parse().unwrap()).with_key(["id"]).as_subject("contact"),
        )
        .with_collection(
            Collection::builder("notes", "notes".parse().unwrap())
                .formerly("remarks")
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
