//! Arrays of PostgreSQL's that are written in ways of their own.

use std::sync::Arc;

use oubliette::port::{FieldMask, Replacement, Selection, Store};
use oubliette::value::{Value, elements_of};

use crate::database::postgres::Database;
use crate::database::{place, read_all, texts};

#[tokio::test]
#[ignore = "needs a PostgreSQL server"]
async fn elements_are_what_they_are_however_the_array_is_written() {
    let (_database, pool, store) = Database::with(
        "CREATE TABLE t (id int PRIMARY KEY, who text[]);
         INSERT INTO t VALUES (1, '{}'), (2, NULL), (3, '{a,\"b,c\",NULL,\"d\\\"e\\\\f\",\"NULL\"}'), (4, '{{a},{b}}'), (5, '[2:2]={a}')",
    )
    .await;
    let (place, who) = (place("t", &["id"]), elements_of("who"));
    let ids = async |selection: Selection| {
        let found = read_all(&store, &place, &[], &selection, 10).await;
        found.iter().map(|record| record.key.values()[0].clone()).collect::<Vec<Value>>()
    };
    for (text, expected) in [("a", 3), ("b,c", 3), ("d\"e\\f", 3), ("NULL", 3)] {
        assert_eq!(ids(Selection::one_of(&who, [text.into()])).await, [Value::from(expected)], "{text}");
    }
    assert_eq!(ids(Selection::Unreadable { field: who.clone() }).await, [Value::from(4), 5.into()]);
    let gone = ["a", "b,c", "NULL"].iter().filter_map(|text| Value::from(*text).link_form()).collect();
    let mask = FieldMask { field: "who".to_owned(), with: Replacement::Without(Arc::new(gone)) };
    assert_eq!(store.mask(&place, &[mask], &Selection::Everything).await.unwrap(), 5);
    let left = texts(&pool, "SELECT who::text FROM t ORDER BY id").await;
    let expected = [Some("{}"), None, Some("{NULL,\"d\\\"e\\\\f\"}"), Some("{{a},{b}}"), Some("[2:2]={a}")];
    assert_eq!(left.iter().map(Option::as_deref).collect::<Vec<_>>(), expected);
}
