//! Loads a golden ledger, drives it to its end, and compares that with the end of the same request undisturbed.

use std::cell::RefCell;
use std::collections::{BTreeMap, HashMap};
use std::path::Path;
use std::sync::Arc;

use chrono::{DateTime, Utc};
use oubliette::engine::{Identification, Report, Ticket};
use oubliette::request::{RequestId, RequestState};
use tokio::task::LocalSet;

use super::course::{self, beginning};
use super::databases::{Database, Kind};
use super::drive::{Host, Step};
use super::files::Deploy;
use super::states::{State, states};
use super::{dump, rows};

/// Finishes every ledger that lies in the folder.
pub async fn finish_all(kind: Kind, folder: &Path) {
    let ends = Arc::new(Ends::of(kind, Deploy::None).await);
    in_lanes(states(), |state| {
        let (ledger, ends) = (Dump::read(folder, &state), Arc::clone(&ends));
        async move { finish(kind, &state, &ledger, Deploy::None).await.must_be(ends.of_state(&state), &state) }
    })
    .await;
}

/// What the requests of all states come to if nothing disturbs them.
pub struct Ends(HashMap<String, End>);

impl Ends {
    pub async fn of(kind: Kind, deploy: Deploy) -> Self {
        let mut courses: BTreeMap<String, State> = BTreeMap::new();
        for state in states() {
            courses.entry(course_of(&state)).or_insert(state);
        }
        let undisturbed =
            |state: State| async move { (course_of(&state), undisturbed(kind, &state, deploy).await) };
        Self(in_lanes(courses.into_values().collect(), undisturbed).await.into_iter().collect())
    }

    pub fn of_state(&self, state: &State) -> &End {
        &self.0[&course_of(state)]
    }
}

/// What states have in common that come to the same end.
fn course_of(state: &State) -> String {
    format!("{:?}", (state.files, state.who, state.undisturbed(), state.is_held()))
}

/// Does some of them at a time: most of the time is spent waiting for the server's disk, which makes many databases. All of
/// them are tried, whatever becomes of one.
pub async fn in_lanes<T, F>(states: Vec<State>, work: impl Fn(State) -> F) -> Vec<T>
where
    T: 'static,
    F: Future<Output = T> + 'static,
{
    let queue = RefCell::new(states.into_iter());
    let (done, failed) = (RefCell::new(Vec::new()), RefCell::new(Vec::new()));
    let lane = async || {
        loop {
            let next = queue.borrow_mut().next();
            let Some(state) = next else { return };
            let name = state.name;
            match tokio::task::spawn_local(work(state)).await {
                Ok(outcome) => done.borrow_mut().push(outcome),
                Err(_) => failed.borrow_mut().push(name),
            }
        }
    };
    let lanes = async { tokio::join!(lane(), lane(), lane(), lane(), lane(), lane()) };
    LocalSet::new().run_until(lanes).await;
    assert_eq!(failed.into_inner(), [""; 0]);
    done.into_inner()
}

/// A ledger as it lies in a folder.
pub struct Dump {
    schema: String,
    data: String,
}

impl Dump {
    pub fn read(folder: &Path, state: &State) -> Self {
        let read = |name: &str| std::fs::read_to_string(folder.join(format!("{name}.sql"))).unwrap();
        Self { schema: read("schema"), data: read(state.name) }
    }

    /// What is to be known of it besides the tables.
    pub fn header(&self, key: &str) -> &str {
        let start = format!("-- {key}: ");
        self.data.lines().find_map(|line| line.strip_prefix(&start)).unwrap()
    }

    pub fn request(&self) -> RequestId {
        self.header("request").parse().unwrap()
    }

    /// Whether that text stands in it.
    pub fn holds(&self, text: &str) -> bool {
        self.data.contains(text)
    }

    /// Puts it into a database, and answers its host.
    pub async fn load(&self, kind: Kind, state: &State, deploy: Deploy) -> (Database, Host) {
        let database = kind.fresh().await;
        database.run(&self.schema).await;
        database.run(&format!("BEGIN;\n{}\nCOMMIT;\n", self.data)).await;
        let at: DateTime<Utc> = self.header("at").parse().unwrap();
        let mut host = Host::new(database.ports().await, state.files, state.who, at);
        host.set_held(state.is_held());
        host.set_deploy(deploy);
        (database, host)
    }
}

/// The end of the same acts where nothing goes wrong.
async fn undisturbed(kind: Kind, state: &State, deploy: Deploy) -> End {
    let database = kind.fresh().await;
    database.run(&rows::script(kind)).await;
    let mut host = Host::new(database.ports().await, state.files, state.who, beginning());
    host.set_deploy(deploy);
    let mut ticket: Option<Ticket> = None;
    for act in state.undisturbed() {
        course::act(&mut host, &mut ticket, act).await;
    }
    let report = course::finish(&mut host, ticket.unwrap().id).await;
    End::of(&database, report).await
}

/// Drives a ledger to its end.
pub async fn finish(kind: Kind, state: &State, ledger: &Dump, deploy: Deploy) -> End {
    let name = state.name;
    let (database, mut host) = ledger.load(kind, state, deploy).await;
    let (id, code) = (ledger.request(), ledger.header("code"));
    let status = host.status(code).await.unwrap();
    assert_eq!((status.request, status.state), (Some(id), state.stands), "{name}");
    must_be_recognised(&host, state, id, code).await;
    let report = course::finish(&mut host, id).await;
    let status = host.status(code).await.unwrap();
    assert_eq!((status.request, status.state), (Some(id), report.state), "{name}");
    assert!(report.code.is_none(), "{name}: the code outlives its request");
    End::of(&database, report).await
}

/// The same request again is the one in the ledger, as long as it is open; a callback is so for ever.
async fn must_be_recognised(host: &Host, state: &State, id: RequestId, code: &str) {
    if state.stands.is_terminal() && !state.who.is_callback() {
        return;
    }
    let ticket = host.open().await;
    assert_eq!((ticket.id, ticket.is_new), (id, false), "{}", state.name);
    // Where the request is forgotten its code is too, and another one leads to it.
    if !state.stands.is_terminal() {
        assert_eq!(ticket.code.as_str(), code, "{}", state.name);
    }
}

/// All that is left of a request.
#[derive(Debug, Clone)]
pub struct End {
    state: RequestState,
    steps: Vec<Step>,
    identification: Identification,
    warnings: Vec<String>,
    deadlines: (Option<DateTime<Utc>>, Option<DateTime<Utc>>),
    rows: Vec<String>,
    /// The collections whose notes remain, once for each note.
    notes: Vec<String>,
}

impl End {
    pub async fn of(database: &Database, report: Report) -> Self {
        let sealed = database.texts("SELECT 'sealed' FROM oubliette_sealed").await;
        assert!(sealed.is_empty(), "identifiers outlive their request");
        let lists = database.texts("SELECT name FROM oubliette_note_sets").await;
        assert!(lists.iter().all(|list| list.starts_with("kept/")), "lists outlive their request: {lists:?}");
        let noted = "SELECT s.name FROM oubliette_notes n JOIN oubliette_note_sets s ON s.number = n.note_set ORDER BY s.name";
        let collection = |list: String| list.rsplit('/').next().map(str::to_owned);
        assert_eq!(report.problem, None);
        let mut steps = report.steps;
        for step in &mut steps {
            // What is done is told in the words of the version that planned it.
            step.words.clear();
        }
        Self {
            state: report.state,
            steps,
            identification: report.identification,
            warnings: report.warnings,
            deadlines: (report.acknowledge_by, report.complete_by),
            rows: dump::host_rows(database).await,
            notes: database.texts(noted).await.into_iter().filter_map(collection).collect(),
        }
    }

    pub fn must_be(self, expected: &Self, state: &State) {
        let name = state.name;
        let mut steps = expected.steps.clone();
        steps.retain(|step| !state.needless.contains(&(step.collection.as_str(), step.action)));
        assert_eq!(self.state, expected.state, "{name}");
        assert_eq!(self.rows, expected.rows, "{name}");
        assert_eq!(self.notes, expected.notes, "{name}");
        assert_eq!(self.deadlines, expected.deadlines, "{name}");
        assert_eq!(self.steps, steps, "{name}");
        assert_eq!(self.identification, expected.identification, "{name}");
        let told = |warnings: &[String]| -> Vec<String> {
            let is_told = |warning: &&String| !(state.is_replanned && warning.starts_with("planned again"));
            warnings.iter().filter(is_told).cloned().collect()
        };
        assert_eq!(told(&self.warnings), told(&expected.warnings), "{name}");
    }
}
