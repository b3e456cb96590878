//! Rows and a ledger in SQLite, each in a database of its own.

use std::sync::Arc;

use oubliette::adapter::sql::{SqliteLedger, SqliteStore};
use oubliette::port::{Ledger, Store};
use oubliette::request::RequestId;
use sqlx::sqlite::{SqlitePool, SqlitePoolOptions};
use sqlx::{AssertSqlSafe, Row as _};

use super::rows::{Row, Rows, TABLES, columns, is_number};
use super::stage::Stage;

pub struct Sqlite {
    rows: SqlitePool,
    store: SqliteStore,
    sealed: SqlitePool,
    ledger: SqliteLedger,
}

impl Stage for Sqlite {
    const STRIDE: usize = 15;

    async fn set() -> Self {
        let rows = memory().await;
        sqlx::raw_sql(AssertSqlSafe(script())).execute(&rows).await.unwrap();
        let sealed = memory().await;
        let ledger = SqliteLedger::from_pool(sealed.clone()).await.unwrap();
        Self { store: SqliteStore::from_pool(rows.clone()), rows, sealed, ledger }
    }

    fn store(&self) -> Arc<dyn Store> {
        Arc::new(self.store.clone())
    }

    fn ledger(&self) -> Arc<dyn Ledger> {
        Arc::new(self.ledger.clone())
    }

    async fn rows(&self) -> Rows {
        let mut rows = Rows(Default::default());
        for (table, _) in TABLES {
            let columns = columns(table);
            let texts: Vec<String> = columns.iter().map(|it| format!("CAST({it} AS TEXT)")).collect();
            let sql = format!("SELECT {} FROM {table}", texts.join(", "));
            for found in sqlx::query(AssertSqlSafe(sql)).fetch_all(&self.rows).await.unwrap() {
                let row: Row =
                    columns.iter().enumerate().map(|(index, column)| (*column, found.get(index))).collect();
                rows.0.insert((table, row["id"].as_ref().unwrap().parse().unwrap()), row);
            }
        }
        rows
    }

    /// One request is all that the ledger has.
    async fn sealed(&self, _: RequestId) -> Vec<String> {
        let sql = "SELECT 'dossier' FROM oubliette_sealed
                   UNION ALL
                   SELECT DISTINCT name FROM oubliette_note_sets JOIN oubliette_notes ON note_set = oubliette_note_sets.number
                   WHERE name NOT LIKE 'kept/%'";
        sqlx::query_scalar(sql).fetch_all(&self.sealed).await.unwrap()
    }
}

async fn memory() -> SqlitePool {
    let options = SqlitePoolOptions::new().max_connections(1).idle_timeout(None).max_lifetime(None);
    options.connect("sqlite::memory:").await.unwrap()
}

/// All tables with their rows, and the one foreign key that makes a shell of an address.
fn script() -> String {
    let mut script = String::new();
    for (table, _) in TABLES {
        let column = |name: &&str| match *name {
            "id" => "id INTEGER PRIMARY KEY".to_owned(),
            "address_id" => "address_id INTEGER REFERENCES addresses (id)".to_owned(),
            name if is_number(name) => format!("{name} INTEGER"),
            name => format!("{name} TEXT"),
        };
        let columns: Vec<String> = columns(table).iter().map(column).collect();
        script += &format!("CREATE TABLE {table} ({});\n", columns.join(", "));
    }
    for ((table, _), row) in Rows::before().0 {
        let cells: Vec<String> = row
            .iter()
            .map(|(field, cell)| match cell {
                None => "NULL".to_owned(),
                Some(cell) if is_number(field) => cell.clone(),
                Some(cell) => format!("'{cell}'"),
            })
            .collect();
        let fields: Vec<&str> = row.keys().copied().collect();
        script += &format!("INSERT INTO {table} ({}) VALUES ({});\n", fields.join(", "), cells.join(", "));
    }
    script
}
