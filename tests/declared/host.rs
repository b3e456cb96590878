//! A host on SQLite whose runs may die anywhere.

use std::sync::Arc;

use chrono::TimeDelta;
use oubliette::adapter::memory::MemoryLedger;
use oubliette::adapter::sql::SqliteStore;
use oubliette::datamap::DataMap;
use oubliette::engine::{Engine, EngineError, Idempotency, Report};
use oubliette::policy::Policy;
use oubliette::port::{Clock as _, ManualClock, MasterKey};
use oubliette::request::RequestId;
use sqlx::SqlitePool;

use crate::fuse::{Fuse, Fused};
use crate::letting_go::database;

pub struct Host {
    policy: &'static str,
    map: &'static str,
    pool: SqlitePool,
    ledger: MemoryLedger,
    clock: Arc<ManualClock>,
}

impl Host {
    pub async fn new(policy: &'static str, map: &'static str, tables: &'static str) -> Self {
        let clock = Arc::new(ManualClock::new(crate::support::now()));
        Self { policy, map, pool: database(tables).await, ledger: MemoryLedger::new(), clock }
    }

    pub async fn change(&self, sql: &str) {
        sqlx::raw_sql(sqlx::AssertSqlSafe(sql.to_owned())).execute(&self.pool).await.unwrap();
    }

    pub async fn number(&self, sql: &'static str) -> i64 {
        sqlx::query_scalar(sql).fetch_one(&self.pool).await.unwrap()
    }

    pub async fn engine(&self, fuse: &Fuse) -> Engine {
        Engine::builder(Policy::from_toml(self.policy).unwrap(), DataMap::from_toml(self.map).unwrap())
            .with_store("crm", Fused(SqliteStore::from_pool(self.pool.clone()), fuse.clone()))
            .with_ledger(Fused(self.ledger.clone(), fuse.clone()))
            .with_keys(MasterKey::new([7; 32]))
            .with_clock(self.clock.clone())
            .with_batch_size(2)
            .build()
            .await
            .unwrap()
    }

    /// Opens Ana's request.
    pub async fn open(&self) -> RequestId {
        let engine = self.engine(&Fuse::new(usize::MAX, false)).await;
        let request = crate::support::request(&["phone=+919876543210"]);
        engine.open(&request, &Idempotency::WhileOpen).await.unwrap().id
    }

    /// Runs until the fuse blows; none where it did.
    pub async fn run(&self, id: RequestId, fuse: &Fuse) -> Option<Result<Report, EngineError>> {
        let engine = self.engine(fuse).await;
        let ended = fuse.until_it_blows(engine.run(id)).await;
        // Leases end, and tries come further and further apart.
        self.clock.set(self.clock.now() + TimeDelta::days(2));
        ended
    }

    pub async fn run_whole(&self, id: RequestId) -> Result<Report, EngineError> {
        self.run(id, &Fuse::new(usize::MAX, false)).await.unwrap()
    }
}
