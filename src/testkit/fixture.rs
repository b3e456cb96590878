//! What an integrator writes for the kit: who makes tables, fills them, and looks into them past the store.

use std::fmt;

use async_trait::async_trait;

use crate::port::{ColumnKind, Place};
use crate::value::{Condition, Value};

/// Lays out the data that a law needs, and shows it again without the store under test.
///
/// A store cannot insert, so somebody has to; and a store that forgets a write would tell of it as if it were done, so
/// somebody else has to look.
#[async_trait]
pub trait Fixture: fmt::Debug + Send + Sync {
    /// Creates these tables, empty. A table of that name goes first. A table comes before those that refer to it.
    ///
    /// # Errors
    ///
    /// [`FixtureError::Cannot`] where the data lies in something that has no such column, key or constraint: the laws
    /// that ask for it do not apply then. Anything else is [`FixtureError::Failed`].
    async fn create(&self, tables: &[TableLayout]) -> Result<(), FixtureError>;

    /// Inserts rows: as many values as the table has columns, in their order.
    ///
    /// Moments are texts as in RFC 3339, UUIDs are lower-case texts with hyphens.
    async fn insert(&self, table: &TableLayout, rows: &[Vec<Value>]) -> Result<(), FixtureError>;

    /// All rows of the table in any order, each with all its columns in their order.
    async fn rows(&self, table: &TableLayout) -> Result<Vec<Vec<Value>>, FixtureError>;
}

/// Why a fixture did not do what it was asked.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum FixtureError {
    /// There is no such thing here; the text says what.
    #[error("{0}")]
    Cannot(String),
    /// It did not work.
    #[error("{0}")]
    Failed(String),
}

impl FixtureError {
    /// It did not work, for this reason.
    pub fn failed(reason: impl fmt::Display) -> Self {
        Self::Failed(reason.to_string())
    }
}

/// Tries a fixture by itself: whether it shows what it laid out. A wrong one would have the kit blame the store.
///
/// # Errors
///
/// What the fixture answered, or [`FixtureError::Failed`] where it shows something else than it was given.
pub async fn rehearse(fixture: &dyn Fixture) -> Result<(), FixtureError> {
    let table = TableLayout::new("law_rehearsal \"'`ü")
        .key("id", ColumnKind::Integer)
        .column("name", TEXT)
        .column("vip", ColumnKind::Boolean)
        .column("face", ColumnKind::Bytes)
        .column("device", ColumnKind::Uuid)
        .column("born", ColumnKind::Time);
    let row = |id: i64, values: [Value; 4]| [Value::from(id)].into_iter().chain(values).collect::<Vec<_>>();
    let uuid = "019a9d2e-7c00-7abc-8def-0123456789ab";
    let mut rows = vec![
        row(1, ["O'Neil \"π\" 😀\n".into(), true.into(), Value::Bytes(vec![0, 39, 255]), uuid.into()]),
        row(-2, ["".into(), false.into(), Value::Bytes(vec![]), Value::Null]),
        row(i64::MAX, [Value::Null, Value::Null, Value::Null, Value::Null]),
    ];
    for (row, born) in rows.iter_mut().zip([
        "2001-02-03T04:05:06Z".into(),
        "2001-02-03T04:05:06.7+05:30".into(),
        Value::Null,
    ]) {
        row.push(born);
    }
    // A moment comes back in the database's own spelling, so that only its being there is compared.
    let comparable = |mut rows: Vec<Vec<Value>>| {
        for moment in rows.iter_mut().filter_map(|row| row.last_mut()) {
            *moment = Value::Boolean(moment.is_null());
        }
        rows.sort_by_cached_key(|row| row.iter().map(Value::link_form).collect::<Vec<_>>());
        rows.iter().map(|row| row.iter().map(Value::link_form).collect::<Vec<_>>()).collect::<Vec<_>>()
    };
    for _ in 0..2 {
        fixture.create(std::slice::from_ref(&table)).await?;
        fixture.insert(&table, &rows).await?;
        if comparable(fixture.rows(&table).await?) != comparable(rows.clone()) {
            return Err(FixtureError::failed("the rows that it shows are not those that it was given"));
        }
    }
    Ok(())
}

/// A table as a law asks for it.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct TableLayout {
    /// Its name, at most 60 bytes long; any characters but NUL and the full stop.
    pub name: String,
    /// Its columns.
    pub columns: Vec<ColumnLayout>,
    /// The columns of its primary key. A text among them has a limit.
    pub key: Vec<String>,
    /// A further set of columns that is unique, where the law asks for one.
    pub unique: Option<Vec<String>>,
    /// A column that refers to the key of another table (which is a single column), where the law asks for one. The
    /// database refuses to erase a row that is referred to.
    pub refers: Option<ReferenceLayout>,
}

/// A column of a [`TableLayout`].
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct ColumnLayout {
    /// Its name.
    pub name: String,
    /// What it holds. The laws ask for text, integers, booleans, bytes, moments ([`ColumnKind::Time`], with a time
    /// zone where the database has such a type) and UUIDs. The kind is what the law would like: a database
    /// without a type for it may use what its hosts use, such as text for UUIDs.
    pub kind: ColumnKind,
    /// Whether it may be null.
    pub nullable: bool,
}

/// A foreign key of a [`TableLayout`].
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct ReferenceLayout {
    /// The column that refers.
    pub column: String,
    /// The table that it refers to.
    pub table: String,
    /// The column of that table, which is its key.
    pub to_column: String,
}

impl TableLayout {
    pub(super) fn new(name: impl Into<String>) -> Self {
        Self { name: name.into(), columns: Vec::new(), key: Vec::new(), unique: None, refers: None }
    }

    /// A key column: never null, and told apart together with the key columns before it.
    pub(super) fn key(mut self, name: &str, kind: ColumnKind) -> Self {
        self.key.push(name.to_owned());
        self.columns.push(ColumnLayout { name: name.to_owned(), kind, nullable: false });
        self
    }

    /// A column that may be null.
    pub(super) fn column(mut self, name: &str, kind: ColumnKind) -> Self {
        self.columns.push(ColumnLayout { name: name.to_owned(), kind, nullable: true });
        self
    }

    /// A column that is never null.
    pub(super) fn required(mut self, name: &str, kind: ColumnKind) -> Self {
        self.columns.push(ColumnLayout { name: name.to_owned(), kind, nullable: false });
        self
    }

    pub(super) fn unique(mut self, column: &str) -> Self {
        self.unique = Some(vec![column.to_owned()]);
        self
    }

    pub(super) fn refers(mut self, column: &str, to: &Self) -> Self {
        let to_column = to.key.first().cloned().unwrap_or_default();
        self.refers = Some(ReferenceLayout { column: column.to_owned(), table: to.name.clone(), to_column });
        self
    }

    /// The names of the columns.
    pub fn fields(&self) -> Vec<String> {
        self.columns.iter().map(|column| column.name.clone()).collect()
    }

    /// All rows of the table, as a store is asked for them.
    pub fn place(&self) -> Place {
        self.place_where([])
    }

    pub(super) fn place_where<const N: usize>(&self, only: [Condition; N]) -> Place {
        Place::new(&self.name, self.key.clone(), only.to_vec())
    }
}

/// Text of at most 80 characters, which every database can index.
pub(super) const TEXT: ColumnKind = ColumnKind::Text { limit: Some(80) };
