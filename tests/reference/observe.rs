//! Lets the engine carry a world's request out on the memory adapter, and notes what it did.

use std::collections::BTreeSet;
use std::panic::AssertUnwindSafe;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use chrono::{DateTime, Utc};
use oubliette::adapter::memory::{MemoryLedger, MemoryStore};
use oubliette::datamap::{DataMap, Value};
use oubliette::engine::{Engine, Recurrence, Report};
use oubliette::policy::{HoldScope, LegalHold, Policy};
use oubliette::port::{Capabilities, Clock, Column, ColumnKind, MasterKey, OnDelete, Reference, Schema};
use oubliette::request::{Channel, Identifier, Request, Scope as Asked};

use super::model::{Collection, Scope, Tables, World, value};

/// How the engine is set up.
#[derive(Debug, Clone, Copy)]
pub struct Setup {
    pub batch: usize,
    pub capabilities: Capabilities,
    /// Whether the request is previewed first.
    pub previews: bool,
}

impl Setup {
    pub const USUAL: Self = Self { batch: 2_000, capabilities: Capabilities::FULL, previews: true };
}

/// What the engine did.
pub struct Seen {
    pub tables: Tables,
    pub preview: Option<Report>,
    pub report: Report,
}

/// Runs the world's request, after a preview of it.
///
/// # Errors
/// What the engine says, or what it did wrong besides the rows, in words.
pub fn observe(world: &World, setup: Setup, now: DateTime<Utc>) -> Result<Seen, String> {
    let attempt = || {
        let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
        runtime.block_on(run(world, setup, now))
    };
    std::panic::catch_unwind(AssertUnwindSafe(attempt)).unwrap_or_else(|panic| {
        let words = panic.downcast_ref::<String>().cloned();
        Err(format!("panic: {}", words.unwrap_or_else(|| "the engine never ends, or panicked".to_owned())))
    })
}

/// A clock that stands still, and stops an engine that never ends.
#[derive(Debug)]
struct PatientClock {
    now: DateTime<Utc>,
    asked: AtomicUsize,
}

/// Far more often than any world of a few rows needs to know the time.
const PATIENCE: usize = 500;

impl Clock for PatientClock {
    fn now(&self) -> DateTime<Utc> {
        assert!(self.asked.fetch_add(1, Ordering::Relaxed) < PATIENCE);
        self.now
    }
}

/// Whether both files can be used.
pub fn is_valid(world: &World) -> bool {
    DataMap::from_toml(&world.map_toml()).is_ok() && Policy::from_toml(&world.policy_toml()).is_ok()
}

async fn run(world: &World, setup: Setup, now: DateTime<Utc>) -> Result<Seen, String> {
    let store = fill(world, setup.capabilities);
    let policy = Policy::from_toml(&world.policy_toml()).map_err(|error| error.to_string())?;
    let map = DataMap::from_toml(&world.map_toml()).map_err(|error| error.to_string())?;
    let holds = world
        .holds
        .iter()
        .map(|it| LegalHold::new("case", HoldScope::Category(it.parse().unwrap())).unwrap());
    let engine = Engine::builder(policy, map)
        .with_store("crm", store.clone())
        .with_ledger(MemoryLedger::new())
        .with_keys(MasterKey::new([7; 32]))
        .with_clock(Arc::new(PatientClock { now, asked: AtomicUsize::new(0) }))
        .with_holds(holds)
        .with_batch_size(setup.batch)
        .build()
        .await
        .map_err(|error| format!("build: {error}"))?;
    let request = request(world);
    let mut preview = None;
    if setup.previews {
        let (_, report) = engine.preview(&request).await.map_err(|error| format!("preview: {error}"))?;
        if read(world, &store) != read(world, &fill(world, setup.capabilities)) {
            return Err("the preview changed something".to_owned());
        }
        preview = Some(report);
    }
    let ticket =
        engine.open(&request, &Recurrence::WhileOpen).await.map_err(|error| format!("open: {error}"))?;
    let report = engine.run(ticket.id).await.map_err(|error| format!("run: {error}"))?;
    Ok(Seen { tables: read(world, &store), preview, report })
}

fn request(world: &World) -> Request {
    let scope = match &world.request.scope {
        Scope::Subject => Asked::Subject,
        Scope::Tenant => Asked::Tenant,
        Scope::Categories(ids) => Asked::Categories(ids.iter().map(|it| it.parse().unwrap()).collect()),
    };
    let identifiers =
        world.request.identifiers.iter().map(|(kind, text)| Identifier::parse(kind, text, None).unwrap());
    let builder = Request::builder(Channel::Operator).with_identifiers(identifiers).with_scope(scope);
    match &world.request.tenant {
        Some(tenant) => builder.in_tenant(tenant),
        None => builder.for_all_tenants(),
    }
    .build()
    .unwrap()
}

fn fill(world: &World, capabilities: Capabilities) -> MemoryStore {
    let mut store = MemoryStore::with_capabilities(capabilities);
    for (table, rows) in &world.tables {
        let Some(collection) = world.collections.iter().find(|it| it.table == *table) else {
            continue;
        };
        store = if world.described {
            store.with_described_table(table, collection.key.clone(), schema(world, table))
        } else {
            store.with_table(table, collection.key.clone())
        };
        for row in rows {
            store.insert(table, row.clone()).unwrap();
        }
    }
    store
}

/// All rows in the order of their keys, without the fields that are null.
fn read(world: &World, store: &MemoryStore) -> Tables {
    let rows = |table: &String| {
        store
            .rows(table)
            .into_iter()
            .map(|row| row.into_iter().filter(|(_, value)| !value.is_null()).collect())
            .collect()
    };
    world.tables.keys().map(|table| (table.clone(), rows(table))).collect()
}

fn schema(world: &World, table: &str) -> Schema {
    let here: Vec<&Collection> = world.collections.iter().filter(|it| it.table == table).collect();
    let mut names: BTreeSet<String> = here.iter().flat_map(|it| it.field_names()).collect();
    for row in &world.tables[table] {
        names.extend(row.keys().cloned());
    }
    // A link may point to a field that its target's own entry in the map does not name.
    for link in world.collections.iter().flat_map(|it| &it.links) {
        let is_here = here.iter().any(|it| it.name == link.to);
        names.extend(link.to_field.iter().filter(|_| is_here).cloned());
    }
    let is_nullable =
        |name: &String| here.iter().all(|it| !it.key.contains(name) && !it.not_null.contains(name));
    let columns = names
        .iter()
        .map(|name| Column {
            name: name.clone(),
            kind: ColumnKind::Other,
            nullable: is_nullable(name),
            ..Column::default()
        })
        .collect();
    let key = here[0].key.clone();
    Schema {
        columns,
        unique: vec![key.clone()],
        indexes: vec![key],
        referred_by: references(world, &here),
        ..Schema::default()
    }
}

/// Foreign keys for the plain links to a table, where the rows keep to them.
fn references(world: &World, here: &[&Collection]) -> Vec<Reference> {
    let [target] = here else { return Vec::new() };
    let mut references = Vec::new();
    for from in world.collections.iter().filter(|it| it.only.is_empty()) {
        let plain =
            |it: &&super::model::Link| it.to == target.name && it.to_field.is_none() && it.only.is_empty();
        for link in from.links.iter().filter(plain).filter(|_| target.only.is_empty()) {
            let is_kept = world.tables[&from.table].iter().all(|row| {
                let forms: Option<Vec<String>> =
                    link.fields.iter().map(|field| value(row, field).to_text()).collect();
                let is_named = |other: &super::model::Row| {
                    target
                        .key
                        .iter()
                        .map(|field| value(other, field).to_text())
                        .collect::<Option<Vec<String>>>()
                        == forms
                };
                forms.is_none() || world.tables[&target.table].iter().any(is_named)
            });
            if is_kept {
                references.push(Reference {
                    table: from.table.clone(),
                    columns: link.fields.clone(),
                    to_columns: target.key.clone(),
                    on_delete: OnDelete::Refuse,
                });
            }
        }
    }
    references
}

/// Text for a failing test's message.
pub fn report_text(report: &Report) -> String {
    let steps: Vec<String> = report
        .steps
        .iter()
        .map(|it| {
            format!(
                "  {} {} {:?} {} ({})",
                it.collection,
                it.records,
                it.outcome,
                it.action.as_str(),
                it.words
            )
        })
        .collect();
    format!("{:?}\n{}\n{:?}", report.state, steps.join("\n"), report.identification)
}

/// A table's key as one text, to order rows as the store does.
pub fn key_of(collection: &Collection, row: &super::model::Row) -> Vec<Value> {
    collection.key.iter().map(|field| value(row, field)).collect()
}
