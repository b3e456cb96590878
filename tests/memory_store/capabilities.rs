//! Stores that can do less refuse the rest.

use super::*;

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
