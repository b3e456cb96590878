//! Drafts a data map and a policy from a live database, as a starting point for a person.
//!
//! [`draft`] is pure: tables in, two texts out, the same for the same tables. Every guess says in a comment why it was
//! made. What looks personal and is linked to nobody is not forgotten and not answered: it stands at the end of the data
//! map as an open question, and [`inspect`](crate::inspect) goes on asking.
//!
//! ```
//! use oubliette::plan::check_files;
//! use oubliette::port::{Column, ColumnKind, Reference, OnDelete, Schema, Table};
//! use oubliette::scaffold::draft;
//!
//! let column = |name: &str, kind| Column { name: name.into(), kind, nullable: name != "id", ..Column::default() };
//! let text = || ColumnKind::Text { limit: None };
//! let table = |name: &str, columns, referred_by| Table {
//!     name: name.into(),
//!     schema: Schema { columns, unique: vec![vec!["id".into()]], referred_by, ..Schema::default() },
//!     rows: None,
//!     is_view: false,
//! };
//! let from_messages = Reference {
//!     table: "messages".into(),
//!     columns: vec!["contact_id".into()],
//!     to_columns: vec!["id".into()],
//!     on_delete: OnDelete::Refuse,
//! };
//! let tables = [
//!     table("contacts", vec![column("id", ColumnKind::Integer), column("email", text())], vec![from_messages]),
//!     table(
//!         "messages",
//!         vec![column("id", ColumnKind::Integer), column("contact_id", ColumnKind::Integer), column("body", text())],
//!         vec![],
//!     ),
//! ];
//! let draft = draft("crm", &tables);
//! let (read, findings) = check_files(&draft.policy, &draft.datamap);
//! let (_, map) = read.expect("a draft loads");
//! assert!(!findings.has_errors());
//! assert_eq!(map.collection("messages").unwrap().links()[0].target().collection(), "contacts");
//! ```

mod fields;
mod guess;
mod links;
mod lists;
mod people;
mod policy;
mod sketch;
mod write;

use crate::inspect::Surroundings;
use crate::port::Table;

/// Two files to begin with, and what only a person can decide.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
#[non_exhaustive]
pub struct Draft {
    /// The text of `datamap.toml`.
    pub datamap: String,
    /// The text of `policy.toml`.
    pub policy: String,
    /// The collections whose records are taken for people. Where there is none, the data map does not load until a person
    /// has named one.
    pub subjects: Vec<String>,
    /// How many tables the data map declares.
    pub collections: usize,
    /// What is left to decide, each in one line.
    pub questions: Vec<String>,
}

/// Drafts both files from the tables of one database, which the map will call `store`.
pub fn draft(store: &str, tables: &[Table]) -> Draft {
    let surroundings = Surroundings::of(tables);
    let sketch = sketch::Sketch::of(&surroundings);
    Draft {
        datamap: write::datamap(store, &sketch),
        policy: policy::policy(&sketch),
        subjects: sketch.subjects(),
        collections: sketch.collections.len(),
        questions: sketch.questions,
    }
}
