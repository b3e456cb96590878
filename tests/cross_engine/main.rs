//! The same random worlds in every database: all must end as the naive reference says, and so in identical records.
//!
//! `dress` gives a world what only real databases tell apart; `layout` chooses columns and constraints for it; `fixture`
//! puts it into a database and reads it back; `stage` lets the engine work on it. What each database calls things lies in
//! `dialect`, how it is reached in `engines`.
#![cfg(all(feature = "sqlite", feature = "postgres", feature = "mysql"))]

mod column;
#[expect(dead_code, reason = "other tests use the rest")]
#[path = "../support/database/mod.rs"]
mod database;
mod dialect;
mod dress;
mod engines;
mod fixture;
mod layout;
#[expect(dead_code, reason = "other tests use the rest")]
#[path = "../reference/mod.rs"]
mod reference;
mod small;
mod stage;

use std::time::{Duration, Instant};

use dress::dressed;
use engines::Arena;
use fixture::script;
use oubliette::port::Capabilities;
use proptest::prelude::*;
use proptest::test_runner::{RngSeed, TestRunner};
use reference::compare::{difference, difference_on};
use reference::generate::{Limits, Tape, Words, world};
use reference::model::{Release, World};
use reference::observe::{Setup, is_valid};
use reference::shrink::shrunk;
use stage::{DatabaseStage, Played};

/// So many worlds are played in each database, unless `PROPTEST_CASES` says otherwise.
const CASES: u32 = 150;
/// So long a world is made smaller at most.
const SHRINKING: Duration = Duration::from_secs(60);

fn drawn(words: &Words, clothes: &Words, limits: Limits) -> World {
    let mut world = world(&mut Tape::new(&words.0), limits);
    // Whether such a link keeps what it points to depends on foreign keys, which each database is given others of.
    for link in world.collections.iter_mut().flat_map(|it| &mut it.links).filter(|it| it.keeps_its_value()) {
        link.release = Release::Link;
    }
    dressed(world, &mut Tape::new(&clothes.0))
}

/// How the engine is set up for a world: small stores and batches only find what is spelled as its field says.
fn setup(seed: u64) -> (Setup, Limits) {
    let quiet = Setup { previews: false, ..Setup::USUAL };
    match seed % 6 {
        0 => (
            Setup { capabilities: Capabilities::MINIMAL, batch: 1, ..quiet },
            Limits { plain_spellings: true },
        ),
        1 => (Setup { capabilities: Capabilities::MINIMAL, ..quiet }, Limits { plain_spellings: true }),
        2 => (Setup { batch: 1, ..quiet }, Limits::default()),
        3 => (Setup { batch: 2, ..quiet }, Limits::default()),
        _ => (Setup::USUAL, Limits::default()),
    }
}

fn config() -> ProptestConfig {
    let is_said = std::env::var_os("PROPTEST_CASES").is_some();
    let drawn = if is_said { ProptestConfig::default() } else { ProptestConfig::with_cases(CASES) };
    ProptestConfig {
        // The same worlds in every run and every database; `PROPTEST_RNG_SEED` draws others.
        rng_seed: match drawn.rng_seed {
            RngSeed::Random => RngSeed::Fixed(20_261_123),
            given => given,
        },
        // Worlds are made smaller by `shrunk`, which knows what they are made of.
        max_shrink_iters: 0,
        failure_persistence: None,
        max_global_rejects: 100_000,
        ..drawn
    }
}

fn words(count: usize) -> impl Strategy<Value = Words> {
    proptest::collection::vec(any::<u16>(), count).prop_map(Words)
}

/// Plays random worlds, and fails with the smallest one in which something is wrong.
fn play(wrong: impl Fn(&World, u64, Setup) -> Option<String>, told: impl Fn(&World, u64) -> String) {
    let worlds = (words(700), words(200), any::<u64>());
    let result = TestRunner::new(config()).run(&worlds, |(tape, clothes, seed)| {
        let (setup, limits) = setup(seed);
        let world = drawn(&tape, &clothes, limits);
        prop_assume!(is_valid(&world));
        if wrong(&world, seed, setup).is_some() {
            let until = Instant::now() + SHRINKING;
            let smallest = shrunk(world, |it| Instant::now() < until && wrong(it, seed, setup).is_some());
            let what = wrong(&smallest, seed, setup).unwrap_or_default();
            let world = smallest.describe();
            return Err(TestCaseError::fail(format!(
                "{setup:?}: {what}\n{world}\n{}",
                told(&smallest, seed)
            )));
        }
        Ok(())
    });
    if let Err(error) = result {
        panic!("{error}");
    }
}

fn play_in<D: Played>(stage: &DatabaseStage<D>) {
    let wrong = |world: &World, seed: u64, setup: Setup| {
        stage.seed.set(seed);
        // A database describes its tables, so that whatever stays as a shell is emptied of all that they have.
        let described = World { described: true, ..world.clone() };
        let differs = difference_on(stage, &described, setup);
        // Columns are drawn, and some can never hold what the map says is in them: `tests/foreseen` is about those.
        differs.filter(|what| !what.contains("build: the files do not fit the stores"))
    };
    play(wrong, |world, seed| {
        stage.seed.set(seed);
        script(D::DIALECT, world, &stage.layout(world))
    });
}

#[test]
fn worlds_in_memory_end_as_the_rules_say() {
    play(|world, _, setup| difference(world, setup), |_, _| String::new());
}

#[test]
fn worlds_in_sqlite_end_as_the_rules_say() {
    play_in(&DatabaseStage::new(Arena::<sqlx::Sqlite>::open));
}

#[test]
#[ignore = "needs PostgreSQL"]
fn worlds_in_postgres_end_as_the_rules_say() {
    play_in(&DatabaseStage::new(Arena::<sqlx::Postgres>::open));
}

#[test]
#[ignore = "needs MariaDB"]
fn worlds_in_mariadb_end_as_the_rules_say() {
    play_in(&DatabaseStage::new(Arena::<sqlx::MySql>::open));
}
