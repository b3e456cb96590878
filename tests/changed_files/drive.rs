//! Drives engines: the one that dies, and the ones that come after it with other files.

use std::sync::Arc;

use async_trait::async_trait;
use chrono::{DateTime, TimeDelta, Utc};
use oubliette::engine::{Engine, EngineError, Idempotency, Report};
use oubliette::identifier::Identifier;
use oubliette::policy::Channel;
use oubliette::port::{
    Capabilities, Clock, Description, FieldMask, ManualClock, MasterKey, Page, Place, Record, Selection,
    Store, StoreError,
};
use oubliette::request::{Request, RequestId, RequestState};

use super::files::Files;
use super::fuse::{Fuse, Fused};
use super::rows::Rows;
use super::stage::Stage;

/// One request, and all that it is about.
pub struct Play<S> {
    pub stage: S,
    pub clock: Arc<ManualClock>,
    pub id: RequestId,
}

/// A store that may die when it writes: reads leave nothing behind.
#[derive(Debug)]
struct FusedWrites(Arc<dyn Store>, Fuse);

#[async_trait]
impl Store for FusedWrites {
    fn capabilities(&self) -> Capabilities {
        self.0.capabilities()
    }
    async fn describe(&self, place: &Place) -> Result<Description, StoreError> {
        self.0.describe(place).await
    }
    async fn count(&self, place: &Place, selection: &Selection) -> Result<u64, StoreError> {
        self.0.count(place, selection).await
    }
    async fn read(
        &self,
        place: &Place,
        fields: &[String],
        selection: &Selection,
        page: Page<'_>,
    ) -> Result<Vec<Record>, StoreError> {
        self.0.read(place, fields, selection, page).await
    }
    async fn erase(&self, place: &Place, selection: &Selection, limit: usize) -> Result<u64, StoreError> {
        self.1.guard(self.0.erase(place, selection, limit)).await
    }
    async fn mask(
        &self,
        place: &Place,
        masks: &[FieldMask],
        selection: &Selection,
    ) -> Result<u64, StoreError> {
        self.1.guard(self.0.mask(place, masks, selection)).await
    }
}

/// Where the first engine left it.
pub struct Left {
    pub died: bool,
    pub report: Report,
    pub rows: Rows,
    /// The plan's hash that was approved, where one had to be.
    pub approved: Option<String>,
}

/// How far a later engine came.
#[derive(Debug, Clone, PartialEq)]
pub struct Came {
    /// Where the request stands, and with what report.
    pub report: Report,
    /// What stopped it, in words.
    pub error: Option<(String, bool)>,
    /// When it began to wait for the backups, and what the rows were then.
    pub waited: Option<(DateTime<Utc>, Rows)>,
    /// When it had ended.
    pub ended: Option<DateTime<Utc>>,
    pub rows: Rows,
}

pub fn start() -> DateTime<Utc> {
    "2026-11-21T00:00:00Z".parse().unwrap()
}

fn request() -> Request {
    Request::builder(Channel::Operator)
        .with_identifier(Identifier::parse_pair("phone=+919876543210", None).unwrap())
        .for_all_tenants()
        .build()
        .unwrap()
}

/// Whether an error says that names which the ledger holds are not in the files any more.
fn says_that_files_changed(error: &EngineError) -> bool {
    error.to_string().contains("files_changed") || format!("{error:?}").contains("FilesChanged")
}

/// Opens the request, and lets the first engine run it until its fuse blows or it has ended.
pub async fn first_act<S: Stage>(files: &Files, fuse: &Fuse) -> (Play<S>, Left) {
    let stage = S::set().await;
    let clock = Arc::new(ManualClock::new(start()));
    let first = engine(&stage, &clock, files, fuse).await.unwrap();
    let id = first.open(&request(), &Idempotency::WhileOpen).await.unwrap().id;
    let play = Play { stage, clock, id };
    let mut approved = None;
    if files.policy.contains("approval") {
        approved = Some(play.approve_by(files).await.unwrap());
    }
    let mut outcome = fuse.until_it_blows(first.run(id)).await;
    if outcome.as_ref().is_some_and(|it| it.as_ref().is_ok_and(|report| !report.state.is_terminal())) {
        play.clock.set(start() + TimeDelta::days(12));
        outcome = fuse.until_it_blows(first.run(id)).await;
    }
    let died = outcome.is_none();
    if let Some(report) = outcome {
        report.unwrap();
    }
    let report = first.report(id).await.unwrap();
    let left = Left { died, report, rows: play.stage.rows().await, approved };
    (play, left)
}

pub fn unbroken() -> Fuse {
    Fuse::new(usize::MAX, false)
}

/// # Errors
/// The files, or the files and the stores, do not fit.
pub async fn engine<S: Stage>(
    stage: &S,
    clock: &Arc<ManualClock>,
    files: &Files,
    fuse: &Fuse,
) -> Result<Engine, String> {
    let (policy, map) = files.read()?;
    Engine::builder(policy, map)
        .with_store("crm", FusedWrites(stage.store(), fuse.clone()))
        .with_ledger(Fused(stage.ledger(), fuse.clone()))
        .with_keys(MasterKey::new([7; 32]))
        .with_clock(clock.clone())
        .with_holds(files.holds.clone())
        .with_batch_size(8)
        .build()
        .await
        .map_err(|error| error.to_string())
}

impl<S: Stage> Play<S> {
    /// Drives the request as far as it goes with these files: over retries, and over the wait for the backups.
    ///
    /// # Errors
    /// No engine can be built from the files.
    pub async fn drive(&self, files: &Files) -> Result<Came, String> {
        let engine = engine(&self.stage, &self.clock, files, &unbroken()).await?;
        // The lease of the dead has to end first.
        self.wait(TimeDelta::hours(1));
        let (mut waited, mut ended) = (None, None);
        let mut tries = 0;
        let error = loop {
            tries += 1;
            match engine.run(self.id).await {
                Ok(report) if report.state.is_terminal() => {
                    ended = Some(self.clock.now());
                    break None;
                }
                Ok(report) if report.state == RequestState::AwaitingBackups && tries < 6 => {
                    if waited.is_none() {
                        waited = Some((self.clock.now(), self.stage.rows().await));
                    }
                    self.wait_nearly_until(report.due);
                }
                Ok(_) => break None,
                Err(why) if tries > 2 => break Some((why.to_string(), says_that_files_changed(&why))),
                Err(_) => self.wait(TimeDelta::hours(1)),
            }
        };
        let report = engine.report(self.id).await.unwrap();
        Ok(Came { report, error, waited, ended, rows: self.stage.rows().await })
    }

    /// Lets one more engine run the request until its fuse blows, whatever comes of it.
    pub async fn die(&self, files: &Files, fuse: &Fuse) {
        self.wait(TimeDelta::hours(1));
        let engine = engine(&self.stage, &self.clock, files, fuse).await.unwrap();
        let _ = fuse.until_it_blows(engine.run(self.id)).await;
    }

    /// Approves the plan as it is by these files; answers its hash.
    ///
    /// # Errors
    /// No engine can be built from the files, or the approval is refused.
    pub async fn approve_by(&self, files: &Files) -> Result<String, String> {
        let engine = engine(&self.stage, &self.clock, files, &unbroken()).await?;
        let hash = engine.planner().plan(&request(), &[], self.clock.now()).unwrap().hash();
        engine
            .approve(self.id, hash, &oubliette::request::Actor::operator("Q. Roe"))
            .await
            .map_err(|error| error.to_string())?;
        Ok(hash.to_string())
    }

    /// What is sealed in the ledger for the request, but for what is retained.
    pub async fn sealed(&self) -> Vec<String> {
        self.stage.sealed(self.id).await
    }

    /// Waits until a day before an instant and, when it is that, until the instant.
    fn wait_nearly_until(&self, instant: Option<DateTime<Utc>>) {
        let Some(instant) = instant else { return };
        let day_before = instant - TimeDelta::days(1);
        self.clock.set(if self.clock.now() < day_before { day_before } else { instant });
    }

    fn wait(&self, period: TimeDelta) {
        self.clock.set(self.clock.now() + period);
    }
}
