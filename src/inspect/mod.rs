//! Whether a data map still fits a live database, and what in that database looks personal and is not in the map.
//!
//! [`check_live`] is for a host's own test suite, so that a build fails on the first column that nobody has thought
//! about; the command `oubliette check --store` does the same. Everything that it asks can be answered in the data map:
//! a field by `keep = true` or `not_personal = "reason"`, the rest under `[stores.NAME.TOPIC]` ([`Topic`](crate::datamap::Topic)).
//!
//! ```
//! use oubliette::datamap::DataMap;
//! use oubliette::inspect::{LiveStore, check_live};
//! use oubliette::policy::Policy;
//! # use oubliette::port::{Catalogue, Column, ColumnKind, Schema, StoreError, Table};
//! # #[derive(Debug)]
//! # struct Crm;
//! # #[async_trait::async_trait]
//! # impl Catalogue for Crm {
//! #     async fn tables(&self) -> Result<Vec<Table>, StoreError> {
//! #         let column = |name: &str| Column { name: name.into(), kind: ColumnKind::Text { limit: None }, nullable: true, ..Column::default() };
//! #         let key = Column { nullable: false, ..column("id") };
//! #         let schema = Schema {
//! #             columns: vec![key, column("email"), column("nickname")],
//! #             unique: vec![vec!["id".into()]],
//! #             ..Schema::default()
//! #         };
//! #         Ok(vec![Table { name: "contacts".into(), schema, rows: None, is_view: false }])
//! #     }
//! # }
//!
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let policy = Policy::from_toml("name = \"CRM\"\nversion = \"1\"\n[[category]]\nid = \"contacts\"\non_erasure = \"erase\"")?;
//! let map = DataMap::from_toml(
//!     r#"
//!     [[collection]]
//!     name = "contacts"
//!     key = "id"
//!     category = "contacts"
//!     subject = "contact"
//!     identifiers = { email = "email" }
//!     "#,
//! )?;
//! let crm = Crm; // the host's `SqliteStore`, for example
//! let findings = check_live(&policy, &map, &[LiveStore::new("crm", &crm)]).await?;
//! assert_eq!(findings.len(), 1, "{findings}");
//! assert!(findings.to_string().contains("`nickname`"), "{findings}");
//! # Ok(())
//! # }
//! ```
//!
//! What looks personal is a guess: by the words of names, by types, by what a table is linked to, and by
//! sampled values if asked. A guess that is wrong costs one line in the data map; what no word names is not found.

mod fit;
mod live;
mod names;
mod personal;
mod sample;
mod sort;
mod spelled;
mod surroundings;
mod values;
mod vocabulary;

pub use live::{InspectError, LiveStore, check_live};
pub use sort::Sort;

pub(crate) use names::{Closeness, by_name, is_one_of, words_of};
pub(crate) use surroundings::{Pointer, Surroundings, best_key, is_join_table, is_row_id, polymorphic_pairs};
