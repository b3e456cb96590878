//! Tables, rows and values in SQL: one fixture for all databases, and the tests that each of them passes.

use async_trait::async_trait;
use oubliette::port::{ColumnKind, Ledger, Store};
use oubliette::testkit::{Fixture, FixtureError, TableLayout, ledger, store};
use oubliette::value::Value;
use sqlx::Pool;

use super::database::{Database, Driver};
use super::{left_out, uphold};

/// So many rows are inserted by one statement.
const MAX_ROWS: usize = 500;

/// The laws of stores that list what lies below a prefix, which databases do not.
pub const OF_FOLDERS: [&str; 3] = [
    "a_prefix_is_a_folder",
    "a_prefix_that_means_no_folder_is_nothing",
    "erasing_a_folder_leaves_its_neighbours",
];

/// What differs between databases. Every value goes in and comes out as text, bytes in hexadecimal digits.
#[derive(Debug, Clone, Copy)]
pub struct Dialect {
    pub quote: fn(&str) -> String,
    /// The type of a column.
    pub column: fn(&ColumnKind) -> String,
    /// The parameter with this number (the first is 1), for a column of that kind.
    pub parameter: fn(&ColumnKind, usize) -> String,
    /// How the database has a text of that kind of column spelled.
    pub spelled: fn(&ColumnKind, String) -> String,
    /// A column as text.
    pub text: fn(&ColumnKind, &str) -> String,
}

/// A database of which the dialect is known.
pub trait Spoken: Driver {
    const DIALECT: Dialect;
}

impl Dialect {
    pub fn drop(&self, table: &TableLayout) -> String {
        format!("DROP TABLE IF EXISTS {}", (self.quote)(&table.name))
    }

    pub fn create(&self, table: &TableLayout) -> String {
        let list = |names: &[String]| names.iter().map(|it| (self.quote)(it)).collect::<Vec<_>>().join(", ");
        let mut parts: Vec<_> = table
            .columns
            .iter()
            .map(|column| {
                let null = if column.nullable { "NULL" } else { "NOT NULL" };
                format!("{} {} {null}", (self.quote)(&column.name), (self.column)(&column.kind))
            })
            .collect();
        parts.push(format!("PRIMARY KEY ({})", list(&table.key)));
        parts.extend(table.unique.iter().map(|columns| format!("UNIQUE ({})", list(columns))));
        parts.extend(table.refers.iter().map(|refers| {
            let [column, to, to_column] =
                [&refers.column, &refers.table, &refers.to_column].map(|it| (self.quote)(it));
            format!("FOREIGN KEY ({column}) REFERENCES {to} ({to_column})")
        }));
        format!("CREATE TABLE {} ({})", (self.quote)(&table.name), parts.join(", "))
    }

    pub fn insert(&self, table: &TableLayout, rows: usize) -> String {
        let mut number = 0;
        let rows: Vec<_> = (0..rows)
            .map(|_| {
                let row = table.columns.iter().map(|column| {
                    number += 1;
                    (self.parameter)(&column.kind, number)
                });
                format!("({})", row.collect::<Vec<_>>().join(", "))
            })
            .collect();
        format!("INSERT INTO {} VALUES {}", (self.quote)(&table.name), rows.join(", "))
    }

    pub fn select(&self, table: &TableLayout) -> String {
        let text = |it: &oubliette::testkit::ColumnLayout| (self.text)(&it.kind, &(self.quote)(&it.name));
        let columns: Vec<_> = table.columns.iter().map(text).collect();
        format!("SELECT {} FROM {}", columns.join(", "), (self.quote)(&table.name))
    }
}

/// How a value is bound.
fn written(value: &Value) -> Option<String> {
    match value {
        Value::Bytes(bytes) => Some(bytes.iter().map(|byte| format!("{byte:02x}")).collect()),
        value => value.to_text(),
    }
}

/// The value that a column of this kind holds, as it is written as text.
fn read(kind: &ColumnKind, text: Option<String>) -> Result<Value, FixtureError> {
    let Some(text) = text else { return Ok(Value::Null) };
    match kind {
        ColumnKind::Integer => text.parse().map(Value::Integer).map_err(FixtureError::failed),
        ColumnKind::Boolean => Ok(Value::Boolean(text != "0")),
        ColumnKind::Bytes => {
            let byte = |at| u8::from_str_radix(&text[at..at + 2], 16).map_err(FixtureError::failed);
            (0..text.len()).step_by(2).map(byte).collect::<Result<_, _>>().map(Value::Bytes)
        }
        _ => Ok(Value::Text(text)),
    }
}

/// Tables of a database.
#[derive(Debug)]
pub struct SqlFixture<D: Driver>(pub Pool<D>);

#[async_trait]
impl<D: Spoken> Fixture for SqlFixture<D> {
    async fn create(&self, tables: &[TableLayout]) -> Result<(), FixtureError> {
        let dialect = D::DIALECT;
        let drops = tables.iter().rev().map(|table| dialect.drop(table));
        let statements: Vec<String> = drops.chain(tables.iter().map(|it| dialect.create(it))).collect();
        for sql in statements {
            D::run(&self.0, sql).await.map_err(FixtureError::failed)?;
        }
        Ok(())
    }

    async fn insert(&self, table: &TableLayout, rows: &[Vec<Value>]) -> Result<(), FixtureError> {
        let dialect = D::DIALECT;
        let kinds = || table.columns.iter().map(|column| &column.kind);
        for rows in rows.chunks(MAX_ROWS) {
            let values = rows.iter().flat_map(|row| row.iter().zip(kinds()));
            let spelled =
                values.map(|(value, kind)| written(value).map(|text| (dialect.spelled)(kind, text)));
            let inserted = D::bind(&self.0, dialect.insert(table, rows.len()), spelled.collect()).await;
            inserted.map_err(FixtureError::failed)?;
        }
        Ok(())
    }

    async fn rows(&self, table: &TableLayout) -> Result<Vec<Vec<Value>>, FixtureError> {
        let rows = D::rows(&self.0, D::DIALECT.select(table)).await.map_err(FixtureError::failed)?;
        let values = |row: Vec<Option<String>>| {
            table.columns.iter().zip(row).map(|(column, text)| read(&column.kind, text)).collect()
        };
        rows.into_iter().map(values).collect()
    }
}

/// What is laid out comes back as it was (nothing could be said of a store otherwise), and the store keeps all laws bare,
/// boxed and shared.
pub async fn store_keeps_all_laws<D: Spoken>(database: Database<D>) {
    assert!(database.url.contains("oubliette_test_"));
    let fixture = SqlFixture(database.pool.clone());
    oubliette::testkit::rehearse(&fixture).await.unwrap();
    let bare = D::store(database.pool.clone());
    let boxed: Box<dyn Store> = Box::new(bare.clone());
    let shared: std::sync::Arc<dyn Store> = std::sync::Arc::new(bare.clone());
    for store in [&bare as &dyn Store, &boxed, &shared] {
        let verdicts = store::judge(store, &fixture).await;
        uphold(&verdicts);
        assert_eq!(left_out(&verdicts), OF_FOLDERS);
    }
}

/// The ledger keeps all laws behind two handles, one of which has connections of its own; each law is tried in a database of
/// its own.
pub async fn ledger_keeps_all_laws<D: Driver>(
    open: impl AsyncFn() -> Database<D>,
    own_connections: impl AsyncFn(&Database<D>) -> Pool<D>,
) {
    // A database stays until its ledger's law has been tried, and no longer: servers have few connections.
    let latest = std::cell::RefCell::new(None);
    let verdicts = ledger::judge(async || {
        let database = open().await;
        let own = D::ledger(own_connections(&database).await).await;
        let other = D::ledger(database.pool.clone()).await;
        latest.replace(Some(database));
        Box::new(ledger::Handles::new(own, [other])) as Box<dyn Ledger>
    })
    .await;
    uphold(&verdicts);
}
