//! Where worlds are laid out, erased from, and looked at.

use std::sync::Arc;

use oubliette::adapter::memory::{MemoryLedger, MemoryStore};
use oubliette::datamap::DataMap;
use oubliette::engine::{Engine, Idempotency};
use oubliette::policy::Policy;
use oubliette::port::{Capabilities, ManualClock, MasterKey, Store};
use oubliette::value::{Value, elements};

use crate::model::{List, Seen, World};
use crate::support::{now, request};

pub const POLICY: &str = r#"
name = "Test"
version = "1"
[channels.operator]
[[category]]
id = "contacts"
on_erasure = "erase"
[[category]]
id = "conversations"
on_erasure = "erase"
"#;

pub const MAP: &str = r#"
[[collection]]
name = "contacts"
key = "id"
category = "contacts"
subject = "contact"
identifiers = { phone = { field = "phone", stored = "e164" } }
#cycle mentions = [{ field = "last_chat_id", of = "chats" }]

[[collection]]
name = "chats"
key = "id"
category = "conversations"
owned_by = [
  { field = "participants", of = "contacts", list = true },
  { field = "creator_id", of = "contacts" },
]
mentions = [{ field = "mentioned", of = "contacts", list = true }]

[[collection]]
name = "messages"
key = "id"
category = "conversations"
owned_by = [{ field = "chat_id", of = "chats" }]
"#;

pub trait Ground {
    /// Empties the ground, and lays the world out.
    async fn lay_out(&self, world: &World);

    /// Erases a person, and says in which state the request ended.
    async fn erase(&self, person: i64, has_cycle: bool, batch: usize) -> String;

    /// What there is by now.
    async fn seen(&self, world: &World) -> Seen;
}

pub fn phone(person: i64) -> String {
    format!("+1555000000{person}")
}

pub fn map(has_cycle: bool) -> String {
    if has_cycle { MAP.replace("#cycle ", "") } else { MAP.to_owned() }
}

async fn erased(store: impl Store, person: i64, has_cycle: bool, batch: usize) -> String {
    let map = DataMap::from_toml(&map(has_cycle)).unwrap();
    let engine = Engine::builder(Policy::from_toml(POLICY).unwrap(), map)
        .with_store("crm", store)
        .with_ledger(MemoryLedger::new())
        .with_keys(MasterKey::new([7; 32]))
        .with_clock(Arc::new(ManualClock::new(now())))
        .with_batch_size(batch)
        .build()
        .await
        .unwrap();
    let who = request(&[&format!("phone={}", phone(person))]);
    let ticket = engine.open(&who, &Idempotency::WhileOpen).await.unwrap();
    engine.run(ticket.id).await.unwrap().state.to_string()
}

fn number(value: &Value) -> Option<i64> {
    value.to_text().map(|text| text.parse().unwrap())
}

fn list(value: &Value) -> List {
    if value.is_null() {
        return None;
    }
    Some(elements(value).unwrap().iter().map(number).collect())
}

/// A store in memory, with fresh tables for each world.
pub struct InMemory {
    capabilities: Capabilities,
    store: std::sync::Mutex<MemoryStore>,
}

impl InMemory {
    pub fn new(capabilities: Capabilities) -> Self {
        Self { capabilities, store: std::sync::Mutex::new(MemoryStore::with_capabilities(capabilities)) }
    }

    fn store(&self) -> MemoryStore {
        self.store.lock().unwrap().clone()
    }
}

impl Ground for InMemory {
    async fn lay_out(&self, world: &World) {
        let store = ["contacts", "chats", "messages"]
            .iter()
            .fold(MemoryStore::with_capabilities(self.capabilities), |store, table| {
                store.with_table(*table, ["id"])
            });
        let insert = |table: &str, row: Vec<(&str, Value)>| {
            store.insert(table, row.into_iter().map(|(field, value)| (field.to_owned(), value))).unwrap();
        };
        let optional = |number: Option<i64>| number.map_or(Value::Null, Value::from);
        for (id, last) in &world.people {
            insert(
                "contacts",
                vec![("id", (*id).into()), ("phone", phone(*id).into()), ("last_chat_id", optional(*last))],
            );
        }
        for chat in &world.chats {
            let written = |list: &List| world.json(list).map_or(Value::Null, Value::from);
            insert(
                "chats",
                vec![
                    ("id", chat.id.into()),
                    ("participants", written(&chat.participants)),
                    ("creator_id", optional(chat.creator)),
                    ("mentioned", written(&chat.mentioned)),
                ],
            );
            insert("messages", vec![("id", chat.id.into()), ("chat_id", chat.id.into())]);
        }
        *self.store.lock().unwrap() = store;
    }

    async fn erase(&self, person: i64, has_cycle: bool, batch: usize) -> String {
        erased(self.store(), person, has_cycle, batch).await
    }

    async fn seen(&self, _: &World) -> Seen {
        let store = self.store();
        let field = |row: &std::collections::BTreeMap<String, Value>, name: &str| {
            row.get(name).cloned().unwrap_or(Value::Null)
        };
        let rows = |table: &str| store.rows(table);
        let id = |row: &std::collections::BTreeMap<String, Value>| number(&field(row, "id")).unwrap();
        (
            rows("contacts").iter().map(|row| (id(row), number(&field(row, "last_chat_id")))).collect(),
            rows("chats")
                .iter()
                .map(|row| {
                    let creator = number(&field(row, "creator_id"));
                    (id(row), list(&field(row, "participants")), creator, list(&field(row, "mentioned")))
                })
                .collect(),
            rows("messages").iter().map(id).collect(),
        )
    }
}

#[cfg(any(feature = "sqlite", feature = "postgres", feature = "mysql"))]
pub use in_databases::*;

#[cfg(any(feature = "sqlite", feature = "postgres", feature = "mysql"))]
mod in_databases {
    use oubliette::value::Value;
    use sqlx::Pool;

    use super::{Ground, erased, list, phone};
    use crate::database::{self, Driver};
    use crate::model::{Ids, List, Seen, World};

    /// A database, in which lists stand in columns of some type.
    pub struct InDatabase<D: Driver> {
        pool: Pool<D>,
        column: &'static str,
        /// Keeps a server's database until the ground is left.
        _kept: Option<database::Database<D>>,
    }

    #[cfg(feature = "sqlite")]
    pub type InSqlite = InDatabase<sqlx::Sqlite>;
    #[cfg(feature = "postgres")]
    pub type InPostgres = InDatabase<sqlx::Postgres>;
    #[cfg(feature = "mysql")]
    pub type InMysql = InDatabase<sqlx::MySql>;

    #[cfg(feature = "sqlite")]
    impl InSqlite {
        pub async fn new(column: &'static str) -> Self {
            let pool = database::sqlite::memory().await;
            Self { pool, column, _kept: None }.with_tables("INTEGER").await
        }
    }

    #[cfg(feature = "postgres")]
    impl InPostgres {
        pub async fn new(column: &'static str) -> Self {
            let kept = database::postgres::Database::new().await;
            Self { pool: kept.pool.clone(), column, _kept: Some(kept) }.with_tables("bigint").await
        }
    }

    #[cfg(feature = "mysql")]
    impl InMysql {
        pub async fn new(column: &'static str) -> Self {
            let kept = database::mariadb::Database::new().await;
            Self { pool: kept.pool.clone(), column, _kept: Some(kept) }.with_tables("BIGINT").await
        }
    }

    impl<D: Driver> InDatabase<D> {
        async fn with_tables(self, number: &str) -> Self {
            let list = self.column;
            for sql in [
                format!(
                    "CREATE TABLE contacts (id {number} NOT NULL PRIMARY KEY, phone VARCHAR(20), last_chat_id {number})"
                ),
                format!(
                    "CREATE TABLE chats (id {number} NOT NULL PRIMARY KEY, participants {list}, creator_id {number}, mentioned {list})"
                ),
                format!("CREATE TABLE messages (id {number} NOT NULL PRIMARY KEY, chat_id {number})"),
            ] {
                database::run(&self.pool, &sql).await;
            }
            self
        }

        fn written(&self, world: &World, list: &List) -> String {
            let Some(ids) = list else { return "NULL".to_owned() };
            if !self.column.ends_with("[]") {
                return format!("'{}'", world.json(list).unwrap());
            }
            let item = |id: &Option<i64>| id.map_or("NULL".to_owned(), |id| id.to_string());
            let between = if matches!(world.ids, Ids::Texts) { ", " } else { "," };
            format!("'{{{}}}'", ids.iter().map(item).collect::<Vec<_>>().join(between))
        }

        async fn rows(&self, sql: &str) -> Vec<Vec<Option<String>>> {
            D::rows(&self.pool, sql.to_owned()).await.unwrap()
        }
    }

    impl<D: Driver> Ground for InDatabase<D> {
        async fn lay_out(&self, world: &World) {
            let optional = |number: Option<i64>| number.map_or("NULL".to_owned(), |it| it.to_string());
            let mut sql: Vec<String> = ["contacts", "chats", "messages"]
                .iter()
                .map(|table| format!("DELETE FROM {table}"))
                .collect();
            for (id, last) in &world.people {
                sql.push(format!(
                    "INSERT INTO contacts VALUES ({id}, '{}', {})",
                    phone(*id),
                    optional(*last)
                ));
            }
            for chat in &world.chats {
                let [participants, mentioned] =
                    [&chat.participants, &chat.mentioned].map(|list| self.written(world, list));
                let creator = optional(chat.creator);
                let id = chat.id;
                sql.push(format!("INSERT INTO chats VALUES ({id}, {participants}, {creator}, {mentioned})"));
                sql.push(format!("INSERT INTO messages VALUES ({id}, {id})"));
            }
            for sql in sql {
                database::run(&self.pool, &sql).await;
            }
        }

        async fn erase(&self, person: i64, has_cycle: bool, batch: usize) -> String {
            erased(D::store(self.pool.clone()), person, has_cycle, batch).await
        }

        async fn seen(&self, _: &World) -> Seen {
            let number = |text: &Option<String>| text.as_ref().map(|text| text.parse::<i64>().unwrap());
            let held = |text: &Option<String>| list(&text.clone().map_or(Value::Null, Value::from));
            let text = |column: &str| match self.column {
                // Without it, the servers' drivers answer in bytes of their own.
                "TEXT" => column.to_owned(),
                _ => format!("CAST({column} AS CHAR(1000))"),
            };
            let chats = format!(
                "SELECT CAST(id AS CHAR(20)), {}, CAST(creator_id AS CHAR(20)), {} FROM chats ORDER BY id",
                text("participants"),
                text("mentioned")
            );
            let trimmed = |rows: Vec<Vec<Option<String>>>| -> Vec<Vec<Option<String>>> {
                let trim = |text: Option<String>| text.map(|text| text.trim().to_owned());
                rows.into_iter().map(|row| row.into_iter().map(trim).collect()).collect()
            };
            let people =
                "SELECT CAST(id AS CHAR(20)), CAST(last_chat_id AS CHAR(20)) FROM contacts ORDER BY id";
            let messages = "SELECT CAST(id AS CHAR(20)) FROM messages ORDER BY id";
            (
                trimmed(self.rows(people).await)
                    .iter()
                    .map(|row| (number(&row[0]).unwrap(), number(&row[1])))
                    .collect(),
                trimmed(self.rows(&chats).await)
                    .iter()
                    .map(|row| (number(&row[0]).unwrap(), held(&row[1]), number(&row[2]), held(&row[3])))
                    .collect(),
                trimmed(self.rows(messages).await).iter().map(|row| number(&row[0]).unwrap()).collect(),
            )
        }
    }
}
