//! Erasing and masking.

use super::*;

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
