//! `planner/plan/*`: plans for one request after another, each read to its last step, beside a planner that works
//! everything out anew for every request. `planner/compile`: what is worked out once.

use std::hint::black_box;

use chrono::{DateTime, Utc};
use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use oubliette::datamap::{Collection, DataMap, Event, IdentifierField, StoreKind, Target};
use oubliette::identifier::Identifier;
use oubliette::identifier::IdentifierKind;
use oubliette::plan::{Plan, Planner};
use oubliette::policy::{Channel, Disposition, Policy};
use oubliette::request::{Action, Request};

const SIZES: [usize; 4] = [10, 25, 100, 1000];

#[derive(Debug, Clone, Copy)]
enum MapShape {
    Chain,
    Tree,
    Star,
    Dag,
}

impl MapShape {
    const ALL: [Self; 4] = [Self::Chain, Self::Tree, Self::Star, Self::Dag];

    fn name(self) -> &'static str {
        match self {
            Self::Chain => "chain",
            Self::Tree => "tree",
            Self::Star => "star",
            Self::Dag => "dag",
        }
    }

    /// Whom collection `index` belongs to; collection 0 is the person.
    fn parents(self, index: usize, random: &mut u64) -> Vec<usize> {
        let mut parents = match self {
            Self::Chain => vec![index - 1],
            Self::Tree => vec![(index - 1) / 3],
            Self::Star => vec![0],
            Self::Dag => (0..3).map(|_| draw(random) % index).collect(),
        };
        parents.sort_unstable();
        parents.dedup();
        parents
    }
}

fn draw(state: &mut u64) -> usize {
    *state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
    usize::try_from(*state >> 33).unwrap()
}

fn policy() -> Policy {
    Policy::from_toml(
        r#"
        name = "Bench"
        version = "1"
        financial_year_starts = "04-01"
        [[category]]
        id = "contacts"
        on_erasure = "erase"
        [[category]]
        id = "activity"
        on_erasure = "anonymize"
        [[category]]
        id = "billing"
        on_erasure = "retain"
        retain = [{ ground = "tax_law", citation = "CGST Act 2017, s. 36", period = "72 months", start = "issued", counted_from = "financial_year_end" }]
        "#,
    )
    .unwrap()
}

fn name(index: usize) -> String {
    format!("collection_{index:04}")
}

/// Every tenth collection is kept for a ground, every seventh anonymised, the rest erased.
fn map(shape: MapShape, size: usize) -> DataMap {
    let mut random = 42;
    let mut builder = DataMap::builder().with_store("crm", StoreKind::Sql);
    for index in 0..size {
        let category = if index > 0 && index % 10 == 9 {
            "billing"
        } else if index > 0 && index % 7 == 6 {
            "activity"
        } else {
            "contacts"
        };
        let mut collection = Collection::builder(name(index), category.parse().unwrap())
            .with_key(["id"])
            .with_event(Event::new("issued", "issued_at"));
        if index == 0 {
            collection = collection
                .as_subject("contact")
                .with_identifier(IdentifierField::new(IdentifierKind::Email, "email"));
        } else {
            for parent in shape.parents(index, &mut random) {
                collection = collection.owned_by(format!("parent_{parent}"), Target::key_of(name(parent)));
            }
        }
        builder = builder.with_collection(collection);
    }
    builder.build().unwrap()
}

fn request() -> Request {
    Request::builder(Channel::Operator)
        .with_identifier(Identifier::email("ana@example.com").unwrap())
        .build()
        .unwrap()
}

/// What a planner without preparation does for every request: order by looking again and again for a collection
/// that nothing left points to, and decide each by looking its category up.
fn plan_naively(policy: &Policy, map: &DataMap) -> Vec<(String, Action)> {
    let mut left: Vec<&Collection> = map.collections().iter().collect();
    left.sort_by_key(|collection| (collection.subject().is_some(), collection.name().to_owned()));
    let mut steps = Vec::new();
    while !left.is_empty() {
        let is_free = |collection: &&Collection| {
            !left.iter().any(|other| {
                other.name() != collection.name()
                    && other.links().iter().any(|link| link.target().collection() == collection.name())
            })
        };
        let next = left.iter().position(is_free).unwrap();
        let collection = left.remove(next);
        let category = policy.category(collection.category()).unwrap();
        let name = collection.name().to_owned();
        match category.disposition() {
            Disposition::Erase => steps.push((name, Action::Erase)),
            Disposition::Anonymize => steps.push((name, Action::Anonymize)),
            Disposition::Retain => {
                steps.push((name.clone(), Action::Retain));
                steps.push((name, Action::Erase));
            }
        }
    }
    steps
}

fn read_all(plan: &Plan) -> usize {
    plan.steps().map(|step| step.collection().len() + step.category().0.len() + step.action() as usize).sum()
}

fn plans(c: &mut Criterion) {
    let now: DateTime<Utc> = "2026-11-21T00:00:00Z".parse().unwrap();
    let (policy, request) = (policy(), request());
    for shape in MapShape::ALL {
        let mut group = c.benchmark_group(format!("planner/plan/{}", shape.name()));
        for size in SIZES {
            let map = map(shape, size);
            let planner = Planner::new(&policy, &map).unwrap();
            let plan = planner.plan(&request, &[], now).unwrap();
            let main: Vec<(String, Action)> = plan
                .steps()
                .filter(|step| step.is_main())
                .map(|step| (step.collection().to_owned(), step.action()))
                .collect();
            assert_eq!(main, plan_naively(&policy, &map), "{shape:?} of {size}");
            group.throughput(Throughput::Elements(1));
            group.bench_function(BenchmarkId::new("oubliette", size), |b| {
                b.iter(|| read_all(&planner.plan(black_box(&request), &[], black_box(now)).unwrap()));
            });
            // The naive one takes seconds for a thousand collections, which teaches nothing more.
            if size <= 100 {
                group.bench_function(BenchmarkId::new("naive", size), |b| {
                    b.iter(|| plan_naively(black_box(&policy), black_box(&map)).len());
                });
            }
        }
        group.finish();
    }
}

fn compile(c: &mut Criterion) {
    let policy = policy();
    let mut group = c.benchmark_group("planner/compile");
    for size in SIZES {
        let map = map(MapShape::Tree, size);
        group.bench_function(BenchmarkId::new("tree", size), |b| {
            b.iter(|| Planner::new(black_box(&policy), black_box(&map)).unwrap());
        });
    }
    group.finish();
}

criterion_group! {
    name = benches;
    config = Criterion::default().sample_size(30).warm_up_time(std::time::Duration::from_millis(500)).measurement_time(std::time::Duration::from_secs(1));
    targets = plans, compile
}
criterion_main!(benches);
