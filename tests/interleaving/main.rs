//! Several requests at once, step by step in random turns, with the host writing in between: nothing is left that names
//! whoever is erased, nobody's record loses its last owner, nothing of anybody else changes, and no request says it is done
//! unless it is.
//!
//! `cast` draws a [`case`]; `play` lets exactly one worker at a time go from one call of a port to the next (a [`gate`] before
//! each), `watch` looks at every change, and `judge` at the end, by the naive reference for one request after the other.
//! A case that fails is made [`smaller`] and shown with its seed; `INTERLEAVING_SEED` plays that one again.

mod case;
mod cast;
#[cfg(any(feature = "sqlite", feature = "postgres", feature = "mysql"))]
#[expect(dead_code, reason = "other tests use the rest")]
#[path = "../support/database/mod.rs"]
mod database;
mod gate;
mod ground;
mod host;
mod judge;
mod play;
#[expect(dead_code, reason = "other tests use the rest")]
#[path = "../reference/mod.rs"]
mod reference;
mod smaller;
#[cfg(any(feature = "sqlite", feature = "postgres", feature = "mysql"))]
mod sql;
mod watch;

use std::collections::BTreeMap;
use std::time::{Duration, Instant};

use case::Case;
use ground::{Ground, InMemory};
use judge::{Fault, judge};
use play::play;
#[cfg(any(feature = "postgres", feature = "mysql"))]
use play::play_freely;
use smaller::smaller;

/// So many cases are played in memory, unless `PROPTEST_CASES` says otherwise; fewer where each takes longer.
const CASES: u64 = 300;
/// So long a case is made smaller at most.
const SHRINKING: Duration = Duration::from_secs(20);
/// So many random numbers a case is drawn from.
const WORDS: u64 = 400;
/// The first case, unless `PROPTEST_RNG_SEED` says otherwise.
const FIRST: u64 = 20_261_127;

/// A number that looks like no other (the finaliser of SplitMix64).
fn scrambled(number: u64) -> u64 {
    let mut mixed = number.wrapping_add(1).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    mixed ^ (mixed >> 31)
}

fn drawn(seed: u64) -> Case {
    let words: Vec<u16> =
        (0..WORDS).map(|at| (scrambled(scrambled(seed).wrapping_add(at)) >> 16) as u16).collect();
    cast::case(&words, seed)
}

fn said(name: &str) -> Option<u64> {
    std::env::var(name).ok().and_then(|text| text.parse().ok())
}

/// The seeds that are to be played.
fn seeds(cases: u64) -> Vec<u64> {
    match said("INTERLEAVING_SEED") {
        Some(seed) => vec![seed],
        None => {
            let first = said("PROPTEST_RNG_SEED").unwrap_or(FIRST);
            (0..said("PROPTEST_CASES").unwrap_or(cases)).map(|at| first.wrapping_add(at)).collect()
        }
    }
}

/// Plays a case and says what is wrong with it, and all that happened.
async fn wrong(ground: &impl Ground, case: &Case) -> Option<(Fault, Vec<String>)> {
    let outcome = play(ground, case).await;
    judge(case, &outcome).map(|fault| (fault, outcome.told))
}

/// Faults by kind: the first seed in which each was found, in how many cases, and all that there is to know about it.
type Faults = BTreeMap<String, (u64, usize, String)>;

/// Plays cases until one goes wrong, and fails with what is left when that is made small. With `INTERLEAVING_ALL` it plays
/// them all, and says in which ways they go wrong.
async fn play_all(ground: &impl Ground, cases: u64, changed: impl Fn(Case) -> Case) {
    let mut faults = Faults::new();
    for seed in seeds(cases) {
        let case = changed(drawn(seed));
        let Some((fault, _)) = wrong(ground, &case).await else { continue };
        if said("INTERLEAVING_ALL").is_some() {
            faults.entry(fault.kind).or_insert((seed, 0, fault.text)).1 += 1;
            continue;
        }
        let until = Instant::now() + SHRINKING;
        let is_same = async |it: &Case| {
            Instant::now() < until && wrong(ground, it).await.is_some_and(|(it, _)| it.kind == fault.kind)
        };
        let smallest = smaller(case, is_same).await;
        let (fault, told) = wrong(ground, &smallest).await.unwrap_or((fault, Vec::new()));
        let text = format!("{}\n{}\n{}", fault.text, smallest.describe(), told.join("\n"));
        faults.insert(fault.kind, (seed, 1, text));
        break;
    }
    fail(&faults);
}

/// Fails if there are any faults: shows one of each kind, and then how many there are.
fn fail(faults: &Faults) {
    let shown = faults
        .iter()
        .map(|(kind, (seed, times, text))| format!("== {kind} ({times} cases; seed {seed})\n{text}\n"));
    let counted = faults.iter().map(|(kind, (seed, times, _))| format!("{times:5} {kind} (seed {seed})\n"));
    assert!(faults.is_empty(), "{}{}", shown.collect::<String>(), counted.collect::<String>());
}

/// Plays all cases with everybody at once. What goes wrong so cannot be played again, and so is not made smaller.
#[cfg(any(feature = "postgres", feature = "mysql"))]
async fn play_all_freely(ground: &impl Ground) {
    let mut faults = Faults::new();
    for seed in seeds(CASES / 20) {
        let case = drawn(seed).without_turns();
        let outcome = play_freely(ground, &case).await;
        if let Some(fault) = judge(&case, &outcome) {
            let text = format!("{}\n{}\n{}", fault.text, case.describe(), outcome.told.join("\n"));
            faults.entry(fault.kind).or_insert((seed, 0, text)).1 += 1;
        }
    }
    fail(&faults);
}

fn block_on<T>(work: impl Future<Output = T>) -> T {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(work)
}

#[test]
fn requests_at_once_in_memory_end_as_one_after_the_other() {
    block_on(play_all(&InMemory, CASES, |case| case));
}

/// What the reference says is so where nobody comes between.
#[test]
fn requests_one_by_one_in_memory_end_as_the_reference_says() {
    block_on(play_all(&InMemory, CASES / 3, Case::one_by_one));
}

#[cfg(feature = "sqlite")]
#[test]
fn requests_at_once_in_sqlite_end_as_one_after_the_other() {
    block_on(async {
        play_all(&sql::InDatabase::over(database::sqlite::memory().await).await, CASES / 3, |case| case).await
    });
}

#[cfg(feature = "postgres")]
async fn postgres() -> (database::postgres::Database, sql::InDatabase<sqlx::Postgres>) {
    let database = database::postgres::Database::new().await;
    // Tables of one name have other columns in each case, and a statement that was prepared for others fails.
    let options = database
        .options()
        .options([("synchronous_commit", "off"), ("client_min_messages", "warning")])
        .statement_cache_capacity(0);
    let pool = sqlx::postgres::PgPoolOptions::new().max_connections(5).connect_with(options).await.unwrap();
    (database, sql::InDatabase::over(pool).await)
}

#[cfg(feature = "postgres")]
#[test]
#[ignore = "needs PostgreSQL"]
fn requests_at_once_in_postgres_end_as_one_after_the_other() {
    block_on(async {
        let (_database, ground) = postgres().await;
        play_all(&ground, CASES / 20, |case| case).await;
    });
}

#[cfg(feature = "postgres")]
#[test]
#[ignore = "needs PostgreSQL"]
fn requests_at_once_in_postgres_as_they_come_end_as_one_after_the_other() {
    block_on(async {
        let (_database, ground) = postgres().await;
        play_all_freely(&ground).await;
    });
}

#[cfg(feature = "mysql")]
#[test]
#[ignore = "needs MariaDB"]
fn requests_at_once_in_mariadb_end_as_one_after_the_other() {
    block_on(async {
        let database = database::mariadb::Database::new().await;
        play_all(&sql::InDatabase::over(database.pool.clone()).await, CASES / 20, |case| case).await;
    });
}

#[cfg(feature = "mysql")]
#[test]
#[ignore = "needs MariaDB"]
fn requests_at_once_in_mariadb_as_they_come_end_as_one_after_the_other() {
    block_on(async {
        let database = database::mariadb::Database::new().await;
        play_all_freely(&sql::InDatabase::over(database.pool.clone()).await).await;
    });
}
