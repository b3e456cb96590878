//! One policy with its data map and its database, as the example files have them, and an engine over them.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

use chrono::TimeDelta;
use oubliette::adapter::memory::MemoryLedger;
use oubliette::adapter::sql::{SqliteLedger, SqliteStore};
use oubliette::datamap::DataMap;
use oubliette::engine::{Engine, Idempotency, Report, Ticket};
use oubliette::hold::LegalHold;
use oubliette::identifier::Identifier;
use oubliette::plan::check_files;
use oubliette::policy::{Channel, Policy};
use oubliette::port::{ManualClock, MasterKey};
use oubliette::request::{Action, Outcome, Request, RequestBuilder, RequestState, Scope};
use sqlx::AssertSqlSafe;
use sqlx::sqlite::{SqliteConnectOptions, SqlitePool, SqliteSynchronous};

use crate::rows::{Changes, Rows, assert_lines};

pub const NOW: &str = "2026-11-21T00:00:00Z";

/// A file of `examples/policies`.
pub fn example(folder: &str, file: &str) -> String {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("examples/policies").join(folder).join(file);
    std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// A request by a person with these identifiers, written as `kind=value`.
pub fn person(channel: Channel, identifiers: &[&str]) -> RequestBuilder {
    let identifiers = identifiers.iter().map(|it| Identifier::parse_pair(it, None).unwrap());
    Request::builder(channel).with_identifiers(identifiers)
}

/// A request by an organisation that leaves.
pub fn organisation(channel: Channel, tenant: &str) -> RequestBuilder {
    Request::builder(channel).with_scope(Scope::Tenant).in_tenant(tenant)
}

/// A directory that is removed when the test is over.
struct Scratch(PathBuf);

impl Drop for Scratch {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// Where the engine keeps its journal.
enum Journal {
    Memory(MemoryLedger),
    File(SqliteLedger),
}

/// A system in miniature.
pub struct World {
    policy: Policy,
    map: DataMap,
    journal: Journal,
    holds: Vec<LegalHold>,
    /// How the tests look at the rows.
    host: SqlitePool,
    /// How the engine gets at them.
    store: Arc<SqliteStore>,
    pub clock: Arc<ManualClock>,
    dir: Scratch,
}

/// One request that was driven as far as it can go on one day, and the rows before and after.
pub struct Run {
    pub ticket: Ticket,
    pub report: Report,
    pub changes: Changes,
    before: Rows,
    after: Rows,
}

impl World {
    /// The system in this folder, with its ledger in memory.
    pub async fn load(folder: &str) -> Self {
        static NEXT: AtomicU32 = AtomicU32::new(0);
        let name =
            format!("oubliette-policies-{}-{}", std::process::id(), NEXT.fetch_add(1, Ordering::Relaxed));
        let dir = Scratch(std::env::temp_dir().join(name));
        std::fs::create_dir_all(&dir.0).unwrap();
        let options = SqliteConnectOptions::new().filename(dir.0.join("crm.db"));
        // No test here pulls the plug, so nothing has to wait for the disk.
        let options = options.create_if_missing(true).foreign_keys(true).synchronous(SqliteSynchronous::Off);
        let host = SqlitePool::connect_with(options.clone()).await.unwrap();
        let store = Arc::new(SqliteStore::from_pool(SqlitePool::connect_with(options).await.unwrap()));
        for file in ["schema.sql", "rows.sql"] {
            sqlx::raw_sql(AssertSqlSafe(example(folder, file))).execute(&host).await.unwrap();
        }
        let (files, findings) =
            check_files(&example(folder, "policy.toml"), &example(folder, "datamap.toml"));
        let (policy, map) = files.unwrap_or_else(|| panic!("{folder}:\n{findings}"));
        let journal = Journal::Memory(MemoryLedger::new());
        let clock = Arc::new(ManualClock::new(NOW.parse().unwrap()));
        Self { policy, map, journal, holds: Vec::new(), host, store, clock, dir }
    }

    /// The same with the ledger in a file, and the store opened by the crate.
    pub async fn load_with_ledger_file(folder: &str) -> Self {
        let world = Self::load(folder).await;
        let ledger = SqliteLedger::open(&world.path("ledger.db")).await.unwrap();
        let store = Arc::new(SqliteStore::open(&world.path("crm.db")).await.unwrap());
        Self { journal: Journal::File(ledger), store, ..world }
    }

    pub fn with_hold(mut self, hold: LegalHold) -> Self {
        self.holds.push(hold);
        self
    }

    pub fn release_holds(&mut self) {
        self.holds.clear();
    }

    pub async fn engine(&self) -> Engine {
        let builder = Engine::builder(self.policy.clone(), self.map.clone())
            .with_store("crm", self.store.clone())
            .with_keys(MasterKey::new([7; 32]))
            .with_clock(self.clock.clone())
            .with_holds(self.holds.clone());
        let builder = match &self.journal {
            Journal::Memory(ledger) => builder.with_ledger(ledger.clone()),
            Journal::File(ledger) => builder.with_ledger(ledger.clone()),
        };
        builder.build().await.unwrap()
    }

    pub async fn rows(&self) -> Rows {
        Rows::read(&self.host).await
    }

    /// The one number that a query answers.
    pub async fn number(&self, sql: &'static str) -> i64 {
        sqlx::query_scalar(sql).fetch_one(&self.host).await.unwrap()
    }

    /// Opens the request, waits for its days of grace, looks at the plan and carries it out; checks all that holds for
    /// every request.
    pub async fn erase(&self, request: RequestBuilder) -> Run {
        let request = request.build().unwrap();
        let engine = self.engine().await;
        let before = self.rows().await;
        let ticket = engine.open(&request, &Idempotency::WhileOpen).await.unwrap();
        assert!(ticket.is_new);
        if self.policy.promises().grace().is_some() {
            let report = engine.run(ticket.id).await.unwrap();
            assert_eq!(report.state, RequestState::Scheduled);
            self.clock.set(report.due.unwrap());
        }
        let (_, preview) = engine.preview(&request).await.unwrap();
        assert_eq!(self.rows().await, before, "until now nothing was written");
        let report = engine.run(ticket.id).await.unwrap();
        let run = self.ended(ticket, report, before).await;
        run.assert_counts(&self.map);
        run.assert_foreseen_by(&preview);
        run
    }

    /// Whether each of these names of the person leads to exactly the same changes as `run`.
    pub async fn assert_same(folder: &str, run: &Run, requests: impl IntoIterator<Item = RequestBuilder>) {
        for request in requests {
            let other = Self::load(folder).await.erase(request).await;
            assert_eq!(other.changes, run.changes);
        }
    }

    /// Asks again after the first request has ended: nothing is held any more, and nothing changes.
    pub async fn assert_nothing_left(&self, run: &Run, request: RequestBuilder) {
        self.finish(run).await;
        let again = self.erase(request).await;
        assert_eq!(again.report.state, RequestState::NothingHeld);
        assert_ne!(again.ticket.id, run.ticket.id);
        assert!(again.report.steps.iter().all(|step| step.outcome == Outcome::Absent));
        again.changes.assert_are("", "");
    }

    /// Drives the request further, today.
    pub async fn resume(&self, run: &Run) -> Run {
        let before = self.rows().await;
        let report = self.engine().await.run(run.ticket.id).await.unwrap();
        self.ended(run.ticket.clone(), report, before).await
    }

    /// Waits until the backups have rotated, where the policy promises so, and ends the request.
    pub async fn finish(&self, run: &Run) -> Report {
        let mut report = run.report.clone();
        if report.state == RequestState::AwaitingBackups {
            self.clock.set(report.due.unwrap() - TimeDelta::seconds(1));
            assert_eq!(
                self.resume(run).await.report.state,
                RequestState::AwaitingBackups,
                "a second too early"
            );
            self.clock.set(report.due.unwrap());
            let ended = self.resume(run).await;
            ended.changes.assert_are("", "");
            report = ended.report;
        }
        report
    }

    async fn ended(&self, ticket: Ticket, report: Report, before: Rows) -> Run {
        let after = self.rows().await;
        let broken = sqlx::query("PRAGMA foreign_key_check").fetch_all(&self.host).await.unwrap();
        assert!(broken.is_empty(), "{} foreign keys lead nowhere", broken.len());
        after.assert_tokens_differ();
        Run { ticket, report, changes: before.changes(&after), before, after }
    }

    /// Whether the ledger's files hold these bytes.
    pub fn ledger_holds(&self, needle: &str) -> bool {
        let files = ["ledger.db", "ledger.db-wal"].map(|name| std::fs::read(self.dir.0.join(name)));
        let files: Vec<_> = files.into_iter().flatten().collect();
        assert!(!files.is_empty(), "the ledger is a file");
        let holds = |bytes: &Vec<u8>| bytes.windows(needle.len()).any(|window| window == needle.as_bytes());
        files.iter().any(holds)
    }

    fn path(&self, file: &str) -> String {
        self.dir.0.join(file).to_str().unwrap().to_owned()
    }
}

impl Run {
    /// Fails unless the request is there, and exactly these records are kept: `collection: how many, ground, citation, last day`.
    #[track_caller]
    pub fn assert_kept(&self, state: RequestState, kept: &str) {
        assert_lines("records that are kept", self.kept(), kept);
        assert_eq!(self.report.state, state);
    }

    fn kept(&self) -> Vec<String> {
        let steps = self.report.steps.iter();
        let kept = steps.filter(|step| step.action == Action::Retain && step.records > 0).map(|step| {
            let text = |text: &Option<String>| text.clone().unwrap_or_else(|| "-".to_owned());
            let until = step.reason.until.map_or_else(|| "-".to_owned(), |day| day.to_string());
            let (ground, citation) = (text(&step.reason.ground), text(&step.reason.citation));
            format!("{}: {}, {ground}, {citation}, {until}", step.collection, step.records)
        });
        kept.collect()
    }

    /// Fails unless the text or number stood in more places before than it does now, and now only in these.
    #[track_caller]
    pub fn assert_traces(&self, needle: &str, left: &str) {
        let (before, after) = (self.before.traces(needle), self.after.traces(needle));
        assert_lines("traces that are left", after.clone(), left);
        assert!(before.len() > after.len(), "there was nothing of it before");
    }

    /// What the report counts is what happened to the rows, and every step ended as its action ends.
    fn assert_counts(&self, map: &DataMap) {
        for step in &self.report.steps {
            let ends = match step.action {
                _ if step.records == 0 => Outcome::Absent,
                _ if step.reason.ground.as_deref() == Some("legal_hold") => Outcome::OnHold,
                Action::Erase => Outcome::Erased,
                Action::Anonymize => Outcome::Anonymized,
                Action::Clear => Outcome::Cleared,
                Action::Retain => Outcome::Retained,
            };
            assert_eq!(step.outcome, ends, "{}: {}", step.collection, step.words);
        }
        let counted = |table: &str, outcomes: &[Outcome]| -> u64 {
            let names = map.collections().iter().filter(|it| it.table() == table).map(|it| it.name());
            let names: Vec<_> = names.collect();
            let steps = self.report.steps.iter().filter(|step| names.contains(&step.collection.as_str()));
            steps.filter(|step| outcomes.contains(&step.outcome)).map(|step| step.records).sum()
        };
        for collection in map.collections() {
            let table = collection.table();
            assert_eq!(counted(table, &[Outcome::Erased]), self.changes.gone(table), "erased in `{table}`");
            let masked = counted(table, &[Outcome::Anonymized, Outcome::Cleared]);
            assert!(masked >= self.changes.changed(table), "{masked} masked in `{table}`");
        }
        let declared: Vec<_> = map.collections().iter().map(|it| it.table()).collect();
        assert!(self.changes.tables().iter().all(|table| declared.contains(table)));
    }

    /// What the preview foretold is what was done, step by step.
    fn assert_foreseen_by(&self, preview: &Report) {
        assert_eq!(preview.plan_hash, self.report.plan_hash);
        let told = |report: &Report| {
            let steps = report.steps.iter().filter(|step| step.records > 0);
            let steps = steps.map(|it| (it.words.clone(), it.action, it.records, it.reason.clone()));
            steps.collect::<Vec<_>>()
        };
        assert_eq!(told(preview), told(&self.report));
        assert_eq!(preview.identification, self.report.identification);
    }
}
