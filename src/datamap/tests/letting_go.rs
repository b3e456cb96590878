//! What links let go of, for which rows they hold, and what is declared without effect.

use super::*;

/// The map with one collection of people who are told by tenant and number, and one of notes.
fn in_tenants(rest: &str) -> String {
    PEOPLE.replace("key = \"id\"", "key = [\"tenant\", \"id\"]\ntenant = \"tenant\"")
        + "[[collection]]\nname = \"notes\"\nkey = \"id\"\ncategory = \"notes\"\ntenant = \"tenant\"\n"
        + rest
}

/// What each link of `notes` clears.
fn cleared(text: &str) -> Vec<Vec<String>> {
    let map = DataMap::from_toml(text).unwrap_or_else(|error| panic!("{text}\n{error}"));
    let links = map.collection("notes").unwrap().links().iter();
    links.map(|link| link.cleared().iter().map(|it| it.field().to_owned()).collect()).collect()
}

#[test]
fn a_link_of_several_fields_clears_what_is_its_alone() {
    for (links, clears) in [
        // Not the tenant.
        ("owned_by = [{ field = [\"tenant\", \"a\"], of = \"people\" }]", vec![vec!["a"]]),
        // Not a field of another link, whichever its role.
        (
            "owned_by = [{ field = [\"x\", \"a\"], of = \"people\" }, { field = [\"x\", \"b\"], of = \"people\" }]",
            vec![vec!["a"], vec!["b"]],
        ),
        (
            "owned_by = [{ field = [\"x\", \"a\"], of = \"people\" }]\nmentions = [{ field = [\"x\", \"b\"], of = \"people\" }]",
            vec![vec!["a"], vec!["b"]],
        ),
        // Two links that never hold on one row share their fields and harm nobody.
        (
            "owned_by = [{ field = [\"x\", \"a\"], of = \"people\", where = { k = 1 } }, { field = [\"x\", \"a\"], of = \"people\", where = { k = { not = 1 } } }]",
            vec![vec!["x", "a"], vec!["x", "a"]],
        ),
        // Not the key.
        ("owned_by = [{ field = [\"id\", \"a\"], of = \"people\" }]", vec![vec!["a"]]),
        // A tenant is never let go of, even by the only field.
        ("owned_by = [{ field = \"tenant\", of = \"people.id\" }]", vec![vec![]]),
        // What the map says, it says.
        (
            "owned_by = [{ field = [\"tenant\", \"a\"], of = \"people\", clear = [\"a\", \"b\"] }]",
            vec![vec!["a", "b"]],
        ),
    ] {
        assert_eq!(cleared(&in_tenants(links)), clears, "{links}");
    }
}

#[test]
fn a_link_without_a_field_of_its_own_asks_what_to_clear() {
    let links = "owned_by = [{ field = [\"tenant\", \"a\"], of = \"people\" }]\nmentions = [{ field = \"a\", of = \"people.id\" }]\n";
    only(&in_tenants(links), &["error: ", "none of these fields is this link's alone", "clear = [", "`a`"]);
    let answered = links.replace("\"people\" }", "\"people\", clear = [\"a\"] }");
    assert!(problems(&in_tenants(&answered)).is_empty());
    // Key and tenant alone: there is nothing to choose from.
    let join = "owned_by = [{ field = [\"tenant\", \"id\"], of = \"people\" }]\n";
    assert!(problems(&in_tenants(join)).is_empty());
}

#[test]
fn a_record_lets_go_with_masks() {
    let link = |clear: &str| {
        linked(&format!("owned_by = [{{ field = \"p\", of = \"people\", clear = {clear} }}]\n"))
    };
    let map =
        DataMap::from_toml(&link("{ p = \"null\", who = { constant = \"\" }, mail = \"token\" }")).unwrap();
    let link_of = |map: &DataMap| map.collection("notes").unwrap().links()[0].clone();
    assert_eq!(
        link_of(&map).cleared(),
        [
            Cleared::null("p"),
            Cleared::new("who", Mask::Constant("".into())),
            Cleared::new("mail", Mask::Token)
        ]
    );
    let as_list = DataMap::from_toml(&link("[\"p\", \"who\"]")).unwrap();
    let as_table = DataMap::from_toml(&link("{ p = \"null\", who = \"null\" }")).unwrap();
    assert_eq!(link_of(&as_list), link_of(&as_table));
    // What may still be the person's is not let go of.
    for (mask, lets_go) in [
        ("\"null\"", true),
        ("{ constant = 0 }", true),
        ("\"token\"", true),
        ("\"pseudonym\"", true),
        ("{ prefix = 3 }", false),
        ("\"scrub\"", false),
    ] {
        let found = problems(&link(&format!("{{ p = {mask} }}")));
        assert_eq!(found.is_empty(), lets_go, "{mask}: {found:#?}");
    }
    only(&link("{ id = { constant = 0 }, p = \"null\" }"), &["error: ", "a field of the key"]);
    only(&link("{ p = \"null\", who = { prefix = 0 } }"), &["error: ", "leaves nothing"]);
    only(&link("{ p = \"nul\" }"), &["error: ", "did you mean `null`?"]);
}

#[test]
fn a_link_beside_a_type_says_for_which() {
    let link = |rest: &str| {
        linked(&format!(
            "owned_by = [{{ field = \"owner_id\", of = \"people\"{rest} }}]\n[collection.fields]\nowner_type = {{ keep = true }}\n"
        ))
    };
    only(&link(""), &["error: ", "`owned_by`", "owner_type", "where = {}"]);
    assert!(problems(&link(", where = {}")).is_empty());
    assert!(problems(&link(", where = { owner_type = \"Person\" }")).is_empty());
    assert!(problems(&link(", where = { owner_type = { ends_with = \"Person\" } }")).is_empty());
    // It is enough that the collection asks, or another link names the type.
    let by_collection =
        "where = { owner_type = 1 }\nowned_by = [{ field = \"owner_id\", of = \"people\" }]\n";
    assert!(problems(&linked(by_collection)).is_empty());
    let by_another = "mentions = [{ field = \"owner_id\", of = \"people\" }]\n\
                      owned_by = [{ field = \"owner_id\", of = \"people\", where = { owner_type = 1 } }]\n";
    only(&linked(by_another), &["error: ", "`mentions`", "owner_type"]);
    let built = |link: Link| {
        let notes = Collection::builder("notes", "c".parse().unwrap())
            .with_key(["id"])
            .with_field(Field::new("owner_type").kept())
            .with_link(link);
        let people =
            Collection::builder("people", "c".parse().unwrap()).with_key(["id"]).as_subject("contact");
        DataMap::builder().with_collection(people).with_collection(notes).build()
    };
    let link = Link::new(Role::OwnedBy, "owner_id", Target::key_of("people"));
    assert!(built(link.clone()).unwrap_err().to_string().contains("owner_type"));
    assert!(built(link.on_every_row()).is_ok());
}

#[test]
fn fields_of_records_that_only_mention_people_have_to_be_cleared() {
    let note = |link: &str, fields: &str| {
        linked(&format!("tenant = \"t\"\n{link}\n[collection.fields]\n{fields}\n"))
    };
    let mention = |rest: &str| format!("mentions = [{{ field = \"p\", of = \"people\"{rest} }}]");
    only(&note(&mention(""), "who = {}"), &["error: ", "`who`", "without effect", "p = \"null\", who = "]);
    assert_eq!(problems(&note(&mention(""), "who = {}\nmail = { mask = \"token\" }")).len(), 2);
    for good in [
        note(&mention(", clear = [\"p\", \"who\"]"), "who = {}"),
        note(&mention(", clear = { p = \"null\", who = { constant = \"\" } }"), "who = {}"),
        note(&mention(", erase_record = true"), "who = {}"),
        note(&mention(""), "who = { keep = true }"),
        note(&mention(""), "who = { not_personal = \"a shift\" }"),
        note("owned_by = [{ field = \"p\", of = \"people\" }]", "who = {}"),
    ] {
        assert!(problems(&good).is_empty(), "{good}\n{:#?}", problems(&good));
    }
}

#[test]
fn conditions_have_more_forms_than_values() {
    let with = |condition: &str| people_and(&format!("where = {{ a = {condition} }}\n"));
    let read = |condition: &str| {
        DataMap::from_toml(&with(condition)).unwrap().collection("people").unwrap().conditions().to_vec()
    };
    let of = |text: &str| [Value::from(text)];
    for (text, conditions) in [
        ("{ starts_with = \"x\" }", vec![Condition::starting_with("a", "x")]),
        ("{ ends_with = \"@g.us\" }", vec![Condition::ending_with("a", "@g.us")]),
        ("{ not = \"x\" }", vec![Condition::new("a", of("x")).negated()]),
        ("{ not = [\"x\", 1] }", vec![Condition::new("a", ["x".into(), 1.into()]).negated()]),
        ("{ not = { null = true } }", vec![Condition::new("a", [Value::Null]).negated()]),
        ("{ not = { ends_with = \"x\" } }", vec![Condition::ending_with("a", "x").negated()]),
        (
            "{ starts_with = \"x\", not = \"xy\" }",
            vec![Condition::starting_with("a", "x"), Condition::new("a", of("xy")).negated()],
        ),
    ] {
        assert_eq!(read(text), conditions, "{text}");
    }
    only(&with("{ starts_with = \"\" }"), &["error: ", "every text"]);
    only(&with("{ starts_with = 1 }"), &["error: ", "expected text"]);
    only(&with("{ not = [] }"), &["error: ", "without values"]);
    let unknown = problems(&with("{ begins_with = \"x\" }"));
    assert!(unknown.iter().any(|it| it.contains("not a key of a condition")), "{unknown:#?}");
    only(&with("{ starts_with = \"x\", ends_with = \"y\", null = true }"), &["no value meets together"]);
    only(&with("{ not = { starts_with = \"x\", ends_with = \"y\" } }"), &["several conditions at once"]);
}

#[test]
fn one_table_is_divided_by_any_condition() {
    let two = |first: &str, second: &str| {
        PEOPLE.replace("people\"\n", &format!("people\"\ntable = \"t\"\nwhere = {{ a = {first} }}\n"))
            + &PEOPLE.replace("people\"\n", &format!("staff\"\ntable = \"t\"\nwhere = {{ a = {second} }}\n"))
    };
    for (first, second) in [
        ("{ ends_with = \"@g.us\" }", "{ not = { ends_with = \"@g.us\" } }"),
        ("{ ends_with = \"@g.us\" }", "{ ends_with = \"@lid\" }"),
        ("\"x\"", "{ not = [\"x\", \"y\"] }"),
        ("{ starts_with = \"ab\" }", "[\"ba\", 7]"),
    ] {
        assert!(problems(&two(first, second)).is_empty(), "{first} {second}");
        assert!(problems(&two(second, first)).is_empty(), "{second} {first}");
    }
    for (first, second) in [
        ("{ starts_with = \"a\" }", "{ starts_with = \"ab\" }"),
        ("{ starts_with = \"a\" }", "{ ends_with = \"a\" }"),
        ("{ not = \"x\" }", "{ not = \"y\" }"),
        ("{ starts_with = \"a\" }", "[\"b\", \"ab\"]"),
    ] {
        only(&two(first, second), &["collection `staff`", "count twice"]);
    }
}

#[test]
fn only_people_are_the_same_person() {
    let leads = |rest: &str| linked(&format!("{rest}same_person = [{{ field = \"p\", of = \"people\" }}]\n"));
    assert!(problems(&leads("subject = \"lead\"\n")).is_empty());
    let map = DataMap::from_toml(&leads("subject = \"lead\"\n")).unwrap();
    assert_eq!(map.collection("notes").unwrap().links()[0].role(), Role::SamePerson);
    only(
        &leads("owned_by = [{ field = \"q\", of = \"people\" }]\n"),
        &["error: ", "`same_person`", "`notes`", "no people"],
    );
}
