//! A million messages in a database, and fresh copies of it.

use std::path::PathBuf;
use std::sync::Arc;

use oubliette::adapter::sql::{SqliteLedger, SqliteStore};
use oubliette::port::{Ledger, Store};

use crate::raw::Raw;

pub const MESSAGES: i64 = 1_000_000;
const CONTACTS: i64 = 10_000;
/// Where the ledger lies if the copy is used more than once.
const LEDGER: &str = "oubliette_bench_ledger";

/// A database system.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum System {
    Sqlite,
    #[cfg(feature = "postgres")]
    Postgres,
    #[cfg(feature = "mysql")]
    Mariadb,
}

impl System {
    pub const ALL: &[Self] = &[
        Self::Sqlite,
        #[cfg(feature = "postgres")]
        Self::Postgres,
        #[cfg(feature = "mysql")]
        Self::Mariadb,
    ];

    pub fn name(self) -> &'static str {
        match self {
            Self::Sqlite => "sqlite",
            #[cfg(feature = "postgres")]
            Self::Postgres => "postgres",
            #[cfg(feature = "mysql")]
            Self::Mariadb => "mariadb",
        }
    }
}

/// A contact's number.
pub fn phone(contact: i64) -> String {
    format!("+1555{contact:07}")
}

/// Numbers from 1 on, as a table `n (i)`, up to `last`.
fn numbers(kind: System, last: i64) -> String {
    match kind {
        System::Sqlite => format!(
            "(WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {last}) SELECT i FROM n) AS n"
        ),
        #[cfg(feature = "postgres")]
        System::Postgres => format!("generate_series(1, {last}) AS n (i)"),
        #[cfg(feature = "mysql")]
        System::Mariadb => format!("(SELECT seq AS i FROM seq_1_to_{last}) AS n"),
    }
}

/// The master that is never erased in.
pub struct BenchDatabase {
    pub kind: System,
    folder: PathBuf,
    server: Option<Raw>,
    #[cfg(feature = "mysql")]
    has_copy: std::cell::Cell<bool>,
}

/// A copy to erase in.
pub struct Copy {
    kind: System,
    url: String,
    ledger: String,
    raw: Raw,
}

/// How many messages and contacts are there, of some people and of all others.
pub struct Left {
    pub theirs: i64,
    pub others: i64,
}

impl BenchDatabase {
    /// Fills the master.
    ///
    /// # Errors
    /// Why there is none, in words: the server does not answer.
    pub async fn build(kind: System) -> Result<Self, String> {
        let folder = std::env::temp_dir().join(format!("oubliette-bench-{}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        let server = Raw::server(kind).await?;
        let database = Self {
            kind,
            folder,
            server,
            #[cfg(feature = "mysql")]
            has_copy: std::cell::Cell::new(false),
        };
        database.create("oubliette_bench_master").await;
        let master = Raw::open(kind, &database.url("oubliette_bench_master")).await;
        for statement in [
            "CREATE TABLE contacts (id BIGINT NOT NULL PRIMARY KEY, phone VARCHAR(20) NOT NULL UNIQUE)".to_owned(),
            "CREATE TABLE messages (id BIGINT NOT NULL PRIMARY KEY, contact_id BIGINT REFERENCES contacts (id), \
             body VARCHAR(200), sent_at TIMESTAMP NULL)"
                .to_owned(),
            format!(
                "INSERT INTO contacts SELECT i, {} FROM {}",
                match kind {
                    System::Sqlite => "'+1555' || printf('%07d', i)",
                    #[cfg(feature = "postgres")]
                    System::Postgres => "'+1555' || lpad(i::text, 7, '0')",
                    #[cfg(feature = "mysql")]
                    System::Mariadb => "concat('+1555', lpad(i, 7, '0'))",
                },
                numbers(kind, CONTACTS)
            ),
            // Every 10,000th message is the first subject's, every 10th the second's: spread over the whole table.
            format!(
                "INSERT INTO messages SELECT i, CASE WHEN i % 10000 = 5 THEN 1 WHEN i % 10 = 0 THEN 2 ELSE 3 + i % 8999 END, \
                 'Hello, this is a message', '2026-01-01 00:00:00' FROM {}",
                numbers(kind, MESSAGES)
            ),
            "CREATE INDEX messages_contact ON messages (contact_id)".to_owned(),
        ] {
            master.execute(&statement).await;
        }
        // As the server itself does after so many rows: what is copied is a table that lives, not one just loaded.
        #[cfg(feature = "postgres")]
        if kind == System::Postgres {
            master.execute("VACUUM").await;
        }
        master.close().await;
        Ok(database)
    }

    async fn create(&self, name: &str) {
        if let Some(server) = &self.server {
            server.execute(&format!("DROP DATABASE IF EXISTS {name}")).await;
            server.execute(&format!("CREATE DATABASE {name}")).await;
        }
    }

    fn url(&self, name: &str) -> String {
        match self.kind {
            System::Sqlite => format!("{}/{name}.db", self.folder.display()),
            #[cfg(feature = "postgres")]
            System::Postgres => Raw::url_of(self.kind, name),
            #[cfg(feature = "mysql")]
            System::Mariadb => Raw::url_of(self.kind, name),
        }
    }

    /// A fresh copy of the master.
    pub async fn copy(&self) -> Copy {
        let (from, to) = ("oubliette_bench_master", "oubliette_bench_copy");
        match self.kind {
            System::Sqlite => {
                for extension in ["db", "ledger", "ledger-wal", "ledger-shm"] {
                    let _ = std::fs::remove_file(self.folder.join(to).with_extension(extension));
                }
                std::fs::copy(self.url(from), self.url(to)).unwrap();
            }
            #[cfg(feature = "postgres")]
            System::Postgres => {
                if let Some(server) = &self.server {
                    server.execute(&format!("DROP DATABASE IF EXISTS {to} WITH (FORCE)")).await;
                    server.execute(&format!("CREATE DATABASE {to} TEMPLATE {from}")).await;
                    server.execute("CHECKPOINT").await;
                }
            }
            #[cfg(feature = "mysql")]
            System::Mariadb => {
                self.create(LEDGER).await;
                self.refill(from, to).await;
            }
        }
        let raw = Raw::open(self.kind, &self.url(to)).await;
        let analyze = match self.kind {
            #[cfg(feature = "mysql")]
            System::Mariadb => "ANALYZE TABLE contacts, messages",
            _ => "ANALYZE",
        };
        raw.execute(analyze).await;
        let ledger = match self.kind {
            System::Sqlite => format!("{}/{to}.ledger", self.folder.display()),
            #[cfg(feature = "postgres")]
            System::Postgres => self.url(to),
            #[cfg(feature = "mysql")]
            System::Mariadb => self.url(LEDGER),
        };
        Copy { kind: self.kind, url: self.url(to), ledger, raw }
    }

    /// Gives the copy what it lacks. MariaDB copies a table row by row, which takes minutes for all of it.
    #[cfg(feature = "mysql")]
    async fn refill(&self, from: &str, to: &str) {
        let Some(server) = &self.server else { return };
        if !self.has_copy.replace(true) {
            self.create(to).await;
            for table in ["contacts", "messages"] {
                server.execute(&format!("CREATE TABLE {to}.{table} LIKE {from}.{table}")).await;
            }
            let key = "ADD FOREIGN KEY (contact_id) REFERENCES contacts (id)";
            server.execute(&format!("ALTER TABLE {to}.messages {key}")).await;
        }
        for table in ["contacts", "messages"] {
            let lacking = format!("NOT EXISTS (SELECT 1 FROM {to}.{table} c WHERE c.id = m.id)");
            let rows = format!("SELECT m.* FROM {from}.{table} m WHERE {lacking}");
            server.execute(&format!("INSERT INTO {to}.{table} {rows}")).await;
        }
    }

    /// Takes everything away.
    pub async fn drop(self) {
        if let Some(server) = &self.server {
            for name in ["oubliette_bench_copy", "oubliette_bench_master", LEDGER] {
                server.execute(&format!("DROP DATABASE IF EXISTS {name}")).await;
            }
        }
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}

impl Copy {
    /// The store and the ledger over this copy.
    pub async fn ports(&self) -> (Arc<dyn Store>, Arc<dyn Ledger>) {
        match self.kind {
            System::Sqlite => (
                Arc::new(SqliteStore::open(&self.url).await.unwrap()),
                Arc::new(SqliteLedger::open(&self.ledger).await.unwrap()),
            ),
            #[cfg(feature = "postgres")]
            System::Postgres => {
                use oubliette::adapter::sql::{PostgresLedger, PostgresStore};
                (
                    Arc::new(PostgresStore::open(&self.url).await.unwrap()),
                    Arc::new(PostgresLedger::open(&self.ledger).await.unwrap()),
                )
            }
            #[cfg(feature = "mysql")]
            System::Mariadb => {
                use oubliette::adapter::sql::{MysqlLedger, MysqlStore};
                (
                    Arc::new(MysqlStore::open(&self.url).await.unwrap()),
                    Arc::new(MysqlLedger::open(&self.ledger).await.unwrap()),
                )
            }
        }
    }

    /// What anybody would write who has the people's numbers.
    pub async fn erase_by_hand(&self, people: &[i64]) {
        let phones: Vec<String> = people.iter().map(|contact| format!("'{}'", phone(*contact))).collect();
        let theirs = format!("SELECT id FROM contacts WHERE phone IN ({})", phones.join(", "));
        let ids = self.raw.numbers(&theirs).await;
        let ids: Vec<String> = ids.iter().map(ToString::to_string).collect();
        let ids = ids.join(", ");
        self.raw.execute(&format!("DELETE FROM messages WHERE contact_id IN ({ids})")).await;
        self.raw.execute(&format!("DELETE FROM contacts WHERE id IN ({ids})")).await;
    }

    /// One statement a row in one transaction, which flatters it: most systems commit each.
    pub async fn erase_row_by_row(&self, contact: i64) {
        let messages = format!("SELECT id FROM messages WHERE contact_id = {contact}");
        let messages = self.raw.numbers(&messages).await;
        self.raw.erase_each("messages", &messages).await;
        self.raw.erase_each("contacts", &[contact]).await;
    }

    /// What is left.
    pub async fn left(&self, people: &[i64]) -> Left {
        let ids: Vec<String> = people.iter().map(ToString::to_string).collect();
        let ids = ids.join(", ");
        let mut left = Left { theirs: 0, others: 0 };
        for (table, field) in [("messages", "contact_id"), ("contacts", "id")] {
            let theirs = format!("SELECT count(*) FROM {table} WHERE {field} IN ({ids})");
            let all = format!("SELECT count(*) FROM {table}");
            let (theirs, all) = (self.raw.numbers(&theirs).await[0], self.raw.numbers(&all).await[0]);
            left.theirs += theirs;
            left.others += all - theirs;
        }
        left
    }

    pub async fn close(self) {
        self.raw.close().await;
    }
}
