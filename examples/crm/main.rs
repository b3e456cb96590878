//! A WhatsApp CRM that is asked twice to forget somebody, and shows that it did.
//!
//! An agent asks through Meta's data deletion callback, a customer by e-mail with her number. The CRM is an SQLite
//! database in a directory for temporary files; it is built anew for each run and removed at the end. The program ends
//! with 0 only if the proof in plain SQL (`proof.rs`) finds nothing wrong.
//!
//!     cargo run --release --example crm --features sqlite

mod intake;
mod proof;
mod show;
mod world;

use std::error::Error;
use std::process::ExitCode;
use std::sync::Arc;
use std::time::Instant;

use oubliette::adapter::sql::{SqliteLedger, SqliteStore};
use oubliette::code::ConfirmationCode;
use oubliette::datamap::DataMap;
use oubliette::engine::{Engine, EngineError, Report, Ticket};
use oubliette::policy::Policy;
use oubliette::port::{Clock as _, ManualClock, MasterKey};
use oubliette::request::{Request, RequestState};

use show::{Meter, heading};
use world::World;

type Failure = Box<dyn Error>;

/// The day on which it all happens, so that every run prints the same days.
const TODAY: &str = "2026-11-21T09:00:00Z";

#[tokio::main]
async fn main() -> Result<ExitCode, Failure> {
    let began = Instant::now();
    heading("1. A CRM with eight businesses");
    let world = World::build().await?;
    show::counts(&world.counts().await?);

    let clock = Arc::new(ManualClock::new(TODAY.parse()?));
    let meter = Meter::default();
    let engine = engine(&world, &clock, &meter).await?;

    heading("2. Meta calls back: an agent wants to be forgotten");
    let omar = intake::meta_callback(&engine).await?;

    heading("3. A customer writes an e-mail and gives her number");
    let asha = intake::email(&engine).await?;

    heading("4. What would be done, and why");
    let plans = [
        preview(&engine, "agent", &intake::omar()?).await?,
        preview(&engine, "customer", &intake::asha()?).await?,
    ];

    heading("5. Erasing");
    let mut reports = Vec::new();
    for (ticket, records) in [(&omar, plans[0]), (&asha, plans[1])] {
        meter.begin(records);
        reports.push(engine.run(ticket.id).await?);
    }

    heading("6. What was erased, masked and kept");
    for (report, who) in reports.iter().zip(["agent", "customer"]) {
        show::report(who, report);
    }

    heading("7. Backups rotate, then the ledger forgets");
    let is_forgotten = wait_for_backups(&world, &engine, &clock, &[&omar, &asha]).await?;

    heading("8. The proof, in plain SQL");
    let is_proven = proof::prove(&world).await?;

    let is_good = is_forgotten && is_proven;
    println!(
        "\n{} in {:.1} s.",
        if is_good { "All as promised" } else { "NOT as promised" },
        began.elapsed().as_secs_f64()
    );
    Ok(if is_good { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// All that an integration needs: the two files, the host's database, a ledger and a key.
async fn engine(world: &World, clock: &Arc<ManualClock>, meter: &Meter) -> Result<Engine, Failure> {
    let policy = Policy::from_toml(include_str!("policy.toml"))?;
    let map = DataMap::from_toml(include_str!("datamap.toml"))?;
    let meter = meter.clone();
    let engine = Engine::builder(policy, map)
        .with_store("crm", SqliteStore::open(&world.crm()).await?)
        .with_ledger(SqliteLedger::open(&world.ledger()).await?)
        .with_keys(MasterKey::new([7; 32])) // of the demo; a real one is random and kept out of the database
        .with_clock(clock.clone())
        .with_batch_size(500)
        .with_progress(move |progress| meter.take(&progress))
        .build()
        .await?;
    for warning in engine.planner().warnings().iter().chain(engine.schema_warnings().iter()) {
        println!("  {warning}");
    }
    Ok(engine)
}

/// Shows what a request would do; returns how many records it would change.
async fn preview(engine: &Engine, who: &str, request: &Request) -> Result<u64, EngineError> {
    let (plan, report) = engine.preview(request).await?;
    Ok(show::plan(who, &plan, &report))
}

/// Shows both requests waiting, moves the clock past the rotation, and looks at what the ledger still knows.
async fn wait_for_backups(
    world: &World,
    engine: &Engine,
    clock: &ManualClock,
    tickets: &[&Ticket],
) -> Result<bool, Failure> {
    let mut gone_at = None;
    for ticket in tickets {
        let report = status(engine, &ticket.code).await?;
        gone_at = gone_at.max(report.due);
        show::status(clock.now(), &ticket.code, &report);
    }
    println!(
        "  in the ledger: {} sealed requests, {} mentions of the two",
        world.seals().await?,
        world.mentions_in_ledger()?
    );

    clock.set(gone_at.ok_or("nothing waits for backups")?);
    while let Some((_, result)) = engine.run_due().await? {
        result?;
    }
    let mut is_over = true;
    for ticket in tickets {
        let report = status(engine, &ticket.code).await?;
        is_over &= report.state == RequestState::CompletedWithRetention;
        show::status(clock.now(), &ticket.code, &report);
    }
    let (seals, mentions) = (world.seals().await?, world.mentions_in_ledger()?);
    println!("  in the ledger: {seals} sealed requests, {mentions} mentions of the two");
    let stranger = engine.status(&ConfirmationCode::from_entropy([9; 16])).await?;
    println!("  a code that was never given: {}", if stranger.is_none() { "unknown" } else { "known?" });
    Ok(is_over && seals == 0 && mentions == 0 && stranger.is_none())
}

/// What the person sees who types the code.
async fn status(engine: &Engine, code: &ConfirmationCode) -> Result<Report, Failure> {
    Ok(engine.status(code).await?.ok_or("the code is not known")?)
}
