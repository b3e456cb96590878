//! Erasing in real databases, beside the SQL that one would write by hand.
//!
//! - One subject with 100 and with 100,000 messages among 1,000,000: the engine (found, written to a ledger, erased in
//!   batches, counted again), set-based SQL by hand, and row by row.
//! - 1,000 people with 100 messages each: as one list, and one by one, beside set-based SQL by hand for all of them.
//!
//! SQLite always; PostgreSQL and MariaDB with their features, where `OUBLIETTE_TEST_POSTGRES` and
//! `OUBLIETTE_TEST_MARIADB` (or the usual local addresses) answer. The ways take turns on the same data, so that what else
//! the machine does meets all of them; what is printed is the median of each, and its ratio to the way by hand.

mod database;
#[path = "../files/mod.rs"]
mod files;
mod raw;

use std::time::{Duration, Instant};

use database::{BenchDatabase, MESSAGES, System};
use oubliette::engine::{Engine, Idempotency};
use oubliette::identifier::Identifier;
use oubliette::policy::Channel;
use oubliette::port::MasterKey;
use oubliette::request::{Request, RequestState};

/// How many of the messages a subject has, and the subject's key.
const SUBJECTS: [(i64, i64); 2] = [(100, 1), (100_000, 2)];
/// The people of the list: each has about 100 messages.
const PEOPLE: std::ops::Range<i64> = 1_001..2_001;
/// Who is erased before anything is measured.
const SOMEBODY: i64 = 3_001;
/// How often each way of erasing one subject is measured, and how often those of erasing a list (one by one: once).
const RUNS: usize = 7;
const LIST_RUNS: usize = 3;

#[tokio::main]
async fn main() {
    // `cargo bench` passes `--bench`; `cargo test --benches` does not, and wants to know only that this builds.
    if !std::env::args().any(|it| it == "--bench") {
        return;
    }
    let wanted: Vec<String> = std::env::args().skip(1).filter(|it| !it.starts_with('-')).collect();
    for &kind in System::ALL {
        if !wanted.is_empty() && !wanted.iter().any(|it| it == kind.name()) {
            continue;
        }
        match BenchDatabase::build(kind).await {
            Ok(database) => {
                measure(&database).await;
                database.drop().await;
            }
            Err(why) => println!("{}: left out, {why}", kind.name()),
        }
    }
}

async fn measure(database: &BenchDatabase) {
    let name = database.kind.name();
    println!("{name}, of {MESSAGES} messages:");
    for (messages, contact) in SUBJECTS {
        let mut taken = [const { Vec::new() }; 3];
        for _ in 0..RUNS {
            taken[0].push(once(database, &[contact], Way::List).await);
            taken[1].push(once(database, &[contact], Way::ByHand).await);
            taken[2].push(once(database, &[contact], Way::RowByRow).await);
        }
        let [ours, by_hand, row_by_row] = taken.map(median);
        println!(
            "  {messages} messages of one subject: oubliette {ours:.1?}, by hand {by_hand:.1?}, row by row {row_by_row:.1?}; \
             oubliette is {:.2}x by hand, row by row {:.1}x oubliette",
            ratio(ours, by_hand),
            ratio(row_by_row, ours)
        );
    }
    let people: Vec<i64> = PEOPLE.collect();
    let mut taken = [const { Vec::new() }; 3];
    for run in 0..LIST_RUNS {
        taken[0].push(once(database, &people, Way::List).await);
        taken[2].push(once(database, &people, Way::ByHand).await);
        // Takes minutes, and is far off.
        if run == 0 {
            taken[1].push(once(database, &people, Way::OneByOne).await);
        }
    }
    let [list, one_by_one, by_hand] = taken.map(median);
    println!(
        "  {} people: as a list {list:.1?}, one by one {one_by_one:.1?}, by hand {by_hand:.1?}; the list is {:.2}x by hand, \
         one by one {:.1}x the list",
        people.len(),
        ratio(list, by_hand),
        ratio(one_by_one, list)
    );
}

#[derive(Clone, Copy, PartialEq)]
enum Way {
    List,
    OneByOne,
    ByHand,
    RowByRow,
}

/// Erases people of a fresh copy, looks that they are gone and nobody else is, and returns how long the erasing took.
async fn once(database: &BenchDatabase, people: &[i64], way: Way) -> Duration {
    let copy = database.copy().await;
    let engine = match way {
        Way::List | Way::OneByOne => Some(warm_engine(&copy).await),
        Way::ByHand | Way::RowByRow => None,
    };
    let before = copy.left(people).await;
    let begin = Instant::now();
    match (way, engine) {
        (Way::ByHand, _) => copy.erase_by_hand(people).await,
        (Way::RowByRow, _) => copy.erase_row_by_row(people[0]).await,
        (_, Some(engine)) => erase(&engine, &requests(people, way)).await,
        (_, None) => unreachable!(),
    }
    let taken = begin.elapsed();
    let after = copy.left(people).await;
    assert!(before.theirs > 0 && after.theirs == 0 && after.others == before.others);
    copy.close().await;
    taken
}

/// An engine that has erased somebody before: it knows the tables, and its connections are open, as those for the other
/// ways are.
async fn warm_engine(copy: &database::Copy) -> Engine {
    let (store, ledger) = copy.ports().await;
    let engine = Engine::builder(files::policy(), files::map(&["contact_id"]))
        .with_store("crm", store)
        .with_ledger(ledger)
        .with_keys(MasterKey::new([7; 32]))
        .build()
        .await
        .unwrap();
    erase(&engine, &requests(&[SOMEBODY], Way::OneByOne)).await;
    engine
}

async fn erase(engine: &Engine, requests: &[Request]) {
    for request in requests {
        let ticket = engine.open(request, &Idempotency::WhileOpen).await.unwrap();
        let report = engine.run(ticket.id).await.unwrap();
        assert_eq!(report.state, RequestState::Completed);
    }
}

fn requests(people: &[i64], way: Way) -> Vec<Request> {
    let phone = |contact: &i64| Identifier::phone(&database::phone(*contact), None).unwrap();
    let request = || Request::builder(Channel::Operator);
    match (way, people) {
        (Way::OneByOne, _) | (_, [_]) => {
            people.iter().map(|contact| request().with_identifier(phone(contact)).build().unwrap()).collect()
        }
        _ => vec![
            people.iter().fold(request(), |all, contact| all.with_person([phone(contact)])).build().unwrap(),
        ],
    }
}

fn median(mut taken: Vec<Duration>) -> Duration {
    taken.sort_unstable();
    taken[taken.len() / 2]
}

fn ratio(one: Duration, other: Duration) -> f64 {
    one.as_secs_f64() / other.as_secs_f64()
}
