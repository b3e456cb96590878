//! Pages, keys, conditions, selections, and what is refused.

use super::*;

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
