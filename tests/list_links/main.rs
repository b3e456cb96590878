//! Links over lists: random talks among people who leave one after the other, in memory and in databases, against a model;
//! and what a map may and may not say of a list.

#[cfg(feature = "postgres")]
mod arrays;
mod ground;
mod model;
mod refusing;
mod staying;

#[cfg(any(feature = "sqlite", feature = "postgres", feature = "mysql"))]
#[expect(dead_code, reason = "each test takes what it needs")]
#[path = "../support/database/mod.rs"]
mod database;
#[path = "../support/mod.rs"]
mod support;

use ground::{Ground, InMemory};
use model::{Chat, Ids, PEOPLE, World, world};
use oubliette::port::Capabilities;
use proptest::prelude::*;
use proptest::test_runner::{RngSeed, TestRunner};

/// The same worlds in every run and on every ground; `PROPTEST_RNG_SEED` draws others.
fn config(cases: u32) -> ProptestConfig {
    let is_said = std::env::var_os("PROPTEST_CASES").is_some();
    let drawn = if is_said { ProptestConfig::default() } else { ProptestConfig::with_cases(cases) };
    let rng_seed = match drawn.rng_seed {
        RngSeed::Random => RngSeed::Fixed(20_261_127),
        given => given,
    };
    ProptestConfig { rng_seed, failure_persistence: None, ..drawn }
}

/// Two people leave a world one after the other; it is each time what the model says.
async fn plays_as_the_model_says(
    ground: &impl Ground,
    start: &World,
    leaving: [i64; 2],
    batch: usize,
) -> Result<(), TestCaseError> {
    ground.lay_out(start).await;
    let mut expected = start.clone();
    for person in leaving {
        let state = ground.erase(person, start.has_cycle, batch).await;
        expected.erase(person);
        prop_assert!(
            matches!(state.as_str(), "completed" | "nothing_held"),
            "{person} left, and it was {state}"
        );
        prop_assert_eq!(ground.seen(start).await, expected.seen(), "{} left", person);
    }
    Ok(())
}

fn check<G: Ground>(cases: u32, forms: &[Ids], ground: impl AsyncFn() -> G) {
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap();
    let ground = runtime.block_on(ground());
    for form in forms {
        let drawn =
            (world(*form), Just([1_i64, 2]).prop_shuffle(), prop_oneof![Just(1_usize), Just(2), Just(2_000)]);
        TestRunner::new(config(cases))
            .run(&drawn, |(world, leaving, batch)| {
                runtime.block_on(plays_as_the_model_says(&ground, &world, leaving, batch))
            })
            .unwrap_or_else(|error| panic!("{form:?}: {error}"));
    }
}

/// Two who share all their chats leave at the same moment: no chat is left behind that is nobody's.
fn check_at_once<G: Ground>(ground: impl AsyncFn() -> G) {
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap();
    runtime.block_on(async {
        let ground = ground().await;
        for _ in 0..5 {
            let chat =
                |id| Chat { id, participants: Some(vec![Some(1), Some(2)]), creator: None, mentioned: None };
            let people = PEOPLE.into_iter().map(|id| (id, None)).collect();
            let world =
                World { ids: Ids::Numbers, people, chats: (1..30).map(chat).collect(), has_cycle: false };
            ground.lay_out(&world).await;
            let states = tokio::join!(ground.erase(1, false, 4), ground.erase(2, false, 4));
            assert_eq!(states, ("completed".to_owned(), "completed".to_owned()));
            assert_eq!(ground.seen(&world).await, (vec![(3, None)], Vec::new(), Vec::new()));
        }
    });
}

const ALL: [Ids; 2] = [Ids::Numbers, Ids::Texts];

#[test]
fn in_memory() {
    check(60, &ALL, async || InMemory::new(Capabilities::FULL));
    check_at_once(async || InMemory::new(Capabilities::FULL));
}

#[test]
fn in_a_store_that_follows_no_links() {
    let mut capabilities = Capabilities::FULL;
    capabilities.links = false;
    check(60, &ALL, async move || InMemory::new(capabilities));
}

#[cfg(feature = "sqlite")]
#[test]
fn in_sqlite() {
    for column in ["TEXT", "JSON"] {
        check(15, &ALL, async || ground::InSqlite::new(column).await);
    }
}

#[cfg(feature = "postgres")]
#[test]
#[ignore = "needs a PostgreSQL server"]
fn in_postgres() {
    for (column, form) in [
        ("int[]", Ids::Numbers),
        ("text[]", Ids::Texts),
        ("json", Ids::Texts),
        ("jsonb", Ids::Numbers),
        ("jsonb", Ids::Texts),
    ] {
        check(15, &[form], async || ground::InPostgres::new(column).await);
    }
    for column in ["int[]", "jsonb"] {
        check_at_once(async || ground::InPostgres::new(column).await);
    }
}

#[cfg(feature = "mysql")]
#[test]
#[ignore = "needs a MySQL or MariaDB server"]
fn in_mysql() {
    for column in ["JSON", "TEXT"] {
        check(15, &ALL, async || ground::InMysql::new(column).await);
    }
    check_at_once(async || ground::InMysql::new("JSON").await);
}
