//! Cases in databases: plain columns, and foreign keys for all links where the case says so.

use std::cell::Cell;
use std::fmt::Write as _;
use std::sync::Arc;

use oubliette::port::{Ledger, Store};
use oubliette::value::Value;
use sqlx::Pool;

use super::database::Driver;
use super::ground::{Ground, Laid};
use super::reference::memory::kept_links;
use super::reference::model::{Row, Tables, World};

/// What the databases do not say alike.
pub trait Spoken: Driver {
    /// The type of a key.
    const KEY: &str;
    /// Whether foreign keys are added when all tables are there and filled; otherwise they are part of the table.
    const ADDS_FOREIGN_KEYS: bool;
    /// Begins and ends what need not keep to foreign keys.
    const WITHOUT_FOREIGN_KEYS: [&str; 2];
}

#[cfg(feature = "sqlite")]
impl Spoken for sqlx::Sqlite {
    /// Gives a key again when the row that had it is gone.
    const KEY: &str = "INTEGER";
    const ADDS_FOREIGN_KEYS: bool = false;
    const WITHOUT_FOREIGN_KEYS: [&str; 2] = ["PRAGMA foreign_keys = OFF;", "PRAGMA foreign_keys = ON;"];
}

#[cfg(feature = "postgres")]
impl Spoken for sqlx::Postgres {
    const KEY: &str = "BIGINT";
    const ADDS_FOREIGN_KEYS: bool = true;
    const WITHOUT_FOREIGN_KEYS: [&str; 2] = ["", ""];
}

#[cfg(feature = "mysql")]
impl Spoken for sqlx::MySql {
    const KEY: &str = "BIGINT";
    const ADDS_FOREIGN_KEYS: bool = false;
    const WITHOUT_FOREIGN_KEYS: [&str; 2] = ["SET FOREIGN_KEY_CHECKS = 0;", "SET FOREIGN_KEY_CHECKS = 1;"];
}

/// A database with a ledger in it, in which one case after the other is played.
pub struct InDatabase<D: Driver> {
    pool: Pool<D>,
    ledger: D::Ledger,
    laid: Cell<u64>,
}

impl<D: Driver> InDatabase<D> {
    pub async fn over(pool: Pool<D>) -> Self {
        let ledger = D::ledger(pool.clone()).await;
        Self { pool, ledger, laid: Cell::new(0) }
    }
}

pub struct LaidInDatabase<D: Driver> {
    pool: Pool<D>,
    ledger: D::Ledger,
    number: u64,
}

impl<D: Spoken> Ground for InDatabase<D> {
    type Laid = LaidInDatabase<D>;

    async fn lay(&self, world: &World) -> LaidInDatabase<D> {
        let sql = script::<D>(world);
        D::run(&self.pool, sql.clone()).await.unwrap_or_else(|error| panic!("{error}\n{sql}"));
        self.laid.set(self.laid.get() + 1);
        let number = self.laid.get();
        LaidInDatabase { pool: self.pool.clone(), ledger: self.ledger.clone(), number }
    }
}

impl<D: Spoken> Laid for LaidInDatabase<D> {
    fn store(&self) -> Arc<dyn Store> {
        Arc::new(D::store(self.pool.clone()))
    }

    fn ledger(&self) -> Arc<dyn Ledger> {
        Arc::new(self.ledger.clone())
    }

    fn number(&self) -> u64 {
        self.number
    }

    async fn tables(&self, world: &World) -> Tables {
        let mut tables = Tables::new();
        for table in world.tables.keys() {
            let columns = columns(world, table);
            let sql = format!("SELECT {} FROM {table} ORDER BY id", columns.join(", "));
            let read = |texts: Vec<Option<String>>| -> Row {
                let filled = columns.iter().zip(texts).filter_map(|(name, text)| Some((name, text?)));
                filled.map(|(name, text)| (name.clone(), value_of(world, table, name, text))).collect()
            };
            let rows = D::rows(&self.pool, sql).await.unwrap();
            tables.insert(table.clone(), rows.into_iter().map(read).collect());
        }
        tables
    }

    async fn insert(&self, table: &str, row: &Row) -> bool {
        D::run(&self.pool, insert(table, row)).await.is_ok()
    }
}

/// Every table that any case has, those first that no other points to.
const TABLES: [&str; 11] = [
    "posts", "members", "rooms", "files", "messages", "talks", "entries", "bills", "versions", "drafts",
    "letters",
];

/// The statements that make the tables and fill them.
fn script<D: Spoken>(world: &World) -> String {
    let [before, after] = D::WITHOUT_FOREIGN_KEYS;
    let along = if D::ADDS_FOREIGN_KEYS { " CASCADE" } else { "" };
    let mut sql = format!("{before}\n");
    for table in TABLES.into_iter().chain(["contacts"]) {
        let _ = writeln!(sql, "DROP TABLE IF EXISTS {table}{along};");
    }
    for table in world.tables.keys() {
        let mut parts: Vec<String> = columns(world, table)
            .iter()
            .map(|name| match name.as_str() {
                "id" => format!("id {} NOT NULL PRIMARY KEY", D::KEY),
                name if is_number(world, table, name) => format!("{name} BIGINT NULL"),
                name => format!("{name} VARCHAR(200) NULL"),
            })
            .collect();
        if !D::ADDS_FOREIGN_KEYS {
            parts.extend(foreign_keys(world).filter(|(from, _)| from == table).map(|(_, key)| key));
        }
        let _ = writeln!(sql, "CREATE TABLE {table} (\n  {}\n);", parts.join(",\n  "));
    }
    for (table, rows) in &world.tables {
        sql.extend(rows.iter().map(|row| insert(table, row) + "\n"));
    }
    if D::ADDS_FOREIGN_KEYS {
        sql.extend(foreign_keys(world).map(|(table, key)| format!("ALTER TABLE {table} ADD {key};\n")));
    }
    sql + after
}

/// Every foreign key with the table from which it points.
fn foreign_keys(world: &World) -> impl Iterator<Item = (String, String)> {
    let kept = if world.described { kept_links(world) } else { Vec::new() };
    kept.into_iter().map(|(from, link, to)| {
        let key = format!("FOREIGN KEY ({}) REFERENCES {} (id)", link.fields[0], to.table);
        (from.table.clone(), key)
    })
}

fn columns(world: &World, table: &str) -> Vec<String> {
    let collection = world.collections.iter().find(|it| it.table == table).unwrap();
    let mut names = collection.field_names();
    names.extend(world.tables[table].iter().flat_map(|row| row.keys().cloned()));
    // Rows that the host inserts have them too.
    names.extend(["memo", "who"].map(str::to_owned));
    names.into_iter().collect()
}

fn is_number(world: &World, table: &str, name: &str) -> bool {
    let is_link = |name: &str| {
        let here = world.collections.iter().filter(|it| it.table == table);
        here.flat_map(|it| &it.links).any(|it| it.fields[0] == name)
    };
    ["id", "issued_at", "seen_at"].contains(&name) || is_link(name)
}

fn value_of(world: &World, table: &str, name: &str, text: String) -> Value {
    match text.parse::<i64>() {
        Ok(number) if is_number(world, table, name) => number.into(),
        _ => text.into(),
    }
}

fn insert(table: &str, row: &Row) -> String {
    let filled: Vec<(&String, String)> =
        row.iter().filter_map(|(field, it)| Some((field, it.to_text()?))).collect();
    let names: Vec<&str> = filled.iter().map(|(name, _)| name.as_str()).collect();
    let texts: Vec<String> =
        filled.iter().map(|(_, text)| format!("'{}'", text.replace('\'', "''"))).collect();
    format!("INSERT INTO {table} ({}) VALUES ({});", names.join(", "), texts.join(", "))
}
