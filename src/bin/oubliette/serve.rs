//! `oubliette serve`: the routes for people, Meta and operators, and the workers that drive what they open, in one process.

use std::future::Future;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use async_trait::async_trait;
use axum::Router;
use oubliette::adapter::outbox::Outbox;
use oubliette::door::http::{Doors, health_router};
use oubliette::engine::{Engine, EngineBuilder};
use oubliette::meta::StatusPage;
use oubliette::page::Renderer;
use oubliette::port::Waiting;
use serde::Serialize;
use tokio::net::TcpListener;
use tokio::sync::watch;
use tokio::task::JoinSet;
use url::Url;

use super::args::ServeArgs;
use super::failure::Failure;
use super::keys::{self, FirstUse};
use super::location::Location;
use super::output::{Meter, Output, json, print, tell};
use super::service::{Mail, Service};
use super::setup::Setup;
use super::stores::{Access, OpenStores};

/// How soon workers take up what the routes opened.
const POLL: Duration = Duration::from_secs(1);
/// How long what was begun may take when the process is told to stop. What a worker is at then goes on where it stopped, once
/// its lease has ended.
const TO_THE_END: Duration = Duration::from_secs(25);

pub(crate) async fn run(args: &ServeArgs) -> Result<Output, Failure> {
    let setup = Setup::read(&args.files, &args.circumstances, args.manner.now)?;
    let service = Service::read(&args.service, |name| std::env::var(name).ok())?;
    let location = Location::of_ledger(&args.ledger.ledger)?;
    let stores = OpenStores::open(&setup.map, &args.files.stores, Access::Write).await?;
    // Before a ledger or a key is made: do the files fit the stores at all?
    setup.passing_engine(&stores, &Meter::silent()).await?;
    let outbox = service.mail.as_ref().map(|mail| outbox(mail, &setup)).transpose()?;
    let key = keys::of_ledger(&location, args.ledger.key_file.as_deref(), FirstUse::Allowed).await?;
    // Held to the end, so that no other call takes itself to be alone. This process is not either: it has many workers.
    let _lock = location.lock()?;
    let builder = setup.builder(&stores, &Meter::silent()).with_ledger(location.open_ledger().await?);
    let builder = notified(builder.with_keys(key).with_waiting(Timer), outbox, &service.base_url)?;
    let engine = builder.build().await?;
    let routes = routes(&engine, &service)?;
    let listener = TcpListener::bind(service.listen).await.map_err(|error| {
        Failure::stopped(format!("nothing can listen at {}: {}", service.listen, error.kind()))
    })?;
    let stop = stop()?;
    announce(&listener, args.manner.json)?;
    drive(&engine, service.workers, listener, routes, stop).await?;
    Ok(Output { json: String::new(), page: String::new(), is_settled: true })
}

/// Serves and works until told to stop, and then until what was begun is done.
async fn drive(
    engine: &Engine,
    workers: usize,
    listener: TcpListener,
    routes: Router,
    stop: watch::Receiver<bool>,
) -> Result<(), Failure> {
    let mut tasks = JoinSet::new();
    for _ in 0..workers {
        let worker = engine.worker().with_poll(POLL).with_shutdown(told(stop.clone()));
        tasks.spawn(async {
            worker.run().await;
            Ok(())
        });
    }
    let served = axum::serve(listener, routes.into_make_service_with_connect_info::<SocketAddr>())
        .with_graceful_shutdown(told(stop.clone()));
    tasks.spawn(async {
        served.await.map_err(|error| Failure::stopped(format!("the server ended: {}", error.kind())))
    });
    let overdue = async {
        told(stop).await;
        tokio::time::sleep(TO_THE_END).await;
    };
    tokio::select! {
        ended = all(&mut tasks) => ended,
        () = overdue => Ok(()),
    }
}

/// Waits for all of them. One that fails ends the process: whoever runs it starts it again.
async fn all(tasks: &mut JoinSet<Result<(), Failure>>) -> Result<(), Failure> {
    while let Some(ended) = tasks.join_next().await {
        ended
            .map_err(|_| Failure::stopped("a task ended by a fault of its own; start the service again"))??;
    }
    Ok(())
}

/// The routes, with those for whoever runs the process.
fn routes(engine: &Engine, service: &Service) -> Result<Router, Failure> {
    let doors = Doors::new(engine.clone(), renderer()?, service.base_url.clone()).map_err(unfit)?;
    let doors = service.apps.iter().fold(doors, |doors, (name, app)| doors.with_meta(name, app.clone()));
    let doors = match &service.guard {
        Some(guard) => doors.with_guard(guard.clone()),
        None => doors,
    };
    let doors = match &service.client_address_from {
        Some(header) => doors.with_client_address_from(header.clone()),
        None => doors,
    };
    Ok(doors.router().merge(health_router(engine.clone())))
}

/// An engine that tells people, where the service file says how.
fn notified(
    builder: EngineBuilder,
    outbox: Option<Outbox>,
    base_url: &Url,
) -> Result<EngineBuilder, Failure> {
    let Some(outbox) = outbox else {
        tell(
            "note: the service file has no `[mail]`, so that nobody is told anything, and no link or code can be sent",
        );
        return Ok(builder);
    };
    let status_page = StatusPage::new(below(base_url, "status")).map_err(unfit)?;
    let builder = builder.with_notifier(outbox, renderer()?);
    Ok(builder.with_pages(status_page, format!("{}/", below(base_url, "prove"))))
}

/// The directory for messages, and whom they come from.
fn outbox(mail: &Mail, setup: &Setup) -> Result<Outbox, Failure> {
    let controller = setup.policy.controller();
    let sender = mail.from.as_deref().or(controller.map(|it| it.contact())).ok_or_else(|| {
        Failure::misuse("nobody is there whom messages come from; write `[mail] from` or the policy's `[controller] contact`")
    })?;
    let outbox = Outbox::open(&mail.folder, sender)
        .map_err(|error| Failure::misuse(format!("`[mail]` of the service file: {error}")))?;
    let name = controller.map_or(setup.policy.name(), |it| it.name());
    Ok(outbox.with_sender_name(name).with_clock(Arc::clone(&setup.clock)))
}

fn renderer() -> Result<Renderer, Failure> {
    Renderer::new().map_err(|error| Failure::stopped(error.to_string()))
}

/// An address below another one.
fn below(base: &Url, segment: &str) -> Url {
    let mut url = base.clone();
    if let Ok(mut segments) = url.path_segments_mut() {
        segments.pop_if_empty().push(segment);
    }
    url
}

fn unfit(error: impl std::fmt::Display) -> Failure {
    Failure::misuse(format!("`base_url` of the service file: {error}"))
}

/// Where it listens.
#[derive(Serialize)]
struct Listening {
    listening: String,
}

/// Says where it listens, which is not known before where any free port was asked for.
fn announce(listener: &TcpListener, as_json: bool) -> Result<(), Failure> {
    let address = listener.local_addr().map_err(|error| {
        Failure::stopped(format!("the address that it listens at is not known: {}", error.kind()))
    })?;
    let listening = format!("http://{address}");
    print(&if as_json { json(&Listening { listening })? } else { format!("listening on {listening}") });
    Ok(())
}

/// Becomes true when the system or a person asks the process to stop.
fn stop() -> Result<watch::Receiver<bool>, Failure> {
    let (sender, receiver) = watch::channel(false);
    let asked = asked_to_stop()?;
    tokio::spawn(async move {
        asked.await;
        sender.send_replace(true);
        // What waits for it would else take its end for an answer.
        sender.closed().await;
    });
    Ok(receiver)
}

/// Waits until it is told to stop.
async fn told(mut stop: watch::Receiver<bool>) {
    // The sender lives as long as somebody listens.
    let _ = stop.wait_for(|is_told| *is_told).await;
}

#[cfg(unix)]
fn asked_to_stop() -> Result<impl Future<Output = ()>, Failure> {
    use tokio::signal::unix::{SignalKind, signal};
    let handled = |kind| signal(kind).map_err(deaf);
    let (mut terminate, mut interrupt) =
        (handled(SignalKind::terminate())?, handled(SignalKind::interrupt())?);
    Ok(async move {
        tokio::select! {
            _ = terminate.recv() => {}
            _ = interrupt.recv() => {}
        }
    })
}

#[cfg(not(unix))]
fn asked_to_stop() -> Result<impl Future<Output = ()>, Failure> {
    let mut interrupt = tokio::signal::windows::ctrl_c().map_err(deaf)?;
    Ok(async move {
        interrupt.recv().await;
    })
}

fn deaf(error: std::io::Error) -> Failure {
    Failure::stopped(format!(
        "the system tells this process no signals, so that it could not be stopped: {}",
        error.kind()
    ))
}

/// Waits by the runtime's timer.
#[derive(Debug, Clone, Copy)]
struct Timer;

#[async_trait]
impl Waiting for Timer {
    async fn wait(&self, duration: Duration) {
        tokio::time::sleep(duration).await;
    }
}
