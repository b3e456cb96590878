//! The laws of the `Store` contract, on the store in memory: the reference for all others.

use std::sync::Arc;

use oubliette::adapter::memory::MemoryStore;
use oubliette::port::{
    Capabilities, Column, ColumnKind, Description, Entropy, EntropyError, FieldMask, Key, OnDelete, Page,
    Place, Record, Reference, Replacement, Schema, SecretKey, Selection, Store, StoreError, StoreErrorKind,
};
use oubliette::value::{Condition, EventForm, Value};

mod capabilities;
mod changing;
mod declared;
mod reading;

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
