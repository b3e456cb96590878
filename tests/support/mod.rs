//! A small world on the memory adapter: files as text, rows as pairs, requests as the command writes them.

use std::sync::Arc;

use chrono::{DateTime, Utc};
use oubliette::adapter::memory::{MemoryLedger, MemoryStore};
use oubliette::datamap::DataMap;
use oubliette::engine::{Engine, EngineBuilder, Idempotency, Report};
use oubliette::identifier::Identifier;
use oubliette::policy::{Channel, Policy};
use oubliette::port::{ManualClock, MasterKey};
use oubliette::request::Request;
use oubliette::value::Value;

/// The instant at which tests run unless they say otherwise.
pub fn now() -> DateTime<Utc> {
    "2026-11-21T00:00:00Z".parse().unwrap()
}

pub struct World {
    pub policy: Policy,
    pub map: DataMap,
    pub store: MemoryStore,
    pub ledger: MemoryLedger,
    pub clock: Arc<ManualClock>,
}

impl World {
    pub fn new(policy: &str, map: &str, tables: &[(&str, &[&str])]) -> Self {
        let store = tables.iter().fold(MemoryStore::new(), |store, (name, key)| {
            store.with_table(*name, key.iter().map(ToString::to_string).collect::<Vec<_>>())
        });
        Self {
            policy: Policy::from_toml(policy).unwrap(),
            map: DataMap::from_toml(map).unwrap(),
            store,
            ledger: MemoryLedger::new(),
            clock: Arc::new(ManualClock::new(now())),
        }
    }

    pub fn insert(&self, table: &str, row: &[(&str, Value)]) {
        self.store
            .insert(table, row.iter().map(|(field, value)| ((*field).to_owned(), value.clone())))
            .unwrap();
    }

    pub fn column(&self, table: &str, field: &str) -> Vec<Value> {
        self.store.rows(table).iter().map(|row| row.get(field).cloned().unwrap_or(Value::Null)).collect()
    }

    pub fn builder(&self) -> EngineBuilder {
        Engine::builder(self.policy.clone(), self.map.clone())
            .with_store("crm", self.store.clone())
            .with_ledger(self.ledger.clone())
            .with_keys(MasterKey::new([7; 32]))
            .with_clock(self.clock.clone())
    }

    pub async fn engine(&self) -> Engine {
        self.builder().build().await.unwrap()
    }

    pub async fn erase(&self, identifiers: &[&str]) -> Report {
        let engine = self.engine().await;
        let ticket = engine.open(&request(identifiers), &Idempotency::WhileOpen).await.unwrap();
        engine.run(ticket.id).await.unwrap()
    }
}

/// A request of an operator's for one person in all tenants.
pub fn request(identifiers: &[&str]) -> Request {
    Request::builder(Channel::Operator)
        .with_identifiers(identifiers.iter().map(|it| Identifier::parse_pair(it, None).unwrap()))
        .for_all_tenants()
        .build()
        .unwrap()
}
