//! Tables, rows and values in SQL, for the fixtures of all databases.

use oubliette::port::ColumnKind;
use oubliette::testkit::{FixtureError, TableLayout};
use oubliette::value::Value;

/// So many rows are inserted by one statement.
pub const AT_ONCE: usize = 500;

/// What differs between databases.
#[derive(Debug, Clone, Copy)]
pub struct Dialect {
    pub quote: fn(&str) -> String,
    /// The type of a column.
    pub column: fn(&ColumnKind) -> String,
    /// The parameter with this number (the first is 1), for a column of that kind. Bytes are bound as bytes, all else as text.
    pub parameter: fn(&ColumnKind, usize) -> String,
    /// How the database has a text of that kind of column spelled.
    pub spelled: fn(&ColumnKind, String) -> String,
    /// A column as text.
    pub text: fn(&ColumnKind, &str) -> String,
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
        let columns: Vec<_> = table
            .columns
            .iter()
            .map(|column| {
                let name = (self.quote)(&column.name);
                if column.kind == ColumnKind::Bytes { name } else { (self.text)(&column.kind, &name) }
            })
            .collect();
        format!("SELECT {} FROM {}", columns.join(", "), (self.quote)(&table.name))
    }
}

/// The value that a column of this kind holds, as it is written as text.
pub fn read(kind: &ColumnKind, text: Option<String>) -> Result<Value, FixtureError> {
    let Some(text) = text else { return Ok(Value::Null) };
    match kind {
        ColumnKind::Integer => text.parse().map(Value::Integer).map_err(FixtureError::failed),
        ColumnKind::Boolean => Ok(Value::Boolean(text != "0")),
        _ => Ok(Value::Text(text)),
    }
}

/// Implements [`Fixture`](oubliette::testkit::Fixture) over a pool.
macro_rules! sql_fixture {
    ($(#[$meta:meta])* $name:ident, $pool:ty, $dialect:expr) => {
        $(#[$meta])*
        #[derive(Debug)]
        pub struct $name(pub $pool);

        #[async_trait::async_trait]
        impl oubliette::testkit::Fixture for $name {
            async fn create(&self, tables: &[TableLayout]) -> Result<(), FixtureError> {
                let drops = tables.iter().rev().map(|table| $dialect.drop(table));
                for sql in drops.chain(tables.iter().map(|table| $dialect.create(table))) {
                    sqlx::raw_sql(sqlx::AssertSqlSafe(sql))
                        .execute(&self.0)
                        .await
                        .map_err(FixtureError::failed)?;
                }
                Ok(())
            }

            async fn insert(&self, table: &TableLayout, rows: &[Vec<Value>]) -> Result<(), FixtureError> {
                for rows in rows.chunks(crate::sql::AT_ONCE) {
                    let sql = $dialect.insert(table, rows.len());
                    let mut query = sqlx::query(sqlx::AssertSqlSafe(sql));
                    for (value, column) in rows.iter().flat_map(|row| row.iter().zip(&table.columns)) {
                        query = match (value, &column.kind) {
                            (Value::Bytes(bytes), _) => query.bind(Some(bytes.clone())),
                            (_, ColumnKind::Bytes) => query.bind(None::<Vec<u8>>),
                            (value, kind) => query.bind(value.to_text().map(|text| ($dialect.spelled)(kind, text))),
                        };
                    }
                    query.execute(&self.0).await.map_err(FixtureError::failed)?;
                }
                Ok(())
            }

            async fn rows(&self, table: &TableLayout) -> Result<Vec<Vec<Value>>, FixtureError> {
                let rows = sqlx::query(sqlx::AssertSqlSafe($dialect.select(table)))
                    .fetch_all(&self.0)
                    .await
                    .map_err(FixtureError::failed)?;
                rows.iter()
                    .map(|row| {
                        let value = |(index, column): (usize, &oubliette::testkit::ColumnLayout)| match column.kind {
                            ColumnKind::Bytes => {
                                let bytes: Option<Vec<u8>> =
                                    sqlx::Row::try_get(row, index).map_err(FixtureError::failed)?;
                                Ok(bytes.map_or(Value::Null, Value::Bytes))
                            }
                            _ => {
                                let text = sqlx::Row::try_get(row, index).map_err(FixtureError::failed)?;
                                crate::sql::read(&column.kind, text)
                            }
                        };
                        table.columns.iter().enumerate().map(value).collect()
                    })
                    .collect()
            }
        }
    };
}
pub(crate) use sql_fixture;
