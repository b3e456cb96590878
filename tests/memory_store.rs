//! The laws of the `Store` contract, on the store in memory: the reference for all others.
#![expect(clippy::unwrap_used, reason = "helpers of tests fail as tests do")]

use std::sync::Arc;

use oubliette::adapter::memory::MemoryStore;
use oubliette::datamap::{Condition, EventForm, Value};
use oubliette::port::{
    Capabilities, Column, ColumnKind, Description, Entropy, EntropyError, FieldMask, Key, OnDelete, Page,
    Place, Record, Reference, Replacement, Schema, SecretKey, Selection, Store, StoreError, StoreErrorKind,
};

fn int(number: i64) -> Value {
    Value::Integer(number)
}

fn place(table: &str) -> Place {
    Place::new(table, ["id".to_owned()], Vec::new())
}

fn names<const N: usize>(names: [&str; N]) -> Vec<String> {
    names.map(str::to_owned).to_vec()
}

fn linked(field: &str, to: Place, to_field: &str, selection: Selection) -> Selection {
    Selection::Linked {
        fields: names([field]),
        to: Arc::new(to),
        to_fields: names([to_field]),
        selection: Box::new(selection),
    }
}

fn null(field: &str) -> Selection {
    Selection::Null { field: field.into() }
}

/// Contacts 1 to 5; the first two have names, the others none.
fn contacts() -> MemoryStore {
    let store = MemoryStore::new().with_table("contacts", ["id"]);
    for id in [3, 1, 5, 2, 4] {
        let name = if id < 3 { Value::from("Ana") } else { Value::Null };
        store.insert("contacts", [("id", int(id)), ("name", name)]).unwrap();
    }
    store
}

async fn ids(store: &MemoryStore, place: &Place, selection: &Selection) -> Vec<Value> {
    let page = Page { after: None, limit: usize::MAX };
    let records = store.read(place, &[], selection, page).await.unwrap();
    records.into_iter().flat_map(|record| record.key.into_values()).collect()
}

fn kind<T: std::fmt::Debug>(result: Result<T, StoreError>) -> StoreErrorKind {
    result.unwrap_err().kind()
}

fn set_to(field: &str, with: Replacement) -> FieldMask {
    FieldMask { field: field.into(), with }
}

// Reading.

#[tokio::test]
async fn pages_go_by_key_and_a_short_page_is_the_last() {
    let store = contacts();
    let mut after: Option<Key> = None;
    let mut seen = Vec::new();
    loop {
        let page = Page { after: after.as_ref(), limit: 2 };
        let records = store
            .read(&place("contacts"), &names(["name", "id", "nothing"]), &Selection::Everything, page)
            .await
            .unwrap();
        for Record { key, values } in &records {
            assert_eq!(values[1], key.values()[0]);
            assert_eq!(values[2], Value::Null);
            seen.push(values[1].clone());
        }
        if records.len() < 2 {
            break;
        }
        after = records.last().map(|record| record.key.clone());
    }
    assert_eq!(seen, [1, 2, 3, 4, 5].map(int));
}

#[tokio::test]
async fn a_set_that_shrinks_while_it_is_read_loses_no_record() {
    let store = contacts();
    let (contacts, all) = (place("contacts"), Selection::Everything);
    let first = store.read(&contacts, &[], &all, Page { after: None, limit: 2 }).await.unwrap();
    let gone = Selection::one_of("id", [int(1), int(2)]);
    assert_eq!(store.erase(&contacts, &gone, 10).await.unwrap(), 2);
    let page = Page { after: Some(&first[1].key), limit: 2 };
    let second = store.read(&contacts, &[], &all, page).await.unwrap();
    assert_eq!(second.iter().map(|r| r.key.values()[0].clone()).collect::<Vec<_>>(), [3, 4].map(int));
}

#[tokio::test]
async fn lookups_by_key_are_paged_like_scans() {
    let store = contacts();
    let page = Page { after: Some(&Key::new([int(1)])), limit: 1 };
    let wanted = Selection::one_of("id", ["4", "1", "2"].map(Value::from));
    let records = store.read(&place("contacts"), &[], &wanted, page).await.unwrap();
    assert_eq!(records.len(), 1);
    assert_eq!(records[0].key, Key::new([int(2)]));
}

#[tokio::test]
async fn a_place_may_have_another_key_than_the_table() {
    let store = MemoryStore::new().with_table("t", ["id"]);
    for (id, code) in [(1, "c"), (2, "a"), (3, "b")] {
        store.insert("t", [("id", int(id)), ("code", code.into())]).unwrap();
    }
    let by_code = Place::new("t", names(["code"]), Vec::new());
    let codes = ids(&store, &by_code, &Selection::Everything).await;
    assert_eq!(codes, ["a", "b", "c"].map(Value::from));
    let page = Page { after: Some(&Key::new([Value::from("a")])), limit: 1 };
    let next = store.read(&by_code, &names(["id"]), &Selection::Everything, page).await.unwrap();
    assert_eq!(next[0].values, [int(3)]);
    let nowhere = Place::new("t", names(["cod"]), Vec::new());
    let page = Page { after: None, limit: 1 };
    let failed = store.read(&nowhere, &[], &Selection::Everything, page).await;
    assert_eq!(kind(failed), StoreErrorKind::Missing);
}

#[tokio::test]
async fn rows_that_do_not_meet_the_conditions_do_not_exist() {
    let store = MemoryStore::new().with_table("t", ["id"]);
    for (id, kind) in [(1, Value::from("person")), (2, Value::from("group")), (3, Value::Null)] {
        store.insert("t", [("id", int(id)), ("kind", kind)]).unwrap();
    }
    let people =
        Place::new("t", names(["id"]), vec![Condition::new("kind", [Value::from("person"), Value::Null])]);
    let all = Selection::Everything;
    assert_eq!(ids(&store, &people, &all).await, [1, 3].map(int));
    assert_eq!(ids(&store, &people, &Selection::one_of("id", [int(2)])).await, []);
    let to_people = linked("id", people.clone(), "id", all.clone());
    assert_eq!(store.count(&place("t"), &to_people).await.unwrap(), 2);
    let mask = [set_to("kind", Replacement::Constant("x".into()))];
    assert_eq!(store.mask(&people, &mask, &all).await.unwrap(), 2);
    assert_eq!(store.erase(&people, &all, 10).await.unwrap(), 0);
    assert_eq!(store.rows("t").len(), 3);
    assert_eq!(store.rows("t")[1]["kind"], "group".into());
}

#[tokio::test]
async fn what_is_not_there_is_said_to_be_missing() {
    let store = contacts();
    let nowhere = place("contact");
    let all = Selection::Everything;
    let page = Page { after: None, limit: 1 };
    assert_eq!(kind(store.count(&nowhere, &all).await), StoreErrorKind::Missing);
    assert_eq!(kind(store.read(&nowhere, &[], &all, page).await), StoreErrorKind::Missing);
    assert_eq!(kind(store.erase(&nowhere, &all, 1).await), StoreErrorKind::Missing);
    let mask = [set_to("name", Replacement::Null)];
    assert_eq!(kind(store.mask(&nowhere, &mask, &all).await), StoreErrorKind::Missing);
    let link = linked("id", nowhere.clone(), "id", all.clone());
    assert_eq!(kind(store.count(&place("contacts"), &link).await), StoreErrorKind::Missing);
    assert_eq!(store.describe(&nowhere).await.unwrap(), Description::Missing);
    assert_eq!(store.describe(&place("contacts")).await.unwrap(), Description::Unknown);
    assert_eq!(kind(store.insert("contact", [("id", int(1))])), StoreErrorKind::Missing);
}

#[tokio::test]
async fn what_is_asked_wrongly_is_refused_and_never_reads_as_nothing_left() {
    let store = contacts();
    let (contacts, all) = (place("contacts"), Selection::Everything);
    let page = Page { after: None, limit: 0 };
    assert!(store.read(&contacts, &[], &all, page).await.is_err());
    assert!(store.erase(&contacts, &all, 0).await.is_err());
    assert!(store.mask(&contacts, &[], &all).await.is_err());
    let uneven = Selection::rows(names(["id", "name"]), vec![vec![int(1)]]);
    assert!(store.erase(&contacts, &uneven.negated(), 10).await.is_err());
    let of_nothing = Selection::rows([], vec![vec![]]);
    assert!(store.erase(&contacts, &of_nothing, 10).await.is_err());
    let link = Selection::Linked {
        fields: names(["id"]),
        to: Arc::new(place("contacts")),
        to_fields: names(["id", "name"]),
        selection: Box::new(all.clone()),
    };
    assert!(store.erase(&contacts, &link.negated(), 10).await.is_err());
    assert_eq!(store.rows("contacts").len(), 5);
}

// Selections.

#[tokio::test]
async fn a_comparison_with_null_is_false_and_its_opposite_is_true() {
    let store = contacts();
    let contacts = place("contacts");
    let named = Selection::one_of("name", ["Ana".into(), Value::Null]);
    assert_eq!(ids(&store, &contacts, &named).await, [1, 2].map(int));
    assert_eq!(ids(&store, &contacts, &named.clone().negated()).await, [3, 4, 5].map(int));
    let link = linked("name", place("contacts"), "name", Selection::Everything);
    assert_eq!(ids(&store, &contacts, &link).await, [1, 2].map(int));
    assert_eq!(ids(&store, &contacts, &link.negated()).await, [3, 4, 5].map(int));
    assert_eq!(ids(&store, &contacts, &null("name").negated()).await, [1, 2].map(int));
    assert_eq!(store.count(&contacts, &Selection::All(vec![])).await.unwrap(), 5);
    assert_eq!(store.count(&contacts, &Selection::Any(vec![])).await.unwrap(), 0);
    assert_eq!(store.count(&contacts, &Selection::Nothing).await.unwrap(), 0);
}

#[tokio::test]
async fn composite_values_are_compared_together() {
    let store = MemoryStore::new().with_table("t", ["a", "b"]);
    for (a, b) in [(1, 1), (1, 2), (2, 1)] {
        store.insert("t", [("a", int(a)), ("b", int(b))]).unwrap();
    }
    let place = Place::new("t", names(["a", "b"]), Vec::new());
    let rows = vec![vec![int(1), "2".into()], vec![int(2), int(2)], vec![int(1), Value::Null]];
    let wanted = Selection::rows(names(["a", "b"]), rows);
    assert_eq!(ids(&store, &place, &wanted).await, [1, 2].map(int));
    let swapped = Selection::rows(names(["b", "a"]), vec![vec![int(1), int(2)]]);
    assert_eq!(ids(&store, &place, &swapped).await, [2, 1].map(int));
}

#[tokio::test]
async fn addresses_and_numbers_match_whatever_their_spelling() {
    let store = MemoryStore::new().with_table("t", ["id"]);
    let held = [
        Value::from(" Ana@Example.COM\n"),
        "ana@example.com.evil".into(),
        "+91 (98765) 43-210".into(),
        "0091.98765.43210".into(),
        int(919_876_543_210),
        "9198765432101".into(),
        "call +919876543210".into(),
        Value::Null,
        Value::Boolean(true),
    ];
    for (id, value) in (1..).zip(held) {
        store.insert("t", [("id", int(id)), ("v", value)]).unwrap();
    }
    let email = Selection::EmailIs { field: "v".into(), addresses: names(["ana@example.com"]) };
    assert_eq!(ids(&store, &place("t"), &email).await, [1].map(int));
    let number = Selection::NumberIs { field: "v".into(), digits: names(["919876543210"]) };
    assert_eq!(ids(&store, &place("t"), &number).await, [3, 4, 5].map(int));
    assert_eq!(store.count(&place("t"), &number.negated()).await.unwrap(), 6);
}

#[tokio::test]
async fn a_moment_that_cannot_be_read_is_before_nothing() {
    let store = MemoryStore::new().with_table("t", ["id"]);
    let held = [
        "2023-12-31T23:59:59.999Z".into(),
        Value::from("2024-01-01"),
        "2024-01-01 01:00:00+02:00".into(),
        "last summer".into(),
        Value::Null,
        int(0),
    ];
    for (id, at) in (1..).zip(held) {
        store.insert("t", [("id", int(id)), ("at", at)]).unwrap();
    }
    let before = Selection::Before {
        field: "at".into(),
        form: EventForm::Timestamp,
        instant: "2024-01-01T00:00:00Z".parse().unwrap(),
    };
    assert_eq!(ids(&store, &place("t"), &before).await, [1, 3, 6].map(int));
    assert_eq!(ids(&store, &place("t"), &before.negated()).await, [2, 4, 5].map(int));
}

#[tokio::test]
async fn a_large_link_takes_one_pass_over_each_table() {
    let store = MemoryStore::new().with_table("people", ["id"]).with_table("messages", ["id"]);
    for id in 0..20_000 {
        store.insert("people", [("id", int(id)), ("boss", int(id / 2))]).unwrap();
        store.insert("messages", [("id", int(id)), ("of", int(id))]).unwrap();
    }
    // A nested loop would need 20 000 cubed comparisons.
    let bosses = linked("boss", place("people"), "id", Selection::Everything);
    let theirs = linked("of", place("people"), "boss", bosses);
    assert_eq!(store.count(&place("messages"), &theirs).await.unwrap(), 10_000);
}

// Capabilities.

#[tokio::test]
async fn a_minimal_store_refuses_all_but_values_of_one_field_or_of_the_key() {
    let store = MemoryStore::with_capabilities(Capabilities::MINIMAL).with_table("t", ["a", "b"]);
    store.insert("t", [("a", int(1)), ("b", int(2)), ("c", int(3))]).unwrap();
    let place = Place::new("t", names(["a", "b"]), vec![Condition::new("c", [int(3)])]);
    let one = Selection::one_of("c", [int(3)]);
    let key = Selection::rows(names(["a", "b"]), vec![vec![int(1), int(2)]]);
    for selection in [&one, &key] {
        assert_eq!(store.count(&place, selection).await.unwrap(), 1);
    }
    let digits = names(["1"]);
    for selection in [
        Selection::Everything,
        Selection::Nothing,
        null("c"),
        Selection::rows(names(["a", "c"]), vec![vec![int(1), int(3)]]),
        Selection::EmailIs { field: "c".into(), addresses: digits.clone() },
        Selection::NumberIs { field: "c".into(), digits },
        Selection::All(vec![one.clone()]),
        Selection::Any(vec![one.clone()]),
        one.clone().negated(),
        linked("a", place.clone(), "a", one.clone()),
    ] {
        let page = Page { after: None, limit: 1 };
        let mask = [set_to("c", Replacement::Null)];
        let answers = [
            store.count(&place, &selection).await.map(|_| ()),
            store.read(&place, &[], &selection, page).await.map(|_| ()),
            store.erase(&place, &selection, 1).await.map(|_| ()),
            store.mask(&place, &mask, &selection).await.map(|_| ()),
        ];
        for answer in answers {
            assert_eq!(kind(answer), StoreErrorKind::Unsupported, "{selection:?}");
        }
    }
    assert_eq!(store.erase(&place, &key, 1).await.unwrap(), 1);
}

#[tokio::test]
async fn a_store_without_links_refuses_them_however_deep() {
    let mut capabilities = Capabilities::FULL;
    capabilities.links = false;
    let store = MemoryStore::with_capabilities(capabilities).with_table("t", ["id"]);
    let link = linked("id", place("t"), "id", Selection::Everything);
    let deep = Selection::Any(vec![Selection::Not(Box::new(Selection::All(vec![link])))]);
    assert_eq!(kind(store.count(&place("t"), &deep).await), StoreErrorKind::Unsupported);
    assert_eq!(store.count(&place("t"), &null("id").negated()).await.unwrap(), 0);
}

#[tokio::test]
async fn a_store_that_cannot_mask_refuses_to() {
    let store = MemoryStore::with_capabilities(Capabilities::FULL.without_masks()).with_table("t", ["id"]);
    store.insert("t", [("id", int(1)), ("name", "Ana".into())]).unwrap();
    let mask = [set_to("name", Replacement::Null)];
    let answer = store.mask(&place("t"), &mask, &Selection::Everything).await;
    assert_eq!(kind(answer), StoreErrorKind::Unsupported);
    assert_eq!(store.rows("t")[0]["name"], "Ana".into());
}

// Erasing and masking.

#[tokio::test]
async fn erasing_takes_the_first_so_many_until_none_are_left() {
    let store = contacts();
    let contacts = place("contacts");
    let clone = store.clone();
    for (answer, left) in [(2, 3), (2, 1), (1, 0), (0, 0)] {
        assert_eq!(store.erase(&contacts, &Selection::Everything, 2).await.unwrap(), answer);
        assert_eq!(clone.rows("contacts").len(), left, "a clone shares the rows");
    }
}

#[tokio::test]
async fn masks_change_the_matching_rows_only_and_may_run_twice() {
    let store = contacts();
    let contacts = place("contacts");
    let masks =
        [set_to("name", Replacement::Pseudonym(SecretKey::new([1; 32]))), set_to("note", Replacement::Token)];
    let one_and_three = Selection::one_of("id", [int(1), int(3)]);
    assert_eq!(store.mask(&contacts, &masks, &one_and_three).await.unwrap(), 2);
    let once = store.rows("contacts");
    assert_eq!(store.mask(&contacts, &masks, &one_and_three).await.unwrap(), 2);
    let twice = store.rows("contacts");
    assert_ne!(once[0]["note"], once[2]["note"], "tokens are fresh for each record");
    assert_eq!(once[0]["name"], twice[0]["name"]);
    assert_ne!(once[0]["name"], "Ana".into());
    assert_eq!(once[1]["name"], "Ana".into());
    assert_eq!(once[2]["name"], Value::Null);
    assert_eq!(once[1]["note"], Value::Null);
}

#[derive(Debug)]
struct NoEntropy;

impl Entropy for NoEntropy {
    fn fill(&self, _: &mut [u8]) -> Result<(), EntropyError> {
        Err(EntropyError)
    }
}

#[tokio::test]
async fn without_randomness_nothing_is_masked() {
    let store = contacts().with_entropy(NoEntropy);
    let mask = [set_to("name", Replacement::Null), set_to("name", Replacement::Token)];
    let error = store.mask(&place("contacts"), &mask, &Selection::Everything).await.unwrap_err();
    assert!(error.is_retryable());
    assert_eq!(store.rows("contacts"), contacts().rows("contacts"));
}

#[tokio::test]
async fn a_masked_key_is_found_by_its_new_value_only() {
    let store = contacts();
    let contacts = place("contacts");
    let mask = [set_to("id", Replacement::Constant("x".into()))];
    let (one, two) = (Selection::one_of("id", [int(1)]), Selection::one_of("id", [int(2)]));
    assert_eq!(store.mask(&contacts, &mask, &one).await.unwrap(), 1);
    assert_eq!(store.count(&contacts, &one).await.unwrap(), 0);
    let new = Selection::one_of("id", [Value::from("x")]);
    assert_eq!(store.count(&contacts, &new).await.unwrap(), 1);
    assert_eq!(kind(store.mask(&contacts, &mask, &two).await), StoreErrorKind::Constraint);
    let to_null = [set_to("id", Replacement::Null)];
    assert_eq!(kind(store.mask(&contacts, &to_null, &two).await), StoreErrorKind::Constraint);
    assert_eq!(store.rows("contacts").len(), 5);
}

// Declared schemas.

fn column(name: &str, kind: ColumnKind, nullable: bool) -> Column {
    Column { name: name.into(), kind, nullable, ..Column::default() }
}

/// Customers 1 and 2; orders 10 and 11 of customer 1, order 12 of customer 2; order 11 replaces order 10.
fn shop(on_delete: OnDelete, nullable: bool) -> MemoryStore {
    let reference = |columns, to: &str, on_delete| Reference {
        table: "orders".into(),
        columns,
        to_columns: names([to]),
        on_delete,
    };
    let customers = Schema {
        columns: vec![
            column("id", ColumnKind::Integer, false),
            column("Code", ColumnKind::Text { limit: Some(4) }, false),
            column("age", ColumnKind::Integer, true),
        ],
        unique: vec![names(["id"]), names(["code"])],
        indexes: Vec::new(),
        referred_by: vec![reference(names(["customer_id"]), "id", on_delete)],
        ..Schema::default()
    };
    let orders = Schema {
        columns: vec![
            column("id", ColumnKind::Integer, false),
            column("customer_id", ColumnKind::Integer, nullable),
            column("replaces", ColumnKind::Integer, true),
        ],
        unique: vec![names(["id"])],
        indexes: Vec::new(),
        referred_by: vec![reference(names(["replaces"]), "id", OnDelete::Refuse)],
        ..Schema::default()
    };
    let store = MemoryStore::new().with_described_table("customers", ["ID"], customers).with_described_table(
        "orders",
        ["id"],
        orders,
    );
    for (id, code) in [(1, "c1"), (2, "c2")] {
        store.insert("customers", [("id", int(id)), ("code", code.into())]).unwrap();
    }
    for (id, customer, replaces) in [(10, 1, Value::Null), (11, 1, int(10)), (12, 2, Value::Null)] {
        store
            .insert("orders", [("id", int(id)), ("customer_id", int(customer)), ("replaces", replaces)])
            .unwrap();
    }
    store
}

fn whole(store: &MemoryStore) -> [Vec<std::collections::BTreeMap<String, Value>>; 2] {
    [store.rows("customers"), store.rows("orders")]
}

#[tokio::test]
async fn a_refusing_reference_stops_the_whole_batch() {
    let store = shop(OnDelete::Refuse, true);
    let before = whole(&store);
    let error = store.erase(&place("customers"), &Selection::Everything, 10).await.unwrap_err();
    assert_eq!(error.kind(), StoreErrorKind::Constraint);
    assert_eq!(whole(&store), before);
    let order = Selection::one_of("id", [int(12)]);
    store.erase(&place("orders"), &order, 1).await.unwrap();
    let two = Selection::one_of("id", [int(2)]);
    assert_eq!(store.erase(&place("customers"), &two, 1).await.unwrap(), 1);
}

#[tokio::test]
async fn rows_that_leave_together_do_not_stand_in_each_others_way() {
    let store = shop(OnDelete::Refuse, true);
    let orders = place("orders");
    let ten = Selection::one_of("id", [int(10)]);
    assert_eq!(kind(store.erase(&orders, &ten, 1).await), StoreErrorKind::Constraint);
    let both = Selection::one_of("id", [int(10), int(11)]);
    assert_eq!(kind(store.erase(&orders, &both, 1).await), StoreErrorKind::Constraint);
    assert_eq!(store.erase(&orders, &both, 2).await.unwrap(), 2);
}

#[tokio::test]
async fn a_cascade_takes_the_referring_rows_along_and_counts_only_its_own() {
    let store = shop(OnDelete::Cascade, false);
    let one = Selection::one_of("id", [int(1)]);
    assert_eq!(store.erase(&place("customers"), &one, 10).await.unwrap(), 1);
    let left = store.rows("orders");
    assert_eq!(left.len(), 1);
    assert_eq!(left[0]["id"], int(12));
}

#[tokio::test]
async fn a_cascade_stops_where_a_further_reference_refuses() {
    let store = shop(OnDelete::Cascade, true);
    store.insert("orders", [("id", int(13)), ("customer_id", int(2)), ("replaces", int(11))]).unwrap();
    let before = whole(&store);
    let one = Selection::one_of("id", [int(1)]);
    assert_eq!(kind(store.erase(&place("customers"), &one, 10).await), StoreErrorKind::Constraint);
    assert_eq!(whole(&store), before);
}

#[tokio::test]
async fn letting_go_clears_the_reference_where_it_may_be_null() {
    let one = Selection::one_of("id", [int(1)]);
    let store = shop(OnDelete::LetGo, true);
    assert_eq!(store.erase(&place("customers"), &one, 10).await.unwrap(), 1);
    let customers: Vec<_> = store.rows("orders").iter().map(|row| row["customer_id"].clone()).collect();
    assert_eq!(customers, [Value::Null, Value::Null, int(2)]);

    let strict = shop(OnDelete::LetGo, false);
    let before = whole(&strict);
    assert_eq!(kind(strict.erase(&place("customers"), &one, 10).await), StoreErrorKind::Constraint);
    assert_eq!(whole(&strict), before);
}

#[tokio::test]
async fn what_was_let_go_comes_back_where_a_later_table_cannot_let_go() {
    let referring = |table: &str| Reference {
        table: table.into(),
        columns: names(["customer_id"]),
        to_columns: names(["id"]),
        on_delete: OnDelete::LetGo,
    };
    let customers = Schema {
        columns: vec![column("id", ColumnKind::Integer, false)],
        referred_by: vec![referring("a"), referring("b")],
        ..Schema::default()
    };
    let child = |nullable| Schema {
        columns: vec![
            column("id", ColumnKind::Integer, false),
            column("customer_id", ColumnKind::Integer, nullable),
        ],
        ..Schema::default()
    };
    let store = MemoryStore::new()
        .with_described_table("customers", ["id"], customers)
        .with_described_table("a", ["id"], child(true))
        .with_described_table("b", ["id"], child(false));
    store.insert("customers", [("id", int(1))]).unwrap();
    for table in ["a", "b"] {
        store.insert(table, [("id", int(5)), ("customer_id", int(1))]).unwrap();
    }
    let answer = store.erase(&place("customers"), &Selection::Everything, 1).await;
    assert_eq!(kind(answer), StoreErrorKind::Constraint);
    assert_eq!(store.rows("customers").len(), 1);
    assert_eq!(store.rows("a")[0]["customer_id"], int(1));
}

#[tokio::test]
async fn a_mask_keeps_to_the_schema_or_changes_nothing() {
    let store = shop(OnDelete::Refuse, false);
    let before = whole(&store);
    let all = Selection::Everything;
    for (table, field, with) in [
        ("orders", "customer_id", Replacement::Null),
        ("orders", "customer_id", Replacement::Constant(int(3))),
        ("orders", "customer_id", Replacement::Constant("x".into())),
        ("customers", "code", Replacement::Null),
        ("customers", "code", Replacement::Constant("same".into())),
        ("customers", "code", Replacement::Token),
        ("customers", "age", Replacement::Token),
        ("customers", "id", Replacement::Constant(int(9))),
    ] {
        let answer = store.mask(&place(table), &[set_to(field, with)], &all).await;
        assert_eq!(kind(answer), StoreErrorKind::Constraint, "{table}.{field}");
        assert_eq!(whole(&store), before);
    }
    let one = Selection::one_of("id", [int(1)]);
    let moved = [set_to("id", Replacement::Constant(int(9)))];
    assert_eq!(kind(store.mask(&place("customers"), &moved, &one).await), StoreErrorKind::Constraint);
    assert_eq!(whole(&store), before);
    let allowed = [set_to("CODE", Replacement::Prefix(2)), set_to("age", Replacement::Constant(int(0)))];
    assert_eq!(store.mask(&place("customers"), &allowed, &all).await.unwrap(), 2);
    // A row whose unique value stays the same is no obstacle to itself.
    store.insert("customers", [("id", int(3)), ("code", "c3x".into())]).unwrap();
    assert_eq!(store.mask(&place("customers"), &allowed, &all).await.unwrap(), 3);
    let passed_on = [set_to("customer_id", Replacement::Constant("2".into()))];
    assert_eq!(store.mask(&place("orders"), &passed_on, &all).await.unwrap(), 3);
}

#[tokio::test]
async fn fields_of_a_schema_are_found_in_any_case_and_others_are_missing() {
    let store = shop(OnDelete::Refuse, true);
    let customers = place("customers");
    let one = Selection::one_of("CODE", [Value::from("c1")]);
    assert_eq!(store.count(&customers, &one).await.unwrap(), 1);
    assert!(matches!(
        store.describe(&customers).await.unwrap(),
        Description::Table(schema) if schema.column("age").is_some()
    ));
    let page = Page { after: None, limit: 1 };
    let all = Selection::Everything;
    assert_eq!(kind(store.count(&customers, &null("phone")).await), StoreErrorKind::Missing);
    assert_eq!(kind(store.read(&customers, &names(["phone"]), &all, page).await), StoreErrorKind::Missing);
    let mask = [set_to("phone", Replacement::Null)];
    assert_eq!(kind(store.mask(&customers, &mask, &all).await), StoreErrorKind::Missing);
    assert_eq!(kind(store.insert("customers", [("id", int(3)), ("phone", int(1))])), StoreErrorKind::Missing);
}

#[test]
fn rows_are_inserted_once_and_whole() {
    let store = shop(OnDelete::Refuse, true);
    let insert = |row: Vec<(&str, Value)>| kind(store.insert("customers", row));
    for row in [
        vec![("code", "c3".into())],
        vec![("id", Value::Null), ("code", "c3".into())],
        vec![("id", "1".into()), ("code", "c3".into())],
        vec![("id", int(3))],
        vec![("id", int(3)), ("code", "too long".into())],
    ] {
        assert_eq!(insert(row), StoreErrorKind::Constraint);
    }
    assert_eq!(store.rows("customers").len(), 2);
    assert_eq!(store.rows("nowhere").len(), 0);
}

#[tokio::test]
async fn neither_errors_nor_debug_show_a_value() {
    let store = shop(OnDelete::Refuse, false);
    let canary = "canary-4711";
    let store = store.with_table("t", ["id"]);
    store.insert("t", [("id", Value::from(canary))]).unwrap();
    let taken = store.insert("t", [("id", Value::from(canary))]).unwrap_err();
    let mask = [set_to("code", Replacement::Constant(canary.into()))];
    let unfit = store.mask(&place("customers"), &mask, &Selection::Everything).await.unwrap_err();
    for shown in [format!("{taken} {taken:?}"), format!("{unfit} {unfit:?}"), format!("{store:?}")] {
        assert!(!shown.contains(canary), "{shown}");
    }
}
