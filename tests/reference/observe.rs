//! Lets the engine carry a world's request out on a stage, and notes what it did.

use std::panic::AssertUnwindSafe;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use chrono::{DateTime, Utc};
use oubliette::datamap::DataMap;
use oubliette::engine::{Engine, Idempotency, Report};
use oubliette::hold::{HoldScope, LegalHold};
use oubliette::identifier::Identifier;
use oubliette::policy::{Channel, Policy};
use oubliette::port::{Capabilities, Clock};
use oubliette::request::{Choice, Decision, Request as Opened, RequestState, Scope as Asked};
use oubliette::value::Value;

use super::model::{Collection, Release, Request, Row, Scope, Tables, World, value};
use super::stage::{Scene, Stage};

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

/// Runs the world's request on a stage, after a preview of it.
///
/// # Errors
/// What the engine says, or what it did wrong besides the rows, in words.
pub fn observe(stage: &impl Stage, world: &World, setup: Setup, now: DateTime<Utc>) -> Result<Seen, String> {
    let attempt = || stage.block_on(run(stage, world, setup, now));
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

/// Whether both files can be used, and the request be opened under them.
pub fn is_valid(world: &World) -> bool {
    DataMap::from_toml(&world.map_toml()).is_ok()
        && Policy::from_toml(&world.policy_toml()).is_ok()
        && clears_what_may_be_null(world)
        && names_somebody(world)
        && names_a_tenant(world)
}

fn clears_what_may_be_null(world: &World) -> bool {
    world.collections.iter().all(|collection| {
        let is_refused = |fields: &[String]| fields.iter().any(|it| collection.not_null.contains(it));
        collection
            .links
            .iter()
            .all(|link| !matches!(&link.release, Release::Clear(fields) if is_refused(fields)))
    })
}

/// Whether everybody is named by some identifier of a kind that the map has.
fn names_somebody(world: &World) -> bool {
    let Request { identifiers, persons, .. } = &world.request;
    let is_known =
        |kind: &String| world.collections.iter().flat_map(|it| &it.identifiers).any(|it| it.kind == *kind);
    let is_named = |it: &Vec<(String, String)>| it.iter().any(|(kind, _)| is_known(kind));
    if persons.is_empty() { is_named(identifiers) } else { persons.iter().all(is_named) }
}

/// Whether the tenant is there, where there is a collection of tenants.
fn names_a_tenant(world: &World) -> bool {
    let mut roots = world.collections.iter().filter(|it| it.tenant_root).peekable();
    let Some(tenant) = world.request.tenant.as_ref().filter(|_| roots.peek().is_some()) else { return true };
    let is_it = |root: &Collection, row: &Row| {
        root.has(row) && value(row, &root.key[0]).to_text().as_ref() == Some(tenant)
    };
    roots.any(|root| world.tables[&root.table].iter().any(|row| is_it(root, row)))
}

async fn run(stage: &impl Stage, world: &World, setup: Setup, now: DateTime<Utc>) -> Result<Seen, String> {
    let scene = stage.set(world, setup.capabilities).await?;
    let policy = Policy::from_toml(&world.policy_toml()).map_err(|error| error.to_string())?;
    let map = DataMap::from_toml(&world.map_toml()).map_err(|error| error.to_string())?;
    let holds = world
        .holds
        .iter()
        .map(|it| LegalHold::new("case", HoldScope::Category(it.parse().unwrap())).unwrap());
    let builder = Engine::builder(policy, map)
        .with_clock(Arc::new(PatientClock { now, asked: AtomicUsize::new(0) }))
        .with_holds(holds)
        .with_batch_size(setup.batch);
    let engine = scene.equip(builder).build().await.map_err(|error| format!("build: {error}"))?;
    let request = request(world);
    let mut preview = None;
    if setup.previews {
        let before = scene.tables(world).await?;
        let (_, report) = engine.preview(&request).await.map_err(|error| format!("preview: {error}"))?;
        if scene.tables(world).await? != before {
            return Err("the preview changed something".to_owned());
        }
        preview = Some(report);
    }
    let ticket =
        engine.open(&request, &Idempotency::WhileOpen).await.map_err(|error| format!("open: {error}"))?;
    let mut report = engine.run(ticket.id).await.map_err(|error| format!("run: {error}"))?;
    // What is no rule's to take may still hold an identifier: whoever is asked leaves it.
    for _ in 0..3 {
        if report.state != RequestState::AwaitingDecision {
            break;
        }
        for question in report.questions.iter().filter(|question| question.is_open()) {
            let (reason, by) = ("no rule takes it".to_owned(), "the reference".to_owned());
            let decision = Decision { answer: Choice::Leave, reason, by };
            let decided = engine.decide(ticket.id, question.number, decision).await;
            decided.map_err(|error| format!("decide: {error}"))?;
        }
        report = engine.run(ticket.id).await.map_err(|error| format!("run again: {error}"))?;
    }
    Ok(Seen { tables: scene.tables(world).await?, preview, report })
}

fn request(world: &World) -> Opened {
    let scope = match &world.request.scope {
        Scope::Subject => Asked::Subject,
        Scope::Tenant => Asked::Tenant,
        Scope::Categories(ids) => Asked::Categories(ids.iter().map(|it| it.parse().unwrap()).collect()),
    };
    let parsed = |given: &[(String, String)]| -> Vec<Identifier> {
        given.iter().map(|(kind, text)| Identifier::parse(kind, text, None).unwrap()).collect()
    };
    let builder = Opened::builder(Channel::Operator).with_scope(scope);
    let builder = match world.request.persons.as_slice() {
        [] => builder.with_identifiers(parsed(&world.request.identifiers)),
        persons => persons.iter().fold(builder, |builder, person| builder.with_person(parsed(person))),
    };
    match &world.request.tenant {
        Some(tenant) => builder.in_tenant(tenant),
        None => builder.for_all_tenants(),
    }
    .build()
    .unwrap()
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
pub fn key_of(collection: &Collection, row: &Row) -> Vec<Value> {
    collection.key.iter().map(|field| value(row, field)).collect()
}
