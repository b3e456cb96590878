//! Puts a world into a database, and reads it back as texts.

use std::fmt::Write as _;

use oubliette::value::Value;

use super::database::Texts;
use super::dialect::Dialect;
use super::layout::{ForeignKey, Layout, OnDelete, Table};
use super::reference::model::{Row, Tables, World};

/// A database that takes any statement.
pub trait Fixture {
    const DIALECT: Dialect;

    /// Runs statements.
    ///
    /// # Errors
    /// What the database says.
    async fn run(&self, sql: String) -> Result<(), String>;

    /// Reads rows of texts.
    ///
    /// # Errors
    /// What the database says.
    async fn texts(&self, sql: String) -> Result<Texts, String>;

    /// Puts a world's tables where no other's are.
    ///
    /// # Errors
    /// What the database says, with the statements.
    async fn put(&self, world: &World, layout: &Layout) -> Result<(), String> {
        let sql = script(Self::DIALECT, world, layout);
        self.run(sql.clone()).await.map_err(|error| format!("fixture: {error}\n{sql}"))
    }

    /// All rows in the order of their keys, without the fields that are null.
    ///
    /// # Errors
    /// What the database says.
    async fn rows(&self, layout: &Layout) -> Result<Tables, String> {
        let mut tables = Tables::new();
        for table in &layout.tables {
            let list: Vec<String> = table.columns.iter().map(|it| Self::DIALECT.as_text(&it.name)).collect();
            let sql = format!(
                "SELECT {} FROM {} ORDER BY {}",
                list.join(", "),
                Self::DIALECT.name(&table.name),
                Self::DIALECT.names(&table.key)
            );
            let named = |texts: Vec<Option<String>>| {
                let values = table.columns.iter().zip(texts);
                values.filter_map(|(it, text)| Some((it.name.clone(), Value::from(text?)))).collect()
            };
            let rows = self.texts(sql).await?.into_iter().map(named).collect();
            tables.insert(table.name.clone(), rows);
        }
        Ok(tables)
    }
}

/// So many collections a world has at most, each with a table named by its number.
const MAX_TABLES: usize = 6;

/// The statements that make the tables and fill them.
pub fn script(dialect: Dialect, world: &World, layout: &Layout) -> String {
    let tables = &layout.tables;
    let mut sql: String = (0..MAX_TABLES).map(|at| dialect.drop_table(&format!("c{at}"))).collect();
    sql.extend(tables.iter().map(|table| create(dialect, table)));
    sql.extend(tables.iter().map(|table| indexes(dialect, table)));
    // One transaction, so that the disk is waited for once.
    sql.push_str("BEGIN;\n");
    sql.extend(tables.iter().map(|table| inserts(dialect, world, table)));
    sql.push_str("COMMIT;\n");
    for table in tables.iter().filter(|_| dialect.adds_foreign_keys()) {
        for key in &table.foreign_keys {
            let _ = writeln!(sql, "ALTER TABLE {} ADD {};", dialect.name(&table.name), foreign(dialect, key));
        }
    }
    dialect.without_foreign_keys(&sql)
}

fn indexes(dialect: Dialect, table: &Table) -> String {
    let index = |fields: &Vec<String>| {
        let name = dialect.name(&format!("{}_{}", table.name, fields.join("_")));
        format!("CREATE INDEX {name} ON {} ({});\n", dialect.name(&table.name), dialect.names(fields))
    };
    table.indexes.iter().map(index).collect()
}

fn inserts(dialect: Dialect, world: &World, table: &Table) -> String {
    let insert = |row: &Row| {
        let filled: Vec<(&String, String)> =
            row.iter().filter_map(|(field, it)| Some((field, it.to_text()?))).collect();
        let values: Vec<String> = filled.iter().map(|(_, text)| dialect.literal(text)).collect();
        format!(
            "INSERT INTO {} ({}) VALUES ({});\n",
            dialect.name(&table.name),
            dialect.names(filled.iter().map(|(field, _)| *field)),
            values.join(", ")
        )
    };
    world.tables[&table.name].iter().map(insert).collect()
}

fn create(dialect: Dialect, table: &Table) -> String {
    let mut parts: Vec<String> = table
        .columns
        .iter()
        .map(|it| {
            let word = dialect.word(it.kind).unwrap();
            // The first timestamp of a table would otherwise change by itself.
            let null = if it.is_nullable { "NULL" } else { "NOT NULL" };
            format!("{} {word} {null}", dialect.name(&it.name))
        })
        .collect();
    parts.push(format!("PRIMARY KEY ({})", dialect.names(&table.key)));
    parts.extend(table.unique.iter().map(|it| format!("UNIQUE ({})", dialect.name(it))));
    if !dialect.adds_foreign_keys() {
        parts.extend(table.foreign_keys.iter().map(|it| foreign(dialect, it)));
    }
    format!("CREATE TABLE {} (\n  {}\n);\n", dialect.name(&table.name), parts.join(",\n  "))
}

fn foreign(dialect: Dialect, key: &ForeignKey) -> String {
    let on_delete = match key.on_delete {
        OnDelete::Refuse => "",
        OnDelete::RefuseLater => " DEFERRABLE INITIALLY DEFERRED",
        OnDelete::SetNull => " ON DELETE SET NULL",
        OnDelete::Cascade => " ON DELETE CASCADE",
    };
    format!(
        "FOREIGN KEY ({}) REFERENCES {} ({}){on_delete}",
        dialect.names(&key.columns),
        dialect.name(&key.table),
        dialect.names(&key.to_columns)
    )
}
