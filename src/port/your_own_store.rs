//! A store of your own, from its first line to the test kit that holds it to its laws.
//!
//! A host that keeps data where no adapter of this crate reaches writes a [`Store`](super::Store) for it. This one keeps
//! its tables in a `BTreeMap`, and does the least that a store may do: it evaluates "field is one of these values" and
//! "key is one of these", which is [`Capabilities::MINIMAL`](super::Capabilities::MINIMAL). What it cannot do it
//! refuses, and the engine does it itself.
//!
//! Below the store is its `Fixture`, by which the test kit (feature `testkit`) lays out data, and then all of its laws.
//!
#![cfg_attr(feature = "testkit", doc = "```")]
#![cfg_attr(not(feature = "testkit"), doc = "```ignore")]
//! use std::collections::BTreeMap;
//! use std::sync::{Arc, Mutex};
//!
//! use async_trait::async_trait;
//! use oubliette::value::Value;
//! use oubliette::port::{
//!     Capabilities, Description, EntropyError, FieldMask, Key, Page, Place, Record, Selection, Store,
//!     StoreError, StoreErrorKind,
//! };
//! use oubliette::testkit::{self, Fixture, FixtureError, TableLayout};
//!
//! type Row = BTreeMap<String, Value>;
//!
//! /// The host's data: rows by table.
//! #[derive(Debug, Clone, Default)]
//! struct Shelf(Arc<Mutex<BTreeMap<String, Vec<Row>>>>);
//!
//! fn value<'r>(row: &'r Row, field: &str) -> &'r Value {
//!     row.get(field).unwrap_or(&Value::Null)
//! }
//!
//! fn key(place: &Place, row: &Row) -> Key {
//!     Key::new(place.key().iter().map(|field| value(row, field).clone()))
//! }
//!
//! /// Two values are equal by their link form: the number 7 and the text `7` are. Null equals nothing.
//! fn equal(one: &Value, other: &Value) -> bool {
//!     one.link_form().is_some_and(|form| other.link_form() == Some(form))
//! }
//!
//! /// What is wrong with a call. An error names the table, and never holds a value of a record.
//! fn refused(place: &Place, kind: StoreErrorKind, why: &str) -> StoreError {
//!     StoreError::new(kind, format!("ask the shelf for `{}`", place.table()), why)
//! }
//!
//! /// A selection of which this store knows the meaning.
//! struct Wanted<'s> {
//!     fields: &'s [String],
//!     rows: &'s [Vec<Value>],
//! }
//!
//! impl<'s> Wanted<'s> {
//!     /// Everything beyond the capabilities is refused here, and so is what has no meaning. Neither may ever read as
//!     /// "nothing matches": an erasure would be taken for done.
//!     fn of(place: &Place, selection: &'s Selection) -> Result<Self, StoreError> {
//!         let Selection::OneOf { fields, rows } = selection else {
//!             return Err(refused(place, StoreErrorKind::Unsupported, "it only answers lists of values"));
//!         };
//!         if fields.len() != 1 && fields != place.key() {
//!             return Err(refused(place, StoreErrorKind::Unsupported, "it compares one field, or the key"));
//!         }
//!         if rows.iter().any(|row| row.len() != fields.len()) {
//!             return Err(refused(place, StoreErrorKind::Other, "a row has not one value for each field"));
//!         }
//!         Ok(Self { fields, rows })
//!     }
//!
//!     /// A row that does not meet the conditions of its place does not exist; among the values of a condition, null
//!     /// means null.
//!     fn holds(&self, place: &Place, row: &Row) -> bool {
//!         place.conditions().iter().all(|it| it.is_met_by(value(row, it.field())))
//!             && self.rows.iter().any(|wanted| {
//!                 self.fields.iter().zip(wanted).all(|(field, it)| equal(value(row, field), it))
//!             })
//!     }
//! }
//!
//! impl Shelf {
//!     /// Does something with the rows of a table, under one lock: as a whole.
//!     fn with_rows<T>(
//!         &self,
//!         place: &Place,
//!         then: impl FnOnce(&mut Vec<Row>) -> Result<T, StoreError>,
//!     ) -> Result<T, StoreError> {
//!         let mut tables = self.0.lock().unwrap();
//!         let missing = || refused(place, StoreErrorKind::Missing, "there is no such table");
//!         then(tables.get_mut(place.table()).ok_or_else(missing)?)
//!     }
//! }
//!
//! #[async_trait]
//! impl Store for Shelf {
//!     fn capabilities(&self) -> Capabilities {
//!         Capabilities::MINIMAL
//!     }
//!
//!     /// It has tables, and knows nothing of their shape.
//!     async fn describe(&self, place: &Place) -> Result<Description, StoreError> {
//!         let there = self.0.lock().unwrap().contains_key(place.table());
//!         Ok(if there { Description::Unknown } else { Description::Missing })
//!     }
//!
//!     async fn count(&self, place: &Place, selection: &Selection) -> Result<u64, StoreError> {
//!         let wanted = Wanted::of(place, selection)?;
//!         self.with_rows(place, |rows| Ok(rows.iter().filter(|row| wanted.holds(place, row)).count() as u64))
//!     }
//!
//!     /// Pages go by key: the store remembers nothing between two of them.
//!     async fn read(
//!         &self,
//!         place: &Place,
//!         fields: &[String],
//!         selection: &Selection,
//!         page: Page<'_>,
//!     ) -> Result<Vec<Record>, StoreError> {
//!         let wanted = Wanted::of(place, selection)?;
//!         self.with_rows(place, |rows| {
//!             let matching = rows.iter().filter(|row| wanted.holds(place, row));
//!             let mut records: Vec<_> = matching
//!                 .map(|row| Record {
//!                     key: key(place, row),
//!                     values: fields.iter().map(|field| value(row, field).clone()).collect(),
//!                 })
//!                 .filter(|record| page.after.is_none_or(|after| record.key > *after))
//!                 .collect();
//!             records.sort_by(|one, other| one.key.cmp(&other.key));
//!             records.truncate(page.limit);
//!             Ok(records)
//!         })
//!     }
//!
//!     async fn erase(&self, place: &Place, selection: &Selection, limit: usize) -> Result<u64, StoreError> {
//!         let wanted = Wanted::of(place, selection)?;
//!         self.with_rows(place, |rows| {
//!             let mut erased = 0;
//!             rows.retain(|row| {
//!                 let goes = erased < limit && wanted.holds(place, row);
//!                 erased += usize::from(goes);
//!                 !goes
//!             });
//!             Ok(erased as u64)
//!         })
//!     }
//!
//!     /// How a value is replaced is worked out by the crate, so that every store does the same.
//!     async fn mask(
//!         &self,
//!         place: &Place,
//!         masks: &[FieldMask],
//!         selection: &Selection,
//!     ) -> Result<u64, StoreError> {
//!         let wanted = Wanted::of(place, selection)?;
//!         if masks.is_empty() {
//!             return Err(refused(place, StoreErrorKind::Other, "no field is to be masked"));
//!         }
//!         // A real store draws these from the system; the kit only asks that no two are alike.
//!         static NEXT: std::sync::atomic::AtomicU64 = std::sync::atomic::AtomicU64::new(0);
//!         let random = || {
//!             let number = NEXT.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
//!             Ok::<_, EntropyError>(u128::from(number).to_be_bytes())
//!         };
//!         self.with_rows(place, |rows| {
//!             let mut masked = 0;
//!             for row in rows.iter_mut().filter(|row| wanted.holds(place, row)) {
//!                 for mask in masks {
//!                     let new = mask.with.apply(value(row, &mask.field), random).map_err(|_| {
//!                         refused(place, StoreErrorKind::Unavailable, "the system gave no randomness")
//!                     })?;
//!                     row.insert(mask.field.clone(), new);
//!                 }
//!                 masked += 1;
//!             }
//!             Ok(masked)
//!         })
//!     }
//! }
//!
//! /// The kit lays out its data through this, and looks at it again without the store.
//! #[async_trait]
//! impl Fixture for Shelf {
//!     async fn create(&self, tables: &[TableLayout]) -> Result<(), FixtureError> {
//!         // What a place does not have, the fixture says; the laws that ask for it do not apply then.
//!         if tables.iter().any(|table| table.unique.is_some() || table.refers.is_some()) {
//!             return Err(FixtureError::Cannot("a shelf has no constraints".to_owned()));
//!         }
//!         for table in tables {
//!             self.0.lock().unwrap().insert(table.name.clone(), Vec::new());
//!         }
//!         Ok(())
//!     }
//!
//!     async fn insert(&self, table: &TableLayout, rows: &[Vec<Value>]) -> Result<(), FixtureError> {
//!         let rows = rows.iter().map(|row| table.fields().into_iter().zip(row.iter().cloned()).collect());
//!         self.0.lock().unwrap().entry(table.name.clone()).or_default().extend(rows);
//!         Ok(())
//!     }
//!
//!     async fn rows(&self, table: &TableLayout) -> Result<Vec<Vec<Value>>, FixtureError> {
//!         let tables = self.0.lock().unwrap();
//!         let rows = tables.get(&table.name).ok_or_else(|| FixtureError::failed("no such table"))?;
//!         let in_order = |row: &Row| table.fields().iter().map(|field| value(row, field).clone()).collect();
//!         Ok(rows.iter().map(in_order).collect())
//!     }
//! }
//!
//! // In a test suite of your own, `oubliette::store_laws!(…)` makes a named test of every law. Here they run in one call.
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() {
//! let shelf = Shelf::default();
//! let verdicts = testkit::store::judge(&shelf, &shelf).await;
//! assert!(verdicts.all_kept(), "{verdicts}");
//! assert!(verdicts.kept().contains(&"what_was_erased_is_gone"));
//! assert!(verdicts.kept().contains(&"what_a_store_cannot_do_it_refuses"));
//! # }
//! ```
