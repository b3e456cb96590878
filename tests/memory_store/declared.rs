//! Declared schemas: references, cascades, columns.

use super::*;

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
